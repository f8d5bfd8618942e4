"""What a screen reader is told: the names and roles that the real program gives to the accessibility bus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.conftest import Desk, until
from tests.journeys.screen_reader import MISSING, REGISTRY, WANTED, Reader, accessibility_bus

CONTROLS = {"button", "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry"}

pytestmark = pytest.mark.skipif(MISSING, reason=WANTED)


@pytest.fixture
def reader(desk: Desk, tmp_path: Path) -> Iterator[Reader]:
    with accessibility_bus(desk, tmp_path / "run") as reader:
        yield reader


def test_every_control_on_the_bus_has_a_role_and_a_name(desk: Desk, reader: Reader) -> None:
    desk.start("--open", "warren")
    until(lambda: reader.children(*REGISTRY), "the program on the bus")
    nodes = list(reader.walk())
    controls = [node for node in nodes if node.role in CONTROLS]
    assert [node for node in controls if not node.name] == []
    names = {node.name for node in controls}
    assert {"Leave now", "Search the guide", "Bookmark", "Copy citation", "Yes, this was helpful"} <= names
    assert "Article" in {node.name for node in nodes}
    assert "Police Liability Guide" in {node.name for node in nodes}


def test_a_screen_reader_can_press_leave_now(desk: Desk, reader: Reader) -> None:
    program = desk.start()
    until(lambda: reader.children(*REGISTRY), "the program on the bus")
    leave = reader.find("Leave now")
    assert leave is not None
    reader.press(leave)
    assert program.wait(timeout=30) == 0
