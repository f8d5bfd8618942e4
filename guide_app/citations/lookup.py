"""Finding an authority by any citation that people write for it, and offering the nearest ones when there is none.

A citation is compared in one normal form: lower case, without dots, signs and spaces inside the name of a reporter or
code. "489 U.S. 189" is "489 us 189", "42 USC § 1983" is "42 usc 1983", "444 A. 2d 1" is "444 a2d 1".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import dropwhile, takewhile

from guide_app.citations.bluebook import name_of
from guide_app.citations.case_cite import neutral_cite, official_cite, parallel_cites
from guide_app.citations.law_parts import law_parts
from guide_app.citations.model import Authority, Case, Constitution, Source, Statute
from guide_app.citations.pinpoint import PinpointError, pinpoint_for

_OTHER_NAMES = {
    "arizrevstatann": ("ars",),
    "calcivcode": ("civcode", "civilcode", "calcivilcode"),
    "calcivproccode": ("ccp", "codecivproc", "calcodecivproc"),
    "calgovtcode": ("govtcode", "govcode", "governmentcode", "calgovcode", "calgovernmentcode"),
    "colorevstat": ("crs",),
    "hawrevstat": ("hrs",),
    "illcompstat": ("ilcs",),
    "kyrevstatann": ("krs",),
    "massgenlawsch": ("mgl", "mglc", "mglch", "gl", "glc"),
    "michcomplaws": ("mcl",),
    "montcodeann": ("mca",),
    "ncgenstat": ("ncgs",),
    "nevrevstat": ("nrs",),
    "nhrevstatann": ("rsa", "nhrsa"),
    "njstatann": ("njsa",),
    "nmstatann": ("nmsa",),
    "nycplr": ("cplr",),
    "nygenmunlaw": ("gml", "genmunlaw", "generalmunicipallaw", "nygeneralmunicipallaw"),
    "ohiorevcodeann": ("orc", "ohiorevcode"),
    "orrevstat": ("ors",),
    "rigenlaws": ("rigl",),
    "sdcodifiedlaws": ("sdcl",),
    "tenncodeann": ("tca",),
    "washrevcode": ("rcw",),
}
"""Names under which states and lawyers know the codes that the Bluebook calls otherwise, all in normal form."""

_OTHER_REPORTERS = {"wash2d": "wn2d", "washapp": "wnapp", "pacmwlth": "pacommw"}
"""Reporters that their own courts abbreviate otherwise than the Bluebook, in normal form."""

_AMENDMENTS = {
    "IV": ("fourth", "4th"), "V": ("fifth", "5th"), "VI": ("sixth", "6th"), "VII": ("seventh", "7th"),
    "VIII": ("eighth", "8th"), "XI": ("eleventh", "11th"), "XIII": ("thirteenth", "13th"),
    "XIV": ("fourteenth", "14th"),
}  # fmt: skip
"""How people call the amendments on which suits against police rest."""

_FEDERAL_AMENDMENT = re.compile(r"^U\.S\. Const\. amend\. ([IVX]+)(?:, § (\d+))?$")

_DASH = re.compile("[\u2010-\u2015]")
_NOT_IN_A_KEY = re.compile(r"[^\w\s/:().*-]")
_DOT = re.compile(r"(?<!\d)\.|\.(?!\d)")
_OPENING_SECTION = re.compile(r"^(?:§+|sec(?:tion|s)?\b\.?)\s*(?=\d)")
_SECTION = re.compile(r"§+|\bsec(?:tion|s)?\b\.?")
_LETTERS_APART = re.compile(r"(?<=[a-z])\s+(?=[a-z])")
_ORDINAL_APART = re.compile(r"(?<=[a-z])\s+(?=(?:2d|3d|4th|5th)\b)")
_SUBSECTION = re.compile(r"(?<=\w)\s*\([^)]*\).*$")


_BRACKETS_AT_END = re.compile(r"(?:\s*\([^()]*(?:\d{4}|en banc)\))+$")
_NUMBERS = re.compile(r"[^a-z]*\d\S*\s*")

SAME_REPORTER = 0.2
"""What a citation of the same reporter or code gains over one whose letters are as near."""


def normalise_cite(text: str) -> str:
    """Return a citation in normal form; an empty string for a text without letters and digits."""
    wanted = unicodedata.normalize("NFKC", text).casefold().strip()
    wanted = _DASH.sub("-", wanted)
    if _OPENING_SECTION.match(wanted):
        return f"section {_squeezed(_OPENING_SECTION.sub('', wanted))}".strip()
    return _squeezed(_SECTION.sub(" ", wanted))


def _squeezed(text: str) -> str:
    without_dots = _DOT.sub("", _NOT_IN_A_KEY.sub("", text))
    spaced = " ".join(without_dots.split())
    return _ORDINAL_APART.sub("", _LETTERS_APART.sub("", spaced))


def cite_keys(authority: Authority) -> tuple[str, ...]:
    """Return every citation that leads to an authority, in normal form, the commonest first."""
    if isinstance(authority, Case):
        written = _case_cites(authority)
    elif isinstance(authority, Source):
        written = []
    else:
        written = _law_cites(authority)
    keys = (normalise_cite(text) for text in written)
    return tuple(dict.fromkeys(key for key in keys if key))


def _case_cites(case: Case) -> list[str]:
    cites = [cite.text for cite in (official_cite(case), neutral_cite(case), *parallel_cites(case)) if cite]
    if case.nominative and case.page:
        cites += [f"{case.nominative} {case.page}", f"{case.volume} {case.reporter} {case.page}"]
    cites += [*case.parallel, *case.database_cites]
    return [*cites, *(_in_its_courts_own_form(cite) for cite in cites)]


def _in_its_courts_own_form(cite: str) -> str:
    key = normalise_cite(cite)
    for reporter, other in _OTHER_REPORTERS.items():
        key = key.replace(f" {reporter} ", f" {other} ")
    return key


def _law_cites(authority: Statute | Constitution) -> list[str]:
    parts = law_parts(authority.cite)
    cites = [authority.cite]
    key = normalise_cite(parts.code)
    base = re.sub(r"\d.*$", "", key).strip()
    for name in _OTHER_NAMES.get(base, ()):
        cites.append(f"{parts.volume} {key.replace(base, name, 1)} {parts.section}")
    if parts.code == "U.S.C.":
        cites += [f"section {parts.section}", f"{parts.volume} USCA {parts.section}"]
    for text in tuple(cites):
        # a subsection leads to its section as well
        cites.append(_SUBSECTION.sub("", text))
    if found := _FEDERAL_AMENDMENT.match(authority.cite):
        cites += _amendment_cites(found[1], found[2] or "")
    return cites


def _amendment_cites(roman: str, section: str) -> list[str]:
    spoken = [f"{ordinal} amendment" for ordinal in _AMENDMENTS.get(roman, ())]
    names = (*spoken, f"amendment {roman}", f"amend. {roman}", f"U.S. Const. amend. {roman}")
    return [*names, *(f"{name} § {section}" for name in names if section)]


@dataclass(frozen=True, slots=True)
class Found:
    """What a text leads to, and the pinpoint that stands in it ("" for none)."""

    authorities: tuple[Authority, ...]
    pin: str = ""


def find(text: str, authorities: Iterable[Authority]) -> Found:
    """Return the authorities whose id or citation `text` is.

    A whole citation is understood as it is pasted: "DeShaney v. Winnebago, 489 U.S. 189, 195 (1989)" has page 195.
    """
    wanted = text.strip()
    given = tuple(authorities)
    by_id = tuple(authority for authority in given if authority.id == wanted)
    if by_id:
        return Found(by_id)
    undated = _BRACKETS_AT_END.sub("", wanted)
    for whole in (wanted, undated):
        if found := _by_key(normalise_cite(whole), given):
            return Found(found)
    parts = [part.strip() for part in undated.split(",")]
    for index, part in enumerate(parts):
        subsection = _SUBSECTION.search(part)
        base = part[: subsection.start()] if subsection else part
        for authority in _by_key(normalise_cite(base), given):
            pin = _pin_of(authority, subsection[0].strip() if subsection else "", parts[index + 1 :])
            if pin is not None:
                return Found((authority,), pin)
    return Found(())


def _by_key(key: str, authorities: tuple[Authority, ...]) -> tuple[Authority, ...]:
    return tuple(authority for authority in authorities if key and key in cite_keys(authority))


def _pin_of(authority: Authority, subsection: str, following: list[str]) -> str | None:
    """Return the pinpoint in the rest of a citation, or None where the rest names another law than this one."""
    if isinstance(authority, Statute | Constitution):
        own = _SUBSECTION.search(authority.cite)
        if own and subsection and not own[0].startswith(subsection) and f", {subsection}" not in own[0]:
            return None
        pin = "" if own else subsection or ", ".join(following)
        return pin if _is_pinpoint(authority, pin) else None
    keys = cite_keys(authority)
    after = dropwhile(lambda part: normalise_cite(part) in keys, following)  # its parallel citations
    return ", ".join(takewhile(lambda part: _is_pinpoint(authority, part), after))


def _is_pinpoint(authority: Authority, text: str) -> bool:
    try:
        pinpoint_for(authority, text)
    except PinpointError:
        return False
    return True


def nearest(text: str, authorities: Iterable[Authority], n: int = 3) -> tuple[Authority, ...]:
    """Return the `n` authorities whose id, name or citation is most like an unknown text, the nearest first."""
    wanted, key = text.strip().casefold(), normalise_cite(text)
    scored = [(_likeness(wanted, key, authority), index, authority) for index, authority in enumerate(authorities)]
    scored.sort(key=lambda one: (-one[0], one[1]))
    return tuple(authority for _, _, authority in scored[:n])


def _likeness(wanted: str, key: str, authority: Authority) -> float:
    """Compare a text with everything that an authority is called; a citation counts only when one was typed."""
    names = [authority.id, name_of(authority).casefold()]
    if isinstance(authority, Case):
        names.append(authority.short.casefold())
    pairs = [(wanted, name) for name in names]
    others = cite_keys(authority) if any(character.isdigit() for character in wanted) else ()
    pairs += [(key, other) for other in others]
    likeness = max(SequenceMatcher(None, one, other).ratio() for one, other in pairs)
    reporter = _NUMBERS.sub(" ", key)
    same_reporter = bool(reporter.strip()) and any(_NUMBERS.sub(" ", other) == reporter for other in others)
    return likeness + SAME_REPORTER * same_reporter
