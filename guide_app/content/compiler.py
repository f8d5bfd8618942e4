"""Compile content folders into a library file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from guide_app import GUIDE_TITLE, __version__
from guide_app.citations.bluebook import full
from guide_app.citations.joined_pinpoints import joined_pinpoints
from guide_app.citations.lookup import cite_keys
from guide_app.citations.model import Authority, Case, Constitution, Statute, kind_of
from guide_app.citations.styled import to_text
from guide_app.citations.typography import curly
from guide_app.content.article_reader import ArticleSource
from guide_app.content.check import check_guide
from guide_app.content.files import shown
from guide_app.content.findings import Findings, Report
from guide_app.content.legal_data import Entry
from guide_app.content.markdown import Renderer
from guide_app.content.references import references
from guide_app.content.source import NoFolder, Source, article_count, join, read_folder
from guide_app.content.state_sections import write_section
from guide_app.content.targets import Targets, targets_of
from guide_app.content.yaml_reader import Mapping
from guide_app.library.builder import (
    BuiltArticle,
    BuiltAuthority,
    BuiltClinic,
    BuiltSection,
    BuiltService,
    BuiltState,
    Contents,
    LibraryWriteError,
    write_library,
)
from guide_app.library.fingerprint import fingerprint
from guide_app.library.model import Article, AuthorityRow, CitedAuthority, Link, Section, StateRow
from guide_app.places.clinic_store import clinic_to_data

WORDS_A_MINUTE = 200

Progress = Callable[[int, int], None]
"""Called with the number of steps that are done and the number of all, which may be a little too high."""

_STEPS = 3
"""An article is read, checked and written."""


class CompileError(Exception):
    """No library was written; the message is one sentence for a reader."""


class NotWritten(CompileError):  # noqa: N818 - it says what happened
    """The content is fine, but the library file could not be written."""


def compile_folder(
    folders: Sequence[Path], target: Path, *, language: str = "en", progress: Progress | None = None
) -> Report:
    """Compile content folders, the shipped one first, into the library file `target`, and report what is wrong in them.

    What a finding calls unusable is left out; all else is in the library. Raises CompileError when a folder is missing
    or nothing usable is in them, and NotWritten when the file cannot be written; an older library at `target` is then
    untouched.
    """
    findings = Findings()
    # Taken first: a file that changes while we compile must count as changed at the next start.
    mark = fingerprint(folders)
    steps = _Steps(_STEPS * sum(article_count(folder, language) for folder in folders), progress)
    try:
        source = join([read_folder(folder, language, findings, steps.take) for folder in folders], findings)
    except NoFolder as error:
        raise CompileError(str(error)) from error
    if not source.articles:
        names = ", ".join(shown(folder) for folder in folders)
        first = f" The first of what is wrong: {findings.sorted()[0]}" if findings.found else ""
        raise CompileError(f"There is no usable article in {names}.{first}")
    targets = targets_of(source)
    counts = check_guide(source, source, targets, findings, extended=len(folders) > 1, step=steps.take)
    try:
        write_library(target, _contents(source, targets, language, mark, steps))
    except LibraryWriteError as error:
        raise NotWritten(str(error)) from error
    found = findings.sorted()
    left_out = tuple(dict.fromkeys(f"{finding.file}:{finding.line}" for finding in found if finding.unusable))
    return Report(found, counts, left_out)


class _Steps:
    """Counts steps and tells of them."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done = 0
        self._total = total
        self._progress = progress

    def take(self) -> None:
        """Take one step."""
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total)


def _contents(source: Source, targets: Targets, language: str, mark: str, steps: _Steps) -> Contents:
    meta = {
        "title": GUIDE_TITLE,
        "version": __version__,
        "language": language,
        "reviewed": max(article.reviewed for article in source.articles).isoformat(),
        "fingerprint": mark,
    }
    states = {entry.item.name: entry.id for entry in source.states}
    return Contents(
        meta=meta,
        topics=[entry.item for entry in source.topics],
        articles=_articles(source, targets, steps),
        renamed={old: new for old, new in targets.renamed.items() if old not in targets.places},
        authorities=[_authority(entry, states) for entry in source.authorities],
        services=[
            BuiltService(entry.id, str(entry.data["coverage"]), str(entry.data["kind"]), _json(entry.data))
            for entry in source.services
        ],
        states=[BuiltState(StateRow(entry.id, entry.item.name), _json(entry.data)) for entry in source.states],
        synonyms=source.synonyms,
        clinic=_clinic(source),
    )


