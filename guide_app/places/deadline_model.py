"""What a deadline report holds: dates with their law, waiting times, and the words where there is no date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum

from guide_app.places.state import Note


class Kind(Enum):
    """What a date is for; the value is its name for a reader."""

    NOTICE = "Notice of claim"
    SUIT = "Time to sue under state law"
    SECTION_1983 = "Federal civil-rights claim (42 U.S.C. § 1983)"
    UNITED_STATES_CLAIM = "Claim to the federal agency"
    UNITED_STATES_SUIT = "Suit against the United States"


class Standing(Enum):
    """How firmly a date stands."""

    NOT_SETTLED = "not settled"
    STATED = "stated"
    ONLY_IF = "for one case only"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDates:
    """Further dates that a reader may know; None for each that is not known."""

    notice: datetime.date | None = None
    rejection: datetime.date | None = None
    death: datetime.date | None = None
    appointment: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One date, or the words that stand where there is none.

    `words` is the sentence to show first. `why` says why a careful person acts by the date of a period that is not
    settled. `counted` says from which day the date was counted; `what_can_change` what may make it another one.
    `confidence` is in words, `as_of` the data's word on the age of the text ("" or "not shown" where there is none),
    `read_on` the day on which the entry was read. `days_left` is None where there is no date or it has passed. Empty
    texts are what the data does not have.
    """

    kind: Kind
    standing: Standing
    date: datetime.date | None
    words: str
    period: str
    passed: bool
    days_left: int | None
    counted: str
    what_can_change: tuple[str, ...]
    runs_from: str
    against: str = ""
    to: str = ""
    statute: str = ""
    confidence: str = ""
    only_if: str = ""
    explain: str = ""
    why: str = ""
    as_of: str = ""
    read_on: datetime.date | None
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineGroup:
    """The dates of one kind: one that is not settled first, the stated ones from the earliest, then those for one case.

    `opening` stands before them: it says so where no period for everyone was found, and for a notice whether one is
    needed at all. `earliest` is the first date that is not for one case only. `note` is prose, for reading.
    """

    kind: Kind
    opening: str
    deadlines: tuple[Deadline, ...]
    earliest: datetime.date | None
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingTime:
    """A time that must pass between notice and suit. It is no deadline.

    `over_on` is its last day, where the day of the notice is known. `last_useful_day` is the last day on which filing
    the claim is of any use: None where it cannot be said, or where the notice is due before; `last_useful_words` says
    which. `settled` is False where that day rests on a time to sue that is not settled.
    """

    words: str
    period: str
    over_on: datetime.date | None
    last_useful_day: datetime.date | None
    last_useful_words: str
    settled: bool
    passed: bool
    against: str
    to: str
    statute: str
    confidence: str
    only_if: str
    explain: str
    as_of: str
    read_on: datetime.date | None
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineReport:
    """All that can be said of the time that is left in one state."""

    abbreviation: str
    name: str
    happened: datetime.date
    today: datetime.date
    notice: DeadlineGroup
    suit: DeadlineGroup
    federal: DeadlineGroup
    waits: tuple[WaitingTime, ...]
    traps: tuple[str, ...]
    cautions: tuple[str, ...]
    read_on: datetime.date

    @property
    def groups(self) -> tuple[DeadlineGroup, ...]:
        """Return the dates by kind, in the order in which they are shown."""
        return self.notice, self.suit, self.federal

    @property
    def next_date(self) -> datetime.date | None:
        """Return the first day that has not passed, among those that are not for one case only.

        The last useful day to file a claim counts too, where a wait makes it earlier than the notice date.
        """
        dates = [
            line.date
            for group in self.groups
            for line in group.deadlines
            if not line.passed and line.standing is not Standing.ONLY_IF
        ]
        dates += [wait.last_useful_day for wait in self.waits if not wait.passed and not wait.only_if]
        return min((day for day in dates if day is not None), default=None)
