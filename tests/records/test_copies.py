"""Copies beside the file: kept cheaply, never of a damaged file, and holding nothing that a reader removed."""

import sqlite3
import stat
import threading

import pytest

from guide_app.records import copies
from guide_app.records.errors import RecordsDamaged, RecordsError, RecordsFull, RecordsReadOnly
from guide_app.records.model import Verdict
from guide_app.records.store import Records
from tests.records.conftest import as_somebody_else


def copy_names(file):
    return sorted(one.name for one in file.parent.iterdir() if "copy" in one.name)


def copied_sections(file, age):
    connection = sqlite3.connect(file.with_name(f"records.copy-{age}.sqlite3"))
    rows = connection.execute("SELECT section FROM bookmark ORDER BY position").fetchall()
    connection.close()
    return [section for (section,) in rows]


def test_a_copy_is_a_whole_private_database_of_its_own(records, file):
    records.add_bookmark("a/b", "t", "")
    records.backup()
    copy = file.with_name("records.copy-1.sqlite3")
    assert copied_sections(file, 1) == ["a/b"]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert copy_names(file) == [copy.name]


def test_no_copy_of_what_was_never_written(records, file):
    records.backup()
    records.close()
    assert copy_names(file) == []


def test_no_second_copy_of_the_same(records, file):
    records.add_bookmark("a/b", "t", "")
    records.backup()
    before = file.with_name("records.copy-1.sqlite3").stat().st_ino
    records.backup()
    records.close()
    assert file.with_name("records.copy-1.sqlite3").stat().st_ino == before
    assert copy_names(file) == ["records.copy-1.sqlite3"]


def test_three_are_kept_the_newest_first(records, file):
    for name in "abcde":
        records.add_bookmark(f"a/{name}", "t", "")
        records.backup()
    assert copy_names(file) == [f"records.copy-{age}.sqlite3" for age in (1, 2, 3)]
    assert [len(copied_sections(file, age)) for age in (1, 2, 3)] == [5, 4, 3]


def test_closing_keeps_a_copy(records, file):
    records.add_bookmark("a/b", "t", "")
    records.close()
    assert copied_sections(file, 1) == ["a/b"]


@pytest.mark.parametrize(
    "change",
    [
        lambda records: records.remove_bookmark("a/secret"),
        lambda records: records.clear_answer("a/secret"),
        lambda records: records.set_note("a/secret", ""),
        lambda records: records.rename("a/secret", "other"),
        lambda records: records.set_answer("a/secret", Verdict.YES),
    ],
)
def test_what_a_reader_took_away_is_in_no_copy_after_the_next_one(records, file, change):
    records.add_bookmark("a/secret", "t", "")
    records.rename("a/secret", "secret name")
    records.set_note("a/secret", "secret note")
    records.set_answer("a/secret", Verdict.NO)
    for name in "abc":
        records.add_bookmark(f"a/{name}", "t", "")
        records.backup()
    change(records)
    records.backup()
    assert copy_names(file) == ["records.copy-1.sqlite3"]


def test_a_removed_word_is_in_no_file_once_the_guide_is_closed(records, file):
    records.add_bookmark("a/zzsecret", "zzsecret title", "zzsecret article")
    records.set_note("a/zzsecret", "zzsecret " * 400)
    records.backup()
    records.remove_bookmark("a/zzsecret")
    records.close()
    for one in file.parent.iterdir():
        assert b"zzsecret" not in one.read_bytes(), one.name


def test_a_damaged_file_never_replaces_a_good_copy(records, file, monkeypatch):
    records.add_bookmark("a/b", "t", "")
    records.backup()
    records.add_bookmark("a/c", "t", "")

    def damaged(_connection):
        raise RecordsDamaged("The bookmarks file is damaged.")

    with monkeypatch.context() as context:
        context.setattr(copies, "require_sound", damaged)
        with pytest.raises(RecordsDamaged):
            records.backup()
        with pytest.raises(RecordsDamaged):
            records.close()
    assert copied_sections(file, 1) == ["a/b"]
    with pytest.raises(sqlite3.ProgrammingError):
        records.bookmarks()


def test_a_copy_that_finds_no_room_leaves_the_old_one(records, file, monkeypatch):
    records.add_bookmark("a/b", "t", "")
    records.backup()
    records.add_bookmark("a/c", "t", "")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr(copies.os, "fsync", full)
        with pytest.raises(RecordsFull):
            records.backup()
    assert copied_sections(file, 1) == ["a/b"]
    records.backup()
    assert copied_sections(file, 1) == ["a/b", "a/c"]
    assert copied_sections(file, 2) == ["a/b"]


def test_a_copy_where_the_folder_allows_none(open_folder):
    open_folder.chmod(0o777)
    with as_somebody_else():
        records = Records.open(open_folder / "records.sqlite3").records
        records.add_bookmark("a/b", "t", "")
    open_folder.chmod(0o555)
    with as_somebody_else(), pytest.raises(RecordsReadOnly):
        records.backup()
    assert records.bookmark_of("a/b")
    records._connection.close()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_MISUSE])
