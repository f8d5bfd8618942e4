"""The YAML lists of a folder: what is broken is said with its line, and what is left is used."""

import pytest

from guide_app.content.compiler import compile_folder
from guide_app.library.reader import Library
from tests.content.made_folder import (
    CASES,
    FILES,
    LIMITED,
    SERVICES,
    SUPERSEDED,
    SYNONYMS,
    TOPICS,
    WARREN,
    edited,
    write_folder,
)  # fmt: skip

TOPIC_FILE = "articles/en/topics.yaml"
SYNONYM_FILE = "articles/en/synonyms.yaml"
SERVICE_FILE = "services/services.yaml"
CASE_FILE = "authorities/cases.yaml"
STATE_FILE = "states/states.yaml"
LIST = "articles/en/published-ids.txt"

# Broken entries of which nothing else speaks: the third topic, a case that no text cites, a service that none names.
YAML = [
    ("a topic", "- id: more\n  title: More\n"),
    ("a topic whose title is a year", "- id: more\n  title: 1983\n"),
    ("a bracket that is not closed", "- id: [more\n", "6: the YAML is broken (did not find expected ',' or ']')"),
    ("a tab", "-\tid: more\n\ttitle: x\n", "5: the YAML is broken ("),
    ("a key twice", "- id: more\n  title: More\n  id: other\n", "7: the YAML is broken (the key “id” stands twice)"),
    ("a key that is a list", "- ? [a]\n  : b\n", "5: the YAML is broken (a key must be a word)"),
    ("a merge, which hides what stands where", "- <<: {id: more}\n", "5: the YAML is broken (a key must be a word)"),
    ("a set", "- !!set {a}\n", "5: the YAML is broken (tag:yaml.org,2002:set has no use here)"),
    (
        "a number that YAML 1.1 reads as 83",
        "- id: more\n  title: 0123\n",
        "6: the YAML is broken (what is no whole number",
    ),
    (
        "an hour that YAML 1.1 reads as 540",
        "- id: more\n  title: 9:00\n",
        "6: the YAML is broken (what is no whole number",
    ),
    (
        "a number that would lose its last nought",
        "- id: more\n  title: 1.10\n",
        "6: the YAML is broken (what is no whole",
    ),
    ("a number with a tag", "- !!int [a]\n", "5: the YAML is broken (what is no whole number"),
    ("a mapping by its tag", "- !!map more\n", "5: the YAML is broken (keys and values are wanted here)"),
    ("a date by its tag", "- !!timestamp soon\n", "1: the YAML is broken (a value does not fit its tag)"),
    ("yes or no by its tag", "- !!bool maybe\n", "1: the YAML is broken (a value does not fit its tag)"),
    ("a day that does not exist", "- id: 2026-02-30\n", "1: the YAML is broken (a value is impossible: day"),
    (
        "a program",
        "- !!python/object/apply:os.system [ls]\n",
        "5: the YAML is broken (could not determine a constructor",
    ),
    ("an alias of nothing", "- *more\n", "5: the YAML is broken (found undefined alias)"),
    ("two documents", "---\n- id: more\n", "5: the YAML is broken (but found another document)"),
    ("a sign that YAML does not allow", "- id: \ufffe\n", "1: the YAML is broken (it cannot be read)"),
    ("nested too deeply", "- x: " + "[" * 400 + "]" * 400 + "\n", "1: the YAML is broken (it is nested too deeply)"),
    ("an entry that is a word", "- more\n", "0: entry 3 holds no keys"),
    ("an entry without an id", "- title: More\n", "5: the entry is left out: its id None is not lower-case words"),
    ("an id with spaces", "- title: More\n  id: More words\n", "6: the entry is left out: its id 'More words' is not"),
    ("no title", "- id: more\n", "5: the entry is left out: “title” is missing or no text"),
    ("a title that is yes", "- id: more\n  title: yes\n", "6: the entry is left out: “title” is missing or no text"),
    ("a title of spaces", "- id: more\n  title: ' '\n", "6: the entry is left out: “title” is missing or no text"),
]


@pytest.mark.parametrize(("more", "findings"), [(row[1], row[2:]) for row in YAML], ids=[row[0] for row in YAML])
def test_a_list(check_folder, more, findings):
    found = [line for line in check_folder({TOPIC_FILE: TOPICS + more}) if line.startswith(TOPIC_FILE)]
    expected = [f"{TOPIC_FILE}:{finding}" for finding in findings]
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected, found


