"""Write the library file from a compiled guide: all of it or nothing."""

from __future__ import annotations

import glob
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from guide_app.library.model import Article, AuthorityRow, CitedAuthority, Section, StateRow, Topic
from guide_app.library.schema import DDL, SCHEMA_VERSION, STATISTICS

_HASH_BYTES = 32 * 1024 * 1024
_LEFT_BEHIND_AFTER_S = 60 * 60


class LibraryWriteError(Exception):
    """The library file could not be written; the message is one sentence for a reader."""


@dataclass(frozen=True, slots=True)
class BuiltSection:
    """A section with all that is said of it; `asked_as` are the other ways in which people ask for it."""

    section: Section
    asked_as: tuple[str, ...]
    cited: tuple[CitedAuthority, ...]


@dataclass(frozen=True, slots=True)
class BuiltArticle:
    """An article whose `sections` stand beside it; `lead` is the plain text of its `lead_html`."""

    article: Article
    lead: str
    sections: tuple[BuiltSection, ...]


@dataclass(frozen=True, slots=True)
class BuiltAuthority:
    """An authority. `state` is a postal abbreviation or "", `data` its entry as JSON, `keys` those of its citations."""

    row: AuthorityRow
    state: str
    data: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuiltService:
    """A service; `data` is its entry as JSON."""

    id: str
    coverage: str
    kind: str
    data: str


@dataclass(frozen=True, slots=True)
class BuiltState:
    """A state; `data` is its entry as JSON."""

    row: StateRow
    data: str


@dataclass(frozen=True, slots=True)
class BuiltClinic:
    """The clinic whose folder stands beside the guide; `data` is JSON, `logo` the bytes of a picture or empty."""

    data: str
    logo: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A whole guide. `articles` may be a generator: they are written one by one as they come, in reading order.

    `meta` needs title, version, language, reviewed and fingerprint (see schema.py). `synonyms` are pairs (typed words,
    words to look for as well), normalised.
    """

    meta: Mapping[str, str]
    topics: Iterable[Topic]
    articles: Iterable[BuiltArticle]
    renamed: Mapping[str, str]
    authorities: Iterable[BuiltAuthority]
    services: Iterable[BuiltService]
    states: Iterable[BuiltState]
    synonyms: Iterable[tuple[str, str]]
    clinic: BuiltClinic | None = None


def write_library(target: Path, contents: Contents) -> None:
    """Write a library file to `target`, replacing it in one step once the new one is complete and on the disk.

    Raises LibraryWriteError; an older file at `target` is then untouched.
    """
    # In the same folder, since only there a rename is one step; with the process id, since two programs may compile.
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            _fill(connection, contents)
        _sync(unfinished)
        unfinished.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryWriteError(f"The library file {target} could not be written: {reason}.") from error
    finally:
        with suppress(OSError):  # where the folder itself is out of reach, that has been said already
            unfinished.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove what programs that were killed while they compiled have left behind."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.new"):
        with suppress(OSError):  # another program may tidy up at the same time
            if left.stat().st_mtime < time.time() - _LEFT_BEHIND_AFTER_S:
                left.unlink()


def _sync(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _fill(connection: sqlite3.Connection, contents: Contents) -> None:
    # A file that is thrown away when anything fails needs no journal.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(DDL)
    for index in ("words", "stems"):
        # Collect more before each merge than SQLite's 1 MB: the whole guide is written in one go.
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('hashsize', ?)", (_HASH_BYTES,))
    connection.execute("BEGIN")
    meta = {**contents.meta, "schema_version": str(SCHEMA_VERSION)}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    topics = ((number, topic.id, topic.title) for number, topic in enumerate(contents.topics))
    connection.executemany("INSERT INTO topic VALUES (?, ?, ?)", topics)
    _add_articles(connection, contents.articles)
    connection.executemany("INSERT INTO renamed VALUES (?, ?)", sorted(contents.renamed.items()))
    _add_legal_data(connection, contents)
    connection.executemany("INSERT OR IGNORE INTO synonym VALUES (?, ?)", sorted(contents.synonyms))
    connection.executescript(STATISTICS)
    connection.execute("BEGIN")  # executescript has committed
    for index in ("words", "stems"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    connection.execute("COMMIT")
    # What SQLite's planner knows of the sizes of the tables is written once: the file is never written again.
    connection.execute("ANALYZE")


def _add_articles(connection: sqlite3.Connection, articles: Iterable[BuiltArticle]) -> None:
    position = 0
    for number, built in enumerate(articles):
        article = built.article
        connection.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                article.id,
                article.topic,
                article.title,
                article.summary_html,
                article.summary,
                article.lead_html,
                built.lead,
                article.reviewed,
                article.applies_to,
                article.minutes,
            ),
        )
        related = ((article.id, place, link.target, link.title) for place, link in enumerate(article.related))
        connection.executemany("INSERT INTO related VALUES (?, ?, ?, ?)", related)
        # What stands before the first section is found with it: an article has no row of its own in the indexes.
        before = f"{article.summary}\n\n{built.lead}\n\n"
        for section in built.sections:
            _add_section(connection, position, article.title, section, before)
            position += 1
            before = ""


def _add_section(connection: sqlite3.Connection, position: int, title: str, built: BuiltSection, before: str) -> None:
    section = built.section
    asked_as = "\n".join(built.asked_as)
    connection.execute(
        "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?)",
        (position, section.id, section.article, section.heading, section.html, section.text, asked_as),
    )
    cited = ((section.id, place, one.authority, one.pinpoint) for place, one in enumerate(built.cited))
    connection.executemany("INSERT INTO citation VALUES (?, ?, ?, ?)", cited)
    row = (position, title, section.heading, asked_as, before + section.text)
    for index in ("words", "stems"):
        insert = f"INSERT INTO {index} (rowid, title, heading, asked_as, text) VALUES (?, ?, ?, ?, ?)"
        connection.execute(insert, row)


def _add_legal_data(connection: sqlite3.Connection, contents: Contents) -> None:
    for number, authority in enumerate(contents.authorities):
        row = authority.row
        values = (number, row.id, row.kind, row.name, row.cite, row.place, authority.state, row.year, authority.data)
        connection.execute("INSERT INTO authority VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        keys = ((key, row.id) for key in dict.fromkeys(authority.keys))
        connection.executemany("INSERT INTO cite_key VALUES (?, ?)", keys)
    services = ((n, one.id, one.coverage, one.kind, one.data) for n, one in enumerate(contents.services))
    connection.executemany("INSERT INTO service VALUES (?, ?, ?, ?, ?)", services)
    if contents.clinic is not None:
        connection.execute("INSERT INTO clinic VALUES (?, ?)", (contents.clinic.data, contents.clinic.logo))
    states = ((one.row.abbreviation, one.row.name, one.data) for one in contents.states)
    connection.executemany("INSERT INTO state VALUES (?, ?, ?)", states)
