"""What is wrong in a content folder: one finding a fault, with the line and the mend."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault in a content folder.

    `file` is the path with forward slashes, `line` counts from 1 (0: the file as a whole). `mend` says what to do.
    `unusable` means that what the finding speaks of (an article, an entry, a file) stays out of the library.
    """

    file: str
    line: int
    what: str
    mend: str
    unusable: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.mend}"


@dataclass(slots=True)
class Findings:
    """Collects findings while content is read and checked."""

    found: list[Finding] = field(default_factory=list)
    _hints_left: int = 20

    def add(self, file: str, line: int, what: str, mend: str, *, unusable: bool = False) -> None:
        """Record one finding, which is one line also where it shows text of several."""
        self.found.append(Finding(file, line, " ".join(what.split()), mend, unusable))

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """Return ` (nearest: “x”)` for the known id that is most like `word`, or an empty text.

        It is looked for only a few times: each takes as long as the guide is large, and the slips that are worth a hint
        are few. An id with a slip at both of its ends is not found.
        """
        if not self._hints_left:
            return ""
        self._hints_left -= 1
        alike = [one for one in known if one[:2] == word[:2] or one[-2:] == word[-2:]]
        close = difflib.get_close_matches(word, alike, n=1, cutoff=0.6)
        return f" (nearest: “{close[0]}”)" if close else ""

    def sorted(self) -> tuple[Finding, ...]:
        """Return all findings once each, by file and line."""
        return tuple(sorted(set(self.found)))


@dataclass(frozen=True, slots=True)
class Counts:
    """What a content folder holds. `words` are those that a reader reads; `cited` and `uncited` count authorities."""

    articles: int = 0
    sections: int = 0
    words: int = 0
    citations: int = 0
    cited: int = 0
    uncited: int = 0

    def __str__(self) -> str:
        return (
            f"{self.articles} articles, {self.sections} sections, {self.words} words, {self.citations} citations, "
            f"{self.cited} authorities cited, {self.uncited} not cited"
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check or of a compilation. `left_out` names what is not in the library because of a finding."""

    findings: tuple[Finding, ...]
    counts: Counts
    left_out: tuple[str, ...] = ()
