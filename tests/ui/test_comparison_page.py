"""The table of all states: sorted, filtered, taken along; each cell leads to the page of its state."""

import csv
import io

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog

from guide_app.kiosk.policy import policy_for
from guide_app.places.comparison import Column, cell, comparison, sort_rows
from guide_app.places.state import LABELS
from guide_app.settings import Settings
from guide_app.ui.comparison_cell import SIDE, TOP
from guide_app.ui.comparison_model import COLUMNS, STATE_ROLE, ComparisonModel
from guide_app.ui.comparison_paper import comparison_html
from guide_app.ui.frozen_column import FrozenColumn
from tests.places.shipped import states
from tests.ui.finding import button, buttons
from tests.ui.test_accessibility import controls, name_of

ROWS = comparison(states().values())


@pytest.fixture
def open_table(open_window, shipped_library, qtbot):
    """Open the table by its keys and return the window."""

    def open_(**parts):
        window = open_window(library=shipped_library, **parts)
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key.Key_M, keys)
        assert window.drawer.key == "comparison"
        for _ in range(3):
            QApplication.processEvents()
        return window

    return open_


def names(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


# -- the model -------------------------------------------------------------------------------------------------------


def test_the_model_keeps_qts_rules_while_it_is_sorted_and_filtered(qtbot):
    model = ComparisonModel(ROWS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for at in range(len(COLUMNS)):
        for order in Qt.SortOrder:
            model.sort(at, order)
    model.filter_by(("Rule narrowed",), "")
    model.filter_by((), "no such state")
    assert model.rowCount() == 0
    model.filter_by((), "")
    assert model.rowCount() == model.count == 51
    assert tester.model() is model


def test_every_cell_says_what_the_table_of_the_data_says(qtbot):
    model = ComparisonModel(ROWS)
    for at, row in enumerate(ROWS):
        for number, column in enumerate(COLUMNS):
            index = model.index(at, number)
            assert index.data() == cell(row, column)
            assert index.data(STATE_ROLE) == row.abbreviation
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert spoken.startswith(f"{row.state}, {column.value}: ")
        label = model.index(at, COLUMNS.index(Column.LABEL))
        assert row.one_line in label.data(Qt.ItemDataRole.ToolTipRole)
        assert row.one_line in label.data(Qt.ItemDataRole.AccessibleTextRole), "a bare label misleads"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Alabama"
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert model.index(-1, 0).data() is None
    heading = model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Notice of claim needed?"


def test_unknown_is_never_no(qtbot):
    model = ComparisonModel(ROWS)
    for at, row in enumerate(ROWS):
        entry = states()[row.abbreviation]
        for column, word in (
            (Column.CIVIL_RIGHTS, entry.civil_rights),
            (Column.NOTICE_REQUIRED, entry.notice_required),
        ):
            shown = model.index(at, COLUMNS.index(column)).data()
            assert (shown == "no") == (word == "no")
            assert (shown == "unknown") == (word == "unknown")


# -- by hand and by keys ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", [Column.NOTICE_PERIOD, Column.SECTION_1983, Column.LABEL])
def test_a_heading_sorts_and_once_more_turns_round(qtbot, open_table, column):
    page = open_table(size=(1920, 900)).drawer.content
    head = page.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(COLUMNS.index(column)) + 12, 10)
    for descending in (False, True):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert names(page.model) == [row.state for row in sort_rows(ROWS, column, descending=descending)]


def test_it_is_sorted_without_a_pointer_too(qtbot, open_table):
    window = open_table()
    page = window.drawer.content
    for descending in (False, True):
        button(page, "Sort…").setFocus()
        qtbot.keyClick(button(page, "Sort…"), Qt.Key.Key_Space)
        chosen = button(window.drawer, "Shortest time for the notice")
        chosen.setFocus()
        qtbot.keyClick(chosen, Qt.Key.Key_Space)
        assert window.drawer.content is page
        ordered = sort_rows(ROWS, Column.NOTICE_PERIOD, descending=descending)
        assert names(page.model) == [row.state for row in ordered]
        way = "backward" if descending else "forward"
        assert window.notices.text == f"Sorted by Shortest time for the notice, {way}."


@pytest.mark.parametrize("label", LABELS)
def test_a_label_filters_and_two_labels_show_both(qtbot, open_table, label):
    window = open_table()
    page = window.drawer.content
    wanted = [row.state for row in ROWS if row.label == label]
    qtbot.mouseClick(button(page, f"Only states with: {label}"), Qt.MouseButton.LeftButton)
    assert names(page.model) == wanted
    assert page.count_text == f"{len(wanted)} of 51"
    other = LABELS[(LABELS.index(label) + 1) % len(LABELS)]
    qtbot.mouseClick(button(page, f"Only states with: {other}"), Qt.MouseButton.LeftButton)
    assert names(page.model) == [row.state for row in ROWS if row.label in (label, other)]


def test_words_filter_while_they_are_typed(qtbot, open_table):
    window = open_table()
    page = window.drawer.content
    assert QApplication.focusWidget() is page.filter_line
    assert page.count_text == "51: all states and the District of Columbia"
    qtbot.keyClicks(page.filter_line, "tx")
    assert names(page.model) == ["Texas"]
    page.filter_line.setText("zzyzx")
    assert page.count_text == "No state matches. Take a filter away."
    page.filter_line.clear()
    assert len(names(page.model)) == 51


def test_every_cell_leads_to_its_state_and_back(qtbot, open_table):
    window = open_table()
    page = window.drawer.content
    for at in range(3):
        index = page.model.index(4, at)
        page.table.scrollTo(index)
        place = page.table.visualRect(index).center()
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert window.drawer.key == "state:CA"
        qtbot.mouseClick(button(window.drawer, "Back to All states side by side"), Qt.MouseButton.LeftButton)
        assert window.drawer.content is page


def test_a_state_opens_by_keys_alone(qtbot, open_table):
    window = open_table()
    page = window.drawer.content
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(page.table, key)
    assert window.drawer.key == "state:AZ"
    window.drawer.go_back()
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert not page.table.hasFocus(), "Tab leaves the table"


def test_the_same_keys_close_it(qtbot, open_table):
    window = open_table()
    window.actions_by_key["compare_states"].trigger()
    assert window.drawer.key == ""


def test_the_table_stays_when_a_state_is_made_ones_own(qtbot, open_table):
    window = open_table()
    window.state_pages.show_state("OH")
    qtbot.mouseClick(button(window.drawer, "Make Ohio my state"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(window.drawer, "Back to All states side by side"), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "comparison"


# -- taking it along -------------------------------------------------------------------------------------------------


def test_what_is_shown_is_saved_as_csv(qtbot, open_table, monkeypatch, tmp_path):
    file = tmp_path / "states.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window = open_table()
    qtbot.mouseClick(button(window.drawer, "Only states with: Rule narrowed"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(window.drawer, "Save as CSV…"), Qt.MouseButton.LeftButton)
    lines = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    assert lines[0] == ["Abbreviation", *(column.value for column in Column)]
    assert [line[1] for line in lines[1:]] == names(window.drawer.content.model)


def test_it_is_printed_on_its_side_and_saved_as_pdf(qtbot, open_table, monkeypatch, tmp_path):
    file, printed = tmp_path / "states.pdf", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window = open_table()
    monkeypatch.setattr(
        type(window.state_pages._paper), "print_page", lambda _self, *page, landscape: printed.append((page, landscape))
    )
    qtbot.mouseClick(button(window.drawer, "Print"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(window.drawer, "Save as PDF…"), Qt.MouseButton.LeftButton)
    assert printed[0][1] is True
    assert file.read_bytes().startswith(b"%PDF")


def test_paper_has_every_state_and_never_a_bare_label():
    html = comparison_html(ROWS)
    assert html.count("<tr>") == 52
    assert "“unknown” is not “no”" in html
    for row in ROWS:
        assert row.one_line.replace("'", "&#x27;") in html


def test_a_kiosk_offers_no_file(open_table):
    window = open_table(policy=policy_for(Settings(printer="Counter"), kiosk=True))
    assert "Print" in buttons(window.drawer)
    assert not {"Save as CSV…", "Save as PDF…"} & set(buttons(window.drawer))


# -- for everyone ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "text_size"), [(640, 100), (1024, 200), (1280, 100), (1920, 150)])
def test_no_word_of_the_table_is_cut(open_table, width, text_size):
    window = open_table(size=(width, 768), text_size=text_size)
    table, model = window.drawer.content.table, window.drawer.content.model
    for column in range(model.columnCount()):
        room = table.columnWidth(column) - 2 * SIDE
        for row in range(model.rowCount()):
            flags = int(Qt.TextFlag.TextWordWrap)
            words = table.fontMetrics().boundingRect(0, 0, room, 10_000, flags, model.index(row, column).data())
            assert words.height() + 2 * TOP <= table.rowHeight(row)
            assert words.width() <= room
    mine = [each for each in controls(window) if window.drawer.isAncestorOf(each)]
    assert all(name_of(each) for each in mine)


def test_larger_text_makes_room(open_table):
    window = open_table()
    table = window.drawer.content.table
    before = table.rowHeight(0)
    for _ in range(3):
        window.display.larger()
    QApplication.processEvents()
    assert table.rowHeight(0) > before


# -- wide and narrow -------------------------------------------------------------------------------------------------


def test_a_wide_window_shows_the_whole_width_of_it(open_table):
    table = open_table(size=(1920, 1080)).drawer.content.table
    assert table.horizontalScrollBar().maximum() == 0
    assert table.horizontalHeader().length() == pytest.approx(table.viewport().width(), abs=4)


@pytest.fixture
def scrolled(open_table):
    """Return a table that was scrolled to its right edge, and what then stands over its first column."""
    table = open_table(size=(900, 900)).drawer.content.table
    frozen = table.findChild(FrozenColumn)
    assert not frozen.isVisible()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    QApplication.processEvents()
    return table, frozen


def test_the_states_stay_in_sight_beside_their_rows_when_it_is_scrolled_sideways(scrolled):
    table, frozen = scrolled
    assert frozen.isVisible()
    assert frozen.width() == table.columnWidth(0) + 1
    for row in range(table.model().rowCount()):
        one, other = (view.visualRect(view.model().index(row, 0)) for view in (table, frozen))
        assert (one.top(), one.height()) == (other.top(), other.height())
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_a_click_on_a_state_that_stays_opens_it(qtbot, scrolled):
    table, frozen = scrolled
    index = frozen.indexAt(QPoint(10, frozen.viewport().height() // 2))
    with qtbot.waitSignal(table.window().drawer.content.state_chosen) as chosen:
        qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=frozen.visualRect(index).center())
    assert chosen.args == [index.data(STATE_ROLE)]


def test_its_heading_sorts_as_the_one_below_it(qtbot, scrolled):
    table, frozen = scrolled
    for descending in (True, False):
        qtbot.mouseClick(frozen.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 10))
        assert names(table.model()) == [row.state for row in sort_rows(ROWS, Column.STATE, descending=descending)]
    table.sortByColumn(COLUMNS.index(Column.LABEL), Qt.SortOrder.AscendingOrder)
    assert frozen.horizontalHeader().sortIndicatorSection() == COLUMNS.index(Column.LABEL)


def test_the_arrows_lead_to_no_cell_below_it(qtbot, scrolled):
    table, frozen = scrolled
    table.setCurrentIndex(table.model().index(5, len(COLUMNS) - 1))
    table.setFocus()
    for _ in range(len(COLUMNS) - 2):
        qtbot.keyClick(table, Qt.Key.Key_Left)
        if frozen.isVisible():
            assert table.visualRect(table.currentIndex()).left() >= frozen.width() - 1
