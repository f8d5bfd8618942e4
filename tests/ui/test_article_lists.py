"""Lists as they are drawn: air between a bullet or number and its words."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QTextDocument

from guide_app.ui.article_lists import air_lists
from guide_app.ui.theme import SCHEMES, document_style

BULLETS = "<ul><li>one</li><li>two</li></ul>"
NUMBERS = "<ol><li>one</li><li>two</li></ol>"
AIR_EM = 0.4


def document_of(html, font, *, aired=True):
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(document_style(SCHEMES["light"], font))
    document.setDocumentMargin(0)
    document.setHtml(html)
    if aired:
        air_lists(document, font)
    document.setTextWidth(400)
    return document


def gap_and_mark(document):
    """Return the columns of pixels between the mark of the first item and its words, and those of the mark."""
    block = document.begin()
    area = document.documentLayout().blockBoundingRect(block)
    words = round(area.left() + block.layout().lineAt(0).naturalTextRect().left())
    image = QImage(400, round(document.size().height()) + 1, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    bottom = round(area.bottom())
    inked = [x for x in range(words) if any(image.pixelColor(x, y).lightness() < 160 for y in range(bottom))]
    return words - inked[-1] - 1, inked[-1] - inked[0] + 1


@pytest.mark.parametrize("html", [BULLETS, NUMBERS])
@pytest.mark.parametrize("points", [11.0, 13.0, 26.0])
def test_air_stands_between_a_mark_and_its_words(theme, html, points):
    font = theme.article_font()
    font.setPointSizeF(points)
    gap, _mark = gap_and_mark(document_of(html, font))
    assert AIR_EM <= gap / QFontInfo(font).pixelSize() <= 1.0


def test_a_bullet_is_smaller_than_qt_draws_it_by_itself(theme):
    font = theme.article_font()
    gap, mark = gap_and_mark(document_of(BULLETS, font))
    old_gap, old_mark = gap_and_mark(document_of(BULLETS, font, aired=False))
    assert gap > old_gap
    assert 0 < mark < old_mark


def test_the_words_of_an_item_keep_their_font(theme):
    font = theme.article_font()
    document = document_of(BULLETS, font)
    fragment = document.begin().begin().fragment()
    assert fragment.charFormat().font().stretch() in (0, 100)
    assert fragment.charFormat().font().pointSizeF() == pytest.approx(font.pointSizeF())


def test_the_lists_of_an_article_have_it(open_window, shipped_library):
    block = open_window("same-day-safety", library=shipped_library).article.document().begin()
    while block.textList() is None:
        block = block.next()
    assert block.charFormat().font().stretch() > 100


def test_labels_in_a_table_leave_most_of_the_line_to_what_they_name(open_window, shipped_library):
    document = open_window("state-rules", library=shipped_library).article.document()
    tables = [frame for frame in document.rootFrame().childFrames() if frame.columns() == 2]
    assert len(tables) >= 51
    for table in tables:
        second = table.cellAt(table.rows() - 1, 1).firstCursorPosition().block()
        assert document.documentLayout().blockBoundingRect(second).left() < 0.36 * document.textWidth()
