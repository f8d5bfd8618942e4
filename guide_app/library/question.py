"""What a reader typed, split into words by ourselves, so that no sign of it ever reaches the index as syntax."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from guide_app.library.text import fold, normalise, words

LONGEST_QUESTION = 600
MOST_WORDS = 60
"""What is longer than a question is cut: a pasted page is not a question, and must cost no more than one."""

_NEGATION = re.compile(r"\b\w{2,6}n['’ʼ]t\b")  # didn't, won't, can't: the word before "t" says nothing either
_CONTRACTION = re.compile(r"['’ʼ](?:s|re|ve|ll|d|m)\b")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\b\.?")  # "D.C." is one word, and so is "u.s"
_QUOTED = re.compile(r'["“”„]([^"“”„]+)["“”„]')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as words.

    `words` are normalised and still have their accents. `unfinished` is True when the last of them is still being typed
    (nothing follows it). `phrases` are the parts that the reader put in quotation marks.
    """

    text: str
    words: tuple[str, ...]
    unfinished: bool
    phrases: tuple[tuple[str, ...], ...]


def read_question(text: str) -> Question:
    """Split what a reader typed; any text is a question, be it an empty one."""
    text = text[:LONGEST_QUESTION]
    plain = _CONTRACTION.sub(" ", _NEGATION.sub(" ", normalise(text)))
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain)
    found = tuple(words(plain)[:MOST_WORDS])
    quoted = (tuple(fold(word) for word in words(part)) for part in _QUOTED.findall(text))
    return Question(
        text=text,
        words=found,
        unfinished=bool(found) and plain.endswith(found[-1]),
        phrases=tuple(phrase for phrase in quoted if phrase),
    )


def replace_words(text: str, mends: dict[str, str]) -> str:
    """Return `text` with the misspelt words that are keys of `mends` (folded) replaced, and all else as typed."""

    def mended(match: re.Match[str]) -> str:
        return mends.get(fold(normalise(match[0])), match[0])

    return _WORD.sub(mended, unicodedata.normalize("NFC", text))
