"""What the drawer shows, and what is done with it: one method a page. Pages are imported when they are first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from guide_app.kiosk.policy import Policy
from guide_app.library.reader import NotInGuide
from guide_app.records.errors import RecordsError
from guide_app.ui.cite_actions import CiteActions
from guide_app.ui.directory import Directory
from guide_app.ui.drawer import Drawer
from guide_app.ui.my_state import MyState
from guide_app.ui.session import Session
from guide_app.ui.theme import Theme


class DrawerPages(QObject):
    """Opens pages in the drawer.

    Signals: `link_followed(address)`, `larger()`, `smaller()`, `normal_size()`, `scheme_chosen(name)`,
    `removal_wanted()` for all that the guide has kept, `service_print_wanted(service_id)`.
    """

    link_followed = Signal(str)
    larger = Signal()
    smaller = Signal()
    normal_size = Signal()
    scheme_chosen = Signal(str)
    removal_wanted = Signal()
    service_print_wanted = Signal(str)

    def __init__(
        self,
        drawer: Drawer,
        session: Session,
        theme: Theme,
        cite: CiteActions,
        policy: Policy,
        directory: Directory,
        state: MyState,
    ) -> None:
        super().__init__(drawer)
        self._state = state
        self._directory = directory
        self._service = ""
        self._policy = policy
        self._drawer = drawer
        self._session = session
        self._theme = theme
        self._cite = cite
        self._on_choice: Callable[[str], object] = self._ignore

    @Slot(str)
    def show_service(self, service_id: str) -> None:
        """Show the card of a service; national lines follow where it has no number of its own."""
        from guide_app.places.services import CLINIC
        from guide_app.ui.service_card import ServiceCard

        try:
            service = self._directory.service(service_id)
        except NotInGuide:
            return
        self._service = service_id
        lines = () if service.phone else self._directory.lines_for(service)
        logo = None
        if service.coverage == CLINIC:
            from guide_app.ui.clinic_block import logo_label

            logo = logo_label(self._directory.logo, self._directory.clinic_name)
        card = ServiceCard(service, lines, paper=self._policy.allows("print"), logo=logo)
        card.number_copy_requested.connect(self._on_number_copy)
        card.address_copy_requested.connect(self._on_address_copy)
        card.print_requested.connect(self._on_service_print)
        self._drawer.show_content(f"service:{service_id}", service.name, card)

    @Slot()
    def toggle_emergency(self) -> None:
        """Show or close 911 and the national hotlines."""
        from guide_app.ui.service_card import EmergencyCard

        if not self._closed("emergency"):
            card = EmergencyCard(self._directory.hotlines())
            card.copy_requested.connect(self._on_number_copy)
            self._drawer.show_content("emergency", "Emergency numbers and hotlines", card)

    @Slot()
    def toggle_display(self) -> None:
        """Show or close text size and colours."""
        from guide_app.ui.cards import DisplayCard

        if not self._closed("display"):
            card = DisplayCard(self._theme.choice, self._theme.scale)
            card.larger.connect(self.larger)
            card.smaller.connect(self.smaller)
            card.normal_size.connect(self.normal_size)
            card.scheme_chosen.connect(self.scheme_chosen)
            self._drawer.show_content("display", "Text size and colors", card)

    @Slot()
    def toggle_private(self) -> None:
        """Show or close the page that starts a private session."""
        from guide_app.ui.cards import PrivateCard

        if not self._closed("private"):
            try:
                saved = self._session.saved_since_start()
            except RecordsError:
                saved = 0
            saved += self._state.kept_since_start
            card = PrivateCard(saved, private=self._session.private)
            card.confirmed.connect(self._on_private_confirmed)
            card.traces_wanted.connect(self.toggle_traces)
            self._drawer.show_content("private", "Private session", card)

    @Slot()
    def toggle_keys(self) -> None:
        """Show or close the list of keys."""
        from guide_app.ui.cards import KeysCard

        if not self._closed("keys"):
            card = KeysCard(self._policy)
            card.traces_wanted.connect(self.toggle_traces)
            self._drawer.show_content("keys", "Keys of this window", card)

    @Slot()
    def toggle_traces(self) -> None:
        """Show or close the page on what traces remain."""
        from guide_app.ui.traces_card import TracesCard

        if not self._closed("traces"):
            card = TracesCard()
            card.removal_confirmed.connect(self.removal_wanted)
            card.asked.connect(self._drawer.reveal)
            self._drawer.show_content("traces", "Traces on this computer", card)

    def show_links(self, heading: str, links: tuple[tuple[str, str], ...]) -> None:
        """Show the links of an answer as a list."""
        from guide_app.ui.cards import LinksCard

        card = LinksCard(heading, links)
        card.link_followed.connect(self.link_followed)
        self._drawer.show_content("links", "Links in this answer", card)

    def show_address(self, address: str) -> None:
        """Show an address outside the guide."""
        from guide_app.ui.cards import AddressCard

        card = AddressCard(address)
        card.copy_requested.connect(self._on_address_copy)
        self._drawer.show_content("address", "Address", card)

    def show_paper(self, title: str, answer: str, article: str, chosen: Callable[[str], object]) -> None:
        """Ask whether the answer or the whole article is meant, of which the lengths are given, and tell `chosen`."""
        self._choose(
            "paper",
            title,
            "On white paper, with the sources and the date of the last review.",
            (("section", f"This answer ({answer})"), ("article", f"The whole article ({article})")),
            chosen,
        )

    def show_scale(self, percent: int) -> None:
        """Tell an open display page the text size."""
        if self._drawer.key == "display":
            from guide_app.ui.cards import DisplayCard

            content = self._drawer.content
            assert isinstance(content, DisplayCard)
            content.show_scale(percent)

    def forget(self) -> None:
        """Close the drawer and forget what was shown in it."""
        self._drawer.close_drawer()
        self._service = ""
        self._on_choice = self._ignore

    def _choose(
        self, key: str, title: str, words: str, choices: tuple[tuple[str, str], ...], chosen: Callable[[str], object]
    ) -> None:
        from guide_app.ui.cards import ChoiceCard

        self._on_choice = chosen
        card = ChoiceCard(words, choices)
        card.chosen.connect(self._on_chosen)
        self._drawer.show_content(key, title, card)

    def _closed(self, key: str) -> bool:
        """Close the drawer if it shows this page already, and say whether it did."""
        if self._drawer.key == key:
            self._drawer.close_drawer()
            return True
        return False

    def _ignore(self, _key: str) -> None:
        """Do nothing: no choice has been offered yet."""

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._on_choice(key)

    @Slot(str)
    def _on_address_copy(self, address: str) -> None:
        self._cite.copy_text("Address", address)

    @Slot()
    def _on_service_print(self) -> None:
        self.service_print_wanted.emit(self._service)

    @Slot(str)
    def _on_number_copy(self, number: str) -> None:
        self._cite.copy_text("Number", number)

    @Slot(bool)
    def _on_private_confirmed(self, forget: bool) -> None:
        try:
            self._session.go_private(forget=forget)
        except RecordsError as error:
            self._cite.tell(str(error))
