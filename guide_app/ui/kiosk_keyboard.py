"""A keyboard on the screen of a kiosk, for who has only a finger to type with."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

WIDEST = 1000
COLUMNS = 24


class Key(NamedTuple):
    """A key: the signs that it types, or what it does, its words and name for that, its width in half keys.

    `other` is the sign on the second layer. What a key does is "erase", "enter", "hide", "shift" or "layer".
    """

    sign: str = ""
    other: str = ""
    does: str = ""
    words: str = ""
    name: str = ""
    width: int = 2


def _signs(signs: str, others: str) -> tuple[Key, ...]:
    return tuple(Key(sign, other) for sign, other in zip(signs, others, strict=True))


_NAMES = {"-": "Hyphen", "/": "Slash", ".": "Period", "@": "At sign", "¶": "Paragraph sign"}
"""Where Unicode's name is not what people call it."""
_GAP = Key(width=1)

ROWS = (
    (*_signs("1234567890", "1234567890"), Key(does="erase", words="Delete", name="Delete the last character", width=4)),
    (_GAP, *_signs("qwertyuiop-", "áéíóúüñ¿¡§-"), _GAP),
    (*_signs("asdfghjkl'", "():;&$#@%'"), Key(does="enter", words="Enter", width=4)),
    (_GAP, *_signs("zxcvbnm,.?/", '!"+=*_¶,.?/'), _GAP),
    (
        Key(does="shift", words="Shift", width=4),
        Key(does="layer", width=4),
        Key(" ", " ", words="Space", width=10),
        Key(does="hide", words="Hide keyboard", width=6),
    ),
)
"""The keys row by row, each COLUMNS half keys wide; a key without a sign and a deed is a gap."""


class KioskKeyboard(QFrame):
    """The keys: letters, and a second layer with signs and the letters of Spanish names.

    They never take the keyboard focus from the field that is typed in.
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
        self._on_second = False
        self._signs: dict[QPushButton, Key] = {}
        self._does: dict[str, QPushButton] = {}
        does = {
            "erase": self.erased,
            "enter": self.entered,
            "hide": self.hide_wanted,
            "shift": self._label,
            "layer": self._on_layer,
        }
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for row, keys in enumerate(ROWS):
            column = 0
            for key in keys:
                if key is not _GAP:
                    button = self._key(key)
                    button.clicked.connect(does[key.does] if key.does else self._on_sign)
                    grid.addWidget(button, row, column, 1, key.width)
                column += key.width
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._does["erase"].setAutoRepeat(True)
        self._does["shift"].setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addStretch(1)
        layout.addWidget(inside, 100)
        layout.addStretch(1)
        self._label()
        self.hide()

    def _key(self, key: Key) -> QPushButton:
        button = QPushButton(key.words)
        button.setProperty("kind", "key")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(key.name or key.words)
        if key.does:
            self._does[key.does] = button
        else:
            self._signs[button] = key
        return button

    def hideEvent(self, event: QHideEvent) -> None:
        """Begin with small letters the next time."""
        super().hideEvent(event)
        self._on_second = False
        self._does["shift"].setChecked(False)
        self._label()

    @Slot()
    def _label(self) -> None:
        """Write on each key what it types now."""
        layer = self._does["layer"]
        layer.setText("abc" if self._on_second else "§ ñ !")
        layer.setAccessibleName("Letters" if self._on_second else "Signs and Spanish letters")
        for button, key in self._signs.items():
            sign = key.other if self._on_second else key.sign
            sign = sign.upper() if self._does["shift"].isChecked() else sign
            button.setProperty("sign", sign)
            if not key.words:
                button.setText(sign.replace("&", "&&"))  # one alone would underline the next sign
                button.setAccessibleName(_name(sign))

    @Slot()
    def _on_layer(self) -> None:
        self._on_second = not self._on_second
        self._label()

    @Slot()
    def _on_sign(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.typed.emit(sender.property("sign"))
        if self._does["shift"].isChecked():
            self._does["shift"].setChecked(False)
            self._label()


def _name(sign: str) -> str:
    """Return what a screen reader says of a sign: "q", "Capital q", "N with tilde", "Section sign"."""
    if sign in _NAMES:
        return _NAMES[sign]
    if sign.isascii() and sign.isalnum():
        return f"Capital {sign}" if sign.isupper() else sign
    words = unicodedata.name(sign).lower().replace("latin small letter ", "").replace("latin capital letter", "capital")
    return words.capitalize()
