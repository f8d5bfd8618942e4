"""The gate of a kiosk's windows: sees every event before a widget does, tells activity, and keeps ways out shut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputDevice, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletRelease,
        QEvent.Type.NativeGesture,
    }
)
_MOVES = frozenset({QEvent.Type.MouseMove, QEvent.Type.TabletMove})
_SHUT = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.EnterWhatsThisMode,
    }
)
_BUTTONS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick})
_SHUT_BUTTONS = Qt.MouseButton.RightButton | Qt.MouseButton.MiddleButton


class KioskGate(QObject):
    """An event filter on the windows of the system, not on widgets: it costs one look an event.

    Signals: `acted()` for a key, button, touch or wheel, `moved()` for the pointer, `keyed()` for a key,
    `clicked(place, by_touch)` when the left button or a finger has gone up, before anything hears of it.
    """

    acted = Signal()
    moved = Signal()
    keyed = Signal()
    clicked = Signal(QPoint, bool)

    def __init__(self) -> None:
        super().__init__()
        self._place = QPoint()

    @Slot()
    def watch_windows(self) -> None:
        """Stand before every window there is, also before a list that has just opened."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # a second time it only comes to the front of the filters

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what the visitor does; take what leads out."""
        kind = event.type()
        if kind in _SHUT or (kind == QEvent.Type.Close and not _may_close(watched)):
            event.ignore()
            return True
        if kind in _ACTS:
            self.acted.emit()
            if kind == QEvent.Type.KeyPress:
                self.keyed.emit()
            QTimer.singleShot(0, self.watch_windows)
        elif kind in _MOVES and isinstance(event, QMouseEvent):
            place = event.globalPosition().toPoint()
            if place != self._place:  # some systems send moves that are none
                self._place = place
                self.moved.emit()
        if kind in _BUTTONS and isinstance(event, QMouseEvent):
            if event.button() & _SHUT_BUTTONS:
                return True
            if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow):
                _prevent_drag(event)
            elif kind == QEvent.Type.MouseButtonRelease:
                by_touch = event.pointingDevice().type() == QInputDevice.DeviceType.TouchScreen
                self.clicked.emit(event.globalPosition().toPoint(), by_touch)
        return False


def _may_close(watched: QObject) -> bool:
    """Say whether a window is only a list or a tip, which come and go."""
    return isinstance(watched, QWindow) and watched.type() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


def _prevent_drag(event: QMouseEvent) -> None:
    """Select nothing under the pointer: a press on selected text would begin a drag."""
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return
    place = event.globalPosition().toPoint()
    widget: QWidget | None = QApplication.widgetAt(place)
    text = widget.parentWidget() if widget is not None else None  # over a text the pointer is over its viewport
    if isinstance(text, (QTextEdit, QPlainTextEdit)):
        if text.textCursor().hasSelection():
            # To where the press puts it anyway: elsewhere the text would scroll away under the pointer.
            text.setTextCursor(text.cursorForPosition(text.viewport().mapFromGlobal(place)))
    else:
        deselect(widget)


def deselect(widget: QWidget | None) -> None:
    """Select nothing in a widget, if text can be selected there."""
    if isinstance(widget, QLineEdit):
        widget.deselect()
    elif isinstance(widget, QLabel):
        if widget.hasSelectedText():
            widget.setSelection(0, 0)
    elif isinstance(widget, (QTextEdit, QPlainTextEdit)):
        cursor = widget.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            widget.setTextCursor(cursor)
