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
    """What was asked for: ids or citations (or `everything`), the form, a pinpoint ("" for none), the short form."""

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
    chosen, missing = _choose(request, authorities)
    for text in missing:
        print(f"guide-app: “{text}” is not in this guide. Nearest:", file=err)
        for authority in nearest(text, authorities):
            print(f"    {authority.id}    {name_of(authority)}", file=err)
    try:
        pins = {authority.id: request.pin for authority in chosen} if request.pin else {}
        text = render(chosen, request.form, pins, short_form=request.short, options=options)
        warnings = [pinpoint_warning(authority, request.pin) for authority in chosen] if request.pin else []
    except PinpointError as error:
        print(f"guide-app: {error}", file=err)
        return NO
    out.write(text)
    for line in dict.fromkeys((chosen_form.warning, *warnings, *map(form_note, chosen))):
        if line and not request.everything:
            print(f"guide-app: {line}", file=err)
    return NO if missing else DONE


def _choose(request: CiteRequest, authorities: tuple[Authority, ...]) -> tuple[list[Authority], list[str]]:
    """Return the authorities asked for, in that order, and the texts that lead to none."""
    if request.everything:
        return list(authorities), []
    chosen: list[Authority] = []
    missing: list[str] = []
    for text in request.wanted:
        found = find(text, authorities)
        chosen.extend(found)
        if not found:
            missing.append(text)
    return chosen, missing
