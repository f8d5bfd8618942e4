"""Check the entries of a services file: numbers, addresses, sources. A broken entry leaves the others usable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from guide_app.places.codes import message_text
from guide_app.places.errors import PlacesError
from guide_app.places.needs import ISSUES, KINDS
from guide_app.places.place_names import place_named
from guide_app.places.services import NATIONAL, VERIFIED

LineOf = Callable[[Mapping[str, Any], str], int]
"""Return the line of a key of an entry, or that of the entry where the key is missing."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MEANS_ADDRESS = re.compile(r"\w+://|www\.|mailto:", re.I)
_LANGUAGE = re.compile(r"[a-z]{2,3}|\d+\+ by interpreter")
_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_KEYS_LINE = (
    "id name kind issues coverage phone sms url hours languages what_for sources as_of confidence note "
    "tty phone_source phone_of url_source"
)
_KEYS = frozenset(_KEYS_LINE.split())
_NEEDED = ("name", "kind", "coverage", "what_for", "as_of", "confidence")
_TEXTS = ("phone", "sms", "url", "hours", "note", "tty", "phone_source", "phone_of", "url_source")


@dataclass(frozen=True, slots=True, order=True)
class PlaceFinding:
    """A fault in a services file or a clinic's file; its fields are those of `content.findings.Finding`.

    `line` counts from 1, or is 0 where it is not known. `unusable` says that the entry must stay out.
    """

    file: str
    line: int
    what: str
    mend: str
    unusable: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.mend}"


@dataclass(frozen=True, slots=True)
class CheckedServices:
    """The entries that may be used, as they were given, and everything that is wrong."""

    usable: tuple[Mapping[str, Any], ...]
    findings: tuple[PlaceFinding, ...]


@dataclass(frozen=True, slots=True)
class _Fault:
    key: str
    what: str
    mend: str
    unusable: bool = True


def check_services(entries: Iterable[object], file: str, line_of: LineOf | None = None) -> CheckedServices:
    """Check the entries of one file. Nothing is raised.

    `line_of` gives the line of a key; without it an entry that knows its lines is asked (`entry.line_of(key)`).
    """
    line_of = line_of or own_line
    usable: list[Mapping[str, Any]] = []
    findings: list[PlaceFinding] = []
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, Mapping):
            findings.append(PlaceFinding(file, 0, f"entry {number} holds no keys", "write “key: value” lines", True))
            continue
        faults = list(_faults(entry, seen))
        name = entry.get("id") or f"entry {number}"
        findings += [
            PlaceFinding(file, line_of(entry, fault.key), f"{name}: {fault.what}", fault.mend, fault.unusable)
            for fault in faults
        ]
        if not any(fault.unusable for fault in faults):
            usable.append(entry)
            seen.add(entry["id"])
    return CheckedServices(tuple(usable), tuple(findings))


def own_line(entry: Mapping[str, Any], key: str) -> int:
    """Ask an entry for the line of a key; 0 where it does not know."""
    ask = getattr(entry, "line_of", None)
    return int(ask(key)) if callable(ask) else 0


def phone_fault(phone: str) -> str:
    """Say what is wrong with a telephone number of the United States, or return ""."""
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, "US")
    except phonenumbers.NumberParseException:
        return "is no telephone number"
    # 911, 988 and 211 are dialled; a short number of five or six figures is for texts, and here a number cut off
    if (number.national_number or 0) < 1000 and phonenumbers.is_valid_short_number_for_region(number, "US"):
        return ""
    # letters in a number ("1-800-CALL-FBI") are read as digits, but nobody can copy them into every phone
    if re.search(r"[A-Za-z]", phone) and phonenumbers.is_valid_number(number):
        return "has letters in it"
    return "" if phonenumbers.is_valid_number(number) else "is no valid number in the United States"


