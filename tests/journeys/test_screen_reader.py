"""What a screen reader is told: the names and roles that the real program gives to the accessibility bus."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.conftest import Desk, until

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE = "org.a11y.atspi.Accessible"
CONTROLS = {"button", "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry"}
SHOWING = 25
"""The bit of this state (AtspiStateType)."""

pytestmark = pytest.mark.skipif(
    not LAUNCHER.exists() or not all(map(shutil.which, ("gdbus", "dbus-daemon"))),
    reason="make test installs: at-spi2-core, dbus-daemon, libglib2.0-bin",
)


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the accessibility bus."""

    bus: str
    path: str
    role: str
    name: str


class Reader:
    """Asks the accessibility bus as a screen reader does."""

    def __init__(self, desk: Desk, address: str) -> None:
        self._desk = desk
        self._address = address

    def call(self, bus: str, path: str, method: str, *arguments: str) -> str:
        """Call a method and return its answer as text."""
        command = ("gdbus", "call", "--address", self._address, "--dest", bus, "--object-path", path)
        return self._desk.run(*command, "--method", method, *arguments).strip()

    def children(self, bus: str, path: str) -> list[tuple[str, str]]:
        """Return bus name and path of what is inside a thing."""
        answer = self.call(bus, path, f"{ACCESSIBLE}.GetChildren")
        return re.findall(r"\('(:[\d.]+)', (?:objectpath )?'([^']+)'\)", answer)

    def all(self) -> list[Node]:
        """Return every thing in sight, of every program, as the tree is at this moment."""
        found: list[Node] = []
        waiting = self.children(*REGISTRY)
        while waiting:
            bus, path = waiting.pop()
            role = self._text(self.call(bus, path, f"{ACCESSIBLE}.GetRoleName"))
            get = "org.freedesktop.DBus.Properties.Get"
            found.append(Node(bus, path, role, self._text(self.call(bus, path, get, ACCESSIBLE, "Name"))))
            if role in ("tree", "list"):
                continue  # their rows are content, and many
            waiting += [child for child in self.children(bus, path) if role == "application" or self.showing(*child)]
        return found

    def showing(self, bus: str, path: str) -> bool:
        """Say whether a thing is in sight."""
        bits = re.search(r"uint32 (\d+)", self.call(bus, path, f"{ACCESSIBLE}.GetState"))
        return bool(bits and int(bits[1]) >> SHOWING & 1)

    def press(self, node: Node) -> None:
        """Do what a click does."""
        self.call(node.bus, node.path, "org.a11y.atspi.Action.DoAction", "0")

    @staticmethod
    def _text(answer: str) -> str:
        found = re.search(r"""(?:'(.*)'|"(.*)")""", answer)
        return (found[1] or found[2] or "") if found else ""


@pytest.fixture
def reader(desk: Desk, tmp_path: Path) -> Iterator[Reader]:
    """Yield a reader on an accessibility bus of its own."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    desk.environ |= {"XDG_RUNTIME_DIR": str(runtime), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    read, write = os.pipe()
    session = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"],
        env=desk.environ,
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as stream:
        desk.environ["DBUS_SESSION_BUS_ADDRESS"] = stream.readline().strip()
        launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], env=desk.environ, stderr=subprocess.DEVNULL)
        ask = ("gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus")
        answer = str(until(lambda: desk.run(*ask, "--method", "org.a11y.Bus.GetAddress"), "the accessibility bus"))
        yield Reader(desk, answer.split("'")[1])
        for process in (launcher, session):
            process.terminate()
            process.wait()


def test_every_control_on_the_bus_has_a_role_and_a_name(desk: Desk, reader: Reader) -> None:
    desk.start("--open", "warren")
    until(lambda: reader.children(*REGISTRY), "the program on the bus")
    nodes = reader.all()
    controls = [node for node in nodes if node.role in CONTROLS]
    assert [node for node in controls if not node.name] == []
    names = {node.name for node in controls}
    assert {"Leave now", "Search the guide", "Bookmark", "Copy citation", "Yes, this was helpful"} <= names
    assert "Article" in {node.name for node in nodes}
    assert "Police Liability Guide" in {node.name for node in nodes}


def test_a_screen_reader_can_press_leave_now(desk: Desk, reader: Reader) -> None:
    program = desk.start()
    until(lambda: reader.children(*REGISTRY), "the program on the bus")
    (leave,) = (node for node in reader.all() if node.name == "Leave now")
    reader.press(leave)
    assert program.wait(timeout=30) == 0
