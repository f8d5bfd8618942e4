"""The main job from end to end in the window: open, search, read, bookmark, answer, copy; and come back to it."""

import datetime
import gc
import weakref
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from guide_app.kiosk.policy import policy_for
from guide_app.records.model import Verdict
from guide_app.records.store import Records
from guide_app.settings import Settings
from guide_app.state import WindowState
from guide_app.ui.session import Session
from guide_app.ui.topic_tree import TARGET_ROLE
from tests.ui.finding import button
from tests.ui.pointer import right_click, turn_wheel
from tests.ui.test_drawer import PAGES

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def marked(window):
    """Return what the tree marks as being read."""
    return window.tree.currentIndex().data(TARGET_ROLE)


# -- the main job ----------------------------------------------------------------------------------------------------


def test_it_opens_on_the_start_page_ready_to_be_asked(window):
    assert window.section == "duty/protect"
    assert window.sidebar.search_box.hasFocus()
    assert window.windowTitle() == "Police Liability Guide"
    assert window.article.verticalScrollBar().value() == 0


def test_ask_read_bookmark_answer_and_copy(qtbot, window, records, clipboard):
    qtbot.keyClicks(window.sidebar.search_box, "dispatcher said help is on the way")
    qtbot.keyClick(window.sidebar.search_box, Qt.Key.Key_Return)
    assert window.section == "duty/promise"
    assert window.bar.question == "What if they promised to come?"
    assert "The clock runs" in window.article.toPlainText()
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    assert records.bookmark_of("duty/promise")
    assert window.bar.bookmark_button.text() == "Bookmarked"
    qtbot.mouseClick(window.bar.no_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(window.bar, "Not about my state"), Qt.MouseButton.LeftButton)
    answer = records.answer_of("duty/promise")
    assert (answer.verdict, str(answer.reason)) == (Verdict.NO, "not-about-my-state")
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    assert "What if they promised to come?" in clipboard.data.text()


def test_a_reader_who_returns_finds_bookmark_and_answer(open_window, records):
    records.add_bookmark("duty/sue", "Can I sue?", "Article")
    records.set_answer("duty/sue", Verdict.YES)
    window = open_window("duty/sue")
    assert window.bar.bookmark_button.isChecked()
    assert window.bar.yes_button.isChecked()


def test_an_answer_by_keys_can_be_undone(qtbot, window, records):
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL_SHIFT)
    assert window.bar.yes_button.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL_SHIFT)
    assert window.bar.no_button.isChecked()
    qtbot.mouseClick(button(window.notices, "Undo"), Qt.MouseButton.LeftButton)
    assert window.bar.yes_button.isChecked()
    assert records.answer_of("duty/protect").verdict is Verdict.YES


# -- tree, article and bar say the same ------------------------------------------------------------------------------


def test_tree_and_bar_follow_the_reading(qtbot, window):
    window.article.setFocus()
    seen = []
    for _ in range(30):
        qtbot.keyClick(window.article, Qt.Key.Key_PageDown)
        assert marked(window) == window.section
        assert window.bar.question == window.tree.currentIndex().data()
        seen.append(window.section)
    assert list(dict.fromkeys(seen)) == [f"duty/{name}" for name in ("protect", "sue", "federal", "promise", "now")]


def test_a_click_in_the_tree_scrolls_there(qtbot, window):
    index = window.tree.topic_model.section_index("duty/federal")
    qtbot.mouseClick(window.tree.viewport(), Qt.MouseButton.LeftButton, pos=window.tree.visualRect(index).center())
    assert window.section == "duty/federal"
    assert window.article.verticalScrollBar().value() > 0


