"""A session that goes private: memory from here on, the disk as it was, and honest words."""

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from guide_app.kiosk.policy import policy_for
from guide_app.records.model import Verdict
from guide_app.records.store import Records
from guide_app.settings import Settings
from guide_app.ui.session import Session
from guide_app.ui.state_chooser import KEEP
from tests.ui.finding import button, texts
from tests.ui.stand_ins import READ_ONLY, BreakingRecords


@pytest.fixture
def file(tmp_path):
    return tmp_path / "records" / "records.sqlite3"


@pytest.fixture
def session(file):
    """A session with a bookmark and an answer of another day, and one of each of today."""
    file.parent.mkdir()
    before = Records.open(file).records
    before.add_bookmark("duty/protect", "An old one", "Article")
    before.set_answer("duty/protect", Verdict.YES)
    before.close()
    session = Session(lambda: Records.open(file).records)
    session.records.add_bookmark("duty/sue", "A new one", "Article")
    session.records.set_answer("duty/sue", Verdict.NO)
    yield session
    session.records.close()


def on_disk(file):
    with sqlite3.connect(file) as database:
        marks = {row[0] for row in database.execute("SELECT section FROM bookmark")}
        answers = {row[0] for row in database.execute("SELECT section FROM answer")}
    database.close()
    return marks, answers


def sections(session):
    return {mark.section for mark in session.records.bookmarks()}, {a.section for a in session.records.answers()}


BOTH = {"duty/protect", "duty/sue"}


@pytest.mark.parametrize(("forget", "left"), [(False, BOTH), (True, {"duty/protect"})])
def test_going_private_leaves_the_disk_as_it_was(qtbot, session, file, forget, left):
    assert session.saved_since_start() == 2
    with qtbot.waitSignal(session.became_private) as became:
        session.go_private(forget=forget)
    assert became.args == [forget]
    assert session.private
    assert on_disk(file) == (left, left)
    session.records.add_bookmark("warren/decided", "A third", "Article")
    session.records.remove_bookmark("duty/protect")
    session.records.set_answer("warren/decided", Verdict.YES)
    assert on_disk(file) == (left, left)


def test_what_was_saved_is_still_on_the_screen(session):
    session.go_private(forget=True)
    assert sections(session) == (BOTH, BOTH)


def test_going_private_twice_is_going_once(qtbot, session):
    session.go_private(forget=False)
    kept = session.records
    with qtbot.assertNotEmitted(session.became_private):
        session.go_private(forget=True)
    assert session.records is kept


def test_a_disk_that_does_not_forget_leaves_the_session_as_it_is(qtbot):
    broken = BreakingRecords()
    broken.add_bookmark("duty/sue", "A new one", "Article")
    broken.error = READ_ONLY
    session = Session(lambda: broken)
    with qtbot.assertNotEmitted(session.became_private), pytest.raises(type(READ_ONLY)):
        session.go_private(forget=True)
    assert not session.private
    assert session.records is broken


# -- in the window ---------------------------------------------------------------------------------------------------


@pytest.fixture
def window(open_window, session):
    return open_window("duty/sue", session=session)


def open_page(qtbot, window):
    window.actions_by_key["private"].trigger()
    assert window.drawer.key == "private"


def forget_box(window):
    return window.drawer.findChild(QCheckBox)


def test_the_page_says_what_it_does_and_what_it_cannot_hide(qtbot, window):
    open_page(qtbot, window)
    words = " ".join(texts(window.drawer))
    for part in ("nothing is kept", "What you saved on other days stays", "cannot hide", "history of what was copied"):
        assert part in words
    assert forget_box(window).isVisible()
    assert forget_box(window).isChecked()


