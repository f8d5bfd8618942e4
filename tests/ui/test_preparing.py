"""The small window of a start that has to compile first."""

import pytest
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from guide_app.ui.preparing import WORDS, progress_in_window


def dialogs():
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QProgressDialog)]


@pytest.fixture
def slow(monkeypatch):
    """Let every task take longer than half a second."""
    monkeypatch.setattr("guide_app.progress.SHOWN_AFTER_S", 0)
    monkeypatch.setattr("guide_app.progress.SHOWN_EVERY_S", 0)


def test_it_says_what_is_done_and_how_far_it_is(qtbot, slow):
    progress = progress_in_window()
    progress(1, 4)
    (dialog,) = dialogs()
    assert dialog.isVisible()
    assert dialog.labelText() == WORDS
    assert dialog.value() == 25
    assert dialog.findChildren(QPushButton) == []  # there is nothing to stop: without a guide there is no window
    progress(4, 4)
    assert dialog.isVisible()
    progress.close()
    qtbot.waitUntil(lambda: dialogs() == [])


def test_a_short_task_opens_no_window(qapp):
    progress = progress_in_window()
    progress(1, 4)
    progress.close()
    assert dialogs() == []
