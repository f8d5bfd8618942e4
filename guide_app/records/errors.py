"""What can go wrong with the records file, each as one plain sentence that a reader can act on.

`from_sqlite` is the one place where SQLite's error codes are read (https://www.sqlite.org/rescode.html).
"""

# ruff: noqa: N818  each is a kind of RecordsError, and its name says how the file is
from __future__ import annotations

import errno
import sqlite3
from pathlib import Path


class RecordsError(Exception):
    """The records file cannot do what was asked, for a reason outside the program."""


class RecordsNewer(RecordsError):
    """The file was written by a newer version of the guide. It is left as it is."""


class RecordsReadOnly(RecordsError):
    """The file, its folder or its disk allows no change."""


class RecordsFull(RecordsError):
    """The disk has no room. What was on it before is still there."""


class RecordsBusy(RecordsError):
    """Another program holds the file."""


class RecordsDamaged(RecordsError):
    """The file is no longer a readable database."""


class RecordsUnavailable(RecordsError):
    """The disk or the folder does not answer as it should."""


class RecordsTextTooLong(RecordsError):
    """A name or a note is longer than can be kept."""


class RecordsImportError(RecordsError):
    """A file of bookmarks cannot be taken in as a whole; nothing of it was."""


_CORRUPT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NO_ANSWER = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_NOMEM}


def from_sqlite(error: sqlite3.Error, file: Path | None) -> RecordsError | None:
    """Turn an error of SQLite into ours, or return None where it is a bug of the program and has to be raised as it is.

    `file` is None for records in memory, which only a lack of memory can break.
    """
    # The lower eight bits are the primary code; the rest says which system call failed.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _CORRUPT:
        return RecordsDamaged(
            "The bookmarks file is damaged. Close the guide and open it again, and it will be repaired."
        )
    if code == sqlite3.SQLITE_FULL:
        return _full(file)
    if code in _READ_ONLY:
        return _read_only(file)
    if code in _BUSY:
        return RecordsBusy("Another program is using the bookmarks file. Wait a moment and try again.")
    if code in _NO_ANSWER:
        return RecordsUnavailable(f"Nothing can be saved: the disk of {_place(file)} does not answer, or it is full.")
    return None


def from_os(error: OSError, file: Path) -> RecordsError:
    """Turn an error of the operating system about the records file or its folder into ours."""
    return _full(file) if error.errno in (errno.ENOSPC, errno.EDQUOT) else _read_only(file)


def _full(file: Path | None) -> RecordsFull:
    return RecordsFull(f"Nothing can be saved: there is no room left in {_place(file)}. Free some room and try again.")


def _read_only(file: Path | None) -> RecordsReadOnly:
    return RecordsReadOnly(f"Nothing can be saved: {_place(file)} allows no changes. You can still read everything.")


def _place(file: Path | None) -> str:
    return f"the folder {file.parent}" if file else "this computer’s memory"
