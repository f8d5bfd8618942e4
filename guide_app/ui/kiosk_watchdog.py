"""Tells the supervisor from the event loop that the program is alive: a loop that hangs tells nothing, and is ended."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from guide_app.kiosk.notify import ALIVE, READY, STOPPING, Supervisor


class Watchdog(QObject):
    """Says ready, alive and stopping."""

    def __init__(self, supervisor: Supervisor) -> None:
        super().__init__()
        self._supervisor = supervisor
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)

    @Slot()
    def start(self) -> None:
        """Say that the window is there, and from now on that the event loop runs."""
        self._supervisor.tell(READY)
        if self._supervisor.interval_ms:
            self._timer.start(self._supervisor.interval_ms)

    def stop(self) -> None:
        """Say that the program ends."""
        self._timer.stop()
        self._supervisor.tell(STOPPING)

    @Slot()
    def _on_time(self) -> None:
        self._supervisor.tell(ALIVE)
