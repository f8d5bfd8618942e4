"""The window as it was left: size, splitter, place. It may be thrown away, and holds nothing that a reader wrote.

Where a reader left with the quick exit, the next start must not show what they were reading: `forget_place` takes the
place out of the file at once.
"""

from __future__ import annotations

import binascii
import json
from pathlib import Path
from typing import NamedTuple

from guide_app.atomic_file import write_whole

_GEOMETRY_LIMIT = 4_096
_SIZE_LIMIT = 100_000
_PARTS_LIMIT = 8
_WORD_LIMIT = 200
_FILE_LIMIT = 64_000


class StateNotSaved(Exception):  # noqa: N818  it reads as what happened
    """The window state could not be written; the message says why. Nothing precious is lost."""


class WindowState(NamedTuple):
    """What the window restores. The defaults are those of a first start."""

    geometry: bytes = b""
    """What QWidget.saveGeometry gave; empty for none."""
    splitter: tuple[int, ...] = ()
    """The splitter's sizes in pixels."""
    maximised: bool = False
    sidebar_tab: str = ""
    """The id of the panel in the sidebar."""
    last_section: str = ""
    """The full id of the section that was being read; "" opens the start page."""

    def without_place(self) -> WindowState:
        """Return the same window, showing the start page and the first panel: nothing says what was read."""
        return self._replace(last_section="", sidebar_tab="")


def load(file: Path) -> WindowState:
    """Read the window state. What is missing, damaged or out of bounds has its default; nothing is raised."""
    try:
        raw = file.read_bytes()
        kept = json.loads(raw) if len(raw) <= _FILE_LIMIT else None
    except (OSError, ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        kept = {}
    return WindowState(
        geometry=_geometry(kept.get("geometry")),
        splitter=_splitter(kept.get("splitter")),
        maximised=kept.get("maximised") is True,
        sidebar_tab=_word(kept.get("sidebar_tab")),
        last_section=_word(kept.get("last_section")),
    )


def save(file: Path, state: WindowState) -> None:
    """Write the window state, whole or not at all. Raises StateNotSaved."""
    kept = {
        "geometry": binascii.b2a_base64(state.geometry, newline=False).decode(),
        "splitter": state.splitter,
        "maximised": state.maximised,
        "sidebar_tab": state.sidebar_tab,
        "last_section": state.last_section,
    }
    try:
        write_whole(file, json.dumps(kept, indent=1) + "\n")
    except OSError as error:
        raise StateNotSaved(f"The window’s size and place were not saved in the folder {file.parent}.") from error


def forget_place(file: Path) -> None:
    """Take the reader's place out of the saved state, and leave no sign of that. Raises StateNotSaved."""
    save(file, load(file).without_place())


def _geometry(value: object) -> bytes:
    if not isinstance(value, str) or len(value) > _GEOMETRY_LIMIT:
        return b""
    try:
        return binascii.a2b_base64(value, strict_mode=True)
    except ValueError:
        return b""


def _splitter(value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or len(value) > _PARTS_LIMIT:
        return ()
    sizes = tuple(size for size in value if type(size) is int and 0 <= size <= _SIZE_LIMIT)
    # One bad size makes the others meaningless.
    return sizes if len(sizes) == len(value) and any(sizes) else ()


def _word(value: object) -> str:
    """Return an id; anything else as ""."""
    return value if isinstance(value, str) and len(value) <= _WORD_LIMIT and value.isprintable() else ""
