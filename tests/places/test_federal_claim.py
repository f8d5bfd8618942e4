from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

import pytest
import yaml

from guide_app.citations.model import Statute, authority_from_mapping
from guide_app.places import deadline_words
from guide_app.places.deadline_model import Kind, Standing
from guide_app.places.deadline_text import full_text
from guide_app.places.deadlines import deadlines_for
from guide_app.places.errors import PlacesError
from guide_app.places.federal_claim import CLAIM_FIRST, ONLY_IF_FEDERAL, TIME_LIMITS, federal_claim
from tests.places.shipped import RESOURCES, TODAY, states


@cache
def statute(identity: str) -> Statute:
    entries = yaml.safe_load((RESOURCES / "authorities/statutes-federal.yaml").read_text("utf-8"))
    found = authority_from_mapping(next(entry for entry in entries if entry["id"] == identity))
    assert isinstance(found, Statute)
    return found


def claim(happened=TODAY, **more):
    given = {"time_limits": statute(TIME_LIMITS), "claim_first": statute(CLAIM_FIRST), **more}
    return federal_claim(happened, TODAY, **given)


def test_the_claim_is_due_in_two_years():
    result = claim(datetime.date(2024, 2, 29))
    assert result.claim.kind is Kind.UNITED_STATES_CLAIM
    assert result.claim.standing is Standing.STATED
    assert result.claim.date == datetime.date(2026, 2, 28)
    assert result.claim.passed
    assert result.claim.days_left is None
    assert deadline_words.PASSED in result.claim.words.casefold()
    assert result.claim.statute == "28 U.S.C. § 2401(b)"
    assert result.claim.authorities == (TIME_LIMITS,)
    assert result.cautions == deadline_words.CAUTIONS
    assert claim().claim.words == "Act by November 24, 2028."
    assert claim().claim.days_left == 731
    # we read the rule as regulations restate it: that must be said
    assert statute(TIME_LIMITS).verified_note in claim().claim.what_can_change


def test_the_suit_needs_the_day_of_the_denial():
    assert claim().suit.date is None
    assert claim().suit.words == statute(TIME_LIMITS).what_it_says
    assert claim().suit.counted == ""
    denied = claim(datetime.date(2026, 1, 1), denied=datetime.date(2026, 8, 31))
    assert denied.suit.date == datetime.date(2027, 2, 28)
    assert denied.suit.counted == "Counted from the day on which the agency mailed its denial."


def test_six_months_without_an_answer_is_a_waiting_time():
    wait = claim().wait
    assert wait is not None
    assert wait.words.startswith("This is a waiting time, not a deadline.")
    assert wait.over_on is None
    assert wait.last_useful_day is None
    known = claim(datetime.date(2026, 1, 1), claimed=datetime.date(2026, 5, 31)).wait
    assert known is not None
    assert known.over_on == datetime.date(2026, 11, 30)


def test_no_date_without_support_in_the_data():
    changed = replace(statute(TIME_LIMITS), what_it_says="The time was changed.", note="Look it up.")
    result = claim(datetime.date(2026, 1, 1), time_limits=changed, denied=datetime.date(2026, 2, 1))
    assert result.claim.date is result.suit.date is None
    assert result.claim.words == "The time was changed."
    assert result.claim.what_can_change[-1] == "Look it up."
    assert claim(claim_first=replace(statute(CLAIM_FIRST), what_it_says="Changed.")).wait is None


@pytest.mark.parametrize(
    ("happened", "more", "says"),
    [
        ("2027-01-01", {}, "in the future"),
        ("1940-01-01", {}, "before 1950"),
        ("2026-01-01", {"denied": datetime.date(2027, 1, 1)}, "Check the day of the denial"),
        (
            "2026-01-01",
            {"denied": datetime.date(2025, 1, 1)},
            "The day of the denial cannot come before the day it happened",
        ),
        ("2026-01-01", {"claimed": datetime.date(2025, 1, 1)}, "The day of the claim cannot come before"),
        (
            "2026-01-01",
            {"claimed": datetime.date(2026, 5, 2), "denied": datetime.date(2026, 5, 1)},
            "cannot come before the day of the claim",
        ),
    ],
)
def test_dates_that_cannot_be_are_refused(happened, more, says):
    with pytest.raises(PlacesError, match=says):
        claim(datetime.date.fromisoformat(happened), **more)


def test_the_text_of_a_report_holds_the_claim_as_well():
    happened = datetime.date(2026, 1, 1)
    report = deadlines_for(states()["NY"], happened, TODAY)
    text = full_text(report, claim(happened, claimed=datetime.date(2026, 5, 31)))
    rest = text[text.index(ONLY_IF_FEDERAL) :]
    for part in (
        f"- {Kind.UNITED_STATES_CLAIM.value}: Act by January 1, 2028.\n",
        "  To: the federal agency concerned, in writing.\n",
        f"- {Kind.UNITED_STATES_SUIT.value}: ",
        "- This is a waiting time, not a deadline. ",
        "  The wait ends on November 30, 2026.\n",
        "  The claim itself must be in within its own time: see its date.\n",
        "This is information, not legal advice.",
    ):
        assert part in rest, part
    assert ONLY_IF_FEDERAL not in full_text(report)


def test_a_claim_that_knows_no_wait_says_nothing_of_one():
    changed = replace(statute(CLAIM_FIRST), what_it_says="Changed.")
    text = full_text(deadlines_for(states()["NY"], TODAY, TODAY), claim(claim_first=changed))
    assert "This is a waiting time" not in text[text.index(ONLY_IF_FEDERAL) :]
