"""Mend misspelt words with the words of the guide itself.

A word is compared by its Damerau distance (optimal string alignment: a letter added, left out, changed, or two
neighbours swapped). Only words of about the same length that share one of their first letters are compared at all.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_CANDIDATES = """SELECT word, sections FROM vocabulary WHERE length(word) BETWEEN ?1 AND ?2
    AND (substr(word, 1, 1) IN (?3, ?4) OR substr(word, 2, 1) IN (?3, ?4))"""
SHORT = 4
"""Letters of the shortest words that are mended, and these only when they sound alike or have the same letters."""
LONG = 9
"""Letters of a word in which two may be wrong that change its sound."""
_VOWELS = frozenset("aeiouy")
_SOFTENING = frozenset("eiy")
"""What makes an s of a c: "polise" sounds like "police"."""
_SOUNDS = {"c": "k", "q": "k", "z": "s"}


@dataclass(frozen=True, slots=True)
class Mend:
    """A word of the guide that a misspelt one most likely means, and the number of letters that differ."""

    word: str
    distance: int


def forget_words() -> None:
    """Forget the words that were compared; some of them were typed by a reader."""
    _letters.cache_clear()
    _skeleton.cache_clear()


class Speller:
    """The words of one guide."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.sections = lru_cache(maxsize=4096)(self._sections)
        self.sections_beginning = lru_cache(maxsize=4096)(self._sections_beginning)
        self.mend = lru_cache(maxsize=1024)(self._mend)
        self.likelier = lru_cache(maxsize=1024)(self._likelier)

    def _sections(self, word: str) -> int:
        """Return in how many sections a folded word stands, 0 when the guide does not have it."""
        row = self._connection.execute("SELECT sections FROM vocabulary WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 0

    def _sections_beginning(self, start: str) -> int:
        """Return in how many sections words that begin with `start` stand, a section counted once for each of them."""
        query = "SELECT coalesce(sum(sections), 0) FROM vocabulary WHERE word >= ? AND word < ?"
        return int(self._connection.execute(query, (start, start + "\U0010ffff")).fetchone()[0])

    def _likelier(self, word: str) -> Mend | None:
        """Return the spelling of `word` that the guide's own text uses, when only `asked_as` has it as it is typed."""
        if len(word) < 5 or not word.isalpha():
            return None
        query = "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1"
        if self._connection.execute(query, (f'{{title heading text}} : "{word}"',)).fetchone() is not None:
            return None
        mend = self._mend(word, self._sections(word) + 1)
        return mend if mend is not None and _skeleton(mend.word) == _skeleton(word) else None

    def _mend(self, word: str, at_least: int = 1) -> Mend | None:
        """Return the word of the guide that `word` most likely means, or None.

        Only words that stand in `at_least` sections come into question. The nearest wins; then the one with the same
        consonants (people mishear vowels and double letters), then the same first letter, then the more frequent one.
        """
        allowed = allowed_distance(word)
        if not allowed or not word.isalpha():
            return None
        limits = (len(word) - allowed, len(word) + allowed, word[0], word[1])
        letters = _letters(word)
        skeleton = _skeleton(word)
        best: tuple[float, bool, int, str] | None = None
        mend = None
        for candidate, sections in self._connection.execute(_CANDIDATES, limits):
            if sections < at_least or candidate == word or not candidate.isalpha():
                continue
            # each letter that only one of them has takes at least one change
            other = _letters(candidate)
            if (letters & ~other).bit_count() > allowed or (other & ~letters).bit_count() > allowed:
                continue
            distance = damerau(word, candidate, allowed)
            if distance > allowed:
                continue
            sounds_alike = _skeleton(candidate) == skeleton
            if len(word) == SHORT and not sounds_alike and letters != other:
                continue  # "weed" is not a misspelt "week", but "hlep" is "help"
            if candidate[0] != word[0] and len(candidate) == len(word) and letters != other:
                continue  # hardly anyone gets the first letter wrong: "detention" is not "retention"
            if distance == 2 and len(word) < LONG and not sounds_alike:
                continue  # "surgery" is not a misspelt "survey", but "sherrif" is "sheriff"
            key = (distance - 0.75 * sounds_alike, candidate[0] != word[0], -sections, candidate)
            if best is None or key < best:
                best, mend = key, Mend(candidate, distance)
        return mend


def allowed_distance(word: str) -> int:
    """Return how many letters of a word may be wrong: none of a short one, where almost anything is near."""
    if len(word) < SHORT:
        return 0
    return 1 if len(word) < 7 else 2


def damerau(one: str, two: str, limit: int) -> int:
    """Return the optimal string alignment distance of two words, or `limit` + 1 when it is larger than `limit`."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before_last: list[int] = []
    last = list(range(len(two) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, other in enumerate(two, 1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == two[column - 2] and one[row - 2] == other:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before_last, last = last, current
    return last[-1]


@lru_cache(maxsize=16384)
def _letters(word: str) -> int:
    """Return the set of letters of a word as a bit mask."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) % 61)
    return mask


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """Return the first letter and the consonants of a word by their sound, doubled ones once: roughly how it sounds."""
    kept = ""
    for letter, following in pairwise(f"{word} "):
        sound = "s" if letter == "c" and following in _SOFTENING else _SOUNDS.get(letter, letter)
        if not kept or (sound not in _VOWELS and sound != kept[-1]):
            kept += sound
    return kept
