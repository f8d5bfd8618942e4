"""Quotation marks and apostrophes: curly for what is read on screen and paper, one setting for what is copied."""

from __future__ import annotations

import re
from dataclasses import replace

from guide_app.citations.options import Quotes
from guide_app.citations.styled import NO_BREAK_SPACE, Styled

_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
_MARK = re.compile("['\"]")
_OPENERS = frozenset(f" \n\t([\u2014\u2013\"'\u201c\u2018{NO_BREAK_SPACE}")


def with_quotes(styled: Styled, quotes: Quotes) -> Styled:
    """Return the text with straight or curly quotation marks and apostrophes, whichever it had before."""
    before = " "
    runs = []
    for run in styled:
        text = straight(run.text)
        if quotes == "curly" and "://" not in text:
            text = curly(text, before)
        before = text[-1:] or before
        runs.append(replace(run, text=text))
    return tuple(runs)


def straight(text: str) -> str:
    """Return a text with straight quotation marks and apostrophes."""
    return text.translate(_STRAIGHT)


def curly(text: str, before: str = " ") -> str:
    """Return a text with curly quotation marks and apostrophes; `before` is the sign that stands before it."""
    if "'" not in text and '"' not in text:
        return text
    pieces = []
    at = 0
    for found in _MARK.finditer(text):
        start = found.start()
        if start > at:
            pieces.append(text[at:start])
            before = text[start - 1]
        before = _curly_mark(found[0], before in _OPENERS, text[start + 1 : start + 2])
        pieces.append(before)
        at = start + 1
    pieces.append(text[at:])
    return "".join(pieces)


def _curly_mark(mark: str, opening: bool, after: str) -> str:
    if mark == '"':
        return "\u201c" if opening else "\u201d"
    # an apostrophe for left-out letters or digits ('80s) looks like a closing mark
    return "\u2018" if opening and after.isalpha() else "\u2019"
