"""A QR code on the screen: dark on white with its white border in every colour scheme, or phones do not read it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide_app.places.codes import QUIET, QrCode
from guide_app.ui.theme import SCHEMES

SQUARE = 4
"""Pixels a square, at least: below, the camera of an old phone does not tell them apart."""

SIDE = 164
"""Pixels a side, at least, so that short codes stand in a row with longer ones."""


class QrView(QWidget):
    """Draws one code, in whole pixels."""

    def __init__(self, code: QrCode, name: str, parent: QWidget | None = None) -> None:
        """Take the code, and what it is for a person who cannot see it ("Code for a phone: 988")."""
        super().__init__(parent)
        self._code = code
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the code with its border."""
        side = max(SIDE, self._squares * SQUARE)
        return QSize(side, side)

    @property
    def _squares(self) -> int:
        return self._code.size + 2 * QUIET

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the code."""
        paper = SCHEMES["paper"]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(paper.paper))
        ink = QColor(paper.ink)
        square = self.width() // self._squares
        edge = (self.width() - self._code.size * square) // 2
        for y, row in enumerate(self._code.rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRect(edge + x * square, edge + y * square, square, square), ink)
