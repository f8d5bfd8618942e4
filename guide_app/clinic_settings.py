"""The clinic's settings file: reading it, checking it, and what is made from the table for the staff who write it.

The file is TOML (https://toml.io) with the keys of `settings.SETTINGS`. It is imported only where there is such a file.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import stat
import textwrap
import tomllib
from collections.abc import Callable
from pathlib import Path

from guide_app.atomic_file import write_for_all
from guide_app.settings import (
    SETTINGS,
    TABLE,
    ClinicSettings,
    Settings,
    SettingsNotSaved,
    Value,
    load,
    load_choices,
)


def read(file: Path) -> ClinicSettings:
    """Read the clinic's file. Nothing is raised: what cannot be read is a problem, and a refusal to start."""
    values, problems, refusal = _values(file)
    settings = Settings()._replace(**values)  # type: ignore[arg-type]  # checked by _problem()
    return ClinicSettings(settings, tuple(problems), refusal)


def _values(file: Path) -> tuple[dict[str, object], list[str], str]:
    """Return the values that the file sets, its problems, and the refusal to start ("" for none)."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        return _unreadable(f"{file}: it cannot be opened ({error.strerror})")
    try:
        # Notepad puts a byte order mark in front.
        text = raw.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return _unreadable(f"{file}:{line}: it is not UTF-8 text; save it as UTF-8")
    except tomllib.TOMLDecodeError as error:
        return _unreadable(f"{file}:{_line_in(str(error))}: it is not TOML: {error}")
    except RecursionError:
        return _unreadable(f"{file}:1: it is not TOML: brackets within brackets without end")
    problems: list[str] = []
    refusal = ""
    values: dict[str, object] = {}
    for key, value in table.items():
        problem = _problem(key, value)
        if not problem:
            values[key] = value
            continue
        problems.append(f"{file}:{_line_of(key, text)}: {problem}")
        if _means_kiosk(key):
            refusal = f"Kiosk mode may be meant, but cannot be read. {problems[-1]}"
    return values, problems, refusal


def _unreadable(problem: str) -> tuple[dict[str, object], list[str], str]:
    return {}, [problem], f"The machine-wide settings cannot be read. {problem}"


def _problem(key: str, value: object) -> str:
    """Say what is wrong with one line of the clinic's file, or return ""."""
    setting = TABLE.get(key)
    if setting is None:
        near = _nearest(key)
        return f"{key} is not a setting" + (f"; did you mean {near}?" if near else "")
    if not setting.fits(value):
        return f"{key} must be {setting.allowed}; the default, {_toml(setting.default)}, is used"
    return ""


def _nearest(key: str) -> str:
    return next(iter(difflib.get_close_matches(key.lower(), TABLE, n=1, cutoff=0.6)), "")


def _means_kiosk(key: str) -> bool:
    """Tell whether a bad line may have asked for kiosk mode: then an open start would be the worst answer."""
    return "kiosk" in (key.lower(), _nearest(key))


def _line_in(message: str) -> int:
    """Return the line that a TOML error names ("... (at line 3, column 5)"), else 1."""
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else 1


