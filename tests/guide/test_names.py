"""No victim and no private person is named outside the caption of a case.

The surnames come from the captions of `resources/authorities/`, so that a new case is covered at once. A surname may
stand in a citation (which the program writes from the caption), in italics as the short name of its case, as the words
of a link to an article about the case, or in the title and headings of that article. Given names, and people whom no
caption names, are listed here from the sources that were read; they stand nowhere, be it in `asked_as`.
"""

import re

import pytest

from guide_app.citations.model import Case
from tests.guide.shipped import articles, source, without_citations, written

PUBLIC_BODY = re.compile(
    r"\b(?:City|Town|Village|County|Cnty|District|States?|Commonwealth|United|Departments?|Dep't|Board|Council|Court|Agency"
    r"|Commission\w*|Police|Sheriff\w*|Authority|Center|Communications|Facilities|Services?|Unit|Highway|Advisory"
    r"|Corp|Inc|LLC|Co|School|University)\b"
)
ALSO_WORDS = {
    "Austin", "Bail", "Benton", "Brandon", "Brown", "California", "Capital", "Circleville", "Cleveland", "Colony",
    "Estate", "Green", "Hudson", "Lawrence", "Long", "Madrid", "Maryland", "Mason", "Men's", "Milwaukee", "Monroe",
    "Rich", "South", "Tennessee", "White", "Will", "Wood",
}  # fmt: skip
"""Surnames that are also a place or an everyday word, and words of a caption that are no name of a person."""

CASE_ARTICLES = {
    "DeShaney": "deshaney",
    "Gonzales": "castle-rock",
    "Monell": "suing-city-monell",
    "Riss": "riss",
    "Warren": "warren",
}
"""Names by which people know a case: its own article may say "the Warren case" in its title and headings."""

NOWHERE = (
    *("Miriam", "Carolyn", "Taliaferro", "Joshua", "Randy", "Melody", "Jessica", "Simon", "Linda", "Pugach", "Burton"),
    *("Tracey", "Kitty", "Genovese", "Lozito"),
)
"""Given names of parties, and surnames of people who are no party, in the cases that everyone tells."""

KNOWN_CAPTION = re.compile(r"linda-rs-v-richard-d-1973")


def surnames():
    found = set()
    for entry in source().authorities:
        if isinstance(entry.item, Case):
            for side in re.split(r"\s+(?:v\.|ex rel\.)\s+", entry.item.caption):
                if not PUBLIC_BODY.search(side):
                    found.update(re.findall(r"[A-Z][\w'’-]{2,}", side))
    return found - ALSO_WORDS


SURNAMES = surnames()


def as_person(text):
    """Return the surnames that stand in a text where no caption, italics or link excuses them."""
    rest = without_citations(text)
    rest = re.sub(r"\[[^\]]*\]\([^)]*\)", " ", rest)
    rest = re.sub(r"(?<!\*)\*[^*\n]+\*(?!\*)", " ", rest)
    rest = re.sub(r"(?:[A-Z][\w'’.]* )+v\. (?:[A-Z][\w'’.]*(?: of)? ?)+", " ", rest)
    return {re.sub(r"['’]s$", "", word) for word in re.findall(r"[A-Z][\w'’-]+", rest)} & SURNAMES


def own_case(article):
    return {name for name, home in CASE_ARTICLES.items() if home in (article, "glossary") or article == "glossary"}


def test_the_captions_give_many_names():
    assert len(SURNAMES) > 200
    assert {"Warren", "DeShaney", "Gonzales", "Cuffy", "Balistreri"} <= SURNAMES


def test_no_text_speaks_of_a_party_by_name():
    faults = []
    for piece in written():
        names = as_person(piece.text) | (as_person(piece.heading) - own_case(piece.article))
        if piece.article == "glossary":
            names -= {"Monell"}  # "Monell claim" is a term of its own
        faults += [(piece.id, name) for name in sorted(names)]
    assert faults == []


def test_no_title_or_summary_names_a_person_but_in_the_article_about_the_case():
    for article in articles():
        assert as_person(article.title) <= own_case(article.id), article.title
        assert as_person(article.summary) == set(), article.summary


def test_no_given_name_stands_anywhere_be_it_in_what_people_ask():
    pattern = re.compile(rf"\b(?:{'|'.join(NOWHERE)})\b", re.I)
    faults = []
    for piece in written():
        for text in (piece.heading, KNOWN_CAPTION.sub("", piece.text), *piece.asked_as):
            faults += [(piece.id, found[0]) for found in pattern.finditer(text)]
    assert faults == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms. Warren called twice.", {"Warren"}),
        ("The Court heard Gonzales's case.", {"Gonzales"}),
        ("In *Warren* the court said no [@warren-v-district-of-columbia-1981].", set()),
        ("See [the Warren case](warren).", set()),
        ("The case is Town of Castle Rock v. Gonzales.", set()),
    ],
)
def test_a_person_and_a_case_are_told_apart(text, names):
    assert as_person(text) == names
