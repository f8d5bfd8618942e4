"""The page of one state: its rule, its own civil-rights claim, each with its sources, and the traps beside them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from guide_app.places.state import StateEntry
from guide_app.ui import state_rows as rows
from guide_app.ui.card_frame import CardFrame
from guide_app.ui.deadline_rows import TRAPS_TITLE
from guide_app.ui.facts_frame import FactsFrame
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.paragraph import paragraph
from guide_app.ui.source_links import SourceRow
from guide_app.ui.wide_page import WidePage


@dataclass(frozen=True, slots=True)
class Door:
    """Where a page leads to, or what can be done with it: a key, the words on its button, and whether it leads on."""

    key: str
    words: str
    primary: bool = False
    of: str = ""
    """What is printed, copied or saved: a listener hears the button without the page around it."""

    @property
    def name(self) -> str:
        """Return what a listener is told."""
        return f"{self.words}: {self.of}" if self.of else self.words


class StatePage(WidePage):
    """Shows what the guide may say of a state.

    Signals: `door_chosen(key)`, `authority_chosen(authority_id)`.
    """

    door_chosen = Signal(str)
    authority_chosen = Signal(str)

    def __init__(
        self,
        entry: StateEntry,
        links_of: rows.LinksOf,
        doors: tuple[Door, ...],
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scale, parent)
        self.top.addWidget(self._doors(doors))
        for part in rows.state_parts(entry, links_of):
            self.main.addWidget(paragraph(part.title, "heading"))
            self.main.addWidget(self._part(part))
            if part.sources:
                row = SourceRow(part.title, part.sources)
                row.chosen.connect(self.authority_chosen)
                self.main.addWidget(row)
        self.main.addWidget(paragraph(rows.read_line(entry), "muted"))
        self.main.addStretch(1)
        self.side.addWidget(paragraph(TRAPS_TITLE, "heading"))
        for trap in entry.traps:
            self.side.addWidget(paragraph(trap, "warning"))
        self.side.addStretch(1)

    def _doors(self, doors: tuple[Door, ...]) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for door in doors:
            button = QPushButton(door.words)
            button.setAccessibleName(door.name)
            button.setProperty("door", door.key)
            if door.primary:
                button.setProperty("kind", "primary")
            button.clicked.connect(self._on_door_clicked)
            flow.addWidget(button)
        return row

    def _part(self, part: rows.StatePart) -> QFrame:
        frame = CardFrame()
        column = frame.column
        column.addWidget(paragraph(part.answer, "title"))
        if part.meaning:
            column.addWidget(paragraph(part.meaning))
        for line in part.prose:
            column.addWidget(paragraph(line, "muted"))
        column.addWidget(FactsFrame(part.facts, bare=True))
        return frame

    @Slot()
    def _on_door_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.door_chosen.emit(sender.property("door"))
