"""Read the values of one entry of a YAML or JSON list, and name the field that cannot be used."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from guide_app.places.errors import PlacesError


def joined(field: str, name: str) -> str:
    """Return the full name of the field `name` inside `field`."""
    return f"{field}.{name}" if field else name


def mapping(part: Mapping[str, Any], name: str, field: str = "") -> Mapping[str, Any]:
    """Return a field that must hold keys. Raises PlacesError."""
    value = part.get(name)
    if not isinstance(value, Mapping):
        raise wrong(joined(field, name), "is missing or holds no keys")
    return value


def items(part: Mapping[str, Any], name: str, field: str = "") -> list[Any]:
    """Return a field that must be a list; one that is missing or null is an empty one. Raises PlacesError."""
    value = part.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise wrong(joined(field, name), "must be a list")
    return value


def text(part: Mapping[str, Any], name: str, field: str = "") -> str:
    """Return a field that must hold a text. Raises PlacesError."""
    value = optional_text(part, name, field)
    if not value:
        raise wrong(joined(field, name), "is missing")
    return value


def optional_text(part: Mapping[str, Any], name: str, field: str = "") -> str:
    """Return a text on one line; one that is missing or null is empty. Raises PlacesError."""
    return plain(part.get(name), joined(field, name))


def plain(value: object, field: str) -> str:
    """Return a text, number or date as a text on one line, and None as an empty one. Raises PlacesError."""
    if value is None:
        return ""
    # YAML reads an unquoted yes as true: a text it is not, and nobody meant it as one
    if isinstance(value, bool) or not isinstance(value, (str, int, datetime.date)):
        raise wrong(field, "must be a text")
    return " ".join(str(value).split())


def texts(part: Mapping[str, Any], name: str, field: str = "") -> tuple[str, ...]:
    """Return a list of texts. Raises PlacesError."""
    whole = joined(field, name)
    return tuple(plain(value, f"{whole}[{number}]") for number, value in enumerate(items(part, name, field)))


def choice(part: Mapping[str, Any], name: str, choices: Collection[str], field: str = "") -> str:
    """Return a field that must be one of some words. Raises PlacesError."""
    value = part.get(name)
    if not isinstance(value, str) or value not in choices:
        hint = "; put quotation marks round yes and no" if isinstance(value, bool) else ""
        raise wrong(joined(field, name), f"is none of {', '.join(choices)}{hint}")
    return value


def day(part: Mapping[str, Any], name: str, field: str = "") -> datetime.date:
    """Return a date, or an ISO date as the compiled library keeps it. Raises PlacesError."""
    value = part.get(name)
    if isinstance(value, str):
        try:
            value = datetime.date.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise wrong(joined(field, name), "must be a date such as 2026-11-23")
    return value


def only(part: Mapping[str, Any], known: Collection[str], field: str = "") -> None:
    """Refuse an unknown key: a misspelt `only_if` would turn an exception into the rule. Raises PlacesError."""
    for name in part:
        if name not in known:
            raise wrong(joined(field, str(name)), f"is not a key known here ({', '.join(sorted(known))})")


def wrong(field: str, what: str) -> PlacesError:
    """Return the error that says what is wrong with a field."""
    return PlacesError(f"“{field}” {what}", field)
