"""The help finder: from a need and a place to the services that answer it, the clinic's own first."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from guide_app.places.hours import open_at
from guide_app.places.needs import FOR_SOME_PEOPLE, Need

NATIONAL = "national"
CLINIC = "clinic"
"""The two words of `coverage` that are no postal abbreviation: the whole country, and a clinic's own entry."""

EMERGENCY = "emergency"
"""The issue of the line to call when somebody is in danger. No clinic can hide it."""

VERIFIED = {
    "primary": "read on the body’s own page",
    "secondary": "from other pages; the body’s own page was not read",
    "unverified": "not verified",
    "clinic": "given by this clinic",
}
"""The data's word for how well an entry was verified, and the words shown to a reader."""

LANGUAGES = {
    "en": "English",
    "es": "Español (Spanish)",
    "ar": "العربية (Arabic)",
    "zh": "中文 (Chinese)",
    "fr": "Français (French)",
    "hmn": "Hmoob (Hmong)",
    "ht": "Kreyòl ayisyen (Haitian Creole)",
    "ko": "한국어 (Korean)",
    "pl": "Polski (Polish)",
    "pt": "Português (Portuguese)",
    "ru": "Русский (Russian)",
    "so": "Soomaali (Somali)",
    "tl": "Tagalog",
    "vi": "Tiếng Việt (Vietnamese)",
}
"""The languages of the data, each by its own name first."""


