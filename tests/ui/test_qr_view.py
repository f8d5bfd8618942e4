"""A code on the screen is read by another program, in every colour scheme."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide_app.places.codes import qr_code
from guide_app.ui.qr_view import QrView
from guide_app.ui.theme import SCHEMES, qt_palette, style_sheet
from tests.ui.qr_reader import codes_in


def around(view, scheme):
    """Return a widget in the colours of a scheme with the code in it, as it stands in a card."""
    frame = QWidget()
    frame.setPalette(qt_palette(SCHEMES[scheme]))
    frame.setStyleSheet(style_sheet(SCHEMES[scheme]))
    frame.setAutoFillBackground(True)
    QVBoxLayout(frame).addWidget(view)
    return frame


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("text", ["tel:911", "tel:+18007997233", "https://www.lawhelp.org/find-help", "señora § 1983"])
def test_it_is_read_back(put_up, scheme, text):
    frame = put_up(around(QrView(qr_code(text), "Code"), scheme), 400, 400)
    assert codes_in(frame) == [text]


def test_it_keeps_its_white_border_and_its_size(put_up):
    view = QrView(qr_code("tel:911"), "Code for a phone: 911")
    frame = put_up(around(view, "dark"), 700, 500)
    assert view.parentWidget() is frame
    assert view.size() == view.sizeHint()
    assert view.accessibleName() == "Code for a phone: 911"
    image = view.grab().toImage()
    for place in ((0, 0), (image.width() - 1, 0), (8, image.height() - 9)):
        assert image.pixelColor(*place) == QColor(SCHEMES["paper"].paper)
