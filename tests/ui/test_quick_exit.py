"""Leaving in a hurry: Shift three times, a cover that hides every word at once, and no place left behind."""

import json

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from guide_app import app
from guide_app.ui.quick_exit import ShiftWatcher
from tests.ui.conftest import undress
from tests.ui.pointer import right_click
from tests.ui.stand_ins import Clock

SHIFT = Qt.Key.Key_Shift
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def field(put_up, clock):
    """A field to type in, in a window whose keys are watched."""
    field = put_up(QLineEdit(), 300, 60)
    field.watcher = ShiftWatcher(clock)
    field.left = []
    field.watcher.triggered.connect(lambda: field.left.append(True))
    field.windowHandle().installEventFilter(field.watcher)
    return field


def tap(qtbot, field, key=SHIFT, modifiers=NONE):
    qtbot.keyPress(field.windowHandle(), key, modifiers)
    qtbot.keyRelease(field.windowHandle(), key, modifiers)


def test_shift_three_times_leaves(qtbot, field):
    for _ in range(2):
        tap(qtbot, field)
    assert not field.left
    tap(qtbot, field)
    assert field.left == [True]


def test_it_leaves_when_the_key_is_released_and_counts_anew_afterwards(qtbot, field):
    tap(qtbot, field)
    tap(qtbot, field)
    qtbot.keyPress(field.windowHandle(), SHIFT)
    assert not field.left
    qtbot.keyRelease(field.windowHandle(), SHIFT)
    assert field.left == [True]
    tap(qtbot, field)
    tap(qtbot, field)
    assert field.left == [True]


@pytest.mark.parametrize(("seconds", "leaves"), [(0.0, True), (2.4, True), (2.6, False)])
def test_within_five_seconds(qtbot, field, clock, seconds, leaves):
    for _ in range(3):
        tap(qtbot, field)
        clock.now += seconds
    assert bool(field.left) is leaves


def test_the_last_three_count_not_the_first(qtbot, field, clock):
    tap(qtbot, field)
    clock.now += 6
    for _ in range(2):
        tap(qtbot, field)
        clock.now += 1
    assert not field.left
    tap(qtbot, field)
    assert field.left == [True]


@pytest.mark.parametrize(
    "other",
    [
        Qt.Key.Key_U,
        Qt.Key.Key_Space,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Down,
        Qt.Key.Key_F1,
    ],
)
@pytest.mark.parametrize("after", [1, 2])
def test_any_other_key_in_between_starts_the_count_anew(qtbot, field, other, after):
    for _ in range(after):
        tap(qtbot, field)
    tap(qtbot, field, other)
    for _ in range(3 - after):
        tap(qtbot, field)
    assert not field.left


def test_a_capital_letter_is_no_shift_alone(qtbot, field):
    """People type "U.S.C."."""
    for _ in range(5):
        qtbot.keyPress(field.windowHandle(), SHIFT)
        tap(qtbot, field, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyRelease(field.windowHandle(), SHIFT)
    assert not field.left


def test_a_click_in_between_starts_the_count_anew(qtbot, field):
    tap(qtbot, field)
    tap(qtbot, field)
    qtbot.mouseClick(field.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    tap(qtbot, field)
    assert not field.left


def test_shift_with_a_click_marks_text_and_does_not_count(qtbot, field):
    for _ in range(3):
        qtbot.keyPress(field.windowHandle(), SHIFT)
        qtbot.mouseClick(
            field.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(20, 20)
        )
        qtbot.keyRelease(field.windowHandle(), SHIFT)
    assert not field.left


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier]
)
def test_shift_beside_another_key_that_is_held_does_not_count(qtbot, field, modifier):
    for _ in range(3):
        tap(qtbot, field, SHIFT, modifier)
    assert not field.left


def test_a_key_that_repeats_itself_is_pressed_once(field):
    """A child that leans on Shift, or Windows' own sticky keys question, must not close the guide."""
    for _ in range(6):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field.windowHandle(), QKeyEvent(kind, SHIFT, NONE, "", True, 1))
    assert not field.left


def test_the_keys_reach_the_field_as_well(qtbot, field):
    qtbot.keyClicks(field, "abc")
    assert field.text() == "abc"


# -- in the window ---------------------------------------------------------------------------------------------------


def colours_of(window):
    image = window.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def busy(qtbot, window):
    """Make a window that says as much as it can: a search, a card, a notice, the menu bar, the focus ring."""
    qtbot.keyClicks(window.sidebar.search_box, "police")
    window.follow_link("service:us-ndvh")
    window.notices.say("Bookmarked.")
    window.menuBar().show()
    window.sidebar.search_box.setFocus()


def leave_by_button(qtbot, window):
    qtbot.mouseClick(window.header.leave_button, Qt.MouseButton.LeftButton)


def leave_by_shift(qtbot, window):
    for _ in range(3):
        tap(qtbot, window)


def leave_by_keyboard(qtbot, window):
    window.header.leave_button.setFocus()
    qtbot.keyClick(window.header.leave_button, Qt.Key.Key_Space)


def leave_by_menu(_qtbot, window):
    window.actions_by_key["leave"].trigger()


