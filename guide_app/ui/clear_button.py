"""The button in a line edit that empties it, with a name that a screen reader can say."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton


def add_clear_button(line: QLineEdit, name: str) -> None:
    """Give a line edit the button; it is in sight while there is something to clear."""
    line.setClearButtonEnabled(True)
    button = line.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    button.setAccessibleName(name)
    button.setToolTip(name)
