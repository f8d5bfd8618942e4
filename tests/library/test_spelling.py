"""Mending misspelt words with the words of the guide."""

import sqlite3
from contextlib import closing

import pytest

from guide_app.library.schema import DDL
from guide_app.library.spelling import Mend, Speller, allowed_distance, damerau

_WORDS = {
    "restraining": 40, "retaining": 3, "police": 200, "policy": 90, "immunity": 60, "imunity": 3, "order": 80,
    "border": 2, "negligence": 30, "lawyer": 70, "layer": 1, "sheriff": 20, "1983": 25, "1988": 9,
    "cops": 40, "polise": 1, "help": 50, "survey": 5, "retention": 5,
}  # fmt: skip


@pytest.fixture
def speller():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(DDL)
        connection.executemany("INSERT INTO vocabulary VALUES (?, ?)", _WORDS.items())
        connection.execute("INSERT INTO words (rowid, text, asked_as) VALUES (1, 'immunity order', 'imunity sheriff')")
        yield Speller(connection)


@pytest.mark.parametrize(
    ("one", "two", "limit", "distance"),
    [
        ("police", "police", 2, 0),
        ("polcie", "police", 2, 1),  # two neighbours swapped
        ("plice", "police", 2, 1),
        ("poolice", "police", 2, 1),
        ("polize", "police", 2, 1),
        ("olice", "police", 2, 1),
        ("immigration", "immunity", 2, 3),  # further than the limit
        ("ab", "abcde", 2, 3),
    ],
)
def test_distance(one, two, limit, distance):
    assert damerau(one, two, limit) == distance
    assert damerau(two, one, limit) == distance


@pytest.mark.parametrize(("word", "allowed"), [("tro", 0), ("case", 1), ("police", 1), ("officer", 2)])
def test_a_short_word_is_never_mended(word, allowed):
    assert allowed_distance(word) == allowed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("restrainig", Mend("restraining", 1)),  # not "retaining", which is as near
        ("polcie", Mend("police", 1)),
        ("olice", Mend("police", 1)),
        ("sherrif", Mend("sheriff", 2)),
        ("neglagince", Mend("negligence", 2)),
        ("lawer", Mend("lawyer", 1)),
        ("ordre", Mend("order", 1)),
        ("hlep", Mend("help", 1)),
        ("halp", Mend("help", 1)),
        ("heap", None),  # a letter away from "help", and another word
        ("landlord", None),
        ("detention", None),  # a letter from "retention", but the first
        ("oplice", Mend("police", 1)),
        ("surgery", None),  # two letters from "survey", and another word
        ("1984", None),  # a number is not a misspelt number
        ("tro", None),
    ],
)
def test_mend(speller, typed, meant):
    assert speller.mend(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("imunity", Mend("immunity", 1)),  # only askers write it so
        ("polise", Mend("police", 1)),  # a c before an e sounds like an s
        ("sheriff", None),  # only askers use it, but there is no likelier spelling
        ("immunity", None),
        ("order", None),
        ("cops", None),  # too short
        ("19833", None),
    ],
)
def test_the_likelier_spelling_of_a_word_that_only_askers_use(speller, typed, meant):
    assert speller.likelier(typed) == meant


def test_the_vocabulary(speller):
    assert speller.sections("order") == 80
    assert speller.sections("nothing") == 0
    assert speller.sections_beginning("restr") == 40
    assert speller.sections_beginning("restx") == 0
