"""What opens in the drawer besides authorities and services: display, private session, links, keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from guide_app.kiosk.policy import Policy
from guide_app.ui.actions import ACTIONS, MENUS
from guide_app.ui.choice_marks import CheckBox, RadioButton
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.link_button import LinkButton
from guide_app.ui.paragraph import let_select, paragraph

SCHEME_WORDS = (
    ("system", "Same as this computer"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
)


TITLE_AIR = 8
"""What a title stands closer to its own text than to the text before."""
TRACES_WORDS = "What traces remain, and how to remove them"


class Card(QWidget):
    """A column of texts and controls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 4, 20, 20)
        self.column.setSpacing(12)

    def text(self, said: str, role: str = "") -> QLabel:
        """Add a paragraph, or a title with air above it."""
        if role == "title" and self.column.count():
            self.column.addSpacing(TITLE_AIR)
        label = paragraph(said, role)
        self.column.addWidget(label)
        return label

    def link(self, words: str, wanted: SignalInstance) -> QPushButton:
        """Add a button that looks like a link and emits a signal."""
        button = LinkButton(words)
        button.clicked.connect(wanted)
        self.column.addWidget(button)
        return button

    def radios(self, words: Iterable[str], chosen: int) -> QButtonGroup:
        """Add radio buttons, one below the other, numbered from 0."""
        group = QButtonGroup(self)
        column = self._close_column()
        for number, each in enumerate(words):
            radio = RadioButton(each)
            radio.setChecked(number == chosen)
            group.addButton(radio, number)
            column.addWidget(radio)
        return group

    def boxes(self, checked: Mapping[str, bool]) -> tuple[CheckBox, ...]:
        """Add check boxes by their words, one below the other."""
        column = self._close_column()
        found = []
        for words, is_checked in checked.items():
            box = CheckBox(words)
            box.setChecked(is_checked)
            column.addWidget(box)
            found.append(box)
        return tuple(found)

    def _close_column(self) -> QVBoxLayout:
        """Add a column without air between its rows, which are high enough by themselves."""
        column = QVBoxLayout()
        column.setSpacing(0)
        self.column.addLayout(column)
        return column


