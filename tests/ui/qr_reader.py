"""Reads QR codes off the screen with zbar, a decoder that shares nothing with the encoder."""

import pytest
from PySide6.QtGui import QImage


def codes_in(widget):
    """Return the texts of all QR codes that are to be seen in a widget."""
    try:
        from pyzbar import pyzbar
    except ImportError as error:
        pytest.skip(f"zbar is not on this machine (Debian: libzbar0): {error}")
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = image.width(), image.height()
    lines = bytes(image.constBits())
    pixels = b"".join(lines[y * image.bytesPerLine() : y * image.bytesPerLine() + width] for y in range(height))
    found = pyzbar.decode((pixels, width, height), symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [symbol.data.decode() for symbol in found]
