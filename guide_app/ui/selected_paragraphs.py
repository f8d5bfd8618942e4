"""The selected text of an article as styled paragraphs: its italics, and nothing else of its looks."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from guide_app.citations.styled import Run, Styled


def selected_paragraphs(selection: QTextCursor) -> tuple[Styled, ...]:
    """Return what is selected, none for nothing; the cells of a table's row are one paragraph, with tabs between."""
    start, end = selection.selectionStart(), selection.selectionEnd()
    block = selection.document().findBlock(start)
    paragraphs: list[Styled] = []
    row_before = None
    while block.isValid() and block.position() < end:
        row = _row_of(block)
        runs = _runs(block, start, end)
        if runs and row is not None and row == row_before:
            paragraphs[-1] += (Run("\t"), *runs)
        elif runs:
            paragraphs.append(runs)
            row_before = row
        block = block.next()
    return tuple(paragraphs)


def _runs(block: QTextBlock, start: int, end: int) -> Styled:
    runs: list[Run] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        first = max(0, start - fragment.position())
        text = fragment.text()[first : max(0, end - fragment.position())].replace("\u2028", "\n")
        if text:
            runs.append(Run(text, italic=fragment.charFormat().fontItalic()))
        iterator += 1
    return tuple(runs)


def _row_of(block: QTextBlock) -> tuple[int, int] | None:
    """Return the table with several columns in which a block stands, by its place, and the row, or None."""
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    if table is None or table.columns() < 2:
        return None
    return table.firstPosition(), table.cellAt(cursor).row()
