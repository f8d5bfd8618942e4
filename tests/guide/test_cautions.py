"""The cautions under which the guide was written, one test each: what is said of which place, and with what limits."""

import datetime
import re

import pytest

from guide_app.citations.model import Case
from guide_app.content.blocks import blocks
from tests.guide.shipped import articles, source, written
from tests.guide.test_corrections import all_blocks, cited, plain, text_of

AUTHORITIES = {entry.item.id: entry.item for entry in source().authorities}
STATES = {entry.item.abbreviation: entry.item.name for entry in source().states}

COURT_STATES = {
    "ala": "Alabama", "alaska": "Alaska", "ariz": "Arizona", "ark": "Arkansas", "cal": "California",
    "colo": "Colorado", "conn": "Connecticut", "dc": "District", "del": "Delaware", "fla": "Florida", "ga": "Georgia",
    "haw": "Hawaii", "idaho": "Idaho", "ill": "Illinois", "ind": "Indiana", "iowa": "Iowa", "kan": "Kansas",
    "ky": "Kentucky", "la": "Louisiana", "mass": "Massachusetts", "md": "Maryland", "me": "Maine", "mich": "Michigan",
    "minn": "Minnesota", "miss": "Mississippi", "mo": "Missouri", "mont": "Montana", "nc": "North Carolina",
    "nd": "North Dakota", "neb": "Nebraska", "nev": "Nevada", "nh": "New Hampshire", "nj": "New Jersey",
    "nm": "New Mexico", "ny": "New York", "ohio": "Ohio", "okla": "Oklahoma", "or": "Oregon", "pa": "Pennsylvania",
    "ri": "Rhode Island", "sc": "South Carolina", "sd": "South Dakota", "tenn": "Tennessee", "tex": "Texas",
    "utah": "Utah", "va": "Virginia", "vt": "Vermont", "wash": "Washington", "wis": "Wisconsin", "wva": "West Virginia",
    "wyo": "Wyoming",
}  # fmt: skip
LOWER_COURT = re.compile(r"(?:app|commw|ct|dist|div|spec|super)*")


def state_of(authority):
    """Return the state whose court decided a case, or "" for a federal one."""
    if not isinstance(authority, Case):
        return ""
    for known in sorted(COURT_STATES, key=len, reverse=True):
        if authority.court.startswith(known) and LOWER_COURT.fullmatch(authority.court[len(known) :]):
            return COURT_STATES[known]
    return ""


def test_the_courts_of_the_states_are_known():
    by_file = {entry.item.id: state_of(entry.item) for entry in source().authorities if "cases-state" in entry.file}
    assert {name for name, state in by_file.items() if not state} == set()


def test_it_is_generally_not_never():
    text = plain(text_of("duty-to-protect/never-came"))
    assert "generally cannot" in text
    never = re.compile(r"\bnever\b[^.]*\b(?:sue|sued|win|liable|a duty)\b", re.I)
    assert [found for found in all_blocks() if never.search(plain(found[1]))] == []


def test_a_rule_of_a_state_court_is_told_with_its_state():
    """The name stands in the same paragraph or list item, in a paragraph before it, or in the heading or title."""
    faults = []
    titles = {article.id: article.title for article in articles()}
    for piece in written():
        before = f"{titles[piece.article]} {piece.heading}"
        for block in blocks(piece.text, 1):
            for _, part in block.pieces():
                for name in sorted(cited(part)):
                    state = state_of(AUTHORITIES.get(name))
                    names = r"\b(?:District|D\.C\.)" if state == "District" else rf"\b{state}"
                    if state and not re.search(names, f"{before} {plain(part)}"):
                        faults.append((piece.id, name, state))
            if block.kind == "paragraph":
                before += f" {plain(block.text)}"
    assert faults == []


ABOLISHED = {
    "coleman-v-east-joliet-2016": r"shield|immunity|remain|limit",
    "leake-v-cain-1986": r"officers in that (?:same |very )?case won|officers (?:still )?won|remain|limit",
    "jean-w-v-commonwealth-1993": r"superseded|since been|statute|law",
    "austin-v-city-of-scottsdale-1984": r"remain|limit|need not|must act|must still|duty",
    "city-of-kotzebue-v-mclean-1985": r"remain|limit|vague|not be enough|not enough",
}
ENDED = re.compile(r"\b(?:abolish\w*|dropp?ed|drop|ended|end|did not let|cannot use|do not start)\b")


@pytest.mark.parametrize("authority", ABOLISHED)
def test_abolished_is_never_said_alone(authority):
    assert authority in AUTHORITIES
    texts = [plain(part) for _, part in all_blocks() if authority in cited(part)]
    said = [text for text in texts if ENDED.search(text)]
    assert [text for text in said if not re.search(ABOLISHED[authority], text)] == []


def test_no_text_says_that_a_rule_was_abolished_and_stops():
    ends = re.compile(
        r"(?:abolish\w*|dropped|ended) (?:the|this|that) (?:public duty |no-duty )?rule|rule dropped", re.I
    )
    faults = []
    for piece in written():
        for block in blocks(piece.text, 1):
            text = plain(block.text)
            if ends.search(text) and not re.search(r"remain|limit|immunity|shield|still|won\b", text):
                faults.append((piece.id, text))
    assert faults == []


