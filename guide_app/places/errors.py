"""The one exception of this room."""

from __future__ import annotations


class PlacesError(ValueError):
    """What was typed, or an entry of the data, cannot be used; the message is one sentence.

    `field` names the place of the fault in an entry ("notice.periods[0].unit"), and is empty where there is no entry.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field

    @property
    def key(self) -> str:
        """Return the top-level key of the entry in which the fault is."""
        return self.field.partition(".")[0].partition("[")[0]
