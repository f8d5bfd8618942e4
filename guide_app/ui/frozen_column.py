"""Keeps the first column of a table in sight while the table is scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


class FrozenColumn(QTableView):
    """The first column once more, over the table, only while the real one is scrolled out of sight.

    It has the table's model, selection and order; the keyboard stays in the table. Its delegate is the caller's to set,
    and `place` is to be called once the first column has another width.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("frozen")
        self.setAccessibleName("First column")
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for column in range(1, table.model().columnCount()):
            self.setColumnHidden(column, True)
        self._follow_rows()
        self._follow_order()
        table.horizontalScrollBar().valueChanged.connect(self._on_moved_sideways)
        table.selectionModel().currentChanged.connect(self._on_current_changed)
        table.installEventFilter(self)
        self.hide()

    def _follow_rows(self) -> None:
        ours, theirs = self.verticalHeader(), self._table.verticalHeader()
        ours.hide()
        ours.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        ours.setDefaultSectionSize(theirs.defaultSectionSize())
        theirs.sectionResized.connect(self._on_row_resized)
        self._table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._table.verticalScrollBar().setValue)

    def _follow_order(self) -> None:
        ours, theirs = self.horizontalHeader(), self._table.horizontalHeader()
        ours.setDefaultAlignment(theirs.defaultAlignment())
        ours.setHighlightSections(False)
        ours.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        ours.setSectionsClickable(True)
        ours.setSortIndicatorShown(True)
        ours.setSortIndicator(theirs.sortIndicatorSection(), theirs.sortIndicatorOrder())
        theirs.sortIndicatorChanged.connect(self._on_sorted)
        ours.sortIndicatorChanged.connect(self._table.sortByColumn)

    @Slot()
    def place(self) -> None:
        """Lie over the first column."""
        table = self._table
        self.setColumnWidth(0, table.columnWidth(0))
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        height = table.horizontalHeader().height() + table.viewport().height()
        self.setGeometry(table.frameWidth(), table.frameWidth(), table.columnWidth(0) + 1, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the table."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    @Slot(int)
    def _on_moved_sideways(self, value: int) -> None:
        if value and self.isHidden():
            self.place()
            self.show()
            self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())
        elif not value:
            self.hide()

    @Slot(int, int, int)
    def _on_row_resized(self, row: int, _before: int, height: int) -> None:
        self.setRowHeight(row, height)

    @Slot(int, Qt.SortOrder)
    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicator(column, order)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Bring the cell that the arrows lead to out from under this column."""
        covered = self.width() - self._table.visualRect(current).left()
        if current.column() > 0 and self.isVisible() and covered > 0:
            bar = self._table.horizontalScrollBar()
            bar.setValue(bar.value() - covered)
