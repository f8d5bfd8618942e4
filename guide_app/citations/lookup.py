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

from guide_app.citations.abbreviations import abbreviate_caption
from guide_app.citations.bluebook import docket_cite, name_of
from guide_app.citations.case_cite import citation_for, neutral_cite, official_cite, parallel_cites
from guide_app.citations.law_parts import law_parts
from guide_app.citations.model import Authority, Case, Constitution, Source, Statute
from guide_app.citations.pinpoint import PinpointError, pinpoint_for

_OTHER_NAMES = {
    "alaskastat": ("as",),
    "arizrevstat": ("ars",),
    "calcivcode": ("civcode", "civilcode", "calcivilcode", "californiacivilcode"),
    "calcivproccode": ("ccp", "codecivproc", "calcodecivproc", "californiacodeofcivilprocedure"),
    "calgovtcode": (
        "govtcode",
        "govcode",
        "governmentcode",
        "calgovcode",
        "calgovernmentcode",
        "californiagovernmentcode",
    ),
    "colorevstat": ("crs",),
    "conngenstat": ("cgs",),
    "flastat": ("fs", "floridastatutes"),
    "gacode": ("ocga",),
    "hawrevstat": ("hrs",),
    "idahocode": ("ic",),
    "illcompstat": ("ilcs",),
    "indcode": ("ic",),
    "kanstat": ("ksa",),
    "kyrevstat": ("krs",),
    "lacivcode": ("lacc", "laccart"),
    "massgenlawsch": ("mgl", "mglc", "mglch", "gl", "glc"),
    "mdcodectsjudproc": ("cjp", "ctsjudproc"),
    "mestattit": ("merevstattit",),
    "michcomplaws": ("mcl", "mcla"),
    "minnstat": ("ms",),
    "montcode": ("mca",),
    "morevstat": ("rsmo",),
    "ncgenstat": ("ncgs",),
    "ndcentcode": ("ndcc",),
    "nevrevstat": ("nrs",),
    "nhrevstat": ("rsa", "nhrsa"),
    "njstat": ("njsa",),
    "nmstat": ("nmsa", "nmsa 1978"),
    "nycplr": ("cplr",),
    "nygenmunlaw": ("gml", "genmunlaw", "generalmunicipallaw", "nygeneralmunicipallaw"),
    "ohiorevcode": ("orc", "rc"),
    "orrevstat": ("ors",),
    "paconsstat": ("pacs", "pacsa"),
    "rigenlaws": ("rigl",),
    "sdcodifiedlaws": ("sdcl",),
    "tenncode": ("tca",),
    "texcivpracremcode": ("cprc", "civpracremcode", "texascivilpracticeandremediescode"),
    "utahcode": ("uca",),
    "washrevcode": ("rcw",),
}
"""Names under which states and lawyers know the codes that the Bluebook calls otherwise, all in normal form."""

_TITLE_FIRST = {
    "delcodetit": ("delc", "delcode"),
    "mestattit": ("mrs", "mrsa"),
    "oklastattit": ("os",),
    "vtstattit": ("vsa",),
}
"""Names of codes before which their own courts put the title: 14 M.R.S. § 8107."""

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
_ANNOTATED = re.compile(r"\bann\b\.?")
"""Part of the names of many codes, which people leave out or add as they like."""
_RUN_TOGETHER = re.compile(r"^(\d+) ?([a-z]+) ?(\d+)$")
_LETTERS_APART = re.compile(r"(?<=[a-z])\s+(?=[a-z])")
_ORDINAL_APART = re.compile(r"(?<=[a-z])\s+(?=(?:2d|3d|4th|5th)\b)")
_SUBSECTION = re.compile(r"(?<=\w)\s*\([^)]*\).*$")


_BRACKETS_AT_END = re.compile(r"(?:\s*\([^()]*(?:\d{4}|en banc)\))+$")
_BRACKET_AT_END = re.compile(r"\s*\([^()]*\)$")
_YEAR_AT_END = re.compile(r"(\d{4})\)(?:\s*\(en banc\))?$")
_PARAGRAPH_FOLLOWS = re.compile(r"(?<=[^\s,])\s+(?=¶)")
_VERSUS = re.compile(r"\bvs?\.?\s")
_SHORT = re.compile(r"^(?P<name>.+?), (?:(?P<where>\d+ .+?),? (?=at )|(?=slip op))(?P<pin>.+)$", re.IGNORECASE)
_NUMBERS = re.compile(r"[^a-z]*\d\S*\s*")

SAME_REPORTER = 0.2
"""What a citation of the same reporter or code gains over one whose letters are as near."""


def normalise_cite(text: str) -> str:
    """Return a citation in normal form; an empty string for a text without letters and digits."""
    wanted = unicodedata.normalize("NFKC", text).casefold().strip()
    wanted = _DASH.sub("-", wanted)
    if _OPENING_SECTION.match(wanted):
        return f"section {_squeezed(_OPENING_SECTION.sub('', wanted))}".strip()
    return _RUN_TOGETHER.sub(r"\1 \2 \3", _squeezed(_ANNOTATED.sub(" ", _SECTION.sub(" ", wanted))))


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
    if case.docket and citation_for(case, None).main is None:
        cites += [docket_cite(case.docket), case.docket]
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
    for name in _TITLE_FIRST.get(base, ()):
        cites.append(f"{key.removeprefix(base)} {name} {parts.section}")
    for text in tuple(cites):
        # a subsection leads to its section as well
        cites.append(_SUBSECTION.sub("", text))
    if found := _FEDERAL_AMENDMENT.match(authority.cite):
        cites += _amendment_cites(found[1], found[2] or "")
    return cites


