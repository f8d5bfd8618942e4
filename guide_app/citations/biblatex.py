"""BibLaTeX and BibTeX files, in UTF-8.

BibLaTeX knows `jurisdiction` and `legislation`, as Zotero writes them. BibTeX has no legal types: there every entry is
a `misc`, whose `howpublished` is the citation itself. What became of a case stands in a field that styles do not print.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide_app.citations.record import Record, RecordKind
from guide_app.citations.styled import to_line

_TYPES: dict[RecordKind, str] = {"case": "jurisdiction", "law": "legislation", "page": "online"}

_TEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",  # even an escaped brace would be counted as one
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        **{sign: "\\" + sign for sign in "#$%&_"},
    }
)
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def biblatex(records: Iterable[Record]) -> str:
    """Return the records as a BibLaTeX file."""
    return "\n".join(_entry(_TYPES[record.kind], record.key, _biblatex_fields(record)) for record in records)


def bibtex(records: Iterable[Record], citations: Mapping[str, str], warning: str) -> str:
    """Return the records as a BibTeX file that opens with a warning; `citations` are the citations in full, by key."""
    entries = []
    for record in records:
        fields = {
            "title": _protected(record.title),
            "author": _protected(record.container) if record.kind == "page" else "",
            "howpublished": _tex(citations[record.key]),
            "year": record.date[:4],
            "note": _tex("; ".join(record.notes)),
            "annote": _tex(record.standing),
        }
        entries.append(_entry("misc", record.key, fields))
    return "\n".join([f"% {warning}\n", *entries])


def _biblatex_fields(record: Record) -> dict[str, str]:
    page = record.kind == "page"
    return {
        "title": _protected(record.title),
        "shorttitle": _protected(record.short_title),
        "author": _protected(record.container) if page else "",
        "volume": _tex(record.volume),
        "journaltitle": "" if page else _protected(record.container),
        "pages": _tex(record.page or record.section),
        "number": _tex(record.number),
        "institution": _protected(record.court),
        "date": record.date,
        "url": to_line(record.address).translate(_ADDRESS),
        "note": _tex("; ".join(record.notes)),
        "annotation": _tex(record.standing),
    }


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def _protected(value: str) -> str:
    """Keep the capitals of names, and the word "and" from parting them, with a second pair of braces."""
    return f"{{{_tex(value)}}}" if value else ""


def _tex(value: str) -> str:
    return to_line(value).translate(_TEX)
