"""Read content folders as typed data. Nothing here is checked against anything else: that is what `check` does."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from guide_app.citations.model import Authority
from guide_app.content.article_reader import ArticleSource, read_article
from guide_app.content.clinic import ClinicContent, ClinicFile, clinic_of, read_clinic
from guide_app.content.files import read_text, shown, text_files
from guide_app.content.findings import Findings
from guide_app.content.legal_data import (
    Entry,
    ServiceLine,
    read_authorities,
    read_services,
    read_states,
    read_synonyms,
    read_topics,
)
from guide_app.library.model import Topic
from guide_app.places.clinic import with_clinic_notes
from guide_app.places.services import EMERGENCY
from guide_app.places.state import StateEntry

Item = TypeVar("Item", bound="ArticleSource | Entry[Any]")


_CONTENT = frozenset({"articles", "authorities", "clinic.yaml", "services", "states"})
"""What a content folder holds; docs/content-format.md says which of it is needed for what."""


class NoFolder(Exception):  # noqa: N818 - it says what happened
    """There is no content folder at that place; the message is one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What one content folder holds, or several together.

    `clinic_files` are the clinics' files as they are written; `clinic` is what they mean, once folders are joined.
    """

    topics: tuple[Entry[Topic], ...]
    articles: tuple[ArticleSource, ...]
    authorities: tuple[Entry[Authority], ...]
    services: tuple[Entry[ServiceLine], ...]
    states: tuple[Entry[StateEntry], ...]
    synonyms: tuple[tuple[str, str], ...]
    clinic_files: tuple[ClinicFile, ...] = ()
    clinic: ClinicContent | None = None


def published_file(folder: Path, language: str) -> Path:
    """Return where a folder keeps the list of the section ids that readers may have bookmarked."""
    return folder / "articles" / language / "published-ids.txt"


def read_published(folder: Path, language: str, findings: Findings) -> dict[str, int] | None:
    """Read that list, as ids with their lines; None when the folder has none that can be read."""
    path = published_file(folder, language)
    text = read_text(folder, path, findings) if path.exists() else None
    if text is None:
        return None
    rows = ((row.strip(), number) for number, row in enumerate(text.split("\n"), 1))
    return {row: number for row, number in rows if row and not row.startswith("#")}


def is_guide(folder: Path, guide: Path, language: str) -> bool:
    """Tell whether a folder is a guide by itself, as another version of the guide is, or is to stand beside the guide.

    Beside it a topic cannot be named again, so a folder that has a topic of the guide's is one by itself.
    """
    if folder.resolve() == guide.resolve():
        return True
    own, known = ({entry.id for entry in read_topics(one, language, Findings())} for one in (folder, guide))
    return bool(own & known)


def article_count(folder: Path, language: str) -> int:
    """Return how many articles a folder may hold, without reading one; 0 for a folder that cannot be read."""
    try:
        return sum(name.endswith(".md") for name in os.listdir(folder / "articles" / language))  # noqa: PTH208
    except OSError:
        return 0


def no_step() -> None:
    """Count nothing."""


def read_folder(folder: Path, language: str, findings: Findings, step: Callable[[], None] = no_step) -> Source:
    """Read a content folder, calling `step` after each article.

    Raises NoFolder when there is none; all that is wrong inside it becomes findings.
    """
    try:
        if not folder.is_dir():
            raise NoFolder(f"There is no content folder {shown(folder)}.")
        # A folder that may not be listed cannot be told from an empty one later on.
        names = {path.name for path in folder.iterdir()}
    except OSError as error:
        raise NoFolder(f"The content folder {shown(folder)} cannot be read.") from error
    if not names & _CONTENT:
        findings.add(shown(folder), 0, "the folder holds no content", f"name the folder above articles/{language}")
    elif "articles" in names and not (folder / "articles" / language).is_dir():
        what = f"there are no articles in the language “{language}”"
        findings.add(shown(folder / "articles"), 0, what, "name one of the folders below it with --language")
    topics = read_topics(folder, language, findings)
    articles = []
    for file, text in text_files(folder, f"articles/{language}", ".md", findings):
        articles.append(read_article(file, text, findings))
        step()
    clinic = read_clinic(folder, findings)
    return Source(
        topics=topics,
        articles=tuple(article for article in articles if article is not None),
        authorities=read_authorities(folder, findings),
        services=read_services(folder, findings),
        states=read_states(folder, findings),
        synonyms=read_synonyms(folder, language, findings),
        clinic_files=(clinic,) if clinic else (),
    )


def join(sources: Sequence[Source], findings: Findings) -> Source:
    """Join folders into one guide. An id that stands twice keeps its first meaning; the second is a finding.

    Articles come in the order of their topics, then by `order`; one whose topic does not exist is left out.
    """
    topics = _once([entry for source in sources for entry in source.topics], "topic", findings)
    order = {entry.id: position for position, entry in enumerate(topics)}
    states = _once([entry for source in sources for entry in source.states], "state", findings)
    articles = []
    for article in _once([article for source in sources for article in source.articles], "article", findings):
        if article.topic in order:
            articles.append(_without_state_ids(article, states, findings))
        else:
            line = article.lines["topic"]
            hint = findings.nearest(article.topic, order)
            what = f"there is no topic “{article.topic}”{hint}, so the article is left out"
            findings.add(article.file, line, what, "use an id of topics.yaml", unusable=True)
    services = _once([entry for source in sources for entry in source.services], "service", findings)
    clinic_files = tuple(file for source in sources for file in source.clinic_files)
    known = [entry.id for entry in services]
    kept = [entry.id for entry in services if EMERGENCY in (entry.data.get("issues") or ())]
    clinic = clinic_of(clinic_files, known, kept, findings)
    if clinic is not None:
        states = tuple(replace(entry, item=with_clinic_notes(entry.item, clinic.clinic)) for entry in states)
    return Source(
        topics=topics,
        articles=tuple(sorted(articles, key=lambda article: (order[article.topic], article.order, article.id))),
        authorities=_once([entry for source in sources for entry in source.authorities], "authority", findings),
        services=services,
        states=states,
        synonyms=tuple(pair for source in sources for pair in source.synonyms),
        clinic_files=clinic_files,
        clinic=clinic,
    )


def _without_state_ids(
    article: ArticleSource, states: Sequence[Entry[StateEntry]], findings: Findings
) -> ArticleSource:
    """Leave out the sections whose ids are those of the sections that are written for each state."""
    if not article.generated:
        return article
    taken = {entry.item.slug for entry in states}
    for section in article.sections:
        if section.id in taken:
            what = f"the section id “{section.id}” is that of a state's section, so the section is left out"
            findings.add(article.file, section.line, what, "give it an id of its own", unusable=True)
    return replace(article, sections=tuple(section for section in article.sections if section.id not in taken))


def _once(items: Sequence[Item], kind: str, findings: Findings) -> tuple[Item, ...]:
    """Keep the first item of each id."""
    kept: dict[str, Item] = {}
    for item in items:
        if item.id in kept:
            line = item.lines["id"] if isinstance(item, ArticleSource) else item.line
            what = f"the {kind} “{item.id}” stands twice (also in {kept[item.id].file}); this one is left out"
            findings.add(item.file, line, what, "give it an id of its own", unusable=True)
        else:
            kept[item.id] = item
    return tuple(kept.values())
