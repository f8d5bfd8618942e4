"""Write one section for each state from its entry: the rule, and the deadlines.

What may be said is fixed by the comment at the head of `resources/states/states.yaml`: periods come from the structured
fields alone; a waiting time is never a deadline; a credible cautious period leads and is marked as not settled; what
was not found is never "no limit", and what is unknown is never "no".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement

from guide_app.citations.bluebook import inline_and_standing
from guide_app.content.inline import citation_group
from guide_app.content.richtext import Rich, render
from guide_app.content.state_kinds import KINDS
from guide_app.content.targets import Anchor, Targets, cite_href, shown_address
from guide_app.dates import in_words
from guide_app.places import state_words as say
from guide_app.places.shortest import shortest
from guide_app.places.state import Cautious, Note, Period, StateEntry

WAIT = "A waiting time before you may sue, not a deadline."
WAIT_IN_TIME = "Give the notice early enough that the wait ends before the time to sue does."
COUNT_FROM_THE_EVENT = "To be safe, count from the day of the event and take the shortest time that could fit."
NOT_FOUND = "That does not mean that there is no limit. Ask a lawyer now."

PUBLIC_DUTY_RULE = "glossary/public-duty-rule"
"""The place of the guide that says what the rule is."""

LABEL_WIDTH = "30%"
"""Of a table's first column: Qt would give it what its longest label takes on one line."""


@dataclass(frozen=True, slots=True)
class StateSection:
    """A section written from a state's entry; `id` is the part after the slash."""

    id: str
    heading: str
    body: Rich
    asked_as: tuple[str, ...]
    authorities: tuple[str, ...]


def write_section(kind: str, state: StateEntry, targets: Targets) -> StateSection:
    """Write the section of `kind` for a state."""
    page = _Page(state, targets)
    _WRITERS[kind](page)
    return StateSection(
        id=state.slug,
        heading=KINDS[kind].heading(state),
        body=render(page.root),
        asked_as=KINDS[kind].asked_as(state),
        authorities=tuple(dict.fromkeys(page.cited)),
    )


class _Page:
    """A section while it is written."""

    def __init__(self, state: StateEntry, targets: Targets) -> None:
        self.state = state
        self.root = Element("div")
        self.cited: list[str] = []
        self.targets = targets
        self._table = self.root

    def open_table(self) -> None:
        attributes = {"class": "facts", "width": "100%", "cellspacing": "0", "cellpadding": "6"}
        self._table = SubElement(self.root, "table", attributes)

    def group(self, title: str) -> None:
        SubElement(SubElement(self._table, "tr"), "th", colspan="2").text = title

    def row(self, label: str, *paragraphs: tuple[str, str, str]) -> Element:
        """Add a row and return its second cell. Each paragraph is (bold words, plain words, class)."""
        row = SubElement(self._table, "tr")
        SubElement(SubElement(row, "td", width=LABEL_WIDTH), "strong").text = label
        cell = SubElement(row, "td")
        for bold, plain, kind in paragraphs:
            _paragraph(cell, bold, plain, kind)
        return cell

    def cite(self, cell: Element, field: str, lead: str = "Sources: ") -> None:
        """Add the authorities of one field to a cell; those that the guide does not have are left out."""
        known = [identity for identity in self.state.authorities[field] if identity in self.targets.authorities]
        if known:
            self.cited.extend(known)
            anchors = [self._anchor(identity) for identity in known]
            _paragraph(cell, "", lead, "").append(citation_group(anchors, brackets=False))

    def _anchor(self, identity: str) -> Anchor:
        """Return the link to an authority."""
        return Anchor(cite_href(identity, ""), inline_and_standing(self.targets.authorities[identity]))

    def link(self, lead: str, place: str) -> None:
        """Add a paragraph with a link to a place of the guide, if the guide has it."""
        if place in self.targets.places:
            paragraph = _paragraph(self.root, "", lead, "")
            SubElement(paragraph, "a", href=f"guide:{place}").text = self.targets.places[place]


def _paragraph(parent: Element, bold: str, plain: str, kind: str) -> Element:
    paragraph = SubElement(parent, "p", {"class": kind} if kind else {})
    if bold:
        strong = SubElement(paragraph, "strong")
        strong.text = bold
        strong.tail = f" {plain}" if plain else ""
    else:
        paragraph.text = plain
    return paragraph


