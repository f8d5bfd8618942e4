"""The clinic's settings file: reading it, checking it, and what is made from the table for the staff who write it.

The file is TOML (https://toml.io) with the keys of `settings.SETTINGS`. It is imported only where there is such a file.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from dataclasses import fields, replace
from pathlib import Path

from guide_app.atomic_file import write_whole
from guide_app.settings import SETTINGS, TABLE, ClinicSettings, Loaded, Settings, SettingsNotSaved, Value


def read(file: Path) -> ClinicSettings:
    """Read the clinic's file. Nothing is raised: what cannot be read is a problem, and a refusal to start."""
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
    settings = replace(Settings(), **values)  # type: ignore[arg-type]  # checked by _problem()
    return ClinicSettings(settings, tuple(problems), refusal)


def _unreadable(problem: str) -> ClinicSettings:
    return ClinicSettings(Settings(), (problem,), f"The machine-wide settings cannot be read. {problem}")


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
        "This page is made from the table in `guide_app/settings.py`.",
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
        lines += [f"# {setting.description}", f"# Allowed: {setting.allowed}."]
        lines += [f"#{setting.key} = {_toml(setting.default)}", ""]
    return "\n".join(lines)


def check(clinic_file: Path) -> list[str]:
    """Return every finding about the clinic's file: its problems, and folders or files it names that are not there."""
    found = read(clinic_file)
    findings = list(found.problems)
    text = clinic_file.read_text("utf-8-sig") if clinic_file.exists() and not found.refusal else ""
    folder = found.settings.content_folder
    if folder and not Path(folder).expanduser().is_dir():
        line = _line_of("content_folder", text)
        findings.append(f"{clinic_file}:{line}: content_folder names {folder}, where there is no folder")
    pin_file = Path(found.settings.pin_file or clinic_file.with_name("pin.json")).expanduser()
    if found.settings.kiosk and not pin_file.is_file():
        line = _line_of("kiosk", text)
        findings.append(f"{clinic_file}:{line}: kiosk is on, but there is no PIN: run guide-app kiosk set-pin")
    return findings


def show(loaded: Loaded) -> str:
    """Return the settings that hold, as TOML, each with a remark where it comes from."""
    lines = []
    for field in fields(Settings):
        value, clinic = getattr(loaded.settings, field.name), getattr(loaded.clinic, field.name)
        source = (
            "the reader" if value != clinic else "the default" if clinic == TABLE[field.name].default else "the clinic"
        )
        lines.append(f"{field.name} = {_toml(value)}  # {source}")
    return "\n".join(lines) + "\n"


def init(clinic_file: Path) -> None:
    """Write a settings file in which every line is a comment. Raises SettingsNotSaved where that cannot be done."""
    if clinic_file.exists():
        raise SettingsNotSaved(f"{clinic_file} exists already and was left as it is.")
    try:
        # Every account of the computer reads it; only its owner, an administrator, writes it.
        clinic_file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(clinic_file, template_toml())
        clinic_file.chmod(0o644)
    except OSError as error:
        why = f"({error.strerror}): run this as an administrator."
        raise SettingsNotSaved(f"{clinic_file} cannot be written {why}") from error
