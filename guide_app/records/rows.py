"""Bookmarks and answers as rows: the SQL, and nothing of sessions, transactions or errors.

Positions are dense: with n bookmarks they are 0 to n - 1. Functions that write run inside a transaction of the caller.
"""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any

from guide_app.records.model import Answer, Bookmark, Reason, Verdict

_BOOKMARK = "section, title, article_title, name, note, position, created"
_ANSWER = "section, verdict, reason, changed"


def bookmarks(connection: Connection) -> tuple[Bookmark, ...]:
    """Return all bookmarks by position."""
    return tuple(Bookmark(*row) for row in connection.execute(f"SELECT {_BOOKMARK} FROM bookmark ORDER BY position"))


def bookmark_of(connection: Connection, section: str) -> Bookmark | None:
    """Return the bookmark of a section, or None."""
    row = connection.execute(f"SELECT {_BOOKMARK} FROM bookmark WHERE section = ?", (section,)).fetchone()
    return row and Bookmark(*row)


def count_bookmarks(connection: Connection) -> int:
    """Return the number of bookmarks, which is also the position behind the last one."""
    return int(connection.execute("SELECT count(*) FROM bookmark").fetchone()[0])


def insert_bookmark(connection: Connection, bookmark: Bookmark) -> None:
    """Put a bookmark at its position, or at the end where the list is shorter; those behind it move up by one."""
    bookmark = bookmark._replace(position=min(bookmark.position, count_bookmarks(connection)))
    _shift(connection, bookmark.position, +1)
    values = tuple(getattr(bookmark, column) for column in _BOOKMARK.split(", "))
    connection.execute(f"INSERT INTO bookmark ({_BOOKMARK}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def delete_bookmark(connection: Connection, bookmark: Bookmark) -> None:
    """Take a bookmark away; those behind it move down by one."""
    connection.execute("DELETE FROM bookmark WHERE section = ?", (bookmark.section,))
    _shift(connection, bookmark.position + 1, -1)


def update_bookmark(connection: Connection, section: str, *, name: str, note: str) -> None:
    """Write the reader's own texts of a bookmark."""
    connection.execute("UPDATE bookmark SET name = ?, note = ? WHERE section = ?", (name, note, section))


def move_bookmark(connection: Connection, bookmark: Bookmark, position: int) -> None:
    """Move a bookmark to a position that exists."""
    _shift(connection, bookmark.position + 1, -1)
    _shift(connection, position, +1)
    connection.execute("UPDATE bookmark SET position = ? WHERE section = ?", (position, bookmark.section))


def rename_bookmark(connection: Connection, old: str, new: str) -> None:
    """Give a bookmark another section, which has none."""
    connection.execute("UPDATE bookmark SET section = ? WHERE section = ?", (new, old))


def answers(connection: Connection) -> tuple[Answer, ...]:
    """Return all answers by section."""
    return tuple(_answer(row) for row in connection.execute(f"SELECT {_ANSWER} FROM answer ORDER BY section"))


def answer_of(connection: Connection, section: str) -> Answer | None:
    """Return the answer of a section, or None."""
    row = connection.execute(f"SELECT {_ANSWER} FROM answer WHERE section = ?", (section,)).fetchone()
    return row and _answer(row)


def put_answer(connection: Connection, answer: Answer) -> None:
    """Write an answer in place of the one its section may have."""
    values = (answer.section, answer.verdict, answer.reason, answer.changed)
    connection.execute(f"INSERT OR REPLACE INTO answer ({_ANSWER}) VALUES (?, ?, ?, ?)", values)


def delete_answer(connection: Connection, section: str) -> None:
    """Take the answer of a section away."""
    connection.execute("DELETE FROM answer WHERE section = ?", (section,))


def count_change(connection: Connection, *, removes: bool) -> None:
    """Count one change of the file; `removes` marks it as one that took away something the reader wrote."""
    connection.execute("UPDATE revision SET number = number + 1")
    if removes:
        connection.execute("UPDATE revision SET last_removal = number")


# Any: SQLite's rows are untyped; the schema's constraints say what is in them.
def _answer(row: tuple[Any, ...]) -> Answer:
    section, verdict, reason, changed = row
    return Answer(section, Verdict(verdict), reason and Reason(reason), changed)


def _shift(connection: Connection, first: int, by: int) -> None:
    connection.execute("UPDATE bookmark SET position = position + ? WHERE position >= ?", (by, first))
