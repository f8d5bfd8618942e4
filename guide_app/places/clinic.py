"""What a clinic adds to the help finder and to the state pages: its own entries, and notes shown as the clinic's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from guide_app.dates import iso_in_words
from guide_app.places.services import CLINIC, Cost, ServiceLike
from guide_app.places.state import Note, Notes, StateEntry

NOTE_FIELDS = {
    "public_duty": "public_duty",
    "civil_rights": "civil_rights",
    "notice": "notice",
    "suit": "suit",
    "section_1983": "federal",
}
"""The fields that a clinic may write a note on, and their names in `state.Notes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicService:
    """A clinic's own entry, with what `services.ServiceLike` asks for; `replaces` is an id of the guide's."""

    id: str
    name: str
    kind: str
    issues: tuple[str, ...]
    coverage: str = CLINIC
    phone: str
    sms: str
    url: str
    hours: str
    languages: tuple[str, ...]
    what_for: str
    source: str
    as_of: str
    confidence: str = CLINIC
    cost: Cost
    address: str
    note: str
    replaces: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateNote:
    """A clinic's note on one field of a state. `field` is a name of NOTE_FIELDS."""

    state: str
    field: str
    text: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """A clinic: empty texts are what its file does not have. `logo` is the name of a file beside it."""

    name: str
    hours: str = ""
    phone: str = ""
    url: str = ""
    address: str = ""
    logo: str = ""
    services: tuple[ClinicService, ...] = ()
    hide: frozenset[str] = frozenset()
    state_notes: tuple[StateNote, ...] = ()


OWN_ENTRY = "this:clinic"
"""The id of the clinic itself as an entry; no entry of a file can have it."""


def own_entry(clinic: Clinic) -> ClinicService:
    """Return the clinic itself as an entry, for its card."""
    return ClinicService(
        id=OWN_ENTRY,
        name=clinic.name,
        kind="clinic",
        issues=(),
        phone=clinic.phone,
        sms="",
        url=clinic.url,
        hours=clinic.hours,
        languages=(),
        what_for="The clinic that keeps this guide here for you.",
        source="",
        as_of="",
        cost=Cost.UNKNOWN,
        address=clinic.address,
        note="",
        replaces="",
    )


def arranged(services: Iterable[ServiceLike], clinic: Clinic | None) -> tuple[ServiceLike, ...]:
    """Return the clinic's own entries and then the guide's, without those that it hides or replaces."""
    if clinic is None:
        return tuple(services)
    gone = clinic.hide | {service.replaces for service in clinic.services}
    return (*clinic.services, *(service for service in services if service.id not in gone))


def with_clinic_notes(state: StateEntry, clinic: Clinic | None) -> StateEntry:
    """Return the state with the clinic's notes in place of the guide's, marked as the clinic's. No date changes."""
    if clinic is None:
        return state
    notes = {
        NOTE_FIELDS[note.field]: Note(
            summary=note.text,
            remark=f"As of {iso_in_words(note.as_of)}.",
            sources=(note.source,),
            confidence=CLINIC,
            by=clinic.name,
        )
        for note in clinic.state_notes
        if note.state == state.abbreviation
    }
    kept = {field.name: getattr(state.notes, field.name) for field in fields(Notes)}
    return replace(state, notes=Notes(**{**kept, **notes}))
