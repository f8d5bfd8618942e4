from __future__ import annotations

import csv
import datetime
import io
from dataclasses import replace

import pytest

from guide_app.places.comparison import (
    NOT_FOUND,
    Column,
    cell,
    comparison,
    comparison_csv,
    filter_rows,
    sort_rows,
)
from guide_app.places.state import state_from_mapping
from tests.places.shipped import a_cautious, a_notice, a_period, a_state, raw_states, states


@pytest.fixture(scope="module")
def rows():
    return comparison(states().values())


def test_one_row_a_state_by_name(rows):
    assert len(rows) == 51
    assert [row.state for row in rows] == sorted(row.state for row in rows)


@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
def test_every_cell_is_supported_by_the_data(rows, raw):
    row = next(row for row in rows if row.abbreviation == raw["state"])
    assert row.label == raw["public_duty"]["label"]
    assert row.one_line == " ".join(raw["public_duty"]["one_line"].split())
    assert row.read_on == raw["read_on"]
    # unknown stays unknown
    for given, shown in (
        (raw["notice"]["required"], row.notice_required),
        (raw["state_civil_rights_claim"], row.civil_rights),
    ):
        assert (shown == "unknown") == (given == "unknown")
        assert (shown == "no") == (given == "no")
    for rule, shown in ((raw["notice"], row.notice_period), (raw["section_1983"], row.section_1983)):
        careful = rule["cautious"]
        if careful and careful["credible"]:
            assert shown.startswith(f"{careful['n']} {careful['unit'].rstrip('s')}")
            assert "not settled" in shown
        else:
            assert "not settled" not in shown


@pytest.mark.parametrize(
    ("state", "notice", "federal"),
    [
        ("AL", "6 months", "2 years"),
        ("AK", "120 days (not settled)", "2 years"),
        (
            "CA",
            "180 days (not settled; stated: 6 months against city, county or employee)",
            "2 years",
        ),
        ("IL", "6 months (not settled; stated: 1 year against state)", "2 years"),
        ("KS", "19 months (not settled)", "2 years"),
        ("LA", "60 days (not settled)", "1 year (not settled)"),
        ("MN", "180 days (not settled)", "2 years (not settled; stated: 6 years)"),
        ("NV", "2 years", "2 years"),
        ("NY", "90 days", "3 years"),
        ("NC", "none asked for", "3 years"),
        ("SC", "by choice", "3 years"),
    ],
)
def test_some_rows_read_by_eye(rows, state, notice, federal):
    row = next(row for row in rows if row.abbreviation == state)
    assert (row.notice_period, row.section_1983) == (notice, federal)


def test_what_was_not_found_says_so():
    entry = a_state(
        notice={"required": "yes", "periods": [a_notice(only_if="x")], "cautious": None},
        section_1983={"period": None, "cautious": None},
    )
    (row,) = comparison([state_from_mapping(entry)])
    assert (row.notice_period, row.section_1983) == (NOT_FOUND, NOT_FOUND)
    assert row.notice_days is row.section_1983_days is None


def test_a_careful_period_longer_than_the_stated_one_is_not_shown():
    entry = a_state(
        notice={
            "required": "yes",
            "periods": [a_notice(n=1, unit="years", plus={"n": 5, "unit": "days"})],
            "cautious": a_cautious(n=400),
        },
        section_1983={"period": a_period(n=1, unit="years"), "cautious": a_cautious(n=1, unit="years")},
    )
    (row,) = comparison([state_from_mapping(entry)])
    assert row.notice_period == "1 year and 5 days"
    assert row.notice_days == 370
    assert row.section_1983 == "1 year (not settled)"


def test_sorting_by_length(rows):
    by_notice = sort_rows(rows, Column.NOTICE_PERIOD)
    assert [row.abbreviation for row in by_notice][:4] == ["VT", "MI", "NH", "OH"]
    # those without a period come last, in either direction
    assert [row.abbreviation for row in by_notice][-3:] == ["NC", "SC", "WV"]
    longest = sort_rows(rows, Column.NOTICE_PERIOD, descending=True)
    assert longest[0].abbreviation == "WA"
    assert [row.abbreviation for row in longest][-3:] == ["NC", "SC", "WV"]
    days = [row.section_1983_days for row in sort_rows(rows, Column.SECTION_1983)]
    assert days == sorted(days)


def test_sorting_by_text_keeps_the_names_in_order(rows):
    assert sort_rows(reversed(rows), Column.STATE) == rows
    assert sort_rows(rows, Column.STATE, descending=True) == tuple(reversed(rows))
    by_label = sort_rows(rows, Column.LABEL)
    keys = [(row.label.casefold(), row.state) for row in by_label]
    assert keys == sorted(keys)


def test_filters(rows):
    assert {row.abbreviation for row in filter_rows(rows, labels={"Rule narrowed"})} == {"IA", "OH"}
    assert {row.abbreviation for row in filter_rows(rows, notice_required={"no"})} == {"NC", "WV"}
    assert len(filter_rows(rows, civil_rights={"yes"})) == 7
    assert filter_rows(rows) == rows
    assert [row.abbreviation for row in filter_rows(rows, typed=" ny ")] == ["NY"]
    assert [row.abbreviation for row in filter_rows(rows, typed="33 months")] == ["WA"]
    assert filter_rows(rows, labels={"Rule narrowed"}, civil_rights={"yes"}) == ()


def test_dates_are_sorted_by_day_not_by_the_name_of_the_month(rows):
    days = [datetime.date(2026, 4, 1), datetime.date(2026, 2, 1), datetime.date(2025, 12, 1)]
    some = [replace(row, read_on=day) for row, day in zip(rows, days, strict=False)]
    assert [row.read_on for row in sort_rows(some, Column.READ_ON)] == sorted(days)
    assert [row.read_on for row in sort_rows(some, Column.READ_ON, descending=True)] == sorted(days, reverse=True)


def test_the_csv_is_read_back(rows):
    data = comparison_csv(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read[0] == ["Abbreviation", *(column.value for column in Column)]
    shown = [[row.abbreviation, *(cell(row, column) for column in Column)] for row in rows]
    assert [line[:-1] for line in read[1:]] == [line[:-1] for line in shown]
    # a date in words on the screen, one that a spreadsheet sorts in the file
    assert {line[-1] for line in shown} == {"November 23, 2026"}
    assert {line[-1] for line in read[1:]} == {"2026-11-23"}
    assert read[1][1] == "Alabama"
    # no cell begins with a sign that a spreadsheet would run
    assert not any(value[:1] in {"=", "+", "-", "@"} for line in read for value in line)
