"""What is offered for the answer being read, on a card: its links, paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPushButton

from guide_app.ui.article_pane import ArticlePane
from guide_app.ui.drawer import Drawer
from guide_app.ui.drawer_pages import DrawerPages
from guide_app.ui.paper_actions import PaperActions
from guide_app.ui.section_bar import SectionBar


class Offers(QObject):
    """Puts the offers into the drawer."""

    def __init__(
        self,
        drawer: Drawer,
        pages: DrawerPages,
        article: ArticlePane,
        bar: SectionBar,
        paper: PaperActions,
    ) -> None:
        super().__init__(drawer)
        self._drawer = drawer
        self._pages = pages
        self._article = article
        self._bar = bar
        self._paper = paper

    @Slot()
    def show_links(self) -> None:
        """List the links of the section being read."""
        links = tuple(self._article.links_of_section(self._article.current_section))
        self._pages.show_links(self._bar.question, links)

    @Slot()
    def print_(self) -> None:
        """Print the page that is open, if it can be; else offer to print the section or the article."""
        if not self._pressed("print"):
            self.print_answer()

    @Slot()
    def print_answer(self) -> None:
        """Offer to print the section or the article."""
        self._show_paper("Print", self._on_print_chosen)

    @Slot()
    def save_pdf(self) -> None:
        """Save the page that is open as PDF, if it can be; else offer to save the section or the article."""
        if not self._pressed("pdf"):
            self._show_paper("Save as PDF", self._on_pdf_chosen)

    def _show_paper(self, title: str, chosen: Callable[[str], object]) -> None:
        section = self._article.current_section
        answer, article = (self._paper.length(section, whole=whole) for whole in (False, True))
        self._pages.show_paper(title, answer, article, chosen)

    def _pressed(self, door: str) -> bool:
        """Press the button of the open page that leads where a key leads, and say whether it has one."""
        page = self._drawer.content
        for button in page.findChildren(QPushButton) if page is not None else ():
            if button.property("door") == door and button.isVisible():
                button.click()
                return True
        return False

    @Slot(str)
    def _on_print_chosen(self, what: str) -> None:
        self._drawer.close_drawer()
        self._paper.print_(self._article.current_section, whole=what == "article")

    @Slot(str)
    def _on_pdf_chosen(self, what: str) -> None:
        self._drawer.close_drawer()
        self._paper.save_pdf(self._article.current_section, whole=what == "article")
