"""The cite list: what was copied in this session, to be copied again, as one list or as a table of authorities."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from guide_app.ui.cards import Card
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.push_button import push_button


class CiteListCard(Card):
    """Shows the list and what can be done with it.

    Signals: `moved(position, step)`, `removed(position)`, `list_wanted()`, `table_wanted()`, `cleared()`.
    """

    moved = Signal(int, int)
    removed = Signal(int)
    list_wanted = Signal()
    table_wanted = Signal()
    cleared = Signal()

    def __init__(self, entries: tuple[tuple[str, str], ...], end: str, parent: QWidget | None = None) -> None:
        """Show entries, each with what it is and how it begins; `end` says in words when they are forgotten."""
        super().__init__(parent)
        if not entries:
            self.text(f"Nothing has been copied yet. Every citation that you copy is listed here until {end}.")
            self.column.addStretch(1)
            return
        self.text(f"Copied in this session. It is forgotten when {end}.", "muted")
        buttons = QWidget()
        row = FlowLayout(buttons)
        for words, signal, kind in (
            ("Copy or save the list", self.list_wanted, "primary"),
            ("As a table of authorities", self.table_wanted, ""),
            ("Empty the list", self.cleared, "quiet"),
        ):
            row.addWidget(push_button(words, kind, signal))
        self.column.addWidget(buttons)
        for position, (label, line) in enumerate(entries):
            self.column.addWidget(self._entry(position, label, line, last=position == len(entries) - 1))
        self.column.addStretch(1)

    def _entry(self, position: int, label: str, line: str, *, last: bool) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 10, 10, 6)
        column.setSpacing(4)
        for words, role in ((label, "title"), (line, "muted")):
            paragraph = QLabel(words)
            paragraph.setTextFormat(Qt.TextFormat.PlainText)
            paragraph.setWordWrap(True)
            paragraph.setProperty("role", role)
            column.addWidget(paragraph)
        buttons = QWidget()
        row = FlowLayout(buttons, 4)
        column.addWidget(buttons)
        for text, step, shown in (("Up", -1, position > 0), ("Down", 1, not last), ("Remove", 0, True)):
            button = QPushButton(text)
            button.setProperty("kind", "quiet")
            button.setProperty("position", position)
            button.setProperty("step", step)
            button.setAccessibleName(f"{text}: {label}")
            button.setEnabled(shown)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        return frame

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        position, step = sender.property("position"), sender.property("step")
        if step:
            self.moved.emit(position, step)
        else:
            self.removed.emit(position)
