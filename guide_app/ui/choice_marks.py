"""Check boxes and radio buttons with a mark that can be seen in every scheme; Qt's own is nearly lost in the dark."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
)

LINE = 2.0
TICK = ((0.22, 0.53), (0.42, 0.72), (0.78, 0.30))
"""The corners of the tick, in parts of the box."""


class CheckBox(QCheckBox):
    """A box with a tick in it."""

    def hitButton(self, place: QPoint) -> bool:
        """Take a touch anywhere on the row, also behind the last word."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, then the words as the style does."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        with QPainter(self) as painter:
            place = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
            _prepare(painter, self)
            painter.drawRoundedRect(_inside(place), 4, 4)
            if self.isChecked():
                painter.setPen(_pen(self, QPalette.ColorRole.HighlightedText, LINE * 1.2))
                painter.drawPolyline(
                    QPolygonF([QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in TICK])
                )
            self.style().drawControl(QStyle.ControlElement.CE_CheckBoxLabel, _label(self, option), painter, self)


class RadioButton(QRadioButton):
    """A circle with a dot in it."""

    def hitButton(self, place: QPoint) -> bool:
        """Take a touch anywhere on the row, also behind the last word."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle, then the words as the style does."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        with QPainter(self) as painter:
            place = QRectF(self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self))
            _prepare(painter, self)
            painter.drawEllipse(_inside(place))
            if self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().color(QPalette.ColorRole.HighlightedText))
                third = place.width() / 3.2
                painter.drawEllipse(place.adjusted(third, third, -third, -third))
            self.style().drawControl(QStyle.ControlElement.CE_RadioButtonLabel, _label(self, option), painter, self)


def _prepare(painter: QPainter, button: QAbstractButton) -> None:
    """Take the pen and the ground of an empty or a filled mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = button.isChecked()
    edge = QPalette.ColorRole.Accent if filled or button.underMouse() else QPalette.ColorRole.WindowText
    painter.setPen(_pen(button, edge, LINE))
    painter.setBrush(button.palette().color(QPalette.ColorRole.Accent if filled else QPalette.ColorRole.Base))


def _pen(button: QAbstractButton, role: QPalette.ColorRole, width: float) -> QPen:
    return QPen(
        button.palette().color(role),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _inside(place: QRectF) -> QRectF:
    """Return where the line runs, so that the whole of its width is in the mark."""
    return place.adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2)


def _label(button: QAbstractButton, option: QStyleOptionButton) -> QStyleOptionButton:
    """Return the option for the words alone."""
    kind = QStyle.SubElement.SE_CheckBoxContents
    if isinstance(button, QRadioButton):
        kind = QStyle.SubElement.SE_RadioButtonContents
    words = QStyleOptionButton(option)
    words.rect = button.style().subElementRect(kind, option, button)
    return words
