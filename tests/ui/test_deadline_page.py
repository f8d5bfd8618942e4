"""The reader's dates: typed or touched in, worked out, taken along; nothing said that the data does not say."""

import datetime

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from guide_app.dates import in_words
from guide_app.kiosk.policy import policy_for
from guide_app.places import deadline_words as said
from guide_app.places.deadline_model import Standing
from guide_app.places.deadlines import deadlines_for
from guide_app.places.state import Start
from guide_app.places.state_words import CHECK_NOW
from guide_app.settings import Settings
from guide_app.ui import deadline_rows as rows
from guide_app.ui.deadline_actions import starts_of
from guide_app.ui.deadline_page import KEEPS_NOTHING
from guide_app.ui.deadline_paper import deadline_html
from guide_app.ui.deadline_results import DeadlineResults
from guide_app.ui.my_state import MyState
from guide_app.ui.qr_view import QrView
from tests.places.shipped import raw_states, states
from tests.ui.finding import button, buttons, texts
from tests.ui.qr_reader import codes_in
from tests.ui.supported import shown_words, unsupported
from tests.ui.test_accessibility import controls, name_of

TODAY = datetime.date(2026, 11, 28)


@pytest.fixture
def open_shipped(open_window, shipped_library):
    def open_(state="", **parts):
        window = open_window(library=shipped_library, **parts)
        window.my_state.today = lambda: TODAY
        window.my_state.choose(state)
        return window

    return open_


@pytest.fixture
def ask(open_shipped, qtbot):
    """Open the page for a state, type a date and press Enter."""

    def ask_(state, when, **parts):
        window = open_shipped(state, **parts)
        qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        line = window.drawer.content.fields["happened"].line
        qtbot.keyClicks(line, when)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        return window

    return ask_


def words_of(window):
    return " ".join(texts(window.drawer))


def door(qtbot, window, words):
    qtbot.mouseClick(button(window.drawer, words), Qt.MouseButton.LeftButton)


# -- by keys and by touch --------------------------------------------------------------------------------------------


def test_from_the_start_to_the_dates_by_keys_alone(qtbot, open_shipped):
    window = open_shipped()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    qtbot.keyClicks(QApplication.focusWidget(), "ohio")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.drawer.key == "deadline"
    assert QApplication.focusWidget() is window.drawer.content.fields["happened"].line
    qtbot.keyClicks(QApplication.focusWidget(), "Nov 1, 2026")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    shown = texts(window.drawer)
    assert "December 1, 2026" in shown
    assert shown.index("Not settled: act by December 1, 2026.") < shown.index("Act by April 30, 2027.")
    assert "Read the city’s code at once; a late claim can be barred." in shown


def test_by_touch_alone(qtbot, open_shipped):
    window = open_shipped("OH")
    window.deadlines.show()
    field = window.drawer.content.fields["happened"]

    def touch(words, times=1):
        for _ in range(times):
            qtbot.mouseClick(button(field, f"{words}: the day it happened"), Qt.MouseButton.LeftButton)

    touch("A day earlier")
    assert field.text == "November 28, 2026"
    touch("A month earlier", 9)
    touch("A day later", 3)
    touch("A year earlier")
    assert field.text == "March 3, 2025"
    assert {"March", "3", "2025"} <= set(texts(field))
    qtbot.mouseClick(button(window.drawer, "Work out the dates"), Qt.MouseButton.LeftButton)
    assert "It happened on March 3, 2025 in Ohio. Check with a lawyer now." in texts(window.drawer)


def test_the_buttons_go_neither_into_the_future_nor_beyond_1950(qtbot, open_shipped):
    window = open_shipped("OH")
    window.deadlines.show()
    field = window.drawer.content.fields["happened"]
    for typed, words, kept in (
        ("today", "A day later", "November 28, 2026"),
        ("1950-01-01", "A month earlier", "January 1, 1950"),
        ("March 31, 2026", "A month earlier", "February 28, 2026"),
        ("not a date", "A day later", "November 28, 2026"),
    ):
        field.line.setText(typed)
        qtbot.mouseClick(button(field, f"{words}: the day it happened"), Qt.MouseButton.LeftButton)
        assert field.text == kept


