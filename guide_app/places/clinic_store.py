"""A clinic as the compiled library keeps it: as plain data, read back without the checks that it has passed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from guide_app.places.clinic import Clinic, ClinicService, StateNote
from guide_app.places.services import Cost


def clinic_to_data(clinic: Clinic) -> dict[str, Any]:
    """Return a clinic as data for JSON."""
    data = asdict(clinic)
    data["hide"] = sorted(clinic.hide)
    for service in data["services"]:
        service["cost"] = service["cost"].name
    return data


def clinic_from_data(data: Mapping[str, Any]) -> Clinic:
    """Return the clinic of what `clinic_to_data` has made."""
    services = tuple(
        ClinicService(
            **{
                **service,
                "issues": tuple(service["issues"]),
                "languages": tuple(service["languages"]),
                "cost": Cost[service["cost"]],
            }
        )
        for service in data["services"]
    )
    notes = tuple(StateNote(**note) for note in data["state_notes"])
    return Clinic(**{**data, "services": services, "hide": frozenset(data["hide"]), "state_notes": notes})
