"""The telling words of a question, each with its weight and with everything that would answer to it."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from guide_app.library.porter import stem
from guide_app.library.question import Question
from guide_app.library.right_words import RIGHT_WORDS
from guide_app.library.spelling import Speller
from guide_app.library.stop_words import DEFINING_WORDS, STOP_WORDS, WEAK_WORDS
from guide_app.library.subjects import Nearness, Subjects
from guide_app.library.text import fold

SAME = 1.0
TYPED_START = 0.9
LONGER_WORD = 0.4
LIKELIER = 0.97
MENDED = 0.85
SYNONYM = 0.8
WEAK = 0.4
"""How well a word of the guide answers to a typed one: the word itself, its beginning, a longer word than the whole one
that was typed, a mended spelling, the likelier one of two spellings, a synonym; and how much a weak word counts."""

MOST_TERMS = 16
_LONGEST_SYNONYM = 5


@dataclass(frozen=True, slots=True)
class Lookup:
    """Folded words by which the index is asked (all of them in one section), and in how many sections they may stand.

    `typed` is False for what the reader did not type but means the same.
    """

    words: tuple[str, ...]
    sections: int
    typed: bool


@dataclass(slots=True)
class Term:
    """A telling word of a question.

    `forms` are the stems that answer to it, with how well they do; `alternatives` are several stems that answer only
    together ("protection order"). `lookups` are the same for the index. `start` is the beginning of a word while it is
    being typed, else "", and `begun` the number of sections that may have it. `weight` grows with rarity; `known` is
    False for a word that neither the guide nor its synonyms have.
    """

    word: str
    weight: float
    known: bool = True
    weak: bool = False
    with_tilde: bool = False
    start: str = ""
    begun: int = 0
    forms: dict[str, float] = field(default_factory=dict)
    alternatives: list[tuple[frozenset[str], float]] = field(default_factory=list)
    lookups: list[Lookup] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a question is searched by. `mends` are the misspelt words with the words they were taken for.

    `nearness` says how near it is to the guide's subject, `elsewhere` that it has a word of another.
    """

    terms: tuple[Term, ...]
    mends: dict[str, str]
    nearness: Nearness
    elsewhere: bool


