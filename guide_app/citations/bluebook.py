"""Citations in Bluebook form, as practitioners write them: full, short, and the form in the text of the guide.

Rules followed: B10 and 10 for cases, B11 for constitutions, B12 for statutes, B18 for pages, 10.3.3 for public-domain
citations, 10.8.1 for opinions that no reporter has printed. *Id.* is not produced: what stands before a citation in the
reader's notes is not known here. A federal code is cited without a year, which rule 12.3.2 no longer asks for; a state
code carries the year of the text that was read, and none where only a description of it was. Publishers of codes are
not in the data, so they are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from guide_app.citations.abbreviations import abbreviate_caption, bluebook_date, close_initials, court_in_full
from guide_app.citations.case_cite import (
    CaseCitation,
    ReporterCite,
    citation_for,
    court_beside,
    neutral_cite,
    official_cite,
    parallel_cites,
    regional_cite,
)
from guide_app.citations.locator import Locator
from guide_app.citations.model import Authority, Case, Constitution, Source, Statute
from guide_app.citations.options import CURLY, DEFAULT, Options
from guide_app.citations.pinpoint import pinpoint_for
from guide_app.citations.styled import NO_BREAK_SPACE, Run, Styled, joined
from guide_app.citations.typography import with_quotes

__all__ = [
    "DEFAULT",
    "Options",
    "docket_cite",
    "form_note",
    "full",
    "inline",
    "inline_and_standing",
    "name_of",
    "short",
    "standing_in_words",
    "standing_remark",
]

_SIGN = re.compile(r"([§¶]) ")
_LATER = {"limited": ", later limited", "superseded": ", later superseded"}
_LATER_IN_WORDS = {"limited": "counts only within limits", "superseded": "was later superseded"}
_OPENS_WITH_OFFICIAL = frozenset(("Ohio",))
"""Public-domain citations that table T1 puts after the official reporter."""


def full(authority: Authority, pin: str = "", options: Options = DEFAULT) -> Styled:
    """Return the full citation of an authority, with a pinpoint where one is given.

    Raises PinpointError when `pin` is none, or none that this authority can have.
    """
    locator = pinpoint_for(authority, pin)
    if isinstance(authority, Case):
        return _finished(_full_case(authority, locator, options), options)
    if isinstance(authority, Source):
        return _finished(_full_source(authority, locator, options), options)
    year = _code_year(authority) if isinstance(authority, Statute) else ""
    return _finished((Run(_law(authority, locator) + (f" ({year})" if year else "")),), options)


def short(authority: Authority, pin: str = "", options: Options = DEFAULT) -> Styled:
    """Return the short form: *DeShaney*, 489 U.S. at 195.

    A case without a pinpoint gets its full form, since a short one needs a page.
    Raises PinpointError like `full`.
    """
    locator = pinpoint_for(authority, pin)
    if isinstance(authority, Case):
        if locator is None:
            return full(authority, "", options)
        return _finished(_short_case(authority, locator, options), options)
    if isinstance(authority, Source):
        return _finished(_named_source(authority, locator, options), options)
    return _finished((Run(_law(authority, locator)),), options)


def inline(authority: Authority, pin: str = "", options: Options = DEFAULT) -> Styled:
    """Return the form that stands in the text of the guide.

    With a pinpoint it is the short form; a case without one is *DeShaney* (U.S. 1989), its court and year.
    Raises PinpointError like `full`.
    """
    if not isinstance(authority, Case) or pin.strip():
        return short(authority, pin, options)
    name = _emphasised(_short_name(authority), options)
    when = _in_brackets(court_in_full(authority), authority.year)
    return _finished((name, Run(f" {when}" if when else "")), options)


def inline_and_standing(authority: Authority) -> Styled:
    """Return the form of a list of sources: a case that is not what it was is never named without saying so."""
    later = _LATER.get(authority.standing, "") if isinstance(authority, Case) else ""
    return inline(authority, "", CURLY) + ((Run(later),) if later else ())


def name_of(authority: Authority) -> str:
    """Return the name of an authority without any emphasis: a case's caption, a law's citation, a page's title."""
    if isinstance(authority, Case):
        return authority.caption
    return authority.title if isinstance(authority, Source) else _signs(authority.cite)


def form_note(authority: Authority) -> str:
    """Say what a reader should know about the form of a case's citation, or return an empty string."""
    if not isinstance(authority, Case):
        return ""
    return " ".join(filter(None, (_note_on_reporter(authority), _note_on_year(authority))))


def standing_in_words(authority: Authority) -> str:
    """Say in a few words that a case is no longer what it was, or binds few; an empty string for anything else."""
    words = _LATER_IN_WORDS.get(authority.standing) if isinstance(authority, Case) else None
    return f"{name_of(authority)} {words}" if words else ""


def standing_remark(authority: Authority) -> str:
    """Say the same in sentences, with what limits it."""
    words = standing_in_words(authority)
    return f"{words}. {authority.standing_note}".strip() if words and isinstance(authority, Case) else ""


def _note_on_reporter(case: Case) -> str:
    main = citation_for(case, None).main
    if main is None:
        known = case.docket or case.database_cites
        return "" if known else "We saw neither its reporter nor its docket number. Look them up before you cite it."
    if not case.form_note.startswith("official reporter only"):
        return case.form_note
    if regional_cite(case):
        return ""
    if neutral_cite(case):
        return "A local rule may want the regional reporter beside the public-domain citation. We did not see it."
    return "Only the official reporter is given. A local rule may want the regional reporter, which we did not see."


def _note_on_year(case: Case) -> str:
    return "" if case.year else "We did not see the year of the decision. Look it up before you cite it."


def _finished(runs: Iterable[Run], options: Options) -> Styled:
    return with_quotes(joined(runs), options.quotes)


