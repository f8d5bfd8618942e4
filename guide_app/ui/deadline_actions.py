"""Works out the reader's dates, and takes them along: on paper, copied, as a calendar file, as a code for a phone."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from guide_app.kiosk.policy import Ability, Policy
from guide_app.library.reader import Library, NotInGuide
from guide_app.ui.cite_actions import CiteActions
from guide_app.ui.directory import Directory
from guide_app.ui.drawer import Drawer
from guide_app.ui.my_state import MyState
from guide_app.ui.notices import NoticeBar
from guide_app.ui.paper_actions import PaperActions
from guide_app.ui.source_links import source_links
from guide_app.ui.theme import Theme

if TYPE_CHECKING:
    from guide_app.places.federal_claim import FederalClaim
    from guide_app.places.state import Start, StateEntry
    from guide_app.ui.deadline_page import DeadlinePage

KEY = "deadline"


class DeadlineActions(QObject):
    """Shows the page, and does what it asks for.

    Signals: `page_wanted(key)` for another page of the state, `authority_chosen(authority_id)`.
    """

    page_wanted = Signal(str)
    authority_chosen = Signal(str)

    def __init__(
        self,
        drawer: Drawer,
        state: MyState,
        library: Library,
        theme: Theme,
        policy: Policy,
        cite: CiteActions,
        paper: PaperActions,
        notices: NoticeBar,
        directory: Directory,
    ) -> None:
        super().__init__(drawer)
        self._directory = directory
        self._drawer = drawer
        self._state = state
        self._library = library
        self._links_of = partial(source_links, library)
        self._theme = theme
        self._policy = policy
        self._cite = cite
        self._paper = paper
        self._notices = notices
        self._page: DeadlinePage | None = None

    @Slot()
    def toggle(self) -> None:
        """Show or close the page."""
        if self._drawer.key == KEY:
            self._drawer.close_drawer()
        else:
            self.show()

    @Slot()
    def show(self) -> None:
        """Show the page with what was typed and worked out in this session."""
        from guide_app.ui.deadline_page import DeadlinePage, DeadlineSetting

        state = self._state
        has_rules = state.has_rules(state.abbreviation)
        setting = DeadlineSetting(
            name=state.name,
            has_rules=has_rules,
            starts=starts_of(state.entry(state.abbreviation)) if has_rules else (),
            today=state.today(),
            doors=self._doors(),
        )
        page = DeadlinePage(setting, state.typed, self._links_of, self._theme.chrome_scale)
        page.asked.connect(self.work_out)
        page.typed.connect(self._on_typed)
        page.door_chosen.connect(self._on_door_chosen)
        page.page_wanted.connect(self.page_wanted)
        page.authority_chosen.connect(self.authority_chosen)
        page.told.connect(self._notices.announce)
        page.show_report(state.report, state.federal)
        self._page = page
        title = f"How long do I have in {state.name}?" if has_rules else "How long do I have?"
        self._drawer.show_content(KEY, title, page, wide=True, stays=True)

    @Slot()
    def work_out(self) -> None:
        """Read the dates and show the result, or say at the field what is wrong with one."""
        from guide_app.places.deadline_model import OtherDates
        from guide_app.places.deadlines import deadlines_for
        from guide_app.places.errors import PlacesError
        from guide_app.ui.deadline_page import HAPPENED

        page = self._page
        if page is None or not isValid(page) or not page.fields or not self._state.abbreviation:
            return
        self._state.drop_report()
        days = page.read()
        if days is not None:
            others = {key.lower(): day for key, day in days.items() if key != HAPPENED}
            try:
                self._state.report = deadlines_for(
                    self._state.entry(self._state.abbreviation),
                    days[HAPPENED],
                    self._state.today(),
                    OtherDates(**others),
                )
            except PlacesError as error:
                page.show_error(str(error))
            else:
                self._state.federal = self._federal_of(days[HAPPENED])
        page.show_report(self._state.report, self._state.federal)
        if page.results is not None:
            self._drawer.reveal(page.results)
            self._notices.announce(page.results.spoken)

    def _federal_of(self, happened: datetime.date) -> FederalClaim | None:
        """Return the dates of a claim against the United States, for the same day and without further dates."""
        from guide_app.citations.model import Statute
        from guide_app.places.federal_claim import CLAIM_FIRST, TIME_LIMITS, federal_claim

        try:
            limits, first = self._library.authority(TIME_LIMITS), self._library.authority(CLAIM_FIRST)
        except NotInGuide:
            return None
        assert isinstance(limits, Statute)
        assert isinstance(first, Statute)
        return federal_claim(happened, self._state.today(), time_limits=limits, claim_first=first)

    def _doors(self) -> tuple[tuple[str, str], ...]:
        """Return the ways to take the dates along that are open here."""
        files = self._policy.may(Ability.FILE_DIALOG)
        doors = (
            ("print", "Print", self._policy.allows("print")),
            ("pdf", "Save as PDF…", files),
            ("copy", "Copy", True),
            ("calendar", "Save to a calendar…", files),
            ("phone", "Code for my phone", True),
            ("help", "Find help", True),
        )
        return tuple((key, words) for key, words, is_open in doors if is_open)

    @Slot(str, str)
    def _on_typed(self, key: str, text: str) -> None:
        """Keep what is typed for this session; a result for another date must not stand below it."""
        self._state.typed[key] = text
        if self._state.report is not None and self._page is not None and isValid(self._page):
            self._state.drop_report()
            self._page.show_report(None)

    @Slot(str)
    def _on_door_chosen(self, key: str) -> None:
        {
            "print": self.print_,
            "pdf": self.save_pdf,
            "copy": self.copy,
            "calendar": self.ask_for_calendar,
            "phone": self.show_code,
            "help": self._want_help,
        }[key]()

    def _want_help(self) -> None:
        self.page_wanted.emit("help")

    def print_(self) -> None:
        """Print the dates."""
        if (page := self.paper_page()) is not None:
            self._paper.print_page(*page)

    def save_pdf(self) -> None:
        """Ask for a file name and write the dates as PDF."""
        if (page := self.paper_page()) is not None:
            self._paper.save_page(*page, name="dates")

    def paper_page(self) -> tuple[str, str] | None:
        """Return the dates, and who can help, as title and HTML for paper; None where nothing was worked out."""
        from guide_app.ui.deadline_paper import deadline_html, deadline_title
        from guide_app.ui.help_page import state_help_html

        report = self._state.report
        if report is None:
            return None
        services = self._directory.nearby(self._state.abbreviation)
        help_html = state_help_html(report.name, services, self._directory.more_numbers(services, None))
        return deadline_title(report), deadline_html(report, self._state.federal, self._links_of, help_html)

    def copy(self) -> None:
        """Copy the dates as text."""
        from guide_app.places.deadline_text import full_text

        if self._state.report is not None:
            self._cite.copy_text("Dates", full_text(self._state.report, self._state.federal))

    def ask_for_calendar(self) -> None:
        """Ask how much the calendar may tell, for others may see it."""
        from guide_app.ui.cards import ChoiceCard

        card = ChoiceCard(
            "Reminders come one month and two weeks before. Others may see your calendar, on a shared computer or "
            "phone. Should it say what each date is for?",
            (("discreet", "No, only “Appointment to prepare for”"), ("plain", "Yes, say what it is for")),
        )
        card.chosen.connect(self._on_calendar_chosen)
        self._drawer.show_content("calendar", "Save to a calendar", card)

    @Slot(str)
    def _on_calendar_chosen(self, how: str) -> None:
        from guide_app.places.calendar import calendar_file
        from guide_app.places.errors import PlacesError

        report = self._state.report
        if report is None:
            return
        try:
            content = calendar_file(report, datetime.datetime.now().astimezone(), discreet=how == "discreet")
        except PlacesError as error:
            self._notices.say(str(error))
            return
        if self._paper.save_file("Save to a calendar", "dates.ics", "Calendar (*.ics)", content):
            self._drawer.go_back()

    def show_code(self) -> None:
        """Show the dates as a code that a phone reads."""
        from guide_app.places.codes import qr_code
        from guide_app.places.deadline_text import short_text
        from guide_app.places.errors import PlacesError
        from guide_app.ui.cards import Card
        from guide_app.ui.qr_view import QrView

        report = self._state.report
        if report is None:
            return
        try:
            code = qr_code(short_text(report))
        except PlacesError as error:
            self._notices.say(str(error))
            return
        card = Card()
        card.text("Point the camera of your phone at the code. The phone then shows these dates as text.")
        card.column.addWidget(QrView(code, f"Code with the dates in {report.name}"))
        card.text("Whoever looks at your phone can read it there.", "muted")
        card.column.addStretch(1)
        self._drawer.show_content("deadline-code", "Dates for your phone", card, wide=True)


def starts_of(entry: StateEntry) -> tuple[Start, ...]:
    """Return the days of their own from which a state's periods are counted, beside the day it happened."""
    from guide_app.places.deadline_words import OWN_DATE

    rules = (*entry.notices, *entry.waits, *entry.suits, entry.notice_cautious, entry.suit_cautious)
    found = {rule.start for rule in rules if rule is not None}
    return tuple(start for start in OWN_DATE if start in found)
