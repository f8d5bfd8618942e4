"""Everything is shown inside the one window: a part shown before it has its place would flash and take the keyboard."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.every_place import walk


class _Windows(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_part_is_ever_a_window_of_its_own(qapp, open_window, clinic_library):
    windows = _Windows()
    window = open_window(library=clinic_library)
    qapp.installEventFilter(windows)
    found = {}
    for place in walk(window):
        if windows.seen:
            found[place] = windows.seen[:]
            windows.seen.clear()
    qapp.removeEventFilter(windows)
    assert not found
    assert QApplication.activeWindow() is window
