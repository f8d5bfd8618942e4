"""The clinic at the top of the help finder: its logo, its name, when and where it is open."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from guide_app.places.clinic import Clinic
from guide_app.ui.card_frame import CardFrame

LOGO = QSize(200, 48)
"""No logo is shown larger than this, whatever its file asks for."""


class ClinicBlock(CardFrame):
    """Shows the clinic.

    Signals: `card_requested()` for its number and address.
    """

    card_requested = Signal()

    def __init__(self, clinic: Clinic, logo: bytes, parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        column = self.column
        picture = logo_label(logo, clinic.name)
        if picture is not None:
            column.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(4)
        for words, role in ((clinic.name, "title"), (clinic.hours, "muted"), (clinic.address, "muted")):
            if words:
                label = QLabel(words)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                label.setProperty("role", role)
                column.addWidget(label)
        if clinic.phone or clinic.url:
            button = QPushButton("How to reach us")
            button.clicked.connect(self.card_requested)
            column.addSpacing(4)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def logo_label(logo: bytes, name: str) -> QLabel | None:
    """Return a logo as a label, on white as logos are drawn for; None for one that cannot be drawn."""
    picture = _drawn(logo) if logo else QPixmap()
    if picture.isNull():
        return None
    label = QLabel()
    label.setPixmap(picture)
    label.setProperty("role", "logo")
    label.setAccessibleName(f"Logo of {name}")
    return label


def _drawn(logo: bytes) -> QPixmap:
    """Draw a logo at the size at which it is shown: it is never held in memory at a larger one."""
    buffer = QBuffer()
    buffer.setData(QByteArray(logo))
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return QPixmap()
    reader.setScaledSize(size.scaled(LOGO, Qt.AspectRatioMode.KeepAspectRatio) * 2)
    picture = QPixmap.fromImage(reader.read())
    picture.setDevicePixelRatio(2)
    return picture
