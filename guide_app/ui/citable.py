"""Something whose citation can be copied: an answer, an authority, a table of authorities, a selection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from guide_app.citations import forms
from guide_app.citations.bluebook import form_note, standing_in_words, standing_remark
from guide_app.citations.model import Authority
from guide_app.citations.options import Options
from guide_app.citations.payload import Payload
from guide_app.citations.pinpoint import pinpoint_warning
from guide_app.citations.styled import Styled, to_text

SHORT_FORM = "short"


@dataclass(frozen=True, slots=True)
class Citable:
    """What to cite.

    `label` names it in lists, `key` tells it from others. `write(options, short)` makes its paragraphs. `authorities`
    are what the files of reference managers hold, with the pinpoints of `pins` by id. `with_pin` cites the same with
    another pinpoint, where it can have one; it raises PinpointError.
    """

    key: str
    label: str
    write: Callable[[Options, bool], tuple[Styled, ...]]
    authorities: tuple[Authority, ...]
    pins: Mapping[str, str] = field(default_factory=dict)
    with_pin: Callable[[str], Citable] | None = None

    def has(self, form_id: str) -> bool:
        """Say whether there is anything to copy in a form."""
        return form_id not in forms.DATA_FORMS or bool(self.authorities)

    @property
    def pin(self) -> str:
        """Return the pinpoint of a single authority, or ""."""
        return next(iter(self.pins.values()), "") if self.with_pin else ""

    def remarks(self) -> tuple[str, ...]:
        """Return what a reader should know about its form and its pinpoint, each sentence once."""
        warned = self.authorities if self.with_pin else ()
        said = [
            *(pinpoint_warning(authority, self.pin) for authority in warned),
            *(form_note(authority) for authority in self.authorities),
            *(standing_remark(authority) for authority in self.authorities),
        ]
        return tuple(dict.fromkeys(filter(None, said)))

    def standing(self) -> str:
        """Return a short sentence on cases that are no longer what they were, or ""."""
        words = tuple(filter(None, map(standing_in_words, self.authorities)))
        if len(words) > 1:
            return f"{len(words)} of its cases count only within limits or were superseded: see their cards."
        return f"{words[0]}: see its card." if words else ""

    def first_line(self, options: Options) -> str:
        """Return its first paragraph as plain text, for a list."""
        paragraphs = self.write(options, False)
        return to_text(paragraphs[0]) if paragraphs else ""

    def payload(self, form_id: str, options: Options) -> Payload:
        """Return what goes on the clipboard in a form."""
        if form_id in forms.DATA_FORMS:
            return forms.payload_for_form(self.authorities, form_id, self.pins, options=options)
        styled = self.write(options, form_id == SHORT_FORM)
        return forms.payload_of_paragraphs(styled, "bluebook" if form_id == SHORT_FORM else form_id)

    def file_text(self, form_id: str, options: Options) -> str:
        """Return the text of a file in a form."""
        if form_id in forms.DATA_FORMS:
            return forms.render(self.authorities, form_id, self.pins, options=options)
        return forms.render_paragraphs(
            self.write(options, form_id == SHORT_FORM), "text" if form_id == SHORT_FORM else form_id
        )


@dataclass(frozen=True, slots=True)
class NamedCitable:
    """One of the things that can be copied at a place, and the words for it."""

    words: str
    citable: Citable


class FormRow(NamedTuple):
    """A form that can be chosen: what it is called, what it is good for, and what to know about it ("" for nothing)."""

    id: str
    words: str
    use: str
    warning: str


def form_rows() -> tuple[FormRow, ...]:
    """Return every form that can be chosen, the Bluebook's two first."""
    first, *others = (FormRow(form.id, form.label, form.use, form.warning) for form in forms.FORMS)
    short = FormRow(
        SHORT_FORM,
        "Bluebook, short form",
        "For a case that you have cited in full before.",
        "A short form needs a page; without one the full form is given.",
    )
    return (first, short, *others)


def words_of(form_id: str) -> str:
    """Return what a copy in a form is called: a form chosen days ago must not come as a surprise."""
    usual, *others = form_rows()
    name = next((row.words.partition(" (")[0] for row in others if row.id == form_id), usual.words)
    return "Citation" if name == usual.words else f"Citation ({name})"


def suffix_of(form_id: str) -> str:
    """Return the ending of a file in a form."""
    return forms.form("text" if form_id == SHORT_FORM else form_id).suffix
