"""The session of a kiosk: every way home runs the one reset, under a cover, and shows the start page again."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from guide_app.kiosk.reset import Reset
from guide_app.ui.kiosk_idle import IdleWatch
from guide_app.ui.kiosk_warning import IdleWarning
from guide_app.ui.main_window import MainWindow

BY_HAND = "The session has ended. Everything from it is forgotten."
BY_ERROR = "Something went wrong, so the session was ended. Please start again."
MOST_ERRORS, WITHIN_S = 3, 30.0
"""So many errors in so short a time do not go away by a reset: the program is to be started again."""


class KioskSession(QObject):
    """Ends sessions: by the button, Shift three times, the idle clock, an error, or staff.

    Signals: `ended()` after a reset, `failed()` when the program has to be started again, since only that is sure.
    """

    ended = Signal()
    failed = Signal()

    def __init__(
        self,
        window: MainWindow,
        reset: Reset,
        idle: IdleWatch,
        warning: IdleWarning,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._reset = reset
        self._clock = clock
        self._words = BY_HAND
        self._errors: deque[float] = deque(maxlen=MOST_ERRORS)
        idle.counted.connect(warning.show_count)
        idle.extended.connect(warning.dismiss)
        idle.expired.connect(self._on_expired)
        warning.end_wanted.connect(window.leave)
        window.left.connect(self._on_left)

    @Slot()
    def on_error(self) -> None:
        """End the session after an error that nobody expected."""
        now = self._clock()
        self._errors.append(now)
        if len(self._errors) == MOST_ERRORS and now - self._errors[0] <= WITHIN_S:
            self.failed.emit()
            return
        self._end(BY_ERROR)

    @Slot()
    def _on_expired(self) -> None:
        self._end("")  # nobody is there who would want to hear of it, and the next visitor has lost nothing

    def _end(self, words: str) -> None:
        self._words = words
        self._window.leave()

    @Slot()
    def _on_left(self) -> None:
        # From the event loop: whatever asked for it must not be on the stack when cards and panels are deleted.
        QTimer.singleShot(0, self._forget)

    @Slot()
    def _forget(self) -> None:
        words, self._words = self._words, BY_HAND
        if self._reset.reset():
            self.failed.emit()
            return
        self._window.come_back()
        if words:
            self._window.notices.say(words)
        self.ended.emit()
