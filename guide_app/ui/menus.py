"""The two menus: the bar, which Alt shows, and the one of the right mouse button over the article."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from guide_app.kiosk.policy import Ability, Policy
from guide_app.ui.actions import ACTIONS, MENUS
from guide_app.ui.article_pane import ArticlePane


class Menus(QObject):
    """Builds both from the table of actions; a kiosk has neither."""

    def __init__(
        self, window: QMainWindow, article: ArticlePane, actions: Mapping[str, QAction], policy: Policy
    ) -> None:
        super().__init__(window)
        self._window = window
        self._article = article
        self._actions = actions
        self._policy = policy
        self._built = False
        article.menu_requested.connect(self._on_menu_requested)

    def toggle_bar(self) -> None:
        """Show or hide the menu bar; it is filled when it is first asked for, which most readers never do."""
        if not self._policy.may(Ability.MENU_BAR):
            return
        bar = self._window.menuBar()
        if self._built:
            bar.setVisible(bar.isHidden())
            return
        self._built = True
        for name in MENUS:
            menu = bar.addMenu(f"&{name}")
            for row in ACTIONS:
                if row.menu == name and row.key in self._actions:
                    menu.addAction(self._actions[row.key])

    @Slot(QPoint, str)
    def _on_menu_requested(self, place: QPoint, address: str) -> None:
        if not self._policy.may(Ability.CONTEXT_MENU):
            return
        keys = ["copy_citation", "forms", "bookmark", "links", "print"]
        if address.startswith("cite:"):
            keys.insert(0, "copy_authority")
        menu = QMenu(self._window)
        if self._article.textCursor().hasSelection():
            menu.addAction("Copy", self._article.copy)
            menu.addAction(self._actions["copy_with_source"])
            menu.addSeparator()
        for key in keys:
            menu.addAction(self._actions[key])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
