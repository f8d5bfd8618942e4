"""Icons: our own, coloured by the theme, sharp at any scale, and none that is missing is missed."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

import guide_app.ui
from guide_app.ui.icons import Icons
from tests.conftest import RESOURCES

FOLDER = RESOURCES / "icons"
FILES = sorted(FOLDER.glob("*.svg"))
DRAWN = [file for file in FILES if file.stem != "guide"]  # the program's own icon has its own colours


def colours_in(pixmap):
    image = pixmap.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.stem)
def test_every_icon_takes_the_colour_that_is_asked_for(icons, file):
    assert colours_in(icons.pixmap(file.stem, "#ff0000", 64)) == {"#ff0000"}
    assert colours_in(icons.pixmap(file.stem, "#00ff00", 64)) == {"#00ff00"}


@pytest.mark.parametrize(("size", "ratio"), [(20, 1), (20, 2), (14, 1.5), (64, 1)])
def test_it_is_drawn_at_the_size_of_the_screen(icons, size, ratio):
    pixmap = icons.pixmap("star", "#000000", size, ratio)
    assert pixmap.size() == QSize(round(size * ratio), round(size * ratio))
    assert pixmap.devicePixelRatio() == ratio


def test_each_is_drawn_once(icons):
    assert icons.icon("star", "#010203") is icons.icon("star", "#010203")
    assert icons.icon("star", "#010203") is not icons.icon("star", "#040506")


def test_one_that_is_missing_is_empty_and_raises_nothing(tmp_path, icons):
    assert icons.icon("no-such-icon", "#000000").isNull()
    assert Icons(tmp_path / "nowhere").application_icon().isNull()


def test_the_program_has_an_icon(icons):
    icon = icons.application_icon()
    assert {size.width() for size in icon.availableSizes()} == {16, 32, 64}


def test_every_icon_that_the_window_asks_for_is_there():
    asked = set()
    for file in Path(guide_app.ui.__file__).parent.glob("*.py"):
        asked |= set(re.findall(r"(?:icon|pixmap)\(\"([a-z-]+)\"", file.read_text("utf-8")))
    assert asked
    assert asked <= {file.stem for file in FILES}


def test_icons_grow_with_the_words_beside_them(icons):
    try:
        icons.set_scale(1.5)
        assert icons.icon("star", "#000000").availableSizes()[0].width() == 30
    finally:
        icons.set_scale(1)
    assert icons.icon("star", "#000000").availableSizes()[0].width() == 20
