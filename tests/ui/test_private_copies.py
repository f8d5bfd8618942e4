"""In a private session every copy carries the formats that keep it out of Windows' history, also one from a field."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from guide_app.ui.clipboard import WINDOWS_PRIVATE
from guide_app.ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def private_window(open_window, records, monkeypatch, qtbot):
    monkeypatch.setattr(sys, "platform", "win32")
    window = open_window(session=Session(lambda: records, private=True))
    window._watch_keys()
    return window


def press(window, key):
    QTest.keyClick(window.windowHandle(), key, CONTROL)


def is_private(clipboard, text):
    return clipboard.data.text() == text and all(clipboard.data.hasFormat(kind) for kind in WINDOWS_PRIVATE)


def test_from_a_line(private_window, clipboard):
    box = private_window.sidebar.search_box
    box.setText("my own words")
    box.setFocus()
    box.selectAll()
    press(private_window, Qt.Key.Key_C)
    assert is_private(clipboard, "my own words")
    press(private_window, Qt.Key.Key_X)
    assert box.text() == ""
    clipboard.data = None
    press(private_window, Qt.Key.Key_C)  # nothing is selected
    assert clipboard.data is None


def test_from_a_note_and_a_label(private_window, clipboard):
    private_window.reading.toggle_bookmark()
    private_window._panels.show_bookmarks()
    panel = private_window.sidebar.built("bookmarks")
    panel.list_widget.setCurrentRow(0)
    panel._note.setPlainText("one\ntwo")
    panel._note.setFocus()
    panel._note.selectAll()
    press(private_window, Qt.Key.Key_X)
    assert is_private(clipboard, "one\ntwo")
    assert panel._note.toPlainText() == ""
    label = QLabel("a number", private_window)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    label.show()
    label.setFocus()
    label.setSelection(0, 8)
    press(private_window, Qt.Key.Key_C)
    assert is_private(clipboard, "a number")


def test_a_pin_cannot_be_copied(private_window, clipboard):
    pin = QLineEdit("271828", private_window)
    pin.setEchoMode(QLineEdit.EchoMode.Password)
    pin.show()
    pin.setFocus()
    pin.selectAll()
    press(private_window, Qt.Key.Key_C)
    assert clipboard.data is None
    assert QApplication.clipboard().text() != "271828"


def test_from_the_article(private_window, qtbot):
    private_window.article.selectAll()
    data = private_window.article.createMimeDataFromSelection()
    assert all(data.hasFormat(kind) for kind in WINDOWS_PRIVATE)


def test_at_home_qt_copies_as_it_always_does(open_window, clipboard, qtbot):
    window = open_window()
    window._watch_keys()
    window.sidebar.search_box.setText("my own words")
    window.sidebar.search_box.setFocus()
    window.sidebar.search_box.selectAll()
    press(window, Qt.Key.Key_C)
    assert clipboard.data is None
    assert QApplication.clipboard().text() == "my own words"
    QApplication.clipboard().clear()
