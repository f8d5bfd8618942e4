from __future__ import annotations

import datetime

import pytest

from guide_app.places.codes import MOST_VERSION, QUIET, message_text, phone_text, qr_code
from guide_app.places.deadline_text import short_text
from guide_app.places.deadlines import deadlines_for
from guide_app.places.errors import PlacesError
from tests.places.shipped import TODAY, services, states


@pytest.fixture(scope="module")
def read_back():
    """Return a function that reads a code with zbar, a decoder that shares nothing with the encoder."""
    try:
        from pyzbar import pyzbar
    except ImportError as error:
        pytest.skip(f"zbar is not on this machine (Debian: libzbar0): {error}")

    def read(code, scale=4):
        side = (code.size + 2 * QUIET) * scale
        pixels = bytearray(b"\xff" * (side * side))
        for y, row in enumerate(code.rows):
            for x, dark in enumerate(row):
                if dark:
                    for line in range(scale):
                        start = ((y + QUIET) * scale + line) * side + (x + QUIET) * scale
                        pixels[start : start + scale] = b"\x00" * scale
        found = pyzbar.decode((bytes(pixels), side, side), symbols=[pyzbar.ZBarSymbol.QRCODE])
        return [symbol.data.decode() for symbol in found]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "tel:+18007997233",
        "SMSTO:88788:START",
        "https://www.lawhelp.org/find-help",
        "N.Y. Gen. Mun. Law § 50-e, señora, ¿cuándo?",
        "1234567890",
        "a" * 1273,
    ],
    ids=lambda text: text[:20],
)
def test_a_code_is_read_back(read_back, text):
    assert read_back(qr_code(text)) == [text]


@pytest.mark.parametrize("state", states())
def test_the_dates_of_every_state_fit_into_a_code(read_back, state):
    # long past, half past, and all still to come
    for happened in (datetime.date(1950, 1, 1), datetime.date(2025, 10, 1), TODAY):
        text = short_text(deadlines_for(states()[state], happened, TODAY))
        assert text.isascii()
        assert read_back(qr_code(text)) == [text]


def test_the_contacts_of_every_service_fit_into_codes(read_back):
    texts = set()
    for service in services():
        texts.update([phone_text(service.phone)] if service.phone else [])
        texts.update([message_text(service.sms)] if service.sms else [])
        texts.update([service.url] if service.url else [])
    assert len(texts) > 200
    for text in texts:
        assert read_back(qr_code(text)) == [text]


@pytest.mark.parametrize("length", [1274, 3000, 100_000])
def test_a_text_too_long_is_refused_with_the_reason(length):
    with pytest.raises(PlacesError, match=f"too long for a QR code: it has {length:,} bytes"):
        qr_code("a" * length)


def test_length_counts_in_bytes():
    with pytest.raises(PlacesError, match="it has 2,000 bytes"):
        qr_code("§" * 1000)


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_is_refused(text):
    with pytest.raises(PlacesError, match="nothing to put into"):
        qr_code(text)


def test_the_matrix_is_square_and_not_too_dense():
    code = qr_code("a" * 1273)
    assert code.version == MOST_VERSION
    assert code.size == 17 + 4 * MOST_VERSION
    assert {len(row) for row in code.rows} == {code.size}
    # the three corner patterns: a dark frame of seven squares
    assert all(code.rows[0][:7])
    assert not code.rows[0][7]


@pytest.mark.parametrize(
    ("phone", "text"),
    [
        ("1-800-799-7233", "tel:+18007997233"),
        ("206-624-2180", "tel:+12066242180"),
        ("(206) 624 2180", "tel:+12066242180"),
        ("911", "tel:911"),
        ("988", "tel:988"),
    ],
)
def test_a_phone_offers_to_call(phone, text):
    assert phone_text(phone) == text


@pytest.mark.parametrize(
    ("sms", "text"),
    [
        ("988", "SMSTO:988:"),
        ("START to 88788", "SMSTO:88788:START"),
        ("911 (only where the local center accepts texts)", "SMSTO:911:"),
        ("HELP to 206-624-2180", "SMSTO:+12066242180:HELP"),
    ],
)
def test_a_phone_offers_to_write(sms, text):
    assert message_text(sms) == text


@pytest.mark.parametrize("sms", ["", "call us", "START to us", "START 88788", "()"])
def test_no_number_is_refused(sms):
    with pytest.raises(PlacesError, match=r"no number to write to|no telephone number"):
        message_text(sms)
    with pytest.raises(PlacesError, match="no telephone number"):
        phone_text("call us")