class TermReader:
    """Turns questions into terms, with the vocabulary and the synonyms of one guide."""

    def __init__(self, connection: sqlite3.Connection, language: str, speller: Speller) -> None:
        self._connection = connection
        self._speller = speller
        self.stop_words = STOP_WORDS.get(language, frozenset())
        self.defining_words = DEFINING_WORDS.get(language, frozenset())
        self._weak_words = WEAK_WORDS.get(language, frozenset())
        self._right_words = RIGHT_WORDS.get(language, frozenset())
        row = connection.execute("SELECT count(*) FROM section").fetchone()
        self.total = max(1, int(row[0]))
        self._sections = lru_cache(maxsize=16384)(self._sections_of_stem)
        self._subjects = Subjects(language, self._in_headline)
        self._synonyms: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for word, target in connection.execute("SELECT word, target FROM synonym ORDER BY word, target"):
            key = tuple(stem(fold(part)) for part in word.split())
            telling = self._telling(target)
            if telling:
                self._synonyms.setdefault(key, []).append(telling)
        self._synonym_starts = frozenset(key[0] for key in self._synonyms)

    def _sections_of_stem(self, word_stem: str) -> int:
        row = self._connection.execute("SELECT sections FROM stem WHERE stem = ?", (word_stem,)).fetchone()
        return int(row[0]) if row else 0

    def weight_of_stem(self, word_stem: str) -> float:
        """Return the weight of a stem: the rarer, the heavier."""
        return self._weight(self._sections(word_stem))

    def _weight(self, sections: int) -> float:
        return math.log(1 + self.total / (sections + 1))

    def read(self, question: Question, states: Mapping[str, tuple[str, ...]]) -> Terms:
        """Return the terms of a question: its telling words, or all of them when none is telling.

        `states` are the words of the names of states, by the postal abbreviations that may have been typed for them.
        """
        folded = [fold(word) for word in question.words]
        last = len(folded) - 1 if question.unfinished else -1
        telling = [
            at for at, word in enumerate(folded) if word not in self.stop_words and (len(word) > 1 or at == last)
        ]
        if not telling:
            telling = list(range(len(folded)))
        mends: dict[str, str] = {}
        joined = self._joined(folded)
        elsewhere = self._subjects.elsewhere(folded)
        as_typed = elsewhere | joined.keys()
        terms: dict[int, Term] = {}
        first: dict[str, int] = {}
        for at in telling:
            first.setdefault(folded[at], at)
        for at in self._telling_most(list(first.values()), folded):
            terms[at] = self._term(folded[at], at == last, mends if at not in as_typed else None)
            terms[at].with_tilde = "ñ" in question.words[at]
        spelt = [mends.get(word, word) for word in folded]
        self._add_synonyms(spelt, terms)
        for term in terms.values():
            self._weigh_meaning(term)
        for at in terms.keys() & joined.keys():
            terms[at].known = True
            self._add_form(terms[at], (joined[at],), SAME)
        for at, term in terms.items():
            name = states.get(folded[at].upper())
            if name:
                term.known = True
                self._add_form(term, tuple(word for word in name if word not in self.stop_words), SAME)
                term.weight = max((self._weight(each.sections) for each in term.lookups), default=term.weight)
        return Terms(tuple(terms[at] for at in sorted(terms)), mends, self._subjects.nearness(spelt), bool(elsewhere))

    def _telling_most(self, places: list[int], folded: list[str]) -> list[int]:
        """Return at most MOST_TERMS of the places of words: those of words that the guide has, and of no weak ones.

        A long story is told from its beginning, but what is asked stands at its end.
        """
        if len(places) <= MOST_TERMS:
            return places
        dull = {at: folded[at] in self._weak_words or not self._has(folded[at]) for at in places}
        return sorted(sorted(places, key=dull.__getitem__)[:MOST_TERMS])

    def _has(self, word: str) -> bool:
        word_stem = stem(word)
        return (word_stem,) in self._synonyms or self._sections(word_stem) > 0

    def _in_headline(self, phrase: str) -> bool:
        query = "SELECT 1 FROM stems WHERE stems MATCH ? LIMIT 1"
        return self._connection.execute(query, (f'{{title heading}} : "{phrase}"',)).fetchone() is not None

    def of_words(self, words: tuple[str, ...]) -> list[Term]:
        """Return terms for folded words that the guide has: the name of a case whose citation was typed."""
        terms = []
        for word in words:
            if self._speller.sections(word):
                term = Term(word, self.weight_of_stem(stem(word)))
                self._add_form(term, (word,), SAME)
                terms.append(term)
        return terms

    def _term(self, word: str, unfinished: bool, mends: dict[str, str] | None) -> Term:
        known = self._speller.sections(word) > 0
        word_stem = stem(word)
        has_synonym = (word_stem,) in self._synonyms
        term = Term(word, self.weight_of_stem(word_stem), known or has_synonym)
        begun = self._speller.sections_beginning(word) if unfinished else 0
        if begun:
            term.start = word
            term.begun = begun
            term.known = True
            if not known and not has_synonym:
                # the beginning of a word says little about how telling the word will be
                term.weight = self._weight(self.total // 8)
                return self._weakened(term)
        # a word that is whole, or could be, also answers in its other forms
        self._add_form(term, (word,), SAME)
        if not known and not has_synonym and self._sections(word_stem):
            term.known = True
        if not term.known and mends is not None and word not in self._right_words:
            self._mend(term, mends)
        elif known and not has_synonym:
            self._add_likelier_spelling(term)
        return self._weakened(term)

    def _weakened(self, term: Term) -> Term:
        # an hour, an age or a sum that the guide does not have says little, too
        if term.word in self._weak_words or (not term.known and term.word.isdigit()):
            term.weak = True
            term.weight *= WEAK
        return term

    def _mend(self, term: Term, mends: dict[str, str]) -> None:
        mend = self._speller.mend(term.word)
        if mend is None:
            self._split(term, mends)
            return
        term.known = True
        mends[term.word] = mend.word
        self._add_form(term, (mend.word,), MENDED)
        term.weight = self.weight_of_stem(stem(mend.word))
        if mend.word in self._weak_words:
            term.word = mend.word

    def _split(self, term: Term, mends: dict[str, str]) -> None:
        """Read two words that were run together."""
        word = term.word
        for at in range(3, len(word) - 2):
            one, two = word[:at], word[at:]
            if self._speller.sections(one) and self._speller.sections(two):
                term.known = True
                mends[word] = f"{one} {two}"
                self._add_form(term, (one, two), MENDED)
                term.weight = max(self.weight_of_stem(stem(one)), self.weight_of_stem(stem(two)))
                return

    def _add_likelier_spelling(self, term: Term) -> None:
        """Let a word that only askers use also find the guide's own spelling: `asked_as` keeps misspellings too."""
        mend = self._speller.likelier(term.word)
        if mend is not None:
            self._add_form(term, (mend.word,), LIKELIER)
            term.weight = min(term.weight, self.weight_of_stem(stem(mend.word)))

    def _add_synonyms(self, spelt: list[str], terms: dict[int, Term]) -> None:
        stems = [stem(word) for word in spelt]
        for at in range(len(stems)):
            if stems[at] not in self._synonym_starts:
                continue
            for length in range(min(_LONGEST_SYNONYM, len(stems) - at), 0, -1):
                targets = self._synonyms.get(tuple(stems[at : at + length]), ())
                covered = [terms[index] for index in range(at, at + length) if index in terms]
                if targets and not covered and len(terms) < MOST_TERMS:
                    # "over and over": no word of it says anything, all together do
                    covered = [Term(spelt[at], 0.0)]
                    terms[at] = covered[0]
                for term in covered if targets else ():
                    if term.weak and length > 1:
                        # "long" says little, "how long" much
                        term.weak = False
                        term.weight /= WEAK
                    for target in targets:
                        self._add_form(term, target, SYNONYM)
                    if not term.weight:
                        rarest = max((self._weight(each.sections) for each in term.lookups), default=0.0)
                        term.weight = rarest or self._weight(self.total)

    def _weigh_meaning(self, term: Term) -> None:
        """Let a rare word that means a common one ("detective", "police") weigh half way between the two."""
        if not term.weak and len(term.forms) > 1:
            common = self._weight(max(map(self._sections, term.forms)))
            term.weight = (term.weight + min(term.weight, common)) / 2

    def _telling(self, target: str) -> tuple[str, ...]:
        """Return the telling words of a synonym; none where only weak ones are left of it: "get" is not "get here"."""
        words = tuple(fold(word) for word in target.split())
        telling = tuple(word for word in words if word not in self.stop_words) or words
        return () if telling != words and self._weak_words.issuperset(telling) else telling

    def _add_form(self, term: Term, words: tuple[str, ...], strength: float) -> None:
        stems = [stem(word) for word in words]
        if len(stems) == 1:
            if stems[0] in term.forms:
                return
            term.forms[stems[0]] = strength
        else:
            term.alternatives.append((frozenset(stems), strength))
        sections = min(map(self._sections, stems))
        if sections:
            term.lookups.append(Lookup(words, sections, strength > SYNONYM))

    def _joined(self, folded: list[str]) -> dict[int, str]:
        """Return the words that two neighbours make together, by the place of each: "law suit", "body cam"."""
        joined: dict[int, str] = {}
        for at in range(len(folded) - 1):
            word = folded[at] + folded[at + 1]
            if len(word) > 5 and not self.stop_words.intersection(folded[at : at + 2]) and self._speller.sections(word):
                joined[at] = joined[at + 1] = word
        return joined
