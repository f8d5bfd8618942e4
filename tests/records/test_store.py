"""Bookmarks and answers through the store: what a reader does, and what is there after it."""

import random
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_app.records import rows
from guide_app.records.errors import RecordsFull, RecordsReadOnly, RecordsTextTooLong
from guide_app.records.model import NAME_LIMIT, NOTE_LIMIT, Answer, Bookmark, Reason, Verdict
from guide_app.records.store import Records

DAY = "2026-11-24"


@pytest.fixture(params=["on disk", "in memory", "copied to memory"])
def any_records(request, records):
    """Every kind of store does the same."""
    if request.param == "on disk":
        return records
    memory = Records.in_memory(today=lambda: DAY)
    return memory if request.param == "in memory" else memory.copy_to_memory()


def fill(records, *names):
    for name in names:
        records.add_bookmark(f"a/{name}", f"Title {name}", "Article")


def order(records):
    bookmarks = records.bookmarks()
    assert [bookmark.position for bookmark in bookmarks] == list(range(len(bookmarks)))
    return "".join(bookmark.section.removeprefix("a/") for bookmark in bookmarks)


# ---------------------------------------------------------------------- bookmarks


def test_a_bookmark_carries_the_titles_as_they_were(any_records):
    added = any_records.add_bookmark("warren/ruling", "What did the\n court decide?", "Warren\x07")
    assert added == Bookmark("warren/ruling", "What did the court decide?", "Warren", "", "", 0, DAY)
    assert any_records.bookmarks() == (added,)
    assert any_records.bookmark_of("warren/ruling") == added
    assert any_records.bookmark_of("warren/ruling")
    assert any_records.bookmark_of("warren/other") is None


def test_marking_twice_keeps_the_first(any_records):
    first = any_records.add_bookmark("a/b", "Title", "Article")
    any_records.set_note("a/b", "mine")
    assert any_records.add_bookmark("a/b", "New title", "New article") == first._replace(note="mine")


def test_a_very_long_title_is_cut(any_records):
    assert len(any_records.add_bookmark("a/b", "x" * 5_000, "y" * 5_000).title) == 300


def test_names_and_notes(any_records):
    fill(any_records, "b")
    assert any_records.bookmarks()[0].label == "Title b"
    any_records.rename("a/b", " My\r\nname ")
    any_records.set_note("a/b", "line 1\r\n\tline 2\r\x00\u202eend\n")
    bookmark = any_records.bookmark_of("a/b")
    assert (bookmark.name, bookmark.label, bookmark.note) == ("My name", "My name", "line 1\n\tline 2\nend")
    any_records.rename("a/b", "")
    any_records.set_note("a/b", " \n")
    assert any_records.bookmark_of("a/b") == Bookmark("a/b", "Title b", "Article", "", "", 0, DAY)


@pytest.mark.parametrize(
    ("write", "limit", "words"),
    [
        (Records.rename, NAME_LIMIT, "A name can have up to 200"),
        (Records.set_note, NOTE_LIMIT, "A note can have up to 4,000"),
    ],
)
def test_what_is_too_long_is_refused_and_never_cut(any_records, write, limit, words):
    fill(any_records, "b")
    write(any_records, "a/b", "x" * limit)
    before = any_records.bookmarks()
    with pytest.raises(RecordsTextTooLong, match=words):
        write(any_records, "a/b", "x" * (limit + 1))
    assert any_records.bookmarks() == before


def test_half_a_character_cannot_break_the_file(any_records):
    any_records.add_bookmark("a/b", "x\ud800y", "")
    any_records.set_note("a/b", "\udfff")
    assert any_records.bookmark_of("a/b").title == "xy"


def test_writing_to_a_bookmark_that_is_not_there_does_nothing(any_records):
    any_records.rename("a/b", "x")
    any_records.set_note("a/b", "x")
    any_records.move("a/b", 0)
    assert any_records.remove_bookmark("a/b") is None
    assert any_records.clear_answer("a/b") is None
    assert any_records.bookmarks() == ()


