"""Get help: by keyboard alone and by touch alone, from a word and a place to someone who helps, and on paper."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from guide_app.kiosk.policy import policy_for
from guide_app.settings import Settings
from guide_app.ui.search_results import ROW_ROLE
from guide_app.ui.suggest_line import SuggestLine
from guide_app.ui.theme import TOUCH_HEIGHT, Theme, style_sheet
from tests.ui.finding import button, texts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(window, qtbot):
    """The help finder of the window, opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_4, CTRL)
    return window.sidebar.panel("help")


def rows(panel):
    """Return what is listed, in order."""
    model = panel.list_view.model()
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def ids(panel):
    return [row.target for row in rows(panel)]


def ask(qtbot, line, words):
    """Type some words and take the best suggestion, by keys."""
    line.setFocus()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


# -- finding ---------------------------------------------------------------------------------------------------------


def test_it_is_built_when_it_is_first_shown(window):
    assert window.sidebar.built("help") is None
    window.actions_by_key["panel_help"].trigger()
    assert window.sidebar.built("help") is not None
    assert window.sidebar.built("help").issue_line.hasFocus()


def test_it_opens_no_window_of_its_own(window):
    before = {each for each in QApplication.topLevelWidgets() if each.isVisible()}
    window.actions_by_key["panel_help"].trigger()
    QApplication.processEvents()
    assert {each for each in QApplication.topLevelWidgets() if each.isVisible()} == before
    assert window.isActiveWindow()


def test_it_begins_with_what_answers_everywhere_911_first(panel):
    assert ids(panel)[0] == "us-911"
    assert rows(panel)[0].group == "Whole country"
    assert [row.group for row in rows(panel)[1:]] == [""] * (len(rows(panel)) - 1)
    assert panel.status == "23 found for the whole country. Name your state to see its own."


def test_by_keyboard_alone_from_a_word_and_a_place_to_the_card(qtbot, window, panel):
    qtbot.keyClicks(panel.issue_line, "beat up by cops")
    assert [one.words for one in panel.issue_line.suggestions] == ["Hurt or mistreated by police"]
    qtbot.keyClick(panel.issue_line, Qt.Key.Key_Return)
    qtbot.keyClick(panel.issue_line, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.place_line
    qtbot.keyClicks(panel.place_line, "new y")
    qtbot.keyClick(panel.place_line, Qt.Key.Key_Down)
    qtbot.keyClick(panel.place_line, Qt.Key.Key_Return)
    assert panel.place_line.text() == "New York"
    assert ids(panel)[0] == "ny-lawyer-referral"
    assert rows(panel)[0].group == "New York"
    qtbot.keyClick(panel.place_line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.list_view
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Up)
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Return)
    assert window.drawer.key == "service:ny-lawyer-referral"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is panel.list_view
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is panel.issue_line


def test_enter_opens_a_card_and_copies_nothing(qtbot, window, panel, clipboard):
    """The card gives its first button the keyboard: the Enter that opened it must not press that one too."""
    panel.focus_results()
    qtbot.keyClick(panel.list_view, Qt.Key.Key_Return)
    assert window.drawer.key == "service:us-911"
    assert QApplication.focusWidget().text() == "Copy number"
    assert clipboard.data is None


