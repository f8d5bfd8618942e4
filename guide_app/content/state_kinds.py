"""The kinds of sections that are written for each state (`[[states: KIND]]`): headings, and how people ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guide_app.places.state import StateEntry
from guide_app.places.state_words import place


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of section."""

    heading: Callable[[StateEntry], str]
    asked_as: Callable[[StateEntry], tuple[str, ...]]


def _rule_heading(state: StateEntry) -> str:
    return f"What is the rule in {place(state)}?"


def _other_names(state: StateEntry) -> tuple[str, ...]:
    """Return what people call the District of Columbia."""
    return ("Washington DC",) if state.abbreviation == "DC" else ()


def _rule_asked(state: StateEntry) -> tuple[str, ...]:
    return (
        *(f"{name} police duty" for name in _other_names(state)),
        f"{state.name} police duty",
        f"can I sue the police in {state.name}",
        f"public duty rule in {state.name}",
    )


def _deadlines_heading(state: StateEntry) -> str:
    return f"How long do I have in {place(state)}?"


def _deadlines_asked(state: StateEntry) -> tuple[str, ...]:
    return (
        *(f"{name} deadline to sue police" for name in _other_names(state)),
        f"{state.name} deadline to sue police",
        f"{state.name} notice of claim",
        f"statute of limitations in {state.name}",
    )


KINDS: dict[str, Kind] = {
    "public-duty": Kind(_rule_heading, _rule_asked),
    "deadlines": Kind(_deadlines_heading, _deadlines_asked),
}