def test_trouble_of_sqlite_while_copying(records, monkeypatch, code):
    records.add_bookmark("a/b", "t", "")

    def broken(_connection):
        error = sqlite3.OperationalError("message")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(copies, "require_sound", broken)
    with pytest.raises(RecordsFull if code == sqlite3.SQLITE_FULL else sqlite3.OperationalError):
        records.backup()


def test_a_copy_may_be_made_in_another_thread_while_the_reader_goes_on(records, file):
    records.add_bookmark("a/b", "t", "")
    failures = []

    def work():
        try:
            records.backup()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(20):
        records.add_bookmark(f"a/x{number}", "t", "")
    for thread in threads:
        thread.join()
    assert failures == []
    assert "a/b" in copied_sections(file, 1)
    assert len(records.bookmarks()) == 21


# ---------------------------------------------------------------------- erasing


def test_erasing_leaves_an_empty_file_and_nothing_else(records, file, open_records):
    file.with_name("records.damaged-2026-01-01T000000.sqlite3").write_bytes(b"old secret")
    file.with_name("records.damaged-2026-01-01T000000.sqlite3-wal").write_bytes(b"old secret")
    file.with_name("records.restored.sqlite3").write_bytes(b"old secret")
    file.with_name("somebody-else.txt").write_bytes(b"theirs")
    records.add_bookmark("a/secret", "t", "")
    records.set_answer("a/secret", Verdict.YES)
    records.backup()
    records.erase_all()
    assert records.bookmarks() == ()
    assert records.answers() == ()
    assert not records.changed_since_start()
    found = {one.name: one.read_bytes() for one in file.parent.iterdir()}
    assert set(found) == {"records.sqlite3", "records.sqlite3-wal", "records.sqlite3-shm", "somebody-else.txt"}
    assert not any(b"secret" in raw for raw in found.values())
    records.add_bookmark("a/new", "t", "")
    records.close()
    assert [bookmark.section for bookmark in open_records().records.bookmarks()] == ["a/new"]


def test_erasing_overwrites_before_it_removes(records, file, monkeypatch):
    records.add_bookmark("a/secret", "t", "")
    records.backup()
    seen = {}
    unlink = type(file).unlink

    def spy(self, **options):
        if self.exists():
            seen[self.name] = set(self.read_bytes())
        unlink(self, **options)

    monkeypatch.setattr(type(file), "unlink", spy)
    records.erase_all()
    assert seen["records.sqlite3"] == seen["records.copy-1.sqlite3"] == {0}


def test_erasing_in_memory():
    records = Records.in_memory()
    records.add_bookmark("a/b", "t", "")
    records.erase_all()
    assert records.bookmarks() == ()
    records.add_bookmark("a/c", "t", "")
    assert records.bookmark_of("a/c")


def test_erasing_reaches_a_file_that_is_only_read_only_itself(open_folder):
    file = open_folder / "records.sqlite3"
    records = Records.open(file).records
    records.add_bookmark("a/b", "t", "")
    records._connection.close()
    file.chmod(0o444)
    open_folder.chmod(0o777)
    with as_somebody_else():
        opened = Records.open(file)
        assert opened.notice
        opened.records.erase_all()
        assert opened.records.bookmarks() == ()
        opened.records.add_bookmark("a/c", "t", "")
        opened.records._connection.close()


def test_erasing_where_nothing_can_be_removed_says_so(open_folder):
    file = open_folder / "records.sqlite3"
    records = Records.open(file).records
    records.add_bookmark("a/b", "t", "")
    records.close()
    for one in open_folder.iterdir():
        one.chmod(0o444)
    open_folder.chmod(0o555)
    with as_somebody_else():
        opened = Records.open(file)
        with pytest.raises(RecordsReadOnly, match=r"records\.copy-1\.sqlite3 could not be erased"):
            opened.records.erase_all()
        assert opened.records.bookmark_of("a/b")


def test_erasing_when_the_folder_has_gone(records, file):
    for one in sorted(file.parent.iterdir()):
        one.unlink()
    file.parent.rmdir()
    records.erase_all()
    assert records.bookmarks() == ()
    assert file.exists()


def test_a_copy_that_comes_too_late_does_not_bring_back_what_was_erased(records, file):
    records.add_bookmark("a/b", "t", "")
    records.erase_all()
    records.backup()
    assert copy_names(file) == []


def test_the_sentence_is_an_environment_error():
    assert issubclass(RecordsReadOnly, RecordsError)
    assert not issubclass(RecordsError, OSError)


def test_a_copy_of_a_later_version_is_not_taken(records, file):
    records.add_bookmark("a/b", "t", "")
    records.backup()
    connection = sqlite3.connect(file.with_name("records.copy-1.sqlite3"))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert copies.newest_good(file) is None
    records.add_bookmark("a/c", "t", "")
    records.backup()
    assert copies.newest_good(file).name == "records.copy-1.sqlite3"
