"""The one reset: every holder forgets, in order, whatever goes wrong with the others."""

import weakref

import pytest

from guide_app.kiosk.reset import HOLDERS, Holder, Reset


class Keeper:
    """A holder that keeps words in a list."""

    def __init__(self, name, log):
        self.words = []
        self.name = name
        self._log = log

    def forget(self):
        self._log.append(self.name)
        self.words.clear()

    def holds(self, word):
        return any(word in kept for kept in self.words)

    def holder(self, **changes):
        return Holder(**{"name": self.name, "forget": self.forget, "holds": self.holds, **changes})


@pytest.fixture
def log():
    return []


@pytest.fixture
def keepers(log):
    return {name: Keeper(name, log) for name in HOLDERS}


@pytest.fixture
def reset(keepers):
    reset = Reset()
    for name in reversed(HOLDERS):
        reset.register(keepers[name].holder())
    return reset


def replaced(keepers, name, **changes):
    reset = Reset()
    for keeper in keepers.values():
        reset.register(keeper.holder(**(changes if keeper.name == name else {})))
    return reset


def test_every_holder_forgets_in_the_order_of_the_list(reset, keepers, log):
    for keeper in keepers.values():
        keeper.words.append("planted word")
    assert reset.who_holds("planted") == tuple(HOLDERS)
    assert reset.reset() == ()
    assert reset.who_holds("planted") == ()
    assert log == list(HOLDERS)


def test_answers_are_counted_before_they_are_forgotten_and_the_start_page_comes_last():
    order = list(HOLDERS)
    assert order[0] == "totals"
    assert order[-1] == "start page"
    assert order.index("totals") < order.index("answers")


def test_the_list_names_all_that_a_visit_leaves():
    # From the list of the kiosk's issue: what a reset must forget.
    for name in (
        "bookmarks", "answers", "history", "search", "selection", "article", "text size", "theme", "language",
        "state choice", "cite list", "clipboard", "print jobs", "dialogs",
    ):  # fmt: skip
        assert HOLDERS[name]


def test_a_holder_that_fails_is_reported_and_keeps_no_other_from_forgetting(keepers, log):
    error = RuntimeError("no clipboard")

    def fail():
        raise error

    reset = replaced(keepers, "clipboard", forget=fail)
    for keeper in keepers.values():
        keeper.words.append("planted")
    (failure,) = reset.reset()
    assert (failure.holder, failure.error) == ("clipboard", error)
    assert reset.who_holds("planted") == ("clipboard",)
    assert log == [name for name in HOLDERS if name != "clipboard"]


def test_a_probe_that_fails_counts_as_holding(keepers):
    def fail(_word):
        raise RuntimeError

    assert replaced(keepers, "history", holds=fail).who_holds("planted") == ("history",)


def test_the_end_of_the_program_is_not_swallowed_and_the_next_reset_runs(keepers, log):
    ended = [SystemExit()]

    def end():
        if ended:
            raise ended.pop()

    reset = replaced(keepers, "dialogs", forget=end)
    with pytest.raises(SystemExit):
        reset.reset()
    log.clear()
    assert reset.reset() == ()
    assert log == [name for name in HOLDERS if name != "dialogs"]


def test_a_way_home_inside_the_reset_is_the_same_reset(keepers, log):
    reset = replaced(keepers, "dialogs", forget=lambda: log.append(reset.reset()))
    assert reset.reset() == ()
    assert log.count(()) == 1
    assert [entry for entry in log if entry] == [name for name in HOLDERS if name != "dialogs"]


def test_a_program_that_lacks_a_holder_is_told_which(reset, keepers):
    assert reset.missing() == ()
    half = Reset()
    half.register(keepers["search"].holder())
    assert half.missing() == tuple(name for name in HOLDERS if name != "search")


def test_a_holder_that_is_not_on_the_list_cannot_be_added(reset, keepers):
    with pytest.raises(ValueError, match="put it into HOLDERS"):
        reset.register(keepers["search"].holder(name="diary"))
    with pytest.raises(ValueError, match="registered already"):
        reset.register(keepers["search"].holder())


def test_what_holds_itself_is_out_of_memory_after_the_reset(keepers):
    class Cache:
        """Holds what was typed, and itself."""

        def __init__(self):
            self.itself = self

    kept = [Cache()]
    gone = weakref.ref(kept[0])
    reset = replaced(keepers, "search", forget=kept.clear)
    assert gone() is not None
    reset.reset()
    assert gone() is None
