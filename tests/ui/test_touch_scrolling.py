"""A finger scrolls pages, lists and cards; it chooses only what it touches without moving. By real touch events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScroller

from tests.ui.finding import button
from tests.ui.finger import Finger

TRIES = 20


@pytest.fixture(scope="session")
def touch_screen(qapp):
    return QTest.createTouchDevice()


@pytest.fixture
def window(open_window, shipped_library, qtbot):
    window = open_window("duty-to-protect", library=shipped_library)
    qtbot.waitUntil(lambda: window.article.verticalScrollBar().maximum() > 1000)
    qtbot.waitUntil(lambda: window.tree.verticalScrollBar().maximum() > 200)
    return window


@pytest.fixture
def finger(window, touch_screen):
    return Finger(window, touch_screen)


def at_rest(qtbot, widget):
    scroller = QScroller.scroller(widget)
    qtbot.waitUntil(lambda: scroller.state() is QScroller.State.Inactive)


def test_an_article_follows_the_finger_and_marks_no_text(qtbot, window, finger):
    bar, view = window.article.verticalScrollBar(), window.article.viewport()
    bar.setValue(300)
    finger.swipe(view, -200)
    at_rest(qtbot, view)
    assert 350 < bar.value() < 520, "as far as the finger went, but for the first few pixels"
    assert not window.article.textCursor().hasSelection()
    finger.swipe(view, 120)
    at_rest(qtbot, view)
    assert bar.value() < 420


def test_a_fling_runs_on_and_a_touch_stops_it(qtbot, window, finger):
    bar, view = window.article.verticalScrollBar(), window.article.viewport()
    followed = []
    window.article.link_followed.connect(followed.append)
    # How fast a finger is says the clock: on a machine that stands still for a moment, none is fast at the first try.
    for _ in range(TRIES):
        bar.setValue(0)
        finger.swipe(view, -300, hold=False)
        let_go, scroller = bar.value(), QScroller.scroller(view)
        qtbot.waitUntil(lambda at=let_go, by=scroller: bar.value() > at or by.state() is QScroller.State.Inactive)
        if ran_on := scroller.state() is QScroller.State.Scrolling:
            break
    assert ran_on
    finger.tap(view)
    assert scroller.state() is not QScroller.State.Scrolling
    assert followed == []


def test_the_section_that_a_finger_comes_to_is_the_one_being_read(qtbot, window, finger):
    bar, view, ids = window.article.verticalScrollBar(), window.article.viewport(), window.article.section_ids
    window.navigator.open_target(ids[2])
    opened_at = bar.value()
    while bar.value() < opened_at + 900:
        finger.swipe(view, -300)
        at_rest(qtbot, view)
    assert ids.index(window.section) > 2
    window.resize(1100, 800)
    qtbot.waitUntil(lambda: window.width() == 1100)
    assert bar.value() > opened_at + 300
    assert ids.index(window.section) > 2


def test_a_list_scrolls_without_choosing_or_marking_a_row(qtbot, window, finger):
    bar, view = window.tree.verticalScrollBar(), window.tree.viewport()
    bar.setValue(0)
    current, section = window.tree.currentIndex(), window.section
    with qtbot.assertNotEmitted(window.tree.chosen):
        finger.swipe(view, -150)
        at_rest(qtbot, view)
    assert bar.value() > 80
    assert window.tree.currentIndex() == current
    assert window.section == section


def test_a_touch_chooses_what_it_is_on(qtbot, window, finger):
    model = window.tree.model()
    (index,) = model.match(
        model.index(0, 0),
        Qt.ItemDataRole.DisplayRole,
        "911 made a mistake. Can I sue?",
        flags=Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
    )
    window.tree.scrollTo(index)
    with qtbot.waitSignal(window.tree.chosen):
        finger.tap(window.tree.viewport(), window.tree.visualRect(index).center())
    assert window.section.startswith("dispatch-911/")
    assert window.tree.hasFocus()
    finger.tap(window.header.display_button)
    assert window.drawer.key == "display"


def test_a_link_is_followed_by_a_touch_and_not_by_a_swipe_over_it(qtbot, window, finger):
    found = window.article.document().find("immunity")
    place = window.article.cursorRect(found).center() - QPoint(10, 0)
    window.article.verticalScrollBar().setValue(place.y() - 200)
    place = window.article.cursorRect(found).center() - QPoint(10, 0)
    view = window.article.viewport()
    assert window.article.anchorAt(place)
    with qtbot.assertNotEmitted(window.article.link_followed):
        finger.swipe(view, -80, start=place)
        at_rest(qtbot, view)
    with qtbot.waitSignal(window.article.link_followed):
        finger.tap(view, window.article.cursorRect(found).center() - QPoint(10, 0))


def test_buttons_in_a_card_work_and_the_card_scrolls(qtbot, window, finger):
    window.state_pages.show_chooser()
    area = window.drawer._scroll
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    alabama = button(window.drawer, "Alabama")
    area.ensureWidgetVisible(alabama)
    with qtbot.assertNotEmitted(window.my_state.changed):
        finger.swipe(alabama, -60)
        at_rest(qtbot, area.viewport())
    area.ensureWidgetVisible(alabama)
    with qtbot.waitSignal(window.my_state.changed):
        finger.tap(alabama)
    assert window.my_state.abbreviation == "AL"


def test_a_stepper_repeats_while_the_finger_stays(qtbot, open_window, shipped_library, touch_screen):
    window = open_window(library=shipped_library, size=(1024, 480))
    window.my_state.choose("OH")
    window.deadlines.show()
    field = window.drawer.content.fields["happened"]
    back = button(field, "A day earlier: the day it happened")
    handle, at = window.windowHandle(), back.mapTo(window, back.rect().center())
    QTest.touchEvent(handle, touch_screen).press(0, at, handle).commit()
    qtbot.waitUntil(back.isDown)
    qtbot.waitUntil(lambda: field.text != "")
    first = field.text
    qtbot.waitUntil(lambda: field.text != first)
    QTest.touchEvent(handle, touch_screen).release(0, at, handle).commit()
    assert not back.isDown()


def test_two_fingers_and_a_page_that_goes_meanwhile_do_no_harm(qtbot, window, finger, touch_screen):
    handle, view = window.windowHandle(), window.article.viewport()
    at = view.mapTo(window, view.rect().center())
    with qtbot.assertNotEmitted(window.article.link_followed):
        QTest.touchEvent(handle, touch_screen).press(0, at, handle).commit()
        QTest.touchEvent(handle, touch_screen).move(0, at, handle).press(1, at + QPoint(60, 0), handle).commit()
        QTest.touchEvent(handle, touch_screen).release(0, at, handle).release(1, at + QPoint(60, 0), handle).commit()
    window.state_pages.show_chooser()
    inside = window.drawer._scroll.viewport()
    at = inside.mapTo(window, QPoint(10, 10))
    QTest.touchEvent(handle, touch_screen).press(0, at, handle).commit()
    window.drawer.close_drawer()
    QTest.touchEvent(handle, touch_screen).move(0, at + QPoint(0, 50), handle).commit()
    QTest.touchEvent(handle, touch_screen).release(0, at + QPoint(0, 50), handle).commit()
    assert window.drawer.isHidden()


def test_a_mouse_marks_text_as_before(qtbot, window):
    view = window.article.viewport()
    start = window.article.cursorRect(window.article.document().find("police")).center()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start + QPoint(120, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(120, 0))
    assert window.article.textCursor().hasSelection()
