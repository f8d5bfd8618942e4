"""The table of the staff report: a row for each section, its counts as text, and a bar under the visits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from guide_app.kiosk.report import UNDER, ReportRow, Share, Shown, helpful_share
from guide_app.ui.section_bar import REASONS
from guide_app.ui.theme import Theme

TOO_FEW = "too few"
"""Said where the share of Yes cannot be told within half of the whole."""
NONE_SHOWN = f"each {UNDER}"
"""Said where no count of a No answer is large enough to be shown."""

_WIDEST_SHARE = 50
_NO_KINDS = ("Without a reason", *(words for _, words in REASONS))
_SECTION, _VISITS, _NO = 0, 1, 3
_HEADS = ("Section", "Visits", "Yes", "No", "Share of yes")
_WIDTHS = (208, 80, 64, 196, 108)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as it is shown: the section, where it stands, the visits that read it, and the answers in words."""

    section: str
    place: str
    visits: Shown
    yes: Shown
    no: str
    share: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the words of the columns."""
        return (self.section, str(self.visits), str(self.yes), self.no, self.share)


def table_rows(rows: tuple[ReportRow, ...], name_of: Callable[[ReportRow], tuple[str, str]]) -> tuple[TableRow, ...]:
    """Return rows as they are shown, those that were read most first; `name_of` gives a section and its place."""
    shown = [
        TableRow(*name_of(row), row.counts[0], row.counts[1], no_words(row.counts[2:]), share_words(helpful_share(row)))
        for row in rows
    ]
    return tuple(sorted(shown, key=lambda row: (-_number(row.visits), row.section)))


def no_words(counts: tuple[Shown, ...]) -> str:
    """Say the No answers by reason: those that are large enough, then that the others are not."""
    said = [f"{words}: {count}" for words, count in zip(_NO_KINDS, counts, strict=True) if isinstance(count, int)]
    if not said:
        return NONE_SHOWN
    return "\n".join(said if len(said) == len(counts) else [*said, f"Others: {NONE_SHOWN}"])


def share_words(share: Share) -> str:
    """Say a share: "74%", "74 to 80%", or that there are too few answers to tell."""
    if share.most - share.least > _WIDEST_SHARE:
        return TOO_FEW
    return f"{share.least}%" if share.least == share.most else f"{share.least} to {share.most}%"


class ReportModel(QAbstractTableModel):
    """The rows of one month."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[TableRow, ...] = ()

    def show_rows(self, rows: tuple[TableRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of sections."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Return the head of a column, above its words; rows have none."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return int(_side(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the words of a cell; a screen reader hears its place or the head of its column with them."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.section}. {row.place}" if column == _SECTION else f"{_HEADS[column]}: {row.cells[column]}"
        return None

    def length_of_bar(self, row: int) -> float:
        """Return how long the bar of a row is, compared to the longest; 0 for a hidden count."""
        most = max(_number(each.visits) for each in self.rows)
        return _number(self.rows[row].visits) / most if most else 0.0


class _Cells(QStyledItemDelegate):
    """Draws the words of a cell, a section's place below it, a bar below the visits, and a hairline between rows."""

    PAD, BAR = 8, 4

    def __init__(self, theme: Theme, model: ReportModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words need at the width of the column."""
        metrics = QFontMetrics(option.font)
        width = max(1, option.rect.width() - 2 * self.PAD)
        flags = int(Qt.TextFlag.TextWordWrap)
        words = metrics.boundingRect(QRect(0, 0, width, 10_000), flags, index.data()).height()
        below = metrics.lineSpacing() + 2 if index.column() == _SECTION else 0
        return QSize(width, words + below + 2 * self.PAD + self.BAR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        colours = self._theme.colours
        place = option.rect
        inner = place.adjusted(self.PAD, self.PAD, -self.PAD, -self.PAD)
        column = index.column()
        painter.save()
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), QColor(colours.border))
        painter.setFont(option.font)
        hidden = index.data() in (UNDER, NONE_SHOWN, TOO_FEW)
        painter.setPen(QColor(colours.muted if hidden else colours.ink))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | _side(column))
        used = painter.drawText(inner, flags, index.data())
        if column == _SECTION:
            metrics = QFontMetrics(option.font)
            painter.setPen(QColor(colours.muted))
            below = QRect(inner.left(), used.bottom() + 2, inner.width(), metrics.lineSpacing())
            words = metrics.elidedText(self._model.rows[index.row()].place, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, int(_side(column)), words)
        elif column == _VISITS:
            length = round(inner.width() * self._model.length_of_bar(index.row()))
            bar = QRect(inner.right() + 1 - length, used.bottom() + 4, length, self.BAR)
            painter.fillRect(bar, QColor(colours.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(place.adjusted(1, 1, -2, -2))
        painter.restore()


class ReportTable(QTableView):
    """Shows the rows; as high as they are, so that only the page around it scrolls downwards."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = ReportModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Cells(theme, self._model, self))
        self.setAccessibleName("Sections by visits and answers")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_rows(self, rows: tuple[TableRow, ...]) -> None:
        """Show other rows."""
        self._model.show_rows(rows)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sections what the other columns leave."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lay the columns out for the present width and text size, and take the height of all rows."""
        widths = [round(width * self._theme.chrome_scale) for width in _WIDTHS]
        widths[_SECTION] = max(widths[_SECTION], self.viewport().width() - sum(widths[_VISITS:]))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > self.viewport().width() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth())


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column in (_SECTION, _NO) else Qt.AlignmentFlag.AlignRight


def _number(count: Shown) -> int:
    """Return a count for order and length; a hidden one comes last and has no length."""
    return count if isinstance(count, int) else 0
