"""A finger that moves over a page, a list or a card scrolls it, and one that does not move is a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QScroller,
    QScrollerProperties,
    QWidget,
)
from shiboken6 import isValid

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
_MOVING = (QScroller.State.Dragging, QScroller.State.Scrolling)


class TouchScrolling(QObject):
    """An event filter on the window of the system. A computer without a touch screen never pays for it.

    Left to itself Qt makes a pressed mouse button of a finger: it marks text and rows where a reader wants to scroll.
    Qt's own gesture scrolls, but chooses the row under the finger as well. So what lies in something that scrolls gets
    its click when the finger goes up, and none when it has moved.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._viewport: QWidget | None = None
        self._moved = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the touches that begin where something can be scrolled."""
        if event.type() not in _TOUCHES or not isinstance(event, QTouchEvent):
            return False
        if event.type() == QEvent.Type.TouchBegin:
            self._viewport = _scrollable_around(self._widget_at(event))
            self._moved = False
        viewport = self._viewport
        if viewport is None:
            return False
        event.accept()  # else Qt makes a mouse of it
        if not isValid(viewport):  # the page has gone meanwhile; what it began is nobody's
            return True
        self._follow(event, viewport)
        if event.type() == QEvent.Type.TouchEnd and not self._moved:
            _click(self._widget_at(event), watched, event)
        return True

    def _widget_at(self, event: QTouchEvent) -> QWidget | None:
        return self._window.childAt(event.point(0).position().toPoint())

    def _follow(self, event: QTouchEvent, viewport: QWidget) -> None:
        scroller = QScroller.scroller(viewport)
        if event.type() == QEvent.Type.TouchCancel or event.pointCount() != 1:
            scroller.stop()
            self._moved = True
            return
        if event.type() == QEvent.Type.TouchBegin:
            self._moved = scroller.state() in _MOVING  # a finger that stops what still runs chooses nothing
        place = QPointF(viewport.mapFromGlobal(event.point(0).globalPosition().toPoint()))
        scroller.handleInput(_input_of(event.type()), place, event.timestamp())
        if event.type() == QEvent.Type.TouchUpdate and scroller.state() in _MOVING:
            self._moved = True
            _tell_of_scrolling(viewport)


def _input_of(kind: QEvent.Type) -> QScroller.Input:
    return {
        QEvent.Type.TouchBegin: QScroller.Input.InputPress,
        QEvent.Type.TouchUpdate: QScroller.Input.InputMove,
        QEvent.Type.TouchEnd: QScroller.Input.InputRelease,
    }[kind]


def _scrollable_around(widget: QWidget | None) -> QWidget | None:
    """Return the inside of the innermost area around a widget in which something is out of sight."""
    if isinstance(widget, QAbstractButton) and widget.autoRepeat():
        return None  # it works while the finger stays down
    child = widget
    while widget is not None:
        if isinstance(widget, QAbstractScrollArea) and child is not None:
            view = widget.viewport()
            bars = (widget.verticalScrollBar(), widget.horizontalScrollBar())
            if any(bar.maximum() for bar in bars) and (child is view or view.isAncestorOf(child)):
                _set_up(view)
                return view
        widget = widget.parentWidget()
    return None


def _tell_of_scrolling(viewport: QWidget) -> None:
    """Let the scroll bar say that the reader scrolls, as it does for wheel, keys and a drag: Qt only sets its value."""
    area = viewport.parentWidget()
    if isinstance(area, QAbstractScrollArea):
        area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderMove)


def _set_up(viewport: QWidget) -> None:
    """Let nothing bounce at the ends."""
    if QScroller.hasScroller(viewport):
        return
    scroller = QScroller.scroller(viewport)
    properties = scroller.scrollerProperties()
    for metric in (
        QScrollerProperties.ScrollMetric.VerticalOvershootPolicy,
        QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy,
    ):
        properties.setScrollMetric(metric, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff)
    scroller.setScrollerProperties(properties)


def _click(widget: QWidget | None, window: QObject, event: QTouchEvent) -> None:
    """Click on a widget, through its window. Qt gives the keyboard along with the mouse's own clicks only."""
    point = event.point(0)
    while widget is not None and not (widget.focusPolicy() & Qt.FocusPolicy.ClickFocus and widget.isEnabled()):
        widget = None if widget.isWindow() else widget.parentWidget()
    if widget is not None:
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
    for kind, buttons in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        click = QMouseEvent(
            kind,
            point.position(),
            point.position(),
            point.globalPosition(),
            Qt.MouseButton.LeftButton,
            buttons,
            Qt.KeyboardModifier.NoModifier,
            event.pointingDevice(),
        )
        QApplication.sendEvent(window, click)
