"""The question of the idle clock, whether the visitor is still there."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.kiosk_sheet import Sheet
from guide_app.ui.notices import announce
from guide_app.ui.theme import Theme

ANNOUNCED_AT = (30, 10)
"""Seconds left at which the countdown is spoken again; every second would drown everything else."""
_LOOK_AGAIN_MS, _LOOKS = 50, 40
"""How often to look whether a press has been let go, and how many times: a release can get lost."""


class IdleWarning(Sheet):
    """Counts down. What it answers to is the gate's business: any key, touch or movement.

    Signals: `end_wanted()` for the button that ends the session at once.
    """

    end_wanted = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__("Are you still there?", theme, window)
        self._looks = 0
        self._count = self.text("", "title")
        self.text("Press any key or touch the screen to go on. What you were reading is still here.")
        self.text("If nobody answers, everything from this visit is forgotten.", "muted")
        self._go_on = QPushButton("Go on reading")
        self._go_on.setProperty("kind", "primary")
        end = QPushButton("End session now")
        end.setProperty("kind", "danger")
        end.clicked.connect(self.end_wanted)
        row = QWidget()
        flow = FlowLayout(row, 12)
        flow.addWidget(self._go_on)
        flow.addWidget(end)
        self.column.addWidget(row)

    def show_count(self, seconds: int) -> None:
        """Show the seconds that are left."""
        self._count.setText(f"This session ends in {seconds} {'second' if seconds == 1 else 'seconds'}.")
        if self.isHidden():
            self.open(self._go_on)
            announce(self, f"Are you still there? This session ends in {seconds} seconds. Press any key to go on.")
        elif seconds in ANNOUNCED_AT:
            announce(self, f"{seconds} seconds left. Press any key to go on.")

    @Slot()
    def dismiss(self) -> None:
        """Go away once nothing is pressed any more: a press that answers must not be let go on what lies below."""
        self._looks = 0
        QTimer.singleShot(0, self._on_answered)

    @Slot()
    def _on_answered(self) -> None:
        self._looks += 1
        if QGuiApplication.mouseButtons() and self._looks < _LOOKS:
            QTimer.singleShot(_LOOK_AGAIN_MS, self._on_answered)
        else:
            self.close_sheet()

    def showEvent(self, event: QShowEvent) -> None:
        """Come to the front of other sheets."""
        super().showEvent(event)
        self.raise_()
