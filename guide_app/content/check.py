"""Check a content folder against docs/content-format.md."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from guide_app.content.check_text import TextCounts, check_article, check_related
from guide_app.content.files import shown
from guide_app.content.findings import Counts, Findings, Report
from guide_app.content.markdown import Renderer
from guide_app.content.richtext import subset_faults
from guide_app.content.source import Source, join, no_step, published_file, read_folder, read_published
from guide_app.content.state_sections import write_section
from guide_app.content.targets import Targets, targets_of

GLOSSARY = "glossary"
"""The article whose sections are terms; each of them is linked from where it is used."""


def check(
    folder: Path, *, language: str = "en", beside: Sequence[Path] = (), today: datetime.date | None = None
) -> Report:
    """Check a content folder. `beside` are folders that it stands beside (a clinic's stands beside the shipped guide).

    Ids of `beside` may be referred to, and may not be used again; what is wrong there is not reported. Raises NoFolder.
    """
    findings = Findings()
    known = join([read_folder(other, language, Findings()) for other in beside], Findings()) if beside else None
    own = read_folder(folder, language, findings)
    guide = join([known, own] if known else [own], findings)
    targets = targets_of(guide)
    counts = check_guide(own, guide, targets, findings, today=today, extended=bool(beside))
    _check_published(folder, language, own, targets, findings)
    _check_html(own, guide, targets, findings)
    return Report(findings.sorted(), counts)


def check_guide(
    own: Source,
    guide: Source,
    targets: Targets,
    findings: Findings,
    *,
    today: datetime.date | None = None,
    extended: bool = False,
    step: Callable[[], None] = no_step,
) -> Counts:
    """Check the texts of `own`, which is the whole `guide` or a part of it, and count what it holds.

    `extended` says that the guide is one with a clinic's folder beside it: a clinic cannot write links to its own
    articles into the guide's. `step` is called after each article.
    """
    today = today or datetime.date.today()
    files = {article.file for article in own.articles}
    articles = [article for article in guide.articles if article.file in files]
    seen = TextCounts()
    sections = 0
    for article in articles:
        check_article(article, targets, seen, findings)
        if article.reviewed > today:
            findings.add(article.file, article.lines["reviewed"], "the reviewed date is in the future", "mend the date")
        check_related(article, targets, findings)
        seen.linked.update((article.id, place) for place in article.related)
        for section in article.sections:
            if not section.asked_as:
                what = f"the section “{section.id}” has no asked_as"
                findings.add(article.file, section.line, what, "write how people ask for it, in the head")
        step()
        sections += len(article.sections)
        sections += len(guide.states) if article.generated else 0
    _check_generated(own, findings)
    _check_renamed(own, targets, findings)
    if not extended and len(guide.articles) > 1:
        _check_orphans(own, seen, findings)
    _check_states(own, targets, seen, findings)
    ids = {entry.id for entry in own.authorities}
    return Counts(
        articles=len(articles),
        sections=sections,
        words=seen.words,
        citations=seen.citations,
        cited=len(ids & seen.cited),
        uncited=len(ids - seen.cited),
    )


def _check_generated(own: Source, findings: Findings) -> None:
    placed: dict[str, str] = {}
    for article in own.articles:
        if article.generated:
            kind, line = article.generated.kind, article.generated.line
            first = placed.setdefault(kind, article.file)
            if first != article.file:
                findings.add(article.file, line, f"[[states: {kind}]] stands also in {first}", "keep it in one article")


def _check_renamed(own: Source, targets: Targets, findings: Findings) -> None:
    taken: dict[str, str] = {}
    for article in own.articles:
        for section in article.sections:
            new = f"{article.id}/{section.id}"
            for old in section.renamed_from:
                if old in targets.places:
                    what = f"“{old}” under renamed_from is still there"
                    findings.add(article.file, section.line, what, "delete it from renamed_from")
                if taken.setdefault(old, new) != new:
                    what = f"“{old}” is renamed twice, to “{taken[old]}” and to “{new}”"
                    findings.add(article.file, section.line, what, "keep one")


def _check_orphans(own: Source, seen: TextCounts, findings: Findings) -> None:
    """Find articles and glossary terms to which nothing leads but the topic tree."""
    articles = {place.partition("/")[0] for source, place in seen.linked if place.partition("/")[0] != source}
    terms = {place for source, place in seen.linked if source != GLOSSARY}
    for article in own.articles:
        if article.id not in articles:
            what = "no other article leads to this one"
            findings.add(article.file, article.lines["id"], what, "link to it, or name it under related")
        if article.id == GLOSSARY:
            for section in article.sections:
                if f"{GLOSSARY}/{section.id}" not in terms:
                    what = f"no article links to the term “{section.id}”"
                    findings.add(article.file, section.line, what, "link to it where the term is used, or delete it")


def _check_states(own: Source, targets: Targets, seen: TextCounts, findings: Findings) -> None:
    for entry in own.states:
        for field, authorities in entry.item.authorities.items():
            seen.cited.update(authorities)
            for authority in authorities:
                if authority not in targets.authorities:
                    hint = findings.nearest(authority, targets.authorities)
                    what = f"{entry.id}: there is no authority “{authority}”{hint}"
                    line = entry.data["authorities"].line_of(field)
                    findings.add(entry.file, line, what, "use an id of authorities/")


def _check_published(folder: Path, language: str, own: Source, targets: Targets, findings: Findings) -> None:
    """Hold the section ids against the list of those that readers may have bookmarked."""
    published = read_published(folder, language, findings)
    if published is None:
        return
    file = shown(published_file(folder, language))
    for identity, line in published.items():
        if identity not in targets.places and identity not in targets.renamed:
            what = f"the published section “{identity}” is gone"
            mend = "bring it back, or write its id under renamed_from of the section that takes its place"
            findings.add(file, line, what, mend)
    for identity in section_ids(own):
        if identity not in published:
            mend = f"run python -m guide_app.content.published {shown(folder)}"
            findings.add(file, 0, f"the section “{identity}” is not in the list", mend)


def section_ids(source: Source) -> list[str]:
    """Return the full ids of all sections of a folder, those of the states included, in order of the alphabet."""
    ids = [f"{article.id}/{section.id}" for article in source.articles for section in article.sections]
    for article in source.articles:
        if article.generated:
            ids += [f"{article.id}/{entry.item.slug}" for entry in source.states]
    return sorted(ids)


def _check_html(own: Source, guide: Source, targets: Targets, findings: Findings) -> None:
    """Render everything and hold it against Qt's subset of HTML: a fault here is one that no other check knows."""
    renderer = Renderer(targets)
    mend = "write it in a simpler way, and report this"
    for article in own.articles:
        texts = [(1, renderer.line(article.summary, article.id)), (1, renderer.body(article.lead.text, article.id))]
        texts += [(section.line, renderer.body(section.body.text, article.id)) for section in article.sections]
        if article.generated:
            kind, line = article.generated.kind, article.generated.line
            texts += [(line, write_section(kind, entry.item, targets).body) for entry in guide.states]
        for line, rich in texts:
            for fault in subset_faults(rich.html):
                findings.add(article.file, line, f"the window cannot show this text ({fault})", mend)
