"""Which of a state's times is the shortest that holds for everyone, and whether another may be shorter still.

Lengths are compared for reading and sorting only, never for a date.
"""

from __future__ import annotations

from dataclasses import dataclass

from guide_app.places.state import Length, Period, Start, StateEntry

NOTICE = "the notice of claim"
STATE_SUIT = "a suit under state law"
FEDERAL_SUIT = "a suit under federal law"

_DAYS = {"days": 1.0, "months": 30.4, "years": 365.0}
"""So that 182 days come before 6 months, and 12 months before a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortest:
    """A time that counts from the event.

    `what` is what it is for. `one_case` says that a time for one case alone is shorter, `unfound` that a rule which was
    not found may be.
    """

    words: str
    what: str
    settled: bool
    one_case: bool
    unfound: bool


def days(length: Length) -> float:
    """Return about how many days a length has."""
    return length.n * _DAYS[length.unit]


def days_of(period: Period) -> float:
    """Return about how many days a whole period has."""
    return days(period.length) + (0 if period.plus is None else days(period.plus))


def shortest(state: StateEntry) -> Shortest | None:
    """Return the shortest time of a state, None where none was found. A cautious time goes before a stated one."""
    groups = (
        (NOTICE, state.notices, state.notice_cautious),
        (STATE_SUIT, state.suits, state.suit_cautious),
        (FEDERAL_SUIT, () if state.federal is None else (state.federal,), state.federal_cautious),
    )
    found: list[tuple[float, str, str, bool]] = []
    one_case: list[float] = []
    for what, periods, cautious in groups:
        if cautious is not None and cautious.start is Start.EVENT:
            found.append((days(cautious.length), str(cautious.length), what, False))
        for period in periods:
            if period.start is Start.EVENT and period.only_if:
                one_case.append(days_of(period))
            elif period.start is Start.EVENT:
                found.append((days_of(period), period.words, what, True))
    if not found:
        return None
    length, words, what, settled = min(found, key=lambda time: time[0])
    no_notice = state.notice_required in ("no", "optional") or (state.notice_required == "yes" and state.notices)
    return Shortest(
        words=words,
        what=what,
        settled=settled,
        one_case=any(other < length for other in one_case),
        unfound=not (no_notice and state.suits and state.federal),
    )
