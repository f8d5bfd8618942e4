"""A small guide written straight into the library's schema: its texts stay as they are when the shipped guide changes.

It has what the window must cope with: long and short articles, an old one, a topic without articles, links of every
kind, callouts, a table, a renamed section, and authorities of every kind (their entries are the shipped ones).
"""

import json
import re
import sqlite3
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from guide_app.citations.lookup import normalise_cite
from guide_app.library.schema import DDL, SCHEMA_VERSION, STATISTICS

RESOURCES = Path(__file__).parents[2] / "resources"
TITLE = "Police Liability Guide"
VERSION = "9.9.9"
REVIEWED = "2026-11-24"

WARREN = "warren-v-district-of-columbia-1981"
DESHANEY = "deshaney-v-winnebago-1989"
SECTION_1983 = "usc-42-1983"
SOURCE = "source-nena-911-statistics"

TOPICS = (("start", "Start here"), ("cases", "The cases behind the rule"), ("empty", "A topic without articles"))
AUTHORITY_ROWS = {
    # id: name, citation, place, state, year
    WARREN: ("Warren v. District of Columbia", "444 A.2d 1", "District of Columbia Court of Appeals", "DC", "1981"),
    DESHANEY: (
        "DeShaney v. Winnebago County Department of Social Services",
        "489 U.S. 189",
        "Supreme Court of the United States",
        "",
        "1989",
    ),
    SECTION_1983: ("Civil action for deprivation of rights", "42 U.S.C. § 1983", "United States", "", "2024"),
    "us-const-amend-14-s1": ("Fourteenth Amendment, Section 1", "U.S. Const. amend. XIV, § 1", "United States", "", ""),
    SOURCE: ("Estimate of 911 calls a year", "National Emergency Number Association", "United States", "", "2011"),
}


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """One article; each section is (id, heading, asked_as, html)."""

    id: str
    topic: str
    title: str
    summary: str
    sections: tuple[tuple[str, str, str, str], ...]
    lead: str = ""
    reviewed: str = REVIEWED
    related: tuple[tuple[str, str], ...] = field(default=())


def filler(word: str, paragraphs: int) -> str:
    """Return paragraphs of which no two lines are the same, so that a place in them can be recognised."""
    return "".join(
        f"<p>{' '.join(f'{word}{number} is sentence {number}.' for number in range(first, first + 12))}</p>"
        for first in range(0, paragraphs * 12, 12)
    )


DUTY = MadeArticle(
    "duty",
    "start",
    "Do the police have to come when I call?",
    "<b>Usually not.</b> A promise or a court order can change that.",
    (
        (
            "protect",
            "Do the police have to protect me?",
            "the cops never showed up",
            f'<p>In general, no (<a href="cite:{WARREN}@3"><i>Warren</i>, 444 A.2d at 3</a>). '
            'Lawyers call this the <a href="guide:warren/decided">public duty rule</a>.</p>' + filler("alpha", 6),
        ),
        (
            "sue",
            "Can I sue when they did not come?",
            "can i get money from the city",
            f'<p>Ask a lawyer (<a href="cite:{SECTION_1983}">42 U.S.C. § 1983</a>). See '
            '<a href="https://example.org/find-a-lawyer">a list of lawyers</a>, '
            '<a href="service:us-ndvh">the hotline</a> or <a href="tel:+12025550100">this number</a>.</p>'
            + filler("beta", 6),
        ),
        ("federal", "Does federal law help me?", "constitution duty to protect", filler("gamma", 7)),
        (
            "promise",
            "What if they promised to come?",
            "dispatcher said help is on the way",
            '<table class="callout deadline" width="100%" cellspacing="0" cellpadding="12"><tr><td>'
            '<p class="callout-title">The clock runs</p><p>Six months in many places.</p></td></tr></table>'
            + filler("delta", 6),
        ),
        (
            "now",
            "What can I do now?",
            "next steps",
            '<table class="facts"><tr><th>When</th><th>What</th></tr><tr><td>Today</td><td>Write it down</td></tr>'
            "</table><p>A short last answer.</p>",
        ),
    ),
    lead='<table class="callout warning" width="100%" cellspacing="0" cellpadding="12"><tr><td>'
    '<p class="callout-title">Safety first</p><p>If you are in danger now, call '
    '<a href="service:us-911">911</a>.</p></td></tr></table>',
    related=(("warren", "Warren: what happens when police leave too soon, and who decides that?"),),
)
TODAY = MadeArticle(
    "today",
    "start",
    "What can I do today?",
    "Write down what happened.",
    (("write", "What should I write down?", "notes evidence", "<p>The time of each call.</p>"),),
)
WARREN_ARTICLE = MadeArticle(
    "warren",
    "cases",
    "Warren: what happens when police leave too soon, and who decides that in the District of Columbia?",
    "Usually no claim.",
    (
        ("happened", "What happened on the night of the calls?", "", filler("epsilon", 5)),
        (
            "decided",
            "What did the court decide?",
            "who won warren",
            f'<p>No duty (<a href="cite:{WARREN}@3"><i>Warren</i>, 444 A.2d at 3</a>), as in '
            f'<a href="cite:{DESHANEY}">DeShaney (U.S. 1989)</a>.</p>' + filler("zeta", 5),
        ),
    ),
)
OLD = MadeArticle(
    "old",
    "cases",
    "An old page",
    "It has not been looked at for long.",
    (("why", "Why is this page old?", "", "<p>Nobody looked at it.</p>"),),
    reviewed="2019-01-31",
)
ARTICLES = (DUTY, TODAY, WARREN_ARTICLE, OLD)
RENAMED = {"duty/pledge": "duty/promise"}


