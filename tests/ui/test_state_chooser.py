"""Choosing, changing and clearing a state with real keys and clicks; the articles open on it; it is kept when asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from guide_app.kiosk.policy import policy_for
from guide_app.records.store import Records
from guide_app.settings import Settings
from guide_app.ui.session import Session
from guide_app.ui.state_chooser import KEEP, WHERE_KEPT
from tests.ui.finding import button, buttons, texts


@pytest.fixture
def open_shipped(open_window, shipped_library):
    return lambda target="", **parts: open_window(target, library=shipped_library, **parts)


def header_words(window):
    return window.findChild(QPushButton, "stateButton").text()


def choose(qtbot, window, typed, *keys):
    if window.drawer.key != "my-state":
        qtbot.keyClick(window, Qt.Key.Key_F4)
    field = window.drawer.content.line
    field.setFocus()
    qtbot.keyClicks(field, typed)
    for key in (*keys, Qt.Key.Key_Return):
        qtbot.keyClick(field, key)


def focused():
    return QApplication.focusWidget()


# -- choosing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "keys", "name"),
    [
        ("oh", (), "Ohio"),
        ("Ohio", (), "Ohio"),
        ("new", (Qt.Key.Key_Down,) * 3, "New Mexico"),
        ("new", (Qt.Key.Key_Down,) * 7, "New Hampshire"),  # past the last comes the first
        ("pensylvania", (), "Pennsylvania"),
        ("washington dc", (), "District of Columbia"),
        ("cleveland", (), "Ohio"),
    ],
)
def test_a_state_is_chosen_by_keys_alone(qtbot, open_shipped, typed, keys, name):
    window = open_shipped()
    assert header_words(window) == "Your state: choose"
    choose(qtbot, window, typed, *keys)
    assert window.my_state.name == name
    assert header_words(window) == f"Your state: {name}"
    assert window.notices.text == f"Your state: {name}."
    assert name in texts(window.drawer)
    assert focused().text() == "How long do I have?"


def test_the_header_button_opens_and_closes_it_with_the_keyboard_in_the_field(qtbot, open_shipped):
    window = open_shipped()
    state_button = window.findChild(QPushButton, "stateButton")
    qtbot.mouseClick(state_button, Qt.MouseButton.LeftButton)
    assert focused() is window.drawer.content.line
    qtbot.mouseClick(state_button, Qt.MouseButton.LeftButton)
    assert window.drawer.key == ""


def test_a_touch_on_a_suggestion_chooses_it(qtbot, open_shipped):
    window = open_shipped()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    line = window.drawer.content.line
    qtbot.keyClicks(line, "port")
    assert [one.whole for one in line.suggestions] == ["Puerto Rico", "Maine (Portland)", "Oregon (Portland)"]
    place = line.list_widget.visualItemRect(line.list_widget.item(2))
    assert place.height() >= 36
    qtbot.mouseClick(line.list_widget.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert window.my_state.abbreviation == "OR"


def test_a_half_typed_state_is_not_taken_when_the_line_is_left(qtbot, open_shipped):
    window = open_shipped()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    qtbot.keyClicks(window.drawer.content.line, "new")
    qtbot.mouseClick(button(window.drawer.content.grid, "New York"), Qt.MouseButton.LeftButton)
    assert window.my_state.abbreviation == "NY"
    qtbot.keyClicks(window.drawer.content.line, "oh")
    qtbot.keyClick(window.drawer.content.line, Qt.Key.Key_Tab)
    assert window.my_state.abbreviation == "NY"


def test_what_fits_no_state_says_so_and_enter_does_nothing(qtbot, open_shipped):
    window = open_shipped()
    choose(qtbot, window, "zzyzx")
    assert window.my_state.abbreviation == ""
    assert "No state fits. Use the list below." in texts(window.drawer)
    window.drawer.content.line.clear()
    assert "No state fits. Use the list below." not in texts(window.drawer)


def test_the_list_by_region_is_one_stop_of_tab_and_the_arrows_move_in_it(qtbot, open_shipped):
    window = open_shipped()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    grid = window.drawer.content.grid
    states = grid.findChildren(QPushButton)
    assert len(states) == 56
    assert [each.text() for each in states if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["Connecticut"]
    states[0].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert focused().text() == "Maine"
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused().text() == "New Jersey"
    assert [each.text() for each in states if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["New Jersey"]
    assert window.my_state.abbreviation == ""
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert window.my_state.abbreviation == "NJ"


def test_a_state_is_changed_and_cleared(qtbot, open_shipped):
    window = open_shipped()
    choose(qtbot, window, "oh")
    choose(qtbot, window, "texas")
    assert header_words(window) == "Your state: Texas"
    qtbot.mouseClick(button(window.drawer, "Clear my state"), Qt.MouseButton.LeftButton)
    assert header_words(window) == "Your state: choose"
    assert window.notices.text == "No state is chosen now."
    assert focused() is window.drawer.content.line


def test_a_place_without_data_says_so_and_offers_no_date(qtbot, open_shipped):
    window = open_shipped()
    choose(qtbot, window, "puerto rico")
    said = " ".join(texts(window.drawer))
    assert "This guide has no rules or deadlines for Puerto Rico. That does not mean that there are none." in said
    assert "How long do I have?" not in buttons(window.drawer)
    assert "Find help in Puerto Rico" in buttons(window.drawer)


# -- the articles ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("article", ["state-rules", "deadlines"])
def test_the_articles_open_on_the_state_and_follow_a_change(qtbot, open_shipped, article):
    window = open_shipped(article)
    first = window.section
    assert not first.endswith("/oh")
    choose(qtbot, window, "oh")
    assert window.section == f"{article}/oh"
    choose(qtbot, window, "texas")
    assert window.section == f"{article}/tx"
    window.navigator.go_home()
    window.navigator.open_target(article)
    assert window.section == f"{article}/tx"
    window.navigator.open_target(first)
    assert window.section == first
    window.my_state.clear()
    window.navigator.go_home()
    window.navigator.open_target(article)
    assert window.section == first


def test_the_line_above_such_an_article_leads_to_the_state(qtbot, open_shipped):
    window = open_shipped("deadlines")
    qtbot.mouseClick(button(window, "Choose your state"), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "my-state"
    choose(qtbot, window, "oh")
    window.drawer.close_drawer()
    window.navigator.open_target("deadlines/which-clocks")
    qtbot.mouseClick(button(window, "Go to Ohio"), Qt.MouseButton.LeftButton)
    assert window.section == "deadlines/oh"
    assert "Choose your state" not in buttons(window)
    for words, key in (
        ("All about Ohio", "state:OH"), ("Work out my dates", "deadline"), ("Compare all states", "comparison"),
    ):  # fmt: skip
        qtbot.mouseClick(button(window._state_bar, words), Qt.MouseButton.LeftButton)
        assert window.drawer.key == key
        window.drawer.close_drawer()
    window.navigator.open_target("warren")
    assert "Go to Ohio" not in buttons(window)


def test_without_rules_the_line_still_offers_to_choose(qtbot, open_shipped):
    window = open_shipped("state-rules")
    choose(qtbot, window, "guam")
    assert window.section.startswith("state-rules/")
    assert "Choose your state" in buttons(window)
    assert "Go to Guam" not in buttons(window)


@pytest.mark.parametrize(
    ("words", "key"),
    [("The rules in Ohio", "state:OH"), ("How long do I have?", "deadline"), ("Compare all states", "comparison")],
)
def test_the_page_leads_on_and_back(qtbot, open_shipped, words, key):
    window = open_shipped()
    choose(qtbot, window, "oh")
    qtbot.mouseClick(button(window.drawer, words), Qt.MouseButton.LeftButton)
    assert window.drawer.key == key
    window.drawer.go_back()
    assert window.drawer.key == "my-state"


def test_help_opens_the_help_finder_in_the_state(qtbot, open_shipped):
    window = open_shipped()
    choose(qtbot, window, "oh")
    qtbot.mouseClick(button(window.drawer, "Find help in Ohio"), Qt.MouseButton.LeftButton)
    panel = window.sidebar.panel("help")
    assert panel.isVisible()
    assert panel.place_line.text() == "Ohio"
    assert "in Ohio" in panel.status


# -- keeping ---------------------------------------------------------------------------------------------------------


def test_it_is_stored_only_when_the_reader_asks(qtbot, open_shipped):
    window = open_shipped()
    with qtbot.assertNotEmitted(window.setting_chosen):
        choose(qtbot, window, "oh")
    assert WHERE_KEPT in texts(window.drawer)
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        qtbot.mouseClick(button(window.drawer, KEEP), Qt.MouseButton.LeftButton)
    assert chosen.args == ["my_state", "OH"]
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        choose(qtbot, window, "texas")
    assert chosen.args == ["my_state", "TX"]
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        qtbot.mouseClick(button(window.drawer, KEEP), Qt.MouseButton.LeftButton)
    assert chosen.args == ["my_state", ""]
    assert window.my_state.abbreviation == "TX"


def test_a_kept_state_is_there_at_the_next_start_and_clearing_takes_it_away(qtbot, open_shipped):
    window = open_shipped("state-rules", policy=policy_for(Settings(my_state="OH")))
    assert header_words(window) == "Your state: Ohio"
    assert window.section == "state-rules/oh"
    qtbot.keyClick(window, Qt.Key.Key_F4)
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        qtbot.mouseClick(button(window.drawer, "Clear my state"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["my_state", ""]


def test_a_private_session_offers_no_keeping_and_stores_nothing(qtbot, open_shipped):
    session = Session(Records.in_memory, private=True)
    window = open_shipped(session=session, policy=policy_for(Settings(my_state="OH")))
    with qtbot.assertNotEmitted(window.setting_chosen):
        qtbot.keyClick(window, Qt.Key.Key_F4)
        assert header_words(window) == "Your state: choose", "one kept on another day is not shown either"
        assert KEEP not in buttons(window.drawer)
        choose(qtbot, window, "texas")
        window.my_state.clear()


def test_a_kiosk_begins_without_a_state_and_keeps_none(qtbot, open_shipped):
    window = open_shipped(policy=policy_for(Settings(my_state="OH"), kiosk=True))
    assert header_words(window) == "Your state: choose"
    choose(qtbot, window, "texas")
    assert KEEP not in buttons(window.drawer)
    assert window.my_state.holds("Texas")
    window.my_state.forget()
    assert header_words(window) == "Your state: choose"
