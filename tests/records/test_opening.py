"""Opening the file: healthy, new, damaged, newer, read-only, full, busy, half-way through a repair."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from guide_app.records import copies, opening, soundness
from guide_app.records.errors import (
    RecordsBusy,
    RecordsDamaged,
    RecordsFull,
    RecordsNewer,
    RecordsReadOnly,
    RecordsUnavailable,
    from_sqlite,
)
from guide_app.records.model import Bookmark, Verdict
from guide_app.records.store import Records
from tests.records.conftest import as_somebody_else

STAMP = "2026-11-24T101500"


def now():
    return STAMP


def pragma(records, name):
    return records._connection.execute(f"PRAGMA {name}").fetchone()[0]


def sections(records):
    return [bookmark.section for bookmark in records.bookmarks()]


def names(file):
    return sorted(one.name for one in file.parent.iterdir())


def with_bookmarks(file, *names):
    """Make a file with bookmarks, without a copy of it, and close it."""
    records = Records.open(file).records
    for name in names:
        records.add_bookmark(f"a/{name}", name, "")
    records._connection.close()


# ---------------------------------------------------------------------- healthy


def test_a_new_file_belongs_to_its_owner_only(records, file):
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    records.add_bookmark("a/b", "t", "")
    assert {stat.S_IMODE(one.stat().st_mode) for one in file.parent.iterdir()} == {0o600}


def test_nothing_has_to_be_said_about_a_healthy_file(open_records):
    assert open_records().notice == ""
    assert open_records().notice == ""


def test_records_come_back(open_records):
    records = open_records().records
    records.add_bookmark("a/b", "Title", "Article")
    records.set_answer("a/b", Verdict.NO)
    before = records.bookmarks(), records.answers()
    records.close()
    records = open_records().records
    assert (records.bookmarks(), records.answers()) == before


def test_each_change_is_on_the_disk_when_the_method_returns(records):
    assert pragma(records, "journal_mode") == "wal"
    assert pragma(records, "synchronous") == 2  # FULL
    assert pragma(records, "secure_delete") == 1
    assert pragma(records, "temp_store") == 2  # memory
    assert not records._connection.in_transaction


def test_on_a_network_folder_the_plain_journal_is_used(open_records, monkeypatch, file):
    with_bookmarks(file, "b")
    monkeypatch.setattr(opening, "is_on_network", lambda folder: folder == file.parent)
    records = open_records().records
    assert pragma(records, "journal_mode") == "delete"
    assert pragma(records, "synchronous") == 3  # EXTRA
    assert pragma(records, "locking_mode") == "normal"
    records.add_bookmark("a/c", "t", "")
    assert names(file) == ["records.sqlite3"]
    assert sections(open_records().records) == ["a/b", "a/c"]


CHILD = """
import sys
from guide_app.records.model import Reason, Verdict
from guide_app.records.store import Records
from pathlib import Path
records = Records.open(Path(sys.argv[1])).records
records.add_bookmark("a/b", "Title", "Article")
records.set_note("a/b", "note")
records.set_answer("a/b", Verdict.NO, Reason.NOT_MY_STATE)
print("Bookmarked", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("network", [False, True])
def test_a_kill_right_after_the_screen_said_so_loses_nothing(file, open_records, network):
    child = CHILD
    if network:
        child = "import guide_app.records.opening as o\no.is_on_network = lambda folder: True\n" + CHILD
    with subprocess.Popen(
        [sys.executable, "-c", child, str(file)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "Bookmarked\n"
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    opened = open_records()
    assert opened.notice == ""
    assert opened.records.bookmark_of("a/b").note == "note"
    assert opened.records.answer_of("a/b").verdict is Verdict.NO


def test_a_kill_in_the_middle_of_a_change_leaves_the_state_before_it(file, open_records):
    half_done = (
        'connection = records._connection\nconnection.execute("BEGIN")\nconnection.execute("DELETE FROM bookmark")\n'
    )
    child = CHILD.replace("print(", half_done + "print(")
    command = [sys.executable, "-c", child, str(file)]
    with subprocess.Popen(
        command, cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.kill()
        process.wait()
    assert sections(open_records().records) == ["a/b"]


def test_a_file_of_an_old_version_is_brought_up_to_date(file, open_records, monkeypatch):
    with_bookmarks(file, "b")
    monkeypatch.setattr(soundness, "MIGRATIONS", (*soundness.MIGRATIONS, ("ALTER TABLE bookmark ADD colour TEXT",)))
    monkeypatch.setattr(soundness, "SCHEMA_VERSION", 2)
    records = open_records().records
    assert pragma(records, "user_version") == 2
    assert sections(records) == ["a/b"]
    assert records._connection.execute("SELECT colour FROM bookmark").fetchall() == [(None,)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(file, monkeypatch):
    with_bookmarks(file, "b")
    monkeypatch.setattr(soundness, "MIGRATIONS", (*soundness.MIGRATIONS, ("DROP TABLE answer", "DROP TABLE no_such")))
    monkeypatch.setattr(soundness, "SCHEMA_VERSION", 2)
    with pytest.raises(sqlite3.OperationalError, match="no_such"):
        Records.open(file)
    monkeypatch.undo()
    records = Records.open(file).records
    assert pragma(records, "user_version") == 1
    assert records.answers() == ()
    records.close()


def test_another_process_that_migrates_first_is_no_harm(file, monkeypatch):
    with_bookmarks(file, "b")
    connection = sqlite3.connect(file, isolation_level=None)
    # Version 0 is read; by the time the transaction begins the other process has finished.
    versions = iter([0, 1, 1])
    monkeypatch.setattr(soundness, "_pragma", lambda _connection, _name: next(versions))
    soundness.bring_up_to_date(connection)
    assert connection.execute("SELECT count(*) FROM bookmark").fetchone() == (1,)
    connection.close()


# ---------------------------------------------------------------------- damaged


def damage_header(file):
    file.write_bytes(b"garbage " * 1_000)


def damage_page(file):
    # Each table of ours is one page of 4096 bytes; the second page is the bookmarks' tree.
    raw = bytearray(file.read_bytes())
    raw[4096:8192] = b"\xa5" * 4096
    file.write_bytes(raw)


def cut_off(file):
    file.write_bytes(file.read_bytes()[:5_000])


def empty(file):
    file.write_bytes(b"")


def another_program_s(file):
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE moz_bookmarks (id)")
    connection.close()


def table_lost(file):
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE answer")
    connection.close()


DAMAGES = [damage_header, damage_page, cut_off, another_program_s, table_lost]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_without_a_copy_is_set_aside_and_the_guide_opens(file, open_records, damage):
    with_bookmarks(file, "b")
    damage(file)
    raw = file.read_bytes()
    opened = open_records(now=now)
    aside = f"records.damaged-{STAMP}.sqlite3"
    assert opened.notice == (
        f"Your bookmarks file was damaged and was set aside as {aside}. "
        "There was no copy of it, so the list starts empty."
    )
    assert file.with_name(aside).read_bytes() == raw
    assert sections(opened.records) == []
    opened.records.add_bookmark("a/new", "t", "")
    opened.records.close()
    assert sections(open_records().records) == ["a/new"]


@pytest.mark.parametrize("damage", [*DAMAGES, empty])
def test_the_last_good_copy_comes_back(file, open_records, damage):
    records = open_records().records
    records.add_bookmark("a/b", "t", "")
    records.set_answer("a/b", Verdict.YES)
    records.close()
    os.utime(file.with_name("records.copy-1.sqlite3"), (1_780_000_000, 1_780_000_000))
    damage(file)
    opened = open_records(now=now)
    assert f"set aside as records.damaged-{STAMP}.sqlite3. The copy of 2026-05-2" in opened.notice
    assert sections(opened.records) == ["a/b"]
    assert opened.records.answer_of("a/b")
    opened.records.add_bookmark("a/c", "t", "")
    opened.records.close()
    opened = open_records()
    assert opened.notice == ""
    assert sections(opened.records) == ["a/b", "a/c"]


def test_a_damaged_copy_is_passed_over_for_an_older_one(file, open_records):
    records = open_records().records
    for name in "bcd":
        records.add_bookmark(f"a/{name}", "t", "")
        records.backup()
    records.close()
    assert [name for name in names(file) if "copy" in name] == [f"records.copy-{age}.sqlite3" for age in (1, 2, 3)]
    damage_header(file.with_name("records.copy-1.sqlite3"))
    damage_header(file)
    assert sections(open_records(now=now).records) == ["a/b", "a/c"]


def test_two_damaged_files_in_one_second_are_both_kept(file, open_records):
    for content in (b"one " * 999, b"two " * 999, b"three " * 999):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
        open_records(now=now).records._connection.close()
    kept = [one.read_bytes()[:3] for one in sorted(file.parent.glob("records.damaged-*.sqlite3"))]
    assert sorted(kept) == [b"one", b"thr", b"two"]


def test_the_log_of_a_damaged_file_is_set_aside_with_it(file):
    # SQLite most often folds the log into its file before; a killed program on a network folder leaves its journal.
    file.parent.mkdir()
    file.write_bytes(b"garbage")
    file.with_name("records.sqlite3-journal").write_bytes(b"journal")
    copies.put_aside_and_restore(file, STAMP)
    assert file.with_name(f"records.damaged-{STAMP}.sqlite3-journal").read_bytes() == b"journal"
    assert names(file) == [f"records.damaged-{STAMP}.sqlite3", f"records.damaged-{STAMP}.sqlite3-journal"]


def test_a_second_repair_does_not_stumble_over_what_a_killed_one_left(file):
    file.parent.mkdir()
    with_bookmarks(file, "b")
    Records.open(file).records.close()
    damage_header(file)
    file.with_name("records.restored.sqlite3").write_bytes(b"half")
    records = Records.open(file, now=now).records
    assert sections(records) == ["a/b"]
    records.close()


def test_a_new_file_is_not_taken_for_a_lost_one_when_the_reader_removed_it(file, open_records):
    records = open_records().records
    records.add_bookmark("a/b", "t", "")
    records.close()
    file.unlink()
    opened = open_records()
    assert opened.notice == ""
    assert sections(opened.records) == []


def test_a_start_that_was_cut_off_before_anything_was_written_is_just_a_start(file, open_records):
    file.parent.mkdir()
    file.touch()
    opened = open_records()
    assert opened.notice == ""
    opened.records.add_bookmark("a/b", "t", "")


def test_a_repair_that_was_cut_off_is_finished_at_the_next_start(file, open_records, monkeypatch):
    records = open_records().records
    records.add_bookmark("a/b", "t", "")
    records.close()
    damage_header(file)
    real = Path.replace

    def killed(self, target):
        if Path(target) == file:
            raise SystemExit
        return real(self, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(SystemExit):
        open_records(now=now)
    monkeypatch.undo()
    assert "records.restored.sqlite3" in names(file)
    opened = open_records()
    assert sections(opened.records) == ["a/b"]
    assert "records.restored.sqlite3" not in names(file)


@pytest.mark.parametrize("with_copy", [True, False])
def test_where_a_damaged_file_cannot_be_set_aside_the_copy_is_shown(open_folder, with_copy):
    file = open_folder / "records.sqlite3"
    records = Records.open(file).records
    records.add_bookmark("a/b", "t", "")
    records.close()
    for one in open_folder.iterdir():
        one.chmod(0o644)
    damage_header(file)
    if not with_copy:
        file.with_name("records.copy-1.sqlite3").unlink()
    open_folder.chmod(0o555)
    with as_somebody_else():
        opened = Records.open(file)
        assert opened.notice.startswith("Your bookmarks file is damaged. ")
        assert ("You see the copy of" if with_copy else "There is no copy of it.") in opened.notice
        assert "allows no changes" in opened.notice
        assert sections(opened.records) == (["a/b"] if with_copy else [])
        with pytest.raises(RecordsReadOnly):
            opened.records.add_bookmark("a/c", "t", "")


def test_damage_while_the_guide_is_open_is_said(records, monkeypatch):
    def damaged(_connection):
        raise error_with(sqlite3.SQLITE_CORRUPT)

    monkeypatch.setattr("guide_app.records.rows.bookmarks", damaged)
    with pytest.raises(RecordsDamaged, match="open it again"):
        records.bookmarks()


def test_a_page_that_breaks_under_an_open_guide_is_repaired_at_the_next_start(open_records, file):
    records = open_records().records
    records.add_bookmark("a/b", "t", "")
    records.close()
    records = open_records().records
    damage_page(file)
    with pytest.raises(RecordsDamaged):
        records.close()
    assert sections(open_records(now=now).records) == ["a/b"]


# ---------------------------------------------------------------------- newer


def test_a_file_of_a_newer_version_is_left_alone(file):
    with_bookmarks(file, "b")
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    raw = file.read_bytes()
    with pytest.raises(RecordsNewer, match=r"a newer version of this guide\. They are safe"):
        Records.open(file)
    assert file.read_bytes() == raw
    assert [name for name in names(file) if "damaged" in name] == []
    file.chmod(0o444)
    file.parent.chmod(0o555)
    file.parent.parent.chmod(0o755)
    with pytest.raises(RecordsNewer):
        opening._read_into_memory(file)
    file.parent.chmod(0o755)


# ---------------------------------------------------------------------- read-only


def assert_reads_but_refuses(opened, error=RecordsReadOnly, expected=("a/b",)):
    with pytest.raises(error) as refused:
        opened.records.add_bookmark("a/new", "t", "")
    assert opened.notice == str(refused.value)
    assert sections(opened.records) == list(expected)
    for write in (
        lambda: opened.records.add_bookmark("a/new", "t", ""),
        lambda: opened.records.add_bookmarks(opened.records.bookmarks()),
        lambda: opened.records.set_answer("a/b", Verdict.YES),
        opened.records.forget_since_start,
    ):
        with pytest.raises(error):
            write()
    assert sections(opened.records) == list(expected)
    opened.records.backup()
    opened.records.close()


def test_a_read_only_file_is_read(open_folder):
    file = open_folder / "records.sqlite3"
    with_bookmarks(file, "b")
    file.chmod(0o444)
    open_folder.chmod(0o777)
    with as_somebody_else():
        assert_reads_but_refuses(Records.open(file))


@pytest.mark.parametrize("network", [False, True])
def test_a_file_in_a_read_only_folder_is_read(open_folder, network, monkeypatch):
    monkeypatch.setattr(opening, "is_on_network", lambda _: network)
    file = open_folder / "records.sqlite3"
    with_bookmarks(file, "b")
    file.chmod(0o666)
    open_folder.chmod(0o555)
    with as_somebody_else():
        assert_reads_but_refuses(Records.open(file))


def test_a_log_in_a_read_only_folder_is_no_obstacle(open_folder):
    file = open_folder / "records.sqlite3"
    records = Records.open(file).records
    records.add_bookmark("a/b", "t", "")
    records._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for one in open_folder.iterdir():
        one.chmod(0o444)
    open_folder.chmod(0o555)
    with as_somebody_else():
        assert_reads_but_refuses(Records.open(file))
    records._connection.close()


def test_a_missing_file_in_a_read_only_folder_reads_as_empty(open_folder):
    open_folder.chmod(0o555)
    with as_somebody_else():
        assert_reads_but_refuses(Records.open(open_folder / "sub" / "records.sqlite3"), expected=())
        assert_reads_but_refuses(Records.open(open_folder / "records.sqlite3"), expected=())


def test_a_file_that_may_not_even_be_read(open_folder):
    file = open_folder / "records.sqlite3"
    with_bookmarks(file, "b")
    file.chmod(0)
    with as_somebody_else(), pytest.raises(RecordsUnavailable, match="cannot be read"):
        Records.open(file)


def test_a_folder_in_the_place_of_the_file(file):
    file.mkdir(parents=True)
    with pytest.raises(RecordsUnavailable, match="cannot be read"):
        Records.open(file)


def test_a_folder_with_odd_characters_in_its_name(tmp_path, open_records):
    file = tmp_path / "100% §? #1" / "records.sqlite3"
    records = open_records(file).records
    records.add_bookmark("a/b", "t", "")
    records.close()
    assert sections(open_records(file).records) == ["a/b"]
    assert file.with_name("records.copy-1.sqlite3").exists()
    assert opening._read_into_memory(file)


# ---------------------------------------------------------------------- full


def fill_the_disk(records):
    """Let the file grow no further, which SQLite reports as it does a full disk."""
    pages = pragma(records, "page_count")
    records._connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_is_said_and_nothing_is_lost(records, open_records):
    records.add_bookmark("a/b", "t", "")
    before = records.bookmarks()
    fill_the_disk(records)
    with pytest.raises(RecordsFull, match="no room left"):
        for number in range(2_000):
            records.add_bookmark(f"a/x{number}", "t" * 300, "u" * 300)
    added = records.bookmarks()
    assert added[:1] == before
    with pytest.raises(RecordsFull):
        records.set_note("a/b", "x" * 4_000)
    assert records.bookmarks() == added
    assert not records._connection.in_transaction
    assert records.changed_since_start().bookmarks_added == len(added)
    records._connection.close()
    assert open_records().records.bookmarks() == added


def test_an_import_on_a_full_disk_adds_all_or_nothing(records):
    many = tuple(Bookmark(f"a/x{number}", "t" * 300, "", "", "", 0, "2026-11-24") for number in range(2_000))
    fill_the_disk(records)
    with pytest.raises(RecordsFull):
        records.add_bookmarks(many)
    assert records.bookmarks() == ()
    assert not records.changed_since_start()


def test_a_full_disk_at_the_first_start(file, monkeypatch):
    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opening, "make_private_folder", full)
    assert_reads_but_refuses(Records.open(file), RecordsFull, expected=())


def test_a_full_disk_at_a_later_start_is_read(file, monkeypatch):
    with_bookmarks(file, "b")

    def full(_connection):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(opening, "_try_to_write", full)
    assert_reads_but_refuses(Records.open(file), RecordsFull)


# ---------------------------------------------------------------------- busy


def test_another_program_that_holds_the_file(file, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with_bookmarks(file, "b")
    records = Records.open(file).records
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordsBusy, match="Wait a moment"):
        records.add_bookmark("a/c", "t", "")
    with pytest.raises(RecordsBusy):
        Records.open(file)
    assert sections(records) == ["a/b"]
    holder.execute("ROLLBACK")
    records.add_bookmark("a/c", "t", "")
    holder.close()
    records.close()


# ---------------------------------------------------------------------- errors


def error_with(code):
    error = sqlite3.OperationalError("message")
    if code is not None:
        error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_CORRUPT_INDEX, RecordsDamaged),
        (sqlite3.SQLITE_NOTADB, RecordsDamaged),
        (sqlite3.SQLITE_FULL, RecordsFull),
        (sqlite3.SQLITE_READONLY_DIRECTORY, RecordsReadOnly),
        (sqlite3.SQLITE_CANTOPEN, RecordsReadOnly),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, RecordsBusy),
        (sqlite3.SQLITE_LOCKED, RecordsBusy),
        (sqlite3.SQLITE_IOERR_WRITE, RecordsUnavailable),
        (sqlite3.SQLITE_IOERR_SHMSIZE, RecordsUnavailable),
        (sqlite3.SQLITE_NOMEM, RecordsUnavailable),
    ],
)
@pytest.mark.parametrize("file", [Path("/home/x/records.sqlite3"), None])
def test_every_trouble_of_the_disk_is_one_sentence_or_two(code, kind, file):
    error = from_sqlite(error_with(code), file)
    assert type(error) is kind
    assert "\n" not in str(error)
    assert str(error).endswith(".")


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE, None])
def test_a_mistake_of_the_program_is_not_dressed_up(code, records, monkeypatch):
    assert from_sqlite(error_with(code), None) is None

    def broken(_connection):
        raise error_with(code)

    monkeypatch.setattr("guide_app.records.rows.bookmarks", broken)
    with pytest.raises(sqlite3.OperationalError, match="message"):
        records.bookmarks()


