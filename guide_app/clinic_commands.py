"""The commands for those who run the guide at a clinic: settings, the kiosk's PIN, its totals."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable

from guide_app import clinic_settings
from guide_app.cli import DONE, NO, UsageError
from guide_app.kiosk.commands import Refused, run_export, run_merge, run_set_pin
from guide_app.kiosk.pin import PinError, PinFileError, PinLock, pin_file_for
from guide_app.kiosk.totals import TotalsError
from guide_app.paths import Paths
from guide_app.settings import Settings, SettingsNotSaved, load

_LINE_LIMIT = 1_000


def set_pin(_arguments: argparse.Namespace, paths: Paths) -> int:
    """Set the PIN with which staff leave kiosk mode."""
    clinic = load(paths.user_settings_file, paths.machine_settings_file)
    if clinic.refusal:
        raise UsageError(clinic.refusal)
    at_terminal = sys.stdin.isatty()
    ask = getpass.getpass if at_terminal else _one_line
    try:
        return run_set_pin(pin_file_for(clinic.clinic, paths.pin_file), ask, sys.stdout, twice=at_terminal)
    except (Refused, PinError) as error:
        raise UsageError(str(error)) from error
    except EOFError as error:
        raise UsageError("No PIN was given, and nothing was changed.") from error


def answers_export(arguments: argparse.Namespace, paths: Paths) -> int:
    """Write the totals as a report for everyone, or as a totals file that can be merged."""
    if arguments.source is not None and not arguments.source.exists():
        raise UsageError(f"There is no totals file {arguments.source}.")
    source = arguments.source or paths.totals_file
    return _with_totals(lambda: run_export(source, arguments.file, arguments.form, sys.stdout, sys.stderr))


def answers_merge(arguments: argparse.Namespace, _paths: Paths) -> int:
    """Add up the totals files of several computers."""
    return _with_totals(lambda: run_merge(arguments.file, arguments.sources, arguments.form, sys.stdout))


def settings_check(arguments: argparse.Namespace, paths: Paths) -> int:
    """Print every finding about the clinic's settings file."""
    file = arguments.file or paths.machine_settings_file
    if not file.exists():
        raise UsageError(f"There is no settings file {file}: guide-app settings init writes one.")
    default_pin_file = paths.pin_file if arguments.file is None else file.with_name(paths.pin_file.name)

    def pin_problem(settings: Settings) -> str:
        try:
            PinLock(pin_file_for(settings, default_pin_file), paths.pin_tries_file).require_set()
        except PinFileError as error:
            return str(error)
        return ""

    findings = clinic_settings.check(file, pin_problem)
    for finding in findings:
        print(finding)
    print(f"{file}: {len(findings) or 'no'} finding{'' if len(findings) == 1 else 's'}")
    return NO if findings else DONE


def settings_show(_arguments: argparse.Namespace, paths: Paths) -> int:
    """Print the settings that hold, and where each comes from."""
    sys.stdout.write(clinic_settings.show(paths.user_settings_file, paths.machine_settings_file))
    if not load(paths.user_settings_file, paths.machine_settings_file).problems:
        return DONE
    print("guide-app: Some lines are not used: guide-app settings check names them.", file=sys.stderr)
    return NO


def settings_init(_arguments: argparse.Namespace, paths: Paths) -> int:
    """Write the clinic's settings file with every line as a comment."""
    try:
        clinic_settings.init(paths.machine_settings_file)
    except SettingsNotSaved as error:
        raise UsageError(str(error)) from error
    print(f"{paths.machine_settings_file} is written. Take away a # there to set a thing.")
    return DONE


def _with_totals(run: Callable[[], int]) -> int:
    try:
        return run()
    except (TotalsError, Refused) as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        name = error.filename or "The file"
        raise UsageError(f"{name} cannot be read or written: {error.strerror or error}.") from error


def _one_line(_prompt: str) -> str:
    """Return the first line that is piped in. Raises EOFError where there is none, and UsageError for no text."""
    try:
        line = sys.stdin.readline(_LINE_LIMIT)
    except UnicodeDecodeError as error:
        raise UsageError("The PIN is not UTF-8 text, and nothing was changed.") from error
    if not line.strip():
        raise EOFError
    return line.rstrip("\r\n")


COMMANDS: dict[str, Callable[[argparse.Namespace, Paths], int]] = {
    "kiosk set-pin": set_pin,
    "answers export": answers_export,
    "answers merge": answers_merge,
    "settings check": settings_check,
    "settings show": settings_show,
    "settings init": settings_init,
}
"""Every command by its name, for the command line, which imports this module only for one of them."""
