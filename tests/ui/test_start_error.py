"""The window that says why the guide could not start."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from guide_app.ui.start_error import show_start_error
from guide_app.ui.theme import CONTROL_HEIGHT


def test_it_shows_the_sentence_until_it_is_closed(qtbot):
    read, heights = [], []

    def close():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        read.append(box.text())
        button = box.button(QMessageBox.StandardButton.Close)
        heights.append(button.height())
        button.click()

    QTimer.singleShot(0, close)
    show_start_error("There is no <content> folder at /nowhere.")
    assert read == ["There is no <content> folder at /nowhere."]
    assert heights[0] >= CONTROL_HEIGHT, "it looks like the guide"
