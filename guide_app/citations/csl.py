"""CSL-JSON, for Zotero, pandoc and everything else that renders with a citation style.

The fields are those that the Bluebook styles of the CSL project print for `legal_case` and `legislation`. `authority`
is what the Bluebook prints of the court beside the reporter, so the Supreme Court has none but for a slip opinion; the
note names the court.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from guide_app.citations.record import Record, RecordKind
from guide_app.citations.styled import to_line

_TYPES: dict[RecordKind, str] = {"case": "legal_case", "law": "legislation", "page": "webpage"}


def csl_json(records: Iterable[Record]) -> str:
    """Return the records as a CSL-JSON file."""
    return json.dumps([_item(record) for record in records], ensure_ascii=False, indent=2) + "\n"


def _item(record: Record) -> dict[str, object]:
    page = record.kind == "page"
    notes = (record.court,) if record.court else ()
    texts = {
        "title": record.title,
        "title-short": record.short_title,
        "container-title": record.container,
        "volume": record.volume,
        "page": record.page,
        "section": record.section,
        "number": record.number,
        "authority": record.parenthetical,
        "URL": record.address,
        "note": "; ".join(filter(None, (*notes, *record.notes, record.standing))),
    }
    item: dict[str, object] = {"id": record.key, "type": _TYPES[record.kind]}
    item |= {name: to_line(value) for name, value in texts.items() if value}
    if page and record.container:
        item["author"] = [{"literal": record.container}]
    if record.date:
        item["issued"] = {"date-parts": [[int(part) for part in record.date.split("-")]]}
    return item
