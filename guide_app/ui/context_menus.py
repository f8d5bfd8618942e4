"""The menus of the right mouse button and of the menu key. A kiosk has none: there, buttons do the same."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from guide_app.ui.article_pane import ArticlePane
from guide_app.ui.authority_in_hand import cited_by
from guide_app.ui.cite_actions import CiteActions
from guide_app.ui.cite_pages import CitePages


class ContextMenus(QObject):
    """Shows a menu for a place. What belongs to one authority keeps it: the pointer moves on while a menu is open."""

    def __init__(
        self,
        window: QWidget,
        actions: Mapping[str, QAction],
        pane: ArticlePane,
        cite: CiteActions,
        pages: CitePages,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._pane = pane
        self._cite = cite
        self._pages = pages

    @Slot(QPoint, str)
    def show_for_article(self, place: QPoint, address: str) -> None:
        """Show the menu of the article; `address` is that of the link below the pointer, or ""."""
        menu = QMenu(self._window)
        cited = cited_by(address)
        if cited is not None:
            self._add_authority(menu, *cited)
            menu.addSeparator()
        if self._pane.textCursor().hasSelection():
            menu.addAction("Copy", self._pane.copy)
            menu.addAction(self._actions["copy_with_source"])
            menu.addSeparator()
        self._add(menu, "copy_citation", "forms", "table", "cite_list")
        menu.addSeparator()
        self._add(menu, "bookmark", "links", "print")
        self._show(menu, place)

    @Slot(QPoint, str)
    def show_for_row(self, place: QPoint, authority_id: str) -> None:
        """Show the menu of a row of the list of cases and laws."""
        menu = QMenu(self._window)
        self._mark(menu.addAction("Open"), authority_id, "").triggered.connect(self._on_open)
        self._add_authority(menu, authority_id, "")
        self._show(menu, place)

    @Slot(QPoint, str, str)
    def show_for_card(self, place: QPoint, authority_id: str, pinpoint: str) -> None:
        """Show the menu of the card of an authority."""
        menu = QMenu(self._window)
        self._add_authority(menu, authority_id, pinpoint)
        self._show(menu, place)

    @Slot(QPoint, str)
    def show_for_bookmark(self, place: QPoint, section_id: str) -> None:
        """Show the menu of a bookmark; `section_id` is "" where its answer has gone."""
        menu = QMenu(self._window)
        if section_id:
            action = menu.addAction("Copy citation")
            action.setProperty("section", section_id)
            action.triggered.connect(self._on_copy_section)
        self._add(menu, "table_bookmarks", "cite_list")
        self._show(menu, place)

    def _show(self, menu: QMenu, place: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _add(self, menu: QMenu, *keys: str) -> None:
        for key in keys:
            if key in self._actions:
                menu.addAction(self._actions[key])

    def _add_authority(self, menu: QMenu, authority_id: str, pinpoint: str) -> None:
        copy = self._mark(menu.addAction("Copy citation of the case or law"), authority_id, pinpoint)
        copy.triggered.connect(self._on_copy)
        forms = self._mark(menu.addAction("Copy it in another form"), authority_id, pinpoint)
        forms.triggered.connect(self._on_forms)

    def _mark(self, action: QAction, authority_id: str, pinpoint: str) -> QAction:
        action.setProperty("authority", authority_id)
        action.setProperty("pinpoint", pinpoint)
        return action

    def _marked(self) -> tuple[str, str]:
        sender = self.sender()
        assert sender is not None
        return sender.property("authority"), sender.property("pinpoint")

    @Slot()
    def _on_copy(self) -> None:
        self._cite.copy(self._cite.of_authority(*self._marked()))

    @Slot()
    def _on_forms(self) -> None:
        self._pages.show_forms_of_authority(*self._marked())

    @Slot()
    def _on_open(self) -> None:
        self._pages.show_authority(*self._marked())

    @Slot()
    def _on_copy_section(self) -> None:
        sender = self.sender()
        assert sender is not None
        self._cite.copy(self._cite.of_section(sender.property("section")))
