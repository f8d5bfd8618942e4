"""Bookmarks and answers as the window changes them: each change is on disk before the screen says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from guide_app.library.reader import Library
from guide_app.records.errors import RecordsError
from guide_app.records.model import Answer, Bookmark, Reason, Verdict
from guide_app.ui.notices import NoticeBar
from guide_app.ui.session import Session

THANKS = "Thank you. Your answer stays on this computer."
THANKS_PRIVATE = "Thank you. Your answer is forgotten when the guide closes."
THANKS_KIOSK = "Thank you. Your answer is counted, with nothing about you."


class RecordActions(QObject):
    """Runs what the reader asks for, and says in one sentence how it went.

    Signals: `bookmarks_changed()`, `answers_changed()`.
    """

    bookmarks_changed = Signal()
    answers_changed = Signal()

    def __init__(self, library: Library, session: Session, notices: NoticeBar) -> None:
        super().__init__()
        self._library = library
        self._session = session
        self._notices = notices

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Return the bookmarks in the reader's order, or none when they cannot be read."""
        try:
            return self._session.records.bookmarks()
        except RecordsError as error:
            self._notices.say(str(error))
            return ()

    def gone(self, bookmarks: tuple[Bookmark, ...]) -> frozenset[str]:
        """Return the sections of bookmarks that are no longer in the guide."""
        return frozenset(mark.section for mark in bookmarks if self._library.resolve(mark.section) is None)

    def starred(self) -> frozenset[str]:
        """Return the sections that are bookmarked, under the ids that they have now."""
        found = (self._library.resolve(mark.section) or mark.section for mark in self.bookmarks())
        return frozenset(found)

    def answer_of(self, section: str) -> Answer | None:
        """Return the reader's answer to a section, also one given under an id that the section had before."""
        records = self._session.records
        try:
            answer = records.answer_of(section)
            if answer is None:
                for older in records.answers():
                    if older.section != section and self._library.resolve(older.section) == section:
                        records.follow_rename(older.section, section)
                        answer = records.answer_of(section)
            return answer
        except RecordsError as error:
            self._notices.say(str(error))
            return None

    @Slot(str)
    def toggle_bookmark(self, section: str) -> None:
        """Bookmark a section, or take its bookmark away."""
        if section in self.starred():
            self.delete(section)
            return
        row = self._library.section_row(section)
        if self._change(partial(self._session.records.add_bookmark, section, row.heading, row.article_title)):
            kept = f" It is forgotten when {self._session.end}." if self._session.private else ""
            self._notices.say(f"Bookmarked.{kept}")
            self.bookmarks_changed.emit()

    @Slot(str)
    def delete(self, section: str) -> None:
        """Delete the bookmark of a section and offer to take that back."""
        removed: list[Bookmark] = []

        def remove() -> None:
            for mark in self._session.records.bookmarks():
                if section in (mark.section, self._library.resolve(mark.section)):
                    gone = self._session.records.remove_bookmark(mark.section)
                    if gone is not None:
                        removed.append(gone)

        if self._change(remove) and removed:
            self.bookmarks_changed.emit()
            self._notices.say("Bookmark deleted.", "Undo", partial(self._restore, removed[0]))

    @Slot(str, str)
    def rename(self, section: str, name: str) -> None:
        """Give a bookmark the reader's own name."""
        if self._change(partial(self._session.records.rename, section, name)):
            self.bookmarks_changed.emit()

    @Slot(str, str)
    def set_note(self, section: str, note: str) -> None:
        """Keep a note to a bookmark."""
        if self._change(partial(self._session.records.set_note, section, note)):
            self.bookmarks_changed.emit()

    @Slot(str, int)
    def move(self, section: str, position: int) -> None:
        """Put a bookmark at another place in the list."""
        if self._change(partial(self._session.records.move, section, position)):
            self.bookmarks_changed.emit()

    def set_answer(self, section: str, verdict: Verdict, reason: Reason | None = None) -> None:
        """Keep an answer, thank for it, and offer to take it back."""
        before = self.answer_of(section)
        if self._change(partial(self._session.records.set_answer, section, verdict, reason)):
            self.answers_changed.emit()
            private = THANKS_KIOSK if self._session.kiosk else THANKS_PRIVATE
            thanks = private if self._session.private else THANKS
            self._notices.say(thanks, "Undo", partial(self._restore_answer, section, before))

    def clear_answer(self, section: str) -> None:
        """Take an answer back and offer to undo that."""
        before = self.answer_of(section)
        if self._change(partial(self._session.records.clear_answer, section)):
            self.answers_changed.emit()
            self._notices.say("Your answer is taken back.", "Undo", partial(self._restore_answer, section, before))

    def _restore(self, bookmark: Bookmark) -> None:
        if self._change(partial(self._session.records.restore_bookmark, bookmark)):
            self.bookmarks_changed.emit()
            self._notices.say("The bookmark is back.")

    def _restore_answer(self, section: str, before: Answer | None) -> None:
        records = self._session.records
        change = partial(records.clear_answer, section) if before is None else partial(records.restore_answer, before)
        if self._change(change):
            self.answers_changed.emit()
            self._notices.say("Undone.")

    def _change(self, change: Callable[[], object]) -> bool:
        """Run a change; a disk that does not allow it becomes one sentence."""
        try:
            change()
        except RecordsError as error:
            self._notices.say(str(error))
            return False
        return True
