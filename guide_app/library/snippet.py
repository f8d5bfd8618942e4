"""Show the part of an answer in which the words of a question stand, as plain text with marks."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from guide_app.library.porter import stem
from guide_app.library.terms import LONGER_WORD, TYPED_START, Term
from guide_app.library.text import fold, normalise

SNIPPET_LENGTH = 170
"""Letters of a snippet: two lines of the result list."""

LIST_MARK = "· "
"""What stands for the beginning of a list's item, once all is on one line."""

_ITEM = re.compile(r"^- ", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = (".", "?", "!", ":")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a section on one line, and its words.

    `starts` and `ends` are the offsets of each word; `at` has the numbers of the words that read the same when folded,
    `kin` the folded words that share a stem.
    """

    text: str
    starts: array[int]
    ends: array[int]
    at: dict[str, array[int]]
    kin: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text, the (start, end) offsets of the marked words in it, and the weight of the terms in it."""

    text: str
    marks: tuple[tuple[int, int], ...]
    weight: float


NO_TEXT = Snippet("", (), 0.0)
"""The snippet of a section of which nothing was read yet."""


def read_passage(text: str) -> Passage:
    """Split a text into its words once, for all snippets of it."""
    text = " ".join(_ITEM.sub(LIST_MARK, text).split())
    starts, ends = array("L"), array("L")
    at: dict[str, array[int]] = {}
    for number, each in enumerate(_WORD.finditer(text)):
        starts.append(each.start())
        ends.append(each.end())
        at.setdefault(fold(normalise(each[0])), array("L")).append(number)
    kin: dict[str, tuple[str, ...]] = {}
    for word in at:
        word_stem = stem(word)
        kin[word_stem] = (*kin.get(word_stem, ()), word)
    return Passage(text, starts, ends, at, kin)


def found_in(passage: Passage, terms: Sequence[Term]) -> list[float]:
    """Return, for each term, how well a passage answers to it."""
    found = []
    for term in terms:
        best = max((term.forms[each] for each in term.forms.keys() & passage.kin.keys()), default=0.0)
        begun = (LONGER_WORD if term.forms else TYPED_START) if term.start else 0.0
        if begun > best and any(word.startswith(term.start) for word in passage.at):
            best = begun
        for stems, strength in term.alternatives:
            if strength > best and stems <= passage.kin.keys():
                best = strength
        found.append(best)
    return found


def snippet(passage: Passage, terms: Sequence[Term]) -> Snippet:
    """Return the piece of a passage in which most of the weight of the terms stands, or its beginning."""
    hits = _hits(passage, terms)
    at, weight = _densest(passage, hits, terms) if hits else (0, 0.0)
    start = _begin(passage.text, at)
    if passage.text.startswith(LIST_MARK, start):
        start += len(LIST_MARK)
    end = _stop(passage.text, start + SNIPPET_LENGTH)
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(passage.text) else ""
    shift = len(before) - start
    spans = ((passage.starts[number], passage.ends[number]) for number, _ in hits)
    marks = tuple((first + shift, last + shift) for first, last in spans if start <= first and last <= end)
    return Snippet(before + passage.text[start:end] + after, marks, weight)


_Hit = tuple[int, set[int]]
_NEAR = 3
"""Words apart at which those of "law enforcement" still belong together; a "law" alone was not what was asked."""


def _hits(passage: Passage, terms: Sequence[Term]) -> list[_Hit]:
    """Return the numbers of the words that answer to terms, in order, with the numbers of these terms."""
    hits: dict[int, set[int]] = {}
    # "right" of "right now" is no hit where "door" is asked for as well
    all_weak = all(term.weak for term in terms)
    for index, term in enumerate(terms):
        if term.weak and not all_weak:
            continue
        words = {word for each in term.forms for word in passage.kin.get(each, ())}
        if term.start:
            words.update(word for word in passage.at if word.startswith(term.start))
        for together, _ in term.alternatives:
            if together <= passage.kin.keys() and _side_by_side(passage, together):
                words.update(word for each in together for word in passage.kin[each])
        for word in words:
            for number in passage.at[word]:
                hits.setdefault(number, set()).add(index)
    return sorted(hits.items())


def _side_by_side(passage: Passage, stems: frozenset[str]) -> bool:
    """Say whether the words of several stems anywhere stand near each other."""
    first, *others = [[number for word in passage.kin[each] for number in passage.at[word]] for each in stems]
    return any(all(any(abs(other - one) <= _NEAR for other in each) for each in others) for one in first)


def _densest(passage: Passage, hits: Sequence[_Hit], terms: Sequence[Term]) -> tuple[int, float]:
    """Return where the piece with the most telling hits begins, and the weight of the terms in it."""
    best_at, best = 0, -1.0
    for first, (number, indexes) in enumerate(hits):
        last = passage.starts[number] + SNIPPET_LENGTH - 20
        reached = set(indexes)
        repeated = 0
        for other, more in hits[first + 1 : first + 24]:
            if passage.ends[other] > last:
                break
            repeated += 1
            reached |= more
        weight = sum(terms[index].weight for index in reached) + 0.001 * repeated
        if weight > best:
            best_at, best = passage.starts[number], weight
    return best_at, best


def _begin(text: str, at: int) -> int:
    """Return the start of the sentence that `at` stands in, or of a word a little before `at` when that is far away."""
    sentence = max((text.rfind(mark + " ", 0, at) + 2 for mark in _SENTENCE_END), default=0)
    if sentence == 1:
        sentence = 0
    if at - sentence <= 60:
        return sentence
    return text.rfind(" ", 0, at - 40) + 1


def _stop(text: str, at: int) -> int:
    """Return the end of the last whole word before `at`."""
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at + 1)
    return space if space > at - 40 else at