def test_a_mistake_of_the_program_at_the_start_is_not_dressed_up(file, monkeypatch):
    def broken(_connection):
        raise error_with(sqlite3.SQLITE_MISUSE)

    monkeypatch.setattr(opening, "_try_to_write", broken)
    with pytest.raises(sqlite3.OperationalError, match="message"):
        Records.open(file)


def test_a_change_that_fails_for_a_mistake_is_rolled_back(records):
    records.add_bookmark("a/b", "t", "")
    with pytest.raises(TypeError), records._change() as connection:
        connection.execute("DELETE FROM bookmark")
        raise TypeError
    assert sections(records) == ["a/b"]


def test_a_shape_that_cannot_be_asked_for_is_not_called_damage():
    class Broken:
        in_transaction = False

        def execute(self, query):
            if query.startswith("PRAGMA user_version"):
                return self
            raise error_with(sqlite3.SQLITE_IOERR)

        def fetchone(self):
            return (1,)

    with pytest.raises(sqlite3.OperationalError, match="message"):
        soundness.bring_up_to_date(Broken())


def test_copies_are_named_by_the_records_file(tmp_path):
    file = tmp_path / "mine.db"
    records = Records.open(file).records
    records.add_bookmark("a/b", "t", "")
    records.close()
    assert copies.newest_good(file) == tmp_path / "mine.copy-1.db"
