"""The words in which the fields of a state's entry are said to a reader. Nothing else is said of a state."""

from __future__ import annotations

from guide_app.dates import in_words, iso_in_words
from guide_app.places.shortest import Shortest
from guide_app.places.state import Cautious, Period, StateEntry

CHECK_NOW = "Check with a lawyer now."

NOTICE_NEEDED = {
    "yes": "Yes, for the claims below.",
    "no": "No, by what we read. An early notice is still safer.",
    "unknown": "Not known. We could not settle it. That is not a no. Ask a lawyer now.",
    "local": "It depends on the city, town or county. Read its charter and code at once.",
    "optional": "No, but a claim may be filed by choice.",
}

CIVIL_RIGHTS = {
    "yes": ("Yes.", "A law or a court allows such suits."),
    "narrow": ("Narrow.", "Only for some rights, against some people or bodies, or for some kinds of acts."),
    "no": ("No.", "A court or another source says that there is no such claim."),
    "unknown": ("Unknown.", "We did not find an answer. That is not a no. The claim may exist."),
}

NOTICE_IS = "A notice of claim is a written notice to a public body, given before a suit under state law."

_STARTS = {
    "accrual": "the day the claim arises",
    "accrual or discovery": "the day the claim arises or the harm is discovered",
    "appointment of the estate's representative": "the day the estate’s representative is appointed",
    "death": "the day of the death",
    "discovery": "the day the harm is discovered",
    "event": "the day of the event",
    "injury": "the day of the injury",
    "injury or accrual": "the day of the injury or the day the claim arises",
    "injury or discovery": "the day of the injury or the day it is discovered",
    "loss": "the day of the loss",
    "loss or injury": "the day of the loss or injury",
    "not shown": "not shown in what we read, so count from the day of the event",
    "notice": "the day the notice is given",
    "rejection of the claim": "the day the claim is rejected",
}

CONFIDENCES = {
    "primary": "Read in the words of a law or a court.",
    "secondary": "From other pages, not from the law itself.",
    "unverified": "Not verified: we found no source that settles it.",
    "clinic": "Said by the clinic; this guide has not checked it.",
}
"""How far a period, or the prose on a field, can be relied on; a period is primary or secondary."""


def place(state: StateEntry) -> str:
    """Return a state's name as it stands after "in"."""
    return f"the {state.name}" if state.name.startswith("District") else state.name


def start(runs_from: str) -> str:
    """Return from when a period counts; a word that is not in the table is said as it stands."""
    return _STARTS.get(runs_from, runs_from)


def conditions(period: Period) -> tuple[str, ...]:
    """Say for whom a period holds, from when it counts and who must get the notice: a line for each."""
    parts = (
        f"Only if {period.only_if}." if period.only_if else "",
        f"Against: {period.against}." if period.against else "",
        f"Counts from: {start(period.runs_from)}." if period.runs_from and not period.start_explained else "",
        _given_to(period.to),
        f"{period.explain[:1].upper()}{period.explain[1:]}." if period.explain else "",
    )
    return tuple(part for part in parts if part)


def _given_to(to: str) -> str:
    if not to:
        return ""
    return "To whom it must go was not shown." if to == "not shown" else f"Give it to: {to}."


def date_of_text(as_of: str) -> str:
    """Say how old the text is that was read, "" where that is not known."""
    return "" if as_of in ("", "not shown") else f"Date of the text we read: {iso_in_words(as_of)}."


def standing(period: Period, state: StateEntry) -> str:
    """Say on which law a period rests, how sure that is, and how old the text is."""
    law = period.statute.replace("§ ", "§\u00a0")
    dated = date_of_text(period.as_of) or "The date of the text was not shown."
    read = f" We read it by {in_words(state.read_on)}."
    return f"{law.rstrip('.')}. {CONFIDENCES[period.confidence]} {dated}{read} {CHECK_NOW}"


def shortest_time(found: Shortest) -> tuple[str, str]:
    """Say what the shortest time of a state asks for: what comes first, in bold, and the rest."""
    parts = (
        f"That is the shortest time we found here. It is for {found.what}.",
        "" if found.settled else "It is not settled: its line below says why.",
        "For one kind of claim below there is less time." if found.one_case else "",
        "A rule that we did not find may give less." if found.unfound else "",
        CHECK_NOW,
    )
    return f"Act within {found.words} of the day it happened.", " ".join(part for part in parts if part)


def caution(cautious: Cautious) -> str:
    """Say why a careful person acts earlier."""
    return f"Not settled. Count from: {start(cautious.runs_from)}. {cautious.why} {CHECK_NOW}"
