"""The marks of check boxes and radio buttons can be seen in every scheme, checked or not."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from guide_app.ui.choice_marks import CheckBox, RadioButton
from guide_app.ui.theme import SCHEMES, TOUCH_HEIGHT, qt_palette, style_sheet
from tests.ui.test_theme import contrast

PARTS = {CheckBox: QStyle.SubElement.SE_CheckBoxIndicator, RadioButton: QStyle.SubElement.SE_RadioButtonIndicator}


@pytest.fixture
def show(put_up):
    shown = []  # Qt holds no window that Python has let go of

    def show_(kind, scheme, *, checked, height=TOUCH_HEIGHT, scale=1.0):
        ground = QWidget()
        ground.setObjectName("sidebar")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        button = kind("Also forget what I saved")
        button.setChecked(checked)
        QVBoxLayout(ground).addWidget(button)
        button.setPalette(qt_palette(SCHEMES[scheme]))
        ground.setStyleSheet(style_sheet(SCHEMES[scheme], height, scale))
        shown.append(put_up(ground, 400, 120))
        return button

    yield show_
    del shown[:]


def mark_of(button):
    """Return where the mark is, and its picture."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    place = button.style().subElementRect(PARTS[type(button)], option, button)
    return place, button.grab(place).toImage()


def share_of(image, colour):
    """Return the share of the pixels that have nearly this colour."""
    wanted = QColor(colour)
    near = 0
    for x in range(image.width()):
        for y in range(image.height()):
            found = image.pixelColor(x, y)
            near += all(
                abs(one - other) <= 24 for one, other in zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)
            )
    return near / (image.width() * image.height())


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_an_empty_mark_has_an_edge_and_a_full_one_a_ground_and_a_sign(show, kind, scheme):
    colours = SCHEMES[scheme]
    _, empty = mark_of(show(kind, scheme, checked=False))
    assert share_of(empty, colours.ink) > 0.1
    assert share_of(empty, colours.accent) < 0.05
    _, full = mark_of(show(kind, scheme, checked=True))
    assert share_of(full, colours.accent) > 0.3
    assert share_of(full, colours.on_accent) > 0.04
    assert contrast(colours.ink, colours.chrome) >= 3
    assert contrast(colours.accent, colours.chrome) >= 3
    assert contrast(colours.on_accent, colours.accent) >= 3


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize(("scale", "side"), [(0.7, 20), (1.0, 20), (1.5, 30)])
def test_it_grows_with_the_words_and_a_touch_on_the_words_is_enough(qtbot, show, kind, scale, side):
    button = show(kind, "dark", checked=False, scale=scale)
    place, _ = mark_of(button)
    assert (place.width(), place.height()) == (side, side)
    assert button.height() >= TOUCH_HEIGHT
    words = button.rect().center()
    assert not place.contains(words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=words)
    assert button.isChecked()


@pytest.mark.parametrize("kind", PARTS)
def test_words_that_are_too_long_for_a_line_go_on_in_the_next(show, kind):
    button = show(kind, "light", checked=True)
    row, line = button.sizeHint().height(), button.fontMetrics().lineSpacing()
    assert button.heightForWidth(button.width()) == row
    button.setText("All cases and laws of the article, as a table of authorities, and what else was copied")
    assert button.minimumSizeHint().width() < button.sizeHint().width() / 2
    assert button.heightForWidth(button.width()) == row + line
    button.resize(button.width(), row + line)
    picture = button.grab(QRect(60, row - line // 2, button.width() - 60, line)).toImage()
    assert share_of(picture, SCHEMES["light"].ink) > 0.01, "the second line is drawn"
