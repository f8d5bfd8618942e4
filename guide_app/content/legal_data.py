"""Read the YAML lists of a content folder: topics, synonyms, authorities, services and states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from guide_app.citations.model import Authority, AuthorityError, authority_from_mapping
from guide_app.citations.typography import curly
from guide_app.content.article_reader import ID
from guide_app.content.files import read_text, shown, text_files
from guide_app.content.findings import Findings
from guide_app.content.yaml_reader import Mapping, load_yaml
from guide_app.library.model import Topic
from guide_app.library.text import words as words_of
from guide_app.places.errors import PlacesError
from guide_app.places.service_checks import check_services
from guide_app.places.state import StateEntry, state_from_mapping

Item = TypeVar("Item")


_LEFT_STRAIGHT = frozenset({"runs_from", "sources", "url"})
"""What is compared by a program or is an address; all else of a service or a state is read."""

_PROSE = frozenset({"facts", "for", "holding", "note", "read_note", "standing_note", "verified_note", "what_it_says"})
"""What is read of an authority. The parts of its citation stay straight: they go into citations in both settings."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[Item]):
    """One entry of a YAML list: where it stands, what it means, and as it is written (`data`, for the library)."""

    id: str
    file: str
    line: int
    item: Item
    data: Mapping


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """What an article shows of a service: its name and its telephone number ("" where none is known)."""

    name: str
    phone: str


class EntryError(ValueError):
    """An entry cannot be used; `key` is the key in which the fault is ("" for the entry as a whole)."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def read_topics(folder: Path, language: str, findings: Findings) -> tuple[Entry[Topic], ...]:
    """Read `articles/<language>/topics.yaml`; a folder without one has no topics of its own."""
    return tuple(_entries(_file(folder, f"articles/{language}/topics.yaml", findings), _topic, findings))


def read_authorities(folder: Path, findings: Findings) -> tuple[Entry[Authority], ...]:
    """Read `authorities/*.yaml`."""
    return tuple(_entries(text_files(folder, "authorities", ".yaml", findings), _authority, findings))


def read_services(folder: Path, findings: Findings) -> tuple[Entry[ServiceLine], ...]:
    """Read `services/*.yaml`: numbers and addresses that are well-formed, each entry with a source."""
    entries = []
    for file, text in text_files(folder, "services", ".yaml", findings):
        checked = check_services(_list(text, file, findings), file)
        for found in checked.findings:
            what = f"the entry is left out: {found.what}" if found.unusable else found.what
            findings.add(found.file, found.line, what, found.mend, unusable=found.unusable)
        for data in checked.usable:
            assert isinstance(data, Mapping)
            _typeset(data, lambda key: key not in _LEFT_STRAIGHT)
            entries.append(Entry(data["id"], file, data.line, ServiceLine(data["name"], data.get("phone") or ""), data))
    return tuple(entries)


def read_states(folder: Path, findings: Findings) -> tuple[Entry[StateEntry], ...]:
    """Read `states/*.yaml`."""
    return tuple(_entries(text_files(folder, "states", ".yaml", findings), _state, findings))


def read_synonyms(folder: Path, language: str, findings: Findings) -> tuple[tuple[str, str], ...]:
    """Read `articles/<language>/synonyms.yaml` as pairs (typed words, words to look for as well), both normalised.

    `same` is a list of lists, each of words that mean the same; `leads_to` has a word of the guide as key and a list of
    the everyday words that lead to it.
    """
    pairs: list[tuple[str, str]] = []
    for file, text in _file(folder, f"articles/{language}/synonyms.yaml", findings):
        value = load_yaml(text, file, findings)
        if value is None:
            continue
        same, leads_to = (
            (value.get("same") or [], value.get("leads_to") or Mapping()) if isinstance(value, Mapping) else (0, 0)
        )
        if not isinstance(same, list) or not isinstance(leads_to, Mapping) or set(value) - {"same", "leads_to"}:
            findings.add(
                file, 1, "the file has not the keys same and leads_to", "write both, and no other", unusable=True
            )
            continue
        for number, line in enumerate(same, 1):
            words = _word_list(line)
            if len(words) < 2:
                what = f"line {number} of “same” is not a list of two words or more"
                mend = "write - [word, other word], with quotation marks round yes, no, true, false and the like"
                findings.add(file, value.line_of("same"), what, mend, unusable=True)
            pairs.extend((word, other) for word in words for other in words if word != other)
        for target, line in leads_to.items():
            word_of_guide = _normal(target)
            words = _word_list(line)
            if not words or not word_of_guide:
                what = f"“{target}” under leads_to has no list of words"
                mend = "write [word, other word], with quotation marks round yes, no, true, false and the like"
                findings.add(file, leads_to.line_of(target), what, mend, unusable=True)
            pairs.extend((word, word_of_guide) for word in words)
    return tuple(pairs)


def _word_list(line: object) -> list[str]:
    """Return the words of one line, normalised and once each; none when it is anything but a list of words."""
    if not isinstance(line, list) or not all(
        isinstance(word, (str, int)) and not isinstance(word, bool) for word in line
    ):
        return []
    normal = [_normal(word) for word in line]
    return list(dict.fromkeys(normal)) if all(normal) else []


def _normal(words: object) -> str:
    """Return words as the library keeps them, or an empty text for signs alone."""
    return " ".join(words_of(str(words)))


def _file(folder: Path, inside: str, findings: Findings) -> Iterator[tuple[str, str]]:
    """Yield one file, if it is there."""
    path = folder / inside
    if path.is_symlink() or path.exists():
        text = read_text(folder, path, findings)
        if text is not None:
            yield shown(path), text


def _entries(
    files: Iterator[tuple[str, str]], read: Callable[[Mapping], tuple[str, Item]], findings: Findings
) -> Iterator[Entry[Item]]:
    """Yield the usable entries of YAML lists. `read` returns an entry's id and meaning, or raises EntryError."""
    for file, text in files:
        for number, data in enumerate(_list(text, file, findings), 1):
            if not isinstance(data, Mapping):
                findings.add(file, 0, f"entry {number} holds no keys", "write “key: value” lines", unusable=True)
                continue
            try:
                identity, item = read(data)
            except EntryError as error:
                line = data.line_of(error.key)
                findings.add(file, line, f"the entry is left out: {error}", "mend it", unusable=True)
            else:
                yield Entry(identity, file, data.line, item, data)


