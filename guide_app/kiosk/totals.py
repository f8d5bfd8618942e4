"""A kiosk's anonymous totals: how often each section was read and found helpful, by month.

What is counted, once for each visit: the sections that were read, the answers that stood at its end with their reasons,
and that there was a visit with any activity. No order, no time, nothing that ties two counts to one visit.

Two forms leave the computer, and they are kept apart:

* The **totals file** has the exact counts, and is what the program itself keeps. `merge` takes and makes such files, so
  that the small counts of several computers add up before any of them is hidden. It is for staff, and for that only.
* The **report** (`report.py`) is for everyone: small counts are hidden in it. So it cannot be merged.
"""

from __future__ import annotations

import datetime
import json
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORMAT = "police-liability-guide totals"
VERSION = 1
REPORT_FORMAT = "police-liability-guide report"

VIEW, YES, NO = "view", "yes", "no"
REASONS = ("hard-to-understand", "not-what-i-was-looking-for", "not-about-my-state", "something-is-wrong")
"""The reasons of a No, as the records room writes them; "" is a No without one."""

_SIZE_LIMIT = 50_000_000
_COUNT_LIMIT = 1_000_000_000
_MONTH = re.compile(r"[2-9]\d{3}-(0[1-9]|1[0-2])", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SECTION = re.compile(r"[a-z0-9-]{1,100}/[a-z0-9-]{1,100}")
_COMPUTER = re.compile(r"[0-9a-f]{16}")


class TotalsError(Exception):
    """A totals file cannot be used; the message is one sentence that names it."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """What is counted: in a month and a language, the views of a section or one answer to it."""

    month: str
    language: str
    section: str
    what: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VisitAnswer:
    """An answer that stood at the end of a visit; `verdict` is "yes" or "no", `reason` "" or one of REASONS."""

    language: str
    section: str
    verdict: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as it is counted at the reset, and then forgotten. `viewed` holds (language, section), each once."""

    month: str
    viewed: frozenset[tuple[str, str]] = frozenset()
    answers: tuple[VisitAnswer, ...] = ()


@dataclass(slots=True)
class Totals:
    """Counts that only grow. `computers` are random numbers that keep one computer from being counted twice."""

    computers: set[str] = field(default_factory=set)
    sessions: Counter[str] = field(default_factory=Counter)
    counts: Counter[Cell] = field(default_factory=Counter)

    def add_visit(self, visit: Visit) -> None:
        """Count a visit with any activity; one without is not to be given here."""
        self.sessions[visit.month] += 1
        for language, section in visit.viewed:
            self.counts[Cell(visit.month, language, section, VIEW)] += 1
        for answer in visit.answers:
            self.counts[Cell(visit.month, answer.language, answer.section, answer.verdict, answer.reason)] += 1

    def add(self, other: Totals) -> None:
        """Add the counts of other totals to these."""
        self.computers |= other.computers
        self.sessions.update(other.sessions)
        self.counts.update(other.counts)


def new_computer() -> str:
    """Return a random number for a computer's totals file. It says nothing about the computer."""
    return os.urandom(8).hex()


def to_text(totals: Totals, unfinished: datetime.date | None = None) -> str:
    """Return totals as the text of a totals file, sorted, so that nothing tells the order of visits.

    `unfinished` is a day of which some visits are in them and others are not yet.
    """
    counts = [[cell.month, cell.language, cell.section, cell.what, cell.reason, n] for cell, n in totals.counts.items()]
    kept = {
        "format": FORMAT,
        "version": VERSION,
        "computers": sorted(totals.computers),
        "sessions": dict(sorted(totals.sessions.items())),
        "counts": sorted(counts),
    }
    if unfinished is not None:
        kept["unfinished"] = unfinished.isoformat()
    return json.dumps(kept, indent=0) + "\n"


def read(file: Path) -> Totals:
    """Read the counts of a totals file. Raises as `read_unfinished`."""
    return read_unfinished(file)[0]


def read_unfinished(file: Path) -> tuple[Totals, datetime.date | None]:
    """Read a totals file: its counts, and the day of which some visits are in them, if there is one.

    Raises TotalsError for one that is newer, damaged or not ours; OSError for none.
    """
    if file.stat().st_size > _SIZE_LIMIT:
        raise TotalsError(f"{file} is too large for a totals file.")
    try:
        kept = json.loads(file.read_bytes())
    except (ValueError, RecursionError) as error:
        raise TotalsError(f"{file} is not a totals file: it is not JSON.") from error
    if not isinstance(kept, dict) or kept.get("format") != FORMAT:
        is_report = isinstance(kept, dict) and kept.get("format") == REPORT_FORMAT
        hint = " It is a report, in which small counts are hidden." if is_report else ""
        raise TotalsError(f"{file} is not a totals file.{hint}")
    if kept.get("version") != VERSION:
        raise TotalsError(f"{file} was written by a newer version of the guide.")
    try:
        day = kept.get("unfinished")
        return _from_json(kept), None if day is None else datetime.date.fromisoformat(day)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise TotalsError(f"{file} is damaged: {error}.") from error


def merge(files: Iterable[Path]) -> Totals:
    """Add up the totals files of several computers. Raises TotalsError, also when a computer is in two of them."""
    merged = Totals()
    for file in files:
        totals = read(file)
        if totals.computers & merged.computers:
            raise TotalsError(f"{file} holds a computer that is in one of the files before it; give each only once.")
        merged.add(totals)
    return merged


# Any: JSON of a file that may come from anywhere; every value is checked before it is used.
def _from_json(kept: dict[str, Any]) -> Totals:
    totals = Totals()
    for computer in kept["computers"]:
        totals.computers.add(_text(computer, _COMPUTER))
    for month, number in kept["sessions"].items():
        totals.sessions[_text(month, _MONTH)] += _number(number)
    for month, language, section, what, reason, number in kept["counts"]:
        if what not in (VIEW, YES, NO) or reason not in (("", *REASONS) if what == NO else ("",)):
            raise ValueError(f"{what!r} with {reason!r} is no answer")
        cell = Cell(_text(month, _MONTH), _text(language, _LANGUAGE), _text(section, _SECTION), what, reason)
        totals.counts[cell] += _number(number)
    return totals


def _text(value: object, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError(f"{str(value)[:50]!r} is not what belongs there")
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _COUNT_LIMIT:
        raise ValueError(f"{str(value)[:50]} is no count")
    return value