def test_without_a_state_it_asks_for_one_and_comes_back(qtbot, open_shipped):
    window = open_shipped()
    window.deadlines.show()
    assert "Choose your state first." in texts(window.drawer)
    qtbot.mouseClick(button(window.drawer, "Choose your state"), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "my-state"


def test_a_place_without_data_gets_no_date(open_shipped):
    window = open_shipped("PR")
    window.deadlines.show()
    assert "This guide has no deadlines for Puerto Rico. That does not mean that there are none." in words_of(window)
    assert window.drawer.content.fields == {}
    assert "Find help in Puerto Rico" in buttons(window.drawer)


def test_the_same_key_closes_it(qtbot, open_shipped):
    window = open_shipped("OH")
    window.actions_by_key["my_deadline"].trigger()
    assert window.drawer.key == "deadline"
    window.actions_by_key["my_deadline"].trigger()
    assert window.drawer.key == ""


# -- what is wrong is said at the field ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1/1/2027", "January 1, 2027 is in the future. Check the day it happened."),
        ("12/31/1949", "December 31, 1949 is before 1950. Check the day it happened."),
        ("last spring", "This is not a date."),
        ("2/30/2026", "There is no February 30 in 2026."),
        ("3/28/26", "Write the year with all four digits."),
        ("", "Type the day it happened."),
    ],
)
def test_a_wrong_date_is_named_at_its_field_and_nothing_is_computed(ask, typed, words):
    window = ask("OH", typed)
    page = window.drawer.content
    assert page.fields["happened"].error.startswith(words)
    assert page.fields["happened"].line.accessibleDescription().startswith(words)
    assert page.fields["happened"].line.hasFocus()
    assert page.results is None
    assert window.my_state.report is None


def test_a_wrong_date_takes_an_older_result_away(qtbot, ask):
    window = ask("OH", "3/28/2026")
    assert window.drawer.content.results is not None
    line = window.drawer.content.fields["happened"].line
    qtbot.keyClicks(line, "9")
    assert window.drawer.content.results is None
    assert window.my_state.report is None
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.drawer.content.results is None


def test_further_dates_are_asked_for_only_where_the_state_needs_them(qtbot, ask):
    needs = {abbreviation for abbreviation, entry in states().items() if starts_of(entry)}
    assert "NY" in needs
    assert "OH" not in needs
    assert starts_of(states()["NY"]) == (Start.NOTICE, Start.DEATH, Start.APPOINTMENT)
    window = ask("NY", "8/1/2026")
    page = window.drawer.content
    assert "More dates, if you know them" in buttons(window.drawer)
    assert not page.fields["DEATH"].isVisible()
    qtbot.mouseClick(button(window.drawer, "More dates, if you know them"), Qt.MouseButton.LeftButton)
    assert page.fields["DEATH"].isVisible()
    page.fields["DEATH"].line.setText("8/2/2026")
    qtbot.mouseClick(page.ask_button, Qt.MouseButton.LeftButton)
    assert "Only if the claim is for wrongful death: act by August 2, 2028." in texts(window.drawer)


@pytest.mark.parametrize(
    ("dates", "at", "words"),
    [
        ({"DEATH": "7/1/2026"}, "DEATH", "The day of the death cannot come before the day it happened."),
        ({"NOTICE": "1/1/2027"}, "NOTICE", "January 1, 2027 is in the future."),
        (
            {"DEATH": "8/9/2026", "APPOINTMENT": "8/8/2026"},
            "APPOINTMENT",
            "The day on which the estate’s representative was appointed cannot come before the death.",
        ),
    ],
)
def test_a_contradiction_is_said_at_the_date_that_it_names(open_shipped, dates, at, words):
    window = open_shipped("NY")
    window.my_state.typed.update({"happened": "8/1/2026", **dates})
    window.deadlines.show()
    window.deadlines.work_out()
    page = window.drawer.content
    assert page.fields[at].error.startswith(words)
    assert not page.fields["happened"].error
    assert page.results is None


# -- what the page says ----------------------------------------------------------------------------------------------


def test_a_date_that_has_passed_stands_first_and_is_never_too_late(ask):
    window = ask("NY", "8/1/2026")
    shown = texts(window.drawer.content.results)
    assert shown[0] == f"Notice of claim, October 30, 2026: {said.PASSED}."
    assert f"October 30, 2026. {said.upper(said.PASSED)}." in shown
    assert "too late" not in " ".join(shown).casefold()


