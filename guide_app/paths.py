"""Every folder and file of the program, computed once and handed on.

Three kinds of things live in three places: content (read-only and replaceable), state (may be thrown away) and the
reader's records (never lost). `paths_for` only computes: it makes, opens and changes nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import appdirs  # type: ignore[import-untyped]  # it ships no types

APP_NAME = "police-liability-guide"

_MACHINE_SETTINGS = "settings.toml"
_PACKAGE = Path(__file__).resolve().parent
# What a checkout has and site-packages has not, whatever else lies there under the name "resources".
_MARK_OF_A_CHECKOUT = Path("articles", "en", "topics.yaml")


class PathsError(Exception):
    """The program cannot tell where to keep its files; the message says what to do."""


class Paths(NamedTuple):
    """Where everything is. A path says where a thing belongs, not that it is there already."""

    records_file: Path
    """The reader's bookmarks and answers (SQLite). Its copies and set-aside files lie beside it."""
    state_file: Path
    """Window size, last section: JSON that may be thrown away."""
    lock_file: Path
    """Held while a window is open with this data folder."""
    user_settings_file: Path
    """The reader's own choices (JSON)."""
    machine_settings_file: Path
    """The clinic's settings (TOML) in the site's config folder. The program reads it, an administrator writes it."""
    cache_folder: Path
    """Compiled libraries: everything in it can be made again."""
    totals_file: Path
    """A kiosk's anonymous totals."""
    pin_file: Path
    """The salted hash of the staff PIN."""
    pin_tries_file: Path
    """When the next try of the PIN is allowed; survives a restart."""
    content_folder: Path | None
    """`resources/` of a checkout, else None."""
    shipped_folder: Path | None
    """`guide_app/_shipped` of an installed wheel, else None."""
    icons_folder: Path
    """The SVG icons."""

    def shipped_library_for(self, language: str) -> Path | None:
        """Return where an installed wheel keeps the library of a language; the file need not exist."""
        return self.shipped_folder and self.shipped_folder / f"library-{language}.sqlite3"


def paths_for(data_dir: Path | None, environ: Mapping[str, str], package: Path = _PACKAGE) -> Paths:
    """Compute every path. `data_dir` moves everything that the program writes under one folder.

    `environ` is the process's environment. Raises PathsError when no data folder is named and there is no home folder.
    """
    site = _site_folder()
    checkout = package.parent / "resources"
    in_checkout = (checkout / _MARK_OF_A_CHECKOUT).is_file()
    shipped = package / "_shipped"
    if data_dir is not None:
        # Absolute, so that a later change of the working folder moves nothing.
        root = Path(os.path.abspath(data_dir))  # noqa: PTH100  Path.resolve would follow links on the disk
        records, state, settings, cache, kiosk = (
            root / name for name in ("records", "state", "state", "cache", "kiosk")
        )
        pin_file = kiosk / "pin.json"
    else:
        data = _folder(appdirs.user_data_dir, environ, ".local/share")
        records = data / "records"
        kiosk = data / "kiosk"
        state = _folder(appdirs.user_state_dir, environ, ".local/state")
        settings = _folder(appdirs.user_config_dir, environ, ".config")
        cache = _folder(appdirs.user_cache_dir, environ, ".cache")
        # Beside the machine-wide settings: visitors must not be able to replace the PIN.
        pin_file = site / "pin.json"
    return Paths(
        records_file=records / "records.sqlite3",
        state_file=state / "window.json",
        lock_file=state / "guide.lock",
        user_settings_file=settings / "settings.json",
        machine_settings_file=site / _MACHINE_SETTINGS,
        cache_folder=cache,
        totals_file=kiosk / "totals.json",
        pin_file=pin_file,
        pin_tries_file=kiosk / "pin-tries.json",
        content_folder=checkout if in_checkout else None,
        shipped_folder=None if in_checkout else shipped,
        icons_folder=(checkout if in_checkout else shipped) / "icons",
    )


def _folder(of_appdirs: Callable[..., str], environ: Mapping[str, str], fallback: str) -> Path:
    """Ask appdirs for a folder, and hold its answer against the XDG specification.

    appdirs takes an XDG variable as it is. The specification asks to ignore a relative path and to read an empty one as
    not set (XDG Base Directory Specification 0.8, "Environment variables"); otherwise the reader's records would land
    in whatever folder the program was started from. `fallback` is the specification's default below the home folder.
    """
    # appauthor False: without it Windows gets the name of the program twice in the path.
    folder = Path(of_appdirs(APP_NAME, appauthor=False))
    if folder.is_absolute():
        return folder
    home = Path(environ.get("HOME", ""))
    if not home.is_absolute():
        raise PathsError("There is no home folder to keep bookmarks in. Start the guide with --data-dir and a folder.")
    return home / fallback / APP_NAME


def _site_folder() -> Path:
    """Return the machine-wide config folder: the first that holds our settings, else the last, most general one.

    XDG_CONFIG_DIRS is a search path whose first entry often belongs to one kind of desktop session only
    (/etc/xdg/xdg-ubuntu:/etc/xdg). appdirs alone would take that first entry, and a settings file written from a
    console would not be found from the desktop.
    """
    answer = appdirs.site_config_dir(APP_NAME, appauthor=False, multipath=True)
    # Windows and macOS have one folder, which may hold the separator of XDG lists (C:\\ProgramData).
    names = answer.split(os.pathsep) if sys.platform == "linux" else [answer]
    # An empty entry would become a folder of our name at the root of the disk.
    folders = [Path(name) for name in names if Path(name).is_absolute() and Path(name).parent != Path("/")]
    folders = folders or [Path("/etc/xdg", APP_NAME)]
    return next((folder for folder in folders if (folder / _MACHINE_SETTINGS).is_file()), folders[-1])
