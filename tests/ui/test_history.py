"""Back and forward: an order of places, as a browser has it."""

from guide_app.ui.history import LIMIT, History


def visited(*places):
    history = History()
    for place in places:
        history.visit(place)
    return history


def test_there_is_nowhere_to_go_at_first():
    history = History()
    assert (history.back(), history.forward()) == (None, None)
    assert not history.can_go_back
    assert not history.can_go_forward


def test_back_and_forward_walk_the_places_in_their_order():
    history = visited("a", "b", "c")
    assert [history.back(), history.back(), history.back()] == ["b", "a", None]
    assert [history.forward(), history.forward(), history.forward()] == ["b", "c", None]


def test_a_new_place_takes_the_way_forward_away():
    history = visited("a", "b", "c")
    history.back()
    history.back()
    history.visit("d")
    assert not history.can_go_forward
    assert history.back() == "a"


def test_the_same_place_twice_in_a_row_counts_once():
    history = visited("a", "b", "b", "b")
    assert history.back() == "a"
    assert not history.can_go_back


def test_only_the_last_places_are_kept():
    history = visited(*map(str, range(LIMIT + 50)))
    places = [history.back() for _ in range(LIMIT - 1)]
    assert places[-1] == "50"
    assert history.back() is None


def test_forgetting_leaves_nothing_to_go_back_to():
    history = visited("a", "b")
    history.forget()
    assert (history.back(), history.forward()) == (None, None)
    history.visit("c")
    assert not history.can_go_back
