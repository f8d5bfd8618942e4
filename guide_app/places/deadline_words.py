"""The sentences of the deadline page, in one place. Each says no more than the data's structured fields support."""

from __future__ import annotations

import datetime

from guide_app.dates import in_words
from guide_app.places.state import Cautious, Length, Period, Start

PASSED = "this date has passed; ask a lawyer at once, there are exceptions"
"""What a date that is over reads. Never "too late": a court may excuse it."""

NOT_SETTLED = "Not settled"
ASK_NOW = "We could not settle this. Ask a lawyer now. Not found does not mean that there is no limit."

CONFIDENCE = {
    "primary": "read in the words of a law or a court",
    "secondary": "from other pages, not from the law itself",
}
"""The data's word for how well a period was read, and the words shown to a reader."""

REQUIRED = {
    "yes": "State law asks for a notice of claim before a suit.",
    "no": "As we read the law, it asks for no notice of claim here. Read the warnings that stand beside this.",
    "unknown": "We could not settle whether a notice of claim is needed. That is not a no.",
    "local": "There is no one rule for the whole state. Each city or town may have its own.",
    "optional": "A notice of claim is a choice here, not a duty. Read the warnings that stand beside this.",
}
"""The data's word for whether a notice is needed, and the sentence shown to a reader."""

CAUTIONS = (
    "This is information, not legal advice. Have a lawyer check every date.",
    "If you do not know who ran the police, use the earliest date.",
    "A weekend or a holiday gives no extra time here.",
    "Children, people who could not act, and late notices sometimes get more time. To be safe, these dates leave that "
    "out. A lawyer can say whether you have more time.",
)
"""What holds for every date of the page."""

_START_WORDS = {
    "event": "the day it happened",
    "injury": "the injury",
    "loss": "the loss",
    "accrual": "the day on which the right to sue arose",
    "discovery": "the day on which the harm was found out",
}

OWN_DATE = {
    Start.NOTICE: "the day on which the notice of claim was given",
    Start.REJECTION: "the day on which the claim was rejected",
    Start.DEATH: "the day of the death",
    Start.APPOINTMENT: "the day on which the estate’s representative was appointed",
}
"""The starts that need a date of their own, in words."""


def act_by(day: datetime.date, today: datetime.date, *, settled: bool = True, only_if: str = "") -> str:
    """Say what a date asks for."""
    if day < today:
        return _opened(f"{in_words(day)}. {upper(PASSED)}.", settled, only_if)
    if day == today:
        return _opened(f"act today, {in_words(day)}. No day is left after it.", settled, only_if)
    return _opened(f"act by {in_words(day)}.", settled, only_if)


def no_date(period: str, start: Start, *, settled: bool = True, only_if: str = "") -> str:
    """Say why there is no date, for a period whose start is not known."""
    said = f"{period} from {OWN_DATE[start]}. Without that day no date can be given."
    return _opened(said, settled, only_if)


def _opened(said: str, settled: bool, only_if: str) -> str:
    """Put before a sentence that it is not settled, or for which case alone it holds."""
    if only_if:
        said = f"only if {only_if}: {said}"
    return upper(said) if settled else f"{NOT_SETTLED}: {said}"


def counted_from(start: Start) -> str:
    """Say from which day a date was counted."""
    return f"Counted from {OWN_DATE.get(start, _START_WORDS['event'])}."


def law_counts_from(rule: Period | Cautious) -> str:
    """Say what the law counts from where that may be later than the day of the event, else ""."""
    if rule.start is not Start.EVENT or rule.runs_from in {"", "event"}:
        return ""
    if rule.runs_from == "not shown":
        return "What we read did not show where this time starts; the day it happened is never late."
    law = " or ".join(_START_WORDS[part] for part in rule.runs_from.split(" or "))
    return f"The law counts from {law}, which may be later; the day it happened is never late."


ONE_CASE_EACH = "Each of these holds for one case only. For any other case we found nothing. Ask a lawyer now."
EARLIER_CASE = "For one case below the date is earlier. See whether it is yours."
NO_TIME_TO_SUE = (
    "We did not find the time to sue here, so the last useful day to file the claim cannot be said. Ask a lawyer now."
)
DUE_BEFORE = "The notice of claim is due before this wait matters. See its date."


def waiting(period: Length, only_if: str) -> str:
    """Say what a waiting time is."""
    opening = f"Only if {only_if}. " if only_if else ""
    return f"{opening}This is a waiting time, not a deadline: {period} must pass after the notice before you may sue."


def last_useful_day(day: datetime.date, today: datetime.date, *, settled: bool = True) -> str:
    """Say until when a claim is of use where a wait stands before the suit."""
    opening = "" if settled else f"{NOT_SETTLED}: "
    what = "the last useful day to file the claim (the end of the time to sue less the wait)"
    if day < today:
        return f"{opening}{in_words(day)} was {what}. {upper(PASSED)}."
    if day == today:
        return f"{opening}Today, {in_words(day)}, is {what}. File it today."
    return f"{opening}{in_words(day)} is {what}. File it well before."


def upper(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]
