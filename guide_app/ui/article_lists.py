"""Gives lists in a document their indent, and air between a bullet and its words."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo, QTextCharFormat, QTextCursor, QTextDocument, QTextListFormat

INDENT_EM = 2.0
BULLET_SIZE = 0.85
BULLET_STRETCH = 250
"""Percent of the width of a space; it is all that a list has between bullet and words."""
_BULLETS = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare)


def air_lists(document: QTextDocument, font: QFont) -> None:
    """Set the lists of a document in `font`. Its layout should be off, since every item is changed.

    WORKAROUND: Qt draws a bullet one space before the words and a third of a line large, and has no setting for either
    (QTextDocumentLayout, seen in Qt 6.11). It measures both in the font of the paragraph's end, which nobody sees; so
    that font is a smaller and wider one. Numbers are drawn in it as well, and get their air from the style sheet.
    """
    document.setIndentWidth(INDENT_EM * QFontInfo(font).pixelSize())
    marker = QFont(font)
    marker.setPointSizeF(font.pointSizeF() * BULLET_SIZE)
    marker.setStretch(BULLET_STRETCH)
    marked = QTextCharFormat()
    marked.setFont(marker)
    has_bullets = {-1: False}  # by the number of a list; what is in none has -1
    block = document.begin()
    while block.isValid():
        number = block.blockFormat().objectIndex()
        if number not in has_bullets:
            listed = block.textList()
            has_bullets[number] = listed is not None and listed.format().style() in _BULLETS
        if has_bullets[number]:
            QTextCursor(block).mergeBlockCharFormat(marked)
        block = block.next()
