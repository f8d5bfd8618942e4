"""Telling the guide's own subject from the many others."""

import pytest

from guide_app.library.subjects import Nearness, Subjects


@pytest.fixture
def subjects():
    return Subjects("en", {"jury duty", "deposit"}.__contains__)


@pytest.mark.parametrize(
    ("question", "nearness"),
    [
        ("cops never came", Nearness.OWN),
        ("my boss hit me and the policeman laughed", Nearness.OWN),
        ("duty to protect", Nearness.OWN),
        ("protecting is a duty", Nearness.UNKNOWN),  # the phrase does not stand there
        ("he stabbed me", Nearness.NEAR),
        ("how to become a police officer", Nearness.UNKNOWN),  # the word is there, and the subject is not
        ("how do i boil an egg", Nearness.UNKNOWN),
        ("", Nearness.UNKNOWN),
    ],
)
def test_nearness(subjects, question, nearness):
    assert subjects.nearness(question.split()) is nearness


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("my divorce", {1}),
        ("divorced and taxes late", {0, 2}),
        ("how to write a will", {2, 3, 4}),  # a phrase of words that say nothing alone
        ("i will write", set()),
        ("jury duty", set()),  # the guide has a headline for it
        ("my deposit and rent", {3}),
        ("how much do cops make", {2, 3, 4}),
        ("punish the cop make him pay", set()),
        ("cops never came", set()),
        ("", set()),
    ],
)
def test_elsewhere(subjects, question, places):
    assert subjects.elsewhere(question.split()) == places


def test_a_headline_makes_police_work_a_subject_of_the_guide():
    subjects = Subjects("en", {"police academy"}.__contains__)
    assert subjects.nearness(["police", "academy"]) is Nearness.OWN


def test_another_language_has_no_list_yet():
    subjects = Subjects("es", lambda phrase: False)
    assert subjects.nearness(["police"]) is Nearness.UNKNOWN
    assert not subjects.elsewhere(["divorce"])
