"""Every word that a widget and those inside it show or tell, also hidden ones: to prove that something is forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield the texts of a widget and of every widget inside it."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle())
        if isinstance(each, (QLabel, QAbstractButton)):
            yield each.text()
        elif isinstance(each, QLineEdit):
            yield from (each.text(), each.placeholderText())
        elif isinstance(each, (QTextEdit, QPlainTextEdit)):
            yield each.toPlainText()
        elif isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from _texts_of_model(each.model(), QModelIndex())


def _texts_of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield from (str(model.data(index, role) or "") for role in _ROLES)
        yield from _texts_of_model(model, index)
