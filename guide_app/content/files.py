"""Read the files of a content folder safely: nothing outside the folder, nothing huge, nothing that is not text."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from guide_app.content.findings import Findings

MAX_BYTES = 2 * 1024 * 1024
"""A larger file is a mistake: the longest article of the guide has a hundredth of this."""

_ENDINGS = {"md": "md", "markdown": "md", "yaml": "yaml", "yml": "yaml"}

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
"""What no text needs. The last two and U+0085 are ends of lines to some programs, so that lines would be miscounted."""


def text_files(folder: Path, under: str, suffix: str, findings: Findings) -> Iterator[tuple[str, str]]:
    """Yield (path as findings show it, text) for each file with `suffix` directly in `under`, by name.

    A missing `under` yields nothing. A file that cannot be used becomes a finding and is left out.
    """
    place = folder / under
    try:
        names = sorted(os.listdir(place))  # noqa: PTH208  # names are all that is wanted
    except FileNotFoundError:
        return
    except OSError as error:
        findings.add(shown(place), 0, f"the folder cannot be read ({reason(error)})", "mend its rights", unusable=True)
        return
    for name in names:
        path = place / name
        if name.startswith("."):
            continue
        if right := _meant_name(name):
            findings.add(shown(path), 0, "a file of this name is not read", f"name it {right}", unusable=True)
        elif name.endswith(suffix):
            text = read_text(folder, path, findings)
            if text is not None:
                yield shown(path), text


def _meant_name(name: str) -> str:
    """Return what a file should be called whose name ends nearly as a content file's, or an empty text."""
    stem, dot, ending = name.rpartition(".")
    right = _ENDINGS.get(ending.lower(), ending)
    return f"{stem}.{right}" if dot and right != ending else ""


def shown(path: Path) -> str:
    """Return a path as findings show it: forward slashes, and no byte that is not text."""
    return path.as_posix().encode(errors="replace").decode()


def read_text(folder: Path, path: Path, findings: Findings) -> str | None:
    """Return the text of a file of the folder, or None with a finding.

    Lines end with a line feed, and letters with accents are composed (NFC), whatever the file has.
    """
    name = shown(path)
    data = read_bytes(folder, path, findings)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        findings.add(name, line, "the file is not UTF-8 text", "save it with the encoding UTF-8", unusable=True)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        findings.add(name, line, "the line holds a control character", "delete it", unusable=True)
        return None
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def read_bytes(folder: Path, path: Path, findings: Findings) -> bytes | None:
    """Return what is in a file of the folder, or None with a finding."""
    problem = _refusal(folder, path)
    if problem is None:
        try:
            return path.read_bytes()
        except OSError as error:
            problem = (f"the file cannot be read ({reason(error)})", "mend its rights or take it out of the folder")
    findings.add(shown(path), 0, *problem, unusable=True)
    return None


def reason(error: OSError) -> str:
    """Say in the system's own words why a file could not be used."""
    return (error.strerror or type(error).__name__).lower()


def _refusal(folder: Path, path: Path) -> tuple[str, str] | None:
    """Return what is wrong with a file before it is opened, and the mend; None when it may be read."""
    # os.path, since pathlib takes ten times as long for the same, once for each file of a guide
    try:
        real = os.path.realpath(path, strict=True)
        state = os.stat(real)  # noqa: PTH116
    except OSError:
        return "the file is a link that leads nowhere", "replace the link by the file"
    if not real.startswith(os.path.join(os.path.realpath(folder), "")):  # noqa: PTH118
        return "the file is a link that leads out of the content folder", "copy the file into the folder"
    if not stat.S_ISREG(state.st_mode):
        return "this is not a plain file", "take it out of the folder or rename it"
    if state.st_size > MAX_BYTES:
        return f"the file is too large ({state.st_size:,} bytes; the limit is {MAX_BYTES:,})", "split it or shorten it"
    return None
