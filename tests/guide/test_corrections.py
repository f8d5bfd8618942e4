"""The guide says right what a widely read article on its subject says wrong: 27 points, with what must stand where.

A row names the sections that answer a point, what each of its statements must look like there (in these sections taken
together, citations left out), and the authorities that they must cite. Below it stand the false statements themselves,
which must stand nowhere, or only with the words that put them right.
"""

import re
from dataclasses import dataclass

import pytest

from guide_app.content.blocks import blocks
from tests.guide.shipped import CITATION, articles, source, without_citations, written


@dataclass(frozen=True)
class Point:
    number: int
    what: str
    sections: tuple[str, ...]
    says: tuple[str, ...]
    cites: tuple[str, ...] = ()


POINTS = [
    Point(
        1,
        "usually no, with exceptions: custody, danger made by police, encouraging, stopping a rescue, groups, states",
        ("duty-to-protect/exceptions", "duty-to-protect/short-answer", "duty-to-protect/state-law"),
        (
            r"\*\*In general, no\.",
            r"locks up or holds a person",
            r"own act put someone in danger",
            r"Fifth Circuit had not",
            r"let attackers act freely",
            r"kept others from saving",
            r"Less help for one group",
            r"promise that you relied on",
            r"states may give people more protection",
        ),
        (
            "deshaney-v-winnebago-1989",
            "castle-rock-v-gonzales-2005",
            "irish-v-fowler-2020",
            "fisher-v-moore-2023",
            "dwares-v-city-of-new-york-1993",
            "ross-v-united-states-1990",
            "balistreri-v-pacifica-1990",
        ),
    ),
    Point(
        2,
        "no federal law makes the police come: Castle Rock, and section 1986 with its one year",
        ("duty-to-protect/federal-law", "restraining-orders/federal-answer", "deadlines/federal-rights"),
        (
            r"no due process right to police action even where a restraining order",
            r"every reasonable means",
            r"does not reach an ordinary missed call",
            r"within one year",
            r"limit is one year",
        ),
        ("castle-rock-v-gonzales-2005", "usc-42-1986"),
    ),
    Point(
        3,
        "a deadline may run: notice for a state claim, none for a federal one, two years and six months for an agency",
        (
            "duty-to-protect/get-help",
            "same-day-safety/next-days",
            "deadlines/which-clocks",
            "deadlines/federal-rights",
            "deadlines/federal-agency",
        ),
        (
            r"written notice within months",
            r"civil rights claim needs no such notice",
            r"borrowed from the state",
            r"within two years",
            r"within six months after",
            r"[Cc]heck with a lawyer now",
        ),
        (
            "felder-v-casey-1988",
            "wilson-v-garcia-1985",
            "owens-v-okure-1989",
            "wallace-v-kato-2007",
            "usc-28-2401-b",
            "usc-28-2675",
        ),
    ),
    Point(
        4,
        "state law is half of the subject: all states and the District have their rule",
        ("duty-to-protect/state-law", "state-rules/how-to-read"),
        (r"most of the differences", r"two separate hurdles", r"other limits remain"),
        ("sawicki-v-village-of-ottawa-hills-1988", "coleman-v-east-joliet-2016", "leake-v-cain-1986"),
    ),
    Point(
        5,
        "Warren: police came to the first call; the second was never sent out",
        ("warren/what-happened", "warren/did-police-come"),
        (
            r"Yes, to the first call",
            r"[Ff]our police cars were sent, and three went to the house",
            r"logged at 6:23 as a burglary",
            r"6:26 with a lower priority",
            r"drove through the alley",
            r"[Bb]y later summaries another officer knocked",
            r"about five minutes",
            r"never sent out to any officer",
        ),
        ("warren-v-district-of-columbia-1981",),
    ),
    Point(
        6,
        "Warren: the women called down, they did not go down to help",
        ("warren/what-happened", "warren/did-police-come"),
        (r"called down to their friend", r"did not go downstairs to help"),
        ("warren-v-district-of-columbia-1981",),
    ),
    Point(
        7,
        "Warren: who, when and where; fourteen hours only by summaries",
        ("warren/what-happened",),
        (r"Washington, D\.C\.", r"March 16, 1975", r"two men", r"second floor", r"Summaries say[^.]*fourteen hours"),
        ("warren-v-district-of-columbia-1981",),
    ),
    Point(
        8,
        "Warren: the court, the date, 4 to 3, the panel before it, and the second suit",
        ("warren/what-court-decided", "warren/second-case"),
        (
            r"District of Columbia Court of Appeals",
            r"December 21, 1981",
            r"full court",
            r"4 to 3",
            r"three judges had ruled for the two women upstairs and for the driver",
            r"set that ruling aside",
            r"same decision also ended a suit by a driver",
        ),
        ("warren-v-district-of-columbia-1981",),
    ),
    Point(
        9,
        "Warren: local common law, no ruling on federal law, binds only the District",
        ("warren/where-it-counts",),
        (
            r"binds only the courts of the District",
            r"not a ruling on federal law",
            r"common law",
            r"nothing under the Constitution",
            r"until 1979",
        ),
        ("warren-v-district-of-columbia-1981", "usc-42-1983"),
    ),
    Point(
        10,
        "Warren: a special relationship is the exception; a call alone is none",
        ("warren/special-relationship", "warren/what-court-decided"),
        (r"good reason to rely", r"particular person", r"call for help did not by itself"),
        ("morgan-v-district-of-columbia-1983", "wanzer-v-district-of-columbia-1990"),
    ),
    Point(11, "no quotation from an opinion", ("about/gaps",), (r"do not print quotes from cases", r"own words")),
    Point(
        12,
        "DeShaney: the name",
        ("deshaney/what-happened",),
        (r"\*DeShaney v\. Winnebago County Department of Social Services\*", r"February 22, 1989"),
        ("deshaney-v-winnebago-1989",),
    ),
    Point(
        13,
        "DeShaney: the county took steps, then gave the boy back",
        ("deshaney/what-happened",),
        (
            r"did act at first",
            r"court order",
            r"hospital for a few days",
            r"proof was too weak",
            r"made some recommendations",
            r"more signs of abuse, but took no action",
        ),
        ("deshaney-v-winnebago-1989",),
    ),
    Point(
        14,
        "DeShaney: due process only, 6 to 3; state law and equal protection left open; a child-welfare case",
        ("deshaney/what-happened", "deshaney/what-court-decided", "deshaney/left-open", "deshaney/about-police"),
        (
            r"6 to 3",
            r"only claims under the Due Process Clause",
            r"\*\*State law\.\*\*",
            r"deny its protection to minorities",
            r"child welfare case",
            r"boy and his mother sued",
        ),
        ("deshaney-v-winnebago-1989",),
    ),
    Point(
        15,
        "DeShaney: what makes the relationship is that the state itself holds the person",
        ("deshaney/special-relationship", "deshaney/custody"),
        (
            r"state itself holds a person",
            r"does not come from what the state knew",
            r"only custody or a like restraint",
        ),
        ("deshaney-v-winnebago-1989", "youngberg-v-romeo-1982", "estelle-v-gamble-1976"),
    ),
    Point(
        16,
        "after 1989: Castle Rock, and the exceptions of the circuits",
        ("deshaney/since-then",),
        (r"2005", r"police and a restraining order", r"listed nine others", r"had not taken it up as of 2023"),
        (
            "castle-rock-v-gonzales-2005",
            "wood-v-ostrander-1989",
            "kneipp-v-tedder-1996",
            "irish-v-fowler-2020",
            "fisher-v-moore-2023",
            "okin-v-cornwall-on-hudson-2009",
        ),
    ),
    Point(
        17,
        "a private person cannot bring a criminal case; they can report, and in a few states ask for one",
        ("criminal-charges/who-decides", "criminal-charges/private-complaint", "duty-to-protect/suing-officers"),
        (
            r"You cannot bring a federal criminal case",
            r"only by federal prosecutors",
            r"no stake that courts recognize",
            r"Report the crime",
            r"In a few states you can ask",
            r"Usually they must approve",
        ),
        ("usc-18-242", "linda-rs-v-richard-d-1973", "leeke-v-timmerman-1981", "source-private-criminal-complaints"),
    ),
    Point(
        18,
        "probable cause is the officer's defense, not what a person needs to sue",
        ("false-arrest/probable-cause", "section-1983/what-must-be-shown"),
        (r"It helps the officer", r"that is wrong", r"You do not need probable cause to sue", r"usually fails"),
        ("devenpeck-v-alford-2004", "nieves-v-bartlett-2019"),
    ),
    Point(
        19,
        "force is mostly a civil matter, unlawful only if unreasonable; the crime needs willfulness",
        ("force/when-unlawful", "force/is-it-a-crime", "force/deadly-force", "force/what-courts-look-at"),
        (r"when it is not reasonable", r"mostly a civil matter", r"willfully", r"does not make police come"),
        (
            "graham-v-connor-1989",
            "tennessee-v-garner-1985",
            "barnes-v-felix-2025",
            "usc-18-242",
            "screws-v-united-states-1945",
        ),
    ),
    Point(
        20,
        "punitive damages: civil suits, a single officer; never a city, a state or the United States",
        ("damages/punitive", "damages/who-never-pays-punitive", "duty-to-protect/punitive-damages"),
        (
            r"evil motive",
            r"reckless or callous",
            r"Civil suits only",
            r"Not from a city",
            r"Not from the United States",
            r"Not from a state",
        ),
        ("smith-v-wade-1983", "newport-v-fact-concerts-1981", "usc-28-2674", "will-v-michigan-1989"),
    ),
    Point(
        21,
        "qualified immunity; a city has none, but must have a policy or custom at fault",
        (
            "qualified-immunity/what-it-is",
            "qualified-immunity/clearly-established",
            "qualified-immunity/right-but-no-money",
            "qualified-immunity/cities",
            "suing-city-monell/training",
            "duty-to-protect/exceptions",
        ),
        (r"frequent reason why such suits fail", r"still let the officer go", r"A city does not", r"policy or custom"),
        (
            "harlow-v-fitzgerald-1982",
            "pearson-v-callahan-2009",
            "zorn-v-linton-2026",
            "pena-v-deprisco-2005",
            "martinez-v-city-of-clovis-2019",
            "owen-v-city-of-independence-1980",
            "monell-v-dss-1978",
            "canton-v-harris-1989",
        ),
    ),
    Point(
        22,
        "which law: section 1983; federal officers; a conviction that blocks; fees",
        (
            "section-1983/what-it-is",
            "section-1983/federal-officers",
            "section-1983/convicted",
            "damages/lawyer-fees",
            "duty-to-protect/suing-officers",
        ),
        (
            r"Section 1983 is the federal law that lets you sue",
            r"does not cover federal officers",
            r"conviction can block a suit",
            r"losing side pay",
            r"must be the side that won",
        ),
        (
            "usc-42-1983",
            "egbert-v-boule-2022",
            "martin-v-united-states-2025",
            "heck-v-humphrey-1994",
            "usc-42-1988",
            "lackey-v-stinnie-2025",
        ),
    ),
    Point(
        23,
        "calls a day: an old estimate of all 911 calls",
        ("duty-to-protect/how-many-calls",),
        (
            r"long-standing estimate is about 240 million",
            r"657,000 a day",
            r"divided by 365",
            r"August 2011",
            r"estimate and not a count",
            r"Fire, medical, mistaken and repeated calls",
        ),
        ("source-nena-911-statistics",),
    ),
    Point(
        24,
        "only the person charged needs a defense lawyer",
        ("find-lawyer/no-defense-lawyer", "criminal-charges/defense-lawyer", "duty-to-protect/get-help"),
        (
            r"Only a person who is charged",
            r"No, not if you are the victim",
            r"victim services office",
            r"want a civil lawyer",
        ),
    ),
    Point(
        25,
        "suing the attacker: money and time",
        ("sue-attacker/no-money", "sue-attacker/how-long"),
        (
            r"win may not bring any money",
            r"collect the money themselves",
            r"did not collect the time limits",
            r"Ask a lawyer now",
        ),
        ("source-california-small-claims", "dc-code-12-301"),
    ),
    Point(
        26,
        "a crash and a shooting are not alike, and for a shooting the results differ",
        ("duty-to-protect/crash-or-shooting", "suing-city-monell/missed-calls"),
        (r"For a small crash there is generally no federal claim", r"matter of public service", r"the results differ"),
        (
            "schroder-v-city-of-fort-thomas-2005",
            "navarro-v-block-1995",
            "castle-rock-v-gonzales-2005",
            "okin-v-cornwall-on-hudson-2009",
            "kennedy-v-city-of-ridgefield-2006",
        ),
    ),
    Point(
        27,
        "each article shows when it was checked",
        ("about/how-current",),
        (r"date on which it was last checked", r"more than a year old", r"No citator was used"),
    ),
]