WAYS = (leave_by_button, leave_by_shift, leave_by_keyboard, leave_by_menu)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_way_out_hides_every_word_in_the_same_call(qtbot, open_window, way, scheme):
    window = open_window("warren/decided", theme=scheme)
    busy(qtbot, window)
    assert len(colours_of(window)) > 20
    seen = []
    window.left.connect(lambda: seen.append((window.windowTitle().strip(), len(colours_of(window)))))
    way(qtbot, window)
    assert seen == [("", 1)]


def test_a_menu_that_is_open_goes_with_it(qtbot, window):
    right_click(window.article.viewport(), QPoint(100, 100))
    assert QApplication.activePopupWidget() is not None
    window.leave()
    assert QApplication.activePopupWidget() is None


def test_it_is_drawn_before_anything_else_happens(window):
    """The window may take a moment to close: the cover must be on the screen by then, not only in a queue."""
    happened = []
    cover = window.findChild(QWidget, "cover")
    watch = Paints(happened)
    cover.installEventFilter(watch)
    window.left.connect(lambda: happened.append("left"))
    window.leave()
    assert (happened[0], happened[-1]) == ("painted", "left")


class Paints(QObject):
    """Notes each time a widget is painted."""

    def __init__(self, happened):
        super().__init__()
        self.happened = happened

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.happened.append("painted")
        return False


def test_leaving_twice_is_leaving_once(qtbot, window):
    left = []
    window.left.connect(lambda: left.append(True))
    window.leave()
    window.leave()
    assert left == [True]


def test_nothing_below_the_cover_has_the_keyboard(window, qtbot):
    window.sidebar.search_box.setFocus()
    window.leave()
    assert QApplication.focusWidget() is None


def test_the_cover_follows_the_window(window, qtbot):
    window.leave()
    window.resize(1500, 900)
    qtbot.waitUntil(lambda: window.width() == 1500)
    assert len(colours_of(window)) == 1


def test_a_screen_reader_is_told_nothing_by_the_cover(window):
    window.leave()
    assert window.findChild(QWidget, "cover").accessibleName() == ""


def test_the_copy_is_taken_away(window, clipboard):
    window.cite.copy(window.cite.of_section("duty/protect"))
    assert clipboard.data is not None
    window.leave()
    assert clipboard.data is None


def test_closing_after_leaving_hands_over_no_place(qtbot, window):
    window.leave()
    with qtbot.assertNotEmitted(window.closing):
        window.close()


def records_of(program):
    return program._session.records


@pytest.fixture
def program(put_up, qapp, installed, tmp_path, monkeypatch):
    """The program with a data folder; quitting is only noted, the test's own event loop goes on."""
    monkeypatch.setattr(type(qapp), "quit", lambda _application: None)
    opened = []

    def open_(target="", **options):
        built = app.build(qapp, app.WindowOptions(target=target, **options), installed(tmp_path))
        put_up(built.window, 1280, 800)
        built.window.equip()
        opened.append(built)
        return built

    yield open_
    for each in opened:
        records_of(each).close()
    undress(qapp)


def state_of(tmp_path):
    file = tmp_path / "state" / "window.json"
    return json.loads(file.read_text()) if file.exists() else None


def test_after_a_quick_exit_the_next_start_shows_the_start_page(program, tmp_path):
    first = program("warren/decided")
    first.window.close()
    assert state_of(tmp_path)["last_section"] == "warren/decided"
    second = program()
    assert second.window.section == "warren/decided"
    second.window.leave()
    second.window.close()
    kept = state_of(tmp_path)
    assert kept["last_section"] == ""
    assert kept["sidebar_tab"] == ""
    assert "warren" not in (tmp_path / "state" / "window.json").read_text()
    third = program()
    assert third.window.section == "duty/protect"


def test_leaving_a_private_session_leaves_no_file_where_there_was_none(program, tmp_path):
    window = program("warren/decided", private=True).window
    window.leave()
    window.close()
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_leaving_a_private_session_takes_the_place_of_an_earlier_one_away(program, tmp_path):
    program("warren/decided").window.close()
    window = program(private=True).window
    window.leave()
    window.close()
    assert state_of(tmp_path)["last_section"] == ""


def test_closing_a_private_session_leaves_the_place_of_an_earlier_one(program, tmp_path):
    program("warren/decided").window.close()
    program("duty/sue", private=True).window.close()
    assert state_of(tmp_path)["last_section"] == "warren/decided"


def test_bookmarks_of_a_reader_who_left_are_kept(program, tmp_path):
    first = program("duty/sue")
    first.window.reading.toggle_bookmark()
    first.window.leave()
    first.window.close()
    records_of(first).close()
    assert [mark.section for mark in records_of(program()).bookmarks()] == ["duty/sue"]


def test_a_state_folder_that_cannot_be_written_does_not_keep_anyone(program, tmp_path):
    window = program("duty/sue").window
    (tmp_path / "state").mkdir(exist_ok=True)
    (tmp_path / "state" / "window.json").mkdir()
    window.leave()
    assert len(colours_of(window)) == 1
