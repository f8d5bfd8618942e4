"""The button that empties a line: as large as the line is high, and the words do not run under it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from guide_app.ui.clear_button import add_clear_button
from guide_app.ui.search_box import SearchBox
from guide_app.ui.theme import SCHEMES, TOUCH_HEIGHT, style_sheet


@pytest.fixture(params=[QLineEdit, SearchBox])
def line(put_up, request):
    ground = QWidget()
    line = request.param()
    add_clear_button(line, "Clear")
    QVBoxLayout(ground).addWidget(line)
    ground.setStyleSheet(style_sheet(SCHEMES["light"], TOUCH_HEIGHT))
    put_up(ground, 300, 120)
    yield line
    ground.close()


def test_it_is_as_large_as_a_finger_and_works_to_its_edge(qtbot, line):
    line.setText("911 never came")
    button = line.findChild(QToolButton)
    assert (button.width(), button.height()) == (line.height(), line.height()) >= (TOUCH_HEIGHT, TOUCH_HEIGHT)
    assert line.rect().contains(button.geometry())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert line.text() == ""


@pytest.mark.parametrize("width", [300, 500])
def test_the_words_end_before_it(line, width):
    line.window().resize(width, 120)
    line.setText("wide words " * 20)
    line.setFocus()
    line.end(False)
    line.grab()  # painting scrolls to the cursor
    assert line.cursorRect().right() <= line.findChild(QToolButton).x() + 4