@pytest.mark.parametrize(
    ("section", "position", "expected"),
    [
        ("b", 0, "bacde"), ("b", 1, "abcde"), ("b", 2, "acbde"), ("b", 4, "acdeb"), ("b", 99, "acdeb"),
        ("b", -3, "bacde"),
        ("a", 4, "bcdea"), ("e", 0, "eabcd"), ("e", 4, "abcde"), ("d", 1, "adbce"),
    ],
)  # fmt: skip
def test_moving(any_records, section, position, expected):
    fill(any_records, *"abcde")
    any_records.move(f"a/{section}", position)
    assert order(any_records) == expected


@pytest.mark.parametrize("section", "abc")
def test_removing_can_be_undone(any_records, section):
    fill(any_records, *"abc")
    any_records.set_note(f"a/{section}", "note")
    before = any_records.bookmarks()
    removed = any_records.remove_bookmark(f"a/{section}")
    assert order(any_records) == "abc".replace(section, "")
    any_records.restore_bookmark(removed)
    assert any_records.bookmarks() == before


def test_undoing_after_the_list_got_shorter_puts_it_at_the_end(any_records):
    fill(any_records, *"abc")
    removed = any_records.remove_bookmark("a/c")
    any_records.remove_bookmark("a/a")
    any_records.restore_bookmark(removed)
    assert order(any_records) == "bc"


def test_undoing_after_it_was_marked_anew_brings_the_old_note_back(any_records):
    fill(any_records, *"abc")
    any_records.set_note("a/a", "old")
    removed = any_records.remove_bookmark("a/a")
    fill(any_records, "a")
    assert order(any_records) == "bca"
    any_records.restore_bookmark(removed)
    assert order(any_records) == "abc"
    assert any_records.bookmark_of("a/a").note == "old"


def test_adding_many_takes_the_new_ones_in_their_order(any_records):
    fill(any_records, "b")
    new = [Bookmark(f"a/{name}", name, "", "", "", 7, DAY) for name in "cbac"]
    new[3] = new[3]._replace(title="second")
    assert any_records.add_bookmarks(tuple(new)) == 2
    assert order(any_records) == "bca"
    assert any_records.bookmark_of("a/c").title == "c"


@given(st.lists(st.tuples(st.sampled_from(["add", "remove", "move", "undo"]), st.integers(0, 5), st.integers(-1, 6))))
def test_the_order_is_that_of_a_plain_list(steps):
    records, plain, removed = Records.in_memory(), [], []
    for what, number, position in steps:
        section = f"a/{number}"
        if what == "add" and section not in plain:
            plain.append(section)
            records.add_bookmark(section, "t", "")
        elif what == "remove" and section in plain:
            removed.append(records.remove_bookmark(section))
            plain.remove(section)
        elif what == "move" and section in plain:
            records.move(section, position)
            plain.remove(section)
            plain.insert(max(0, position), section)
        elif what == "undo" and removed and removed[-1].section not in plain:
            bookmark = removed.pop()
            records.restore_bookmark(bookmark)
            plain.insert(bookmark.position, bookmark.section)
        assert [bookmark.section for bookmark in records.bookmarks()] == plain
        assert [bookmark.position for bookmark in records.bookmarks()] == list(range(len(plain)))
    records.close()


# ---------------------------------------------------------------------- answers


def test_an_answer_can_be_given_changed_and_taken_back(any_records):
    assert any_records.answer_of("a/b") is None
    no = any_records.set_answer("a/b", Verdict.NO, Reason.NOT_MY_STATE)
    assert any_records.answers() == (Answer("a/b", Verdict.NO, Reason.NOT_MY_STATE, DAY),) == (no,)
    yes = any_records.set_answer("a/b", Verdict.YES)
    assert any_records.answer_of("a/b") == Answer("a/b", Verdict.YES, None, DAY) == yes
    assert any_records.clear_answer("a/b") == yes
    assert any_records.answers() == ()
    any_records.restore_answer(no._replace(changed="2025-01-01"))
    assert any_records.answer_of("a/b") == no._replace(changed="2025-01-01")


