"""The help finder: what is looked for, what answers it, and what the reader does with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from guide_app.ui.directory import Directory
from guide_app.ui.theme import Theme

if TYPE_CHECKING:
    from guide_app.places.needs import Need
    from guide_app.places.services import Help, ServiceLike
    from guide_app.ui.help_panel import HelpPanel


class HelpFinder(QObject):
    """Stands between the panel and the directory, and is the one holder of what was looked for.

    Signals: `service_chosen(service_id)`, `print_requested()` for the list, `announced(words)`.
    """

    service_chosen = Signal(str)
    print_requested = Signal()
    announced = Signal(str)

    def __init__(self, directory: Directory, theme: Theme, *, paper: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._directory = directory
        self._theme = theme
        self._paper = paper
        self._panel: HelpPanel | None = None
        self._state = ""

    # -- for others -------------------------------------------------------------------------------------------------

    def build_panel(self) -> HelpPanel:
        """Return the panel, built when it is first shown."""
        from guide_app.ui.help_panel import HelpPanel, options_of

        if self._panel is None:
            panel = HelpPanel(self._theme, options_of(self._directory.services), paper=self._paper)
            panel.asked.connect(self._on_asked)
            panel.chosen.connect(self.service_chosen)
            if self._directory.clinic is not None:
                panel.show_clinic(self._directory.clinic, self._directory.logo)
                panel.clinic_chosen.connect(self._on_clinic_chosen)
            panel.print_requested.connect(self.print_requested)
            panel.announced.connect(self.announced)
            panel.show_place(self._state)
            self._panel = panel
            self._search()
        return self._panel

    def set_place(self, state_code: str) -> None:
        """Look in a state, by its postal abbreviation; "" looks everywhere."""
        self._state = state_code
        if self._panel is not None:
            self._panel.show_place(state_code)
            self._search()

    def ask(self, question: str) -> None:
        """Look for help with a question of the reader's own words, if they say what is needed."""
        from guide_app.places.needs import suggest_issues

        needs = suggest_issues(question) if question.strip() else ()
        if needs:
            self.build_panel().show_need(needs[0].id)
            self._on_asked()

    def focus(self) -> None:
        """Give the first line the keyboard."""
        self.build_panel().focus_first()

    def forget(self) -> None:
        """Forget the issue and the place that were typed, the options and the suggestions."""
        from guide_app.places.type_ahead import forget_typed

        forget_typed()
        self._state = ""
        if self._panel is not None:
            self._panel.clear()
            self._search()

    def holds(self, word: str) -> bool:
        """Tell whether a word is still anywhere in what was looked for."""
        if self._panel is None:
            return bool(self._state) and word.casefold() in (self._state.casefold(), self._place_name.casefold())
        return self._panel.holds(word)

    @property
    def need(self) -> Need | None:
        """Return what is looked for, None for every kind of help."""
        from guide_app.places.needs import need_of

        return need_of(self._panel.issue_line.key) if self._panel is not None else None

    @property
    def place(self) -> str:
        """Return the postal abbreviation of the place that is looked in, or ""."""
        return self._panel.place_line.key if self._panel is not None else self._state

    @property
    def _place_name(self) -> str:
        from guide_app.places.place_names import place_named

        place = place_named(self.place)
        return place.name if place else ""

    @property
    def found(self) -> Help:
        """Return what was found."""
        from guide_app.places.services import Filters

        filters = self._panel.filters if self._panel is not None else Filters()
        return self._directory.find(self.need, self.place, filters)

    @property
    def title(self) -> str:
        """Say in words what is looked for, and where."""
        parts = (self.need.label if self.need is not None else "", self._place_name)
        return ", ".join(filter(None, parts))

    @property
    def services(self) -> tuple[ServiceLike, ...]:
        """Return the services that are listed."""
        return tuple(one.service for one in self.found.results)

    # -- searching --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_clinic_chosen(self) -> None:
        from guide_app.places.clinic import OWN_ENTRY

        self.service_chosen.emit(OWN_ENTRY)

    @Slot()
    def _on_asked(self) -> None:
        self._search()
        if self._panel is not None:
            self.announced.emit(self._panel.status)

    def _search(self) -> None:
        from guide_app.places.needs import KINDS
        from guide_app.places.service_words import contact_line, origin_words, status_words
        from guide_app.ui.search_results import ResultRow

        panel = self.build_panel()
        found = self.found
        name, clinic = self._place_name, self._directory.clinic_name
        rows = []
        group = ""
        for one in found.results:
            words = origin_words(one.origin, name, clinic)
            kind = KINDS.get(one.service.kind, one.service.kind)
            rows.append(
                ResultRow(
                    one.service.id, one.service.name, kind, contact_line(one.service), (), is_authority=False,
                    group=words if words != group else "",
                )
            )  # fmt: skip
            group = words
        status = status_words(found, name, clinic)
        if panel.unknown_words:
            typed = " or ".join(f"“{words}”" for words in panel.unknown_words)
            status = f"The guide does not know {typed}. Choose one of the suggestions. {status}"
        panel.show_results(tuple(rows), status, self._next_words(found))

    def _next_words(self, found: Help) -> str:
        if found.filtered_out:
            return f"Show {found.filtered_out} more without the options"
        return "" if found.results else "Show every kind of help"
