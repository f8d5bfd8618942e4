"""Reading pinpoints as people write them, and printing them as the Bluebook does.

Rules followed: 3.2(a) for pages and ranges of them (the last number keeps two digits: 195–97, 1001–02), 3.2(b) for
footnotes (195 n.3), 3.3 for sections and paragraphs (§ 3, ¶¶ 12–14).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from guide_app.citations.styled import NO_BREAK_SPACE

EN_DASH = "\u2013"

Kind = Literal["page", "star page", "paragraph", "section", "subsection", "note"]

WHAT_IS_MEANT = "a page (195), a range (195-97), a footnote (195 n.3), a paragraph (¶ 12) or a section (§ 3)"

_LEAD_IN = re.compile(r"^(?:at\b|pages?\b|pp?\.?(?=\s*[0-9])|slip op(?:inion)?\b\.?,?(?:\s*at\b)?)\s*", re.IGNORECASE)
_PARAGRAPH_SIGN = re.compile(r"^(?:¶+|para(?:graph)?s?\b\.?)\s*", re.IGNORECASE)
_SECTION_SIGN = re.compile(r"^(?:§+|sec(?:tion)?s?\b\.?)\s*", re.IGNORECASE)
_SUBSECTION = r"(?:\([0-9A-Za-z]{1,5}\))+"
_SUBSECTIONS = re.compile(rf"^{_SUBSECTION}(?:\s*[-–—,]\s*{_SUBSECTION})*$")
_SECTION_NUMBER = re.compile(r"^[0-9][0-9A-Za-z.:/–-]*(?:\([0-9A-Za-z]{1,5}\))*$|^[IVXLC]+$")
_NUMBERS = re.compile(r"^(?P<first>[0-9]{1,6})(?:\s*[-–—]\s*(?P<last>[0-9]{1,6}))?$")
_NOTE = re.compile(
    r"^(?:(?P<page>[0-9]{1,6})(?:\s*[-–—]\s*(?P<end>[0-9]{1,6}))?\s*(?P<and>&)?\s*)?"
    r"(?:nn?|fnn?|notes?|footnotes?)\.?\s*(?P<first>[0-9]{1,4})(?:\s*[-–—]\s*(?P<last>[0-9]{1,4}))?$",
    re.IGNORECASE,
)


class PinpointError(ValueError):
    """A text is no pinpoint; the message says why, in a sentence for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A pinpoint that was understood.

    `text` is the form in which it is printed, with its sign ("195–97", "¶ 12", "§ 3", "195 n.3"); `first` its first
    number, or None where it has none.
    """

    kind: Kind
    text: str
    first: int | None


def parse_pinpoint(text: str) -> Locator | None:
    """Read a pinpoint as people write it; an empty text is none.

    Raises PinpointError with the reason.
    """
    wanted = _LEAD_IN.sub("", " ".join(text.split()))
    if not wanted:
        if text.strip():
            raise PinpointError(f'"{text.strip()}" has no number. Give {WHAT_IS_MEANT}.')
        return None
    if found := _PARAGRAPH_SIGN.match(wanted):
        return _signed("paragraph", "¶", wanted[found.end() :], text)
    if found := _SECTION_SIGN.match(wanted):
        several = found[0].startswith("§§") or found[0].strip().rstrip(".").endswith("s")
        return _section(wanted[found.end() :], text, several)
    if _SUBSECTIONS.match(wanted):
        parts = (re.sub(r"\s*[-–—]\s*", EN_DASH, part) for part in re.split(r"\s*,\s*", wanted))
        return Locator("subsection", ", ".join(parts), None)
    if wanted.startswith("*"):
        numbers = _numbers(wanted.replace("*", ""), text)
        return Locator("star page", "*" + numbers.text, numbers.first)
    pages = [_page(part, text) for part in re.split(r"\s*,\s*", wanted)]
    kind: Kind = "page" if any(page.kind == "page" for page in pages) else "note"
    return Locator(kind, ", ".join(page.text for page in pages), pages[0].first)


def _page(part: str, whole: str) -> Locator:
    """Read one page, range of pages or footnote."""
    if found := _NOTE.match(part):
        sign = "nn." if found["last"] else "n."
        notes = sign + _range(found["first"], found["last"], whole)
        if not found["page"]:
            return Locator("note", notes, None)
        joint = " & " if found["and"] else " "
        pages = _range(found["page"], found["end"], whole)
        return Locator("page", f"{pages}{joint}{notes}", int(found["page"]))
    return _numbers(part, whole)


def _numbers(part: str, whole: str) -> Locator:
    found = _NUMBERS.match(part.strip())
    if not found:
        raise PinpointError(f'"{whole.strip()}" is no pinpoint. Give {WHAT_IS_MEANT}.')
    return Locator("page", _range(found["first"], found["last"], whole), int(found["first"]))


def _signed(kind: Kind, sign: str, rest: str, whole: str) -> Locator:
    numbers = [_numbers(_PARAGRAPH_SIGN.sub("", part), whole) for part in re.split(r"\s*,\s*", rest)]
    several = len(numbers) > 1 or EN_DASH in numbers[0].text
    text = f"{sign * (2 if several else 1)}{NO_BREAK_SPACE}{', '.join(part.text for part in numbers)}"
    return Locator(kind, text, numbers[0].first)


def _section(rest: str, whole: str, several: bool) -> Locator:
    parts = re.split(r"\s*,\s*", rest)
    if not all(_SECTION_NUMBER.match(part) for part in parts):
        raise PinpointError(f'"{whole.strip()}" names no section. Give one as § 3 or § 1983(b).')
    # a hyphen may belong to the number of a section (§ 12-309), so it makes a range only after a sign for several
    ranges = [_NUMBERS.match(part) if several or EN_DASH in part else None for part in parts]
    texts = [
        _range(found["first"], found["last"], whole) if found else part
        for found, part in zip(ranges, parts, strict=True)
    ]
    several = len(parts) > 1 or any(EN_DASH in text for text in texts)
    return Locator("section", f"{'§§' if several else '§'}{NO_BREAK_SPACE}{', '.join(texts)}", None)


def _range(first: str, last: str | None, whole: str) -> str:
    """Print a number or a range, the last number cut to the digits that change but never below two."""
    start = int(first)
    if start == 0:
        raise PinpointError(f'"{whole.strip()}" cannot be right: pages and paragraphs are counted from 1.')
    if last is None:
        return str(start)
    full = first.lstrip("0")
    end = int(full[: -len(last)] + last) if len(last) < len(full) else int(last)
    if end <= start:
        raise PinpointError(f'"{whole.strip()}" runs backwards: {end} does not come after {start}.')
    ending = str(end)
    if len(ending) == len(full):
        same = next(index for index, (one, other) in enumerate(zip(full, ending, strict=True)) if one != other)
        ending = ending[min(same, max(len(ending) - 2, 0)) :]
    return f"{start}{EN_DASH}{ending}"
