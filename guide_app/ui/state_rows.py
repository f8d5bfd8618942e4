"""What a state's page says, as parts for the screen, for paper and for a copy alike. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from guide_app.dates import in_words
from guide_app.places import state_words as say
from guide_app.places.deadline_words import REQUIRED, upper
from guide_app.places.state import Note, StateEntry
from guide_app.ui.deadline_rows import TRAPS_TITLE, Rows
from guide_app.ui.source_links import SourceLink

RULE = "The public duty rule"
CIVIL_RIGHTS = "The state’s own civil-rights claim"
NOTICE = "Notice of claim"

LinksOf = Callable[[tuple[str, ...]], tuple[SourceLink, ...]]


@dataclass(frozen=True, slots=True)
class StatePart:
    """One statement on a state: the answer in bold, what it means, the prose, how far it goes, and its sources."""

    title: str
    answer: str
    meaning: str
    prose: tuple[str, ...]
    facts: Rows
    sources: tuple[SourceLink, ...]


def state_title(entry: StateEntry) -> str:
    """Return the title of a state's page."""
    return f"The rules in {say.place(entry)}"


def state_parts(entry: StateEntry, links_of: LinksOf) -> tuple[StatePart, ...]:
    """Return the statements on a state, in the order in which they are shown."""
    answer, meaning = say.CIVIL_RIGHTS[entry.civil_rights]
    return (
        _part(entry, RULE, (f"{entry.label}.", entry.one_line), entry.notes.public_duty,
              links_of(entry.authorities.public_duty_rule)),
        _part(entry, CIVIL_RIGHTS, (answer, meaning), entry.notes.civil_rights,
              links_of(entry.authorities.state_civil_rights_claim)),
        StatePart(NOTICE, REQUIRED[entry.notice_required], say.NOTICE_IS, (), _facts(entry, ""), ()),
    )  # fmt: skip


def read_line(entry: StateEntry) -> str:
    """Say when the sources were read, and what was not done."""
    return f"We read these sources by {in_words(entry.read_on)}. No citator was used. {say.CHECK_NOW}"


def state_text(entry: StateEntry, links_of: LinksOf) -> str:
    """Return the page as lines of text."""
    return "\n".join(_lines(entry, links_of)) + "\n"


def state_html(entry: StateEntry, links_of: LinksOf) -> str:
    """Return the page for paper, with the full citations of its sources."""
    parts = state_parts(entry, links_of)
    body = [f"<h1>{escape(state_title(entry))}</h1>", f'<p class="meta">{escape(read_line(entry))}</p>']
    for part in parts:
        body.append(f"<h2>{escape(part.title)}</h2>")
        body.append(f"<p><strong>{escape(part.answer)}</strong> {escape(part.meaning)}</p>")
        body += [f"<p>{escape(line)}</p>" for line in part.prose]
        facts = "".join(f"<tr><td width='25%'>{name}</td><td>{escape(text)}</td></tr>" for name, text in part.facts)
        body.append(f'<table class="facts" width="100%" cellspacing="0" cellpadding="4">{facts}</table>')
    traps = "".join(f"<li>{escape(trap)}</li>" for trap in entry.traps)
    body.append(f"<h2>{TRAPS_TITLE}</h2><ul>{traps}</ul>")
    sources = dict.fromkeys(link.full_html for part in parts for link in part.sources)
    if sources:
        body.append(f"<h3>Sources</h3><ul>{''.join(f'<li>{source}</li>' for source in sources)}</ul>")
    return "".join(body)


def prose_of(note: Note) -> tuple[str, ...]:
    """Return the prose of a note as paragraphs; a clinic's comes under its name and with its source."""
    prose = tuple(upper(text) for text in (note.summary, note.remark) if text)
    if not note.by or not prose:
        return prose
    return (f"A note of {note.by}:", *prose, f"Source: {', '.join(note.sources)}")


def _part(
    entry: StateEntry, title: str, said: tuple[str, str], note: Note, sources: tuple[SourceLink, ...]
) -> StatePart:
    return StatePart(title, *said, prose_of(note), _facts(entry, say.CONFIDENCES.get(note.confidence, "")), sources)


def _facts(entry: StateEntry, read: str) -> Rows:
    rows = (
        ("How we read it", read),
        ("State and date read", f"{entry.name}. Read on {in_words(entry.read_on)}. {say.CHECK_NOW}"),
    )
    return tuple(row for row in rows if row[1])


def _lines(entry: StateEntry, links_of: LinksOf) -> Iterator[str]:
    yield state_title(entry)
    for part in state_parts(entry, links_of):
        yield from ("", part.title, f"{part.answer} {part.meaning}".strip(), *part.prose)
        yield from (f"{name}: {text}" for name, text in part.facts)
        if part.sources:
            yield f"Sources: {'; '.join(link.words for link in part.sources)}."
    yield from ("", TRAPS_TITLE, *(f"- {trap}" for trap in entry.traps))
    yield from ("", read_line(entry))
