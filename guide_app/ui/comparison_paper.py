"""The table of all states for paper. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from guide_app.places.comparison import Column, ComparisonRow, cell

TITLE = "All states side by side"
WIDTHS = {
    Column.STATE: 10, Column.LABEL: 13, Column.ONE_LINE: 28, Column.NOTICE_REQUIRED: 9, Column.NOTICE_PERIOD: 14,
    Column.SECTION_1983: 9, Column.CIVIL_RIGHTS: 8, Column.READ_ON: 9,
}  # fmt: skip
"""Percent of the width."""


def comparison_html(rows: Iterable[ComparisonRow]) -> str:
    """Return rows as a table whose head is on every page."""
    head = "".join(f"<th width='{width}%'>{escape(column.value)}</th>" for column, width in WIDTHS.items())
    body = "".join(f"<tr>{''.join(_cell(row, column) for column in WIDTHS)}</tr>" for row in rows)
    return (
        f"<h1>{TITLE}</h1><p>The label of a rule alone can mislead: read what it means. “Not found” is not “no limit”, "
        "and “unknown” is not “no”. Check with a lawyer now.</p>"
        f'<table class="facts" width="100%" cellspacing="0" cellpadding="3"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _cell(row: ComparisonRow, column: Column) -> str:
    return f'<td><p class="small">{escape(cell(row, column))}</p></td>'
