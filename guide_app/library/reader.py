"""Read the compiled library: topics, articles, sections, authorities, services and states.

This module is on the way to the first paint, so it imports little and reads nothing before it is asked. A `Library`
belongs to the thread that opened it; another thread opens its own.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote

from guide_app.library.model import (
    Article,
    ArticleRow,
    AuthorityRow,
    CitedAuthority,
    Link,
    ListedAuthority,
    SearchResult,
    Section,
    SectionRow,
    Service,
    StateRow,
    Topic,
)
from guide_app.library.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from guide_app.citations.model import Authority
    from guide_app.library.search import Searcher

_SECTION_ROW = """SELECT section.id, section.article, article.title, section.heading
    FROM section JOIN article ON article.id = section.article """
_AUTHORITY_ROW = "SELECT id, kind, name, cite, place, year FROM authority "
_LISTED_AUTHORITY = """SELECT authority.id, kind, authority.name, cite, place, year,
    coalesce(state.name, authority.state)
    FROM authority LEFT JOIN state ON state.abbreviation = authority.state ORDER BY position"""
_KEYS_OF_AUTHORITIES = "SELECT authority, key FROM cite_key"
_TOPICS_OF_AUTHORITIES = """SELECT DISTINCT citation.authority, coalesce(topic.title, '') || ' ' || article.title
    FROM citation JOIN section ON section.id = citation.section JOIN article ON article.id = section.article
    LEFT JOIN topic ON topic.id = article.topic"""
_RENAMES_FOLLOWED = 32
"""More renames than any id will ever see: a circle in them ends here."""


class LibraryError(Exception):
    """The library file cannot be used; the message is one sentence for a reader."""


class NotInGuide(LibraryError):  # noqa: N818 - it says what happened, as KeyError does
    """The guide has nothing under the id that was asked for, which is kept in `id`."""

    def __init__(self, what: str, identity: str) -> None:
        super().__init__(f"This guide has no {what} “{identity}”.")
        self.id = identity


def library_uri(path: Path) -> str:
    """Return the SQLite URI that opens `path` for reading only, without locks or a journal.

    A drive ("C:/x") needs a slash before it and a network share ("//server/x") an empty host; every other sign of the
    path is quoted (https://sqlite.org/uri.html).
    """
    name = path.absolute().as_posix()
    if not name.startswith("/"):
        name = "/" + name
    return f"file://{quote(os.fsencode(name), safe='/:')}?mode=ro&immutable=1"


class Library:
    """A compiled guide, open for reading."""

    def __init__(self, connection: sqlite3.Connection, meta: Mapping[str, str], path: Path) -> None:
        self._connection = connection
        self._meta = meta
        self._path = path
        self._searcher: Searcher | None = None

    @classmethod
    def open(cls, path: Path) -> Library:
        """Open the library file at `path`.

        Raises LibraryError when it is missing, damaged, or was compiled by another version of the program.
        """
        if not path.is_file():
            raise LibraryError(f"The guide’s library file is missing: {path}.")
        try:
            connection = sqlite3.connect(library_uri(path), uri=True)
        except sqlite3.Error as error:
            raise LibraryError(f"The guide’s library file cannot be opened: {path} ({error}).") from error
        try:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
        except sqlite3.Error as error:
            connection.close()
            raise LibraryError(f"The guide’s library file is damaged: {path} ({error}).") from error
        if meta.get("schema_version") != str(SCHEMA_VERSION):
            connection.close()
            raise LibraryError(f"The guide’s library file was made by another version of the program: {path}.")
        return cls(connection, meta, path)

    def close(self) -> None:
        """Let go of the file."""
        self._searcher = None
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def title(self) -> str:
        """Return the title of the guide."""
        return self._meta["title"]

    @property
    def version(self) -> str:
        """Return the version of the guide that was compiled."""
        return self._meta["version"]

    @property
    def language(self) -> str:
        """Return the language of the text, as its folder is named ("en")."""
        return self._meta["language"]

    @property
    def reviewed(self) -> str:
        """Return the ISO date on which the guide was last reviewed."""
        return self._meta["reviewed"]

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the sources from which the library was compiled."""
        return self._meta["fingerprint"]

    def topics(self) -> tuple[Topic, ...]:
        """Return the topics, in order."""
        return tuple(Topic(*row) for row in self._rows("SELECT id, title FROM topic ORDER BY position"))

    def articles(self, topic_id: str) -> tuple[ArticleRow, ...]:
        """Return the articles of a topic, in order; none for an unknown topic."""
        query = "SELECT id, topic, title FROM article WHERE topic = ? ORDER BY position"
        return tuple(ArticleRow(*row) for row in self._rows(query, topic_id))

    def article_count(self) -> int:
        """Return the number of articles in the guide."""
        return int(self._rows("SELECT count(*) FROM article")[0][0])

    def article(self, article_id: str) -> Article:
        """Return a whole article, ready to be drawn.

        Raises NotInGuide for an unknown id.
        """
        query = """SELECT article.id, topic, coalesce(topic.title, ''), article.title, summary_html, summary,
            lead_html, reviewed, applies_to, minutes
            FROM article LEFT JOIN topic ON topic.id = article.topic WHERE article.id = ?"""
        row = self._row("article", article_id, query)
        (identity, topic, topic_title, title, summary_html, summary, lead_html, reviewed, applies_to, minutes) = row
        sections = self._rows(
            "SELECT id, article, heading, html, text FROM section WHERE article = ? ORDER BY position", article_id
        )
        related = self._rows("SELECT target, title FROM related WHERE article = ? ORDER BY position", article_id)
        return Article(
            id=identity,
            topic=topic,
            topic_title=topic_title,
            title=title,
            summary_html=summary_html,
            summary=summary,
            lead_html=lead_html,
            reviewed=reviewed,
            applies_to=applies_to,
            minutes=minutes,
            sections=tuple(Section(*section) for section in sections),
            related=tuple(Link(*link) for link in related),
        )

    def sections(self, article_id: str) -> tuple[SectionRow, ...]:
        """Return the sections of an article, in order; none for an unknown article."""
        query = _SECTION_ROW + "WHERE section.article = ? ORDER BY section.position"
        return tuple(SectionRow(*row) for row in self._rows(query, article_id))

    def section(self, section_id: str) -> Section:
        """Return one answer by its full id.

        Raises NotInGuide for an unknown id.
        """
        query = "SELECT id, article, heading, html, text FROM section WHERE id = ?"
        return Section(*self._row("section", section_id, query))

    def section_row(self, section_id: str) -> SectionRow:
        """Return a section as lists show it, by its full id.

        Raises NotInGuide for an unknown id.
        """
        return SectionRow(*self._row("section", section_id, _SECTION_ROW + "WHERE section.id = ?"))

    def resolve(self, any_id: str) -> str | None:
        """Return the full id of the section that `any_id` means today, or None when it is gone.

        An article's id means its first section; an id that has been renamed is followed.
        """
        for _ in range(_RENAMES_FOLLOWED):
            found = self._rows("SELECT id FROM section WHERE id = ?", any_id) or self._rows(
                "SELECT id FROM section WHERE article = ? ORDER BY position LIMIT 1", any_id
            )
            if found:
                return str(found[0][0])
            renamed = self._rows("SELECT new_id FROM renamed WHERE old_id = ?", any_id)
            if not renamed:
                return None
            any_id = renamed[0][0]
        return None

    def cited(self, section_id: str) -> tuple[CitedAuthority, ...]:
        """Return the authorities a section rests on, in the order of their first citation."""
        query = "SELECT authority, pinpoint FROM citation WHERE section = ? ORDER BY position"
        return tuple(CitedAuthority(*row) for row in self._rows(query, section_id))

    def authority(self, authority_id: str) -> Authority:
        """Return an authority with all its fields.

        Raises NotInGuide for an unknown id.
        """
        from guide_app.citations.model import authority_from_mapping  # not needed before a citation is opened

        row = self._row("case or law", authority_id, "SELECT data FROM authority WHERE id = ?")
        return authority_from_mapping(json.loads(row[0]))

    def authorities(self) -> tuple[AuthorityRow, ...]:
        """Return all authorities, in the order of the data."""
        return tuple(AuthorityRow(*row) for row in self._rows(_AUTHORITY_ROW + "ORDER BY position"))

    def listed_authorities(self) -> tuple[ListedAuthority, ...]:
        """Return all authorities with their states and the words that find them, in the order of the data."""
        words: dict[str, list[str]] = {}
        for query in (_KEYS_OF_AUTHORITIES, _TOPICS_OF_AUTHORITIES):
            for authority, found in self._rows(query):
                words.setdefault(authority, []).append(found)
        return tuple(
            ListedAuthority(AuthorityRow(*row), state, " ".join(words.get(row[0], ())))
            for *row, state in self._rows(_LISTED_AUTHORITY)
        )

    def authority_row(self, authority_id: str) -> AuthorityRow:
        """Return an authority as lists show it.

        Raises NotInGuide for an unknown id.
        """
        return AuthorityRow(*self._row("case or law", authority_id, _AUTHORITY_ROW + "WHERE id = ?"))

    def sections_citing(self, authority_id: str) -> tuple[SectionRow, ...]:
        """Return the sections that rest on an authority, in reading order."""
        query = _SECTION_ROW + (
            "WHERE section.id IN (SELECT section FROM citation WHERE authority = ?) ORDER BY section.position"
        )
        return tuple(SectionRow(*row) for row in self._rows(query, authority_id))

    def service(self, service_id: str) -> Service:
        """Return a place that helps.

        Raises NotInGuide for an unknown id.
        """
        return _service(self._row("service", service_id, "SELECT data FROM service WHERE id = ?")[0])

    def services(self, coverage: str | None = None, kind: str | None = None) -> tuple[Service, ...]:
        """Return the places that help, in the order of the data, of one `coverage` and one `kind` where given."""
        query = """SELECT data FROM service WHERE (?1 IS NULL OR coverage = ?1) AND (?2 IS NULL OR kind = ?2)
            ORDER BY position"""
        return tuple(_service(row[0]) for row in self._rows(query, coverage, kind))

    def clinic(self) -> Mapping[str, Any] | None:
        """Return the clinic whose folder was compiled beside the guide, for `places.clinic_store`; None without one."""
        rows = self._rows("SELECT data FROM clinic")
        data: dict[str, Any] | None = json.loads(rows[0][0]) if rows else None
        return data

    def clinic_logo(self) -> bytes:
        """Return the clinic's logo, PNG or SVG; empty without one."""
        rows = self._rows("SELECT logo FROM clinic")
        return bytes(rows[0][0]) if rows else b""

    def state(self, abbreviation: str) -> Mapping[str, Any]:
        """Return a state's entry of `resources/states/`, for the `places` room, by its postal abbreviation.

        Raises NotInGuide for an unknown abbreviation.
        """
        row = self._row("state", abbreviation.upper(), "SELECT data FROM state WHERE abbreviation = ?")
        data: dict[str, Any] = json.loads(row[0])
        return data

    def states(self) -> tuple[StateRow, ...]:
        """Return the states and the District of Columbia, in the order of their names."""
        return tuple(StateRow(*row) for row in self._rows("SELECT abbreviation, name FROM state ORDER BY name"))

    def search(self, question: str, limit: int = 20) -> SearchResult:
        """Answer a question as a reader types it; no text raises an error."""
        from guide_app.library.search import Searcher  # not needed before a reader searches

        try:
            if self._searcher is None:
                self._searcher = Searcher(self._connection, self.language)
            return self._searcher.search(question, limit)
        except sqlite3.ProgrammingError:
            raise  # a closed library or another thread: a bug, not a damaged file
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def forget_typed(self) -> None:
        """Forget every word that was typed: searching keeps the spelling and the stems of single words."""
        if self._searcher is not None:
            from guide_app.library.porter import stem
            from guide_app.library.spelling import forget_words

            self._searcher = None
            stem.cache_clear()
            forget_words()

    @property
    def remembers_typed(self) -> bool:
        """Say whether words that were typed may still be in memory."""
        return self._searcher is not None

    def _rows(self, query: str, *values: str | None) -> list[Any]:
        try:
            return self._connection.execute(query, values).fetchall()
        except UnicodeEncodeError:
            return []  # a text that is not Unicode (a lone surrogate in an argument) is the id of nothing
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _row(self, what: str, identity: str, query: str) -> tuple[Any, ...]:
        rows = self._rows(query, identity)
        if not rows:
            raise NotInGuide(what, identity)
        row: tuple[Any, ...] = rows[0]
        return row

    def _damaged(self, error: sqlite3.Error) -> LibraryError:
        return LibraryError(f"The guide’s library file is damaged: {self._path} ({error}).")


def _service(data: str) -> Service:
    """Read the JSON of a service; what the data does not have is an empty text."""
    entry = json.loads(data)
    fields: dict[str, Any] = {}
    for name in Service._fields:
        value = entry.get(name)
        if name in ("issues", "languages"):
            fields[name] = tuple(str(item) for item in value or ())
        else:
            fields[name] = "" if value is None else str(value).strip()
    return Service(**fields)
