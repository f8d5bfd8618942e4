from __future__ import annotations

import datetime

import pytest
import vobject

from guide_app.places.calendar import DISCREET_TITLE, calendar_file
from guide_app.places.deadlines import deadlines_for
from guide_app.places.errors import PlacesError
from guide_app.places.state import state_from_mapping
from tests.places.shipped import TODAY, a_notice, a_state, states

MADE = datetime.datetime(2026, 11, 24, 12, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))


def report_of(state, happened=TODAY):
    return deadlines_for(states()[state], happened, TODAY)


def events(report, **more):
    """Read a calendar file back with another library."""
    calendar = vobject.readOne(calendar_file(report, MADE, **more).decode())
    return calendar.vevent_list


@pytest.mark.parametrize("state", states())
def test_another_library_reads_every_date_back(state):
    report = report_of(state)
    expected = [
        line.date for group in report.groups for line in group.deadlines if line.date is not None and not line.passed
    ] + [wait.last_useful_day for wait in report.waits if wait.last_useful_day]
    read = events(report)
    assert [event.dtstart.value for event in read] == sorted(expected)
    assert len({event.uid.value for event in read}) == len(read)
    for event in read:
        assert event.dtend.value - event.dtstart.value == datetime.timedelta(days=1)
        assert report.name in event.summary.value
        assert "We read these rules on November 23, 2026." in event.description.value
        assert event.dtstamp.value == MADE


def test_reminders_come_a_month_and_two_weeks_before():
    # notice by February 28, 2027: a month before is January 28, two weeks before is February 14
    event = events(report_of("AL", datetime.date(2026, 8, 31)))[0]
    assert event.dtstart.value == datetime.date(2027, 2, 28)
    midnight = datetime.datetime(2027, 2, 28)
    alarms = [midnight + alarm.trigger.value for alarm in event.valarm_list]
    assert alarms == [datetime.datetime(2027, 1, 28, 9), datetime.datetime(2027, 2, 14, 9)]
    assert {alarm.action.value for alarm in event.valarm_list} == {"DISPLAY"}


@pytest.mark.parametrize(("days", "reminders"), [(14, 0), (15, 1), (30, 1), (31, 2)])
def test_a_reminder_that_would_be_over_is_left_out(days, reminders):
    # November has 30 days: a month before December 24 is today
    notice = {"required": "yes", "periods": [a_notice(n=days)], "cautious": None}
    report = deadlines_for(
        state_from_mapping(a_state(notice=notice, section_1983={"period": None, "cautious": None})), TODAY, TODAY
    )
    (event,) = events(report)
    assert len(event.contents.get("valarm", [])) == reminders


def test_titles_say_what_a_date_is_for():
    titles = [event.summary.value for event in events(report_of("AR"))]
    assert "Notice of claim (Arkansas): not settled, act by this day" in titles
    assert "Time to sue under state law (Arkansas): against sheriff, sued officially" in titles
    assert "Time to sue under state law (Arkansas): only if the claim is for battery" in titles
    assert "Federal civil-rights claim (42 U.S.C. § 1983) (Arkansas)" in titles
    assert "Last useful day to file the claim (Kansas): against city, county or other local body" in [
        event.summary.value for event in events(report_of("KS"))
    ]


def test_what_has_passed_is_left_out():
    report = report_of("NY", datetime.date(2026, 1, 1))
    assert report.notice.deadlines[0].passed
    assert all(event.dtstart.value >= TODAY for event in events(report))
    report = report_of("KS", datetime.date(2024, 11, 30))
    assert report.waits[0].passed
    assert len(events(report)) == 2


def test_nothing_to_save_is_said():
    with pytest.raises(PlacesError, match="There is no date to save"):
        calendar_file(report_of("NY", datetime.date(1950, 1, 1)), MADE)


def test_the_same_page_saved_twice_is_the_same_event():
    report = report_of("NY")
    assert calendar_file(report, MADE) == calendar_file(report, MADE)
    ids = [event.uid.value for event in events(report)]
    later = deadlines_for(states()["NY"], TODAY, TODAY + datetime.timedelta(days=1))
    assert [event.uid.value for event in events(later)] == ids


def test_a_discreet_file_says_nothing_of_the_guide():
    report = report_of("KS")
    whole = calendar_file(report, MADE, discreet=True).decode().replace("\r\n ", "")
    for word in ("police", "liability", "claim", "kansas", "sue", "federal", "ks-"):
        assert word not in whole.casefold()
    assert {event.summary.value for event in events(report, discreet=True)} == {DISCREET_TITLE}
    assert len({event.uid.value for event in events(report, discreet=True)}) == len(events(report))
