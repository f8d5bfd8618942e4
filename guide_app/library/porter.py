"""Stem English words as SQLite's `porter` tokenizer does, for words that are compared outside SQLite.

The algorithm is M. F. Porter's of 1980 (https://tartarus.org/martin/PorterStemmer/) with its two later points of
departure ("bli" and "logi"), as in SQLite's `ext/fts5/fts5_tokenize.c`; words of one or two letters and of more than
64 stay as they are.
"""

from __future__ import annotations

from functools import lru_cache

_LONGEST = 64
_STEP_2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
    ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
_STEP_3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the stem of a normalised word ("officers" and "officer" share "offic")."""
    if not 2 < len(word) <= _LONGEST:
        return word
    word = _past_and_gerund(_plural(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _replace(word, _STEP_2)
    word = _replace(word, _STEP_3)
    word = _drop_ending(word)
    return _final_e_and_l(word)


def _is_vowel(word: str, index: int) -> bool:
    letter = word[index]
    if letter == "y":
        return index > 0 and not _is_vowel(word, index - 1)
    return letter in "aeiou"


def _has_vowel(word: str) -> bool:
    return any(_is_vowel(word, index) for index in range(len(word)))


def _measure(word: str) -> int:
    """Count how often a vowel is followed by a consonant: Porter's m."""
    count = 0
    after_vowel = False
    for index in range(len(word)):
        vowel = _is_vowel(word, index)
        if after_vowel and not vowel:
            count += 1
        after_vowel = vowel
    return count


def _ends_consonant_vowel_consonant(word: str) -> bool:
    return (
        len(word) > 2
        and not _is_vowel(word, len(word) - 1)
        and _is_vowel(word, len(word) - 2)
        and not _is_vowel(word, len(word) - 3)
        and word[-1] not in "wxy"
    )


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")) and len(word) > 3:
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _past_and_gerund(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            root = word[: -len(ending)]
            return _mend_root(root) if _has_vowel(root) else word
    return word


def _mend_root(root: str) -> str:
    """Give back the letter that a past or gerund form took or doubled: "hoping", "hopping", "sized"."""
    if root.endswith(("at", "bl", "iz")):
        return root + "e"
    if len(root) > 1 and root[-1] == root[-2] and not _is_vowel(root, len(root) - 1) and root[-1] not in "lsz":
        return root[:-1]
    if _measure(root) == 1 and _ends_consonant_vowel_consonant(root):
        return root + "e"
    return root


def _replace(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, new in endings:
        if word.endswith(ending):
            root = word[: -len(ending)]
            return root + new if _measure(root) > 0 else word
    return word


def _drop_ending(word: str) -> str:
    for ending in sorted((e for e in _STEP_4 if word.endswith(e)), key=len, reverse=True)[:1]:
        root = word[: -len(ending)]
        if _measure(root) > 1 and (ending != "ion" or root.endswith(("s", "t"))):
            return root
    return word


def _final_e_and_l(word: str) -> str:
    if word.endswith("e"):
        root = word[:-1]
        if _measure(root) > 1 or (_measure(root) == 1 and not _ends_consonant_vowel_consonant(root)):
            word = root
    if word.endswith("ll") and _measure(word[:-1]) > 1:
        word = word[:-1]
    return word
