"""The chosen state in sight: its button in the header, and the line above the articles that have a part a state."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from guide_app.library.named_states import STATE_PAGES
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.my_state import MyState


class StateButton(QPushButton):
    """Says which state is chosen."""

    def __init__(self, state: MyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._short = False
        self.setObjectName("stateButton")
        self.setToolTip("Choose, change or clear your state (F4)")
        state.changed.connect(self._on_changed)
        self._on_changed()

    @Slot(bool)
    def set_short(self, short: bool) -> None:
        """Say it in one word, where there is no room for more."""
        self._short = short
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        words = f"Your state: {self._state.name or 'choose'}"
        self.setText((self._state.abbreviation or "State") if self._short else words)
        self.setAccessibleName(words)


class StateBar(QWidget):
    """Leads from an article for all states to the reader's own; it is there only above such an article.

    Signals: `page_wanted(key)` with "choose", "state", "deadline" or "comparison",
    `section_wanted()` for the chosen state's part of the article.
    """

    page_wanted = Signal(str)
    section_wanted = Signal()

    def __init__(self, state: MyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stateBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = state
        self._built = False
        self._article = ""
        state.changed.connect(self._on_changed)
        self.hide()

    def show_for(self, article_id: str) -> None:
        """Show the line above an article that has a section for each state, and hide it above any other."""
        self._article = article_id
        if article_id in STATE_PAGES and not self._built:
            self._build()
        self.setVisible(article_id in STATE_PAGES)

    def _build(self) -> None:
        """Make the parts, which most readers see late or never."""
        self._built = True
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 16, 8)
        row = QWidget()
        flow = FlowLayout(row)
        self._words = QLabel("Rules and deadlines differ by state.")
        self._words.setProperty("role", "muted")
        self._section = QPushButton()
        self._section.clicked.connect(self.section_wanted)
        self._choose = self._button("choose", "Choose your state")
        self._deadline = self._button("deadline", "Work out my dates")
        self._page = self._button("state", "")
        self._all = self._button("comparison", "Compare all states")
        for widget in (self._words, self._choose, self._section, self._page, self._deadline, self._all):
            flow.addWidget(widget)
        column.addWidget(row)
        self._on_changed()

    def _button(self, key: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("page", key)
        button.clicked.connect(self._on_page_clicked)
        return button

    @Slot()
    def _on_changed(self) -> None:
        if not self._built:
            return
        name = self._state.name
        has_rules = self._state.has_rules(self._state.abbreviation)
        self._words.setVisible(not name)
        self._choose.setVisible(not has_rules)
        self._section.setText(f"Go to {name}")
        self._section.setVisible(has_rules)
        self._page.setText(f"All about {name}")
        self._page.setVisible(has_rules)

    @Slot()
    def _on_page_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.page_wanted.emit(sender.property("page"))
