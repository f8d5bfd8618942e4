"""Find the authorities whose citation or name a reader typed: "489 U.S. 189", "42 USC 1983", "deshaney v winnebago"."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from guide_app.library.question import MOST_WORDS, Question
from guide_app.library.spelling import allowed_distance, damerau
from guide_app.library.text import fold, words

_LONGEST_CITE = 8
_SUBSECTION = re.compile(r"(?<=\w)\([^)]*\)\W*$")
_VERSUS = frozenset(("v", "vs", "versus"))
_CASE_WORDS = """
case cases ruling rulings decision decided decide opinion court courts supreme law v vs versus the in of what is was did
does say said says explained summary cite citation about holding held facts full name rule test and a to us
"""
_ABOUT_A_CASE = frozenset(_CASE_WORDS.split())
"""What may stand around the name of a case and leave the question one for the case itself."""
_COMMON_WORDS = """
a an and of the in re ex rel et al town city county village state states united district department dept board
commission school police estate doe inc co no corp com commonwealth people
"""
_NOT_A_NAME = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class _CaseName:
    """The parties of a case as sets of folded words, and the words of its short name in order."""

    authority: str
    first: frozenset[str]
    second: frozenset[str]
    short: tuple[str, ...]


class AuthorityNames:
    """The citations and case names of one guide."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._names: tuple[_CaseName, ...] | None = None
        self._without_digits: frozenset[str] | None = None

    def find(self, question: Question, plain_words: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the authorities that are cited or named; `plain_words` are the question's folded words."""
        if not plain_words:
            return ()
        return tuple(dict.fromkeys([*self._cited(question.text, plain_words), *self._named(plain_words)]))

    def short_name(self, authority: str) -> tuple[str, ...]:
        """Return the folded words of the short name of a case, none for another authority."""
        return next((name.short for name in self._case_names() if name.authority == authority), ())

    def _cited(self, text: str, plain_words: Sequence[str]) -> list[str]:
        """Return the authorities of which a citation stands in the text, in order."""
        if not any(sign.isdigit() for sign in text):
            return self._spelled_out(plain_words)
        from guide_app.citations.lookup import normalise_cite  # most questions need no citations

        pieces = text.split()[:MOST_WORDS]
        found: list[str] = []
        at = 0
        while at < len(pieces):
            # the longest part first: "42 U.S.C. § 1983" is not only "§ 1983"
            for length in range(min(_LONGEST_CITE, len(pieces) - at), 0, -1):
                # "1983(a)" is a part of section 1983
                authorities = self._with_key(normalise_cite(_SUBSECTION.sub("", " ".join(pieces[at : at + length]))))
                found.extend(authorities)
                if authorities:
                    at += length - 1
                    break
            at += 1
        return found

    def _spelled_out(self, plain_words: Sequence[str]) -> list[str]:
        """Return the authorities whose citation has no digits: "fourth amendment"."""
        if self._without_digits is None:
            keys = self._connection.execute("SELECT key FROM cite_key WHERE key NOT GLOB '*[0-9]*'")
            self._without_digits = frozenset(row[0] for row in keys)
        spans = ("".join(plain_words[at : at + length]) for at in range(len(plain_words)) for length in (4, 3, 2, 1))
        return [authority for span in spans if span in self._without_digits for authority in self._with_key(span)]

    def _with_key(self, key: str) -> list[str]:
        query = "SELECT authority FROM cite_key WHERE key = ? ORDER BY authority"
        return [row[0] for row in self._connection.execute(query, (key,))]

    def _named(self, plain_words: Sequence[str]) -> list[str]:
        at = next((index for index, word in enumerate(plain_words) if word in _VERSUS), None)
        if at:
            return self._by_parties(plain_words[at - 1], plain_words[at + 1 :])
        about = [word for word in plain_words if word not in _ABOUT_A_CASE]
        if not about:
            return []
        return [name.authority for name in self._case_names() if _same_words(name.short, about)]

    def _by_parties(self, first: str, rest: Sequence[str]) -> list[str]:
        matching = [name for name in self._case_names() if _has(name.first, first)]
        second = next((word for word in rest if word not in _NOT_A_NAME), "")
        both = [name for name in matching if second and _has(name.second, second)]
        return [name.authority for name in both or matching]

    def _case_names(self) -> tuple[_CaseName, ...]:
        if self._names is None:
            query = "SELECT id, name, data FROM authority WHERE kind = 'case' ORDER BY position"
            self._names = tuple(
                _case_name(identity, name, json.loads(data).get("short") or "")
                for identity, name, data in self._connection.execute(query)
            )
        return self._names


def _case_name(identity: str, caption: str, short: str) -> _CaseName:
    first, _, second = caption.partition(" v. ")
    return _CaseName(identity, _telling(first), _telling(second), tuple(fold(word) for word in words(short)))


def _telling(party: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words(party)) - _NOT_A_NAME


def _has(party: frozenset[str], word: str) -> bool:
    """Say whether a party's name has a word, or begins with it, or has it spelt a little otherwise."""
    return any(name == word or (len(word) > 2 and name.startswith(word)) or _alike(word, name) for name in party)


def _same_words(short: tuple[str, ...], about: Sequence[str]) -> bool:
    return len(short) == len(about) and all(
        one == two or _alike(two, one) for one, two in zip(short, about, strict=True)
    )


def _alike(typed: str, name: str) -> bool:
    allowed = allowed_distance(typed)
    return bool(allowed) and typed[0] == name[0] and damerau(typed, name, allowed) <= allowed
