"""Brings the keyboard on the screen up where a field is touched, and hands what it types to that field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from guide_app.ui.kiosk_gate import KioskGate
from guide_app.ui.kiosk_keyboard import KioskKeyboard
from guide_app.ui.main_window import MainWindow

ALWAYS, NEVER = "always", "never"
AIR = 24
BAR_HOLDER = "keyboard"


class KioskTyping(QObject):
    """Stands between the keyboard on the screen and the fields of the window.

    With the setting "auto" a finger on a field, or on the button that leads to the search, brings the keyboard up. So
    does a click until somebody has pressed a key: then there is a real keyboard, and who uses a mouse has it at hand.
    """

    def __init__(self, window: MainWindow, keyboard: KioskKeyboard, gate: KioskGate, choice: str) -> None:
        super().__init__(window)
        self._window = window
        self.keyboard = keyboard
        self._choice = choice
        self._keys_seen = False
        self._clicked: tuple[QWidget | None, bool] = (None, False)
        window.installEventFilter(self)
        keyboard.typed.connect(self._on_typed)
        keyboard.erased.connect(self._on_erased)
        keyboard.entered.connect(self._on_entered)
        keyboard.hide_wanted.connect(self.put_away)
        if choice != NEVER:
            gate.clicked.connect(self._on_clicked)
            gate.keyed.connect(self._on_keyed)
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            application.focusChanged.connect(self._on_focus_changed)

    @Slot()
    def put_away(self) -> None:
        """Hide the keyboard and give the guide its room back."""
        if not self.keyboard.isHidden():
            self.keyboard.hide()
            self._window.setContentsMargins(0, 0, 0, 0)
            self._window.sides.hold_bar_back(BAR_HOLDER, held=False)

    def bring_up(self) -> None:
        """Show the keyboard below the guide, which keeps the field in sight; the bar of the section gives its room."""
        self._window.sides.hold_bar_back(BAR_HOLDER, held=True)
        self._place()
        self.keyboard.show()
        self.keyboard.raise_()
        QTimer.singleShot(0, self._reveal)

    def _place(self) -> None:
        height = self.keyboard.sizeHint().height()
        self.keyboard.setGeometry(0, self._window.height() - height, self._window.width(), height)
        self._window.setContentsMargins(0, 0, 0, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize and not self.keyboard.isHidden():
            self._place()
        return False

    @property
    def _field(self) -> QLineEdit | QPlainTextEdit | None:
        """Return the field that has the keyboard; one for a secret has keys of its own."""
        field = self._window.focusWidget()
        if isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal and not field.isReadOnly():
            return field
        return field if isinstance(field, QPlainTextEdit) and not field.isReadOnly() else None

    # -- when it is there -------------------------------------------------------------------------------------------

    @Slot(QPoint, bool)
    def _on_clicked(self, place: QPoint, by_touch: bool) -> None:
        # Looked at once the click has done its work: it is that which moves the focus, and may put a field where the
        # finger was.
        self._clicked = (self._window.childAt(self._window.mapFromGlobal(place)), by_touch)
        QTimer.singleShot(0, self._look)

    @Slot()
    def _look(self) -> None:
        field = self._field
        if field is None:
            self.put_away()
            return
        clicked, by_touch = self._clicked
        leads_to_search = clicked is self._window.header.topics_button and field is self._window.sidebar.search_box
        if leads_to_search or _within(field, clicked):
            if by_touch or self._choice == ALWAYS or not self._keys_seen:
                self.bring_up()
        elif self._choice != ALWAYS and not _within(self.keyboard, clicked):
            self.put_away()  # something else is wanted, which may have given the focus to a field of its own

    @Slot()
    def _on_keyed(self) -> None:
        self._keys_seen = True
        if self._choice != ALWAYS:
            self.put_away()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton or now is None:
            return  # nothing moves under a finger that is still down; its going up is told
        if self._field is None:
            self.put_away()
        elif self._choice == ALWAYS:
            self.bring_up()

    @Slot()
    def _reveal(self) -> None:
        """Bring the field back into sight, where the guide has less room now."""
        field = self._field
        if field is None:
            return
        above = field.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(field, 0, AIR)
            above = above.parentWidget()

    # -- what it types ----------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_typed(self, sign: str) -> None:
        self._send(Qt.Key(ord(sign.upper())), sign)

    @Slot()
    def _on_erased(self) -> None:
        self._send(Qt.Key.Key_Backspace)

    @Slot()
    def _on_entered(self) -> None:
        """Send Enter; a line is complete with it, and what it has led to gets the room."""
        in_line = isinstance(self._field, QLineEdit)
        self._send(Qt.Key.Key_Return, "\r")
        if in_line:
            self.put_away()

    def _send(self, key: Qt.Key, text: str = "") -> None:
        field = self._field
        if field is None:
            return
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def _within(outer: QWidget, place: QWidget | None) -> bool:
    return place is not None and (place is outer or outer.isAncestorOf(place))
