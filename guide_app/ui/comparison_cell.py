"""Draws a cell of the table of states with air around its words, and as high as all of them need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from guide_app.ui.theme import Theme

SIDE, TOP = 8, 6
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class ComparisonCell(QStyledItemDelegate):
    """The first column is in the colour of a link: it leads to the state, as its whole row does."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground of the cell, then its words."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        said, cell.text = cell.text, ""
        style = self._table.style() or QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, self._table)
        colours = self._theme.colours
        selected = bool(cell.state & QStyle.StateFlag.State_Selected)
        colour = colours.on_soft if selected else colours.ink if index.column() else colours.accent
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(QColor(colour))
        painter.drawText(cell.rect.adjusted(SIDE, TOP, -SIDE, -TOP), int(_FLAGS), said)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size that the words need at the width of their column."""
        width = self._table.columnWidth(index.column())
        room = QRect(0, 0, max(1, width - 2 * SIDE), 100_000)
        said = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        lines = self._table.fontMetrics().boundingRect(room, int(_FLAGS), said)
        return QSize(width, lines.height() + 2 * TOP + 1)
