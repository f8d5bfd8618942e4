"""The staff report: the same numbers for eye and ear, small ones hidden, a month at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from guide_app.kiosk.report import Share
from guide_app.kiosk.totals import REASONS, Cell, Totals, Visit, to_text
from guide_app.kiosk.totals_file import TotalsFile
from guide_app.ui import report_page as room
from guide_app.ui.report_chart import Column, ColumnChart
from guide_app.ui.report_page import ReportPage
from guide_app.ui.report_table import NONE_SHOWN, TOO_FEW, ReportTable, no_words, share_words

UNDER = "under 5"
SCHEMES = ("light", "dark", "contrast")


def some_totals():
    totals = Totals()
    totals.sessions.update({"2026-08": 3, "2026-10": 12, "2026-11": 40})
    totals.counts.update(
        {
            Cell("2026-10", "en", "duty/protect", "view"): 9,
            Cell("2026-11", "en", "duty/protect", "view"): 30,
            Cell("2026-11", "en", "duty/protect", "yes"): 20,
            Cell("2026-11", "en", "duty/protect", "no"): 5,
            Cell("2026-11", "en", "duty/protect", "no", REASONS[2]): 2,
            Cell("2026-11", "en", "warren/decided", "view"): 40,
            Cell("2026-11", "en", "old/gone", "view"): 3,
        }
    )
    return totals


@pytest.fixture
def file(tmp_path):
    return tmp_path / "totals.json"


@pytest.fixture
def open_page(file, made_library, theme, put_up):
    pages = []  # Qt holds no page that Python has let go of

    def open_(totals=None, width=900):
        if totals is not None:
            file.write_text(to_text(totals))
        pages.append(put_up(ReportPage(TotalsFile(file), made_library, theme), width, 700))
        return pages[-1]

    yield open_
    pages.clear()


def rows(page):
    model = page.findChild(ReportTable).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def button(page, words):
    return next(each for each in page.findChildren(QPushButton) if each.text() == words)


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_last_month_is_shown_and_what_was_read_most_comes_first(open_page, made_library):
    page = open_page(some_totals())
    assert "November 2026: 40 visits" in said(page)
    heading = made_library.section_row("warren/decided").heading
    assert rows(page) == [
        [heading, "40", UNDER, NONE_SHOWN, TOO_FEW],
        ["Do the police have to protect me?", "30", "20", f"Without a reason: 5\nOthers: {NONE_SHOWN}", "48 to 80%"],
        ["old/gone", UNDER, UNDER, NONE_SHOWN, TOO_FEW],
    ]


def test_a_screen_reader_hears_every_number_with_its_column(open_page, made_library):
    model = open_page(some_totals()).findChild(ReportTable).model()
    heard = [model.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(5)]
    assert heard == [
        "Do the police have to protect me?. Do the police have to come when I call?",
        "Visits: 30",
        "Yes: 20",
        f"No: Without a reason: 5\nOthers: {NONE_SHOWN}",
        "Share of yes: 48 to 80%",
    ]
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == f"old/gone. {room.GONE}"


def test_the_chart_says_every_month_also_those_without_a_visit(open_page):
    chart = open_page(some_totals()).findChild(ColumnChart)
    heard = QAccessible.queryAccessibleInterface(chart)
    assert heard.text(QAccessible.Text.Name) == "Visits by month"
    assert heard.text(QAccessible.Text.Description) == (
        "August 2026: under 5 visits. September 2026: under 5 visits. "
        "October 2026: 12 visits. November 2026: 40 visits."
    )


def test_the_months_are_walked_with_two_buttons(qtbot, open_page):
    page = open_page(some_totals())
    before, after = button(page, "Month before"), button(page, "Month after")
    assert (before.isEnabled(), after.isEnabled()) == (True, False)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Space)
    assert "October 2026: 12 visits" in said(page)
    assert [row[1] for row in rows(page)] == ["9"]
    qtbot.keyClick(before, Qt.Key.Key_Space)
    assert "September 2026: under 5 visits" in said(page)
    assert room.NO_SECTION in said(page)
    assert not page.findChild(ReportTable).isVisible()
    qtbot.keyClick(before, Qt.Key.Key_Space)
    assert not before.isEnabled()
    assert QApplication.focusWidget() is after
    for _ in range(3):
        qtbot.keyClick(after, Qt.Key.Key_Space)
    assert "November 2026: 40 visits" in said(page)
    assert page.findChild(ReportTable).isVisible()
    assert QApplication.focusWidget() is before


def test_two_languages_are_told_apart(open_page):
    totals = some_totals()
    totals.counts[Cell("2026-11", "es", "duty/protect", "view")] = 8
    model = open_page(totals).findChild(ReportTable).model()
    places = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert [place.split("?. ")[1][:4] for place in places] == ["en: ", "en: ", "es: "]


def test_where_nothing_was_counted_it_says_so_and_shows_it_later(open_page, file):
    page = open_page()
    assert said(page) == [room.NOTHING_YET]
    assert not any(page.findChild(kind).isVisible() for kind in (ColumnChart, ReportTable))
    file.write_text(to_text(some_totals()))
    page.refresh()
    assert "November 2026: 40 visits" in said(page)
    assert page.findChild(ColumnChart).isVisible()


def test_a_damaged_file_is_one_sentence(open_page, file):
    file.write_text("{}")
    (sentence,) = said(open_page())
    assert sentence.startswith("The totals cannot be read: ")
    assert "is not a totals file" in sentence


def test_after_a_start_anew_there_is_none_until_the_day_is_over(open_page, file):
    totals = TotalsFile(file)
    totals.add(Visit("2026-11", frozenset({("en", "duty/protect")})))
    totals.write()
    assert said(open_page()) == [room.NOT_TODAY]


def test_it_opens_no_window_and_no_menu(qtbot, open_page):
    page = open_page(some_totals())
    before = set(QApplication.topLevelWidgets())
    for widget in (page, page.findChild(ReportTable).viewport(), page.findChild(ColumnChart)):
        qtbot.mouseClick(widget, Qt.MouseButton.RightButton)
    assert set(QApplication.topLevelWidgets()) == before


def test_the_model_keeps_qt_s_rules(qtbot, open_page):
    model = open_page(some_totals()).findChild(ReportTable).model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(())
    assert model.rowCount() == 0
    assert model.headerData(0, Qt.Orientation.Vertical) is None


# -- the drawing -----------------------------------------------------------------------------------------------------


def colours_of(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_chart_and_bars_are_drawn_in_the_theme_s_colours(open_page, theme, scheme):
    page = open_page(some_totals())
    theme.choose(scheme)
    chart, table = page.findChild(ColumnChart), page.findChild(ReportTable)
    assert QColor(theme.colours.accent).name() in colours_of(chart)
    assert QColor(theme.colours.outline).name() in colours_of(chart)
    assert QColor(theme.colours.accent).name() in colours_of(table.viewport())


def columns(count, chosen):
    return tuple(Column(("Jan", str(number)), number, f"{number}", number == chosen) for number in range(1, count + 1))


@pytest.mark.parametrize(("width", "chosen", "first"), [(2000, 3, 1), (300, 30, None), (300, 5, 5), (40, 30, 30)])
def test_the_chosen_month_is_always_among_the_columns_that_fit(put_up, theme, width, chosen, first):
    chart = put_up(ColumnChart("Visits", theme), width, 200)
    chart.show_columns(columns(30 if width < 2000 else 12, chosen))
    drawn = chart.drawn()
    assert chosen in [column.count for column in drawn]
    assert first is None or drawn[0].count == first
    assert chosen != 30 or drawn[-1].count == 30


def test_an_empty_chart_draws_nothing(put_up, theme):
    chart = put_up(ColumnChart("Visits", theme), 300, 200)
    assert len(colours_of(chart)) == 1


@pytest.mark.parametrize("scale", [100, 150, 300])
@pytest.mark.parametrize("width", [400, 1000])
def test_every_row_is_as_high_as_its_words_and_none_is_cut(open_page, qapp, theme, scale, width):
    theme.set_scale(scale)
    page = open_page(some_totals(), width)
    table = page.findChild(ReportTable)
    model = table.model()
    last = table.visualRect(model.index(model.rowCount() - 1, 0))
    assert table.viewport().height() >= last.bottom()
    for row in range(model.rowCount()):
        assert table.rowHeight(row) >= max(
            table.sizeHintForIndex(model.index(row, column)).height() for column in (1, 2)
        )
    if width == 1000 and scale == 100:
        assert table.horizontalScrollBar().maximum() == 0


def test_the_focus_is_seen_on_a_cell(qtbot, open_page, theme):
    table = open_page(some_totals()).findChild(ReportTable)
    table.setFocus()
    table.setCurrentIndex(table.model().index(2, 2))
    place = table.visualRect(table.model().index(2, 2))
    image = table.viewport().grab(place).toImage()
    assert image.pixelColor(1, image.height() // 2).name() == QColor(theme.colours.accent).name()


@pytest.mark.parametrize(
    ("share", "words"),
    [(Share(40, 40), "40%"), (Share(74, 80), "74 to 80%"), (Share(25, 75), "25 to 75%"), (Share(20, 100), TOO_FEW)],
)
def test_a_share_is_said_as_closely_as_it_is_known(share, words):
    assert share_words(share) == words


def test_the_reasons_of_no_are_said_one_by_one():
    assert no_words((UNDER,) * 5) == NONE_SHOWN
    assert no_words((UNDER, 7, UNDER, UNDER, UNDER)) == f"Hard to understand: 7\nOthers: {NONE_SHOWN}"
    assert no_words((5, 6, 7, 8, 9)).splitlines()[-1] == "Something is wrong: 9"
