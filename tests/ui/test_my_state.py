"""The state and date of a reader: in memory, kept only when asked, and forgotten as a whole."""

import datetime

import pytest

from guide_app.library.reader import NotInGuide
from guide_app.places.deadlines import deadlines_for
from guide_app.ui.my_state import MyState


@pytest.fixture
def state(shipped_library):
    return MyState(shipped_library)


def test_nothing_is_guessed(state):
    assert (state.abbreviation, state.name, state.kept, state.typed, state.report) == ("", "", False, {}, None)
    assert state.place_of("state-rules") == "state-rules"


def test_every_state_has_its_own_place_in_both_articles(state, shipped_library):
    rows = shipped_library.states()
    assert len(rows) == 51
    for row in rows:
        state.choose(row.abbreviation)
        assert state.name == row.name
        for article in ("state-rules", "deadlines"):
            assert state.place_of(article) == f"{article}/{row.abbreviation.lower()}"
            assert shipped_library.resolve(state.place_of(article)) == state.place_of(article)
    assert state.place_of("warren") == "warren"
    assert state.place_of("state-rules/how-to-read") == "state-rules/how-to-read"


def test_a_place_without_rules_is_named_and_has_none(state):
    state.choose("PR")
    assert (state.name, state.has_rules("PR")) == ("Puerto Rico", False)
    assert state.place_of("deadlines") == "deadlines"
    with pytest.raises(NotInGuide):
        state.entry("PR")


def test_all_entries_come_by_name(state):
    names = [entry.name for entry in state.entries()]
    assert len(names) == 51
    assert names == sorted(names)


def test_keeping_is_asked_for_and_follows_the_choice(qtbot, state):
    asked = []
    state.keep_asked.connect(asked.append)
    state.choose("OH")
    assert asked == []
    state.keep(keep=True)
    state.keep(keep=True)
    state.choose("TX")
    assert asked == ["OH", "TX"]
    state.clear()
    assert asked == ["OH", "TX", ""]
    assert (state.abbreviation, state.kept) == ("", False)


def test_a_kept_state_is_there_from_the_start_and_can_be_let_go(shipped_library):
    state = MyState(shipped_library, "OH")
    asked = []
    state.keep_asked.connect(asked.append)
    assert (state.name, state.kept) == ("Ohio", True)
    state.keep(keep=False)
    assert (state.name, asked) == ("Ohio", [""])


def test_a_change_is_told_once(qtbot, state):
    told = []
    state.changed.connect(lambda: told.append(state.abbreviation))
    for abbreviation in ("OH", "OH", "TX", ""):
        state.choose(abbreviation)
    assert told == ["OH", "TX", ""]


def test_another_state_drops_the_dates_of_the_first(state):
    day = datetime.date(2026, 3, 28)
    state.choose("OH")
    state.typed["happened"] = "3/28/2026"
    state.report = deadlines_for(state.entry("OH"), day, day)
    state.choose("TX")
    assert state.report is None
    assert state.typed == {"happened": "3/28/2026"}


def test_forgetting_leaves_no_word(state):
    day = datetime.date(2026, 3, 28)
    state.choose("OH")
    state.typed["happened"] = "28 March 2026"
    state.report = deadlines_for(state.entry("OH"), day, day)
    for word in ("Ohio", "OH", "28 march", "March 28, 2026", "Canfield"):
        assert state.holds(word), word
    asked = []
    state.keep_asked.connect(asked.append)
    state.forget()
    for word in ("Ohio", "OH", "28 march", "March 28, 2026", "Canfield"):
        assert not state.holds(word), word
    assert asked == [], "what was kept on another day is not a visit's"
    state.forget()
