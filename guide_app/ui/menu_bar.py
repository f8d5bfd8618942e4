"""The menu bar, which Alt shows and gives the keyboard, as browsers do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
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
        """Show the menu bar, with the keyboard on its first menu, or hide it.

        Where it is in sight without the keyboard, Qt's own handling of Alt has given it that by now.
        """
        if not self._policy.may(Ability.MENU_BAR):
            return
        bar = self._window.menuBar()
        if not self._built:
            self._fill()
        elif bar.isVisible():
            bar.setVisible(bar.hasFocus())
            return
        bar.show()
        # Qt gives the keyboard to a menu bar by Alt only if the bar was in sight when Alt was pressed.
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease):
            bar.eventFilter(self._window, QKeyEvent(kind, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier))

    def _fill(self) -> None:
        """Make the menus when they are first asked for, which most readers never do."""
        self._built = True
        bar = self._window.menuBar()
        for name in MENUS:
            menu = bar.addMenu(f"&{name}")
            for row in ACTIONS:
                if row.menu == name and row.key in self._actions:
                    menu.addAction(self._actions[row.key])