def test_by_touch_alone(qtbot, window, panel):
    for line, words in ((panel.issue_line, "Abuse by a partner or in the family"), (panel.place_line, "Alabama")):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
        shown = line.list_widget
        place = next(row for row in range(shown.count()) if shown.item(row).text() == words)
        shown.scrollToItem(shown.item(place))
        at = shown.visualItemRect(shown.item(place)).center()
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert line.text() == words
    first = panel.list_view.visualRect(panel.list_view.model().index(0, 0)).center()
    qtbot.mouseClick(panel.list_view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert window.drawer.key == f"service:{ids(panel)[0]}"


def test_the_number_of_results_is_announced(qtbot, window, panel, monkeypatch):
    said = []
    monkeypatch.setattr(window.notices, "announce", said.append)
    window.help_finder.announced.connect(said.append)
    ask(qtbot, panel.place_line, "texas")
    assert said[-1] == panel.status == "26 found: 3 in Texas, 23 for the whole country."


def test_a_place_without_its_own_says_so_and_shows_the_national_ones(qtbot, panel):
    ask(qtbot, panel.issue_line, "missing child")
    ask(qtbot, panel.place_line, "texas")
    assert "us-ncmec" in ids(panel)
    assert panel.status.endswith("Texas has none of its own for this.")


def test_words_that_nobody_knows_are_said_and_help_is_shown_all_the_same(qtbot, panel):
    qtbot.keyClicks(panel.issue_line, "zzyzx")
    qtbot.keyClick(panel.issue_line, Qt.Key.Key_Tab)
    assert panel.status.startswith("The guide does not know “zzyzx”.")
    assert ids(panel)[0] == "us-911"


# -- options ---------------------------------------------------------------------------------------------------------


def press(qtbot, panel, words):
    qtbot.mouseClick(button(panel, words), Qt.MouseButton.LeftButton)


def test_options_are_put_away_until_they_are_wanted(qtbot, panel):
    assert not [each for each in panel.findChildren(QPushButton) if each.text() == "Hotline" and each.isVisible()]
    press(qtbot, panel, "More options")
    press(qtbot, panel, "Hotline")
    assert all(row.place == "Hotline" for row in rows(panel))
    assert button(panel, "More options (1 on)").isChecked()


def test_kind_language_and_cost(qtbot, panel, made_library):
    press(qtbot, panel, "More options")
    ask(qtbot, panel.language_line, "spanish")
    assert panel.language_line.text() == "Español (Spanish)"
    services = {service.id: service for service in made_library.services()}
    assert all("es" in services[one].languages or "interpreter" in str(services[one].languages) for one in ids(panel))
    before = len(ids(panel))
    press(qtbot, panel, "Complaint office")
    assert ids(panel) == ["us-doj-crt"]
    press(qtbot, panel, "Complaint office")
    assert len(ids(panel)) == before


def test_free_or_paid_is_one_of_them(qtbot, panel):
    ask(qtbot, panel.place_line, "new york")
    press(qtbot, panel, "More options")
    press(qtbot, panel, "Free or low cost")
    assert "ny-lawyer-referral" not in ids(panel)
    press(qtbot, panel, "Paid")
    assert ids(panel) == ["ny-lawyer-referral"]
    assert not button(panel, "Free or low cost").isChecked()


def test_open_now_leaves_out_what_is_known_to_be_closed(qtbot, panel):
    press(qtbot, panel, "More options")
    press(qtbot, panel, "Hide what is closed")
    assert panel.filters.open_at is not None
    assert "us-911" in ids(panel)


def test_what_the_options_leave_out_is_one_press_away(qtbot, panel):
    ask(qtbot, panel.issue_line, "missing child")
    everything = ids(panel)
    press(qtbot, panel, "More options")
    press(qtbot, panel, "Complaint office")
    assert panel.status == "Nothing was found for that."
    assert not panel.list_view.isVisible()
    press(qtbot, panel, f"Show {len(everything)} more without the options")
    assert ids(panel) == everything
    assert panel.issue_line.text() == "A child is missing"


def test_all_can_be_cleared(qtbot, panel):
    start = ids(panel)
    ask(qtbot, panel.issue_line, "lawyer")
    ask(qtbot, panel.place_line, "texas")
    press(qtbot, panel, "More options")
    press(qtbot, panel, "Paid")
    press(qtbot, panel, "Clear all")
    assert ids(panel) == start
    assert (panel.issue_line.text(), panel.place_line.text(), panel.filter_count) == ("", "", 0)


def test_every_need_and_place_gives_something_or_a_next_step(window, panel):
    from guide_app.places.needs import NEEDS
    from guide_app.places.place_names import PLACES

    for need in NEEDS:
        panel.show_need(need.id)
        for place in PLACES[::6]:
            window.help_finder.set_place(place.abbreviation)
            assert rows(panel) or panel.next_button.isVisible()


def test_the_model_keeps_qts_rules(qtbot, window, panel):
    model = panel.list_view.model()
    assert isinstance(model, QAbstractItemModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for place in ("NY", "", "PR"):
        window.help_finder.set_place(place)
    del tester


# -- the ways to it --------------------------------------------------------------------------------------------------


def test_a_question_without_an_answer_goes_on_here(qtbot, window):
    qtbot.keyClicks(window.sidebar.search_box, "my stalker zzyzx qwerty blorp")
    qtbot.mouseClick(button(window.searching.results, "Who can help me?"), Qt.MouseButton.LeftButton)
    panel = window.sidebar.panel("help")
    assert panel.isVisible()
    assert panel.issue_line.text() == "Stalking or threats"
    assert window.sidebar.search_box.text() == ""
    assert window.drawer.key == ""


def test_it_is_one_click_away_also_without_the_left_side(qtbot, window):
    assert not window.header.help_button.isVisible()
    window.actions_by_key["sidebar"].trigger()
    assert window.header.help_button.isVisible()
    qtbot.mouseClick(window.header.help_button, Qt.MouseButton.LeftButton)
    assert window.sidebar.panel("help").isVisible()
    assert not window.header.help_button.isVisible()


def test_the_emergency_numbers_stay_one_click_away(qtbot, window, panel):
    qtbot.mouseClick(window.header.emergency_button, Qt.MouseButton.LeftButton)
    assert window.drawer.key == "emergency"


def test_a_state_chosen_elsewhere_is_where_it_begins(open_window, qtbot):
    window = open_window()
    window.help_finder.set_place("TX")
    window.actions_by_key["panel_help"].trigger()
    panel = window.sidebar.panel("help")
    assert panel.place_line.text() == "Texas"
    window.help_finder.set_place("NY")
    assert panel.place_line.text() == "New York"
    window.help_finder.set_place("")
    assert panel.place_line.text() == ""


# -- nothing is left -------------------------------------------------------------------------------------------------


def test_the_next_visitor_finds_nothing(qtbot, window, panel):
    start = ids(panel)
    ask(qtbot, panel.issue_line, "stalker")
    qtbot.keyClicks(panel.place_line, "texas")
    press(qtbot, panel, "More options")
    ask(qtbot, panel.language_line, "viet")
    press(qtbot, panel, "Hotline")
    for word in ("stalking", "texas", "Vietnamese", "hotline"):
        assert window.help_finder.holds(word), word
    window.help_finder.forget()
    for word in ("stalking", "stalker", "texas", "Vietnamese", "hotline", "TX"):
        assert not window.help_finder.holds(word), word
    assert ids(panel) == start
    assert not button(panel, "More options").isChecked()
    assert not any(line.isUndoAvailable() for line in panel.findChildren(SuggestLine))


def test_a_place_is_forgotten_before_the_panel_is_built(window):
    window.help_finder.set_place("TX")
    assert window.help_finder.holds("Texas")
    assert window.help_finder.holds("tx")
    window.help_finder.forget()
    assert not window.help_finder.holds("Texas")
    window.help_finder.forget()


# -- size and kiosk --------------------------------------------------------------------------------------------------


def test_in_a_kiosk_every_target_has_44_pixels(qtbot, put_up, made_library):
    from guide_app.ui.help_panel import HelpPanel, options_of

    theme = Theme("light", 100, TOUCH_HEIGHT)
    panel = HelpPanel(theme, options_of(made_library.services()), paper=True)
    panel.setStyleSheet(style_sheet(theme.colours, theme.control_height))
    put_up(panel, 320, 800)
    panel.more_button.click()
    panel.issue_line.setText("x")
    controls = [*panel.findChildren(QPushButton), *panel.findChildren(SuggestLine)]
    small = [each.accessibleName() or each.text() for each in controls if each.isVisible() and each.height() < 44]
    assert len(controls) > 12
    assert not small


@pytest.mark.parametrize(("settings", "offered"), [(Settings(), False), (Settings(printer="Desk"), True)])
def test_without_a_printer_a_kiosk_offers_no_printing(open_window, settings, offered):
    window = open_window(policy=policy_for(settings, kiosk=True))
    window.actions_by_key["panel_help"].trigger()
    assert window.sidebar.panel("help").print_button.isVisible() is offered
    window.help_finder.service_chosen.emit("us-ndvh")
    assert ("Print" in [each.text() for each in window.drawer.findChildren(QPushButton)]) is offered


# -- paper -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def printed(window, monkeypatch):
    """Catch what goes to the printer."""
    jobs = []
    monkeypatch.setattr(window.paper, "_print", jobs.append)
    return jobs


@pytest.mark.parametrize("place", ["new york", "texas", "puerto rico", "guam"])
def test_the_list_is_printed_with_three_numbers_at_least(qtbot, window, panel, printed, place):
    ask(qtbot, panel.issue_line, "free lawyer")
    ask(qtbot, panel.place_line, place)
    press(qtbot, panel, "Print this list")
    (job,) = printed
    assert job.title == "Where to get help"
    numbers = job.html.split("What each one does")[0].count("<tr>")
    assert numbers >= 3
    assert all(row.title.replace("&", "&amp;").replace("'", "&#x27;") in job.html for row in rows(panel))
    assert "not legal advice" in job.html


def test_one_service_is_printed_from_its_card(qtbot, window, panel, printed):
    window.help_finder.service_chosen.emit("ny-legal-help")
    qtbot.mouseClick(button(window.drawer, "Print this card"), Qt.MouseButton.LeftButton)
    (job,) = printed
    assert job.title == "LawHelpNY.org"
    assert "lawhelpny.org/find-legal-help" in job.html
    assert job.html.split("What each one does")[0].count("<tr>") == 3
    assert "More numbers to call" in job.html


def test_a_page_of_services_is_a_page(tmp_path, window, panel):
    import datetime

    from guide_app.ui.paper import html_job, write_pdf

    job = html_job("Where to get help", window.help_paper.list_html, "Guide", datetime.date(2026, 11, 24))
    assert write_pdf(job, tmp_path / "help.pdf") > 1
    assert texts(panel)