class ServiceLike(Protocol):
    """What the finder asks of a service; `library.model.Service` and `clinic.ClinicService` have it."""

    @property
    def id(self) -> str:
        """Return the id of the service."""
        ...

    @property
    def name(self) -> str:
        """Return its name."""
        ...

    @property
    def kind(self) -> str:
        """Return a word of needs.KINDS."""
        ...

    @property
    def issues(self) -> tuple[str, ...]:
        """Return the issues that it helps with, the main one first; none of a clinic's means all."""
        ...

    @property
    def coverage(self) -> str:
        """Return a postal abbreviation, NATIONAL or CLINIC."""
        ...

    @property
    def phone(self) -> str:
        """Return its telephone number, or ""."""
        ...

    @property
    def sms(self) -> str:
        """Return how to write to it ("START to 88788"), or ""."""
        ...

    @property
    def url(self) -> str:
        """Return its web address, or ""."""
        ...

    @property
    def hours(self) -> str:
        """Return its hours, or ""."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """Return language codes, and lines such as "200+ by interpreter"."""
        ...

    @property
    def what_for(self) -> str:
        """Say what it is for."""
        ...

    @property
    def as_of(self) -> str:
        """Say when the entry was current."""
        ...

    @property
    def note(self) -> str:
        """Return what else is known, or ""."""
        ...

    @property
    def confidence(self) -> str:
        """Return a word of VERIFIED."""
        ...


class Cost(Enum):
    """What a service costs, as far as the data tells; the value is what a reader sees."""

    FREE = "Free or low cost"
    PAID = "Paid"
    UNKNOWN = "Ask about the cost"


class Origin(Enum):
    """Where a service comes from, in the order in which results are shown."""

    CLINIC = "This clinic"
    STATE = "Your state"
    NATIONAL = "Everywhere in the country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a reader wants to see alone. `open_at` is the moment at which a service must not be known to be closed."""

    kinds: frozenset[str] = frozenset()
    language: str = ""
    cost: Cost | None = None
    open_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One result. `open_now` is None where its hours do not tell; `exact` is False for help with related things."""

    service: ServiceLike
    origin: Origin
    open_now: bool | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Help:
    """The results, best first.

    `filtered_out` counts those that would fit but for the filters; `none_in_place` says that no result is the
    place's own.
    """

    results: tuple[Found, ...]
    filtered_out: int
    none_in_place: bool


_FREE_KINDS = frozenset({"hotline", "legal_aid", "complaint", "victim_compensation", "clinic", "shelter"})
_SAYS_FREE = re.compile(r"(?<!toll-)\bfree\b", re.I)
_SAYS_PAID = re.compile(r"\bpaid lawyer\b", re.I)
_VERIFIED_ORDER = tuple(VERIFIED)


def cost_of(service: ServiceLike) -> Cost:
    """Say what a service costs, from its kind and its own words."""
    stated = getattr(service, "cost", None)
    if isinstance(stated, Cost):
        return stated
    if _SAYS_PAID.search(service.what_for):
        return Cost.PAID
    if service.kind in _FREE_KINDS or _SAYS_FREE.search(service.what_for):
        return Cost.FREE
    return Cost.UNKNOWN


def find(
    services: Iterable[ServiceLike], need: Need | None = None, place: str = "", filters: Filters | None = None
) -> Help:
    """Find help. `place` is a postal abbreviation, or "" for none: then the clinic's and national services are found.

    The clinic's own come first, then the state's, then national ones. Within each, those for exactly this need come
    before related ones, a main issue before a minor one, one that is open before one whose hours are not known, one
    with a telephone number before one without, and otherwise the order of the data holds.
    """
    filters = filters or Filters()
    ranked: list[tuple[tuple[int, ...], Found]] = []
    filtered_out = 0
    for number, service in enumerate(services):
        origin = _origin(service, place)
        fit = None if origin is None else _fit(service, need)
        if origin is None or fit is None:
            continue
        open_now = _open_now(service, origin, filters.open_at)
        if not _passes(service, open_now, filters):
            filtered_out += 1
            continue
        found = Found(service, origin, open_now, exact=fit[0] == 0)
        # 911 stands above everything else where somebody is in danger now
        first = need is not None and EMERGENCY in need.issues and EMERGENCY in service.issues
        rank = (int(not first), _ORIGINS.index(origin), *fit, *_quality(found, filters), number)
        ranked.append((rank, found))
    ranked.sort(key=lambda line: line[0])
    results = tuple(found for _, found in ranked)
    nearby = any(found.origin is Origin.STATE for found in results)
    return Help(results, filtered_out, none_in_place=bool(place) and not nearby)


_ORIGINS = tuple(Origin)
_ANY_ISSUE = 99
"""The place of an issue in the list of an entry that names none, after those that name it."""


def hotlines(services: Iterable[ServiceLike]) -> tuple[ServiceLike, ...]:
    """Return the national hotlines that have a number, 911 first: the lines that are one click from every page."""
    lines = [
        service for service in services if service.kind == "hotline" and service.coverage == NATIONAL and service.phone
    ]
    return tuple(sorted(lines, key=lambda service: EMERGENCY not in service.issues))


def numbers_to_print(
    services: Sequence[ServiceLike], need: Need | None, place: str, at_least: int = 3
) -> tuple[ServiceLike, ...]:
    """Return services with a telephone number for a page on paper, the best first.

    Where the need and the place give fewer than `at_least`, national hotlines follow.
    """
    chosen = [found.service for found in find(services, need, place).results if found.service.phone]
    for service in hotlines(services):
        if len(chosen) >= at_least:
            break
        if service.id not in {other.id for other in chosen}:
            chosen.append(service)
    return tuple(chosen)


def _origin(service: ServiceLike, place: str) -> Origin | None:
    if service.coverage == CLINIC:
        return Origin.CLINIC
    if service.coverage == NATIONAL:
        return Origin.NATIONAL
    return Origin.STATE if place and service.coverage == place.upper() else None


def _fit(service: ServiceLike, need: Need | None) -> tuple[int, int] | None:
    """Say how well a service fits a need: (0 exact or 1 related, place of the issue in its list), or None."""
    if need is None:
        return 0, 0
    if not service.issues and service.coverage == CLINIC:
        return 0, _ANY_ISSUE
    if need.kinds and service.kind not in need.kinds and service.coverage != CLINIC:
        return None
    if FOR_SOME_PEOPLE.intersection(service.issues[:1]).difference(need.issues):
        return None
    if not need.issues:
        return 0, 0
    for rank, wanted in enumerate((need.issues, need.related)):
        places = [place for place, issue in enumerate(service.issues) if issue in wanted]
        if places:
            return rank, places[0]
    return None


def _open_now(service: ServiceLike, origin: Origin, now: datetime.datetime | None) -> bool | None:
    if now is None:
        return None
    is_open = open_at(service.hours, now)
    # hours of a national office are those of a place that is not known; one that never closes is open everywhere
    if origin is Origin.NATIONAL and is_open is not None and not open_at(service.hours, now.replace(hour=3, minute=0)):
        return None
    return is_open


def _passes(service: ServiceLike, open_now: bool | None, filters: Filters) -> bool:
    if filters.kinds and service.kind not in filters.kinds:
        return False
    if filters.language and not _speaks(service, filters.language):
        return False
    if filters.cost is not None and cost_of(service) is not filters.cost:
        return False
    return not (filters.open_at is not None and open_now is False)


def _speaks(service: ServiceLike, language: str) -> bool:
    return language in service.languages or any("interpreter" in line for line in service.languages)


def _quality(found: Found, filters: Filters) -> tuple[int, int, int, int]:
    service = found.service
    verified = _VERIFIED_ORDER.index(service.confidence) if service.confidence in VERIFIED else len(VERIFIED)
    return (
        int(filters.open_at is not None and not found.open_now),
        int(bool(filters.language) and filters.language not in service.languages),
        int(not service.phone),
        verified,
    )
