"""Leaving in a hurry: the Shift key three times, and the cover that hides everything in the same frame."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

PRESSES = 3
WITHIN_SECONDS = 5.0


class ShiftWatcher(QObject):
    """Watches for Shift pressed and released alone three times within five seconds (GOV.UK's "Exit this page").

    Any other key or a click in between starts the count anew: people type "U.S.C.".
    Signals: `triggered()`.
    """

    triggered = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._alone = False
        self._releases: list[float] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at every key of the program; take none."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if not event.isAutoRepeat():
                self._press(event)
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if not event.isAutoRepeat():
                self._release(event)
        elif kind == QEvent.Type.MouseButtonPress:
            self._alone = False
            self._releases.clear()
        return False

    def _press(self, event: QKeyEvent) -> None:
        others = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        self._alone = event.key() == Qt.Key.Key_Shift and others == Qt.KeyboardModifier.NoModifier
        if not self._alone:
            self._releases.clear()

    def _release(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Shift or not self._alone:
            return
        self._alone = False  # one event reaches several objects: count it once
        now = self._clock()
        self._releases = [moment for moment in self._releases if now - moment <= WITHIN_SECONDS]
        self._releases.append(now)
        if len(self._releases) >= PRESSES:
            self._releases.clear()
            self.triggered.emit()


class Cover(QWidget):
    """A plain sheet over the whole window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("")
        self.hide()

    def drop(self) -> None:
        """Cover the window and paint that before anything else happens."""
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass  # a menu is a window of its own, above the cover
        self._window.setWindowTitle(" ")
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.repaint()
        QGuiApplication.sync()
        focus = self._window.focusWidget()
        if focus is not None:
            focus.clearFocus()  # what is typed now goes nowhere, and no ring comes up over the cover

    def lift(self) -> None:
        """Uncover the window."""
        self.hide()
