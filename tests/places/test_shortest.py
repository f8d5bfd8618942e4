"""The shortest time of a state: what the first line of its deadlines says."""

from dataclasses import replace

import pytest

from guide_app.places.shortest import FEDERAL_SUIT, NOTICE, STATE_SUIT, Shortest, days, days_of, shortest
from guide_app.places.state import Start
from guide_app.places.state_words import shortest_time
from tests.places.shipped import states


def found(state, words, what, *, settled=True, one_case=False, unfound=False):
    expected = Shortest(words=words, what=what, settled=settled, one_case=one_case, unfound=unfound)
    assert shortest(state) == expected


@pytest.mark.parametrize(
    ("state", "words", "what", "more"),
    [
        ("AL", "6 months", NOTICE, {}),
        ("NY", "90 days", NOTICE, {}),
        # a cautious time leads
        ("TX", "90 days", NOTICE, {"settled": False}),
        # each city has its own rule
        ("OH", "30 days", NOTICE, {"settled": False, "unfound": True}),
        # no notice is asked for, and the time to sue was not found
        ("NC", "3 years", FEDERAL_SUIT, {"unfound": True}),
        # a claim filed by choice has less time
        ("SC", "2 years", STATE_SUIT, {"settled": False, "one_case": True}),
    ],
)
def test_the_shortest_time_of_a_state(state, words, what, more):
    found(states()[state], words, what, **more)


def test_no_time_of_any_state_that_counts_from_the_event_is_shorter():
    for state in states().values():
        said = shortest(state)
        periods = (*state.notices, *state.suits, *([state.federal] if state.federal else []))
        lengths = [days_of(one) for one in periods if one.start is Start.EVENT and not one.only_if]
        for cautious in (state.notice_cautious, state.suit_cautious, state.federal_cautious):
            lengths += [days(cautious.length)] if cautious and cautious.start is Start.EVENT else []
        number, unit = said.words.split()[:2]
        assert min(lengths) == days(replace(state.federal.length, n=int(number), unit=unit.rstrip("s") + "s"))


def test_what_was_not_found_is_said():
    state = states()["NY"]
    found(replace(state, suits=()), "90 days", NOTICE, unfound=True)
    found(replace(state, federal=None), "90 days", NOTICE, unfound=True)
    found(replace(state, notices=()), "1 year and 90 days", STATE_SUIT, unfound=True)
    found(replace(state, notices=(), notice_required="optional"), "1 year and 90 days", STATE_SUIT)
    assert shortest(replace(state, notices=(), suits=(), federal=None)) is None


def test_in_words():
    assert shortest_time(shortest(states()["AL"])) == (
        "Act within 6 months of the day it happened.",
        "That is the shortest time we found here. It is for the notice of claim. Check with a lawyer now.",
    )
    everything = Shortest(words="1 year", what=STATE_SUIT, settled=False, one_case=True, unfound=True)
    assert shortest_time(everything)[1] == (
        "That is the shortest time we found here. It is for a suit under state law. It is not settled: its line below "
        "says why. For one kind of claim below there is less time. A rule that we did not find may give less. "
        "Check with a lawyer now."
    )
