"""A deadline report as a calendar file (iCalendar, RFC 5545), with reminders a month and two weeks before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from guide_app.dates import in_words
from guide_app.places.deadline_model import Deadline, DeadlineReport, Standing, WaitingTime
from guide_app.places.errors import PlacesError
from guide_app.places.state import Length
from guide_app.places.when import before

REMINDERS = (Length(1, "months"), Length(14, "days"))
"""How long before a date the calendar speaks up."""

REMINDER_HOUR = datetime.timedelta(hours=9)
"""At nine in the morning: midnight, where an event of a whole day begins, would wake a house."""

DISCREET_TITLE = "Appointment to prepare for"
"""What an event is called where somebody else may look at the calendar."""


@dataclass(frozen=True, slots=True)
class _Event:
    id: str
    date: datetime.date
    title: str
    lines: tuple[str, ...]


def calendar_file(report: DeadlineReport, made: datetime.datetime, *, discreet: bool = False) -> bytes:
    """Return the dates of a report that have not passed as the bytes of an `.ics` file.

    `made` is the present moment, with its time zone. A `discreet` file says neither what a date is for nor where it
    comes from: for a calendar that is shared, or watched. Raises PlacesError when there is no date to put in.
    """
    from icalendar import Alarm, Calendar, Event

    events = sorted(_events(report), key=lambda event: event.date)
    if not events:
        raise PlacesError("There is no date to save: none could be computed, or all have passed. Ask a lawyer at once.")
    calendar = Calendar()
    calendar.add("prodid", "-//Calendar//EN" if discreet else "-//Police Liability Guide//Deadlines//EN")
    calendar.add("version", "2.0")
    for number, event in enumerate(events, 1):
        title, name = event.title, f"{event.id}@police-liability-guide.invalid"
        if discreet:
            title, name = DISCREET_TITLE, f"{number}-{event.date.isoformat()}@calendar.invalid"
        entry = Event()
        entry.add("uid", name)
        entry.add("dtstamp", made.astimezone(datetime.UTC))
        entry.add("dtstart", event.date)
        entry.add("dtend", event.date + datetime.timedelta(days=1))
        entry.add("summary", title)
        entry.add("class", "PRIVATE")
        entry.add("transp", "TRANSPARENT")
        if not discreet:
            entry.add("description", "\n".join(event.lines))
        for days in _days_before(event.date, report.today):
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", REMINDER_HOUR - datetime.timedelta(days=days))
            entry.add_component(alarm)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _days_before(day: datetime.date, today: datetime.date) -> Iterator[int]:
    """Yield the days between each reminder and its date; a reminder that would fall on today or before is left out."""
    for length in REMINDERS:
        reminder = before(day, length)
        if reminder > today:
            yield (day - reminder).days


def _events(report: DeadlineReport) -> Iterator[_Event]:
    for group in report.groups:
        for number, line in enumerate(group.deadlines):
            if line.date is not None and not line.passed:
                yield _of_deadline(report, line, line.date, number)
    for number, wait in enumerate(report.waits):
        if wait.last_useful_day is not None and not wait.passed:
            yield _of_wait(report, wait, wait.last_useful_day, number)


def _of_deadline(report: DeadlineReport, line: Deadline, date: datetime.date, number: int) -> _Event:
    title = f"{line.kind.value} ({report.name})"
    if line.standing is Standing.NOT_SETTLED:
        title += ": not settled, act by this day"
    elif line.only_if:
        title += f": only if {line.only_if}"
    elif line.against:
        title += f": against {line.against}"
    facts = (line.words, f"Against: {line.against}" if line.against else "", f"To: {line.to}" if line.to else "")
    law = f"Law: {line.statute} ({line.confidence})" if line.statute else ""
    lines = (*facts, law, *line.what_can_change, *_closing(report))
    return _Event(_id(report, line.kind.name, number), date, title, tuple(text for text in lines if text))


def _of_wait(report: DeadlineReport, wait: WaitingTime, date: datetime.date, number: int) -> _Event:
    title = f"Last useful day to file the claim ({report.name}): against {wait.against}"
    lines = (wait.words, wait.last_useful_words, f"Law: {wait.statute} ({wait.confidence})", *_closing(report))
    return _Event(_id(report, "wait", number), date, title, lines)


def _id(report: DeadlineReport, what: str, number: int) -> str:
    """Return an id that stays the same when the same page is saved again, so that a calendar does not show it twice."""
    return f"{report.abbreviation}-{what}-{number}-{report.happened.isoformat()}".lower()


def _closing(report: DeadlineReport) -> tuple[str, ...]:
    return f"We read these rules on {in_words(report.read_on)}.", *report.cautions
