"""Dates in words, as they are written in the United States, whatever the language of the computer."""

from __future__ import annotations

import datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(day: datetime.date) -> str:
    """Return a date in words, so that nobody takes the month for the day ("March 4, 2027")."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def iso_in_words(iso: str) -> str:
    """Return an ISO date in words; a text that is no date is returned as it is."""
    try:
        return in_words(datetime.date.fromisoformat(iso))
    except ValueError:
        return iso
