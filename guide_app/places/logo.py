"""The check of a clinic's logo: a PNG or an SVG of reasonable size that can do nothing but be drawn."""

from __future__ import annotations

import re
import struct

from guide_app.places.errors import PlacesError

MOST_BYTES = 512 * 1024
MOST_PIXELS = 4_000
"""The longest side of a PNG: a larger one would take more memory than the whole window."""

_PNG = b"\x89PNG\r\n\x1a\n"
_FORBIDDEN = {"script", "foreignObject", "iframe", "image", "audio", "video", "animate", "set", "style", "a"}
"""Elements that run, load or link; a style sheet may load."""

_LOADS = re.compile(r"url\s*\(\s*['\"]?(?!\s*#)|^\s*(?:javascript|data|https?|file):", re.I)


def check_logo(data: bytes) -> str:
    """Return "png" or "svg". Raises PlacesError when the file is neither, too large, or an SVG that could do more."""
    if len(data) > MOST_BYTES:
        raise PlacesError(f"The logo has {len(data) // 1024} KB; at most {MOST_BYTES // 1024} KB are allowed.")
    if data.startswith(_PNG):
        _check_png(data)
        return "png"
    if b"<svg" in data[:4096]:
        _check_svg(data)
        return "svg"
    raise PlacesError("The logo is neither a PNG nor an SVG file.")


def _check_png(data: bytes) -> None:
    # the first chunk of every PNG is its header, with width and height (PNG specification, 11.2.2)
    if len(data) < 24 or data[12:16] != b"IHDR":
        raise PlacesError("The logo is a damaged PNG file.")
    width, height = struct.unpack(">II", data[16:24])
    if not 0 < width <= MOST_PIXELS or not 0 < height <= MOST_PIXELS:
        raise PlacesError(f"The logo has {width} x {height} pixels; at most {MOST_PIXELS} a side are allowed.")


def _check_svg(data: bytes) -> None:
    from xml.etree import ElementTree

    # entities could grow without end, and are not needed in a drawing
    if b"<!" in data.replace(b"<!--", b""):
        raise PlacesError("The logo is an SVG with a document type; save it as a plain SVG.")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise PlacesError("The logo is a damaged SVG file.") from error
    if _local(root.tag) != "svg":
        raise PlacesError("The logo is no SVG file.")
    for element in root.iter():
        name = _local(element.tag)
        if name in _FORBIDDEN:
            raise PlacesError(f"The logo is an SVG with a <{name}>; save it as a plain SVG, with shapes alone.")
        for key, value in element.attrib.items():
            loads = _LOADS.search(value) is not None
            link = _local(key) == "href" and not value.startswith("#")
            if loads or link or _local(key).lower().startswith("on"):
                raise PlacesError("The logo is an SVG that loads or runs something; save it as a plain SVG.")


def _local(tag: object) -> str:
    """Return the name of an element or attribute without its namespace; comments have none."""
    return str(tag).rpartition("}")[2] if isinstance(tag, str) else ""
