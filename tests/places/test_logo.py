from __future__ import annotations

import struct

import pytest

from guide_app.places.errors import PlacesError
from guide_app.places.logo import MOST_BYTES, MOST_PIXELS, check_logo
from tests.places.shipped import RESOURCES


def png(width=100, height=50, name=b"IHDR"):
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, name, width, height) + b"\x08\x02\x00\x00\x00rest"


def svg(inside="", attributes=""):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def test_good_logos():
    assert check_logo(png()) == "png"
    assert check_logo(png(MOST_PIXELS, MOST_PIXELS)) == "png"
    assert check_logo(svg('<path d="M0 0L9 9" fill="url(#shade)"/>')) == "svg"
    assert check_logo(b"<?xml version='1.0'?><!-- drawn by us -->" + svg()) == "svg"
    assert check_logo(svg('<use href="#a"/>')) == "svg"


@pytest.mark.parametrize("file", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda file: file.name)
def test_our_own_icons_would_do(file):
    assert check_logo(file.read_bytes()) == "svg"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "neither a PNG nor an SVG"),
        (b"GIF89a", "neither a PNG nor an SVG"),
        (b"\x89PNG\r\n\x1a\n", "damaged PNG"),
        (png(name=b"IDAT"), "damaged PNG"),
        (png(width=0), "0 x 50 pixels"),
        (png(width=MOST_PIXELS + 1), "4001 x 50 pixels; at most 4000"),
        (png(height=100_000), "100 x 100000 pixels"),
        (b"x" * (MOST_BYTES + 1), "512 KB; at most 512 KB"),
        (b"<svg", "damaged SVG"),
        (b"<p><svg/></p>", "no SVG file"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "document type"),
        (svg("<script>1</script>"), "<script>"),
        (svg("<foreignObject/>"), "<foreignObject>"),
        (svg("<style>@import 'x'</style>"), "<style>"),
        (svg('<image href="#x"/>'), "<image>"),
        (svg(attributes='onload="x()"'), "loads or runs"),
        (svg('<use href="https://example.org/x.svg"/>'), "loads or runs"),
        (svg('<use xmlns:l="http://www.w3.org/1999/xlink" l:href="other.svg"/>'), "loads or runs"),
        (svg('<path fill="url(https://example.org/x)"/>'), "loads or runs"),
        (svg("""<path style="fill: url( 'file:///etc/x')"/>"""), "loads or runs"),
        (svg('<use href="javascript:x()"/>'), "loads or runs"),
    ],
)
def test_what_is_no_plain_picture_is_refused(data, says):
    with pytest.raises(PlacesError, match=says):
        check_logo(data)
