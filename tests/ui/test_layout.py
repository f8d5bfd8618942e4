"""At every size of window and text, every control is in the window, whole, and not under another one."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from guide_app.ui.section_bar import REASONS
from tests.ui.finding import button

WIDTHS = (640, 1024, 1280)
TEXT_SIZES = (100, 150, 200)
FIELDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QListWidget)


def settle():
    for _ in range(4):  # layouts settle over a few rounds of the event loop
        QApplication.processEvents()


def in_a_scroll_area(widget, window):
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def fixed_controls(window):
    """Return the visible controls that no scrolling could bring into sight."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLineEdit) and each.isVisible() and not in_a_scroll_area(each, window)
    ]


def place(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def faults(window):
    """Return what is wrong with the controls of a window, in words."""
    found = []
    shown = [each for each in fixed_controls(window) if not isinstance(each.parentWidget(), QLineEdit)]
    for each in shown:
        words = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else each.objectName())
        if not window.rect().contains(place(each, window)):
            found.append(f"{words} is outside: {place(each, window)}")
        elif each.visibleRegion().boundingRect() != each.rect():
            found.append(f"{words} is cut: {each.visibleRegion().boundingRect()} of {each.rect()}")
        if isinstance(each, QAbstractButton) and each.text() and each.width() < each.minimumSizeHint().width():
            found.append(f"the words of {words} are cut: {each.width()} < {each.minimumSizeHint().width()}")
    for number, each in enumerate(shown):
        for other in shown[number + 1 :]:
            if not _over(window, each, other) and place(each, window).intersects(place(other, window)):
                found.append(f"{each.text()} lies over {other.text()}")
    return found


def _over(window, one, other):
    """Say whether one of two controls is in the drawer, which lies over the article on purpose."""
    return window.drawer.isAncestorOf(one) != window.drawer.isAncestorOf(other)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_every_control_is_in_sight(open_window, width, text_size):
    window = open_window(size=(width, 720), text_size=text_size)
    settle()
    assert window.width() == width
    assert not faults(window)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_also_with_reasons_a_notice_and_a_private_session(open_window, session_private, width, text_size):
    window = open_window(size=(width, 720), text_size=text_size, session=session_private)
    window.reading.answer_no()
    window.notices.say("Bookmark deleted.", "Undo", lambda: None)
    settle()
    assert all(button(window.bar, words) for _reason, words in REASONS)
    assert not faults(window)


@pytest.fixture
def session_private(records):
    from guide_app.ui.session import Session

    return Session(lambda: records, private=True)


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_a_wide_window_made_narrow_loses_nothing(open_window, text_size):
    window = open_window(size=(1600, 900), text_size=text_size)
    settle()
    window.resize(640, 480)
    settle()
    assert window.width() == 640
    assert not faults(window)
    assert window.article.height() >= 60


@pytest.mark.parametrize("sidebar", [280, 500, 900])
def test_wherever_the_splitter_stands(open_window, sidebar):
    window = open_window(size=(1280, 720))
    window._splitter.setSizes([sidebar, 1280 - sidebar])
    settle()
    assert not faults(window)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_text_size_that_changes_while_reading_loses_nothing(open_window, width):
    window = open_window(size=(width, 720))
    for _ in range(6):
        window.display.larger()
        settle()
        assert not faults(window)


@pytest.mark.parametrize("panel", ["bookmarks", "cases", "help"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_the_controls_of_a_panel_are_in_sight(open_window, panel, width, text_size):
    window = open_window(size=(width, 720), text_size=text_size)
    window.reading.toggle_bookmark()
    window.actions_by_key[f"panel_{panel}"].trigger()
    if panel == "bookmarks":
        window.sidebar.panel("bookmarks").list_widget.setCurrentRow(0)
    window.notices.clear()
    settle()
    assert not faults(window)


@pytest.mark.parametrize(("width", "height"), [(640, 480), (1024, 600)])
def test_in_a_low_window_the_bookmarks_scroll_and_nothing_lies_over_another(open_window, width, height):
    window = open_window(size=(width, height), text_size=150)
    window.reading.toggle_bookmark()
    window.actions_by_key["panel_bookmarks"].trigger()
    panel = window.sidebar.panel("bookmarks")
    panel.list_widget.setCurrentRow(0)
    window.notices.say("Bookmarked.")
    settle()
    assert panel.list_widget.height() >= 120
    shown = [each for each in panel.findChildren(QWidget) if each.isVisible() and isinstance(each, FIELDS)]
    assert len(shown) >= 8
    for number, each in enumerate(shown):
        for other in shown[number + 1 :]:
            assert not place(each, window).intersects(place(other, window)), (each, other)
    for each in panel.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.height() >= each.minimumSizeHint().height(), each.text()
            assert each.width() >= each.minimumSizeHint().width(), each.text()


@pytest.mark.parametrize(("width", "height"), [(640, 480), (700, 520), (1024, 600)])
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_suggestions_leave_the_head_of_the_window_in_sight(open_window, shipped_library, width, height, text_size):
    window = open_window(library=shipped_library, size=(width, height), text_size=text_size)
    window.actions_by_key["panel_help"].trigger()
    settle()
    line = window.sidebar.panel("help").place_line
    line.open_suggestions(everything=True)
    settle()
    assert line.list_widget.height() >= window._theme.target_height
    for each in (window.header.leave_button, window.header.emergency_button):
        assert each.visibleRegion().boundingRect() == each.rect()
        assert not place(each, window).intersects(place(line.list_widget, window))


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_no_line_of_the_help_panel_ends_out_of_sight(open_window, shipped_library, text_size):
    window = open_window(library=shipped_library, size=(1024, 768), text_size=text_size)
    window.actions_by_key["panel_help"].trigger()
    panel = window.sidebar.panel("help")
    panel.more_button.setChecked(True)
    settle()
    area = panel.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    for each in panel.findChildren(QAbstractButton):
        if each.isVisible() and each.text():
            words = each.fontMetrics().horizontalAdvance(each.text())
            assert words <= each.width(), each.text()


@pytest.mark.parametrize(("width", "height"), [(640, 480), (1024, 768), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_the_article_keeps_room_to_be_read(open_window, width, height, text_size):
    window = open_window("duty/protect", size=(width, height), text_size=text_size)
    settle()
    line = window.article.fontMetrics().lineSpacing()
    assert window.article.viewport().height() >= 5 * line
    assert window.article.viewport().width() >= 240
    assert window.article.horizontalScrollBar().maximum() == 0


def test_with_the_left_side_hidden_the_article_has_the_whole_window(open_window):
    window = open_window(size=(640, 600))
    window.sides.toggle()
    settle()
    assert window.article.width() >= 630
    assert not faults(window)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_labels_that_wrap_are_whole(open_window, scheme):
    window = open_window(size=(1024, 720), theme=scheme, text_size=150)
    window.notices.say("Nothing can be saved: the folder allows no changes. You can still read everything. " * 2)
    settle()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.wordWrap() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
