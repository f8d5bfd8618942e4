"""What a visitor may try on the window, and what stays shut."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QMenuBar, QPushButton

from guide_app.ui.theme import TOUCH_HEIGHT
from tests.ui.finding import button

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def other_windows(kiosk):
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not kiosk.window]


def test_it_fills_the_screen_without_a_frame_and_stays_on_top(kiosk):
    window = kiosk.window
    assert window.isFullScreen()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.geometry() == window.screen().geometry()
    assert not window.findChildren(QMenuBar)


def test_alt_shows_no_menu(kiosk):
    kiosk.key(Qt.Key.Key_Alt)
    assert not any(bar.isVisible() for bar in kiosk.window.findChildren(QMenuBar))


@pytest.mark.parametrize("change", [QMainWindow.showNormal, QMainWindow.showMinimized, QMainWindow.hide])
def test_it_comes_back_full_screen(kiosk, change):
    change(kiosk.window)
    kiosk.qtbot.waitUntil(lambda: kiosk.window.isFullScreen() and kiosk.window.isVisible())


def test_it_cannot_be_closed(kiosk):
    QApplication.sendEvent(kiosk.window.windowHandle(), QCloseEvent())
    assert kiosk.window.isVisible()
    kiosk.window.close()
    assert kiosk.window.isVisible()
    kiosk.key(Qt.Key.Key_F4, ALT)
    kiosk.key(Qt.Key.Key_Q, CONTROL)
    assert kiosk.window.isVisible()
    assert not kiosk.ended_with


@pytest.mark.parametrize("pressed", [RIGHT, MIDDLE])
def test_other_buttons_of_the_mouse_open_nothing_and_paste_nothing(kiosk, pressed):
    kiosk.clipboard.selected.setText("pasted")
    for widget in (kiosk.window.article, kiosk.window.sidebar.search_box, kiosk.window.tree, kiosk.window.header):
        kiosk.click(widget, pressed)
    assert not other_windows(kiosk)
    assert not kiosk.window.findChildren(QMenu)
    assert kiosk.window.sidebar.search_box.text() == ""


def test_the_menu_key_opens_nothing(kiosk):
    place = QPoint(700, 300)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place)
    QApplication.sendEvent(kiosk.window.windowHandle(), menu)
    for widget in (kiosk.window, kiosk.window.article, kiosk.window.sidebar.search_box, kiosk.window.bar):
        QApplication.sendEvent(widget, menu)
    assert not other_windows(kiosk)
    assert not kiosk.window.findChildren(QMenu)


def test_nothing_can_be_dropped_on_it(kiosk):
    data = QMimeData()
    data.setText("dropped")
    at = kiosk.window.sidebar.search_box.mapTo(kiosk.window, QPoint(20, 20))
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, data, LEFT, NONE)
    QApplication.sendEvent(kiosk.window.windowHandle(), enter)
    assert not enter.isAccepted()
    drop = QDropEvent(QPointF(at), copy, data, LEFT, NONE)
    QApplication.sendEvent(kiosk.window.windowHandle(), drop)
    assert not drop.isAccepted()
    assert kiosk.window.sidebar.search_box.text() == ""


def test_selected_text_cannot_be_dragged(kiosk, monkeypatch):
    window = kiosk.window
    window.navigator.open_target("warren/decided")
    kiosk.select("zeta7 is sentence 7")
    pane = window.article
    at = pane.viewport().mapTo(window, pane.cursorRect().center() - QPoint(20, 0))
    value = pane.verticalScrollBar().value()
    kiosk.qtbot.mousePress(window.windowHandle(), LEFT, NONE, at)
    assert not pane.textCursor().hasSelection()
    assert pane.verticalScrollBar().value() == value
    kiosk.qtbot.mouseRelease(window.windowHandle(), LEFT, NONE, at)


def test_selected_text_of_a_card_cannot_be_dragged(kiosk):
    kiosk.window._drawer_pages.toggle_emergency()
    QApplication.processEvents()
    number = next(
        label
        for label in kiosk.window.drawer.findChildren(QLabel)
        if label.text() and label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    )
    number.setSelection(0, 2)
    at = number.mapTo(kiosk.window, QPoint(4, number.height() // 2))
    kiosk.qtbot.mousePress(kiosk.window.windowHandle(), LEFT, NONE, at)
    assert not number.hasSelectedText()
    kiosk.qtbot.mouseRelease(kiosk.window.windowHandle(), LEFT, NONE, at)


def test_a_window_that_opens_later_has_the_gate_before_it_too(kiosk):
    acted = []
    kiosk.program.gate.acted.connect(lambda: acted.append(True))
    popup = QLabel("a list", kiosk.window, Qt.WindowType.Popup)

    def open_list():
        popup.show()

    kiosk.window.sidebar.search_box.textChanged.connect(open_list)
    kiosk.type("a")
    QApplication.processEvents()
    acted.clear()
    kiosk.qtbot.keyClick(popup.windowHandle(), Qt.Key.Key_A)
    assert acted
    kiosk.window.sidebar.search_box.textChanged.disconnect(open_list)
    kiosk.wait_for_reset(kiosk.window.leave)
    assert not popup.isVisible()


def test_every_control_is_large_enough_for_a_finger(kiosk):
    window = kiosk.window
    buttons = [
        each for each in window.findChildren(QPushButton) if each.isVisible() and each.property("kind") != "link"
    ]
    assert len(buttons) > 8
    assert [each.text() for each in buttons if each.height() < TOUCH_HEIGHT] == []
    assert window.sidebar.search_box.height() >= TOUCH_HEIGHT


def test_no_control_leads_to_a_file(kiosk):
    window = kiosk.window
    window._panels.show_bookmarks()
    window.cite_pages.show_forms()
    QApplication.processEvents()
    words = [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]
    assert not [text for text in words if "file" in text.lower() or "save" in text.lower()]
    for ask in (window.paper.export_bookmarks, window.paper.import_bookmarks, window.offers.save_pdf):
        ask()
    window.paper.save_pdf("duty/sue", whole=False)
    assert not other_windows(kiosk)


def test_the_way_out_says_that_it_ends_the_session(kiosk):
    leave = button(kiosk.window, "End session")
    assert leave.accessibleDescription().startswith("Forget everything")
    assert button(kiosk.window, "Staff").isVisible()


def test_nothing_is_said_of_a_private_session_or_of_closing_the_guide(kiosk):
    kiosk.key(Qt.Key.Key_D, CONTROL)
    assert kiosk.window.notices.text == "Bookmarked. It is forgotten when your session ends."
    kiosk.window.reading.copy_citation()
    assert kiosk.window.notices.text == "Citation copied. It is forgotten when your session ends."
    kiosk.window.reading.answer_yes()
    assert kiosk.window.notices.text == "Thank you. Your answer is counted, with nothing about you."
    assert not kiosk.window.header.private_label.isVisible()


def test_no_help_mode_of_qt_is_entered(kiosk):
    QApplication.sendEvent(kiosk.window.windowHandle(), QEvent(QEvent.Type.EnterWhatsThisMode))
    kiosk.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert not other_windows(kiosk)
