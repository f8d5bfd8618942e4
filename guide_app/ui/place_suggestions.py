"""States and larger cities, as a line with suggestions offers them."""

from __future__ import annotations

from guide_app.places.place_names import suggest_places
from guide_app.ui.suggest_line import Suggestion


def suggested_places(typed: str) -> tuple[Suggestion, ...]:
    """Return the places that fit what was typed."""
    return tuple(Suggestion(one.place.abbreviation, one.place.name, one.city) for one in suggest_places(typed))
