"""What a screen reader is told: the names and roles that the real program gives to the accessibility bus."""

from __future__ import annotations

from tests.journeys.conftest import PATIENCE_S, Desk, until
from tests.journeys.screen_reader import Node, Reader

CONTROLS = {"button", "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry"}


def test_every_control_on_the_bus_has_a_role_and_a_name(desk: Desk, reader: Reader) -> None:
    desk.start("--open", "warren")
    until(lambda: reader.find("Yes, this was helpful"), "the window on the bus")
    nodes = list(reader.walk())
    controls = [node for node in nodes if node.role in CONTROLS]
    assert [node for node in controls if not node.name] == []
    names = {node.name for node in controls}
    assert {"Leave now", "Search the guide", "Bookmark", "Copy citation", "Yes, this was helpful"} <= names
    assert "Article" in {node.name for node in nodes}
    assert "Police Liability Guide" in {node.name for node in nodes}


def test_a_screen_reader_can_press_leave_now(desk: Desk, reader: Reader) -> None:
    program = desk.start()
    leave = until(lambda: reader.find("Leave now"), "“Leave now” on the bus")
    assert isinstance(leave, Node)
    reader.press(leave)
    assert program.wait(timeout=PATIENCE_S) == 0
