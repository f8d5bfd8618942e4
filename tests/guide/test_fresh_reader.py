"""Does someone who knows nothing find what matters? Three tries each, in their own words.

A try counts when a section that answers is among the first three, as the reader sees them; the first try may fail,
three may not. The words asked for are what the reader must be able to read there.
"""

from dataclasses import dataclass

import pytest

FIRST_THREE = 3


@dataclass(frozen=True)
class Need:
    """What a reader looks for: three tries, and the sections that answer with words that they must hold."""

    name: str
    tries: tuple[str, str, str]
    sections: dict[str, str]


NEEDS = [
    Need(
        "their rule",
        ("can i sue the police for not coming", "do police have to help me", "they never came when i called 911"),
        {"duty-to-protect/short-answer": "In general, no", "duty-to-protect/never-came": "generally cannot"},
    ),
    Need(
        "their own state's rule",
        ("texas", "can i sue the police in texas", "texas law police did not come"),
        {"state-rules/tx": "Statute gives immunity"},
    ),
    Need(
        "the exceptions",
        ("when can i sue the police", "are there exceptions", "exceptions to no duty to protect"),
        {"duty-to-protect/exceptions": "promise"},
    ),
    Need(
        "what to do today",
        ("what should i do now", "police did not come what do i do today", "i am in danger"),
        {
            "same-day-safety/right-now": "911",
            "same-day-safety/call-again": "you called before",
            "same-day-safety/next-days": "time limits",
        },
    ),
    Need(
        "the kind of deadline",
        ("how long do i have to sue", "is there a time limit", "deadline to sue the city"),
        {"deadlines/which-clocks": "notice", "deadlines/time-to-sue": "depends on the state"},
    ),
    Need(
        "how to get the 911 recording",
        ("how do i get my 911 call", "911 recording", "get the tape of my call"),
        {"evidence-records/get-a-copy": "public records", "evidence-records/preservation-letter": "in writing"},
    ),
    Need(
        "whom to call",
        ("who can i call", "hotline number", "who can i talk to about this"),
        {"same-day-safety/who-to-call": "800-799-7233"},
    ),
    Need(
        "what a lawyer costs",
        ("how much is a lawyer", "what does a lawyer cost", "i cant afford a lawyer"),
        {"cost/lawyer-cost": "fee", "cost/free-help": "legal aid"},
    ),
]


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.name)
def test_it_is_found_within_three_searches(guide, need):
    seen = {text: [hit.section for hit in guide.search(text).hits[:FIRST_THREE]] for text in need.tries}
    good = [text for text, sections in seen.items() if set(sections) & set(need.sections)]
    print(f"\n{need.name}: {len(good)} of {len(seen)} tries")
    # one try that fails is a reader's bad luck; two would be ours
    assert len(good) >= 2, seen


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.name)
def test_what_is_found_answers(guide, need):
    for name, words in need.sections.items():
        assert words in guide.section(name).text, name
