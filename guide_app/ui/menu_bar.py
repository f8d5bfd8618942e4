"""The menu bar, which Alt shows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from guide_app.kiosk.policy import Ability, Policy
from guide_app.ui.actions import ACTIONS, MENUS


class MenuBar(QObject):
    """Builds it from the table of actions; a kiosk has none."""

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction], policy: Policy) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._policy = policy
        self._built = False

    def toggle(self) -> None:
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
