from __future__ import annotations

import calendar
import datetime
import json
from dataclasses import asdict, replace

import pytest

from guide_app.places import deadline_words
from guide_app.places.deadline_model import Deadline, Kind, OtherDates, Standing
from guide_app.places.deadline_text import full_text, short_text
from guide_app.places.deadlines import deadlines_for
from guide_app.places.errors import PlacesError
from guide_app.places.state import state_from_mapping
from tests.places.shipped import TODAY, a_cautious, a_notice, a_period, a_state, a_wait, raw_states, states

DATES = [
    "1950-01-01",  # the earliest that may be typed
    "2023-08-31",  # six months later is a leap day's month
    "2024-02-28",
    "2024-02-29",  # the leap day itself
    "2024-03-01",
    "2025-05-31",  # six months later is a month of 30 days
    "2025-08-29",  # from here on, six months later there is no such day
    "2025-08-30",
    "2025-08-31",
    "2025-10-31",
    "2025-11-30",
    "2025-12-31",
    "2026-01-31",
    "2026-02-28",
    "2026-03-31",
    "2026-05-31",
    "2026-06-30",
    "2026-07-04",  # a holiday and a Saturday
    "2026-11-23",
    "2026-11-24",  # today
]
HAPPENED = [datetime.date.fromisoformat(text) for text in DATES]
OTHERS = OtherDates(
    notice=datetime.date(2026, 11, 20),
    rejection=datetime.date(2026, 11, 21),
    death=datetime.date(2026, 11, 22),
    appointment=datetime.date(2026, 11, 23),
)
OWN = {
    "notice": OTHERS.notice,
    "rejection of the claim": OTHERS.rejection,
    "death": OTHERS.death,
    "appointment of the estate's representative": OTHERS.appointment,
}


# The second computation: other arithmetic (no library, no relativedelta), read from the raw YAML.


def plain_add(day, n, unit):
    if unit == "days":
        return datetime.date.fromordinal(day.toordinal() + n)
    months = day.year * 12 + day.month - 1 + n * (12 if unit == "years" else 1)
    year, month = months // 12, months % 12 + 1
    for number in range(day.day, 0, -1):
        if number <= calendar.monthrange(year, month)[1]:
            return datetime.date(year, month, number)
    raise AssertionError


def plain_end(rule, happened, own):
    start = own.get(rule["runs_from"]) if rule.get("runs_from") in OWN else happened
    if start is None:
        return None
    end = plain_add(start, rule["n"], rule["unit"])
    return plain_add(end, rule["plus"]["n"], rule["plus"]["unit"]) if "plus" in rule else end


def plain_lines(part, periods, happened, own):
    """Return what must be shown of one field: (not settled, case, end, body, statute), in the order in which it is."""
    late = datetime.date(9999, 1, 1)
    stated = [
        (False, rule.get("only_if", ""), plain_end(rule, happened, own), rule.get("against", ""), rule["statute"])
        for rule in periods
    ]
    stated.sort(key=lambda line: line[2] or late)
    for_all = [line for line in stated if not line[1]]
    careful = part["cautious"]
    first = []
    if careful and careful["credible"]:
        end = plain_end(careful, happened, own)
        if not (end and any(line[2] and line[2] < end for line in for_all)):
            first = [(True, "", end, "", "")]
    return first + for_all + [line for line in stated if line[1]]


def shown(line: Deadline):
    return line.standing is Standing.NOT_SETTLED, line.only_if, line.date, line.against, line.statute


