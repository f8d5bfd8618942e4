"""Bookmarks and answers: on disk before the screen says so; a disk that does not allow it is said in one sentence."""

import pytest

from guide_app.records.model import Reason, Verdict
from guide_app.records.store import Records
from guide_app.ui.notices import NoticeBar
from guide_app.ui.record_actions import THANKS, THANKS_PRIVATE, RecordActions
from guide_app.ui.session import Session
from tests.ui.stand_ins import FULL, READ_ONLY, BreakingRecords

SECTION = "duty/sue"


@pytest.fixture
def notices(qtbot, qapp):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def actions(made_library, records, notices):
    return RecordActions(made_library, Session(lambda: records), notices)


def breaking(made_library, notices, **how):
    broken = BreakingRecords(**how)
    return RecordActions(made_library, Session(lambda: broken), notices), broken


def test_a_bookmark_carries_question_and_article_and_is_said(qtbot, actions, records, notices):
    with qtbot.waitSignal(actions.bookmarks_changed):
        actions.toggle_bookmark(SECTION)
    (mark,) = records.bookmarks()
    assert (mark.section, mark.title) == (SECTION, "Can I sue when they did not come?")
    assert mark.article_title == "Do the police have to come when I call?"
    assert notices.text == "Bookmarked."
    assert actions.starred() == {SECTION}


def test_it_is_kept_before_it_is_said(actions, records, notices, monkeypatch):
    seen = []
    monkeypatch.setattr(notices, "say", lambda *_words: seen.append(len(records.bookmarks())))
    actions.toggle_bookmark(SECTION)
    actions.set_answer(SECTION, Verdict.YES)
    assert seen == [1, 1]
    assert records.answer_of(SECTION)


def test_a_second_toggle_deletes_and_undo_brings_it_back_with_its_note(qtbot, actions, records, notices):
    for section in ("duty/protect", SECTION, "warren/decided"):
        actions.toggle_bookmark(section)
    actions.set_note(SECTION, "Call on Monday")
    actions.rename(SECTION, "Mine")
    before = records.bookmarks()
    with qtbot.waitSignal(actions.bookmarks_changed):
        actions.toggle_bookmark(SECTION)
    assert notices.text == "Bookmark deleted."
    assert [mark.section for mark in records.bookmarks()] == ["duty/protect", "warren/decided"]
    with qtbot.waitSignal(actions.bookmarks_changed):
        notices.action_button.click()
    assert records.bookmarks() == before
    assert notices.text == "The bookmark is back."


def test_deleting_what_is_not_there_says_nothing(qtbot, actions, notices):
    with qtbot.assertNotEmitted(actions.bookmarks_changed):
        actions.delete(SECTION)
    assert notices.text == ""


def test_a_bookmark_of_a_renamed_section_is_the_same_bookmark(actions, records):
    records.add_bookmark("duty/pledge", "What if they pledged to come?", "An article")
    assert actions.starred() == {"duty/promise"}
    assert actions.gone(actions.bookmarks()) == frozenset()
    actions.toggle_bookmark("duty/promise")
    assert records.bookmarks() == ()


def test_a_bookmark_whose_section_is_gone_stays_and_is_known_as_gone(actions, records):
    records.add_bookmark("duty/removed", "Was here once", "An article")
    assert actions.gone(actions.bookmarks()) == {"duty/removed"}
    assert actions.starred() == {"duty/removed"}


def test_rename_note_and_order(qtbot, actions, records):
    actions.toggle_bookmark("duty/protect")
    actions.toggle_bookmark(SECTION)
    for change, check in (
        (lambda: actions.rename(SECTION, "Mine"), lambda: records.bookmark_of(SECTION).name == "Mine"),
        (lambda: actions.set_note(SECTION, "Note"), lambda: records.bookmark_of(SECTION).note == "Note"),
        (lambda: actions.move(SECTION, 0), lambda: records.bookmarks()[0].section == SECTION),
    ):
        with qtbot.waitSignal(actions.bookmarks_changed):
            change()
        assert check()


