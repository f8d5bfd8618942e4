"""Citing the guide itself: one answer, or words selected in it.

The form follows rule B18 (pages and programs): the guide's title, the question in quotation marks, the article, and in
brackets what tells one edition from another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from guide_app.citations.abbreviations import bluebook_date
from guide_app.citations.bluebook import full
from guide_app.citations.model import Authority
from guide_app.citations.options import DEFAULT, Options
from guide_app.citations.styled import Run, Styled, joined
from guide_app.citations.typography import straight, with_quotes

MEDIUM = "[desktop program]"


@dataclass(frozen=True, slots=True)
class SectionCitation:
    """What is needed to cite one answer of the guide.

    `heading` is its question; `reviewed` an ISO date; `authorities` what it rests on, each with its pinpoint or "".
    """

    heading: str
    article_title: str
    guide_title: str
    version: str
    reviewed: str
    authorities: tuple[tuple[Authority, str], ...] = ()


def section_paragraphs(citation: SectionCitation, options: Options = DEFAULT) -> tuple[Styled, ...]:
    """Cite one answer: a line for the answer itself, then the full citation of each authority that it rests on."""
    return (
        source_line(citation, options),
        *(full(authority, pin, options) for authority, pin in citation.authorities),
    )


def source_line(citation: SectionCitation, options: Options = DEFAULT) -> Styled:
    """Cite the answer itself, without what it rests on."""
    place = (
        f', "{_nested(citation.heading)}," in {citation.article_title}'
        if citation.heading
        else f", {citation.article_title}"
    )
    return _guide(citation.guide_title, place, citation.version, citation.reviewed, options)


def _nested(heading: str) -> str:
    """Return a question as it stands inside quotation marks: its own become single ones."""
    return straight(heading).replace('"', "'")


def selection_paragraphs(
    selected: Iterable[Styled], citation: SectionCitation, options: Options = DEFAULT
) -> tuple[Styled, ...]:
    """Return words selected in the guide, as they stand there, and the line that says where they are from."""
    lines = (_stripped(joined(_emphasised(run, options) for run in line)) for line in selected)
    return (*(line for line in lines if line), source_line(citation, options))


def _emphasised(run: Run, options: Options) -> Run:
    return Run(run.text, underline=True) if run.italic and options.emphasis == "underline" else run


def _stripped(line: Styled) -> Styled:
    """Take the white space at both ends of a line away."""
    if not line:
        return line
    line = (replace(line[0], text=line[0].text.lstrip()), *line[1:])
    return joined((*line[:-1], replace(line[-1], text=line[-1].text.rstrip())))


def _guide(title: str, place: str, version: str, reviewed: str, options: Options) -> Styled:
    date = bluebook_date(reviewed)
    edition = ", ".join(
        part for part in (f"version {version}" if version else "", f"reviewed {date}" if date else "") if part
    )
    name = Run(title, italic=options.emphasis == "italics", underline=options.emphasis == "underline")
    return with_quotes(
        joined((name, Run(place), Run(f" ({edition})" if edition else ""), Run(f" {MEDIUM}"))), options.quotes
    )