@pytest.mark.parametrize("own", [{}, OWN], ids=["event only", "all dates known"])
@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
def test_a_second_computation_agrees(raw, own):
    entry = states()[raw["state"]]
    others = OTHERS if own else OtherDates()
    for happened in HAPPENED:
        if own and happened > OTHERS.notice:
            continue
        report = deadlines_for(entry, happened, TODAY, others)
        file_by = [rule for rule in raw["notice"]["periods"] if rule["kind"] == "file_by"]
        federal = raw["section_1983"]["period"]
        for group, part, periods in (
            (report.notice, raw["notice"], file_by),
            (report.suit, raw["suit"], raw["suit"]["periods"]),
            (report.federal, raw["section_1983"], [federal]),
        ):
            expected = plain_lines(part, periods, happened, own)
            assert [shown(line) for line in group.deadlines] == expected
            for_everyone = [line[2] for line in expected if line[2] and not line[1]]
            assert group.earliest == min(for_everyone, default=None)
        waits = [rule for rule in raw["notice"]["periods"] if rule["kind"] == "wait_before_suit"]
        assert [wait.over_on for wait in report.waits] == [plain_end(rule, happened, own) for rule in waits]


# The time to sue that fits each wait, the wait, and whether that time is settled: read from the file by eye.
LAST_USEFUL = {
    "KS": [((2, "years"), (120, "days"), True)],
    "MS": [((1, "years"), (90, "days"), True)],
    "MT": [((1, "years"), (120, "days"), False)],  # the time to sue is a careful reading there
    "RI": [((3, "years"), (40, "days"), True)],
    "WA": [((3, "years"), (60, "days"), True)],
}
DUE_BEFORE = {"AL": 1, "ID": 1, "NJ": 1, "NY": 2, "UT": 1}
UNKNOWN_TIME_TO_SUE = {"WV": 1}  # the data has the time to sue a city, not a state agency


def test_every_state_with_a_waiting_time_is_in_a_table():
    waiting = {state: len(entry.waits) for state, entry in states().items() if entry.waits}
    assert waiting == {
        **{state: len(rows) for state, rows in LAST_USEFUL.items()},
        **DUE_BEFORE,
        **UNKNOWN_TIME_TO_SUE,
    }


@pytest.mark.parametrize("happened", HAPPENED, ids=DATES)
@pytest.mark.parametrize("state", LAST_USEFUL)
def test_the_last_useful_day_is_the_time_to_sue_less_the_wait(state, happened):
    report = deadlines_for(states()[state], happened, TODAY)
    for wait, (suit, length, settled) in zip(report.waits, LAST_USEFUL[state], strict=True):
        end = plain_add(happened, *suit)
        last = datetime.date.fromordinal(end.toordinal() - length[0])
        assert wait.last_useful_day == last
        assert wait.settled is settled
        assert wait.passed == (last < TODAY)
        assert wait.words.startswith("This is a waiting time, not a deadline")
        assert ("Not settled" in wait.last_useful_words) is not settled
        assert (deadline_words.PASSED in wait.last_useful_words.casefold()) == (last < TODAY)


@pytest.mark.parametrize("state", DUE_BEFORE)
def test_a_wait_never_offers_a_day_after_the_notice_is_due(state):
    for wait in deadlines_for(states()[state], TODAY, TODAY).waits:
        assert wait.last_useful_day is None
        assert wait.last_useful_words == deadline_words.DUE_BEFORE


def test_a_wait_without_a_time_to_sue_has_words_only():
    (wait,) = deadlines_for(states()["WV"], TODAY, TODAY).waits
    assert wait.last_useful_day is None
    assert wait.last_useful_words == deadline_words.NO_TIME_TO_SUE


@pytest.mark.parametrize("state", states())
def test_what_holds_for_every_state_and_date(state):
    entry = states()[state]
    for happened in HAPPENED:
        report = deadlines_for(entry, happened, TODAY)
        for group in report.groups:
            careful = [line for line in group.deadlines if line.standing is Standing.NOT_SETTLED]
            stated = [line for line in group.deadlines if line.standing is Standing.STATED]
            for line in careful:
                assert line is group.deadlines[0]
                assert line.words.startswith("Not settled")
                assert line.why
                assert all(line.date <= other.date for other in stated if line.date and other.date)
            dates = [line.date for line in stated if line.date]
            assert dates == sorted(dates)
            if not careful and not stated and entry.notice_required not in {"no", "optional"}:
                assert "Ask a lawyer now" in group.opening
            for line in group.deadlines:
                assert line.words
                assert line.passed == (line.date is not None and line.date < TODAY)
                assert (deadline_words.PASSED in line.words.casefold()) == line.passed
                assert (line.days_left is None) == (line.date is None or line.passed)
                if line.standing is not Standing.NOT_SETTLED:
                    assert line.statute
                    assert line.confidence
                if line.only_if:
                    assert line.only_if in line.words
                assert line.read_on == entry.read_on
                assert line.date is None or line.date > happened
        assert report.next_date is None or report.next_date >= TODAY


