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

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool", "xclip", "xprop")
PATIENCE_S = 30.0


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
    pytest.fail(f"waited {PATIENCE_S:.0f} s for: {what}")


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
        """Start the guide and wait for its window."""
        program = self.launch(*arguments, data=data)
        until(lambda: program.poll() is not None or self.window(program), "the window")
        assert program.poll() is None, program.communicate()
        self.focus(program)
        return program

    def launch(self, *arguments: str, data: Path | None = None) -> subprocess.Popen[str]:
        """Start the guide without waiting; it is compiled already, or keys would go to the window that says so."""
        folder = data or self.data / "guide"
        shutil.copytree(self._compiled / "cache", folder / "cache", dirs_exist_ok=True)
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

    def focus(self, program: subprocess.Popen[str]) -> None:
        """Give a program's window the keyboard."""
        window = self.window(program)
        self.run("xdotool", "windowactivate", "--sync", window)
        until(lambda: self.run("xdotool", "getactivewindow").strip() == window, "the window to be active")

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.run("xdotool", "key", "--clearmodifiers", key)

    def type(self, text: str) -> None:
        """Type a text."""
        self.run("xdotool", "type", "--delay", "12", text)

    def clipboard(self, target: str = "UTF8_STRING") -> str:
        """Read the clipboard from outside in one of its forms."""
        return self.run("xclip", "-selection", "clipboard", "-o", "-t", target)

    def run(self, *command: str) -> str:
        """Run a program on this screen and return what it printed."""
        options = {"env": self.environ, "capture_output": True, "text": True, "timeout": PATIENCE_S, "check": False}
        return str(subprocess.run(command, **options).stdout)  # noqa: PLW1510  check is among the options

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
def desk(display: str, tmp_path: Path, compiled: Path) -> Iterator[Desk]:
    """Yield a screen with a data folder of its own."""
    desk = Desk(display, tmp_path, compiled)
    yield desk
    desk.close()
