"""A state's entry of `resources/states/` as typed data.

The rules are those of the comment at the head of `resources/states/states.yaml`. A reading that it forbids to show is
not kept: a `cautious` period that is not credible, and what was `set_aside`. The prose of a field in which there is
such a reading speaks of it, and is not kept either.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from guide_app.places import entry_fields as fields
from guide_app.places.errors import PlacesError

UNITS = {"days": "day", "months": "month", "years": "year"}
"""The units of a period: in the plural, as the data has them, and in the singular."""

_MOST = {"days": 20_000, "months": 600, "years": 50}
CONFIDENCES = ("primary", "secondary")
REQUIRED = ("yes", "no", "unknown", "local", "optional")
CIVIL_RIGHTS = ("yes", "narrow", "no", "unknown")
LABELS = (
    "Rule applies",
    "Rule applies, with exceptions",
    "Statute gives immunity",
    "Rule dropped; other limits remain",
    "Rule narrowed",
    "Not settled",
)

_COUNTED_FROM_EVENT = frozenset({"event", "injury", "loss", "accrual", "discovery", "not shown"})
_PERIOD_KEYS_LINE = "n unit plus against runs_from to statute kind confidence as_of explain only_if"
_PERIOD_KEYS = frozenset(_PERIOD_KEYS_LINE.split())
_CAUTIOUS_KEYS_LINE = "n unit runs_from why credible derived"
_CAUTIOUS_KEYS = frozenset(_CAUTIOUS_KEYS_LINE.split())
_ENTRY_KEYS_LINE = (
    "state name section_1983 notice suit public_duty state_civil_rights_claim traps read_on authorities notes"
)
_ENTRY_KEYS = frozenset(_ENTRY_KEYS_LINE.split())


class Start(Enum):
    """The day from which a period is counted. Every start but EVENT needs a date of its own."""

    EVENT = "event"
    NOTICE = "notice"
    REJECTION = "rejection of the claim"
    DEATH = "death"
    APPOINTMENT = "appointment of the estate's representative"


@dataclass(frozen=True, slots=True)
class Length:
    """A number of days, months or years."""

    n: int
    unit: str

    def __str__(self) -> str:
        return f"{self.n} {UNITS[self.unit] if self.n == 1 else self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stated period. Empty texts are what the entry does not have; `plus` is added to `length`.

    `start` is what `runs_from` means for counting: whatever the law says of accrual or discovery, the day of the event
    is never late.
    """

    length: Length
    plus: Length | None = None
    start: Start
    runs_from: str = ""
    statute: str
    confidence: str
    against: str = ""
    to: str = ""
    only_if: str = ""
    explain: str = ""
    as_of: str = ""

    @property
    def words(self) -> str:
        """Return the whole period in words ("1 year and 90 days")."""
        return str(self.length) if self.plus is None else f"{self.length} and {self.plus}"

    @property
    def start_explained(self) -> bool:
        """Say whether `explain` already tells that the start was not shown, and what to count from instead."""
        return self.runs_from == "not shown" and "count from the event" in self.explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Cautious:
    """The period by which a careful person acts where the matter is not settled. Always credible.

    `derived` says that it is arithmetic on the prose (the time to sue less a wait), not a rule that somebody stated.
    """

    length: Length
    start: Start
    runs_from: str
    why: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class PublicDuty:
    """The state's public duty rule: its label, and the line without which a bare label misleads."""

    label: str
    one_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Prose on one field, for reading and never for computing.

    `by` is empty for the guide's own note, else the name of the clinic whose note it is. All is empty where nothing may
    be shown.
    """

    summary: str = ""
    remark: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The prose of an entry, by field."""

    public_duty: Note
    civil_rights: Note
    notice: Note
    suit: Note
    federal: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class StateAuthorities:
    """The ids of the authorities on which each field rests; the names are those of the data, and work as keys too."""

    public_duty_rule: tuple[str, ...] = ()
    section_1983_limit: tuple[str, ...] = ()
    notice_of_claim: tuple[str, ...] = ()
    suit_deadline_after_notice: tuple[str, ...] = ()
    state_civil_rights_claim: tuple[str, ...] = ()

    def __getitem__(self, field: str) -> tuple[str, ...]:
        return dict(self.items())[field]

    def items(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each field with its ids."""
        return tuple((name, getattr(self, name)) for name in StateAuthorities.__annotations__)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEntry:
    """What the guide may say of one state. An empty tuple or None of a period means not found, never "no limit".

    `notices` are periods by whose end a claim must be in; `waits` are waiting times before suit, never deadlines;
    `federal` is the time for a claim under 42 U.S.C. § 1983. `notice_required` and `civil_rights` are words of REQUIRED
    and CIVIL_RIGHTS: "unknown" is never "no".
    """

    abbreviation: str
    name: str
    public_duty: PublicDuty
    civil_rights: str
    notice_required: str
    notices: tuple[Period, ...]
    waits: tuple[Period, ...]
    notice_cautious: Cautious | None
    suits: tuple[Period, ...]
    suit_cautious: Cautious | None
    federal: Period | None
    federal_cautious: Cautious | None
    traps: tuple[str, ...]
    read_on: datetime.date
    authorities: StateAuthorities
    notes: Notes

    @property
    def label(self) -> str:
        """Return the label of the public duty rule; show `one_line` with it."""
        return self.public_duty.label

    @property
    def one_line(self) -> str:
        """Return the line that goes with the label."""
        return self.public_duty.one_line

    @property
    def slug(self) -> str:
        """Return the last part of the ids of the state's sections."""
        return self.abbreviation.lower()


def state_from_mapping(entry: Mapping[str, Any]) -> StateEntry:
    """Read one entry of a states file, or the same entry kept as JSON in the compiled library.

    Raises PlacesError, which names the field, when one is missing, unknown or not of its kind.
    """
    fields.only(entry, _ENTRY_KEYS)
    abbreviation = fields.text(entry, "state")
    if not re.fullmatch("[A-Z]{2}", abbreviation):
        raise fields.wrong("state", "must be a postal abbreviation in capitals")
    notice, suit, federal, duty = (
        fields.mapping(entry, key) for key in ("notice", "suit", "section_1983", "public_duty")
    )
    fields.only(notice, {"required", "periods", "cautious", "set_aside"}, "notice")
    fields.only(suit, {"periods", "cautious", "set_aside"}, "suit")
    fields.only(federal, {"period", "cautious", "set_aside"}, "section_1983")
    fields.only(duty, {"label", "one_line"}, "public_duty")
    stated = federal.get("period")
    notices, waits = _notices(notice)
    return StateEntry(
        abbreviation=abbreviation,
        name=fields.text(entry, "name"),
        public_duty=PublicDuty(
            fields.choice(duty, "label", LABELS, "public_duty"), fields.text(duty, "one_line", "public_duty")
        ),
        civil_rights=fields.choice(entry, "state_civil_rights_claim", CIVIL_RIGHTS),
        notice_required=fields.choice(notice, "required", REQUIRED, "notice"),
        notices=notices,
        waits=waits,
        notice_cautious=_cautious(notice, "notice"),
        suits=tuple(
            _period(item, f"suit.periods[{number}]")
            for number, item in enumerate(fields.items(suit, "periods", "suit"))
        ),
        suit_cautious=_cautious(suit, "suit"),
        federal=None if stated is None else _period(stated, "section_1983.period", needs_start=False),
        federal_cautious=_cautious(federal, "section_1983"),
        traps=fields.texts(entry, "traps"),
        read_on=fields.day(entry, "read_on"),
        authorities=_authorities(entry),
        notes=_notes(entry),
    )


def _notices(notice: Mapping[str, Any]) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
    """Return the periods of the notice of claim, and the waiting times."""
    by_kind: dict[str, list[Period]] = {"file_by": [], "wait_before_suit": []}
    for number, item in enumerate(fields.items(notice, "periods", "notice")):
        field = f"notice.periods[{number}]"
        period = _period(item, field)
        by_kind[fields.choice(item, "kind", tuple(by_kind), field)].append(period)
    return tuple(by_kind["file_by"]), tuple(by_kind["wait_before_suit"])


def _period(item: object, field: str, *, needs_start: bool = True) -> Period:
    if not isinstance(item, Mapping):
        raise fields.wrong(field, "must hold n, unit, statute and confidence")
    fields.only(item, _PERIOD_KEYS, field)
    plus = item.get("plus")
    # the federal period has no start of its own in the data: it is counted from the event like the others
    runs_from = fields.text(item, "runs_from", field) if needs_start else fields.optional_text(item, "runs_from", field)
    return Period(
        length=_length(item, field),
        plus=None if plus is None else _length(plus, f"{field}.plus"),
        start=_start(runs_from or Start.EVENT.value, f"{field}.runs_from"),
        runs_from=runs_from,
        statute=fields.text(item, "statute", field),
        confidence=fields.choice(item, "confidence", CONFIDENCES, field),
        against=fields.optional_text(item, "against", field),
        to=fields.optional_text(item, "to", field),
        only_if=fields.optional_text(item, "only_if", field),
        explain=fields.optional_text(item, "explain", field),
        as_of=fields.optional_text(item, "as_of", field),
    )


def _cautious(part: Mapping[str, Any], key: str) -> Cautious | None:
    if part.get("cautious") is None:
        return None
    field = f"{key}.cautious"
    item = fields.mapping(part, "cautious", key)
    fields.only(item, _CAUTIOUS_KEYS, field)
    credible, derived = item.get("credible"), item.get("derived", False)
    if not isinstance(credible, bool):
        raise fields.wrong(f"{field}.credible", "must be true or false")
    if not isinstance(derived, bool):
        raise fields.wrong(f"{field}.derived", "must be true or false")
    runs_from = fields.text(item, "runs_from", field)
    cautious = Cautious(
        length=_length(item, field),
        start=_start(runs_from, f"{field}.runs_from"),
        runs_from=runs_from,
        why=fields.text(item, "why", field),
        derived=derived,
    )
    return cautious if credible else None


def _length(item: object, field: str) -> Length:
    if not isinstance(item, Mapping):
        raise fields.wrong(field, "must hold n and unit")
    n, unit = item.get("n"), fields.choice(item, "unit", tuple(UNITS), field)
    if type(n) is not int or not 0 < n <= _MOST[unit]:
        raise fields.wrong(f"{field}.n", f"must be a whole number from 1 to {_MOST[unit]}")
    return Length(n, unit)


def _start(runs_from: str, field: str) -> Start:
    """Say from which day to count. Raises PlacesError for a start that the rules do not name."""
    for start in Start:
        if runs_from == start.value:
            return start
    if all(part in _COUNTED_FROM_EVENT for part in runs_from.split(" or ")):
        return Start.EVENT
    raise PlacesError(f"“{field}” has the start “{runs_from}”, for which there is no rule", field)


def _authorities(entry: Mapping[str, Any]) -> StateAuthorities:
    part = fields.mapping(entry, "authorities")
    fields.only(part, StateAuthorities.__annotations__, "authorities")
    return StateAuthorities(
        **{name: fields.texts(part, name, "authorities") for name in StateAuthorities.__annotations__}
    )


def _notes(entry: Mapping[str, Any]) -> Notes:
    """Read the prose. What it says of `required` and `exists` is older than the structured fields and is left alone."""
    notes = entry.get("notes") or {}
    if not isinstance(notes, Mapping):
        raise fields.wrong("notes", "must hold keys")
    return Notes(
        public_duty=_note(notes, "public_duty_rule", "summary"),
        civil_rights=_note(notes, "state_civil_rights_claim", "summary"),
        notice=Note() if _has_refused(entry["notice"]) else _note(notes, "notice_of_claim"),
        suit=Note() if _has_refused(entry["suit"]) else _note(notes, "suit_deadline_after_notice", "text"),
        federal=Note() if _has_refused(entry["section_1983"]) else _note(notes, "section_1983_limit"),
    )


def _has_refused(part: Mapping[str, Any]) -> bool:
    """Say whether a field records a reading that may never be shown."""
    cautious = part.get("cautious")
    return bool(part.get("set_aside")) or (cautious is not None and not cautious["credible"])


def _note(notes: Mapping[str, Any], name: str, summary: str = "") -> Note:
    if name not in notes:
        return Note()
    part, field = fields.mapping(notes, name, "notes"), f"notes.{name}"
    return Note(
        summary=fields.optional_text(part, summary, field) if summary else "",
        remark=fields.optional_text(part, "note", field),
        sources=fields.texts(part, "sources", field),
        confidence=fields.optional_text(part, "confidence", field),
    )
