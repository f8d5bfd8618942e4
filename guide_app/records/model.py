"""What a reader keeps: bookmarks and answers, and what their text may be."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from guide_app.records.errors import RecordsTextTooLong

NAME_LIMIT = 200
NOTE_LIMIT = 4_000
TITLE_LIMIT = 300
SECTION_LIMIT = 200

# Patterns are compiled when first used, not on the way to the first paint.
_SECTION = r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*"
# Control characters, the marks that turn the direction of text around (they could disguise a neighbour's label), the
# byte order mark, and halves of a surrogate pair, which no file can hold as UTF-8. Tab and line feed may stay.
_UNWANTED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


class Verdict(StrEnum):
    """The answer to "Was this helpful?"."""

    YES = "yes"
    NO = "no"


class Reason(StrEnum):
    """Why an answer was not helpful; the values are kept in files and never change."""

    HARD_TO_UNDERSTAND = "hard-to-understand"
    NOT_WHAT_I_LOOKED_FOR = "not-what-i-was-looking-for"
    NOT_MY_STATE = "not-about-my-state"
    SOMETHING_WRONG = "something-is-wrong"


class Bookmark(NamedTuple):
    """A section that a reader marked.

    `title` and `article_title` are the section's and the article's titles as they were on that day, so that a bookmark
    can still be recognised when its section has gone. `name` is the reader's own name for it ("" for none). `position`
    counts from 0 in the reader's order; `created` is an ISO date without a time of day.
    """

    section: str
    title: str
    article_title: str
    name: str
    note: str
    position: int
    created: str

    @property
    def label(self) -> str:
        """Return what a list shows: the reader's own name for it, else the title."""
        return self.name or self.title


class Answer(NamedTuple):
    """Whether a section was helpful; `reason` goes with a No and may be None; `changed` is an ISO date."""

    section: str
    verdict: Verdict
    reason: Reason | None
    changed: str


def is_section_id(text: str) -> bool:
    """Tell whether a text has the form of a section's full id, `article/section`."""
    return len(text) <= SECTION_LIMIT and re.fullmatch(_SECTION, text) is not None


def plain_line(text: str) -> str:
    """Make one line of plain text: no control characters, runs of white space as one space."""
    return " ".join(re.sub(_UNWANTED, "", re.sub(r"[\s\x1c-\x1f]+", " ", text)).split())


def plain_text(text: str) -> str:
    """Make plain text of one or more lines: no control characters but tab and line feed, none at the ends."""
    return re.sub(_UNWANTED, "", re.sub("\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text)).strip()


def title_as_kept(text: str) -> str:
    """Return a title as it is kept: one line, cut at TITLE_LIMIT."""
    return plain_line(text)[:TITLE_LIMIT]


def name_as_kept(text: str) -> str:
    """Return a reader's own name for a bookmark as it is kept. Raises RecordsTextTooLong above NAME_LIMIT."""
    return _within("name", plain_line(text), NAME_LIMIT)


def note_as_kept(text: str) -> str:
    """Return a note as it is kept. Raises RecordsTextTooLong above NOTE_LIMIT: a note is never cut without a word."""
    return _within("note", plain_text(text), NOTE_LIMIT)


def _within(what: str, text: str, limit: int) -> str:
    if len(text) > limit:
        raise RecordsTextTooLong(f"A {what} can have up to {limit:,} characters; this one has {len(text):,}.")
    return text
