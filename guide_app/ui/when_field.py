"""One date: typed in any usual form, or set with buttons by touch; what is wrong with it is said right below."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from guide_app.dates import MONTHS, in_words
from guide_app.places.errors import PlacesError
from guide_app.places.state import Length
from guide_app.places.when import EARLIEST, after, before, parse_when
from guide_app.ui.clear_button import add_clear_button
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.paragraph import paragraph

STEPS = (("month", "months"), ("day", "days"), ("year", "years"))
LINE_LETTERS = 48
REPEAT_DELAY_MS = 500
REPEAT_EVERY_MS = 90


class WhenField(QWidget):
    """Takes one date.

    Signals: `changed(text)` while it is typed or set, `entered()` for Enter, `told(words)` for a screen reader.
    """

    changed = Signal(str)
    entered = Signal()
    told = Signal(str)

    def __init__(self, what: str, today: datetime.date, text: str = "", parent: QWidget | None = None) -> None:
        """Take what the date is ("the day it happened") and what was typed before."""
        super().__init__(parent)
        self._what = what
        self._today = today
        name = what[:1].upper() + what[1:]
        label = QLabel(name)
        label.setWordWrap(True)
        label.setProperty("role", "title")
        self.line = QLineEdit(text)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("3/28/2026 or March 28, 2026")
        self.line.setMaxLength(40)
        self.line.setMaximumWidth(self.line.fontMetrics().averageCharWidth() * LINE_LETTERS)
        add_clear_button(self.line, f"Clear: {what}")
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self.entered)
        self._error = paragraph("", "warning")
        self._error.hide()
        steps = QWidget()
        flow = FlowLayout(steps, 16)
        self._shown: dict[str, QLabel] = {}
        for part, unit in STEPS:
            flow.addWidget(self._stepper(part, unit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (label, self.line, self._error, steps):
            column.addWidget(widget)
        self._show_parts()

    @property
    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    @property
    def error(self) -> str:
        """Return what is wrong, as it is shown, or ""."""
        return "" if self._error.isHidden() else self._error.text()

    def read(self, *, needed: bool = True) -> datetime.date | None:
        """Return the date. What is wrong is said below the line, and then there is none.

        A date that is not needed may be left out.
        """
        self.show_error("")
        if not needed and not self.text.strip():
            return None
        try:
            return parse_when(self.text, self._today, what=self._what)
        except PlacesError as error:
            self.show_error(str(error))
            return None

    def show_error(self, said: str) -> None:
        """Say what is wrong; "" for nothing."""
        self._error.setText(said)
        self._error.setVisible(bool(said))
        self.line.setAccessibleDescription(said)
        if said:
            self.told.emit(said)

    def _stepper(self, part: str, unit: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        shown = QLabel()
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        widest = max((*MONTHS, "Month", "0000"), key=len) if part == "month" else "0000"
        shown.setMinimumWidth(shown.fontMetrics().horizontalAdvance(widest) + 8)
        self._shown[part] = shown
        for sign, by in (("−", -1), ("+", 1)):
            button = QPushButton(sign)
            button.setProperty("kind", "sign")
            button.setAccessibleName(f"A {part} {'earlier' if by < 0 else 'later'}: {self._what}")
            button.setProperty("unit", unit)
            button.setProperty("by", by)
            button.setAutoRepeat(True)
            button.setAutoRepeatDelay(REPEAT_DELAY_MS)
            button.setAutoRepeatInterval(REPEAT_EVERY_MS)
            button.clicked.connect(self._on_step_clicked)
            row.addWidget(button)
            if by < 0:
                row.addWidget(shown)
        return box

    def _date(self) -> datetime.date | None:
        """Return the date as far as it can be read, without a word about it."""
        try:
            return parse_when(self.text, self._today)
        except PlacesError:
            return None

    def _show_parts(self) -> None:
        day = self._date()
        for part, shown in self._shown.items():
            if day is None:
                shown.setText(part.capitalize())
            else:
                shown.setText(MONTHS[day.month - 1] if part == "month" else str(getattr(day, part)))

    @Slot()
    def _on_step_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        day, by = self._date(), sender.property("by")
        if day is None:
            day = self._today  # the first touch only sets a date to go on from
        else:
            step = Length(1, sender.property("unit"))
            day = after(day, step) if by > 0 else before(day, step)
        self.line.setText(in_words(max(EARLIEST, min(self._today, day))))
        self.told.emit(self.text)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.show_error("")
        self._show_parts()
        self.changed.emit(text)