def write_library(path: Path, articles: tuple[MadeArticle, ...] = ARTICLES) -> Path:
    """Write the guide's library file and return its path."""
    database = sqlite3.connect(path)
    database.executescript(DDL)
    database.executemany("INSERT INTO topic VALUES (?, ?, ?)", ((n, *topic) for n, topic in enumerate(TOPICS)))
    _write_authorities(database)
    position = 0
    for number, article in enumerate(articles):
        plain = _plain(article.summary)
        database.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'United States', 3)",
            (number, article.id, article.topic, article.title, article.summary, plain, article.lead,
             _plain(article.lead), article.reviewed),
        )  # fmt: skip
        for rank, (target, title) in enumerate(article.related):
            database.execute("INSERT INTO related VALUES (?, ?, ?, ?)", (article.id, rank, target, title))
        for name, heading, asked_as, html in article.sections:
            full_id = f"{article.id}/{name}"
            text = _plain(html)
            database.execute(
                "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?)",
                (position, full_id, article.id, heading, html, text, asked_as),
            )
            for index in ("words", "stems"):
                database.execute(
                    f"INSERT INTO {index} (rowid, title, heading, asked_as, text) VALUES (?, ?, ?, ?, ?)",
                    (position, article.title, heading, asked_as, text),
                )
            for rank, (authority, pin) in enumerate(dict(re.findall(r'"cite:([^"@]+)@?([^"]*)"', html)).items()):
                database.execute("INSERT INTO citation VALUES (?, ?, ?, ?)", (full_id, rank, authority, pin))
            position += 1
    database.executemany("INSERT INTO renamed VALUES (?, ?)", RENAMED.items())
    database.executescript(STATISTICS)
    meta = {
        "schema_version": SCHEMA_VERSION, "title": TITLE, "version": VERSION, "language": "en", "reviewed": REVIEWED,
        "fingerprint": "made",
    }  # fmt: skip
    database.executemany("INSERT INTO meta VALUES (?, ?)", ((key, str(value)) for key, value in meta.items()))
    database.commit()
    database.close()
    return path


def _write_authorities(database: sqlite3.Connection) -> None:
    entries = shipped_authorities()
    for number, (identity, (name, cite, place, state, year)) in enumerate(AUTHORITY_ROWS.items()):
        entry = entries[identity]
        database.execute(
            "INSERT INTO authority VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, identity, entry["type"], name, cite, place, state, year, json.dumps(entry, default=str)),
        )
        database.execute("INSERT INTO cite_key VALUES (?, ?)", (normalise_cite(cite), identity))
    services = yaml.load((RESOURCES / "services" / "services.yaml").read_text("utf-8"), yaml.CSafeLoader)
    for number, entry in enumerate(services):
        row = (number, entry["id"], entry["coverage"], entry["kind"], json.dumps(entry, default=str))
        database.execute("INSERT INTO service VALUES (?, ?, ?, ?, ?)", row)


@cache
def shipped_authorities() -> dict[str, dict]:
    """Return the shipped guide's authorities by id, as their files hold them."""
    files = sorted((RESOURCES / "authorities").glob("*.yaml"))
    entries = [entry for file in files for entry in yaml.load(file.read_text("utf-8"), yaml.CSafeLoader) or ()]
    return {entry["id"]: entry for entry in entries}


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
