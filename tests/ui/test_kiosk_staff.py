"""Staff: the PIN by touch and keyboard, the delay, the page behind it, and how the program ends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from guide_app.kiosk.pin import DELAYS
from guide_app.ui.kiosk_staff import NOTHING_TO_TELL, StaffPage
from guide_app.ui.theme import TOUCH_HEIGHT
from tests.ui.every_place import settle
from tests.ui.finding import button, buttons, texts
from tests.ui.kiosk_parts import PIN

WRONG = "314159"


def ask(kiosk):
    kiosk.click(button(kiosk.window, "Staff"))
    return kiosk.program.pin_pad


def enter(kiosk, pin):
    """Type a PIN and wait for what comes of it."""
    pad = kiosk.program.pin_pad
    kiosk.type(pin)
    with kiosk.qtbot.waitSignal(pad._checked):
        kiosk.key(Qt.Key.Key_Return)


def field(pad):
    return pad.findChild(QLineEdit)


def test_the_pin_leads_to_the_staff_page(kiosk):
    ask(kiosk)
    enter(kiosk, PIN)
    page = kiosk.program.staff_page
    assert page.isVisible()
    assert not kiosk.program.pin_pad.isVisible()
    assert NOTHING_TO_TELL in texts(page)
    assert buttons(page) == ["Back to the guide", "Report", "Start the guide again", "Leave kiosk mode"]


def test_it_can_be_touched(kiosk):
    pad = ask(kiosk)
    for digit in PIN:
        kiosk.click(button(pad, digit))
    kiosk.click(button(pad, "5"))
    kiosk.click(button(pad, "Delete the last character"))
    assert field(pad).text() == PIN
    with kiosk.qtbot.waitSignal(pad.accepted):
        kiosk.click(button(pad, "Enter"))


def test_the_keys_of_the_pad_are_large(kiosk):
    pad = ask(kiosk)
    assert min(button(pad, digit).height() for digit in "0123456789") >= TOUCH_HEIGHT


def test_it_is_not_shown_and_not_kept(kiosk):
    pad = ask(kiosk)
    kiosk.type(WRONG)
    assert field(pad).echoMode() == QLineEdit.EchoMode.Password
    kiosk.click(button(pad, "Back to the guide"))
    assert not pad.isVisible()
    assert field(pad).text() == ""
    assert kiosk.window.sidebar.search_box.text() == ""


def test_keys_of_the_window_do_nothing_behind_it(kiosk):
    ask(kiosk)
    kiosk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    kiosk.key(Qt.Key.Key_F2)
    assert kiosk.window.drawer.key == ""
    assert kiosk.program.rooms.session.records.bookmarks() == ()


def test_tab_stays_on_it(kiosk):
    pad = ask(kiosk)
    for key in [Qt.Key.Key_Tab] * 7 + [Qt.Key.Key_Backtab] * 7:
        kiosk.key(key)
        assert pad.isAncestorOf(kiosk.window.focusWidget())


def test_a_wrong_pin_is_said_and_can_be_tried_again(kiosk):
    pad = ask(kiosk)
    enter(kiosk, WRONG)
    assert "That PIN is not right." in texts(pad)
    assert field(pad).hasFocus()
    enter(kiosk, PIN)
    assert kiosk.program.staff_page.isVisible()


def test_the_delay_is_shown_and_survives_a_restart(start_kiosk):
    kiosk = start_kiosk()
    pad = ask(kiosk)
    for _ in range(3):
        enter(kiosk, WRONG)
    assert f"That PIN is not right. The next try is possible in {DELAYS[3]} seconds." in texts(pad)
    assert not field(pad).isEnabled()
    kiosk.click(button(pad, "7"))
    assert field(pad).text() == "", "nothing is typed for a try that nobody may make"
    assert button(pad, "Back to the guide").hasFocus()
    again = start_kiosk()
    other = ask(again)
    assert not field(other).isEnabled()
    assert any("The next try is possible in" in text for text in texts(other))
    kiosk.paths.pin_tries_file.unlink()
    other._lock._until = 0.0  # the delay is over
    other._show_wait()
    assert field(other).isEnabled()
    assert field(other).hasFocus()


def test_a_long_delay_is_said_in_minutes(kiosk, monkeypatch):
    monkeypatch.setattr("guide_app.kiosk.pin.DELAYS", (0, max(DELAYS)))
    pad = ask(kiosk)
    enter(kiosk, WRONG)
    assert "That PIN is not right. The next try is possible in 15 minutes." in texts(pad)


def test_a_pin_file_that_has_gone_is_said(kiosk):
    pad = ask(kiosk)
    kiosk.paths.pin_file.unlink()
    enter(kiosk, PIN)
    assert any(text.startswith("No PIN is set") for text in texts(pad))
    assert not kiosk.program.staff_page.isVisible()


@pytest.mark.parametrize(("words", "code"), [("Leave kiosk mode", 10), ("Start the guide again", 0)])
def test_the_ways_out_forget_the_session(kiosk, words, code):
    kiosk.type("searchquark")
    ask(kiosk)
    enter(kiosk, PIN)
    kiosk.click(button(kiosk.program.staff_page, words))
    assert kiosk.ended_with == [code]
    assert kiosk.program.reset.who_holds("searchquark") == ()


def test_back_to_the_guide(kiosk):
    ask(kiosk)
    enter(kiosk, PIN)
    kiosk.click(button(kiosk.program.staff_page, "Back to the guide"))
    assert not kiosk.program.staff_page.isVisible()
    assert not kiosk.ended_with


def test_a_session_that_ends_while_the_pin_is_looked_at_opens_nothing(kiosk):
    pad = ask(kiosk)
    kiosk.type(PIN)
    with kiosk.qtbot.waitSignals([pad._checked, kiosk.program.session.ended]):
        kiosk.key(Qt.Key.Key_Return)
        kiosk.window.leave()
    assert not kiosk.program.staff_page.isVisible()
    ask(kiosk)
    assert field(pad).isEnabled()


def test_staff_are_told_what_they_have_to_know(kiosk):
    kiosk.paths.totals_file.mkdir(parents=True)
    kiosk.program._write_totals()
    kiosk.program._write_totals()
    ask(kiosk)
    enter(kiosk, PIN)
    told = [text for text in texts(kiosk.program.staff_page) if "totals" in text]
    assert len(told) == 1
    assert told[0].count("cannot be written") == 1


def test_the_report_is_shown_in_the_page_and_goes_with_it(kiosk, theme):
    made = []

    def make():
        made.append(QWidget())
        made[-1].setAccessibleName("The report")
        return made[-1]

    page = StaffPage(theme, kiosk.window, tuple, make)
    page.show_page()
    page.show_report()
    QApplication.processEvents()
    assert made[0].isVisible()
    page.show_report()
    QApplication.processEvents()
    assert len(made) == 2
    assert not made[0].isVisible()
    page.close_sheet()
    assert not made[1].isVisible()
    page.deleteLater()


@pytest.mark.parametrize("text_size", [100, 200])
def test_a_long_report_is_scrolled_downwards_only(kiosk, text_size):
    kiosk.program.rooms.theme.set_scale(text_size)
    page = kiosk.program.staff_page
    page.show_page()
    page.show_report()
    page._report.setMinimumHeight(3_000)
    settle()
    scroll = page.findChild(QScrollArea)
    assert scroll.verticalScrollBar().isVisible()
    assert not scroll.horizontalScrollBar().isVisible()
    assert page._frame.width() < page.width()
    for words in buttons(page)[:4]:
        assert not button(page, words).visibleRegion().isEmpty(), "the ways out are in sight beside the report"
