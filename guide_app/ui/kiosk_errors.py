"""An error that nobody expected ends a kiosk's session: nothing of it is shown, and nothing of the visitor logged."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class ErrorWatch(QObject):
    """Takes the errors that Python would print: of slots, of events, of other threads.

    Signals: `failed()`.
    """

    failed = Signal()

    def install(self) -> None:
        """Take every error from now on."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down where it happened and nothing else: the message of an error may hold what was typed."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        print(f"guide-app: {kind.__name__} at {_place(trace)}; the session was ended.", file=sys.stderr)
        self.failed.emit()


def _place(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else "unknown"
