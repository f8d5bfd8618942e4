"""An authority as reference managers keep it: one flat record, from which RIS, BibLaTeX and CSL-JSON are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from guide_app.citations.abbreviations import court_in_full
from guide_app.citations.bluebook import form_note, standing_remark
from guide_app.citations.case_cite import (
    ReporterCite,
    citation_for,
    court_beside,
    neutral_cite,
    official_cite,
    parallel_cites,
    regional_cite,
)
from guide_app.citations.law_parts import law_parts
from guide_app.citations.model import Authority, Case, Source, Statute
from guide_app.citations.pinpoint import pinpoint_for

RecordKind = Literal["case", "law", "page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a reference manager asks for; empty strings for what is not known.

    `container` is the reporter, the code or the site; `court` the court in full, `parenthetical` what the Bluebook
    prints of it beside this reporter; `date` an ISO date or the known part of it; `notes` phrases without a full stop;
    `standing` what became of a case, in sentences.
    No phrase opens with a word and a colon: Zotero and pandoc would take that for a field.
    """

    kind: RecordKind
    key: str
    title: str
    short_title: str = ""
    volume: str = ""
    container: str = ""
    page: str = ""
    section: str = ""
    number: str = ""
    court: str = ""
    parenthetical: str = ""
    date: str = ""
    address: str = ""
    notes: tuple[str, ...] = ()
    standing: str = ""


def records(authorities: Iterable[Authority], pins: Mapping[str, str]) -> tuple[Record, ...]:
    """Return a record for each authority, each id once; `pins` are pinpoints by id.

    Raises PinpointError for a pinpoint that an authority cannot have.
    """
    each = {authority.id: authority for authority in authorities}
    return tuple(_record(authority, pins.get(authority.id, "")) for authority in each.values())


def _record(authority: Authority, pin: str) -> Record:
    locator = pinpoint_for(authority, pin)
    if isinstance(authority, Case):
        locator = citation_for(authority, locator).locator  # page 12 of a public-domain citation is its paragraph 12
    notes = (f"Pinpoint {locator.text}",) if locator else ()
    key = re.sub(r"[^A-Za-z0-9_.-]+", "-", authority.id)
    if isinstance(authority, Case):
        return _case(authority, key, notes)
    seen = authority.as_of if authority.as_of not in ("", "undated", "not shown") else ""
    if isinstance(authority, Source):
        written = re.fullmatch(r"\d{4}(-\d{2}){0,2}", authority.as_of)
        return Record(
            kind="page",
            key=key,
            title=authority.title,
            container=authority.publisher,
            date=authority.as_of if written else authority.year_seen,
            address=authority.sources[0] if authority.sources else "",
            notes=notes,
        )
    parts = law_parts(authority.cite)
    enacted = authority.enacted_by if isinstance(authority, Statute) else ""
    return Record(
        kind="law",
        key=key,
        title=authority.title,
        volume=parts.volume,
        container=parts.code,
        section=parts.section,
        number=enacted,  # no date: a Bluebook style would print it as the year of the act, not of the code
        notes=(*notes, *((f"Text seen {seen}",) if seen else ())),
    )


def _case(case: Case, key: str, notes: tuple[str, ...]) -> Record:
    main = regional_cite(case) or official_cite(case) or neutral_cite(case)
    others = [
        cite.text
        for cite in (neutral_cite(case), official_cite(case), *parallel_cites(case))
        if cite and (cite != main or cite.joint != " ")
    ]
    also = (f"Also cited as {'; '.join(dict.fromkeys(others))}",) if others else ()
    regional = main is not None and main == regional_cite(case)
    note = form_note(case)
    return Record(
        kind="case",
        key=key,
        title=case.caption,
        short_title=case.short,
        volume=main.volume if main else "",
        container=_reporter(main),
        page=main.page if main else "",
        number=case.docket,
        court=case.court_name,
        parenthetical=court_beside(case, regional=regional) if main else court_in_full(case),
        date=case.decided,
        notes=(*notes, *also, *(("En banc",) if case.en_banc else ()), *((note.rstrip("."),) if note else ())),
        standing=standing_remark(case),
    )


def _reporter(cite: ReporterCite | None) -> str:
    if cite is None:
        return ""
    return f"{cite.reporter} ({cite.nominative})" if cite.nominative else cite.reporter
