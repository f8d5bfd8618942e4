"""What the library hands out: topics, articles, sections, services, search hits.

Named tuples, not dataclasses: all of them are made on the way to the first paint, and cost a tenth there.
"""

from __future__ import annotations

from typing import NamedTuple


class Topic(NamedTuple):
    """A group of articles in the tree."""

    id: str
    title: str


class ArticleRow(NamedTuple):
    """An article as the tree and lists show it."""

    id: str
    topic: str
    title: str


class SectionRow(NamedTuple):
    """A section as the tree, lists and links show it. `id` is the full id, `article/section`."""

    id: str
    article: str
    article_title: str
    heading: str


class CitedAuthority(NamedTuple):
    """An authority that a section rests on, with the pinpoints of its citations there as one ("" for none)."""

    authority: str
    pinpoint: str


class Section(NamedTuple):
    """One answer. `html` is the body without its heading, in Qt's subset of HTML; `text` is the same as plain text."""

    id: str
    article: str
    heading: str
    html: str
    text: str


class Link(NamedTuple):
    """A related place in the guide: the id of an article or of a section, and its title."""

    target: str
    title: str


class Article(NamedTuple):
    """A whole article, ready to be drawn or printed.

    `reviewed` is an ISO date; `minutes` the reading time at 200 words a minute, at least 1; `lead_html` stands before
    the first section and may be empty.
    """

    id: str
    topic: str
    topic_title: str
    title: str
    summary_html: str
    summary: str
    lead_html: str
    reviewed: str
    applies_to: str
    minutes: int
    sections: tuple[Section, ...]
    related: tuple[Link, ...]


class AuthorityRow(NamedTuple):
    """An authority as lists show it.

    `name` is the caption or title, `cite` its citation in plain text, `place` a court or state.
    """

    id: str
    kind: str
    name: str
    cite: str
    place: str
    year: str


class ListedAuthority(NamedTuple):
    """An authority as the list of all cases and laws shows it.

    `state` is the name of its state or district, "" for federal law and for what belongs to no state. `words` is what
    else may be typed to find it: its other citations, and the topics and articles that rest on it.
    """

    row: AuthorityRow
    state: str
    words: str


class Service(NamedTuple):
    """A place that helps, from `resources/services/`; empty strings where the data has nothing.

    `phone_of` is who answers the telephone where that is another body, `phone_source` how its number is known.
    """

    id: str
    name: str
    kind: str
    issues: tuple[str, ...]
    coverage: str
    phone: str
    sms: str
    url: str
    hours: str
    languages: tuple[str, ...]
    what_for: str
    as_of: str
    confidence: str
    note: str
    tty: str = ""
    phone_of: str = ""
    phone_source: str = ""


class StateRow(NamedTuple):
    """A state or the District of Columbia as lists show it; `abbreviation` is the postal one ("NY")."""

    abbreviation: str
    name: str


class Hit(NamedTuple):
    """A search result: a section, best first by `score` (higher is better).

    `snippet` is plain text; `marks` are the (start, end) offsets of the words that were found in it.
    """

    section: str
    article: str
    title: str
    heading: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float


class SearchResult(NamedTuple):
    """The answer to a question typed by a reader.

    `authority_ids` are authorities whose citation or name was typed. `corrected` is the question as it was understood
    when a misspelt word was mended, else "". `confident` is False when the guide most likely has no answer: then the
    window says so and offers help before it lists `hits`.
    """

    question: str
    hits: tuple[Hit, ...]
    authority_ids: tuple[str, ...]
    corrected: str
    confident: bool
