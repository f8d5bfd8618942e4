"""Waits for a widget's first paint, then says how long the command took until then and how much memory it holds."""

from __future__ import annotations

import json
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

SETTLE_MS = 300


class Painted(QObject):
    """Notes the first paint of a widget and ends the program when it has settled."""

    def __init__(self, widget: QWidget, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._after: float | None = None
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._after is None:
            self._after = 0.0
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self._after = time.clock_gettime(time.CLOCK_MONOTONIC) - _started()
        QTimer.singleShot(SETTLE_MS, self._application.quit)

    def report(self) -> None:
        print(json.dumps({"seconds": self._after, "pss_kib": _pss()}))


def _started() -> float:
    """Return the process's start on the monotonic clock, from field 22 of /proc/self/stat (man 5 proc)."""
    import os

    ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    boot = time.clock_gettime(time.CLOCK_MONOTONIC) - time.clock_gettime(time.CLOCK_BOOTTIME)
    return ticks / os.sysconf("SC_CLK_TCK") + boot


def _pss() -> int:
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
