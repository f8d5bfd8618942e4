"""Knowing a question of somebody who is in danger now."""

import pytest

from guide_app.library.urgent import urgent_section


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("he is outside my house", "same-day-safety/right-now"),
        ("someone is breaking in", "same-day-safety/right-now"),
        ("my ex has a knife", "same-day-safety/right-now"),
        ("i am going to kill myself", "same-day-safety/who-to-call"),  # and not about a killer
        ("i need someone to talk to", "same-day-safety/who-to-call"),
        ("the police did not help me", ""),
        ("he broke in and they never came", ""),
        ("the cops searched my house", ""),
        ("police never looked into the break in", ""),
        ("he beat me last year", ""),
        ("what happens now", ""),
        ("", ""),
    ],
)
def test_urgent(question, section):
    assert urgent_section(question.split(), "en") == section


def test_another_language_has_no_such_list():
    assert not urgent_section(["right", "now"], "es")