def test_five_situations_are_kept_apart():
    table = plain(text_of("dispatch-911/which-situation"))
    main = plain(text_of("duty-to-protect/never-came"))
    for text, parts in (
        (
            table,
            ("No one picked up", "no promise", "help was promised", "wrong place", "came and left", "made it worse"),
        ),
        (main, ("No one came", "promised help", "wrong place", "came and left", "made the danger worse")),
    ):
        assert [part for part in parts if part not in text] == []


OTHER_CALLS = {
    "norg-v-city-of-seattle-2023": r"medical|ambulance|crews",
    "coleman-v-east-joliet-2016": r"medical|ambulance",
    "lovelace-v-city-of-shelby-2000": r"fire",
    "wanzer-v-district-of-columbia-1990": r"medical|ambulance",
    "johnson-v-district-of-columbia-1990": r"medical|ambulance",
    "allen-v-district-of-columbia-2014": r"medical|ambulance|emergency crews?|fire",
    "archie-v-city-of-racine-1988": r"medical|rescue",
    "wallace-v-dean-2009": r"medical|deput",
    "cummins-v-lewis-county-2006": r"medical",
}
"""Cases that are not about police coming to a crime, and the words that say so."""


@pytest.mark.parametrize("authority", OTHER_CALLS)
def test_a_medical_or_fire_case_is_called_one(authority):
    assert authority in AUTHORITIES
    faults = []
    for piece in written():
        for block in blocks(piece.text, 1):
            if authority in cited(block.text):
                parts = [plain(part) for _, part in block.pieces() if authority in cited(part)]
                faults += [(piece.id, part) for part in parts if not re.search(OTHER_CALLS[authority], part, re.I)]
    assert faults == []


def test_cases_that_could_not_be_found_are_left_out():
    names = re.compile(r"lozito|avalos", re.I)
    assert [name for name in AUTHORITIES if names.search(name)] == []
    assert [piece.id for piece in written() if names.search(piece.text + " ".join(piece.asked_as))] == []


MONEY = re.compile(r"\$\d")
PERIOD = re.compile(
    r"\b(?:\d+|one|two|three|six|nine|twelve) (?:days?|months?|years?)\b[^.]*\b(?:notice|claim|sue|suit|file)"
    r"|\b(?:notice|claim|sue|suit|file)\b[^.]*\b(?:\d+|one|two|three|six|nine) (?:days?|months?|years?)\b",
    re.I,
)
DATED = re.compile(
    r"\b(?:19|20)\d\d\b|no date|without a date|[Nn]o page showed its date|undated|show(?:s|ed)? no date|not dated"
)


def test_a_limit_in_money_stands_with_the_date_of_its_text():
    faults = [(piece.id, plain(piece.text)) for piece in written() if MONEY.search(piece.text)]
    assert faults
    assert [section for section, text in faults if not DATED.search(text)] == []


def test_a_deadline_note_has_its_source_its_date_and_sends_to_a_lawyer():
    faults = []
    for piece in written():
        for block in blocks(piece.text, 1):
            text = plain(block.text)
            whole = cited(block.text) and DATED.search(text) and "lawyer" in text
            if text.startswith("!!! deadline") and PERIOD.search(text) and not whole:
                faults.append((piece.id, text))
    assert faults == []


def test_a_deadline_of_a_state_in_the_text_has_a_date_in_its_section():
    faults = []
    for piece in written():
        for block in blocks(piece.text, 1):
            text = plain(block.text)
            by_law = [name for name in cited(block.text) if not isinstance(AUTHORITIES.get(name), Case)]
            if by_law and PERIOD.search(text) and not DATED.search(plain(piece.text)):
                faults.append((piece.id, text))
    assert faults == []


def test_no_holding_rests_on_one_machine_written_brief():
    machine = re.compile(r"studicata|lexplug|casemine|lawschoolcasebriefs")
    alone = [name for name, one in AUTHORITIES.items() if all(machine.search(address) for address in one.sources)]
    assert [name for name in alone if AUTHORITIES[name].confidence == "primary"] == []
    said_flatly = [
        (section, name)
        for section, part in all_blocks()
        for name in cited(part)
        if name in alone and not re.search(r"summary|other pages|did not read|source", plain(part))
    ]
    assert said_flatly == []


@pytest.mark.parametrize(
    ("authority", "year"),
    [
        ("braswell-v-braswell-1991", 1991),
        ("matthews-v-pickett-county-1999", 1999),
        ("lovelace-v-city-of-shelby-2000", 2000),
    ],
)
def test_dates_that_a_banner_had_wrong_are_right(authority, year):
    assert datetime.date.fromisoformat(AUTHORITIES[authority].decided).year == year


def test_leake_de_long_and_schultz_are_told_as_they_were_decided():
    by_authority = {
        "leake-v-cain-1986": r"officers[^.]*won",
        "de-long-v-county-of-erie-1983": r"upheld an award|award was upheld|liable",
        "schultz-v-st-clair-county-2022": r"suit still failed|911 act governs",
    }
    for authority, pattern in by_authority.items():
        texts = [plain(part) for _, part in all_blocks() if authority in cited(part)]
        assert any(re.search(pattern, text) for text in texts), authority
        assert not any("sewage" in text for text in texts), authority
