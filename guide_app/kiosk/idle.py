"""When a visitor seems to have gone: the rule, without a clock of its own.

After the time set by staff without a key, touch or pointer, a warning counts down; anything extends it, as often as
wanted; then the session ends (WCAG 2.2, 2.2.1: at least 20 seconds and one simple action). Where nobody has done
anything since the last reset there is nothing to end, and no warning is shown to an empty room.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from guide_app.settings import Settings


class Phase(Enum):
    """How a session stands."""

    UNTOUCHED = "nobody has done anything since the last reset"
    ACTIVE = "a visitor is there"
    WARNING = "the visitor is asked whether they are still there"
    ENDED = "the session has to be reset"


@dataclass(frozen=True, slots=True)
class Standing:
    """The phase, and the whole seconds until the session ends (0 unless it is WARNING)."""

    phase: Phase
    seconds_left: int = 0


class IdleRule:
    """Tell how the session stands at any moment. Moments are seconds of a clock that never goes back (monotonic)."""

    def __init__(self, settings: Settings) -> None:
        self._idle = settings.idle_minutes * 60
        self._warning = settings.idle_warning_seconds
        self._last: float | None = None

    def activity(self, moment: float) -> None:
        """Take a key, touch, wheel or pointer event; it also answers the warning."""
        self._last = moment

    def reset(self) -> None:
        """Begin anew: nobody is there."""
        self._last = None

    @property
    def active(self) -> bool:
        """Tell whether the session had any activity, and so counts in the totals."""
        return self._last is not None

    def standing(self, moment: float) -> Standing:
        """Return how the session stands."""
        if self._last is None:
            return Standing(Phase.UNTOUCHED)
        warned = moment - self._last - self._idle
        if warned < 0:
            return Standing(Phase.ACTIVE)
        if warned >= self._warning:
            return Standing(Phase.ENDED)
        return Standing(Phase.WARNING, math.ceil(self._warning - warned))

    def next_change(self, moment: float) -> float | None:
        """Return the seconds after which to look again: to the next phase or the next second of the countdown."""
        if self._last is None:
            return None
        warned = moment - self._last - self._idle
        if warned < 0:
            return -warned
        # The time to the next whole second of the countdown.
        return (self._warning - warned) % 1 or 1.0
