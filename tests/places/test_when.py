from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_app.dates import in_words
from guide_app.places.errors import PlacesError
from guide_app.places.state import Length
from guide_app.places.when import EARLIEST, after, before, parse_when
from tests.places.shipped import TODAY

MARCH = datetime.date(2026, 3, 4)


@pytest.mark.parametrize(
    "typed",
    [
        "3/4/2026",
        "03/04/2026",
        " 3/4/2026 ",
        "3-4-2026",
        "3.4.2026",
        "3 4 2026",
        "2026-03-04",
        "2026/3/4",
        "2026.03.04",
        "March 4, 2026",
        "march 4 2026",
        "MARCH 4,2026",
        "Mar. 4, 2026",
        "mar 4th, 2026",
        "4 March 2026",
        "4th of march 2026",
        "4-Mar-2026",
        "４ March ２０２６",  # full-width digits, as some keyboards write them
        "\tMarch   4,\n2026 ",
    ],
)
def test_a_date_is_read(typed):
    assert parse_when(typed, TODAY) == MARCH


def test_today_and_yesterday():
    assert parse_when("Today", TODAY) == TODAY
    assert parse_when("yesterday", TODAY) == TODAY - datetime.timedelta(days=1)


def test_september_by_four_letters():
    assert parse_when("Sept 9, 2025", TODAY) == datetime.date(2025, 9, 9)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Type the day it happened"),
        ("   ", "Type the day it happened"),
        ("soon", "This is not a date"),
        ("3/2026", "This is not a date"),
        ("3/4/26", "four digits"),
        ("march 4 26", "four digits"),
        ("13/4/2026", "There is no month 13"),
        ("0/4/2026", "There is no month 0"),
        ("2/29/2026", "There is no February 29 in 2026"),
        ("4/31/2026", "There is no April 31 in 2026"),
        ("2026-02-30", "There is no February 30 in 2026"),
        ("1/1/0000", "There is no January 1 in 0"),
        ("Smarch 4, 2026", "is not a month"),
        ("ma 4, 2026", "is not a month"),
        ("11/25/2026", "November 25, 2026 is in the future"),
        ("1/1/9999", "is in the future"),
        ("12/31/1949", "December 31, 1949 is before 1950"),
        ("3/4/2026; DROP", "This is not a date"),
    ],
)
def test_what_is_no_date_says_why(typed, says):
    with pytest.raises(PlacesError, match=re.escape(says)):
        parse_when(typed, TODAY)


def test_the_limits_themselves_are_dates():
    assert parse_when("1/1/1950", TODAY) == EARLIEST
    assert parse_when("11/24/2026", TODAY) == TODAY


def test_the_field_is_named():
    with pytest.raises(PlacesError, match="Check the day of the notice"):
        parse_when("1/1/2030", TODAY, what="the day of the notice")


@settings(deadline=None)
@given(st.text(max_size=40))
def test_nothing_typed_raises_anything_else(typed):
    try:
        day = parse_when(typed, TODAY)
    except PlacesError as error:
        assert str(error)
    else:
        assert EARLIEST <= day <= TODAY


@settings(deadline=None)
@given(st.dates(EARLIEST, TODAY))
def test_a_date_in_words_is_read_back(day):
    assert parse_when(in_words(day), TODAY) == day
    assert parse_when(day.isoformat(), TODAY) == day
    assert parse_when(f"{day.month}/{day.day}/{day.year}", TODAY) == day


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-08-31", Length(6, "months"), "2027-02-28"),
        ("2027-08-31", Length(6, "months"), "2028-02-29"),
        ("2026-10-31", Length(6, "months"), "2027-04-30"),
        ("2024-02-29", Length(1, "years"), "2025-02-28"),
        ("2024-02-29", Length(4, "years"), "2028-02-29"),
        ("2026-12-31", Length(2, "months"), "2027-02-28"),
        ("2026-08-31", Length(180, "days"), "2027-02-27"),
        ("2027-12-31", Length(60, "days"), "2028-02-29"),
        ("2026-01-30", Length(1, "months"), "2026-02-28"),
    ],
)
def test_a_day_that_does_not_exist_moves_back(start, length, end):
    assert after(datetime.date.fromisoformat(start), length) == datetime.date.fromisoformat(end)


def test_periods_are_added_one_after_the_other():
    assert after(datetime.date(2026, 9, 30), Length(1, "years"), Length(90, "days")) == datetime.date(2027, 12, 29)


@settings(deadline=None)
@given(st.dates(EARLIEST, TODAY), st.integers(1, 24))
def test_the_last_useful_day_leaves_room_for_the_wait(end, months):
    wait = Length(months, "months")
    assert after(before(end, wait), wait) <= end
