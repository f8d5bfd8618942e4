"""Dates in words, as they are written in the United States, whatever the language of the computer."""

from __future__ import annotations

import datetime
import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\w-])")


def in_words(day: datetime.date) -> str:
    """Return a date in words, so that nobody takes the month for the day ("March 4, 2027")."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def iso_in_words(text: str) -> str:
    """Return a text with its ISO dates in words: "2026-11-24 (county page)", "2012-05"; all else stays as it is."""
    return _ISO.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        first = datetime.date(year, month, day or 1)
    except ValueError:
        return found[0]
    return in_words(first) if day else f"{MONTHS[month - 1]} {year}"
