"""The pages of states in the drawer, and what is done with them. Each is imported when first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from guide_app.kiosk.policy import Ability, Policy
from guide_app.library.reader import Library, NotInGuide
from guide_app.ui.cite_actions import CiteActions
from guide_app.ui.deadline_actions import KEY as DATES
from guide_app.ui.deadline_actions import DeadlineActions
from guide_app.ui.drawer import Drawer
from guide_app.ui.my_state import MyState
from guide_app.ui.notices import NoticeBar
from guide_app.ui.paper_actions import PaperActions
from guide_app.ui.session import Session
from guide_app.ui.source_links import source_links
from guide_app.ui.theme import Theme

if TYPE_CHECKING:
    from guide_app.places.state import StateEntry
    from guide_app.ui.comparison_page import ComparisonPage
    from guide_app.ui.state_page import Door

CHOOSER, COMPARISON = "my-state", "comparison"


class StatePages(QObject):
    """Opens the pages and keeps them in step with the chosen state.

    Signals: `help_wanted(abbreviation)` for places that help in a state, `section_chosen(section_id)`,
    `authority_chosen(authority_id)`.
    """

    help_wanted = Signal(str)
    section_chosen = Signal(str)
    authority_chosen = Signal(str)

    def __init__(
        self,
        drawer: Drawer,
        state: MyState,
        library: Library,
        session: Session,
        policy: Policy,
        notices: NoticeBar,
        theme: Theme,
        cite: CiteActions,
        paper: PaperActions,
        deadlines: DeadlineActions,
    ) -> None:
        super().__init__(drawer)
        self._drawer = drawer
        self._state = state
        self._library = library
        self._links_of = partial(source_links, library)
        self._session = session
        self._policy = policy
        self._notices = notices
        self._theme = theme
        self._cite = cite
        self._paper = paper
        self._table: ComparisonPage | None = None
        self._pages: dict[str, Callable[[], object]] = {
            "choose": self.show_chooser,
            "help": self.show_help,
            "state": self.show_own,
            "deadline": deadlines.show,
            "comparison": self.show_comparison,
        }
        self._state_doors: dict[str, Callable[[StateEntry], object]] = {
            "own": self._make_own,
            "rule": self._open_section,
            "copy": self._copy,
            "print": self._print,
            "pdf": self._save_pdf,
        }
        self._deadlines = deadlines
        deadlines.page_wanted.connect(self.show_page)
        state.changed.connect(self._on_state_changed)

    @Slot()
    def toggle_chooser(self) -> None:
        """Show or close the page "Your state"."""
        if self._drawer.key == CHOOSER:
            self._drawer.close_drawer()
        else:
            self.show_chooser()

    @Slot()
    def toggle_comparison(self) -> None:
        """Show or close the table of all states."""
        if self._drawer.key == COMPARISON:
            self._drawer.close_drawer()
        else:
            self.show_comparison()

    @Slot()
    def show_chooser(self) -> None:
        """Show what is chosen, and the ways to choose."""
        from guide_app.ui.state_chooser import ChosenState, StateChooser

        state = self._state
        may_keep = self._policy.may(Ability.KEEP_CHOICES) and not self._session.private
        card = StateChooser(
            ChosenState(state.abbreviation, state.name, state.has_rules(state.abbreviation), state.kept, may_keep),
            self._theme,
        )
        card.chosen.connect(self._on_chosen)
        card.cleared.connect(self._on_cleared)
        card.keep_toggled.connect(self._on_keep_toggled)
        card.page_wanted.connect(self.show_page)
        card.told.connect(self._notices.announce)
        self._drawer.show_content(CHOOSER, "Your state", card, stays=True)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show one of the pages by its key."""
        self._pages[key]()

    @Slot()
    def show_own(self) -> None:
        """Show the page of the chosen state."""
        self.show_state(self._state.abbreviation)

    @Slot(str)
    def show_state(self, abbreviation: str) -> None:
        """Show the page of a state; for a place without rules, or for none, the page "Your state" says what is so."""
        from guide_app.ui.state_page import StatePage
        from guide_app.ui.state_rows import state_title

        try:
            entry = self._state.entry(abbreviation)
        except NotInGuide:
            self.show_chooser()
            return
        page = StatePage(entry, self._links_of, self._doors_of(entry), self._theme.chrome_scale)
        page.door_chosen.connect(self._on_state_door_chosen)
        page.authority_chosen.connect(self.authority_chosen)
        self._drawer.show_content(f"state:{entry.abbreviation}", state_title(entry), page, wide=True, stays=True)

    @Slot()
    def show_comparison(self) -> None:
        """Show the table of all states."""
        from guide_app.places.comparison import comparison
        from guide_app.ui.comparison_page import ComparisonPage
        from guide_app.ui.comparison_paper import TITLE
        from guide_app.ui.state_page import Door

        files = self._policy.may(Ability.FILE_DIALOG)
        doors = (
            (Door("sort", "Sort…", of="the states"), True),
            (Door("print", "Print", of="the table of all states"), self._policy.allows("print")),
            (Door("csv", "Save as CSV…", of="the table of all states"), files),
            (Door("pdf", "Save as PDF…", of="the table of all states"), files),
        )
        page = ComparisonPage(
            comparison(self._state.entries()), tuple(door for door, is_open in doors if is_open), self._theme
        )
        page.state_chosen.connect(self.show_state)
        page.door_chosen.connect(self._on_table_door_chosen)
        page.told.connect(self._notices.announce)
        self._table = page
        self._drawer.show_content(COMPARISON, TITLE, page, wide=True, stays=True)

    @Slot()
    def show_help(self) -> None:
        """Ask for the places that help in the chosen state."""
        self.help_wanted.emit(self._state.abbreviation)

    def _doors_of(self, entry: StateEntry) -> tuple[Door, ...]:
        from guide_app.ui.state_page import Door

        own = entry.abbreviation == self._state.abbreviation
        files = self._policy.may(Ability.FILE_DIALOG)
        page = f"the rules in {entry.name}"
        doors = (
            (Door("deadline", "How long do I have?", primary=True), own),
            (Door("own", f"Make {entry.name} my state", primary=True), not own),
            (Door("help", f"Find help in {entry.name}"), True),
            (Door("rule", "In the guide’s text"), self._section_of(entry) != ""),
            (Door("comparison", "Compare all states"), True),
            (Door("copy", "Copy", of=page), True),
            (Door("print", "Print", of=page), self._policy.allows("print")),
            (Door("pdf", "Save as PDF…", of=page), files),
        )
        return tuple(door for door, is_open in doors if is_open)

    def _section_of(self, entry: StateEntry) -> str:
        """Return the id of the state's part of the article on the rules, or "" where the guide has none."""
        return self._library.resolve(f"state-rules/{entry.slug}") or ""

    # -- what is done with a state's page -----------------------------------------------------------------------------

    @Slot(str)
    def _on_state_door_chosen(self, key: str) -> None:
        # a page that was left and come back to may be another state's than the one shown last
        entry = self._state.entry(self._drawer.key.removeprefix("state:"))
        if key == "help":
            self.help_wanted.emit(entry.abbreviation)
        elif key in self._state_doors:
            self._state_doors[key](entry)
        else:
            self.show_page(key)

    def _make_own(self, entry: StateEntry) -> None:
        self._state.choose(entry.abbreviation)
        self._notices.say(f"Your state: {entry.name}.")
        self.show_state(entry.abbreviation)

    def _open_section(self, entry: StateEntry) -> None:
        self.section_chosen.emit(self._section_of(entry))

    def _copy(self, entry: StateEntry) -> None:
        from guide_app.ui.state_rows import state_text

        self._cite.copy_text("Rules", state_text(entry, self._links_of))

    def _print(self, entry: StateEntry) -> None:
        from guide_app.ui.state_rows import state_html, state_title

        self._paper.print_page(state_title(entry), state_html(entry, self._links_of))

    def _save_pdf(self, entry: StateEntry) -> None:
        from guide_app.ui.state_rows import state_html, state_title

        self._paper.save_page(state_title(entry), state_html(entry, self._links_of), name=f"rules-{entry.slug}")

    # -- what is done with the table ----------------------------------------------------------------------------------

    @Slot(str)
    def _on_table_door_chosen(self, key: str) -> None:
        from guide_app.places.comparison import comparison_csv
        from guide_app.ui.comparison_paper import TITLE, comparison_html

        assert self._table is not None
        rows = self._table.model.rows
        if key == "sort":
            self._ask_for_order()
        elif key == "csv":
            self._paper.save_file("Save as CSV", "states.csv", "CSV (*.csv)", comparison_csv(rows))
        elif key == "pdf":
            self._paper.save_page(TITLE, comparison_html(rows), name="states", landscape=True)
        else:
            self._paper.print_page(TITLE, comparison_html(rows), landscape=True)

    def _ask_for_order(self) -> None:
        """Offer the columns to sort by: the headings of the table take clicks only."""
        from guide_app.ui.cards import ChoiceCard
        from guide_app.ui.comparison_model import COLUMNS

        choices = tuple((str(at), column.value) for at, column in enumerate(COLUMNS))
        card = ChoiceCard("Choose a column; once more turns the order round.", choices)
        card.chosen.connect(self._on_order_chosen)
        self._drawer.show_content("sort", "Sort the states", card)

    @Slot(str)
    def _on_order_chosen(self, column: str) -> None:
        assert self._table is not None
        self._table.sort_by(int(column))
        self._notices.say(f"{self._table.model.order_words}.")
        self._drawer.go_back()

    # -- choosing -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_state_changed(self) -> None:
        """Drop the pages below: one of another state must not come back as if it were the reader's."""
        self._drawer.drop_waiting(keep=COMPARISON)

    @Slot(str)
    def _on_chosen(self, abbreviation: str) -> None:
        came_from_dates = self._drawer.waits(DATES)
        self._state.choose(abbreviation)
        self._notices.say(f"Your state: {self._state.name}.")
        if came_from_dates:
            self._deadlines.show()
        else:
            self.show_chooser()

    @Slot()
    def _on_cleared(self) -> None:
        self._state.clear()
        self._notices.say("No state is chosen now.")
        self.show_chooser()

    @Slot(bool)
    def _on_keep_toggled(self, keep: bool) -> None:
        self._state.keep(keep=keep)
        self._notices.say("Your state is kept for next time." if keep else "Your state is not kept any more.")
