"""What the records were before this session touched them, so that a reader can go private while reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from sqlite3 import Connection

from guide_app.records import rows
from guide_app.records.model import Answer, Bookmark


@dataclass(frozen=True, slots=True)
class SessionChanges:
    """What was written since the records were opened, for the question "Forget it?". False when there is nothing."""

    bookmarks_added: int
    bookmarks_changed: int
    answers_added: int
    answers_changed: int

    def __bool__(self) -> bool:
        return any((self.bookmarks_added, self.bookmarks_changed, self.answers_added, self.answers_changed))


@dataclass(slots=True)
class SessionMemory:
    """For each section that was touched since the start: its bookmark and answer as they were then, None for none."""

    bookmarks: dict[str, Bookmark | None] = field(default_factory=dict)
    answers: dict[str, Answer | None] = field(default_factory=dict)

    def copy(self) -> SessionMemory:
        """Return a copy to go back to when a change fails."""
        return SessionMemory(self.bookmarks.copy(), self.answers.copy())

    def touch_bookmark(self, section: str, now: Bookmark | None) -> None:
        """Note that the bookmark of a section, which is `now`, is about to change."""
        self.bookmarks.setdefault(section, now)

    def touch_answer(self, section: str, now: Answer | None) -> None:
        """Note that the answer of a section, which is `now`, is about to change."""
        self.answers.setdefault(section, now)

    def follow_rename(self, old: str, new: str, bookmark_there: Bookmark | None, answer_there: Answer | None) -> None:
        """Carry what is remembered of a section over to its new id, which has what is given already."""
        if old in self.bookmarks:
            was = self.bookmarks.pop(old)
            self.touch_bookmark(new, bookmark_there or (was and was._replace(section=new)))
        if old in self.answers:
            before = self.answers.pop(old)
            self.touch_answer(new, answer_there or (before and before._replace(section=new)))

    def changes(self, connection: Connection) -> SessionChanges:
        """Count what was added and what was changed since the start and is still there."""
        bookmarks = [(was, rows.bookmark_of(connection, section)) for section, was in self.bookmarks.items()]
        answers = [(was, rows.answer_of(connection, section)) for section, was in self.answers.items()]
        return SessionChanges(
            bookmarks_added=sum(was is None and now is not None for was, now in bookmarks),
            # A bookmark that only moved up because another one went is not changed.
            bookmarks_changed=sum(
                bool(was and now and now._replace(position=was.position) != was) for was, now in bookmarks
            ),
            answers_added=sum(was is None and now is not None for was, now in answers),
            answers_changed=sum(bool(was and now and now != was) for was, now in answers),
        )

    def forget(self, connection: Connection) -> None:
        """Take away what was added, put back what was changed, leave what was removed."""
        for section, was in self.bookmarks.items():
            now = rows.bookmark_of(connection, section)
            if now:
                rows.delete_bookmark(connection, now)
                if was:
                    rows.insert_bookmark(connection, was._replace(position=now.position))
        for section, before in self.answers.items():
            if rows.answer_of(connection, section):
                rows.delete_answer(connection, section)
                if before:
                    rows.put_answer(connection, before)
