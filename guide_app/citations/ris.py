"""RIS files, for Zotero, EndNote and Mendeley.

Tags are those that Zotero's RIS translator reads for cases (CASE), laws (STAT) and web pages (ELEC); SV for the docket
is EndNote's. A value is always one line, so no text can begin a new tag.
"""

from __future__ import annotations

from collections.abc import Iterable

from guide_app.citations.record import Record, RecordKind
from guide_app.citations.styled import to_line

_TYPES: dict[RecordKind, str] = {"case": "CASE", "law": "STAT", "page": "ELEC"}


def ris(records: Iterable[Record]) -> str:
    """Return the records as one RIS file."""
    return "\n".join(_entry(record) for record in records)


def _entry(record: Record) -> str:
    date = record.date.replace("-", "/")
    pairs = [
        ("TY", _TYPES[record.kind]),
        ("ID", record.key),
        ("TI", record.title),
        ("ST", record.short_title),
        ("A2" if record.kind == "case" else "T2", record.container),
        ("VL", record.volume),
        ("SP", record.page),
        ("SE", record.section),
        ("SV" if record.kind == "case" else "M1", record.number),
        ("PB", record.court),
        ("PY", record.date[:4]),
        ("DA", date + "/" * (3 - date.count("/")) if date else ""),
        ("UR", record.address),
        *(("N1", note) for note in (*record.notes, record.standing)),
    ]
    lines = [f"{tag}  - {to_line(value)}" for tag, value in pairs if value]
    return "\n".join([*lines, "ER  - ", ""])
