"""Find the states that a question names, so that their own pages come up, and only then."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from guide_app.library.text import words

STATE_PAGES = ("state-rules", "deadlines")
"""The articles that hold one section for each state; its id ends in the postal abbreviation."""

_WORDS_TOO = "al as co de hi id in la ma me mo ms mt oh ok or pa"
_ENGLISH_WORDS = frozenset(_WORDS_TOO.split())
"""Abbreviations that are words or parts of words too: these count only when they are typed in capitals."""

_CAPITALS = re.compile(r"\b[A-Z]{2}\b")


class States:
    """The names of the states, and the rows of their own pages."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._name_of: dict[str, tuple[str, ...]] = {
            abbreviation: tuple(words(name))
            for abbreviation, name in connection.execute("SELECT abbreviation, name FROM state")
        }
        self._by_name = {name: abbreviation for abbreviation, name in self._name_of.items()}
        if "DC" in self._name_of:
            self._by_name.update({("washington", "dc"): "DC", ("washington", "d", "c"): "DC"})
        self.pages: dict[int, str] = {}
        marks = ", ".join("?" * len(STATE_PAGES))
        query = f"SELECT position, id FROM section WHERE article IN ({marks})"
        for position, identity in connection.execute(query, STATE_PAGES):
            abbreviation = identity.rpartition("/")[2].upper()
            if abbreviation in self._name_of:
                self.pages[position] = abbreviation

    def named(self, text: str, question_words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the states that are named or abbreviated: postal abbreviations with the words of their names."""
        found = [*self._names(question_words), *sorted(self._abbreviated(text, question_words))]
        return {abbreviation: self._name_of[abbreviation] for abbreviation in found if abbreviation in self._name_of}

    def _names(self, question_words: Sequence[str]) -> list[str]:
        found = []
        at = 0
        while at < len(question_words):
            # the longest name first: "West Virginia" is not "Virginia"
            for length in (3, 2, 1):
                name = self._by_name.get(tuple(question_words[at : at + length]))
                if name and at + length <= len(question_words):
                    found.append(name)
                    at += length - 1
                    break
            at += 1
        return found

    def _abbreviated(self, text: str, question_words: Sequence[str]) -> set[str]:
        found = {word.upper() for word in question_words if len(word) == 2 and word not in _ENGLISH_WORDS}
        if not text.isupper():  # in a question all in capitals, "IN" is not Indiana
            found.update(_CAPITALS.findall(text))
        return found
