"""The left side: the search box, the tabs, and the panel that belongs to the chosen tab or to the search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.search_box import SearchBox


class Sidebar(QWidget):
    """Holds one panel a tab; a panel is built when it is first shown.

    Signals: `question_changed(text)` while typing, `first_result_wanted()` for Enter, `results_wanted()` for the down
    arrow, `search_left()` when the box was emptied by Esc, `panel_shown(key)`, `needed()` when it must be in sight,
    `hidden(yes)` when the whole side was shown or hidden.
    """

    question_changed = Signal(str)
    first_result_wanted = Signal()
    results_wanted = Signal()
    search_left = Signal()
    panel_shown = Signal(str)
    needed = Signal()
    hidden = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self._panels: dict[str, QWidget] = {}
        self._keys: list[str] = []

        self.search_box = SearchBox()
        self.search_box.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.search_box.textChanged.connect(self._on_text_changed)
        self.search_box.installEventFilter(self)

        self._tabs = QWidget()
        self._tabs.setAccessibleName("Panels")
        self._tab_row = FlowLayout(self._tabs, 0)
        self._tab_group = QButtonGroup(self)
        self._tab_group.idToggled.connect(self._on_tab_toggled)
        self._tab_group.idClicked.connect(self._on_tab_clicked)

        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.search_box)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)

    def add_panel(self, key: str, words: str, build: Callable[[], QWidget]) -> None:
        """Add a tab; `build` makes its panel when it is first shown."""
        self._builders[key] = build
        button = QPushButton(words)
        button.setProperty("kind", "tab")
        button.setCheckable(True)
        self._tab_row.addWidget(button)
        self._tab_group.addButton(button, len(self._keys))
        self._keys.append(key)
        if len(self._keys) == 1:
            button.setChecked(True)

    def come_forward(self) -> None:
        """Ask to be in sight."""
        self.needed.emit()

    def show_results(self, widget: QWidget) -> None:
        """Show the results of a search in place of the panel."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def panel(self, key: str) -> QWidget:
        """Return a tab's panel, building it if need be."""
        if key not in self._panels:
            self._panels[key] = self._builders[key]()
            self._stack.addWidget(self._panels[key])
        return self._panels[key]

    def built(self, key: str) -> QWidget | None:
        """Return a tab's panel if it has been built."""
        return self._panels.get(key)

    @property
    def current_panel(self) -> str:
        """Return the key of the chosen tab."""
        return self._keys[max(0, self._tab_group.checkedId())]

    def show_panel(self, key: str) -> None:
        """Choose a tab; one that is not there (of an earlier version) is passed over."""
        if key not in self._keys:
            return
        self._tab_group.button(self._keys.index(key)).setChecked(True)
        self._show_current()

    def clear_search(self) -> None:
        """Empty the search box, which brings the chosen panel back."""
        self.search_box.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the side is in sight."""
        super().showEvent(event)
        self.hidden.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the side was hidden; a window that is put away as a whole is none of that."""
        super().hideEvent(event)
        if self.isHidden():
            self.hidden.emit(True)

    def forget_search(self) -> None:
        """Empty the search box, with what could be undone in it: `clear()` would keep that."""
        self.search_box.setText("")

    def discard(self, key: str) -> None:
        """Throw away a tab's panel, which is built anew when it is next shown."""
        panel = self._panels.pop(key, None)
        if panel is not None:
            self._stack.removeWidget(panel)
            panel.hide()
            panel.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the search box that lead out of it."""
        if watched is self.search_box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.results_wanted.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.first_result_wanted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search_box.clear()
                self.search_left.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if not text.strip():
            self._show_current()
        self.question_changed.emit(text)

    @Slot(int)
    def _on_tab_clicked(self, _index: int) -> None:
        """Leave the results by the tab that is chosen already."""
        self.search_box.clear()
        self._show_current()

    @Slot(int, bool)
    def _on_tab_toggled(self, _index: int, chosen: bool) -> None:
        if not chosen:
            return
        if self.search_box.text():
            self.search_box.clear()
        else:
            self._show_current()

    def _show_current(self) -> None:
        if self._keys:
            self._stack.setCurrentWidget(self.panel(self.current_panel))
            self.panel_shown.emit(self.current_panel)
