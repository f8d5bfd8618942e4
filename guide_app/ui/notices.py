"""Short words to the reader, seen in one line above the bar and spoken by a screen reader, without moving the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

SHOWN_FOR_MS = 12_000
"""Long enough to read twice; a notice with an action stays until the next one or until it is closed."""


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader speak some words on behalf of a widget; the focus stays where it is."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class NoticeBar(QWidget):
    """Shows one notice at a time, with at most one action (undo, try again)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._action = QPushButton()
        self._action.clicked.connect(self._on_action_clicked)
        self._close = QPushButton("Close")
        self._close.setProperty("kind", "quiet")
        self._close.setAccessibleName("Close this notice")
        self._close.clicked.connect(self.clear)
        self._run: Callable[[], None] | None = None
        self._came_from: QWidget | None = None
        self._watched = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 16, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """Return the notice that is shown, or ""."""
        return "" if self.isHidden() else self._label.text()

    @property
    def action_button(self) -> QPushButton:
        """Return the button of the notice's action."""
        return self._action

    def say(self, words: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Show and announce some words, with a button `action` that calls `run` once."""
        self._watch_focus()
        self._label.setText(words)
        self._run = run
        self._label.setAccessibleName(f"Notice: {words}")
        self._action.setText(action)
        self._action.setAccessibleName(f"{action}: {words}" if action else "")
        self._action.setVisible(bool(action))
        self.show()
        if action:
            self._timer.stop()
        else:
            self._timer.start(SHOWN_FOR_MS)
        self.announce(words)

    def announce(self, words: str) -> None:
        """Let a screen reader speak some words; the focus stays where it is."""
        announce(self, words)

    def holds(self, word: str) -> bool:
        """Say whether a word is in the notice, or could come back by its action."""
        return self._run is not None or word in self._label.text() + self._action.text()

    @Slot()
    def clear(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self._run = None
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_focus and self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self._label.clear()
        for each in (self._label, self._action):
            each.setAccessibleName("")

    def _watch_focus(self) -> None:
        """Remember from now on from where the keyboard comes here, to give it back: not before the first notice."""
        application = QApplication.instance()
        if not self._watched and isinstance(application, QApplication):
            self._watched = True
            application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and old is not None and self.isAncestorOf(new) and not self.isAncestorOf(old):
            self._came_from = old

    @Slot()
    def _on_action_clicked(self) -> None:
        run = self._run
        self.clear()
        if run is not None:
            run()
