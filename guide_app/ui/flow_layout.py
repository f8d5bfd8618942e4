"""A row of controls that wraps to further rows where the width is short; nothing is ever hidden or cut."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import delete, isValid


class FlowLayout(QLayout):
    """Lays its items in rows from the left, the whole of them against the right edge if `align_right`.

    The layout has height for width, so the widget that holds it grows as it wraps.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, *, align_right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._align_right = align_right
        self.destroyed.connect(partial(_delete_items, self._items))
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def insertWidget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the item at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the rows need at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items into their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._shown():
            hint = item.sizeHint()
            if rows[-1] and used + self.spacing() + hint.width() > rect.width():
                rows.append([])
                used = 0
            used += hint.width() + (self.spacing() if rows[-1] else 0)
            rows[-1].append((item, hint))
        y = rect.y()
        for row in rows:
            widths = [min(hint.width(), rect.width()) for _, hint in row]
            height = max((hint.height() for _, hint in row), default=0)
            total = sum(widths) + self.spacing() * max(0, len(row) - 1)
            x = rect.right() + 1 - total if self._align_right else rect.x()
            for (item, hint), width in zip(row, widths, strict=True):
                if move:
                    top = y + (height - hint.height()) // 2
                    item.setGeometry(QRect(QPoint(x, top), QSize(width, hint.height())))
                x += width + self.spacing()
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())


def _delete_items(items: list[QLayoutItem], _layout: QObject | None = None) -> None:
    """Delete what a layout still held when it went: Qt leaves that to each kind of layout, and Python owns no item."""
    for item in items:
        if isValid(item):
            delete(item)
    items.clear()
