"""Opening the records file: what is healthy opens, what is damaged is set aside, what allows no change is read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from guide_app.atomic_file import make_private_folder, sync_folder
from guide_app.records.errors import (
    RecordsBusy,
    RecordsDamaged,
    RecordsError,
    RecordsNewer,
    RecordsUnavailable,
    from_os,
    from_sqlite,
)
from guide_app.records.filesystem import is_on_network
from guide_app.records.soundness import bring_up_to_date, is_blank, require_sound

BUSY_SECONDS = 1.0
"""How long another program may hold the file before a write gives up: the window stands still meanwhile."""


class Opened:
    """A connection with the present schema.

    With a `refusal` it is a copy in memory, and every write has to raise the refusal. `notice` is for the reader.
    """

    __slots__ = ("connection", "notice", "refusal")

    def __init__(self, connection: sqlite3.Connection, refusal: RecordsError | None = None, notice: str = "") -> None:
        self.connection = connection
        self.refusal = refusal
        self.notice = notice


def connect_in_memory() -> sqlite3.Connection:
    """Return an empty database in memory with the present schema, which never makes a temporary file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA temp_store = MEMORY")
    bring_up_to_date(connection)
    return connection


def connect(file: Path, now: Callable[[], str]) -> Opened:
    """Open or make the records file. `now` returns the stamp for the name of a file that is set aside.

    Raises RecordsNewer, RecordsBusy, and RecordsUnavailable when the file can neither be written nor read.
    """
    try:
        fresh = _make_ready(file)
    except OSError as error:
        refusal = from_os(error, file)
        return Opened(connect_in_memory(), refusal, str(refusal))
    try:
        return Opened(_connect_writable(file, fresh=fresh))
    except (sqlite3.Error, RecordsError) as error:
        ours = from_sqlite(error, file) if isinstance(error, sqlite3.Error) else error
        if ours is None or isinstance(ours, (RecordsNewer, RecordsBusy)):
            raise (ours or error) from error
        if isinstance(ours, RecordsDamaged):
            return _repair(file, now)
        return Opened(_read_into_memory(file), ours, str(ours))


def _make_ready(file: Path) -> bool:
    """Make the folder and an empty file for their owner only; return whether the file is new. Raises OSError."""
    make_private_folder(file.parent)
    if file.exists():
        return False
    # A healthy start needs no copies, and does not import them.
    from guide_app.records import copies

    if copies.finish_restoring(file):
        return False
    # SQLite gives its side files the rights of the database.
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    sync_folder(file.parent)
    return True


def _connect_writable(file: Path, *, fresh: bool) -> sqlite3.Connection:
    """Open for reading and writing. Raises sqlite3.Error, RecordsDamaged, RecordsNewer."""
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        network = is_on_network(file.parent)
        if network:
            # A file that was in WAL mode before its folder moved to the network is read without shared memory so.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        if is_blank(connection) and not fresh:
            _require_no_copy(file)
        require_sound(connection)
        for pragma in _PRAGMAS_ON_NETWORK if network else _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        bring_up_to_date(connection)
        _try_to_write(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _require_no_copy(file: Path) -> None:
    from guide_app.records import copies

    if copies.newest_good(file):
        raise RecordsDamaged("The bookmarks file is empty, though there is a copy that is not.")


# trusted_schema: a records file that someone else prepared can run nothing. fullfsync: macOS else keeps it in a cache.
_COMMON = ("secure_delete = ON", "temp_store = MEMORY", "trusted_schema = OFF", "fullfsync = ON")
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", *_COMMON)
_PRAGMAS_ON_NETWORK = ("journal_mode = DELETE", "locking_mode = NORMAL", "synchronous = EXTRA", *_COMMON)


def _try_to_write(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.Error where a write would: SQLite opens a read-only file without a word."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # A row that stays the same would not be written.
        connection.execute("UPDATE revision SET number = number + 1")
    finally:
        connection.rollback()


def _read_into_memory(file: Path) -> sqlite3.Connection:
    """Copy a file that allows no change into memory, with the schema of today.

    Raises RecordsNewer, and RecordsUnavailable where the file cannot be read.
    """
    # "immutable" reads a database in WAL mode where not even its shared memory file can be made. What a killed program
    # left in its log stays unseen then; it is in the log still when the folder can be written again.
    for how in ("mode=ro", "mode=ro&immutable=1"):
        memory = sqlite3.connect(":memory:", isolation_level=None)
        try:
            source = sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS)
            try:
                source.backup(memory)
            finally:
                source.close()
            require_sound(memory)
            memory.execute("PRAGMA temp_store = MEMORY")
            bring_up_to_date(memory)
            return memory
        except RecordsNewer:
            memory.close()
            raise
        except (sqlite3.Error, RecordsDamaged):
            memory.close()
    raise RecordsUnavailable(f"The bookmarks file in the folder {file.parent} cannot be read on this computer account.")


def _repair(file: Path, now: Callable[[], str]) -> Opened:
    """Set a damaged file aside and go on with the newest good copy, or with an empty file."""
    from guide_app.records import copies

    try:
        aside, copy = copies.put_aside_and_restore(file, now())
        fresh = _make_ready(file)
    except OSError as error:
        return _without_repair(file, from_os(error, file))
    connection = _connect_writable(file, fresh=fresh)
    if copy:
        then = f"The copy of {copies.day_of(copy)} took its place; what you changed after that day may be missing."
    else:
        then = "There was no copy of it, so the list starts empty."
    return Opened(connection, None, f"Your bookmarks file was damaged and was set aside as {aside.name}. {then}")


def _without_repair(file: Path, refusal: RecordsError) -> Opened:
    """Read the newest good copy where a damaged file cannot be set aside."""
    from guide_app.records import copies

    copy = copies.newest_good(file)
    connection = _read_into_memory(copy) if copy else connect_in_memory()
    what = f"You see the copy of {copies.day_of(copy)}." if copy else "There is no copy of it."
    return Opened(connection, refusal, f"Your bookmarks file is damaged. {what} {refusal}")
