"""Reading level of the guide's prose: Flesch-Kincaid grade, with syllables from pyphen.

The formula is 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid et al., 1975). Citations, captions
and telephone numbers are left out before counting: they are names, not prose.
"""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

_HYPHENATOR = pyphen.Pyphen(lang="en_US")
_ABBREVIATIONS = re.compile(
    r"\b(?:v|vs|No|Nos|U\.S|D\.C|N\.Y|Mr|Mrs|Ms|Dr|St|Co|Inc|a\.m|p\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
)
_SENTENCE_END = re.compile(r"[.!?]+(?:[\"”’)]+)?(?=\s|$)")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")


def prose_of(markdown: str) -> list[str]:
    """Return the paragraphs of an article's Markdown as plain prose, one string a block, without citations."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = re.sub(r"\s*\[@[^\]]*\]", "", text)
    text = re.sub(r"^\[\[states:.*$", "", text, flags=re.M)
    text = re.sub(r"\{[.#:][^}]*\}", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^!!! \w+.*$", "", text, flags=re.M)
    text = re.sub(r"^\|[-:| ]+\|$", "", text, flags=re.M)
    blocks: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines()]
        current = ""
        for line in lines:
            if re.match(r"#+ ", line):
                continue
            if line.startswith("|"):
                blocks.extend(cell.strip() for cell in line.strip("|").split("|") if cell.strip())
                continue
            item = re.match(r"(?:[-*]|\d+\.) (.*)", line)
            if item:
                if current:
                    blocks.append(current)
                current = item.group(1)
            elif line:
                current = f"{current} {line}".strip()
        if current:
            blocks.append(current)
    return [re.sub(r"[*_`]", "", block) for block in blocks]


def sentences(block: str) -> list[str]:
    """Split a block of prose into sentences."""
    masked = _ABBREVIATIONS.sub(lambda match: match.group(0).replace(".", "\u2024"), block)
    return [part.strip() for part in _SENTENCE_END.split(masked) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words of a text, numbers left out."""
    return _WORD.findall(text)


@lru_cache(maxsize=20000)
def syllables(word: str) -> int:
    """Count the syllables of a word, at least one."""
    return len(_HYPHENATOR.positions(word.lower())) + 1


def grade(blocks: list[str]) -> float:
    """Return the Flesch-Kincaid grade of some blocks of prose."""
    parts = [sentence for block in blocks for sentence in sentences(block)]
    all_words = [word for part in parts for word in words(part)]
    if not all_words:
        return 0.0
    return 0.39 * len(all_words) / len(parts) + 11.8 * sum(map(syllables, all_words)) / len(all_words) - 15.59
