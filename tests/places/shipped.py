"""The shipped states and services, as raw YAML and as this room reads them."""

from __future__ import annotations

import copy
import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from guide_app.library.model import Service
from guide_app.places.state import StateEntry, state_from_mapping

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = datetime.date(2026, 11, 24)


@cache
def _read(name: str) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((RESOURCES / name).read_text("utf-8"), loader)


def raw_states() -> list[dict[str, Any]]:
    return copy.deepcopy(_read("states/states.yaml"))


def raw_services() -> list[dict[str, Any]]:
    return copy.deepcopy(_read("services/services.yaml"))


@cache
def states() -> dict[str, StateEntry]:
    return {entry["state"]: state_from_mapping(entry) for entry in _read("states/states.yaml")}


def service(entry: dict[str, Any]) -> Service:
    """Make a library service of a raw entry, as the library does."""
    lists = {"issues", "languages"}
    return Service(
        **{
            field: tuple(entry.get(field) or ()) if field in lists else entry.get(field) or ""
            for field in Service._fields
        }
    )


@cache
def services() -> tuple[Service, ...]:
    return tuple(service(entry) for entry in _read("services/services.yaml"))


def a_state(**changes: Any) -> dict[str, Any]:
    """Return the raw entry of a made-up state; each change replaces a top-level key."""
    entry: dict[str, Any] = {
        "state": "ZZ",
        "name": "Zed",
        "section_1983": {"period": a_period(n=3, unit="years"), "cautious": None},
        "notice": {"required": "yes", "periods": [], "cautious": None},
        "suit": {"periods": [], "cautious": None},
        "public_duty": {"label": "Not settled", "one_line": "Nobody knows."},
        "state_civil_rights_claim": "unknown",
        "traps": [],
        "read_on": datetime.date(2026, 11, 23),
        "authorities": {},
    }
    return {**entry, **changes}


def a_period(**changes: Any) -> dict[str, Any]:
    return {
        "n": 90,
        "unit": "days",
        "against": "city",
        "runs_from": "event",
        "to": "city clerk",
        "statute": "Zed Code § 1",
        "confidence": "primary",
        "as_of": "2020",
        **changes,
    }


def a_notice(**changes: Any) -> dict[str, Any]:
    return a_period(**{"kind": "file_by", **changes})


def a_wait(**changes: Any) -> dict[str, Any]:
    return a_period(**{"kind": "wait_before_suit", "runs_from": "notice", **changes})


def a_cautious(**changes: Any) -> dict[str, Any]:
    return {"n": 60, "unit": "days", "runs_from": "event", "why": "A bill may cut it.", "credible": True, **changes}
