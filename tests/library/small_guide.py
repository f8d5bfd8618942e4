"""A guide of a few sections, small enough to know by heart, written by the compiler's own last step."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from guide_app.library.builder import (
    BuiltArticle,
    BuiltAuthority,
    BuiltSection,
    BuiltService,
    BuiltState,
    Contents,
    write_library,
)
from guide_app.library.model import Article, AuthorityRow, CitedAuthority, Link, Section, StateRow, Topic

META = {"title": "A Small Guide", "version": "1.2", "language": "en", "reviewed": "2026-11-24", "fingerprint": "f00d"}


def section(
    identity: str, heading: str, text: str, asked: Sequence[str] = (), cited: Sequence[tuple[str, str]] = ()
) -> BuiltSection:
    """Return a section whose html is its text in one paragraph."""
    article = identity.partition("/")[0]
    return BuiltSection(
        Section(identity, article, heading, f"<p>{text}</p>", text),
        tuple(asked),
        tuple(CitedAuthority(*each) for each in cited),
    )


def article(
    identity: str, title: str, sections: Iterable[BuiltSection], topic: str = "start", related: Sequence[Link] = ()
) -> BuiltArticle:
    """Return an article with a summary of its own."""
    built = tuple(sections)
    return BuiltArticle(
        Article(
            id=identity,
            topic=topic,
            topic_title="Start here",
            title=title,
            summary_html=f"<p>About {identity}.</p>",
            summary=f"About {identity}.",
            lead_html="",
            reviewed="2026-11-24",
            applies_to="United States",
            minutes=1,
            sections=tuple(each.section for each in built),
            related=tuple(related),
        ),
        "",
        built,
    )


ARTICLES = (
    article(
        "help",
        "Do the police have to come?",
        [
            section(
                "help/never-came",
                "The police never came. Can I sue?",
                "In most states the police owe a duty to the public. A person whom nobody helped has no claim. "
                "A promise, an order of a court, or custody may change that. " + "Courts say so again and again. " * 12,
                ["the cops never showed up", "nobody came when I called 911"],
                [("deshaney-v-winnebago-1989", "195"), ("usc-42-1983", "")],
            ),
            section(
                "help/why-slow",
                "Why are officers slow?",
                "There are many calls in a day. A patrol car answers the worst of them first.",
                ["why do police take hours"],
                [("deshaney-v-winnebago-1989", "202")],
            ),
        ],
        related=[Link("orders", "Restraining orders"), Link("help/why-slow", "Why are officers slow?")],
    ),
    article(
        "orders",
        "Restraining orders",
        [
            section(
                "orders/enforce",
                "Must the police enforce a restraining order?",
                "An order of protection tells a person to stay away. Officers often do not enforce it.",
                ["he broke the order and nobody arrested him"],
                [("castle-rock-v-gonzales-2005", "")],
            ),
        ],
        topic="cases",
    ),
    article(
        "deshaney",
        "DeShaney: does the Constitution protect people?",
        [
            section(
                "deshaney/decided",
                "What did the Supreme Court decide in DeShaney?",
                "Winnebago County knew of the danger. The Court said that this is no denial of due process.",
                ["deshaney ruling"],
                [("deshaney-v-winnebago-1989", "")],
            ),
        ],
        topic="cases",
    ),
    article(
        "deadlines",
        "How long do I have?",
        [
            section(
                "deadlines/clocks", "Which deadlines are there?", "Two clocks run: a claim, then a suit.", ["deadline"]
            ),
            section("deadlines/tx", "Texas", "Six months for a notice of claim in Texas.", ["Texas deadline"]),
            section("deadlines/in", "Indiana", "180 days for a notice of claim in Indiana.", ["Indiana deadline"]),
            section("deadlines/dc", "District of Columbia", "Six months in the District.", ["DC deadline"]),
            section("deadlines/wv", "West Virginia", "Two years to sue in West Virginia.", ["West Virginia deadline"]),
            section("deadlines/va", "Virginia", "Six months in Virginia.", ["Virginia deadline"]),
            section("deadlines/wa", "Washington", "Sixty days of waiting in Washington.", ["Washington deadline"]),
        ],
    ),
    article(
        "glossary",
        "What do the legal words mean?",
        [
            section("glossary/immunity", "What is immunity?", "Immunity bars a suit.", ["imunity meaning"]),
            section("glossary/custody", "What is custody?", "Custody is being held by the state.", ["custody meaning"]),
        ],
        topic="cases",
    ),
    article(
        "immunity",
        "What is qualified immunity?",
        [
            section(
                "immunity/what",
                "Why can officers not be sued?",
                "Qualified immunity shields an officer unless the law was clearly established. Immunity is a defense.",
                ["qualified imunity"],
            ),
            section("immunity/year", "El año nuevo", "El año tiene doce meses.", ["año"]),
            section("immunity/old", "El ano viejo", "El ano es otra palabra.", ["ano"]),
        ],
    ),
)

_COMMON = {
    "sources": ["https://example.org/opinion"],
    "confidence": "primary",
    "read_level": "opinion text",
    "verified_note": "Read.",
}


def case(identity: str, short: str, caption: str, cite: Sequence[str], state: str = "") -> BuiltAuthority:
    """Return a case with its citation as volume, reporter, page, and the state whose court it is."""
    volume, reporter, page = cite
    entry = {
        **_COMMON,
        "id": identity,
        "type": "case",
        "caption": caption,
        "short": short,
        "volume": volume,
        "reporter": reporter,
        "page": page,
        "parallel": [],
        "court": "scotus",
        "court_name": "Supreme Court of the United States",
        "court_bluebook": "",
        "court_parenthetical": "",
        "decided": identity[-4:],
        "docket": "",
        "facts": "Facts.",
        "holding": "Holding.",
        "pinpoints": [{"page": 195, "for": "the rule"}],
        "standing": "no later limit seen",
        "standing_note": "",
    }
    row = AuthorityRow(identity, "case", caption, " ".join(cite), "U.S.", identity[-4:])
    return BuiltAuthority(row, state, json.dumps(entry), (" ".join(cite).lower().replace(".", ""),))


AUTHORITIES = (
    case(
        "deshaney-v-winnebago-1989",
        "DeShaney",
        "DeShaney v. Winnebago County Department of Social Services",
        ("489", "U.S.", "189"),
    ),
    case("castle-rock-v-gonzales-2005", "Castle Rock", "Town of Castle Rock v. Gonzales", ("545", "U.S.", "748")),
    case("gonzales-v-helena-2011", "Gonzales v. Helena", "Gonzales v. City of Helena", ("250", "P.3d", "12"), "TX"),
    case("gonzales-v-bozeman-2009", "Gonzales v. Bozeman", "Gonzales v. City of Bozeman", ("217", "P.3d", "487")),
    BuiltAuthority(
        AuthorityRow("usc-42-1983", "statute", "Civil action", "42 U.S.C. § 1983", "United States", "2024"),
        "",
        json.dumps(
            {
                **_COMMON,
                "id": "usc-42-1983",
                "type": "statute",
                "cite": "42 U.S.C. § 1983",
                "title": "Civil action for deprivation of rights",
                "jurisdiction": "US",
                "what_it_says": "Every person who ...",
                "as_of": "2024",
                "year_seen": "2024",
                "read_level": "statute text",
            }
        ),
        ("42 usc 1983", "section 1983"),
    ),
    BuiltAuthority(
        AuthorityRow("us-const-amend-iv", "constitution", "Fourth Amendment", "U.S. Const. amend. IV", "U.S.", "1791"),
        "",
        json.dumps({"id": "us-const-amend-iv", "type": "constitution"}),
        ("fourthamendment",),
    ),
)

SERVICES = (
    {"id": "us-911", "name": "911", "kind": "hotline", "coverage": "national", "phone": "911", "languages": ["en"]},
    {"id": "tx-aid", "name": "Texas Aid", "kind": "legal_aid", "coverage": "TX", "phone": None, "issues": ["criminal"]},
    {"id": "tx-line", "name": "Texas Line", "kind": "hotline", "coverage": "TX"},
)

STATES = {
    "DC": "District of Columbia",
    "IN": "Indiana",
    "TX": "Texas",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
}

SYNONYMS = (
    ("cop", "police"),
    ("police", "officer"),
    ("officer", "police"),
    ("protective order", "restraining order"),
    ("how long", "deadline"),
    ("lockup", "custody"),
    ("in the can", "custody"),
    ("over and over", "slow"),
    ("both of them", "nowhere"),
)

CONTENTS = Contents(
    meta=META,
    topics=(Topic("start", "Start here"), Topic("cases", "Cases")),
    articles=ARTICLES,
    renamed={"help/old": "help/never-came", "older": "help/old", "gone": "nowhere/at-all", "a": "b", "b": "a"},
    authorities=AUTHORITIES,
    services=tuple(BuiltService(one["id"], one["coverage"], one["kind"], json.dumps(one)) for one in SERVICES),
    states=tuple(
        BuiltState(StateRow(short, name), json.dumps({"state": short, "name": name})) for short, name in STATES.items()
    ),
    synonyms=SYNONYMS,
)


def write_small_guide(file: Path, **changes: object) -> Path:
    """Write the small guide, with some of its contents changed, to `file`."""
    write_library(file, replace(CONTENTS, **changes))
    return file
