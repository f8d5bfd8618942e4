"""The answer being read: its bar, its bookmark, its "Was this helpful?", its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from guide_app.library.reader import Library
from guide_app.records.model import Reason, Verdict
from guide_app.ui.article_pane import ArticlePane
from guide_app.ui.cite_actions import CiteActions
from guide_app.ui.notices import NoticeBar
from guide_app.ui.record_actions import RecordActions
from guide_app.ui.section_bar import SectionBar
from guide_app.ui.topic_tree import TopicTree

if TYPE_CHECKING:
    from guide_app.ui.citable import Citable, NamedCitable


class Reading(QObject):
    """Follows the section being read and does with it what the bar and the keys ask for."""

    def __init__(
        self,
        library: Library,
        pane: ArticlePane,
        tree: TopicTree,
        bar: SectionBar,
        records: RecordActions,
        cite: CiteActions,
        notices: NoticeBar,
    ) -> None:
        super().__init__(bar)
        self._library = library
        self._pane = pane
        self._tree = tree
        self._bar = bar
        self._records = records
        self._cite = cite
        self._notices = notices
        pane.section_reached.connect(self._on_section_reached)
        bar.bookmark_toggled.connect(self.toggle_bookmark)
        bar.copy_requested.connect(self.copy_citation)
        bar.answered.connect(self._on_answered)
        bar.answer_cleared.connect(self._on_answer_cleared)
        bar.reason_given.connect(self._on_reason_given)
        records.answers_changed.connect(self.show_bar)
        records.bookmarks_changed.connect(self.show_bar)

    @property
    def section(self) -> str:
        """Return the full id of the section being read."""
        return self._pane.current_section

    @Slot()
    def show_bar(self) -> None:
        """Show the question, the star and the answer of the section being read."""
        if not self.section:
            return
        answer = self._records.answer_of(self.section)
        self._bar.show_section(
            self._library.section_row(self.section).heading,
            bookmarked=self.section in self._records.starred(),
            answer=str(answer.verdict) if answer else "",
            reason=str(answer.reason or "") if answer else "",
        )

    @Slot()
    def toggle_bookmark(self) -> None:
        """Bookmark the section, or take its bookmark away."""
        self._records.toggle_bookmark(self.section)

    @Slot()
    def answer_yes(self) -> None:
        """Answer that it was helpful."""
        self._records.set_answer(self.section, Verdict.YES)

    @Slot()
    def answer_no(self) -> None:
        """Answer that it was not helpful."""
        self._records.set_answer(self.section, Verdict.NO)

    @Slot()
    def copy_citation(self) -> None:
        """Copy the citation of the section."""
        self._cite.copy(self._cite.of_section(self.section))

    def citables(self) -> tuple[NamedCitable, ...]:
        """Return what can be copied here: the answer, selected text, the article's authorities, the cite list."""
        from guide_app.ui.citable import NamedCitable

        answer = self._cite.of_section(self.section)
        offers = [NamedCitable("This answer", answer)]
        if selection := self._selection():
            offers.append(NamedCitable("The selected text, with its source", selection))
        title = self._library.article(self._library.section(self.section).article).title
        table = self._cite.table_of(self._pane.section_ids, f"Table of authorities: {title}")
        offers.append(NamedCitable("All cases and laws of the article, as a table of authorities", table))
        if self._cite.cite_list:
            offers.append(NamedCitable(f"The cite list ({len(self._cite.cite_list)})", self._cite.whole_list()))
        return tuple(offers)

    @Slot()
    def copy_with_source(self) -> None:
        """Copy the selected text with its source line."""
        if selection := self._selection():
            self._cite.copy(selection)
        else:
            self._notices.say("Select some text first.")

    def _selection(self) -> Citable | None:
        """Return the selected text as something to cite: it need not stand in the section being read."""
        selected = self._pane.selected_paragraphs()
        if not selected:
            return None
        section = self._pane.selected_section()
        return self._cite.of_selection(selected, section or self.section, whole_article=not section)

    @Slot(str)
    def _on_section_reached(self, section_id: str) -> None:
        self._tree.mark_section(section_id)
        self.show_bar()

    @Slot(str)
    def _on_answered(self, word: str) -> None:
        self._records.set_answer(self.section, Verdict(word))

    @Slot()
    def _on_answer_cleared(self) -> None:
        self._records.clear_answer(self.section)

    @Slot(str)
    def _on_reason_given(self, word: str) -> None:
        self._records.set_answer(self.section, Verdict.NO, Reason(word) if word else None)
