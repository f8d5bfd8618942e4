"""Whether a folder is on another computer, from the table of mounts or from Windows."""

import ctypes
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from guide_app.records import filesystem
from guide_app.records.filesystem import is_on_network

MOUNTS = r"""
proc /proc proc rw 0 0
/dev/vda / ext4 rw 0 0
server:/home /mnt/home nfs4 rw 0 0
//server/share /mnt/my\040docs cifs rw 0 0
sshfs#x /mnt/ssh fuse.sshfs rw 0 0
/dev/vdb /mnt/home/local ext4 rw 0 0
tmpfs /mnt/over tmpfs rw 0 0
server:/over /mnt/over nfs rw 0 0
""".strip()


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    (tmp_path / "mounts").write_text(MOUNTS + "\n")
    monkeypatch.setattr(filesystem, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(filesystem.sys, "platform", "linux")


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/home/x", False),
        ("/", False),
        ("/mnt/home", True),
        ("/mnt/home/x/records", True),
        ("/mnt/homework", False),
        ("/mnt/home/local/x", False),
        ("/mnt/my docs/x", True),
        ("/mnt/ssh/x", True),
        ("/mnt/over/x", True),
    ],
)
@pytest.mark.usefixtures("mounts")
def test_the_longest_mount_point_counts_and_of_two_the_later(folder, remote):
    assert is_on_network(Path(folder)) is remote


@pytest.mark.usefixtures("mounts")
def test_a_link_to_a_network_folder_counts(tmp_path):
    (tmp_path / "link").symlink_to("/mnt/ssh")
    assert is_on_network(tmp_path / "link")


def test_without_a_table_of_mounts_a_folder_is_local(tmp_path, monkeypatch):
    monkeypatch.setattr(filesystem, "_MOUNTS", tmp_path / "none")
    assert not is_on_network(tmp_path)


def test_this_machine_s_own_table_can_be_read(tmp_path):
    assert is_on_network(tmp_path) in (True, False)


@pytest.mark.parametrize(
    ("folder", "kind", "remote"),
    [
        (r"\\server\share\x", 0, True),
        (r"\\?\UNC\server\share\x", 0, True),
        (r"\\?\C:\x", 3, False),
        (r"C:\Users\x", 3, False),
        (r"H:\x", 4, True),
    ],
)
def test_windows_shares_and_mapped_drives(monkeypatch, folder, kind, remote):
    asked = []

    def drive_type(root):
        asked.append(root)
        return kind

    monkeypatch.setattr(filesystem.sys, "platform", "win32")
    kernel = SimpleNamespace(kernel32=SimpleNamespace(GetDriveTypeW=drive_type))
    monkeypatch.setattr(ctypes, "windll", kernel, raising=False)
    assert is_on_network(PureWindowsPath(folder)) is remote
    assert asked == ([] if folder.startswith("\\") else [folder[:3]])
