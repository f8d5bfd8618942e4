"""The shipped articles as their authors wrote them, section by section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from guide_app.content.article_reader import ArticleSource
from guide_app.content.findings import Findings
from guide_app.content.source import Source, read_folder
from tests.conftest import RESOURCES

CITATION = re.compile(r"\s*\[@[^\]]*\]")


@dataclass(frozen=True)
class Written:
    """One piece of an article: its lead or a section, as Markdown. `id` is the section's full id, or the article's."""

    id: str
    article: str
    heading: str
    text: str
    asked_as: tuple[str, ...]


@lru_cache(maxsize=1)
def source() -> Source:
    return read_folder(RESOURCES, "en", Findings())


def articles() -> tuple[ArticleSource, ...]:
    return source().articles


@lru_cache(maxsize=1)
def written() -> tuple[Written, ...]:
    pieces = []
    for article in articles():
        if article.lead.text.strip():
            pieces.append(Written(article.id, article.id, article.title, article.lead.text, ()))
        for section in article.sections:
            full = f"{article.id}/{section.id}"
            pieces.append(Written(full, article.id, section.heading, section.body.text, section.asked_as))
    return tuple(pieces)


def without_citations(text: str) -> str:
    """Return Markdown without its citations, which hold captions."""
    return CITATION.sub("", text)
