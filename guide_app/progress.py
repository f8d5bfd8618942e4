"""How far a long task has come: shown once it has taken longer than half a second, and then a few times a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

SHOWN_AFTER_S = 0.5
SHOWN_EVERY_S = 0.1


class Progress:
    """Passes on how far a task has come, as a whole number of percent. `close` ends what `show` has begun."""

    def __init__(
        self, show: Callable[[int], None], close: Callable[[], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._show = show
        self._close = close
        self._clock = clock
        self._next = clock() + SHOWN_AFTER_S
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show it, if it is time to."""
        now = self._clock()
        if now >= self._next:
            self._next = now + SHOWN_EVERY_S
            self._shown = True
            self._show(done * 100 // total)

    def close(self) -> None:
        """End what has been shown, when the task has ended."""
        if self._shown:
            self._close()


def progress_on_terminal() -> Progress:
    """Return progress that is shown on the terminal, if standard error is one."""
    if not sys.stderr.isatty():
        return Progress(lambda _percent: None, lambda: None)
    return Progress(_show_on_terminal, lambda: print(file=sys.stderr))


def _show_on_terminal(percent: int) -> None:
    print(f"\rPreparing the guide: {percent} %", end="", file=sys.stderr, flush=True)
