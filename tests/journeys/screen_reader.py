"""Asks the accessibility bus as a screen reader does: what is in sight, what it is called, and where it stands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.conftest import Desk, until

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE = "org.a11y.atspi.Accessible"
MISSING = not LAUNCHER.exists() or not all(map(shutil.which, ("gdbus", "dbus-daemon")))
WANTED = "make test installs: at-spi2-core, dbus-daemon, libglib2.0-bin"
SHOWING = 25
"""The bit of this state (AtspiStateType)."""


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

    def walk(self) -> Iterator[Node]:
        """Yield every thing in sight, of every program; what lies above the others first."""
        waiting = self.children(*REGISTRY)
        while waiting:
            bus, path = waiting.pop()
            role = self._text(self.call(bus, path, f"{ACCESSIBLE}.GetRoleName"))
            get = "org.freedesktop.DBus.Properties.Get"
            yield Node(bus, path, role, self._text(self.call(bus, path, get, ACCESSIBLE, "Name")))
            if role in ("tree", "list"):
                continue  # their rows are content, and many
            waiting += [child for child in self.children(bus, path) if role == "application" or self.showing(*child)]

    def find(self, name: str) -> Node | None:
        """Return a thing in sight with this name, or None."""
        return next((node for node in self.walk() if node.name == name), None)

    def middle_of(self, node: Node) -> tuple[int, int] | None:
        """Return the middle of a thing on the screen, None when it has gone."""
        answer = self.call(node.bus, node.path, "org.a11y.atspi.Component.GetExtents", "uint32 0")
        numbers = [int(number) for number in re.findall(r"-?\d+", answer)]
        if len(numbers) != 4:
            return None
        x, y, width, height = numbers
        return x + width // 2, y + height // 2

    def place_of(self, name: str) -> tuple[int, int] | None:
        """Return the middle of a thing in sight that stands still: a page that has just come is being laid out."""
        node = self.find(name)
        place = self.middle_of(node) if node is not None else None
        return place if node is not None and place == self.middle_of(node) else None

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


@contextmanager
def accessibility_bus(desk: Desk, runtime: Path) -> Iterator[Reader]:
    """Yield a reader on an accessibility bus of its own, which the programs of the desk are told of."""
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
        try:
            answer = str(until(lambda: desk.run(*ask, "--method", "org.a11y.Bus.GetAddress"), "the accessibility bus"))
            yield Reader(desk, answer.split("'")[1])
        finally:
            for process in (launcher, session):
                process.terminate()
                process.wait()