def test_a_bomb_is_not_unpacked(check_folder):
    """Each line holds the one before it nine times: a few hundred bytes would be a gigabyte."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    (found,) = [line for line in check_folder({"services/x.yaml": "\n".join(lines)}) if line.startswith("services/x")]
    assert found.startswith(
        "services/x.yaml:1: the YAML is broken (a value is impossible: it repeats itself too often)"
    )


def test_a_ring_ends(check_folder):
    (found,) = check_folder({"services/x.yaml": "&a [*a]\n"})
    assert found.startswith("services/x.yaml:1: the YAML is broken (a value is impossible: it repeats itself")


@pytest.mark.parametrize("text", ["id: more\n", "more\n", "7\n"])
def test_a_file_that_is_no_list(expect, text):
    expect({"services/x.yaml": text}, "services/x.yaml:1: the file is not a list; begin each entry with “- ”")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "[]\n"])
def test_an_empty_list_is_one(expect, text):
    expect({"services/x.yaml": text})


def test_topics_may_be_those_of_the_guide_beside_it(check_folder):
    found = check_folder({TOPIC_FILE: None})
    assert len([line for line in found if "there is no topic" in line]) == 3


AUTHORITIES = [
    (
        "a kind that is not there",
        ("  type: statute", "  type: law"),
        "1: the entry is left out: usc-42-1983: type 'law' is",
    ),
    (
        "a kind that is a list",
        ("  type: statute", "  type: [statute]"),
        "1: the entry is left out: a field of usc-42-1983 has",
    ),
    (
        "a field that is missing",
        ("  cite: 42 U.S.C. § 1983\n", ""),
        "1: the entry is left out: usc-42-1983: 1 required",
    ),
    (
        "a field that is not there",
        ("  as_of:", "  note_: x\n  as_of:"),
        "1: the entry is left out: usc-42-1983: unknown field",
    ),
    ("no id", ("- id: usc-42-1983", "- id: [x]"), "1: the entry is left out: its id ['x'] is not lower-case words"),
]


@pytest.mark.parametrize(("change", "finding"), [row[1:] for row in AUTHORITIES], ids=[row[0] for row in AUTHORITIES])
def test_an_authority(check_folder, change, finding):
    found = check_folder(edited("authorities/statutes.yaml", change))
    assert found[-2].startswith("authorities/statutes.yaml:" + finding), found
    # what is left out is missed where it is used
    assert found[-1].startswith("states/states.yaml:37: NY: there is no authority “usc-42-1983”")
    assert any(line.startswith("articles/en/warren.md:27: there is no authority “usc-42-1983”") for line in found)


def test_the_other_entries_are_used(check_folder):
    found = check_folder({CASE_FILE: CASES.replace("standing: limited", "standing: weak")})
    (line,) = found
    assert line.startswith(f"{CASE_FILE}:24: the entry is left out: {LIMITED}: standing 'weak' is none of")
    assert CASES.split("\n")[23] == f"- id: {LIMITED}"
    assert WARREN in CASES
    assert SUPERSEDED in CASES


# Each row changes the entry of us-desk, which no article names; it begins on line 23. Which faults there are stands in
# tests/places/test_service_checks.py; here each is said with its line, and what becomes of the entry.
SERVICE_ROWS = [
    (
        "no name",
        ("  name: The Desk\n", ""),
        "23: the entry is left out: us-desk: “name” is missing or no text; write a te",
    ),
    (
        "no source",
        ("  sources: [https://example.org/desk]\n", ""),
        "23: the entry is left out: us-desk: “sources” is no list with one text at",
    ),
    (
        "a kind that is not there",
        ("kind: hotline", "kind: desk"),
        "25: the entry is left out: us-desk: the kind “desk” is not known; choose",
    ),
    (
        "a place that is not there",
        ("coverage: national", "coverage: XX"),
        "26: the entry is left out: us-desk: the coverage “XX” is no place",
    ),
    (
        "an address without a host",
        ("url: https://example.org/desk", "url: https://desk"),
        "27: the entry is left out: us-desk: url “https://d",
    ),
    (
        "a number cut off",
        ("  url:", "  phone: 1-800-555\n  url:"),
        "27: the entry is left out: us-desk: phone “1-800-555” is no valid number",
    ),
    (
        "a number that is no text",
        ("  url:", "  phone: 18005550100\n  url:"),
        "27: the entry is left out: us-desk: “phone” is missing or no",
    ),
    (
        "issues that are no list",
        ("issues: [civil]", "issues: civil"),
        "28: the entry is left out: us-desk: “issues” is no list with one text",
    ),
]


@pytest.mark.parametrize(
    ("change", "findings"), [(row[1], row[2:]) for row in SERVICE_ROWS], ids=[row[0] for row in SERVICE_ROWS]
)
def test_a_service(expect, change, findings):
    before, desk = SERVICES.split("- id: us-desk")
    assert before.count("\n") == 22
    assert desk.count(change[0]) == 1
    text = f"{before}- id: us-desk{desk.replace(*change)}"
    expect({SERVICE_FILE: text}, *(f"{SERVICE_FILE}:{finding}" for finding in findings))


def test_of_a_broken_services_file_the_rest_is_compiled(tmp_path):
    folder = write_folder(tmp_path / "guide", {SERVICE_FILE: SERVICES.replace("  name: The Desk\n", "")})
    report = compile_folder((folder,), tmp_path / "library.sqlite3")
    assert report.left_out == (f"{folder}/{SERVICE_FILE}:23",)
    with Library.open(tmp_path / "library.sqlite3") as library:
        assert [service.id for service in library.services()] == ["us-911", "us-line"]


def test_a_small_fault_leaves_the_entry_in(tmp_path):
    text = SERVICES.replace("issues: [emergency]", "issues: [emergency, taxes]")
    folder = write_folder(tmp_path / "guide", {SERVICE_FILE: text})
    report = compile_folder((folder,), tmp_path / "library.sqlite3")
    assert "the issue “taxes” is not known" in str(report.findings[0])
    assert report.left_out == ()


STATE_ROWS = [
    ("not an abbreviation", ("state: NY", "state: New York"), "1: the entry is left out: "),
    ("a key that is not there", ("  suit:", "  suits: x\n  suit:"), "19: the entry is left out: "),
    (
        "a word that is not one of the words",
        ("  state_civil_rights_claim: unknown", "  state_civil_rights_claim: no way"),
        "32: the",
    ),
    ("a period of no time", ("n: 3,", "n: 0,"), "3: the entry is left out: "),
    ("no date on which it was read", ("  read_on: 2026-01-23\n", ""), "1: the entry is left out: "),
]


@pytest.mark.parametrize(("change", "finding"), [row[1:] for row in STATE_ROWS], ids=[row[0] for row in STATE_ROWS])
def test_a_state(expect, change, finding):
    expect(
        {**edited(STATE_FILE, change), **edited("articles/en/warren.md", ("[@state:NY]", "[@usc-42-1983]"))},
        f"{LIST}:4: the published section “rules/ny” is gone",
        f"{STATE_FILE}:{finding}",
    )


SYNONYM_ROWS = [
    ("two keys and no other", SYNONYMS + "more: []\n", "1: the file has not the keys same and leads_to"),
    ("a list", "- [police, cop]\n", "1: the file has not the keys same and leads_to"),
    ("same is no list", "same: police\nleads_to: {}\n", "1: the file has not the keys same and leads_to"),
    ("leads_to is no mapping", "same: []\nleads_to: [a]\n", "1: the file has not the keys same and leads_to"),
    ("broken YAML", "same: [\n", "2: the YAML is broken ("),
    (
        "one word means the same as none",
        "same:\n- [police]\nleads_to: {}\n",
        "1: line 1 of “same” is not a list of two words",
    ),
    ("a line that is a word", "same:\n- police\nleads_to: {}\n", "1: line 1 of “same” is not a list of two words"),
    (
        "no is the answer no, and no word",
        "same:\n- [no, never]\nleads_to: {}\n",
        "1: line 1 of “same” is not a list of two",
    ),
    (
        "a word to which nothing leads",
        "same: []\nleads_to:\n  deadline: []\n",
        "3: “deadline” under leads_to has no list",
    ),
    ("signs are no words", "same:\n- [police, '!?']\nleads_to: {}\n", "1: line 1 of “same” is not a list of two words"),
    ("both may be empty", "same:\nleads_to:\n"),
    ("911 may be a number", "same:\n- [911, emergency]\nleads_to: {}\n"),
    ("a folder need not have any", None),
]


@pytest.mark.parametrize(
    ("text", "findings"), [(row[1], row[2:]) for row in SYNONYM_ROWS], ids=[row[0] for row in SYNONYM_ROWS]
)
def test_synonyms(expect, text, findings):
    assert FILES[SYNONYM_FILE] == SYNONYMS
    expect({SYNONYM_FILE: text}, *(f"{SYNONYM_FILE}:{finding}" for finding in findings))


def test_synonyms_of_a_file_that_leads_out(check_folder, tmp_path):
    (tmp_path / "secret").write_text(SYNONYMS)
    (tmp_path / "guide" / "articles" / "en").mkdir(parents=True)
    (tmp_path / "guide" / SYNONYM_FILE).symlink_to(tmp_path / "secret")
    (found,) = check_folder({SYNONYM_FILE: None})
    assert found.startswith(f"{SYNONYM_FILE}:0: the file is a link that leads out of the content folder")
