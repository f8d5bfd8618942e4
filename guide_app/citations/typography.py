"""Quotation marks and apostrophes: one setting, applied to a whole paragraph of styled text."""

from __future__ import annotations

from dataclasses import replace

from guide_app.citations.options import Quotes
from guide_app.citations.styled import NO_BREAK_SPACE, Styled

_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
_OPENERS = frozenset(f" \n\t([\u2014\u2013\"'\u201c\u2018{NO_BREAK_SPACE}")


def with_quotes(styled: Styled, quotes: Quotes) -> Styled:
    """Return the text with straight or curly quotation marks and apostrophes, whichever it had before."""
    before = " "
    runs = []
    for run in styled:
        text = run.text.translate(_STRAIGHT)
        if quotes == "curly" and "://" not in text:
            text = _curly(text, before)
        before = text[-1:] or before
        runs.append(replace(run, text=text))
    return tuple(runs)


def _curly(text: str, before: str) -> str:
    curled = []
    for index, character in enumerate(text):
        opening = before in _OPENERS
        if character == '"':
            curled.append("\u201c" if opening else "\u201d")
        elif character == "'":
            # an apostrophe for left-out letters or digits ('80s) looks like a closing mark
            opens_word = opening and text[index + 1 : index + 2].isalpha()
            curled.append("\u2018" if opens_word else "\u2019")
        else:
            curled.append(character)
        before = character
    return "".join(curled)
