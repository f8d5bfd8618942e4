"""Cases and laws: all of them, grouped, found while typing."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from guide_app.library.model import AuthorityRow, ListedAuthority
from guide_app.ui.authorities_panel import AuthoritiesPanel
from guide_app.ui.authority_rows import BY_TOPIC, FEDERAL
from guide_app.ui.theme import Theme, style_sheet
from tests.ui.finding import button
from tests.ui.made_guide import WARREN


def listed(identity, kind, name, cite, place, year="", state="", words=""):
    return ListedAuthority(AuthorityRow(identity, kind, name, cite, place, year), state, words)


ROWS = (
    listed("warren", "case", "Warren v. District of Columbia", "444 A.2d 1", "D.C. Court of Appeals", "1981",
           "District of Columbia", "444 a2d 1 The public duty rule"),
    listed("deshaney", "case", "DeShaney v. Winnebago County", "489 U.S. 189", "U.S. Supreme Court", "1989",
           words="489 us 189 109 sct 998 The public duty rule Warren: why did they lose?"),
    listed("pena", "case", "Peña v. DePrisco", "432 F.3d 98", "Second Circuit", "2005"),
    listed("usc1986", "statute", "Neglect to prevent", "42 U.S.C. § 1986", "United States"),
    listed("usc242", "statute", "Rights under color of law", "42 U.S.C. § 242", "United States"),
    listed("ny", "statute", "Notice of claim", "N.Y. Gen. Mun. Law § 50-e", "New York", state="New York"),
    listed("const", "constitution", "Fourteenth Amendment", "U.S. Const. amend. XIV, § 1", "United States"),
    listed("nena", "source", "Estimate of 911 calls a year", "NENA", "", "2011"),
)  # fmt: skip
IN_ORDER = [row.row.id for row in ROWS]


@pytest.fixture
def panel(put_up, theme):
    panel = AuthoritiesPanel(ROWS, theme)
    panel.setStyleSheet(style_sheet(theme.colours))
    return put_up(panel, 320, 700)


def groups(panel):
    """Return the titles of the groups that are shown, each with the ids below it."""
    model = panel.tree.model()
    shown = {}
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        ids = [model.index(n, 0, group).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount(group))]
        shown[group.data()] = ids
    return shown


def found(panel):
    return [each for ids in groups(panel).values() for each in ids]


def type_(qtbot, panel, text):
    panel.filter_box.clear()
    for letter in text:  # QTest has no keys for letters beyond ASCII
        if letter.isascii():
            qtbot.keyClicks(panel.filter_box, letter)
        else:
            panel.filter_box.insert(letter)


def test_all_stand_there_by_kind_in_the_order_of_names_and_numbers(panel):
    assert groups(panel) == {
        "Cases": ["deshaney", "pena", "warren"],
        "Statutes": ["usc242", "usc1986", "ny"],
        "Constitutions": ["const"],
        "Other sources": ["nena"],
    }
    assert panel.count_text == "8 in this guide"


def test_or_by_state_federal_law_first(qtbot, panel):
    qtbot.mouseClick(button(panel, "By state"), Qt.MouseButton.LeftButton)
    assert groups(panel) == {
        FEDERAL: ["deshaney", "pena", "usc242", "usc1986", "const", "nena"],
        "District of Columbia": ["warren"],
        "New York": ["ny"],
    }
    assert list(groups(panel)) == [FEDERAL, "District of Columbia", "New York"]
    qtbot.mouseClick(button(panel, "By kind"), Qt.MouseButton.LeftButton)
    assert list(groups(panel)) == ["Cases", "Statutes", "Constitutions", "Other sources"]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("warren dis", ["warren"]),
        ("WARREN district", ["warren"]),
        ("489 U.S. 189", ["deshaney"]),
        ("489 us 189", ["deshaney"]),
        ("444 a2d 1", ["warren"]),
        ("42 USC 1986", ["usc1986"]),
        ("42 U.S.C. § 1986", ["usc1986"]),
        ("109 S. Ct. 998", ["deshaney"]),
        ("§ 50-e", ["ny"]),
        ("50e", ["ny"]),
        ("supreme court", ["deshaney"]),
        ("1981", ["warren"]),
        ("new york", ["ny"]),
        ("N.Y.", ["ny"]),
        ("Peña", ["pena"]),
        ("pena", ["pena"]),
        ("PENA", ["pena"]),
        ("statutes", ["ny", "usc242", "usc1986"]),
        ("public duty", ["deshaney", "warren"]),
        ("supreme public duty", ["deshaney"]),
        ("district of columbia", ["warren"]),
        ("warren deshaney", ["deshaney"]),  # cited in the article on Warren
        ("warren peña", []),
        ("zzz", []),
        ("", IN_ORDER),
        ("  ", IN_ORDER),
        (".,;", IN_ORDER),
    ],
)
def test_typing_keeps_what_holds_every_word(qtbot, panel, typed, ids):
    type_(qtbot, panel, typed)
    assert sorted(found(panel)) == sorted(ids)
    assert all(ids for ids in groups(panel).values())


@pytest.mark.parametrize(
    ("typed", "line"),
    [("peña", "1 of 8"), ("zzz", "Nothing in this guide matches. Try fewer words."), ("", "8 in this guide")],
)
def test_the_line_says_how_many(qtbot, panel, typed, line):
    type_(qtbot, panel, typed)
    assert panel.count_text == line


@pytest.mark.parametrize("text", ["\x00", "\ud800", "(", "*", "%", "\\", "a" * 5000, "\u202e", "🚔", "[a-"], ids=ascii)
def test_any_text_can_be_typed(panel, text):
    panel.filter_box.setText(text)
    panel.tree.repaint()
    assert panel.count_text


def test_another_grouping_keeps_the_filter(qtbot, panel):
    type_(qtbot, panel, "united states")
    qtbot.mouseClick(button(panel, "By state"), Qt.MouseButton.LeftButton)
    assert groups(panel) == {FEDERAL: ["usc242", "usc1986", "const"]}
    assert panel.count_text == "3 of 8"


def test_what_only_an_article_on_the_words_cites_comes_last(qtbot, panel):
    type_(qtbot, panel, "warren")
    assert groups(panel) == {"Cases": ["warren"], BY_TOPIC: ["deshaney"]}
    type_(qtbot, panel, "public duty")
    assert list(groups(panel)) == [BY_TOPIC]


def first_row(panel):
    model = panel.tree.model()
    return model.index(0, 0, model.index(0, 0))


def test_a_click_and_enter_choose_an_authority(qtbot, panel):
    with qtbot.waitSignal(panel.chosen) as chosen:
        place = panel.tree.visualRect(first_row(panel)).center()
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["deshaney"]
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args == ["pena"]


def test_the_filter_leads_to_the_list_and_back_by_keys_alone(qtbot, panel):
    panel.filter_box.setFocus()
    assert panel.current == ""
    qtbot.keyClick(panel.filter_box, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()
    assert panel.current == "deshaney"
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert panel.current == "pena"
    qtbot.keyClick(panel.tree, Qt.Key.Key_Escape)
    assert panel.filter_box.hasFocus()
    qtbot.keyClicks(panel.filter_box, "warren")
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.filter_box, Qt.Key.Key_Return)
    assert chosen.args == ["warren"]
    qtbot.keyClick(panel.filter_box, Qt.Key.Key_Escape)
    assert panel.filter_box.text() == ""


def test_up_on_the_first_row_leads_back_to_the_filter(qtbot, panel):
    panel.tree.setFocus()
    panel.tree.setCurrentIndex(panel.tree.model().index(0, 0))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Up)
    assert panel.filter_box.hasFocus()


def test_keys_of_the_filter_do_nothing_where_nothing_is_found(qtbot, panel):
    panel.filter_box.setFocus()
    qtbot.keyClicks(panel.filter_box, "zzz")
    with qtbot.assertNotEmitted(panel.chosen):
        qtbot.keyClick(panel.filter_box, Qt.Key.Key_Return)
        qtbot.keyClick(panel.filter_box, Qt.Key.Key_Down)
    assert panel.filter_box.hasFocus()


def menu_event(panel, place, reason=QContextMenuEvent.Reason.Mouse):
    view = panel.tree.viewport()
    return QContextMenuEvent(reason, view.mapTo(panel, place), view.mapToGlobal(place))


def test_a_right_click_on_a_row_asks_for_its_menu(qtbot, panel):
    place = panel.tree.visualRect(first_row(panel)).center()
    with qtbot.waitSignal(panel.menu_requested) as asked:
        QApplication.sendEvent(panel, menu_event(panel, place))
    assert asked.args == [panel.tree.viewport().mapToGlobal(place), "deshaney"]
    with qtbot.assertNotEmitted(panel.menu_requested):  # a group has none
        QApplication.sendEvent(panel, menu_event(panel, QPoint(20, 8)))


def test_the_menu_key_asks_for_the_menu_of_the_current_row(qtbot, panel):
    panel.tree.setCurrentIndex(first_row(panel).siblingAtRow(2))
    with qtbot.waitSignal(panel.menu_requested) as asked:
        QApplication.sendEvent(panel, menu_event(panel, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard))
    assert asked.args[1] == "warren"


@pytest.mark.parametrize(("scale", "width"), [(100, 320), (200, 320), (100, 240)])
def test_name_and_citation_of_a_row_are_never_cut(put_up, scale, width):
    long = listed(
        "long", "case", "Rowland v. California Men's Colony, Unit II Men's Advisory Council",
        "No. E2008-02744-COA-R3-CV (Tenn. Ct. App. Mar. 31, 2010) (en banc)", "",
    )  # fmt: skip
    theme = Theme("light", scale)
    panel = AuthoritiesPanel((*ROWS[:1], long), theme)
    panel.setStyleSheet(style_sheet(theme.colours, scale=theme.chrome_scale))
    put_up(panel, width, 700)
    model = panel.tree.model()
    rows = [panel.tree.visualRect(model.index(n, 0, model.index(0, 0))).height() for n in range(2)]
    lines = [height / panel.tree.fontMetrics().lineSpacing() for height in rows]
    assert lines[0] >= 4  # "Rowland ..." stands first: two lines of name and two of citation at the least
    assert lines[0] > lines[1]


def test_a_click_on_a_group_shuts_and_opens_it(qtbot, panel):
    group = panel.tree.model().index(0, 0)
    place = panel.tree.visualRect(group).center()
    with qtbot.assertNotEmitted(panel.chosen):
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert not panel.tree.isExpanded(group)
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert panel.tree.isExpanded(group)


def test_groups_stand_open_after_typing(qtbot, panel):
    panel.tree.collapseAll()
    type_(qtbot, panel, "warren")
    assert panel.tree.isExpanded(panel.tree.model().index(0, 0))


def test_the_model_keeps_qts_rules(qtbot, panel):
    tester = QAbstractItemModelTester(panel.tree.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    for text in ("warren", "zzz", "", "united states"):
        type_(qtbot, panel, text)
    qtbot.mouseClick(button(panel, "By state"), Qt.MouseButton.LeftButton)
    del tester


def test_a_guide_without_authorities_has_an_empty_panel(put_up, theme):
    panel = put_up(AuthoritiesPanel((), theme), 320, 500)
    assert panel.tree.model().rowCount(QModelIndex()) == 0
    panel.filter_box.setText("x")
    assert "Nothing" in panel.count_text


@pytest.fixture
def shipped_panel(shipped_library, qtbot, theme):
    panel = AuthoritiesPanel(shipped_library.listed_authorities(), theme)
    qtbot.addWidget(panel)
    return panel


def test_every_authority_of_the_shipped_guide_is_found_by_its_own_name_and_citation(shipped_library, shipped_panel):
    rows = shipped_library.authorities()
    for row in rows[:: max(1, len(rows) // 40)]:
        for text in (row.name, row.cite):
            shipped_panel.filter_box.setText(text)
            assert row.id in found(shipped_panel), text


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("109 S. Ct. 998", "deshaney-v-winnebago-1989"),
        ("New York Court of Appeals 1987", "cuffy-v-city-of-new-york-1987"),
        ("wyoming", "wyo-stat-1-39-112"),
        ("RCW 4.96.020", "wash-rcw-4-96-020"),
        ("when officers do the harm", "graham-v-connor-1989"),
    ],
)
def test_the_shipped_guide_is_filtered_by_citation_court_year_state_and_topic(shipped_panel, typed, identity):
    shipped_panel.filter_box.setText(typed)
    assert identity in found(shipped_panel)
    assert len(found(shipped_panel)) < 150


def test_the_states_of_the_shipped_guide(qtbot, shipped_panel):
    button_ = next(each for each in shipped_panel.findChildren(QPushButton) if each.text() == "By state")
    button_.click()
    shown = groups(shipped_panel)
    assert next(iter(shown)) == FEDERAL
    assert len(shown) == 52  # the states, the District of Columbia, and federal law
    assert "thurman-v-city-of-torrington-1984" in shown[FEDERAL]  # a federal court that sits in a state
    assert "warren-v-district-of-columbia-1981" in shown["District of Columbia"]
    assert {"wolfe-v-city-of-wheeling-1989", "w-va-code-29-12a-5"} <= set(shown["West Virginia"])


def test_in_the_window_it_opens_the_card(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    panel = window.sidebar.panel("cases")
    assert panel.filter_box.hasFocus()
    qtbot.keyClicks(panel.filter_box, "warren")
    place = panel.tree.visualRect(first_row(panel)).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.drawer.key == f"authority:{WARREN}"


def test_asking_for_the_list_again_takes_the_place_of_what_was_typed(qtbot, window):
    for text in ("warren", "winnebago"):
        qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(window.sidebar.panel("cases").filter_box, text)
    assert window.sidebar.panel("cases").filter_box.text() == "winnebago"
