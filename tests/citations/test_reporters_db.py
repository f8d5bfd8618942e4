"""Our own data against reporters-db: every reporter is spelt as there, and printed in the years of its edition."""

from __future__ import annotations

from datetime import date

import pytest
from reporters_db import EDITIONS, REPORTERS

from guide_app.citations.case_cite import neutral_cite, official_cite, parallel_cites, regional_cite

from .shipped import shipped_cases

YEARS_WRONG_THERE = {
    "F. Supp.": "reporters-db ends it in 1988; it went on to 1998, when F. Supp. 2d began",
    "Ohio St. 3d": "reporters-db begins it in 1991; its first volume is of 1982",
}


def edition_years(reporter: str) -> list[tuple[int, int]]:
    """Return first and last years of the editions of that name (several reporters share one)."""
    years = []
    for root in REPORTERS.get(EDITIONS.get(reporter, ""), ()):
        edition = root["editions"].get(reporter)
        if edition:
            end = edition["end"].year if edition["end"] else date.today().year
            years.append((edition["start"].year, end))
    return years


def cites(authority):
    found = (official_cite(authority), neutral_cite(authority), regional_cite(authority), *parallel_cites(authority))
    return dict.fromkeys(cite for cite in found if cite)


@pytest.mark.parametrize("authority", shipped_cases(), ids=lambda one: one.id)
def test_reporters_are_known_and_of_their_years(authority):
    for cite in cites(authority):
        assert cite.reporter in EDITIONS, cite.text
        # U.S. begins in 1875 there: the volumes before it had the names of their reporters (59 U.S. is 18 How.)
        if authority.year and cite.reporter not in YEARS_WRONG_THERE and not cite.nominative:
            year = int(authority.year)
            spans = edition_years(cite.reporter)
            assert any(start <= year <= end for start, end in spans), (cite.text, year, spans)


def test_the_exceptions_are_still_needed():
    used = {cite.reporter for authority in shipped_cases() for cite in cites(authority)}
    assert set(YEARS_WRONG_THERE) <= used & set(EDITIONS)
