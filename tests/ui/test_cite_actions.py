"""Citing from the window: what is copied, what is said, and the list of what was copied."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QRadioButton

from guide_app.app import cite_options
from guide_app.library.reader import Library
from guide_app.settings import Settings
from guide_app.ui.citable import form_rows
from tests.ui.finding import button, buttons, texts
from tests.ui.made_guide import DESHANEY, SECTION_1983, WARREN

USUAL = cite_options(Settings())
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WARREN_FULL = "Warren v. District of Columbia, 444 A.2d 1, 3 (D.C. 1981) (en banc)"
ANSWER = (
    "Police Liability Guide, “Do the police have to protect me?,” in Do the police have to come when I call? "
    "(version 9.9.9, reviewed Nov. 24, 2026) [desktop program]"
)


@pytest.fixture
def copied(clipboard):
    """Return what is on the clipboard."""
    return clipboard.mimeData


@pytest.fixture
def copied_lines(copied):
    """Return the lines of the text on the clipboard, with ordinary spaces."""
    return lambda: copied().text().replace("\xa0", " ").splitlines()


def test_the_citation_of_an_answer_names_it_the_guide_and_what_it_rests_on(qtbot, window, copied):
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    assert copied().text().splitlines() == [ANSWER, WARREN_FULL]
    assert f"<i>{'Warren v. District of Columbia'}</i>" in copied().html()
    assert b"{\\i Warren v. District of Columbia}" in copied().data("text/rtf").data()
    assert window.notices.text.startswith("Citation copied.")


def test_it_says_that_the_copy_goes_with_the_program_where_it_does(qtbot, window):
    qtbot.mouseClick(window.bar.copy_button, Qt.MouseButton.LeftButton)
    assert window.notices.text == "Citation copied. Paste it before you close the guide."


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("bluebook", "Citation copied."),
        ("short", "Citation (Bluebook, short form) copied."),
        ("csl-json", "Citation (CSL-JSON) copied."),
    ],
)
def test_it_says_in_which_form_where_that_is_not_the_usual_one(qtbot, window, form, said):
    window.cite.choose_form(form)
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    assert window.notices.text.startswith(said)


def test_a_clipboard_held_by_another_program_is_said_and_tried_again(qtbot, window, clipboard):
    clipboard.held_by_another = True
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    assert window.notices.text == "Citation not copied: another program holds the clipboard."
    assert window.cite.cite_list == ()
    clipboard.held_by_another = False
    qtbot.mouseClick(button(window.notices, "Try again"), Qt.MouseButton.LeftButton)
    assert window.notices.text.startswith("Citation copied.")
    assert clipboard.data.text().startswith("Police Liability Guide")
    assert labels(window) == ["Do the police have to protect me?"]


def test_a_case_that_is_no_longer_what_it_was_is_copied_with_a_word_about_it(qtbot, window, monkeypatch):
    written = Library.authority
    limited = {"standing": "limited", "standing_note": "A statute narrowed it."}
    monkeypatch.setattr(
        Library,
        "authority",
        lambda self, identity: replace(written(self, identity), **limited if "-v-" in identity else {}),
    )
    window.cite.copy(window.cite.of_authority(SECTION_1983))
    assert window.notices.text == "Citation copied. Paste it before you close the guide."
    window.cite.copy(window.cite.of_authority(WARREN))
    standing = "Warren v. District of Columbia counts only within limits: see its card."
    assert window.notices.text == f"Citation copied. {standing} Paste it before you close the guide."
    window.cite.copy(window.cite.table_of(("duty/protect", "warren/decided"), "All"))
    assert "2 of its cases count only within limits or were superseded: see their cards." in window.notices.text
    window.cite.copy_text("Address", "https://example.org")
    assert "limits" not in window.notices.text
    window.cite_pages.show_forms_of_authority(WARREN)
    assert "Warren v. District of Columbia counts only within limits. A statute narrowed it." in texts(window.drawer)


def test_the_section_being_read_is_the_one_that_is_cited(qtbot, window, copied):
    window.navigator.open_target("warren/decided")
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    lines = copied().text().splitlines()
    assert "What did the court decide?" in lines[0]
    assert lines[1] == WARREN_FULL
    assert lines[2].startswith("DeShaney v. Winnebago")
    assert "489 U.S. 189 (1989)" in lines[2]


def test_the_citation_under_the_keyboard_is_copied_with_its_page(qtbot, window, copied):
    window.article.setFocus()
    qtbot.keyClick(window.article, Qt.Key.Key_Tab)
    qtbot.keyClick(window, Qt.Key.Key_A, CTRL_SHIFT)
    assert window.notices.text == "Move to a citation first: with Tab, or with the pointer."
    qtbot.keyClick(window.article, Qt.Key.Key_Tab)
    qtbot.keyClick(window, Qt.Key.Key_A, CTRL_SHIFT)
    assert copied().text() == WARREN_FULL


def test_the_open_card_is_what_the_key_means_where_no_citation_has_the_keyboard(qtbot, window, copied):
    window.follow_link(f"cite:{DESHANEY}@195")
    qtbot.keyClick(window, Qt.Key.Key_A, CTRL_SHIFT)
    assert "489 U.S. 189, 195 (1989)" in copied().text()


def test_a_row_of_the_list_is_what_the_key_means_while_it_has_the_keyboard(qtbot, window, copied):
    window.follow_link(f"cite:{DESHANEY}@195")
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    panel = window.sidebar.panel("cases")
    qtbot.keyClicks(panel.filter_box, "444 A.2d 1")
    qtbot.keyClick(panel.filter_box, Qt.Key.Key_Down)
    qtbot.keyClick(window, Qt.Key.Key_A, CTRL_SHIFT)
    assert copied().text() == "Warren v. District of Columbia, 444 A.2d 1 (D.C. 1981) (en banc)"


def select(window, first, last):
    start, end = window.article.document().find(first), window.article.document().find(last)
    cursor = window.article.textCursor()
    cursor.setPosition(start.selectionStart())
    cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    window.article.setTextCursor(cursor)


def test_a_selection_is_copied_with_the_line_that_says_where_it_is_from(qtbot, window, copied):
    qtbot.keyClick(window, Qt.Key.Key_X, CTRL_SHIFT)
    assert window.notices.text == "Select some text first."
    select(window, "In general", "at 3).")
    qtbot.keyClick(window, Qt.Key.Key_X, CTRL_SHIFT)
    assert copied().text().splitlines() == ["In general, no (Warren, 444 A.2d at 3).", ANSWER]
    assert "(<i>Warren</i>, 444 A.2d at 3)" in copied().html()
    window.cite.choose_options(USUAL._replace(emphasis="underline"))
    qtbot.keyClick(window, Qt.Key.Key_X, CTRL_SHIFT)
    assert "(<u>Warren</u>, 444 A.2d at 3)" in copied().html()


def test_a_selection_is_from_the_answer_in_which_it_stands_and_not_the_one_being_read(qtbot, window, copied_lines):
    select(window, "beta0", "beta1")
    assert window.reading.section == "duty/protect"
    qtbot.keyClick(window, Qt.Key.Key_X, CTRL_SHIFT)
    assert "“Can I sue when they did not come?,”" in copied_lines()[-1]
    select(window, "In general", "beta1")
    qtbot.keyClick(window, Qt.Key.Key_X, CTRL_SHIFT)
    whole = "Police Liability Guide, Do the police have to come when I call? (version 9.9.9, reviewed Nov. 24, 2026)"
    assert copied_lines()[-1].startswith(whole)


def test_selected_cells_of_one_row_stay_on_one_line(qtbot, window, copied):
    select(window, "Today", "A short last answer")
    qtbot.keyClick(window, Qt.Key.Key_X, CTRL_SHIFT)
    # Qt takes a table in whole once the selection leaves it
    assert copied().text().splitlines()[:-1] == ["When\tWhat", "Today\tWrite it down", "A short last answer"]


def test_two_selections_of_one_answer_are_both_listed(qtbot, window):
    for words in ("In general", "public duty rule"):
        select(window, words, words)
        qtbot.keyClick(window, Qt.Key.Key_X, CTRL_SHIFT)
    assert [entry.first_line(USUAL) for entry in window.cite.cite_list] == ["In general", "public duty rule"]


def test_ctrl_c_copies_the_selection_alone(qtbot, window):
    select(window, "In general", "at 3).")
    window.article.setFocus()
    qtbot.keyClick(window.article, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "In general, no (Warren, 444 A.2d at 3)."
    assert "color" not in data.html()
    QGuiApplication.clipboard().clear()  # else Python frees at its end what Qt's clipboard still holds, and crashes


# -- other forms -----------------------------------------------------------------------------------------------------


def radio(window, words):
    return next(each for each in window.drawer.findChildren(QRadioButton) if each.text().startswith(words))


def preview(window):
    return window.drawer.findChild(QLabel, "citationPreview").text()


@pytest.fixture
def forms(qtbot, window):
    qtbot.mouseClick(window.bar.forms_button, Qt.MouseButton.LeftButton)
    assert window.drawer.key == "forms"
    return window


def test_the_present_form_is_chosen_and_shown(forms):
    assert radio(forms, "Bluebook").isChecked()
    assert "<i>Warren v. District of Columbia</i>" in preview(forms)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Bluebook, short form", "444 A.2d at 3"),
        ("Markdown", "*Warren v. District of Columbia*"),
        ("RIS", "TY  - CASE"),
        ("BibTeX", "@"),
        ("CSL", '"type"'),
    ],
)
def test_another_form_is_shown_copied_and_kept(qtbot, forms, copied, words, part):
    with qtbot.waitSignal(forms.setting_chosen) as chosen:
        radio(forms, words).click()
    assert chosen.args[0] == "citation_form"
    assert part in preview(forms)
    qtbot.mouseClick(button(forms.drawer, "Copy"), Qt.MouseButton.LeftButton)
    assert part in copied().text()
    forms.drawer.close_drawer()
    qtbot.mouseClick(forms.bar.forms_button, Qt.MouseButton.LeftButton)
    assert radio(forms, words).isChecked()


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("Underline instead of italics", USUAL._replace(emphasis="underline")),
        ("Curly quotation marks", USUAL._replace(quotes="straight")),
        ("Parallel citations", USUAL._replace(parallel=True)),
    ],
)
def test_a_style_is_shown_and_kept(qtbot, forms, words, options):
    told = {}
    forms.setting_chosen.connect(told.__setitem__)
    next(box for box in forms.drawer.findChildren(QCheckBox) if box.text() == words).click()
    assert forms.cite.options == options
    assert told == {
        "citation_emphasis": options.emphasis,
        "citation_quotes": options.quotes,
        "parallel_cites": options.parallel,
    }
    if options.emphasis == "underline":
        assert "<u>Warren" in preview(forms)


def test_an_answer_without_authorities_has_nothing_for_a_reference_manager(qtbot, window):
    window.navigator.open_target("duty/federal")
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL_SHIFT)
    assert not radio(window, "RIS").isEnabled()
    assert radio(window, "Markdown").isEnabled()


def test_copying_in_a_form_that_has_nothing_says_so(qtbot, window, copied):
    window.cite.choose_form("ris")
    window.navigator.open_target("duty/federal")
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    assert "rests on no case or law" in window.notices.text
    assert copied() is None


def offered(window):
    """Return the words of what can be copied, the chosen one first marked."""
    words = [each.text() for each in window.drawer.findChildren(QRadioButton)]
    return words[: words.index("Bluebook")]


def test_what_can_be_copied_here_is_offered_beside_the_answer(qtbot, window, copied):
    table = "All cases and laws of the article, as a table of authorities"
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL_SHIFT)
    assert offered(window) == ["This answer", table]
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    select(window, "In general", "at 3).")
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL_SHIFT)
    assert offered(window) == ["This answer", "The selected text, with its source", table, "The cite list (1)"]
    radio(window, "The selected text").click()
    qtbot.mouseClick(button(window.drawer, "Copy"), Qt.MouseButton.LeftButton)
    assert copied().text().splitlines() == ["In general, no (Warren, 444 A.2d at 3).", ANSWER]
    assert not radio(window, "RIS").isEnabled()
    radio(window, "This answer").click()
    assert radio(window, "RIS").isEnabled()
    assert ANSWER.split(",", maxsplit=1)[0] in preview(window)


def test_enter_presses_the_button_that_has_the_keyboard(qtbot, forms, copied):
    assert forms.focusWidget().text() == "Copy"
    qtbot.keyClick(forms.focusWidget(), Qt.Key.Key_Return)
    assert copied().text().splitlines() == [ANSWER, WARREN_FULL]


@pytest.fixture
def one(window):
    """The forms of one case."""
    window.cite_pages.show_forms_of_authority(DESHANEY, "195")
    return window


def pin_box(window):
    return next(box for box in window.drawer.findChildren(QLineEdit) if box.accessibleName().startswith("Page"))


def test_a_page_can_be_typed_and_is_copied(qtbot, one, copied):
    assert pin_box(one).text() == "195"
    pin_box(one).setText("196-97, 201")
    assert "489 U.S. 189, 196–97, 201 (1989)" in preview(one).replace("&#8211;", "–")
    qtbot.mouseClick(button(one.drawer, "Copy"), Qt.MouseButton.LeftButton)
    assert "189, 196–97, 201 (1989)" in copied().text()


def test_what_is_no_page_is_refused_with_the_reason_whatever_is_pressed_next(qtbot, one):
    pin_box(one).setText("the holding")
    copy = button(one.drawer, "Copy")
    assert any("is no pinpoint" in words for words in texts(one.drawer))
    assert not copy.isEnabled()
    radio(one, "Markdown").click()
    next(box for box in one.drawer.findChildren(QCheckBox) if box.text() == "Parallel citations").click()
    assert not copy.isEnabled()
    pin_box(one).setText("")
    assert copy.isEnabled()
    assert preview(one).endswith("489 U.S. 189, 109 S. Ct. 998, 103 L. Ed. 2d 249 (1989)")


def test_a_page_before_the_first_is_only_a_warning(one):
    pin_box(one).setText("100")
    assert any("Page 100 is before the first page of this case, 189." in words for words in texts(one.drawer))
    assert button(one.drawer, "Copy").isEnabled()


def test_the_way_back_from_the_forms_of_a_card_is_the_card(qtbot, window):
    window.follow_link(f"cite:{WARREN}@3")
    qtbot.mouseClick(button(window.drawer.content, "Other forms"), Qt.MouseButton.LeftButton)
    assert pin_box(window).text() == "3"
    window.drawer.go_back()
    assert window.drawer.key == f"authority:{WARREN}"


def test_bibtex_comes_with_its_warning(forms):
    radio(forms, "BibTeX").click()
    assert any("BibTeX has no types for cases and laws" in words for words in texts(forms.drawer))


def test_a_table_of_authorities_of_the_article(qtbot, window, copied_lines):
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL_SHIFT)
    assert any("Table of authorities" in words for words in texts(window.drawer))
    qtbot.mouseClick(button(window.drawer, "Copy"), Qt.MouseButton.LeftButton)
    text = "\n".join(copied_lines())
    assert text.index("Cases") < text.index("Warren v. District of Columbia") < text.index("42 U.S.C. § 1983")


def test_a_table_of_authorities_of_the_bookmarks(qtbot, window, copied_lines):
    key = Qt.Key.Key_B
    qtbot.keyClick(window, key, CTRL_SHIFT)
    assert window.notices.text == "No bookmarked answer rests on a case or law."
    window.navigator.open_target("warren/decided")
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    window.navigator.open_target("today")
    qtbot.keyClick(window, key, CTRL_SHIFT)
    qtbot.mouseClick(button(window.drawer, "Copy"), Qt.MouseButton.LeftButton)
    assert [line.split(" v. ")[0] for line in copied_lines()] == ["Cases", "DeShaney", "Warren"]


# -- the cite list ---------------------------------------------------------------------------------------------------


def test_the_list_is_empty_at_first_and_says_how_it_fills(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL_SHIFT)
    assert any("Nothing has been copied yet" in words for words in texts(window.drawer))
    assert buttons(window.drawer) == ["Close"]


@pytest.fixture
def listed(window):
    """A window in which an answer and two authorities were copied."""
    for citable in (
        window.cite.of_section("duty/protect"),
        window.cite.of_authority(DESHANEY),
        window.cite.of_authority(SECTION_1983),
    ):
        assert window.cite.copy(citable)
    window.actions_by_key["cite_list"].trigger()
    return window


def labels(window):
    return [entry.label for entry in window.cite.cite_list]


DESHANEY_NAME = "DeShaney v. Winnebago County Department of Social Services"


def test_what_was_copied_is_listed_once_in_order(listed):
    listed.cite.copy(listed.cite.of_authority(DESHANEY))
    assert labels(listed) == [
        "Do the police have to protect me?",
        DESHANEY_NAME,
        "Civil action for deprivation of rights",
    ]
    assert [words for words in texts(listed.drawer) if words in labels(listed)] == labels(listed)


def test_the_list_can_be_put_in_order_shortened_and_emptied(qtbot, listed):
    qtbot.mouseClick(button(listed.drawer, f"Up: {DESHANEY_NAME}"), Qt.MouseButton.LeftButton)
    assert labels(listed)[0] == DESHANEY_NAME
    qtbot.mouseClick(button(listed.drawer, f"Down: {DESHANEY_NAME}"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(listed.drawer, f"Remove: {DESHANEY_NAME}"), Qt.MouseButton.LeftButton)
    assert DESHANEY_NAME not in labels(listed)
    assert DESHANEY_NAME not in texts(listed.drawer)
    qtbot.mouseClick(button(listed.drawer, "Empty the list"), Qt.MouseButton.LeftButton)
    assert labels(listed) == []


def test_the_ends_of_the_list_cannot_be_left(listed):
    first, last = labels(listed)[0], labels(listed)[-1]
    assert not button(listed.drawer, f"Up: {first}").isEnabled()
    assert not button(listed.drawer, f"Down: {last}").isEnabled()


def test_the_whole_list_is_copied_in_its_order_and_is_not_listed_itself(qtbot, listed, copied_lines):
    before = labels(listed)
    qtbot.mouseClick(button(listed.drawer, "Copy or save the list"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(listed.drawer, "Copy"), Qt.MouseButton.LeftButton)
    lines = copied_lines()
    assert lines[:2] == [ANSWER, WARREN_FULL]
    assert "489 U.S. 189" in lines[2]
    assert "42 U.S.C. § 1983" in lines[3]
    assert labels(listed) == before


def test_the_list_as_a_table(qtbot, listed, copied):
    qtbot.mouseClick(button(listed.drawer, "As a table of authorities"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(listed.drawer, "Copy"), Qt.MouseButton.LeftButton)
    text = copied().text()
    assert text.index("DeShaney") < text.index("Warren")
    assert len(labels(listed)) == 3


def test_pages_of_one_case_copied_apart_are_all_in_the_file_of_a_reference_manager(window):
    for page in ("201", "195"):
        window.cite.copy(window.cite.of_authority(DESHANEY, page))
    assert "Pinpoint 195, 201" in window.cite.whole_list().file_text("ris", USUAL)


def test_of_a_long_result_the_beginning_is_shown(window):
    window.cite_pages.show_forms_of_authority(WARREN)
    radio(window, "CSL").click()
    assert preview(window).splitlines()[0] == "["
    assert len(preview(window).splitlines()) == 13
    assert re.search(r"… and \d+ more lines$", preview(window))
    radio(window, "Bluebook").click()
    assert "more lines" not in preview(window)


def test_each_form_says_what_it_is_good_for(forms):
    assert any("or if you are not sure." in words for words in texts(forms.drawer))
    for row in form_rows():
        chosen = next(one for one in forms.drawer.findChildren(QRadioButton) if one.text() == row.words)
        assert chosen.accessibleDescription() == row.use
        chosen.click()
        assert row.use in texts(forms.drawer)


def test_the_sources_of_a_page_come_once_each(window):
    sources = window.cite.sources_html(("duty/protect", "warren/decided"))
    assert len(sources) == 2
    assert sources[0].startswith("<i>Warren v. District of Columbia</i>, 444 A.2d 1")


@pytest.mark.parametrize(
    ("authority", "pinpoint", "part"), [(WARREN, "3", "444 A.2d 1, 3"), (WARREN, "", "444 A.2d 1 (D.C. 1981)")]
)
def test_the_full_citation_of_an_authority(window, authority, pinpoint, part):
    assert part in window.cite.authority_html(authority, pinpoint)
