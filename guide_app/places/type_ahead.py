"""Suggestions from the first letter: find phrases by what has been typed so far, with everyday misspellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")

_SMALL = """a an the i me my we our you your he she his her they it is am are was were be been do did to for of in on
at by with and or from need want find get help please who what where when how can not never no didnt dont doesnt wont"""
_SMALL_WORDS = frozenset(_SMALL.split())
"""Words of a sentence that say nothing about what is meant."""

NO_MATCH = 100.0
_SENTENCE = 60.0
_MISSPELT = 20.0


def words(text: str) -> tuple[str, ...]:
    """Split a text into small letters and digits without accents ("Cañón, D.C." becomes "canon", "d", "c")."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    # an apostrophe does not divide: "sheriff's", "didn't"
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign) and sign not in "'’")
    return tuple(_WORD.findall(plain))


def closeness(typed: Sequence[str], phrases: Iterable[Sequence[str]]) -> float:
    """Say how well what was typed fits the best of some phrases: 0 is best, NO_MATCH none.

    All typed words must begin a word of the phrase; the first phrases count a little more. Where they do not, misspelt
    words are tried; then, for a whole sentence, the words that carry meaning.
    """
    return min((_closeness(typed, phrase) + place / 1000 for place, phrase in enumerate(phrases)), default=NO_MATCH)


def good_enough(found: Sequence[float]) -> float:
    """Return the limit below which the closeness of a suggestion is of interest.

    A misspelt word, or a whole sentence, counts only where nothing fits better.
    """
    return min(found, default=NO_MATCH) + _MISSPELT / 2


def _closeness(typed: Sequence[str], phrase: Sequence[str]) -> float:
    if " ".join(phrase).startswith(" ".join(typed)):
        return 0.0 if len(typed) == len(phrase) and typed[-1] == phrase[-1] else 1.0
    if all(any(word.startswith(part) for word in phrase) for part in typed):
        return 2.0
    meant = [part for part in typed if part not in _SMALL_WORDS]
    mistakes = [_mistakes(part, phrase) for part in meant]
    if meant and all(number is not None for number in mistakes):
        return _MISSPELT + sum(number for number in mistakes if number is not None)
    if len(meant) < 2:
        return NO_MATCH
    # a sentence: the words of the phrase that carry meaning must all have been typed
    wanted = [word for word in phrase if word not in _SMALL_WORDS]
    missing = [word for word in wanted if not any(_means(part, word) for part in meant)]
    return NO_MATCH if not wanted or missing else _SENTENCE - len(wanted)


def forget_typed() -> None:
    """Forget the words that were typed: their spelling is kept while somebody types on."""
    _wrong.cache_clear()


def _means(part: str, word: str) -> bool:
    """Say whether a word of a sentence is that of a phrase, or its beginning ("beat" and "beats")."""
    return part == word or (len(part) > 3 and word.startswith(part))


def _mistakes(part: str, phrase: Sequence[str]) -> int | None:
    """Return the fewest wrong letters with which a typed word begins a word of the phrase, or None for too many."""
    wrong = [number for word in phrase if (number := _wrong(part, word)) is not None]
    return min(wrong, default=None)


@lru_cache(maxsize=8192)
def _wrong(part: str, word: str) -> int | None:
    """Return how many letters differ between a typed word and the beginning of `word`, or None for too many.

    A letter is added, left out, changed, or swapped with its neighbour. Short words allow no mistake: too much is near.
    """
    if word.startswith(part):
        return 0
    allowed = 0 if len(part) < 4 else 1 if len(part) < 7 else 2
    if not allowed or part[0] not in word[:2]:
        return None
    rows = [list(range(len(word) + 1))]
    for at, letter in enumerate(part, 1):
        row = [at]
        for column, other in enumerate(word, 1):
            cost = min(rows[-1][column] + 1, row[-1] + 1, rows[-1][column - 1] + (letter != other))
            if at > 1 and column > 1 and letter == word[column - 2] and part[at - 2] == other:
                cost = min(cost, rows[-2][column - 2] + 1)
            row.append(cost)
        rows.append(row)
    # the word may go on after what has been typed so far
    distance = min(rows[-1][max(0, len(part) - allowed) :], default=allowed + 1)
    return distance if distance <= allowed else None
