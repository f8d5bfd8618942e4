"""The marks inside a paragraph: emphasis, `code`, links, citations, and curly quotation marks for straight ones.

Python-Markdown's own inline patterns run one after the other over every text and take two thirds of the time of an
article. The guide needs few of them, and one regular expression that knows them all does it in a fifth of that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from guide_app.citations.styled import Styled
from guide_app.citations.typography import curly
from guide_app.content.references import items
from guide_app.content.richtext import GROUP
from guide_app.content.targets import Anchor, Targets, shown_address

# Each alternative begins with a sign of its own, so that Python's `re` passes over plain text quickly. The length of
# emphasis and code is limited so that a file full of single asterisks does not take for ever.
_MARK = re.compile(
    r"\[@(?P<citation>[^\]\[]*)\]"
    r"|\[(?P<words>[^\]\[]*)\]\((?P<target>(?:[^()\s]|\([^()\s]*\))*)\)"
    r"|!\[(?P<picture>[^\]\[]*)\]\((?:[^()\s]|\([^()\s]*\))*\)"
    r"|\*\*(?=[^\s*]|\*[^\s*])(?P<strong>.{1,600}?)(?<=\S)\*\*(?!\*)"
    r"|\*(?=[^\s*])(?P<em>.{1,600}?)(?<=[^\s*])\*(?!\*)"
    r"|__(?<!\w__)(?=\S)(?P<strong2>.{1,600}?)(?<=\S)__(?!\w)"
    r"|_(?<!\w_)(?=[^\s_])(?P<em2>.{1,600}?)(?<=[^\s_])_(?!\w)"
    r"|`(?P<ticks>`*)(?!`)(?P<code>.{1,600}?)(?<!`)`(?P=ticks)(?!`)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])",
    re.S,
)
_TAGS = {"strong": "strong", "strong2": "strong", "em": "em", "em2": "em"}


class InlineMarks:
    """Replaces the marks in a tree of blocks by elements."""

    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._article = ""
        self._last = " "  # the sign before the text in hand: it tells an opening quotation mark from a closing one

    def apply(self, root: Element, article: str) -> None:
        """Replace the marks in all texts below `root`, which stand in `article`."""
        self._article = article
        for element in list(root.iter()):
            written = list(element)
            if element.text:
                self._last = " "
                element.text, new = self._split(element.text)
                element[0:0] = new
            for child in written:
                if child.tail:
                    self._last = " "
                    child.tail, new = self._split(child.tail)
                    place = list(element).index(child) + 1
                    element[place:place] = new

    def _split(self, text: str) -> tuple[str, list[Element]]:
        """Return the text before the first mark, and an element for each mark with the text after it as its tail."""
        before = ""
        elements: list[Element] = []
        at = 0
        for found in _MARK.finditer(text):
            before = _add(before, elements, self._curly(text[at : found.start()]))
            at = found.end()
            if found["escaped"]:
                self._last = found["escaped"]
                before = _add(before, elements, self._last)
            else:
                elements.append(self._element(found))
        return _add(before, elements, self._curly(text[at:])), elements

    def _curly(self, text: str) -> str:
        """Return plain text with curly quotation marks; `code` and addresses never come here."""
        written = curly(text, self._last)
        self._last = written[-1:] or self._last
        return written

    def _element(self, found: re.Match[str]) -> Element:
        if found["citation"] is not None:
            return self._citation(found["citation"])
        if found["target"] is not None:
            return self._link(found["words"], self._targets.href(found["target"], self._article))
        if found["picture"] is not None:
            return self._link(found["picture"], None)
        if found["code"]:
            element = Element("code")
            element.text = found["code"].strip()
            self._last = "`"
            return element
        name = next(name for name in _TAGS if found[name])
        element = Element(_TAGS[name])
        element.text, children = self._split(found[name])
        element.extend(children)
        return element

    def _citation(self, bracket: str) -> Element:
        """Return one pair of round brackets with a link for each item; services need no brackets."""
        references = items(bracket)
        anchors = [anchor for anchor in map(self._targets.anchor, references) if anchor is not None]
        brackets = any(reference.kind != "service" for reference in references)
        self._last = ")"
        return citation_group(anchors, brackets=brackets and bool(anchors))

    def _link(self, words: str, href: str | None) -> Element:
        """Return a link, with an address outside shown beside it; of a dead link and a picture the words are left."""
        group = Element(GROUP)
        holder = group if href is None else SubElement(group, "a", href=href)
        holder.text, children = self._split(words)
        holder.extend(children)
        address = shown_address(href or "")
        if address and address not in words:
            holder.tail = f" ({address})"
            self._last = ")"
        return group


def _add(before: str, elements: list[Element], text: str) -> str:
    """Put text behind what is there already, and return the text before the first element."""
    if not elements:
        return before + text
    elements[-1].tail = (elements[-1].tail or "") + text
    return before


def citation_group(anchors: Sequence[Anchor], *, brackets: bool = True) -> Element:
    """Return links joined by semicolons, in round brackets or not."""
    group = Element(GROUP)
    group.text = "(" if brackets else ""
    for number, anchor in enumerate(anchors, 1):
        link = SubElement(group, "a", href=anchor.href)
        _set_runs(link, anchor.runs)
        link.tail = "; " if number < len(anchors) else ")" if brackets else ""
    return group


def _set_runs(element: Element, runs: Styled) -> None:
    """Write styled text into an element."""
    last: Element | None = None
    for run in runs:
        if run.italic:
            last = SubElement(element, "i")
            last.text = run.text
        elif last is None:
            element.text = (element.text or "") + run.text
        else:
            last.tail = (last.tail or "") + run.text
