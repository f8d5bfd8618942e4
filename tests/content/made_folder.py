"""A content folder of a few files, known by heart, in which a test changes one thing and sees what is said of it."""

from pathlib import Path

WARREN = "warren-v-district-of-columbia-1981"
LIMITED = "linda-r-s-v-richard-d-1973"
SUPERSEDED = "monroe-v-pape-1961"

WARREN_MD = """\
---
id: warren
title: "Warren: what happens when police leave too soon?"
summary: "**Usually no claim.** A call for help does not by itself make police owe you protection."
topic: cases
order: 10
reviewed: 2026-01-24
applies_to: District of Columbia
related: [glossary]
sections:
  what-happened:
    asked_as: [the police came and left]
  what-court-decided:
    asked_as: [who won warren]
    renamed_from: [warren/ruling]
---

!!! warning "Safety first"
    If you are in danger now, call [@service:us-911]. {.general}

## What happened? {#what-happened}

Two calls reached the police that morning [@warren-v-district-of-columbia-1981, 2].

## What did the court decide? {#what-court-decided}

The court found no duty to one person [@warren-v-district-of-columbia-1981, 3; @usc-42-1983].
Read about the [public duty rule](glossary/public-duty-rule).

- Your state may differ: [@state:NY].
- A lawyer can tell you more.
"""

GLOSSARY_MD = """\
---
id: glossary
title: What do the legal words mean?
summary: Short meanings of the words that lawyers use.
topic: start
order: 5
reviewed: 2026-01-24
applies_to: United States
related: [warren, rules]
sections:
  public-duty-rule:
    asked_as: [what is public duty]
---

## What is the public duty rule? {#public-duty-rule}

A duty to everyone, and so to no one person [@warren-v-district-of-columbia-1981, 4].
"""

RULES_MD = """\
---
id: rules
title: What is the rule in my state?
summary: Every state has its own rule.
topic: start
order: 6
reviewed: 2026-01-24
applies_to: United States
related: []
sections:
  how-to-read:
    asked_as: [what do the labels mean]
---

## How do I read these lines? {#how-to-read}

Each line says what we read, and when. {.general}

[[states: public-duty]]
"""

TOPICS = """\
- id: start
  title: Start here
- id: cases
  title: The cases behind the rule
"""

SYNONYMS = """\
same:
  - [police, cop, officer]
leads_to:
  deadline: [too late]
"""

PUBLISHED = """\
# Section ids that readers may have bookmarked. Never delete a line; see docs/content-format.md.
glossary/public-duty-rule
rules/how-to-read
rules/ny
warren/ruling
warren/what-court-decided
warren/what-happened
"""


def case(identity: str, caption: str, short: str, volume: str, reporter: str, page: str, standing: str) -> str:
    """Return the entry of a case, as YAML."""
    return f"""\
- id: {identity}
  type: case
  caption: {caption}
  short: {short}
  volume: {volume}
  reporter: {reporter}
  page: {page}
  parallel: []
  court: made
  court_name: District of Columbia Court of Appeals
  court_bluebook: D.C.
  court_parenthetical: D.C.
  decided: {identity[-4:]}
  docket: ''
  facts: What happened.
  holding: What was decided.
  pinpoints: [{{page: {page}, for: the rule}}]
  standing: {standing}
  standing_note: ''
  sources: [https://example.org/opinion]
  confidence: primary
  read_level: opinion text
  verified_note: Read.
"""


CASES = (
    case(WARREN, "Warren v. District of Columbia", "Warren", "444", "A.2d", "1", "no later limit seen")
    + case(LIMITED, "Linda R. S. v. Richard D.", "Linda", "410", "U.S.", "614", "limited")
    + case(SUPERSEDED, "Monroe v. Pape", "Monroe", "365", "U.S.", "167", "superseded")
)
"""Twenty-two lines an entry."""

STATUTES = """\
- id: usc-42-1983
  type: statute
  cite: 42 U.S.C. § 1983
  title: Civil action for deprivation of rights
  jurisdiction: United States
  what_it_says: A person whose rights an officer broke may sue.
  as_of: '2024'
  year_seen: '2024'
  sources: [https://example.org/statute]
  confidence: primary
  read_level: statute text
  verified_note: Read.
"""

SERVICES = """\
- id: us-911
  name: 911 emergency line
  kind: hotline
  coverage: national
  phone: '911'
  issues: [emergency]
  languages: [en]
  what_for: Any emergency.
  sources: [https://example.org/911]
  as_of: '2024'
  confidence: primary
- id: us-line
  name: The Line
  kind: hotline
  coverage: national
  phone: 1-800-555-0100
  issues: [civil]
  languages: [en]
  what_for: It helps.
  sources: [https://example.org/line]
  as_of: '2024'
  confidence: primary
- id: us-desk
  name: The Desk
  kind: hotline
  coverage: national
  url: https://example.org/desk
  issues: [civil]
  languages: [en]
  what_for: It helps.
  sources: [https://example.org/desk]
  as_of: '2024'
  confidence: primary
"""

STATES = """\
- state: NY
  name: New York
  section_1983:
    period: {n: 3, unit: years, statute: N.Y. C.P.L.R. § 214(5), confidence: primary}
    cautious: null
  notice:
    required: 'yes'
    periods:
    - n: 90
      unit: days
      runs_from: accrual
      against: city
      to: not shown
      statute: N.Y. Gen. Mun. Law § 50-e
      kind: file_by
      confidence: primary
      as_of: not shown
    cautious: null
  suit:
    periods:
    - n: 1
      unit: years
      plus: {n: 90, unit: days}
      runs_from: event
      statute: § 50-i
      confidence: primary
      as_of: '2024'
    cautious: null
  public_duty:
    label: Rule applies
    one_line: A promise to you can change it.
  state_civil_rights_claim: unknown
  traps: [The clock is short.]
  read_on: 2026-01-23
  authorities:
    public_duty_rule: [warren-v-district-of-columbia-1981]
    section_1983_limit: [usc-42-1983]
    notice_of_claim: []
    suit_deadline_after_notice: []
    state_civil_rights_claim: []
"""

FILES = {
    "articles/en/warren.md": WARREN_MD,
    "articles/en/glossary.md": GLOSSARY_MD,
    "articles/en/rules.md": RULES_MD,
    "articles/en/topics.yaml": TOPICS,
    "articles/en/synonyms.yaml": SYNONYMS,
    "articles/en/published-ids.txt": PUBLISHED,
    "authorities/cases.yaml": CASES,
    "authorities/statutes.yaml": STATUTES,
    "services/services.yaml": SERVICES,
    "states/states.yaml": STATES,
}


def write_folder(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """Write the folder, with some of its files changed, left out (None) or added, and return it."""
    for name, text in {**FILES, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        elif text is not None:
            path.write_bytes(text.encode())  # no translation of line ends
    return folder


def edited(name: str, *changes: tuple[str, str]) -> dict[str, str | bytes | None]:
    """Return one file of the folder with words in it replaced; each of them must stand there once."""
    text = FILES[name]
    for old, new in changes:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return {name: text}


def warren(*changes: tuple[str, str]) -> dict[str, str | bytes | None]:
    """Return the article on Warren with words in it replaced."""
    return edited("articles/en/warren.md", *changes)


def with_block(block: str) -> dict[str, str | bytes | None]:
    """Return the article on Warren with one more block in it, which begins on line 23."""
    return warren(("Two calls reached", f"{block}\n\nTwo calls reached"))
