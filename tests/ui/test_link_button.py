"""A link of a card: its words go on in the next line, and are never cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide_app.ui.link_button import LinkButton

LONG = "How does qualified immunity work when the police did not come and did not help?"


@pytest.fixture
def links(put_up, qapp, theme):
    ground = QWidget()
    palette = ground.palette()
    palette.setColor(QPalette.ColorRole.Link, theme.colours.accent)
    ground.setPalette(palette)
    column = QVBoxLayout(ground)
    ground.links = [LinkButton("Short"), LinkButton(LONG), LinkButton("example.org/" + "a-very-long-path/" * 12)]
    for link in ground.links:
        column.addWidget(link)
    column.addStretch(1)
    return put_up(ground, 300, 500)


def inked_rows(link):
    """Return the rows of pixels in which something is drawn."""
    image = link.grab().toImage()
    ground = image.pixelColor(0, 0)
    return [y for y in range(image.height()) if any(image.pixelColor(x, y) != ground for x in range(image.width()))]


def test_words_wrap_and_short_ones_stand_in_one_line(links):
    short, long, address = links.links
    line = short.fontMetrics().lineSpacing()
    assert short.height() < 2 * line
    assert long.height() > 2 * line
    assert address.height() > 3 * line
    for link in links.links:
        rows = inked_rows(link)
        assert rows[0] > 0
        assert rows[-1] < link.height() - 1  # nothing is cut at the edge
        assert rows[-1] - rows[0] > link.height() - 2 * line


def test_a_line_under_the_words_shows_that_the_pointer_is_there(links):
    link = links.links[0]
    plain = link.grab().toImage()
    link.enterEvent(None)
    assert link.grab().toImage() != plain
    link.leaveEvent(None)
    assert link.grab().toImage() == plain


def test_it_is_pressed_like_a_button(qtbot, links):
    with qtbot.waitSignal(links.links[0].clicked):
        qtbot.keyClick(links.links[0], Qt.Key.Key_Space)
