"""Bookmarks as a file that can be carried to another computer: out as JSON or Markdown, in as JSON.

The JSON form is the complete one:

    {"format": "police-liability-guide bookmarks", "version": 1, "bookmarks": [
        {"section": "warren/what-happened", "title": "...", "article_title": "...", "name": "", "note": "",
         "created": "2026-11-24"}]}

Of an entry only `section` and `title` must be there. Nothing in a file is trusted: it may come from anywhere.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guide_app.records import model
from guide_app.records.errors import RecordsImportError, RecordsTextTooLong
from guide_app.records.model import Bookmark
from guide_app.records.store import Records

FORMAT = "police-liability-guide bookmarks"
VERSION = 1
SIZE_LIMIT = 4_000_000
COUNT_LIMIT = 5_000

_DATE_FORM = re.compile(r"[12]\d{3}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import. `refused` has one line for each entry that could not be taken, saying why."""

    added: int
    already_there: int
    refused: tuple[str, ...]


def export_json(records: Records) -> str:
    """Return all bookmarks as JSON, complete and in the reader's order."""
    kept = [
        {
            "section": bookmark.section,
            "title": bookmark.title,
            "article_title": bookmark.article_title,
            "name": bookmark.name,
            "note": bookmark.note,
            "created": bookmark.created,
        }
        for bookmark in records.bookmarks()
    ]
    return json.dumps({"format": FORMAT, "version": VERSION, "bookmarks": kept}, indent=1, ensure_ascii=False) + "\n"


def export_markdown(records: Records) -> str:
    """Return all bookmarks as a Markdown list with their notes, for a reader's own notes."""
    lines = ["# Bookmarks of the Police Liability Guide", ""]
    for bookmark in records.bookmarks():
        lines.append(f"- **{_markdown(bookmark.label)}**")
        origin = [bookmark.article_title, bookmark.title if bookmark.name else ""]
        lines += [f"  {_markdown(part)}  " for part in origin if part]
        lines.append(f"  `{bookmark.section}`, marked {bookmark.created}")
        if bookmark.note:
            lines += ["", *(f"  > {_markdown(line)}".rstrip() for line in bookmark.note.split("\n"))]
        lines.append("")
    return "\n".join(lines)


def import_json(records: Records, text: str) -> ImportReport:
    """Add the bookmarks of a JSON export at the end of the list, all that can be taken in one change.

    A section that is marked already stays as it is. Raises RecordsImportError when the file as a whole is none of ours,
    and the store's own errors when the disk does not take it; then nothing was added.
    """
    require_size(text)
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecordsImportError("This is not a bookmarks file: it is not JSON.") from error
    if not isinstance(kept, dict) or kept.get("format") != FORMAT or not isinstance(kept.get("bookmarks"), list):
        raise RecordsImportError("This JSON file was not made by the bookmarks export of this guide.")
    if kept.get("version") != VERSION:
        raise RecordsImportError("This bookmarks file was made by a newer version of the guide.")
    return add(records, kept["bookmarks"])


def require_size(text: str) -> None:
    """Raise RecordsImportError for a text that is too long to be a list of bookmarks."""
    if len(text) > SIZE_LIMIT:
        raise RecordsImportError(f"This file is too large for a list of bookmarks (over {SIZE_LIMIT // 1_000_000} MB).")


def add(records: Records, entries: Iterable[object]) -> ImportReport:
    """Check entries one by one and add the good ones in one change. Raises RecordsImportError above COUNT_LIMIT."""
    entries = list(entries)
    if len(entries) > COUNT_LIMIT:
        raise RecordsImportError(f"This file has {len(entries):,} bookmarks; {COUNT_LIMIT:,} can be taken at most.")
    good: list[Bookmark] = []
    refused: list[str] = []
    for number, entry in enumerate(entries, start=1):
        try:
            good.append(_bookmark(entry))
        except (_Refused, RecordsTextTooLong) as error:
            refused.append(f"Bookmark {number}: {error}")
    added = records.add_bookmarks(tuple(good)) if good else 0
    return ImportReport(added, len(good) - added, tuple(refused))


class _Refused(Exception):  # noqa: N818  it never leaves this file
    """One entry cannot be taken; the message says why."""


def _bookmark(entry: object) -> Bookmark:
    if not isinstance(entry, Mapping):
        raise _Refused("it is not an entry of a bookmarks file")
    for key in ("section", "title", "article_title", "name", "note", "created"):
        if not isinstance(entry.get(key, ""), str):
            raise _Refused(f"its {key} is not a text")
    section, title = entry.get("section", ""), model.title_as_kept(entry.get("title", ""))
    if not model.is_section_id(section):
        raise _Refused("it does not lead to a section of the guide")
    if not title:
        raise _Refused("it has no title")
    created = entry.get("created", "")
    return Bookmark(
        section,
        title,
        model.title_as_kept(entry.get("article_title", "")),
        model.name_as_kept(entry.get("name", "")),
        model.note_as_kept(entry.get("note", "")),
        0,
        created if _is_day(created) else time.strftime("%Y-%m-%d"),
    )


def _is_day(text: str) -> bool:
    if not _DATE_FORM.fullmatch(text):
        return False
    try:
        time.strptime(text, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def _markdown(text: str) -> str:
    """Take from characters their meaning in Markdown."""
    return re.sub(r"([\\`*_{}\[\]()<>#+!|~-])", r"\\\1", text)
