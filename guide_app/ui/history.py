"""Where the reader has been, for back and forward."""

from __future__ import annotations

LIMIT = 200


class History:
    """The ids of the places visited, oldest first, with the present one marked."""

    def __init__(self) -> None:
        self._places: list[str] = []
        self._at = -1

    def visit(self, place: str) -> None:
        """Note a new place; what lay forward is forgotten. The same place twice in a row counts once."""
        if self._at >= 0 and self._places[self._at] == place:
            return
        self._places = [*self._places[: self._at + 1], place][-LIMIT:]
        self._at = len(self._places) - 1

    def replace(self, place: str) -> None:
        """Note that the reader has moved on within the present page."""
        if self._at >= 0:
            self._places[self._at] = place

    def back(self) -> str | None:
        """Go back one place and return it, or None at the first one."""
        if self._at <= 0:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> str | None:
        """Go forward one place and return it, or None at the last one."""
        if self._at >= len(self._places) - 1:
            return None
        self._at += 1
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Say whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Say whether there is a place after."""
        return self._at < len(self._places) - 1

    def holds(self, word: str) -> bool:
        """Say whether a word is in the name of a place."""
        return any(word in place for place in self._places)

    def forget(self) -> None:
        """Forget every place."""
        self._places.clear()
        self._at = -1
