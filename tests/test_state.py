"""The window state comes back as it was, and never stands in the way."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_app import state
from guide_app.state import StateNotSaved, WindowState

FULL = WindowState(
    geometry=bytes(range(256)),
    splitter=(280, 0, 900),
    maximised=True,
    sidebar_tab="bookmarks",
    last_section="warren/what-happened",
)


def test_comes_back_as_it_was_saved(tmp_path):
    state.save(tmp_path / "window.json", FULL)
    assert state.load(tmp_path / "window.json") == FULL


def test_a_first_start_has_the_defaults(tmp_path):
    assert state.load(tmp_path / "none" / "window.json") == WindowState()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"null", b"[]", b"\xff\xfe", b'"text"', b"[" * 50_000, b"{" + b" " * 70_000 + b"}", b"\x00" * 100],
)
def test_a_damaged_file_is_ignored_and_replaced(tmp_path, raw):
    file = tmp_path / "window.json"
    file.write_bytes(raw)
    assert state.load(file) == WindowState()
    state.save(file, FULL)
    assert state.load(file) == FULL


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("geometry", 5),
        ("geometry", "not base64!"),
        ("geometry", "é"),
        ("geometry", "A" * 5_000),
        ("splitter", "280"),
        ("splitter", [280, -1]),
        ("splitter", [280, 1e3]),
        ("splitter", [280, True]),
        ("splitter", [10**9]),
        ("splitter", [0, 0]),
        ("splitter", [1] * 9),
        ("maximised", 1),
        ("sidebar_tab", None),
        ("last_section", "x" * 201),
        ("last_section", "line\nfeed"),
        ("last_section", ["warren"]),
    ],
)
def test_one_bad_value_has_its_default_and_the_others_stay(tmp_path, key, value):
    file = tmp_path / "window.json"
    state.save(file, FULL)
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, key: value}))
    loaded = state.load(file)
    assert getattr(loaded, key) == getattr(WindowState(), key)
    for other in set(kept) - {key}:
        assert getattr(loaded, other) == getattr(FULL, other)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists) | st.just(None))
def test_nothing_in_the_file_can_raise(tmp_path_factory, value):
    file = tmp_path_factory.mktemp("state") / "window.json"
    file.write_text(
        json.dumps(dict.fromkeys(("geometry", "splitter", "maximised", "sidebar_tab", "last_section"), value))
    )
    assert isinstance(state.load(file), WindowState)


def test_after_a_quick_exit_nothing_says_what_was_read(tmp_path):
    file = tmp_path / "window.json"
    state.save(file, FULL)
    state.forget_place(file)
    assert state.load(file) == WindowState(geometry=FULL.geometry, splitter=FULL.splitter, maximised=True)
    assert "warren" not in file.read_text()
    assert "exit" not in file.read_text()  # a watcher must not learn that someone left in a hurry


def test_a_quick_exit_in_the_first_session_leaves_the_state_of_a_first_start(tmp_path):
    state.forget_place(tmp_path / "window.json")
    assert state.load(tmp_path / "window.json") == WindowState()


def test_a_private_session_keeps_size_but_no_place():
    assert FULL.without_place().geometry == FULL.geometry
    assert FULL.without_place().last_section == ""


def test_what_cannot_be_saved_is_said_in_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StateNotSaved, match="were not saved"):
        state.save(tmp_path / "file" / "window.json", FULL)