def _clinic(source: Source) -> BuiltClinic | None:
    if source.clinic is None:
        return None
    return BuiltClinic(json.dumps(clinic_to_data(source.clinic.clinic), ensure_ascii=False), source.clinic.logo)


def _articles(source: Source, targets: Targets, steps: _Steps) -> Iterator[BuiltArticle]:
    renderer = Renderer(targets)
    topics = {entry.id: entry.item.title for entry in source.topics}
    for article in source.articles:
        yield _article(article, topics[article.topic], source, targets, renderer)
        steps.take()


def _article(
    article: ArticleSource, topic_title: str, source: Source, targets: Targets, renderer: Renderer
) -> BuiltArticle:
    summary = renderer.line(article.summary, article.id)
    lead = renderer.body(article.lead.text, article.id)
    sections = list(_written_sections(article, targets, renderer))
    spoken = sum(len(text.split()) for text in (summary.text, lead.text, *(one.section.text for one in sections)))
    if article.generated:
        sections.extend(_state_sections(article.generated.kind, article.id, source, targets))
    return BuiltArticle(
        article=Article(
            id=article.id,
            topic=article.topic,
            topic_title=topic_title,
            title=article.title,
            summary_html=summary.html,
            summary=summary.text,
            lead_html=lead.html,
            reviewed=article.reviewed.isoformat(),
            applies_to=article.applies_to,
            # Nobody reads the sections of all states: they are not counted.
            minutes=max(1, round(spoken / WORDS_A_MINUTE)),
            sections=tuple(one.section for one in sections),
            related=tuple(Link(one, targets.places[one]) for one in article.related if one in targets.places),
        ),
        lead=lead.text,
        sections=tuple(sections),
    )


def _written_sections(article: ArticleSource, targets: Targets, renderer: Renderer) -> Iterator[BuiltSection]:
    for section in article.sections:
        body = renderer.body(section.body.text, article.id)
        identity = f"{article.id}/{section.id}"
        cited: dict[str, list[str]] = {}
        for placed in references(section.body.text, section.body.line):
            reference = placed.reference
            if reference and reference.kind == "authority" and targets.anchor(reference):
                cited.setdefault(reference.id, []).append(reference.pin)
        yield BuiltSection(
            Section(identity, article.id, section.heading, body.html, body.text),
            section.asked_as,
            tuple(CitedAuthority(one, joined_pinpoints(targets.authorities[one], pins)) for one, pins in cited.items()),
        )


def _state_sections(kind: str, article: str, source: Source, targets: Targets) -> Iterator[BuiltSection]:
    for entry in sorted(source.states, key=lambda entry: entry.item.name):
        written = write_section(kind, entry.item, targets)
        yield BuiltSection(
            Section(f"{article}/{written.id}", article, written.heading, written.body.html, written.body.text),
            written.asked_as,
            tuple(CitedAuthority(authority, "") for authority in written.authorities),
        )


def _authority(entry: Entry[Authority], states: dict[str, str]) -> BuiltAuthority:
    authority = entry.item
    cite = to_text(full(authority))
    if isinstance(authority, Case):
        cite = to_text(full(authority)[1:]).removeprefix(", ")
        name, place, year = authority.caption, authority.court_name, authority.year
        state = _state_of_court(authority.court_name, states)
    else:
        name, place, year = authority.title, authority.jurisdiction, authority.year_seen
        if not isinstance(authority, Statute | Constitution):
            cite = authority.publisher  # its full citation would say the title once more
        state = states.get(authority.jurisdiction, "")
    row = AuthorityRow(authority.id, kind_of(authority), curly(name), curly(cite), place, year)
    return BuiltAuthority(row, state, _json(entry.data), tuple(cite_keys(authority)))


def _state_of_court(court: str, states: dict[str, str]) -> str:
    """Return the state whose court it is; federal courts belong to none, wherever they sit."""
    if "United States" in court:
        return ""
    named = [name for name in states if name in court]
    return states[max(named, key=len)] if named else ""


def _json(data: Mapping) -> str:
    return json.dumps(data, ensure_ascii=False, default=str)
