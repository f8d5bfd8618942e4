"""The page "Your state": what is chosen, where it leads, and the ways to choose, change and clear it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from guide_app.places.place_names import suggest_places
from guide_app.ui.card_frame import CardFrame
from guide_app.ui.cards import Card
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.place_suggestions import suggested_places
from guide_app.ui.state_grid import StateGrid
from guide_app.ui.suggest_line import SuggestLine
from guide_app.ui.theme import Theme

KEEP = "Keep for next time"
WHERE_KEPT = (
    "A state that is kept stands in the guide’s settings on this computer, where others who use it can see it. "
    "Else it is forgotten when the guide closes."
)


@dataclass(frozen=True, slots=True)
class ChosenState:
    """The state as it is now: empty texts for none. `may_keep` is False where nothing of a session is kept."""

    abbreviation: str
    name: str
    has_rules: bool
    kept: bool
    may_keep: bool


class StateChooser(Card):
    """Shows the chosen state with what can be done next, and the ways to choose one.

    Signals: `chosen(abbreviation)`, `cleared()`, `keep_toggled(keep)`, `page_wanted(key)` with "state", "deadline",
    "help" or "comparison", `told(words)` for a screen reader.
    """

    chosen = Signal(str)
    cleared = Signal()
    keep_toggled = Signal(bool)
    page_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, state: ChosenState, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if state.abbreviation:
            self.column.addWidget(self._now(state))
            self.text("Change it", "title")
        else:
            self.text("Rules, deadlines and help differ from state to state. Choose the one where it happened.")
        # Left half-typed, it takes nothing: a touch on the list below is not to choose another state first.
        self.line = SuggestLine(theme, "Your state, or a city in it", suggested_places, takes_on_leaving=False)
        self.line.setPlaceholderText("Type a state or a city…")
        self.line.chosen.connect(self._on_line_chosen)
        self.line.announced.connect(self.told)
        self.line.textChanged.connect(self._on_text_changed)
        self.column.addWidget(self.line)
        self._none = self.text("No state fits. Use the list below.")
        self._none.hide()
        self.grid = StateGrid(state.abbreviation)
        self.grid.chosen.connect(self.chosen)
        self.column.addWidget(self.grid)
        self.column.addWidget(self._buttons((("comparison", "Compare all states", ""),)))
        self.text("The guide does not know where you are, and guesses nothing.", "muted")
        self.column.addStretch(1)

    def _now(self, state: ChosenState) -> QFrame:
        frame = CardFrame()
        column = frame.column
        name = QLabel(state.name)
        name.setProperty("role", "number")
        name.setWordWrap(True)
        column.addWidget(name)
        choices = [("help", f"Find help in {state.name}", "")]
        if state.has_rules:
            choices[:0] = [
                ("deadline", "How long do I have?", "primary"),
                ("state", f"The rules in {state.name}", ""),
            ]
        else:
            words = QLabel(
                f"This guide has no rules or deadlines for {state.name}. That does not mean that there are none. "
                "Ask a lawyer there now: a deadline may be short."
            )
            words.setWordWrap(True)
            words.setProperty("role", "warning")
            column.addWidget(words)
        column.addWidget(self._buttons(tuple(choices)))
        row = QWidget()
        flow = FlowLayout(row)
        if state.may_keep:
            keep = QPushButton(KEEP)
            keep.setCheckable(True)
            keep.setChecked(state.kept)
            keep.setAccessibleDescription(WHERE_KEPT)
            keep.toggled.connect(self.keep_toggled)
            flow.addWidget(keep)
        clear = QPushButton("Clear my state")
        clear.clicked.connect(self.cleared)
        flow.addWidget(clear)
        column.addWidget(row)
        if state.may_keep:
            where = QLabel(WHERE_KEPT)
            where.setWordWrap(True)
            where.setProperty("role", "muted")
            column.addWidget(where)
        return frame

    def _buttons(self, choices: tuple[tuple[str, str, str], ...]) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for key, words, kind in choices:
            button = QPushButton(words)
            button.setProperty("page", key)
            if kind:
                button.setProperty("kind", kind)
            button.clicked.connect(self._on_page_clicked)
            flow.addWidget(button)
        return row

    @Slot(str)
    def _on_line_chosen(self, abbreviation: str) -> None:
        if abbreviation:
            self.chosen.emit(abbreviation)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        nothing = bool(text.strip()) and not suggest_places(text)
        if nothing and self._none.isHidden():
            self.told.emit(self._none.text())
        self._none.setVisible(nothing)

    @Slot()
    def _on_page_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.page_wanted.emit(sender.property("page"))
