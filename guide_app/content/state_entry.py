"""A state's entry of `states/*.yaml` as typed data: only the fields from which something may be said or computed.

The rules are those of the comment at the head of `resources/states/states.yaml`. What that comment forbids to show is
not read at all: prose `notes`, readings that were `set_aside`, and a `cautious` period that is not credible.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

UNITS = {"days": "day", "months": "month", "years": "year"}
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
AUTHORITY_FIELDS = (
    "public_duty_rule",
    "section_1983_limit",
    "notice_of_claim",
    "suit_deadline_after_notice",
    "state_civil_rights_claim",
)


class StateError(ValueError):
    """An entry of a states file cannot be used; `key` is the top-level key in which the fault is."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True)
class Length:
    """A number of days, months or years."""

    n: int
    unit: str

    def __str__(self) -> str:
        return f"{self.n} {UNITS[self.unit] if self.n == 1 else self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stated period. Empty texts are what the entry does not have; `plus` is added to `length`."""

    length: Length
    plus: Length | None = None
    statute: str
    confidence: str
    against: str = ""
    runs_from: str = ""
    to: str = ""
    only_if: str = ""
    explain: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Cautious:
    """The period by which a careful person acts where the matter is not settled. Always credible."""

    length: Length
    runs_from: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEntry:
    """What the guide may say of one state. An empty tuple or None of a period means not found, never "no limit".

    `waits` are waiting times between notice and suit, never deadlines.
    """

    abbreviation: str
    name: str
    label: str
    one_line: str
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
    authorities: dict[str, tuple[str, ...]]

    @property
    def slug(self) -> str:
        """Return the last part of the ids of the state's sections."""
        return self.abbreviation.lower()


def state_from_mapping(entry: Mapping[str, Any]) -> StateEntry:
    """Read one entry of a states file. Raises StateError when a field is missing or not of its kind."""
    abbreviation = _one_of_shape(entry, "state", r"[A-Z]{2}", "a postal abbreviation in capitals")
    notice, suit, federal, duty = (_mapping(entry, key) for key in ("notice", "suit", "section_1983", "public_duty"))
    kinds: dict[str, list[Period]] = {"file_by": [], "wait_before_suit": []}
    for item in _list(notice, "periods", "notice"):
        kind = _choice(item, "kind", tuple(kinds), "notice")
        kinds[kind].append(_period(item, "notice"))
    stated = federal.get("period")
    return StateEntry(
        abbreviation=abbreviation,
        name=_text(entry, "name", "name"),
        label=_choice(duty, "label", LABELS, "public_duty"),
        one_line=_text(duty, "one_line", "public_duty"),
        civil_rights=_choice(entry, "state_civil_rights_claim", CIVIL_RIGHTS, "state_civil_rights_claim"),
        notice_required=_choice(notice, "required", REQUIRED, "notice"),
        notices=tuple(kinds["file_by"]),
        waits=tuple(kinds["wait_before_suit"]),
        notice_cautious=_cautious(notice, "notice"),
        suits=tuple(_period(item, "suit") for item in _list(suit, "periods", "suit")),
        suit_cautious=_cautious(suit, "suit"),
        federal=None if stated is None else _period(stated, "section_1983"),
        federal_cautious=_cautious(federal, "section_1983"),
        traps=tuple(_plain(item, "traps", "traps") for item in _list(entry, "traps", "traps")),
        read_on=_date(entry),
        authorities=_authorities(_mapping(entry, "authorities")),
    )


def _period(item: object, key: str) -> Period:
    if not isinstance(item, Mapping):
        raise StateError(key, "a period must have n, unit, statute and confidence")
    plus = item.get("plus")
    optional = {
        name: _plain(item[name], name, key)
        for name in ("against", "runs_from", "to", "only_if", "explain", "as_of")
        if item.get(name) is not None
    }
    return Period(
        length=_length(item, key),
        plus=None if plus is None else _length(plus, key),
        statute=_text(item, "statute", key),
        confidence=_choice(item, "confidence", CONFIDENCES, key),
        **optional,
    )


def _cautious(part: Mapping[str, Any], key: str) -> Cautious | None:
    item = part.get("cautious")
    if item is None:
        return None
    credible = item.get("credible") if isinstance(item, Mapping) else None
    if not isinstance(credible, bool):
        raise StateError(key, "a cautious period must say credible: true or false")
    if not credible:
        return None
    return Cautious(_length(item, key), _text(item, "runs_from", key), _text(item, "why", key))


def _length(item: object, key: str) -> Length:
    n, unit = (item.get("n"), item.get("unit")) if isinstance(item, Mapping) else (None, None)
    if not isinstance(n, int) or isinstance(n, bool) or not 0 < n < 10_000 or unit not in UNITS:
        raise StateError(key, f"a period needs a number n and a unit of {', '.join(UNITS)}")
    return Length(n, unit)


def _authorities(part: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    unknown = sorted(set(part) - set(AUTHORITY_FIELDS))
    if unknown:
        raise StateError("authorities", f"“{unknown[0]}” is none of {', '.join(AUTHORITY_FIELDS)}")
    return {
        name: tuple(_plain(item, name, "authorities") for item in _list(part, name, "authorities"))
        for name in AUTHORITY_FIELDS
    }


def _date(entry: Mapping[str, Any]) -> datetime.date:
    value = entry.get("read_on")
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise StateError("read_on", "“read_on” must be a date such as 2026-11-23")
    return value


def _mapping(part: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = part.get(key)
    if not isinstance(value, Mapping):
        raise StateError(key, f"“{key}” is missing or holds no keys")
    return value


def _list(part: Mapping[str, Any], name: str, key: str) -> list[Any]:
    value = part.get(name) or []
    if not isinstance(value, list):
        raise StateError(key, f"“{name}” must be a list")
    return value


def _text(part: Mapping[str, Any], name: str, key: str) -> str:
    value = _plain(part.get(name, ""), name, key)
    if not value:
        raise StateError(key, f"“{name}” is missing")
    return value


def _plain(value: object, name: str, key: str) -> str:
    if not isinstance(value, (str, int, datetime.date)) or isinstance(value, bool):
        raise StateError(key, f"“{name}” must be a text")
    return " ".join(str(value).split())


def _choice(part: object, name: str, choices: tuple[str, ...], key: str) -> str:
    value = part.get(name) if isinstance(part, Mapping) else None
    if value not in choices:
        hint = ": put quotation marks round yes and no" if isinstance(value, bool) else ""
        raise StateError(key, f"“{name}” is none of {' | '.join(choices)}{hint}")
    return str(value)


def _one_of_shape(part: Mapping[str, Any], name: str, pattern: str, shape: str) -> str:
    value = part.get(name)
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise StateError(name, f"“{name}” must be {shape}")
    return value
