"""A keyboard on the screen of a kiosk, for who has only a finger to type with."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

WIDEST = 1000


class Key(NamedTuple):
    """A key: what it types, or what it does ("erase", "enter", "hide"), its words, its name, its width in half keys."""

    sign: str = ""
    does: str = ""
    words: str = ""
    name: str = ""
    width: int = 2


def _signs(signs: str) -> tuple[Key, ...]:
    return tuple(Key(sign, words=sign, name=_NAMES.get(sign, "")) for sign in signs)


_NAMES = {"-": "Hyphen", "/": "Slash", "'": "Apostrophe", ",": "Comma", ".": "Full stop", "?": "Question mark"}
_GAP = Key()

ROWS = (
    (*_signs("1234567890"), Key(does="erase", words="Delete", name="Delete the last character", width=4)),
    (_GAP._replace(width=1), *_signs("qwertyuiop"), *_signs("-"), _GAP._replace(width=1)),
    (*_signs("asdfghjkl"), *_signs("'"), Key(does="enter", words="Enter", width=4)),
    (_GAP._replace(width=1), *_signs("zxcvbnm"), *_signs(",.?/"), _GAP._replace(width=1)),
    (
        Key(does="hide", words="Hide keyboard", width=6),
        Key(" ", words="Space", width=12),
        _GAP._replace(width=6),
    ),
)  # fmt: skip
"""The keys row by row; a key without a sign and a deed is a gap. Each row is 24 half keys wide at most."""


class KioskKeyboard(QFrame):
    """The keys. They never take the keyboard focus from the field that is typed in.

    Signals: `typed(sign)`, `erased()`, `entered()`, `hide_wanted()`.
    """

    typed = Signal(str)
    erased = Signal()
    entered = Signal()
    hide_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("keyboard")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Keyboard on the screen")
        does = {"erase": self.erased, "enter": self.entered, "hide": self.hide_wanted}
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for row, keys in enumerate(ROWS):
            column = 0
            for key in keys:
                if key.words:
                    button = self._key(key)
                    button.clicked.connect(does[key.does] if key.does else self._on_sign)
                    grid.addWidget(button, row, column, 1, key.width)
                column += key.width
        for column in range(24):
            grid.setColumnStretch(column, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addStretch(1)
        layout.addWidget(inside, 100)
        layout.addStretch(1)
        self.hide()

    def _key(self, key: Key) -> QPushButton:
        button = QPushButton(key.words)
        button.setProperty("kind", "key")
        button.setProperty("sign", key.sign)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(key.name or key.words)
        button.setAutoRepeat(key.does == "erase")
        return button

    @Slot()
    def _on_sign(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.typed.emit(sender.property("sign"))
