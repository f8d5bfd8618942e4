"""Going to places of the guide: opening them, back and forward, the answer before and after."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from guide_app.library.model import Article
from guide_app.library.reader import Library, NotInGuide
from guide_app.ui.article_html import article_page
from guide_app.ui.article_pane import ArticlePane
from guide_app.ui.header import Header
from guide_app.ui.history import History


class Navigator(QObject):
    """Keeps article and header at the same place; whoever else follows hears of it.

    Signals: `arrived()` at a place, `lost(target)` when a place is not in the guide any more,
    `article_opened(article_id)`.
    """

    arrived = Signal()
    lost = Signal(str)
    article_opened = Signal(str)

    def __init__(self, library: Library, pane: ArticlePane, header: Header, own_place: Callable[[str], str]) -> None:
        """Take also `own_place`, which gives the reader's own part of an article that has one for each state."""
        super().__init__(pane)
        self._own_place = own_place
        self._library = library
        self._pane = pane
        self._header = header
        self._history = History()
        self._article: Article | None = None

    @property
    def article(self) -> Article | None:
        """Return the open article."""
        return self._article

    @property
    def start_page(self) -> str:
        """Return the id of the first article of the guide. Raises NotInGuide when it is empty."""
        for topic in self._library.topics():
            for row in self._library.articles(topic.id):
                return row.id
        raise NotInGuide("article", "")

    def knows(self, target: str) -> bool:
        """Say whether a place is in the guide."""
        return self._library.resolve(target) is not None

    @Slot(str)
    def open_target(self, target: str) -> None:
        """Open an article at its top or at the reader's own part of it, or a section at its heading."""
        target = self._own_place(target)
        if self._show(target):
            self._history.visit(target)
            self._show_history()

    @Slot()
    def go_back(self) -> None:
        """Go to the place before."""
        self._go(self._history.back())

    @Slot()
    def go_forward(self) -> None:
        """Go to the place after."""
        self._go(self._history.forward())

    @Slot()
    def go_home(self) -> None:
        """Open the start page."""
        self.open_target(self.start_page)

    @Slot()
    def open_about(self) -> None:
        """Open the page about this guide."""
        self.open_target("about" if self.knows("about") else self.start_page)

    @Slot()
    def go_previous(self) -> None:
        """Go to the answer before the one being read."""
        self._step(-1)

    @Slot()
    def go_next(self) -> None:
        """Go to the answer after the one being read."""
        self._step(1)

    def forget(self) -> None:
        """Forget every place visited."""
        self._history.forget()
        self._show_history()

    def remembers(self, word: str) -> bool:
        """Say whether a word is in the name of a place to go back or forward to."""
        return self._history.holds(word)

    def start_anew(self) -> None:
        """Draw the start page from the library, as at a start: nothing of the page before is left."""
        self._article = None
        self.go_home()

    def _go(self, place: str | None) -> None:
        if place is not None:
            self._show(place)
        self._show_history()

    def _step(self, by: int) -> None:
        ids = self._pane.section_ids
        if self._pane.current_section in ids:
            self.open_target(ids[max(0, min(len(ids) - 1, ids.index(self._pane.current_section) + by))])

    def _show(self, target: str) -> bool:
        section = self._library.resolve(target)
        if section is None:
            self.lost.emit(target)
            return False
        article_id = section.split("/")[0]
        wanted = section if "/" in target else ""
        if self._article is None or self._article.id != article_id:
            self._open_article(article_id, wanted)
        elif wanted:
            self._pane.go_to(wanted)
        if not wanted:
            self._pane.go_to_top()
        self.arrived.emit()
        return True

    def _open_article(self, article_id: str, section_id: str) -> None:
        article = self._library.article(article_id)
        self._article = article
        rows = self._library.sections(article_id)
        page = article_page(article, datetime.date.today())
        self._pane.show_page(page, tuple(row.id for row in rows), section_id)
        self._header.show_place(article.topic_title, article.title)
        self.article_opened.emit(article_id)

    def _show_history(self) -> None:
        self._header.set_history(back=self._history.can_go_back, forward=self._history.can_go_forward)