@pytest.mark.parametrize("state", states())
def test_no_text_says_too_late_or_no_limit_or_shows_what_is_refused(state):
    raw = next(raw for raw in raw_states() if raw["state"] == state)
    refused = [
        reading["why"]
        for key in ("notice", "suit", "section_1983")
        for reading in [raw[key]["cautious"], *raw[key].get("set_aside", [])]
        if reading and not reading["credible"]
    ]
    for happened in (HAPPENED[0], TODAY):
        report = deadlines_for(states()[state], happened, TODAY)
        everything = json.dumps(asdict(report), default=str, ensure_ascii=False)
        everything += full_text(report) + short_text(report)
        assert not any(why in everything for why in refused)
        # the traps are the data's own sentences; ours are held to more
        ours = full_text(replace(report, traps=())).casefold()
        assert "too late" not in ours
        assert "no time limit" not in ours


@pytest.mark.parametrize("state", states())
def test_every_word_comes_from_the_structured_fields(state):
    raw = next(raw for raw in raw_states() if raw["state"] == state)
    del raw["notes"]
    known = " ".join(json.dumps(raw, default=str, ensure_ascii=False).split()).casefold()
    report = deadlines_for(states()[state], TODAY, TODAY)
    for group in report.groups:
        for line in group.deadlines:
            for text in (line.against, line.to, line.statute, line.only_if, line.explain, line.why, line.as_of):
                assert json.dumps(text, ensure_ascii=False)[1:-1].casefold() in known


REQUIRED_OPENINGS = {
    "yes": "State law asks for a notice of claim",
    "unknown": "That is not a no",
    "no": "asks for no notice of claim here",
    "local": "Each city or town may have its own",
    "optional": "a choice here, not a duty",
}


@pytest.mark.parametrize("state", states())
def test_whether_a_notice_is_needed_is_said_first_and_unknown_is_not_no(state):
    entry = states()[state]
    opening = deadlines_for(entry, TODAY, TODAY).notice.opening
    assert REQUIRED_OPENINGS[entry.notice_required] in opening
    if entry.notice_required != "no":
        assert "no notice" not in opening


