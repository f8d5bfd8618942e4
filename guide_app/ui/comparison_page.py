"""The table of all states: sorted by its headings, filtered by label and by words, each cell leading to its state."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from guide_app.places.comparison import Column, ComparisonRow
from guide_app.places.state import LABELS
from guide_app.ui.clear_button import add_clear_button
from guide_app.ui.comparison_cell import ComparisonCell
from guide_app.ui.comparison_model import COLUMNS, STATE_ROLE, ComparisonModel
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.frozen_column import FrozenColumn
from guide_app.ui.paragraph import paragraph
from guide_app.ui.state_page import Door
from guide_app.ui.theme import Theme

LETTERS = {
    Column.STATE: 15,
    Column.LABEL: 18,
    Column.ONE_LINE: 38,
    Column.NOTICE_REQUIRED: 15,
    Column.NOTICE_PERIOD: 22,
    Column.SECTION_1983: 18,
    Column.CIVIL_RIGHTS: 14,
    Column.READ_ON: 12,
}
"""The width of each column in letters, at least; the meaning of the rule takes what is left."""

SHOWN_ROWS = 9
FILTER_LETTERS = 36
SIDE_MARGIN = 20
HEAD_LINES = 3
HOW = "The label alone can mislead: read what it means. Touch, click or press Enter on a line to open its state."


class ComparisonPage(QWidget):
    """Shows the table, and what can be done with it.

    Signals: `state_chosen(abbreviation)`, `door_chosen(key)`, `told(words)` for a screen reader.
    """

    state_chosen = Signal(str)
    door_chosen = Signal(str)
    told = Signal(str)

    def __init__(
        self, rows: tuple[ComparisonRow, ...], doors: tuple[Door, ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = ComparisonModel(rows, self)
        self.filter_line = QLineEdit()
        self.filter_line.setPlaceholderText("Filter by state or word…")
        self.filter_line.setAccessibleName("Filter the states")
        self.filter_line.setMaxLength(100)
        self.filter_line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.filter_line.setMinimumWidth(self.filter_line.fontMetrics().averageCharWidth() * FILTER_LETTERS)
        add_clear_button(self.filter_line, "Clear the filter")
        self.filter_line.textChanged.connect(self._on_filter_changed)
        labels = QWidget()
        flow = FlowLayout(labels)
        self.label_buttons: list[QPushButton] = []
        for label in LABELS:
            button = QPushButton(label)
            button.setCheckable(True)
            button.setAccessibleName(f"Only states with: {label}")
            button.toggled.connect(self._on_filter_changed)
            flow.addWidget(button)
            self.label_buttons.append(button)
        self._count = paragraph("", "muted")
        self.table = QTableView()
        self.table.setItemDelegate(ComparisonCell(theme, self.table))
        self._set_up_table()
        self._states = FrozenColumn(self.table)
        self._states.setItemDelegate(ComparisonCell(theme, self._states))
        self._states.clicked.connect(self._on_row_chosen)
        ways = QWidget()
        way = FlowLayout(ways)
        way.addWidget(self.filter_line)
        for door in doors:
            button = QPushButton(door.words)
            button.setAccessibleName(door.name)
            button.setProperty("door", door.key)
            button.clicked.connect(self._on_door_clicked)
            way.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_MARGIN, 4, SIDE_MARGIN, 16)
        column.setSpacing(8)
        for widget in (ways, labels, paragraph(HOW), self._count):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self._tell_count()
        theme.changed.connect(self._on_theme_changed)

    @property
    def count_text(self) -> str:
        """Return the line that says how many states are shown."""
        return self._count.text()

    def sort_by(self, column: int) -> None:
        """Sort by a column, or the other way round where it is sorted by that already."""
        head = self.table.horizontalHeader()
        again = head.sortIndicatorSection() == column and head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the meaning of the rule the width that is left, once the table has its own."""
        if watched is self.table.viewport() and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _set_up_table(self) -> None:
        table, head = self.table, self.table.horizontalHeader()
        table.setAccessibleName("All states side by side")
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)  # Tab leaves the table; the arrows move in it
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setAccessibleName("Headings of the table: a click sorts")
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        head.sortIndicatorChanged.connect(self._on_sorted)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        table.viewport().installEventFilter(self)
        table.clicked.connect(self._on_row_chosen)
        table.activated.connect(self._on_row_chosen)

    def _fit(self) -> None:
        line, letter = self.table.fontMetrics().lineSpacing(), self.table.fontMetrics().averageCharWidth()
        self.table.horizontalHeader().setFixedHeight(line * HEAD_LINES + 12)
        self.table.setMinimumHeight(line * SHOWN_ROWS * 2)
        widths = {column: letters * letter for column, letters in LETTERS.items()}
        # Of the page, not of the table, which has its new width only after the page.
        inner = self.width() - 2 * SIDE_MARGIN - self.table.verticalScrollBar().sizeHint().width()
        room = inner - sum(widths.values())
        widths[Column.ONE_LINE] += max(0, room)
        for at, column in enumerate(COLUMNS):
            self.table.setColumnWidth(at, widths[column])
        self._states.place()
        self.table.resizeRowsToContents()

    def _tell_count(self) -> None:
        shown = self.model.rowCount()
        if not shown:
            self._count.setText("No state matches. Take a filter away.")
        elif shown < self.model.count:
            self._count.setText(f"{shown} of {self.model.count}")
        else:
            self._count.setText(f"{shown}: all states and the District of Columbia")

    @Slot()
    def _on_theme_changed(self) -> None:
        """Make room for words of another size."""
        self._fit()

    @Slot()
    def _on_filter_changed(self) -> None:
        labels = [label for label, button in zip(LABELS, self.label_buttons, strict=True) if button.isChecked()]
        self.model.filter_by(labels, self.filter_line.text())
        self.table.resizeRowsToContents()
        self._tell_count()
        self.told.emit(self._count.text())

    @Slot()
    def _on_sorted(self) -> None:
        self.table.resizeRowsToContents()
        self.told.emit(self.model.order_words)

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        self.state_chosen.emit(index.data(STATE_ROLE))

    @Slot()
    def _on_door_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.door_chosen.emit(sender.property("door"))
