"""A screen, a window manager, and the real program on it, driven from outside with real keys."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.journeys.screen_reader import Reader

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool", "xclip", "xprop")
PATIENCE_S = 120
"""How long to wait for what must come. A busy machine may be slow; a program that takes so long is broken."""
ANSWER_S = 20
"""How long a program such as xclip may take to answer: one that has asked a program at its end would wait for ever."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    for item in items:
        if "journeys" in str(item.path):
            item.add_marker(pytest.mark.journey)
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"make test installs: {', '.join(missing)}"))


def until(condition: Callable[[], object], what: str) -> object:
    """Wait until a condition holds and return its value; fail with `what` when it never does."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)  # the program is another process: there is no signal to wait for
    pytest.fail(f"waited {PATIENCE_S} s for: {what}")


def compile_into(folder: Path) -> Path:
    """Compile the guide into a data folder and return it."""
    subprocess.run([sys.executable, "-m", "guide_app", "--data-dir", str(folder), "build"], cwd=ROOT, check=True)
    return folder


class Desk:
    """An X screen with a window manager and a clipboard, and the programs started on it."""

    def __init__(self, display: str, data: Path, compiled: Path) -> None:
        self.data = data
        self._compiled = compiled
        self.environ = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))}
        self.environ |= {"DISPLAY": display, "HOME": str(data / "home"), "PYTHONFAULTHANDLER": "1"}
        # Qt warns when xclip asks for a selection in the moment in which the program empties it; that is no error.
        self.environ["QT_LOGGING_RULES"] = "qt.qpa.clipboard.warning=false"
        (data / "home").mkdir(exist_ok=True)
        self.programs: list[subprocess.Popen[str]] = []

    def start(self, *arguments: str, data: Path | None = None) -> subprocess.Popen[str]:
        """Start the guide and wait until its window hears every key."""
        program = self.launch(*arguments, data=data)
        until(lambda: program.poll() is not None or self.window(program), "the window")
        assert program.poll() is None, program.communicate()
        self.activate(self.window(program))
        until(lambda: self.is_whole(program), "all of the window")
        return program

    def is_whole(self, program: subprocess.Popen[str]) -> bool:
        """Say whether all of a window is there; what a key does is made only after the first paint.

        A kiosk is whole before it is in sight. In personal use the icon comes last, once the rest is there; it has
        several sizes, and the one by which the window manager stands in for it until then has one.
        """
        kept = self.run("xprop", "-id", self.window(program), "_NET_WM_STATE", "_NET_WM_ICON")
        return "FULLSCREEN" in kept or kept.count("Icon (") > 1

    def launch(self, *arguments: str, data: Path | None = None) -> subprocess.Popen[str]:
        """Start the guide without waiting; it is compiled already, or keys would go to the window that says so."""
        folder = data or self.data / "guide"
        if not (folder / "cache").exists():  # never over a library that a program is reading
            shutil.copytree(self._compiled / "cache", folder / "cache")
        command = [sys.executable, "-m", "guide_app", "--data-dir", str(folder), *arguments]
        program = subprocess.Popen(
            command, cwd=ROOT, env=self.environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.programs.append(program)
        return program

    def window(self, program: subprocess.Popen[str]) -> str:
        """Return the id of a program's window, or ""."""
        done = self.run("xdotool", "search", "--all", "--onlyvisible", "--pid", str(program.pid), "--name", "^Police")
        return done.splitlines()[0] if done else ""

    def activate(self, window: str) -> None:
        """Give a window the keyboard."""

        def has_the_keyboard() -> bool:
            self.run("xdotool", "windowactivate", window)
            return self.run("xdotool", "getwindowfocus").strip() == window

        until(has_the_keyboard, "the window to have the keyboard")

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.run("xdotool", "key", "--clearmodifiers", key)

    def shift_three_times(self) -> None:
        """Press Shift alone three times, by one program: they must not be too far apart."""
        self.run("xdotool", "key", "shift", "shift", "shift")

    def type(self, text: str) -> None:
        """Type a text."""
        self.run("xdotool", "type", "--delay", "12", text)

    def clipboard(self, target: str = "UTF8_STRING") -> str:
        """Read the clipboard from outside in one of its forms."""
        return self.run("xclip", "-selection", "clipboard", "-o", "-t", target)

    def run(self, *command: str) -> str:
        """Run a program on this screen and return what it printed, "" when it does not answer."""
        try:
            done = subprocess.run(
                command, env=self.environ, capture_output=True, text=True, timeout=ANSWER_S, check=False
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout

    def close(self) -> None:
        """End whatever is still running."""
        for program in self.programs:
            if program.poll() is None:
                program.send_signal(signal.SIGKILL)
            program.communicate()


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Yield the name of an X screen with openbox on it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    name = f":{os.read(read, 16).decode().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL)

    def managed() -> bool:
        command = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        done = subprocess.run(command, env={**os.environ, "DISPLAY": name}, capture_output=True, text=True, check=False)
        return "window id" in done.stdout

    until(managed, "the window manager")
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait()
    os.close(read)  # not before: Xvfb writes a line end after its number, and would die of a closed pipe


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder in which the guide has been compiled."""
    return compile_into(tmp_path_factory.mktemp("compiled"))


@pytest.fixture
def reader(desk: Desk, tmp_path: Path) -> Iterator[Reader]:
    """Yield a screen reader, for the programs that are started on the desk from then on."""
    from tests.journeys.screen_reader import MISSING, WANTED, accessibility_bus

    if MISSING:
        pytest.skip(WANTED)
    with accessibility_bus(desk, tmp_path / "run") as reader:
        yield reader


@pytest.fixture
def desk(display: str, tmp_path: Path, compiled: Path) -> Iterator[Desk]:
    """Yield a screen with a data folder of its own."""
    desk = Desk(display, tmp_path, compiled)
    yield desk
    desk.close()
