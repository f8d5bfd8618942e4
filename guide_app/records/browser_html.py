"""Bookmarks in the file format that browsers read and write ("Netscape bookmark file").

Described at https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85).
A browser cannot open our addresses; the format is for keeping guide bookmarks together with others, and it comes back
whole: what a browser drops (titles in attributes) is only what it has no place for.
"""

from __future__ import annotations

import calendar
import html
import time
from html.parser import HTMLParser

from guide_app.records.errors import RecordsImportError
from guide_app.records.exchange import ImportReport, add, require_size
from guide_app.records.store import Records

SCHEME = "police-liability-guide:"

_PARTS_OF_A_LIST = frozenset({"a", "dd", "dl", "dt", "h1", "h3", "hr"})

_HEAD = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3>Police Liability Guide</H3>
    <DL><p>
"""
_FOOT = """    </DL><p>
</DL><p>
"""


def export_html(records: Records) -> str:
    """Return all bookmarks as a file that browsers import."""
    lines = []
    for bookmark in records.bookmarks():
        # The format counts seconds since 1970; the day is all that we know and all that anyone needs.
        added = calendar.timegm(time.strptime(bookmark.created, "%Y-%m-%d"))
        attributes = {
            "HREF": SCHEME + bookmark.section,
            "ADD_DATE": str(added),
            "DATA-TITLE": bookmark.title,
            "DATA-ARTICLE": bookmark.article_title,
        }
        written = " ".join(f'{name}="{html.escape(value)}"' for name, value in attributes.items())
        lines.append(f"        <DT><A {written}>{html.escape(bookmark.label)}</A>\n")
        if bookmark.note:
            lines.append(f"        <DD>{html.escape(bookmark.note)}\n")
    return _HEAD + "".join(lines) + _FOOT


def import_html(records: Records, text: str) -> ImportReport:
    """Add the bookmarks of this guide in a browser's file at the end of the list; bookmarks of other pages are refused.

    Raises RecordsImportError when the text is no bookmark file, and the store's own errors; then nothing was added.
    """
    require_size(text)
    if "netscape-bookmark-file" not in text[:1_000].lower():
        raise RecordsImportError("This is not a bookmarks file of a browser.")
    parser = _BookmarkParser()
    parser.feed(text)
    parser.close()
    return add(records, parser.entries)


class _BookmarkParser(HTMLParser):
    """Collect one entry, as `exchange.add` takes it, for each link; the text of a DD is the note of the link before."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.entries: list[dict[str, str]] = []
        self._into = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link or its note; another part of the list ends them, emphasis inside them does not."""
        if tag in _PARTS_OF_A_LIST:
            self._into = ""
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            address = given.get("href", "")
            self.entries.append(
                {
                    "section": address.removeprefix(SCHEME) if address.startswith(SCHEME) else "",
                    "title": given.get("data-title", ""),
                    "article_title": given.get("data-article", ""),
                    "name": "",
                    "note": "",
                    "created": _day(given.get("add_date", "")),
                }
            )
            self._into = "name"
        elif tag == "dd" and self.entries:
            self._into = "note"

    def handle_endtag(self, tag: str) -> None:
        """Finish a link: its text is the reader's name for it only where it differs from the title."""
        if tag == "a" and self._into == "name":
            entry = self.entries[-1]
            entry["title"] = entry["title"] or entry["name"]
            if entry["name"] == entry["title"]:
                entry["name"] = ""
        if tag in _PARTS_OF_A_LIST:
            self._into = ""

    def handle_data(self, data: str) -> None:
        """Take the text of a link or a note."""
        if self._into:
            self.entries[-1][self._into] += data


def _day(seconds: str) -> str:
    """Return the ISO date of a time that a browser wrote, or "" where it is none."""
    # Twelve digits reach beyond the year 30000; longer ones overflow.
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= 11):
        return ""
    return time.strftime("%Y-%m-%d", time.gmtime(int(seconds)))
