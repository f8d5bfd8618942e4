from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_app.places.hours import open_at
from tests.places.shipped import services

MONDAY = datetime.date(2026, 11, 23)


def at(day, clock):
    """Return a moment of the week that begins on Monday, November 23, 2026."""
    number = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(day)
    return datetime.datetime.combine(MONDAY + datetime.timedelta(days=number), datetime.time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("hours", "day", "clock", "is_open"),
    [
        ("24 hours, every day", "sun", "03:00", True),
        ("24/7", "sun", "03:00", True),
        ("Around the clock", "tue", "12:00", True),
        ("24 hours, every day (since 2021)", "sat", "23:59", True),
        ("24 hours on weekdays", "sat", "23:59", None),
        ("Mon-Fri 9:00-17:00", "mon", "09:00", True),
        ("Mon-Fri 9:00-17:00", "mon", "08:59", False),
        ("Mon-Fri 9:00-17:00", "fri", "16:59", True),
        ("Mon-Fri 9:00-17:00", "fri", "17:00", False),
        ("Mon-Fri 9:00-17:00", "sat", "12:00", False),
        ("Monday to Friday, 9 a.m. to 5 p.m.", "wed", "16:00", True),
        ("Monday – Friday: 9am–5pm", "wed", "16:00", True),
        ("Mon-Fri 9:00-17:00; Sat 10:00-13:00", "sat", "12:00", True),
        ("Mon-Fri 9:00-17:00; Sat 10:00-13:00", "sat", "14:00", False),
        ("Mon-Fri 9:00-17:00; Sat 10:00-13:00", "sun", "12:00", False),
        ("Mon, Wed and Fri 9:00-12:00", "wed", "10:00", True),
        ("Mon, Wed and Fri 9:00-12:00", "tue", "10:00", False),
        ("Thursdays 12 p.m. to 8 p.m.", "thu", "12:30", True),
        ("Tues & Thurs 18:00-20:00", "tue", "19:00", True),
        ("Fri-Mon 10:00-12:00", "sun", "11:00", True),
        ("Fri-Mon 10:00-12:00", "wed", "11:00", False),
        ("Fri to Mon, Wed 10:00-12:00", "wed", "11:00", True),
        ("every day 8:00-24:00", "sun", "23:30", True),
        ("daily 12 a.m. to 6 a.m.", "sun", "05:00", True),
        # not enough is known
        ("", "mon", "12:00", None),
        (" ; ", "mon", "12:00", None),
        ("by appointment", "mon", "12:00", None),
        ("Mon-Fri business hours", "mon", "12:00", None),
        ("Mon-Fri business hours", "sun", "12:00", False),
        ("8:30 a.m. to 5:00 p.m., closed on government holidays", "mon", "12:00", None),
        ("8:30 a.m. to 5:00 p.m., closed on government holidays", "mon", "20:00", False),
        ("9:00-17:00", "mon", "12:00", None),
        ("Mon-Fri 9:00-17:00 except holidays", "mon", "12:00", None),
        ("Mon-Fri 9:00-17:00; ask for evenings", "mon", "20:00", None),
        ("Mon-Fri 9 to 5 p.m.", "mon", "12:00", None),
        ("Mon-Fri 22:00-6:00", "mon", "23:00", None),
        ("Mon-Fri 9:75-17:00", "mon", "12:00", None),
        ("Mon-Fri 25:00-26:00", "mon", "12:00", None),
        ("Mon-Fri 0 a.m. to 13 p.m.", "mon", "12:00", None),
        ("Mon-Fri 9:00-17:99", "mon", "12:00", None),
    ],
)
def test_open_or_closed_or_not_known(hours, day, clock, is_open):
    assert open_at(hours, at(day, clock)) is is_open


def test_the_hours_of_the_data_are_known_where_they_never_close():
    always = [service.id for service in services() if open_at(service.hours, at("sun", "03:00"))]
    assert "us-ndvh" in always
    assert "us-stronghearts" in always
    assert all("24 hours" in service.hours for service in services() if service.id in always)


@settings(deadline=None)
@given(st.text(alphabet="monfri- 0123456789:apm.;,&to", max_size=40))
def test_no_hours_raise(hours):
    assert open_at(hours, at("mon", "12:00")) in {True, False, None}
