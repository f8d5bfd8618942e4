"""Find what a stretch of Markdown refers to: citations, services, states and links, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

CITATION = r"\[@([^\]\[]*)\]"
"""`[@id, pin; @id2]`, `[@state:NY]`, `[@service:id]`; it may run over the end of a line."""

LINK = r"(?<!!)\[([^\]\[]*)\]\(((?:[^()\s]|\([^()\s]*\))*)\)"
"""`[text](target)`; a target holds no space, and brackets only in pairs. `![text](target)` is a picture."""

GENERAL = re.compile(r"[ \t]*\{[ \t]*\.general[ \t]*\}[ \t]*$", re.M)
"""The mark of a block that states no law and needs no citation."""

CODE = re.compile(r"(`+)(?!`)(.{1,600}?)(?<!`)\1(?!`)", re.S)

REFERENCE = re.compile(f"{CITATION}|{LINK}")


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of a bracket: `kind` is authority, state or service; `pin` the pinpoint of an authority, "" for none."""

    kind: str
    id: str
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A reference or the target of a link, and the line on which it stands."""

    line: int
    reference: Reference | None
    target: str


@lru_cache(maxsize=4096)
def items(bracket: str) -> tuple[Reference, ...]:
    """Return the references of one bracket, from what stands between `[@` and `]`."""
    return tuple(_item(part) for part in bracket.split(";"))


def _item(part: str) -> Reference:
    name, _, pin = " ".join(part.split()).removeprefix("@").partition(",")
    kind, colon, identity = name.partition(":")
    if colon:
        return Reference(kind.strip(), identity.strip(), pin.strip())
    return Reference("authority", name.strip(), pin.strip())


def references(text: str, first_line: int) -> Iterator[Placed]:
    """Yield all references and links of a Markdown text, in order; code is passed over."""
    text = without_code(text)
    for found in REFERENCE.finditer(text):
        line = first_line + text.count("\n", 0, found.start())
        if found[1] is not None:
            for reference in items(found[1]):
                yield Placed(line, reference, "")
        else:
            yield Placed(line, None, found[3])


def without_general(text: str) -> str:
    """Return the text without the marks of general information."""
    return GENERAL.sub("", text) if "{" in text else text


def without_code(text: str) -> str:
    """Return the text with `code` blanked out; all else stays where it was."""
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text) if "`" in text else text
