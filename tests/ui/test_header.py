"""The line above the article."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from guide_app.ui.header import Header
from guide_app.ui.theme import style_sheet
from tests.ui.finding import button, texts


@pytest.fixture
def header(theme, icons, put_up):
    header = Header(theme, icons, QPushButton("New York"))
    header.setStyleSheet(style_sheet(theme.colours))
    header.show_place("Start here", "Do the police have to come when I call?")
    return put_up(header, 1000, 60)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Back", "back_requested"),
        ("Forward", "forward_requested"),
        ("Show or hide the left side", "topics_requested"),
        ("In danger? Call 911", "emergency_requested"),
        ("Text size and colors", "display_requested"),
        ("Leave now", "leave_requested"),
    ],
)
def test_what_the_controls_ask_for(qtbot, header, name, signal):
    header.set_history(back=True, forward=True)
    with qtbot.waitSignal(getattr(header, signal)):
        qtbot.mouseClick(button(header, name), Qt.MouseButton.LeftButton)


def test_the_arrows_are_open_where_they_lead_somewhere(header):
    for back, forward in ((False, False), (True, False), (True, True)):
        header.set_history(back=back, forward=forward)
        assert (button(header, "Back").isEnabled(), button(header, "Forward").isEnabled()) == (back, forward)


def test_the_place_is_shown_cut_where_it_must_be_and_said_whole(header, qtbot):
    label = next(each for each in header.findChildren(QLabel) if each.accessibleName())
    assert label.accessibleName() == "Start here, Do the police have to come when I call?"
    header.resize(1600, 60)
    qtbot.waitUntil(lambda: label.text().endswith("when I call?"))
    header.resize(860, 60)
    qtbot.waitUntil(lambda: label.text().endswith("…"))


@pytest.mark.parametrize("private", [False, True])
def test_no_letter_of_the_place_is_cut_in_two(header, qtbot, private):
    label = next(each for each in header.findChildren(QLabel) if each.accessibleName())
    header.set_private(private=private)
    for width in range(420, 1500, 36):
        header.resize(width, 110)
        qtbot.wait(0)
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), width


def test_a_private_session_says_so_in_words(qtbot, header):
    assert "Private session" not in texts(header)
    header.set_private(private=True)
    with qtbot.waitSignal(header.private_requested):
        qtbot.mouseClick(button(header, "Private session"), Qt.MouseButton.LeftButton)
    header.set_private(private=False)
    assert not any(each.isVisible() for each in header.findChildren(QPushButton) if each.text() == "Private session")


def test_the_way_out_says_what_it_does(header):
    assert "close the guide" in header.leave_button.accessibleDescription()
    assert "Shift three times" in header.leave_button.accessibleDescription()


def test_the_control_of_another_room_stands_before_the_emergency_numbers(header):
    assert button(header, "New York").x() < header.emergency_button.x()


def test_where_it_is_narrow_that_control_goes_up_a_row_and_hears_of_it(header, qtbot):
    extra = button(header, "New York")
    header.setMinimumSize(1, 1)
    header.resize(1000, 60)
    qtbot.waitUntil(extra.isVisible)
    for width, narrow in ((300, True), (1000, False)):
        with qtbot.waitSignal(header.narrowed) as told:
            header.resize(width, 160)
        assert told.args == [narrow]
        qtbot.waitUntil(
            lambda narrow=narrow: (
                (extra.mapTo(header, extra.rect().center()).y() < header.leave_button.mapTo(header, QPoint()).y())
                is narrow
            )
        )


def test_in_a_kiosk_the_way_out_has_its_own_words(theme, icons, put_up):
    header = put_up(Header(theme, icons, QPushButton("New York"), kiosk=True), 1000, 60)
    assert header.leave_button.text() == "End session"


def test_the_buttons_without_words_are_square_and_leave_the_room_to_the_place(window):
    for each in (window.header.topics_button, window.header.back_button, window.header.forward_button):
        assert each.width() == each.height()
