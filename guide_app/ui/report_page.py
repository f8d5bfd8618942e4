"""What was read and what helped, for staff behind the PIN: a chart of the visits, and a month's sections as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from guide_app.dates import MONTHS
from guide_app.kiosk.report import Report, ReportRow, Shown, months_between, report, shown
from guide_app.kiosk.totals import TotalsError
from guide_app.kiosk.totals_file import NotToday, TotalsFile
from guide_app.library.reader import Library
from guide_app.ui.bookmarks_panel import GONE
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.paragraph import paragraph
from guide_app.ui.report_chart import Column, ColumnChart
from guide_app.ui.report_table import ReportTable, table_rows
from guide_app.ui.theme import Theme

NOTE = (
    "Visits are counted until four o’clock last night. A count under 5 is shown as “under 5”, and so is 0: "
    "it could point to a person."
)
SHARE_NOTE = (
    "“Share of yes” is the part of all answers that said yes. Where small counts are hidden it can only be given "
    "from one number to another."
)
NOTHING_YET = "Nothing has been counted yet. The visits of a day are added at four o’clock in the night after it."
NOT_TODAY = (
    "The guide was started again today, and the visits before that are counted already. The report is here again after "
    "four o’clock tonight: until then it could show what one visitor read."
)
NO_SECTION = "No section was read in this month."


class ReportPage(QWidget):
    """Shows the totals as they may be shown to anyone, a month at a time. It reads them when made and on `refresh`."""

    def __init__(self, totals: TotalsFile, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._totals = totals
        self._library = library
        self._report = Report((), ())
        self._months: tuple[str, ...] = ()
        self._month = ""

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._said = paragraph(NOTE, "muted")
        column.addWidget(self._said)
        self._title = QLabel("Visits by month")
        self._title.setProperty("role", "title")
        column.addWidget(self._title)
        self._chart = ColumnChart(self._title.text(), theme)
        column.addWidget(self._chart)
        self._choice = QWidget()
        row = FlowLayout(self._choice)
        self._earlier = QPushButton("Month before")
        self._earlier.clicked.connect(self._on_earlier)
        self._later = QPushButton("Month after")
        self._later.clicked.connect(self._on_later)
        self._heading = QLabel()
        self._heading.setProperty("role", "title")
        for widget in (self._earlier, self._later, self._heading):
            row.addWidget(widget)
        column.addWidget(self._choice)
        self._nothing = paragraph(NO_SECTION, "muted")
        column.addWidget(self._nothing)
        self._table = ReportTable(theme)
        column.addWidget(self._table)
        self._share_note = paragraph(SHARE_NOTE, "muted")
        column.addWidget(self._share_note)
        column.addStretch(1)
        theme.changed.connect(self._on_theme_changed)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the totals anew and show their last month."""
        try:
            self._report = report(self._totals.written())
        except (NotToday, TotalsError, OSError) as error:
            self._report = Report((), ())
            self._show_nothing(NOT_TODAY if isinstance(error, NotToday) else f"The totals cannot be read: {error}")
            return
        months = sorted({row.month for row in self._report.rows} | {month for month, _ in self._report.sessions})
        if not months:
            self._show_nothing(NOTHING_YET)
            return
        self._months = months_between(months[0], months[-1])
        self._said.setText(NOTE)
        for widget in (self._title, self._chart, self._choice):
            widget.show()
        self._show_month(self._months[-1])

    def _show_nothing(self, said: str) -> None:
        self._said.setText(said)
        for widget in (self._title, self._chart, self._choice, self._nothing, self._table, self._share_note):
            widget.hide()

    def _show_month(self, month: str) -> None:
        self._month = month
        visits = dict(self._report.sessions)
        self._chart.show_columns(
            tuple(_column(each, visits.get(each, shown(0)), chosen=each == month) for each in self._months)
        )
        self._heading.setText(_month_words(month, visits.get(month, shown(0))))
        self._earlier.setEnabled(month != self._months[0])
        self._later.setEnabled(month != self._months[-1])
        rows = tuple(row for row in self._report.rows if row.month == month)
        several = len({row.language for row in self._report.rows}) > 1
        self._table.show_rows(table_rows(rows, self._name_with_language if several else self._name))
        self._table.setVisible(bool(rows))
        self._share_note.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _name(self, row: ReportRow) -> tuple[str, str]:
        section = self._library.resolve(row.section)
        if section is None:
            return row.section, GONE
        found = self._library.section_row(section)
        return found.heading, found.article_title

    def _name_with_language(self, row: ReportRow) -> tuple[str, str]:
        section, place = self._name(row)
        return section, f"{row.language}: {place}"

    def _step(self, by: int) -> None:
        pressed, other = (self._later, self._earlier) if by > 0 else (self._earlier, self._later)
        other.setEnabled(True)
        # Before the pressed one is switched off at the last month, and Qt gives the keyboard to whatever comes next.
        if self._month_after(2 * by) == self._month_after(by) and pressed.hasFocus():
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_month(self._month_after(by))

    def _month_after(self, by: int) -> str:
        number = self._months.index(self._month) + by
        return self._months[min(max(number, 0), len(self._months) - 1)]

    @Slot()
    def _on_earlier(self) -> None:
        self._step(-1)

    @Slot()
    def _on_later(self) -> None:
        self._step(1)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._chart.updateGeometry()
        self._chart.update()
        self._table.arrange()


def _month_words(month: str, visits: Shown) -> str:
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}: {visits} visits"


def _column(month: str, visits: Shown, *, chosen: bool) -> Column:
    return Column((MONTHS[int(month[5:]) - 1][:3], month[:4]), visits, _month_words(month, visits), chosen)
