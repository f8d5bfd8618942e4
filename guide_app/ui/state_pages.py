"""The pages of the reader's state in the drawer, and what is done with them. Each is imported when first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from guide_app.kiosk.policy import Ability, Policy
from guide_app.ui.deadline_actions import DeadlineActions
from guide_app.ui.drawer import Drawer
from guide_app.ui.my_state import MyState
from guide_app.ui.notices import NoticeBar
from guide_app.ui.session import Session
from guide_app.ui.theme import Theme


class StatePages(QObject):
    """Opens the pages and keeps them in step with the chosen state.

    Signals: `help_wanted(abbreviation)` for places that help in a state, `section_chosen(section_id)`.
    """

    help_wanted = Signal(str)
    section_chosen = Signal(str)

    def __init__(
        self,
        drawer: Drawer,
        state: MyState,
        session: Session,
        policy: Policy,
        notices: NoticeBar,
        theme: Theme,
        deadlines: DeadlineActions,
    ) -> None:
        super().__init__(drawer)
        self._drawer = drawer
        self._state = state
        self._session = session
        self._policy = policy
        self._notices = notices
        self._theme = theme
        self._pages: dict[str, Callable[[], object]] = {
            "choose": self.show_chooser,
            "help": self.show_help,
            "state": self.open_rules,
            "deadline": deadlines.show,
        }
        deadlines.page_wanted.connect(self.show_page)

    @Slot()
    def toggle_chooser(self) -> None:
        """Show or close the page "Your state"."""
        if self._drawer.key == "my-state":
            self._drawer.close_drawer()
        else:
            self.show_chooser()

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
        self._drawer.show_content("my-state", "Your state", card, stays=True)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show one of the pages by its key."""
        self._pages[key]()

    @Slot()
    def open_rules(self) -> None:
        """Open the chosen state's part of the article on the rules."""
        self.section_chosen.emit(self._state.place_of("state-rules"))

    @Slot()
    def show_help(self) -> None:
        """Ask for the places that help in the chosen state."""
        self.help_wanted.emit(self._state.abbreviation)

    @Slot(str)
    def _on_chosen(self, abbreviation: str) -> None:
        self._state.choose(abbreviation)
        self._notices.say(f"Your state: {self._state.name}.")
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