def _write_rule(page: _Page) -> None:
    state = page.state
    page.open_table()
    cell = page.row("The public duty rule", (f"{state.label}.", state.one_line, ""))
    page.cite(cell, "public_duty_rule")
    bold, plain = say.CIVIL_RIGHTS[state.civil_rights]
    cell = page.row("The state’s own civil-rights claim", (bold, plain, ""))
    page.cite(cell, "state_civil_rights_claim")
    _clinic_notes(page, page.state.notes.public_duty, page.state.notes.civil_rights)
    _close(page)
    home = page.targets.home_of("public-duty")
    page.link("What the words mean: ", f"{home}/how-to-read")
    page.link("What the rule is: ", PUBLIC_DUTY_RULE)
    page.link("Next: ", f"{page.targets.home_of('deadlines')}/{state.slug}")


def _write_deadlines(page: _Page) -> None:
    state = page.state
    found = shortest(state)
    if found is not None:
        _paragraph(page.root, *say.shortest_time(found), "")
    page.open_table()
    _write_notice(page)
    page.group("Time to sue under state law")
    _cautious(page, state.suit_cautious)
    _periods(page, state.suits)
    if not state.suits:
        page.row("Not found", ("", f"The time to sue under state law was not found. {NOT_FOUND}", ""))
    _sources(page, "suit_deadline_after_notice")
    page.group("Time to sue under federal law (section 1983)")
    _cautious(page, state.federal_cautious)
    _periods(page, (state.federal,) if state.federal else ())
    if not state.federal:
        page.row("Not found", ("", f"The time for a federal claim was not found. {NOT_FOUND}", ""))
    _sources(page, "section_1983_limit")
    _clinic_notes(page, page.state.notes.notice, page.state.notes.suit, page.state.notes.federal)
    SubElement(page.root, "h3").text = "Traps"
    traps = SubElement(page.root, "ul")
    for trap in (*state.traps, COUNT_FROM_THE_EVENT):
        SubElement(traps, "li").text = trap
    _close(page)
    page.link("See also: ", f"{page.targets.home_of('public-duty')}/{state.slug}")


def _write_notice(page: _Page) -> None:
    state = page.state
    page.group("Notice of claim to the government")
    page.row("Is a notice needed?", ("", f"{say.NOTICE_NEEDED[state.notice_required]} {say.NOTICE_IS}", ""))
    _cautious(page, state.notice_cautious)
    _periods(page, state.notices)
    if not state.notices and not state.notice_cautious and state.notice_required != "no":
        page.row("Not found", ("", f"How long you have was not found. {NOT_FOUND}", ""))
    for wait in state.waits:
        page.row(
            f"Wait {wait.words}",
            (WAIT, "", ""),
            *(("", line, "") for line in (*say.conditions(replace(wait, to="")), WAIT_IN_TIME)),
            ("", say.standing(wait, state), "small"),
        )
    _sources(page, "notice_of_claim")


def _cautious(page: _Page, cautious: Cautious | None) -> None:
    if cautious is not None:
        page.row(f"Act within {cautious.length}", ("", say.caution(cautious), ""))


def _periods(page: _Page, periods: Iterable[Period]) -> None:
    for period in periods:
        lines = (("", line, "") for line in say.conditions(period))
        page.row(period.words, *lines, ("", say.standing(period, page.state), "small"))


def _sources(page: _Page, field: str) -> None:
    if any(identity in page.targets.authorities for identity in page.state.authorities[field]):
        page.cite(page.row("Sources"), field, lead="")


def _clinic_notes(page: _Page, *notes: Note) -> None:
    """Add the notes of a clinic, each under its name and with its source. The guide's own notes are not for this page.

    A note changes no date above it.
    """
    for note in notes:
        if note.by:
            cell = page.row(f"Note of {note.by}", ("", note.summary, ""))
            source = _paragraph(cell, "", f"{note.remark} Source: ", "small")
            for address in note.sources:
                SubElement(source, "a", href=address).text = shown_address(address)


def _close(page: _Page) -> None:
    read = f"We read these sources by {in_words(page.state.read_on)}. No citator was used. {say.CHECK_NOW}"
    _paragraph(page.root, "", read, "small")


_WRITERS: dict[str, Callable[[_Page], None]] = {"public-duty": _write_rule, "deadlines": _write_deadlines}
