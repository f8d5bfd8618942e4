"""`guide-app cite`: authorities by id or citation, in any form, to a terminal or a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from guide_app.citations.bluebook import form_note, name_of, standing_remark
from guide_app.citations.forms import UnknownFormError, form, render
from guide_app.citations.joined_pinpoints import joined_pinpoints
from guide_app.citations.lookup import Lookup
from guide_app.citations.model import Authority
from guide_app.citations.options import DEFAULT, Options
from guide_app.citations.pinpoint import PinpointError, pinpoint_warning

DONE, NO, WRONG = 0, 1, 2

_REFERS_BACK = re.compile(r"(?:id|ibid|supra)\b|.*\bsupra\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CiteRequest:
    """What was asked for: ids or citations, the form, a pinpoint ("" for none), the short form; or `everything`."""

    wanted: tuple[str, ...]
    form: str
    pin: str = ""
    short: bool = False
    everything: bool = False


def run_cite(
    request: CiteRequest, authorities: tuple[Authority, ...], out: TextIO, err: TextIO, options: Options = DEFAULT
) -> int:
    """Write the citations to `out` and what is to be said about them to `err`; return the exit code.

    0: done. 1: an authority is not in the guide (the nearest three are named) or cannot have that pinpoint. 2: no such
    form.
    """
    try:
        chosen_form = form(request.form)
    except UnknownFormError as error:
        print(f"guide-app: {error}", file=err)
        return WRONG
    lookup = Lookup(authorities)
    chosen = _choose(request, authorities, lookup)
    for text in chosen.missing:
        _complain(text, lookup, err)
    cited, refused, warnings = _check_pins(chosen)
    for line in refused:
        print(f"guide-app: {line}", file=err)
    out.write(render(cited, request.form, chosen.pins, short_form=request.short, options=options))
    if request.short and not chosen_form.has_short:
        warnings.append(f"{chosen_form.label} has no short form, so the whole entry is given.")
    remarks = (*map(form_note, cited), *map(standing_remark, cited))
    for line in dict.fromkeys((chosen_form.warning, *warnings, *remarks)):
        if line and not request.everything:
            print(f"guide-app: {line}", file=err)
    return NO if chosen.missing or refused else DONE


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The authorities asked for, in that order, their pinpoints by id, and the texts that lead to none."""

    authorities: tuple[Authority, ...]
    pins: dict[str, str]
    missing: tuple[str, ...] = ()


def _choose(request: CiteRequest, authorities: tuple[Authority, ...], lookup: Lookup) -> _Chosen:
    if request.everything:
        return _Chosen(authorities, {})
    chosen: list[Authority] = []
    missing: list[str] = []
    pasted: dict[str, list[str]] = {}
    for text in _pieces(request.wanted, lookup):
        found = lookup.find(text)
        chosen.extend(found.authorities)
        for authority in found.authorities:
            pasted.setdefault(authority.id, []).append(found.pin)
        if not found.authorities:
            missing.append(text)
    # what was asked for goes before the pages in pasted citations, of which none is lost
    pins = {one.id: request.pin or joined_pinpoints(one, pasted[one.id]) for one in chosen}
    return _Chosen(tuple(chosen), pins, tuple(missing))


def _pieces(wanted: Iterable[str], lookup: Lookup) -> Iterable[str]:
    """Part what was pasted as several citations with semicolons between them."""
    for text in wanted:
        if ";" not in text or lookup.find(text).authorities:
            yield text
        else:
            yield from (piece.strip() for piece in text.split(";") if piece.strip())


def _complain(text: str, lookup: Lookup, err: TextIO) -> None:
    """Say why a text leads to no authority, with the nearest ones where it may be a slip of the pen."""
    if not text.strip():
        print("guide-app: An empty text names no authority.", file=err)
    elif _REFERS_BACK.match(text.strip()):
        words = "points back to a citation in your own notes, which are not known here. Name the case or law."
        print(f"guide-app: “{text}” {words}", file=err)
    else:
        print(f"guide-app: “{text}” is not in this guide. Nearest:", file=err)
        for authority in lookup.nearest(text):
            print(f"    {authority.id}    {name_of(authority)}", file=err)


def _check_pins(chosen: _Chosen) -> tuple[list[Authority], list[str], list[str]]:
    """Return the authorities that can have their pinpoint, why the others cannot, and what looks wrong."""
    cited: list[Authority] = []
    refused: list[str] = []
    warnings: list[str] = []
    for authority in chosen.authorities:
        try:
            warnings.append(pinpoint_warning(authority, chosen.pins.get(authority.id, "")))
            cited.append(authority)
        except PinpointError as error:
            refused.append(f"{authority.id}: {error}")
    return cited, refused, warnings
