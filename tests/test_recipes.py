"""The recipes say what the program does: exit codes, files, and a unit that systemd understands."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from guide_app.kiosk.exit_codes import codes_that_stay_ended

RECIPES = Path(__file__).parents[1] / "docs" / "recipes"
INSTALLED = "/usr/local/lib/guide-kiosk/guide-kiosk"
LAUNCHER = "{http://schemas.microsoft.com/ShellLauncher/2018/Configuration}"


def unit_values(key):
    text = (RECIPES / "guide-kiosk.service").read_text("utf-8")
    return re.findall(rf"^{key}=(.*)$", text, re.MULTILINE)


def test_the_unit_keeps_a_kiosk_ended_after_the_codes_that_say_so():
    assert unit_values("RestartPreventExitStatus") == [" ".join(map(str, codes_that_stay_ended()))]
    assert unit_values("Restart") == ["always"]


def test_shell_launcher_does_the_same():
    tree = ET.parse(RECIPES / "shell-launcher.xml")
    actions = {row.get("ReturnCode"): row.get("Action") for row in tree.iter(f"{LAUNCHER}ReturnCodeAction")}
    assert actions == {str(code): "DoNothing" for code in codes_that_stay_ended()}
    assert [row.get("Action") for row in tree.iter(f"{LAUNCHER}DefaultAction")] == ["RestartShell"]


def test_no_internet_socket_is_open_to_the_unit():
    assert unit_values("RestrictAddressFamilies") == ["AF_UNIX AF_NETLINK"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_understands_the_unit(tmp_path):
    text = (RECIPES / "guide-kiosk.service").read_text("utf-8")
    assert INSTALLED in text
    unit = tmp_path / "guide-kiosk.service"
    unit.write_text(text.replace(INSTALLED, str(RECIPES / "guide-kiosk")), "utf-8")
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_openbox_has_no_key_no_button_and_no_menu():
    text = (RECIPES / "openbox-rc.xml").read_text("utf-8")
    tree = ET.fromstring(text.partition("?>")[2])
    for part in ("keyboard", "mouse", "menu"):
        (found,) = (each for each in tree if each.tag.endswith(part))
        assert list(found) == []


# -- the script, with stand-ins for the screen and the guide ---------------------------------------------------------


@pytest.fixture
def start(tmp_path):
    """Run the script with a `cage` that ends with 0, as the real one does, and a guide that ends with a given code."""
    stand_ins = tmp_path / "bin"
    stand_ins.mkdir()

    def script(name, text):
        (stand_ins / name).write_text(f"#!/bin/sh\n{text}\n")
        (stand_ins / name).chmod(0o755)

    def start_(*arguments, code=0, screen='shift 2; "$@"; exit 0', **environ):
        script("cage", screen)
        script("guide-app", f'echo "$@ watchdog=$WATCHDOG_PID" > {tmp_path}/said; exit {code}')
        return subprocess.run(
            [str(RECIPES / "guide-kiosk"), *arguments],
            env={"PATH": f"{stand_ins}:/usr/bin:/bin", "RUNTIME_DIRECTORY": str(tmp_path), **environ},
            capture_output=True, text=True, check=False, timeout=30,
        )  # fmt: skip

    return start_


@pytest.mark.parametrize("code", [0, 1, 2, *codes_that_stay_ended(), 139])
def test_the_code_of_the_kiosk_gets_past_a_screen_that_keeps_it(start, tmp_path, code):
    assert start("cage", code=code, WATCHDOG_PID="1").returncode == code
    assert (tmp_path / "said").read_text() == "--kiosk watchdog=\n"


def test_the_code_of_the_last_time_is_not_taken_for_today_s(start):
    assert start("cage", code=10).returncode == 10
    failed = start("cage", code=10, screen="exit 1")
    assert failed.returncode == 1
    assert failed.returncode not in codes_that_stay_ended()


@pytest.mark.parametrize("arguments", [(), ("windows",)])
def test_wrong_use_is_two(start, arguments):
    done = start(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "usage: guide-kiosk cage|x\n"


@pytest.mark.parametrize("page", sorted(RECIPES.parent.rglob("*.md")), ids=lambda page: page.name)
def test_every_link_between_the_pages_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+\.\w+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
