"""A panel over the right side of the article: cards, numbers and settings open in it, inside the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from guide_app.ui.icons import Icons
from guide_app.ui.theme import Theme

WIDTH = 460
BESIDE_FROM = 640
"""Where the article keeps at least this width, the drawer stands beside it instead of over it."""
REST_FROM = 200
"""Less of the article than this would be ends of lines only: the drawer takes the whole width."""
SIDE, BUTTON_AIR = 20, 13
"""The air at the left of all that is shown, and that between the edge of a quiet button and its words."""


@dataclass(slots=True, eq=False)
class _Page:
    """What is shown, or waits below it. A page that `stays` waits while another is shown over it."""

    key: str
    title: str
    content: QWidget
    wide: bool
    stays: bool
    focus: QWidget | None = None


class Drawer(QFrame):
    """Shows one thing at a time; Esc or its button closes it and gives the keyboard back.

    A page that stays (a state's page, a table) comes back, as it was left, from a page that was opened over it.

    Signals: `opening()` before something is shown, `covering(whole)` when it lies over the whole article or no longer
    does, `closed()`.
    """

    opening = Signal()
    covering = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area = parent
        self._theme = theme
        self._icons = icons
        self._came_from: QWidget | None = None
        self._pages: list[_Page] = []
        self._wanted: QWidget | None = None
        self._whole = False
        self._built = False
        parent.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        """Make the parts, which nobody sees before something is shown."""
        self._built = True
        self._title = QLabel()
        self._title.setProperty("role", "page")
        self._title.setWordWrap(True)
        self._back = QPushButton("Back")
        self._back.setProperty("kind", "quiet")
        self._back.clicked.connect(self.go_back)
        self._close = QPushButton("Close")
        self._close.setProperty("kind", "quiet")
        self._close.clicked.connect(self.close_drawer)
        self._top = top = QHBoxLayout()
        top.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
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
        return self._pages[-1].key if self._pages else ""

    @property
    def content(self) -> QWidget | None:
        """Return the widget that is shown."""
        return self._pages[-1].content if self._pages else None

    def show_content(self, key: str, title: str, content: QWidget, *, wide: bool = False, stays: bool = False) -> None:
        """Show a widget under a title, over the whole article if `wide`.

        What was shown before is thrown away, unless it stays: then it waits below for the way back.
        """
        if not self._built:
            self._build()
        if self.isHidden():
            self._came_from = self.window().focusWidget()
        self.opening.emit()
        self._put_away(key)
        self._pages.append(_Page(key, title, content, wide, stays))
        self._show_page()

    @Slot()
    def go_back(self) -> None:
        """Show the page below this one again, as it was left."""
        if len(self._pages) > 1:
            self._scroll.takeWidget()
            self._pages.pop().content.deleteLater()
            self._show_page()

    def _put_away(self, key: str) -> None:
        """Lay by what is shown if it stays; throw away what does not, and a page that is about to be shown anew."""
        if not self._pages:
            return
        focus = self.window().focusWidget()
        self._pages[-1].focus = focus if focus is not None and self._pages[-1].content.isAncestorOf(focus) else None
        shown = self._scroll.takeWidget()
        assert shown is not None
        if self._pages[-1].stays:
            shown.setParent(self)  # hidden by that; without a parent it would be a window of its own
        waiting = next((place for place, page in enumerate(self._pages) if page.key == key), None)
        first = waiting if waiting is not None else len(self._pages) - (not self._pages[-1].stays)
        for page in self._pages[first:]:
            page.content.deleteLater()
        del self._pages[first:]

    def _show_page(self) -> None:
        page = self._pages[-1]
        content = page.content
        self._title.setText(page.title)
        self.setAccessibleName(page.title)
        self._close.setAccessibleName(f"Close: {page.title}")
        self._close.setIcon(self._icons.icon("close", self._theme.colours.ink))
        self._back.setIcon(self._icons.icon("back", self._theme.colours.ink))
        self._show_way_back()
        self._scroll.setWidget(content)
        content.setMinimumWidth(1)  # else a long word widens the card beyond the drawer, where nothing can be read
        content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        content.show()
        self.show()
        self.raise_()
        self._place()
        before = page.focus if page.focus is not None and isValid(page.focus) else None
        first = before or next((child for child in _focusable(content)), self._close)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def waits(self, key: str) -> bool:
        """Say whether a page waits below the one that is shown."""
        return any(page.key == key for page in self._pages[:-1])

    def drop_waiting(self, keep: str = "") -> None:
        """Throw away the pages below the one that is shown, but for `keep`: what they show is not so any more."""
        gone = [page for page in self._pages[:-1] if page.key != keep]
        self._pages = [page for page in self._pages if page not in gone]
        for page in gone:
            page.content.deleteLater()
        if self._built:
            self._show_way_back()

    def reveal(self, part: QWidget) -> None:
        """Scroll a part of the page to the top, once it has its place."""
        self._wanted = part
        QTimer.singleShot(0, self._on_reveal)

    def _show_way_back(self) -> None:
        self._back.setVisible(len(self._pages) > 1)
        self._top.setContentsMargins(SIDE - BUTTON_AIR if len(self._pages) > 1 else SIDE, 10, 10, 4)
        if len(self._pages) > 1:
            self._back.setAccessibleName(f"Back to {self._pages[-2].title}")

    @Slot()
    def _on_reveal(self) -> None:
        part, content = self._wanted, self.content
        self._wanted = None
        if part is not None and content is not None and isValid(part) and content.isAncestorOf(part):
            self._scroll.verticalScrollBar().setValue(part.mapTo(content, QPoint(0, 0)).y())

    @Slot()
    def close_drawer(self) -> None:
        """Close, throw away what was shown, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        self.hide()
        self._place()
        self._scroll.takeWidget()
        for page in self._pages:
            page.content.deleteLater()
        self._pages.clear()
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
        if area.width() - width < REST_FROM or (self._pages and self._pages[-1].wide):
            width = area.width()
        beside = width if area.width() - width >= BESIDE_FROM and not self.isHidden() else 0
        if layout is not None:
            layout.setContentsMargins(0, 0, beside, 0)
        self.setGeometry(area.width() - width, 0, width, area.height())
        self._tell_whole(whole=width == area.width() and not self.isHidden())

    def _tell_whole(self, *, whole: bool) -> None:
        """Tell when the whole article is covered, or no longer; covered, it needs no line to set the page off."""
        if whole != self._whole:
            self._whole = whole
            self.setProperty("whole", whole)
            self.style().polish(self)
            self.covering.emit(whole)


def _focusable(content: QWidget) -> list[QWidget]:
    return [
        child
        for child in content.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isEnabled()
        and child.isVisible()
        and not isinstance(child, QLabel)
    ]