def _emphasised(text: str, options: Options) -> Run:
    return Run(text, italic=options.emphasis == "italics", underline=options.emphasis == "underline")


def _signs(text: str) -> str:
    """Keep a section or paragraph sign together with its number."""
    return _SIGN.sub(rf"\1{NO_BREAK_SPACE}", text)


def _in_brackets(*parts: str) -> str:
    words = " ".join(part for part in parts if part)
    return f"({words})" if words else ""


def _full_case(case: Case, locator: Locator | None, options: Options) -> Iterable[Run]:
    chosen = citation_for(case, locator)
    if chosen.place == "unreported":
        cites, bracket = _unreported(case, locator)
    elif neutral := neutral_cite(case):
        cites = _printed(_beside_neutral(case, neutral, chosen, options), chosen)
        # the year stands in the public-domain citation itself
        bracket = _in_brackets(case.court_parenthetical)
    else:
        reporters = (official_cite(case), *parallel_cites(case)) if options.parallel else (chosen.main,)
        cites = _printed(reporters, chosen)
        by_regional = reporters[0] is None or reporters[0] == regional_cite(case)
        bracket = _in_brackets(court_beside(case, regional=by_regional), case.year)
    rest = "".join(f", {cite}" for cite in cites)
    if bracket:
        rest += f" {bracket}"
    if case.en_banc:
        rest += " (en banc)"
    return _emphasised(abbreviate_caption(case.caption, case.court_name), options), Run(rest)


def _printed(reporters: Iterable[ReporterCite | None], chosen: CaseCitation) -> list[str]:
    """Return citations as text, each once, the pinpoint after the one that it belongs to."""
    cites = dict.fromkeys(cite for cite in reporters if cite)
    return [cite.text + (_page(chosen.locator) if cite == chosen.main else "") for cite in cites]


def _beside_neutral(
    case: Case, neutral: ReporterCite, chosen: CaseCitation, options: Options
) -> tuple[ReporterCite | None, ...]:
    """Return the public-domain citation, the regional reporter, and the official one where it is wanted.

    Rule 10.3.3 asks for the regional reporter beside it; where that is not known, another one stands there.
    """
    official_first = neutral.reporter in _OPENS_WITH_OFFICIAL
    alone = regional_cite(case) is None
    wanted = options.parallel or official_first or chosen.place == "official" or alone
    official = official_cite(case) if wanted else None
    others = parallel_cites(case) if options.parallel else parallel_cites(case)[:1] if alone and not official else ()
    opening = (official, neutral) if official_first else (neutral, official)
    return (*opening, regional_cite(case), *others)


def _unreported(case: Case, locator: Locator | None) -> tuple[list[str], str]:
    cites = [docket for docket in (docket_cite(case.docket),) if docket]
    cites += case.database_cites[:1]
    if locator:
        cites.append(_unprinted_page(case, locator))
    return cites, _in_brackets(court_in_full(case), bluebook_date(case.decided))


def _unprinted_page(case: Case, locator: Locator) -> str:
    """Return a page of a slip opinion, which a docket number names, or of a case database."""
    if case.docket and not case.database_cites and locator.kind in ("page", "paragraph"):
        return f"slip op. {_at(locator)}"
    return _at(locator)


def _at(locator: Locator) -> str:
    """Put "at" before a page; a paragraph sign needs none (rule 3.3)."""
    return locator.text if locator.kind == "paragraph" else f"at {locator.text}"


def docket_cite(docket: str) -> str:
    """Put "No." before a docket number that has no word of its own; commas without a space belong to one number."""
    if not docket:
        return ""
    if re.search(r"\bNos?\. ", docket):
        return docket.replace("Opinion No.", "Op. No.")
    return f"{'Nos.' if ', ' in docket else 'No.'} {docket}"


def _page(locator: Locator | None) -> str:
    if locator is None:
        return ""
    return f" {locator.text}" if locator.kind == "note" else f", {locator.text}"


def _short_case(case: Case, locator: Locator, options: Options) -> Iterable[Run]:
    chosen = citation_for(case, locator)
    name = _emphasised(_short_name(case), options)
    where = chosen.locator or locator
    if chosen.main is None:
        found = [*case.database_cites[:1], _unprinted_page(case, where)]
        return name, Run("".join(f", {part}" for part in found))
    if where.kind == "paragraph":
        return name, Run(f", {chosen.main.text}, {where.text}")
    return name, Run(f", {chosen.main.volume_and_reporter} at {where.text}")


def _short_name(case: Case) -> str:
    return close_initials(case.short) or abbreviate_caption(case.caption, case.court_name)


def _law(authority: Statute | Constitution, locator: Locator | None) -> str:
    cite = _signs(authority.cite)
    if locator is None:
        return cite
    if locator.kind == "subsection":
        return cite + locator.text
    if "§§" in cite:
        return cite[: cite.index("§§")] + locator.text
    return f"{cite}, {locator.text}"


def _code_year(statute: Statute) -> str:
    text_was_read = statute.read_level == "statute text"
    return statute.year_seen if text_was_read and statute.jurisdiction != "United States" else ""


def _named_source(source: Source, locator: Locator | None, options: Options) -> tuple[Run, ...]:
    publisher = source.publisher[:1].upper() + source.publisher[1:]
    page = f", {_at(locator)}" if locator else ""
    return Run(f"{publisher}, " if publisher else ""), _emphasised(source.title, options), Run(page)


def _full_source(source: Source, locator: Locator | None, options: Options) -> Iterable[Run]:
    seen = bluebook_date(source.as_of) or source.year_seen
    address = source.sources[0] if source.sources else ""
    return (
        *_named_source(source, locator, options),
        Run(f" ({seen})" if seen else ""),
        Run(", " if address else ""),
        Run(address),
    )
