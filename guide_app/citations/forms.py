"""The forms in which authorities can be copied and saved: one table, and the functions that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guide_app.citations import payload as clipboard
from guide_app.citations.bluebook import full, short
from guide_app.citations.model import Authority
from guide_app.citations.options import DEFAULT, Options
from guide_app.citations.styled import Styled, to_markdown, to_rtf, to_text

NO_PINS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its id on the command line, what a reader calls it, what it is good for, and the file that it makes.

    `has_short` says whether the short citation exists in it; `warning` is a sentence to show where it is offered.
    """

    id: str
    label: str
    use: str
    suffix: str
    has_short: bool
    warning: str = ""


FORMS = (
    Form(
        "bluebook",
        "Bluebook",
        "For letters, e-mail and court papers, or if you are not sure.",
        ".txt",
        True,
    ),
    Form("text", "Plain text", "For a web form or a text message: no italics.", ".txt", True),
    Form("markdown", "Markdown", "For notes kept in Markdown: *stars* stand for italics.", ".md", True),
    Form("html", "HTML", "For a web page: tags in the text stand for italics.", ".html", True),
    Form("rtf", "Rich text (RTF)", "Saved, it is a file that every word processor opens.", ".rtf", True),
    Form("ris", "RIS (Zotero, EndNote, Mendeley)", "For a program that keeps your list of sources.", ".ris", False),
    Form("biblatex", "BibLaTeX", "For a paper that is written in LaTeX.", ".bib", False),
    Form(
        "bibtex",
        "BibTeX",
        "For a paper in LaTeX with an older style.",
        ".bib",
        False,
        "BibTeX has no types for cases and laws, so every entry is @misc. BibLaTeX has them.",
    ),
    Form(
        "csl-json",
        "CSL-JSON (Zotero, pandoc)",
        "For a program that writes citations in a style you choose.",
        ".json",
        False,
    ),
)

DATA_FORMS = ("ris", "biblatex", "bibtex", "csl-json")
"""The forms that are files of reference managers: they hold authorities, not paragraphs."""


class UnknownFormError(ValueError):
    """There is no such form; the message lists those that there are."""


def form(form_id: str) -> Form:
    """Return a form by its id.

    Raises UnknownFormError.
    """
    for known in FORMS:
        if known.id == form_id:
            return known
    raise UnknownFormError(f'There is no form "{form_id}". Choose one of: {", ".join(known.id for known in FORMS)}.')


def paragraphs(
    authorities: Iterable[Authority],
    pins: Mapping[str, str] = NO_PINS,
    *,
    short_form: bool = False,
    options: Options = DEFAULT,
) -> tuple[Styled, ...]:
    """Return a citation for each authority, each once, in the order given; `pins` are pinpoints by id.

    Raises PinpointError for a pinpoint that an authority cannot have.
    """
    cite = short if short_form else full
    each = {authority.id: authority for authority in authorities}
    return tuple(cite(authority, pins.get(authority.id, ""), options) for authority in each.values())


def render(
    authorities: Iterable[Authority],
    form_id: str,
    pins: Mapping[str, str] = NO_PINS,
    *,
    short_form: bool = False,
    options: Options = DEFAULT,
) -> str:
    """Return authorities in one form, as the text of a file that ends with a newline; an empty string for none.

    A form without short citations ignores `short_form`. Raises UnknownFormError, and PinpointError like `paragraphs`.
    """
    form(form_id)
    given = tuple(authorities)
    if not given:
        return ""
    if form_id in DATA_FORMS:
        return _data_file(given, form_id, pins, options)
    return render_paragraphs(paragraphs(given, pins, short_form=short_form, options=options), form_id)


def render_paragraphs(styled: Sequence[Styled], form_id: str) -> str:
    """Return any citations (of a section, of the guide, a table of authorities) in one form, as the text of a file.

    The forms of reference managers have no paragraphs: for those the plain text is returned.
    """
    if form_id == "markdown":
        return "\n\n".join(to_markdown(one) for one in styled) + "\n"
    if form_id == "html":
        return "\n".join(f"<p>{clipboard.html_fragment([one])}</p>" for one in styled) + "\n"
    if form_id == "rtf":
        return to_rtf(styled) + "\n"
    return "\n".join(to_text(one) for one in styled) + "\n"


def _data_file(authorities: Sequence[Authority], form_id: str, pins: Mapping[str, str], options: Options) -> str:
    # reference managers are rarely asked for: their modules load when they are
    from guide_app.citations.record import records

    kept = records(authorities, pins)
    if form_id == "ris":
        from guide_app.citations.ris import ris

        return ris(kept)
    if form_id == "csl-json":
        from guide_app.citations.csl import csl_json

        return csl_json(kept)
    from guide_app.citations.biblatex import biblatex, bibtex

    if form_id == "biblatex":
        return biblatex(kept)
    cited = paragraphs(authorities, pins, options=options)
    by_key = {record.key: to_text(one) for record, one in zip(kept, cited, strict=True)}
    return bibtex(kept, by_key, form("bibtex").warning)


def payload_for_form(
    authorities: Iterable[Authority],
    form_id: str,
    pins: Mapping[str, str] = NO_PINS,
    *,
    short_form: bool = False,
    options: Options = DEFAULT,
) -> clipboard.Payload:
    """Return authorities in one form for the clipboard.

    Markdown and HTML put their source in the plain text and keep the rich forms beside it; plain text and the files of
    reference managers are plain text alone. Raises like `render`.
    """
    form(form_id)
    if form_id in DATA_FORMS:
        return clipboard.plain_payload(render(authorities, form_id, pins, options=options))
    return payload_of_paragraphs(paragraphs(authorities, pins, short_form=short_form, options=options), form_id)


def payload_of_paragraphs(styled: Sequence[Styled], form_id: str) -> clipboard.Payload:
    """Return any citations in one form for the clipboard, as `payload_for_form` does for authorities."""
    if form_id == "markdown":
        return clipboard.markdown_payload(styled)
    rich = clipboard.payload(styled)
    if form_id == "html":
        return clipboard.Payload(render_paragraphs(styled, "html").removesuffix("\n"), rich.html, rich.rtf)
    if form_id in ("bluebook", "rtf"):
        return rich
    return clipboard.plain_payload(rich.plain)
