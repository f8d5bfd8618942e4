"""Compare a question with the short lines of a section: its title, its heading, and the ways in which it is asked.

FTS5's bm25 knows how often a word stands in a section. It does not know that one line of `asked_as` is almost the
question itself; this does. A line answers to a question as far as it holds the question's weight (recall) and little
besides (precision).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from guide_app.library.porter import stem
from guide_app.library.terms import LONGER_WORD, SAME, TYPED_START, Term
from guide_app.library.text import fold, words

RECALL = 0.6
"""How much of a line's score is recall; the rest is precision."""
IN_A_ROW = 0.08
"""What each pair of typed words that also stand together in a line adds to its score."""
EXACT_LINES = (1.0, 0.9, 0.8)
"""What it is worth that the title, the heading or another line is the question, letter for letter."""
OTHER_LETTER = 0.7
"""What is left of a match when only one of the two words has ñ: another letter in Spanish, the same in the index."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as its telling stems, in order, with the weight of each, and the line itself as one normalised string."""

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    weight: float
    exact: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What of a section is compared with a question. `lines` are the title, the heading, and the ways it is asked."""

    position: int
    section: str
    article: str
    title: str
    heading: str
    lines: tuple[Line, ...]
    stems: frozenset[str]
    words: tuple[str, ...]
    with_tilde: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """How a section answers to a question; all parts are between 0 and 1 (a little more for words in a row).

    `heading` is the heading's score, `best` and `second` those of the two best of all lines but the title, `title`
    the recall of the title; `exact` is above 0 when a line is the question, letter for letter; `found` has, for each
    term, how well the lines answer to it.
    """

    entry: Entry
    heading: float
    best: float
    second: float
    title: float
    exact: float
    found: list[float]


class LineReader:
    """Makes entries of the rows of one guide."""

    def __init__(self, stop_words: frozenset[str], weight_of_stem: Callable[[str], float]) -> None:
        self._stop_words = stop_words
        self._weight_of_stem = weight_of_stem

    def entry(self, row: sqlite3.Row | Sequence[str | int]) -> Entry:
        """Read (position, id, article, title, heading, asked_as) of a section."""
        position, section, article, title, heading, asked = row
        texts = [str(title), str(heading), *str(asked).splitlines()]
        whole = [words(text) for text in texts]
        split = [[fold(word) for word in line] for line in whole]
        lines = tuple(self._line(line) for line in whole)
        return Entry(
            position=int(position),
            section=str(section),
            article=str(article),
            title=str(title),
            heading=str(heading),
            lines=lines,
            stems=frozenset(each for line in lines for each in line.stems),
            words=tuple(dict.fromkeys(word for line in split for word in line)),
            with_tilde=frozenset(stem(fold(word)) for line in whole for word in line if "ñ" in word),
        )

    def _line(self, whole: list[str]) -> Line:
        line = [fold(word) for word in whole]
        telling = [word for word in line if word not in self._stop_words] or line
        stems = tuple(stem(word) for word in telling)
        weights = tuple(self._weight_of_stem(each) for each in stems)
        return Line(stems, weights, sum(weights), exact_form(whole))


def exact_form(whole_words: Iterable[str]) -> str:
    """Return normalised words as one string in which only ñ keeps its mark: what must be equal letter for letter."""
    return " ".join(fold(word.replace("ñ", "~")) for word in whole_words)


def match(entry: Entry, terms: Sequence[Term], total: float, asked: str) -> Match:
    """Compare a section's lines with the terms, whose weights add up to `total`; `asked` is its exact form."""
    answers, together = _answers(entry, terms)
    found = [0.0] * len(terms)
    recalls: list[float] = []
    scores: list[float] = []
    exact = 0.0
    for number, line in enumerate(entry.lines):
        if not together and answers.keys().isdisjoint(line.stems):
            recalls.append(0.0)
            scores.append(0.0)
            continue
        here, overlap, run = _compare(line, answers, together, len(terms))
        found = [max(pair) for pair in zip(found, here, strict=True)]
        recalls.append(recall(here, terms, total))
        precision = overlap / line.weight if line.weight else 0.0
        scores.append(recalls[-1] ** RECALL * precision ** (1 - RECALL) * (1 + IN_A_ROW * min(run, 4)))
        if line.exact == asked:
            exact = max(exact, EXACT_LINES[min(number, 2)])
    second, best = sorted([0.0, 0.0, *scores[1:]])[-2:]
    return Match(entry, scores[1], best, second, recalls[0], exact, found)


_Answers = dict[str, list[tuple[int, float]]]
_Together = list[tuple[int, frozenset[str], float]]


def _answers(entry: Entry, terms: Sequence[Term]) -> tuple[_Answers, _Together]:
    """Return which stems of a section answer to which terms, and which do only together."""
    answers: _Answers = {}
    together: _Together = []
    for index, term in enumerate(terms):
        strengths = {each: term.forms[each] for each in term.forms.keys() & entry.stems}
        if term.start:
            for word in entry.words:
                if word.startswith(term.start):
                    strength = SAME if word == term.start else LONGER_WORD if term.forms else TYPED_START
                    word_stem = stem(word)
                    strengths[word_stem] = max(strengths.get(word_stem, 0.0), strength)
        for each, strength in strengths.items():
            other_letter = (each in entry.with_tilde) != term.with_tilde
            answers.setdefault(each, []).append((index, strength * OTHER_LETTER if other_letter else strength))
        together.extend((index, stems, strength) for stems, strength in term.alternatives if stems <= entry.stems)
    return answers, together


def _compare(line: Line, answers: _Answers, together: _Together, count: int) -> tuple[list[float], float, int]:
    """Return how well a line answers to each term, the weight of its words that do, and how many are in a row."""
    found = [0.0] * count
    overlap = 0.0
    run = 0
    before: int | None = None
    used: set[str] = set()
    for word_stem, weight in zip(line.stems, line.weights, strict=True):
        hits = answers.get(word_stem)
        if not hits:
            before = None
            continue
        used.add(word_stem)
        strongest = 0.0
        for index, strength in hits:
            found[index] = max(found[index], strength)
            strongest = max(strongest, strength)
        overlap += weight * strongest
        if before is not None and any(index == before + 1 for index, _ in hits):
            run += 1
        before = hits[0][0]
    for index, stems, strength in together:
        if stems.issubset(line.stems):
            found[index] = max(found[index], strength)
            for each, weight in zip(line.stems, line.weights, strict=True):
                if each in stems and each not in used:
                    used.add(each)
                    overlap += weight * strength
    return found, overlap, run


def recall(found: Iterable[float], terms: Sequence[Term], total: float) -> float:
    """Return which part of the weight of all terms was found."""
    return sum(strength * term.weight for strength, term in zip(found, terms, strict=True)) / total