@pytest.mark.parametrize("reason", [None, *Reason])
def test_every_reason_goes_with_a_no(any_records, reason):
    any_records.set_answer("a/b", Verdict.NO, reason)
    assert any_records.answer_of("a/b").reason is reason


def test_a_yes_with_a_reason_is_a_bug(any_records):
    with pytest.raises(ValueError, match="no reason"):
        any_records.set_answer("a/b", Verdict.YES, Reason.NOT_MY_STATE)


# ---------------------------------------------------------------------- a section got another id


def test_a_renamed_section_keeps_its_bookmark_and_its_answer(any_records):
    fill(any_records, *"abc")
    any_records.set_note("a/b", "note")
    any_records.set_answer("a/b", Verdict.YES)
    bookmark = any_records.bookmark_of("a/b")
    any_records.follow_rename("a/b", "new/b")
    assert any_records.bookmarks()[1] == bookmark._replace(section="new/b")
    assert any_records.bookmark_of("a/b") is None
    assert any_records.answer_of("new/b") == Answer("new/b", Verdict.YES, None, DAY)
    assert any_records.answer_of("a/b") is None


def test_a_section_that_nobody_marked_is_renamed_without_a_change(any_records):
    fill(any_records, "a")
    any_records.follow_rename("a/b", "new/b")
    assert order(any_records) == "a"


@pytest.mark.parametrize(
    ("old", "new", "name", "note"),
    [
        (("", ""), ("", ""), "", ""),
        (("old", "old note"), ("", ""), "old", "old note"),
        (("old", "old note"), ("new", "new note"), "new", "new note\nold note"),
        (("old", "same"), ("new", "same"), "new", "same"),
        (("", "x" * NOTE_LIMIT), ("", "new"), "", ("new\n" + "x" * NOTE_LIMIT)[:NOTE_LIMIT]),
    ],
)
def test_two_bookmarks_of_one_section_become_one(any_records, old, new, name, note):
    fill(any_records, *"abc")
    for section, texts in (("a/a", old), ("a/c", new)):
        any_records.rename(section, texts[0])
        any_records.set_note(section, texts[1])
    any_records.follow_rename("a/a", "a/c")
    assert order(any_records) == "bc"
    bookmark = any_records.bookmark_of("a/c")
    assert (bookmark.name, bookmark.note, bookmark.title) == (name, note, "Title c")


@pytest.mark.parametrize(("old_day", "winner"), [("2027-01-01", Verdict.NO), ("2020-01-01", Verdict.YES)])
def test_of_two_answers_the_later_counts(any_records, old_day, winner):
    any_records.restore_answer(Answer("a/a", Verdict.NO, None, old_day))
    any_records.restore_answer(Answer("a/c", Verdict.YES, None, "2026-06-01"))
    any_records.follow_rename("a/a", "a/c")
    assert [(answer.section, answer.verdict) for answer in any_records.answers()] == [("a/c", winner)]


# ---------------------------------------------------------------------- what the store says about itself


def test_a_copy_in_memory_has_everything_and_touches_the_file_no_more(records):
    fill(records, *"abc")
    records.move("a/c", 0)
    records.set_note("a/b", "note")
    records.set_answer("a/b", Verdict.NO, Reason.SOMETHING_WRONG)
    memory = records.copy_to_memory()
    assert (memory.bookmarks(), memory.answers()) == (records.bookmarks(), records.answers())
    fill(memory, "d")
    memory.clear_answer("a/b")
    assert order(records) == "cab"
    assert records.answers()


def test_a_store_that_refuses_says_why_and_reads_as_empty():
    error = RecordsReadOnly("Nothing can be saved.")
    opened = Records.refusing(error)
    assert opened.notice == "Nothing can be saved."
    assert opened.records.bookmarks() == ()
    for write in (
        lambda: fill(opened.records, "a"),
        lambda: opened.records.set_answer("a/b", Verdict.YES),
        opened.records.forget_since_start,
        opened.records.erase_all,
    ):
        with pytest.raises(RecordsReadOnly):
            write()
    opened.records.backup()
    opened.records.close()


