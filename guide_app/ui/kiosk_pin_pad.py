"""Asks staff for the PIN: by touch or keyboard, inside the window, with the delay in plain sight."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from guide_app.kiosk.pin import LONGEST, PinAnswer, PinError, PinLock
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.kiosk_sheet import Sheet
from guide_app.ui.notices import announce
from guide_app.ui.theme import Theme

_DIGITS = "1234567890"
_SECOND_MS = 1_000
_MINUTES_FROM_S = 120
ASKED = "For the clinic’s staff. Type the PIN."
WRONG = "That PIN is not right."


class PinPad(Sheet):
    """A number pad and a field. A forgotten PIN is replaced by an administrator of the computer, who can also end it.

    Signals: `accepted()` after the right PIN.
    """

    accepted = Signal()
    _checked = Signal(object)

    def __init__(self, lock: PinLock, theme: Theme, window: QWidget) -> None:
        super().__init__("Staff", theme, window)
        self._lock = lock
        self._message = self.text(ASKED)
        self._was_wrong = False
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setMaxLength(LONGEST)
        self._field.setAccessibleName("PIN")
        self._field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._field.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._field.setAcceptDrops(False)
        self._field.setDragEnabled(False)
        self._field.returnPressed.connect(self._on_entered)
        self.column.addWidget(self._field)
        pad = QGridLayout()
        pad.setSpacing(8)
        for column in range(3):
            pad.setColumnStretch(column, 1)
        self._digits = tuple(self._key(digit) for digit in _DIGITS)
        for place, key in enumerate(self._digits[:-1]):
            pad.addWidget(key, place // 3, place % 3)
        self._delete = QPushButton("Delete")
        self._delete.setAccessibleName("Delete the last character")
        self._delete.clicked.connect(self._field.backspace)
        pad.addWidget(self._delete, 3, 0)
        pad.addWidget(self._digits[-1], 3, 1)
        self._enter = QPushButton("Enter")
        self._enter.setProperty("kind", "primary")
        self._enter.clicked.connect(self._on_entered)
        pad.addWidget(self._enter, 3, 2)
        for key in (self._delete, self._enter):  # as tall as the digits
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column.addLayout(pad)
        self._cancel = QPushButton("Back to the guide")
        self._cancel.clicked.connect(self.close_sheet)
        row = QWidget()
        FlowLayout(row).addWidget(self._cancel)
        self.column.addWidget(row)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._show_wait)
        self._checked.connect(self._on_checked)

    @Slot()
    def ask(self) -> None:
        """Ask for the PIN."""
        self._field.setText("")
        self._was_wrong = False
        self._message.setText(ASKED)
        self.open(self._field)
        self._show_wait()

    def close_sheet(self) -> None:
        """Forget what was typed, and go away."""
        self._field.setText("")
        self._timer.stop()
        super().close_sheet()

    def _key(self, digit: str) -> QPushButton:
        key = QPushButton(digit)
        key.setProperty("kind", "digit")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has digits of its own: one stop less for Tab
        key.clicked.connect(self._on_digit)
        return key

    @Slot()
    def _on_digit(self) -> None:
        key = self.sender()
        assert isinstance(key, QPushButton)
        self._field.insert(key.text())

    @Slot()
    def _on_entered(self) -> None:
        if not self._field.text() or not self._field.isEnabled():
            return
        self._allow(typing=False)
        self._message.setText("One moment …")
        QThreadPool.globalInstance().start(partial(self._check, self._field.text()))  # the hash is slow on purpose

    def _check(self, typed: str) -> None:
        """Try a PIN, in a thread of its own."""
        try:
            answer: PinAnswer | str = self._lock.try_pin(typed)
        except PinError as error:
            answer = str(error)
        self._checked.emit(answer)

    @Slot(object)
    def _on_checked(self, answer: PinAnswer | str) -> None:
        if self.isHidden():  # the session has ended meanwhile
            self._allow(typing=True)
            return
        self._field.setText("")
        if isinstance(answer, str):
            self._say(answer)
            self._allow(typing=True)
        elif answer.accepted:
            self._allow(typing=True)
            self.close_sheet()
            self.accepted.emit()
        else:
            self._was_wrong = True
            self._say(WRONG)
            self._show_wait()

    @Slot()
    def _show_wait(self) -> None:
        """Show how long the next try has to wait; then let it be made."""
        try:
            wait = self._lock.wait_seconds()
        except PinError as error:
            self._say(str(error))
            return
        if wait:
            words = f"The next try is possible in {_in_words(wait)}."
            self._message.setText(f"{WRONG} {words}" if self._was_wrong else words)
            if not self._timer.isActive():
                announce(self, words)
                self._timer.start()
            self._allow(typing=False)
        elif self._timer.isActive():
            self._timer.stop()
            self._was_wrong = False
            self._say(ASKED)
            self._allow(typing=True)
        else:
            self._allow(typing=True)

    def _allow(self, *, typing: bool) -> None:
        for each in (self._field, self._enter, self._delete, *self._digits):
            each.setEnabled(typing)
        (self._field if typing else self._cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self._message.setText(words)
        announce(self, words)


def _in_words(seconds: int) -> str:
    if seconds >= _MINUTES_FROM_S:
        return f"{math.ceil(seconds / 60)} minutes"
    return f"{seconds} {'second' if seconds == 1 else 'seconds'}"
