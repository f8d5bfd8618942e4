"""The commands of clinic staff for the kiosk: the PIN, and the totals as files. Each returns an exit code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from guide_app.atomic_file import write_whole
from guide_app.kiosk.pin import set_pin
from guide_app.kiosk.report import report, report_csv, report_json
from guide_app.kiosk.totals import Totals, merge, read, to_text

DONE, NO = 0, 1

CSV, JSON, TOTALS = "csv", "json", "totals"
FORMS = (CSV, JSON, TOTALS)
TERMINAL = "-"

NOTHING_YET = (
    "guide-app: There are no totals at {file} yet: a kiosk writes them at four in the morning and when it is ended. "
    "Run this as the kiosk's account, or name a totals file with --from."
)


class Refused(Exception):  # noqa: N818  it reads as what happened
    """What was asked for was not done, and nothing was changed; the message is one sentence."""


def run_set_pin(pin_file: Path, ask: Callable[[str], str], out: TextIO, *, twice: bool) -> int:
    """Ask for a new PIN with `ask`, a second time to be sure if `twice`, and keep its hash.

    Raises Refused, WeakPinError, PinFileError.
    """
    pin = ask("New PIN: ")
    if twice and ask("The same PIN again: ") != pin:
        raise Refused("The two PINs differ, and nothing was changed.")
    set_pin(pin_file, pin)
    print(f"The PIN is set. Its salted hash is in {pin_file}.", file=out)
    if not "".join(pin.split()).isdecimal():
        print("It is more than digits: without a real keyboard it cannot be typed in a kiosk.", file=out)
    return DONE


def run_export(totals_file: Path, target: str, form: str, out: TextIO, err: TextIO) -> int:
    """Write the totals to a file, or to `out` for "-". Return 1 where nothing has been counted yet.

    Raises TotalsError and OSError.
    """
    if not totals_file.exists():
        print(NOTHING_YET.format(file=totals_file), file=err)
        return NO
    _write(read(totals_file), target, form or form_of(target, otherwise=CSV), out)
    return DONE


def run_merge(target: str, files: Sequence[Path], form: str, out: TextIO) -> int:
    """Add up the totals files of several computers. Raises TotalsError, OSError, and Refused to overwrite."""
    if target != TERMINAL and Path(target).exists():
        # Were it one of the computers' own files, given first by mistake, its counts would be lost.
        raise Refused(f"{target} exists already and was left as it is.")
    _write(merge(files), target, form or form_of(target, otherwise=TOTALS), out)
    return DONE


def form_of(target: str, *, otherwise: str) -> str:
    """Return the form that a file's name asks for; only `otherwise` decides about .json, which totals files have."""
    suffix = Path(target).suffix.lower()
    if suffix == ".json":
        return TOTALS if otherwise == TOTALS else JSON
    return CSV if suffix == ".csv" else otherwise


def _write(totals: Totals, target: str, form: str, out: TextIO) -> None:
    text = to_text(totals) if form == TOTALS else (report_csv if form == CSV else report_json)(report(totals))
    if target == TERMINAL:
        out.write(text)
    elif form == TOTALS:
        # The exact counts are for their owner only.
        write_whole(Path(target), text)
    else:
        Path(target).write_text(text, encoding="utf-8", newline="")
