"""All states side by side: one row each, with keys to sort and filter by, and as CSV."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from guide_app.dates import in_words
from guide_app.places.shortest import days, days_of
from guide_app.places.state import Cautious, Period, StateEntry

NOT_FOUND = "not found"

REQUIRED_WORDS = {
    "yes": "yes",
    "no": "no",
    "unknown": "unknown",
    "local": "depends on the city or town",
    "optional": "optional",
}
CIVIL_RIGHTS_WORDS = {"yes": "yes", "narrow": "only in narrow cases", "no": "no", "unknown": "unknown"}
"""The data's words and those shown to a reader. Unknown stays unknown: it is never a no."""

_NOTHING_DUE = {"no": "none asked for", "optional": "by choice"}
"""What stands for a period where a source says that no notice is asked for, or that it is a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """One state. `notice_days` and `section_1983_days` are for sorting, None where nothing was found.

    A period that is not settled says so in its text, with the stated one beside it where there is one.
    """

    abbreviation: str
    state: str
    label: str
    one_line: str
    notice_required: str
    notice_period: str
    notice_days: float | None
    section_1983: str
    section_1983_days: float | None
    civil_rights: str
    read_on: datetime.date


class Column(Enum):
    """The columns, in order; the value is the heading."""

    STATE = "State"
    LABEL = "Public duty rule"
    ONE_LINE = "What it means"
    NOTICE_REQUIRED = "Notice of claim needed?"
    NOTICE_PERIOD = "Shortest time for the notice"
    SECTION_1983 = "Time for a federal civil-rights claim"
    CIVIL_RIGHTS = "State civil-rights claim?"
    READ_ON = "Read on"


_TEXT: dict[Column, Callable[[ComparisonRow], str]] = {
    Column.STATE: lambda row: row.state,
    Column.LABEL: lambda row: row.label,
    Column.ONE_LINE: lambda row: row.one_line,
    Column.NOTICE_REQUIRED: lambda row: row.notice_required,
    Column.NOTICE_PERIOD: lambda row: row.notice_period,
    Column.SECTION_1983: lambda row: row.section_1983,
    Column.CIVIL_RIGHTS: lambda row: row.civil_rights,
    Column.READ_ON: lambda row: in_words(row.read_on),
}


def comparison(states: Iterable[StateEntry]) -> tuple[ComparisonRow, ...]:
    """Return one row for each state, by name."""
    return tuple(sorted((_row(state) for state in states), key=lambda row: row.state))


def cell(row: ComparisonRow, column: Column) -> str:
    """Return the text of a cell."""
    return _TEXT[column](row)


def sort_rows(rows: Iterable[ComparisonRow], column: Column, *, descending: bool = False) -> tuple[ComparisonRow, ...]:
    """Sort rows by a column, then by name. Periods are sorted by length; what was not found comes last either way."""
    by_name = sorted(rows, key=lambda row: row.state)
    if column is Column.READ_ON:
        return tuple(sorted(by_name, key=lambda row: row.read_on, reverse=descending))
    length = {
        Column.NOTICE_PERIOD: lambda row: row.notice_days,
        Column.SECTION_1983: lambda row: row.section_1983_days,
    }.get(column)
    if length is None:
        return tuple(sorted(by_name, key=lambda row: cell(row, column).casefold(), reverse=descending))
    found = [row for row in by_name if length(row) is not None]
    found.sort(key=lambda row: length(row) or 0.0, reverse=descending)
    return (*found, *(row for row in by_name if length(row) is None))


def filter_rows(
    rows: Iterable[ComparisonRow],
    *,
    labels: Collection[str] = (),
    notice_required: Collection[str] = (),
    civil_rights: Collection[str] = (),
    typed: str = "",
) -> tuple[ComparisonRow, ...]:
    """Return the rows that have one of the values of each column asked for, and hold what was typed in any cell.

    A postal abbreviation that was typed means its state alone.
    """
    rows = tuple(rows)
    wanted = typed.casefold().strip()
    named = [row for row in rows if row.abbreviation.casefold() == wanted]
    return tuple(
        row
        for row in named or rows
        if (not labels or row.label in labels)
        and (not notice_required or row.notice_required in notice_required)
        and (not civil_rights or row.civil_rights in civil_rights)
        and (named or any(wanted in cell(row, column).casefold() for column in Column))
    )


def comparison_csv(rows: Iterable[ComparisonRow]) -> bytes:
    """Return rows as a CSV file (RFC 4180) in UTF-8, with the mark by which Excel knows UTF-8.

    Dates stay ISO there, so that every spreadsheet reads and sorts them as dates.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Abbreviation", *(column.value for column in Column)])
    writer.writerows([row.abbreviation, *(_csv_cell(row, column) for column in Column)] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(row: ComparisonRow, column: Column) -> str:
    return row.read_on.isoformat() if column is Column.READ_ON else cell(row, column)


def _row(state: StateEntry) -> ComparisonRow:
    notice, notice_days = _shortest(state.notices, state.notice_cautious)
    if not notice:
        notice = _NOTHING_DUE.get(state.notice_required, NOT_FOUND)
    stated = () if state.federal is None else (state.federal,)
    federal, federal_days = _shortest(stated, state.federal_cautious)
    return ComparisonRow(
        abbreviation=state.abbreviation,
        state=state.name,
        label=state.label,
        one_line=state.one_line,
        notice_required=REQUIRED_WORDS[state.notice_required],
        notice_period=notice,
        notice_days=notice_days,
        section_1983=federal or NOT_FOUND,
        section_1983_days=federal_days,
        civil_rights=CIVIL_RIGHTS_WORDS[state.civil_rights],
        read_on=state.read_on,
    )


def _shortest(periods: Iterable[Period], cautious: Cautious | None) -> tuple[str, float | None]:
    """Return the shortest period for everyone, in words and as days for sorting; ("", None) where there is none."""
    stated = min((period for period in periods if not period.only_if), key=days_of, default=None)
    if cautious is not None and (stated is None or days(cautious.length) <= days_of(stated)):
        beside = ""
        if stated is not None and stated.words != str(cautious.length):
            # a stated period may be that of one city, or of the state alone
            against = f" against {stated.against}" if stated.against else ""
            beside = f"; stated: {stated.words}{against}"
        return f"{cautious.length} (not settled{beside})", days(cautious.length)
    return ("", None) if stated is None else (stated.words, days_of(stated))
