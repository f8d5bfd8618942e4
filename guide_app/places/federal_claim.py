"""Claims against the United States, for what federal officers did: the same in every state.

The periods stand in the text of two authorities, 28 U.S.C. §§ 2401(b) and 2675. A date is computed only as long as that
text says what is counted here; if the data changes, the reader gets its words and no date.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from guide_app.citations.model import Statute
from guide_app.places import deadline_words as words
from guide_app.places.deadline_model import Deadline, Kind, Standing, WaitingTime
from guide_app.places.errors import PlacesError
from guide_app.places.state import Length
from guide_app.places.when import after, check_when

TIME_LIMITS = "usc-28-2401-b"
CLAIM_FIRST = "usc-28-2675"
"""The ids of the two authorities that `federal_claim` needs."""

ONLY_IF_FEDERAL = "Only if they were federal officers"
"""What stands above these dates, beside those of a state."""

_TO_CLAIM = Length(2, "years")
_TO_SUE = Length(6, "months")
_WAIT = Length(6, "months")
_SAYS_CLAIM = "within two years after it accrues"
_SAYS_SUE = "within six months after the agency mails its final denial"
_SAYS_WAIT = "If six months pass without a decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class FederalClaim:
    """The claim to the agency, the suit after its denial, and the wait between (None where the data has no number)."""

    claim: Deadline
    suit: Deadline
    wait: WaitingTime | None
    cautions: tuple[str, ...]


def federal_claim(
    happened: datetime.date,
    today: datetime.date,
    *,
    time_limits: Statute,
    claim_first: Statute,
    denied: datetime.date | None = None,
    claimed: datetime.date | None = None,
) -> FederalClaim:
    """Compute the dates of a claim against the United States from the authorities TIME_LIMITS and CLAIM_FIRST.

    `denied` is the day on which the agency mailed its denial, `claimed` the day on which it got the claim. Raises
    PlacesError when a date is in the future or before 1950, or comes before the event.
    """
    check_when(happened, today)
    for day, what in ((denied, "the day of the denial"), (claimed, "the day of the claim")):
        if day is not None:
            check_when(day, today, what=what)
            if day < happened:
                raise PlacesError(f"{words.upper(what)} cannot come before the day it happened.")
    if denied is not None and claimed is not None and denied < claimed:
        raise PlacesError("The day of the denial cannot come before the day of the claim.")
    claim_end = after(happened, _TO_CLAIM) if _SAYS_CLAIM in time_limits.what_it_says else None
    says_suit = _SAYS_SUE in time_limits.what_it_says
    suit_end = after(denied, _TO_SUE) if denied is not None and says_suit else None
    return FederalClaim(
        claim=_deadline(
            Kind.UNITED_STATES_CLAIM,
            time_limits,
            claim_end,
            today,
            period=str(_TO_CLAIM),
            runs_from="accrual",
            counted="Counted from the day it happened.",
            to="the federal agency concerned, in writing",
        ),
        suit=_deadline(
            Kind.UNITED_STATES_SUIT,
            time_limits,
            suit_end,
            today,
            period=str(_TO_SUE),
            runs_from="the day on which the agency mails its final denial",
            counted="Counted from the day on which the agency mailed its denial.",
            to="",
        ),
        wait=_wait(claim_first, claimed) if _SAYS_WAIT in claim_first.what_it_says else None,
        cautions=words.CAUTIONS,
    )


def _deadline(
    kind: Kind,
    statute: Statute,
    end: datetime.date | None,
    today: datetime.date,
    *,
    period: str,
    runs_from: str,
    counted: str,
    to: str,
) -> Deadline:
    return Deadline(
        kind=kind,
        standing=Standing.STATED,
        date=end,
        words=statute.what_it_says if end is None else words.act_by(end, today),
        period=period,
        passed=end is not None and end < today,
        days_left=None if end is None or end < today else (end - today).days,
        counted="" if end is None else counted,
        what_can_change=(statute.verified_note, *((statute.note,) if statute.note else ())),
        runs_from=runs_from,
        against="United States",
        to=to,
        statute=statute.cite,
        confidence=words.CONFIDENCE.get(statute.confidence, statute.confidence),
        as_of=statute.as_of,
        read_on=None,
        authorities=(statute.id,),
    )


def _wait(statute: Statute, claimed: datetime.date | None) -> WaitingTime:
    return WaitingTime(
        words=f"This is a waiting time, not a deadline. {statute.what_it_says}",
        period=str(_WAIT),
        over_on=None if claimed is None else after(claimed, _WAIT),
        last_useful_day=None,
        last_useful_words="The claim itself must be in within its own time: see its date.",
        settled=True,
        passed=False,
        against="United States",
        to="the federal agency concerned",
        statute=statute.cite,
        confidence=words.CONFIDENCE.get(statute.confidence, statute.confidence),
        only_if="",
        explain="",
        as_of=statute.as_of,
        read_on=None,
        authorities=(statute.id,),
    )
