"""What is shown of a deadline as (name, text) rows, for the screen and for paper alike. No Qt here."""

from __future__ import annotations

import datetime

from guide_app.dates import in_words
from guide_app.places.deadline_model import Deadline, DeadlineReport, Standing, WaitingTime
from guide_app.places.deadline_words import EARLIER_CASE, PASSED, upper
from guide_app.places.state_words import CHECK_NOW, date_of_text

UNITED_STATES = "United States"
WAITS_TITLE = "Waiting times before suit (not deadlines)"
TRAPS_TITLE = "Watch out"
WHY = "Why it is not settled"
NO_DATE_AHEAD = "No date that lies ahead could be worked out. Ask a lawyer now."

Rows = tuple[tuple[str, str], ...]


def deadline_rows(line: Deadline, place: str) -> Rows:
    """Return the facts of one date in a state."""
    rows = (
        ("Time", f"{line.period}. {line.counted}".strip()),
        ("Against", line.against),
        ("Give it to", _to(line.to)),
        ("Law", line.statute),
        ("How we read it", _read(line.confidence, line.as_of)),
        (WHY if line.standing is Standing.NOT_SETTLED else "What can change it", " ".join(line.what_can_change)),
        ("State and date read", _place(place, line)),
    )
    return tuple((name, upper(text)) for name, text in rows if text)


def wait_rows(wait: WaitingTime, place: str) -> Rows:
    """Return the facts of one waiting time in a state."""
    over = f"It ends on {in_words(wait.over_on)}." if wait.over_on is not None else ""
    rows = (
        ("Time", f"{wait.period}. {over}".strip()),
        ("So", wait.last_useful_words),
        ("Against", wait.against),
        ("Law", wait.statute),
        ("How we read it", _read(wait.confidence, wait.as_of)),
        ("What can change it", f"{upper(wait.explain)}." if wait.explain else ""),
        ("State and date read", _place(place, wait)),
    )
    return tuple((name, upper(text)) for name, text in rows if text)


def left(line: Deadline) -> str:
    """Say how many days are left, where some are; a date that is today says so itself."""
    if not line.days_left:
        return ""
    return "That is tomorrow." if line.days_left == 1 else f"{line.days_left:,} days from today."


def lead(report: DeadlineReport) -> tuple[str, str]:
    """Return the first date that lies ahead, and the sentence that says what it is; ("", words) where none does."""
    first = report.next_date
    if first is None:
        return "", NO_DATE_AHEAD
    for group in report.groups:
        for line in group.deadlines:
            if line.date == first and line.standing is not Standing.ONLY_IF:
                against = f" Against: {line.against}." if line.against else ""
                return in_words(first), f"{group.kind.value}. {line.words}{against}{_earlier_case(report, first)}"
    for wait in report.waits:
        if wait.last_useful_day == first:
            return in_words(first), f"{wait.last_useful_words}{_earlier_case(report, first)}"
    raise AssertionError("the first date of a report is one of its dates")


def _earlier_case(report: DeadlineReport, first: datetime.date) -> str:
    """Say that a date for one case alone lies ahead before the first one for everyone, where one does."""
    lines = (line for group in report.groups for line in group.deadlines if line.standing is Standing.ONLY_IF)
    earlier = any(line.date is not None and report.today <= line.date < first for line in lines)
    return f" {EARLIER_CASE}" if earlier else ""


def passed(report: DeadlineReport) -> tuple[str, ...]:
    """Return what stands above all else: each date that is over, once, but for those for one case only."""
    over = (
        f"{group.kind.value}, {in_words(line.date)}: {PASSED}."
        for group in report.groups
        for line in group.deadlines
        if line.passed and line.date is not None and line.standing is not Standing.ONLY_IF
    )
    return tuple(dict.fromkeys(over))


def _to(to: str) -> str:
    return "To whom it must go was not shown." if to == "not shown" else to


def _read(confidence: str, as_of: str) -> str:
    """Say how well it was read, and how old the text is where that is known."""
    if not confidence:
        return ""
    return f"{upper(confidence)}. {date_of_text(as_of)}".strip()


def _place(place: str, line: Deadline | WaitingTime) -> str:
    read = f" Read on {in_words(line.read_on)}." if line.read_on is not None else ""
    return f"{place}.{read} {CHECK_NOW}"
