"""Notices: seen, spoken, gone after a while, and with one thing that can be done about them."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from guide_app.ui.notices import SHOWN_FOR_MS, NoticeBar
from tests.ui.finding import button, texts


@pytest.fixture
def bar(put_up):
    return put_up(NoticeBar(), 600, 60)


@pytest.fixture
def spoken(monkeypatch):
    """Play a screen reader that is running: what the window hands to it."""
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(lambda event: heard.append(event.message())))
    return heard


def test_words_are_shown_and_spoken(bar, spoken):
    bar.say("Bookmarked.")
    assert texts(bar) == ["Bookmarked."]
    assert bar.text == "Bookmarked."
    assert spoken == ["Bookmarked."]


def test_a_listener_who_looks_for_a_notice_hears_its_words_and_nothing_of_one_that_is_gone(bar):
    bar.say("Bookmark deleted.", "Undo", lambda: None)
    label = bar.findChild(QLabel)
    assert label.accessibleName() == "Notice: Bookmark deleted."
    assert bar.action_button.accessibleName() == "Undo: Bookmark deleted."
    bar.clear()
    assert (label.accessibleName(), bar.action_button.accessibleName()) == ("", "")


def test_words_can_be_spoken_alone(bar, spoken):
    bar.clear()
    bar.announce("4 answers")
    assert spoken == ["4 answers"]
    assert bar.text == ""


def test_nothing_is_sent_where_nobody_listens(bar, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: False))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(heard.append))
    bar.say("Bookmarked.")
    assert heard == []


def test_an_action_runs_once_and_takes_the_notice_away(qtbot, bar):
    ran = []
    bar.say("Bookmark deleted.", "Undo", lambda: ran.append("undo"))
    assert bar.action_button.text() == "Undo"
    qtbot.mouseClick(button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert ran == ["undo"]
    assert bar.text == ""
    bar.action_button.click()
    assert ran == ["undo"]


def test_what_an_action_says_is_shown(qtbot, bar):
    bar.say("Deleted.", "Undo", lambda: bar.say("It is back."))
    qtbot.mouseClick(button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert bar.text == "It is back."


def test_a_new_notice_takes_the_place_and_the_action_of_the_one_before(bar):
    ran = []
    bar.say("Deleted.", "Undo", lambda: ran.append(1))
    bar.say("Copied.")
    assert bar.text == "Copied."
    assert not bar.action_button.isVisible()
    bar.action_button.click()
    assert ran == []


def test_it_can_be_closed(qtbot, bar):
    bar.say("Copied.")
    qtbot.mouseClick(button(bar, "Close this notice"), Qt.MouseButton.LeftButton)
    assert bar.text == ""
    assert not bar.isVisible()


def test_it_goes_by_itself_but_not_while_there_is_something_to_do(qtbot, bar):
    """The timer is asked and wound forward, not waited for."""
    timer = bar.findChild(QTimer)
    bar.say("Copied.")
    assert (timer.isActive(), timer.interval()) == (True, SHOWN_FOR_MS)
    bar.say("Deleted.", "Undo", lambda: None)
    assert not timer.isActive()
    bar.say("Copied.")
    timer.start(0)
    qtbot.waitUntil(lambda: bar.text == "")
    assert not timer.isActive()


def test_words_are_text_not_markup(bar):
    bar.say("<b>5 < 6</b>")
    label = next(label for label in bar.findChildren(QLabel) if label.text())
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_keyboard_stays_where_it_is(qtbot, window):
    window.sidebar.search_box.setFocus()
    window.notices.say("Deleted.", "Undo", lambda: None)
    assert window.sidebar.search_box.hasFocus()
    window.notices.clear()
    assert window.sidebar.search_box.hasFocus()


def test_long_words_wrap_and_the_buttons_stay_in_sight(put_up):
    bar = put_up(NoticeBar(), 400, 200)
    bar.say("Nothing can be saved: the folder allows no changes. " * 6, "Try again", lambda: None)
    for words in ("Try again", "Close this notice"):
        assert bar.rect().contains(button(bar, words).geometry())
    assert bar.sizeHint().width() < 2000
