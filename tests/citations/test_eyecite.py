"""Citations are read back by eyecite, the parser of the Free Law Project, which no one here wrote."""

from __future__ import annotations

import re

import pytest
from eyecite import clean_text, get_citations
from eyecite.models import FullCaseCitation, FullLawCitation, ShortCaseCitation

from guide_app.citations.abbreviations import abbreviate_caption
from guide_app.citations.bluebook import full, short
from guide_app.citations.case_cite import citation_for, parse_reporter_cite
from guide_app.citations.law_parts import law_parts
from guide_app.citations.locator import parse_pinpoint
from guide_app.citations.model import Constitution, Statute
from guide_app.citations.options import Options
from guide_app.citations.styled import to_text

from .shipped import shipped, shipped_cases

# Citations that eyecite does not know, each with the reason
BEYOND_EYECITE = (
    (r"^\D+ Const\. ", "constitutions are not in its grammar"),
    (r" Ill\. Comp\. Stat\. ", "the act and the section after a stroke are not in its grammar"),
    (r" art\. \d", "articles of a civil code are not in its grammar"),
    (r"^N\.Y\. C\.P\.L\.R\. ", "a code cited without a section sign is not in its grammar"),
    (r" tit\. \d+, ch\. \d+$", "a chapter without a section is not in its grammar"),
    (r"^R\.I\. Gen\. Laws ", "it knows that code only with a year of edition"),
    (r" ch\. \d+, § \d+[A-Z]", "letters in a Massachusetts section are not in its grammar"),
    (r"^Utah Code Ann\. § \d+[A-Z]-", "letters in a Utah title are not in its grammar"),
    (r"§§ ", "a range of sections is not in its grammar"),
    (r"§ \d+[A-Z]?-\d*[A-Za-z]|§ \d+-\d+[a-z]|§ \d+-[A-Z]:", "it stops at the hyphen of a section that has a letter"),
    (r"^N\.J\. Stat\. Ann\. § \d+[A-Z]:", "letters in a New Jersey title are not in its grammar"),
)


def parsed(text: str, kind: type) -> list:
    """Read citations as eyecite asks for it: with plain spaces. Its pinpoints know the hyphen only, not the en dash."""
    return [
        found
        for found in get_citations(clean_text(text.replace("\u2013", "-"), ["all_whitespace"]))
        if isinstance(found, kind)
    ]


def groups(found) -> tuple[str, str, str]:
    # eyecite keeps a space behind a reporter that is followed by a nominative one
    return found.groups["volume"], found.groups["reporter"].strip(), found.groups["page"]


def reads(law) -> bool:
    """Say whether eyecite finds a law's citation with its whole section."""
    found = parsed(to_text(full(law)), FullLawCitation)
    first_section = re.split(r"[\s(,]", law_parts(law.cite).section)[0]
    return bool(found) and found[0].groups["section"].startswith(first_section)


PRINTED = [
    pytest.param(authority, pin, id=f"{authority.id} {pin}".strip())
    for authority in shipped_cases()
    if citation_for(authority, None).main
    for pin in dict.fromkeys(("", *(pinpoint.page for pinpoint in authority.pinpoints)))
]


@pytest.mark.parametrize(("authority", "pin"), PRINTED)
def test_every_full_form_of_a_case_is_read_back(authority, pin):
    locator = parse_pinpoint(pin)
    chosen = citation_for(authority, locator)
    found = next(
        cite
        for cite in parsed(to_text(full(authority, pin)), FullCaseCitation)
        if groups(cite) == (chosen.main.volume, chosen.main.reporter, chosen.main.page)
    )
    wanted_pin = chosen.locator.text.replace("\u2013", "-").replace("\u00a0", " ") if chosen.locator else None
    assert found.metadata.pin_cite == wanted_pin
    if authority.neutral_cite:
        assert parse_reporter_cite(authority.neutral_cite).volume == authority.year  # the year is the volume
    else:
        assert (found.metadata.year or "") == authority.year
    # eyecite leaves small words out of a plaintiff's name, so the other party is compared
    _, _, defendant = abbreviate_caption(authority.caption, authority.court_name).partition(" v. ")
    if authority.id != "massee-v-thompson-2004":  # it takes "Thompson, 2004" for the middle of the name
        assert found.metadata.defendant == defendant


@pytest.mark.parametrize("authority", [one for one in shipped_cases() if one.parallel], ids=lambda one: one.id)
def test_parallel_citations_are_read_back(authority):
    read = {groups(cite) for cite in parsed(to_text(full(authority, "", Options(parallel=True))), FullCaseCitation)}
    for text in authority.parallel:
        cite = parse_reporter_cite(text)
        if " ".join((cite.volume, cite.reporter)) == authority.nominative:
            continue  # the nominative reporter stands in brackets
        if cite.reporter == "NY Slip Op":
            continue  # eyecite takes the year of New York's slip opinions for a volume only where no page follows
        assert (cite.volume, cite.reporter, cite.page) in read, text


@pytest.mark.parametrize(("authority", "pin"), [one for one in PRINTED if one.values[1]])
def test_every_short_form_is_read_back(authority, pin):
    chosen = citation_for(authority, parse_pinpoint(pin))
    text = to_text(short(authority, pin))
    if chosen.place == "neutral":
        (found,) = parsed(text, FullCaseCitation)  # the Bluebook repeats a public-domain citation in full
        assert found.metadata.pin_cite == chosen.locator.text.replace("\u00a0", " ")
    else:
        (found,) = parsed(text, ShortCaseCitation)
        assert found.groups["page"] == str(chosen.locator.first)
    assert (found.groups["volume"], found.groups["reporter"].strip()) == (chosen.main.volume, chosen.main.reporter)
    assert found.metadata.antecedent_guess if chosen.place != "neutral" else True


@pytest.mark.parametrize(
    "authority", [one for one in shipped().values() if isinstance(one, Statute | Constitution)], ids=lambda one: one.id
)
def test_every_law_is_read_back(authority):
    text = to_text(full(authority))
    if any(re.search(pattern, authority.cite) for pattern, _ in BEYOND_EYECITE):
        return
    assert reads(authority), text
    found = parsed(text, FullLawCitation)
    parts = law_parts(authority.cite)
    assert found[0].groups["reporter"] in authority.cite
    if parts.volume:
        assert found[0].groups["title"] == parts.volume
    if text.endswith(")") and re.search(r" \(\d{4}\)$", text):
        assert found[0].metadata.year == authority.year_seen


def test_the_exceptions_are_still_needed():
    """A pattern of the list that matches nothing, or only what eyecite has learnt to read, has to go."""
    laws = [one for one in shipped().values() if isinstance(one, Statute | Constitution)]
    for pattern, reason in BEYOND_EYECITE:
        matched = [law for law in laws if re.search(pattern, law.cite)]
        assert any(not reads(law) for law in matched), (pattern, reason)


def test_opinions_without_a_page_are_beyond_it():
    unprinted = [authority for authority in shipped_cases() if citation_for(authority, None).main is None]
    assert unprinted
    for authority in unprinted:
        assert parsed(to_text(full(authority)), FullCaseCitation) == [], authority.id