FALSE = [
    (1, r"\bcan(?:not)? never (?:be )?sued?\b|\bnever (?:be sued|sue)\b", None),
    (3, r"you have no claim\b", None),
    (5, r"(?:police|officers|cops|no one) never (?:came|showed up|arrived)", r"not right"),
    (6, r"(?:women|they)\b[^.]*\bwent (?:down|downstairs)", None),
    (7, r"fourteen hours", r"[Ss]ummaries"),
    (9, r"\*?Warren\*?[^.]*\b(?:Supreme Court|Constitution)\b", r"\bnot\b|nothing"),
    (
        12,
        r"Deshaney|De Shaney|Winnabago|Winnebego|DeShaney v\. Winnebago (?!County Department of Social Services)",
        None,
    ),
    (13, r"county (?:took no steps|did nothing)", None),
    (17, r"criminal suit|sue[^.]*\bcriminally\b", None),
    (18, r"probable cause to (?:sue|bring)", r"that is wrong|do not need"),
    (20, r"[Pp]unitive damages[^.]*\bcriminal case", r"\bnot\b|wrong"),
    (23, r"657,?000|657,534|240 million", r"estimate"),
    (
        24,
        r"\b(?:need|hire|get) a criminal(?: defense| law)? (?:lawyer|attorney)",
        r"\bnot need|is charged|were arrested",
    ),
    (26, r"crash[^.]*\bis fine\b", None),
]
"""(point, what a block of text must not say, the words without which it must not)."""

