"""Why the guide could not start, in a window of its own: who starts it from an icon sees no terminal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from guide_app import GUIDE_TITLE
from guide_app.ui.paragraph import SELECTABLE
from guide_app.ui.theme import Theme, style_sheet


def show_start_error(words: str) -> None:
    """Show one sentence until it is closed."""
    box = QMessageBox(QMessageBox.Icon.Warning, GUIDE_TITLE, words, QMessageBox.StandardButton.Close)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(SELECTABLE)
    box.setStyleSheet(style_sheet(Theme().colours))  # the guide has not come to dress anything
    box.exec()
