"""A row that wraps: nothing hidden, nothing cut, as high as it needs to be."""

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from guide_app.ui.flow_layout import FlowLayout

SPACING = 8


class Brick(QPushButton):
    """A control of a fixed size."""

    def __init__(self, width, height=30):
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self):
        return self._size

    def minimumSizeHint(self):
        return self._size


def wall(*widths, align_right=False):
    holder = QWidget()
    layout = FlowLayout(holder, SPACING, align_right=align_right)
    bricks = [Brick(width) for width in widths]
    for brick in bricks:
        layout.addWidget(brick)
    return holder, layout, bricks


def places(bricks):
    return [(brick.x(), brick.y()) for brick in bricks]


@pytest.mark.parametrize(
    ("width", "expected", "height"),
    [
        (316, [(0, 0), (108, 0), (216, 0)], 30),
        (315, [(0, 0), (108, 0), (0, 38)], 68),
        (207, [(0, 0), (0, 38), (0, 76)], 106),
        (100, [(0, 0), (0, 38), (0, 76)], 106),
    ],
)
def test_it_wraps_where_the_next_one_does_not_fit(put_up, width, expected, height):
    holder, layout, bricks = wall(100, 100, 100)
    put_up(holder, width, 300)
    assert places(bricks) == expected
    assert layout.heightForWidth(width) == height
    assert layout.hasHeightForWidth()


def test_against_the_right_edge(put_up):
    holder, _layout, bricks = wall(100, 100, 50, align_right=True)
    put_up(holder, 220, 300)
    assert places(bricks) == [(12, 0), (120, 0), (170, 38)]


def test_one_that_is_too_wide_is_made_as_wide_as_the_row(put_up):
    holder, _layout, bricks = wall(100, 500)
    put_up(holder, 520, 300)
    holder.layout().setGeometry(holder.rect().adjusted(0, 0, -220, 0))
    assert (bricks[1].width(), bricks[1].y()) == (300, 38)


def test_hidden_ones_take_no_room(put_up):
    holder, layout, bricks = wall(100, 100, 100)
    bricks[1].hide()
    put_up(holder, 400, 100)
    assert bricks[2].x() == 108
    assert layout.sizeHint() == QSize(208, 30)


def test_different_heights_stand_on_one_middle_line(put_up):
    holder = QWidget()
    layout = FlowLayout(holder, SPACING)
    low, high = Brick(50, 20), Brick(50, 40)
    layout.addWidget(low)
    layout.addWidget(high)
    put_up(holder, 200, 100)
    assert (low.y(), high.y()) == (10, 0)


def test_the_widget_around_it_grows_with_it(put_up, qtbot):
    holder, _layout, bricks = wall(100, 100, 100)
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(holder)
    column.addWidget(QWidget(), 1)
    put_up(outer, 320, 400)
    assert holder.height() == 30
    outer.resize(220, 400)
    qtbot.waitUntil(lambda: holder.height() == 68)
    assert all(holder.rect().contains(brick.geometry()) for brick in bricks)


def test_what_qt_asks_of_a_layout():
    _holder, layout, bricks = wall(100, 60)
    assert layout.count() == 2
    assert layout.itemAt(0).widget() is bricks[0]
    assert layout.itemAt(2) is None
    assert layout.itemAt(-1) is None
    assert layout.minimumSize() == QSize(100, 30)
    assert layout.expandingDirections() == Qt.Orientation(0)
    assert layout.takeAt(0).widget() is bricks[0]
    assert layout.takeAt(5) is None
    assert layout.count() == 1


def test_an_empty_one_has_no_size():
    holder = QWidget()
    layout = FlowLayout(holder)
    assert layout.heightForWidth(100) == 0
    assert layout.sizeHint() == QSize(0, 0)


def send_deletions():
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_its_items_go_with_it():
    """Qt leaves them to each kind of layout: one that forgets them loses some memory with every card."""
    holder, layout, _bricks = wall(100, 60)
    items = [layout.itemAt(index) for index in range(layout.count())]
    holder.deleteLater()
    send_deletions()
    assert not any(map(isValid, items))


def test_the_item_of_a_deleted_widget_goes_before_the_others():
    holder, layout, bricks = wall(100, 60, 40)
    bricks.pop(1).deleteLater()
    send_deletions()
    assert [layout.itemAt(index).widget() for index in range(layout.count())] == bricks
    holder.deleteLater()
    send_deletions()
    assert not any(map(isValid, bricks))
