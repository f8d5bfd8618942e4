"""From a state and the day it happened to the dates by which to act.

Computed only from the structured fields `section_1983`, `notice` and `suit` of a state's entry, by the rules of the
comment at the head of `resources/states/states.yaml`:

- counting starts on the day of the event, whatever the law says of accrual or discovery; a period that runs from the
  notice, a rejection, a death or an appointment needs that date, and without it there are only words;
- a day that does not exist moves back; a weekend or a holiday moves nothing;
- a credible `cautious` period leads, marked not settled, and the stated one follows; the earlier date wins;
- `only_if` speaks of one case, and never stands in for the others;
- a waiting time is no deadline; no period found is never "no limit".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from guide_app.places import deadline_words as words
from guide_app.places.deadline_model import (
    Deadline,
    DeadlineGroup,
    DeadlineReport,
    Kind,
    OtherDates,
    Standing,
    WaitingTime,
)
from guide_app.places.errors import PlacesError
from guide_app.places.state import Cautious, Length, Note, Period, Start, StateEntry
from guide_app.places.when import after, before, check_when


def deadlines_for(
    state: StateEntry, happened: datetime.date, today: datetime.date, others: OtherDates | None = None
) -> DeadlineReport:
    """Compute the dates of one state. Nothing is kept.

    Raises PlacesError when a date is in the future or before 1950, or when the dates contradict each other.
    """
    others = others or OtherDates()
    _check(happened, today, others)
    count = _Count(happened, today, others, state.read_on)
    authorities = state.authorities
    notice = _group(
        count, Kind.NOTICE, state.notices, state.notice_cautious, state.notes.notice, authorities.notice_of_claim
    )
    suit = _group(
        count, Kind.SUIT, state.suits, state.suit_cautious, state.notes.suit, authorities.suit_deadline_after_notice
    )
    federal = _group(
        count,
        Kind.SECTION_1983,
        () if state.federal is None else (state.federal,),
        state.federal_cautious,
        state.notes.federal,
        authorities.section_1983_limit,
    )
    return DeadlineReport(
        abbreviation=state.abbreviation,
        name=state.name,
        happened=happened,
        today=today,
        notice=_with_opening(notice, state),
        suit=suit,
        federal=federal,
        waits=tuple(_waiting_time(count, wait, state) for wait in state.waits),
        traps=state.traps,
        cautions=words.CAUTIONS,
        read_on=state.read_on,
    )


def _check(happened: datetime.date, today: datetime.date, others: OtherDates) -> None:
    check_when(happened, today)
    for start in words.OWN_DATE:
        day = _own_date(start, others)
        if day is None:
            continue
        what = words.OWN_DATE[start]
        check_when(day, today, what=what)
        if day < happened:
            raise PlacesError(f"{words.upper(what)} cannot come before the day it happened.")
    if others.notice and others.rejection and others.rejection < others.notice:
        raise PlacesError("The day on which the claim was rejected cannot come before the day on which it was given.")
    if others.death and others.appointment and others.appointment < others.death:
        raise PlacesError("The day on which the estate’s representative was appointed cannot come before the death.")


def _own_date(start: Start, others: OtherDates) -> datetime.date | None:
    return {
        Start.NOTICE: others.notice,
        Start.REJECTION: others.rejection,
        Start.DEATH: others.death,
        Start.APPOINTMENT: others.appointment,
    }[start]


@dataclass(frozen=True, slots=True)
class _Count:
    """What every date of one report is counted with."""

    happened: datetime.date
    today: datetime.date
    others: OtherDates
    read_on: datetime.date

    def end_of(self, rule: Period | Cautious) -> datetime.date | None:
        """Return the last day of a period, or None where the day from which it runs is not known."""
        start = self.happened if rule.start is Start.EVENT else _own_date(rule.start, self.others)
        return None if start is None else after(start, *_lengths(rule))

    def from_event(self, rule: Period | Cautious) -> datetime.date:
        """Return the last day of a period that runs from the event."""
        return after(self.happened, *_lengths(rule))

    def days_left(self, end: datetime.date | None) -> int | None:
        """Return the days from today to a date, or None where there is none or it has passed."""
        return None if end is None or end < self.today else (end - self.today).days


def _lengths(rule: Period | Cautious) -> tuple[Length, ...]:
    if isinstance(rule, Period) and rule.plus is not None:
        return rule.length, rule.plus
    return (rule.length,)


def _group(
    count: _Count,
    kind: Kind,
    periods: Iterable[Period],
    cautious: Cautious | None,
    note: Note,
    authorities: tuple[str, ...],
) -> DeadlineGroup:
    stated = sorted((_stated(count, kind, period, authorities) for period in periods), key=_by_date)
    for_all = [line for line in stated if line.standing is Standing.STATED]
    for_one_case = [line for line in stated if line.standing is Standing.ONLY_IF]
    lines = for_all
    if cautious is not None:
        careful = _careful(count, kind, cautious, authorities)
        # A careful date that is later than a stated one would add nothing but danger: the earlier date wins.
        if not any(_is_earlier(line, careful) for line in for_all):
            lines = [careful, *for_all]
    earliest = min((line.date for line in lines if line.date is not None), default=None)
    return DeadlineGroup(
        kind=kind,
        opening=_opening(lines, for_one_case, earliest),
        deadlines=(*lines, *for_one_case),
        earliest=earliest,
        note=note,
    )


def _opening(lines: list[Deadline], for_one_case: list[Deadline], earliest: datetime.date | None) -> str:
    if not lines:
        return words.ONE_CASE_EACH if for_one_case else words.ASK_NOW
    if earliest and any(line.date is not None and line.date < earliest for line in for_one_case):
        return words.EARLIER_CASE
    return ""


def _with_opening(notice: DeadlineGroup, state: StateEntry) -> DeadlineGroup:
    """Put before the notice dates whether a notice is needed at all, in the words of the data."""
    needed = words.REQUIRED[state.notice_required]
    # "no" and "optional" have support of their own: there, no date for everyone is the rule and not a gap
    silent = state.notice_required in {"no", "optional"} and notice.earliest is None
    return replace(notice, opening=needed if silent else f"{needed} {notice.opening}".strip())


def _by_date(line: Deadline) -> tuple[bool, datetime.date]:
    return line.date is None, line.date or datetime.date.max


def _is_earlier(line: Deadline, other: Deadline) -> bool:
    return line.date is not None and other.date is not None and line.date < other.date


def _stated(count: _Count, kind: Kind, period: Period, authorities: tuple[str, ...]) -> Deadline:
    end = count.end_of(period)
    return Deadline(
        kind=kind,
        standing=Standing.ONLY_IF if period.only_if else Standing.STATED,
        date=end,
        words=words.no_date(period.words, period.start, only_if=period.only_if)
        if end is None
        else words.act_by(end, count.today, only_if=period.only_if),
        period=period.words,
        passed=end is not None and end < count.today,
        days_left=count.days_left(end),
        counted="" if end is None else words.counted_from(period.start),
        what_can_change=_changes(period),
        runs_from=period.runs_from,
        against=period.against,
        to=period.to,
        statute=period.statute,
        confidence=words.CONFIDENCE[period.confidence],
        only_if=period.only_if,
        explain=period.explain,
        as_of=period.as_of,
        read_on=count.read_on,
        authorities=authorities,
    )


def _careful(count: _Count, kind: Kind, cautious: Cautious, authorities: tuple[str, ...]) -> Deadline:
    end = count.end_of(cautious)
    period = str(cautious.length)
    return Deadline(
        kind=kind,
        standing=Standing.NOT_SETTLED,
        date=end,
        words=words.no_date(period, cautious.start, settled=False)
        if end is None
        else words.act_by(end, count.today, settled=False),
        period=period,
        passed=end is not None and end < count.today,
        days_left=count.days_left(end),
        counted="" if end is None else words.counted_from(cautious.start),
        what_can_change=(cautious.why,),
        runs_from=cautious.runs_from,
        why=cautious.why,
        read_on=count.read_on,
        authorities=authorities,
    )


def _changes(period: Period) -> tuple[str, ...]:
    """Say what may make the date another one, as far as the structured fields tell."""
    changes = []
    if period.explain:
        changes.append(words.upper(period.explain).rstrip(".") + ".")
    law = words.law_counts_from(period)
    if law and not period.start_explained:
        changes.append(law)
    return tuple(changes)


def _waiting_time(count: _Count, wait: Period, state: StateEntry) -> WaitingTime:
    end, settled = _end_of_time_to_sue(count, wait, state)
    last = None if end is None else before(end, wait.length)
    passed = False
    if last is None:
        said = words.NO_TIME_TO_SUE
    elif _due_before(count, wait, state, last):
        last, said = None, words.DUE_BEFORE
    else:
        said, passed = words.last_useful_day(last, count.today, settled=settled), last < count.today
    return WaitingTime(
        words=words.waiting(wait.length, wait.only_if),
        period=wait.words,
        over_on=count.end_of(wait),
        last_useful_day=last,
        last_useful_words=said,
        settled=settled,
        passed=passed,
        against=wait.against,
        to=wait.to,
        statute=wait.statute,
        confidence=words.CONFIDENCE[wait.confidence],
        only_if=wait.only_if,
        explain=wait.explain,
        as_of=wait.as_of,
        read_on=count.read_on,
        authorities=state.authorities.notice_of_claim,
    )


def _end_of_time_to_sue(count: _Count, wait: Period, state: StateEntry) -> tuple[datetime.date | None, bool]:
    """Return the earliest end of the time to sue those whom a wait protects, and whether it is settled."""
    ends = [
        (count.from_event(period), True)
        for period in state.suits
        if period.start is Start.EVENT and not period.only_if and _same_body(period, wait)
    ]
    cautious = state.suit_cautious
    if cautious is not None and cautious.start is Start.EVENT:
        ends.append((count.from_event(cautious), False))
    return min(ends, default=(None, True))


def _due_before(count: _Count, wait: Period, state: StateEntry, last: datetime.date) -> bool:
    """Say whether the same body must have the notice by a stated date that is no later than the last useful day."""
    return any(
        count.from_event(period) <= last
        for period in state.notices
        if period.start is Start.EVENT and not period.only_if and _same_body(period, wait)
    )


def _same_body(one: Period, other: Period) -> bool:
    """Say whether two periods speak of the same kind of body ("city or county" and "county")."""
    return not _bodies(one).isdisjoint(_bodies(other))


def _bodies(period: Period) -> frozenset[str]:
    return frozenset(re.split(r",\s*|\s+or\s+|\s+and\s+", period.against))
