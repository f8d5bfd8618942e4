"""HTML in the subset that Qt's rich text understands, from the trees that Python-Markdown builds.

The subset: https://doc.qt.io/qt-6/richtext-html-subset.html, and of that only what the guide needs. No sizes, colours
or styles: only classes, which the window's style sheet knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ALLOWED: dict[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "code": frozenset(),
    "em": frozenset(),
    "h3": frozenset(),
    "h4": frozenset(),
    "i": frozenset(),
    "li": frozenset(),
    "ol": frozenset({"start"}),
    "p": frozenset({"class"}),
    "span": frozenset({"class"}),
    "strong": frozenset(),
    "table": frozenset({"class", "width", "cellspacing", "cellpadding"}),
    "tbody": frozenset(),
    "td": frozenset({"align", "colspan", "width"}),
    "th": frozenset({"align", "colspan"}),
    "thead": frozenset(),
    "tr": frozenset(),
    "ul": frozenset(),
}
"""The tags that stand in the library, with their attributes."""

LINK_SCHEMES = ("cite:", "guide:", "service:", "https:", "tel:", "mailto:")

GROUP = "group"
"""An element that only holds others together while the tree is built; nothing of it is written."""

_INLINE = frozenset({GROUP, "a", "code", "em", "i", "span", "strong"})
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Rich:
    """The same text twice: as HTML, and as plain text in which blocks are divided by an empty line."""

    html: str
    text: str


class NotInSubset(ValueError):  # noqa: N818 - it says what is wrong
    """A tag or an attribute is outside the subset. That is a fault of the program: bad content becomes a finding."""


def render(root: Element) -> Rich:
    """Return the children of `root` as HTML and as plain text. Raises NotInSubset."""
    html: list[str] = []
    for child in root:
        _write(child, html)
    return Rich("".join(html), "\n\n".join(_blocks(root)))


def render_inline(element: Element) -> Rich:
    """Return what stands inside `element` (one paragraph) as HTML and as plain text. Raises NotInSubset."""
    html: list[str] = []
    _write_inside(element, html)
    return Rich("".join(html), _line(element))


def _write(element: Element, html: list[str]) -> None:
    tag = element.tag
    if tag == GROUP:
        _write_inside(element, html)
        return
    allowed = ALLOWED.get(tag)
    if allowed is None or not allowed.issuperset(element.keys()):
        raise NotInSubset(f"<{tag} {' '.join(element.keys())}>")
    attributes = element.items()
    if attributes:
        written = "".join([f' {name}="{escape(value)}"' for name, value in attributes])
        html.append(f"<{tag}{written}>")
    else:
        html.append(f"<{tag}>")
    _write_inside(element, html)
    html.append(f"</{tag}>")


def _write_inside(element: Element, html: list[str]) -> None:
    if element.text:
        html.append(_escaped(element.text))
    for child in element:
        _write(child, html)
        if child.tail:
            html.append(_escaped(child.tail))


def _escaped(text: str) -> str:
    if "&" in text or "<" in text or ">" in text:
        text = escape(text, quote=False)
    return text.replace("\n", " ")


def _plain(text: str | None) -> str:
    """Return a text in which the ends of lines inside a paragraph are spaces."""
    return text.replace("\n", " ") if text else ""


def _blocks(element: Element) -> list[str]:
    """Return the blocks inside `element` as plain text: paragraphs, headings, whole lists, whole tables."""
    blocks: list[str] = []
    for child in element:
        if child.tag in ("ul", "ol"):
            start = int(child.get("start", "1"))
            marks = (f"{number}. " if child.tag == "ol" else "- " for number in range(start, start + len(child)))
            blocks.append("\n".join(mark + _line(item) for mark, item in zip(marks, child, strict=True)))
        elif child.tag == "table" and (child.get("class") or "").startswith("callout"):
            blocks.extend(_blocks(child[0][0]))
        elif child.tag == "table":
            blocks.append("\n".join(_row(row) for row in child.iter("tr")))
        else:
            blocks.append(_line(child))
    return blocks


def _row(row: Element) -> str:
    """Return a row of a table: the first cell names what the others say."""
    first, *others = (_line(cell) for cell in row)
    return f"{first}: {'; '.join(others)}" if others else first


def _line(element: Element) -> str:
    """Return all text inside an element as one line."""
    # A no-break space is not white space here: it keeps "§ 1983" together.
    return _SPACES.sub(" ", _inside(element)).strip(" ")


def _inside(element: Element) -> str:
    parts = [_plain(element.text)]
    for child in element:
        space = " " if child.tag not in _INLINE else ""
        parts.append(f"{space}{_inside(child)}{space}{_plain(child.tail)}")
    return "".join(parts)


def subset_faults(html: str) -> tuple[str, ...]:
    """Return what in an HTML text is outside the subset: tags, attributes, links, nesting. Empty when all is well."""
    checker = _Checker()
    checker.feed(html)
    checker.close()
    return tuple(checker.faults + [f"<{tag}> is not closed" for tag in checker.open])


class _Checker(HTMLParser):
    """Reads HTML as a browser would, so that a slip of our own writer cannot hide from it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = ALLOWED.get(tag)
        if allowed is None:
            self.faults.append(f"<{tag}> is not in the subset")
            return
        for name, value in attrs:
            if name not in allowed:
                self.faults.append(f"<{tag}> has the attribute {name}")
            elif name == "href" and not (value or "").startswith(LINK_SCHEMES):
                self.faults.append(f"a link leads to {value}")
        if tag == "table" and tag in self.open:
            self.faults.append("a table stands inside a table")
        if tag == "a" and tag in self.open:
            self.faults.append("a link stands inside a link")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing")
