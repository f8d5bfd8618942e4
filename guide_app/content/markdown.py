"""Turn the Markdown of an article into rich text: blocks by Python-Markdown, what stands inside them by `inline`.

One `Renderer` serves a whole guide: setting Python-Markdown up costs more than an article. What a text refers to and is
not there is left out of the rich text; the words of a dead link stay, without the link. It is `check` that says so.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.tables import TableExtension

from guide_app.content.inline import InlineMarks
from guide_app.content.references import without_general
from guide_app.content.richtext import Rich, render, render_inline
from guide_app.content.targets import Targets

CALLOUTS = ("warning", "deadline", "call")

_UNUSED_BLOCKS = ("code", "setextheader", "hr", "quote", "reference")
"""What is not part of the format (docs/content-format.md) stays as it was typed; that it stands there is a finding."""

_BLANK_LINE = re.compile(r"^[ \t]+$", re.M)
_HEADING_ID = re.compile(r"^(#{3,6}[ \t].*?)[ \t]*\{#[^}]*\}[ \t]*$", re.M)
_LONGEST_NUMBER = 9
_HEADINGS = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}


class Renderer:
    """Renders the texts of one guide."""

    def __init__(self, targets: Targets) -> None:
        markdown = Markdown(extensions=[TableExtension(use_align_attribute=True), AdmonitionExtension()])
        for name in _UNUSED_BLOCKS:
            markdown.parser.blockprocessors.deregister(name)
        # A list that begins with 3 begins with 3.
        setattr(markdown.parser.blockprocessors["olist"], "LAZY_OL", False)  # noqa: B010  # its type does not say so
        self._blocks = markdown.parser
        self._marks = InlineMarks(targets)

    def body(self, text: str, article: str) -> Rich:
        """Render blocks of Markdown that stand in `article` (links such as `#section` are meant inside it)."""
        text = without_general(_BLANK_LINE.sub("", text.expandtabs(4)))
        if "#" in text:
            text = _HEADING_ID.sub(r"\1", text)
        root = Element("div")
        self._blocks.parseChunk(root, text.strip("\n"))
        self._marks.apply(root, article)
        _shape(root)
        return render(root)

    def line(self, text: str, article: str) -> Rich:
        """Render one paragraph without its `<p>`: a summary."""
        root = Element("div")
        paragraph = SubElement(root, "p")
        paragraph.text = text
        self._marks.apply(root, article)
        return render_inline(paragraph)


def _shape(root: Element) -> None:
    """Give callouts and tables the form that the window's style sheet knows, and bring headings to two levels."""
    for element in list(root.iter()):
        if element.tag == "div" and element is not root:
            _shape_callout(element)
        elif element.tag == "table":
            element.attrib = {"class": "facts", "width": "100%", "cellspacing": "0", "cellpadding": "6"}
        elif element.tag == "ol" and len(element.get("start", "")) > _LONGEST_NUMBER:
            del element.attrib["start"]
        elif element.tag in _HEADINGS:
            element.tag = _HEADINGS[element.tag]


def _shape_callout(element: Element) -> None:
    """Turn Python-Markdown's `div.admonition` into a table of one cell, since only a table has a ground in Qt."""
    kind = next((name for name in CALLOUTS if name in (element.get("class") or "").split()), CALLOUTS[0])
    inside = list(element)
    if inside and inside[0].get("class") == "admonition-title":
        inside[0].set("class", "callout-title")
    for child in inside:
        element.remove(child)
    element.tag = "table"
    element.attrib = {"class": f"callout {kind}", "width": "100%", "cellspacing": "0", "cellpadding": "12"}
    cell = SubElement(SubElement(element, "tr"), "td")
    cell.extend(inside)
