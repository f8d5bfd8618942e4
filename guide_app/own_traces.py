"""What the guide itself has left on the disk in personal use, and removing it.

The clinic's files (its settings, the totals, the PIN) are not a reader's and stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from guide_app.paths import Paths


def remove_own_traces(paths: Paths) -> tuple[Path, ...]:
    """Remove the records, the window's state, the reader's choices and the cache; return the files that are left.

    The records must be closed. What the disk itself or a system's backups remember is out of reach.
    """
    left = []
    folders = set()
    for file in _files(paths):
        try:
            file.unlink()
        except FileNotFoundError:
            continue
        except OSError:
            left.append(file)
        folders.add(file.parent)
    for folder in folders:
        with suppress(OSError):  # something else lies in it
            folder.rmdir()
    return tuple(left)


def _files(paths: Paths) -> Iterator[Path]:
    yield from (paths.state_file, paths.user_settings_file)
    for folder, pattern in (
        (paths.records_file.parent, f"{paths.records_file.stem}*"),
        (paths.cache_folder, "library-*.sqlite3*"),
    ):
        if folder.is_dir():
            yield from (file for file in sorted(folder.glob(pattern)) if file.is_file())
