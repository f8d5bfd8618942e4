"""Finds the compiled guide to open; compiles it first where a source has changed (a checkout, a clinic's folder)."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from pathlib import Path

from guide_app.library.fingerprint import fingerprint
from guide_app.library.reader import Library, LibraryError
from guide_app.paths import Paths
from guide_app.progress import Progress, progress_on_terminal
from guide_app.settings import Settings


class NoGuide(Exception):  # noqa: N818  it reads as what happened
    """There is no guide to open; the message says why, in one sentence."""


def open_guide(
    paths: Paths,
    content: Path | None = None,
    *,
    language: str = "en",
    compile_allowed: bool = True,
    progress: Callable[[], Progress] = progress_on_terminal,
    say: Callable[[str], object] | None = None,
) -> Library:
    """Open the compiled guide, together with a clinic's content folder if one is named.

    An installed guide without such a folder opens the library it was shipped with. Else the library lies in the cache
    and is compiled when it is missing or older than its sources; with `compile_allowed` False (a kiosk) the old one is
    opened as it is. So it is where the sources cannot be compiled (a folder that is gone or broken, a full disk): `say`
    is then told why. `progress` is called once it is known that there is something to compile. Raises NoGuide.
    """
    shipped = paths.shipped_library_for(language)
    if content is None and paths.content_folder is None:
        if shipped is None or not shipped.is_file():
            raise NoGuide("This installation has no guide in it. Install it again.")
        try:
            return _open(shipped)
        except NoGuide as error:
            raise NoGuide(f"{error} Install the guide again.") from error
    folders = _folders(paths, content)
    file = cached_library(paths, folders, language)
    library = _open_if_there(file)
    if library is not None and (not compile_allowed or library.fingerprint == fingerprint(folders)):
        return library
    if not compile_allowed:
        raise NoGuide(
            "The guide has not been compiled by this version of the program. As this account, run: guide-app build"
        )
    if library is not None:
        library.close()  # Windows replaces no file that is open
    shown = progress()
    try:
        file, note = _compiled(source_folders(paths, content), file, language, shown)
    except NoGuide as error:
        if library is None:
            raise
        note = f"{error} The guide opens as it was before."
    finally:
        shown.close()
    if note and say is not None:
        say(note)
    return _open(file)


def clinic_folder(named: Path | None, settings: Settings) -> Path | None:
    """Return the clinic's content folder: the one named on the command line, else the one of its settings."""
    return named or (Path(settings.content_folder).expanduser() if settings.content_folder else None)


def own_folder(paths: Paths) -> Path | None:
    """Return the content folder of the guide itself: a checkout's, or the one that was shipped."""
    return paths.content_folder or (paths.shipped_folder and paths.shipped_folder / "content")


def content_is_newer(library: Library, paths: Paths, content: Path | None) -> bool:
    """Say whether the articles have changed since an open library was compiled from them."""
    if content is None and paths.content_folder is None:
        return False
    return library.fingerprint != fingerprint(_folders(paths, content))


def source_folders(paths: Paths, content: Path | None) -> tuple[Path, ...]:
    """Return the content folders to compile, the guide's own first. Raises NoGuide when one is not there."""
    folders = _folders(paths, content)
    for folder in folders:
        if not folder.is_dir():
            raise NoGuide(f"There is no content folder at {folder}.")
    return folders


def cached_library(paths: Paths, folders: tuple[Path, ...], language: str) -> Path:
    """Return the file in the cache that belongs to a set of content folders, however their paths are written."""
    # Staff build "../clinic", and the settings name it by its whole path: both mean one library.
    name = zlib.crc32("\n".join(os.path.realpath(folder) for folder in folders).encode(errors="surrogateescape"))
    return paths.cache_folder / f"library-{language}-{name:08x}.sqlite3"


def _compiled(folders: tuple[Path, ...], file: Path, language: str, shown: Progress) -> tuple[Path, str]:
    """Compile content folders into a file of the cache, or where it cannot be written into a folder of this run.

    Return the file, and a sentence if there is something to say of it. Raises NoGuide when nothing in them is usable,
    or there is no place for a library.
    """
    from guide_app.content.compiler import CompileError, NotWritten, compile_folder  # not needed when it is up to date

    try:
        report = compile_folder(folders, file, language=language, progress=shown)
        note = ""
    except NotWritten as error:
        try:
            file = _folder_of_this_run() / file.name
            report = compile_folder(folders, file, language=language, progress=shown)
        except (OSError, NotWritten):
            raise NoGuide(str(error)) from error
        note = f"{error} The guide has to be prepared anew at every start."
    except CompileError as error:
        raise NoGuide(str(error)) from error
    if report.left_out:
        note = f"A page with a mistake in it is left out. To find it, run: guide-app check {folders[-1]}"
    return file, note


def _folder_of_this_run() -> Path:
    """Make a folder that is there until the program ends. Raises OSError."""
    import atexit
    import shutil
    import tempfile

    folder = tempfile.mkdtemp(prefix="police-liability-guide-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _folders(paths: Paths, content: Path | None) -> tuple[Path, ...]:
    return tuple(folder for folder in (own_folder(paths), content) if folder is not None)


def _open(file: Path) -> Library:
    try:
        return Library.open(file)
    except LibraryError as error:
        raise NoGuide(str(error)) from error


def _open_if_there(file: Path) -> Library | None:
    try:
        return Library.open(file)
    except LibraryError:
        return None
