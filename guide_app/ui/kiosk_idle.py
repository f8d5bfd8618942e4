"""The clock of a kiosk's session: asks the idle rule how it stands, when there is something new to hear."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from guide_app.kiosk.idle import IdleRule, Phase

SETTLING_S = 2.0
"""After a reset the hand that pressed the button still leaves the mouse: that is no new visitor."""


class IdleWatch(QObject):
    """Follows the visitor's activity.

    Signals: `counted(seconds)` when the warning begins and every second of it, `extended()` when the visitor has
    answered it, `expired()` when nobody did.
    """

    counted = Signal(int)
    extended = Signal()
    expired = Signal()

    def __init__(self, rule: IdleRule, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._rule = rule
        self._clock = clock
        self._settled = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @Slot()
    def on_acted(self) -> None:
        """Take a key, a touch, a button or a turn of the wheel."""
        now = self._clock()
        phase = self._rule.standing(now).phase
        if phase is Phase.ENDED:  # the timer is late: what is on the screen belongs to somebody who has gone
            self.expired.emit()
            return
        self._rule.activity(now)
        if phase is Phase.WARNING:
            self.extended.emit()
        if phase is not Phase.ACTIVE:
            self.look()

    @Slot()
    def on_moved(self) -> None:
        """Take a movement of the pointer."""
        if self._rule.active or self._clock() >= self._settled:
            self.on_acted()

    def reset(self) -> None:
        """Begin anew: nobody is there."""
        self._rule.reset()
        self._timer.stop()
        self._settled = self._clock() + SETTLING_S

    @Slot()
    def look(self) -> None:
        """Look how the session stands, and when to look again."""
        now = self._clock()
        standing = self._rule.standing(now)
        if standing.phase is Phase.ENDED:
            self.expired.emit()
            return
        if standing.phase is Phase.WARNING:
            self.counted.emit(standing.seconds_left)
        wait = self._rule.next_change(now)
        if wait is not None:
            self._timer.start(max(1, math.ceil(wait * 1000)))
