"""The parts of a law's citation: the number before the code, the code, and the section."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERED = re.compile(r"^(?P<volume>\d+)\s+(?P<rest>\D.*)$")
_BY_SIGN = re.compile(r"^(?P<code>.*?)[,\s]*§{1,2}\s*(?P<section>.+)$")
_BY_ARTICLE = re.compile(r"^(?P<code>.*?)[,\s]*\barts?\.\s*(?P<section>[0-9][0-9A-Za-z.]*(?:, [0-9A-Za-z.]+)*)$")
_BY_NUMBER = re.compile(r"^(?P<code>.*[^\d\s,](?<!\bch\.)(?<!\btit\.))\s+(?P<section>\d[0-9A-Za-z:./-]*)$")


@dataclass(frozen=True, slots=True)
class LawParts:
    """A law's citation in parts; empty strings for parts that it does not have.

    "42 U.S.C. § 1983" is volume 42, code U.S.C., section 1983; a chapter or title stays with the code, as in
    "Mass. Gen. Laws ch. 258, § 10".
    """

    volume: str
    code: str
    section: str


def law_parts(cite: str) -> LawParts:
    """Part the citation of a statute or a constitution."""
    text = " ".join(cite.split())
    volume = ""
    if numbered := _NUMBERED.match(text):
        volume, text = numbered["volume"], numbered["rest"]
    for pattern in (_BY_SIGN, _BY_ARTICLE, _BY_NUMBER):
        if found := pattern.match(text):
            return LawParts(volume, found["code"], found["section"])
    return LawParts(volume, text, "")
