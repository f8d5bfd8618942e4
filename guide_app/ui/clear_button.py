"""The button in a line edit that empties it, with a name that a screen reader can say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QLineEdit, QToolButton

_PLACED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)


def add_clear_button(line: QLineEdit, name: str) -> None:
    """Give a line edit the button; it is in sight while there is something to clear."""
    line.setClearButtonEnabled(True)
    button = line.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.installEventFilter(_FullHeight(line))


class _FullHeight(QObject):
    """Makes the button as high and as wide as its line is high: Qt's own is hard to hit with a finger."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._own = 0
        """The width that Qt gives the button, for which it keeps the words away by itself."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the button where it belongs whenever Qt has put it elsewhere, and keep the words out from under it."""
        if event.type() in _PLACED and isinstance(watched, QToolButton):
            side = self._line.height()
            place = QRect(self._line.width() - side, 0, side, side)
            if watched.geometry() != place:
                self._own = self._own or watched.width()
                margins = self._line.textMargins()
                margins.setRight(max(0, side - self._own))
                self._line.setTextMargins(margins)
                watched.setGeometry(place)
        return False