def test_two_dates_on_one_day_pass_once_and_an_earlier_one_for_one_case_is_told_of():
    today = datetime.date(2026, 11, 24)
    report = deadlines_for(states()["NM"], datetime.date(2026, 6, 1), today)
    assert rows.passed(report) == (f"Notice of claim, August 30, 2026: {said.PASSED}.",)
    assert rows.lead(report)[0] == "June 1, 2028"
    assert rows.lead(report)[1].endswith(said.EARLIER_CASE), "six months for a death end on December 1, 2026"
    later = deadlines_for(states()["NM"], datetime.date(2026, 11, 1), today)
    assert said.EARLIER_CASE not in rows.lead(later)[1]


def test_how_much_time_is_left_and_why_a_date_is_not_settled():
    today = datetime.date(2026, 11, 24)
    happened = [today - datetime.timedelta(days) for days in (30, 29, 28)]
    lines = [deadlines_for(states()["OH"], one, today).notice.deadlines[0] for one in happened]
    assert [rows.left(line) for line in lines] == ["", "That is tomorrow.", "2 days from today."]
    assert "No day is left after it." in lines[0].words
    names = [[name for name, _ in rows.deadline_rows(line, "Ohio")] for line in lines]
    assert all(rows.WHY in each and "What can change it" not in each for each in names)


def test_a_wait_is_no_deadline(ask):
    window = ask("CA", "8/1/2026")
    shown = texts(window.drawer)
    assert not any(text.startswith("Act by") and "wait" in text for text in shown)
    if states()["CA"].waits:
        assert rows.WAITS_TITLE in shown


def test_what_was_typed_and_worked_out_is_there_again_and_is_stored_nowhere(qtbot, ask):
    window = ask("OH", "3/28/2026")
    assert KEEPS_NOTHING in texts(window.drawer)
    with qtbot.assertNotEmitted(window.setting_chosen):
        window.drawer.close_drawer()
        window.deadlines.show()
    page = window.drawer.content
    assert page.fields["happened"].text == "3/28/2026"
    assert page.results is not None
    window.my_state.forget()
    window.deadlines.show()
    assert window.drawer.content.fields == {}
    assert not window.my_state.holds("March 28, 2026")


