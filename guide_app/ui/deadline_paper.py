"""The reader's dates as a page for paper. No Qt here, only text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from guide_app.dates import in_words
from guide_app.places.deadline_model import DeadlineReport
from guide_app.places.federal_claim import ONLY_IF_FEDERAL, FederalClaim
from guide_app.places.state_words import CHECK_NOW
from guide_app.ui import deadline_rows as rows
from guide_app.ui.source_links import SourceLink


def deadline_title(report: DeadlineReport) -> str:
    """Return the title of the page."""
    return f"How long do I have in {report.name}?"


def deadline_html(
    report: DeadlineReport,
    federal: FederalClaim | None,
    links_of: Callable[[tuple[str, ...]], tuple[SourceLink, ...]],
    help_html: str = "",
) -> str:
    """Return all that the page of a report shows but the prose, who can help, and its sources as full citations."""
    ids: list[str] = []
    body = "".join((*_state_parts(report, ids), *_federal_parts(federal, ids)))
    links = links_of(tuple(dict.fromkeys(ids)))
    sources = "".join(f"<li>{link.full_html}</li>" for link in links)
    return body + help_html + (f"<h3>Sources</h3><ul>{sources}</ul>" if sources else "")


def _state_parts(report: DeadlineReport, ids: list[str]) -> Iterator[str]:
    """Yield the parts, and collect the authorities that they rest on in `ids`."""
    day, said = rows.lead(report)
    yield f"<h1>{escape(deadline_title(report))}</h1>"
    counted = f"It happened on {in_words(report.happened)}. Counted on {in_words(report.today)}."
    yield f'<p class="meta">{counted} We read these rules on {in_words(report.read_on)}.</p>'
    over = "".join(f"<p><strong>{escape(line)}</strong></p>" for line in rows.passed(report))
    first = f"<p>The first date that lies ahead: <strong>{day}</strong></p>" if day else ""
    yield _box("answer", f"{over}{first}<p>{escape(said)}</p><p><strong>{CHECK_NOW}</strong></p>")
    yield _box("callout", f"<p><strong>{rows.TRAPS_TITLE}</strong></p>{_list((*report.traps, *report.cautions))}")
    for group in report.groups:
        yield f"<h2>{escape(group.kind.value)}</h2>"
        if group.opening:
            yield f"<p>{escape(group.opening)}</p>"
        for line in group.deadlines:
            yield _entry(line.words, rows.deadline_rows(line, report.name))
            ids.extend(line.authorities)
    if report.waits:
        yield f"<h2>{escape(rows.WAITS_TITLE)}</h2>"
        for wait in report.waits:
            yield _entry(wait.words, rows.wait_rows(wait, report.name))
            ids.extend(wait.authorities)


def _federal_parts(federal: FederalClaim | None, ids: list[str]) -> Iterator[str]:
    if federal is None:
        return
    yield f"<h2>{ONLY_IF_FEDERAL}</h2>"
    for line in (federal.claim, federal.suit):
        yield _entry(f"{line.kind.value}. {line.words}", rows.deadline_rows(line, rows.UNITED_STATES))
        ids.extend(line.authorities)
    if federal.wait is not None:
        yield _entry(federal.wait.words, rows.wait_rows(federal.wait, rows.UNITED_STATES))
        ids.extend(federal.wait.authorities)


def _entry(said: str, facts: rows.Rows) -> str:
    lines = "".join(
        f"<tr><td width='25%'><strong>{name}</strong></td><td>{escape(text)}</td></tr>" for name, text in facts
    )
    table = f'<table class="facts" width="100%" cellspacing="0" cellpadding="4">{lines}</table>'
    return f"<h3>{escape(said)}</h3>{table}"


def _box(kind: str, inner: str) -> str:
    return f'<table class="{kind}" width="100%" cellspacing="0" cellpadding="8"><tr><td>{inner}</td></tr></table>'


def _list(lines: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
