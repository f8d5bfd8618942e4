"""Words as the library counts and compares them."""

import sqlite3

import pytest

from guide_app.library.text import fold, normalise, words


@pytest.mark.parametrize(
    ("text", "normal"), [("ÉTÉ", "été"), ("e\u0301", "é"), ("STRASSE", "strasse"), ("Ñandú", "ñandú"), ("", "")]
)
def test_normalise(text, normal):
    assert normalise(text) == normal


def test_words_are_runs_of_letters_and_digits():
    assert words("Don't_stop: 42 U.S.C. § 1983!") == ["don", "t", "stop", "42", "u", "s", "c", "1983"]


@pytest.mark.parametrize("word", ["police", "café", "año", "naïve", "ệ", "ø", "日本"])
def test_fold_does_what_the_index_does(word):
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE one USING fts5 (word, tokenize = 'unicode61 remove_diacritics 2')")
    index.execute("CREATE VIRTUAL TABLE terms USING fts5vocab('one', 'row')")
    index.execute("INSERT INTO one VALUES (?)", (word,))
    assert index.execute("SELECT term FROM terms").fetchall() == [(fold(word),)]
    index.close()
