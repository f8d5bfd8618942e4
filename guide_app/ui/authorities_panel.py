"""Cases and laws: every authority of the guide, with a filter that works while typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QStandardItemModel
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

from guide_app.library.model import ListedAuthority
from guide_app.ui.authority_rows import CITE_ROLE, ID_ROLE, AuthorityDelegate, AuthorityRows, Grouping, fill
from guide_app.ui.clear_button import add_clear_button
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.theme import Theme


class _Tree(QTreeView):
    """The list: Up on its first row and Esc lead back to the filter."""

    left_upwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the list at its top or by Esc."""
        at_top = event.key() == Qt.Key.Key_Up and not self.indexAbove(self.currentIndex()).isValid()
        if at_top or event.key() == Qt.Key.Key_Escape:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: their heights follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class AuthoritiesPanel(QWidget):
    """Lists authorities by kind or by state.

    Signals: `chosen(authority_id)`, `menu_requested(place, authority_id)` for a right click or the menu key on a row.
    """

    chosen = Signal(str)
    menu_requested = Signal(QPoint, str)

    def __init__(self, authorities: tuple[ListedAuthority, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = AuthorityRows(authorities)
        self.filter_box = QLineEdit()
        self.filter_box.setPlaceholderText("Name, citation, court, year, state, topic…")
        self.filter_box.setAccessibleName("Filter cases and laws")
        self.filter_box.setAccessibleDescription("Press the down arrow for the list, Enter for its first row.")
        add_clear_button(self.filter_box, "Clear the filter")
        self.filter_box.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.filter_box.textChanged.connect(self._fill)
        self.filter_box.installEventFilter(self)
        self._grouping = QButtonGroup(self)
        groupings = QWidget()
        grouping_row = FlowLayout(groupings)
        for grouping, words in ((Grouping.KIND, "By kind"), (Grouping.STATE, "By state")):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAccessibleName(f"Group {words[0].lower()}{words[1:]}")
            button.setChecked(grouping is Grouping.KIND)
            self._grouping.addButton(button, grouping)
            grouping_row.addWidget(button)
        self._grouping.idClicked.connect(self._fill)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._count.setWordWrap(True)
        self._model = QStandardItemModel(self)
        self.tree = _Tree()
        self.tree.setObjectName("authorityTree")
        self.tree.setAccessibleName("Cases and laws")
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(8)
        self.tree.setMouseTracking(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setItemDelegate(AuthorityDelegate(theme, self.tree))
        self.tree.setModel(self._model)
        self.tree.clicked.connect(self._on_row_chosen)
        self.tree.activated.connect(self._on_row_chosen)
        self.tree.left_upwards.connect(self._on_left_upwards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
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

    @property
    def current(self) -> str:
        """Return the id of the authority whose row has the keyboard, or ""."""
        return self.tree.currentIndex().data(ID_ROLE) or "" if self.tree.hasFocus() else ""

    def restyle(self) -> None:
        """Take the theme's present colours and sizes."""
        self.tree.scheduleDelayedItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the filter that lead out of it."""
        if watched is self.filter_box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            first = self._first_row()
            if event.key() == Qt.Key.Key_Down and first.isValid():
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                self.tree.setCurrentIndex(first)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and first.isValid():
                self.chosen.emit(first.data(ID_ROLE))
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter_box.text():
                self.filter_box.clear()
                return True
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu for the row."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        view = self.tree.viewport()
        index = self.tree.indexAt(view.mapFrom(self, event.pos())) if by_mouse else self.tree.currentIndex()
        identity = index.data(ID_ROLE)
        if identity:
            below = view.mapToGlobal(self.tree.visualRect(index).bottomLeft())
            self.menu_requested.emit(event.globalPos() if by_mouse else below, identity)

    @Slot()
    def _fill(self) -> None:
        groups = self._rows.groups(self.filter_box.text(), Grouping(self._grouping.checkedId()))
        fill(self._model, groups)
        self.tree.expandAll()
        shown = sum(map(len, groups.values()))
        if not shown:
            self._count.setText("Nothing in this guide matches. Try fewer words.")
        else:
            total = len(self._rows)
            self._count.setText(f"{shown} of {total}" if shown < total else f"{shown} in this guide")

    def _first_row(self) -> QModelIndex:
        return self._model.index(0, 0, self._model.index(0, 0))

    @Slot()
    def _on_left_upwards(self) -> None:
        self.filter_box.setFocus(Qt.FocusReason.BacktabFocusReason)

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        if index.data(CITE_ROLE):
            self.chosen.emit(index.data(ID_ROLE))
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
