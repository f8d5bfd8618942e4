"""All states by region, as buttons that the arrows move among: the list beside the field where one is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from guide_app.places.place_names import REGIONS, places_of
from guide_app.ui.flow_layout import FlowLayout


class _StateButton(QPushButton):
    """One state. Signals: `reached()` when it gets the keyboard."""

    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.reached.emit()


class StateGrid(QWidget):
    """The regions in the order of a map's edges, each with its states. Tab enters it once; arrows move within.

    Signals: `chosen(abbreviation)`.
    """

    chosen = Signal(str)

    def __init__(self, current: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # In an exclusive group (none of these can be checked) Qt's arrows move by where the buttons stand, Tab or not.
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for region in REGIONS:
            title = QLabel(region)
            title.setProperty("role", "muted")
            column.addWidget(title)
            row = QWidget()
            flow = FlowLayout(row, 6)
            for place in places_of(region):
                button = _StateButton(place.name)
                button.setProperty("abbreviation", place.abbreviation)
                button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                if place.abbreviation == current:
                    button.setProperty("kind", "primary")
                    button.setAccessibleDescription("Your state now")
                button.reached.connect(self._on_reached)
                button.clicked.connect(self._on_clicked)
                self._group.addButton(button)
                flow.addWidget(button)
            column.addWidget(row)
        buttons = self._group.buttons()
        first = next((each for each in buttons if each.property("abbreviation") == current), buttons[0])
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot()
    def _on_reached(self) -> None:
        """Let Tab come back to the button that had the keyboard last, and to no other."""
        for button in self._group.buttons():
            here = button is self.sender()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.chosen.emit(sender.property("abbreviation"))
