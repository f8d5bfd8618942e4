"""The front door: arguments to one command. Exit 0 done, 1 the answer is no, 2 wrong use or environment."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from guide_app import GUIDE_TITLE, __version__
from guide_app.paths import Paths, PathsError, paths_for

DONE, NO, WRONG = 0, 1, 2


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class UsageError(Exception):
    """Wrong use or environment; the message is one plain sentence."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = _arguments(argv)
    try:
        paths = paths_for(arguments.data_dir, os.environ)
        run: Callable[[argparse.Namespace, Paths], int] = arguments.run
        return run(arguments, paths)
    except (UsageError, PathsError) as error:
        print(f"guide-app: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return WRONG


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = _parser()
    arguments, rest = parser.parse_known_args(argv)
    # WORKAROUND: argparse takes the ids of `cite` from one place only (CPython issue 14191); more may follow an option.
    if rest and not (hasattr(arguments, "id") and all(not text.startswith("-") for text in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        arguments.id += rest
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guide-app",
        description=f"{GUIDE_TITLE}: I called the police and they did not come. Can I sue? "
        "Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"{GUIDE_TITLE} {__version__}")
    _add_common(parser, data_dir=None, content=None, language="en")
    # A command takes the same options after its name; left out there, what stood before it holds.
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_common(common)
    parser.add_argument("--open", metavar="SECTION", default="", help="open this section or article")
    parser.add_argument("--kiosk", action="store_true", help="full screen, nothing kept, staff leave with a PIN")
    parser.add_argument("--private", action="store_true", help="keep nothing from this session")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_reading_commands(commands, common)
    _add_content_commands(commands, common)
    _add_bookmark_commands(commands, common)
    _add_clinic_commands(commands, common)
    return parser


def _add_common(parser: argparse.ArgumentParser, **defaults: str | None) -> None:
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything the program writes there")
    parser.add_argument("--content", type=Path, metavar="DIR", help="a clinic's content folder, beside the guide's")
    parser.add_argument("--language", metavar="CODE", help="language of the guide (en)")
    parser.set_defaults(**defaults)


def _add_reading_commands(commands: _Commands, common: argparse.ArgumentParser) -> None:
    search = commands.add_parser("search", parents=[common], help="the answers to a question, best first")
    search.add_argument("question", nargs="+", help="the question, in your own words")
    search.add_argument("--json", action="store_true", help="as JSON, for programs")
    search.add_argument("--limit", type=_positive, default=10, metavar="N", help="at most N answers (10)")
    search.set_defaults(run=_search)
    cite = commands.add_parser("cite", parents=[common], help="the citation of a case or law")
    cite.add_argument("id", nargs="*", metavar="ID", help='ids of authorities, or citations such as "489 U.S. 189"')
    cite.add_argument(
        "--as",
        dest="form",
        default="bluebook",
        metavar="FORM",
        help="bluebook, text, markdown, html, rtf, ris, biblatex, bibtex, csl-json",
    )
    cite.add_argument("--pin", default="", metavar="PAGE", help="a page, paragraph or section, or a range of them")
    cite.add_argument("--short", action="store_true", help="the short form (a case needs a pinpoint for it)")
    cite.add_argument("--parallel", action="store_true", help="name the other reporters of a case too")
    cite.add_argument("--underline", action="store_true", help="underline names and titles instead of italics")
    cite.add_argument("--curly", action="store_true", help="curly quotation marks and apostrophes")
    cite.add_argument("--all", action="store_true", help="every authority of the guide")
    cite.set_defaults(run=_cite)
    snapshot = commands.add_parser("snapshot", parents=[common], help="draw the window to a picture, without a screen")
    snapshot.add_argument("file", type=Path, metavar="FILE.png")
    snapshot.add_argument("--open", metavar="SECTION", default="", help="open this section or article")
    snapshot.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    snapshot.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH", help="size in pixels (1280x800)")
    snapshot.add_argument("--zoom", type=_zoom, default=100, metavar="PERCENT", help="text size, 70 to 300 (100)")
    snapshot.set_defaults(run=_snapshot)


def _add_content_commands(commands: _Commands, common: argparse.ArgumentParser) -> None:
    check = commands.add_parser("check", parents=[common], help="check a content folder")
    check.add_argument("folder", type=Path)
    check.set_defaults(run=_check)
    build = commands.add_parser("build", parents=[common], help="compile a content folder now (staff run it)")
    build.add_argument(
        "folder", type=Path, nargs="?", help="a content folder; without it, the guide's own and --content"
    )
    build.add_argument(
        "--output", type=Path, metavar="FILE", help="write the library there, not where the window looks for it"
    )
    build.set_defaults(run=_build)


def _add_bookmark_commands(commands: _Commands, common: argparse.ArgumentParser) -> None:
    bookmarks = commands.add_parser("bookmarks", help="save bookmarks to a file, or read them from one")
    verbs = bookmarks.add_subparsers(title="what to do", metavar="export|import", required=True)
    export = verbs.add_parser("export", parents=[common], help="write the bookmarks to a file, or - for the terminal")
    export.add_argument("file", metavar="FILE")
    export.add_argument(
        "--as", dest="form", choices=("json", "markdown", "html"), default="", help="by the file's name, else json"
    )
    export.set_defaults(run=_bookmarks_export)
    read = verbs.add_parser("import", parents=[common], help="add the bookmarks of a file (JSON, or a browser's HTML)")
    read.add_argument("file", metavar="FILE")
    read.set_defaults(run=_bookmarks_import)


def _add_clinic_commands(commands: _Commands, common: argparse.ArgumentParser) -> None:
    kiosk = commands.add_parser("kiosk", help="set the PIN with which staff leave kiosk mode")
    verbs = kiosk.add_subparsers(title="what to do", metavar="set-pin", required=True)
    _add_clinic_command(verbs, common, "kiosk set-pin", "set the PIN: asked for twice, or read from a pipe")
    answers = commands.add_parser("answers", help="a kiosk's anonymous totals as files")
    verbs = answers.add_subparsers(title="what to do", metavar="export|merge", required=True)
    export = _add_clinic_command(verbs, common, "answers export", "write what was read and found helpful, by month")
    export.add_argument("file", metavar="FILE", help="the file to write, or - for the terminal")
    export.add_argument("--from", dest="source", type=Path, metavar="TOTALS", help="a totals file (this account's own)")
    merge = _add_clinic_command(verbs, common, "answers merge", "add up the totals files of several computers")
    merge.add_argument("file", metavar="OUT", help="the file to write, or - for the terminal")
    merge.add_argument("sources", type=Path, nargs="+", metavar="IN", help="totals files, one of each computer")
    for parser, otherwise in ((export, "csv"), (merge, "totals")):
        parser.add_argument(
            "--as",
            dest="form",
            choices=("csv", "json", "totals"),
            default="",
            help=f"csv and json hide counts under 5, totals are exact (by the file's name, else {otherwise})",
        )
    settings = commands.add_parser("settings", help="the clinic's settings: check, show, or write a first file")
    verbs = settings.add_subparsers(title="what to do", metavar="check|show|init", required=True)
    check = _add_clinic_command(verbs, common, "settings check", "name every mistake in the clinic's file")
    check.add_argument("file", type=Path, nargs="?", metavar="FILE", help="the file (this computer's)")
    _add_clinic_command(verbs, common, "settings show", "print each value that holds, and where it comes from")
    _add_clinic_command(verbs, common, "settings init", "write the clinic's file with every line as a comment")


def _add_clinic_command(
    verbs: _Commands, common: argparse.ArgumentParser, name: str, words: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name.rpartition(" ")[2], parents=[common], help=words, description=words)
    parser.set_defaults(run=_clinic, name=name)
    return parser


def _window(arguments: argparse.Namespace, paths: Paths) -> int:
    gc.disable()  # a start makes thousands of objects that stay; the program collects again once it stands
    from guide_app.app import ConfigurationError, StartError, WindowOptions, open_window

    options = WindowOptions(
        target=arguments.open,
        content=arguments.content,
        language=arguments.language,
        private=arguments.private,
        kiosk=arguments.kiosk,
    )
    try:
        return open_window(options, paths)
    except ConfigurationError as error:
        from guide_app.kiosk.exit_codes import ExitCode

        print(f"guide-app: {error}", file=sys.stderr)
        return ExitCode.CONFIGURATION_ERROR
    except StartError as error:
        raise UsageError(str(error)) from error


def _search(arguments: argparse.Namespace, paths: Paths) -> int:
    from guide_app import commands

    return commands.search(arguments, paths)


def _cite(arguments: argparse.Namespace, paths: Paths) -> int:
    from guide_app import commands

    return commands.cite(arguments, paths)


def _snapshot(arguments: argparse.Namespace, paths: Paths) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from guide_app.app import StartError
    from guide_app.snapshot import draw

    try:
        return draw(arguments, paths)
    except StartError as error:
        raise UsageError(str(error)) from error


def _check(arguments: argparse.Namespace, paths: Paths) -> int:
    from guide_app import commands

    return commands.check(arguments, paths)


def _build(arguments: argparse.Namespace, paths: Paths) -> int:
    from guide_app import commands

    return commands.build(arguments, paths)


def _bookmarks_export(arguments: argparse.Namespace, paths: Paths) -> int:
    from guide_app import commands

    return commands.bookmarks_export(arguments, paths)


def _bookmarks_import(arguments: argparse.Namespace, paths: Paths) -> int:
    from guide_app import commands

    return commands.bookmarks_import(arguments, paths)


def _clinic(arguments: argparse.Namespace, paths: Paths) -> int:
    from guide_app.clinic_commands import COMMANDS

    return COMMANDS[arguments.name](arguments, paths)


def _positive(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 1000")
    return int(text)


def _zoom(text: str) -> int:
    if not text.isdigit() or not 70 <= int(text) <= 300:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 70 to 300")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000):
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT in pixels, from 320x240 to 8000x8000")
    return int(width), int(height)
