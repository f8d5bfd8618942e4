"""Dates as a reader types them, and the arithmetic of periods."""

from __future__ import annotations

import datetime
import re
import unicodedata

from guide_app.dates import MONTHS, in_words
from guide_app.places.errors import PlacesError
from guide_app.places.state import Length

EARLIEST = datetime.date(1950, 1, 1)
"""No claim that this guide speaks of is older; an earlier date is a slip of the hand."""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]+)\.?,?[ -](\d{4})")
_SHORT_YEAR = re.compile(r".*\D\d{2}")
_HOW = "Write it like 3/28/2026 (month first) or March 28, 2026."


def parse_when(text: str, today: datetime.date, *, what: str = "the day it happened") -> datetime.date:
    """Read the date that a reader typed: 3/28/2026, 2026-03-28, March 28, 2026, 28 March 2026, today, yesterday.

    Raises PlacesError, which speaks of `what`, when it is no date, in the future, or before 1950.
    """
    typed = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if not typed:
        raise PlacesError(f"Type {what}. {_HOW}")
    return check_when(_read(typed, today), today, what=what)


def check_when(day: datetime.date, today: datetime.date, *, what: str = "the day it happened") -> datetime.date:
    """Return `day`. Raises PlacesError when it is in the future or before 1950."""
    if day > today:
        raise PlacesError(f"{in_words(day)} is in the future. Check {what}.")
    if day < EARLIEST:
        raise PlacesError(f"{in_words(day)} is before 1950. Check {what}.")
    return day


def after(day: datetime.date, *lengths: Length) -> datetime.date:
    """Add periods to a date, one after the other. A date that does not exist moves back to the month's last day."""
    from dateutil.relativedelta import relativedelta

    for length in lengths:
        day += relativedelta(**{length.unit: length.n})  # type: ignore[arg-type]  # unit is days, months or years
    return day


def before(day: datetime.date, length: Length) -> datetime.date:
    """Take a period from a date. A date that does not exist moves back to the month's last day."""
    from dateutil.relativedelta import relativedelta

    return day - relativedelta(**{length.unit: length.n})  # type: ignore[arg-type]  # unit is days, months or years


def _read(typed: str, today: datetime.date) -> datetime.date:
    if typed in {"today", "yesterday"}:
        return today - datetime.timedelta(days=typed == "yesterday")
    year, month, day = _parts(typed)
    if not 1 <= month <= 12:
        raise PlacesError(f"There is no month {month}. {_HOW}")
    try:
        return datetime.date(year, month, day)
    except ValueError as error:
        name = MONTHS[month - 1]
        raise PlacesError(f"There is no {name} {day} in {year}. {_HOW}") from error


def _parts(typed: str) -> tuple[int, int, int]:
    """Split what was typed into year, month and day."""
    if found := _ISO.fullmatch(typed):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERS.fullmatch(typed):
        return int(found[3]), int(found[1]), int(found[2])
    if found := _MONTH_FIRST.fullmatch(typed):
        return int(found[3]), _month(found[1]), int(found[2])
    if found := _DAY_FIRST.fullmatch(typed):
        return int(found[3]), _month(found[2]), int(found[1])
    if _SHORT_YEAR.fullmatch(typed) and any(sign.isdigit() for sign in typed[:-2]):
        raise PlacesError(f"Write the year with all four digits. {_HOW}")
    raise PlacesError(f"This is not a date. {_HOW}")


def _month(word: str) -> int:
    """Return the number of a month by its name or by its first three letters or more."""
    for number, name in enumerate(MONTHS, 1):
        if len(word) >= 3 and name.casefold().startswith(word):
            return number
    raise PlacesError(f"“{word}” is not a month. {_HOW}")
