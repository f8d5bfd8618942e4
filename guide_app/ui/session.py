"""The reader's session: the records in use, and the switch to a session of which nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guide_app.records.errors import RecordsError

if TYPE_CHECKING:
    from guide_app.records.store import Records


class Session(QObject):
    """Holds the records that the window reads and writes; they are opened when they are asked for.

    Signals: `became_private(forget)`, and whether what this session has saved so far is to be forgotten.
    """

    became_private = Signal(bool)

    def __init__(self, open_records: Callable[[], Records], *, private: bool = False, kiosk: bool = False) -> None:
        super().__init__()
        self._open_records = open_records
        self._records: Records | None = None
        self._private = private or kiosk
        self.kiosk = kiosk
        self.end = "your session ends" if kiosk else "the guide closes"
        """When a private session is forgotten, in words."""

    @property
    def records(self) -> Records:
        """Return the records in use. The first call opens them: none are needed on the way to the first paint."""
        if self._records is None:
            self._records = self._open_records()
        return self._records

    @property
    def private(self) -> bool:
        """Say whether nothing of this session is kept."""
        return self._private

    def saved_since_start(self) -> int:
        """Count the bookmarks and answers that this session has added or changed on disk."""
        changes = self.records.changed_since_start()
        return sum((changes.bookmarks_added, changes.bookmarks_changed, changes.answers_added, changes.answers_changed))

    def go_private(self, *, forget: bool) -> None:
        """Go on in memory only; with `forget`, undo on disk what this session has saved so far.

        Raises RecordsError when the disk does not allow that; then the session is not private.
        """
        if self._private:
            return
        memory = self.records.copy_to_memory()
        if forget:
            self.records.forget_since_start()
        self.close()
        self._records = memory
        self._private = True
        self.became_private.emit(forget)

    def close(self) -> None:
        """Close the records, if they were opened."""
        if self._records is not None:
            with suppress(RecordsError):  # all that was said to be kept is on disk already; closing only tidies up
                self._records.close()
