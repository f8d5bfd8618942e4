"""Help on paper: the list that is shown, or one service, always with numbers that answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from guide_app.ui.directory import Directory
from guide_app.ui.help_finder import HelpFinder
from guide_app.ui.paper_actions import PaperActions


class HelpPaper(QObject):
    """Makes pages of services and has them printed."""

    def __init__(self, directory: Directory, finder: HelpFinder, paper: PaperActions) -> None:
        super().__init__(finder)
        self._directory = directory
        self._finder = finder
        self._paper = paper
        finder.print_requested.connect(self.print_list)

    @property
    def list_html(self) -> str:
        """Return the page of the list that is shown."""
        from guide_app.ui.help_page import services_html

        services = self._finder.services
        more = self._directory.more_numbers(services, self._finder.need)
        return services_html("Where to get help", self._finder.title, services, more, self._directory.clinic)

    def entry_html(self, service_id: str) -> str:
        """Return the page of one service."""
        from guide_app.ui.help_page import services_html

        service = self._directory.service(service_id)
        return services_html(service.name, "", (service,), self._directory.lines_for(service), self._directory.clinic)

    @Slot()
    def print_list(self) -> None:
        """Print the list that is shown."""
        self._paper.print_page("Where to get help", self.list_html)

    @Slot(str)
    def print_entry(self, service_id: str) -> None:
        """Print one service."""
        self._paper.print_page(self._directory.service(service_id).name, self.entry_html(service_id))
