"""The page for clinic staff, followed to the letter: its settings, its article and its commands give a kiosk."""

import os
import re
import subprocess
import sys
import tomllib
from textwrap import dedent

import pytest

from guide_app.app import WindowOptions
from guide_app.guide_file import clinic_folder, open_guide
from guide_app.kiosk.pin import PinLock
from guide_app.paths import paths_for
from guide_app.settings import load
from tests.reference_pages import DOCS
from tests.test_cli import ROOT

PAGE = (DOCS / "clinic.md").read_text("utf-8")
PIN = "402917"


def block(first_line):
    """Return the indented block of the page that begins with a line."""
    start = PAGE.index(f"    {first_line}")
    lines = PAGE[start:].splitlines()
    end = next(number for number, line in enumerate(lines) if line and not line.startswith("    "))
    return dedent("\n".join(lines[:end])).strip() + "\n"


@pytest.fixture
def computer(tmp_path, monkeypatch):
    """A computer on which nothing of the guide is set, with the folders of the page below one of its own."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "home").mkdir()

    def run(command, typed=None):
        done = subprocess.run(
            [sys.executable, "-m", "guide_app", *command.split()],
            cwd=ROOT, input=typed, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run.folder = tmp_path
    return run


def test_the_page_s_steps_lead_to_a_kiosk_that_opens_on_the_clinic_s_own_article(computer):
    content = computer.folder / "clinic-guide"
    computer("settings init")
    settings = computer.folder / "etc" / "police-liability-guide" / "settings.toml"
    wanted = block("clinic_name =").replace("/srv/clinic-guide", str(content))
    settings.write_text(settings.read_text("utf-8") + wanted, "utf-8")
    computer("kiosk set-pin", PIN)
    article = content / "articles" / "en" / "harbor-clinic.md"
    assert article.relative_to(content).as_posix() in PAGE
    article.parent.mkdir(parents=True)
    article.write_text(block("---"), "utf-8")
    entries = block("name: Harbor Legal Aid").replace("logo: logo.png\n", "")
    (content / "clinic.yaml").write_text(entries, "utf-8")
    assert "no findings" in computer("settings check")
    assert "finding" not in computer(f"check {content}")
    computer("build")

    paths = paths_for(None, os.environ)
    loaded = load(paths.user_settings_file, paths.machine_settings_file)
    assert (loaded.settings.kiosk, loaded.problems, loaded.refusal) == (True, (), "")
    assert PinLock(paths.pin_file, paths.pin_tries_file).try_pin(PIN).accepted
    folder = clinic_folder(WindowOptions().content, loaded.clinic)
    with open_guide(paths, folder, compile_allowed=False) as library:
        first = library.articles(library.topics()[0].id)[0]
        assert first.id == "harbor-clinic"


def test_the_page_s_settings_are_settings():
    assert set(tomllib.loads(block("clinic_name ="))) == {"clinic_name", "content_folder", "kiosk", "idle_minutes"}


@pytest.mark.parametrize("command", sorted(set(re.findall(r"guide-app ([a-z][a-z-]*(?: [a-z][a-z-]*)?)", PAGE))))
def test_every_command_on_the_page_is_one(command):
    words = command.split()
    words = words[: 2 if words[0] in ("kiosk", "answers", "settings", "bookmarks") else 1]
    done = subprocess.run(
        [sys.executable, "-m", "guide_app", *words, "--help"], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, command
