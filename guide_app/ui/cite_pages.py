"""What the drawer shows of citations: the card of an authority, the forms of a citation, the cite list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot

from guide_app.kiosk.policy import Ability, Policy
from guide_app.library.reader import Library, NotInGuide
from guide_app.ui.cite_actions import CiteActions
from guide_app.ui.drawer import Drawer
from guide_app.ui.reading import Reading
from guide_app.ui.record_actions import RecordActions
from guide_app.ui.session import Session

if TYPE_CHECKING:
    from guide_app.ui.citable import Citable, NamedCitable

AUTHORITY_KEY = "authority:"


class CitePages(QObject):
    """Opens the pages and does what they ask for. They are imported when they are first shown.

    Signals: `section_chosen(section_id)`, `file_wanted(citable)` to save a citation in a file,
    `menu_requested(place, authority_id, pinpoint)` for a right click on a card.
    """

    section_chosen = Signal(str)
    file_wanted = Signal(object)
    menu_requested = Signal(QPoint, str, str)

    def __init__(
        self,
        drawer: Drawer,
        library: Library,
        session: Session,
        cite: CiteActions,
        reading: Reading,
        records: RecordActions,
        policy: Policy,
    ) -> None:
        super().__init__(drawer)
        self._drawer = drawer
        self._library = library
        self._session = session
        self._cite = cite
        self._reading = reading
        self._records = records
        self._policy = policy
        cite.listed.connect(self._on_listed)

    @property
    def authority(self) -> tuple[str, str] | None:
        """Return the id of the authority whose card is open, and the pinpoint that led to it; None for none."""
        card = self._drawer.content
        if card is None or not self._drawer.key.startswith(AUTHORITY_KEY):
            return None
        return self._drawer.key.removeprefix(AUTHORITY_KEY), card.property("pinpoint")

    @Slot(str)
    def show_authority(self, authority_id: str, pinpoint: str = "") -> None:
        """Show the card of an authority, with the pinpoint of the citation that led to it."""
        from guide_app.ui.authority_card import AuthorityCard

        try:
            authority = self._library.authority(authority_id)
        except NotInGuide:
            return
        card = AuthorityCard(
            authority,
            self._cite.authority_html(authority_id, pinpoint),
            self._library.sections_citing(authority_id),
        )
        card.setProperty("pinpoint", pinpoint)
        card.copy_requested.connect(self._on_authority_copy)
        card.page_copy_requested.connect(self._on_page_copy)
        card.forms_requested.connect(self._on_authority_forms)
        card.address_copy_requested.connect(self._on_address_copy)
        card.section_chosen.connect(self.section_chosen)
        card.menu_requested.connect(self._on_authority_menu)
        name = self._library.authority_row(authority_id).name
        self._drawer.show_content(AUTHORITY_KEY + authority_id, name, card, stays=True)

    @Slot()
    def show_forms(self) -> None:
        """Show the citation of the answer being read in the form chosen, with what else can be copied here."""
        self._show_forms(self._reading.citables(), 0)

    @Slot()
    def show_table(self) -> None:
        """Show the table of authorities of the article."""
        offers = self._reading.citables()
        table = next(number for number, offer in enumerate(offers) if offer.citable.key.startswith("table:"))
        self._show_forms(offers, table)

    @Slot()
    def show_bookmarks_table(self) -> None:
        """Show the table of authorities of all bookmarked answers."""
        known = tuple(section for section in self._records.starred() if self._library.resolve(section))
        table = self._cite.table_of(known, "Table of authorities of the bookmarks")
        if table.authorities:
            self._show_alone(table)
        else:
            self._cite.tell("No bookmarked answer rests on a case or law.")

    def show_forms_of_authority(self, authority_id: str, pinpoint: str = "") -> None:
        """Show the citation of an authority in the form chosen."""
        self._show_alone(self._cite.of_authority(authority_id, pinpoint))

    @Slot()
    def toggle_cite_list(self) -> None:
        """Show or close the cite list."""
        if self._drawer.key == "cite-list":
            self._drawer.close_drawer()
        else:
            self._show_cite_list()

    def _show_alone(self, citable: Citable) -> None:
        from guide_app.ui.citable import NamedCitable

        self._show_forms((NamedCitable(citable.label, citable),), 0)

    def _show_forms(self, offers: tuple[NamedCitable, ...], chosen: int) -> None:
        from guide_app.ui.forms_card import FormsCard

        files = self._policy.may(Ability.FILE_DIALOG)
        card = FormsCard(offers, chosen, self._cite.form, self._cite.options, files=files)
        card.form_chosen.connect(self._cite.choose_form)
        card.options_chosen.connect(self._cite.choose_options)
        card.copy_requested.connect(self._cite.copy)
        card.save_requested.connect(self.file_wanted)
        self._drawer.show_content("forms", "Copy citation", card)

    def _show_cite_list(self) -> None:
        from guide_app.ui.cite_list_card import CiteListCard

        entries = ((entry.label, entry.first_line(self._cite.options)) for entry in self._cite.cite_list)
        card = CiteListCard(tuple(entries), self._session.end)
        card.moved.connect(self._cite.move_in_list)
        card.removed.connect(self._cite.remove_from_list)
        card.cleared.connect(self._cite.clear_list)
        card.list_wanted.connect(self._on_list_wanted)
        card.table_wanted.connect(self._on_table_wanted)
        self._drawer.show_content("cite-list", "Cite list", card, stays=True)

    @Slot()
    def _on_listed(self) -> None:
        if self._drawer.key == "cite-list":
            self._show_cite_list()

    @Slot()
    def _on_list_wanted(self) -> None:
        self._show_alone(self._cite.whole_list())

    @Slot()
    def _on_table_wanted(self) -> None:
        self._show_alone(self._cite.list_as_table())

    @Slot()
    def _on_authority_copy(self) -> None:
        if self.authority is not None:
            self._cite.copy(self._cite.of_authority(*self.authority))

    @Slot(str)
    def _on_page_copy(self, page: str) -> None:
        if self.authority is not None:
            self._cite.copy(self._cite.of_authority(self.authority[0], page))

    @Slot()
    def _on_authority_forms(self) -> None:
        if self.authority is not None:
            self.show_forms_of_authority(*self.authority)

    @Slot(QPoint)
    def _on_authority_menu(self, place: QPoint) -> None:
        if self.authority is not None:
            self.menu_requested.emit(place, *self.authority)

    @Slot(str)
    def _on_address_copy(self, address: str) -> None:
        self._cite.copy_text("Address", address)
