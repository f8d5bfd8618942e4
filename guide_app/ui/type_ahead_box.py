"""A field with suggestions below it: typed, walked with the arrows, taken with Enter or a touch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

KEY_ROLE = Qt.ItemDataRole.UserRole

Suggest = Callable[[str], tuple[tuple[str, str], ...]]
"""Gives (key, words) for what has been typed so far, best first."""


class TypeAheadBox(QWidget):
    """Suggests while the reader types. The keyboard stays in the field; the arrows move through the suggestions.

    Signals: `chosen(key)`, `told(words)` with what a screen reader has to hear.
    """

    chosen = Signal(str)
    told = Signal(str)

    def __init__(
        self, name: str, placeholder: str, suggest: Suggest, none_words: str, parent: QWidget | None = None
    ) -> None:
        """Take the field's name, and the words that stand where nothing fits."""
        super().__init__(parent)
        self._suggest = suggest
        self._none_words = none_words
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription("Suggestions come as you type. Arrows and Enter choose one.")
        self.field.setPlaceholderText(placeholder)
        self.field.setMaxLength(100)
        self.field.setClearButtonEnabled(True)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.list_widget = QListWidget()
        self.list_widget.setAccessibleName(f"Suggestions: {name}")
        self.list_widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list_widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_widget.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_widget.itemClicked.connect(self._on_item_clicked)
        self.list_widget.hide()
        self._none = QLabel(none_words)
        self._none.setWordWrap(True)
        self._none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.field, self.list_widget, self._none):
            column.addWidget(widget)

    def suggestions(self) -> tuple[str, ...]:
        """Return the words of the suggestions that are shown."""
        return tuple(self.list_widget.item(row).text() for row in range(self.list_widget.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the field that belong to the suggestions."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list_widget.count():
                self._move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.list_widget.currentItem()
                if item is not None:
                    self._on_item_clicked(item)
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        count = self.list_widget.count()
        self.list_widget.setCurrentRow((self.list_widget.currentRow() + by) % count)
        self.told.emit(self.list_widget.currentItem().text())

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        typed = bool(text.strip())
        found = self._suggest(text) if typed else ()
        self.list_widget.clear()
        height = self.field.sizeHint().height()
        for key, words in found:
            item = QListWidgetItem(words)
            item.setData(KEY_ROLE, key)
            item.setSizeHint(QSize(0, height))  # as high as the field: a finger must hit it
            self.list_widget.addItem(item)
        self.list_widget.setFixedHeight(height * len(found) + 2)
        self.list_widget.setVisible(bool(found))
        self._none.setVisible(typed and not found)
        if found:
            self.list_widget.setCurrentRow(0)
            count = "1 suggestion" if len(found) == 1 else f"{len(found)} suggestions"
            self.told.emit(f"{count}. First: {found[0][1]}")
        elif typed:
            self.told.emit(self._none_words)

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(KEY_ROLE))
