"""Which of its citations a case is cited by, and the page or paragraph that goes with it.

The Bluebook's order (rules B10.1.3, 10.3.1 and 10.3.3, table T1): the public-domain (neutral) citation where there is
one; for a state case the regional reporter; else the reporter that the data has. A pinpoint overrides that, because a
page number belongs to one reporter: page 260 of *Cuffy* is a page of 69 N.Y.2d, page 388 of *Torres* one of 894 P.2d.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from guide_app.citations.locator import Locator
from guide_app.citations.model import Case
from guide_app.citations.styled import NO_BREAK_SPACE

_SPACED = re.compile(r"^(\d+) (.+) (\d+[A-Za-z-]*)$")
_DASHED = re.compile(r"^(\d{4})-([A-Za-z]+)-(\d+)$")

_BLUEBOOK_NAMES = {"Pa. Cmwlth.": "Pa. Commw."}
"""Reporters that their own courts abbreviate otherwise than table T1."""

LONGEST_OPINION = 400
"""Pages after which a number is no longer taken for a page of the same case."""

Place = Literal["neutral", "official", "regional", "unreported"]


@dataclass(frozen=True, slots=True)
class ReporterCite:
    """Volume, reporter and first page; `nominative` is the older name of the same volume ("18 How.")."""

    volume: str
    reporter: str
    page: str
    nominative: str = ""
    joint: str = " "

    @property
    def volume_and_reporter(self) -> str:
        """Return what stands before the page."""
        older = f" ({self.nominative})" if self.nominative else ""
        return f"{self.volume}{self.joint}{self.reporter}{older}"

    @property
    def text(self) -> str:
        """Return the citation as printed."""
        return f"{self.volume_and_reporter}{self.joint}{self.page}"

    @property
    def first_page(self) -> int | None:
        """Return the first page as a number, or None where it is not one."""
        return int(self.page) if self.page.isdecimal() else None


@dataclass(frozen=True, slots=True)
class CaseCitation:
    """The citation chosen for a case. `main` is None for a decision that no reporter has printed."""

    place: Place
    main: ReporterCite | None
    locator: Locator | None


def parse_reporter_cite(text: str) -> ReporterCite | None:
    """Read "489 U.S. 189" or "2010-Ohio-168"; None for anything else."""
    cleaned = text.strip()
    if found := _DASHED.match(cleaned):
        return ReporterCite(found[1], found[2], found[3], joint="-")
    if found := _SPACED.match(cleaned):
        return ReporterCite(found[1], _BLUEBOOK_NAMES.get(found[2], found[2]), found[3])
    return None


def neutral_cite(case: Case) -> ReporterCite | None:
    """Return the public-domain citation, or None."""
    return parse_reporter_cite(case.neutral_cite)


def official_cite(case: Case) -> ReporterCite | None:
    """Return the citation of volume, reporter and page, or None where it is incomplete or the neutral one."""
    if not (case.volume and case.reporter and case.page):
        return None
    neutral = neutral_cite(case)
    if neutral and (neutral.volume, neutral.reporter, neutral.page) == (case.volume, case.reporter, case.page):
        return None
    reporter = _BLUEBOOK_NAMES.get(case.reporter, case.reporter)
    return ReporterCite(case.volume, reporter, case.page, case.nominative)


def regional_cite(case: Case) -> ReporterCite | None:
    """Return the citation in the regional reporter where it stands beside an official one, or None.

    For California's Court of Appeal table T1 asks for the California Reporter.
    """
    if case.court == "calctapp" and not case.regional:
        printed = (parse_reporter_cite(text) for text in case.parallel if "Cal. Rptr." in text)
        return next(printed, None)
    return parse_reporter_cite(case.regional)


def court_beside(case: Case, *, regional: bool) -> str:
    """Return what the Bluebook prints of the court beside the regional reporter, or beside the official one."""
    return (case.regional_parenthetical if regional else "") or case.court_parenthetical


def parallel_cites(case: Case) -> tuple[ReporterCite, ...]:
    """Return every further reporter that printed the case, each once, without the main one and the nominative one."""
    known = [official_cite(case), neutral_cite(case)]
    seen = {cite.text for cite in known if cite}
    if case.nominative:
        seen.add(f"{case.nominative} {case.page}")
    found: list[ReporterCite] = []
    for text in (case.regional, *case.parallel):
        cite = parse_reporter_cite(text)
        if cite and cite.text not in seen:
            seen.add(cite.text)
            found.append(cite)
    return tuple(found)


def citation_for(case: Case, locator: Locator | None) -> CaseCitation:
    """Choose the citation of a case for a pinpoint (None for none)."""
    neutral, official, regional = neutral_cite(case), official_cite(case), regional_cite(case)
    page = locator.first if locator and locator.kind == "page" else None
    if neutral:
        paged = _printed_on((regional, official), page)
        if paged:
            return CaseCitation("regional" if paged is regional else "official", paged, locator)
        return CaseCitation("neutral", neutral, _as_paragraph(locator))
    if official and regional:
        paged = _printed_on((official, regional), page)
        if paged is official or (page is not None and paged is None):
            return CaseCitation("official", official, locator)
        return CaseCitation("regional", regional, locator)
    if official:
        return CaseCitation("official", official, locator)
    if regional:
        return CaseCitation("regional", regional, locator)
    return CaseCitation("unreported", None, locator)


def _printed_on(cites: tuple[ReporterCite | None, ...], page: int | None) -> ReporterCite | None:
    """Return the reporter whose first page comes last before `page`, within the length of an opinion."""
    if page is None:
        return None
    near = [
        (page - first, index, cite)
        for index, cite in enumerate(cites)
        if cite and (first := cite.first_page) is not None and 0 <= page - first <= LONGEST_OPINION
    ]
    return min(near)[2] if near else None


def _as_paragraph(locator: Locator | None) -> Locator | None:
    """Turn a bare number into a paragraph, since a public-domain citation has no pages (rule 10.3.3)."""
    if locator is None or locator.kind != "page":
        return locator
    several = not locator.text.isdecimal()
    return replace(locator, kind="paragraph", text=f"{'¶¶' if several else '¶'}{NO_BREAK_SPACE}{locator.text}")
