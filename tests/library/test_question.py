"""Splitting what a reader typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_app.library.question import LONGEST_QUESTION, MOST_WORDS, read_question, replace_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The cops never CAME", ("the", "cops", "never", "came")),
        ("they didn't come", ("they", "come")),  # a negation says nothing to an index of answers
        ("they won’t come", ("they", "come")),
        ("it's he'll we've", ("it", "he", "we")),
        ("my sister's house", ("my", "sister", "house")),
        ("U.S.C. and D.C. and n.y", ("usc", "and", "dc", "and", "ny")),
        ("444 A.2d 1", ("444", "a", "2d", "1")),
        ("who: is (it)?! a-b_c", ("who", "is", "it", "a", "b", "c")),
        ("§ 1983", ("1983",)),
        ("cafe\u0301", ("café",)),  # decomposed becomes composed
        ("a\0b", ("a", "b")),
        ("\ud800 x", ("x",)),
        ("", ()),
        ("?!", ()),
    ],
)
def test_words(text, words):
    assert read_question(text).words == words


@pytest.mark.parametrize(
    ("text", "unfinished"),
    [("polic", True), ("the polic", True), ("police ", False), ("police?", False), ("", False), ("(police)", False)],
)
def test_the_last_word_is_unfinished_while_nothing_follows_it(text, unfinished):
    assert read_question(text).unfinished is unfinished


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('what is a "special relationship" here', (("special", "relationship"),)),
        ("“Qualified Immunity” and “año”", (("qualified", "immunity"), ("ano",))),
        ('"" "?"', ()),
        ('an unfinished "phrase', ()),
    ],
)
def test_phrases_in_quotation_marks(text, phrases):
    assert read_question(text).phrases == phrases


def test_a_pasted_page_is_cut():
    question = read_question("word " * 10_000)
    assert len(question.text) == LONGEST_QUESTION
    assert len(question.words) == MOST_WORDS


@pytest.mark.parametrize(
    ("text", "mends", "mended"),
    [
        ("Restrainig order?", {"restrainig": "restraining"}, "restraining order?"),
        ("no change  here", {"x": "y"}, "no change  here"),
        ("Énforce énforcd", {"enforcd": "enforced"}, "Énforce enforced"),
    ],
)
def test_misspelt_words_are_replaced_and_nothing_else(text, mends, mended):
    assert replace_words(text, mends) == mended


@given(st.text(max_size=200))
def test_any_text_is_a_question(text):
    question = read_question(text)
    assert all(word.isalnum() for word in question.words)
