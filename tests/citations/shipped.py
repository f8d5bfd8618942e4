"""The authorities that the guide ships, and short ways to make one for a test."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from guide_app.citations.model import Authority, Case, authority_from_mapping

FOLDER = Path(__file__).parents[2] / "resources" / "authorities"

COMMON: dict[str, Any] = {
    "sources": ("https://example.org/a",),
    "confidence": "primary",
    "read_level": "opinion text",
    "verified_note": "We read it.",
}


@cache
def shipped() -> dict[str, Authority]:
    """Return every authority of the guide by its id, in the order of the ids."""
    found: dict[str, Authority] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for entry in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) or []:
            authority = authority_from_mapping(entry)
            found.setdefault(authority.id, authority)
    return dict(sorted(found.items()))


def shipped_cases() -> list[Case]:
    return [authority for authority in shipped().values() if isinstance(authority, Case)]


def case(**fields: Any) -> Case:
    """Make a case; by default Doe v. Roe, 100 F.3d 200 (9th Cir. 1999)."""
    defaults = {
        **COMMON,
        "id": "doe-v-roe-1999",
        "caption": "Doe v. Roe",
        "short": "Doe",
        "volume": "100",
        "reporter": "F.3d",
        "page": "200",
        "parallel": (),
        "court": "ca9",
        "court_name": "United States Court of Appeals for the Ninth Circuit",
        "court_bluebook": "9th Cir.",
        "court_parenthetical": "9th Cir.",
        "decided": "1999-05-07",
        "docket": "98-1",
        "facts": "",
        "holding": "",
        "pinpoints": (),
        "standing": "unknown",
        "standing_note": "",
    }
    return Case(**(defaults | fields))


def law_fields(**fields: Any) -> dict[str, Any]:
    """Return the fields of a statute or constitution; by default 42 U.S.C. § 1983."""
    return {
        **COMMON,
        "id": "law",
        "read_level": "statute text",
        "cite": "42 U.S.C. § 1983",
        "title": "Civil action",
        "jurisdiction": "United States",
        "what_it_says": "",
        "as_of": "2012",
        "year_seen": "2012",
    } | fields


def page_fields(**fields: Any) -> dict[str, Any]:
    """Return the fields of a source that is a page."""
    return {
        **COMMON,
        "id": "page",
        "read_level": "secondary sources",
        "title": "What to do",
        "publisher": "Help Center",
        "jurisdiction": "United States",
        "what_it_says": "",
        "as_of": "2011-08",
        "year_seen": "2011",
    } | fields