@pytest.mark.parametrize(
    ("state", "happened", "kind", "first", "date"),
    [
        # each kind of rule once, counted by hand
        ("AL", "2026-08-31", Kind.NOTICE, Standing.STATED, "2027-02-28"),  # six months, to a day that does not exist
        ("AK", "2026-08-31", Kind.NOTICE, Standing.NOT_SETTLED, "2026-12-29"),  # required unknown, a careful lead
        ("CA", "2026-08-31", Kind.NOTICE, Standing.NOT_SETTLED, "2027-02-27"),  # 180 days before six months
        ("CO", "2024-02-29", Kind.NOTICE, Standing.NOT_SETTLED, "2024-08-27"),  # 180 days before 182
        ("FL", "2026-08-31", Kind.NOTICE, Standing.NOT_SETTLED, "2028-02-29"),  # 18 months to a leap day
        ("KS", "2026-08-31", Kind.NOTICE, Standing.NOT_SETTLED, "2028-03-31"),  # derived, no stated period
        ("NV", "2024-02-29", Kind.NOTICE, Standing.STATED, "2026-02-28"),  # the 90 days are not credible
        ("NY", "2026-09-30", Kind.SUIT, Standing.STATED, "2027-12-29"),  # one year and 90 days
        ("AR", "2026-08-31", Kind.SUIT, Standing.NOT_SETTLED, "2028-08-31"),  # one year is for battery only
        ("CA", "2026-08-31", Kind.SUIT, Standing.NOT_SETTLED, None),  # from the rejection, whose day is not known
        ("WY", "2026-08-31", Kind.SUIT, Standing.STATED, None),  # from the notice, whose day is not known
        ("LA", "2026-08-31", Kind.SECTION_1983, Standing.NOT_SETTLED, "2027-08-31"),  # the two years have a condition
        ("TN", "2024-02-29", Kind.SECTION_1983, Standing.STATED, "2025-02-28"),
        ("VT", "2024-02-29", Kind.SECTION_1983, Standing.STATED, "2027-02-28"),  # the one year is not credible
    ],
)
def test_each_kind_of_rule(state, happened, kind, first, date):
    report = deadlines_for(states()[state], datetime.date.fromisoformat(happened), datetime.date(2026, 11, 24))
    group = next(group for group in report.groups if group.kind is kind)
    lead = group.deadlines[0]
    assert lead.standing is first
    assert lead.date == (datetime.date.fromisoformat(date) if date else None)


def test_a_period_without_its_start_says_which_day_is_missing():
    report = deadlines_for(states()["NY"], TODAY, TODAY)
    said = [line.words for group in report.groups for line in group.deadlines if line.date is None]
    assert said == [
        "Only if the claim is for wrongful death: 90 days from the day on which the estate’s representative was "
        "appointed. Without that day no date can be given.",
        "Only if the claim is for wrongful death: 2 years from the day of the death. Without that day no date can be "
        "given.",
    ]
    report = deadlines_for(states()["CA"], TODAY, TODAY)
    assert report.suit.deadlines[0].words == (
        "Not settled: 6 months from the day on which the claim was rejected. Without that day no date can be given."
    )
    assert report.suit.earliest is None


def test_a_known_rejection_gives_a_date():
    others = OtherDates(notice=datetime.date(2026, 3, 1), rejection=datetime.date(2026, 8, 31))
    lead = deadlines_for(states()["CA"], datetime.date(2026, 1, 1), TODAY, others).suit.deadlines[0]
    assert lead.date == datetime.date(2027, 2, 28)
    assert lead.counted == "Counted from the day on which the claim was rejected."


def test_the_words_of_a_date():
    entry = state_from_mapping(
        a_state(
            notice={
                "required": "yes",
                "cautious": a_cautious(n=30),
                "periods": [a_notice(n=40), a_notice(n=50, only_if="the claim is for battery", runs_from="discovery")],
            }
        )
    )

    def said(happened):
        return [line.words for line in deadlines_for(entry, happened, TODAY).notice.deadlines]

    assert said(TODAY) == [
        "Not settled: act by December 24, 2026.",
        "Act by January 3, 2027.",
        "Only if the claim is for battery: act by January 13, 2027.",
    ]
    assert said(TODAY - datetime.timedelta(days=40)) == [
        "Not settled: November 14, 2026. This date has passed; ask a lawyer at once, there are exceptions.",
        "Act today, November 24, 2026. No day is left after it.",
        "Only if the claim is for battery: act by December 4, 2026.",
    ]
    assert said(TODAY - datetime.timedelta(days=51))[2] == (
        "Only if the claim is for battery: November 23, 2026. This date has passed; ask a lawyer at once, there are "
        "exceptions."
    )


def test_what_can_change_a_date():
    report = deadlines_for(states()["CT"], TODAY, TODAY)
    careful = report.suit.deadlines[0]
    assert careful.what_can_change == (careful.why,)
    state_claim = report.notice.deadlines[1]
    assert state_claim.what_can_change == ("The start of this year was not shown; count from the event.",)
    assert state_claim.counted == "Counted from the day it happened."
    town = deadlines_for(states()["NH"], TODAY, TODAY).suit.deadlines[0]
    assert "The law counts from the injury or the day on which the harm was found out" in town.what_can_change[0]


