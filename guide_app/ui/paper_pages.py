"""Cuts a laid-out document into pages: between lines, never through one, and not where a printer of books would not.

Qt can cut by itself, but then a heading stands alone at the foot of a page, and a line at a page's edge is written into
the PDF twice, once hidden: it is found, copied and read aloud twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument, QTextFrame, QTextTable, QTextTableCell

LARGEST_WHOLE = 0.5
"""A table row or box up to this part of a page is never cut."""
LAST_PAGE = 0.15
"""A last page is filled at least to this part: less is not worth a sheet."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A line, or what else must not be cut; `keep` says that what follows must stand on the same page.

    `paragraph` and `line` say which line of which block of the document it is.
    """

    top: float
    bottom: float
    keep: bool = False
    paragraph: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The part of a document that stands on one page; it begins with line `line` of block `paragraph`."""

    top: float
    bottom: float
    paragraph: int = 0
    line: int = 0


def pages_of(document: QTextDocument, height: float) -> list[Page]:
    """Cut a document that has been laid out without pages into pages of a height."""
    strips = list(_frame_strips(document, document.rootFrame(), height))
    if strips:
        last_part = strips[-1].bottom - LAST_PAGE * height
        strips = [
            replace(strip, keep=True) if following.top > last_part else strip
            for strip, following in pairwise([*strips, strips[-1]])
        ]
    return cut(strips, height)


def draw(painter: QPainter, document: QTextDocument, page: Page, room: QRectF) -> None:
    """Draw a page into a room, of which the document has the width and the page no more than the height."""
    painter.save()
    painter.translate(room.left(), room.top() - page.top)
    top = page.top
    if page.line:
        # WORKAROUND: QTextLayout.draw takes the line above the clip for one to be drawn (seen in Qt 6.11).
        block = document.findBlockByNumber(page.paragraph)
        area = document.documentLayout().blockBoundingRect(block)
        for number in range(page.line, block.layout().lineCount()):
            line = block.layout().lineAt(number)
            if area.top() + line.y() + line.height() <= page.bottom + 1:
                line.draw(painter, block.layout().position())
        top = area.bottom()
    if top < page.bottom:
        # A line that only touches the edge would be drawn too, and a box has its border outside the text.
        spare = room.width() / 100
        document.drawContents(painter, QRectF(-spare, top + 1, room.width() + 2 * spare, page.bottom - top - 2))
    painter.restore()


def cut(strips: Sequence[Strip], height: float) -> list[Page]:
    """Fill page after page with strips. A strip that is larger than a page goes over several."""
    pages: list[Page] = []
    first = 0
    while first < len(strips):
        after = first + 1
        while after < len(strips) and strips[after].bottom - strips[first].top <= height:
            after += 1
        if after < len(strips):
            after = _better(strips, first, after)
        top, bottom = strips[first].top, strips[after - 1].bottom
        while bottom - top > height:
            pages.append(Page(top, top + height))
            top += height
        pages.append(Page(top, bottom, strips[first].paragraph, strips[first].line))
        first = after
    return pages


def _better(strips: Sequence[Strip], first: int, after: int) -> int:
    """Return the last place up to `after` where the page may end; `after` itself where there is none."""
    for place in range(after, first, -1):
        if not strips[place - 1].keep:
            return place
    return after


def _frame_strips(document: QTextDocument, frame: QTextFrame | QTextTableCell, height: float) -> Iterator[Strip]:
    place = frame.begin()
    while not place.atEnd():
        inner, block = place.currentFrame(), place.currentBlock()
        if isinstance(inner, QTextTable):
            yield from _table_strips(document, inner, height)
        elif inner is not None:
            yield from _frame_strips(document, inner, height)
        elif block.text().strip():  # Qt keeps an empty paragraph beside a table, which takes no room
            yield from _block_strips(document, block)
        place += 1


def _block_strips(document: QTextDocument, block: QTextBlock) -> Iterator[Strip]:
    """Give the lines of a paragraph: its first two stay together, its last two too, and a heading with what follows."""
    above = document.documentLayout().blockBoundingRect(block).top()
    layout = block.layout()
    count = layout.lineCount()
    leads = block.blockFormat().headingLevel() > 0 or block.text().rstrip().endswith(":")
    for number in range(count):
        line = layout.lineAt(number)
        last = number == count - 1
        keep = leads if last else number in (0, count - 2) or block.blockFormat().headingLevel() > 0
        yield Strip(above + line.y(), above + line.y() + line.height(), keep, block.blockNumber(), number)


def _table_strips(document: QTextDocument, table: QTextTable, height: float) -> Iterator[Strip]:
    """Give the rows of a table, cut between paragraphs where a row is too large; its head stays with what follows."""
    for row in range(table.rows()):
        paragraphs = sorted(_row_paragraphs(document, table, row, height), key=lambda strip: strip.top)
        if not paragraphs:
            continue
        top, bottom = paragraphs[0].top, max(one.bottom for one in paragraphs)
        # A head row, or a heading inside the table, which goes over all columns.
        heads = row == 0 or table.cellAt(row, 0).columnSpan() > 1
        keep = heads and row + 1 < table.rows()
        if bottom - top <= LARGEST_WHOLE * height:
            yield Strip(top, bottom, keep)
        else:
            yield from _merged(paragraphs)


def _row_paragraphs(document: QTextDocument, table: QTextTable, row: int, height: float) -> Iterator[Strip]:
    for column in range(table.columns()):
        lines = _frame_strips(document, table.cellAt(row, column), height)
        for _number, group in groupby(lines, key=lambda strip: strip.paragraph):
            first, *_, last = [*group] * 2
            yield Strip(first.top, last.bottom, last.keep)


def _merged(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Join what stands beside each other, where one begins before the other ends."""
    current = strips[0]
    for strip in strips[1:]:
        if strip.top < current.bottom:
            current = Strip(current.top, max(current.bottom, strip.bottom), current.keep or strip.keep)
        else:
            yield current
            current = strip
    yield current
