"""The stemmer gives the same stems as SQLite's."""

import sqlite3

import pytest

from guide_app.library.porter import stem
from guide_app.library.text import fold


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("caresses", "caress"), ("ponies", "poni"), ("caress", "caress"), ("cats", "cat"), ("ies", "ie"),
        ("feed", "feed"), ("agreed", "agre"), ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"),
        ("sing", "sing"), ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"),
        ("falling", "fall"), ("filing", "file"), ("happy", "happi"), ("sky", "sky"), ("relational", "relat"),
        ("triplicate", "triplic"), ("hopefulness", "hope"), ("revival", "reviv"), ("adoption", "adopt"),
        ("religion", "religion"), ("probate", "probat"), ("rate", "rate"), ("cease", "ceas"), ("controll", "control"),
        ("roll", "roll"), ("officers", "offic"), ("yes", "ye"), ("by", "by"), ("a" * 65, "a" * 65), ("año", "año"),
        ("toying", "toi"), ("oed", "o"),
    ],
)  # fmt: skip
def test_stems(word, stemmed):
    assert stem(word) == stemmed


def test_every_word_of_the_guide_has_the_stem_that_sqlite_gives_it(compiled_guide):
    with sqlite3.connect(compiled_guide) as library:
        words = [row[0] for row in library.execute("SELECT word FROM vocabulary ORDER BY word")]
    library.close()
    memory = sqlite3.connect(":memory:")
    memory.execute("CREATE VIRTUAL TABLE one USING fts5 (word, tokenize = 'porter unicode61 remove_diacritics 2')")
    memory.executemany("INSERT INTO one (rowid, word) VALUES (?, ?)", enumerate(words))
    memory.execute("CREATE VIRTUAL TABLE stems USING fts5vocab('one', 'instance')")
    stems = {words[number]: term for term, number in memory.execute("SELECT term, doc FROM stems")}
    memory.close()
    assert len(stems) > 2000
    assert {word: stem(fold(word)) for word in stems} == stems
