"""The bookmarks panel: open, rename, note, reorder, delete; what it asks for is what the reader did."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from guide_app.records.model import NAME_LIMIT, Bookmark
from guide_app.ui.bookmarks_panel import GONE, BookmarksPanel
from guide_app.ui.theme import style_sheet
from tests.ui.finding import button, buttons, texts

MARKS = tuple(
    Bookmark(f"duty/{name}", f"Question about {name}?", "An article", own, note, position, "2026-11-24")
    for position, (name, own, note) in enumerate(
        [("protect", "", ""), ("sue", "My own name", "Ask\nthe clinic"), ("gone", "", "")]
    )
)


@pytest.fixture
def panel(theme, icons, put_up):
    panel = BookmarksPanel(theme, icons)
    panel.setStyleSheet(style_sheet(theme.colours))
    panel.show_bookmarks(MARKS, frozenset({"duty/gone"}))
    return put_up(panel, 320, 700)


def choose(qtbot, panel, row):
    item = panel.list_widget.item(row)
    place = panel.list_widget.visualItemRect(item).center()
    qtbot.mouseClick(panel.list_widget.viewport(), Qt.MouseButton.LeftButton, pos=place)


def name_box(panel):
    return next(box for box in panel.findChildren(QLineEdit) if box.accessibleName() == "Name of this bookmark")


def note_box(panel):
    return panel.findChild(QPlainTextEdit)


def labels(panel):
    return [panel.list_widget.item(row).text() for row in range(panel.list_widget.count())]


def test_bookmarks_are_listed_in_their_order_by_the_readers_own_names(panel):
    assert labels(panel) == ["Question about protect?", "My own name", "Question about gone?"]


def test_a_title_kept_with_straight_marks_looks_like_the_one_of_today(qtbot, panel):
    mark = MARKS[0]._replace(title='What does "tort" mean?', article_title="The city's duty")
    panel.show_bookmarks((mark, MARKS[1]._replace(name='My "own" name')), frozenset())
    assert labels(panel) == ["What does “tort” mean?", 'My "own" name']
    assert "The city’s duty" in panel.list_widget.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    choose(qtbot, panel, 0)
    assert name_box(panel).text() == "What does “tort” mean?"
    with qtbot.assertNotEmitted(panel.renamed):
        choose(qtbot, panel, 1)


def test_a_long_name_is_shown_from_its_beginning(qtbot, panel):
    panel.show_bookmarks((MARKS[0]._replace(name="A name that is longer than the line " * 3),), frozenset())
    choose(qtbot, panel, 0)
    assert name_box(panel).cursorPosition() == 0


def test_an_empty_list_says_how_to_begin(panel):
    panel.show_bookmarks((), frozenset())
    assert any("No bookmarks yet" in text and "Bookmark" in text for text in texts(panel))
    assert not panel.list_widget.isVisible()
    assert not name_box(panel).isVisible()
    assert buttons(panel) == ["Read from a file…"], "there is nothing to save and nothing to list"


def test_a_note_shows_whole_lines(qtbot, panel):
    choose(qtbot, panel, 0)
    lines = (note_box(panel).viewport().height() - 2 * note_box(panel).document().documentMargin()) / (
        note_box(panel).fontMetrics().lineSpacing()
    )
    assert lines == pytest.approx(2, abs=0.1)


def test_a_bookmark_whose_section_is_gone_says_so_and_keeps_its_title(panel):
    said = panel.list_widget.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"Question about gone?. {GONE}")
    assert GONE not in panel.list_widget.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_screen_reader_hears_name_article_and_note(panel):
    said = panel.list_widget.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "My own name. An article. Ask\nthe clinic"


def test_a_click_and_enter_open_exactly_that_section(qtbot, panel):
    with qtbot.waitSignal(panel.opened) as opened:
        choose(qtbot, panel, 1)
    assert opened.args == ["duty/sue"]
    qtbot.keyClick(panel.list_widget, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.keyClick(panel.list_widget, Qt.Key.Key_Return)
    assert opened.args == ["duty/protect"]


def test_choosing_one_shows_its_name_and_note(qtbot, panel):
    choose(qtbot, panel, 1)
    assert (name_box(panel).text(), note_box(panel).toPlainText()) == ("My own name", "Ask\nthe clinic")


def test_renaming_is_told_once_by_enter_or_by_leaving(qtbot, panel):
    choose(qtbot, panel, 0)
    name_box(panel).selectAll()
    with qtbot.waitSignal(panel.renamed) as renamed:
        qtbot.keyClicks(name_box(panel), "For my lawyer")
        qtbot.keyClick(name_box(panel), Qt.Key.Key_Return)
    assert renamed.args == ["duty/protect", "For my lawyer"]


@pytest.mark.parametrize(("typed", "told"), [("Question about sue?", ""), ("", ""), ("  spaced  ", "spaced")])
def test_the_title_itself_or_nothing_takes_the_own_name_away(qtbot, panel, typed, told):
    choose(qtbot, panel, 1)
    name_box(panel).selectAll()
    with qtbot.waitSignal(panel.renamed) as renamed:
        qtbot.keyClick(name_box(panel), Qt.Key.Key_Delete)
        qtbot.keyClicks(name_box(panel), typed)
        qtbot.keyClick(name_box(panel), Qt.Key.Key_Return)
    assert renamed.args == ["duty/sue", told]


def test_an_unchanged_name_and_note_are_not_told(qtbot, panel):
    choose(qtbot, panel, 1)
    with qtbot.assertNotEmitted(panel.renamed), qtbot.assertNotEmitted(panel.noted):
        name_box(panel).setFocus()
        qtbot.keyClick(name_box(panel), Qt.Key.Key_Return)
        note_box(panel).setFocus()
        panel.list_widget.setFocus()


def test_a_name_can_be_no_longer_than_is_kept(qtbot, panel):
    choose(qtbot, panel, 0)
    name_box(panel).setText("n" * 1000)
    assert len(name_box(panel).text()) == NAME_LIMIT


def test_a_note_is_told_when_the_keyboard_leaves_it_and_tab_leaves_it(qtbot, panel):
    choose(qtbot, panel, 0)
    note_box(panel).setFocus()
    qtbot.keyClicks(note_box(panel), "Call on Monday")
    with qtbot.waitSignal(panel.noted) as noted:
        qtbot.keyClick(note_box(panel), Qt.Key.Key_Tab)
    assert noted.args == ["duty/protect", "Call on Monday"]
    assert not note_box(panel).hasFocus()


def test_a_note_belongs_to_the_bookmark_it_was_written_for(qtbot, panel):
    """Choosing another bookmark while the note has the keyboard must not put the text there."""
    choose(qtbot, panel, 0)
    note_box(panel).setFocus()
    qtbot.keyClicks(note_box(panel), "For the first")
    with qtbot.waitSignal(panel.noted) as noted:
        choose(qtbot, panel, 1)
    assert noted.args == ["duty/protect", "For the first"]
    assert note_box(panel).toPlainText() == "Ask\nthe clinic"


def test_a_note_that_is_too_long_is_handed_over_whole(qtbot, panel):
    """Records refuse it with a sentence ("a note is never cut without a word"); cutting it here loses words."""
    choose(qtbot, panel, 0)
    note_box(panel).setFocus()
    note_box(panel).setPlainText("n" * 5000)
    with qtbot.waitSignal(panel.noted) as noted:
        panel.list_widget.setFocus()
    assert len(noted.args[1]) == 5000


@pytest.mark.parametrize(("row", "words", "to"), [(1, "Move up", 0), (1, "Move down", 2), (0, "Move down", 1)])
def test_moving_by_button(qtbot, panel, row, words, to):
    choose(qtbot, panel, row)
    with qtbot.waitSignal(panel.moved) as moved:
        qtbot.mouseClick(button(panel, words), Qt.MouseButton.LeftButton)
    assert moved.args == [MARKS[row].section, to]


def test_moving_by_ctrl_and_arrows(qtbot, panel):
    choose(qtbot, panel, 1)
    for key, to in ((Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 2)):
        with qtbot.waitSignal(panel.moved) as moved:
            qtbot.keyClick(panel.list_widget, key, Qt.KeyboardModifier.ControlModifier)
        assert moved.args == ["duty/sue", to]


def test_the_ends_of_the_list_cannot_be_left(qtbot, panel):
    choose(qtbot, panel, 0)
    assert not button(panel, "Move up").isEnabled()
    assert button(panel, "Move down").isEnabled()
    with qtbot.assertNotEmitted(panel.moved):
        qtbot.keyClick(panel.list_widget, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    choose(qtbot, panel, 2)
    assert not button(panel, "Move down").isEnabled()


def test_deleting_by_button_and_by_key(qtbot, panel):
    choose(qtbot, panel, 1)
    with qtbot.waitSignal(panel.deleted) as deleted:
        qtbot.mouseClick(button(panel, "Delete"), Qt.MouseButton.LeftButton)
    assert deleted.args == ["duty/sue"]
    with qtbot.waitSignal(panel.deleted):
        qtbot.keyClick(panel.list_widget, Qt.Key.Key_Delete)


def test_nothing_chosen_means_nothing_done(qtbot, panel):
    with qtbot.assertNotEmitted(panel.deleted), qtbot.assertNotEmitted(panel.moved):
        panel.list_widget.setFocus()
        panel.list_widget.setCurrentRow(-1)
        qtbot.keyClick(panel.list_widget, Qt.Key.Key_Delete)
        qtbot.keyClick(panel.list_widget, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)


def test_the_choice_stays_when_the_list_is_shown_anew_and_goes_on_to_the_neighbor_of_one_that_is_gone(qtbot, panel):
    choose(qtbot, panel, 1)
    panel.show_bookmarks(MARKS, frozenset())
    assert panel.list_widget.currentRow() == 1
    assert name_box(panel).text() == "My own name"
    panel.show_bookmarks((MARKS[0], MARKS[2]), frozenset())
    assert name_box(panel).text() == "Question about gone?"
    panel.show_bookmarks(MARKS[:1], frozenset())
    assert name_box(panel).text() == "Question about protect?"
    panel.show_bookmarks((), frozenset())
    assert not name_box(panel).isVisible()


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Table of authorities", "table_requested"),
        ("Save to a file…", "export_requested"),
        ("Read from a file…", "import_requested"),
    ],
)
def test_what_can_be_done_with_all_of_them(qtbot, panel, words, signal):
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.mouseClick(button(panel, words), Qt.MouseButton.LeftButton)


def test_where_files_are_not_allowed_they_are_not_offered(theme, icons, put_up):
    panel = put_up(BookmarksPanel(theme, icons, files=False))
    panel.show_bookmarks(MARKS, frozenset())
    assert not any("file" in words for words in buttons(panel))


def test_other_colours_change_nothing_in_the_list(panel, theme):
    before = labels(panel)
    theme.choose("dark")
    panel.restyle()
    assert labels(panel) == before
