"""The sections that are written for each state: a row for each thing that may be said, and how it is said."""

import pytest

from guide_app.content.compiler import compile_folder
from guide_app.library.reader import Library
from tests.content.made_folder import RULES_MD, STATES, edited, write_folder

STATE_FILE = "states/states.yaml"
DEADLINES_MD = (
    RULES_MD.replace("id: rules", "id: deadlines").replace("public-duty", "deadlines").replace("how-to-read", "clocks")
)
CHECK = "Check with a lawyer now."
READ = f"We read it by January 23, 2026. {CHECK}"
NOTICE_IS = "A notice of claim is a written notice to a public body, given before a suit under state law."
NOT_FOUND = "That does not mean that there is no limit. Ask a lawyer now."


@pytest.fixture
def write(tmp_path):
    """Return a function that compiles a folder with both kinds of sections and gives a section of it."""

    def write_(identity, files=None):
        folder = write_folder(tmp_path / "guide", {"articles/en/deadlines.md": DEADLINES_MD, **(files or {})})
        compile_folder([folder], tmp_path / "library.sqlite3")
        with Library.open(tmp_path / "library.sqlite3") as library:
            return library.section(identity)

    return write_


def test_the_rule(write):
    section = write("rules/ny")
    assert section.heading == "What is the rule in New York?"
    assert section.text == (
        "The public duty rule: Rule applies. A promise to you can change it. Sources: Warren (D.C. 1981)\n"
        "The state’s own civil-rights claim: "
        "Unknown. We did not find an answer. That is not a no. The claim may exist.\n\n"
        f"We read these sources by January 23, 2026. No citator was used. {CHECK}\n\n"
        "What the words mean: How do I read these lines?\n\n"
        "What the rule is: What is the public duty rule?\n\n"
        "Next: How long do I have in New York?"
    )
    assert '<a href="guide:deadlines/ny">' in section.html


def test_the_deadlines(write):
    section = write("deadlines/ny")
    assert section.heading == "How long do I have in New York?"
    assert section.text == (
        "Act within 90 days of the day it happened. That is the shortest time we found here. "
        f"It is for the notice of claim. {CHECK}\n\n"
        "Notice of claim to the government\n"
        f"Is a notice needed?: Yes, for the claims below. {NOTICE_IS}\n"
        "90 days: Against: city. Counts from: the day the claim arises. To whom it must go was not shown. "
        "N.Y. Gen. Mun. Law §\xa050-e. Read in the words of a law or a court. "
        f"The date of the text was not shown. {READ}\n"
        "Time to sue under state law\n"
        "1 year and 90 days: Counts from: the day of the event. "
        f"§\xa050-i. Read in the words of a law or a court. Date of the text we read: 2024. {READ}\n"
        "Time to sue under federal law (section 1983)\n"
        "3 years: N.Y. C.P.L.R. §\xa0214(5). Read in the words of a law or a court. "
        f"The date of the text was not shown. {READ}\n"
        "Sources: 42 U.S.C. §\xa01983\n\n"
        "Traps\n\n"
        "- The clock is short.\n"
        "- To be safe, count from the day of the event and take the shortest time that could fit.\n\n"
        f"We read these sources by January 23, 2026. No citator was used. {CHECK}\n\n"
        "See also: What is the rule in New York?"
    )


NOTICE = STATES[STATES.index("    periods:\n    - n: 90") : STATES.index("    cautious: null\n  suit:")]
SUIT = STATES[STATES.index("    periods:\n    - n: 1\n") : STATES.index("    cautious: null\n  public_duty")]
FIRST = (
    "Act within 30 days: Not settled. Count from: the day the harm is discovered. Courts disagree. "
    "Check with a lawyer now.\n"
)
WAIT = (
    "Wait 90 days: A waiting time before you may sue, not a deadline. Against: city. "
    "Counts from: the day the claim arises. Give the notice early enough"
)
FEDERAL = "{n: 3, unit: years, statute: N.Y. C.P.L.R. § 214(5), confidence: primary}"
CAUTIOUS = "cautious: {{n: 30, unit: days, runs_from: discovery, why: Courts disagree., credible: {}}}"

