"""The idle clock: what counts as being there, the warning, and the end."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from guide_app.ui.kiosk_idle import SETTLING_S
from tests.ui.finding import button, texts

IDLE_S, WARNING_S = 5 * 60, 60
NONE = Qt.KeyboardModifier.NoModifier


def send(kiosk, event):
    QApplication.sendEvent(kiosk.window.windowHandle(), event)


def by_key(kiosk):
    kiosk.key(Qt.Key.Key_Down)


def by_press(kiosk):
    kiosk.click(kiosk.window.article)


def by_right_button(kiosk):
    kiosk.click(kiosk.window.article, Qt.MouseButton.RightButton)


def by_wheel(kiosk):
    place = QPointF(kiosk.window.article.rect().center())
    no = Qt.MouseButton.NoButton
    send(kiosk, QWheelEvent(place, place, QPoint(), QPoint(0, -120), no, NONE, Qt.ScrollPhase.NoScrollPhase, False))


def move_to(kiosk, x):
    place = QPointF(x, 300)
    no = Qt.MouseButton.NoButton
    send(kiosk, QMouseEvent(QEvent.Type.MouseMove, place, place, no, no, NONE))


def by_moving(kiosk):
    kiosk.clock.now += SETTLING_S
    move_to(kiosk, kiosk.clock.now)


def by_touch(kiosk):
    from PySide6.QtTest import QTest

    pad = QTest.createTouchDevice()
    at = QPoint(700, 300)
    QTest.touchEvent(kiosk.window.windowHandle(), pad).press(0, at).commit()
    QTest.touchEvent(kiosk.window.windowHandle(), pad).release(0, at).commit()


WAYS = (by_key, by_press, by_right_button, by_wheel, by_moving, by_touch)


def look_after(kiosk, seconds):
    kiosk.clock.now += seconds
    kiosk.program.idle.look()


@pytest.mark.parametrize("way", WAYS)
def test_what_counts_as_a_visitor(kiosk, way):
    rule = kiosk.program.idle._rule
    assert not rule.active
    way(kiosk)
    assert rule.active


def test_a_move_that_is_none_and_the_hand_that_leaves_the_mouse_do_not_count(kiosk):
    rule = kiosk.program.idle._rule
    kiosk.key(Qt.Key.Key_Down)
    kiosk.wait_for_reset(kiosk.window.leave)
    move_to(kiosk, 500)
    assert not rule.active
    kiosk.clock.now += SETTLING_S
    move_to(kiosk, 500)
    assert not rule.active
    move_to(kiosk, 501)
    assert rule.active


def test_nobody_is_warned_in_an_empty_room(kiosk):
    look_after(kiosk, 10 * IDLE_S)
    assert not kiosk.program.warning.isVisible()


def test_the_warning_counts_down_and_says_what_to_do(kiosk):
    kiosk.key(Qt.Key.Key_Down)
    look_after(kiosk, IDLE_S - 1)
    assert not kiosk.program.warning.isVisible()
    look_after(kiosk, 1)
    assert kiosk.program.warning.isVisible()
    assert "This session ends in 60 seconds." in texts(kiosk.program.warning)
    look_after(kiosk, 59)
    assert "This session ends in 1 second." in texts(kiosk.program.warning)


@pytest.mark.parametrize("way", WAYS)
def test_anything_extends_as_often_as_wanted(kiosk, way):
    warning = kiosk.program.warning
    kiosk.key(Qt.Key.Key_Down)
    for _ in range(12):  # WCAG 2.2.1 asks for ten
        look_after(kiosk, IDLE_S + 10)
        assert warning.isVisible()
        way(kiosk)
        kiosk.qtbot.waitUntil(lambda: not warning.isVisible())
    assert kiosk.window.section == "duty/protect"


def test_the_key_that_answers_does_nothing_else(kiosk):
    kiosk.window.sidebar.search_box.setFocus()
    kiosk.key(Qt.Key.Key_Down)
    kiosk.window.sidebar.search_box.setFocus()
    look_after(kiosk, IDLE_S)
    kiosk.key(Qt.Key.Key_A)
    kiosk.qtbot.waitUntil(lambda: not kiosk.program.warning.isVisible())
    assert kiosk.window.sidebar.search_box.text() == ""
    assert kiosk.window.sidebar.search_box.hasFocus()


def place_of_a_link(window):
    """Return a place in the window where the article has a link."""
    pane = window.article
    for y in range(0, pane.viewport().height(), 4):
        for x in range(0, pane.viewport().width(), 8):
            if pane.anchorAt(QPoint(x, y)):
                return pane.viewport().mapTo(window, QPoint(x, y))
    raise AssertionError


def test_the_press_that_answers_follows_no_link_below(kiosk):
    window = kiosk.window
    place = place_of_a_link(window)
    kiosk.key(Qt.Key.Key_Down)
    look_after(kiosk, IDLE_S)
    kiosk.qtbot.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, place)
    QApplication.processEvents()
    kiosk.qtbot.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, place)
    kiosk.qtbot.waitUntil(lambda: not kiosk.program.warning.isVisible())
    assert (window.section, window.drawer.key) == ("duty/protect", "")
    kiosk.qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, place)
    assert (window.section, window.drawer.key) != ("duty/protect", "")


def test_a_visitor_can_end_the_session_from_the_warning(kiosk):
    kiosk.key(Qt.Key.Key_Down)
    look_after(kiosk, IDLE_S)
    kiosk.wait_for_reset(lambda: kiosk.click(button(kiosk.program.warning, "End session now")))
    assert not kiosk.program.idle._rule.active


def test_nobody_answers_and_the_session_ends(kiosk):
    kiosk.type("a")
    look_after(kiosk, IDLE_S)
    with kiosk.qtbot.waitSignal(kiosk.program.session.ended):
        look_after(kiosk, WARNING_S)
    assert kiosk.window.sidebar.search_box.text() == ""
    assert not kiosk.program.warning.isVisible()


def test_who_comes_after_a_late_timer_does_not_find_the_last_visitor(kiosk):
    """The computer slept: the first touch must not extend the session of somebody who has gone."""
    kiosk.type("a")
    kiosk.clock.now += 8 * 3600
    kiosk.wait_for_reset(lambda: kiosk.click(kiosk.window.article))
    assert kiosk.window.sidebar.search_box.text() == ""


def test_the_clock_runs_by_itself(kiosk):
    kiosk.type("a")
    kiosk.clock.now += IDLE_S + 59.95
    kiosk.program.idle.look()
    with kiosk.qtbot.waitSignal(kiosk.program.session.ended):
        kiosk.clock.now += 0.05
