"""A table of authorities: what an article, the bookmarks or a list rests on, grouped and ordered as courts want it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from guide_app.citations.bluebook import full
from guide_app.citations.model import Authority, Case, Constitution, Source, Statute
from guide_app.citations.options import DEFAULT, Options
from guide_app.citations.styled import Run, Styled, to_text

HEADINGS: tuple[tuple[type[Authority], str], ...] = (
    (Case, "Cases"),
    (Statute, "Statutes"),
    (Constitution, "Constitutional provisions"),
    (Source, "Other sources"),
)
TableOfAuthorities = tuple[tuple[str, tuple[Styled, ...]], ...]

_LEADING_WORDS = re.compile(r"^(?:the|in re|ex parte|estate of) ")
_NUMBER = re.compile(r"(\d+)")


def table_of_authorities(authorities: Iterable[Authority], options: Options = DEFAULT) -> TableOfAuthorities:
    """Group authorities under their headings, each once, in alphabetical order; numbers in laws count as numbers.

    Headings without an authority are left out.
    """
    each = {authority.id: authority for authority in authorities}
    ordered = sorted(each.values(), key=_sort_key)
    groups = (
        (heading, tuple(full(one, "", options) for one in ordered if isinstance(one, kind)))
        for kind, heading in HEADINGS
    )
    return tuple((heading, entries) for heading, entries in groups if entries)


def table_paragraphs(table: TableOfAuthorities) -> tuple[Styled, ...]:
    """Return a table as paragraphs for the clipboard or a file: each heading, then its entries."""
    return tuple(line for heading, entries in table for line in ((Run(heading),), *entries))


def _sort_key(authority: Authority) -> tuple[tuple[tuple[int, int | str], ...], str]:
    folded = unicodedata.normalize("NFKD", to_text(full(authority))).casefold()
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    plain = _LEADING_WORDS.sub("", re.sub(r"[.'’,\u00a0]", "", plain))
    parts = (part for part in _NUMBER.split(plain) if part)
    # numbers sort before words, and by their value: 42 U.S.C. § 242 before § 1983
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts), authority.id
