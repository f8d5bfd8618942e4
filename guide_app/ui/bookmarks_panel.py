"""The bookmarks: open, rename, note, reorder, delete."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from guide_app.citations.typography import curly
from guide_app.records.model import NAME_LIMIT, Bookmark
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.icons import Icons
from guide_app.ui.panel_scroll import put_in_scroll
from guide_app.ui.search_results import ROW_ROLE, ResultDelegate, ResultRow
from guide_app.ui.theme import Theme

LEAST_LIST = 120
"""Two bookmarks; where the window is too low for that, the whole panel scrolls."""
NOTE_LINES = 2
NOTE_RIM = 7
"""Padding and border of a field of several lines, in the style sheet."""
GONE = "No longer in this guide"


class _List(QListWidget):
    """The list: Delete deletes, Ctrl+Up and Ctrl+Down move."""

    delete_pressed = Signal()
    move_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that change the list."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_pressed.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class _Note(QPlainTextEdit):
    """The note: Tab leaves it, and what was typed is handed over when the focus leaves."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over what was typed."""
        super().focusOutEvent(event)
        self.edited.emit()


class BookmarksPanel(QWidget):
    """Shows the bookmarks it is given and says what the reader wants done.

    Signals: `opened(section)`, `renamed(section, name)`, `noted(section, note)`, `moved(section, position)`,
    `deleted(section)`, `export_requested()`, `import_requested()`,
    `table_requested()`, `menu_requested(place, section)` for a right click or the menu key on a bookmark.
    """

    opened = Signal(str)
    renamed = Signal(str, str)
    noted = Signal(str, str)
    moved = Signal(str, int)
    deleted = Signal(str)
    export_requested = Signal()
    import_requested = Signal()
    table_requested = Signal()
    menu_requested = Signal(QPoint, str)

    def __init__(self, theme: Theme, icons: Icons, *, files: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._bookmarks: dict[str, Bookmark] = {}
        self._shown = ""

        self._empty = QLabel(
            "No bookmarks yet. While you read, press “Bookmark” below the article, and the answer is kept here."
        )
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._list = _List()
        self._list.setObjectName("bookmarkList")
        self._list.setAccessibleName("Bookmarks")
        self._list.setMinimumHeight(LEAST_LIST)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setItemDelegate(ResultDelegate(theme, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.itemClicked.connect(self._on_item_chosen)
        self._list.itemActivated.connect(self._on_item_chosen)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._list.delete_pressed.connect(self._on_delete)
        self._list.move_pressed.connect(self._move)

        self._editor = QWidget()
        self._name = QLineEdit()
        self._name.setMaxLength(NAME_LIMIT)
        self._name.setAccessibleName("Name of this bookmark")
        self._name.setPlaceholderText("Your own name for it")
        self._name.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._name.editingFinished.connect(self._on_name_edited)
        self._note = _Note()
        self._note.setAccessibleName("Note to this bookmark")
        self._note.setPlaceholderText("A note for yourself")
        self._note.edited.connect(self._on_note_edited)
        self._buttons = {
            "up": QPushButton("Up"),
            "down": QPushButton("Down"),
            "delete": QPushButton("Delete"),
        }
        self._buttons["up"].setAccessibleName("Move up")
        self._buttons["down"].setAccessibleName("Move down")
        self._buttons["delete"].setAccessibleName("Delete this bookmark")
        self._buttons["up"].clicked.connect(self._on_up)
        self._buttons["down"].clicked.connect(self._on_down)
        self._buttons["delete"].clicked.connect(self._on_delete)
        row = QWidget()
        flow = FlowLayout(row)
        for button in self._buttons.values():
            flow.addWidget(button)
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 8, 0, 0)
        editor.setSpacing(8)
        editor.addWidget(self._name)
        editor.addWidget(self._note)
        editor.addWidget(row)

        self._files = QWidget()
        files_row = FlowLayout(self._files)
        table = QPushButton("Table of authorities")
        table.setAccessibleName("Table of authorities of the bookmarks")
        table.clicked.connect(self.table_requested)
        files_row.addWidget(table)
        self._of_all = [table]  # what there must be a bookmark for
        for words, name, signal in (
            ("Save to a file…", "Save bookmarks to a file", self.export_requested),
            ("Read from a file…", "Read bookmarks from a file", self.import_requested),
        ):
            button = QPushButton(words)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(signal)
            files_row.addWidget(button)
            button.setVisible(files)  # not before: without a parent it would be a window for a moment
            if files and signal is self.export_requested:
                self._of_all.append(button)

        column = QVBoxLayout()
        put_in_scroll(self, column)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        column.addWidget(self._editor)
        column.addWidget(self._files)
        column.addStretch(0)
        self.restyle()

    @property
    def list_widget(self) -> QListWidget:
        """Return the list, for focus."""
        return self._list

    def show_bookmarks(self, bookmarks: tuple[Bookmark, ...], gone: frozenset[str]) -> None:
        """Show the bookmarks in order; `gone` are those whose section is no longer in the guide."""
        chosen, row = self._shown, self._list.currentRow()
        focused = self.window().focusWidget()
        # A title that was kept before the guide had curly marks looks as it does in the tree.
        bookmarks = tuple(
            one._replace(title=curly(one.title), article_title=curly(one.article_title)) for one in bookmarks
        )
        self._bookmarks = {bookmark.section: bookmark for bookmark in bookmarks}
        self._list.blockSignals(True)
        self._list.clear()
        for bookmark in bookmarks:
            place = GONE if bookmark.section in gone else bookmark.article_title
            note = " ".join(bookmark.note.split())
            item = QListWidgetItem(bookmark.label)
            item.setData(ROW_ROLE, ResultRow(bookmark.section, bookmark.label, place, note, (), is_authority=False))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{bookmark.label}. {place}. {bookmark.note}")
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._empty.setVisible(not bookmarks)
        self._list.setVisible(bool(bookmarks))
        for button in self._of_all:
            button.setVisible(bool(bookmarks))
        self._shown = ""
        if chosen and chosen not in self._bookmarks and bookmarks:  # deleted: go on with the one in its place
            chosen = bookmarks[min(row, len(bookmarks) - 1)].section
        self._select(chosen if chosen in self._bookmarks else "")
        if focused is not None and self.isAncestorOf(focused):
            self._keep_focus(focused)

    @Slot()
    def take_focus(self) -> None:
        """Take the keyboard: the list, or where it is empty the first button that there is."""
        for each in (self._list, *self._files.findChildren(QPushButton)):
            if not each.isHidden():
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _keep_focus(self, focused: QWidget) -> None:
        """Leave the keyboard where it was; from a button that is closed now, give it to what nothing is lost by."""
        other = {"up": "down", "down": "up"}
        key = next((key for key, button in self._buttons.items() if button is focused), "")
        if key in other and not focused.isEnabled():
            self._buttons[other[key]].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == "delete" or not focused.isVisible():
            self.take_focus()  # not on Delete: the next press would take the neighbor away
        else:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu for the bookmark."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        view = self._list.viewport()
        item = self._list.itemAt(view.mapFrom(self, event.pos())) if by_mouse else self._list.currentItem()
        if item is not None:
            below = view.mapToGlobal(self._list.visualItemRect(item).bottomLeft())
            self.menu_requested.emit(event.globalPos() if by_mouse else below, self._section_of(item))

    def restyle(self) -> None:
        """Take the theme's present colours and size."""
        around = 2 * round(self._note.document().documentMargin() + NOTE_RIM)
        self._note.setFixedHeight(NOTE_LINES * QFontMetrics(self._theme.chrome_font()).lineSpacing() + around)
        for key, button in self._buttons.items():
            button.setIcon(self._icons.icon(key, self._theme.colours.ink))

    def _section_of(self, item: QListWidgetItem) -> str:
        row: ResultRow = item.data(ROW_ROLE)
        return row.target

    def _select(self, section: str) -> None:
        self._editor.setVisible(bool(section))
        for row in range(self._list.count()):
            if self._section_of(self._list.item(row)) == section:
                self._list.setCurrentRow(row)
        self._show_editor(section)

    def _show_editor(self, section: str) -> None:
        self._shown = section
        self._editor.setVisible(bool(section))
        if section:
            bookmark = self._bookmarks[section]
            self._name.setText(bookmark.label)
            self._name.setCursorPosition(0)  # a long name is shown from its beginning
            self._note.setPlainText(bookmark.note)
            self._buttons["up"].setEnabled(bookmark.position > 0)
            self._buttons["down"].setEnabled(bookmark.position < len(self._bookmarks) - 1)

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.opened.emit(self._section_of(item))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self._show_editor(self._section_of(item) if item is not None else "")

    @Slot()
    def _on_name_edited(self) -> None:
        bookmark = self._bookmarks.get(self._shown)
        text = self._name.text().strip()
        if bookmark is not None and text != bookmark.label:
            self.renamed.emit(bookmark.section, "" if text == bookmark.title else text)

    @Slot()
    def _on_note_edited(self) -> None:
        bookmark = self._bookmarks.get(self._shown)
        text = self._note.toPlainText().strip()
        if bookmark is not None and text != bookmark.note:
            self.noted.emit(bookmark.section, text)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    @Slot(int)
    def _move(self, step: int) -> None:
        bookmark = self._bookmarks.get(self._shown)
        if bookmark is not None and 0 <= bookmark.position + step < len(self._bookmarks):
            self.moved.emit(bookmark.section, bookmark.position + step)

    @Slot()
    def _on_delete(self) -> None:
        if self._shown:
            self.deleted.emit(self._shown)