def test_a_bookmark_is_starred_in_the_tree_and_opened_from_its_panel(qtbot, window):
    window.navigator.open_target("duty/promise")
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    window.navigator.open_target("warren/decided")
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    panel = window.sidebar.panel("bookmarks")
    assert panel.list_widget.hasFocus()
    place = panel.list_widget.visualItemRect(panel.list_widget.item(0)).center()
    qtbot.mouseClick(panel.list_widget.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.section == "duty/promise"
    assert "bookmarked" in window.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_bookmark_of_a_section_that_is_gone_says_so_and_leaves_the_page(open_window, records):
    records.add_bookmark("duty/removed", "Was here once", "Article")
    window = open_window("warren/decided")
    window.actions_by_key["panel_bookmarks"].trigger()
    window.sidebar.panel("bookmarks").opened.emit("duty/removed")
    assert window.section == "warren/decided"
    assert window.notices.text == "That part is not in this guide any more."


def test_a_renamed_section_is_opened_under_its_old_id(open_window):
    assert open_window("duty/pledge").section == "duty/promise"


# -- back and forward ------------------------------------------------------------------------------------------------


def test_back_and_forward_by_key_button_and_mouse(qtbot, window):
    window.navigator.open_target("duty/sue")
    window.navigator.open_target("warren/decided")
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.section == "duty/sue"
    qtbot.mouseClick(button(window.header, "Back"), Qt.MouseButton.LeftButton)
    assert window.section == "duty/protect"
    assert not button(window.header, "Back").isEnabled()
    qtbot.mouseClick(window.article.viewport(), Qt.MouseButton.ForwardButton)
    assert window.section == "duty/sue"
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.section == "warren/decided"
    assert not button(window.header, "Forward").isEnabled()


def test_previous_and_next_answer_stop_at_the_ends(qtbot, window):
    for key, section in (
        (Qt.Key.Key_Up, "duty/protect"),
        (Qt.Key.Key_Down, "duty/sue"),
        (Qt.Key.Key_Down, "duty/federal"),
        (Qt.Key.Key_Up, "duty/sue"),
    ):
        qtbot.keyClick(window, key, ALT)
        assert window.section == section
    window.navigator.open_target("duty/now")
    qtbot.keyClick(window, Qt.Key.Key_Down, ALT)
    assert window.section == "duty/now"


def test_home_and_about(window):
    window.navigator.open_target("warren/decided")
    window.actions_by_key["home"].trigger()
    assert window.section == "duty/protect"
    window.navigator.open_target("warren/decided")
    window.actions_by_key["about"].trigger()
    assert window.section == "duty/protect"  # this guide has no page about itself


# -- text size, left side, menus -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifiers", "percent"),
    [
        (Qt.Key.Key_Plus, CTRL, 110),
        (Qt.Key.Key_Equal, CTRL, 110),
        (Qt.Key.Key_Minus, CTRL, 90),
        (Qt.Key.Key_0, CTRL, 100),
    ],
)
def test_text_size_by_keys(qtbot, window, key, modifiers, percent):
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        qtbot.keyClick(window, key, modifiers)
    assert chosen.args == ["text_size", percent]


def test_text_size_by_the_wheel(qtbot, window):
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        turn_wheel(window.article.viewport(), 1, CTRL)
    assert chosen.args == ["text_size", 110]


