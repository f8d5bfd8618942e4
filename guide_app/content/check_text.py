"""Check the text of one article: what it refers to, what it rests on, and that it keeps to the format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guide_app.citations.model import Case
from guide_app.citations.pinpoint import PinpointError, pinpoint_for
from guide_app.content.article_reader import ArticleSource, Part
from guide_app.content.blocks import LIST_ITEM, Block, blocks
from guide_app.content.findings import Findings
from guide_app.content.markdown import CALLOUTS
from guide_app.content.references import CITATION, LINK, REFERENCE, Reference, references, without_code, without_general
from guide_app.content.targets import Targets

_SAYS_SO = re.compile(
    r"\b(?:limit(?:s|ed)?|no longer|overruled|replaced|superseded|since changed)\b"
    r"|\bbefore\b.*\b(?:after|later|now|since|then|today)\b",
    re.I | re.S,
)
"""The words that tell a reader that a case or law is not what it was (docs/content-format.md)."""

_CITATION = re.compile(CITATION)
_LINK = re.compile(LINK)
_RAW = (
    ("<", re.compile(r"<(?:[A-Za-z/][^>\n]*|!--.*?--|[?!][^>\n]*)>?", re.S), "raw HTML is refused", "write Markdown"),
    ("&", re.compile(r"&(?:#\w+|[A-Za-z]\w*);"), "an HTML entity is refused", "write the sign itself"),
    ("](", re.compile(r"\[\s*\]\([^)\s]*\)"), "the link has no words", "write what it leads to"),
    (
        "",
        re.compile(r"\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)"),
        "a telephone number is typed",
        "use [@service:id], which keeps it in one place",
    ),
)
"""What is looked for when a sign stands in the text: the sign, the pattern, what is wrong, and the mend."""

_LEFT_OVER = re.compile(r"\[@|\[\[|\]\(|\{[#.:]|!\[[^\]\[]*\](?:\([^()]*\))?")
_CALLOUT_HEAD = re.compile(r'!!![ \t]*([A-Za-z-]*)[ \t]*(?:"([^"]*)")?[ \t]*$')
_NOT_MARKDOWN = (
    (re.compile(r"(?:```|~~~)"), "a fence of code"),
    (re.compile(r">"), "a quotation mark “>” at the start of a line"),
    (re.compile(r"(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$"), "a ruler"),
    (re.compile(r" {4}|\t"), "a line indented by four spaces"),
)
_SENTENCE = re.compile(r"(?<![A-Z.])(?<!\bv)(?<!\b[MD]r)(?<!\bMs)(?<!\bNo)(?<!\bSt)[.?!][*_”\")]*\s+(?=[A-Z“\"*(])")


@dataclass(slots=True)
class TextCounts:
    """What was seen in the text of a guide: numbers, and the authorities and places that are referred to."""

    words: int = 0
    citations: int = 0
    cited: set[str] = field(default_factory=set)
    linked: set[tuple[str, str]] = field(default_factory=set)
    """(article that links, full id that it links to)"""
    paragraphs: dict[str, tuple[str, int]] = field(default_factory=dict)


def check_article(article: ArticleSource, targets: Targets, counts: TextCounts, findings: Findings) -> None:
    """Check the texts of an article: summary, lead and sections."""
    checker = _ArticleChecker(article, targets, counts, findings)
    checker.check_heading(article.title, article.lines["title"])
    checker.check_summary()
    checker.check_part(article.lead)
    for section in article.sections:
        if not section.heading:
            checker.say(section.line, "the section has no heading", "write a reader's question")
        checker.check_heading(section.heading, section.line)
        if not section.body.text.strip():
            checker.say(section.line, f"the section “{section.id}” is empty", "write its answer or delete it")
        checker.check_part(section.body)


class _ArticleChecker:
    """Checks one article, block by block."""

    def __init__(self, article: ArticleSource, targets: Targets, counts: TextCounts, findings: Findings) -> None:
        self._article = article
        self._targets = targets
        self._counts = counts
        self._findings = findings
        self._level = 2

    def say(self, line: int, what: str, mend: str) -> None:
        self._findings.add(self._article.file, line, what, mend)

    def check_summary(self) -> None:
        line = self._article.lines["summary"]
        self._counts.words += len(self._article.summary.split())
        if len(_SENTENCE.split(self._article.summary)) > 2:
            self.say(line, "the summary has more than two sentences", "shorten it to the answer")
        if REFERENCE.search(self._article.summary):
            self.say(line, "the summary holds a citation or a link", "move it into a section")
        self._check_raw(line, self._article.summary)

    def check_heading(self, heading: str, line: int) -> None:
        if re.search(r"[*_`\[\]<>]|&\w+;", heading):
            self.say(line, "the heading holds more than plain words", "write it without emphasis, links or code")
        self._counts.words += len(heading.split())

    def check_part(self, part: Part) -> None:
        self._level = 2
        for block in blocks(part.text, part.line):
            if block.kind == "heading":
                self._check_level(block)
            else:
                self._check_block(block)

    def _check_level(self, block: Block) -> None:
        level = len(block.text) - len(block.text.lstrip("#"))
        heading = block.text[level:]
        if level < 3:
            self.say(
                block.line,
                f"a heading of level {level} cannot stand here",
                "write “## Question? {#id}” or “### Heading”",
            )
        elif level > min(self._level + 1, 4):
            self.say(block.line, "a heading level is skipped", f"use {'#' * min(self._level + 1, 4)}")
        if "{#" in heading:
            self.say(block.line, "only ## headings have an id", "delete {#…} or make it a section")
        self._level = max(level, 2)
        self.check_heading(heading.partition("{")[0].strip(), block.line)

    def _check_block(self, block: Block) -> None:
        found = list(references(block.text, block.line))
        for placed in found:
            if placed.reference is not None:
                self._check_reference(placed.reference, placed.line)
            else:
                self._check_link(placed.target, placed.line)
        if not block.general and not any(placed.reference for placed in found):
            what = f"the {block.kind} rests on nothing"
            self.say(block.line, what, "cite an authority, or end it with {.general} if it states no law")
        if any(placed.reference and self._has_changed(placed.reference) for placed in found):
            for line, piece in block.pieces():
                self._check_standing(line, piece)
        plain = " ".join(_LINK.sub(r"\1", _CITATION.sub(" ", without_general(block.text))).split())
        self._check_twice(block, plain)
        if block.kind == "callout":
            self._check_callout(block)
        if block.kind == "paragraph":
            self._check_paragraph(block)
        self._check_raw(block.line, block.text)
        # the signs of lists and tables stand alone and are no words
        self._counts.words += sum(any(map(str.isalnum, token)) for token in plain.split())

    def _check_reference(self, reference: Reference, line: int) -> None:
        if reference.kind == "authority":
            self._counts.citations += 1
            self._counts.cited.add(reference.id)
            self._check_authority(reference, line)
        elif reference.kind == "service":
            if reference.id not in self._targets.services:
                hint = self._findings.nearest(reference.id, self._targets.services)
                self.say(line, f"there is no service “{reference.id}”{hint}", "use an id of services/")
        elif reference.kind == "state":
            if self._targets.anchor(reference) is None:
                self.say(
                    line, f"there is no state section for “{reference.id}”", "use a postal abbreviation such as NY"
                )
            else:
                home = self._targets.home_of("public-duty")
                self._counts.linked.add((self._article.id, f"{home}/{reference.id.lower()}"))
        else:
            self.say(line, f"“{reference.kind}:” is no kind of citation", "use an id, state: or service:")

    def _check_authority(self, reference: Reference, line: int) -> None:
        authority = self._targets.authorities.get(reference.id)
        if authority is None:
            hint = self._findings.nearest(reference.id, self._targets.authorities)
            self.say(line, f"there is no authority “{reference.id}”{hint}", "use an id of authorities/")
            return
        if self._targets.anchor(reference) is not None:
            return
        try:
            pinpoint_for(authority, reference.pin)
        except PinpointError as error:
            self.say(line, f"the pinpoint of “{reference.id}” is wrong: {str(error).rstrip('.')}", "mend or delete it")

    def _check_link(self, target: str, line: int) -> None:
        href = self._targets.href(target, self._article.id)
        place = f"{self._article.id}/{target[1:]}" if target.startswith("#") else target
        if href is None:
            self.say(
                line,
                f"the link “{target}” leads nowhere{self._findings.nearest(place, self._targets.places)}",
                _link_mend(target),
            )
        elif href.startswith("guide:"):
            new = href.removeprefix("guide:")
            self._counts.linked.add((self._article.id, new))
            if new != place:
                self.say(line, f"the link leads to “{place}”, which is now “{new}”", "use the new id")

    def _has_changed(self, reference: Reference) -> bool:
        authority = self._targets.authorities.get(reference.id)
        return isinstance(authority, Case) and authority.standing in ("limited", "superseded")

    def _check_standing(self, line: int, piece: str) -> None:
        if _SAYS_SO.search(_CITATION.sub(" ", piece)):
            return
        for placed in references(piece, line):
            if placed.reference and self._has_changed(placed.reference):
                what = f"the text does not say that “{placed.reference.id}” is limited or superseded"
                self.say(placed.line, what, "say what has changed: limited, no longer, overruled, replaced, superseded")

    def _check_twice(self, block: Block, plain: str) -> None:
        if block.kind == "callout" or len(plain) < 40:
            return  # a safety note may be the same everywhere, and so may “Your state:”
        file, line = self._counts.paragraphs.setdefault(plain.casefold(), (self._article.file, block.line))
        if (file, line) != (self._article.file, block.line):
            self.say(
                block.line, f"the {block.kind} stands also in {file}:{line}", "keep it in one place and link to it"
            )

    def _check_callout(self, block: Block) -> None:
        first, *others = block.text.split("\n")
        head = _CALLOUT_HEAD.match(first)
        if not head or head[1] not in CALLOUTS or not (head[2] or "").strip():
            self.say(block.line, "the head of the callout is wrong", 'write !!! warning "Title" (or deadline, or call)')
        if not any(row.strip() for row in others):
            self.say(block.line, "the callout is empty", "indent its text by four spaces")
        if any(re.match(r"\s+!!!", row) for row in others):
            self.say(block.line, "a callout stands inside a callout", "move it out")

    def _check_paragraph(self, block: Block) -> None:
        for number, row in enumerate(block.text.split("\n"), block.line):
            if number > block.line and (LIST_ITEM.match(row) or row.startswith(("|", "!!!"))):
                self.say(number, "a list, table or callout begins inside a paragraph", "put an empty line before it")
            for pattern, name in _NOT_MARKDOWN:
                if pattern.match(row):
                    self.say(number, f"{name} is not part of the format", "write plain paragraphs, lists and tables")

    def _check_raw(self, line: int, text: str) -> None:
        """Refuse what only HTML could say, and what was meant as part of the format but is not."""
        text = without_code(text)
        for needed, pattern, what, mend in _RAW:
            if needed in text:
                for found in pattern.finditer(text):
                    self.say(_line(line, text, found), f"{what} (“{found[0][:40]}”)", mend)
        rest = without_general(REFERENCE.sub(lambda one: "\n" * one[0].count("\n"), text))
        for found in _LEFT_OVER.finditer(rest):
            if found[0].startswith("!["):
                self.say(_line(line, rest, found), "a picture is not part of the format", "say in words what it shows")
            else:
                what = f"“{found[0]}” is not closed or not in its place"
                self.say(_line(line, rest, found), what, "see docs/content-format.md")


def _line(first: int, text: str, found: re.Match[str]) -> int:
    return first + text.count("\n", 0, found.start())


def _link_mend(target: str) -> str:
    """Say how to mend a link that leads nowhere."""
    if target.startswith("http:"):
        return "only https: addresses are shown"
    if "." in target or target.startswith("/"):
        return "write the id of an article or article/section; files and folders cannot be linked"
    return "use the id of an article, article/section, #section, or an https:, tel: or mailto: address"


def check_related(article: ArticleSource, targets: Targets, findings: Findings) -> None:
    """Check the places under `related`."""
    itself = {article.id, *(f"{article.id}/{section.id}" for section in article.sections)}
    for place in article.related:
        if place in itself:
            what, mend = "is the article itself", "delete it"
        elif place not in targets.places:
            what = f"is not there{findings.nearest(place, targets.places)}"
            mend = "use the id of an article or section"
        else:
            continue
        findings.add(article.file, article.lines["related"], f"“{place}” under related {what}", mend)
