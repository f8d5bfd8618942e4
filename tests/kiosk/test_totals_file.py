"""The totals on disk: once a day at a fixed time, so that no time of a file tells of a visit."""

import datetime
from pathlib import Path

import pytest

from guide_app.kiosk import totals_file as room
from guide_app.kiosk.totals import Totals, Visit, read
from guide_app.kiosk.totals_file import NotToday, TotalsFile, TotalsNotSaved

VISIT = Visit("2026-11", frozenset({("en", "a/b")}))


class Clock:
    def __init__(self, text):
        self.set(text)

    def set(self, text):
        self.now = datetime.datetime.fromisoformat(text)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock("2026-11-24T10:31:17")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kiosk" / "totals.json"


@pytest.fixture
def totals(file, clock):
    return TotalsFile(file, clock)


def sessions(file):
    return read(file).sessions["2026-11"]


def test_a_visit_writes_nothing(totals, file):
    totals.add(VISIT)
    assert totals.write_if_due() == ""
    assert not file.parent.exists()


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-11-24T23:59:59", False),
        ("2026-11-25T03:59:59", False),
        ("2026-11-25T04:00:00", True),
        ("2026-11-25T09:00:00", True),
        ("2026-12-24T00:00:00", True),
    ],
)
def test_it_is_written_when_the_day_is_over(totals, file, clock, moment, due):
    totals.add(VISIT)
    clock.set(moment)
    totals.write_if_due()
    assert file.exists() is due


def test_it_is_written_once_a_day_and_each_visit_counts_once(totals, file, clock):
    totals.add(VISIT)
    clock.set("2026-11-25T04:00:30")
    totals.write_if_due()
    totals.add(VISIT)
    totals.write_if_due()
    assert sessions(file) == 1
    clock.set("2026-11-26T04:01:00")
    totals.write_if_due()
    totals.write_if_due()
    assert sessions(file) == 2


def test_it_is_written_on_days_without_a_visit_too(totals, file, clock):
    clock.set("2026-11-25T05:00:00")
    totals.write_if_due()
    first = file.stat().st_ctime_ns, file.stat().st_ino
    clock.set("2026-11-26T05:00:00")
    totals.write_if_due()
    assert (file.stat().st_ctime_ns, file.stat().st_ino) != first


@pytest.mark.parametrize("moment", ["2026-11-24T17:03:59", "2026-11-25T03:12:00", "2026-11-24T04:00:00"])
def test_the_file_s_time_is_always_the_fixed_hour(totals, file, clock, moment):
    clock.set(moment)
    totals.add(VISIT)
    totals.write()
    fixed = datetime.datetime(2026, 11, 24, room.WRITE_HOUR).timestamp()
    assert file.stat().st_mtime == file.stat().st_atime == fixed


def test_closing_keeps_the_day_and_a_restart_goes_on_from_there(totals, file, clock):
    totals.add(VISIT)
    totals.write()
    computers = read(file).computers
    again = TotalsFile(file, clock)
    again.add(VISIT)
    again.write()
    assert sessions(file) == 2
    assert read(file).computers == computers
    assert len(computers) == 1


def test_the_report_on_screen_does_not_show_what_the_last_visitor_read(totals):
    assert totals.written() == Totals()
    totals.add(VISIT)
    assert totals.written() == Totals()


def test_starting_anew_shows_nobody_what_was_read_since_the_morning(totals, file, clock):
    totals.add(VISIT)
    clock.set("2026-11-25T04:00:30")
    totals.write_if_due()
    totals.add(VISIT)
    assert totals.written().sessions == {"2026-11": 1}
    totals.write()
    for moment in ("2026-11-25T09:01:00", "2026-11-26T03:59:00"):
        clock.set(moment)
        again = TotalsFile(file, clock)
        with pytest.raises(NotToday):
            again.written()
        again.write()  # without a visit, the day is still not over
    clock.set("2026-11-26T04:00:00")
    assert TotalsFile(file, clock).written().sessions == {"2026-11": 2}


def test_starting_anew_before_the_first_visit_leaves_the_report(totals, file, clock):
    totals.add(VISIT)
    clock.set("2026-11-25T04:00:30")
    totals.write_if_due()
    totals.write()
    assert totals.written().sessions == {"2026-11": 1}


def test_the_visits_of_a_day_that_is_over_are_shown_by_whichever_program_writes_them(totals, file, clock):
    totals.add(VISIT)
    totals.write()
    clock.set("2026-11-25T08:00:00")
    again = TotalsFile(file, clock)
    again.write()
    assert again.written().sessions == {"2026-11": 1}


def test_the_month_is_that_of_the_computer(totals, clock):
    assert totals.month() == "2026-11"
    clock.set("2027-01-01T00:00:00")
    assert totals.month() == "2027-01"


def test_a_damaged_file_is_set_aside_and_staff_are_told(totals, file):
    file.parent.mkdir()
    for number, name in enumerate(("2026-11-24", "2026-11-24-2", "2026-11-24-3")):
        file.write_text(f"damaged {number}")
        totals.add(VISIT)
        assert f"It was set aside as totals.damaged-{name}.json" in totals.write()
        assert file.with_name(f"totals.damaged-{name}.json").read_text() == f"damaged {number}"
        assert sessions(file) == 1


def test_what_cannot_be_written_stays_in_memory_and_is_tried_again(totals, file, clock, monkeypatch):
    totals.add(VISIT)

    def full(_file, _text):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr(room, "write_whole", full)
        with pytest.raises(TotalsNotSaved, match="No space left"):
            totals.write()
    totals.add(VISIT)
    clock.set("2026-11-25T05:00:00")
    totals.write_if_due()
    assert sessions(file) == 2


def test_without_a_clock_it_takes_the_computer_s(file):
    totals = TotalsFile(Path(file))
    assert totals.month() == f"{datetime.datetime.now():%Y-%m}"
