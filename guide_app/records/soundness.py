"""Whether a database is a sound records file of a version this program knows, and how it is brought up to date."""

from __future__ import annotations

import sqlite3

from guide_app.records.errors import RecordsDamaged, RecordsNewer
from guide_app.records.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION, SHAPE


def is_blank(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing was ever written into this database."""
    return not connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()[0]


def require_sound(connection: sqlite3.Connection) -> None:
    """Raise RecordsDamaged for a file that is broken or not ours, RecordsNewer for one of a later version.

    A blank database is sound. Raises sqlite3.Error where the file cannot be read at all.
    """
    if is_blank(connection):
        return
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise RecordsDamaged("The bookmarks file belongs to another program.")
    if _pragma(connection, "user_version") > SCHEMA_VERSION:
        raise RecordsNewer(
            "Your bookmarks were last used by a newer version of this guide. They are safe and were left as they are: "
            "open them with that version, or install it here."
        )
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise RecordsDamaged("The bookmarks file is damaged.")


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Run the migrations that the database lacks, each in one transaction, then hold its shape against the schema.

    Raises RecordsDamaged when a part of the schema has gone, sqlite3.Error when the disk does not take it.
    """
    while _pragma(connection, "user_version") < SCHEMA_VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again inside the transaction: another process may have been faster.
            version = _pragma(connection, "user_version")
            for statement in MIGRATIONS[version] if version < SCHEMA_VERSION else ():
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {min(version + 1, SCHEMA_VERSION)}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("COMMIT")
        finally:
            # After COMMIT there is nothing to take back, and this does nothing.
            connection.rollback()
    try:
        for query in SHAPE:
            connection.execute(query)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise RecordsDamaged("A part of the bookmarks file is missing.") from error


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
