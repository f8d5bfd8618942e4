"""The card of one service, and the card of the emergency numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from guide_app.places.codes import message_text, phone_text, qr_code
from guide_app.places.errors import PlacesError
from guide_app.places.service_words import NO_CONTACT, facts_of, language_words, shown_url
from guide_app.places.services import ServiceLike
from guide_app.ui.card_frame import CardFrame
from guide_app.ui.cards import Card
from guide_app.ui.facts_frame import FactsFrame
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.paragraph import let_select, paragraph
from guide_app.ui.qr_view import QrView

_BREAK = "\u200b"
"""A place at which a long address may go on in the next line."""


class NumberFrame(CardFrame):
    """A line to call in short: name, number, what it is for, and a button that copies the number.

    Signals: `copy_requested(number)`.
    """

    copy_requested = Signal(str)

    def __init__(self, service: ServiceLike, parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        self._number = service.phone
        column = self.column
        name = QLabel(service.name)
        name.setProperty("role", "title")
        name.setWordWrap(True)
        column.addWidget(name)
        column.addWidget(_number_label(service.phone))
        lines = (f"Text: {service.sms}" if service.sms else "", service.hours, language_words(service))
        for line in filter(None, (service.what_for, "  ·  ".join(filter(None, lines)))):
            label = QLabel(line)
            label.setWordWrap(True)
            label.setProperty("role", "muted")
            column.addWidget(label)
        column.addSpacing(8)
        copy = QPushButton("Copy number")
        copy.setAccessibleName(f"Copy the number of {service.name}")
        copy.clicked.connect(self._on_copy_clicked)
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit(self._number)


class EmergencyCard(Card):
    """911 and the national hotlines.

    Signals: `copy_requested(number)`.
    """

    copy_requested = Signal(str)

    def __init__(self, services: Sequence[ServiceLike], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text("If you are in danger now, call 911. If you called before, say that this is another call.", "warning")
        for service in services:
            frame = NumberFrame(service)
            frame.copy_requested.connect(self.copy_requested)
            self.column.addWidget(frame)
        self.text("This guide makes no calls. The numbers are for your own phone.", "muted")
        self.column.addStretch(1)


class ServiceCard(Card):
    """One service: what it is for, how to reach it, what is known of it; then more numbers to call.

    Signals: `number_copy_requested(number)`, `address_copy_requested(address)`, `print_requested()`.
    """

    number_copy_requested = Signal(str)
    address_copy_requested = Signal(str)
    print_requested = Signal()

    def __init__(
        self,
        service: ServiceLike,
        lines: Sequence[ServiceLike],
        *,
        paper: bool,
        logo: QLabel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the card; `lines` follow where the service has no number, with `paper` it can be printed."""
        super().__init__(parent)
        if logo is not None:
            self.column.addWidget(logo, 0, Qt.AlignmentFlag.AlignLeft)
        self._phone, self._sms, self._url = service.phone, service.sms, service.url
        self._codes = QWidget()
        self._tiles = FlowLayout(self._codes, 16)
        self.text(service.what_for)
        if service.phone:
            self._contact("Call", _number_label(service.phone), "Copy number", self._on_phone_clicked)
            self._code("Call", service.phone, lambda: phone_text(service.phone))
        if service.sms:
            self._contact("Text", _value_label(service.sms), "Copy text number", self._on_sms_clicked)
            self._code("Text", service.sms, lambda: message_text(service.sms))
        if service.url:
            self._contact("Web address", _url_label(service.url), "Copy address", self._on_url_clicked)
            self._code("Web address", shown_url(service.url), lambda: service.url)
        if not (service.phone or service.sms or service.url):
            self.text(NO_CONTACT, "warning")
        if self._tiles.count():
            self.text("Point the camera of a phone at a code:", "muted")
            self.column.addWidget(self._codes)
        self.column.addWidget(FactsFrame((fact.name, fact.text) for fact in facts_of(service)))
        if paper:
            button = QPushButton("Print")
            button.setProperty("door", "print")
            button.setAccessibleName("Print this card")
            button.clicked.connect(self.print_requested)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if lines:
            self.text("More numbers to call", "title")
            for line in lines:
                frame = NumberFrame(line)
                frame.copy_requested.connect(self.number_copy_requested)
                self.column.addWidget(frame)
        self.text("This guide makes no calls and opens no page. Use your own phone or computer.", "muted")
        self.column.addStretch(1)

    def _contact(self, caption: str, value: QLabel, copy: str, clicked: Callable[[], None]) -> None:
        frame = CardFrame(4)
        column = frame.column
        label = QLabel(caption)
        label.setProperty("role", "muted")
        column.addWidget(label)
        column.addWidget(value)
        column.addSpacing(4)
        button = QPushButton(copy)
        button.clicked.connect(clicked)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(frame)

    def _code(self, caption: str, shown: str, text: Callable[[], str]) -> None:
        """Add a code, or the reason why there is none."""
        try:
            code = qr_code(text())
        except PlacesError as error:
            self.text(str(error), "muted")
            return
        tile = QWidget()
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(QrView(code, f"Code for a phone: {caption.lower()}, {shown}"))
        column.addWidget(QLabel(caption), 0, Qt.AlignmentFlag.AlignHCenter)
        self._tiles.addWidget(tile)

    @Slot()
    def _on_phone_clicked(self) -> None:
        self.number_copy_requested.emit(self._phone)

    @Slot()
    def _on_sms_clicked(self) -> None:
        self.number_copy_requested.emit(self._sms)

    @Slot()
    def _on_url_clicked(self) -> None:
        self.address_copy_requested.emit(self._url)


def _value_label(text: str) -> QLabel:
    label = paragraph(text)
    let_select(label)
    return label


def _number_label(phone: str) -> QLabel:
    label = _value_label(phone)
    label.setProperty("role", "number")
    label.setAccessibleName(f"Telephone {phone}")
    return label


def _url_label(url: str) -> QLabel:
    """Return an address that breaks where it must; it is copied by its button, without the breaks."""
    label = QLabel(re.sub(r"([/.?=&_-])", rf"\1{_BREAK}", shown_url(url)))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAccessibleName(f"Web address {shown_url(url)}")
    return label
