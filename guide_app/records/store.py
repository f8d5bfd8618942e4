"""The reader's records: bookmarks and answers in one SQLite file, the only precious file of the program.

Every method that writes has committed when it returns (WAL with synchronous=FULL, or the plain journal on a network
folder), so the window may say "Bookmarked" and a kill in the next instant loses nothing.

One thread uses a store; `backup` alone may run in another one.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from guide_app.records import model, rows
from guide_app.records.errors import RecordsError, from_sqlite
from guide_app.records.model import Answer, Bookmark, Reason, Verdict
from guide_app.records.opening import Opened, connect, connect_in_memory
from guide_app.records.session import SessionChanges, SessionMemory


def _today() -> str:
    return time.strftime("%Y-%m-%d")


def _now() -> str:
    # No colons: Windows allows none in a file name.
    return time.strftime("%Y-%m-%dT%H%M%S")


# A named tuple, not a dataclass: it is made on the way to the first paint, and costs a tenth there.
class OpenedRecords(NamedTuple):
    """A store that is ready, and what the reader has to be told about it ("" for nothing)."""

    records: Records
    notice: str


class Records:
    """Bookmarks and answers. Make one with `open`, `in_memory` or `refusing`.

    Methods that write raise a RecordsError with one sentence for the reader (RecordsReadOnly, RecordsFull, RecordsBusy,
    RecordsDamaged, RecordsUnavailable); then nothing has changed, in the file or in what the methods return.
    """

    def __init__(self, opened: Opened, file: Path | None, today: Callable[[], str]) -> None:
        self._connection = opened.connection
        self._refusal = opened.refusal
        self._file = file
        self._today = today
        self._session = SessionMemory()
        # Held while files beside the records are written or erased: a copy that is made in another thread must not
        # reappear after "erase everything".
        self._files = threading.Lock()

    @classmethod
    def open(cls, file: Path, *, today: Callable[[], str] = _today, now: Callable[[], str] = _now) -> OpenedRecords:
        """Open the records file, or make it.

        A damaged file is set aside under a dated name and the last good copy brought back; a file or folder that allows
        no change is opened for reading. Both are said in the notice. Raises RecordsNewer for a file of a later version,
        RecordsBusy when another program holds it, RecordsUnavailable when it cannot even be read.
        """
        opened = connect(file, now)
        return OpenedRecords(cls(opened, file, today), opened.notice)

    @classmethod
    def in_memory(cls, *, today: Callable[[], str] = _today) -> Records:
        """Return empty records that never touch a disk, for a private session and for a kiosk."""
        return cls(Opened(connect_in_memory()), None, today)

    @classmethod
    def refusing(cls, error: RecordsError) -> OpenedRecords:
        """Return empty records that raise `error` at every write, so that reading the guide can go on without them."""
        return OpenedRecords(cls(Opened(connect_in_memory(), error), None, _today), str(error))

    # ------------------------------------------------------------------ bookmarks

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Return all bookmarks in the reader's order."""
        with self._reading() as connection:
            return rows.bookmarks(connection)

    def bookmark_of(self, section: str) -> Bookmark | None:
        """Return the bookmark of a section, or None."""
        with self._reading() as connection:
            return rows.bookmark_of(connection, section)

    def add_bookmark(self, section: str, title: str, article_title: str) -> Bookmark:
        """Mark a section, at the end of the list, and return its bookmark; one that is there already stays as it is."""
        there = self.bookmark_of(section)
        if there:
            return there
        title, article_title = model.title_as_kept(title), model.title_as_kept(article_title)
        added = Bookmark(section, title, article_title, "", "", len(self.bookmarks()), self._today())
        with self._change() as connection:
            self._session.touch_bookmark(section, None)
            rows.insert_bookmark(connection, added)
        return added

    def add_bookmarks(self, bookmarks: tuple[Bookmark, ...]) -> int:
        """Add those whose section is not marked yet at the end, in their order, all or none. Return how many.

        Of two with one section the first counts. Their texts are taken as they are: `exchange` has checked them.
        """
        there = {bookmark.section for bookmark in self.bookmarks()}
        end = len(there)
        added = 0
        with self._change() as connection:
            for bookmark in bookmarks:
                if bookmark.section not in there:
                    there.add(bookmark.section)
                    self._session.touch_bookmark(bookmark.section, None)
                    rows.insert_bookmark(connection, bookmark._replace(position=end + added))
                    added += 1
        return added

    def remove_bookmark(self, section: str) -> Bookmark | None:
        """Take a bookmark away and return it for `restore_bookmark`; None where there was none."""
        removed = self.bookmark_of(section)
        if removed:
            with self._change(removes=True) as connection:
                self._session.touch_bookmark(section, removed)
                rows.delete_bookmark(connection, removed)
        return removed

    def restore_bookmark(self, bookmark: Bookmark) -> None:
        """Undo `remove_bookmark`: put it back at its position. One made for its section meanwhile gives way."""
        there = self.bookmark_of(bookmark.section)
        with self._change(removes=there is not None) as connection:
            self._session.touch_bookmark(bookmark.section, there)
            if there:
                rows.delete_bookmark(connection, there)
            rows.insert_bookmark(connection, bookmark)

    def rename(self, section: str, name: str) -> None:
        """Give a bookmark the reader's own name; "" shows its title again. Raises RecordsTextTooLong."""
        name = model.name_as_kept(name)
        there = self.bookmark_of(section)
        if there:
            self._write_texts(there, there._replace(name=name))

    def set_note(self, section: str, note: str) -> None:
        """Write the note of a bookmark; "" takes it away. Raises RecordsTextTooLong."""
        note = model.note_as_kept(note)
        there = self.bookmark_of(section)
        if there:
            self._write_texts(there, there._replace(note=note))

    def move(self, section: str, new_position: int) -> None:
        """Move a bookmark to a position in the list, counted from 0; beyond an end means to that end."""
        moved = self.bookmark_of(section)
        if moved:
            last = len(self.bookmarks()) - 1
            with self._change() as connection:
                rows.move_bookmark(connection, moved, max(0, min(new_position, last)))

    def _write_texts(self, there: Bookmark, new: Bookmark) -> None:
        with self._change(removes=bool(there.name or there.note)) as connection:
            self._session.touch_bookmark(there.section, there)
            rows.update_bookmark(connection, new.section, name=new.name, note=new.note)

    # ------------------------------------------------------------------ answers

    def answers(self) -> tuple[Answer, ...]:
        """Return all answers, by section."""
        with self._reading() as connection:
            return rows.answers(connection)

    def answer_of(self, section: str) -> Answer | None:
        """Return the answer given for a section, or None."""
        with self._reading() as connection:
            return rows.answer_of(connection, section)

    def set_answer(self, section: str, verdict: Verdict, reason: Reason | None = None) -> Answer:
        """Keep whether a section was helpful, in place of an earlier answer. A reason goes with a No only."""
        if reason and verdict is Verdict.YES:
            raise ValueError("a Yes has no reason")
        given = Answer(section, verdict, reason, self._today())
        self.restore_answer(given)
        return given

    def restore_answer(self, answer: Answer) -> None:
        """Put back an answer that `clear_answer` took or `set_answer` replaced, with its date."""
        there = self.answer_of(answer.section)
        with self._change(removes=there is not None) as connection:
            self._session.touch_answer(answer.section, there)
            rows.put_answer(connection, answer)

    def clear_answer(self, section: str) -> Answer | None:
        """Take an answer back and return it; None where there was none."""
        cleared = self.answer_of(section)
        if cleared:
            with self._change(removes=True) as connection:
                self._session.touch_answer(section, cleared)
                rows.delete_answer(connection, section)
        return cleared

    # ------------------------------------------------------------------ the guide has changed

    def follow_rename(self, old: str, new: str) -> None:
        """Carry a bookmark and an answer over to the new id of their section.

        Where the new id has its own already, its own stays: the notes are joined as far as they fit, and the later
        answer counts. This is no change of the reader's, so `forget_since_start` does not undo it.
        """
        bookmark, answer = self.bookmark_of(old), self.answer_of(old)
        if not bookmark and not answer:
            return
        bookmark_there, answer_there = self.bookmark_of(new), self.answer_of(new)
        with self._change() as connection:
            self._session.follow_rename(old, new, bookmark_there, answer_there)
            if bookmark and bookmark_there:
                note = "\n".join(dict.fromkeys(filter(None, (bookmark_there.note, bookmark.note))))[: model.NOTE_LIMIT]
                rows.update_bookmark(connection, new, name=bookmark_there.name or bookmark.name, note=note)
                rows.delete_bookmark(connection, bookmark)
            elif bookmark:
                rows.rename_bookmark(connection, old, new)
            if answer:
                rows.delete_answer(connection, old)
                later = max((answer, answer_there or answer), key=lambda one: one.changed)
                rows.put_answer(connection, later._replace(section=new))

    # ------------------------------------------------------------------ private sessions

    def changed_since_start(self) -> SessionChanges:
        """Count what was written since the records were opened and is still there."""
        with self._reading() as connection:
            return self._session.changes(connection)

    def forget_since_start(self) -> None:
        """Take out of the file, and out of its copies, what was written since the records were opened.

        Bookmarks and answers that were added go; a note, name or answer that was changed is as it was before. What was
        removed meanwhile stays removed, and the order stays.
        """
        with self._change(removes=True) as connection:
            self._session.forget(connection)
        self._session = SessionMemory()
        with self._reading() as connection:
            # What was forgotten must not stay in the write-ahead log.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.backup()

    def copy_to_memory(self) -> Records:
        """Return records in memory with the same content, for a session that keeps nothing from here on."""
        memory = connect_in_memory()
        for bookmark in self.bookmarks():
            rows.insert_bookmark(memory, bookmark)
        for answer in self.answers():
            rows.put_answer(memory, answer)
        return Records(Opened(memory), None, self._today)

    # ------------------------------------------------------------------ the file

    def backup(self) -> None:
        """Keep a copy beside the file, if anything has changed since the last one. May run in another thread.

        To be called once after the window is there; `close` does it too. Costs some milliseconds and a wait for the
        disk. Raises RecordsError when no copy can be made; the records themselves are then untouched.
        """
        from guide_app.records import copies

        with self._files:
            if self._file and not self._refusal:
                copies.keep(self._file)

    def erase_all(self) -> None:
        """Erase every bookmark and answer, the copies, and files that were set aside as damaged.

        What the disk itself or a system's own backups remember is out of reach. Raises RecordsError naming a file that
        could not be removed.
        """
        from guide_app.records import copies

        if self._refusal and not self._file:
            raise self._refusal
        with self._files:
            self._connection.close()
            try:
                if self._file:
                    copies.erase_every_file(self._file)
            finally:
                opened = connect(self._file, _now) if self._file else Opened(connect_in_memory())
                self._connection, self._refusal = opened.connection, opened.refusal
                self._session = SessionMemory()

    def close(self) -> None:
        """Keep a copy and let go of the file. Raises RecordsError when the copy cannot be made; it is closed anyway."""
        try:
            self.backup()
        finally:
            self._connection.close()

    # ------------------------------------------------------------------ one question, one change

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            yield self._connection
        except sqlite3.Error as error:
            ours = from_sqlite(error, self._file)
            if ours:
                raise ours from error
            raise

    @contextmanager
    def _change(self, *, removes: bool = False) -> Iterator[sqlite3.Connection]:
        """Run the body as one transaction that is on the disk at the end, or has not happened.

        `removes` says that something the reader wrote goes, so that copies from before this change are not kept.
        """
        if self._refusal:
            raise self._refusal
        before = self._session.copy()
        with self._reading() as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                rows.count_change(connection, removes=removes)
                connection.execute("COMMIT")
            except BaseException:
                self._session = before
                # A full disk may have ended the transaction already; then this does nothing.
                connection.rollback()
                raise