def _amendment_cites(roman: str, section: str) -> list[str]:
    ordinals = _AMENDMENTS.get(roman, ())
    numbers = (roman, *(ordinal.removesuffix("th") for ordinal in ordinals if ordinal[0].isdecimal()))
    names = [f"{ordinal} amendment" for ordinal in (*ordinals, roman)]
    for number in numbers:
        names += [f"amendment {number}", f"amend. {number}", f"U.S. Const. amend. {number}"]
    return [*names, *(f"{name} § {section}" for name in names if section)]


@dataclass(frozen=True, slots=True)
class Found:
    """What a text leads to, and the pinpoint that stands in it ("" for none)."""

    authorities: tuple[Authority, ...]
    pin: str = ""


class Lookup:
    """Leads from what people write to the authorities of a guide."""

    def __init__(self, authorities: Iterable[Authority]) -> None:
        self._authorities = tuple(authorities)
        self._by_id = {authority.id.casefold(): authority for authority in self._authorities}
        self._by_key: dict[str, list[Authority]] = {}
        self._by_name: dict[str, list[Case]] = {}
        for authority in self._authorities:
            for key in cite_keys(authority):
                self._by_key.setdefault(key, []).append(authority)
            if isinstance(authority, Case):
                for name in _name_keys(authority):
                    self._by_name.setdefault(name, []).append(authority)

    def find(self, text: str) -> Found:
        """Return the authorities whose id, citation or whole name `text` is.

        A whole citation is understood as it is pasted: "DeShaney v. Winnebago, 489 U.S. 189, 195 (1989)" has page 195.
        """
        wanted = text.strip()
        if by_id := self._by_id.get(wanted.casefold()):
            return Found((by_id,))
        undated = _BRACKETS_AT_END.sub("", wanted)
        for whole in (wanted, undated):
            if found := self._with_key(whole):
                return Found(found)
        # the comma of a docket number (No. 116,883) has no space after it, that before a page may have none
        for parts in (undated.split(", "), undated.split(",")):
            if pasted := self._in_parts([part.strip() for part in parts]):
                return pasted
        if "¶" in undated and (spaced := _PARAGRAPH_FOLLOWS.sub(", ", undated)) != undated:
            return self.find(spaced)
        return self._by_short_form(undated) or Found(self._named(undated, wanted))

    def _in_parts(self, parts: list[str]) -> Found | None:
        """Find the citation among the parts of a pasted text, and the pinpoint after it."""
        for index, part in enumerate(parts):
            subsection = _SUBSECTION.search(part)
            base = part[: subsection.start()] if subsection else part
            for authority in self._with_key(base):
                pin = _pin_of(authority, subsection[0].strip() if subsection else "", parts[index + 1 :])
                if pin is not None:
                    return Found((authority,), pin)
        return None

    def _with_key(self, text: str) -> tuple[Authority, ...]:
        return tuple(self._by_key.get(normalise_cite(text), ()))

    def _by_short_form(self, text: str) -> Found | None:
        """Find "DeShaney, 489 U.S. at 195": the name must be right, since a page may belong to any case of a volume."""
        found = _SHORT.match(text)
        if not found:
            return None
        name, volume, pin = normalise_cite(found["name"]), normalise_cite(found["where"] or ""), found["pin"]
        cases = (one for one in self._authorities if isinstance(one, Case) and normalise_cite(one.short) == name)
        meant = next((case for case in cases if _stands_in(case, volume) and _is_pinpoint(case, pin)), None)
        return Found((meant,), pin) if meant else None

    def _named(self, name: str, wanted: str) -> tuple[Authority, ...]:
        """Return the cases of a name, of the year that stands behind it where one does."""
        year = _YEAR_AT_END.search(wanted)
        name = _BRACKET_AT_END.sub("", name)
        for key in (_name_key(name), _name_key(abbreviate_caption(name))):
            if cases := self._by_name.get(key):
                return tuple(case for case in cases if year is None or case.year == year[1])
        return ()

    def nearest(self, text: str, n: int = 3) -> tuple[Authority, ...]:
        """Return the `n` authorities whose id, name or citation is most like an unknown text, the nearest first."""
        wanted, key = text.strip().casefold(), normalise_cite(text)
        scored = [(_likeness(wanted, key, one), index, one) for index, one in enumerate(self._authorities)]
        scored.sort(key=lambda one: (-one[0], one[1]))
        return tuple(authority for _, _, authority in scored[:n])


def _stands_in(case: Case, volume: str) -> bool:
    """Say whether a case is printed in a volume, or in none for ""."""
    if not volume:
        return citation_for(case, None).main is None
    return any(key.startswith(f"{volume} ") for key in cite_keys(case))


def _name_keys(case: Case) -> set[str]:
    caption = case.caption
    return {_name_key(one) for one in (caption, abbreviate_caption(caption, case.court_name))}


def _name_key(name: str) -> str:
    return normalise_cite(_VERSUS.sub("v. ", name))


def _pin_of(authority: Authority, subsection: str, following: list[str]) -> str | None:
    """Return the pinpoint in the rest of a citation, or None where the rest names another law than this one."""
    if isinstance(authority, Statute | Constitution):
        own = _SUBSECTION.search(authority.cite)
        if own and subsection and not own[0].startswith(subsection) and f", {subsection}" not in own[0]:
            return None
        pin = "" if own else ", ".join(filter(None, (subsection, *following)))
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
