"""All states side by side as a model for a table: filtered and sorted by the rules of `places.comparison`."""

from __future__ import annotations

import textwrap
from collections.abc import Collection

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guide_app.places.comparison import Column, ComparisonRow, cell, filter_rows, sort_rows

COLUMNS = tuple(Column)
HEAD_LETTERS = 15
STATE_ROLE = Qt.ItemDataRole.UserRole
"""The postal abbreviation of a row."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ComparisonModel(QAbstractTableModel):
    """Holds the rows that are shown, out of all."""

    def __init__(self, rows: tuple[ComparisonRow, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = rows
        self.rows = rows
        self._labels: frozenset[str] = frozenset()
        self._typed = ""
        self._column = Column.STATE
        self._descending = False

    @property
    def count(self) -> int:
        """Return the number of all rows, shown or not."""
        return len(self._all)

    @property
    def order_words(self) -> str:
        """Say how the rows are sorted."""
        return f"Sorted by {self._column.value}, {'backward' if self._descending else 'forward'}"

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows that are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, and the state of its row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.label}. {row.one_line}" if column is Column.LABEL else f"Open {row.state}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # a cell alone tells a listener nothing, and a label without its line misleads
            said = f"{row.label}. {row.one_line}" if column is Column.LABEL else cell(row, column)
            return f"{row.state}, {column.value}: {said}"
        return row.abbreviation if role == STATE_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column, or the state of a row."""
        words = None
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            words = COLUMNS[section].value
        elif orientation == Qt.Orientation.Vertical and 0 <= section < len(self.rows):
            words = self.rows[section].state
        if words is None or role == Qt.ItemDataRole.AccessibleTextRole:
            return words
        # a heading does not wrap by itself
        return textwrap.fill(words, HEAD_LETTERS) if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column = COLUMNS[max(0, column)]
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._show()

    def filter_by(self, labels: Collection[str], typed: str) -> None:
        """Show the rows that have one of the labels (all where there is none), and hold what was typed."""
        self._labels = frozenset(labels)
        self._typed = typed
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        shown = filter_rows(self._all, labels=self._labels, typed=self._typed)
        self.rows = sort_rows(shown, self._column, descending=self._descending)
        self.endResetModel()