LONGEST_QUOTATION = 7
"""Words in quotation marks that a reader may be told to say or write are longer; see OWN_WORDS."""
OWN_WORDS = {"evidence-records/preservation-letter", "find-lawyer/how-soon", "same-day-safety/call-again"}


def text_of(section):
    (piece,) = [piece for piece in written() if piece.id == section]
    return piece.text


def plain(text):
    """Return a text without citations, and with the words of its links in place of the links."""
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", without_citations(text)).split())


def cited(text):
    return {
        part.strip().lstrip("@").split(",")[0].strip()
        for found in CITATION.finditer(text)
        for part in found[0].strip().strip("[]").split(";")
    }


def all_blocks():
    for piece in written():
        for block in blocks(piece.text, 1):
            for _, part in block.pieces():
                yield piece.id, part


@pytest.mark.parametrize("point", POINTS, ids=lambda point: f"{point.number}")
def test_a_correction_is_made(point):
    texts = [text_of(section) for section in point.sections]
    together = " ".join(map(plain, texts))
    for pattern in point.says:
        assert re.search(pattern, together), (point.what, pattern)
    missing = set(point.cites) - set().union(*map(cited, texts))
    assert not missing, (point.what, missing)


def test_all_27_points_are_here():
    assert [point.number for point in POINTS] == list(range(1, 28))


@pytest.mark.parametrize(("point", "pattern", "unless"), FALSE, ids=[f"{number}" for number, *_ in FALSE])
def test_a_false_statement_stands_nowhere(point, pattern, unless):
    found = [
        (section, plain(block))
        for section, block in all_blocks()
        if re.search(pattern, plain(block)) and not (unless and re.search(unless, plain(block)))
    ]
    assert found == []


def test_the_number_of_calls_stands_only_with_its_cautions():
    assert {section for section, block in all_blocks() if re.search(r"657,000|240 million", block)} == {
        "duty-to-protect/how-many-calls"
    }


def test_nothing_is_quoted_from_an_opinion():
    quotations = [
        (section, found)
        for section, block in all_blocks()
        if section not in OWN_WORDS
        for found in re.findall(r"[“\"]([^”\"]+)[”\"]", re.sub(r"!!! \w+ \".*?\"", " ", plain(block)))
        if len(found.split()) > LONGEST_QUOTATION
    ]
    assert quotations == []


def test_every_state_and_the_district_have_their_rule():
    assert len(source().states) == 51


def test_every_article_has_the_date_on_which_it_was_checked():
    assert all(article.reviewed.year >= 2026 for article in articles())
