"""The list of answers to what is typed in the search box."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from guide_app.library.model import AuthorityRow, Hit, SearchResult
from guide_app.ui.cut_lines import cut_to_lines
from guide_app.ui.row_ground import paint_ground
from guide_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
TITLE_LINES = 3
SNIPPET_LINES = 2
HEADING_SIZE = 1.2


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row of the list: an answer, or an authority whose citation was typed.

    `group` stands as a heading above the first row of a group, and is empty in the others.
    """

    target: str
    title: str
    place: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    is_authority: bool
    group: str = ""


def row_of_hit(hit: Hit) -> ResultRow:
    """Return the row of an answer."""
    return ResultRow(hit.section, hit.heading, hit.title, hit.snippet, hit.marks, is_authority=False)


def row_of_authority(row: AuthorityRow) -> ResultRow:
    """Return the row of an authority."""
    return ResultRow(row.id, row.name, "Cases and laws", row.cite, (), is_authority=True)


class ResultsModel(QAbstractListModel):
    """The rows of one search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ResultRow, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of results."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a result, or its words for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (row.group, row.title, row.place, row.snippet)))
        if role == ROW_ROLE:
            return row
        return None

    def show(self, rows: tuple[ResultRow, ...]) -> None:
        """Take the rows of another search."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


class ResultDelegate(QStyledItemDelegate):
    """Draws the question in bold, where it stands, and a snippet with the hits marked."""

    PAD = 8
    GROUP_AIR = 12

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of title, place and snippet."""
        row: ResultRow = index.data(ROW_ROLE)
        width = self._width()
        title = _bold(option.font)
        metrics, bold = QFontMetrics(option.font), QFontMetrics(title)
        wanted = bold.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, row.title).height()
        title_height = min(wanted, bold.lineSpacing() * TITLE_LINES)
        snippet_lines = min(SNIPPET_LINES, -(-metrics.horizontalAdvance(row.snippet) // width))
        height = title_height + metrics.lineSpacing() * (1 + snippet_lines) + 2 * self.PAD + 4
        return QSize(width, height + self._group_height(row, option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one result."""
        row: ResultRow = index.data(ROW_ROLE)
        colours = self._theme.colours
        rect = option.rect.adjusted(0, 1, -self.PAD, -1)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if row.group:
            painter.setFont(_heading(option.font))
            painter.setPen(QColor(colours.ink))
            heading = rect.adjusted(self.PAD, self.GROUP_AIR, -self.PAD, 0)
            painter.drawText(heading, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, row.group)
            rect.setTop(rect.top() + self._group_height(row, option.font))
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, rect, colours, selected=selected, hovered=hovered)
        inner = rect.adjusted(self.PAD, self.PAD - 1, -self.PAD, 0)
        font = _bold(option.font)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colours.on_soft if selected else colours.ink))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        title = cut_to_lines(row.title, metrics, inner.width(), TITLE_LINES)
        used = painter.drawText(inner, flags, title)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.on_soft if selected else colours.muted))
        plain = QFontMetrics(option.font)
        place = QRect(inner.left(), used.bottom() + 2, inner.width(), plain.lineSpacing())
        painter.drawText(
            place, Qt.AlignmentFlag.AlignLeft, plain.elidedText(row.place, Qt.TextElideMode.ElideRight, place.width())
        )
        self._paint_snippet(
            painter, option.font, row, QPoint(inner.left(), place.bottom() + 1), inner.width(), selected
        )
        painter.restore()

    def _paint_snippet(
        self, painter: QPainter, font: QFont, row: ResultRow, at: QPoint, width: int, selected: bool
    ) -> None:
        colours = self._theme.colours
        text = cut_snippet(row.snippet, font, width)
        layout = QTextLayout(text, font)
        formats = []
        for start, end in row.marks:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, max(0, min(end, len(text)) - start)
            style = QTextCharFormat()
            style.setBackground(QColor(colours.mark))
            style.setForeground(QColor(colours.on_mark))
            mark.format = style
            formats.append(mark)
        layout.setFormats(formats)
        _lay_out(layout, width)
        painter.setPen(QColor(colours.on_soft if selected else colours.ink))
        layout.draw(painter, at.toPointF())

    def _group_height(self, row: ResultRow, font: QFont) -> int:
        return QFontMetrics(_heading(font)).lineSpacing() + self.GROUP_AIR + 4 if row.group else 0

    def _width(self) -> int:
        return max(120, self._view.viewport().width() - 3 * self.PAD)


