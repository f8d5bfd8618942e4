"""A sheet over the whole window of a kiosk: the question of the idle clock, the PIN, the staff page lie on one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from guide_app.ui.paragraph import paragraph
from guide_app.ui.theme import Theme

WIDTH = 520
WIDE = 1000


class Sheet(QWidget):
    """Hides the guide and shows a card in the middle. The keyboard stays on it, and no key of the window works."""

    def __init__(self, name: str, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._window = window
        self._theme = theme
        self._came_from: QWidget | None = None
        self._width = WIDTH
        self._frame = QFrame()
        self._frame.setObjectName("card")
        self.column = QVBoxLayout(self._frame)
        self.column.setContentsMargins(32, 24, 32, 32)
        self.column.setSpacing(16)
        self.heading = self.text(name, "heading")
        middle = QWidget()
        around = QVBoxLayout(middle)
        around.setContentsMargins(16, 16, 16, 16)
        around.addStretch(1)
        row = QHBoxLayout()  # an alignment would do for the middle, but not let rows of buttons wrap
        row.addStretch(1)
        row.addWidget(self._frame)
        row.addStretch(1)
        around.addLayout(row)
        around.addStretch(2)
        scroll = self._scroll = QScrollArea()  # large text on a small screen
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        middle.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        window.installEventFilter(self)
        self.hide()

    def text(self, said: str, role: str = "") -> QLabel:
        """Add a paragraph."""
        label = paragraph(said, role)
        self.column.addWidget(label)
        return label

    def open(self, first: QWidget) -> None:
        """Lie over the window and give `first` the keyboard."""
        if self.isHidden():
            self._came_from = self._window.focusWidget()
        self._fit()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def widen(self, *, wide: bool) -> None:
        """Give the card more room, or the usual one."""
        self._width = WIDE if wide else WIDTH
        self._fit()

    def _fit(self) -> None:
        width = round(self._width * self._theme.chrome_scale)
        beside = 48 + self._scroll.verticalScrollBar().sizeHint().width()
        self._frame.setFixedWidth(max(1, min(width, self._window.width() - beside)))
        self.setGeometry(self._window.rect())

    def close_sheet(self) -> None:
        """Go away and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Move the keyboard among the controls of the sheet only."""
        controls = [
            each
            for each in self._frame.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
        ]
        at = self._window.focusWidget()
        if controls:
            step = 1 if forwards else -1
            place = controls.index(at) + step if at in controls else 0
            reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
            controls[place % len(controls)].setFocus(reason)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the window from working behind the sheet."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return super().eventFilter(watched, event)
