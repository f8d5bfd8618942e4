"""A deadline report as plain text: whole, to be copied or printed, and short, to fit into a QR code for a phone."""

from __future__ import annotations

from collections.abc import Iterator

from guide_app.citations.typography import straight
from guide_app.dates import in_words
from guide_app.places.deadline_model import Deadline, DeadlineReport, Standing, WaitingTime
from guide_app.places.deadline_words import upper
from guide_app.places.federal_claim import ONLY_IF_FEDERAL, FederalClaim
from guide_app.places.state_words import date_of_text


def full_text(report: DeadlineReport, federal: FederalClaim | None = None) -> str:
    """Return all that the page of a report says but the prose notes, as lines of text."""
    return "\n".join(_full(report, federal)) + "\n"


def short_text(report: DeadlineReport) -> str:
    """Return the dates alone, one a line. It fits into a QR code for every state of the shipped data.

    It is all ASCII, the section sign written out: old readers of codes get that right, and it takes less room.
    """
    return straight("\n".join(_short(report))).replace("§", "section") + "\n"


def _full(report: DeadlineReport, federal: FederalClaim | None) -> Iterator[str]:
    yield f"{report.name}: how long do I have to act?"
    yield f"It happened on {in_words(report.happened)}. Counted on {in_words(report.today)}."
    for group in report.groups:
        yield from ("", group.kind.value)
        if group.opening:
            yield group.opening
        for line in group.deadlines:
            yield f"- {line.words}"
            yield from (f"  {detail}" for detail in _details(line))
    for wait in report.waits:
        yield from ("", "Waiting time", f"- {wait.words}")
        yield from (f"  {detail}" for detail in _wait_details(wait))
    if federal is not None:
        yield from _federal(federal)
    if report.traps:
        yield from ("", "Watch out", *(f"- {trap}" for trap in report.traps))
    yield ""
    yield from report.cautions
    yield f"We read these rules on {in_words(report.read_on)}."


def _federal(federal: FederalClaim) -> Iterator[str]:
    yield from ("", ONLY_IF_FEDERAL)
    for line in (federal.claim, federal.suit):
        yield f"- {line.kind.value}: {line.words}"
        yield from (f"  {detail}" for detail in _details(line))
    if federal.wait is not None:
        yield f"- {federal.wait.words}"
        yield from (f"  {detail}" for detail in _wait_details(federal.wait))


def _details(line: Deadline) -> Iterator[str]:
    if line.date is not None:
        yield f"Period: {line.period}. {line.counted}"
    if line.against:
        yield f"Against: {line.against}."
    if line.to and line.to != "not shown":
        yield f"To: {line.to}."
    if line.statute:
        yield _law(line)
    yield from line.what_can_change


def _wait_details(wait: WaitingTime) -> Iterator[str]:
    yield wait.last_useful_words
    if wait.over_on is not None:
        yield f"The wait ends on {in_words(wait.over_on)}."
    yield f"Against: {wait.against}."
    yield _law(wait)
    if wait.explain:
        yield f"{upper(wait.explain)}."


def _law(rule: Deadline | WaitingTime) -> str:
    """Name the law, how well it was read, and how old the text is where that is known."""
    return f"Law: {rule.statute} ({rule.confidence}). {date_of_text(rule.as_of)}".strip()


def _short(report: DeadlineReport) -> Iterator[str]:
    yield f"{report.name}. It happened {in_words(report.happened)}."
    for group in report.groups:
        yield f"{group.kind.value}:"
        if not group.deadlines:
            yield f"- {group.opening}"
        for line in group.deadlines:
            against = f" ({line.against})" if line.against and line.standing is Standing.STATED else ""
            yield f"- {line.words}{against}"
    for wait in report.waits:
        yield f"Wait {wait.period} after the notice ({wait.against}). {wait.last_useful_words}"
    yield "Information, not legal advice. Have a lawyer check every date."