class DisplayCard(Card):
    """Text size and colours.

    Signals: `larger()`, `smaller()`, `normal_size()`, `scheme_chosen(name)`.
    """

    larger = Signal()
    smaller = Signal()
    normal_size = Signal()
    scheme_chosen = Signal(str)

    def __init__(self, choice: str, scale: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text("Text size", "title")
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, name, signal in (
            ("A−", "Smaller text", self.smaller), ("A+", "Larger text", self.larger),
        ):  # fmt: skip
            button = QPushButton(words)
            button.setProperty("kind", "sign")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(signal)
            row.addWidget(button)
        self._size = QLabel()
        normal = QPushButton("Normal size")
        normal.clicked.connect(self.normal_size)
        row.addWidget(normal)
        row.addWidget(self._size)
        row.addStretch(1)
        self.column.addLayout(row)
        self.show_scale(scale)
        self.text("Colors", "title")
        names = [name for name, _words in SCHEME_WORDS]
        self._group = self.radios((words for _name, words in SCHEME_WORDS), names.index(choice))
        self._group.idClicked.connect(self._on_scheme_clicked)
        self.column.addStretch(1)

    def show_scale(self, scale: int) -> None:
        """Show the text size in percent."""
        self._size.setText(f"{scale}%")

    @Slot(int)
    def _on_scheme_clicked(self, number: int) -> None:
        self.scheme_chosen.emit(SCHEME_WORDS[number][0])


class PrivateCard(Card):
    """Goes over to a session of which nothing is kept.

    Signals: `confirmed(forget)`, `traces_wanted()`.
    """

    confirmed = Signal(bool)
    traces_wanted = Signal()

    def __init__(self, saved: int, *, private: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if private:
            self.text(
                "This session is private. Bookmarks, answers, your state and your place are gone when the guide closes."
            )
        else:
            self.text(
                "In a private session nothing is kept: no bookmarks, no answers, no state, no place in the text. "
                "It lasts until the guide is closed. What you saved on other days stays."
            )
        (self._forget,) = self.boxes({"Also forget what I saved since I opened the guide": True})
        self._forget.setVisible(saved > 0 and not private)  # not before: without a parent it would be a window
        start = QPushButton("Start a private session")
        start.setProperty("kind", "primary")
        start.clicked.connect(self._on_start_clicked)
        self.column.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
        start.setVisible(not private)
        self.text("What it cannot hide", "title")
        self.text(
            "The guide stays installed. The computer may list programs that were used lately, keep a history of what "
            "was copied, and keep printed or saved pages. Someone who watches this computer may see it all. "
            "A phone or computer that the other person never uses is safer."
        )
        self.link(TRACES_WORDS, self.traces_wanted)
        self.column.addStretch(1)

    @Slot()
    def _on_start_clicked(self) -> None:
        self.confirmed.emit(self._forget.isChecked() and not self._forget.isHidden())


class LinksCard(Card):
    """The links of an answer as a list of real buttons, which a screen reader can walk through.

    Signals: `link_followed(address)`.
    """

    link_followed = Signal(str)

    def __init__(self, heading: str, links: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text(heading, "muted")
        if not links:
            self.text("There is no link in this answer.")
        for words, address in links:
            button = LinkButton(words)
            button.setProperty("address", address)
            button.clicked.connect(self._on_clicked)
            self.column.addWidget(button)
        self.column.addStretch(1)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.link_followed.emit(sender.property("address"))


class AddressCard(Card):
    """An address or number outside the guide: shown, copied, never opened.

    Signals: `copy_requested(text)`.
    """

    copy_requested = Signal(str)

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address.removeprefix("tel:").removeprefix("mailto:")
        let_select(self.text(self._address))
        copy = QPushButton("Copy")
        copy.setAccessibleName(f"Copy {self._address}")
        copy.setProperty("kind", "primary")
        copy.clicked.connect(self._on_copy_clicked)
        self.column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.text("This guide never opens an address by itself. Copy it and open it where you like.", "muted")
        self.column.addStretch(1)

    @Slot()
    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit(self._address)


class KeysCard(Card):
    """All keys of the window, made from the table of actions.

    Signals: `traces_wanted()`.
    """

    traces_wanted = Signal()

    def __init__(self, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout()  # one for all, so that its columns are the same from top to bottom
        form.setHorizontalSpacing(16)
        for menu in MENUS:
            rows = [row for row in ACTIONS if row.menu == menu and row.keys and policy.allows(row.key)]
            if rows:
                title = QLabel(menu)
                title.setProperty("role", "title")
                title.setContentsMargins(0, TITLE_AIR if form.rowCount() else 0, 0, 0)
                form.addRow(title)
                for row in rows:
                    key = QLabel(row.keys[0])
                    key.setProperty("role", "muted")
                    form.addRow(key, paragraph(row.words.rstrip("…")))
        self.text("Shift three times: leave now", "title")  # first: who needs it has no time to look for it
        self.column.addLayout(form)
        if policy.allows("traces"):
            self.link(TRACES_WORDS, self.traces_wanted)
        self.column.addStretch(1)


class ChoiceCard(Card):
    """A short list of things to do, one button each.

    Signals: `chosen(key)`.
    """

    chosen = Signal(str)

    def __init__(self, words: str, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if words:
            self.text(words)
        row = QWidget()
        flow = FlowLayout(row)
        for key, label in choices:
            button = QPushButton(label)
            button.setProperty("choice", key)
            button.clicked.connect(self._on_clicked)
            flow.addWidget(button)
        self.column.addWidget(row)
        self.column.addStretch(1)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.chosen.emit(sender.property("choice"))
