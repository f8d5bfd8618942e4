"""Words as the library counts and compares them, on both sides: when the guide is compiled and when a reader searches.

The two FTS5 indexes split and fold by themselves (unicode61, remove_diacritics 2); what stands here gives the same
words for everything that is compared outside SQLite.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """Return `text` in composed form (NFC), without the difference between capitals and small letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def words(text: str) -> list[str]:
    """Split `text` into normalised words: runs of letters and digits; every other sign divides."""
    return _WORD.findall(normalise(text))


def fold(word: str) -> str:
    """Return a normalised word without its accents ("año" becomes "ano"), as the indexes keep it."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(sign for sign in decomposed if not unicodedata.combining(sign)))
