"""The window that says why the guide could not start."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from guide_app.ui.start_error import show_start_error


def test_it_shows_the_sentence_until_it_is_closed(qtbot):
    read = []

    def close():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        read.append(box.text())
        box.button(QMessageBox.StandardButton.Close).click()

    QTimer.singleShot(0, close)
    show_start_error("There is no <content> folder at /nowhere.")
    assert read == ["There is no <content> folder at /nowhere."]
