"""The schema of the records file, as a table of migrations.

`PRAGMA user_version` holds the number of migrations that a file has been through; `MIGRATIONS[n]` leads from version n
to n + 1. An entry never changes once it was released: a new version is a new entry.
"""

from __future__ import annotations

APPLICATION_ID = 0x504C4752
"""Marks the file as ours ("PLGR") for `PRAGMA application_id`."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE bookmark (
            section TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            article_title TEXT NOT NULL,
            name TEXT NOT NULL,
            note TEXT NOT NULL,
            position INTEGER NOT NULL,
            created TEXT NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE answer (
            section TEXT PRIMARY KEY,
            verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no')),
            reason TEXT CHECK (reason IN (
                'hard-to-understand', 'not-what-i-was-looking-for', 'not-about-my-state', 'something-is-wrong'
            )),
            changed TEXT NOT NULL,
            CHECK (verdict = 'no' OR reason IS NULL)
        ) WITHOUT ROWID""",
        # One row: how many changes the file has seen, and which of them was the last that took something away. A copy
        # that is older than that change still holds what the reader removed.
        """CREATE TABLE revision (number INTEGER NOT NULL, last_removal INTEGER NOT NULL)""",
        """INSERT INTO revision VALUES (0, 0)""",
    ),
)

SCHEMA_VERSION = len(MIGRATIONS)

SHAPE = (
    "SELECT section, title, article_title, name, note, position, created FROM bookmark LIMIT 0",
    "SELECT section, verdict, reason, changed FROM answer LIMIT 0",
    "SELECT number, last_removal FROM revision LIMIT 0",
)
"""Queries that fail on a file of the present version that has lost a part of its schema."""
