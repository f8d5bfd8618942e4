"""A button that looks like a link and goes on in the next line where its words are longer than the card."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

PAD_X, PAD_Y = 4, 6
FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BREAKS = re.compile(r"(?<=[/?&=_.%-])(?=\w)")


class LinkButton(QPushButton):
    """Draws its words in the colour of links, underlined while the pointer is over it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._over = False

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width."""
        room = QRect(0, 0, max(1, width - 2 * PAD_X), 10_000)
        return self.fontMetrics().boundingRect(room, FLAGS, self._words()).height() + 2 * PAD_Y

    def sizeHint(self) -> QSize:
        """Return the size of the words in one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PAD_X + 2, metrics.lineSpacing() + 2 * PAD_Y)

    def minimumSizeHint(self) -> QSize:
        """Return one line of a few letters: the rest wraps."""
        few = self.fontMetrics().averageCharWidth() * 14
        return QSize(min(self.sizeHint().width(), few), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline the words."""
        self._over = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the line away again."""
        self._over = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words over as many lines as they need."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self._over or self.isDown())
        painter.setFont(font)
        painter.setPen(QColor(self.palette().color(QPalette.ColorRole.Link)))
        room = QRect(QPoint(PAD_X, 0), self.size() - QSize(2 * PAD_X, 0))
        painter.drawText(room, FLAGS, self._words())

    def _words(self) -> str:
        """Return the words; a web address may go on in the next line after any of its signs."""
        words = self.text()
        return _BREAKS.sub("\u200b", words) if " " not in words else words
