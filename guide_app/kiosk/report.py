"""The totals as they may be shown to anyone: on screen, as CSV and as JSON.

A count under 5 is shown as "under 5", zero included, and no sum is given from which a hidden count could be worked out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from guide_app.kiosk.totals import NO, REASONS, REPORT_FORMAT, VIEW, YES, Cell, Totals

SMALL = 5
"""Counts below this are hidden."""
UNDER = f"under {SMALL}"

REPORT_COLUMNS = (
    *("month", "language", "section", "views", "helpful_yes", "helpful_no_without_reason"),
    *(f"helpful_no_{reason.replace('-', '_')}" for reason in REASONS),
)
"""The columns of the report. There is no sum of the No answers: it would give away a hidden one."""

Shown = int | str
"""A count as it may be shown: a number from SMALL on, else UNDER."""


def shown(count: int) -> Shown:
    """Return a count as it may be shown."""
    return count if count >= SMALL else UNDER


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A section in a month and a language; `counts` belong to REPORT_COLUMNS from "views" on."""

    month: str
    language: str
    section: str
    counts: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Totals as they may be shown: rows by month, language and section, and the visits of each month."""

    rows: tuple[ReportRow, ...]
    sessions: tuple[tuple[str, Shown], ...]


def report(totals: Totals) -> Report:
    """Return totals as they may be shown to anyone."""
    kinds = ((VIEW, ""), (YES, ""), (NO, ""), *((NO, reason) for reason in REASONS))
    rows = []
    for month, language, section in sorted({(cell.month, cell.language, cell.section) for cell in totals.counts}):
        counts = (totals.counts[Cell(month, language, section, what, reason)] for what, reason in kinds)
        rows.append(ReportRow(month, language, section, tuple(shown(count) for count in counts)))
    return Report(tuple(rows), tuple((month, shown(count)) for month, count in sorted(totals.sessions.items())))


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent, as closely as the counts that are shown let anyone tell it."""

    least: int
    most: int


def helpful_share(row: ReportRow) -> Share:
    """Return the share of Yes among a row's answers.

    It is worked out from what the row shows and from nothing else, so it cannot give a hidden count away: each of those
    may be anything from 0 to SMALL - 1.
    """
    (yes_least, yes_most), *no = (_bounds(count) for count in row.counts[1:])
    no_least, no_most = sum(least for least, _ in no), sum(most for _, most in no)
    least = 100 * yes_least // (yes_least + no_most)
    most = -(-100 * yes_most // (yes_most + no_least))
    return Share(least, most)


def _bounds(count: Shown) -> tuple[int, int]:
    return (count, count) if isinstance(count, int) else (0, SMALL - 1)


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Return every month from one to another, both included, as the totals write them ("2026-11")."""
    numbers = [int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last)]
    return tuple(f"{number // 12}-{number % 12 + 1:02}" for number in range(numbers[0], numbers[1] + 1))


def report_csv(found: Report) -> str:
    """Return a report as CSV (RFC 4180); a month's visits are a row with an empty language and section."""
    lines = [",".join((*REPORT_COLUMNS, "visits"))]
    no_counts = [""] * (len(REPORT_COLUMNS) - 3)
    lines += [",".join((month, "", "", *no_counts, str(visits))) for month, visits in found.sessions]
    lines += [",".join((row.month, row.language, row.section, *map(str, row.counts), "")) for row in found.rows]
    return "\r\n".join(lines) + "\r\n"


def report_json(found: Report) -> str:
    """Return a report as JSON; a count is a number or the text "under 5"."""
    rows = [
        dict(zip(REPORT_COLUMNS, (row.month, row.language, row.section, *row.counts), strict=True))
        for row in found.rows
    ]
    kept = {"format": REPORT_FORMAT, "visits": dict(found.sessions), "sections": rows}
    return json.dumps(kept, indent=1) + "\n"
