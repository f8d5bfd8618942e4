"""Searching while a question is typed: its results stand in the left side's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from guide_app.library.reader import Library
from guide_app.ui.clear_button import add_clear_button
from guide_app.ui.notices import NoticeBar
from guide_app.ui.sidebar import Sidebar
from guide_app.ui.theme import Theme

if TYPE_CHECKING:
    from guide_app.ui.search_results import SearchResults


class Searching(QObject):
    """Keeps search box and results at the same question.

    Signals: `section_chosen(section_id)`, `authority_chosen(authority_id)`, `help_wanted(question)` where the guide has
    no answer, `left()` when the reader goes back to the panel.
    """

    section_chosen = Signal(str)
    authority_chosen = Signal(str)
    help_wanted = Signal(str)
    left = Signal()

    def __init__(self, sidebar: Sidebar, library: Library, theme: Theme, notices: NoticeBar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._library = library
        self._theme = theme
        self._notices = notices
        self._results: SearchResults | None = None
        add_clear_button(sidebar.search_box, "Clear the search")
        sidebar.question_changed.connect(self._on_question_changed)
        sidebar.search_left.connect(self._on_left)

    @property
    def results(self) -> SearchResults:
        """Return the list of results, built when something is typed for the first time."""
        if self._results is None:
            from guide_app.ui.search_results import SearchResults

            self._results = SearchResults(self._theme)
            self._results.section_chosen.connect(self.section_chosen)
            self._results.authority_chosen.connect(self.authority_chosen)
            self._results.help_wanted.connect(self._on_help_wanted)
            self._results.left_upwards.connect(self.focus)
            self._results.escaped.connect(self._on_left)
            self._sidebar.results_wanted.connect(self._results.focus_first)
            self._sidebar.first_result_wanted.connect(self._results.choose_first)
        return self._results

    @Slot()
    def focus(self) -> None:
        """Move the keyboard to the search box."""
        self._sidebar.come_forward()
        self._sidebar.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._sidebar.search_box.selectAll()

    def forget(self) -> None:
        """Forget what was typed and what was found."""
        self._sidebar.forget_search()
        if self._results is not None:
            self._results.forget()
        self._library.forget_typed()

    @Slot(str)
    def _on_question_changed(self, text: str) -> None:
        if text.strip():
            result = self._library.search(text)
            authorities = tuple(self._library.authority_row(identity) for identity in result.authority_ids)
            self._notices.announce(self.results.show_result(result, authorities))
            self._sidebar.show_results(self.results)

    @Slot()
    def _on_left(self) -> None:
        self._sidebar.clear_search()
        self.left.emit()

    @Slot()
    def _on_help_wanted(self) -> None:
        self.help_wanted.emit(self._sidebar.search_box.text())
