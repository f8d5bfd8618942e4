"""Authorities: the cases, statutes, constitutional provisions and other sources that the guide rests on.

The field names are those of the YAML files in `resources/authorities/`; `authority_from_mapping` reads one entry of
such a file, or the same entry kept as JSON in the compiled library.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

READ_LEVELS = {
    "opinion text": "passages of the opinion read",
    "opening or syllabus": "opening of the opinion read",
    "statute text": "text of the law read",
    "statute quoted by others": "law read as quoted by others",
    "secondary sources": "from secondary sources",
}
"""What of an authority was read: the data's word, and the words shown to a reader."""

STANDINGS = ("no later limit seen", "limited", "superseded", "unknown")


class AuthorityError(ValueError):
    """An entry of an authorities file cannot be used; the message says which field and why."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A page (or paragraph) of an authority, and the point that stands there."""

    page: str
    point: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What every kind of authority carries."""

    id: str
    sources: tuple[str, ...]
    confidence: str
    read_level: str
    verified_note: str
    read_note: str = ""
    used_for: tuple[str, ...] = ()

    @property
    def what_was_read(self) -> str:
        """Say in plain words what of this authority was read."""
        return READ_LEVELS[self.read_level]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(_Common):
    """A court decision.

    `volume`, `reporter` and `page` are empty for a slip opinion and for one that is cited by `neutral_cite` alone.
    `decided` is a full date or the part of it that is known ("2012", "2012-05"); `year` is its first four digits.
    `reporter_years` are not kept here: they are checked against reporters-db by the test suite.
    """

    caption: str
    short: str
    volume: str
    reporter: str
    page: str
    parallel: tuple[str, ...]
    court: str
    court_name: str
    court_bluebook: str
    court_parenthetical: str
    decided: str
    docket: str
    facts: str
    holding: str
    pinpoints: tuple[Pinpoint, ...]
    standing: str
    standing_note: str
    regional: str = ""
    regional_parenthetical: str = ""
    form_note: str = ""
    slip: bool = False
    neutral_cite: str = ""
    en_banc: bool = False
    database_cites: tuple[str, ...] = ()
    nominative: str = ""

    @property
    def year(self) -> str:
        """Return the year of the decision, or an empty string where it is not known."""
        return self.decided[:4]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute(_Common):
    """A section of a code; `cite` is its citation as printed ("42 U.S.C. § 1983")."""

    cite: str
    title: str
    jurisdiction: str
    what_it_says: str
    as_of: str
    year_seen: str
    note: str = ""
    related_sections: tuple[str, ...] = ()
    enacted_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constitution(_Common):
    """A provision of a constitution."""

    cite: str
    title: str
    jurisdiction: str
    what_it_says: str
    as_of: str
    year_seen: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(_Common):
    """A page that is neither case nor law: a retention schedule, a court's self-help page, an agency's notice."""

    title: str
    publisher: str
    jurisdiction: str
    what_it_says: str
    as_of: str
    year_seen: str


Authority = Case | Statute | Constitution | Source

KINDS: dict[str, type[Authority]] = {
    "case": Case,
    "statute": Statute,
    "constitution": Constitution,
    "source": Source,
}


def kind_of(authority: Authority) -> str:
    """Return the `type` word of an authority."""
    return next(word for word, cls in KINDS.items() if isinstance(authority, cls))


def authority_from_mapping(entry: Mapping[str, Any]) -> Authority:
    """Read one entry of an authorities file.

    Raises AuthorityError when a field is missing, unknown, or not of its kind.
    """
    identity = entry.get("id")
    kind = entry.get("type")
    if not isinstance(identity, str) or not identity:
        raise AuthorityError("an entry has no id")
    if kind not in KINDS:
        raise AuthorityError(f"{identity}: type {kind!r} is none of {', '.join(KINDS)}")
    cls = KINDS[kind]
    annotations = {**_Common.__annotations__, **cls.__annotations__}
    unknown = sorted(set(entry) - set(annotations) - {"type"})
    if unknown:
        raise AuthorityError(f"{identity}: unknown field {unknown[0]}")
    try:
        fields: dict[str, Any] = {
            name: _value(identity, name, annotations[name], value) for name, value in entry.items() if name != "type"
        }
        authority = cls(**fields)
    except TypeError as error:
        raise AuthorityError(f"{identity}: {str(error).split('missing ')[-1]} missing") from error
    if authority.read_level not in READ_LEVELS:
        raise AuthorityError(f"{identity}: read_level {authority.read_level!r} is none of {', '.join(READ_LEVELS)}")
    if isinstance(authority, Case) and authority.standing not in STANDINGS:
        raise AuthorityError(f"{identity}: standing {authority.standing!r} is none of {', '.join(STANDINGS)}")
    return authority


def _value(identity: str, name: str, annotation: str, value: object) -> object:
    """Turn one YAML value into the type its field has; None becomes the empty value."""
    if name == "pinpoints":
        return tuple(_pinpoint(identity, item) for item in _list(identity, name, value))
    if name == "used_for":
        return tuple(f"{item['state']} {item['field']}" for item in _list(identity, name, value))
    if annotation.startswith("tuple"):
        return tuple(str(item) for item in _list(identity, name, value))
    if annotation == "bool":
        if not isinstance(value, bool):
            raise AuthorityError(f"{identity}: {name} must be true or false")
        return value
    if value is None:
        return ""
    if isinstance(value, (str, int, float, datetime.date)) and not isinstance(value, bool):
        return str(value).strip()
    raise AuthorityError(f"{identity}: {name} must be a text")


def _list(identity: str, name: str, value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise AuthorityError(f"{identity}: {name} must be a list")
    return value


def _pinpoint(identity: str, item: object) -> Pinpoint:
    if not isinstance(item, Mapping) or "page" not in item:
        raise AuthorityError(f"{identity}: a pinpoint needs a page")
    return Pinpoint(page=str(item["page"]).strip(), point=str(item.get("for") or "").strip())
