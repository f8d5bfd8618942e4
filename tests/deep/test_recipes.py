"""The recipes, started: cage without a screen of its own, and openbox with every key of its own taken away."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import ROOT, until

pytestmark = pytest.mark.deep

SCRIPT = ROOT / "docs" / "recipes" / "guide-kiosk"
HEADLESS = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
OPENBOX_KEYS = (
    "alt+F4", "alt+space", "alt+Escape", "alt+Tab", "super+e", "super+d", "super+F2", "ctrl+alt+Right",
    "shift+alt+Right",
)  # fmt: skip


class Recipe:
    """The script, running, with the guide of this checkout under its name."""

    def __init__(self, folder: Path, data: Path, *arguments: str, before: tuple[str, ...] = (), **environ: str) -> None:
        programs = folder / "bin"
        programs.mkdir()
        (programs / "guide-app").write_text(
            f'#!/bin/sh\necho $$ > {folder}/pid\nexec {sys.executable} -m guide_app --data-dir {data} "$@"\n'
        )
        (programs / "guide-app").chmod(0o755)
        (folder / "run").mkdir(mode=0o700)
        self._pid_file = folder / "pid"
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._line.bind(str(folder / "notify"))
        self._line.settimeout(60)
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND", "DISPLAY"))}
        self.program = subprocess.Popen(
            [*before, str(SCRIPT), *arguments],
            cwd=ROOT,
            env={
                **clean, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(folder),
                "XDG_RUNTIME_DIR": str(folder / "run"), "RUNTIME_DIRECTORY": str(folder / "run"),
                "NOTIFY_SOCKET": str(folder / "notify"), "WATCHDOG_USEC": "2000000", "WATCHDOG_PID": "1", **environ,
            },
            text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def hear(self) -> str:
        """Return what the guide tells systemd next."""
        return self._line.recv(1000).decode()

    def end_guide(self) -> None:
        """End the guide as an administrator does."""
        os.kill(int(self._pid_file.read_text()), signal.SIGTERM)

    def close(self) -> None:
        if self.program.poll() is None:
            self.program.terminate()
        self.program.communicate(timeout=30)
        self._line.close()


def not_as_root() -> tuple[str, ...]:
    """Return the words before a command that give it another account, but the rights to read what this one reads.

    cage refuses to run as root.
    """
    return ("unshare", "--user", "--map-user=1000", "--map-group=1000") if os.geteuid() == 0 else ()


@pytest.fixture
def start(tmp_path):
    started = []

    def start_(*arguments, **options):
        started.append(Recipe(tmp_path, *arguments, **options))
        return started[-1]

    yield start_
    for recipe in started:
        recipe.close()


needs_cage = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in ("cage", "Xwayland", "unshare")),
    reason="cage or Xwayland is missing (Debian: apt install cage xwayland libwayland-cursor0 libwayland-egl1)",
)


@needs_cage
def test_the_kiosk_runs_under_cage_answers_the_watchdog_and_asks_to_be_started_again(start, kiosk_data):
    recipe = start(kiosk_data, "cage", before=not_as_root(), **HEADLESS)
    assert recipe.hear() == "READY=1"
    assert recipe.hear() == "WATCHDOG=1"
    recipe.end_guide()
    until(lambda: recipe.program.poll() is not None, "cage to end with the guide")
    assert recipe.program.returncode == 0


@needs_cage
def test_without_a_pin_the_kiosk_stays_ended_under_cage_too(start, tmp_path):
    recipe = start(tmp_path / "empty", "cage", before=not_as_root(), **HEADLESS)
    until(lambda: recipe.program.poll() is not None, "the end")
    assert recipe.program.returncode == 78
    assert "No PIN is set" in recipe.program.communicate()[1]


@pytest.fixture
def bare_display():
    """Yield the name of an X screen with nothing on it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1024x768x24", "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    yield f":{os.read(read, 16).decode().strip()}"
    server.terminate()
    server.wait()
    os.close(read)


@pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in ("Xvfb", "openbox", "xdotool", "xset")),
    reason="Xvfb, openbox, xdotool or xset is missing (make test installs them)",
)
def test_openbox_keeps_the_kiosk_on_the_screen_and_has_no_key_of_its_own(start, kiosk_data, bare_display):
    recipe = start(kiosk_data, "x-session", DISPLAY=bare_display)
    assert recipe.hear() == "READY=1"
    environ = {**os.environ, "DISPLAY": bare_display}

    def xdotool(*words):
        done = subprocess.run(["xdotool", *words], env=environ, capture_output=True, text=True, check=False, timeout=30)
        return done.stdout

    def windows():
        return xdotool("search", "--onlyvisible", "--name", "").split()

    until(lambda: xdotool("search", "--onlyvisible", "--name", "Police"), "the window")
    window = xdotool("search", "--onlyvisible", "--name", "Police").split()[0]
    geometry = xdotool("getwindowgeometry", "--shell", window)
    assert "WIDTH=1024\nHEIGHT=768" in geometry
    before = windows()
    for key in OPENBOX_KEYS:
        xdotool("key", "--clearmodifiers", key)
    xdotool("mousemove", "500", "400", "click", "3", "click", "2")
    assert recipe.hear() == "WATCHDOG=1"  # it has had the time to take them all
    assert windows() == before
    assert xdotool("getwindowgeometry", "--shell", window) == geometry
    assert xdotool("getwindowfocus").strip() == window
    recipe.end_guide()
    until(lambda: recipe.program.poll() is not None, "the end")
    assert recipe.program.returncode == 0
