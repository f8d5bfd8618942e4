"""Read `clinic.yaml`, the file in which a clinic says what it adds to the help finder and the state pages.

    name: Eastside Legal Aid
    hours: Mon-Fri 9:00-17:00
    phone: 212-555-0123
    url: https://www.example.org
    address: 12 Main Street, second floor
    logo: logo.png                  # PNG or SVG in the same folder
    services:                       # shown on top; without issues an entry answers every need
    - id: front-desk
      name: Front desk
      kind: clinic
      phone: 212-555-0123
      languages: [en, es]
      what_for: Come by without an appointment.
      source: the clinic's own front desk
      as_of: 2026-11-01
      replaces: ny-legal-help       # optional: this entry of the guide is left out
    hide: [us-victim-bar]           # entries of the guide that are left out
    state_notes:                    # shown as the clinic's, in place of the guide's note; no date is changed by it
    - state: NY
      field: notice                 # public_duty, civil_rights, notice, suit or section_1983
      text: The county asks for its own form.
      source: https://www.example.org/form
      as_of: 2026-11-01

A broken entry is a finding with its line, and the others are still used.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from guide_app.places import entry_fields as read
from guide_app.places.clinic import NOTE_FIELDS, Clinic, ClinicService, StateNote
from guide_app.places.errors import PlacesError
from guide_app.places.needs import ISSUES, KINDS
from guide_app.places.place_names import place_named
from guide_app.places.service_checks import ID, LineOf, PlaceFinding, own_line, phone_fault, sms_fault, url_fault
from guide_app.places.services import Cost

_LOGO = re.compile(r"[\w][\w .-]*\.(?:png|svg)", re.I | re.A)
_COSTS = {"free": Cost.FREE, "paid": Cost.PAID}
_KEYS_LINE = "name hours phone url address logo services hide state_notes"
_KEYS = frozenset(_KEYS_LINE.split())
_SERVICE_KEYS_LINE = (
    "id name kind issues phone sms url hours languages what_for source as_of cost address note replaces"
)
_SERVICE_KEYS = frozenset(_SERVICE_KEYS_LINE.split())


@dataclass(frozen=True, slots=True)
class ReadClinic:
    """A clinic, or None where its file has no usable name, and everything that is wrong in the file."""

    clinic: Clinic | None
    findings: tuple[PlaceFinding, ...]


class _Reader:
    """Collects findings while the file is read."""

    def __init__(self, file: str, line_of: LineOf) -> None:
        self.findings: list[PlaceFinding] = []
        self._file = file
        self._line_of = line_of

    def add(self, entry: Mapping[str, Any], error: PlacesError, *, unusable: bool = True) -> None:
        mend = "mend it, or take it out" if unusable else "take it out"
        self.findings.append(PlaceFinding(self._file, self._line_of(entry, error.key), str(error), mend, unusable))

    def part(self, entry: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        """Return the usable items of a list of entries."""
        usable = []
        try:
            for number, item in enumerate(read.items(entry, key)):
                if isinstance(item, Mapping):
                    usable.append(item)
                else:
                    self.add(entry, read.wrong(f"{key}[{number}]", "holds no keys"))
        except PlacesError as error:
            self.add(entry, error)
        return usable


def clinic_from_mapping(
    entry: Mapping[str, Any],
    file: str,
    *,
    known: Collection[str],
    kept: Collection[str] = (),
    line_of: LineOf | None = None,
) -> ReadClinic:
    """Read a clinic's file. Nothing is raised: what cannot be used is left out and becomes a finding.

    `known` are the ids of the guide's services, `kept` those that may not be hidden: the emergency number.
    """
    line_of = line_of or own_line
    reader = _Reader(file, line_of)
    try:
        name = read.text(entry, "name")
    except PlacesError as error:
        reader.add(entry, error)
        return ReadClinic(None, tuple(reader.findings))
    for key in entry:
        if key not in _KEYS:
            reader.add(entry, read.wrong(str(key), "is not a key known here"), unusable=False)
    services = _services(reader, entry, known, kept)
    facts = {key: _fact(reader, entry, key) for key in ("hours", "phone", "url", "address", "logo")}
    clinic = Clinic(
        name=name,
        services=services,
        hide=_hidden(reader, entry, known, kept),
        state_notes=_state_notes(reader, entry),
        **facts,
    )
    return ReadClinic(clinic, tuple(reader.findings))


def _fact(reader: _Reader, entry: Mapping[str, Any], key: str) -> str:
    try:
        return _checked(entry, key)
    except PlacesError as error:
        reader.add(entry, error)
        return ""


def _checked(entry: Mapping[str, Any], key: str) -> str:
    """Return a text of an entry, with a telephone number, an address or a file name held to its form."""
    value = read.optional_text(entry, key)
    fault_of = {"phone": phone_fault, "url": url_fault, "sms": sms_fault}.get(key)
    if value and fault_of and (fault := fault_of(value)):
        raise read.wrong(key, f"({value}) {fault}")
    if value and key == "logo" and not _LOGO.fullmatch(value):
        raise read.wrong(key, "must be the name of a PNG or SVG file in the same folder")
    return value


def _services(
    reader: _Reader, entry: Mapping[str, Any], known: Collection[str], kept: Collection[str]
) -> tuple[ClinicService, ...]:
    services: dict[str, ClinicService] = {}
    for item in reader.part(entry, "services"):
        try:
            service = _service(item, known, kept)
            if service.id in services:
                raise read.wrong("id", f"({service.id}) stands twice")
        except PlacesError as error:
            reader.add(item, error)
        else:
            services[service.id] = service
    return tuple(services.values())


def _service(item: Mapping[str, Any], known: Collection[str], kept: Collection[str]) -> ClinicService:
    read.only(item, _SERVICE_KEYS)
    identity = read.text(item, "id")
    replaces = read.optional_text(item, "replaces")
    if not ID.fullmatch(identity):
        raise read.wrong("id", "must be lower-case words joined by hyphens")
    if identity in known and replaces != identity:
        raise read.wrong(
            "id", f"({identity}) is the id of an entry of the guide; write “replaces: {identity}” to replace it"
        )
    _may_go("replaces", replaces, known, kept)
    issues = read.texts(item, "issues")
    for issue in issues:
        if issue not in ISSUES:
            raise read.wrong("issues", f"has “{issue}”, which is none of {', '.join(sorted(ISSUES))}")
    cost = read.optional_text(item, "cost")
    if cost and cost not in _COSTS:
        raise read.wrong("cost", "must be free or paid")
    return ClinicService(
        id=identity,
        name=read.text(item, "name"),
        kind=read.choice(item, "kind", tuple(KINDS)),
        issues=issues,
        languages=read.texts(item, "languages"),
        what_for=read.text(item, "what_for"),
        source=read.text(item, "source"),
        as_of=read.text(item, "as_of"),
        cost=_COSTS.get(cost, Cost.UNKNOWN),
        replaces=replaces,
        **{key: _checked(item, key) for key in ("phone", "sms", "url", "hours", "address", "note")},
    )


def _may_go(field: str, identity: str, known: Collection[str], kept: Collection[str]) -> None:
    if identity and identity not in known:
        raise read.wrong(field, f"names {identity}, which the guide does not have")
    if identity in kept:
        raise read.wrong(field, f"names {identity}, which always stays")


def _hidden(reader: _Reader, entry: Mapping[str, Any], known: Collection[str], kept: Collection[str]) -> frozenset[str]:
    hidden = set()
    try:
        for identity in read.texts(entry, "hide"):
            try:
                _may_go("hide", identity, known, kept)
            except PlacesError as error:
                reader.add(entry, error)
            else:
                hidden.add(identity)
    except PlacesError as error:
        reader.add(entry, error)
    return frozenset(hidden)


def _state_notes(reader: _Reader, entry: Mapping[str, Any]) -> tuple[StateNote, ...]:
    notes: list[StateNote] = []
    for item in reader.part(entry, "state_notes"):
        try:
            notes.append(_state_note(item))
        except PlacesError as error:
            reader.add(item, error)
    return tuple(notes)


def _state_note(item: Mapping[str, Any]) -> StateNote:
    read.only(item, {"state", "field", "text", "source", "as_of"})
    state, source = read.text(item, "state"), read.text(item, "source")
    if place_named(state) is None or not state.isupper():
        raise read.wrong("state", "must be a postal abbreviation in capitals")
    if fault := url_fault(source):
        raise read.wrong("source", f"({source}) {fault}; a state note needs a source of its own")
    return StateNote(
        state=state,
        field=read.choice(item, "field", tuple(NOTE_FIELDS)),
        text=read.text(item, "text"),
        source=source,
        as_of=read.text(item, "as_of"),
    )
