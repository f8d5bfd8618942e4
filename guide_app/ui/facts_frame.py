"""Facts in two columns: what each is about, and what is known."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QWidget


class FactsFrame(QFrame):
    """Shows (name, text) pairs; a name goes above its text where both do not fit side by side.

    A `bare` one has no border: it stands in a card already.
    """

    def __init__(self, rows: Iterable[tuple[str, str]], parent: QWidget | None = None, *, bare: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("facts" if bare else "card")
        form = QFormLayout(self)
        if bare:
            form.setContentsMargins(0, 4, 0, 0)
        else:
            form.setContentsMargins(12, 10, 12, 10)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, text in rows:
            key = QLabel(name)
            key.setProperty("role", "muted")
            key.setAlignment(Qt.AlignmentFlag.AlignTop)
            value = QLabel(text[:1].upper() + text[1:])
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setMinimumWidth(120)
            form.addRow(key, value)
