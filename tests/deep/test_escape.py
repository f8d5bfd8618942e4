"""Every way out that a visitor can try with a keyboard and a mouse, on two screens: the kiosk is still all there is.

The window manager has no key of its own (openbox's would win over the program's), so that whatever happens is the
program's doing.
"""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide_app.kiosk.pin import set_pin
from tests.journeys.conftest import Desk, compile_into, until

pytestmark = [pytest.mark.deep]

WIDTH, HEIGHT = 1600, 900
HALF = WIDTH // 2
MODIFIERS = ("ctrl", "alt", "shift", "super")
HELD = tuple(combination for length in (1, 2, 3) for combination in itertools.combinations(MODIFIERS, length))
NO_KEYS = '<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>'
# A wrong PIN is counted on the disk, on purpose: that is the staff's door, not a visitor's trace.
MAY_BE_WRITTEN = frozenset({"kiosk/pin-tries.json"})
NEUTRAL = (WIDTH - 4, HEIGHT - 4)


@pytest.fixture(scope="module")
def manager_settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file with the window manager's settings: no key, no button."""
    settings = tmp_path_factory.mktemp("openbox") / "rc.xml"
    settings.write_text(NO_KEYS)
    return settings


@pytest.fixture(scope="module")
def screen(manager_settings: Path) -> Iterator[str]:
    """Yield the name of an X screen with two monitors and a window manager without keys."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    name = f":{os.read(read, 16).decode().strip()}"
    environ = {**os.environ, "DISPLAY": name}
    command = ["openbox", "--config-file", str(manager_settings)]
    manager = subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL)
    for monitor, x, output in (("left", 0, "screen"), ("right", HALF, "none")):
        geometry = f"{HALF}/200x{HEIGHT}/225+{x}+0"
        subprocess.run(["xrandr", "--setmonitor", monitor, geometry, output], env=environ, check=True)

    def managed() -> bool:
        command = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        return "window id" in subprocess.run(command, env=environ, capture_output=True, text=True, check=False).stdout

    until(managed, "the window manager")
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait()
    os.close(read)


class Siege:
    """A kiosk on a screen, what a visitor does to it, and what can be seen of it from outside."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        set_pin(desk.data / "guide" / "kiosk" / "pin.json", "271828")
        assert desk.launch("build").wait(timeout=60) == 0
        scratch = desk.data / "tmp"
        scratch.mkdir()
        desk.environ |= {"TMPDIR": str(scratch)}
        others = self.windows()
        self.program = desk.start("--kiosk")
        until(lambda: len(self.windows() - others) == 2, "the window and the cover of the other monitor")
        self.calm()
        self.windows_before = self.windows()
        self.files_before = self.files()

    def calm(self) -> None:
        """Take the pointer away from everything that shows a tip."""
        self.do(f"mousemove {NEUTRAL[0]} {NEUTRAL[1]}")

    def do(self, *lines: str) -> None:
        """Send keys and pointer events as fast as the screen takes them."""
        done = subprocess.run(
            ["xdotool", "-"], input="\n".join(lines) + "\n", env=self.desk.environ, text=True, timeout=300, check=False
        )
        assert done.returncode == 0

    def windows(self) -> frozenset[tuple[str, str]]:
        """Return (name, geometry) of every window that can be seen on the screen."""
        tree = self.desk.run("xwininfo", "-root", "-tree")
        seen = set()
        for identity in re.findall(r"^ {5}(0x[0-9a-f]+)", tree, re.MULTILINE):
            told = self.desk.run("xwininfo", "-id", identity)
            if "IsViewable" in told:
                size = re.search(r"-geometry (\S+)", told)
                seen.add((identity, size[1] if size else ""))
        return frozenset(seen)

    def files(self) -> dict[str, tuple[int, int]]:
        """Return size and time of every file that the program could have written."""
        found = {}
        for root in (self.desk.data / "guide", self.desk.data / "home", self.desk.data / "tmp"):
            for path in root.rglob("*"):
                name = path.relative_to(root).as_posix()
                if path.is_file() and name not in MAY_BE_WRITTEN:
                    state = path.stat()
                    found[f"{root.name}/{name}"] = (state.st_size, state.st_mtime_ns)
        return found

    def assert_held(self) -> None:
        """Fail unless the kiosk is all that can be seen, full screen and on top, and nothing was written or started."""
        assert self.program.poll() is None
        self.calm()
        until(lambda: self.windows() == self.windows_before, "no other window than before")

        def in_front() -> bool:
            state = self.desk.run("xprop", "-id", self.desk.window(self.program), "_NET_WM_STATE")
            return "_NET_WM_STATE_FULLSCREEN" in state and "_NET_WM_STATE_ABOVE" in state

        until(in_front, "the window to be full screen")
        tasks = Path(f"/proc/{self.program.pid}/task")
        assert "".join(path.read_text() for path in tasks.glob("*/children")) == ""
        assert self.files() == self.files_before

    def answers(self) -> None:
        """Fail unless the event loop still runs: a reset empties the clipboard."""
        self.desk.run("sh", "-c", "printf left-over | xclip -selection clipboard -i >/dev/null 2>&1")
        self.desk.key("shift", "shift", "shift")
        until(lambda: self.desk.clipboard() == "", "the reset")


@pytest.fixture(scope="module")
def besieged(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Siege]:
    desk = Desk(screen, tmp_path_factory.mktemp("desk"), compile_into(tmp_path_factory.mktemp("compiled")))
    try:
        siege = Siege(desk)
        yield siege
        siege.program.terminate()
        assert siege.program.wait(timeout=30) == 0
        out, err = siege.program.communicate()
        assert out + err == ""  # no error ended a session on the way
    finally:
        desk.close()


