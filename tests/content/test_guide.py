"""What is wrong between the files of a folder: ids, published sections, orphans, the sections of the states."""

import io

import pytest

from guide_app.content.check import check
from guide_app.content.commands import run_check
from guide_app.content.published import main as publish
from tests.content.made_folder import (
    CASES,
    FILES,
    GLOSSARY_MD,
    RULES_MD,
    STATES,
    WARREN_MD,
    edited,
    warren,
    with_block,
    write_folder,
)

WARREN = "articles/en/warren.md"
RULES = "articles/en/rules.md"
LIST = "articles/en/published-ids.txt"

ROWS = [
    ("the folder as it is", {}),
    # ids
    (
        "an article twice",
        {"articles/en/x.md": GLOSSARY_MD},
        "articles/en/x.md:2: the article “glossary” stands twice (also in",
    ),
    (
        "a topic twice",
        {"articles/en/topics.yaml": FILES["articles/en/topics.yaml"] + "- id: cases\n  title: x\n"},
        "articles/en/topics.yaml:5: the topic “cases” stands twice",
    ),
    (
        "an authority twice, in two files",
        {"authorities/x.yaml": CASES.partition("- id: linda")[0]},
        "authorities/x.yaml:1: the authority “warren-v-district-of-columbia-1981” stands twice (also in",
    ),
    (
        "a service twice",
        {"services/x.yaml": FILES["services/services.yaml"].partition("- id: us-line")[0]},
        "services/x.yaml:1: the service “us-911” stands twice",
    ),
    ("a state twice", {"states/x.yaml": STATES}, "states/x.yaml:1: the state “NY” stands twice"),
    # published ids
    (
        "a new section that nobody has listed",
        edited(LIST, ("warren/what-happened\n", "")),
        f"{LIST}:0: the section “warren/what-happened” is not in the list; run python -m",
    ),
    (
        "a section of a state that nobody has listed",
        edited(LIST, ("rules/ny\n", "")),
        f"{LIST}:0: the section “rules/ny” is not in the list",
    ),
    (
        "a published section is gone",
        edited(LIST, ("warren/ruling", "warren/lost")),
        f"{LIST}:5: the published section “warren/lost” is gone; bring it back, or write",
    ),
    ("a folder that publishes nothing yet", {LIST: None}),
    ("a list that is no text is said once", {LIST: b"\xff"}, f"{LIST}:1: the file is not UTF-8 text"),
    # renamed_from
    (
        "renamed, and still there",
        warren(("[warren/ruling]", "[warren/ruling, warren/what-happened]")),
        f"{WARREN}:25: “warren/what-happened” under renamed_from is still there",
    ),
    (
        "renamed to two places",
        edited(
            "articles/en/glossary.md",
            ("    asked_as: [what is public duty]", "    asked_as: [x]\n    renamed_from: [warren/ruling]"),
        ),
        f"{WARREN}:25: “warren/ruling” is renamed twice, to “glossary/public-duty-rule” and",
    ),
    # orphans
    (
        "an article to which nothing leads",
        {
            "articles/en/topics.yaml": FILES["articles/en/topics.yaml"],
            RULES: RULES_MD,
            WARREN: WARREN_MD.replace("[@state:NY]", "[@usc-42-1983]"),
            "articles/en/glossary.md": GLOSSARY_MD.replace("[warren, rules]", "[warren]"),
        },
        f"{RULES}:2: no other article leads to this one",
    ),
    (
        "a term to which nothing leads",
        warren(("[public duty rule](glossary/public-duty-rule)", "public duty rule")),
        "articles/en/glossary.md:15: no article links to the term “public-duty-rule”",
    ),
    # the sections of the states
    (
        "a kind that is not there",
        edited(RULES, ("public-duty", "duties")),
        f"{LIST}:4: the published section “rules/ny” is gone",
        f"{RULES}:19: there are no state sections of the kind “duties”; use one of public-duty, deadlines",
        f"{WARREN}:30: there is no state section for “NY”",
    ),
    (
        "a second kind in one article would use the same ids",
        {RULES: RULES_MD + "\n[[states: deadlines]]\n"},
        f"{RULES}:21: a second [[states: …]] stands in the article",
    ),
    (
        "one kind in two articles",
        {"articles/en/glossary.md": GLOSSARY_MD + "\n[[states: public-duty]]\n"},
        f"{LIST}:0: the section “glossary/ny” is not in the list",
        f"{RULES}:19: [[states: public-duty]] stands also in",
    ),
    ("text after them", {RULES: RULES_MD + "\nText. {.general}\n"}, f"{RULES}:21: text stands after [[states: …]]"),
    (
        "a section with the id of a state's",
        edited(RULES, ("{#how-to-read}", "{#ny}"), ("  how-to-read:", "  ny:")),
        f"{LIST}:3: the published section “rules/how-to-read” is gone",
        f"{RULES}:15: the section id “ny” is that of a state's section",
    ),
    (
        "a state that rests on nothing that is there",
        edited("states/states.yaml", ("[usc-42-1983]", "[usc-42-1938]")),
        "states/states.yaml:37: NY: there is no authority “usc-42-1938” (nearest: “usc-42-1983”)",
    ),
    # topics
    (
        "a topic that is not there",
        warren(("topic: cases", "topic: case")),
        "articles/en/glossary.md:2: no other article leads to this one",
        "articles/en/glossary.md:9: “warren” under",
        "articles/en/glossary.md:15: no article links",
        f"{LIST}:5: ",
        f"{LIST}:6: ",
        f"{LIST}:7: ",
        f"{WARREN}:5: there is no topic “case” (nearest: “cases”), so the article is left out",
    ),
]


