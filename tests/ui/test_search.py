"""Searching: results while typing, keys that lead to them and back, and an honest line above them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton

from guide_app.library.model import AuthorityRow, Hit, SearchResult
from guide_app.ui.search_results import (
    ROW_ROLE,
    SNIPPET_LINES,
    ResultsModel,
    SearchResults,
    cut_snippet,
    row_of_authority,
    row_of_hit,
)
from guide_app.ui.sidebar import Sidebar
from guide_app.ui.theme import style_sheet
from tests.ui.made_guide import DESHANEY, WARREN

HITS = tuple(
    Hit(f"a/{n}", "a", f"Title {n}", f"Question {n}?", "the police did not come", ((4, 10),), 9.0 - n) for n in range(4)
)
AUTHORITY = AuthorityRow("w", "case", "Warren v. District of Columbia", "444 A.2d 1", "D.C.", "1981")


def result(hits=HITS, *, corrected="", confident=True, authorities=()):
    return SearchResult("question", hits, authorities, corrected, confident)


@pytest.fixture
def results(theme, put_up):
    results = SearchResults(theme)
    results.setStyleSheet(style_sheet(theme.colours))
    return put_up(results)


def rows(results):
    """Return the titles in the list."""
    model = results.list_view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def help_button(results):
    return next(button for button in results.findChildren(QPushButton) if button.text() == "Who can help me?")


# -- the list of results ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_result", "authorities", "line"),
    [
        (result(), (), "4 answers"),
        (result(HITS[:1]), (), "1 answer"),
        (result(HITS[:2], corrected="restraining order"), (), "2 answers for “restraining order”"),
        (result((), confident=False), (), "No answer here for that. Try other words, or see who can help you."),
        (result(HITS[:1], confident=False), (), "This guide may have no answer for that. The nearest it has:"),
        (
            result(HITS[:1], corrected="weather", confident=False),
            (),
            "This guide may have no answer for “weather”. The nearest it has:",
        ),
        (result((), authorities=("w",), confident=False), (AUTHORITY,), "1 answer"),
        (result(HITS, authorities=("w",), confident=True), (AUTHORITY,), "5 answers"),
    ],
)
def test_the_line_above_says_how_it_went_and_is_what_is_announced(results, given_result, authorities, line):
    assert results.show_result(given_result, authorities) == line
    assert results.status == line


@pytest.mark.parametrize(
    ("given_result", "authorities", "offered"),
    [
        (result(), (), False),
        (result((), confident=False), (), True),
        (result(HITS, confident=False), (), True),
        (result((), confident=False, authorities=("w",)), (AUTHORITY,), False),
    ],
)
def test_help_is_offered_where_the_guide_has_no_answer(qtbot, results, given_result, authorities, offered):
    results.show_result(given_result, authorities)
    assert help_button(results).isVisible() is offered
    if offered:
        with qtbot.waitSignal(results.help_wanted):
            qtbot.mouseClick(help_button(results), Qt.MouseButton.LeftButton)


def test_authorities_stand_before_answers(results):
    results.show_result(result(authorities=("w",)), (AUTHORITY,))
    assert rows(results) == ["Warren v. District of Columbia", *(f"Question {n}?" for n in range(4))]


def test_a_screen_reader_hears_question_article_and_snippet(results):
    results.show_result(result(), ())
    index = results.list_view.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Question 0?. Title 0. the police did not come"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Question 0?"


def test_a_click_and_enter_choose_an_answer_or_an_authority(qtbot, results):
    results.show_result(result(authorities=("w",)), (AUTHORITY,))
    view = results.list_view
    with qtbot.waitSignal(results.authority_chosen) as chosen:
        place = view.visualRect(view.model().index(0, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["w"]
    results.focus_first()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(results.section_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["a/0"]


def test_up_on_the_first_row_and_esc_lead_out_of_the_list(qtbot, results):
    results.show_result(result(), ())
    results.focus_first()
    with qtbot.assertNotEmitted(results.left_upwards):
        qtbot.keyClick(results.list_view, Qt.Key.Key_Down)
        qtbot.keyClick(results.list_view, Qt.Key.Key_Up)
    with qtbot.waitSignal(results.left_upwards):
        qtbot.keyClick(results.list_view, Qt.Key.Key_Up)
    with qtbot.waitSignal(results.escaped):
        qtbot.keyClick(results.list_view, Qt.Key.Key_Escape)


def test_the_first_can_be_chosen_without_going_there(qtbot, results):
    results.show_result(result(), ())
    with qtbot.waitSignal(results.section_chosen) as chosen:
        results.choose_first()
    assert chosen.args == ["a/0"]


def test_an_empty_list_is_no_trap(qtbot, results):
    results.show_result(result((), confident=False), ())
    with qtbot.assertNotEmitted(results.section_chosen), qtbot.assertNotEmitted(results.authority_chosen):
        results.choose_first()
        results.focus_first()
        assert not results.list_view.hasFocus()


def test_where_there_is_no_answer_the_keyboard_reaches_help_and_the_way_back(qtbot, results):
    results.show_result(result((), confident=False), ())
    results.focus_first()
    button = help_button(results)
    assert button.hasFocus()
    with qtbot.waitSignal(results.help_wanted):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(results.escaped):
        qtbot.keyClick(button, Qt.Key.Key_Escape)


def test_new_results_start_at_the_top(qtbot, results):
    results.show_result(result(HITS * 10), ())
    results.list_view.scrollToBottom()
    results.show_result(result(HITS * 10), ())
    assert results.list_view.verticalScrollBar().value() == 0


def test_the_model_keeps_qts_rules():
    model = ResultsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(tuple(map(row_of_hit, HITS)))
    model.show((row_of_authority(AUTHORITY),))
    model.show(())
    assert model.rowCount() == 0


def test_the_hit_is_marked_in_the_snippet(results, theme):
    results.show_result(result(HITS[:1]), ())
    view = results.list_view
    image = view.viewport().grab(view.visualRect(view.model().index(0, 0))).toImage()
    marked = sum(
        image.pixelColor(x, y).name() == theme.colours.mark for x in range(image.width()) for y in range(image.height())
    )
    assert marked > 100
    results.show_result(result((Hit("a/1", "a", "T", "Q?", "the police did not come", (), 1.0),)), ())
    image = view.viewport().grab(view.visualRect(view.model().index(0, 0))).toImage()
    assert not any(
        image.pixelColor(x, y).name() == theme.colours.mark for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("width", [240, 320, 600])
def test_a_row_is_wide_enough_for_no_sideways_scrolling_and_high_enough_for_its_lines(results, qtbot, width):
    long = Hit(
        "a/9", "a", "A title " * 10, "Can I sue the city? " * 6, "the police did not come " * 12, ((4, 10),), 1.0
    )
    results.resize(width, 480)
    results.show_result(result((long, *HITS)), ())
    view = results.list_view
    assert view.horizontalScrollBar().maximum() == 0
    heights = [view.sizeHintForIndex(view.model().index(row, 0)).height() for row in range(2)]
    spacing = view.fontMetrics().lineSpacing()
    assert heights[0] >= 5 * spacing
    assert heights[1] >= 3 * spacing
    assert view.model().index(0, 0).data(ROW_ROLE).title == long.heading


# -- the left side ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [90, 160, 280])
def test_a_snippet_that_is_too_long_is_cut_after_a_whole_word_and_says_so(theme, width):
    font, words = theme.chrome_font(), [f"word{number}" for number in range(40)]
    cut = cut_snippet(" ".join(words), font, width)
    assert cut.endswith("…")
    assert cut[:-1].split() == words[: len(cut.split())]
    room = QRect(0, 0, width, 10_000)
    lines = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, cut).height()
    assert lines < (SNIPPET_LINES + 0.5) * QFontMetrics(font).lineSpacing()


@pytest.mark.parametrize("text", ["", "Officers came.", "100 A.3d 63 (D.C. 2014)"])
def test_a_snippet_that_has_room_is_whole(theme, text):
    assert cut_snippet(text, theme.chrome_font(), 280) == text


@pytest.fixture
def built():
    return []


@pytest.fixture
def sidebar(put_up, built):
    sidebar = Sidebar()

    def panel(key):
        def build():
            built.append(key)
            return QLabel(f"panel {key}")

        return build

    sidebar.add_panel("topics", "Topics", panel("topics"))
    sidebar.add_panel("bookmarks", "Bookmarks", panel("bookmarks"))
    sidebar.show_panel("topics")
    return put_up(sidebar)


@pytest.fixture
def searched(qtbot, sidebar):
    """A left side that shows results because something was typed."""
    qtbot.keyClicks(sidebar.search_box, "cops")
    sidebar.show_results(QLabel("results"))
    assert visible_text(sidebar) == "results"
    return sidebar


def visible_text(sidebar):
    return next(
        label.text()
        for label in sidebar.findChildren(QLabel)
        if label.isVisible() and (label.text().startswith("panel") or label.text() == "results")
    )


def tab(sidebar, words):
    return next(button for button in sidebar.findChildren(QPushButton) if button.text() == words)


def test_a_panel_is_built_when_it_is_first_shown(qtbot, sidebar, built):
    assert built == ["topics"]
    assert sidebar.built("bookmarks") is None
    qtbot.mouseClick(tab(sidebar, "Bookmarks"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tab(sidebar, "Topics"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tab(sidebar, "Bookmarks"), Qt.MouseButton.LeftButton)
    assert built == ["topics", "bookmarks"]
    assert visible_text(sidebar) == "panel bookmarks"
    assert sidebar.built("bookmarks") is sidebar.panel("bookmarks")


def test_the_chosen_panel_is_told(qtbot, sidebar):
    with qtbot.waitSignal(sidebar.panel_shown) as shown:
        qtbot.mouseClick(tab(sidebar, "Bookmarks"), Qt.MouseButton.LeftButton)
    assert shown.args == ["bookmarks"]
    assert sidebar.current_panel == "bookmarks"


def test_what_is_typed_is_told_letter_by_letter(qtbot, sidebar):
    told = []
    sidebar.question_changed.connect(told.append)
    qtbot.keyClicks(sidebar.search_box, "co")
    assert told == ["c", "co"]


@pytest.mark.parametrize("rest", ["", "   "])
def test_an_emptied_box_brings_the_panel_back(searched, rest):
    searched.search_box.setText(rest)
    assert visible_text(searched) == "panel topics"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Down, "results_wanted"),
        (Qt.Key.Key_Return, "first_result_wanted"),
        (Qt.Key.Key_Enter, "first_result_wanted"),
        (Qt.Key.Key_Escape, "search_left"),
    ],
)
def test_keys_that_lead_out_of_the_box(qtbot, sidebar, key, signal):
    qtbot.keyClicks(sidebar.search_box, "cops")
    with qtbot.waitSignal(getattr(sidebar, signal)):
        qtbot.keyClick(sidebar.search_box, key)
    assert sidebar.search_box.text() == ("" if key == Qt.Key.Key_Escape else "cops")


def test_a_tab_ends_the_search(qtbot, searched):
    qtbot.mouseClick(tab(searched, "Bookmarks"), Qt.MouseButton.LeftButton)
    assert searched.search_box.text() == ""
    assert visible_text(searched) == "panel bookmarks"


def test_the_tab_of_the_panel_below_the_results_brings_it_back(qtbot, searched):
    """The tab that is chosen already must work too: a reader sees results and clicks "Topics" to leave them."""
    qtbot.mouseClick(tab(searched, "Topics"), Qt.MouseButton.LeftButton)
    assert visible_text(searched) == "panel topics"
    assert searched.search_box.text() == ""


def test_a_pasted_page_is_cut(qtbot, sidebar):
    sidebar.search_box.insert("word " * 1000)
    assert len(sidebar.search_box.text()) <= 500


def test_a_left_side_without_panels_can_be_searched(qtbot, qapp):
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    with qtbot.waitSignals([sidebar.question_changed] * 2):
        sidebar.search_box.setText("x")
        sidebar.search_box.clear()


# -- in the window ---------------------------------------------------------------------------------------------------


def type_(qtbot, window, text):
    qtbot.keyClicks(window.sidebar.search_box, text)


def test_an_everyday_question_is_answered_while_typing_and_opened_by_enter(qtbot, window):
    type_(qtbot, window, "the cops never showed up")
    assert window.searching.results.isVisible()
    assert rows(window.searching.results)[0] == "Do the police have to protect me?"
    window.navigator.open_target("warren")
    qtbot.keyClick(window.sidebar.search_box, Qt.Key.Key_Return)
    assert window.section == "duty/protect"


def test_down_enters_the_list_enter_opens_and_up_returns(qtbot, window):
    type_(qtbot, window, "police")
    qtbot.keyClick(window.sidebar.search_box, Qt.Key.Key_Down)
    view = window.searching.results.list_view
    assert view.hasFocus()
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    target = view.currentIndex().data(ROW_ROLE).target
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.section == target
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert window.sidebar.search_box.hasFocus()
    assert window.sidebar.search_box.selectedText() == "police"


@pytest.mark.parametrize("from_list", [False, True])
def test_esc_returns_to_the_tree_from_box_and_list(qtbot, window, from_list):
    type_(qtbot, window, "police")
    widget = window.sidebar.search_box
    if from_list:
        qtbot.keyClick(widget, Qt.Key.Key_Down)
        widget = window.searching.results.list_view
    qtbot.keyClick(widget, Qt.Key.Key_Escape)
    assert window.tree.isVisible()
    assert window.tree.hasFocus()
    assert window.sidebar.search_box.text() == ""


@pytest.mark.parametrize(
    ("typed", "authority"),
    [
        ("489 U.S. 189", DESHANEY),
        ("489 us 189", DESHANEY),
        ("444 A.2d 1", WARREN),
        ("42 USC 1983", "usc-42-1983"),
        ("42 U.S.C. § 1983", "usc-42-1983"),
    ],
)
def test_a_pasted_citation_leads_to_its_authority(qtbot, window, typed, authority):
    window.sidebar.search_box.insert(typed)
    qtbot.keyClick(window.sidebar.search_box, Qt.Key.Key_Return)
    assert window.drawer.key == f"authority:{authority}"


def test_a_question_without_an_answer_says_so_and_offers_help(qtbot, window):
    type_(qtbot, window, "zzyzx qwerty blorp")
    assert "no answer" in window.searching.results.status.lower()
    qtbot.mouseClick(help_button(window.searching.results), Qt.MouseButton.LeftButton)
    assert window.sidebar.current_panel == "help"


def test_results_are_announced_without_moving_the_focus(qtbot, window, monkeypatch):
    said = []
    monkeypatch.setattr(window.notices, "announce", said.append)
    type_(qtbot, window, "police")
    assert said
    assert said[-1] == window.searching.results.status
    assert window.sidebar.search_box.hasFocus()


NASTY = (
    "don't", "it's \"so\"", "AND OR NOT NEAR", "NEAR(a b)", "title:x", "a*", "*", "-", "--", "^x", "(", ")", "{}", "[", "§",  # noqa: E501
    "§ 1983", "42 U.S.C. § 1983(b)", "a.b.c", "?!", "%", "_", "\\", "'; DROP TABLE section; --", "\x00", "a\x00b", "\x07",  # noqa: E501
    "\x1b[31m", "\u202eabc", "\ufeff", "\ud800", "é", "e\u0301", "ñandú", "日本語", "🚔🚔", "\u200d", "1" * 500, "a" * 500,  # noqa: E501
    "a " * 250, "\t", "\n", "a\nb", "“curly”", "<b>x</b>", "&amp;", "C:\\x", "https://x/y?z=1&a=b", "NULL", "0x0", "-1",
    "col : x", '"', '""', "''", "`", "𝕏", "ﬁle", "ⅷ",
)  # fmt: skip


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_any_text_can_be_typed(window, qtbot, text):
    box = window.sidebar.search_box
    for length in {1, len(text) // 2, len(text)}:
        box.setText(text[:length])
        window.searching.results.list_view.repaint()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert window.tree.isVisible()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_raises(shipped_library, results, text):
    found = shipped_library.search(text)
    authorities = tuple(map(shipped_library.authority_row, found.authority_ids))
    assert results.show_result(found, authorities)
    results.list_view.viewport().repaint()
