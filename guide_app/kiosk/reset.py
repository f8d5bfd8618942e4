"""The one reset of a kiosk: every holder of something of the visitor's, forgotten by every way home.

Whatever may hold a visitor's words, choices or trail is a named holder. `HOLDERS` is the list of all of them; a kiosk
whose program lacks one refuses to start, and a holder that is not on the list cannot be registered, so neither the list
nor the program can grow alone.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass

HOLDERS: dict[str, str] = {
    "totals": "the visit's views and answers: added to the anonymous totals and dropped, before others forget them",
    "dialogs": "open cards, panels and dialogs",
    "print jobs": "print jobs that the program still holds",
    "clipboard": "what the visitor copied, in every form and selection",
    "cite list": "the citations collected in this session",
    "bookmarks": "bookmarks, their names and notes, and what can be undone",
    "answers": 'answers to "Was this helpful?" and their reasons',
    "search": "the words in the search box, its results and suggestions",
    "history": "pages to go back and forward to",
    "state choice": "the visitor's state, dates and what was computed from them",
    "help finder": "the issue and the place that were typed, and filters",
    "selection": "selected text in the article and in fields",
    "article": "the article that is shown and its scroll position",
    "text size": "zoom",
    "theme": "colours",
    "language": "the language",
    "notices": "messages, announced or shown",
    "screen keyboard": "whether the keyboard on the screen is shown",
    "idle": "the idle clock and the countdown",
    "start page": "the tree, the panel and the focus as at a start; last, so that it draws what is left",
}
"""Every holder by name, with what it holds, in the order in which they forget."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Something that may hold a trace of a visitor.

    `forget` drops it all; called when there is nothing it does nothing. `holds` tells whether a word is still anywhere
    in it, for tests and for the check after a reset.
    """

    name: str
    forget: Callable[[], None]
    holds: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class ResetFailure:
    """A holder that could not forget. The program must then end and be started again: nothing else is sure."""

    holder: str
    error: Exception


class Reset:
    """The reset of a program: give it every holder, then run it by every way home."""

    def __init__(self) -> None:
        self._holders: dict[str, Holder] = {}
        self._running = False

    def register(self, holder: Holder) -> None:
        """Add a holder. Raises ValueError for a name that is not in HOLDERS or is there already."""
        if holder.name not in HOLDERS:
            raise ValueError(f"{holder.name} is no holder: put it into HOLDERS, with what it holds")
        if holder.name in self._holders:
            raise ValueError(f"{holder.name} is registered already")
        self._holders[holder.name] = holder

    def missing(self) -> tuple[str, ...]:
        """Return the holders that are not registered; kiosk mode must not start while there are any."""
        return tuple(name for name in HOLDERS if name not in self._holders)

    def reset(self) -> tuple[ResetFailure, ...]:
        """Let every holder forget, also when others fail, and return those that failed.

        A reset that a holder sets off while it forgets (closing a dialog is a way home) is part of the same one.
        """
        if self._running:
            return ()
        self._running = True
        failures: list[ResetFailure] = []
        try:
            for holder in self._in_order():
                try:
                    holder.forget()
                except Exception as error:  # one holder's bug must not keep another's secrets; it is returned
                    failures.append(ResetFailure(holder.name, error))
            # What holds itself (a cache of a method, a model and its nodes) would otherwise stay in memory, words and
            # all, until Python happens to look.
            gc.collect()
        finally:
            self._running = False
        return tuple(failures)

    def who_holds(self, word: str) -> tuple[str, ...]:
        """Return the names of the holders in which a word still is; one that cannot tell counts as holding it."""
        return tuple(holder.name for holder in self._in_order() if _may_hold(holder, word))

    def _in_order(self) -> list[Holder]:
        return [self._holders[name] for name in HOLDERS if name in self._holders]


def _may_hold(holder: Holder, word: str) -> bool:
    try:
        return holder.holds(word)
    except Exception:  # a probe that fails proves nothing, so the answer is the unsafe one
        return True