@pytest.mark.parametrize(("files", "findings"), [(row[1], row[2:]) for row in ROWS], ids=[row[0] for row in ROWS])
def test_between_files(expect, files, findings):
    expect(files, *findings)


def test_an_article_by_itself_is_no_orphan(expect):
    only = RULES_MD.replace("related: []", "related: []")
    expect({WARREN: None, "articles/en/glossary.md": None, RULES: only, LIST: None})


def test_the_counts(tmp_path):
    out = io.StringIO()
    assert run_check(write_folder(tmp_path), out) == 0
    counts = out.getvalue()
    assert counts.startswith("3 articles, 5 sections, ")
    assert counts.endswith(" words, 4 citations, 2 authorities cited, 2 not cited\n")


def test_each_finding_is_said_once_and_in_order(tmp_path):
    folder = write_folder(tmp_path, warren(("- A lawyer can", "- See [x](nowhere), [y](nowhere).\n- A lawyer can")))
    found = check(folder).findings
    assert [one.line for one in found] == [31]


def test_only_the_first_faults_have_a_hint_since_each_takes_time(check_folder):
    found = check_folder(
        with_block("\n\n".join(f"- No [@usc-42-198{number}]." for number in range(4, 10) for _ in "abcd"))
    )
    dead = [line for line in found if "there is no authority" in line]
    assert len(dead) == 24
    assert sum("(nearest: “usc-42-1983”)" in line for line in dead) == 20


# -- a clinic's folder beside the guide's ----------------------------------------------------------------------------

CLINIC = """\
---
id: our-clinic
title: When can I come?
summary: On Mondays.
topic: start
order: 1
reviewed: 2026-01-24
applies_to: New York
related: [warren]
sections:
  hours:
    asked_as: [when are you open]
---

## When are you open? {#hours}

Mondays. See [the rule](glossary/public-duty-rule) [@usc-42-1983].
"""


@pytest.fixture
def clinic(tmp_path):
    """Return a function that checks a clinic's folder beside the made one."""
    guide = write_folder(tmp_path / "guide", {LIST: None})

    def clinic_(**texts):
        folder = tmp_path / "clinic"
        articles = folder / "articles" / "en"
        articles.mkdir(parents=True)
        for name, text in texts.items():
            (articles / f"{name}.md").write_text(text)
        return [str(one).replace(f"{folder}/", "") for one in check(folder, beside=[guide]).findings]

    return clinic_


def test_a_clinic_may_refer_to_the_guide(clinic):
    assert clinic(ours=CLINIC) == []


def test_a_clinic_may_not_take_an_id_of_the_guide(clinic):
    (found,) = clinic(ours=CLINIC.replace("our-clinic", "warren"))
    assert found.startswith("articles/en/ours.md:2: the article “warren” stands twice (also in ")


def test_what_is_wrong_in_the_guide_is_not_the_clinics_business(tmp_path, clinic):
    write_folder(tmp_path / "guide", {WARREN: "broken"})
    (found,) = clinic(ours=CLINIC)
    assert found.startswith("articles/en/ours.md:9: “warren” under related is not there")


# -- the list of published ids ---------------------------------------------------------------------------------------


def test_publishing_adds_what_is_new_and_keeps_what_was_there(tmp_path, capsys):
    folder = write_folder(tmp_path, edited(LIST, ("warren/what-happened\n", ""), ("warren/ruling", "warren/long-gone")))
    assert publish([str(folder)]) == 0
    assert capsys.readouterr().out == "1 new section ids\n"
    ids = (folder / LIST).read_text().splitlines()[1:]
    assert ids == sorted(ids)
    assert {"warren/long-gone", "warren/what-happened", "rules/ny"} <= set(ids)
    assert publish([str(folder), "en"]) == 0
    assert capsys.readouterr().out == "0 new section ids\n"


@pytest.mark.parametrize("arguments", [[], ["a", "b", "c"]])
def test_publishing_needs_a_folder(capsys, arguments):
    assert publish(arguments) == 2
    assert capsys.readouterr().err.startswith("Usage: ")


def test_publishing_a_folder_that_is_not_there(tmp_path, capsys):
    assert publish([str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_publishing_never_writes_over_a_list_that_it_cannot_read(tmp_path, capsys):
    folder = write_folder(tmp_path, {LIST: b"warren/old\n\xff\n"})
    assert publish([str(folder)]) == 2
    assert f"{LIST}:2: the file is not UTF-8 text" in capsys.readouterr().err
    assert (folder / LIST).read_bytes() == b"warren/old\n\xff\n"
