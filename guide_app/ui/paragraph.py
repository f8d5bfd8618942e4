"""A paragraph of words, as every page and card shows them, and words that can be selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


def paragraph(text: str, role: str = "") -> QLabel:
    """Return a paragraph that wraps, in one of the theme's roles."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def let_select(label: QLabel) -> None:
    """Let a label's words be selected by mouse and keyboard, without Qt's own menu: a kiosk must have none."""
    label.setTextInteractionFlags(SELECTABLE)
    label.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
