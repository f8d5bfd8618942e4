"""The card of one authority: its citation, what it says, how far it can be relied on, where the guide uses it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from guide_app.citations.bluebook import form_note
from guide_app.citations.model import Authority, Case, Source
from guide_app.dates import iso_in_words
from guide_app.library.model import SectionRow
from guide_app.ui.cards import TITLE_AIR
from guide_app.ui.facts_frame import FactsFrame
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.link_button import PAD_Y, LinkButton
from guide_app.ui.paragraph import let_select

NO_CITATOR = (
    "No citator was used for this guide. A lawyer must check that this is still good law before anyone relies on it."
)


class AuthorityCard(QWidget):
    """Shows an authority; every text can be selected with the mouse or the keyboard.

    Signals: `copy_requested()` for the citation in the default form, `page_copy_requested(page)` for the same with one
    of the pages that are named, `forms_requested()` for another form, `address_copy_requested(address)`,
    `section_chosen(section_id)`, `menu_requested(place)` for a right click.
    """

    copy_requested = Signal()
    page_copy_requested = Signal(str)
    forms_requested = Signal()
    address_copy_requested = Signal(str)
    section_chosen = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(
        self, authority: Authority, citation_html: str, citing: tuple[SectionRow, ...], parent: QWidget | None = None
    ) -> None:
        """Build the card; `citation_html` is the full citation, `citing` the sections that rest on it."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 20)
        self._column.setSpacing(12)

        self._text(citation_html, rich=True, name="Full citation").setProperty("role", "preview")
        note = form_note(authority)
        if note:
            self._text(note).setProperty("role", "muted")
        buttons = QWidget()
        row = FlowLayout(buttons)
        copy = QPushButton("Copy citation")
        copy.setProperty("kind", "primary")
        copy.clicked.connect(self.copy_requested)
        row.addWidget(copy)
        forms = QPushButton("Other forms")
        forms.setToolTip("Markdown, RIS, BibLaTeX and more, or with a page")
        forms.clicked.connect(self.forms_requested)
        row.addWidget(forms)
        self._column.addWidget(buttons)
        self._facts(_facts_of(authority))

        if isinstance(authority, Case):
            self._part("What happened", authority.facts)
            self._part("What the court decided", authority.holding)
            self._pinpoints(authority)
        else:
            self._part("What it says", authority.what_it_says)
            if not isinstance(authority, Source) and authority.note:
                self._text(authority.note)
        self._heading("How far it can be relied on")
        self._facts(_standing_of(authority))
        warning = self._text(NO_CITATOR)
        warning.setProperty("role", "warning")
        self._sources(authority)
        self._citing(citing)
        self._column.addStretch(1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu."""
        self.menu_requested.emit(event.globalPos())

    def _text(self, text: str, *, rich: bool = False, name: str = "") -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        let_select(label)
        if name:
            label.setAccessibleName(f"{name}: {QTextDocumentFragment.fromHtml(text).toPlainText()}")
        self._column.addWidget(label)
        return label

    def _heading(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "title")
        self._column.addSpacing(TITLE_AIR)
        self._column.addWidget(label)

    def _part(self, heading: str, text: str) -> None:
        if text:
            self._heading(heading)
            self._text(text)

    def _pinpoints(self, case: Case) -> None:
        if not case.pinpoints:
            return
        self._heading("Where it says so")
        frame = QFrame()
        frame.setObjectName("card")
        grid = QGridLayout(frame)
        grid.setContentsMargins(8, 4, 12, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, pinpoint in enumerate(case.pinpoints):
            page = LinkButton(f"Page {pinpoint.page}" if pinpoint.page.isdigit() else pinpoint.page)
            page.setProperty("page", pinpoint.page)
            page.setAccessibleName(f"Copy the citation with {page.text()}")
            page.setToolTip(page.accessibleName())
            page.clicked.connect(self._on_page_clicked)
            grid.addWidget(page, row, 0, Qt.AlignmentFlag.AlignTop)
            words = QLabel(_sentence(pinpoint.point))
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            words.setContentsMargins(0, PAD_Y, 0, PAD_Y)
            grid.addWidget(words, row, 1)
        self._column.addWidget(frame)
        self._text("Press a page to copy the citation with it.").setProperty("role", "muted")

    def _facts(self, rows: list[tuple[str, str]]) -> None:
        shown = [(name, text) for name, text in rows if text]
        if shown:
            self._column.addWidget(FactsFrame(shown))

    def _sources(self, authority: Authority) -> None:
        if not authority.sources:
            return
        self._heading("Where it was read")
        note = self._text("This guide opens no address. Press one to copy it.")
        note.setProperty("role", "muted")
        links = self._links()
        for address in authority.sources:
            button = LinkButton(address.removeprefix("https://").removeprefix("http://"))
            button.setProperty("address", address)
            button.setAccessibleName(f"Copy the address {address}")
            button.setToolTip("Copy this address")
            button.clicked.connect(self._on_address_clicked)
            links.addWidget(button)

    def _links(self) -> QVBoxLayout:
        """Return a column without air between its rows."""
        links = QVBoxLayout()
        links.setSpacing(0)
        self._column.addLayout(links)
        return links

    def _citing(self, citing: tuple[SectionRow, ...]) -> None:
        if not citing:
            return
        self._heading("Answers that rest on it" if len(citing) == 1 else f"{len(citing)} answers that rest on it")
        links = self._links()
        for row in citing:
            button = LinkButton(row.heading)
            button.setProperty("section", row.id)
            button.setToolTip(row.article_title)
            button.clicked.connect(self._on_section_clicked)
            links.addWidget(button)

    @Slot()
    def _on_page_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.page_copy_requested.emit(sender.property("page"))

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


def _facts_of(authority: Authority) -> list[tuple[str, str]]:
    """Return what it is: court, date and docket, or place and date."""
    if isinstance(authority, Case):
        return [
            ("Court", authority.court_name),
            ("Decided", iso_in_words(authority.decided)),
            ("Docket", authority.docket),
        ]
    publisher = authority.publisher if isinstance(authority, Source) else ""
    return [
        ("Published by", publisher),
        ("Place", authority.jurisdiction),
        ("Text as of", iso_in_words(authority.as_of)),
    ]


def _standing_of(authority: Authority) -> list[tuple[str, str]]:
    """Return what is known of its standing, what of it was read, and how it was checked."""
    rows = []
    if isinstance(authority, Case):
        rows.append(("Standing", f"{_sentence(authority.standing)}. {authority.standing_note}".strip()))
    return [
        *rows,
        ("What was read", f"{_sentence(authority.what_was_read)}."),
        ("How it was checked", authority.verified_note),
        ("Note", authority.read_note),
    ]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