def test_the_left_side_is_hidden_and_comes_back_for_a_search(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.sidebar.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    assert window.sidebar.search_box.hasFocus()


def test_the_bar_of_a_section_goes_while_a_page_covers_the_article(window):
    window.drawer.show_content("table", "Table", QLabel("Rows"), wide=True, stays=True)
    assert window.bar.isHidden()
    window.drawer.show_content("card", "Card", QLabel("Card"))
    assert window.bar.isVisible()
    window.drawer.go_back()
    assert window.bar.isHidden()
    window.drawer.close_drawer()
    assert window.bar.isVisible()


def test_the_bar_stays_away_while_a_page_covers_the_article_of_a_narrow_window(open_window):
    window = open_window(size=(640, 700))
    window.drawer.show_content("table", "Table", QLabel("Rows"), wide=True, stays=True)
    for hidden_article in (True, False):
        window.sides.toggle()
        assert window.article.isVisible() is not hidden_article
        assert window.bar.isHidden()
    window.sides.toggle()
    window.drawer.close_drawer()
    assert window.bar.isHidden(), "the left side is in front"
    window.sides.toggle()
    assert window.bar.isVisible()


def test_alt_shows_and_hides_the_menus(qtbot, window):
    assert not window.menuBar().isVisible()
    for shown in (True, False):
        qtbot.keyClick(window, Qt.Key.Key_Alt)
        qtbot.waitUntil(lambda shown=shown: window.menuBar().isVisible() is shown)


def test_alt_gives_the_keyboard_to_the_menus_and_back(qtbot, window):
    window.bar.copy_button.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert window.menuBar().hasFocus()
    assert window.menuBar().activeAction().text() == "&File"
    qtbot.keyClick(window.menuBar(), Qt.Key.Key_Right)
    assert window.menuBar().activeAction().text() == "&Go"
    qtbot.keyClick(window.menuBar(), Qt.Key.Key_Escape)
    assert window.bar.copy_button.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert window.menuBar().hasFocus(), "they are in sight: the keyboard comes to them first"
    qtbot.keyClick(window.menuBar(), Qt.Key.Key_Alt)
    assert not window.menuBar().isVisible()
    assert window.bar.copy_button.hasFocus()


def test_a_shortcut_with_alt_shows_no_menus(qtbot, window):
    """They would push everything down, and up again at the next one."""
    window.navigator.open_target("warren")
    qtbot.keyPress(window, Qt.Key.Key_Alt, ALT)
    qtbot.keyPress(window, Qt.Key.Key_Left, ALT)
    qtbot.keyRelease(window, Qt.Key.Key_Left, ALT)
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    assert window.section == "duty/protect"
    assert not window.menuBar().isVisible()


def menu_words(window, place):
    right_click(window.article.viewport(), place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return words


def test_the_context_menu_has_what_fits_the_place(window):
    assert "Copy citation" in menu_words(window, QPoint(40, 10))
    window.article.selectAll()
    assert menu_words(window, QPoint(40, 10))[0] == "Copy"


def test_a_kiosk_has_no_context_menu_and_no_menu_bar(qtbot, open_window):
    window = open_window(policy=policy_for(Settings(), kiosk=True))
    right_click(window.article.viewport(), QPoint(40, 10))
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert QApplication.activePopupWidget() is None
    assert not window.menuBar().isVisible()
    assert window.header.leave_button.text() == "End session"


# -- what is restored ------------------------------------------------------------------------------------------------


def test_size_splitter_panel_and_place_are_handed_over_and_restored(qtbot, open_window):
    first = open_window("warren/decided", size=(1100, 700))
    first.actions_by_key["panel_cases"].trigger()
    with qtbot.waitSignal(first.closing) as closing:
        first.close()
    (state,) = closing.args
    assert (state.last_section, state.sidebar_tab) == ("warren/decided", "cases")
    second = open_window(state.last_section, state=state, size=(1100, 700))
    assert second.section == "warren/decided"
    assert second.state().splitter == state.splitter


def test_a_place_that_is_gone_opens_the_start_page(open_window):
    window = open_window()
    assert window.start("duty/removed") is False
    assert window.section == "duty/protect"


@pytest.mark.parametrize("state", [WindowState(geometry=b"nonsense"), WindowState(splitter=(1, 2, 3))])
def test_a_state_that_cannot_be_restored_is_passed_over(open_window, state):
    assert open_window(state=state).section == "duty/protect"


def test_a_note_that_is_being_written_is_kept_when_the_window_closes(qtbot, window, records):
    window.reading.toggle_bookmark()
    window.actions_by_key["panel_bookmarks"].trigger()
    panel = window.sidebar.panel("bookmarks")
    panel.list_widget.setCurrentRow(0)
    note = panel.findChild(type(panel._note))
    note.setFocus()
    qtbot.keyClicks(note, "Call on Monday")
    window.close()
    assert records.bookmarks()[0].note == "Call on Monday"


# -- windows die -----------------------------------------------------------------------------------------------------


def test_a_closed_window_is_gone_with_everything_in_it(qapp, open_window, made_library):
    window = open_window(session=Session(Records.in_memory))
    window.sidebar.search_box.setText("police")
    for open_page in PAGES.values():
        open_page(window)
    for panel in ("bookmarks", "cases", "topics"):
        window.actions_by_key[f"panel_{panel}"].trigger()
    window.display.larger()
    parts = [window, window.article, window.bar, window.header, window.sidebar, window.drawer, window.navigator]
    watched = {type(part).__name__: weakref.ref(part) for part in parts}
    before = len(qapp.topLevelWidgets())
    window.close()
    window.deleteLater()
    del window, parts, open_page
    for _ in range(3):
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
        gc.collect()
    assert len(qapp.topLevelWidgets()) < before
    assert [name for name, ref in watched.items() if ref() is not None] == []


# -- an old page -----------------------------------------------------------------------------------------------------


class _Day(datetime.date):
    """A day on which the tests of old pages stand still: seven days after the made guide was reviewed."""

    @classmethod
    def today(cls):
        return cls(2026, 12, 1)


def test_a_page_not_reviewed_for_a_year_says_so_and_the_others_do_not(window, monkeypatch):
    monkeypatch.setattr("guide_app.ui.navigator.datetime", SimpleNamespace(date=_Day))
    window.navigator.open_target("old/why")
    assert "This page is more than a year old" in window.article.toPlainText()
    # the notice at the top is out of sight of a reader who lands on a section: the section says it too
    heading = window.article.toPlainText().partition("Why is this page old?")[2]
    assert heading.lstrip().startswith("Last reviewed on January 31, 2019, more than a year ago.")
    window.navigator.open_target("warren")
    assert "more than a year" not in window.article.toPlainText()
    monkeypatch.setattr(_Day, "today", classmethod(lambda cls: cls(2027, 11, 25)))
    window.navigator.open_target("duty")
    assert "This page is more than a year old" in window.article.toPlainText()


@pytest.mark.parametrize(("kept", "shown"), [("cases", "cases"), ("", "topics"), ("of-another-version", "topics")])
def test_the_tab_of_the_left_side_comes_back(open_window, kept, shown):
    assert open_window(state=WindowState(sidebar_tab=kept)).sidebar.current_panel == shown