def test_today_is_a_date_without_a_time_of_day():
    records = Records.in_memory()
    assert len(records.add_bookmark("a/b", "t", "").created) == len("2026-11-24")


# ---------------------------------------------------------------------- going private while reading


def state_of(records):
    return records.bookmarks(), records.answers()


def reopened(records, open_records):
    records.close()
    return open_records().records


def prepared(records, open_records):
    """Records with a past: a, b, c marked, b and c answered, all before this session."""
    fill(records, *"abc")
    records.rename("a/a", "old name")
    records.set_answer("a/b", Verdict.YES)
    records.set_answer("a/c", Verdict.NO, Reason.NOT_MY_STATE)
    return reopened(records, open_records)


def test_nothing_changed_is_nothing_to_forget(records, open_records):
    records = prepared(records, open_records)
    assert not records.changed_since_start()


def test_what_a_session_added_is_counted_and_forgotten(records, open_records):
    records = prepared(records, open_records)
    before = state_of(records)
    fill(records, *"de")
    records.move("a/d", 0)
    records.set_answer("a/d", Verdict.YES)
    changes = records.changed_since_start()
    assert (changes.bookmarks_added, changes.bookmarks_changed) == (2, 0)
    assert (changes.answers_added, changes.answers_changed) == (1, 0)
    assert changes
    records.forget_since_start()
    assert state_of(records) == before
    assert not records.changed_since_start()


def test_what_a_session_changed_is_as_it_was_before(records, open_records):
    records = prepared(records, open_records)
    before = state_of(records)
    records.set_note("a/b", "secret")
    records.set_note("a/b", "secret too")
    records.rename("a/a", "secret")
    records.set_answer("a/c", Verdict.YES)
    changes = records.changed_since_start()
    assert (changes.bookmarks_added, changes.bookmarks_changed) == (0, 2)
    assert (changes.answers_added, changes.answers_changed) == (0, 1)
    records.forget_since_start()
    assert state_of(records) == before


def test_what_a_session_removed_stays_removed_and_the_order_stays(records, open_records):
    records = prepared(records, open_records)
    records.remove_bookmark("a/a")
    records.clear_answer("a/b")
    records.move("a/c", 0)
    assert not records.changed_since_start()
    records.forget_since_start()
    assert order(records) == "cb"
    assert [answer.section for answer in records.answers()] == ["a/c"]


def test_what_was_added_and_removed_again_is_nothing_to_forget(records, open_records):
    records = prepared(records, open_records)
    fill(records, "d")
    records.remove_bookmark("a/d")
    records.set_answer("a/d", Verdict.NO)
    records.clear_answer("a/d")
    assert not records.changed_since_start()


def test_what_was_written_and_taken_back_is_nothing_to_forget_though_it_moved(records, open_records):
    records = prepared(records, open_records)
    records.set_note("a/a", "secret")
    records.set_note("a/a", "")
    records.move("a/a", 2)
    assert not records.changed_since_start()


def test_after_forgetting_the_session_begins_anew(records, open_records):
    records = prepared(records, open_records)
    records.remove_bookmark("a/a")
    records.forget_since_start()
    fill(records, "a")
    assert records.changed_since_start().bookmarks_added == 1
    records.forget_since_start()
    assert order(records) == "bc"


def test_a_rename_that_failed_loses_nothing_of_what_is_to_be_forgotten(records, open_records, monkeypatch):
    records = prepared(records, open_records)
    before = state_of(records)
    records.set_note("a/a", "secret")

    def full(_connection, _old, _new):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as context:
        context.setattr(rows, "rename_bookmark", full)
        with pytest.raises(RecordsFull):
            records.follow_rename("a/a", "new/a")
    records.forget_since_start()
    assert state_of(records) == before


def test_a_bookmark_removed_and_made_anew_comes_back_as_it_was(records, open_records):
    records = prepared(records, open_records)
    was = records.bookmark_of("a/a")
    records.remove_bookmark("a/a")
    fill(records, "a")
    records.set_note("a/a", "secret")
    records.forget_since_start()
    assert records.bookmark_of("a/a") == was._replace(position=2)


