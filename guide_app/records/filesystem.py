"""Whether a folder lies on another computer.

SQLite's WAL needs memory that is shared between processes, so it does not work on a network file system
(https://www.sqlite.org/wal.html, "all processes using a database must be on the same host computer").

On macOS no cheap question is known that needs no compiled code; there a folder counts as local. A profile on a network
volume is rare on macOS, the guide lets one process at a time at its records, and SQLite then still works as it would on
any disk; a second computer that uses the same folder at the same moment is the case that stays uncovered.
"""

from __future__ import annotations

import ntpath
import os
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
# File systems of other machines, and those in user space that most often stand for one (sshfs, davfs, gvfs, rclone).
_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "glusterfs", "lustre", "beegfs", "gfs2"}
    | {"ocfs2", "9p", "prl_fs", "vboxsf", "davfs", "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.gvfsd-fuse"}
    | {"fuse.rclone", "fuse.glusterfs", "fuse.ceph-fuse", "fuse.vmhgfs-fuse", "fuse.smbnetfs", "fuse.curlftpfs"}
    | {"fuse.s3fs", "fuse.onedriver"}
)
_DRIVE_REMOTE = 4


def is_on_network(folder: Path) -> bool:
    """Tell whether a folder lies on a network file system. What cannot be found out counts as local."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    try:
        # Mount points are bytes; surrogateescape keeps what is not UTF-8 comparable with the names Python gives.
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return _type_of_mount(folder, mounts) in _NETWORK_TYPES


def _type_of_mount(folder: Path, mounts: str) -> str:
    """Return the file system type of the mount that `folder` lies in: the longest mount point wins, then the last."""
    target = os.path.realpath(folder)
    best, found = "", ""
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        point = _unescaped(point)
        if len(point) >= len(best) and (target == point or target.startswith(point.rstrip("/") + "/")):
            best, found = point, kind
    return found


def _unescaped(point: str) -> str:
    """Undo the octal escapes of fstab(5): blank, tab, line feed, backslash."""
    for escape, character in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        point = point.replace(escape, character)
    return point


def _is_remote_drive(folder: Path) -> bool:
    r"""Tell whether a Windows path is a share (\\server\share) or lies on a drive letter that stands for one."""
    import ctypes  # Windows only, and on no other system's way to the first paint

    drive = ntpath.splitdrive(str(folder))[0]
    if drive.startswith("\\\\"):
        return not drive.startswith("\\\\?\\") or drive.startswith("\\\\?\\UNC\\")
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(drive + "\\")  # type: ignore[attr-defined]  # Windows only
    return kind == _DRIVE_REMOTE
