"""Settings: one table that says what can be set, by whom, within which bounds, and what it is without a setting.

Two files feed it. The clinic's is TOML, machine-wide, written by an administrator. The reader's own choices are a small
JSON file that the program writes. A reader's choice goes before the clinic's where both may set a thing. A value that
does not fit is named with its line, and the default is used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from guide_app.atomic_file import write_whole

_FILE_LIMIT = 256_000

Value = bool | int | str


class SettingsNotSaved(Exception):  # noqa: N818  it reads as what happened
    """A reader's choice could not be written; the message says why. It still holds until the program closes."""


class Setter(StrEnum):
    """Who may set a thing: every reader may choose what is not the clinic's alone."""

    CLINIC = "clinic"
    BOTH = "reader and clinic"


class Setting(NamedTuple):
    """One row of the table.

    The type is that of the default. `bounds` are for numbers, both ends included; `choices` are all that a text may be;
    `pattern` is a regular expression for the whole of a free text, and `pattern_words` say it to a person.
    """

    key: str
    default: Value
    who: Setter
    description: str
    bounds: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()
    pattern: str = r"[^\x00-\x1f\x7f]{0,200}"
    pattern_words: str = "a text of up to 200 characters"

    @property
    def allowed(self) -> str:
        """Say in words which values are allowed."""
        if isinstance(self.default, bool):
            return "true or false"
        if self.bounds:
            return f"a whole number from {self.bounds[0]} to {self.bounds[1]}"
        return "one of " + ", ".join(f'"{choice}"' for choice in self.choices) if self.choices else self.pattern_words

    def fits(self, value: object) -> bool:
        """Tell whether a value is of the right type and within the bounds."""
        # type(): True is an int for isinstance, and 1 must not pass for true.
        if type(value) is not type(self.default):
            return False
        if isinstance(value, str):
            return value in self.choices if self.choices else re.fullmatch(self.pattern, value) is not None
        return not self.bounds or self.bounds[0] <= int(value) <= self.bounds[1]


_FILE_PATTERN = r"|(/|~/|[A-Za-z]:[\\/]|\\\\)[^\x00-\x1f\x7f]{0,1000}"
_FILE_WORDS = 'a full path, or "" for none'
# Without "~": the administrator who sets the PIN and the kiosk's account would each look in a home of their own.
_MACHINE_FILE_PATTERN = _FILE_PATTERN.replace("~/|", "")
_MACHINE_FILE_WORDS = 'a full path without "~", or "" for none'

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme",
        "system",
        Setter.BOTH,
        "The colors. `system` follows the computer's light or dark setting.",
        choices=("system", "light", "dark", "contrast"),
    ),
    Setting(
        "text_size",
        100,
        Setter.BOTH,
        "The size of the text in percent of the usual size.",
        bounds=(70, 300),
    ),
    Setting(
        "citation_form",
        "bluebook",
        Setter.BOTH,
        "The form in which a citation is copied unless another is asked for.",
        choices=("bluebook", "short", "text", "markdown", "html", "rtf", "ris", "biblatex", "bibtex", "csl-json"),
    ),
    Setting(
        "citation_emphasis",
        "italics",
        Setter.BOTH,
        "How the name of a case is set off in a citation.",
        choices=("italics", "underline"),
    ),
    Setting(
        "citation_quotes",
        "curly",
        Setter.BOTH,
        "The quotation marks and apostrophes in a citation.",
        choices=("curly", "straight"),
    ),
    Setting(
        "parallel_cites",
        False,
        Setter.BOTH,
        "Whether a citation names the other reporters in which a case is printed.",
    ),
    Setting(
        "my_state",
        "",
        Setter.BOTH,
        "The state that a reader asked to keep, as a postal abbreviation. It is chosen at a start, but never in kiosk "
        "mode, where each visitor chooses.",
        pattern=r"|[A-Z]{2}",
        pattern_words='a postal abbreviation such as "OH", or "" for none',
    ),
    Setting(
        "clinic_name",
        "",
        Setter.CLINIC,
        "The clinic's name, printed at the foot of each page. Without it, the name in the clinic's `clinic.yaml`.",
    ),
    Setting(
        "content_folder",
        "",
        Setter.CLINIC,
        "The folder with the clinic's own articles and services, shown beside the guide's.",
        pattern=_FILE_PATTERN,
        pattern_words=_FILE_WORDS,
    ),
    Setting(
        "kiosk",
        False,
        Setter.CLINIC,
        "Start in kiosk mode: full screen, nothing of a visit is kept, staff leave with a PIN.",
    ),
    Setting(
        "idle_minutes",
        5,
        Setter.CLINIC,
        "In kiosk mode, the minutes without a key, touch or pointer after which the visitor is asked whether they are "
        "still there. There is no way to switch this off.",
        bounds=(1, 120),
    ),
    Setting(
        "idle_warning_seconds",
        60,
        Setter.CLINIC,
        "In kiosk mode, the seconds that the visitor has to answer that question before the session ends.",
        bounds=(20, 300),
    ),
    Setting(
        "on_screen_keyboard",
        "auto",
        Setter.CLINIC,
        "In kiosk mode, when a keyboard appears on the screen. `auto`: when a finger touches a field, and when one is "
        "clicked with a mouse, as long as nobody has pressed a key of a real keyboard. `always`: in every field.",
        choices=("auto", "always", "never"),
    ),
    Setting(
        "printer",
        "",
        Setter.CLINIC,
        'In kiosk mode, the name of the printer to print on. "" switches printing off there.',
    ),
    Setting(
        "pin_file",
        "",
        Setter.CLINIC,
        "Where the salted hash of the staff PIN is kept. Visitors must not be able to write it. "
        '"" is `pin.json` beside this settings file.',
        pattern=_MACHINE_FILE_PATTERN,
        pattern_words=_MACHINE_FILE_WORDS,
    ),
)