def sms_fault(sms: str) -> str:
    """Say what is wrong with a number for text messages ("988", "START to 88788"), or return ""."""
    try:
        number = message_text(sms).split(":")[1].removeprefix("+1")
    except PlacesError:
        return "is no number to write to"
    return "" if 3 <= len(number) <= 6 or not phone_fault(number) else "is no number to write to"


def url_fault(url: str) -> str:
    """Say what is wrong with a web address, or return ""."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        has_more = parts.username is not None or parts.port is not None
    except ValueError:
        return "is no web address"
    if parts.scheme not in {"http", "https"} or has_more or re.search(r"\s", url):
        return "is no web address"
    return "" if _HOST.fullmatch(host.casefold()) else "has no host that could exist"


def _faults(entry: Mapping[str, Any], seen: set[str]) -> Iterator[_Fault]:
    identity = entry.get("id")
    if not isinstance(identity, str) or not ID.fullmatch(identity):
        yield _Fault("id", "its id is not lower-case words joined by hyphens", "give it one such as “ny-legal-help”")
    elif identity in seen:
        yield _Fault("id", "its id stands twice", "give one of them another id")
    for key in entry:
        if key not in _KEYS:
            yield _Fault(
                str(key), f"“{key}” is not a key known here", "take it out, or mend its spelling", unusable=False
            )
    texts = {}
    for key in (*_NEEDED, *_TEXTS):
        value = entry.get(key)
        if value is None and key in _TEXTS:
            continue
        if not isinstance(value, str) or not value.strip():
            yield _Fault(key, f"“{key}” is missing or no text", "write a text, in quotation marks if it is a number")
        else:
            texts[key] = value
    yield from _word_faults(texts)
    yield from _number_faults(texts)
    yield from _list_faults(entry)


def _word_faults(texts: Mapping[str, str]) -> Iterator[_Fault]:
    if "kind" in texts and texts["kind"] not in KINDS:
        yield _Fault("kind", f"the kind “{texts['kind']}” is not known", f"choose of {', '.join(KINDS)}")
    coverage = texts.get("coverage")
    if coverage is not None and coverage != NATIONAL and (place_named(coverage) is None or not coverage.isupper()):
        yield _Fault("coverage", f"the coverage “{coverage}” is no place", "write national or a postal abbreviation")
    if "confidence" in texts and texts["confidence"] not in VERIFIED:
        yield _Fault("confidence", f"the confidence “{texts['confidence']}” is not known", "write primary or secondary")


def _number_faults(texts: Mapping[str, str]) -> Iterator[_Fault]:
    for key, fault_of, mend in (
        ("phone", phone_fault, "write it like 1-800-799-7233"),
        ("tty", phone_fault, "write it like 1-800-787-3224"),
        ("sms", sms_fault, "write it like “988” or “START to 88788”"),
        ("url", url_fault, "write it like https://www.example.org"),
    ):
        fault = fault_of(texts[key]) if key in texts else ""
        if fault:
            yield _Fault(key, f"{key} “{texts[key]}” {fault}", mend)


def _list_faults(entry: Mapping[str, Any]) -> Iterator[_Fault]:
    lists = {}
    for key in ("issues", "languages", "sources"):
        value = entry.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, str) and item for item in value):
            yield _Fault(key, f"“{key}” is no list with one text at least", f"write {key}, each on a line with “- ”")
        else:
            lists[key] = value
    for issue in lists.get("issues", ()):
        if issue not in ISSUES:
            yield _Fault(
                "issues", f"the issue “{issue}” is not known: nobody will find it", "use one of the others", False
            )
    for language in lists.get("languages", ()):
        if not _LANGUAGE.fullmatch(language):
            yield _Fault("languages", f"“{language}” is no language code", "write en, es, or “200+ by interpreter”")
    for source in lists.get("sources", ()):
        # a source may be a book or a list; one that means to be an address must be one
        if _MEANS_ADDRESS.match(source) and (fault := url_fault(source)):
            yield _Fault("sources", f"the source “{source}” {fault}", "write the address of the page that was read")
