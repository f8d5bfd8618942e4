"""A finger on the window: real touch events, as the system hands them over."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest


class Finger:
    """Taps and swipes on a window."""

    def __init__(self, window, device):
        self.window = window
        self._handle = window.windowHandle()
        self._device = device

    def _touch(self):
        return QTest.touchEvent(self._handle, self._device)

    def tap(self, widget, place=None):
        """Touch a widget, in its middle unless a place is given."""
        at = widget.mapTo(self.window, place or widget.rect().center())
        self._touch().press(0, at, self._handle).commit()
        self._touch().release(0, at, self._handle).commit()

    def swipe(self, widget, down, *, across=0, start=None, hold=True):
        """Draw over a widget by so many pixels, at the speed of a hand; `hold` still before letting go."""
        at = widget.mapTo(self.window, start or widget.rect().center())
        steps = 10
        self._touch().press(0, at, self._handle).commit()
        for step in range(1, steps + 1):
            QTest.qWait(12)  # the speed is measured by the clock
            self._touch().move(0, at + QPoint(across, down) * (step / steps), self._handle).commit()
        if hold:
            QTest.qWait(120)
            self._touch().move(0, at + QPoint(across, down), self._handle).commit()
        self._touch().release(0, at + QPoint(across, down), self._handle).commit()
