"""The commands that answer in the terminal; each returns its exit code."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import TextIO

from guide_app.cli import DONE, NO, UsageError
from guide_app.guide_file import NoGuide, cached_library, clinic_folder, open_guide, own_folder, source_folders
from guide_app.library.reader import Library
from guide_app.paths import Paths
from guide_app.progress import progress_on_terminal
from guide_app.records.bookmark_files import exported, form_of, imported
from guide_app.records.errors import RecordsError
from guide_app.records.store import Records
from guide_app.settings import load


def _for_reading() -> TextIO:
    """Return the standard output; a sign that an old terminal does not know (“, …, §) becomes a question mark there."""
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(errors="replace")
    return sys.stdout


def search(arguments: argparse.Namespace, paths: Paths) -> int:
    """Print the answers to a question."""
    from guide_app.library.commands import run_search

    with _guide(arguments, paths) as library:
        return run_search(library, " ".join(arguments.question), arguments.limit, arguments.json, _for_reading())


def cite(arguments: argparse.Namespace, paths: Paths) -> int:
    """Print citations of authorities."""
    from guide_app.citations.commands import CiteRequest, run_cite
    from guide_app.citations.options import Options

    if not arguments.id and not arguments.all:
        raise UsageError("Name an authority or a citation, or use --all.")
    if arguments.all and (arguments.id or arguments.pin):
        raise UsageError("With --all, name no authority and no pinpoint.")
    options = Options(
        emphasis="underline" if arguments.underline else "italics",
        quotes="curly" if arguments.curly else "straight",
        parallel=arguments.parallel,
    )
    request = CiteRequest(
        wanted=tuple(arguments.id),
        form=arguments.form,
        pin=arguments.pin,
        short=arguments.short,
        everything=arguments.all,
    )
    with _guide(arguments, paths) as library:
        authorities = tuple(library.authority(row.id) for row in library.authorities())
        return run_cite(request, authorities, sys.stdout, sys.stderr, options)


def check(arguments: argparse.Namespace, paths: Paths) -> int:
    """Check a content folder: a guide by itself, a clinic's together with the guide."""
    from guide_app.content.commands import run_check
    from guide_app.content.source import NoFolder

    *beside, _ = _with_the_guide(arguments, paths)
    try:
        return run_check(arguments.folder, _for_reading(), language=arguments.language, beside=beside)
    except NoFolder as error:
        raise UsageError(str(error)) from error


def build(arguments: argparse.Namespace, paths: Paths) -> int:
    """Compile content now, so that the window never has to."""
    from guide_app.content.commands import run_build
    from guide_app.content.compiler import CompileError

    try:
        if arguments.folder:
            folders = _with_the_guide(arguments, paths)
        else:
            folders = source_folders(paths, _clinic_folder(arguments, paths))
    except NoGuide as error:
        raise UsageError(str(error)) from error
    if paths.content_folder is None and folders == (own_folder(paths),) and not arguments.output:
        print("This installation's guide is compiled already. To add a clinic's pages, name their folder.")
        return DONE
    target = arguments.output or cached_library(paths, folders, arguments.language)
    try:
        return run_build(folders, target, sys.stdout, progress_on_terminal(), language=arguments.language)
    except CompileError as error:
        raise UsageError(str(error)) from error


def bookmarks_export(arguments: argparse.Namespace, paths: Paths) -> int:
    """Write the bookmarks to a file, or to the terminal."""
    form = arguments.form or form_of(arguments.file)
    try:
        text = exported(_records(paths), form)
        if arguments.file == "-":
            sys.stdout.write(text)
        else:
            Path(arguments.file).write_text(text, encoding="utf-8")
    except RecordsError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"{arguments.file} could not be written: {error.strerror or error}.") from error
    return DONE


def bookmarks_import(arguments: argparse.Namespace, paths: Paths) -> int:
    """Add the bookmarks of a file, and say what came of it."""
    try:
        text = sys.stdin.read() if arguments.file == "-" else Path(arguments.file).read_text(encoding="utf-8")
        report = imported(_records(paths), text)
    except RecordsError as error:
        raise UsageError(str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{arguments.file} could not be read: {error}.") from error
    for line in report.refused:
        print(line, file=sys.stderr)
    print(f"{report.added} added, {report.already_there} already there, {len(report.refused)} refused.")
    return NO if report.refused else DONE


def _records(paths: Paths) -> Records:
    opened = Records.open(paths.records_file)
    if opened.notice:
        _complain(opened.notice)
    return opened.records


def _with_the_guide(arguments: argparse.Namespace, paths: Paths) -> tuple[Path, ...]:
    """Return the folder that is named, after the guide's own unless it is a guide by itself."""
    from guide_app.content.source import is_guide

    guide, folder = own_folder(paths), arguments.folder
    if guide is None or not guide.is_dir() or is_guide(folder, guide, arguments.language):
        return (folder,)
    return (guide, folder)


def _clinic_folder(arguments: argparse.Namespace, paths: Paths) -> Path | None:
    loaded = load(paths.user_settings_file, paths.machine_settings_file)
    if loaded.refusal:
        raise UsageError(loaded.refusal)
    return clinic_folder(arguments.content, loaded.settings)


def _complain(sentence: str) -> None:
    print(f"guide-app: {sentence}", file=sys.stderr)


def _guide(arguments: argparse.Namespace, paths: Paths) -> Library:
    try:
        return open_guide(paths, _clinic_folder(arguments, paths), language=arguments.language, say=_complain)
    except NoGuide as error:
        raise UsageError(str(error)) from error
