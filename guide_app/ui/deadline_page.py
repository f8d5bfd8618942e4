"""The page "How long do I have?": the state, the date it happened, and below them what was worked out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guide_app.places.deadline_model import DeadlineReport
from guide_app.places.deadline_words import OWN_DATE
from guide_app.places.federal_claim import FederalClaim
from guide_app.places.state import Start
from guide_app.ui.deadline_results import DeadlineResults
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.paragraph import paragraph
from guide_app.ui.state_rows import LinksOf
from guide_app.ui.when_field import WhenField
from guide_app.ui.wide_page import WidePage

HAPPENED = "happened"
PAPER_DOORS = ("print", "pdf", "copy")
"""Doors whose words do not say what is taken along."""
KEEPS_NOTHING = "What you type here is not stored. It is forgotten when you leave the guide."
NO_RULES = (
    "This guide has no deadlines for {name}. That does not mean that there are none. Ask a lawyer there now: "
    "a deadline may be short."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSetting:
    """What the page is made of: the state ("" for none chosen), the further dates that its rules ask for, the day.

    `doors` are the ways to take the dates along, as (key, words).
    """

    name: str
    has_rules: bool
    starts: tuple[Start, ...]
    today: datetime.date
    doors: tuple[tuple[str, str], ...]


class DeadlinePage(QWidget):
    """Asks for the dates and shows the result.

    Signals: `asked()` for the result, `typed(key, text)` while a date changes, `door_chosen(key)`,
    `page_wanted(key)`, `authority_chosen(authority_id)`, `told(words)` for a screen reader.
    """

    asked = Signal()
    typed = Signal(str, str)
    door_chosen = Signal(str)
    page_wanted = Signal(str)
    authority_chosen = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        setting: DeadlineSetting,
        typed: Mapping[str, str],
        links_of: LinksOf,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._setting = setting
        self._links_of = links_of
        self._scale = scale
        self.fields: dict[str, WhenField] = {}
        self.results: DeadlineResults | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._sheet = WidePage(scale)
        self._column.addWidget(self._sheet)
        top = self._sheet.top
        if not setting.has_rules:
            top.addWidget(paragraph(NO_RULES.format(name=setting.name) if setting.name else "Choose your state first."))
            top.addWidget(self._row(self._page_button("choose", "Choose your state", primary=True)))
            if setting.name:
                top.addWidget(self._row(self._page_button("help", f"Find help in {setting.name}")))
            self._column.addStretch(1)
            return
        self._field(HAPPENED, "the day it happened", typed)
        if setting.starts:
            self._further(typed)
        self.ask_button = QPushButton("Work out the dates")
        self.ask_button.setProperty("kind", "primary")
        self.ask_button.clicked.connect(self.asked)
        top.addWidget(self._row(self.ask_button, self._page_button("choose", "Change the state")))
        top.addWidget(paragraph(KEEPS_NOTHING, "muted"))
        self._column.addStretch(1)

    def read(self) -> dict[str, datetime.date] | None:
        """Return the dates by their keys, or None when one of them is wrong, which is said at its field."""
        found: dict[str, datetime.date] = {}
        for key, field in self.fields.items():
            day = field.read(needed=key == HAPPENED)
            if day is not None:
                found[key] = day
        wrong = next((field for field in self.fields.values() if field.error), None)
        if wrong is None:
            return found
        wrong.line.setFocus()
        return None

    def show_error(self, said: str) -> None:
        """Say what contradicts another date at the field of the date that it names."""
        named = next(
            (start.name for start, what in OWN_DATE.items() if said.casefold().startswith(what.casefold())), HAPPENED
        )
        field = self.fields.get(named, self.fields[HAPPENED])
        field.show_error(said)
        field.line.setFocus()

    def show_report(self, report: DeadlineReport | None, federal: FederalClaim | None = None) -> None:
        """Show a result below the dates, or none."""
        if self.results is not None:
            self._column.removeWidget(self.results)
            self.results.hide()
            self.results.deleteLater()
            self.results = None
        if report is None:
            return
        results = DeadlineResults(report, federal, self._links_of, self._scale)
        results.authority_chosen.connect(self.authority_chosen)
        results.top.addWidget(self._row(*(self._door(key, said) for key, said in self._setting.doors)))
        self._column.insertWidget(1, results)
        results.show()  # now, not at the next turn of the event loop: it is scrolled to and read aloud
        self.results = results

    def _field(self, key: str, what: str, typed: Mapping[str, str]) -> WhenField:
        field = WhenField(what, self._setting.today, typed.get(key, ""))
        field.setProperty("key", key)
        field.changed.connect(self._on_field_changed)
        field.entered.connect(self.asked)
        field.told.connect(self.told)
        self.fields[key] = field
        self._sheet.top.addWidget(field)
        return field

    def _further(self, typed: Mapping[str, str]) -> None:
        """Add the dates that only some of the state's periods are counted from, out of the way until asked for."""
        keys = [start.name for start in self._setting.starts]
        more = QPushButton("More dates, if you know them")
        more.setCheckable(True)
        more.setChecked(any(typed.get(key, "") for key in keys))
        more.toggled.connect(self._on_more_toggled)
        self._sheet.top.addWidget(self._row(more))
        for start in self._setting.starts:
            self._field(start.name, OWN_DATE[start], typed).setVisible(more.isChecked())

    def _page_button(self, key: str, said: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(said)
        button.setProperty("page", key)
        if primary:
            button.setProperty("kind", "primary")
        button.clicked.connect(self._on_page_clicked)
        return button

    def _door(self, key: str, said: str) -> QPushButton:
        button = QPushButton(said)
        if key in PAPER_DOORS:
            button.setAccessibleName(f"{said}: your dates")
        button.setProperty("door", key)
        button.clicked.connect(self._on_door_clicked)
        return button

    @staticmethod
    def _row(*buttons: QPushButton) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for button in buttons:
            flow.addWidget(button)
        return row

    @Slot(str)
    def _on_field_changed(self, text: str) -> None:
        sender = self.sender()
        assert sender is not None
        self.typed.emit(sender.property("key"), text)

    @Slot(bool)
    def _on_more_toggled(self, shown: bool) -> None:
        for key, field in self.fields.items():
            if key != HAPPENED:
                field.setVisible(shown)

    @Slot()
    def _on_page_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.page_wanted.emit(sender.property("page"))

    @Slot()
    def _on_door_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.door_chosen.emit(sender.property("door"))