def _list(text: str, file: str, findings: Findings) -> list[object]:
    """Return the entries of a YAML list; none with a finding."""
    value = load_yaml(text, file, findings)
    if value is not None and not isinstance(value, list):
        findings.add(file, 1, "the file is not a list", "begin each entry with “- ”", unusable=True)
    return value if isinstance(value, list) else []


def _typeset(data: dict[str, Any], read: Callable[[str], bool]) -> None:
    """Write curly quotation marks in the texts of the keys of which `read` is true, and in the lists below them."""
    for key, item in data.items():
        data[key] = _typeset_item(item, read, read(key))


def _typeset_item(item: object, read: Callable[[str], bool], shown: bool) -> object:
    if isinstance(item, dict):
        _typeset(item, read)
    elif isinstance(item, list):
        return [_typeset_item(one, read, shown) for one in item]
    return curly(item) if shown and isinstance(item, str) else item


def _identity(data: Mapping) -> str:
    identity = data.get("id")
    if not isinstance(identity, str) or not ID.fullmatch(identity):
        raise EntryError("id", f"its id {identity!r} is not lower-case words joined by hyphens")
    return identity


def _text(data: Mapping, key: str) -> str:
    value = data.get(key)
    if not isinstance(value, (str, int)) or isinstance(value, bool) or not str(value).strip():
        raise EntryError(key, f"“{key}” is missing or no text")
    return " ".join(str(value).split())


def _topic(data: Mapping) -> tuple[str, Topic]:
    identity = _identity(data)
    return identity, Topic(identity, curly(_text(data, "title")))


def _authority(data: Mapping) -> tuple[str, Authority]:
    identity = _identity(data)
    _typeset(data, _PROSE.__contains__)
    try:
        return identity, authority_from_mapping(data)
    except AuthorityError as error:
        raise EntryError("", str(error)) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise EntryError("", f"a field of {identity} has the wrong shape") from error


def _state(data: Mapping) -> tuple[str, StateEntry]:
    _typeset(data, lambda key: key not in _LEFT_STRAIGHT)
    try:
        entry = state_from_mapping(data)
    except PlacesError as error:
        raise EntryError(error.key, str(error)) from error
    return entry.abbreviation, entry
