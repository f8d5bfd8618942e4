"""The keyboard on the screen of a kiosk: when it is there, what it types, and that it is in nobody's way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from guide_app.settings import Settings
from guide_app.ui.kiosk_keyboard import ROWS
from guide_app.ui.theme import TOUCH_HEIGHT
from tests.ui.every_place import settle
from tests.ui.finding import button, buttons
from tests.ui.finger import Finger
from tests.ui.test_layout import faults


@pytest.fixture(scope="session")
def touch_screen(qapp):
    return QTest.createTouchDevice()


@pytest.fixture
def open_kiosk(start_kiosk, shipped_library):
    def open_(choice="auto"):
        kiosk = start_kiosk(Settings(kiosk=True, printer="Desk", on_screen_keyboard=choice), library=shipped_library)
        kiosk.window.resize(1024, 768)
        settle()
        return kiosk

    return open_


@pytest.fixture
def kiosk(open_kiosk):
    return open_kiosk()


@pytest.fixture
def finger(kiosk, touch_screen):
    return Finger(kiosk.window, touch_screen)


def keyboard(kiosk):
    return kiosk.program.typing.keyboard


def is_up(kiosk):
    settle()
    assert keyboard(kiosk).isVisible() is (kiosk.window.contentsMargins().bottom() > 0)
    return keyboard(kiosk).isVisible()


def search_box(kiosk):
    return kiosk.window.sidebar.search_box


def tap_keys(kiosk, finger, *names):
    for name in names:
        finger.tap(button(keyboard(kiosk), name))


def test_a_question_is_typed_by_a_finger_alone(kiosk, finger):
    assert not is_up(kiosk)
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    tap_keys(kiosk, finger, *"911", "Space", *"neverx", "Delete the last character", "Space", *"came")
    assert search_box(kiosk).text() == "911 never came"
    assert search_box(kiosk).hasFocus()
    assert kiosk.window.searching.results.status.endswith("answers")
    tap_keys(kiosk, finger, "Enter")
    assert not is_up(kiosk)
    assert kiosk.window.section != kiosk.window.navigator.start_page


def test_every_key_types_what_is_on_it(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    signs = [key.sign for row in ROWS for key in row if key.sign]
    others = [key.other for row in ROWS for key in row if key.sign]
    assert len(signs) == len(set(signs)) == 26 + 10 + 7
    assert len(others) == len(set(others)) == len(signs)
    keys = keyboard(kiosk)._signs
    for sign in signs:
        finger.tap(next(key for key in keys if key.property("sign") == sign))
    assert search_box(kiosk).text() == "".join(signs)
    search_box(kiosk).clear()
    tap_keys(kiosk, finger, "Signs and Spanish letters")
    for key, sign in zip(keys, others, strict=True):
        assert key.text().replace("&&", "&") == (sign.strip() or "Space")
        finger.tap(key)
    assert search_box(kiosk).text() == "".join(others)


def test_a_citation_and_a_spanish_name_are_typed(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    tap_keys(kiosk, finger, *"42", "Space", "Shift", "Capital U", "Period")
    tap_keys(kiosk, finger, "Shift", "Capital S", "Period", "Space")
    tap_keys(kiosk, finger, "Signs and Spanish letters", "Section sign", "Space", *"1983", "Space")
    tap_keys(kiosk, finger, "Shift", "Capital n with tilde", "N with tilde", "Letters", "a")
    assert search_box(kiosk).text() == "42 U.S. § 1983 Ñña"


def test_a_shift_that_is_not_used_is_taken_back(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    tap_keys(kiosk, finger, "Shift")
    assert button(keyboard(kiosk), "Shift").isChecked()
    tap_keys(kiosk, finger, "Shift", "q")
    assert search_box(kiosk).text() == "q"


def test_shift_on_the_screen_three_times_ends_no_session(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    tap_keys(kiosk, finger, "q", *["Shift"] * 4)
    assert is_up(kiosk)
    assert search_box(kiosk).text() == "q"


def test_it_comes_back_with_small_letters(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    before = buttons(keyboard(kiosk))
    tap_keys(kiosk, finger, "Signs and Spanish letters", "Shift", "Hide keyboard")
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    assert buttons(keyboard(kiosk)) == before
    assert not button(keyboard(kiosk), "Shift").isChecked()


@pytest.mark.parametrize("layer", ["Letters", "Signs and Spanish letters"])
@pytest.mark.parametrize(("size", "text_size"), [((640, 480), 100), ((1024, 768), 200)])
def test_every_key_is_large_enough_for_a_finger(kiosk, finger, size, text_size, layer):
    kiosk.window.resize(*size)
    kiosk.program.rooms.theme.set_scale(text_size)
    kiosk.program.typing.bring_up()
    settle()
    if layer != "Letters":
        finger.tap(button(keyboard(kiosk), layer))
    keys = keyboard(kiosk).findChildren(QPushButton)
    assert min(min(key.width(), key.height()) for key in keys) >= TOUCH_HEIGHT
    for key in keys:
        assert key.fontMetrics().horizontalAdvance(key.text().replace("&&", "&")) <= key.width(), key.text()


def test_the_button_that_leads_to_the_search_brings_it_up(kiosk, finger):
    window = kiosk.window
    kiosk.program.rooms.theme.set_scale(200)
    settle()
    assert not search_box(kiosk).isVisible()
    finger.tap(window.header.topics_button)
    assert is_up(kiosk)
    assert search_box(kiosk).hasFocus()
    finger.tap(window.header.topics_button)
    assert not is_up(kiosk)


def test_a_field_that_comes_under_the_finger_does_not_bring_it_up(kiosk, finger):
    box = search_box(kiosk)
    opener = QPushButton("Open", kiosk.window)
    opener.clicked.connect(opener.hide)
    opener.clicked.connect(box.setFocus)
    opener.setGeometry(QRect(box.mapTo(kiosk.window, QPoint()), box.size()))
    opener.show()
    finger.tap(opener)
    assert not is_up(kiosk)
    assert box.hasFocus()
    finger.tap(box)
    assert is_up(kiosk)


def test_a_gap_between_its_keys_does_not_send_it_away(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    finger.tap(keyboard(kiosk), QPoint(3, 3))
    assert is_up(kiosk)


def test_a_page_that_gives_the_focus_to_its_own_field_is_not_covered(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    finger.tap(button(kiosk.window, "Your state: choose"))
    assert not is_up(kiosk)
    assert kiosk.window.drawer.content.line.hasFocus()


def test_what_it_types_is_a_date_too(kiosk, finger):
    window = kiosk.window
    window.my_state.choose("OH")
    window.deadlines.show()
    settle()
    field = window.drawer.content.fields["happened"]
    finger.tap(field.line)
    assert is_up(kiosk)
    day = window.my_state.today()
    tap_keys(kiosk, finger, *("Slash" if sign == "/" else sign for sign in f"{day.month}/1/{day.year - 1}"))
    assert field.text.endswith(f"/1/{day.year - 1}")


def test_a_note_is_written_over_several_lines(kiosk, finger):
    window = kiosk.window
    window.reading.toggle_bookmark()
    window.actions_by_key["panel_bookmarks"].trigger()
    panel = window.sidebar.panel("bookmarks")
    panel.list_widget.setCurrentRow(0)
    settle()
    finger.tap(panel._note)
    assert is_up(kiosk)
    tap_keys(kiosk, finger, *"ask", "Enter", *"legal")
    assert panel._note.toPlainText() == "ask\nlegal"
    assert is_up(kiosk)


def test_it_goes_by_its_key_by_leaving_the_field_and_with_the_session(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    tap_keys(kiosk, finger, "Hide keyboard")
    assert not is_up(kiosk)
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    finger.tap(kiosk.window.article.viewport(), QPoint(20, 200))
    assert not is_up(kiosk)
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    kiosk.wait_for_reset(kiosk.window.leave)
    assert not is_up(kiosk)
    assert search_box(kiosk).text() == ""


def test_the_window_is_pushed_together_not_covered(kiosk, finger):
    window = kiosk.window
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    top = keyboard(kiosk).y()
    assert keyboard(kiosk).geometry().bottom() == window.rect().bottom()
    for part in (window.sidebar, window.article, window.header):
        assert part.mapTo(window, part.rect().bottomLeft()).y() < top
    for place in (window.tree, window.article):
        assert place.height() > 100
    assert window.bar.isHidden()
    tap_keys(kiosk, finger, "Hide keyboard")
    settle()
    assert window.bar.isVisible()


@pytest.mark.parametrize(("size", "text_size"), [((1024, 768), 100), ((1280, 800), 200)])
def test_beside_it_no_control_is_cut(kiosk, finger, size, text_size):
    window = kiosk.window
    window.navigator.open_target("state-rules")
    window.resize(*size)
    kiosk.program.rooms.theme.set_scale(text_size)
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    assert not faults(window)
    assert window.article.viewport().height() >= 2 * window.article.fontMetrics().lineSpacing()


def test_the_bar_stays_away_under_a_page_that_covers_the_article(kiosk, finger):
    window = kiosk.window
    window.my_state.choose("OH")
    window.deadlines.show()
    settle()
    finger.tap(window.drawer.content.fields["happened"].line)
    assert is_up(kiosk)
    tap_keys(kiosk, finger, "Hide keyboard")
    settle()
    assert window.bar.isHidden()
    window.drawer.close_drawer()
    assert window.bar.isVisible()


def test_a_field_further_down_stays_in_sight_and_so_do_its_suggestions(kiosk, finger):
    window = kiosk.window
    window.actions_by_key["panel_help"].trigger()
    panel = window.sidebar.panel("help")
    panel.more_button.click()
    settle()
    line = panel.language_line
    panel.findChild(QScrollArea).ensureWidgetVisible(line)
    assert line.mapTo(window, line.rect().bottomLeft()).y() > window.height() - keyboard(kiosk).sizeHint().height()
    finger.tap(line)
    assert is_up(kiosk)
    assert line.mapTo(window, line.rect().bottomLeft()).y() < keyboard(kiosk).y()
    tap_keys(kiosk, finger, "s")
    settle()
    shown = line.list_widget
    assert shown is not None
    assert shown.geometry().bottom() < keyboard(kiosk).y()
    assert shown.visualItemRect(shown.item(0)).height() >= 44


def test_suggestions_that_are_open_move_out_of_its_way(kiosk, finger):
    window = kiosk.window
    window.state_pages.show_chooser()
    settle()
    line = window.drawer.content.line
    finger.tap(line)
    assert is_up(kiosk)
    tap_keys(kiosk, finger, *"new")
    settle()
    assert line.list_widget is not None
    assert line.list_widget.geometry().bottom() < keyboard(kiosk).y()
    finger.tap(line.list_widget.viewport(), line.list_widget.visualItemRect(line.list_widget.item(0)).center())
    assert window.my_state.name.startswith("New ")


def test_a_mouse_brings_it_up_until_a_real_key_is_pressed(kiosk, finger):
    kiosk.click(search_box(kiosk))
    assert is_up(kiosk)
    kiosk.type("p")
    assert not is_up(kiosk)
    assert search_box(kiosk).text() == "p"
    kiosk.click(search_box(kiosk))
    assert not is_up(kiosk), "there is a keyboard, and a hand on it"
    finger.tap(search_box(kiosk))
    assert is_up(kiosk), "who touches may not reach it"


def test_its_own_keys_are_no_real_ones(kiosk):
    kiosk.click(search_box(kiosk))
    kiosk.click(button(keyboard(kiosk), "q"))
    assert is_up(kiosk)
    assert search_box(kiosk).text() == "q"


def test_a_field_for_a_secret_has_keys_of_its_own(kiosk, finger):
    kiosk.program.pin_pad.ask()
    finger.tap(kiosk.program.pin_pad._field)
    assert not is_up(kiosk)
    finger.tap(button(kiosk.program.pin_pad, "1"))
    assert kiosk.program.pin_pad._field.text() == "1"


def test_a_sheet_lies_over_it(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    kiosk.program.warning.show_count(30)
    settle()
    middle = keyboard(kiosk).geometry().center()
    assert kiosk.program.warning.isAncestorOf(kiosk.window.childAt(middle))


def test_never_is_never(open_kiosk, touch_screen):
    kiosk = open_kiosk("never")
    Finger(kiosk.window, touch_screen).tap(search_box(kiosk))
    kiosk.click(search_box(kiosk))
    assert not is_up(kiosk)


def test_always_is_wherever_a_field_has_the_keyboard(open_kiosk):
    kiosk = open_kiosk("always")
    kiosk.type("p")
    kiosk.click(search_box(kiosk))
    assert is_up(kiosk)
    kiosk.type("o")
    assert is_up(kiosk)
    kiosk.window.article.setFocus()
    assert not is_up(kiosk)
    search_box(kiosk).setFocus()
    assert is_up(kiosk)


def test_it_never_takes_the_focus_and_has_a_name_on_every_key(kiosk, finger):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    keys = keyboard(kiosk).findChildren(QPushButton)
    assert len(keys) == 26 + 10 + 7 + 5
    assert all(key.focusPolicy() is Qt.FocusPolicy.NoFocus and key.accessibleName() for key in keys)
    assert len({key.accessibleName() for key in keys}) == len(keys)
    assert QApplication.focusWidget() is search_box(kiosk)
    assert all(QKeySequence(words)[0] for words in buttons(keyboard(kiosk)) if len(words) == 1)


@pytest.mark.parametrize("size", [(640, 480), (800, 600), (1920, 1080)])
def test_it_follows_the_window(kiosk, finger, size):
    finger.tap(search_box(kiosk))
    assert is_up(kiosk)
    kiosk.window.resize(*size)
    settle()
    place = keyboard(kiosk).geometry()
    assert (place.left(), place.width(), place.bottom()) == (0, size[0], size[1] - 1)
