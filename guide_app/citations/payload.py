"""What goes on the clipboard: the same citation as plain text, HTML and RTF. No Qt here; the window puts it there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guide_app.citations.styled import Styled, to_html, to_markdown, to_rtf, to_text


@dataclass(frozen=True, slots=True)
class Payload:
    """One copy in three forms. `html` and `rtf` are ASCII, and empty where only plain text makes sense."""

    plain: str
    html: str = ""
    rtf: str = ""


def payload(paragraphs: Iterable[Styled]) -> Payload:
    """Return paragraphs of styled text with their emphasis, and nothing else of ours."""
    given = tuple(paragraphs)
    return Payload("\n".join(to_text(paragraph) for paragraph in given), html_fragment(given), to_rtf(given))


def plain_payload(text: str) -> Payload:
    """Return a text that has no other form: a telephone number, an address, a bibliography file."""
    return Payload(text)


def markdown_payload(paragraphs: Iterable[Styled]) -> Payload:
    """Return Markdown as the plain text; programs that ask for rich text still get it rich."""
    given = tuple(paragraphs)
    rich = payload(given)
    return Payload("\n\n".join(to_markdown(paragraph) for paragraph in given), rich.html, rich.rtf)


def html_fragment(paragraphs: Sequence[Styled]) -> str:
    """Return paragraphs as HTML in ASCII, so that no program can mistake its encoding.

    One paragraph comes without `<p>`: it can be pasted into the middle of a sentence.
    """
    lines = [to_html(paragraph).encode("ascii", "xmlcharrefreplace").decode("ascii") for paragraph in paragraphs]
    return lines[0] if len(lines) == 1 else "\n".join(f"<p>{line}</p>" for line in lines)
