"""A ring around whatever has the keyboard: two pixels of the accent colour with two pixels of air."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from guide_app.ui.theme import RADIUS, Theme

WIDTH, AIR = 2, 2
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Lies over the window, lets every click through, and follows the focus; large panes are framed on the inside."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self.hide()
        self._on_focus_changed(None, application.focusWidget())  # at a start the keyboard has its place before the ring

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for before in self._followed:
            if isValid(before):  # a closed card is gone by now
                before.removeEventFilter(self)
        self._target = new if new is not None and new.window() is self.window() else None
        self._followed = []
        widget = self._target
        while widget is not None and widget is not self.window():  # it moves with each of these, as a card scrolls
            self._followed.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the focused widget as it moves, also with what it stands in."""
        if event.type() in _FOLLOWED:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.accent), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), RADIUS + AIR, RADIUS + AIR)

    def _follow(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        rect = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        inside = rect.height() > 160
        grow = 0 if inside else AIR + WIDTH
        rect = rect.adjusted(-grow, -grow, grow, grow).intersected(self.window().rect())
        for area in self._followed:
            if isinstance(area, QScrollArea):  # what is scrolled out of sight has no ring over what is there instead
                rect = rect.intersected(QRect(area.mapTo(self.window(), QPoint(0, 0)), area.size()))
        if rect.isEmpty():
            self.hide()
            return
        self.setGeometry(rect)
        self.setMask(_frame(self.rect()))
        self.show()
        self.raise_()


def _frame(rect: QRect) -> QRegion:
    """Return the rim of a rectangle with its round corners: what lies inside need not be painted anew."""
    edge, corner = AIR + WIDTH, RADIUS + AIR + WIDTH
    upright = QRegion(rect.adjusted(corner, edge, -corner, -edge))
    flat = QRegion(rect.adjusted(edge, corner, -edge, -corner))
    return QRegion(rect) - upright - flat