def test_a_source_opens_its_card_and_the_way_back_leads_to_the_dates(qtbot, ask):
    window = ask("NY", "8/1/2026")
    qtbot.mouseClick(
        button(window.drawer, "N.Y. Gen. Mun. Law §\u00a050-e, source of Notice of claim"), Qt.MouseButton.LeftButton
    )
    assert window.drawer.key.startswith("authority:")
    qtbot.mouseClick(button(window.drawer, "Back to How long do I have in New York?"), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "deadline"
    assert window.drawer.content.results is not None


def test_the_federal_dates_stand_apart(ask, shipped_library):
    window = ask("OH", "3/28/2026")
    shown = texts(window.drawer)
    assert "Only if they were federal officers" in shown
    assert "Act by March 28, 2028." in shown[shown.index("Claim to the federal agency") :]


# Every sentence of the page that is not the entry's own, read over one by one.
READ_OVER = (
    *said.REQUIRED.values(), *said.CONFIDENCE.values(), *said.CAUTIONS, *said.OWN_DATE.values(), said.ASK_NOW,
    said.ONE_CASE_EACH, said.EARLIER_CASE, said.NO_TIME_TO_SUE, said.DUE_BEFORE, said.PASSED,
    CHECK_NOW, rows.WAITS_TITLE, rows.TRAPS_TITLE, rows.NO_DATE_AHEAD,
    "Notice of claim", "Time to sue under state law", "Federal civil-rights claim (42 U.S.C. § 1983)",
    "The first date that lies ahead", "It happened on", "act by", "Not settled: act by", "Not settled", "Only if",
    "Time", "Against", "Give it to", "Law", "How we read it", "What can change it", "State and date read", "So",
    "Counted from the day it happened.", "To whom it must go was not shown.", "Date of the text we read",
    "Read on", "Sources",
    "To read, not to count by", "We read the rules of", "No citator was used.", "That is tomorrow.", rows.WHY,
    "Without that day no date can be given.", "from",
    "The law counts from", "which may be later; the day it happened is never late.",
    "What we read did not show where this time starts; the day it happened is never late.",
    "the day on which the right to sue arose", "the day on which the harm was found out", "the injury", "the loss",
    "the day it happened", "or", "and", "in", "on",
    "This is a waiting time, not a deadline", "must pass after the notice before you may sue.",
    "is the last useful day to file the claim (the end of the time to sue less the wait)",
    "was the last useful day to file the claim (the end of the time to sue less the wait)",
    "File it well before.", "It ends on",
)  # fmt: skip


def results_of(raw, happened, library):
    entry = states()[raw["state"]]
    report = deadlines_for(entry, happened, TODAY)
    return report, DeadlineResults(report, None, lambda ids: ())


@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
@pytest.mark.parametrize("happened", [TODAY, datetime.date(2026, 3, 31), datetime.date(2015, 2, 28)])
def test_no_state_gets_a_sentence_that_its_data_does_not_support(qtbot, raw, happened, shipped_library):
    report, widget = results_of(raw, happened, shipped_library)
    qtbot.addWidget(widget)
    shown = shown_words(widget)
    for text in shown:
        assert not unsupported(text, raw, READ_OVER), text
    whole = " ".join(shown)
    assert CHECK_NOW in whole
    assert all(trap in shown for trap in report.traps)
    assert f"Read on {in_words(report.read_on)}." in whole
    assert said.REQUIRED[raw["notice"]["required"]] in whole
    if raw["notice"]["required"] == "unknown":
        assert said.REQUIRED["no"] not in whole
    assert "abolish" not in whole.casefold()
    for field in ("notice", "suit", "section_1983"):
        cautious = raw[field]["cautious"]
        if cautious and not cautious["credible"]:
            assert " ".join(cautious["why"].split()) not in whole


@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
def test_a_date_that_is_not_settled_leads_and_is_never_later(qtbot, raw, shipped_library):
    report, widget = results_of(raw, datetime.date(2026, 8, 31), shipped_library)
    qtbot.addWidget(widget)
    shown = iter(shown_words(widget))
    for group in report.groups:
        assert all(line.words in shown for line in group.deadlines), "in this order"
        standings = [line.standing for line in group.deadlines]
        assert Standing.NOT_SETTLED not in standings[1:]
        if Standing.NOT_SETTLED in standings:
            careful, *stated = (line.date for line in group.deadlines if line.standing is not Standing.ONLY_IF)
            assert all(careful <= day for day in stated if careful and day)


@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
def test_paper_says_what_the_screen_says(raw):
    report = deadlines_for(states()[raw["state"]], datetime.date(2026, 8, 31), TODAY)
    html = deadline_html(report, None, lambda ids: ())
    for group in report.groups:
        for line in group.deadlines:
            assert line.words.replace("'", "&#x27;") in html
    assert html.count(CHECK_NOW) > 1


# -- taking it along -------------------------------------------------------------------------------------------------


def test_the_dates_are_copied(qtbot, ask, clipboard):
    window = ask("OH", "Nov 1, 2026")
    door(qtbot, window, "Copy")
    text = clipboard.data.text()
    assert "- Not settled: act by December 1, 2026." in text
    assert "Only if they were federal officers" in text
    assert window.notices.text.startswith("Dates copied.")


@pytest.mark.parametrize("name", ["OH", "NY", "TX"])
def test_a_phone_reads_the_code(qtbot, ask, name):
    window = ask(name, "Nov 1, 2026")
    door(qtbot, window, "Code for my phone")
    assert window.drawer.key == "deadline-code"
    [text] = codes_in(window.drawer.content.findChild(QrView))
    assert "Information, not legal advice. Have a lawyer check every date." in text
    window.drawer.go_back()
    assert window.drawer.key == "deadline"


@pytest.mark.parametrize(
    ("how", "title"),
    [
        ("Yes, say what it is for", "Notice of claim (Ohio): not settled, act by this day"),
        ("No, only “Appointment to prepare for”", "Appointment to prepare for"),
    ],
)
def test_a_calendar_takes_the_dates(qtbot, ask, monkeypatch, tmp_path, how, title):
    file = tmp_path / "dates.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window = ask("OH", "Nov 1, 2026")
    door(qtbot, window, "Save to a calendar…")
    door(qtbot, window, how)
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert title in [str(event["summary"]) for event in events]
    assert datetime.date(2026, 12, 1) in [event["dtstart"].dt for event in events]
    assert window.notices.text == "Saved: dates.ics."
    assert window.drawer.key == "deadline"


def test_a_calendar_that_cannot_be_written_or_has_no_date_is_said(qtbot, ask, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "dates.ics"), ""))
    window = ask("OH", "Nov 1, 2026")
    door(qtbot, window, "Save to a calendar…")
    door(qtbot, window, "Yes, say what it is for")
    assert window.notices.text.startswith("The file was not saved:")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.notices.clear()
    door(qtbot, window, "Yes, say what it is for")
    assert (window.notices.text, window.drawer.key) == ("", "calendar")
    window.drawer.go_back()
    window.drawer.content.fields["happened"].line.setText("1/1/1980")
    window.deadlines.work_out()
    window.deadlines.ask_for_calendar()
    door(qtbot, window, "Yes, say what it is for")
    assert window.notices.text.startswith("There is no date to save")


