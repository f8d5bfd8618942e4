"""Text with italics: what a citation is before it becomes plain text, HTML, RTF or Markdown.

Nothing of ours goes into any of these forms but the emphasis: no font, no size, no colour.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

NO_BREAK_SPACE = "\u00a0"

_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Control characters: no form may carry them, and none of them is text."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Halves of a character, from a broken source: no encoding accepts them."""

_WHITE_SPACE = re.compile(rf"[^\S{NO_BREAK_SPACE}]+")

_URL = re.compile(r"https?://[^\s<>]+")

_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]<>~^$|@{}]|&(?=#|\w+;)|--")
"""What pandoc, CommonMark or GitHub would read as markup in the middle of a line."""

_MARKDOWN_LINE_START = re.compile(
    r"^(?:(\(?\d+|\(?[a-zA-Z]{1,4}(?=\))|[a-z](?=\.))([.)])(?=\s|$)|([-+#=:%]))", re.MULTILINE
)
"""What would open a list, a heading or a title at the start of a line."""

_LINE_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


_RTF_WORDS = {"\\": r"\\", "{": r"\{", "}": r"\}", "\n": "\\line\n", "\t": "\\tab ", NO_BREAK_SPACE: r"\~"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. A run that is a web address and nothing else stays an address in every form."""

    text: str
    italic: bool = False
    underline: bool = False


Styled = tuple[Run, ...]
"""One paragraph of styled text; a newline in it is a line break."""


def joined(styled: Iterable[Run]) -> Styled:
    """Return the same text with neighbours of one style made one run, and without empty runs."""
    runs: list[Run] = []
    for run in styled:
        last = runs[-1] if runs else None
        if not run.text:
            continue
        addresses = _is_address(run) or (last is not None and _is_address(last))
        if last and not addresses and (last.italic, last.underline) == (run.italic, run.underline):
            runs[-1] = Run(last.text + run.text, run.italic, run.underline)
        else:
            runs.append(run)
    return tuple(runs)


def to_text(styled: Styled) -> str:
    """Return the text without its emphasis."""
    return "".join(_clean(run.text) for run in styled)


def to_line(text: str) -> str:
    """Return a text as one line, for files in which a line break means something; no-break spaces stay."""
    return _WHITE_SPACE.sub(" ", _clean(text)).strip(" ")


def to_html(styled: Styled) -> str:
    """Return the text as HTML: `<i>`, `<u>` and `<br>`, everything else escaped."""
    return "".join(_wrapped(run, _html_text, {"i": ("<i>", "</i>"), "u": ("<u>", "</u>")}) for run in joined(styled))


def to_rtf(paragraphs: Iterable[Styled]) -> str:
    r"""Return a whole RTF document in ASCII.

    It has no font and no colour table, so the text takes the looks of the place where it is pasted. Characters beyond
    ASCII are `\uN` with a fallback of one character (RTF 1.9, "Unicode RTF").
    """
    return r"{\rtf1\ansi\ansicpg1252\uc1" + "\n" + to_rtf_fragment(paragraphs) + "}"


def to_rtf_fragment(paragraphs: Iterable[Styled]) -> str:
    r"""Return paragraphs as the body of an RTF document; there is no `\par` after the last one."""
    groups = {"i": (r"{\i ", "}"), "u": (r"{\ul ", "}")}
    return "\\par\n".join(
        "".join(_wrapped(run, _rtf_text, groups) for run in joined(paragraph)) for paragraph in paragraphs
    )


def to_markdown(styled: Styled) -> str:
    """Return the text as Markdown that CommonMark, GitHub and pandoc read alike.

    Markdown has no underlining: underlined text becomes emphasis.
    """
    pieces = []
    for run in joined(Run(run.text, run.italic or run.underline) for run in styled):
        if _is_address(run):
            pieces.append(f"<{run.text}>")
            continue
        text = _MARKDOWN_SPECIAL.sub(lambda found: "".join("\\" + sign for sign in found[0]), _clean(run.text))
        if run.italic:
            # emphasis marks must touch a letter, so spaces at the edges stay outside
            core = text.strip()
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            text = f"{before}*{core}*{after}" if core else text
        pieces.append(text)
    text = _LINE_INDENT.sub("", "".join(pieces))
    return _MARKDOWN_LINE_START.sub(_escaped_line_start, text).replace("\n", "\\\n")


def _escaped_line_start(found: re.Match[str]) -> str:
    number, mark, sign = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{mark}"


def _is_address(run: Run) -> bool:
    return _URL.fullmatch(run.text) is not None


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", _UNWANTED.sub("", text))


def _wrapped(run: Run, escaped: Callable[[str], str], marks: dict[str, tuple[str, str]]) -> str:
    text = escaped(_clean(run.text))
    for wanted, mark in ((run.underline, "u"), (run.italic, "i")):
        if wanted:
            opening, closing = marks[mark]
            text = opening + text + closing
    return text


def _html_text(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _rtf_text(text: str) -> str:
    return "".join(_rtf_character(character) for character in text)


def _rtf_character(character: str) -> str:
    if character in _RTF_WORDS:
        return _RTF_WORDS[character]
    if character < "\x80":
        return character
    # RTF counts in UTF-16 units, written as signed 16-bit numbers; one fallback character follows each (\\uc1)
    units = character.encode("utf-16-le")
    numbers = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
    fallback = f"\\'{ord(character):02x}" if "\xa0" <= character <= "\xff" else "?"
    return "".join(f"\\u{number}{fallback}" for number in numbers)
