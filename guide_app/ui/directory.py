"""The places that help, as the window shows them: read from the library when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from guide_app.library.reader import Library

if TYPE_CHECKING:
    from guide_app.places.clinic import Clinic
    from guide_app.places.needs import Need
    from guide_app.places.services import Filters, Help, ServiceLike

AT_LEAST = 3
"""As many telephone numbers stand on every page on paper that is about help."""


class Directory:
    """The services of the guide in the order of its data, the clinic's own before them."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def clinic(self) -> Clinic | None:
        """Return the clinic whose folder stands beside the guide, or None."""
        data = self._library.clinic()
        if data is None:
            return None
        from guide_app.places.clinic_store import clinic_from_data

        return clinic_from_data(data)

    @cached_property
    def logo(self) -> bytes:
        """Return the clinic's logo as a PNG or SVG file, or nothing."""
        return self._library.clinic_logo()

    @property
    def clinic_name(self) -> str:
        """Return the clinic's name, or ""."""
        return self.clinic.name if self.clinic is not None else ""

    @cached_property
    def services(self) -> tuple[ServiceLike, ...]:
        """Return the services that are found: without those that the clinic hides or replaces."""
        from guide_app.places.clinic import arranged

        return arranged(self._library.services(), self.clinic)

    def service(self, service_id: str) -> ServiceLike:
        """Return a service: the clinic's own where it replaces the one that is meant. Raises NotInGuide.

        One that the clinic hides is still there for the articles that name it.
        """
        if self.clinic is not None:
            from guide_app.places.clinic import OWN_ENTRY, own_entry

            if service_id == OWN_ENTRY:
                return own_entry(self.clinic)
            for own in self.clinic.services:
                if service_id in (own.id, own.replaces):
                    return own
        return self._library.service(service_id)

    def find(self, need: Need | None, place: str, filters: Filters) -> Help:
        """Find help for a need in a place."""
        from guide_app.places.services import find

        return find(self.services, need, place, filters)

    def nearby(self, place: str) -> tuple[ServiceLike, ...]:
        """Return what the clinic and a state have of their own, for every need."""
        from guide_app.places.services import Filters, Origin

        found = self.find(None, place, Filters()).results
        return tuple(one.service for one in found if one.origin is not Origin.NATIONAL)

    def hotlines(self) -> tuple[ServiceLike, ...]:
        """Return 911 and the other national lines."""
        from guide_app.places.services import hotlines

        return hotlines(self.services)

    def lines_for(self, service: ServiceLike) -> tuple[ServiceLike, ...]:
        """Return lines with a number that help with the same things, for a service that has none."""
        from guide_app.places.needs import Need

        return self.more_numbers((service,), Need(id=service.id, label=service.name, issues=service.issues))

    def more_numbers(
        self, shown: tuple[ServiceLike, ...], need: Need | None, at_least: int = AT_LEAST
    ) -> tuple[ServiceLike, ...]:
        """Return services with a number to follow `shown`, so that there are `at_least` verified numbers together."""
        from guide_app.places.services import numbers_to_print

        known = {service.id for service in shown}
        have = sum(bool(service.phone) for service in shown)
        more = (one for one in numbers_to_print(self.services, need, "", at_least + have) if one.id not in known)
        return tuple(more)[: max(0, at_least - have)]
