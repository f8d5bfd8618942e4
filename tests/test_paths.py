"""Every path, computed from the environment alone."""

import os
import subprocess
import sys
from pathlib import Path

import appdirs
import pytest

from guide_app import paths
from guide_app.paths import APP_NAME, PathsError, paths_for

XDG = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_DIRS", "XDG_DATA_DIRS")
WRITTEN = (
    "records_file", "state_file", "lock_file", "user_settings_file", "cache_folder",
    "totals_file", "pin_file", "pin_tries_file",
)  # fmt: skip


@pytest.fixture
def environ(monkeypatch, tmp_path):
    """A process environment with a home folder and no XDG variables; appdirs reads it from the process."""
    for name in XDG:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return os.environ


def test_places_of_the_xdg_specification(environ, tmp_path):
    found = paths_for(None, environ)
    home = tmp_path / "home"
    assert found.records_file == home / ".local/share" / APP_NAME / "records" / "records.sqlite3"
    assert found.state_file == home / ".local/state" / APP_NAME / "window.json"
    assert found.lock_file.parent == found.state_file.parent
    assert found.user_settings_file == home / ".config" / APP_NAME / "settings.json"
    assert found.cache_folder == home / ".cache" / APP_NAME
    assert found.machine_settings_file == Path("/etc/xdg") / APP_NAME / "settings.toml"
    assert found.pin_file == Path("/etc/xdg") / APP_NAME / "pin.json"
    assert found.totals_file.parent == found.pin_tries_file.parent == home / ".local/share" / APP_NAME / "kiosk"


def test_xdg_variables_move_them(environ, monkeypatch, tmp_path):
    for name in XDG:
        monkeypatch.setenv(name, str(tmp_path / name))
    found = paths_for(None, environ)
    assert found.records_file.is_relative_to(tmp_path / "XDG_DATA_HOME" / APP_NAME)
    assert found.state_file.is_relative_to(tmp_path / "XDG_STATE_HOME" / APP_NAME)
    assert found.user_settings_file.is_relative_to(tmp_path / "XDG_CONFIG_HOME" / APP_NAME)
    assert found.cache_folder == tmp_path / "XDG_CACHE_HOME" / APP_NAME
    assert found.machine_settings_file == tmp_path / "XDG_CONFIG_DIRS" / APP_NAME / "settings.toml"


@pytest.mark.parametrize("value", ["", "relative/folder", "."])
def test_a_relative_or_empty_xdg_variable_is_ignored(environ, monkeypatch, tmp_path, value):
    for name in XDG:
        monkeypatch.setenv(name, value)
    found = paths_for(None, environ)
    assert found.records_file.parent == tmp_path / "home/.local/share" / APP_NAME / "records"
    assert found.state_file.parent == tmp_path / "home/.local/state" / APP_NAME
    assert found.user_settings_file.parent == tmp_path / "home/.config" / APP_NAME
    assert found.cache_folder == tmp_path / "home/.cache" / APP_NAME
    assert found.machine_settings_file == Path("/etc/xdg") / APP_NAME / "settings.toml"


def test_without_a_home_folder_the_reader_is_told_what_to_do(environ, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.delenv("HOME")
    with pytest.raises(PathsError, match="--data-dir"):
        paths_for(None, environ)


def test_the_machine_wide_file_is_sought_in_all_config_folders(environ, monkeypatch, tmp_path):
    first, second, third = (tmp_path / name for name in ("session", "vendor", "general"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", os.pathsep.join(map(str, (first, second, third))))
    assert paths_for(None, environ).machine_settings_file == third / APP_NAME / "settings.toml"
    (second / APP_NAME).mkdir(parents=True)
    (second / APP_NAME / "settings.toml").touch()
    found = paths_for(None, environ)
    assert found.machine_settings_file == second / APP_NAME / "settings.toml"
    assert found.pin_file == second / APP_NAME / "pin.json"


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_there_is_one_machine_wide_folder_though_it_holds_a_colon(environ, monkeypatch, platform):
    monkeypatch.setattr(appdirs, "site_config_dir", lambda *_, **__: "/C:/ProgramData/app")
    monkeypatch.setattr(paths.sys, "platform", platform)
    assert paths_for(None, environ).machine_settings_file == Path("/C:/ProgramData/app/settings.toml")


def test_a_data_dir_takes_everything_the_program_writes(environ, tmp_path):
    found = paths_for(tmp_path / "data", environ)
    for name in WRITTEN:
        assert getattr(found, name).is_relative_to(tmp_path / "data"), name
    assert found.records_file.parent == tmp_path / "data" / "records"
    assert found.state_file.parent == tmp_path / "data" / "state"
    assert found.cache_folder == tmp_path / "data" / "cache"
    assert found.machine_settings_file == Path("/etc/xdg") / APP_NAME / "settings.toml"


def test_no_two_things_share_a_file(environ, tmp_path):
    for data_dir in (None, tmp_path):
        found = paths_for(data_dir, environ)
        files = [value for value in found if isinstance(value, Path)]
        assert len(set(files)) == len(files)


def test_a_relative_data_dir_does_not_move_with_the_working_folder(environ, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    found = paths_for(Path("my data/../x"), environ)
    assert found.records_file == tmp_path / "x" / "records" / "records.sqlite3"


def test_a_data_dir_needs_no_home_folder(environ, monkeypatch, tmp_path):
    monkeypatch.delenv("HOME")
    assert paths_for(tmp_path, environ).records_file.is_relative_to(tmp_path)


def test_a_checkout_shows_its_sources(environ, tmp_path):
    mark = tmp_path / "resources" / "articles" / "en" / "topics.yaml"
    mark.parent.mkdir(parents=True)
    mark.touch()
    found = paths_for(tmp_path, environ, package=tmp_path / "guide_app")
    assert found.content_folder == tmp_path / "resources"
    assert found.icons_folder == tmp_path / "resources" / "icons"
    assert found.shipped_folder is None
    assert found.shipped_library_for("en") is None


def test_an_installed_wheel_has_its_library_inside(environ, tmp_path):
    # Some other package's "resources" in site-packages is none of ours.
    (tmp_path / "resources").mkdir()
    package = tmp_path / "guide_app"
    found = paths_for(tmp_path, environ, package=package)
    assert found.content_folder is None
    assert found.shipped_library_for("en") == package / "_shipped" / "library-en.sqlite3"
    assert found.shipped_library_for("es") == package / "_shipped" / "library-es.sqlite3"
    assert found.icons_folder == package / "_shipped" / "icons"


def test_this_very_checkout_is_recognised(environ):
    found = paths_for(None, environ)
    assert found.content_folder == Path(__file__).resolve().parents[1] / "resources"


def test_computing_makes_nothing(environ, tmp_path):
    paths_for(None, environ)
    paths_for(tmp_path / "data", environ)
    assert not list(tmp_path.iterdir())


def test_importing_reads_no_file_of_ours_and_writes_none():
    script = (
        "import sys, builtins, os, pathlib\n"
        "import appdirs, dataclasses, json, sqlite3, threading, contextlib, html.parser, hashlib\n"
        "def no(*a, **k): raise AssertionError(a)\n"
        "import guide_app\n"
        "builtins.open = os.mkdir = pathlib.Path.open = pathlib.Path.read_text = pathlib.Path.read_bytes = no\n"
        "import guide_app.paths, guide_app.settings, guide_app.state, guide_app.records.store, guide_app.atomic_file\n"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