@pytest.fixture
def siege(besieged: Siege) -> Iterator[Siege]:
    """Yield the kiosk on its start page; all tests are one long visit to the same program."""
    yield besieged
    besieged.answers()
    besieged.assert_held()


def keys_of_the_keyboard(desk: Desk) -> list[str]:
    """Return the codes of every key that the keyboard has, but for those that are held down as modifiers."""
    codes = []
    for line in desk.run("xmodmap", "-pke").splitlines():
        found = re.match(r"keycode\s+(\d+) = (\S+)", line)
        if found and not re.match(r"(Shift|Control|Alt|Meta|Super|Hyper|ISO_Level|Mode_switch|Caps|Num)", found[2]):
            codes.append(found[1])
    assert len(codes) > 100
    return codes


@pytest.mark.parametrize("held", HELD, ids="+".join)
def test_every_key_with_one_to_three_modifiers(siege: Siege, held: tuple[str, ...]) -> None:
    codes = keys_of_the_keyboard(siege.desk)
    down = [f"keydown {modifier}" for modifier in held]
    up = [f"keyup {modifier}" for modifier in reversed(held)]
    siege.do(*down, *(f"key --delay 1 {code}" for code in codes), *up)
    siege.assert_held()


def test_every_key_alone_and_each_modifier_alone(siege: Siege) -> None:
    siege.do(*(f"key --delay 1 {code}" for code in keys_of_the_keyboard(siege.desk)))
    siege.do(*(f"key {modifier}" for modifier in (*MODIFIERS, "Menu", "Super_L", "alt+space", "alt+Tab")))
    siege.assert_held()


def places(step: int) -> list[tuple[int, int]]:
    """Return places all over both monitors."""
    return [(x, y) for x in range(step // 2, WIDTH, step) for y in range(step // 2, HEIGHT, step)]


@pytest.mark.parametrize("held", [(), *((modifier,) for modifier in MODIFIERS), ("ctrl", "shift")], ids=str)
@pytest.mark.parametrize("button", [2, 3, 8, 9])
def test_other_buttons_everywhere(siege: Siege, button: int, held: tuple[str, ...]) -> None:
    down = [f"keydown {modifier}" for modifier in held]
    up = [f"keyup {modifier}" for modifier in reversed(held)]
    siege.do(*down, *(f"mousemove {x} {y} click {button}" for x, y in places(100)), *up)
    siege.assert_held()


def test_a_touch_on_everything(siege: Siege) -> None:
    """Wherever it leads within the guide: each place is touched on whatever the place before has opened."""
    for x, y in places(50):
        siege.do(f"mousemove {x} {y} click 1")
        if y < 50:
            siege.answers()
    siege.assert_held()


def test_clicks_twice_and_three_times(siege: Siege) -> None:
    for count in (2, 3):
        siege.do(*(f"mousemove {x} {y} click --repeat {count} --delay 20 1" for x, y in places(100)))
    siege.assert_held()


def test_selected_text_is_dragged_across_and_to_the_other_monitor(siege: Siege) -> None:
    drop = [(100, 30), (HALF + 300, 400), (HALF - 2, HEIGHT // 2), (60, 300)]
    for y in range(300, 700, 60):
        for x, target in zip(range(420, 740, 80), itertools.cycle(drop)):
            siege.do(
                f"mousemove {x} {y} click --repeat 3 --delay 20 1",
                f"mousemove {x} {y} mousedown 1",
                *(f"mousemove {x + (target[0] - x) * n // 8} {y + (target[1] - y) * n // 8}" for n in range(1, 9)),
                "mouseup 1",
            )
    siege.assert_held()


def test_long_presses(siege: Siege) -> None:
    for x, y in places(200):
        siege.do(f"mousemove {x} {y} mousedown 1")
        time.sleep(0.9)  # longer than any system's press and hold
        siege.do("mouseup 1")
    siege.assert_held()


@pytest.mark.parametrize("held", [(), *HELD], ids=str)
def test_the_wheel_with_modifiers(siege: Siege, held: tuple[str, ...]) -> None:
    down = [f"keydown {modifier}" for modifier in held]
    up = [f"keyup {modifier}" for modifier in reversed(held)]
    turns = [f"click --repeat 3 --delay 5 {turn}" for turn in (4, 5, 6, 7)]
    siege.do(*down, *(line for x, y in places(200) for line in (f"mousemove {x} {y}", *turns)), *up)
    siege.assert_held()


@pytest.mark.parametrize("asked", ["Close", "Iconify", "ToggleFullscreen", "Lower", "UnmaximizeFull", "ToggleShade"])
def test_what_a_window_manager_may_ask(siege: Siege, manager_settings: Path, asked: str) -> None:
    """A window manager that has keys of its own after all: the window stays, or comes back."""
    environ = {**os.environ, "DISPLAY": siege.desk.environ["DISPLAY"]}  # openbox keeps a log in its own home folder

    def give(keys: str) -> None:
        manager_settings.write_text(NO_KEYS.replace("<keyboard/>", keys))
        subprocess.run(["openbox", "--reconfigure"], env=environ, check=True)
        time.sleep(1)  # it tells nobody when it has read them

    give(f'<keyboard><keybind key="W-F12"><action name="{asked}"/></keybind></keyboard>')
    siege.do("key super+F12")
    siege.assert_held()
    give("<keyboard/>")
