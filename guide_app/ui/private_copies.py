"""Copies from fields and labels in a private session: kept out of the system's history, like all others.

Qt copies the text of a field by itself, without the formats that Windows' clipboard history looks for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from guide_app.citations.payload import plain_payload
from guide_app.ui.clipboard import CopyService


class PrivateCopies(QObject):
    """Looks at the keys of a window and takes those that copy or cut, while the session is private."""

    def __init__(self, copier: CopyService, parent: QObject) -> None:
        super().__init__(parent)
        self._copier = copier

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Copy in place of the field that has the keyboard."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._copier.private:
            return False
        cuts = event.matches(QKeySequence.StandardKey.Cut)
        if not cuts and not event.matches(QKeySequence.StandardKey.Copy):
            return False
        widget = QApplication.focusWidget()
        text = _selected_text(widget)
        if not text:
            return False
        self._copier.copy("Text", plain_payload(text))
        if cuts:
            _delete_selected(widget)
        return True


def _selected_text(widget: QWidget | None) -> str:
    """Return the selected text of a field that can be copied from, or ""."""
    if isinstance(widget, QLineEdit):
        return widget.selectedText() if widget.echoMode() == QLineEdit.EchoMode.Normal else ""
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().selectedText().replace("\u2029", "\n")
    return widget.selectedText() if isinstance(widget, QLabel) else ""


def _delete_selected(widget: QWidget | None) -> None:
    if isinstance(widget, QLineEdit):
        widget.del_()
    elif isinstance(widget, QPlainTextEdit):
        widget.textCursor().removeSelectedText()
