"""Copying citations: of the answer being read, an authority, a selection, a table of authorities, the cite list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from guide_app.citations.options import Options
from guide_app.library.reader import Library
from guide_app.ui.clipboard import CopyService
from guide_app.ui.notices import NoticeBar

if TYPE_CHECKING:
    from guide_app.citations.model import Authority
    from guide_app.citations.section import SectionCitation
    from guide_app.citations.styled import Styled
    from guide_app.ui.citable import Citable


class CiteActions(QObject):
    """Makes citations from the library, copies them, says how it went, and keeps the session's cite list.

    The forms are imported when something is first cited: a start does not need them.
    Signals: `form_changed(form_id)` and `options_changed(options)` when the reader has chosen others, `listed()` when
    the cite list has changed.
    """

    form_changed = Signal(str)
    options_changed = Signal(object)
    listed = Signal()

    def __init__(
        self, library: Library, copier: CopyService, notices: NoticeBar, options: Options, form: str = "bluebook"
    ) -> None:
        super().__init__()
        self._library = library
        self._copier = copier
        self._notices = notices
        self.options = options
        self.form = form
        self._at_start = (options, form)
        self._list: list[Citable] = []
        self._tried: Citable | None = None  # what was last put on the clipboard, if it was a citation
        copier.copied.connect(self._on_copied)
        copier.copy_failed.connect(self._on_copy_failed)

    # -- what can be cited ------------------------------------------------------------------------------------------

    def of_section(self, section_id: str) -> Citable:
        """Return the citation of an answer: its question, the guide, and the authorities it rests on."""
        from guide_app.citations.section import section_paragraphs, source_line
        from guide_app.ui.citable import Citable

        citation = self._section_citation(section_id)
        authorities = tuple(authority for authority, _pin in citation.authorities)
        pins = {authority.id: pin for authority, pin in citation.authorities}

        def write(options: Options, short: bool) -> tuple[Styled, ...]:
            if not short:
                return section_paragraphs(citation, options)
            return (source_line(citation, options), *_short(authorities, pins, options))

        return Citable(section_id, citation.heading, write, authorities, pins)

    def of_authority(self, authority_id: str, pinpoint: str = "") -> Citable:
        """Return the citation of an authority, with a pinpoint if there is one. Raises PinpointError."""
        from guide_app.citations.pinpoint import pinpoint_for
        from guide_app.ui.citable import Citable

        authority = self._library.authority(authority_id)
        pinpoint_for(authority, pinpoint)
        pins = {authority_id: pinpoint} if pinpoint else {}
        name = self._library.authority_row(authority_id).name

        def write(options: Options, short: bool) -> tuple[Styled, ...]:
            return _short((authority,), pins, options) if short else _full((authority,), pins, options)

        again = partial(self.of_authority, authority_id)
        return Citable(f"{authority_id}@{pinpoint}", name, write, (authority,), pins, again)

    def of_selection(self, selected: tuple[Styled, ...], section_id: str, *, whole_article: bool = False) -> Citable:
        """Return selected text with the line that says where it is from: a section, or the article around it."""
        from guide_app.citations.section import selection_paragraphs
        from guide_app.citations.styled import to_text
        from guide_app.ui.citable import Citable

        citation = self._section_citation(section_id)
        if whole_article:
            citation = replace(citation, heading="")

        def write(options: Options, _short: bool) -> tuple[Styled, ...]:
            return selection_paragraphs(selected, citation, options)

        text = "\n".join(map(to_text, selected))
        label = f"Selection: {citation.heading or citation.article_title}"
        return Citable(f"selection:{section_id}:{text}", label, write, ())

    def table_of(self, section_ids: tuple[str, ...], label: str) -> Citable:
        """Return the table of authorities of some sections: cases, statutes, constitutions; alphabetical."""
        each = {cited.authority: None for section_id in section_ids for cited in self._library.cited(section_id)}
        return self._table(tuple(self._library.authority(identity) for identity in each), label)

    def _table(self, authorities: tuple[Authority, ...], label: str) -> Citable:
        from guide_app.citations.authorities_table import table_of_authorities, table_paragraphs
        from guide_app.ui.citable import Citable

        def write(options: Options, _short: bool) -> tuple[Styled, ...]:
            return table_paragraphs(table_of_authorities(authorities, options))

        return Citable(f"table:{label}", label, write, authorities)

    def authority_html(self, authority_id: str, pinpoint: str = "") -> str:
        """Return the full citation of an authority as HTML, for a card or for paper."""
        from guide_app.citations.bluebook import full
        from guide_app.citations.styled import to_html

        return to_html(full(self._library.authority(authority_id), pinpoint, self.options))

    def sources_html(self, section_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the full citations of all that some sections rest on, each once, for paper."""
        each = {cited.authority: None for section_id in section_ids for cited in self._library.cited(section_id)}
        return tuple(self.authority_html(authority_id) for authority_id in each)

    def _section_citation(self, section_id: str) -> SectionCitation:
        from guide_app.citations.section import SectionCitation

        section = self._library.section(section_id)
        article = self._library.article(section.article)
        return SectionCitation(
            heading=section.heading,
            article_title=article.title,
            guide_title=self._library.title,
            version=self._library.version,
            reviewed=article.reviewed,
            authorities=tuple(
                (self._library.authority(cited.authority), cited.pinpoint) for cited in self._library.cited(section_id)
            ),
        )

    # -- copying ----------------------------------------------------------------------------------------------------

    def copy(self, citable: Citable) -> bool:
        """Copy something in the form chosen, and put it on the cite list. Returns whether it is on the clipboard."""
        if not citable.has(self.form):
            self._notices.say("This answer rests on no case or law that could be put into such a file.")
            return False
        from guide_app.ui.citable import words_of

        self._tried = citable
        return self._copier.copy(words_of(self.form), citable.payload(self.form, self.options))

    def copy_text(self, what: str, text: str) -> bool:
        """Copy a number or an address as plain text."""
        from guide_app.citations.payload import plain_payload

        self._tried = None
        return self._copier.copy(what, plain_payload(text))

    def choose_form(self, form_id: str) -> None:
        """Take another form from now on."""
        self.form = form_id
        self.form_changed.emit(form_id)

    def choose_options(self, options: Options) -> None:
        """Take another style from now on."""
        self.options = options
        self.options_changed.emit(options)

    def tell(self, words: str) -> None:
        """Say something in the notice bar."""
        self._notices.say(words)

    # -- the cite list ----------------------------------------------------------------------------------------------

    @property
    def cite_list(self) -> tuple[Citable, ...]:
        """Return what was copied in this session, in the reader's order."""
        return tuple(self._list)

    def whole_list(self) -> Citable:
        """Return the cite list as one thing to copy or save."""
        from guide_app.citations.joined_pinpoints import joined_pinpoints
        from guide_app.ui.citable import Citable

        entries = tuple(self._list)
        authorities = {one.id: one for entry in entries for one in entry.authorities}
        pins = {
            one.id: joined_pinpoints(one, (entry.pins.get(one.id, "") for entry in entries))
            for one in authorities.values()
        }

        def write(options: Options, short: bool) -> tuple[Styled, ...]:
            return tuple(line for entry in entries for line in entry.write(options, short))

        return Citable("cite-list", "Cite list", write, tuple(authorities.values()), pins)

    def list_as_table(self) -> Citable:
        """Return all authorities of the cite list as a table of authorities."""
        each = {one.id: one for entry in self._list for one in entry.authorities}
        return replace(self._table(tuple(each.values()), "Table of authorities of the cite list"), key="cite-list")

    @Slot(int, int)
    def move_in_list(self, position: int, step: int) -> None:
        """Move an entry up or down."""
        entry = self._list.pop(position)
        self._list.insert(position + step, entry)
        self.listed.emit()

    @Slot(int)
    def remove_from_list(self, position: int) -> None:
        """Take an entry off the list."""
        del self._list[position]
        self.listed.emit()

    @Slot()
    def clear_list(self) -> None:
        """Empty the list."""
        self._list.clear()
        self.listed.emit()

    def forget(self) -> None:
        """Empty the list and go back to the form and style of the start, without a word to anyone."""
        self._list.clear()
        self._tried = None
        self.options, self.form = self._at_start

    def _note(self, citable: Citable) -> None:
        keys = [entry.key for entry in self._list]
        if citable.key in keys:
            self._list[keys.index(citable.key)] = citable  # the bookmarks may be others by now
        elif citable.key != "cite-list":
            self._list.append(citable)
            self.listed.emit()

    @Slot(str)
    def _on_copied(self, what: str) -> None:
        if self._tried:
            self._note(self._tried)
        stays = "" if self._copier.outlives_program else "Paste it before you close the guide."
        if self._copier.shared:
            stays = "It is forgotten when your session ends."
        standing = self._tried.standing() if self._tried else ""
        self._notices.say(" ".join(filter(None, (f"{what} copied.", standing, stays))))

    @Slot(str)
    def _on_copy_failed(self, what: str) -> None:
        words = f"{what} not copied: another program holds the clipboard."
        self._notices.say(words, "Try again", self._copier.copy_again)


def _full(authorities: tuple[Authority, ...], pins: Mapping[str, str], options: Options) -> tuple[Styled, ...]:
    from guide_app.citations.bluebook import full

    return tuple(full(authority, pins.get(authority.id, ""), options) for authority in authorities)


def _short(authorities: tuple[Authority, ...], pins: Mapping[str, str], options: Options) -> tuple[Styled, ...]:
    from guide_app.citations.bluebook import short

    return tuple(short(authority, pins.get(authority.id, ""), options) for authority in authorities)
