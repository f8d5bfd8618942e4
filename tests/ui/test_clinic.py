"""A clinic's folder in the window: its page first, its entries on top, its logo, its notes, its numbers on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from guide_app.kiosk.policy import policy_for
from guide_app.settings import Settings
from guide_app.ui.clinic_block import LOGO, ClinicBlock, logo_label
from tests.made_clinic import LOGO as LOGO_FILE
from tests.ui.finding import button, texts
from tests.ui.test_help_finder import ids, rows


@pytest.fixture(params=[False, True], ids=["at home", "in a kiosk"])
def window(open_window, clinic_library, request):
    return open_window(library=clinic_library, policy=policy_for(Settings(printer="Desk"), kiosk=request.param))


@pytest.fixture
def panel(window):
    window.actions_by_key["panel_help"].trigger()
    return window.sidebar.panel("help")


def test_it_opens_on_the_clinics_page(window):
    assert window.section == "eastside/today"
    window.navigator.open_target("duty-to-protect")
    window.actions_by_key["home"].trigger()
    assert window.section == "eastside/today"


def test_its_entries_are_on_top_also_without_a_place(window, panel):
    assert ids(panel)[:2] == ["front-desk", "our-lawyers"]
    assert rows(panel)[0].group == "Eastside Legal Aid"
    assert "2 from Eastside Legal Aid" in panel.status
    window.help_finder.set_place("NY")
    assert ids(panel)[:2] == ["front-desk", "our-lawyers"]
    assert "ny-lawyer-referral" not in ids(panel)
    assert "us-victim-bar" not in ids(panel)
    assert "us-911" in ids(panel)


def test_its_logo_name_and_hours_stand_above(qtbot, window, panel):
    block = panel.findChild(ClinicBlock)
    assert texts(block)[:3] == ["Eastside Legal Aid", "Mon-Fri 9:00-17:00", "12 Main Street"]
    logo = next(label for label in block.findChildren(QLabel) if label.accessibleName() == "Logo of Eastside Legal Aid")
    assert not logo.pixmap().isNull()
    qtbot.mouseClick(button(block, "How to reach us"), Qt.MouseButton.LeftButton)
    shown = texts(window.drawer)
    assert "212-555-0123" in shown
    assert "Given by this clinic." in shown


def test_a_link_to_what_it_replaces_opens_its_own(window):
    window.follow_link("service:ny-lawyer-referral")
    assert window.drawer.accessibleName() == "Our lawyers"
    assert "212-555-0199" in texts(window.drawer)


def test_what_it_hides_is_still_there_for_an_article_that_names_it(window):
    window.follow_link("service:us-victim-bar")
    assert window.drawer.key == "service:us-victim-bar"


def test_the_emergency_number_stays_first(window):
    window.actions_by_key["emergency"].trigger()
    numbers = [label.text() for label in window.drawer.findChildren(QLabel) if label.property("role") == "number"]
    assert numbers[0] == "911"


def test_its_note_reaches_the_page_of_the_state(window):
    note = window.my_state.entry("NY").notes.notice
    assert (note.summary, note.by) == ("The county asks for its own form.", "Eastside Legal Aid")
    assert window.my_state.entry("NJ").notes.notice.by == ""


def test_paper_carries_the_clinic(window, panel):
    html = window.help_paper.list_html
    assert html.index("Eastside Legal Aid") < html.index("212-555-0199") < html.index("What each one does")


@pytest.mark.parametrize("logo", [b"", b"no picture", LOGO_FILE.encode()[:40], b"\x89PNG\r\n\x1a\n" + b"\x00" * 40])
def test_a_logo_that_cannot_be_drawn_is_left_out(qapp, logo):
    assert logo_label(logo, "X") is None


def test_a_logo_of_any_size_is_drawn_small(qapp):
    huge = LOGO_FILE.replace('width="200" height="50"', 'width="20000" height="5000"').encode()
    size = logo_label(huge, "X").pixmap().deviceIndependentSize()
    assert (size.width(), size.height()) <= (LOGO.width(), LOGO.height())
