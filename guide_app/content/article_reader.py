"""Read one article: its YAML head, and its Markdown split into sections with their line numbers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from guide_app.citations.typography import curly
from guide_app.content.findings import Findings
from guide_app.content.state_kinds import KINDS
from guide_app.content.yaml_reader import Mapping, load_yaml

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Ids of articles, sections, topics, authorities and services: lower-case words joined by hyphens."""

FULL_ID = re.compile(rf"{ID.pattern}(?:/{ID.pattern})?")

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*(?:\{#([^{}]*)\})?[ \t]*#*[ \t]*$")
_NESTED = re.compile(r"(?: {4}|\t| {0,3}(?:[-*+]|\d+\.)[ \t]+){12}")
"""What no text needs, and what would be more than the program can follow: Python-Markdown calls itself once a level."""

_STATES = re.compile(r"\[\[[ \t]*states:[ \t]*([^\]]*?)[ \t]*\]\]\s*$")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of Markdown; `line` is the number of its first line in the file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class SectionSource:
    """One answer as it is written. `id` is the part after the slash."""

    id: str
    heading: str
    line: int
    body: Part
    asked_as: tuple[str, ...]
    renamed_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Generated:
    """The place `[[states: KIND]]` of the sections that are written for each state; `kind` is one of KINDS."""

    kind: str
    line: int


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """One article as it is written; `lines` are the lines of the keys of the head."""

    file: str
    id: str
    title: str
    summary: str
    topic: str
    order: int
    reviewed: datetime.date
    applies_to: str
    related: tuple[str, ...]
    lead: Part
    sections: tuple[SectionSource, ...]
    generated: Generated | None
    lines: dict[str, int]


def read_article(file: str, text: str, findings: Findings) -> ArticleSource | None:
    """Read the article in `text`, or return None when it cannot be used. What is wrong becomes findings."""
    rows = text.split("\n")
    if rows[0].rstrip() != "---" or "---" not in [row.rstrip() for row in rows[1:]]:
        findings.add(
            file, 1, "the article has no head", "begin it with a YAML head between two lines ---", unusable=True
        )
        return None
    for number, row in enumerate(rows, 1):
        if _NESTED.match(row):
            findings.add(file, number, "the line is nested too deeply", "indent it less", unusable=True)
            return None
    end = [row.rstrip() for row in rows].index("---", 1)
    before = len(findings.found)
    head = load_yaml("\n".join(rows[1:end]), file, findings, first_line=2)
    if not isinstance(head, Mapping):
        if len(findings.found) == before:
            findings.add(file, 2, "the head holds no keys", "write id, title, summary and the others", unusable=True)
        return None
    fields = _Head(file, head, findings).read()
    if fields is None:
        return None
    sections = fields.pop("sections")
    lead, bodies, generated = _split(file, rows, end + 1, findings)
    return ArticleSource(
        file=file,
        lead=lead,
        sections=_join(file, bodies, sections, findings),
        generated=generated,
        lines={key: line + 1 for key, line in head.lines.items()},
        **fields,
    )


class _Head:
    """The keys of an article's head."""

    def __init__(self, file: str, head: Mapping, findings: Findings) -> None:
        self._file = file
        self._head = head
        self._findings = findings

    def read(self) -> dict[str, Any] | None:
        """Return the fields of the head by name, or None when one that is needed is missing or wrong."""
        wanted: dict[str, tuple[Callable[[object], Any], str]] = {
            "id": (_identity, "lower-case words joined by hyphens"),
            "title": (_plain, "a text"),
            "summary": (_words, "a text"),
            "topic": (_identity, "an id of topics.yaml"),
            "order": (_number, "a whole number"),
            "reviewed": (_date, "a date such as 2026-11-24"),
            "applies_to": (_plain, "a text"),
            "related": (_ids, "a list of ids"),
            "sections": (_mapping, "one key for each section"),
        }
        for key in self._head:
            if key not in wanted:
                self._say(key, f"the head has an unknown key “{key}”", f"use one of {', '.join(wanted)}")
        fields: dict[str, Any] = {}
        for key, (convert, shape) in wanted.items():
            value = convert(self._head.get(key, [] if key == "related" else None))
            if value is None:
                what = f"“{key}” is wrong" if key in self._head else f"the head has no “{key}”"
                self._say(key, what, f"write {shape}", unusable=True)
            fields[key] = value
        return None if None in fields.values() else fields

    def _say(self, key: str, what: str, mend: str, *, unusable: bool = False) -> None:
        self._findings.add(self._file, self._head.line_of(key) + 1, what, mend, unusable=unusable)


def _identity(value: object) -> str | None:
    return value if isinstance(value, str) and ID.fullmatch(value) else None


def _words(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


def _plain(value: object) -> str | None:
    """Return a text that is no Markdown, as it is shown."""
    text = _words(value)
    return text and curly(text)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9 else None


def _date(value: object) -> datetime.date | None:
    return value if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) else None


def _ids(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(item, str) and FULL_ID.fullmatch(item) for item in value):
        return None
    return tuple(value)


def _mapping(value: object) -> Mapping | None:
    return value if isinstance(value, Mapping) else None


@dataclass(frozen=True, slots=True)
class _Body:
    """A section's heading and text, before the head's part is joined to it."""

    id: str
    heading: str
    line: int
    body: Part


def _split(file: str, rows: list[str], start: int, findings: Findings) -> tuple[Part, list[_Body], Generated | None]:
    """Split the Markdown at its `## ` headings. `start` is the index of the first row after the head."""
    opened: list[tuple[str, str, int]] = [("", "", start + 1)]
    collected: list[list[str]] = [[]]
    generated: Generated | None = None
    for number, row in enumerate(rows[start:], start + 1):
        heading = _HEADING.match(row)
        states = _STATES.match(row)
        if heading and len(heading[1]) == 2:
            if not ID.fullmatch(heading[3] or ""):
                mend = "end the heading with {#section-id}, lower-case words joined by hyphens"
                findings.add(file, number, "the section has no usable id, so it is left out", mend, unusable=True)
            opened.append((heading[3] or "", curly(heading[2]), number))
            collected.append([])
        elif states:
            generated = _generated(file, states[1], number, generated, findings)
            collected[-1].append("")
        else:
            if generated and row.strip():
                findings.add(file, number, "text stands after [[states: …]]", "move it before that line")
            collected[-1].append(row)
    parts = [
        Part(line + (line > start + 1), "\n".join(text)) for (_, _, line), text in zip(opened, collected, strict=True)
    ]
    bodies = [
        _Body(identity, heading, line, part)
        for (identity, heading, line), part in list(zip(opened, parts, strict=True))[1:]
        if ID.fullmatch(identity)
    ]
    return parts[0], bodies, generated


def _generated(file: str, kind: str, line: int, before: Generated | None, findings: Findings) -> Generated | None:
    """Return what an article has of `[[states: …]]`, after one more. A second one would write the same ids again."""
    if before is not None:
        findings.add(file, line, "a second [[states: …]] stands in the article", "keep one", unusable=True)
    elif kind not in KINDS:
        mend = f"use one of {', '.join(KINDS)}"
        findings.add(file, line, f"there are no state sections of the kind “{kind}”", mend, unusable=True)
    else:
        return Generated(kind, line)
    return before


def _join(file: str, bodies: list[_Body], head: Mapping, findings: Findings) -> tuple[SectionSource, ...]:
    """Join each section's text to its key in the head."""
    sections: dict[str, SectionSource] = {}
    for body in bodies:
        if body.id in sections:
            what = f"the section id “{body.id}” stands twice; the second is left out"
            findings.add(file, body.line, what, "give it an id of its own", unusable=True)
            continue
        asked_as, renamed_from = _about(file, body.id, head, findings) if body.id in head else ((), ())
        sections[body.id] = SectionSource(body.id, body.heading, body.line, body.body, asked_as, renamed_from)
    for key in head:
        if key not in sections:
            line = head.line_of(key) + 1
            findings.add(file, line, f"the head speaks of a section “{key}” that is not in the text", "delete the key")
    return tuple(sections.values())


def _about(file: str, identity: str, head: Mapping, findings: Findings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read `asked_as` and `renamed_from` of one section."""
    entry = head[identity]
    if not isinstance(entry, Mapping):
        findings.add(
            file, head.line_of(identity) + 1, f"“{identity}” under sections is wrong", "write asked_as: [...] below it"
        )
        return (), ()
    for key in entry:
        if key not in ("asked_as", "renamed_from"):
            findings.add(file, entry.line_of(key) + 1, f"unknown key “{key}”", "use asked_as or renamed_from")
    asked = entry.get("asked_as", [])
    if not isinstance(asked, list) or not all(isinstance(item, (str, int)) for item in asked):
        findings.add(file, entry.line_of("asked_as") + 1, "“asked_as” is wrong", "write a list of texts")
        asked = []
    old = _ids(entry.get("renamed_from", []))
    if old is None:
        findings.add(file, entry.line_of("renamed_from") + 1, "“renamed_from” is wrong", "write a list of full ids")
    return tuple(" ".join(str(item).split()) for item in asked), old or ()
