"""The reader's wishes for the form of citations, kept apart so that the window need not load the forms to hold them."""

from __future__ import annotations

from typing import Literal, NamedTuple

Emphasis = Literal["italics", "underline"]
Quotes = Literal["straight", "curly"]


class Options(NamedTuple):
    """How citations are written.

    `emphasis` is how case names and titles are set off; `quotes` which quotation marks and apostrophes are written;
    `parallel` adds every reporter that the data has, not only the one that the Bluebook asks for.
    """

    emphasis: Emphasis = "italics"
    quotes: Quotes = "straight"
    parallel: bool = False


DEFAULT = Options()

CURLY = Options(quotes="curly")
"""For citations that stand in a text of the guide, whose quotation marks are curly."""
