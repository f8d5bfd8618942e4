"""Finding the states that a question names."""

import sqlite3
from contextlib import closing

import pytest

from guide_app.library.named_states import States
from guide_app.library.question import read_question


@pytest.fixture
def states(small_file):
    with closing(sqlite3.connect(small_file)) as connection:
        yield States(connection)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("sue in texas", {"TX"}),
        ("TEXAS OR INDIANA", {"TX", "IN"}),
        ("west virginia", {"WV"}),  # and not Virginia
        ("virginia is west of it", {"VA"}),
        ("west", set()),
        ("tx deadline", {"TX"}),
        ("deadline in TX", {"TX"}),
        ("what is in here", set()),  # "in" is a word
        ("deadline IN", {"IN"}),  # typed in capitals it is Indiana
        ("WHAT IS IN HERE", set()),  # unless all is in capitals
        ("ny", set()),  # this guide has no such state
        ("D.C. police", {"DC"}),
        ("district of columbia", {"DC"}),
        ("washington", {"WA"}),
        ("washington dc", {"DC"}),
        ("washington, d. c.", {"DC"}),
        ("seattle police never came", {"WA", "SEATTLE"}),  # a large city stands for its state
        ("virginia beach", {"VA", "VIRGINIA", "BEACH"}),
        ("chicago", set()),  # this guide has no page of its state
        ("", set()),
    ],
)
def test_named(states, question, named):
    read = read_question(question)
    assert set(states.named(question, read.words)) == named


def test_the_words_of_the_name_come_along(states):
    assert states.named("wv", ("wv",)) == {"WV": ("west", "virginia")}
    assert states.named("seattle", ("seattle",)) == {"WA": ("washington",), "SEATTLE": ("washington",)}


def test_the_pages_of_single_states(states):
    assert sorted(states.pages.values()) == ["DC", "IN", "TX", "VA", "WA", "WV"]


def test_a_guide_without_the_capital_has_no_special_name_for_it():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE state (abbreviation, name, data)")
        connection.execute("CREATE TABLE section (position, id, article)")
        connection.execute("INSERT INTO state VALUES ('WA', 'Washington', '{}')")
        assert States(connection).named("washington dc", ("washington", "dc")) == {"WA": ("washington",)}
