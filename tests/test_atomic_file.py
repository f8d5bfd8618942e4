"""A file is replaced whole or not at all, and belongs to its owner only."""

import os
import stat
from pathlib import Path

import pytest

from guide_app import atomic_file
from guide_app.atomic_file import write_for_all, write_whole


def test_writes_into_a_folder_that_does_not_exist_yet(tmp_path):
    file = tmp_path / "a" / "b" / "x.json"
    write_whole(file, "§ ñ\n")
    assert file.read_text("utf-8") == "§ ñ\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_what_is_for_all_can_be_read_by_all_whatever_the_umask(tmp_path):
    before = os.umask(0o077)
    try:
        write_for_all(tmp_path / "a" / "b" / "x.json", "text")
    finally:
        os.umask(before)
    assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a", "a/b", "a/b/x.json")] == [
        0o755, 0o755, 0o644,
    ]  # fmt: skip
    (tmp_path / "a").chmod(0o700)
    write_for_all(tmp_path / "a" / "x.json", "text")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700


def test_a_failing_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    file = tmp_path / "x.json"
    write_whole(file, "old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, "new")
    assert file.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]


def test_what_a_killed_program_left_unfinished_is_no_obstacle(tmp_path):
    file = tmp_path / "x.json"
    (tmp_path / f".x.json.{os.getpid()}.new").write_text("half")
    write_whole(file, "whole")
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]
    assert file.read_text() == "whole"


def test_the_text_is_on_the_disk_before_it_gets_its_name_and_the_name_after(tmp_path, monkeypatch):
    events = []
    synced, replaced = os.fsync, Path.replace

    def fsync(descriptor):
        events.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        synced(descriptor)

    def replace(self, target):
        events.append("rename")
        return replaced(self, target)

    monkeypatch.setattr(atomic_file.os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    write_whole(tmp_path / "x", "text")
    assert events == ["file", "rename", "folder"]


def test_windows_cannot_sync_a_folder_and_is_not_asked_to(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic_file.os, "open", lambda *_: pytest.fail("a folder was opened"))
    monkeypatch.setattr(atomic_file.os, "name", "nt")
    atomic_file.sync_folder(tmp_path)


def test_the_root_folder_is_nobody_s_to_make(monkeypatch):
    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    made = []
    monkeypatch.setattr(Path, "mkdir", lambda self, **_: made.append(str(self)))
    atomic_file.make_private_folder(Path("/a"))
    assert made == ["/", "/a"]