def cut_snippet(text: str, font: QFont, width: int) -> str:
    """Return a snippet, cut with an ellipsis after the last whole word that its lines have room for."""
    layout = QTextLayout(text, font)
    _lay_out(layout, width)
    if not layout.lineCount():
        return text
    last = layout.lineAt(layout.lineCount() - 1)
    end = last.textStart() + last.textLength()
    if end >= len(text):
        return text
    kept = text[last.textStart() : end].rstrip()
    while " " in kept and QFontMetrics(font).horizontalAdvance(f"{kept}…") > width:
        kept = kept.rpartition(" ")[0]
    return f"{text[: last.textStart()]}{kept.rstrip(' .,;:·')}…"


def _lay_out(layout: QTextLayout, width: int) -> None:
    """Break a snippet into its lines."""
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    height = 0
    for _ in range(SNIPPET_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += round(line.height())
    layout.endLayout()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _heading(font: QFont) -> QFont:
    heading = _bold(font)
    heading.setPointSizeF(font.pointSizeF() * HEADING_SIZE)
    return heading


class ResultList(QListView):
    """The list itself: arrows move, Enter opens, Up on the first row and Esc go back."""

    left_upwards = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the list at its top or by Esc."""
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class SearchResults(QWidget):
    """The results with a line that says how many there are, or that the guide has no answer.

    Signals: `section_chosen(section_id)`, `authority_chosen(authority_id)`, `help_wanted()` from the button of the
    no-answer line, `left_upwards()` and `escaped()` when the keyboard leaves the list.
    """

    section_chosen = Signal(str)
    authority_chosen = Signal(str)
    help_wanted = Signal()
    left_upwards = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setProperty("role", "muted")
        self._help = QPushButton("Who can help me?")
        self._help.clicked.connect(self.help_wanted)
        self._model = ResultsModel(self)
        self._list = ResultList()
        self._list.setAccessibleName("Search results")
        self._list.setObjectName("searchResults")
        self._list.setModel(self._model)
        self._list.setItemDelegate(ResultDelegate(theme, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.clicked.connect(self._on_row_chosen)
        self._list.activated.connect(self._on_row_chosen)
        self._list.left_upwards.connect(self.left_upwards)
        self._list.escaped.connect(self.escaped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._status)
        layout.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._list, 1)

    @property
    def status(self) -> str:
        """Return the line above the results."""
        return self._status.text()

    @property
    def list_view(self) -> QListView:
        """Return the list, for focus."""
        return self._list

    def show_result(self, result: SearchResult, authorities: tuple[AuthorityRow, ...]) -> str:
        """Show a search and return the line that says how it went, for announcing."""
        rows = tuple(map(row_of_authority, authorities)) + tuple(map(row_of_hit, result.hits))
        self._model.show(rows)
        self._list.scrollToTop()
        unsure = not result.confident and not authorities
        self._help.setVisible(unsure)
        self._status.setText(_status_line(result, len(rows), unsure=unsure))
        return self._status.text()

    def forget(self) -> None:
        """Show nothing."""
        self._model.show(())
        self._status.clear()
        self._help.hide()

    def focus_first(self) -> None:
        """Move the keyboard to the first result; where there is none, to the button that leads to help."""
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            self._list.setCurrentIndex(self._model.index(0, 0))
        else:
            self._help.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Esc from the button, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def choose_first(self) -> None:
        """Open the first result."""
        if self._model.rowCount():
            self._on_row_chosen(self._model.index(0, 0))

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        row: ResultRow = index.data(ROW_ROLE)
        (self.authority_chosen if row.is_authority else self.section_chosen).emit(row.target)


def _status_line(result: SearchResult, count: int, *, unsure: bool) -> str:
    """Say how many answers there are, what was understood, or that there is none."""
    understood = f" for “{result.corrected}”" if result.corrected else ""
    if not count:
        return "No answer here for that. Try other words, or see who can help you."
    if unsure:
        asked = f"“{result.corrected}”" if result.corrected else "that"
        return f"This guide may have no answer for {asked}. The nearest it has:"
    return f"{count} {'answer' if count == 1 else 'answers'}{understood}"