def test_they_are_written_as_pdf(qtbot, ask, monkeypatch, tmp_path):
    file = tmp_path / "dates.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window = ask("OH", "Nov 1, 2026")
    door(qtbot, window, "Save as PDF…")
    assert file.read_bytes().startswith(b"%PDF")
    assert window.notices.text.startswith("Saved: dates.pdf")


def test_they_are_printed(qtbot, ask, monkeypatch):
    printed = []
    window = ask("NY", "8/1/2026")
    monkeypatch.setattr(type(window.deadlines._paper), "print_page", lambda _self, title, html: printed.append(html))
    door(qtbot, window, "Print")
    assert "How long do I have in New York?" in printed[0]
    assert "<li>N.Y. Gen. Mun. Law §" in printed[0].replace("\u00a0", " ")


def test_the_keys_of_the_window_print_and_save_the_page_that_is_open(qtbot, ask, monkeypatch, tmp_path):
    file, printed = tmp_path / "dates.pdf", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window = ask("OH", "Nov 1, 2026")
    monkeypatch.setattr(type(window.deadlines._paper), "print_page", lambda _self, title, html: printed.append(title))
    window.actions_by_key["pdf"].trigger()
    assert file.read_bytes().startswith(b"%PDF")
    window.actions_by_key["print"].trigger()
    assert printed == ["How long do I have in Ohio?"]
    assert window.drawer.key == "deadline"
    window.deadlines.show_code()  # a page without paper of its own
    window.actions_by_key["print"].trigger()
    assert window.drawer.key == "paper"


def test_the_button_below_an_answer_prints_the_answer(qtbot, open_shipped):
    window = open_shipped(policy=policy_for(Settings(printer="Counter"), kiosk=True))
    window.follow_link("service:us-ndvh")
    assert "Print" in buttons(window.drawer)
    window.bar.print_button.click()
    assert window.drawer.key == "paper"


def test_a_kiosk_offers_paper_or_a_code_and_no_file(ask):
    window = ask("OH", "Nov 1, 2026", policy=policy_for(Settings(printer="Counter"), kiosk=True))
    offered = set(buttons(window.drawer))
    assert {"Print", "Copy", "Code for my phone"} <= offered
    assert not {"Save as PDF…", "Save to a calendar…"} & offered
    assert "Print" not in buttons(ask("OH", "Nov 1, 2026", policy=policy_for(Settings(), kiosk=True)).drawer)


def test_nothing_happens_where_nothing_was_worked_out(open_shipped, clipboard):
    window = open_shipped("OH")
    for do in (window.deadlines.work_out, window.deadlines.copy, window.deadlines.print_, window.deadlines.save_pdf,
               window.deadlines.show_code):  # fmt: skip
        do()
    assert clipboard.data is None
    assert window.drawer.key == ""


# -- for everyone ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "text_size"), [(640, 100), (640, 200), (1024, 150), (1280, 100), (1920, 100)])
def test_every_control_has_a_name_of_its_own_is_large_enough_and_nothing_is_cut(ask, width, text_size):
    window = ask("NY", "8/1/2026", size=(width, 768), text_size=text_size)
    for _ in range(4):
        QApplication.processEvents()
    mine = [each for each in controls(window) if window.drawer.isAncestorOf(each)]
    names = [name_of(each) for each in mine]
    assert all(names)
    assert len(names) == len(set(names))
    edge = window.drawer.rect().right()
    for each in mine:
        # the cross in a line does no more than the keyboard and the stepper do
        assert each.height() >= 24 or isinstance(each.parentWidget(), QLineEdit), name_of(each)
        assert each.mapTo(window.drawer, each.rect().topRight()).x() <= edge, name_of(each)


def test_the_state_can_be_forgotten_while_the_page_is_open(ask):
    window = ask("OH", "Nov 1, 2026")
    assert isinstance(window.my_state, MyState)
    window.my_state.forget()
    window.deadlines.work_out()
    assert window.my_state.report is None
