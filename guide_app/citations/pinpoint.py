"""Pinpoints: the page, paragraph, section or footnote of an authority that a citation points to."""

from __future__ import annotations

import re

from guide_app.citations.case_cite import LONGEST_OPINION, citation_for
from guide_app.citations.locator import WHAT_IS_MEANT, Locator, PinpointError, parse_pinpoint
from guide_app.citations.model import Authority, Case, Constitution, Source, Statute

__all__ = ["Locator", "PinpointError", "parse_pinpoint", "pinpoint_for", "pinpoint_warning"]


def pinpoint_for(authority: Authority, text: str) -> Locator | None:
    """Read a pinpoint of one authority; a bare number is a paragraph where only paragraphs are numbered.

    Raises PinpointError when the text is no pinpoint, or one of a kind that this authority cannot have.
    """
    locator = parse_pinpoint(text)
    if locator is None:
        return None
    if isinstance(authority, Case) and locator.kind in ("section", "subsection"):
        raise PinpointError(
            f'"{text.strip()}" is a section. A case is cited by page or paragraph, such as 195 or ¶ 12.'
        )
    if isinstance(authority, Case) and locator.kind == "star page" and citation_for(authority, None).main is not None:
        raise PinpointError(
            f'"{text.strip()}" is a page of a case database, and this case is printed in a reporter. Give a page of it.'
        )
    if isinstance(authority, Statute | Constitution):
        return _of_a_law(authority, locator, text)
    if isinstance(authority, Source) and locator.kind == "star page":
        raise PinpointError(f'"{text.strip()}" is a page of a case database. Give {WHAT_IS_MEANT}.')
    return locator


def pinpoint_warning(authority: Authority, text: str) -> str:
    """Say in a sentence what looks wrong about a pinpoint that is good in form, or return an empty string.

    A page before the first page is only a warning: several opinions begin later than their syllabus.
    Raises PinpointError like `pinpoint_for`.
    """
    locator = pinpoint_for(authority, text)
    if locator is None or not isinstance(authority, Case):
        return ""
    if locator.kind == "note":
        return f"A footnote is cited with its page, such as 195 {locator.text}."
    chosen = citation_for(authority, locator)
    if chosen.main is None:
        return _warning_unprinted(authority, locator)
    if locator.kind == "paragraph" and chosen.place != "neutral":
        return f"{chosen.main.volume_and_reporter} is cited by page, not by paragraph."
    page = chosen.locator.first if chosen.locator and chosen.locator.kind == "page" else None
    first_page = chosen.main.first_page
    if page is None or first_page is None:
        return ""
    if page < first_page:
        return f"Page {page} is before the first page of this case, {first_page}."
    if page - first_page > LONGEST_OPINION:
        return f"Page {page} is more than {LONGEST_OPINION} pages after the first page of this case, {first_page}."
    return ""


def _warning_unprinted(case: Case, locator: Locator) -> str:
    if locator.kind == "star page" and not case.database_cites:
        return f"{locator.text} is a page of a case database, and this citation names none."
    return ""


def _of_a_law(authority: Statute | Constitution, locator: Locator, text: str) -> Locator:
    given = text.strip()
    if locator.kind == "section" and re.search("§(?!§)", authority.cite) and "§§" not in authority.cite:
        raise PinpointError(
            f'"{given}" is a section, and {authority.cite} already is one. Give a subsection, such as (b).'
        )
    if locator.kind not in ("section", "subsection"):
        raise PinpointError(
            f'"{given}" is no part of a law. Give a subsection, such as (b), or a section, such as § 3.'
        )
    return locator