def test_an_earlier_date_for_one_case_is_pointed_out():
    report = deadlines_for(states()["AR"], TODAY, TODAY)
    assert report.suit.opening == deadline_words.EARLIER_CASE
    assert deadlines_for(states()["NY"], TODAY, TODAY).suit.opening == ""


def test_a_careful_date_later_than_a_stated_one_is_not_shown():
    entry = state_from_mapping(
        a_state(suit={"periods": [a_period(n=30), a_period(runs_from="notice")], "cautious": a_cautious(n=31)})
    )
    lines = deadlines_for(entry, TODAY, TODAY).suit.deadlines
    assert [line.standing for line in lines] == [Standing.STATED, Standing.STATED]
    assert [line.date is None for line in lines] == [False, True]


def test_an_exception_never_leads_and_never_stands_in_for_the_others():
    entry = state_from_mapping(
        a_state(
            suit={"periods": [a_period(n=10, only_if="it rained"), a_period(n=20)], "cautious": None},
            section_1983={"period": a_period(only_if="it snowed"), "cautious": None},
        )
    )
    report = deadlines_for(entry, TODAY, TODAY)
    assert [line.only_if for line in report.suit.deadlines] == ["", "it rained"]
    assert report.suit.earliest == TODAY + datetime.timedelta(days=20)
    assert report.suit.opening == deadline_words.EARLIER_CASE
    assert report.federal.earliest is None
    assert report.federal.opening == deadline_words.ONE_CASE_EACH
    assert report.next_date == TODAY + datetime.timedelta(days=20)


def test_nothing_found_is_never_no_limit():
    entry = state_from_mapping(a_state(section_1983={"period": None, "cautious": None}))
    report = deadlines_for(entry, TODAY, TODAY)
    assert report.suit.opening == report.federal.opening == deadline_words.ASK_NOW
    assert report.notice.opening.endswith(deadline_words.ASK_NOW)
    assert report.next_date is None
    assert "Not found does not mean that there is no limit" in full_text(report)


@pytest.mark.parametrize(("required", "asks"), [("no", False), ("optional", False), ("unknown", True), ("local", True)])
def test_no_notice_period(required, asks):
    entry = state_from_mapping(a_state(notice={"required": required, "periods": [], "cautious": None}))
    opening = deadlines_for(entry, TODAY, TODAY).notice.opening
    assert (deadline_words.ASK_NOW in opening) is asks


def test_a_notice_that_is_not_needed_still_shows_its_dates():
    notice = {"required": "optional", "periods": [a_notice(n=9), a_notice(n=5, only_if="x")], "cautious": None}
    opening = deadlines_for(state_from_mapping(a_state(notice=notice)), TODAY, TODAY).notice.opening
    assert opening == f"{deadline_words.REQUIRED['optional']} {deadline_words.EARLIER_CASE}"


def _waiting(periods, *, suits=(), cautious=None):
    return state_from_mapping(
        a_state(
            notice={"required": "yes", "periods": periods, "cautious": None},
            suit={"periods": list(suits), "cautious": cautious},
        )
    )


def test_a_wait_takes_the_earliest_time_to_sue_of_the_same_body():
    suits = [
        a_period(n=400, against="city or county"),
        a_period(n=300, against="state"),
        a_period(n=200, only_if="x"),
        a_period(n=100, runs_from="notice"),
    ]
    entry = _waiting([a_wait(n=30)], suits=suits)
    (wait,) = deadlines_for(entry, TODAY, TODAY).waits
    assert wait.last_useful_day == TODAY + datetime.timedelta(days=370)
    assert wait.settled
    entry = _waiting([a_wait(n=30)], suits=suits, cautious=a_cautious(n=350))
    (wait,) = deadlines_for(entry, TODAY, TODAY).waits
    assert wait.last_useful_day == TODAY + datetime.timedelta(days=320)
    assert not wait.settled
    entry = _waiting([a_wait(n=30)], suits=suits, cautious=a_cautious(n=350, runs_from="notice"))
    assert deadlines_for(entry, TODAY, TODAY).waits[0].settled


