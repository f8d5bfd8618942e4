"""Bookmarks as files, whatever their form: JSON, Markdown, or the HTML that browsers exchange."""

from __future__ import annotations

from pathlib import PurePath

from guide_app.records import browser_html, exchange
from guide_app.records.exchange import ImportReport
from guide_app.records.store import Records

FORMS = ("json", "markdown", "html")
_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


def form_of(name: str) -> str:
    """Return the form that a file's name asks for; JSON, the complete one, where it says nothing."""
    return _SUFFIXES.get(PurePath(name).suffix.lower(), "json")


def exported(records: Records, form: str) -> str:
    """Return all bookmarks in one of FORMS."""
    if form == "markdown":
        return exchange.export_markdown(records)
    if form == "html":
        return browser_html.export_html(records)
    return exchange.export_json(records)


def imported(records: Records, text: str) -> ImportReport:
    """Add the bookmarks of a file, JSON or HTML as its first character tells. Raises RecordsImportError."""
    if text.lstrip().startswith("<"):
        return browser_html.import_html(records, text)
    return exchange.import_json(records, text)
