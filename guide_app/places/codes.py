"""QR codes, and what a phone reads from them: a number to call, a text to send, an address, or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guide_app.places.errors import PlacesError

if TYPE_CHECKING:
    import segno

MOST_VERSION = 25
"""The largest code that is made: 117 squares on a side. Telephones do not read a denser one well from a screen."""

QUIET = 4
"""The white squares that must surround a code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code as rows of squares, True for a dark one, without its white border. `size` is the squares on a side."""

    rows: tuple[tuple[bool, ...], ...]
    version: int

    @property
    def size(self) -> int:
        """Return the number of squares on a side."""
        return len(self.rows)


def qr_code(text: str) -> QrCode:
    """Return the QR code of a text, in UTF-8. Raises PlacesError when it is empty or too long for a phone to read."""
    code = _make(text)
    return QrCode(tuple(tuple(bool(square) for square in row) for row in code.matrix), int(code.version))


def phone_text(phone: str) -> str:
    """Return what a code must hold so that a phone offers to call ("tel:+18007997233"). Raises PlacesError."""
    return f"tel:{_dialled(phone)}"


def message_text(sms: str) -> str:
    """Return what a code must hold so that a phone offers to write, for "988" or "START to 88788".

    Raises PlacesError for no number.
    """
    found = re.fullmatch(r"(?:(?P<word>\w+) to )?(?P<number>[\d\s()+.-]+?)(?: \([^)]*\))?", sms.strip())
    if found is None:
        raise PlacesError(f"“{sms}” is no number to write to.")
    return f"SMSTO:{_dialled(found['number'])}:{found['word'] or ''}"


def _dialled(phone: str) -> str:
    digits = re.sub(r"\D", "", phone)
    if not digits:
        raise PlacesError(f"“{phone}” is no telephone number.")
    if len(digits) == 10:
        return f"+1{digits}"
    # 911, 988 and the short numbers for texts are dialled as they are
    return f"+{digits}" if len(digits) > 10 else digits


def _make(text: str) -> segno.QRCode:
    import segno

    if not text.strip():
        raise PlacesError("There is nothing to put into a QR code.")
    try:
        if text.isascii():
            code = segno.make_qr(text, error="l", boost_error=True)
        else:
            # Readers that are not told the encoding guess it, and guess wrong: zbar reads "§" as Chinese.
            code = segno.make_qr(text, error="l", boost_error=True, encoding="utf-8", eci=True)
    except segno.DataOverflowError:
        code = None
    if code is None or int(code.version) > MOST_VERSION:
        raise PlacesError(
            f"This text is too long for a QR code: it has {len(text.encode()):,} bytes, and a phone reads about 1,270. "
            "Print it, or choose a shorter one."
        )
    return code
