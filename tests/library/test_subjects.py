"""Telling the guide's own subject from the many others."""

import pytest

from guide_app.library.subjects import Subjects


@pytest.fixture
def subjects():
    return Subjects("en", {"jury duty", "deposit"}.__contains__)


@pytest.mark.parametrize(
    ("question", "here"),
    [
        ("cops never came", True),
        ("the policeman laughed", True),
        ("law enforcement agencies", True),  # other forms of a phrase
        ("law of enforcement", False),  # not side by side
        ("how do i boil an egg", False),
        ("", False),
    ],
)
def test_about_this(subjects, question, here):
    assert subjects.about_this(question.split()) is here


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("my divorce", {1}),
        ("divorced and taxes late", {0, 2}),
        ("how to write a will", {2, 3, 4}),  # a phrase of words that say nothing alone
        ("i will write", set()),
        ("jury duty", set()),  # the guide has a headline for it
        ("my deposit and rent", {3}),
        ("cops never came", set()),
        ("", set()),
    ],
)
def test_elsewhere(subjects, question, places):
    assert subjects.elsewhere(question.split()) == places


def test_another_language_has_no_list_yet():
    subjects = Subjects("es", lambda phrase: False)
    assert not subjects.about_this(["police"])
    assert not subjects.elsewhere(["divorce"])
