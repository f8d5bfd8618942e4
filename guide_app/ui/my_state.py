"""The reader's own state and date, and what was computed from them: in memory, unless the reader keeps the state."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guide_app.library.named_states import STATE_PAGES
from guide_app.library.reader import Library

if TYPE_CHECKING:
    from guide_app.places.clinic import Clinic
    from guide_app.places.deadline_model import DeadlineReport
    from guide_app.places.federal_claim import FederalClaim
    from guide_app.places.state import StateEntry


class MyState(QObject):
    """Holds the state that was chosen, the dates as they were typed, and the last report.

    Nothing is guessed: without a choice there is no state. `typed` has the words of each date field by its key;
    `federal` is the claim against the United States for the same day, None where the guide lacks its law.
    Signals: `changed()` when a state was chosen or cleared, `keep_asked(abbreviation)` when the reader wants it kept
    for the next start ("" for no longer).
    """

    changed = Signal()
    keep_asked = Signal(str)

    def __init__(
        self,
        library: Library,
        kept: str = "",
        today: Callable[[], datetime.date] = datetime.date.today,
        parent: QObject | None = None,
    ) -> None:
        """Begin with the state that was kept on another day, or with "" for none."""
        super().__init__(parent)
        self._library = library
        self._abbreviation = kept
        self._kept = bool(kept)
        self._kept_at_start = kept
        self.today = today
        self.typed: dict[str, str] = {}
        self.report: DeadlineReport | None = None
        self.federal: FederalClaim | None = None

    @property
    def abbreviation(self) -> str:
        """Return the postal abbreviation of the chosen state, or ""."""
        return self._abbreviation

    @property
    def kept(self) -> bool:
        """Say whether the choice is there at the next start."""
        return self._kept

    @property
    def kept_since_start(self) -> bool:
        """Say whether this session has kept a state, be it in place of one of another day."""
        return self._kept and self._abbreviation != self._kept_at_start

    @property
    def name(self) -> str:
        """Return the name of the chosen state, or ""."""
        return self.name_of(self._abbreviation) if self._abbreviation else ""

    def name_of(self, abbreviation: str) -> str:
        """Return the name of a state or territory, whether or not the guide has its rules."""
        for row in self._library.states():
            if row.abbreviation == abbreviation:
                return row.name
        from guide_app.places.place_names import place_named

        place = place_named(abbreviation)
        return place.name if place is not None else abbreviation

    def has_rules(self, abbreviation: str) -> bool:
        """Say whether the guide has the rules of a place; it has none for the territories."""
        return any(row.abbreviation == abbreviation for row in self._library.states())

    def entry(self, abbreviation: str) -> StateEntry:
        """Return what the guide may say of a state, and its clinic. Raises NotInGuide where it has nothing."""
        from guide_app.places.clinic import with_clinic_notes
        from guide_app.places.state import state_from_mapping

        return with_clinic_notes(state_from_mapping(self._library.state(abbreviation)), self._clinic)

    @cached_property
    def _clinic(self) -> Clinic | None:
        from guide_app.places.clinic_store import clinic_from_data

        data = self._library.clinic()
        return clinic_from_data(data) if data is not None else None

    def entries(self) -> tuple[StateEntry, ...]:
        """Return every state's entry, by name."""
        return tuple(self.entry(row.abbreviation) for row in self._library.states())

    def place_of(self, target: str) -> str:
        """Return the chosen state's own section where `target` is an article with a section a state, else `target`."""
        own = f"{target}/{self._abbreviation.lower()}"
        return own if self._abbreviation and target in STATE_PAGES and self._library.resolve(own) else target

    def choose(self, abbreviation: str) -> None:
        """Choose a state. The dates computed for another one are dropped; the day that was typed stays."""
        if abbreviation == self._abbreviation:
            return
        self._abbreviation = abbreviation
        self.drop_report()
        if self._kept:
            self.keep_asked.emit(abbreviation)
        self.changed.emit()

    def clear(self) -> None:
        """Choose no state, and keep none."""
        self.keep(keep=False)
        self.choose("")

    def keep(self, *, keep: bool) -> None:
        """Keep the choice for the next start, or no longer."""
        if keep != self._kept:
            self._kept = keep
            self.keep_asked.emit(self._abbreviation if keep else "")

    def drop_report(self) -> None:
        """Forget what was worked out, since a date or the state is another one now."""
        self.report = self.federal = None

    def forget(self) -> None:
        """Forget the state, every date and the report. What was kept on another day stays kept."""
        self._kept = False
        self.typed.clear()
        self.drop_report()
        if self._abbreviation:
            self._abbreviation = ""
            self.changed.emit()

    def holds(self, word: str) -> bool:
        """Say whether a word is still anywhere in here."""
        held = [self._abbreviation, self.name, *self.typed.values()]
        if self.report is not None:
            from guide_app.places.deadline_text import full_text

            held.append(full_text(self.report, self.federal))
        return word.casefold() in "\n".join(held).casefold()
