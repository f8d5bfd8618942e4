"""Check boxes and radio buttons with a mark that can be seen in every scheme, and words that wrap like any others.

Qt's own mark is nearly lost in the dark, and its words are cut where a card is narrow or the text large.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton

LINE = 2.0
TICK = ((0.22, 0.53), (0.42, 0.72), (0.78, 0.30))
"""The corners of the tick, in parts of the box."""
FEW_LETTERS = 14
"""A line of words is not broken further than this."""
FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignLeft

if TYPE_CHECKING:
    _Base = QCheckBox  # what both kinds have in common; Qt's own common class is an abstract one
else:
    _Base = object


class _Choice(_Base):
    """What a check box and a radio button have alike; each names the parts of the style and draws its own sign."""

    INDICATOR: QStyle.SubElement
    CONTENTS: QStyle.SubElement

    def __init__(self, words: str) -> None:
        super().__init__(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, place: QPoint) -> bool:
        """Take a touch anywhere on the row, also behind the last word."""
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width: a row, and a line more for each further line."""
        row, line = self.sizeHint().height(), self.fontMetrics().lineSpacing()
        lines = round(self._words(QRect(0, 0, width, row)).height() / line)
        return row + line * max(0, lines - 1)

    def minimumSizeHint(self) -> QSize:
        """Return the mark and a few letters: the rest wraps."""
        hint = self.sizeHint()
        few = self._parts(QRect(0, 0, hint.width(), hint.height()))[1].left()
        return QSize(min(hint.width(), few + self.fontMetrics().averageCharWidth() * FEW_LETTERS), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark beside the first line of the words, and the words."""
        spare = max(0, self.height() - self.heightForWidth(self.width()))
        row = QRect(0, spare // 2, self.width(), min(self.height(), self.sizeHint().height()))
        mark, _contents = self._parts(row)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            filled = self.isChecked()
            edge = QPalette.ColorRole.Accent if filled or self.underMouse() else QPalette.ColorRole.WindowText
            painter.setPen(self._pen(edge, LINE))
            painter.setBrush(self.palette().color(QPalette.ColorRole.Accent if filled else QPalette.ColorRole.Base))
            place = QRectF(mark)
            self.draw_mark(painter, place.adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2))
            if filled:
                self.draw_sign(painter, place)
            painter.setPen(self._pen(QPalette.ColorRole.WindowText, 1))
            painter.drawText(self._words(row), FLAGS, self.text())

    def draw_mark(self, painter: QPainter, place: QRectF) -> None:
        """Draw the outline and the ground, with the painter's pen and brush."""
        raise NotImplementedError

    def draw_sign(self, painter: QPainter, place: QRectF) -> None:
        """Draw what says that it is chosen."""
        raise NotImplementedError

    def _pen(self, role: QPalette.ColorRole, width: float) -> QPen:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(self.palette().color(role), width, Qt.PenStyle.SolidLine, cap, join)

    def _parts(self, row: QRect) -> tuple[QRect, QRect]:
        """Return where the style puts the mark and the words in a row."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = row
        style = self.style()
        return style.subElementRect(self.INDICATOR, option, self), style.subElementRect(self.CONTENTS, option, self)

    def _words(self, row: QRect) -> QRect:
        """Return the room of the words, of which the first line stands in the middle of the row."""
        contents = self._parts(row)[1]
        metrics = self.fontMetrics()
        top = row.top() + (row.height() - metrics.lineSpacing()) // 2
        room = QRect(contents.left(), top, max(1, row.right() + 1 - contents.left()), 10_000)
        return QRect(room.topLeft(), QSize(room.width(), metrics.boundingRect(room, FLAGS, self.text()).height()))


class CheckBox(_Choice, QCheckBox):
    """A box with a tick in it."""

    INDICATOR = QStyle.SubElement.SE_CheckBoxIndicator
    CONTENTS = QStyle.SubElement.SE_CheckBoxContents

    def draw_mark(self, painter: QPainter, place: QRectF) -> None:
        """Draw the box."""
        painter.drawRoundedRect(place, 4, 4)

    def draw_sign(self, painter: QPainter, place: QRectF) -> None:
        """Draw the tick."""
        painter.setPen(self._pen(QPalette.ColorRole.HighlightedText, LINE * 1.2))
        corners = [QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in TICK]
        painter.drawPolyline(QPolygonF(corners))


class RadioButton(_Choice, QRadioButton):
    """A circle with a dot in it."""

    INDICATOR = QStyle.SubElement.SE_RadioButtonIndicator
    CONTENTS = QStyle.SubElement.SE_RadioButtonContents

    def draw_mark(self, painter: QPainter, place: QRectF) -> None:
        """Draw the circle."""
        painter.drawEllipse(place)

    def draw_sign(self, painter: QPainter, place: QRectF) -> None:
        """Draw the dot."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.HighlightedText))
        third = place.width() / 3.2
        painter.drawEllipse(place.adjusted(third, third, -third, -third))