@pytest.mark.parametrize(("checked", "left"), [(True, {"duty/protect"}), (False, BOTH)])
def test_one_press_makes_the_session_private(qtbot, window, session, file, clipboard, checked, left):
    open_page(qtbot, window)
    forget_box(window).setChecked(checked)
    qtbot.mouseClick(button(window.drawer, "Start a private session"), Qt.MouseButton.LeftButton)
    assert session.private
    assert on_disk(file) == (left, left)
    assert window.drawer.key == ""
    assert "Nothing is kept" in window.notices.text
    assert button(window.header, "Private session").isVisible()
    window.actions_by_key["bookmark"].trigger()
    assert on_disk(file) == (left, left)


def keep_state(qtbot, window, typed):
    window.state_pages.show_chooser()
    QTest.keyClicks(window.drawer.content.line, typed)
    QTest.keyClick(window.drawer.content.line, Qt.Key.Key_Return)
    if not window.my_state.kept:
        qtbot.mouseClick(button(window.drawer, KEEP), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("before", ["", "OH"])
@pytest.mark.parametrize("forget", [True, False])
def test_a_state_kept_in_this_session_is_offered_to_be_forgotten(qtbot, open_window, shipped_library, before, forget):
    window = open_window(library=shipped_library, policy=policy_for(Settings(my_state=before)))
    keep_state(qtbot, window, "texas")
    assert window.my_state.kept
    chosen = []
    window.setting_chosen.connect(lambda *args: chosen.append(args))
    open_page(qtbot, window)
    assert forget_box(window).isVisible()
    forget_box(window).setChecked(forget)
    qtbot.mouseClick(button(window.drawer, "Start a private session"), Qt.MouseButton.LeftButton)
    assert chosen == ([("my_state", "")] if forget else [])
    assert window.my_state.name == "Texas", "it is still chosen for this session"
    assert window.my_state.kept is not forget
    del chosen[:]
    window.my_state.choose("CA")
    assert chosen == [], "and no other is kept from now on"
    window.my_state.clear()
    assert chosen == ([] if forget else [("my_state", "")]), "what is cleared is not kept either"


def test_a_state_kept_on_another_day_stays(qtbot, open_window, shipped_library):
    window = open_window(library=shipped_library, policy=policy_for(Settings(my_state="OH")))
    open_page(qtbot, window)
    assert not forget_box(window).isVisible()
    with qtbot.assertNotEmitted(window.setting_chosen):
        qtbot.mouseClick(button(window.drawer, "Start a private session"), Qt.MouseButton.LeftButton)
    assert window.my_state.kept


def test_nothing_to_forget_is_not_offered(qtbot, open_window):
    window = open_window()
    open_page(qtbot, window)
    assert not forget_box(window).isVisible()


def test_a_private_session_says_that_it_is_one(qtbot, window, session):
    session.go_private(forget=False)
    qtbot.mouseClick(button(window.header, "Private session"), Qt.MouseButton.LeftButton)
    words = " ".join(texts(window.drawer))
    assert "This session is private" in words
    assert "Start a private session" not in words


def test_choices_are_not_kept_in_a_private_session(qtbot, window, session):
    with qtbot.waitSignal(window.setting_chosen):
        window.display.larger()
    session.go_private(forget=False)
    with qtbot.assertNotEmitted(window.setting_chosen):
        window.display.larger()
        window.cite.choose_form("markdown")


def test_a_disk_that_does_not_forget_is_said(qtbot, open_window):
    broken = BreakingRecords()
    broken.add_bookmark("duty/sue", "A new one", "Article")
    window = open_window(session=Session(lambda: broken))
    open_page(qtbot, window)
    broken.error = READ_ONLY
    qtbot.mouseClick(button(window.drawer, "Start a private session"), Qt.MouseButton.LeftButton)
    assert window.notices.text == str(READ_ONLY)
    assert not button_exists(window.header, "Private session")


def button_exists(parent, words):
    from tests.ui.finding import buttons

    return words in buttons(parent)


def test_the_page_opens_even_where_the_records_cannot_be_counted(qtbot, open_window):
    broken = BreakingRecords(reading_breaks=True)
    window = open_window(session=Session(lambda: broken))
    broken.error = READ_ONLY
    open_page(qtbot, window)
    assert not forget_box(window).isVisible()