ROWS = [
    # periods
    (
        "only one case",
        ("against: city", "only_if: a child was hurt"),
        "90 days: Only if a child was hurt. Counts from: ",
    ),
    ("an explanation", ("against: city", "explain: city code"), " was not shown. City code. N.Y. Gen. Mun. Law"),
    ("to whom it goes", ("to: not shown", "to: the clerk"), "Give it to: the clerk. N.Y. Gen. Mun. Law"),
    ("nobody says to whom it goes", ("      to: not shown\n", ""), "claim arises. N.Y. Gen. Mun. Law"),
    ("a start that has no words of its own", ("accrual", "loss or accrual"), "Counts from: loss or accrual."),
    (
        "from other pages",
        (
            "50-e\n      kind: file_by\n      confidence: primary",
            "50-e\n      kind: file_by\n      confidence: secondary",
        ),
        "50-e. From other pages, not from the law itself.",
    ),
    # a waiting time is never a deadline
    (
        "a wait",
        ("kind: file_by", "kind: wait_before_suit"),
        WAIT,
    ),
    (
        "a wait is no time to give notice",
        ("kind: file_by", "kind: wait_before_suit"),
        f"Not found: How long you have was not found. {NOT_FOUND}",
    ),
    # what is not found is never "no limit", and unknown is never no
    ("no time to give notice", (NOTICE, ""), f"Not found: How long you have was not found. {NOT_FOUND}"),
    ("no time to sue", (SUIT, ""), f"Not found: The time to sue under state law was not found. {NOT_FOUND}"),
    (
        "no federal time",
        (FEDERAL, "null"),
        f"Not found: The time for a federal claim was not found. {NOT_FOUND}",
    ),
    (
        "it is not known whether a notice is needed",
        ("required: 'yes'", "required: unknown"),
        "needed?: Not known. We could not settle it. That is not a no.",
    ),
    # a careful person's date
    (
        "the cautious date leads",
        ("    cautious: null\n  suit:", f"    {CAUTIOUS.format('true')}\n  suit:"),
        f"{FIRST}90 days:",
    ),
    (
        "of the time to sue too",
        ("    cautious: null\n  public", f"    {CAUTIOUS.format('true')}\n  public"),
        f"{FIRST}1 year and 90 days:",
    ),
    (
        "and of the federal time",
        ("    cautious: null\n  notice", f"    {CAUTIOUS.format('true')}\n  notice"),
        f"{FIRST}3 years:",
    ),
    # sources
    (
        "the sources of a field",
        ("notice_of_claim: []", "notice_of_claim: [usc-42-1983]"),
        f"{READ}\nSources: 42 U.S.C. §\xa01983\nTime to sue under state law",
    ),
    (
        "a case that is not what it was",
        ("notice_of_claim: []", "notice_of_claim: [monroe-v-pape-1961]"),
        "Sources: Monroe (D.C. 1961), later superseded\n",
    ),
    (
        "a case that is limited",
        ("notice_of_claim: []", "notice_of_claim: [linda-r-s-v-richard-d-1973]"),
        "Sources: Linda (D.C. 1973), later limited\n",
    ),
]


@pytest.mark.parametrize(("change", "words"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_said_of_a_deadline(write, change, words):
    text = write("deadlines/ny", edited(STATE_FILE, change)).text
    assert words in text


def test_a_cautious_date_that_is_not_credible_is_never_shown(write):
    change = ("    cautious: null\n  suit:", f"    {CAUTIOUS.format('false')}\n  suit:")
    assert "30 days" not in write("deadlines/ny", edited(STATE_FILE, change)).text


def test_a_state_that_needs_no_notice_has_no_missing_one(write):
    text = write("deadlines/ny", edited(STATE_FILE, ("required: 'yes'", "required: 'no'"), (NOTICE, ""))).text
    said = f"Is a notice needed?: No, by what we read. An early notice is still safer. {NOTICE_IS}\n"
    assert f"{said}Time to sue under state law" in text


def test_authorities_that_the_guide_does_not_have_are_left_out(write):
    section = write("rules/ny", edited(STATE_FILE, ("[warren-v-district-of-columbia-1981]", "[nobody]")))
    assert section.text.startswith("The public duty rule: Rule applies. A promise to you can change it.\n")


def test_a_start_that_the_explanation_tells_of_is_said_once(write):
    explained = ("against: city", "explain: the start was not shown; count from the event")
    files = edited(STATE_FILE, explained, ("runs_from: accrual", "runs_from: not shown"))
    said = "90 days: To whom it must go was not shown. The start was not shown; count from the event. N.Y. Gen."
    assert said in write("deadlines/ny", files).text


def test_a_state_without_any_time_begins_with_its_lines(write):
    files = edited(STATE_FILE, (NOTICE, ""), (SUIT, ""), (f"    period: {FEDERAL}\n", "    period: null\n"))
    assert write("deadlines/ny", files).text.startswith("Notice of claim to the government\n")


def test_the_district_has_an_article_and_another_name(write, tmp_path):
    files = edited(STATE_FILE, ("state: NY", "state: DC"), ("name: New York", "name: District of Columbia"))
    assert write("rules/dc", files).heading == "What is the rule in the District of Columbia?"
    assert write("deadlines/dc", files).heading == "How long do I have in the District of Columbia?"
    with Library.open(tmp_path / "library.sqlite3") as library:
        assert library.search("Washington DC police duty").hits[0].section == "rules/dc"


@pytest.mark.parametrize(
    ("section", "other", "lead"), [("rules/ny", "deadlines", "Next:"), ("deadlines/ny", "rules", "See")]
)
def test_a_guide_with_one_kind_has_no_link_to_the_other(write, section, other, lead):
    assert lead not in write(section, {f"articles/en/{other}.md": None}).text
