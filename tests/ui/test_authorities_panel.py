"""Cases and laws: all of them, grouped, found while typing."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from guide_app.library.model import AuthorityRow
from guide_app.ui.authorities_panel import AuthoritiesPanel
from guide_app.ui.theme import style_sheet
from tests.ui.finding import button
from tests.ui.made_guide import WARREN

ROWS = (
    AuthorityRow("warren", "case", "Warren v. District of Columbia", "444 A.2d 1", "D.C. Court of Appeals", "1981"),
    AuthorityRow("deshaney", "case", "DeShaney v. Winnebago County", "489 U.S. 189", "U.S. Supreme Court", "1989"),
    AuthorityRow("pena", "case", "Peña v. DePrisco", "432 F.3d 98", "Second Circuit", "2005"),
    AuthorityRow("usc", "statute", "Civil action for deprivation of rights", "42 U.S.C. § 1983", "United States", ""),
    AuthorityRow("ny", "statute", "Notice of claim", "N.Y. Gen. Mun. Law § 50-e", "New York", ""),
    AuthorityRow("const", "constitution", "Fourteenth Amendment", "U.S. Const. amend. XIV, § 1", "United States", ""),
    AuthorityRow("nena", "source", "Estimate of 911 calls a year", "NENA", "", "2011"),
)
ALL = [row.id for row in ROWS]


@pytest.fixture
def panel(put_up, theme):
    panel = AuthoritiesPanel(ROWS, {"warren": "public duty rule"})
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
    return sorted((each for ids in groups(panel).values() for each in ids), key=ALL.index)


def type_(qtbot, panel, text):
    panel.filter_box.clear()
    for letter in text:  # QTest has no keys for letters beyond ASCII
        if letter.isascii():
            qtbot.keyClicks(panel.filter_box, letter)
        else:
            panel.filter_box.insert(letter)


def test_all_stand_there_by_kind(panel):
    assert groups(panel) == {
        "Cases": ["warren", "deshaney", "pena"],
        "Statutes": ["usc", "ny"],
        "Constitutions": ["const"],
        "Other sources": ["nena"],
    }
    assert panel.count_text == "7 in this guide"


def test_or_by_place_the_whole_country_first(qtbot, panel):
    qtbot.mouseClick(button(panel, "By place"), Qt.MouseButton.LeftButton)
    assert next(iter(groups(panel))) == "United States"
    assert groups(panel)["United States"] == ["usc", "const"]
    assert groups(panel)["New York"] == ["ny"]
    assert groups(panel)["Other"] == ["nena"]
    assert list(groups(panel))[1:] == sorted(list(groups(panel))[1:])
    qtbot.mouseClick(button(panel, "By kind"), Qt.MouseButton.LeftButton)
    assert list(groups(panel)) == ["Cases", "Statutes", "Constitutions", "Other sources"]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("warren", ["warren"]),
        ("WARREN district", ["warren"]),
        ("489 U.S. 189", ["deshaney"]),
        ("489 us 189", ["deshaney"]),
        ("444 a2d 1", ["warren"]),
        ("42 USC 1983", ["usc"]),
        ("42 U.S.C. § 1983", ["usc"]),
        ("§ 50-e", ["ny"]),
        ("50e", ["ny"]),
        ("supreme court", ["deshaney"]),
        ("1981", ["warren"]),
        ("new york", ["ny"]),
        ("N.Y.", ["ny"]),
        ("Peña", ["pena"]),
        ("pena", ["pena"]),
        ("PENA", ["pena"]),
        ("statutes", ["usc", "ny"]),
        ("public duty", ["warren"]),
        ("warren deshaney", []),
        ("zzz", []),
        ("", ALL),
        ("  ", ALL),
        (".,;", ALL),
    ],
)
def test_typing_keeps_what_holds_every_word(qtbot, panel, typed, ids):
    type_(qtbot, panel, typed)
    assert found(panel) == ids
    assert all(ids for ids in groups(panel).values())


@pytest.mark.parametrize(
    ("typed", "line"),
    [("warren", "1 of 7"), ("zzz", "Nothing in this guide matches. Try fewer words."), ("", "7 in this guide")],
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
    qtbot.mouseClick(button(panel, "By place"), Qt.MouseButton.LeftButton)
    assert found(panel) == ["usc", "const"]
    assert panel.count_text == "2 of 7"


def first_row(panel):
    model = panel.tree.model()
    return model.index(0, 0, model.index(0, 0))


def test_a_click_and_enter_choose_an_authority(qtbot, panel):
    with qtbot.waitSignal(panel.chosen) as chosen:
        place = panel.tree.visualRect(first_row(panel)).center()
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["warren"]
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args == ["deshaney"]


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
    qtbot.mouseClick(button(panel, "By place"), Qt.MouseButton.LeftButton)
    del tester


def test_a_guide_without_authorities_has_an_empty_panel(put_up):
    panel = put_up(AuthoritiesPanel(()), 320, 500)
    assert panel.tree.model().rowCount(QModelIndex()) == 0
    panel.filter_box.setText("x")
    assert "Nothing" in panel.count_text


def test_every_authority_of_the_shipped_guide_is_found_by_its_own_name_and_citation(shipped_library, qapp, qtbot):
    rows = shipped_library.authorities()
    panel = AuthoritiesPanel(rows)
    qtbot.addWidget(panel)
    for row in rows[:: max(1, len(rows) // 40)]:
        for text in (row.name, row.cite):
            panel.filter_box.setText(text)
            ids = [each for group in groups(panel).values() for each in group]
            assert row.id in ids, text


def test_in_the_window_it_opens_the_card(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    panel = window.sidebar.panel("cases")
    assert panel.filter_box.hasFocus()
    qtbot.keyClicks(panel.filter_box, "warren")
    place = panel.tree.visualRect(first_row(panel)).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.drawer.key == f"authority:{WARREN}"
