"""Weigh what was found of a section into one score, and say whether the guide has an answer at all.

The weights were fitted to questions with known answers: each line of the guide's own `asked_as` in turn taken out of
the index and asked, and the first two thirds of `tests/library/questions.yaml`. Small changes of them change little.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guide_app.library.matching import Match, recall
from guide_app.library.snippet import NO_TEXT, Passage, Snippet, found_in, snippet
from guide_app.library.terms import Term

BEST_LINE = 0.15
SECOND_LINE = 0.16
HEADING = 0.08
TITLE = 0.14
WHOLE = 0.30
PASSAGE = 0.10
BM25 = 0.06
ARTICLE = 0.07
EXACT = 0.5
CITED = 0.15
STATE_PAGE = 0.10
URGENT = 0.8
REFERENCE = -0.22
AGAIN = -0.06
"""What each part of a match adds.

AGAIN is taken off for every better section of the same article, so that one article does not fill the first places.
REFERENCE is the glossary's: a definition comes after an answer unless the meaning of a word is what was asked for.
"""

REFERENCE_ARTICLES = frozenset(("glossary",))


@dataclass(slots=True)
class Ranked:
    """A section with its score. `piece` is read in the second step; `found` is how well it answers to each term."""

    match: Match
    score: float
    found: list[float]
    piece: Snippet = NO_TEXT


def rank_lines(
    matches: Sequence[Match],
    bm25: dict[int, float],
    favoured: dict[int, float],
    terms: Sequence[Term],
    total: float,
    asks_for_meaning: bool,
) -> list[Ranked]:
    """Score sections by their lines, best first. `favoured` adds to the score of a position."""
    reference = 0.0 if asks_for_meaning else REFERENCE
    articles: dict[str, list[float]] = {}
    for each in matches:
        known = articles.setdefault(each.entry.article, each.found)
        articles[each.entry.article] = [max(pair) for pair in zip(known, each.found, strict=True)]
    ranked = []
    for each in matches:
        entry = each.entry
        score = (
            BEST_LINE * each.best
            + SECOND_LINE * each.second
            + HEADING * each.heading
            + TITLE * each.title
            + EXACT * each.exact
            + BM25 * bm25.get(entry.position, 0.0)
            + ARTICLE * recall(articles[entry.article], terms, total)
            + favoured.get(entry.position, 0.0)
            + (reference if entry.article in REFERENCE_ARTICLES else 0.0)
        )
        ranked.append(Ranked(each, score, each.found))
    ranked.sort(key=_order)
    return ranked


def add_text(
    ranked: Iterable[Ranked], passages: dict[int, Passage], terms: Sequence[Term], total: float
) -> list[Ranked]:
    """Add what the text of the sections has to their scores; return them best first, one article not all in a row."""
    whole = list(ranked)
    for each in whole:
        passage = passages[each.match.entry.position]
        each.piece = snippet(passage, terms)
        each.found = [max(pair) for pair in zip(each.found, found_in(passage, terms), strict=True)]
        each.score += WHOLE * recall(each.found, terms, total) + PASSAGE * min(1.0, each.piece.weight / total)
    whole.sort(key=_order)
    better: dict[str, int] = {}
    for each in whole:
        count = better.get(each.match.entry.article, 0)
        better[each.match.entry.article] = count + 1
        each.score += AGAIN * min(count, 4)
    whole.sort(key=_order)
    return whole


def _order(ranked: Ranked) -> tuple[float, int]:
    return -round(ranked.score, 4), ranked.match.entry.position
