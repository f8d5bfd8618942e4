"""Split Markdown into its blocks with their lines, so that a check can speak of a paragraph and say where it stands.

Python-Markdown keeps no line numbers, so this is done beside it, for the few kinds of blocks that the format knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide_app.content.references import GENERAL

LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]+\S")
_CALLOUT = re.compile(r"!!![ \t]*")
_INDENTED = re.compile(r"(?: {4}|\t)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, table, callout or heading. `line` is its first line in the file, `text` its Markdown."""

    kind: str
    line: int
    text: str

    @property
    def general(self) -> bool:
        """Say whether the block is marked as general information."""
        last = self.text.rstrip().rpartition("\n")[2]
        return GENERAL.search(last) is not None

    def pieces(self) -> Iterator[tuple[int, str]]:
        """Yield the items of a list or the rows of a table, or else the whole block, each with its first line."""
        start, piece = self.line, ""
        for number, row in enumerate(self.text.split("\n"), self.line):
            opens = self.kind == "table" or (self.kind == "list" and LIST_ITEM.match(row))
            if opens and piece:
                yield start, piece
                start, piece = number, ""
            piece = f"{piece}\n{row}" if piece else row
        yield start, piece


def blocks(text: str, first_line: int) -> Iterator[Block]:
    """Yield the blocks of a Markdown text, in order."""
    rows = text.split("\n")
    at = 0
    while at < len(rows):
        if not rows[at].strip():
            at += 1
            continue
        kind = _kind(rows[at])
        end = _end(rows, at, kind)
        yield Block(kind, first_line + at, "\n".join(rows[at:end]).rstrip("\n"))
        at = end


def _kind(row: str) -> str:
    if row.startswith("#"):
        return "heading"
    if _CALLOUT.match(row):
        return "callout"
    if LIST_ITEM.match(row):
        return "list"
    return "table" if row.lstrip().startswith("|") else "paragraph"


def _end(rows: list[str], start: int, kind: str) -> int:
    """Return the index after the last row of the block that starts at `start`."""
    if kind == "heading":
        return start + 1
    at = start + 1
    while at < len(rows):
        row = rows[at]
        if row.strip():
            if row.startswith("#") or (_CALLOUT.match(row) and kind != "paragraph"):
                break
            if kind == "callout" and not _INDENTED.match(row):
                break
            at += 1
            continue
        # A blank line ends a block, unless what follows is indented (or a further item) and so belongs to it.
        ahead = next((i for i in range(at, len(rows)) if rows[i].strip()), len(rows))
        following = rows[ahead] if ahead < len(rows) else ""
        goes_on = _INDENTED.match(following) and kind in ("callout", "list")
        if not goes_on and not (kind == "list" and LIST_ITEM.match(following)):
            break
        at = ahead
    return at