def test_an_answer_is_thanked_for_and_can_be_taken_back(qtbot, actions, records, notices):
    with qtbot.waitSignal(actions.answers_changed):
        actions.set_answer(SECTION, Verdict.NO)
    assert notices.text == THANKS
    assert actions.answer_of(SECTION).verdict is Verdict.NO
    with qtbot.waitSignal(actions.answers_changed):
        notices.action_button.click()
    assert records.answer_of(SECTION) is None
    assert notices.text == "Undone."


def test_undoing_a_changed_answer_brings_the_one_before_back(actions, records, notices):
    actions.set_answer(SECTION, Verdict.NO, Reason.NOT_MY_STATE)
    actions.set_answer(SECTION, Verdict.YES)
    notices.action_button.click()
    answer = records.answer_of(SECTION)
    assert (answer.verdict, answer.reason) == (Verdict.NO, Reason.NOT_MY_STATE)


def test_taking_an_answer_back_can_be_undone(qtbot, actions, records, notices):
    actions.set_answer(SECTION, Verdict.NO, Reason.HARD_TO_UNDERSTAND)
    with qtbot.waitSignal(actions.answers_changed):
        actions.clear_answer(SECTION)
    assert records.answer_of(SECTION) is None
    assert notices.text == "Your answer is taken back."
    notices.action_button.click()
    assert records.answer_of(SECTION).reason is Reason.HARD_TO_UNDERSTAND


def test_an_answer_is_shown_again_when_its_section_was_renamed(actions, records):
    """New content keeps the reader's answers as it keeps bookmarks."""
    records.set_answer("duty/pledge", Verdict.YES)
    answer = actions.answer_of("duty/promise")
    assert answer is not None
    assert answer.verdict is Verdict.YES


def test_a_private_session_promises_nothing(made_library, notices):
    actions = RecordActions(made_library, Session(Records.in_memory, private=True), notices)
    actions.toggle_bookmark(SECTION)
    assert notices.text == "Bookmarked. It is forgotten when the guide closes."
    actions.set_answer(SECTION, Verdict.YES)
    assert notices.text == THANKS_PRIVATE


CHANGES = (
    lambda actions: actions.toggle_bookmark("warren/decided"),
    lambda actions: actions.delete(SECTION),
    lambda actions: actions.rename(SECTION, "Mine"),
    lambda actions: actions.set_note(SECTION, "Note"),
    lambda actions: actions.move(SECTION, 0),
    lambda actions: actions.set_answer(SECTION, Verdict.YES),
    lambda actions: actions.clear_answer(SECTION),
)


@pytest.mark.parametrize("error", [READ_ONLY, FULL], ids=["read-only", "full"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_disk_that_takes_nothing_is_said_and_nothing_else(qtbot, made_library, notices, change, error):
    actions, broken = breaking(made_library, notices)
    actions.toggle_bookmark("duty/protect")
    actions.toggle_bookmark(SECTION)
    actions.set_answer(SECTION, Verdict.NO)
    before = broken.bookmarks(), broken.answers()
    broken.error = error
    with qtbot.assertNotEmitted(actions.bookmarks_changed), qtbot.assertNotEmitted(actions.answers_changed):
        change(actions)
    assert notices.text == str(error)
    assert (broken.bookmarks(), broken.answers()) == before


def test_an_undo_that_the_disk_refuses_is_said(made_library, notices):
    actions, broken = breaking(made_library, notices)
    actions.toggle_bookmark(SECTION)
    actions.delete(SECTION)
    broken.error = FULL
    notices.action_button.click()
    assert notices.text == str(FULL)


def test_records_that_cannot_be_read_leave_the_guide_readable(made_library, notices):
    actions, _broken = breaking(made_library, notices, error=READ_ONLY, reading_breaks=True)
    assert actions.bookmarks() == ()
    assert notices.text == str(READ_ONLY)
    notices.clear()
    assert actions.starred() == frozenset()
    assert actions.answer_of(SECTION) is None
    assert notices.text == str(READ_ONLY)


def test_a_note_that_is_too_long_is_refused_in_a_sentence(actions, records, notices):
    actions.toggle_bookmark(SECTION)
    actions.set_note(SECTION, "n" * 5000)
    assert "4,000" in notices.text
    assert records.bookmark_of(SECTION).note == ""
