"""Get help: one line for the issue, one for the place, more options, and the places that help, nearest first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from guide_app.places.clinic import Clinic
from guide_app.places.needs import KINDS, need_of, suggest_issues
from guide_app.places.place_names import place_named
from guide_app.places.services import LANGUAGES, Cost, Filters, ServiceLike
from guide_app.places.type_ahead import words
from guide_app.ui.clinic_block import ClinicBlock
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.panel_scroll import put_in_scroll
from guide_app.ui.place_suggestions import suggested_places
from guide_app.ui.search_results import ROW_ROLE, ResultDelegate, ResultList, ResultRow, ResultsModel
from guide_app.ui.suggest_line import Suggestion, SuggestLine
from guide_app.ui.theme import Theme

LIST_HEIGHT = 200
"""The list of results keeps this height; where the window is too low for it, the whole panel scrolls."""


@dataclass(frozen=True, slots=True)
class HelpOptions:
    """What can be chosen among: the kinds of help and the languages that the guide's services have."""

    kinds: tuple[str, ...]
    languages: tuple[str, ...]


def options_of(services: Sequence[ServiceLike]) -> HelpOptions:
    """Return the options that lead to something, in the order in which they are known."""
    kinds = {service.kind for service in services}
    languages = {language for service in services for language in service.languages}
    return HelpOptions(
        tuple(kind for kind in KINDS if kind in kinds),
        tuple(language for language in LANGUAGES if language in languages),
    )


