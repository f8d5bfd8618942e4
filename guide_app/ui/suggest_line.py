"""A line with suggestions from the first letter, which open below it inside the window: letters, arrows or a touch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from guide_app.ui.clear_button import add_clear_button
from guide_app.ui.theme import Theme

ROWS = 8
"""As many suggestions are seen at once; the rest is reached by the arrows or by scrolling."""

_EDGE = 8
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Ways in which the focus goes without the reader leaving the line."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion: what it stands for, the words that the line shows for it, and what the list shows besides."""

    key: str
    words: str
    remark: str = ""

    @property
    def whole(self) -> str:
        """Return the words as the list shows them."""
        return f"{self.words} ({self.remark})" if self.remark else self.words


class SuggestLine(QLineEdit):
    """Takes one of the things that `suggest` offers for what has been typed.

    Enter takes the marked suggestion, or the best one; so does leaving the line, unless `takes_on_leaving` is False.
    A line emptied stands for nothing.
    Signals: `chosen(key)` with "" for nothing, `announced(words)` for a screen reader, `entered()` for Enter while no
    suggestions are shown.
    """

    chosen = Signal(str)
    announced = Signal(str)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        suggest: Callable[[str], Sequence[Suggestion]],
        parent: QWidget | None = None,
        *,
        takes_on_leaving: bool = True,
    ) -> None:
        super().__init__(parent)
        self._takes_on_leaving = takes_on_leaving
        self._theme = theme
        self._suggest = suggest
        self._key = ""
        self._shown: tuple[Suggestion, ...] = ()
        self._list: _SuggestionList | None = None
        self._telling = True
        self.setAccessibleName(name)
        self.setAccessibleDescription("Type a few letters. Choose with the arrow keys and Enter.")
        add_clear_button(self, f"Clear: {name}")
        self.setMaxLength(200)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)

    @property
    def key(self) -> str:
        """Return what has been chosen, or ""."""
        return self._key

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return the suggestions that are shown."""
        return self._shown

    @property
    def list_widget(self) -> QListWidget | None:
        """Return the list of suggestions while it is open."""
        return self._list if self._is_open() else None

    def show_choice(self, suggestion: Suggestion | None) -> None:
        """Show something as chosen, without telling."""
        self.close_suggestions()
        self._key = suggestion.key if suggestion else ""
        self._telling = False
        # setText also drops what could be undone: the words of one visitor must not come back for the next
        self.setText(suggestion.words if suggestion else "")
        self._telling = True

    def forget(self) -> None:
        """Forget what was typed, chosen and suggested."""
        self.show_choice(None)
        if self._list is not None and isValid(self._list):
            self._list.clear()
        self._shown = ()

    def holds(self, word: str) -> bool:
        """Tell whether a word is in the line, in its suggestions, or could come back by undoing."""
        texts = [self.text(), *(suggestion.whole for suggestion in self._shown)]
        return self.isUndoAvailable() or any(word.casefold() in text.casefold() for text in texts)

    @Slot()
    def close_suggestions(self) -> None:
        """Close the list."""
        self._shown = ()
        if self._list is not None and isValid(self._list):
            self._list.hide()

    def open_suggestions(self, *, everything: bool = False) -> None:
        """Open the list for what has been typed, or with everything that can be chosen."""
        self._shown = tuple(self._suggest("" if everything else self.text()))
        if not self._shown:
            self.close_suggestions()
            return
        if self._list is None or not isValid(self._list):
            self._list = _SuggestionList(self.window())
            self._list.itemClicked.connect(self._on_item_clicked)
        self._list.setAccessibleName(f"Suggestions: {self.accessibleName()}")
        self._list.fill(self._shown, self._theme.target_height)
        self._list.place_below(self)
        number = len(self._shown)
        self.announced.emit(f"{number} {'suggestion' if number == 1 else 'suggestions'}: {self._shown[0].whole}")

    # -- events -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the suggestions by the arrows, take one by Enter, close them by Esc."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._is_open():
                self._take_best()
                self.selectAll()  # or what is typed next would be added to the words just taken
            else:
                self.entered.emit()
        elif key == Qt.Key.Key_Escape and self._is_open():
            self.close_suggestions()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the list by a touch: who has no keyboard can choose all the same."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.hasSelectedText() and not self._is_open():
            self.open_suggestions(everything=bool(self._key))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the best suggestion for what was typed, so that the line shows no words that stand for nothing."""
        super().focusOutEvent(event)
        if self._takes_on_leaving and event.reason() not in _STAYS and self.text().strip() and not self._key:
            self._take_best()
        self.close_suggestions()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the list with the line."""
        super().hideEvent(event)
        self.close_suggestions()

    # -- choosing ---------------------------------------------------------------------------------------------------

    def _is_open(self) -> bool:
        return self._list is not None and isValid(self._list) and self._list.isVisible()

    def _walk(self, step: int) -> None:
        if not self._is_open():
            self.open_suggestions(everything=bool(self._key))
        if self._list is not None and self._is_open():
            rows = self._list.count()
            row = self._list.currentRow()
            row = (row + step) % rows if row >= 0 else 0 if step > 0 else rows - 1
            self._list.setCurrentRow(row)
            self.announced.emit(self._shown[row].whole)

    def _take_best(self) -> None:
        """Take the marked suggestion, or else the best one for what was typed."""
        marked = self._list.currentRow() if self._list is not None and self._is_open() else -1
        if marked >= 0:
            self._take(self._shown[marked])
            return
        suggested = self._suggest(self.text()) if self.text().strip() else ()
        if suggested:
            self._take(suggested[0])
        else:
            self.close_suggestions()
            self._key = ""
            self.chosen.emit("")

    def _take(self, suggestion: Suggestion) -> None:
        self.show_choice(suggestion)
        self.chosen.emit(suggestion.key)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._key = ""
        if text.strip():
            self.open_suggestions()

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        """Notice that the line was emptied, also by its button, which edits nothing."""
        if not text.strip():
            self.close_suggestions()
            self._key = ""
            if self._telling:
                self.chosen.emit("")

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        if self._list is not None:
            self._take(self._shown[self._list.row(item)])


class _SuggestionList(QListWidget):
    """The list: a child of the window, not a window of its own, which a kiosk would not have; it takes no focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._line: QWidget | None = None
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.hide()
        window.installEventFilter(self)

    def fill(self, suggestions: Sequence[Suggestion], row_height: int) -> None:
        """Show other suggestions, none of them marked."""
        self.clear()
        for suggestion in suggestions:
            item = QListWidgetItem(suggestion.whole)
            item.setToolTip(suggestion.whole)
            item.setSizeHint(QSize(0, row_height))
            self.addItem(item)
        self.setCurrentRow(-1)
        self.scrollToTop()

    def place_below(self, line: QWidget) -> None:
        """Stand below the line, or above it where there is more room; as wide as the words need.

        The way out, in the head of the window, stays in sight.
        """
        self._line = line
        window = line.window()
        below = line.mapTo(window, QPoint(0, line.height() + 4))
        above = line.mapTo(window, QPoint(0, -4))
        row = self.item(0).sizeHint().height()
        frame = 10
        wanted = min(ROWS, self.count()) * row + frame
        # Without what lies below the window's contents: the keyboard on the screen of a kiosk.
        bottom = window.contentsRect().bottom() + 1
        room_below, room_above = bottom - below.y() - _EDGE, above.y() - _top_for(line) - _EDGE
        goes_up = wanted > room_below and room_above > room_below
        height = min(wanted, room_above if goes_up else room_below)
        words = max(self.fontMetrics().horizontalAdvance(self.item(number).text()) for number in range(self.count()))
        width = min(max(line.width(), words + 48), window.width() - below.x() - _EDGE)
        self.setGeometry(below.x(), above.y() - height if goes_up else below.y(), width, height)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the window changes its size: the line is elsewhere then. Move when its contents get less room."""
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize:
                self.hide()
            elif event.type() == QEvent.Type.ContentsRectChange and self.isVisible():
                QTimer.singleShot(0, self._place_anew)
        return False

    @Slot()
    def _place_anew(self) -> None:
        if self.isVisible() and self._line is not None and isValid(self._line):
            self.place_below(self._line)


def _top_for(line: QWidget) -> int:
    """Return how far up a list above a line may reach: to the head of the window where the line stands under it."""
    head = line.window().findChild(QWidget, "header")
    if head is None or not head.isVisible():
        return 0
    place = QRect(head.mapTo(line.window(), QPoint(0, 0)), head.size())
    left = line.mapTo(line.window(), QPoint(0, 0)).x()
    return place.bottom() + 1 if place.left() <= left <= place.right() else 0
