"""The box that questions are typed into, with a picture of a glass at its start."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

PADDING = 10
"""As in the style sheet."""


class SearchBox(QLineEdit):
    """A line edit that paints its picture itself.

    `QLineEdit.addAction` would make a button of it, which a screen reader finds, and which does nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QIcon()
        self.setObjectName("searchBox")
        self.setPlaceholderText("Ask in your own words…")
        self.setAccessibleName("Search the guide")
        self.setAccessibleDescription("Type a question. Press the down arrow for the answers, Esc to return.")
        self.setMaxLength(500)

    def set_icon(self, icon: QIcon) -> None:
        """Show a picture before the text."""
        self._icon = icon
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture on top of the box."""
        super().paintEvent(event)
        side = self._side()
        with QPainter(self) as painter:
            self._icon.paint(painter, QRect(PADDING + 2, (self.height() - side) // 2, side, side))

    def changeEvent(self, event: QEvent) -> None:
        """Let the picture grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _side(self) -> int:
        return self.fontMetrics().ascent()

    def _make_room(self) -> None:
        margins = self.textMargins()  # a clear button has its own at the other end
        margins.setLeft(self._side() + 8)
        self.setTextMargins(margins)
        self.update()
