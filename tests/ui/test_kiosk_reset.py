"""The one reset: words planted by every route that a visitor has are gone, whichever way home is taken."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QClipboard, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from guide_app.kiosk.reset import HOLDERS, Holder
from guide_app.kiosk.totals import Cell, read
from guide_app.settings import Settings
from guide_app.ui.kiosk_session import BY_ERROR, BY_HAND, MOST_ERRORS
from guide_app.ui.paper import PrintJob
from tests.ui.kiosk_parts import everything_said

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT_CONTROL = CONTROL | Qt.KeyboardModifier.ShiftModifier
SECTION = "warren/decided"

# What is planted, and the holders that must have it before the reset.
PLANTED = {
    "searchquark": {"search", "start page"},
    "notequark": {"bookmarks", "dialogs", "start page"},
    "namequark": {"bookmarks", "start page"},
    "helpquark": {"help finder", "start page"},
    "statequark": {"state choice"},
    "filterquark": {"dialogs", "start page"},
    "pinquark": {"dialogs", "start page"},
    "zeta7 is": {"selection", "clipboard", "article", "cite list"},
    "paperquark": {"print jobs"},
    "saidquark": {"notices"},
    "warren/decided": {"totals", "history", "answers"},
}


def plant(kiosk):
    """Leave a word by every route."""
    window = kiosk.window
    kiosk.key(Qt.Key.Key_1, CONTROL)
    window.navigator.open_target(SECTION)
    kiosk.key(Qt.Key.Key_Y, SHIFT_CONTROL)
    kiosk.key(Qt.Key.Key_D, CONTROL)
    kiosk.key(Qt.Key.Key_2, CONTROL)
    panel = window.sidebar.built("bookmarks")
    panel.list_widget.setCurrentRow(0)
    panel._name.setText("namequark")
    panel._name.editingFinished.emit()
    panel._note.setPlainText("notequark")
    panel._note.edited.emit()
    window._panels.show_cases()
    kiosk.type("filterquark")
    window._panels.show_help()
    kiosk.type("helpquark")
    window.my_state.choose("TX")
    window.my_state.typed["day"] = "statequark"
    window.display.larger()
    window.display.choose_scheme("dark")
    kiosk.select("zeta7 is sentence 7")
    kiosk.clipboard.selected = QMimeData()
    kiosk.clipboard.selected.setText("zeta7 is sentence 7")  # as Qt does on X11 with every selection
    kiosk.key(Qt.Key.Key_X, SHIFT_CONTROL)
    window.sides.toggle()
    kiosk.key(Qt.Key.Key_F, CONTROL)
    kiosk.type("searchquark")
    window.paper.clinic_printer.print_(PrintJob("paperquark", "", ""))
    window.paper.clinic_printer._timer.stop()  # the printer is slow today
    window.cite_pages.show_forms()
    kiosk.program.pin_pad.ask()
    kiosk.type("pinquark")
    window.notices.say("saidquark", "Undo", window.display.larger)


def by_button(kiosk):
    kiosk.program.pin_pad.close_sheet()
    kiosk.click(kiosk.window.header.leave_button)


def by_shift(kiosk):
    for _ in range(3):
        kiosk.key(Qt.Key.Key_Shift)


def by_idle(kiosk):
    kiosk.clock.now += 5 * 60 + 61
    kiosk.program.idle.look()


def by_error(kiosk):
    kiosk.program.errors.take(KeyError, KeyError("searchquark"), None)


WAYS = (by_button, by_shift, by_idle, by_error)


def test_every_planted_word_is_there_before_the_reset(kiosk):
    plant(kiosk)
    for word, holders in PLANTED.items():
        assert holders <= set(kiosk.program.reset.who_holds(word)), word


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_left_whichever_way_home(kiosk, capsys, way):
    plant(kiosk)
    kiosk.wait_for_reset(lambda: way(kiosk))
    window = kiosk.window
    for word in PLANTED:
        if word != SECTION:  # its own words are the guide's, its place is asked for below
            assert kiosk.program.reset.who_holds(word) == ()
    said = everything_said(window)
    assert "Start here" in said
    assert not [word for word in PLANTED if word in said]
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        data = kiosk.clipboard.mimeData(mode)
        assert data is None or not data.formats()
    for file in kiosk.paths.totals_file.parents[1].rglob("*"):
        if file.is_file():
            assert not [word for word in PLANTED if word.encode() in file.read_bytes()], file
    assert "quark" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("way", WAYS)
def test_the_start_page_comes_back_as_at_a_start(kiosk, way):
    window = kiosk.window
    sizes = window._splitter.sizes()
    plant(kiosk)
    kiosk.wait_for_reset(lambda: way(kiosk))
    assert window.section == "duty/protect"
    assert window.article.verticalScrollBar().value() == 0
    assert window.sidebar.isVisible()
    assert window.sidebar.current_panel == "topics"
    assert window._splitter.sizes() == sizes
    assert window.sidebar.search_box.hasFocus()
    assert window.drawer.key == ""
    assert not any(sheet.isVisible() for sheet in kiosk.program.rooms.sheets)
    assert (window._theme.scale, window._theme.choice) == (100, "system")
    assert not window.header.back_button.isEnabled()
    assert window.windowTitle() == "Police Liability Guide"
    assert not window._cover.isVisible()
    assert window.isFullScreen()


def test_it_goes_back_to_what_the_clinic_has_set(start_kiosk):
    kiosk = start_kiosk(Settings(kiosk=True, theme="contrast", text_size=150, citation_form="markdown"))
    kiosk.window.display.larger()
    kiosk.window.display.choose_scheme("light")
    kiosk.window.cite.choose_form("ris")
    kiosk.wait_for_reset(lambda: by_shift(kiosk))
    assert (kiosk.window._theme.scale, kiosk.window._theme.choice) == (150, "contrast")
    assert kiosk.window.cite.form == "markdown"


def test_nothing_comes_back_by_undo(kiosk):
    kiosk.type("searchquark")
    kiosk.wait_for_reset(lambda: by_shift(kiosk))
    kiosk.key(Qt.Key.Key_Z, CONTROL)
    assert kiosk.window.sidebar.search_box.text() == ""
    assert all(not field.isUndoAvailable() for field in kiosk.window.findChildren(QLineEdit))


def test_the_next_visitor_can_do_everything_again(kiosk):
    for _visit in range(3):
        plant(kiosk)
        assert kiosk.window.sidebar.built("bookmarks").list_widget.count() == 1
        kiosk.wait_for_reset(lambda: by_shift(kiosk))


@pytest.mark.parametrize(
    ("way", "words"), [(by_button, BY_HAND), (by_shift, BY_HAND), (by_idle, ""), (by_error, BY_ERROR)]
)
def test_what_is_said_afterwards(kiosk, way, words):
    kiosk.type("a")
    kiosk.wait_for_reset(lambda: way(kiosk))
    assert kiosk.window.notices.text == words


def test_a_visit_is_counted_once_and_then_forgotten(kiosk):
    plant(kiosk)
    kiosk.wait_for_reset(lambda: by_button(kiosk))
    kiosk.clock.now += 60
    kiosk.wait_for_reset(lambda: by_error(kiosk))  # nobody was there: no visit
    assert not kiosk.paths.totals_file.exists()
    kiosk.program._write_totals()
    totals = read(kiosk.paths.totals_file)
    (month,) = totals.sessions
    assert totals.sessions[month] == 1
    assert totals.counts[Cell(month, "en", SECTION, "view")] == 1
    assert totals.counts[Cell(month, "en", SECTION, "yes")] == 1


def test_the_start_page_that_shows_itself_is_not_a_view(kiosk):
    kiosk.type("a")
    kiosk.wait_for_reset(lambda: by_shift(kiosk))
    kiosk.program._write_totals()
    totals = read(kiosk.paths.totals_file)
    assert totals.sessions.total() == 1
    assert not totals.counts


def test_every_holder_is_there_and_another_one_is_refused(kiosk):
    assert kiosk.program.reset.missing() == ()
    with pytest.raises(ValueError, match="no holder"):
        kiosk.program.reset.register(Holder("a new room", lambda: None, lambda word: False))
    assert set(HOLDERS) == {holder.name for holder in kiosk.program.reset._in_order()}


def test_a_holder_that_cannot_forget_ends_the_program_under_the_cover(kiosk, monkeypatch):
    def fail():
        raise OSError

    monkeypatch.setattr(kiosk.window.notices, "clear", fail)
    holder = kiosk.program.reset._holders["notices"]
    kiosk.program.reset._holders["notices"] = Holder("notices", fail, holder.holds)
    with kiosk.qtbot.waitSignal(kiosk.program.session.failed):
        by_shift(kiosk)
    assert kiosk.window._cover.isVisible()
    assert kiosk.ended_with == [0]


def test_errors_that_do_not_end_make_the_program_start_again(kiosk):
    for _ in range(MOST_ERRORS - 1):
        kiosk.wait_for_reset(lambda: by_error(kiosk))
    assert not kiosk.ended_with
    by_error(kiosk)
    assert kiosk.ended_with == [0]


def test_an_error_in_a_slot_and_in_an_event_ends_the_session_without_details(kiosk, capsys):
    kiosk.program.errors.install()

    class Broken(QLineEdit):
        def mousePressEvent(self, event):
            raise ValueError("searchquark")

    broken = Broken(kiosk.window)
    broken.show()
    place = QPointF(5, 5)
    left = Qt.MouseButton.LeftButton
    press = QMouseEvent(QEvent.Type.MouseButtonPress, place, place, left, left, Qt.KeyboardModifier.NoModifier)
    kiosk.wait_for_reset(lambda: QApplication.postEvent(broken, press))
    broken.textChanged.connect(lambda text: 1 / 0)
    kiosk.wait_for_reset(lambda: QTimer.singleShot(0, lambda: broken.setText("x")))
    said = "".join(capsys.readouterr())
    assert "ValueError at test_kiosk_reset.py" in said
    assert "ZeroDivisionError" in said
    assert "quark" not in said + everything_said(kiosk.window)
    assert QApplication.activeModalWidget() is None
