"""Cases and laws: every authority of the guide, with a filter that works while typing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from guide_app.library.model import AuthorityRow
from guide_app.library.text import fold, normalise
from guide_app.ui.flow_layout import FlowLayout

ID_ROLE = Qt.ItemDataRole.UserRole
WORDS_ROLE = Qt.ItemDataRole.UserRole + 1
BY_KIND, BY_PLACE = 0, 1
KIND_TITLES = {"case": "Cases", "statute": "Statutes", "constitution": "Constitutions", "source": "Other sources"}


class _Filter(QSortFilterProxyModel):
    """Keeps the rows that hold every word typed, and the groups that still have one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setRecursiveFilteringEnabled(True)

    def set_text(self, text: str) -> None:
        """Filter by the words of a text."""
        self._words = tuple(_searchable(text).split())
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]  # narrower: Qt passes this
        """Keep a row that holds every word."""
        words = self.sourceModel().index(row, 0, parent).data(WORDS_ROLE)
        return words is not None and all(word in words for word in self._words)


class AuthoritiesPanel(QWidget):
    """Lists authorities by kind or by place.

    Signals: `chosen(authority_id)`.
    """

    chosen = Signal(str)

    def __init__(
        self, rows: tuple[AuthorityRow, ...], topics: dict[str, str] | None = None, parent: QWidget | None = None
    ) -> None:
        """Take the authorities, and the words of the topics that cite each one, for filtering by topic."""
        super().__init__(parent)
        self._rows = rows
        self._topics = topics or {}
        self.filter_box = QLineEdit()
        self.filter_box.setPlaceholderText("Name, citation, court, year, state…")
        self.filter_box.setAccessibleName("Filter cases and laws")
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.filter_box.textChanged.connect(self._on_filter_changed)
        self._grouping = QButtonGroup(self)
        groupings = QWidget()
        grouping_row = FlowLayout(groupings)
        for number, words in enumerate(("By kind", "By place")):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setChecked(number == BY_KIND)
            self._grouping.addButton(button, number)
            grouping_row.addWidget(button)
        self._grouping.idClicked.connect(self._on_grouping_chosen)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self.tree = QTreeView()
        self.tree.setObjectName("authorityTree")
        self.tree.setAccessibleName("Cases and laws")
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(10)
        self.tree.setWordWrap(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.clicked.connect(self._on_row_chosen)
        self.tree.activated.connect(self._on_row_chosen)
        self._filter = _Filter(self)
        self.tree.setModel(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter_box)
        layout.addWidget(groupings)
        layout.addWidget(self._count)
        layout.addWidget(self.tree, 1)
        self._fill()

    @property
    def count_text(self) -> str:
        """Return the line that says how many are shown."""
        return self._count.text()

    def _fill(self) -> None:
        model = QStandardItemModel(self)
        groups: dict[str, QStandardItem] = {}
        by_place = self._grouping.checkedId() == BY_PLACE
        titles = [self._group(row, by_place=by_place) for row in self._rows]
        order = sorted(set(titles), key=_place_order) if by_place else list(KIND_TITLES.values())
        for title in order:
            if title in titles:
                groups[title] = QStandardItem(title)
                font = groups[title].font()
                font.setBold(True)
                groups[title].setFont(font)
                groups[title].setSelectable(False)
                model.appendRow(groups[title])
        for row, title in zip(self._rows, titles, strict=True):
            item = QStandardItem(f"{row.name}\n{row.cite}")
            item.setToolTip(f"{row.name}\n{row.cite}")
            item.setData(row.id, ID_ROLE)
            words = " ".join(
                (row.name, row.cite, row.place, row.year, KIND_TITLES[row.kind], self._topics.get(row.id, ""))
            )
            item.setData(_searchable(words), WORDS_ROLE)
            groups[title].appendRow(item)
        self._filter.setSourceModel(model)
        self.tree.expandAll()
        self._tell_count()

    def _group(self, row: AuthorityRow, *, by_place: bool) -> str:
        return (row.place or "Other") if by_place else KIND_TITLES[row.kind]

    def _tell_count(self) -> None:
        shown = sum(self._filter.rowCount(self._filter.index(row, 0)) for row in range(self._filter.rowCount()))
        if not shown:
            self._count.setText("Nothing in this guide matches. Try fewer words.")
        else:
            self._count.setText(
                f"{shown} of {len(self._rows)}" if shown < len(self._rows) else f"{shown} in this guide"
            )

    @Slot(str)
    def _on_filter_changed(self, text: str) -> None:
        self._filter.set_text(text)
        self.tree.expandAll()
        self._tell_count()

    @Slot(int)
    def _on_grouping_chosen(self, _index: int) -> None:
        self._fill()

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        identity = index.data(ID_ROLE)
        if identity:
            self.chosen.emit(identity)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))


def _searchable(text: str) -> str:
    """Fold case and accents, and leave dots, commas and section signs out: "489 US 189" finds 489 U.S. 189."""
    folded = fold(normalise(text))
    return "".join(letter for letter in folded if letter.isalnum() or letter.isspace())


def _place_order(place: str) -> tuple[bool, str]:
    return (place != "United States", place)
