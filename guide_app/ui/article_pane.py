"""The rendered article: draws what it is given, keeps the reader's place, tells which section is being read."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QFontMetricsF,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from guide_app.ui.article_lists import air_lists
from guide_app.ui.clipboard import mime_data
from guide_app.ui.theme import Theme, document_style

if TYPE_CHECKING:
    from guide_app.citations.styled import Styled

LINE_CHARACTERS = 60
"""Width of the text column, in the font's average letter, which is wider than English text: about 70 letters a line."""
SIDE_MARGIN = 24
TOP_MARGIN = 12
_FONT_CHANGES = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange)


class ArticlePane(QTextBrowser):
    """Shows one article at a time.

    Signals: `section_reached(section_id)` when another section is being read, `link_followed(address)` for a click or
    Enter on a link, `menu_requested(place, address)` for a right click (address "" beside links), `zoomed(step)` for
    Ctrl and the wheel, `back_requested()` and `forward_requested()` for the side buttons of a mouse. It opens nothing
    by itself and loads nothing: neither files nor addresses.
    """

    section_reached = Signal(str)
    link_followed = Signal(str)
    menu_requested = Signal(QPoint, str)
    zoomed = Signal(int)
    back_requested = Signal()
    forward_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setAccessibleName("Article")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.private_copies = False  # whether a copied selection is kept out of the system's history
        self._theme = theme
        self._html = ""
        self._section_ids: tuple[str, ...] = ()
        self._headings: list[int] = []
        self._current = ""
        self._held = ""
        self._drawing = False
        self._anchor: int | None = None
        self._link_left: tuple[int, int] | None = None  # where the link stands from which a card was opened
        self._column = 0.0  # width of the text column, in pixels
        self.document().setDocumentMargin(TOP_MARGIN)
        self._dress()
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.verticalScrollBar().actionTriggered.connect(self._on_scroll_bar_moved)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def current_section(self) -> str:
        """Return the full id of the section being read, or "" where there is none."""
        return self._current

    @property
    def section_ids(self) -> tuple[str, ...]:
        """Return the full ids of the article's sections, in order."""
        return self._section_ids

    def show_page(self, html: str, section_ids: tuple[str, ...], section_id: str = "") -> None:
        """Draw a page whose level-2 headings are `section_ids`, in order, from its top or at one of them."""
        self._html = html
        self._section_ids = section_ids
        self._held = ""
        self._anchor = None
        self._link_left = None
        self._current = ""
        self._draw()
        if section_id in section_ids:
            self.go_to(section_id)
        else:
            self.verticalScrollBar().setValue(0)
            self._update_current()

    def go_to(self, section_id: str) -> None:
        """Bring a section's heading to the top; it counts as the one being read until the reader scrolls."""
        if section_id not in self._section_ids:
            return
        index = self._section_ids.index(section_id)
        self._lay_out()
        block = self.document().findBlockByNumber(self._headings[index])
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self._held = section_id
        self._anchor = None
        self.setTextCursor(QTextCursor(block))  # first: it scrolls as little as it can, and brings the range up to date
        self.verticalScrollBar().setValue(0 if index == 0 and self._fits_above(top) else max(0, round(top) - 8))
        self._update_current()

    def go_to_top(self) -> None:
        """Show the title and the answer."""
        self._held = self._section_ids[0] if self._section_ids else ""
        self._anchor = None
        self.verticalScrollBar().setValue(0)
        self._update_current()

    def current_link(self) -> str:
        """Return the address of the link that has the keyboard, or is under the pointer, or ""."""
        under = self.anchorAt(self.viewport().mapFromGlobal(QCursor.pos()))
        return under or self.textCursor().charFormat().anchorHref()

    def selected_paragraphs(self) -> tuple[Styled, ...]:
        """Return the selected text as styled paragraphs, none where nothing is selected."""
        from guide_app.ui.selected_paragraphs import selected_paragraphs

        return selected_paragraphs(self.textCursor())

    def selected_section(self) -> str:
        """Return the full id of the section in which the selected text stands, or "" for none or several."""
        if len(self._headings) != len(self._section_ids):
            return ""
        selection = self.textCursor()
        last = max(selection.selectionStart(), selection.selectionEnd() - 1)
        numbers = (self.document().findBlock(place).blockNumber() for place in (selection.selectionStart(), last))
        first, *others = {bisect_right(self._headings, number) for number in numbers}
        return self._section_ids[first - 1] if first and not others else ""

    def redraw(self) -> None:
        """Draw the page again in the theme's present colours and size; the line at the top stays at the top."""
        if not self._html:
            self._dress()
            return
        place = self._top()
        held = self._held
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        size, value = self.document().size(), self.verticalScrollBar().value()
        self.document().setLayoutEnabled(False)
        self._dress()
        self._draw(anchor, position)
        if self.document().size() == size:  # only the colours have changed
            self.verticalScrollBar().setValue(value)
        else:
            self._return_to(place)
        self._held = held
        self._update_current()

    def links_of_section(self, section_id: str) -> list[tuple[str, str]]:
        """Return (text, address) of each link in a section, in order."""
        if section_id not in self._section_ids:
            return []
        index = self._section_ids.index(section_id)
        block = self.document().findBlockByNumber(self._headings[index])
        end = self._headings[index + 1] if index + 1 < len(self._headings) else self.document().blockCount()
        found: list[tuple[str, str]] = []
        while block.isValid() and block.blockNumber() < end:
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                address = fragment.charFormat().anchorHref()
                if address:
                    if found and found[-1][1] == address and iterator != block.begin():
                        found[-1] = (found[-1][0] + fragment.text(), address)
                    else:
                        found.append((fragment.text(), address))
                iterator += 1
            block = block.next()
        return found

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing: an article is drawn from the library only."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection with its italics and nothing else of ours: no fonts, no colours, no links."""
        from guide_app.citations.payload import payload

        return mime_data(payload(self.selected_paragraphs()), private=self.private_copies)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the article's own font: Qt would give the document the one of the controls around it."""
        if event.type() not in _FONT_CHANGES:
            super().changeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Remember the link that has the keyboard, which Qt forgets, if a card takes it over."""
        cursor = self.textCursor()
        taken_over = event.reason() is Qt.FocusReason.OtherFocusReason and bool(cursor.charFormat().anchorHref())
        self._link_left = (cursor.anchor(), cursor.position()) if taken_over and cursor.hasSelection() else None
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard back to the link from which a card was opened: Tab would start at the first one again."""
        super().focusInEvent(event)
        if self._link_left is not None and event.reason() is Qt.FocusReason.OtherFocusReason:
            value = self.verticalScrollBar().value()
            self.setTextCursor(self._selection(*self._link_left))
            self.verticalScrollBar().setValue(value)
        self._link_left = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or ask for another text size while Ctrl is down."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the side buttons of the mouse for back and forward."""
        if event.button() == Qt.MouseButton.BackButton:
            self.back_requested.emit()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward_requested.emit()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the release of a side button too, which Qt takes for nobody's."""
        if event.button() not in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu: it knows the actions, and a kiosk has none."""
        self.menu_requested.emit(event.globalPos(), self.anchorAt(event.pos()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text column centred."""
        if self._drawing:  # new margins for a new page: whoever draws it knows the place to go to
            super().resizeEvent(event)
            return
        place = self._top()
        self._centre()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._return_to(place)
        self._update_current()

    def _top(self) -> int:
        """Return the character that is kept at the top while size, colours or width change; -1 at the very top.

        It stays the same until the reader scrolls or goes elsewhere, so that many small changes do not add up.
        """
        if self._anchor is None:
            at_top = self.verticalScrollBar().value() == 0
            self._anchor = -1 if at_top else self.cursorForPosition(QPoint(4, 4)).position()
        return self._anchor

    def _return_to(self, place: int) -> None:
        """Bring the line of a character to the top of the pane."""
        bar = self.verticalScrollBar()
        self._lay_out()
        if place < 0:
            bar.setValue(0)
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)))
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def _lay_out(self) -> None:
        """Lay out the whole page: only then is the range of the scroll bar right.

        Qt lays out what is in sight, and the rest in the moments after; at the top of a page that is enough.
        """
        self.document().documentLayout().documentSize()

    def _dress(self) -> None:
        """Take the theme's font and colours for what is drawn from now on."""
        font = self._theme.article_font()
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(document_style(self._theme.colours, font))
        self._column = QFontMetricsF(font).averageCharWidth() * LINE_CHARACTERS

    def _draw(self, anchor: int = 0, position: int = 0) -> None:
        """Draw the page, with the keyboard's place and what is selected up to it at the characters given."""
        document = self.document()
        document.setLayoutEnabled(False)
        document.setHtml(self._html)
        air_lists(document, document.defaultFont())
        self._headings = []
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == 2:
                self._headings.append(block.blockNumber())
            block = block.next()
        self._drawing = True
        self._centre()
        self._drawing = False
        # New words push the cursor to their end, which Qt would bring into sight when the pane is first shown.
        self.setTextCursor(self._selection(anchor, position))
        document.setLayoutEnabled(True)  # once it has its width, so that it is laid out once

    def _selection(self, anchor: int, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _centre(self) -> None:
        """Give the column LINE_CHARACTERS of width and put what is left on both sides."""
        room = self.width() - self._bar_width()
        side = max(SIDE_MARGIN, round((room - self._column) / 2))
        if room < 420:
            side = 8
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, max(8, side - 14), 0)
        # New margins resize the viewport from within a resize; Qt then keeps the width of the event that came first.
        width = self.width() - self._bar_width() - self.viewportMargins().left() - self.viewportMargins().right()
        if self.document().textWidth() != width:
            self.document().setTextWidth(width)

    def _bar_width(self) -> int:
        """Return the width of the scroll bar, which is always there: text must not jump when a page needs none.

        The viewport would tell as well, but wrapping that widget makes PySide6 load every other kind of widget.
        """
        return self.verticalScrollBar().sizeHint().width()

    def _fits_above(self, top: float) -> bool:
        """Say whether the title and answer above the first section leave its heading in view."""
        return top < self.height() * 0.75

    @Slot(int)
    def _on_scrolled(self, _value: int) -> None:
        self._update_current()

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_followed.emit(url.toString())

    @Slot(int)
    def _on_scroll_bar_moved(self, _action: int) -> None:
        """Let go of what was held: wheel, keys, a finger and a drag of the bar all come through here."""
        self._held = ""
        self._anchor = None

    def _update_current(self) -> None:
        """Find the section under the reading line, which moves down the pane as the reader nears the end."""
        if not self._section_ids or len(self._headings) != len(self._section_ids):
            return
        section = self._held
        if not section:
            bar = self.verticalScrollBar()
            part = bar.value() / bar.maximum() if bar.maximum() else 0.0
            line = bar.value() + self.height() * (0.15 + 0.6 * part)
            layout = self.document().documentLayout()
            section = self._section_ids[0]
            for section_id, number in zip(self._section_ids, self._headings, strict=True):
                if layout.blockBoundingRect(self.document().findBlockByNumber(number)).top() > line:
                    break
                section = section_id
        if section != self._current:
            self._current = section
            self.section_reached.emit(section)