TABLE = {setting.key: setting for setting in SETTINGS}
"""The rows of SETTINGS by key."""


class Settings(NamedTuple):
    """The values that hold, one field for each row of SETTINGS."""

    theme: str = "system"
    text_size: int = 100
    citation_form: str = "bluebook"
    citation_emphasis: str = "italics"
    citation_quotes: str = "curly"
    parallel_cites: bool = False
    my_state: str = ""
    clinic_name: str = ""
    content_folder: str = ""
    kiosk: bool = False
    idle_minutes: int = 5
    idle_warning_seconds: int = 60
    on_screen_keyboard: str = "auto"
    printer: str = ""
    pin_file: str = ""


# Named tuples, not dataclasses: these are made on the way to the first paint, and cost a tenth there.
class ClinicSettings(NamedTuple):
    """What the clinic's file gave: values, lines of `file:line: key ...`, and a refusal (see Loaded)."""

    settings: Settings
    problems: tuple[str, ...]
    refusal: str


class Loaded(NamedTuple):
    """What the settings files gave.

    `settings` holds now; `clinic` is the same without the reader's own choices, to which a kiosk's reset returns.
    `problems` are lines of `file:line: key ...`. `refusal` is not empty where the program must not start, since the
    clinic may have asked for kiosk mode in a file or value that cannot be read: exit with the code for a configuration
    error and say it.
    """

    settings: Settings
    clinic: Settings
    problems: tuple[str, ...]
    refusal: str


def load(reader_file: Path, clinic_file: Path) -> Loaded:
    """Read both files; a file that does not exist sets nothing. Nothing is raised."""
    clinic = ClinicSettings(Settings(), (), "")
    if _may_exist(clinic_file):
        from guide_app import clinic_settings

        clinic = clinic_settings.read(clinic_file)
    settings = clinic.settings._replace(**load_choices(reader_file))  # type: ignore[arg-type]  # checked by fits()
    return Loaded(settings, clinic.settings, clinic.problems, clinic.refusal)


def _may_exist(file: Path) -> bool:
    """Tell whether a file is there, also where the answer is kept from us: that must not count as "no kiosk"."""
    try:
        file.lstat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def load_choices(reader_file: Path) -> dict[str, Value]:
    """Return what the reader chose. A damaged file counts as empty, a value that does not fit as not chosen."""
    try:
        raw = reader_file.read_bytes()
        kept = json.loads(raw) if len(raw) <= _FILE_LIMIT else None
    except (OSError, ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        return {}
    return {key: value for key, value in kept.items() if _reader_may(key) and TABLE[key].fits(value)}


def save_choice(reader_file: Path, key: str, value: Value) -> None:
    """Keep one choice of the reader's. Raises SettingsNotSaved, and ValueError for a value that does not fit."""
    _require_choice(key, value)
    _write_choices(reader_file, {**load_choices(reader_file), key: value})


def forget_choice(reader_file: Path, key: str) -> None:
    """Go back to the clinic's value or the default. Raises SettingsNotSaved."""
    choices = load_choices(reader_file)
    if choices.pop(key, None) is not None:
        _write_choices(reader_file, choices)


def _write_choices(reader_file: Path, choices: Mapping[str, Value]) -> None:
    try:
        write_whole(reader_file, json.dumps(choices, indent=1, sort_keys=True) + "\n")
    except OSError as error:
        raise SettingsNotSaved(
            f"Your choice was not saved: the folder {reader_file.parent} allows no changes."
        ) from error


def _reader_may(key: str) -> bool:
    return key in TABLE and TABLE[key].who is not Setter.CLINIC


def _require_choice(key: str, value: Value) -> None:
    if not _reader_may(key) or not TABLE[key].fits(value):
        raise ValueError(f"{key} = {value!r} is no choice of a reader's")
