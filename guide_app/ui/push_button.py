"""A button with words, as rows of them are made."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def push_button(words: str, kind: str, wanted: object) -> QPushButton:
    """Return a button in one of the theme's kinds ("" for the usual one) that calls or emits what is wanted."""
    button = QPushButton(words)
    if kind:
        button.setProperty("kind", kind)
    button.clicked.connect(wanted)
    return button
