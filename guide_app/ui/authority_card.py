"""The card of one authority: its citation, what it says, how far it can be relied on, where the guide uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from guide_app.citations.model import Authority, Case, Source
from guide_app.library.model import SectionRow
from guide_app.ui.article_html import long_date
from guide_app.ui.facts_frame import FactsFrame
from guide_app.ui.flow_layout import FlowLayout

NO_CITATOR = (
    "No citator was used for this guide. A lawyer must check that this is still good law before anyone relies on it."
)


class AuthorityCard(QWidget):
    """Shows an authority; every text can be selected with the mouse or the keyboard.

    Signals: `copy_requested()` for the citation in the default form, `forms_requested()` for another form,
    `address_copy_requested(address)`, `section_chosen(section_id)`.
    """

    copy_requested = Signal()
    forms_requested = Signal()
    address_copy_requested = Signal(str)
    section_chosen = Signal(str)

    def __init__(
        self, authority: Authority, citation_html: str, citing: tuple[SectionRow, ...], parent: QWidget | None = None
    ) -> None:
        """Build the card; `citation_html` is the full citation, `citing` the sections that rest on it."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 20)
        self._column.setSpacing(12)

        self._text(citation_html, rich=True, name="Full citation")
        buttons = QWidget()
        row = FlowLayout(buttons)
        copy = QPushButton("Copy citation")
        copy.setProperty("kind", "primary")
        copy.clicked.connect(self.copy_requested)
        row.addWidget(copy)
        forms = QPushButton("Other forms")
        forms.clicked.connect(self.forms_requested)
        row.addWidget(forms)
        self._column.addWidget(buttons)

        if isinstance(authority, Case):
            self._heading("What happened")
            self._text(authority.facts)
            self._heading("What the court decided")
            self._text(authority.holding)
            self._pinpoints(authority)
        else:
            self._heading("What it says")
            self._text(authority.what_it_says)
            if not isinstance(authority, Source) and authority.note:
                self._text(authority.note)
        self._heading("How far it can be relied on")
        self._facts(authority)
        warning = self._text(NO_CITATOR)
        warning.setProperty("role", "warning")
        self._sources(authority)
        self._citing(citing)
        self._column.addStretch(1)

    def _text(self, text: str, *, rich: bool = False, name: str = "") -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if name:
            label.setAccessibleName(name)
        self._column.addWidget(label)
        return label

    def _heading(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "title")
        self._column.addWidget(label)

    def _pinpoints(self, case: Case) -> None:
        if not case.pinpoints:
            return
        self._heading("Where it says so")
        self._form(
            [(f"Page {point.page}" if point.page.isdigit() else point.page, point.point) for point in case.pinpoints]
        )

    def _facts(self, authority: Authority) -> None:
        rows: list[tuple[str, str]] = []
        if isinstance(authority, Case):
            rows += [
                ("Court", authority.court_name),
                ("Decided", long_date(authority.decided)),
                ("Docket", authority.docket),
                ("Standing", f"{authority.standing}. {authority.standing_note}".strip()),
                ("Form", authority.form_note),
            ]
        else:
            if isinstance(authority, Source):
                rows.append(("Published by", authority.publisher))
            rows += [("Place", authority.jurisdiction), ("Text as of", long_date(authority.as_of))]
        rows += [
            ("What was read", f"{authority.what_was_read}. {authority.verified_note}".strip()),
            ("Note", authority.read_note),
        ]
        self._form([(name, text) for name, text in rows if text])

    def _form(self, rows: list[tuple[str, str]]) -> None:
        self._column.addWidget(FactsFrame(rows))

    def _sources(self, authority: Authority) -> None:
        if not authority.sources:
            return
        self._heading("Where it was read")
        note = self._text(
            "These addresses are not opened by this guide. Copy one to open it on a computer with internet."
        )
        note.setProperty("role", "muted")
        for address in authority.sources:
            button = QPushButton(_broken(address))
            button.setProperty("kind", "link")
            button.setProperty("address", address)
            button.setAccessibleName(f"Copy the address {address}")
            button.setToolTip("Copy this address")
            button.clicked.connect(self._on_address_clicked)
            self._column.addWidget(button)

    def _citing(self, citing: tuple[SectionRow, ...]) -> None:
        if not citing:
            return
        self._heading("Answers that rest on it")
        for row in citing:
            button = QPushButton(row.heading)
            button.setProperty("kind", "link")
            button.setProperty("section", row.id)
            button.setToolTip(row.article_title)
            button.clicked.connect(self._on_section_clicked)
            self._column.addWidget(button)

    @Slot()
    def _on_address_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.address_copy_requested.emit(sender.property("address"))

    @Slot()
    def _on_section_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.section_chosen.emit(sender.property("section"))


def _broken(address: str, width: int = 52) -> str:
    """Cut an address that is wider than the card; the whole of it is in the accessible name, and is what is copied."""
    shown = address.removeprefix("https://").removeprefix("http://")
    return shown if len(shown) <= width else shown[: width - 1] + "…"
