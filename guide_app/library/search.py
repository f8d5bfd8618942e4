"""Find the answers to a question as a reader types it, best first.

Three steps. FTS5 picks candidates by bm25 from two indexes: finished words by their stems, the word being typed by its
beginning. Then each candidate's title, heading and ways of asking are compared with the question (`matching`). The best
of them are read whole, for the words that only their text has, and for the snippet (`ranking`).

Nothing of what was typed is kept once it is answered, but for the spelling of single words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Sequence

from guide_app.library.authority_names import AuthorityNames
from guide_app.library.confidence import is_confident
from guide_app.library.matching import Entry, LineReader, exact_form, match
from guide_app.library.model import Hit, SearchResult
from guide_app.library.named_states import States
from guide_app.library.question import Question, read_question, replace_words
from guide_app.library.ranking import CITED, STATE_PAGE, URGENT, Ranked, add_text, rank_lines
from guide_app.library.snippet import Passage, read_passage
from guide_app.library.spelling import Speller
from guide_app.library.terms import LONGER_WORD, TYPED_START, Term, TermReader
from guide_app.library.text import fold
from guide_app.library.urgent import urgent_section

CANDIDATES = 48
"""Rows taken from each index."""
READ_WHOLE = 24
"""Candidates whose text is read; more when more hits are wanted."""
KEPT = 800
"""Sections of which the lines and the text stay in memory; past that, it starts anew."""
COMMON = 4
"""A word that stands in more than one in so many sections is common: rarer ones do the looking up."""
ROWS = 8000
"""Rows that a question may make the index score, but for its rarest word: some 20 ms in a very large guide."""

_COLUMN_WEIGHTS = "5.0, 6.0, 7.0, 1.0"  # title, heading, asked_as, text
_ENTRY = """SELECT section.position, section.id, section.article, article.title, section.heading, section.asked_as
    FROM section JOIN article ON article.id = section.article WHERE section.position IN """


class Searcher:
    """Searches one guide. Its sections never change, so what was read of them is kept."""

    def __init__(self, connection: sqlite3.Connection, language: str) -> None:
        self._connection = connection
        self._language = language
        self._terms = TermReader(connection, language, Speller(connection))
        self._states = States(connection)
        self._authorities = AuthorityNames(connection)
        self._lines = LineReader(self._terms.stop_words, self._terms.weight_of_stem)
        self._entries: dict[int, Entry] = {}
        self._passages: dict[int, Passage] = {}
        # the pages of single states come up only when the state is named
        self._hidden = ",".join(map(str, self._states.pages))

    def search(self, text: str, limit: int) -> SearchResult:
        """Answer a question with at most `limit` hits; no text raises an error."""
        question = read_question(text)
        states = self._states.named(text, question.words)
        read = self._terms.read(question, states)
        plain_words = [fold(word) for word in question.words]
        authorities = self._authorities.find(question, plain_words)
        terms = [*read.terms, *self._names_of(authorities, plain_words)]
        if not terms or limit < 1:
            return SearchResult(text, (), authorities, "", bool(authorities))
        urgent = urgent_section(plain_words, self._language)
        favoured = self._favoured(states, authorities, urgent)
        ranked = self._rank(question, terms, favoured, max(limit, READ_WHOLE))
        corrected = replace_words(text, read.mends) if read.mends else ""
        confident = bool(authorities or urgent) or is_confident(ranked, read)
        return SearchResult(text, tuple(map(_hit, ranked[:limit])), authorities, corrected, confident)

    def _names_of(self, authorities: Iterable[str], plain_words: Sequence[str]) -> list[Term]:
        """Return terms for the names of cases of which only the citation was typed."""
        names = dict.fromkeys(word for each in authorities for word in self._authorities.short_name(each))
        return self._terms.of_words(tuple(word for word in names if word not in plain_words))

    def _favoured(self, states: Container[str], authorities: Sequence[str], urgent: str) -> dict[int, float]:
        """Return what is added to the scores of single sections.

        They are the pages of a named state, what cites a typed authority, and what somebody in danger needs now.
        """
        favoured = {position: STATE_PAGE for position, state in self._states.pages.items() if state in states}
        if urgent:
            rows = self._connection.execute("SELECT position FROM section WHERE id = ?", (urgent,))
            favoured.update((position, URGENT) for (position,) in rows)
        if authorities:
            query = """SELECT DISTINCT section.position FROM citation
                JOIN section ON section.id = citation.section WHERE citation.authority IN """
            for (position,) in self._connection.execute(query + _marks(authorities), authorities):
                if position not in self._states.pages or position in favoured:
                    favoured[position] = favoured.get(position, 0.0) + CITED
        return favoured

    def _rank(self, question: Question, terms: Sequence[Term], favoured: dict[int, float], count: int) -> list[Ranked]:
        candidates = self._candidates(question, terms)
        for position in favoured:
            candidates.setdefault(position, 0.0)
        total = sum(term.weight for term in terms)
        asked = exact_form(question.words)
        matches = [match(entry, terms, total, asked) for entry in self._read_entries(candidates)]
        asks_for_meaning = not self._terms.defining_words.isdisjoint(map(fold, question.words))
        best = rank_lines(matches, candidates, favoured, terms, total, asks_for_meaning)[:count]
        self._read_passages([each.match.entry.position for each in best])
        return add_text(best, self._passages, terms, total)

    def _candidates(self, question: Question, terms: Sequence[Term]) -> dict[int, float]:
        """Return the positions of candidates, each with its share (0 to 1) of the best bm25 score of its index."""
        found: dict[int, float] = {}
        for phrases in (question.phrases, ()) if question.phrases else ((),):
            for index, expression, strength in _expressions(terms, self._terms.total):
                rows = self._query(index, expression, phrases)
                best = min((score for _, score in rows), default=0.0) or -1.0
                for position, score in rows:
                    found[position] = max(found.get(position, 0.0), strength * score / best)
            if found:
                break
        return found

    def _query(self, index: str, expression: str, phrases: Sequence[Sequence[str]]) -> list[tuple[int, float]]:
        # only the names of the indexes, numbers and marks are put into the text of the query
        query = f"""SELECT rowid, bm25({index}, {_COLUMN_WEIGHTS}) AS score FROM {index}
            WHERE {index} MATCH ? AND rowid NOT IN ({self._hidden})"""
        query += " AND rowid IN (SELECT rowid FROM words WHERE words MATCH ?)" * len(phrases)
        values = [expression, *(f'"{" ".join(phrase)}"' for phrase in phrases)]
        return self._connection.execute(f"{query} ORDER BY score LIMIT {CANDIDATES}", values).fetchall()

    def _read_entries(self, positions: Iterable[int]) -> list[Entry]:
        if len(self._entries) > KEPT:
            self._entries.clear()
        wanted = list(positions)
        missing = [position for position in wanted if position not in self._entries]
        if missing:
            for row in self._connection.execute(_ENTRY + _marks(missing), missing):
                self._entries[row[0]] = self._lines.entry(row)
        return [self._entries[position] for position in wanted]

    def _read_passages(self, positions: Iterable[int]) -> None:
        if len(self._passages) > KEPT:
            self._passages.clear()
        missing = [position for position in positions if position not in self._passages]
        if missing:
            query = "SELECT position, text FROM section WHERE position IN " + _marks(missing)
            for position, text in self._connection.execute(query, missing):
                self._passages[position] = read_passage(text)


def _expressions(terms: Sequence[Term], total: int) -> list[tuple[str, str, float]]:
    """Return the index, the FTS5 expression and the strength of each query, for a guide of `total` sections.

    Rare words do the looking up; common and weak ones only when there is no rare one, so that a whole question costs no
    more than its telling words. What many sections have is left out once ROWS is reached.
    """
    lookups = sorted(
        ((term.weak, not each.typed, each.sections, each.words) for term in terms for each in term.lookups),
    )
    telling = [each for each in lookups if not each[0] and each[2] * COMMON <= total]
    rows = 0
    chosen: dict[str, None] = {}
    for _, _, sections, words in telling or lookups:
        rows += sections
        if chosen and rows > ROWS:
            break
        chosen[_all_of(words)] = None
    expressions = [("stems", " OR ".join(chosen), 1.0)] if chosen else []
    for term in terms:
        if term.start and (not chosen or rows + term.begun <= ROWS):
            strength = LONGER_WORD if term.forms else TYPED_START
            expressions.append(("words", f'"{term.start}" *', strength))
    return expressions


def _all_of(words: tuple[str, ...]) -> str:
    return "(" + " AND ".join(f'"{word}"' for word in words) + ")"


def _marks(values: Sequence[object]) -> str:
    return f"({','.join('?' * len(values))})"


def _hit(ranked: Ranked) -> Hit:
    entry = ranked.match.entry
    return Hit(
        section=entry.section,
        article=entry.article,
        title=entry.title,
        heading=entry.heading,
        snippet=ranked.piece.text,
        marks=ranked.piece.marks,
        score=round(ranked.score, 4),
    )
