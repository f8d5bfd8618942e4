"""The head of an article: every way in which it can be wrong, with its line."""

import re

import pytest

from tests.content.made_folder import GLOSSARY_MD, WARREN_MD, edited, warren

FILE = "articles/en/warren.md"
UNUSABLE = [
    ("no head at all", "Text\n", ":1: the article has no head"),
    ("an empty file", "", ":1: the article has no head"),
    ("a head that does not end", WARREN_MD.replace("\n---\n", "\n--\n"), ":1: the article has no head"),
    ("a head with nothing in it", "---\n---\n\nText\n", ":2: the head holds no keys"),
    ("a head that is a list", "---\n- id\n---\n", ":2: the head holds no keys"),
    ("broken YAML", WARREN_MD.replace("order: 10", "order: [10"), ":7: the YAML is broken ("),
    ("a key that stands twice", WARREN_MD.replace("order: 10", "topic: cases"), ":6: the YAML is broken (the key “to"),
    ("no id", WARREN_MD.replace("id: warren\n", ""), ":2: the head has no “id”"),
    ("an id with a capital", WARREN_MD.replace("id: warren\n", "id: Warren\n"), ":2: “id” is wrong; write lower-case"),
    ("a title that is a number", WARREN_MD.replace('"Warren: what', '7 #"'), ":3: “title” is wrong; write a text"),
    ("a title of spaces", WARREN_MD.replace('"Warren: what', '" " #'), ":3: “title” is wrong"),
    ("an order that is a word", WARREN_MD.replace("order: 10", "order: ten"), ":6: “order” is wrong; write a whole"),
    ("an order that is yes", WARREN_MD.replace("order: 10", "order: yes"), ":6: “order” is wrong"),
    ("an order too large to sort by", WARREN_MD.replace("10", "1" + 9 * "0"), ":6: “order” is wrong"),
    (
        "no reviewed date",
        WARREN_MD.replace("reviewed: 2026-01-24\n", ""),
        ":2: the head has no “reviewed”; write a date",
    ),
    ("a date in words", WARREN_MD.replace("2026-01-24", "January"), ":7: “reviewed” is wrong; write a date such as"),
    ("a date with a time", WARREN_MD.replace("2026-01-24", "2026-01-24 10:00:00"), ":7: “reviewed” is wrong"),
    (
        "a day that does not exist",
        WARREN_MD.replace("2026-01-24", "2026-02-31"),
        ":2: the YAML is broken (a value is imp",
    ),
    ("related is one word", WARREN_MD.replace("[glossary]", "glossary"), ":9: “related” is wrong; write a list of ids"),
    ("related holds no id", WARREN_MD.replace("[glossary]", "[../secret]"), ":9: “related” is wrong"),
    (
        "sections is one word",
        re.sub(r"sections:\n(  .*\n)+", "sections: none\n", WARREN_MD),
        ":10: “sections” is wrong",
    ),
    ("a list in a list in a list …", WARREN_MD + "- " * 20 + "x\n", ":32: the line is nested too deeply"),
]


@pytest.mark.parametrize(("text", "finding"), [row[1:] for row in UNUSABLE], ids=[row[0] for row in UNUSABLE])
def test_an_article_that_cannot_be_used_is_left_out(check_folder, text, finding):
    found = check_folder({FILE: text})
    of_the_file = [line.removeprefix(FILE) for line in found if line.startswith(FILE)]
    assert [line[: len(finding)] for line in of_the_file] == [finding], found
    assert any("“warren/what-happened” is gone" in line for line in found)


HAPPENED = "20: the section “what-happened” has no asked_as"
DECIDED = "25: the section “what-court-decided” has no asked_as"
ROWS = [
    (
        "an unknown key, often a slip of the pen",
        [("order: 10", "order: 10\nasked_as: [x]")],
        "7: the head has an unknown",
    ),
    ("related may be left out", [("related: [glossary]\n", "")]),
    (
        "a section that is not in the text",
        [("  what-happened:", "  lost:\n    asked_as: [x]\n  what-happened:")],
        "11: the",
    ),
    ("a key of a section that nothing reads", [("    renamed_from: [", "    renamed: [")], "15: unknown key “renamed”"),
    (
        "asked_as is one text",
        [("[who won warren]", "who won warren")],
        "14: “asked_as” is wrong; write a list of texts",
        DECIDED,
    ),
    ("asked_as holds a list", [("[who won warren]", "[[who won warren]]")], "14: “asked_as” is wrong", DECIDED),
    ("renamed_from is one text", [("[warren/ruling]", "warren/ruling")], "15: “renamed_from” is wrong"),
    (
        "a section has its questions directly",
        [(":\n    asked_as: [the police came and left]", ": [x]")],
        "11: “what-h",
        HAPPENED,
    ),
]


@pytest.mark.parametrize(("changes", "findings"), [(row[1], row[2:]) for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_wrong_in_a_head_and_can_be_passed_over(check_folder, changes, findings):
    found = [line for line in check_folder(warren(*changes)) if line.startswith(FILE)]
    expected = [f"{FILE}:{finding}" for finding in findings]
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected, found


def test_numbers_may_be_asked_for(expect):
    expect(warren(("[who won warren]", "[1983]")))


def test_a_section_without_questions_is_said_where_it_stands(expect):
    expect(
        edited("articles/en/glossary.md", ("    asked_as: [what is public duty]", "    {}")),
        "articles/en/glossary.md:15: the section “public-duty-rule” has no asked_as",
    )
    assert GLOSSARY_MD.split("\n")[14].startswith("## ")
