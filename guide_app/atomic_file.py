"""One small file, written whole or not at all.

Settings, window state, the kiosk's totals and its PIN are files of a few kilobytes that must survive a kill or a power
cut in the middle of a write: the old text or the new one, never half of either.
"""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(file: Path, text: str) -> None:
    """Replace `file` by `text` in UTF-8, making its folder where it is missing.

    The text is on the disk when this returns. Folder and file are for their owner only, since what a reader chose or
    read is nobody else's business. Raises OSError when the disk, the folder or its rights do not allow it; the old file
    is then still there, untouched.
    """
    make_private_folder(file.parent)
    # The process id keeps two programs on one folder from writing into the same unfinished file.
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(file)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def write_for_all(file: Path, text: str) -> None:
    """Replace `file` as `write_whole` does, for every account to read and for its owner, an administrator, to write.

    A folder that is missing is made the same way, whatever the umask; one that exists keeps its rights. Raises OSError.
    """
    _make_public_folder(file.parent)
    write_whole(file, text)
    file.chmod(0o644)


def _make_public_folder(folder: Path) -> None:
    if not folder.is_dir():
        if folder.parent != folder:
            _make_public_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it, for the owner only; leave one that exists as it is. Raises OSError."""
    if not folder.is_dir():
        if folder.parent != folder:
            make_private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Put a rename inside `folder` on the disk, where the system knows how to (Windows cannot open a folder)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