def test_a_rename_of_the_guide_s_is_not_undone_by_forgetting(records, open_records):
    records = prepared(records, open_records)
    records.follow_rename("a/a", "new/a")
    records.follow_rename("a/b", "new/b")
    assert not records.changed_since_start()
    records.forget_since_start()
    assert [bookmark.section for bookmark in records.bookmarks()] == ["new/a", "new/b", "a/c"]
    assert [answer.section for answer in records.answers()] == ["a/c", "new/b"]


def test_what_was_written_before_such_a_rename_is_forgotten_under_the_new_id(records, open_records):
    records = prepared(records, open_records)
    records.set_note("a/a", "secret")
    records.set_answer("a/b", Verdict.NO)
    fill(records, "d")
    records.set_answer("a/d", Verdict.YES)
    for name in "abd":
        records.follow_rename(f"a/{name}", f"new/{name}")
    changes = records.changed_since_start()
    assert (changes.bookmarks_added, changes.bookmarks_changed) == (1, 1)
    assert (changes.answers_added, changes.answers_changed) == (1, 1)
    records.forget_since_start()
    assert [bookmark.section for bookmark in records.bookmarks()] == ["new/a", "new/b", "a/c"]
    assert not any(bookmark.note for bookmark in records.bookmarks())
    assert records.answer_of("new/b").verdict is Verdict.YES
    assert not records.answer_of("new/d")


def test_a_secret_does_not_hide_in_a_bookmark_that_it_was_merged_into(records, open_records):
    records = prepared(records, open_records)
    before = records.bookmark_of("a/c"), records.answer_of("a/c")
    fill(records, "d")
    records.set_note("a/d", "secret")
    records.set_answer("a/d", Verdict.YES)
    records.follow_rename("a/d", "a/c")
    assert records.bookmark_of("a/c").note == "secret"
    records.forget_since_start()
    assert (records.bookmark_of("a/c"), records.answer_of("a/c")) == before


def test_forgetting_in_memory_works_alike():
    records = Records.in_memory()
    fill(records, *"ab")
    records.set_answer("a/a", Verdict.YES)
    records.forget_since_start()
    assert state_of(records) == ((), ())


def test_forgetting_leaves_no_word_of_it_in_any_file(records, open_records, file):
    records = prepared(records, open_records)
    fill(records, "secretsection")
    records.set_note("a/a", "secretnote " + "x" * 3_000)
    records.rename("a/b", "secretname")
    records.backup()
    assert any(b"secretn" in one.read_bytes() for one in file.parent.iterdir())
    records.forget_since_start()
    for one in file.parent.iterdir():
        assert b"secret" not in one.read_bytes(), one.name
    assert order(records) == "abc"


@pytest.mark.parametrize("seed", range(20))
def test_forgetting_after_any_session_takes_all_that_is_new_and_none_that_is_old(seed, open_records):
    chance = random.Random(seed)
    records = prepared(open_records().records, open_records)
    bookmarks = {bookmark.section: bookmark for bookmark in records.bookmarks()}
    answers = {answer.section: answer for answer in records.answers()}
    for _ in range(30):
        section = f"a/{chance.choice('abcdef')}"
        step = chance.choice(["add", "remove", "note", "move", "answer", "clear"])
        if step == "add":
            records.add_bookmark(section, "t", "")
        elif step == "remove":
            records.remove_bookmark(section)
        elif step == "note":
            records.set_note(section, "secret")
        elif step == "move":
            records.move(section, chance.randrange(6))
        elif step == "answer":
            records.set_answer(section, chance.choice([Verdict.YES, Verdict.NO]))
        else:
            records.clear_answer(section)
    left = {bookmark.section for bookmark in records.bookmarks()} & set(bookmarks)
    answered = {answer.section for answer in records.answers()} & set(answers)
    records.forget_since_start()
    assert {one._replace(position=0) for one in records.bookmarks()} == {
        bookmarks[section]._replace(position=0) for section in left
    }
    assert set(records.answers()) == {answers[section] for section in answered}
    order_of = [bookmark.position for bookmark in records.bookmarks()]
    assert order_of == list(range(len(left)))
