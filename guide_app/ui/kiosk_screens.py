"""The screens of a kiosk: the window fills one, and each further one is covered, also those that come later."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

_FLAGS = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
_LEFT = (QEvent.Type.WindowStateChange, QEvent.Type.Hide)


class ScreenCover(QWidget):
    """A plain sheet over a further screen."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, _FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setWindowTitle("Further screen")
        words = QLabel("The guide is on the other screen.")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay."""
        event.ignore()


class KioskScreens(QObject):
    """Keeps a window full screen on the first screen, and the other screens covered.

    Under Wayland there are no covers: `cage` lays every window of a program over the others, and the compositor decides
    what the further screens show (the recipe starts it with one screen).
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._covers: dict[str, ScreenCover] = {}
        # Later: at the moment of a change Qt still lists a screen that goes, and the system's window is being moved.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fill)
        self._wayland = QGuiApplication.platformName().startswith("wayland")
        window.setWindowFlags(_FLAGS)
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screens_changed)
        application.screenRemoved.connect(self._on_screens_changed)
        application.primaryScreenChanged.connect(self._on_screens_changed)

    @property
    def covers(self) -> tuple[ScreenCover, ...]:
        """Return the covers of the further screens."""
        return tuple(self._covers.values())

    @Slot()
    def fill(self) -> None:
        """Fill every screen."""
        first = QGuiApplication.primaryScreen()
        if self._window.screen() is not first:
            self._window.setScreen(first)
        # A window that was put away counts as full screen, too.
        if not self._window.isFullScreen() or self._window.isMinimized() or not self._window.isVisible():
            self._window.setGeometry(first.geometry())
            self._window.showFullScreen()
        further = (
            {} if self._wayland else {each.name(): each for each in QGuiApplication.screens() if each is not first}
        )
        for name in self._covers.keys() - further.keys():
            cover = self._covers.pop(name)
            cover.hide()
            cover.deleteLater()
        for name, screen in further.items():
            if name not in self._covers:
                self._covers[name] = ScreenCover(screen)
            cover = self._covers[name]
            cover.setGeometry(screen.geometry())
            cover.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen() would ask for the keyboard
            cover.show()

    def close_covers(self) -> None:
        """Take the covers away, at the end of the program."""
        for cover in self._covers.values():
            cover.hide()
            cover.deleteLater()
        self._covers.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come back when the window is made smaller, put away or hidden."""
        if watched is self.parent() and event.type() in _LEFT:
            self._later.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_screens_changed(self) -> None:
        self._later.start()