class HelpPanel(QWidget):
    """Asks what is looked for, and lists what it is told was found.

    Signals: `asked()` when anything that is looked for has changed, `chosen(service_id)`, `clinic_chosen()`,
    `print_requested()`, `announced(words)` for a screen reader.
    """

    asked = Signal()
    chosen = Signal(str)
    clinic_chosen = Signal()
    print_requested = Signal()
    announced = Signal(str)

    def __init__(self, theme: Theme, options: HelpOptions, *, paper: bool, parent: QWidget | None = None) -> None:
        """Build the panel; with `paper` the list can be printed."""
        super().__init__(parent)
        self._languages = options.languages
        self.issue_line = SuggestLine(theme, "What do you need help with?", _suggest_needs)
        self.issue_line.setPlaceholderText("For example: lawyer, abuse")
        self.place_line = SuggestLine(theme, "Which state or city?", suggested_places)
        self.place_line.setPlaceholderText("For example: New York")
        self.language_line = SuggestLine(theme, "Language", self._suggest_languages)
        self.language_line.setPlaceholderText("Any language")
        for line in self._lines:
            line.chosen.connect(self._on_line_chosen)
            line.announced.connect(self.announced)
            line.entered.connect(self.focus_results)

        self.more_button = QPushButton("More options")
        self.more_button.setCheckable(True)
        self.more_button.toggled.connect(self._on_more_toggled)
        self.clear_button = QPushButton("Clear all")
        self.clear_button.clicked.connect(self._on_clear_clicked)
        self.print_button = QPushButton("Print")
        self.print_button.setAccessibleName("Print this list")
        self.print_button.clicked.connect(self.print_requested)
        row = QWidget()
        flow = FlowLayout(row)
        for button in (self.more_button, self.clear_button, self.print_button):
            flow.addWidget(button)
        self.print_button.setVisible(paper)  # not before it has a parent: it would be a window

        self._chips: dict[str, QPushButton] = {}
        self._more = self._build_more(options)
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setProperty("role", "muted")
        self.next_button = QPushButton()
        self.next_button.clicked.connect(self._on_next_clicked)
        self._model = ResultsModel(self)
        self.list_view = ResultList()
        self.list_view.setAccessibleName("Places that help")
        self.list_view.setObjectName("helpResults")
        self.list_view.setModel(self._model)
        self.list_view.setItemDelegate(ResultDelegate(theme, self.list_view))
        self.list_view.setMinimumHeight(LIST_HEIGHT)
        self.list_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list_view.setMouseTracking(True)
        self.list_view.setResizeMode(QListView.ResizeMode.Adjust)
        self.list_view.clicked.connect(self._on_row_chosen)
        self.list_view.activated.connect(self._on_row_chosen)
        self.list_view.left_upwards.connect(self.focus_first)
        self.list_view.escaped.connect(self.focus_first)

        self._column = QVBoxLayout()
        scroll = put_in_scroll(self, self._column)
        for line in (self.issue_line, self.place_line):
            self._column.addLayout(_labelled(line))
        for widget in (row, self._status):
            self._column.addWidget(widget)
        self._column.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._more)
        self._column.addWidget(self.list_view, 1)
        for line in self._lines:
            scroll.verticalScrollBar().valueChanged.connect(line.close_suggestions)
        self._show_state()

    def show_clinic(self, clinic: Clinic, logo: bytes) -> None:
        """Show the clinic above everything else."""
        block = ClinicBlock(clinic, logo)
        block.card_requested.connect(self.clinic_chosen)
        self._column.insertWidget(0, block)

    # -- what is looked for -----------------------------------------------------------------------------------------

    @property
    def filters(self) -> Filters:
        """Return the options that are chosen."""
        on = {key for key, chip in self._chips.items() if chip.isChecked()}
        costs = [cost for cost in Cost if cost.name in on]
        return Filters(
            kinds=frozenset(key for key in on if key in KINDS),
            language=self.language_line.key,
            cost=costs[0] if costs else None,
            open_at=datetime.datetime.now() if "open" in on else None,
        )

    @property
    def unknown_words(self) -> tuple[str, ...]:
        """Return what was typed and stands for nothing."""
        return tuple(line.text().strip() for line in self._lines if line.text().strip() and not line.key)

    @property
    def filter_count(self) -> int:
        """Return how many options are chosen."""
        return sum(chip.isChecked() for chip in self._chips.values()) + bool(self.language_line.key)

    def show_need(self, need_id: str) -> None:
        """Show a need as chosen, "" for none."""
        need = need_of(need_id)
        self.issue_line.show_choice(Suggestion(need.id, need.label) if need else None)
        self._show_state()

    def show_place(self, state_code: str) -> None:
        """Show a place as chosen, "" for none."""
        place = place_named(state_code)
        self.place_line.show_choice(Suggestion(place.abbreviation, place.name) if place else None)
        self._show_state()

    def clear(self) -> None:
        """Forget everything that was typed or chosen, and show no result."""
        for line in self._lines:
            line.forget()
        self.clear_filters()
        self.more_button.setChecked(False)
        self._model.show(())
        self._status.clear()
        self.next_button.hide()

    def clear_filters(self) -> None:
        """Choose no option."""
        self.language_line.forget()
        for chip in self._chips.values():
            chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(False)
        self._show_state()

    def holds(self, word: str) -> bool:
        """Tell whether a word is in a line, in its suggestions, in an option, or in what was found by them."""
        texts = [chip.text() for chip in self._chips.values() if chip.isChecked()]
        if texts or any(line.text() for line in self._lines):  # else the list is the one that everybody is shown
            texts += [str(self._model.index(row, 0).data()) for row in range(self._model.rowCount())]
            texts.append(self._status.text())
        return any(line.holds(word) for line in self._lines) or any(
            word.casefold() in text.casefold() for text in texts
        )

    # -- what was found ---------------------------------------------------------------------------------------------

    @property
    def status(self) -> str:
        """Return the line above the results."""
        return self._status.text()

    def show_results(self, rows: tuple[ResultRow, ...], status: str, next_words: str) -> None:
        """Show what was found, a line about it, and a button for the next step ("" for none)."""
        self._model.show(rows)
        self.list_view.scrollToTop()
        self.list_view.setVisible(bool(rows))
        self.print_button.setEnabled(bool(rows))
        self._status.setText(status)
        self.next_button.setText(next_words)
        self.next_button.setVisible(bool(next_words))
        self._column.setStretch(self._column.count() - 1, 1 if rows else 0)
        self._show_state()

    @Slot()
    def focus_first(self) -> None:
        """Move the keyboard to the first line."""
        self.issue_line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def focus_results(self) -> None:
        """Move the keyboard to the first result."""
        if self._model.rowCount():
            self.list_view.setFocus(Qt.FocusReason.TabFocusReason)
            self.list_view.setCurrentIndex(self._model.index(0, 0))

    # -- building and following -------------------------------------------------------------------------------------

    @property
    def _lines(self) -> tuple[SuggestLine, ...]:
        return (self.issue_line, self.place_line, self.language_line)

    def _build_more(self, options: HelpOptions) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(_heading("Kind of help"))
        column.addWidget(self._chip_row([(kind, KINDS[kind]) for kind in options.kinds]))
        column.addLayout(_labelled(self.language_line))
        column.addWidget(_heading("Cost"))
        column.addWidget(self._chip_row([(cost.name, cost.value) for cost in (Cost.FREE, Cost.PAID)]))
        column.addWidget(_heading("Hours"))
        column.addWidget(self._chip_row([("open", "Hide what is closed")]))
        frame.hide()
        return frame

    def _chip_row(self, chips: list[tuple[str, str]]) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for key, label in chips:
            chip = QPushButton(label)
            chip.setCheckable(True)
            chip.setProperty("chip", key)
            chip.toggled.connect(self._on_chip_toggled)
            flow.addWidget(chip)
            self._chips[key] = chip
        return row

    def _suggest_languages(self, typed: str) -> tuple[Suggestion, ...]:
        """Suggest the languages of which a word begins with what was typed, by their own name or the English one."""
        parts = words(typed)
        return tuple(
            Suggestion(code, LANGUAGES[code])
            for code in self._languages
            if not parts
            or any(word.startswith(parts[0]) for word in words(LANGUAGES[code]))
            or LANGUAGES[code].startswith(typed.strip())
        )

    def _show_state(self) -> None:
        """Say how many options are on, and offer to clear what there is."""
        count = self.filter_count
        self.more_button.setText(f"More options ({count} on)" if count else "More options")
        self.clear_button.setVisible(bool(count) or any(line.text() for line in self._lines))

    @Slot(str)
    def _on_line_chosen(self, _key: str) -> None:
        self._show_state()
        self.asked.emit()

    @Slot(bool)
    def _on_chip_toggled(self, chosen: bool) -> None:
        sender = self.sender()
        assert isinstance(sender, QPushButton)
        if chosen and sender.property("chip") in Cost.__members__:
            for cost in Cost:  # one of them at a time
                chip = self._chips.get(cost.name)
                if chip is not None and chip is not sender:
                    chip.blockSignals(True)
                    chip.setChecked(False)
                    chip.blockSignals(False)
        self._show_state()
        self.asked.emit()

    @Slot(bool)
    def _on_more_toggled(self, shown: bool) -> None:
        self._more.setVisible(shown)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.clear()
        self.focus_first()
        self.asked.emit()

    @Slot()
    def _on_next_clicked(self) -> None:
        """Take the options off that hide something; without any, ask for every kind of help."""
        if self.filter_count:
            self.clear_filters()
        else:
            self.issue_line.forget()
        self.focus_first()
        self.asked.emit()

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        row: ResultRow = index.data(ROW_ROLE)
        self.chosen.emit(row.target)


def _suggest_needs(typed: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(need.id, need.label) for need in suggest_issues(typed))


def _labelled(line: SuggestLine) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    label = _heading(line.accessibleName())
    label.setBuddy(line)
    column.addWidget(label)
    column.addWidget(line)
    return column


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", "title")
    return label