def test_a_wait_counts_as_the_next_date_where_it_is_earlier():
    suits = [a_period(n=90, against="city")]
    entry = _waiting([a_wait(n=30), a_wait(n=40, only_if="x")], suits=suits)
    report = deadlines_for(entry, TODAY, TODAY)
    assert report.next_date == TODAY + datetime.timedelta(days=60)
    later = deadlines_for(entry, TODAY - datetime.timedelta(days=70), TODAY)
    assert later.waits[0].passed
    assert later.next_date == TODAY + datetime.timedelta(days=20)
    on_the_day = deadlines_for(entry, TODAY - datetime.timedelta(days=60), TODAY)
    assert on_the_day.waits[0].last_useful_words.startswith("Today, November 24, 2026, is the last useful day")


def test_a_wait_for_one_case_says_so_and_ends_on_a_day_where_the_notice_is_known():
    entry = _waiting([a_wait(n=30, only_if="it went by mail", explain="its text was read")])
    others = OtherDates(notice=TODAY - datetime.timedelta(days=10))
    report = deadlines_for(entry, TODAY - datetime.timedelta(days=20), TODAY, others)
    (wait,) = report.waits
    assert wait.words.startswith("Only if it went by mail. This is a waiting time, not a deadline")
    assert wait.over_on == TODAY + datetime.timedelta(days=20)
    text = full_text(report)
    assert "The wait ends on December 14, 2026." in text
    assert "Its text was read." in text


@pytest.mark.parametrize(
    ("happened", "others", "says"),
    [
        ("2026-11-25", OtherDates(), "in the future"),
        ("1949-12-31", OtherDates(), "before 1950"),
        (
            "2026-01-01",
            OtherDates(notice=datetime.date(2026, 12, 1)),
            "in the future. Check the day on which the notice",
        ),
        ("2026-01-01", OtherDates(death=datetime.date(2025, 12, 31)), "cannot come before the day it happened"),
        (
            "2026-01-01",
            OtherDates(notice=datetime.date(2026, 3, 1), rejection=datetime.date(2026, 2, 1)),
            "rejected cannot come before",
        ),
        (
            "2026-01-01",
            OtherDates(death=datetime.date(2026, 3, 1), appointment=datetime.date(2026, 2, 1)),
            "cannot come before the death",
        ),
    ],
)
def test_dates_that_cannot_be_are_refused(happened, others, says):
    with pytest.raises(PlacesError, match=says):
        deadlines_for(states()["NY"], datetime.date.fromisoformat(happened), TODAY, others)


def test_texts_of_a_report():
    report = deadlines_for(states()["NY"], datetime.date(2026, 9, 30), TODAY)
    text = full_text(report)
    for part in (
        "New York: how long do I have to act?",
        "It happened on September 30, 2026. Counted on November 24, 2026.",
        "- Act by December 29, 2026.",
        "  Period: 90 days. Counted from the day it happened.",
        "  To: the city, county, town or village, sworn and in writing",
        "N.Y. Gen. Mun. Law § 50-e",
        "- The notice must be sworn.",
        "This is information, not legal advice.",
        "We read these rules on November 23, 2026.",
    ):
        assert part in text
    assert "not shown" not in text
    short = short_text(report)
    assert "- Act by December 29, 2026. (city, county, town, village or officer)" in short
    assert len(short) < len(text) / 2


def test_a_short_text_says_so_where_there_is_nothing():
    short = short_text(deadlines_for(states()["MI"], TODAY, TODAY))
    assert f"- {deadline_words.ASK_NOW}" in short
    silent = full_text(deadlines_for(state_from_mapping(a_state()), TODAY, TODAY))
    assert "Watch out" not in silent
