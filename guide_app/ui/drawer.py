"""A panel over the right side of the article: cards, numbers and settings open in it, inside the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from guide_app.ui.icons import Icons
from guide_app.ui.theme import Theme

WIDTH = 460
BESIDE_FROM = 640
"""Where the article keeps at least this width, the drawer stands beside it instead of over it."""


class Drawer(QFrame):
    """Shows one thing at a time; Esc or its button closes it and gives the keyboard back.

    Signals: `opening()` before something is shown, `closed()`.
    """

    opening = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area = parent
        self._theme = theme
        self._icons = icons
        self._came_from: QWidget | None = None
        self._key = ""
        self._built = False
        parent.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        """Make the parts, which nobody sees before something is shown."""
        self._built = True
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._close = QPushButton("Close")
        self._close.setProperty("kind", "quiet")
        self._close.clicked.connect(self.close_drawer)
        top = QHBoxLayout()
        top.setContentsMargins(20, 10, 10, 4)
        top.addWidget(self._title, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._scroll, 1)

    @property
    def key(self) -> str:
        """Return the key of what is shown, or "" while closed."""
        return self._key if not self.isHidden() else ""

    @property
    def content(self) -> QWidget | None:
        """Return the widget that is shown."""
        return None if self.isHidden() else self._scroll.widget()

    def show_content(self, key: str, title: str, content: QWidget) -> None:
        """Show a widget under a title; what was shown before is thrown away."""
        if not self._built:
            self._build()
        if self.isHidden():
            self._came_from = self.window().focusWidget()
        self.opening.emit()
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._key = key
        self._title.setText(title)
        self.setAccessibleName(title)
        self._close.setIcon(self._icons.icon("close", self._theme.colours.ink))
        self._scroll.setWidget(content)
        content.setMinimumWidth(1)  # else a long word widens the card beyond the drawer, where nothing can be read
        content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self.show()
        self.raise_()
        self._place()
        first = next((child for child in _focusable(content)), self._close)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_drawer(self) -> None:
        """Close, throw away what was shown, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        self.hide()
        self._place()
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._key = ""
        back = self._came_from if self._came_from is not None and self._came_from.isVisible() else self._area
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the area below."""
        if watched is self._area and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._area
        layout = area.layout()
        width = min(round(WIDTH * self._theme.chrome_scale), area.width())
        if area.width() - width < 120:
            width = area.width()
        beside = width if area.width() - width >= BESIDE_FROM and not self.isHidden() else 0
        if layout is not None:
            layout.setContentsMargins(0, 0, beside, 0)
        self.setGeometry(area.width() - width, 0, width, area.height())


def _focusable(content: QWidget) -> list[QWidget]:
    return [
        child
        for child in content.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isEnabled()
        and child.isVisible()
        and not isinstance(child, QLabel)
    ]
