"""The two sides: beside each other, or in a narrow window one in place of the other; the way out is always in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.finding import button

NARROW = (640, 600)


def settle():
    for _ in range(4):
        QApplication.processEvents()


def in_front(window):
    """Return which sides are in sight, the header being there in any case."""
    assert window.header.leave_button.isVisible()
    assert window.header.emergency_button.isVisible()
    sides = {"left": window.sidebar.isVisible(), "article": window.article.isVisible(), "bar": window.bar.isVisible()}
    return {name for name, shown in sides.items() if shown}


@pytest.fixture
def narrow(open_window):
    return open_window("duty/protect", size=NARROW)


def test_a_wide_window_shows_both(open_window):
    assert in_front(open_window()) == {"left", "article", "bar"}


def test_large_text_makes_the_same_window_a_narrow_one(open_window):
    window = open_window(size=(900, 700))
    assert in_front(window) == {"left", "article", "bar"}
    for _ in range(6):
        window.display.larger()
    assert in_front(window) == {"article", "bar"}
    window.display.normal_size()
    assert in_front(window) == {"left", "article", "bar"}


def test_small_text_makes_a_narrow_window_no_wide_one(open_window):
    """The controls stay as large as they are: beside each other, both sides would be squeezed."""
    assert in_front(open_window(size=NARROW, text_size=70)) == {"article", "bar"}


def test_a_narrow_window_shows_the_article_and_names_the_way_to_the_search(narrow):
    assert in_front(narrow) == {"article", "bar"}
    assert narrow.header.topics_button.text() == "Search"
    narrow.header.topics_button.click()
    assert in_front(narrow) == {"left"}
    assert narrow.sidebar.search_box.hasFocus()
    assert narrow.sidebar.width() > 600
    narrow.header.topics_button.click()
    assert in_front(narrow) == {"article", "bar"}
    assert narrow.article.hasFocus()


@pytest.mark.parametrize("key", ["search", "panel_topics", "panel_bookmarks", "panel_cases", "sidebar"])
def test_whatever_asks_for_the_left_side_brings_it_forward(narrow, key):
    narrow.actions_by_key[key].trigger()
    assert in_front(narrow) == {"left"}
    narrow.actions_by_key["article"].trigger()
    assert in_front(narrow) == {"article", "bar"}
    assert narrow.article.hasFocus()


def test_asking_in_a_narrow_window_leads_to_the_answer(qtbot, narrow):
    narrow.actions_by_key["search"].trigger()
    qtbot.keyClicks(narrow.sidebar.search_box, "dispatcher said help is on the way")
    assert in_front(narrow) == {"left"}
    qtbot.keyClick(narrow.sidebar.search_box, Qt.Key.Key_Return)
    assert in_front(narrow) == {"article", "bar"}
    assert narrow.article.hasFocus()


def test_a_choice_in_the_tree_leads_to_the_article(narrow):
    narrow.actions_by_key["panel_topics"].trigger()
    narrow.tree.chosen.emit("warren/decided")
    assert in_front(narrow) == {"article", "bar"}
    assert narrow.section == "warren/decided"


def test_emergency_numbers_are_in_sight_from_the_left_side_too(narrow):
    narrow.actions_by_key["search"].trigger()
    narrow.header.emergency_button.click()
    assert narrow.drawer.isVisible()
    button(narrow.drawer, "Close").click()
    assert narrow.article.hasFocus()


def test_the_search_being_typed_stays_in_sight_when_the_window_is_made_narrow(qtbot, open_window):
    window = open_window()
    qtbot.keyClicks(window.sidebar.search_box, "promise")
    window.resize(*NARROW)
    settle()
    assert in_front(window) == {"left"}
    assert window.sidebar.search_box.hasFocus()
    assert window.sidebar.search_box.text() == "promise"
    window.resize(1280, 800)
    settle()
    assert in_front(window) == {"left", "article", "bar"}
    assert window.sidebar.search_box.hasFocus()
    assert window._splitter.widget(0) is window.sidebar


def test_the_keyboard_goes_to_the_article_when_the_left_side_makes_room(open_window):
    window = open_window()
    assert window.sidebar.search_box.hasFocus()
    window.resize(*NARROW)
    settle()
    assert in_front(window) == {"article", "bar"}
    assert window.article.hasFocus()


def test_a_left_side_that_was_hidden_stays_hidden(open_window):
    window = open_window()
    window.sides.toggle()
    for size in (NARROW, (1280, 800)):
        window.resize(*size)
        settle()
        assert in_front(window) == {"article", "bar"}


def test_the_tab_order_starts_with_leave_now_in_both_arrangements(qtbot, open_window):
    for size in ((1280, 800), NARROW):
        window = open_window(size=size)
        settle()
        window.header.leave_button.setFocus()
        qtbot.keyClick(window.header.leave_button, Qt.Key.Key_Tab)
        following = window.sidebar.search_box if size == (1280, 800) else window.header.topics_button
        assert following.hasFocus()
