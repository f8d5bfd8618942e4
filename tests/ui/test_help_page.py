"""Help on paper: three numbers at least for every state; from the start page to paper by keys alone and by touch."""

import datetime
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from guide_app.dates import in_words
from guide_app.kiosk.policy import policy_for
from guide_app.places.place_names import PLACES
from guide_app.settings import Settings
from guide_app.ui.directory import Directory
from guide_app.ui.help_page import services_html, state_help_html
from tests.ui.finding import button
from tests.ui.test_deadline_page import TODAY

NUMBER = re.compile(r"<tr><td><strong>([\d-]+)</strong>")


@pytest.fixture(scope="module")
def directory(shipped_library):
    return Directory(shipped_library)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.abbreviation)
def test_every_place_has_its_own_services_and_three_numbers(directory, place):
    services = directory.nearby(place.abbreviation)
    assert all(service.coverage == place.abbreviation for service in services)
    html = state_help_html(place.name, services, directory.more_numbers(services, None))
    numbers = NUMBER.findall(html)
    assert len(numbers) == len(set(numbers)) >= 3
    assert all(f"<h3>{service.name.replace('&', '&amp;')}".split("'")[0] in html for service in services)


def test_a_page_says_how_far_each_entry_can_be_relied_on(directory):
    html = services_html("Help", "New York", directory.nearby("NY"), ())
    assert html.count("How it was verified:") == len(directory.nearby("NY"))
    assert html.count("As of:") == len(directory.nearby("NY"))
    assert "In an emergency call 911." in html


@pytest.fixture
def kiosk(open_window, shipped_library, monkeypatch):
    """A kiosk at its start page, and what it sends to the clinic's printer."""
    window = open_window(library=shipped_library, policy=policy_for(Settings(printer="Desk"), kiosk=True))
    window.my_state.today = lambda: TODAY
    printed = []
    monkeypatch.setattr(window.paper.clinic_printer, "print_", printed.append)
    return window, printed


def check_page(printed):
    (job,) = printed
    assert "How long do I have in New York?" in job.html
    assert f"It happened on {in_words(datetime.date(2026, 8, 1))}." in job.html
    part = job.html.split("Who can help in New York")[1]
    assert len(NUMBER.findall(part)) >= 3
    assert "New York State Bar Association Lawyer Referral Service" in part


def press_key(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_by_keyboard_alone_from_the_start_page_to_the_printed_page(qtbot, kiosk):
    window, printed = kiosk
    press_key(qtbot, Qt.Key.Key_F4)
    qtbot.keyClicks(QApplication.focusWidget(), "new york")
    press_key(qtbot, Qt.Key.Key_Return)
    press_key(qtbot, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "Aug 1, 2026")
    press_key(qtbot, Qt.Key.Key_Return)
    wanted = button(window.drawer, "Print")
    for _ in range(60):
        if QApplication.focusWidget() is wanted:
            break
        press_key(qtbot, Qt.Key.Key_Tab)
    press_key(qtbot, Qt.Key.Key_Space)
    check_page(printed)


def test_by_touch_alone_from_the_start_page_to_the_printed_list(qtbot, kiosk):
    window, printed = kiosk
    qtbot.mouseClick(button(window.sidebar, "Get help"), Qt.MouseButton.LeftButton)
    panel = window.sidebar.panel("help")
    qtbot.mouseClick(panel.place_line, Qt.MouseButton.LeftButton)
    rows = panel.place_line.list_widget
    row = next(rows.item(number) for number in range(rows.count()) if rows.item(number).text() == "New York")
    rows.scrollToItem(row)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(row).center())
    qtbot.mouseClick(button(panel, "Print this list"), Qt.MouseButton.LeftButton)
    (job,) = printed
    assert len(NUMBER.findall(job.html)) >= 3
    assert "LawHelpNY.org" in job.html
