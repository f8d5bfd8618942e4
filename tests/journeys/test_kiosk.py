"""A kiosk on a real screen: a visit, the end of the session, staff, and what is left on the disk and the clipboard."""

from __future__ import annotations

import datetime
import json
import socket
import subprocess
from pathlib import Path

import pytest

from guide_app.kiosk.pin import set_pin
from tests.journeys.conftest import PATIENCE_S, Desk, until
from tests.journeys.screen_reader import Reader

PIN = "271828"
WORD = "wombatquark"


def files(desk: Desk) -> dict[str, int]:
    root = desk.data / "guide"
    return {
        path.relative_to(root).as_posix(): path.stat().st_mtime_ns
        for path in root.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


@pytest.fixture
def kiosk_desk(desk: Desk) -> Desk:
    """A screen on a computer where staff have built the guide and set a PIN."""
    set_pin(desk.data / "guide" / "kiosk" / "pin.json", PIN)
    program = desk.launch("build")
    assert program.wait(timeout=PATIENCE_S) == 0
    return desk


def primary(desk: Desk) -> str:
    return desk.run("xclip", "-selection", "primary", "-o", "-t", "UTF8_STRING")


def is_full_screen(desk: Desk, program: subprocess.Popen[str]) -> bool:
    state = desk.run("xprop", "-id", desk.window(program), "_NET_WM_STATE")
    return "FULLSCREEN" in state and "ABOVE" in state


def leave_with_the_pin(desk: Desk) -> None:
    # From the search past the left side's button, the state, the emergency numbers and the display to "Staff".
    desk.key("ctrl+f", *["Tab"] * 5, "space")
    desk.type(PIN)
    desk.key("Return")


def test_a_visit_leaves_nothing_and_staff_leave_with_the_pin(kiosk_desk: Desk, reader: Reader) -> None:
    desk = kiosk_desk
    program = desk.start("--kiosk")
    until(lambda: is_full_screen(desk, program), "the window to fill the screen")
    before = files(desk)
    desk.key("ctrl+f")
    desk.type(WORD)
    desk.key("ctrl+a", "ctrl+c")
    until(lambda: desk.clipboard() == WORD, "the word on the clipboard")
    until(lambda: primary(desk) == WORD, "the word in the selection")
    desk.key("ctrl+d", "ctrl+shift+y")
    desk.shift_three_times()
    until(lambda: desk.clipboard() == "" and primary(desk) == "", "an empty clipboard and selection")
    desk.key("ctrl+f", "ctrl+z", "ctrl+a", "ctrl+c")
    assert desk.clipboard() == ""
    assert desk.run("xclip", "-selection", "secondary", "-o") == ""
    assert files(desk) == before

    leave_with_the_pin(desk)
    until(lambda: reader.find("Leave kiosk mode"), "the staff page")
    desk.key("Tab", "Tab", "Tab", "space")  # from "Back to the guide" to "Leave kiosk mode"
    assert program.wait(timeout=PATIENCE_S) == 10
    out, err = program.communicate()
    assert out == ""
    assert WORD not in err  # libraries of the system may have something to say there, but nothing of the visit
    assert "Traceback" not in err
    assert set(files(desk)) - set(before) == {"kiosk/totals.json", "kiosk/pin-tries.json"}
    assert json.loads((desk.data / "guide" / "kiosk" / "pin-tries.json").read_text())["wrong"] == 0
    totals = desk.data / "guide" / "kiosk" / "totals.json"
    assert datetime.datetime.fromtimestamp(totals.stat().st_mtime).time() == datetime.time(4)
    assert sum(json.loads(totals.read_text())["sessions"].values()) == 2
    assert WORD not in "".join(path.read_text(errors="replace") for path in totals.parent.iterdir())


def test_a_window_manager_cannot_close_it_or_make_it_smaller(kiosk_desk: Desk) -> None:
    desk = kiosk_desk
    program = desk.start("--kiosk")
    window = desk.window(program)
    desk.run("xdotool", "windowminimize", window)
    until(lambda: is_full_screen(desk, program), "the window to come back")
    desk.run("xdotool", "key", "--window", window, "alt+F4")
    until(lambda: is_full_screen(desk, program), "the window to stay")
    assert program.poll() is None
    program.terminate()
    assert program.wait(timeout=PATIENCE_S) == 0


def test_the_supervisor_hears_of_it(kiosk_desk: Desk, tmp_path: Path) -> None:
    desk = kiosk_desk
    name = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(name))
        heard.settimeout(PATIENCE_S)
        desk.environ |= {"NOTIFY_SOCKET": str(name), "WATCHDOG_USEC": "400000"}
        program = desk.start("--kiosk")
        assert [heard.recv(50) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
        program.terminate()
        while heard.recv(50) != b"STOPPING=1":
            pass
        assert program.wait(timeout=PATIENCE_S) == 0


def test_without_a_pin_or_with_settings_that_cannot_be_read_it_does_not_start(desk: Desk, tmp_path: Path) -> None:
    program = desk.launch("--kiosk")
    assert program.wait(timeout=PATIENCE_S) == 78
    assert "guide-app kiosk set-pin" in program.communicate()[1]
    settings = tmp_path / "xdg" / "police-liability-guide" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("kiosk = perhaps\n")
    desk.environ["XDG_CONFIG_DIRS"] = str(tmp_path / "xdg")
    program = desk.launch()
    assert program.wait(timeout=PATIENCE_S) == 78


def test_the_clinic_s_settings_make_a_kiosk(kiosk_desk: Desk, tmp_path: Path) -> None:
    desk = kiosk_desk
    settings = tmp_path / "xdg" / "police-liability-guide" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('kiosk = true\ntheme = "contrast"\n')
    desk.environ["XDG_CONFIG_DIRS"] = str(tmp_path / "xdg")
    program = desk.start()
    until(lambda: is_full_screen(desk, program), "the window to fill the screen")
    program.terminate()
    assert program.wait(timeout=PATIENCE_S) == 0
