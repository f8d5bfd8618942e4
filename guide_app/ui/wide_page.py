"""A page that may cover the whole article: two columns below its title, one above the other where it is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

WIDEST = 1000
TWO_COLUMNS_FROM = 720
"""Pixels at the usual size of text; both grow with it."""


class WidePage(QWidget):
    """Has `top` above, `main` at the left and `side` at the right; where it is narrow the side comes before the main.

    It never grows wider than a reader's eye likes.
    """

    def __init__(self, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from = round(TWO_COLUMNS_FROM * scale)
        sheet = QWidget()
        sheet.setMaximumWidth(round(WIDEST * scale))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 20)
        row.addWidget(sheet, 1000)
        row.addStretch(1)  # what is left is at the right: the page begins where its title does
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.top = self._column()
        self.main = self._column()
        self.side = self._column()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._columns.addLayout(self.main, 5)
        self._columns.addLayout(self.side, 3)
        column.addLayout(self.top)
        column.addLayout(self._columns)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns side by side where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._from
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop)

    @staticmethod
    def _column() -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        return column
