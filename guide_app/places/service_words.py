"""A service and the results of a search for help in words, the same on the screen, in the list and on paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide_app.dates import iso_in_words
from guide_app.places.services import LANGUAGES, VERIFIED, Help, Origin, ServiceLike, cost_of

NO_CONTACT = "No number or address could be verified."
_INTERPRETER = re.compile(r"(\d+\+) by interpreter")
_SOURCE = re.compile(r"(?P<how>primary|secondary)\s*(?:\((?P<more>.*)\))?")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a card: what it is about, and what is known."""

    name: str
    text: str


def facts_of(service: ServiceLike) -> tuple[Fact, ...]:
    """Return what is known of a service besides its name, its use, its numbers and its address."""
    number_of = _extra(service, "phone_of")
    facts = (
        Fact("Hours", service.hours),
        Fact("Languages", language_words(service)),
        Fact("Cost", cost_of(service).value),
        Fact("Where", _extra(service, "address")),
        Fact("TTY", _extra(service, "tty")),
        Fact("Who answers", number_of if number_of != service.name else ""),
        Fact("Note", service.note),
        Fact("How it was verified", verified_words(service)),
        Fact("As of", iso_in_words(service.as_of)),
    )
    return tuple(fact for fact in facts if fact.text)


def language_words(service: ServiceLike) -> str:
    """Return the languages of a service by name."""
    return ", ".join(_INTERPRETER.sub(r"\1 more by interpreter", LANGUAGES.get(one, one)) for one in service.languages)


def verified_words(service: ServiceLike) -> str:
    """Say how well an entry was verified, and its number where that is known."""
    lines = [_sentence(VERIFIED.get(service.confidence, service.confidence))]
    source = _SOURCE.fullmatch(_extra(service, "phone_source"))
    if source is not None:
        lines.append(_sentence(f"Its number: {source['more'] or VERIFIED[source['how']]}"))
    return " ".join(lines)


def contact_line(service: ServiceLike) -> str:
    """Return the shortest way to reach a service: its number, or else its address."""
    if service.phone:
        return f"{service.phone}  ·  {service.hours}" if service.hours else service.phone
    if service.sms:
        return f"Text {service.sms}"
    return shown_url(service.url) if service.url else NO_CONTACT


def shown_url(url: str) -> str:
    """Return a web address as it is shown: without what a browser adds by itself."""
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")


def origin_words(origin: Origin, place: str, clinic: str) -> str:
    """Say where a result comes from; `place` and `clinic` are names, "" for none."""
    if origin is Origin.CLINIC:
        return clinic or origin.value
    return place or origin.value if origin is Origin.STATE else "Whole country"


def status_words(found: Help, place: str, clinic: str) -> str:
    """Say how many results there are, and where they are from."""
    count = len(found.results)
    if not count:
        return "Nothing was found for that."
    parts = [
        (number, words)
        for origin, words in (
            (Origin.CLINIC, f"from {clinic or 'this clinic'}"),
            (Origin.STATE, f"in {place}"),
            (Origin.NATIONAL, "for the whole country"),
        )
        if (number := sum(one.origin is origin for one in found.results))
    ]
    if len(parts) == 1:
        line = f"{count} found {parts[0][1]}."
    else:
        line = f"{count} found: {', '.join(f'{number} {words}' for number, words in parts)}."
    if not place:
        return f"{line} Name your state to see its own."
    return f"{line} {place} has none of its own for this." if found.none_in_place else line


def _extra(service: ServiceLike, name: str) -> str:
    """Return a field that only some entries have: a clinic's address, a number's source in the guide's own data."""
    return str(getattr(service, name, ""))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
