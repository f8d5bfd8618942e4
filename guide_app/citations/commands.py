"""`guide-app cite`: authorities by id or citation, in any form, to a terminal or a pipe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from guide_app.citations.bluebook import form_note, name_of
from guide_app.citations.forms import UnknownFormError, form, render
from guide_app.citations.lookup import find, nearest
from guide_app.citations.model import Authority
from guide_app.citations.options import DEFAULT, Options
from guide_app.citations.pinpoint import PinpointError, pinpoint_warning

DONE, NO, WRONG = 0, 1, 2


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
    chosen = _choose(request, authorities)
    for text in chosen.missing:
        print(f"guide-app: “{text}” is not in this guide. Nearest:", file=err)
        for authority in nearest(text, authorities):
            print(f"    {authority.id}    {name_of(authority)}", file=err)
    cited, refused, warnings = _check_pins(chosen)
    for line in refused:
        print(f"guide-app: {line}", file=err)
    out.write(render(cited, request.form, chosen.pins, short_form=request.short, options=options))
    if request.short and not chosen_form.has_short:
        warnings.append(f"{chosen_form.label} has no short form, so the whole entry is given.")
    for line in dict.fromkeys((chosen_form.warning, *warnings, *map(form_note, cited))):
        if line and not request.everything:
            print(f"guide-app: {line}", file=err)
    return NO if chosen.missing or refused else DONE


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The authorities asked for, in that order, their pinpoints by id, and the texts that lead to none."""

    authorities: tuple[Authority, ...]
    pins: dict[str, str]
    missing: tuple[str, ...] = ()


def _choose(request: CiteRequest, authorities: tuple[Authority, ...]) -> _Chosen:
    if request.everything:
        return _Chosen(authorities, {})
    chosen: list[Authority] = []
    missing: list[str] = []
    pins: dict[str, str] = {}
    for text in request.wanted:
        found = find(text, authorities)
        chosen.extend(found.authorities)
        # what was asked for goes before the page in a pasted citation
        pins |= {authority.id: request.pin or found.pin for authority in found.authorities}
        if not found.authorities:
            missing.append(text)
    return _Chosen(tuple(chosen), pins, tuple(missing))


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
