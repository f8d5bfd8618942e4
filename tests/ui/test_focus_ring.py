"""Whatever has the keyboard wears a ring of the accent colour, with air around it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QTextBrowser, QWidget

from guide_app.ui.focus_ring import AIR, WIDTH, FocusRing
from guide_app.ui.theme import Theme


@pytest.fixture
def ground(put_up, theme):
    """A window with two buttons and a pane, and the ring."""
    ground = QWidget()
    ground.setStyleSheet("QWidget { background: palette(base) }")
    parts = {
        "one": QPushButton("One", ground),
        "two": QPushButton("Two", ground),
        "pane": QTextBrowser(ground),
        "edge": QLineEdit(ground),
    }
    for name, place in {
        "one": (40, 40, 100, 36), "two": (200, 40, 100, 36), "pane": (40, 100, 300, 200), "edge": (0, 0, 80, 30),
    }.items():  # fmt: skip
        parts[name].setGeometry(*place)
    ground.parts = parts
    ground.ring = FocusRing(theme, ground)
    return put_up(ground, 400, 320)


def accent_at(ground, place, theme):
    return ground.grab().toImage().pixelColor(place).name() == theme.colours.accent


def test_it_is_there_from_the_start_for_what_had_the_keyboard_before_it(ground, theme):
    ground.parts["one"].setFocus()
    late = FocusRing(theme, ground)
    assert late.isVisible()
    assert late.geometry() == ground.ring.geometry()


def test_it_stands_around_a_control_with_air_between(ground, theme):
    ground.parts["one"].setFocus()
    grown = AIR + WIDTH
    assert ground.ring.geometry() == ground.parts["one"].geometry().adjusted(-grown, -grown, grown, grown)
    assert accent_at(ground, QPoint(90, 40 - grown), theme)
    assert not accent_at(ground, QPoint(90, 40 - 1), theme)


def test_it_follows_the_keyboard(ground, qtbot):
    ground.parts["one"].setFocus()
    first = ground.ring.geometry()
    qtbot.keyClick(ground.parts["one"], Qt.Key.Key_Tab)
    assert ground.ring.geometry() == first.translated(160, 0)


def test_it_follows_a_control_that_moves_grows_and_hides(ground):
    target = ground.parts["one"]
    target.setFocus()
    target.setGeometry(QRect(60, 60, 150, 40))
    assert ground.ring.geometry().center() == target.geometry().center()
    target.hide()
    assert ground.ring.isHidden() or ground.ring.geometry().center() != target.geometry().center()


def test_it_follows_a_control_that_scrolls_and_never_stands_over_what_is_there_instead(ground):
    area, inside = QScrollArea(ground), QWidget()
    area.setGeometry(0, 100, 300, 100)
    inside.resize(280, 600)
    target = QPushButton("In it", inside)
    target.setGeometry(20, 20, 100, 36)
    area.setWidget(inside)
    area.show()
    target.setFocus()
    before = ground.ring.geometry()
    area.verticalScrollBar().setValue(10)
    assert ground.ring.geometry() == before.translated(0, -10)
    area.verticalScrollBar().setValue(40)
    assert ground.ring.geometry().top() == area.geometry().top()
    area.verticalScrollBar().setValue(300)
    assert ground.ring.isHidden()
    area.verticalScrollBar().setValue(0)
    assert ground.ring.isVisible()


def test_a_large_pane_is_framed_on_the_inside(ground):
    ground.parts["pane"].setFocus()
    assert ground.ring.geometry() == ground.parts["pane"].geometry()


def test_it_stays_within_the_window(ground):
    ground.parts["edge"].setFocus()
    assert ground.rect().contains(ground.ring.geometry())


def test_every_click_goes_through(ground, qtbot):
    ground.parts["one"].setFocus()
    pressed = []
    ground.parts["one"].clicked.connect(lambda: pressed.append(True))
    at = ground.parts["one"].geometry().center()
    assert ground.childAt(at) is ground.parts["one"]
    assert ground.childAt(ground.parts["one"].geometry().topLeft() - QPoint(3, -10)) is not ground.ring
    qtbot.mouseClick(ground.childAt(at), Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_it_goes_when_the_focus_leaves_the_window(ground, qtbot, put_up):
    ground.parts["one"].setFocus()
    assert ground.ring.isVisible()
    put_up(QLineEdit(), 100, 40).setFocus()
    qtbot.waitUntil(ground.ring.isHidden)


def test_a_control_that_is_destroyed_leaves_no_trouble(ground, qtbot):
    target = ground.parts.pop("one")
    target.setFocus()
    target.setParent(None)
    target.deleteLater()
    qtbot.waitUntil(lambda: ground.ring.geometry().center() != QPoint(90, 58) or ground.ring.isHidden())
    ground.parts["two"].setFocus()
    assert ground.ring.geometry().center() == ground.parts["two"].geometry().center()


def test_it_takes_no_focus_itself(ground):
    assert ground.ring.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert isinstance(ground.ring._theme, Theme)


@pytest.fixture
def scrolled(put_up, theme):
    """A window with a scroll area of which a button is a part."""
    ground = QWidget()
    area = QScrollArea(ground)
    area.setGeometry(20, 20, 200, 200)
    inner = QWidget()
    inner.resize(180, 1000)
    ground.button = QPushButton("In it", inner)
    ground.button.setGeometry(40, 60, 80, 36)
    area.setWidget(inner)
    ground.bar = area.verticalScrollBar()
    ground.ring = FocusRing(theme, ground)
    return put_up(ground, 300, 300)


def test_it_moves_with_what_is_scrolled_and_hides_with_it(scrolled):
    scrolled.button.setFocus()
    at = scrolled.ring.geometry()
    scrolled.bar.setValue(30)
    assert scrolled.ring.geometry() == at.translated(0, -30)
    scrolled.bar.setValue(500)
    assert scrolled.ring.isHidden()
    scrolled.bar.setValue(0)
    assert scrolled.ring.geometry() == at
    assert scrolled.ring.isVisible()
