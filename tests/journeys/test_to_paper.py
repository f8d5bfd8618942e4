"""From the start page to a printed page with the reader's dates and who can help: by keys alone, and by touch alone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide_app.dates import in_words
from guide_app.kiosk.pin import set_pin
from guide_app.places.deadlines import deadlines_for
from guide_app.places.state import Length
from guide_app.places.when import before
from tests.journeys import printing
from tests.journeys.conftest import PATIENCE_S, Desk, until
from tests.journeys.screen_reader import Reader
from tests.places.shipped import services, states

STATE, NAME, PRINTER = "OH", "Ohio", "Desk"
NUMBER = re.compile(r"(?:1-)?\d{3}-\d{3}-\d{4}\b|\b(?:911|988)\b")


def digits(number: str) -> str:
    return re.sub(r"\D", "", number).removeprefix("1")


def check(text: str, happened: datetime.date) -> None:
    """Hold a printed page against the data: the state's dates, its services, three numbers that were verified."""
    report = deadlines_for(states()[STATE], happened, datetime.date.today())
    dates = [line.date for group in report.groups for line in group.deadlines if line.date is not None]
    assert dates
    assert f"How long do I have in {NAME}?" in text
    assert f"It happened on {in_words(happened)}." in text
    for date in dates:
        assert in_words(date) in text
    assert "42 U.S.C. § 1983" in text
    own = [service for service in services() if service.coverage == STATE]
    assert own
    assert [service.name for service in own if " ".join(service.name.split()) in text] == [one.name for one in own]
    verified = {digits(service.phone) for service in services() if service.phone}
    numbers = {digits(number) for number in NUMBER.findall(text)}
    assert len(numbers & verified) >= 3
    assert numbers <= verified | {digits(number) for service in services() for number in NUMBER.findall(str(service))}


def test_by_keys_alone(desk: Desk) -> None:
    desk.start()
    happened = datetime.date.today() - datetime.timedelta(days=40)
    file = desk.data / "dates.pdf"
    desk.key("F4")
    desk.type(NAME.lower())
    desk.key("Return", "ctrl+shift+d")
    desk.type(f"{happened.month}/{happened.day}/{happened.year}")
    desk.key("Return", "ctrl+shift+s")
    search = ("xdotool", "search", "--onlyvisible", "--name", "^Save as PDF$")
    desk.activate(str(until(lambda: desk.run(*search), "the question for a file")).split()[0])
    desk.key("ctrl+a")
    desk.type(str(file))
    desk.key("Return")
    check(str(until(lambda: file.exists() and printing.text_of(file), "the page")), happened)


@pytest.fixture
def paper(desk: Desk, tmp_path: Path) -> Iterator[printing.Printer]:
    with printing.printer(desk, PRINTER, tmp_path / "cups") as paper:
        yield paper


class Hand:
    """A hand without a keyboard: it finds things by their words and touches them."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        self._desk = desk
        self._reader = reader

    def touch(self, *names: str) -> None:
        """Touch things by their names, each once it is in sight."""
        for name in names:
            place = until(lambda name=name: self._reader.place_of(name), f"“{name}” in sight")
            assert isinstance(place, tuple)
            x, y = place
            self._desk.run("xdotool", "mousemove", str(x), str(y), "click", "1")


@pytest.mark.skipif(printing.MISSING, reason=printing.WANTED)
def test_by_touch_alone_in_a_kiosk(desk: Desk, reader: Reader, paper: printing.Printer, tmp_path: Path) -> None:
    set_pin(desk.data / "guide" / "kiosk" / "pin.json", "271828")
    settings = tmp_path / "xdg" / "police-liability-guide" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'printer = "{PRINTER}"\n')
    desk.environ["XDG_CONFIG_DIRS"] = str(tmp_path / "xdg")
    assert desk.launch("build").wait(timeout=PATIENCE_S) == 0
    desk.start("--kiosk")
    hand = Hand(desk, reader)
    hand.touch("Your state: choose", "Your state, or a city in it", *NAME.lower(), "Enter")
    hand.touch("How long do I have?", "A month earlier: the day it happened", "A month earlier: the day it happened")
    hand.touch("Work out the dates", "Print: your dates")
    check(paper.text(), before(datetime.date.today(), Length(1, "months")))
