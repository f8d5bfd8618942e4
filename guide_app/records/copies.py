"""The files beside the records: copies that are kept, damaged files that were set aside.

    records.sqlite3                                the records (and -wal, -shm or -journal while it is open)
    records.copy-1.sqlite3 .. records.copy-3       copies, the newest first
    records.damaged-2026-11-24T101500.sqlite3      a damaged file as it was found
    records.restored.sqlite3                       a copy on its way back, for the time of two renames

The records file itself must never be opened here by Python while a connection is open: closing it would drop SQLite's
locks (https://www.sqlite.org/howtocorrupt.html, section 2.2).
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from guide_app.atomic_file import sync_folder
from guide_app.records.errors import RecordsError, RecordsReadOnly, from_os, from_sqlite
from guide_app.records.soundness import require_sound

KEPT = 3
_SIDE_FILES = ("-wal", "-shm", "-journal")


def keep(file: Path) -> None:
    """Keep a copy of an open records file, unless the newest copy is the same.

    Copies from before the last change that took something away are dropped then, so that what a reader removed does not
    live on in them. Raises RecordsError; a damaged file never replaces a good copy.
    """
    try:
        with closing(_open_for_reading(file)) as source:
            require_sound(source)
            number, last_removal = _revision(source)
            if number == 0 or number == _revision_of_copy(_copy(file, 1)):
                return
            new = _beside(file, "copy-new")
            new.unlink(missing_ok=True)
            # VACUUM INTO takes an empty file as it is, so the copy gets our rights; and it copies no freed pages, in
            # which removed text could remain.
            os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            source.execute("VACUUM INTO ?", (str(new),))
        _sync(new)
        for age in range(KEPT - 1, 0, -1):
            if _copy(file, age).exists():
                _copy(file, age).replace(_copy(file, age + 1))
        new.replace(_copy(file, 1))
        sync_folder(file.parent)
        for age in range(2, KEPT + 1):
            if _copy(file, age).exists() and (_revision_of_copy(_copy(file, age)) or 0) < last_removal:
                _wipe(_copy(file, age))
    except sqlite3.Error as error:
        ours = from_sqlite(error, file)
        if ours:
            raise ours from error
        raise
    except OSError as error:
        raise from_os(error, file) from error


def newest_good(file: Path) -> Path | None:
    """Return the newest copy that is sound, or None."""
    for age in range(1, KEPT + 1):
        if _revision_of_copy(_copy(file, age)) is not None:
            return _copy(file, age)
    return None


def day_of(copy: Path) -> str:
    """Return the ISO date on which a copy was made."""
    return time.strftime("%Y-%m-%d", time.localtime(copy.stat().st_mtime))


def put_aside_and_restore(file: Path, stamp: str) -> tuple[Path, Path | None]:
    """Set a damaged file aside and bring the newest good copy back.

    Return the name under which the damaged file now lies, and the copy that took its place (None where there is none;
    then no records file exists). A kill in between is made good by `finish_restoring`. Raises OSError.
    """
    copy = newest_good(file)
    restored = _beside(file, "restored")
    if copy:
        restored.unlink(missing_ok=True)
        os.close(os.open(restored, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        restored.write_bytes(copy.read_bytes())
        _sync(restored)
    aside = _free_name(file, f"damaged-{stamp}")
    # The log before its database: a database without its log is found damaged again, a log alone would be lost.
    for side in _SIDE_FILES:
        if _side(file, side).exists():
            _side(file, side).replace(_side(aside, side))
    file.replace(aside)
    if copy:
        restored.replace(file)
    sync_folder(file.parent)
    return aside, copy


def finish_restoring(file: Path) -> bool:
    """Put a copy in its place that was on its way back when the program was killed; return whether. Raises OSError."""
    restored = _beside(file, "restored")
    if not restored.exists():
        return False
    restored.replace(file)
    return True


def erase_every_file(file: Path) -> None:
    """Erase the records file, its side files, copies and set-aside files.

    Each is overwritten with zeros before it is removed, which helps where the disk writes in place. Raises
    RecordsReadOnly naming the first file that is still there; all that can be removed are removed.
    """
    left: list[Path] = []
    for one in _every_file(file):
        try:
            _wipe(one)
        except OSError:
            left.append(one)
    if left:
        raise RecordsReadOnly(f"{left[0]} could not be erased: its folder allows no changes.")


def _every_file(file: Path) -> Iterator[Path]:
    folder = file.parent
    marks = tuple(f"{file.stem}.{what}" for what in ("copy-", "damaged-", "restored"))
    for name in sorted(one.name for one in folder.iterdir()) if folder.is_dir() else ():
        if name == file.name or name in (file.name + side for side in _SIDE_FILES) or name.startswith(marks):
            yield folder / name


def _wipe(file: Path) -> None:
    try:
        with file.open("r+b") as stream:
            stream.write(bytes(file.stat().st_size))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        # A read-only file in a folder that allows removing it: gone is better than overwritten.
        pass
    file.unlink()


def _revision(connection: sqlite3.Connection) -> tuple[int, int]:
    number, last_removal = connection.execute("SELECT number, last_removal FROM revision").fetchone()
    return number, last_removal


def _revision_of_copy(copy: Path) -> int | None:
    """Return the revision a copy holds, or None where it is missing, unsound or of a later version."""
    if not copy.exists():
        return None
    try:
        with closing(_open_for_reading(copy)) as connection:
            require_sound(connection)
            return _revision(connection)[0]
    except (sqlite3.Error, RecordsError):
        return None


def _open_for_reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _sync(file: Path) -> None:
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())


def _beside(file: Path, what: str) -> Path:
    return file.with_name(f"{file.stem}.{what}{file.suffix}")


def _copy(file: Path, age: int) -> Path:
    return _beside(file, f"copy-{age}")


def _side(file: Path, side: str) -> Path:
    return file.with_name(file.name + side)


def _free_name(file: Path, what: str) -> Path:
    """Return a name beside `file` that is not taken; two damaged files in one second get a number."""
    name, number = _beside(file, what), 1
    while name.exists():
        number += 1
        name = _beside(file, f"{what}-{number}")
    return name