def _line_of(key: str, text: str) -> int:
    """Return the line of a top-level key or table, else 1."""
    found = re.search(rf"""^[ \t]*\[?["']?{re.escape(key)}["']?[ \t]*[]=.]""", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _toml(value: Value) -> str:
    """Write a value as TOML; JSON's texts, numbers, true and false are TOML's."""
    return json.dumps(value, ensure_ascii=False)


def reference_markdown() -> str:
    """Return the settings as the reference page for clinic staff."""
    lines = [
        "# Settings",
        "",
        "This page is made from the table in `guide_app/settings.py` (`make reference`).",
        "",
        "The clinic's settings stand in one file for every account of the computer, written by an administrator:",
        "",
        "| system | file |",
        "|---|---|",
        "| Linux | `/etc/xdg/police-liability-guide/settings.toml` |",
        "| Windows | `C:\\ProgramData\\police-liability-guide\\settings.toml` |",
        "| macOS | `/Library/Application Support/police-liability-guide/settings.toml` |",
        "",
        "`guide-app settings init` writes that file with every line as a comment, `guide-app settings check` names",
        "each mistake with its line, and `guide-app settings show` says which values hold and where each comes from. A",
        "value that is not allowed is left out, and the default holds; a file that cannot be read at all keeps the",
        "guide from starting, since it may have asked for kiosk mode. Readers choose what is marked “reader and",
        "clinic” in the window; in kiosk mode such a choice lasts until the session ends. [For clinic",
        "staff](clinic.md) has the steps.",
        "",
        "| setting | allowed | without a setting | who sets it | what it does |",
        "|---|---|---|---|---|",
    ]
    for setting in SETTINGS:
        cells = (setting.allowed, f"`{_toml(setting.default)}`", str(setting.who), setting.description)
        lines.append(f"| `{setting.key}` | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def template_toml() -> str:
    """Return a settings file for a clinic in which every line is a comment that shows the default."""
    lines = [
        "# Settings of the Police Liability Guide for every account of this computer.",
        "# Take away a # to set a thing. Write a Windows path in single quotes: 'C:\\Clinic\\articles'.",
        "",
    ]
    for setting in SETTINGS:
        lines += textwrap.wrap(setting.description, 100, initial_indent="# ", subsequent_indent="# ")
        lines += [f"# Allowed: {setting.allowed}.", f"#{setting.key} = {_toml(setting.default)}", ""]
    return "\n".join(lines)


def check(clinic_file: Path, pin_problem: Callable[[Settings], str]) -> list[str]:
    """Return every finding about the clinic's file: its problems, rights, and what it names that is not there.

    `pin_problem` says what is wrong with the PIN that these settings lead to, or returns "".
    """
    found = read(clinic_file)
    findings = list(found.problems)
    if found.refusal or not clinic_file.is_file():
        return findings
    text = clinic_file.read_text("utf-8-sig")

    def add(key: str, problem: str) -> None:
        findings.append(f"{clinic_file}:{_line_of(key, text)}: {problem}")

    folder = Path(found.settings.content_folder).expanduser() if found.settings.content_folder else None
    if folder and not folder.is_dir():
        add("content_folder", f"content_folder names {found.settings.content_folder}, where there is no folder")
    if found.settings.kiosk and (problem := pin_problem(found.settings)):
        add("kiosk", f"kiosk is on, but staff could not leave it: {problem}")
    for key, path in (("", clinic_file.parent), ("", clinic_file), ("content_folder", folder)):
        if path and _others_may_write(path):
            add(key, f"visitors may be able to change {path}: as an administrator, run chmod go-w {path}")
    return findings


def _others_may_write(path: Path) -> bool:
    """Tell whether accounts other than the owner may write; Windows keeps that elsewhere, and nothing is said there."""
    if os.name == "nt" or not path.exists():
        return False
    return bool(path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def show(reader_file: Path, clinic_file: Path) -> str:
    """Return the settings that hold, as TOML, each with a remark where it comes from."""
    settings = load(reader_file, clinic_file).settings
    by_reader = load_choices(reader_file)
    by_clinic = _values(clinic_file)[0]
    lines = [f"# The clinic's settings: {clinic_file}{'' if clinic_file.exists() else ' (not there)'}"]
    lines.append(f"# The reader's choices: {reader_file}{'' if reader_file.exists() else ' (not there)'}")
    for setting in SETTINGS:
        source = "the default"
        if setting.key in by_reader:
            source = "the reader"
        elif setting.key in by_clinic:
            source = "the clinic"
        lines.append(f"{setting.key} = {_toml(getattr(settings, setting.key))}  # {source}")
    return "\n".join(lines) + "\n"


def init(clinic_file: Path) -> None:
    """Write a settings file in which every line is a comment. Raises SettingsNotSaved where that cannot be done."""
    if clinic_file.exists():
        raise SettingsNotSaved(f"{clinic_file} exists already and was left as it is.")
    try:
        write_for_all(clinic_file, template_toml())
    except OSError as error:
        why = f"({error.strerror}): run this as an administrator."
        raise SettingsNotSaved(f"{clinic_file} cannot be written {why}") from error
