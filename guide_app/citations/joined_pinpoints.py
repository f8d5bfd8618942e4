"""Several pinpoints of one authority as one, in the order of the pages: 195, 197 & n.3, 201–02."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from guide_app.citations.case_cite import citation_for
from guide_app.citations.locator import EN_DASH, Locator, parse_pinpoint
from guide_app.citations.model import Authority, Case
from guide_app.citations.styled import NO_BREAK_SPACE

_SIGN = re.compile(rf"^¶+{NO_BREAK_SPACE}")
_PART = re.compile(rf"^(?P<first>\d+)(?:{EN_DASH}(?P<last>\d+))?(?P<and> &)?(?P<notes> nn?\..+)?$")


def joined_pinpoints(authority: Authority, texts: Iterable[str]) -> str:
    """Return pinpoints as one; "" for none.

    Those of another kind than the first one, or of another reporter, are left out: a page belongs to one reporter.
    Raises PinpointError for a text that is no pinpoint.
    """
    locators = [locator for text in texts if (locator := parse_pinpoint(text))]
    alike = [one for one in locators if _side_by_side(authority, locators[0], one)]
    written = list(dict.fromkeys(locator.text for locator in alike))
    if len(written) < 2:
        return "".join(written)
    kind = alike[0].kind
    if kind == "page":
        return _in_order(written)
    if kind == "paragraph":
        return f"¶¶{NO_BREAK_SPACE}{_in_order([_SIGN.sub('', text) for text in written])}"
    return ", ".join(written) if kind == "subsection" else written[0]


def _side_by_side(authority: Authority, first: Locator, other: Locator) -> bool:
    if not isinstance(authority, Case):
        return first.kind == other.kind
    return first.kind == other.kind and citation_for(authority, first).main == citation_for(authority, other).main


def _in_order(written: Sequence[str]) -> str:
    """Put lists of numbers, ranges and footnotes in order; a page within a range is said by the range."""
    parts = [_PART.match(part) for text in written for part in text.split(", ")]
    plain: set[tuple[int, int]] = set()
    notes: dict[tuple[int, int], list[str]] = {}
    for found in parts:
        if found is None:
            return ", ".join(written)  # a second footnote of a page: 195 n.3, n.5
        span = _span(found["first"], found["last"])
        notes.setdefault(span, [])
        if found["notes"]:
            notes[span].append(found["notes"])
        if found["and"] or not found["notes"]:
            plain.add(span)
    said = [span for span in notes if notes[span] or not any(_within(span, other) for other in plain)]
    return ", ".join(_printed(span, notes[span], span in plain) for span in sorted(said))


def _span(first: str, last: str | None) -> tuple[int, int]:
    if last is None:
        return int(first), int(first)
    return int(first), int(first[: len(first) - len(last)] + last if len(last) < len(first) else last)


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _printed(span: tuple[int, int], notes: Sequence[str], plain: bool) -> str:
    first, last = span
    written = parse_pinpoint(f"{first}-{last}" if last > first else str(first))
    assert written
    joint = " &" if plain and notes else ""
    return written.text + joint + ",".join(dict.fromkeys(notes))
