"""The two sides of the window: beside each other where there is room, else one in place of the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QSplitter, QWidget

from guide_app.ui.header import Header
from guide_app.ui.sidebar import Sidebar
from guide_app.ui.theme import Theme

MINIMUM, BESIDE_FROM = 265, 680
"""At the normal text size, the width that the left side needs, and that from which on both have room."""
TOUCH_MINIMUM, TOUCH_BESIDE_FROM = 320, 740
"""The same for touch: scroll bars are wide there, and nobody moves the line between the sides."""


class Sides(QObject):
    """Shows the left side beside the article, or, in a narrow window, under the header in the article's place.

    The header is in sight either way: it holds the way out and the emergency numbers. The bar of the section being read
    goes with the article; others may hold it back besides.
    """

    def __init__(
        self,
        splitter: QSplitter,
        sidebar: Sidebar,
        column: QBoxLayout,
        header: Header,
        article: QWidget,
        bar: QWidget,
        *,
        movable: bool,
    ) -> None:
        """Take the parts; the line between the sides is `movable` where there is a pointer to take hold of it."""
        super().__init__(splitter)
        self._movable = movable
        self._splitter = splitter
        self._sidebar = sidebar
        self._column = column
        self._header = header
        self._article = article
        self._bar = bar
        self._bar_held_by: set[str] = set()
        self._narrow = False
        self._sidebar_in_front = False
        self._sidebar_beside = True
        self._put_beside()
        sidebar.needed.connect(self.show_sidebar)

    def fit(self, width: int, theme: Theme) -> None:
        """Take the arrangement for a width of the window and the present text size."""
        minimum, beside_from = (MINIMUM, BESIDE_FROM) if self._movable else (TOUCH_MINIMUM, TOUCH_BESIDE_FROM)
        # Smaller words make no smaller controls, so that both need the usual room then too.
        narrow = width < round(beside_from * max(1.0, theme.chrome_scale))
        self._sidebar.setMinimumWidth(0 if narrow else round(minimum * theme.chrome_scale))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        focused = self._sidebar.window().focusWidget()
        held = focused is not None and self._sidebar.isAncestorOf(focused)
        self._sidebar_in_front = narrow and held and bool(self._sidebar.search_box.text())
        if narrow:
            self._column.insertWidget(1, self._sidebar, 1)
        else:
            self._put_beside()
        self._header.set_narrow(narrow=narrow)
        self._arrange()
        if focused is not None and held:
            (focused if self._sidebar.isVisible() else self._article).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def toggle(self) -> None:
        """Show the left side, or give the article the room."""
        if self._narrow:
            self._sidebar_in_front = not self._sidebar_in_front
        else:
            self._sidebar_beside = not self._sidebar_beside
        self._arrange()
        if self._narrow:
            target = self._sidebar.search_box if self._sidebar_in_front else self._article
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_sidebar(self) -> None:
        """Show the left side, because something in it is asked for."""
        self._sidebar_in_front = self._narrow
        self._sidebar_beside = self._sidebar_beside or not self._narrow
        self._arrange()

    @Slot()
    def show_reading(self) -> None:
        """Show the article, because a page or a card has been opened."""
        if self._sidebar_in_front:
            self._sidebar_in_front = False
            self._arrange()
            self._article.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold_bar_back(self, holder: str, *, held: bool) -> None:
        """Keep the bar out of sight for `holder`, or no longer; it comes back when nobody holds it."""
        (self._bar_held_by.add if held else self._bar_held_by.discard)(holder)
        self._show_bar()

    @Slot(bool)
    def on_article_covered(self, covered: bool) -> None:
        """Hold the bar back while a page lies over the whole article: its section is not in sight then."""
        self.hold_bar_back("page", held=covered)

    def start_anew(self) -> None:
        """Show what a start shows: both sides, or in a narrow window the article."""
        self._sidebar_in_front = False
        self._sidebar_beside = True
        self._arrange()

    def _put_beside(self) -> None:
        self._splitter.insertWidget(0, self._sidebar)
        for at in range(self._splitter.count()):
            self._splitter.handle(at).setEnabled(self._movable)

    def _arrange(self) -> None:
        # What goes is hidden first: for a moment both would ask for more height than a small window has.
        shows_sidebar = self._sidebar_in_front if self._narrow else self._sidebar_beside
        if not shows_sidebar:
            self._sidebar.hide()
        self._article.setVisible(not self._sidebar_in_front)
        self._show_bar()
        if shows_sidebar:
            self._sidebar.show()

    def _show_bar(self) -> None:
        self._bar.setVisible(not self._sidebar_in_front and not self._bar_held_by)
