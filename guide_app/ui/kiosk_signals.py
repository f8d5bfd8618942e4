"""An administrator's or supervisor's request to end (SIGTERM, SIGINT, SIGHUP), brought into the event loop."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class EndSignals(QObject):
    """Tells that the program is asked to end; until then Python would look at a signal only when the loop wakes up.

    Signals: `came()`.
    """

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_written)

    def listen(self) -> None:
        """Take the signals from now on."""
        signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        for number in _ENDING:
            signal.signal(number, _take)

    def stop(self) -> None:
        """Give the signals their usual meaning again."""
        signal.set_wakeup_fd(-1)
        for number in _ENDING:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        for end in (self._here, self._there):
            end.close()

    @Slot()
    def _on_written(self) -> None:
        self._here.recv(64)
        self.came.emit()


def _take(_number: int, _frame: object) -> None:
    """Let Python write the signal's number to the socket; with the default action the process would end at once."""
