"""The table of actions: complete, without a key that means two things, and every row does what it says."""

from collections import Counter

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from guide_app.kiosk.policy import ACTIONS as KIOSK_RULES
from guide_app.kiosk.policy import policy_for
from guide_app.settings import Settings
from guide_app.ui.actions import ACTIONS, MENUS

ROWS = {row.key: row for row in ACTIONS}
KEYS = [(row.key, key) for row in ACTIONS for key in row.keys]
# What Qt's own editors and lists take for themselves while they have the keyboard.
TAKEN_BY_QT = {"Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Z", "Ctrl+Y", "Tab", "Esc", "Return", "Space"}


def test_every_name_is_there_once():
    assert not [key for key, count in Counter(row.key for row in ACTIONS).items() if count > 1]


def test_no_key_means_two_things():
    sequences = Counter(QKeySequence(key).toString() for _action, key in KEYS)
    assert not [key for key, count in sequences.items() if count > 1]


@pytest.mark.parametrize(("action", "key"), KEYS)
def test_every_key_is_one_that_qt_knows_and_nobody_else_needs(action, key):
    assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key
    assert key not in TAKEN_BY_QT, action


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.key)
def test_every_row_has_words_a_description_and_a_menu(row):
    assert row.words
    assert row.description
    assert not row.description.endswith(".")
    assert row.menu in MENUS


def test_every_menu_has_something_in_it():
    assert {row.menu for row in ACTIONS} == set(MENUS)


def test_every_action_has_a_rule_for_the_kiosk():
    assert {rule.action for rule in KIOSK_RULES} == set(ROWS)


def test_the_window_has_every_action_in_its_menu(qtbot, window):
    assert set(window.actions_by_key) == set(ROWS)
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert [menu.text().replace("&", "") for menu in window.menuBar().actions()] == list(MENUS)
    for menu in window.menuBar().actions():
        title = menu.text().replace("&", "")
        in_menu = [action.text() for action in menu.menu().actions()]
        assert in_menu == [row.words for row in ACTIONS if row.menu == title]


def test_in_a_kiosk_the_window_has_what_the_policy_allows(open_window):
    policy = policy_for(Settings(), kiosk=True)
    window = open_window(policy=policy)
    assert set(window.actions_by_key) == {key for key in ROWS if policy.allows(key)}
    assert "quit" not in window.actions_by_key


@pytest.mark.parametrize(("action", "key"), KEYS)
def test_every_key_runs_its_action(qtbot, window, action, key):
    ran = []
    for name, each in window.actions_by_key.items():
        each.triggered.disconnect()
        each.triggered.connect(lambda _checked=False, name=name: ran.append(name))
    window.article.setFocus()
    combination = QKeySequence(key)[0]
    assert isinstance(combination, QKeyCombination)
    QTest.keyClick(window.windowHandle(), combination.key(), combination.keyboardModifiers())
    assert ran == [action]


@pytest.mark.parametrize("key", [key for key in ROWS if key not in ("quit", "leave")])
@pytest.mark.parametrize("place", ["duty", "old", "duty/now"])
def test_every_action_can_be_run_anywhere(window, key, place):
    window.navigator.open_target(place)
    window.actions_by_key[key].trigger()
    window.actions_by_key[key].trigger()
    assert window.isVisible()


def test_every_action_says_in_the_status_tip_what_it_does(window):
    for key, action in window.actions_by_key.items():
        assert action.statusTip() == ROWS[key].description
