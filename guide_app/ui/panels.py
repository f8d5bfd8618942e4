"""The panels of the left side: built when first shown, filled from the library and the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from guide_app.kiosk.policy import Ability, Policy
from guide_app.library.model import Article
from guide_app.library.reader import Library
from guide_app.ui.help_finder import HelpFinder
from guide_app.ui.icons import Icons
from guide_app.ui.record_actions import RecordActions
from guide_app.ui.sidebar import Sidebar
from guide_app.ui.theme import Theme
from guide_app.ui.topic_tree import TopicModel, TopicTree

if TYPE_CHECKING:
    from guide_app.ui.authorities_panel import AuthoritiesPanel
    from guide_app.ui.bookmarks_panel import BookmarksPanel


class Panels(QObject):
    """Keeps the panels in step with the records.

    Signals: `section_chosen(section_id)`, `authority_chosen(authority_id)`, `bookmarks_export_wanted()`,
    `bookmarks_import_wanted()`, `table_wanted()` for the table of authorities of the bookmarks,
    `authority_menu_requested(place, authority_id)` and `bookmark_menu_requested(place, section_id)` for a right click.
    """

    section_chosen = Signal(str)
    authority_chosen = Signal(str)
    bookmarks_export_wanted = Signal()
    bookmarks_import_wanted = Signal()
    table_wanted = Signal()
    authority_menu_requested = Signal(QPoint, str)
    bookmark_menu_requested = Signal(QPoint, str)

    def __init__(
        self,
        sidebar: Sidebar,
        tree: TopicTree,
        library: Library,
        records: RecordActions,
        theme: Theme,
        icons: Icons,
        policy: Policy,
        help_finder: HelpFinder,
    ) -> None:
        super().__init__(sidebar)
        self._help = help_finder
        self._policy = policy
        self._sidebar = sidebar
        self._tree = tree
        self._library = library
        self._records = records
        self._theme = theme
        self._icons = icons
        self._bookmarks: BookmarksPanel | None = None
        self._cases: AuthoritiesPanel | None = None
        sidebar.add_panel("topics", "Topics", self._build_topics)
        sidebar.add_panel("bookmarks", "Bookmarks", self._build_bookmarks)
        sidebar.add_panel("cases", "Cases and laws", self._build_cases)
        sidebar.add_panel("help", "Get help", help_finder.build_panel)
        sidebar.panel_shown.connect(self._on_panel_shown)

    @property
    def current_authority(self) -> str:
        """Return the id of the authority whose row has the keyboard, or ""."""
        return self._cases.current if self._cases is not None else ""

    def show_guide(self) -> None:
        """Fill the topic tree and mark what is bookmarked."""
        before = self._tree.model()
        model = TopicModel(self._library.topics(), self._library.articles, self._tree)
        self._tree.show_guide(model, self._library.article_count())
        if before is not None:
            before.deleteLater()
        model.set_starred(self._records.starred())

    def show_in_tree(self, article: Article, section_id: str) -> None:
        """Open an article's rows in the tree and mark the section being read."""
        self._tree.show_article(article.topic, article.id, self._library.sections(article.id), section_id)

    @Slot()
    def show_records(self) -> None:
        """Show the bookmarks as they are now."""
        self._tree.topic_model.set_starred(self._records.starred())
        if self._bookmarks is not None:
            marks = self._records.bookmarks()
            self._bookmarks.show_bookmarks(marks, self._records.gone(marks))

    def forget(self) -> None:
        """Throw away the panels that hold what a reader typed, and show the topics as at a start."""
        self._sidebar.show_panel("topics")
        self._sidebar.discard("bookmarks")
        self._sidebar.discard("cases")
        self._bookmarks = self._cases = None

    def restyle(self) -> None:
        """Take the theme's present colours and sizes."""
        if self._bookmarks is not None:
            self._bookmarks.restyle()
        if self._cases is not None:
            self._cases.restyle()
        self._tree.scheduleDelayedItemsLayout()

    @Slot()
    def show_topics(self) -> None:
        """Show the topic tree and give it the keyboard."""
        self._show("topics")
        self._tree.setFocus()

    @Slot()
    def show_bookmarks(self) -> None:
        """Show the bookmarks and give them the keyboard."""
        self._show("bookmarks")
        if self._bookmarks is not None:
            self._bookmarks.take_focus()

    @Slot()
    def show_cases(self) -> None:
        """Show the cases and laws and give their filter the keyboard."""
        self._show("cases")
        if self._cases is not None:
            self._cases.filter_box.setFocus()
            self._cases.filter_box.selectAll()

    @Slot()
    def show_help(self) -> None:
        """Show the help finder and give its first line the keyboard."""
        self._show("help")
        self._help.focus()

    def _show(self, key: str) -> None:
        self._sidebar.come_forward()
        self._sidebar.clear_search()
        self._sidebar.show_panel(key)

    @Slot(str)
    def _on_panel_shown(self, key: str) -> None:
        """Put a panel after the topic tree, whose place on the left side it takes: built late, it would come last."""
        before: QWidget = self._tree
        panel = self._sidebar.panel(key)
        for child in panel.findChildren(QWidget) if panel is not self._tree else ():
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, child)
                before = child

    @Slot(QPoint, str)
    def _on_bookmark_menu_requested(self, place: QPoint, section_id: str) -> None:
        self.bookmark_menu_requested.emit(place, self._library.resolve(section_id) or "")

    def _build_topics(self) -> QWidget:
        return self._tree

    def _build_bookmarks(self) -> QWidget:
        from guide_app.ui.bookmarks_panel import BookmarksPanel

        panel = BookmarksPanel(self._theme, self._icons, files=self._policy.may(Ability.FILE_DIALOG))
        panel.opened.connect(self.section_chosen)
        panel.renamed.connect(self._records.rename)
        panel.noted.connect(self._records.set_note)
        panel.moved.connect(self._records.move)
        panel.deleted.connect(self._records.delete)
        panel.export_requested.connect(self.bookmarks_export_wanted)
        panel.import_requested.connect(self.bookmarks_import_wanted)
        panel.table_requested.connect(self.table_wanted)
        panel.menu_requested.connect(self._on_bookmark_menu_requested)
        marks = self._records.bookmarks()
        panel.show_bookmarks(marks, self._records.gone(marks))
        self._bookmarks = panel
        return panel

    def _build_cases(self) -> QWidget:
        from guide_app.ui.authorities_panel import AuthoritiesPanel

        panel = AuthoritiesPanel(self._library.listed_authorities(), self._theme)
        panel.chosen.connect(self.authority_chosen)
        panel.menu_requested.connect(self.authority_menu_requested)
        self._cases = panel
        return panel
