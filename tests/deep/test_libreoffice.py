"""LibreOffice opens our RTF and HTML and keeps the italics on exactly the right words."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

from guide_app.citations.bluebook import full
from guide_app.citations.forms import paragraphs, render
from guide_app.citations.options import Options
from guide_app.citations.payload import html_fragment
from guide_app.citations.styled import Run, to_rtf
from tests.citations.golden_files import first_pin
from tests.citations.shipped import shipped

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is missing (Debian: apt install libreoffice-writer-nogui)"),
]

ALL = tuple(shipped().values())
PINS = {authority.id: first_pin(authority) for authority in ALL}
HTML_FILTER = ("--infilter=HTML (StarWriter)",)
ODD = (
    (Run("O'Hara {v.} \\par & Sons <b>", italic=True), Run(", 42 U.S.C. §\u00a01983, ¶\u00a012\u201314")),
    (Run("Nuñez v. 李 \U0001d510", italic=True), Run(" “curly” ’s")),
)

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


def opened(source, folder, *options):
    """Return the paragraphs of a file as LibreOffice opens it: stretches of text, each with its marks "i" and "u"."""
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", *options]
    command += ["--convert-to", "fodt:OpenDocument Text Flat XML", "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    tree = ET.parse(folder / "out" / f"{source.stem}.fodt")
    marks = {}
    for style in tree.iter(f"{STYLE}style"):
        properties = style.find(f"{STYLE}text-properties")
        if properties is not None and style.get(f"{STYLE}family") == "text":
            # LibreOffice keeps the slant of Chinese or Arabic letters apart from that of Latin ones
            slants = (f"{FO}font-style", f"{STYLE}font-style-asian", f"{STYLE}font-style-complex")
            italic = "italic" in [properties.get(slant) for slant in slants]
            underlined = properties.get(f"{STYLE}text-underline-style") not in (None, "none")
            marks[style.get(f"{STYLE}name")] = "i" * italic + "u" * underlined
    return [merged(stretches(paragraph, "", marks)) for paragraph in tree.iter(f"{TEXT}p")]


def stretches(element, mark, marks):
    if element.tag == f"{TEXT}s":
        yield " " * int(element.get(f"{TEXT}c", "1")), mark
    yield element.text or "", mark
    for child in element:
        inner = mark + marks.get(child.get(f"{TEXT}style-name"), "") if child.tag == f"{TEXT}span" else mark
        yield from stretches(child, inner, marks)
        yield child.tail or "", mark


def merged(parts):
    runs = []
    for text, mark in parts:
        if runs and runs[-1][1] == mark:
            runs[-1] = (runs[-1][0] + text, mark)
        elif text:
            runs.append((text, mark))
    return [run for run in runs if run[0]]


def expected(styled):
    return merged((run.text, "i" * run.italic + "u" * run.underline) for run in styled)


@pytest.mark.parametrize(
    ("form", "suffix", "options"), [("rtf", ".rtf", ()), ("html", ".html", HTML_FILTER)], ids=["rtf", "html"]
)
def test_every_shipped_citation(tmp_path, form, suffix, options):
    source = tmp_path / f"citations{suffix}"
    source.write_text(render(ALL, form, PINS), "ascii")
    assert opened(source, tmp_path, *options) == [expected(full(one, PINS[one.id])) for one in ALL]


def test_underline_in_rtf(tmp_path):
    source = tmp_path / "underlined.rtf"
    wish = Options(emphasis="underline")
    source.write_text(render(ALL[:40], "rtf", options=wish), "ascii")
    assert opened(source, tmp_path) == [expected(one) for one in paragraphs(ALL[:40], options=wish)]


def test_odd_names(tmp_path):
    rtf, html = tmp_path / "odd.rtf", tmp_path / "odd2.html"
    rtf.write_text(to_rtf(ODD), "ascii")
    html.write_text(html_fragment(ODD), "ascii")
    for source, options in ((rtf, ()), (html, HTML_FILTER)):
        assert opened(source, tmp_path, *options) == [expected(one) for one in ODD]
