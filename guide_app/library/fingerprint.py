"""Tell at start whether a content folder has changed, without reading a file of it.

Only names, sizes and times of change are looked at: 10,000 articles take some 40 ms, most of them in the system. The
fingerprint is not a checksum, and it says nothing about whether the content is sound.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import adler32, crc32

from guide_app import __version__
from guide_app.library.schema import SCHEMA_VERSION

_PLACES = ("articles", "authorities", "services", "states")
_SUFFIXES = (".md", ".yaml", ".txt")
_OF_A_CLINIC = (".yaml", ".png", ".svg")
"""What lies in the folder itself: a clinic's file and its logo."""


def fingerprint(folders: Sequence[Path]) -> str:
    """Return a text that changes when a content file of `folders`, their order, the program or the schema changes.

    A folder that is missing or cannot be read counts as empty: saying so is the business of whoever compiles it.
    """
    lines = [f"{__version__} {SCHEMA_VERSION}"]
    for number, folder in enumerate(folders):
        lines.append(f"folder {number}")
        lines += sorted(_own_files(folder))
        for place in _PLACES:
            lines += sorted(_files(os.path.join(folder, place), place))  # noqa: PTH118  # Path is ten times slower
    stamps = "\n".join(lines).encode(errors="surrogateescape")
    # Two sums of zlib: nobody attacks this, and importing hashlib costs each start more than all the rest here.
    return f"{crc32(stamps):08x}{adler32(stamps):08x}"


def _files(folder: str, inside: str) -> list[str]:
    """Return name, size and time of change of every content file below a folder; links to folders are not followed."""
    stamps: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = f"{inside}/{entry.name}"
                if name.endswith(_SUFFIXES):
                    stamps.append(_stamp(entry, name))
                elif entry.is_dir(follow_symlinks=False):
                    stamps += _files(entry.path, name)
    except OSError:
        return stamps
    return stamps


def _own_files(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.lower().endswith(_OF_A_CLINIC):
                    yield _stamp(entry, entry.name)
    except OSError:
        return


def _stamp(entry: os.DirEntry[str], name: str) -> str:
    try:
        state = entry.stat()
    except OSError:
        return name  # a link that leads nowhere
    return f"{name} {state.st_size} {state.st_mtime_ns}"
