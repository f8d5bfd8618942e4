"""What a text of the guide may refer to: authorities, services, states, and places inside the guide."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from guide_app.citations.bluebook import inline
from guide_app.citations.model import Authority
from guide_app.citations.options import CURLY
from guide_app.citations.pinpoint import PinpointError
from guide_app.citations.styled import Run, Styled
from guide_app.content.legal_data import ServiceLine
from guide_app.content.references import Reference
from guide_app.content.source import Source
from guide_app.content.state_kinds import KINDS

_OUTSIDE = re.compile(r"https://[!-~\u00a1-\U0010ffff]+|tel:\+?[0-9-]+|mailto:[!-~]+@[!-~]+")
_EMERGENCY = "911"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link as it stands in the text: where it leads, and its words."""

    href: str
    runs: Styled


@dataclass(frozen=True, slots=True)
class Targets:
    """Everything that can be referred to in one guide.

    `places` holds the ids of articles and sections with their titles, `renamed` old full ids with the new ones, `homes`
    the article in which each kind of state section stands.
    """

    authorities: dict[str, Authority]
    services: dict[str, ServiceLine]
    states: dict[str, str]
    places: dict[str, str]
    renamed: dict[str, str]
    homes: dict[str, str]
    _anchors: dict[Reference, Anchor | None] = field(default_factory=dict)

    def anchor(self, reference: Reference) -> Anchor | None:
        """Return the link that a reference becomes, or None when it leads nowhere."""
        if reference not in self._anchors:
            self._anchors[reference] = self._anchor(reference)
        return self._anchors[reference]

    def home_of(self, kind: str) -> str:
        """Return the article in which the sections of a kind stand, "" when no article has them."""
        return self.homes.get(kind, "")

    def _anchor(self, reference: Reference) -> Anchor | None:
        if reference.kind == "service":
            return self._service(reference.id)
        if reference.kind == "state":
            return self._state(reference.id)
        authority = self.authorities.get(reference.id)
        if reference.kind != "authority" or authority is None:
            return None
        try:
            runs = inline(authority, reference.pin, CURLY)
        except PinpointError:
            return None
        return Anchor(cite_href(reference.id, reference.pin), runs)

    def _service(self, identity: str) -> Anchor | None:
        service = self.services.get(identity)
        if service is None:
            return None
        words = service.name
        if service.phone == _EMERGENCY:
            words = _EMERGENCY  # everybody knows it by its number: "call 911", not "call 911 emergency line"
        elif service.phone and service.phone not in service.name.split():
            words = f"{service.name} ({service.phone})"
        return Anchor(f"service:{identity}", (Run(words),))

    def _state(self, abbreviation: str) -> Anchor | None:
        name = self.states.get(abbreviation)
        place = f"{self.home_of('public-duty')}/{abbreviation.lower()}"
        if name is None or place not in self.places:
            return None
        return Anchor(f"guide:{place}", (Run(f"{name}: rule and sources"),))

    def href(self, target: str, article: str) -> str | None:
        """Return the address of a Markdown link inside `article`, or None when it leads nowhere or outside."""
        if _OUTSIDE.fullmatch(target):
            return target
        place = f"{article}/{target[1:]}" if target.startswith("#") else target
        if place in self.places:
            return f"guide:{place}"
        new = self.renamed.get(place)
        return f"guide:{new}" if new in self.places else None


def cite_href(identity: str, pin: str) -> str:
    """Return the address of an authority's card: `cite:ID` or `cite:ID@PIN`, the pinpoint percent-encoded."""
    return f"cite:{identity}@{quote(pin)}" if pin else f"cite:{identity}"


def shown_address(href: str) -> str:
    """Return an outside address as it is shown in brackets after a link, or "" for a place inside the guide."""
    scheme, _, rest = href.partition(":")
    return rest.removeprefix("//").rstrip("/") if scheme in ("https", "tel", "mailto") else ""


def targets_of(source: Source) -> Targets:
    """Return what the texts of a guide may refer to."""
    places: dict[str, str] = {}
    renamed: dict[str, str] = {}
    homes: dict[str, str] = {}
    states = {entry.id: entry.item for entry in source.states}
    for article in source.articles:
        places[article.id] = article.title
        for section in article.sections:
            places[f"{article.id}/{section.id}"] = section.heading
            renamed.update(dict.fromkeys(section.renamed_from, f"{article.id}/{section.id}"))
        if article.generated:
            kind = article.generated.kind
            homes.setdefault(kind, article.id)
            places.update({f"{article.id}/{state.slug}": KINDS[kind].heading(state) for state in states.values()})
    return Targets(
        authorities={entry.id: entry.item for entry in source.authorities},
        services=_services(source),
        states={identity: state.name for identity, state in states.items()},
        places=places,
        renamed=renamed,
        homes=homes,
    )


def _services(source: Source) -> dict[str, ServiceLine]:
    """Return what a text shows of each service; one that the clinic replaces is shown as the clinic's."""
    services = {entry.id: entry.item for entry in source.services}
    if source.clinic is not None:
        for own in source.clinic.clinic.services:
            services[own.id] = ServiceLine(own.name, own.phone)
            if own.replaces:
                services[own.replaces] = services[own.id]
    return services
