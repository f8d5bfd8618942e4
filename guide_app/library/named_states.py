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

_LARGE_CITIES = {
    "AK": "anchorage",
    "AZ": "phoenix, tucson, tempe",
    "CA": "los angeles, san francisco, san diego, san jose, oakland, sacramento, fresno, long beach",
    "CO": "denver, colorado springs",
    "FL": "miami, tampa, orlando, jacksonville",
    "GA": "atlanta",
    "HI": "honolulu",
    "IA": "des moines",
    "ID": "boise",
    "IL": "chicago",
    "IN": "indianapolis",
    "KS": "wichita",
    "KY": "louisville",
    "LA": "new orleans, baton rouge",
    "MA": "boston",
    "MD": "baltimore",
    "MI": "detroit",
    "MN": "minneapolis, st paul, saint paul",
    "MO": "st louis, saint louis",
    "NC": "raleigh, greensboro",
    "NE": "omaha",
    "NJ": "newark, jersey city",
    "NM": "albuquerque",
    "NV": "las vegas, reno",
    "NY": "nyc, new york city, brooklyn, bronx, queens, manhattan, staten island",
    "OH": "cleveland, cincinnati, toledo",
    "OK": "oklahoma city, tulsa",
    "PA": "philadelphia, philly, pittsburgh",
    "RI": "providence",
    "TN": "memphis, nashville",
    "TX": "houston, dallas, san antonio, fort worth, el paso, uvalde",
    "UT": "salt lake city",
    "VA": "virginia beach",
    "WA": "seattle, tacoma, spokane",
    "WI": "milwaukee",
}
"""Cities that people name where a state is meant; none that is better known as a word or a name, or elsewhere."""

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
        self._cities = {
            tuple(city.split()): abbreviation
            for abbreviation, cities in _LARGE_CITIES.items()
            if abbreviation in self._name_of
            for city in cities.split(",")
        }
        self._by_name.update({city: state for city, state in self._cities.items() if city not in self._by_name})
        self.pages: dict[int, str] = {}
        marks = ", ".join("?" * len(STATE_PAGES))
        query = f"SELECT position, id FROM section WHERE article IN ({marks})"
        for position, identity in connection.execute(query, STATE_PAGES):
            abbreviation = identity.rpartition("/")[2].upper()
            if abbreviation in self._name_of:
                self.pages[position] = abbreviation

    def named(self, text: str, question_words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the states that are named or abbreviated: postal abbreviations with the words of their names.

        A state of which a large city is named comes with the city's words in capitals, too: they also stand for it.
        """
        names = self._names(question_words)
        found = [*(self._by_name[name] for name in names), *sorted(self._abbreviated(text, question_words))]
        named = {each: self._name_of[each] for each in found if each in self._name_of}
        for city in self._cities.keys() & set(names):
            named.update((word.upper(), self._name_of[self._cities[city]]) for word in city)
        return named

    def _names(self, question_words: Sequence[str]) -> list[tuple[str, ...]]:
        """Return the names of states and cities in a question, each as its words."""
        found = []
        at = 0
        while at < len(question_words):
            # the longest name first: "West Virginia" is not "Virginia"
            for length in (3, 2, 1):
                name = tuple(question_words[at : at + length])
                if len(name) == length and name in self._by_name:
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
