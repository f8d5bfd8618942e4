"""The page of a state: what the data says of its rule and its claim, with sources, and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from guide_app.dates import in_words
from guide_app.kiosk.policy import policy_for
from guide_app.places import state_words as say
from guide_app.places.deadline_words import REQUIRED
from guide_app.places.state import Note
from guide_app.places.state_words import CHECK_NOW, NOTICE_IS
from guide_app.settings import Settings
from guide_app.ui import state_rows as rows
from guide_app.ui.deadline_rows import TRAPS_TITLE
from guide_app.ui.source_links import SourceLink
from guide_app.ui.state_page import StatePage
from tests.places.shipped import raw_states, states
from tests.ui.finding import button, buttons, texts
from tests.ui.supported import shown_words, unsupported
from tests.ui.test_accessibility import controls, name_of

# Every sentence of the page that is not the entry's own, read over one by one.
READ_OVER = (
    *REQUIRED.values(), *say.CONFIDENCES.values(), *(text for both in say.CIVIL_RIGHTS.values() for text in both),
    rows.RULE, rows.CIVIL_RIGHTS, rows.NOTICE, NOTICE_IS, CHECK_NOW, TRAPS_TITLE, "How we read it",
    "State and date read", "Read on", "Sources", "We read these sources by", "No citator was used.",
)  # fmt: skip


@pytest.fixture
def open_shipped(open_window, shipped_library):
    def open_(state="", **parts):
        window = open_window(library=shipped_library, **parts)
        window.my_state.choose(state)
        return window

    return open_


def page_of(abbreviation):
    return StatePage(states()[abbreviation], lambda ids: (), ())


@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
def test_no_state_gets_a_sentence_that_its_data_does_not_support(qtbot, raw):
    page = page_of(raw["state"])
    qtbot.addWidget(page)
    shown = shown_words(page)
    for text in shown:
        assert not unsupported(text, raw, READ_OVER), text
    whole = " ".join(shown)
    assert f"{raw['public_duty']['label']}." in shown
    assert " ".join(raw["public_duty"]["one_line"].split()) in shown, "a label never stands without its line"
    assert say.CIVIL_RIGHTS[raw["state_civil_rights_claim"]][0] in shown
    if raw["state_civil_rights_claim"] == "unknown":
        assert say.CIVIL_RIGHTS["no"][1] not in whole
        assert "That is not a no." in whole
    if raw["notice"]["required"] == "unknown":
        assert REQUIRED["no"] not in whole
    assert "abolish" not in whole.casefold()
    assert whole.count(CHECK_NOW) >= 3
    assert f"Read on {in_words(states()[raw['state']].read_on)}." in whole
    assert all(" ".join(trap.split()) in shown for trap in raw["traps"])


@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
def test_paper_and_copy_say_the_same(raw):
    entry = states()[raw["state"]]
    links = (SourceLink("x", "Some v. Case", "<i>Some v. Case</i>, 1 U.S. 1"),)
    html = rows.state_html(entry, lambda ids: links)
    text = rows.state_text(entry, lambda ids: links)
    assert html.count("<li><i>Some v. Case</i>, 1 U.S. 1</li>") == 1
    assert "Sources: Some v. Case." in text
    for part in rows.state_parts(entry, lambda ids: ()):
        for line in (part.answer, part.meaning, *part.prose):
            assert line in text
    assert entry.one_line in text


def test_a_clinics_note_is_shown_as_the_clinics(qtbot):
    from dataclasses import replace

    entry = states()["OH"]
    note = Note(
        summary="ask us first.",
        remark="As of 2026.",
        sources=("door.example",),
        confidence="clinic",
        by="Door Legal Aid",
    )
    page = StatePage(replace(entry, notes=replace(entry.notes, public_duty=note)), lambda ids: (), ())
    qtbot.addWidget(page)
    shown = shown_words(page)
    at = shown.index("A note of Door Legal Aid:")
    assert shown[at + 1 : at + 4] == ["Ask us first.", "As of 2026.", "Source: door.example"]
    assert say.CONFIDENCES["clinic"] in shown


def test_it_leads_to_the_dates_to_help_and_to_the_text(qtbot, open_shipped):
    window = open_shipped("OH")
    for words, key, section in (
        ("How long do I have?", "deadline", None),
        ("In the guide’s text", "", "state-rules/oh"),
        ("Find help in Ohio", "", None),
        ("Compare all states", "comparison", None),
    ):
        window.state_pages.show_own()
        assert window.drawer.key == "state:OH"
        qtbot.mouseClick(button(window.drawer, words), Qt.MouseButton.LeftButton)
        assert window.drawer.key == key
        assert section is None or window.section == section


def test_help_opens_for_the_state_of_the_page(qtbot, open_shipped):
    window = open_shipped("OH")
    window.state_pages.show_state("TX")
    with qtbot.waitSignal(window.state_pages.help_wanted) as wanted:
        qtbot.mouseClick(button(window.drawer, "Find help in Texas"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["TX"]


def test_another_state_can_be_made_ones_own(qtbot, open_shipped):
    window = open_shipped("OH")
    window.state_pages.show_state("TX")
    assert "How long do I have?" not in buttons(window.drawer), "the dates would be another state's"
    qtbot.mouseClick(button(window.drawer, "Make Texas my state"), Qt.MouseButton.LeftButton)
    assert window.my_state.abbreviation == "TX"
    assert "How long do I have?" in buttons(window.drawer)


def test_pages_of_the_state_before_do_not_come_back(qtbot, open_shipped):
    window = open_shipped("OH")
    window.state_pages.show_own()
    qtbot.mouseClick(button(window.drawer, "How long do I have?"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(window.drawer, "Change the state"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "")
    line = window.drawer.content.line
    line.setFocus()
    qtbot.keyClicks(line, "texas")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.drawer.key == "deadline"
    assert "How long do I have in Texas?" in texts(window.drawer)
    window.drawer.go_back()
    assert window.drawer.key == "my-state"
    assert "Back" not in buttons(window.drawer)


def test_a_source_opens_its_card_and_back_leads_here(qtbot, open_shipped):
    window = open_shipped("OH")
    window.state_pages.show_own()
    words = "Estate of Graves (Ohio 2010), source of The public duty rule"
    qtbot.mouseClick(button(window.drawer, words), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "authority:estate-of-graves-v-circleville-2010"
    qtbot.mouseClick(button(window.drawer, "Back to The rules in Ohio"), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "state:OH"


def test_a_case_that_is_not_what_it_was_says_so(open_shipped):
    window = open_shipped("OH")
    window.state_pages.show_own()
    assert "Sawicki (Ohio 1988), later limited" in buttons(window.drawer)


def test_without_rules_the_page_of_the_state_says_so(open_shipped):
    window = open_shipped("PR")
    window.state_pages.show_own()
    assert window.drawer.key == "my-state"
    assert "no rules or deadlines for Puerto Rico" in " ".join(texts(window.drawer))


def test_it_is_copied_printed_and_saved(qtbot, open_shipped, clipboard, monkeypatch, tmp_path):
    file = tmp_path / "rules.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    printed = []
    window = open_shipped("OH")
    monkeypatch.setattr(type(window.state_pages._paper), "print_page", lambda _self, *page, **_: printed.append(page))
    window.state_pages.show_own()
    for words in ("Copy", "Print", "Save as PDF…"):
        qtbot.mouseClick(button(window.drawer, words), Qt.MouseButton.LeftButton)
    assert clipboard.data.text().startswith("The rules in Ohio\n")
    assert printed[0][0] == "The rules in Ohio"
    assert "Sawicki" in printed[0][1]
    assert file.read_bytes().startswith(b"%PDF")


def test_a_kiosk_offers_no_file(open_shipped):
    window = open_shipped("OH", policy=policy_for(Settings(), kiosk=True))
    window.state_pages.show_own()
    assert not {"Print", "Save as PDF…"} & set(buttons(window.drawer))
    assert "Copy" in buttons(window.drawer)


@pytest.mark.parametrize(("width", "text_size"), [(640, 100), (640, 200), (1280, 100), (1920, 150)])
def test_every_control_has_a_name_of_its_own_and_nothing_is_cut(open_shipped, width, text_size):
    window = open_shipped("IL", size=(width, 768), text_size=text_size)
    window.state_pages.show_own()
    for _ in range(4):
        QApplication.processEvents()
    mine = [each for each in controls(window) if window.drawer.isAncestorOf(each)]
    names = [name_of(each) for each in mine]
    assert all(names)
    assert len(names) == len(set(names))
    for each in mine:
        assert each.height() >= 24, name_of(each)
        assert each.mapTo(window.drawer, each.rect().topRight()).x() <= window.drawer.rect().right(), name_of(each)
