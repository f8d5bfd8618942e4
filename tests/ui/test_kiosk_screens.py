"""The screens of a kiosk: further ones are covered, also those that come later, and uncovered when they go."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from guide_app.ui import kiosk_screens
from guide_app.ui.kiosk_screens import KioskScreens
from tests.ui.finding import texts


class Screens:
    """Stands in for the screens of a computer: the first is real, the others are places beside it."""

    def __init__(self):
        self.first = QGuiApplication.primaryScreen()
        self.others = []

    def platformName(self):  # noqa: N802
        return "xcb"

    def primaryScreen(self):  # noqa: N802
        return self.first

    def screens(self):
        return [self.first, *self.others]

    def instance(self):
        return QGuiApplication.instance()


class Other:
    def __init__(self, name, x):
        self._name = name
        self._place = QRect(x, 0, 300, 200)

    def name(self):
        return self._name

    def geometry(self):
        return self._place


@pytest.fixture
def screens(qapp, monkeypatch):
    screens = Screens()
    for name in ("platformName", "primaryScreen", "screens"):
        monkeypatch.setattr(kiosk_screens.QGuiApplication, name, getattr(screens, name))
    monkeypatch.setattr(QWidget, "setScreen", lambda self, screen: None)
    return screens


@pytest.fixture
def kiosk_screens_(qtbot, qapp, screens):
    window = QWidget()
    kept = KioskScreens(window)
    yield kept
    window.removeEventFilter(kept)
    kept.close_covers()
    window.hide()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_each_further_screen_is_covered_with_a_plain_message(kiosk_screens_, screens):
    screens.others = [Other("right", 1000), Other("left", -300)]
    kiosk_screens_.fill()
    assert sorted(cover.geometry().topLeft().x() for cover in kiosk_screens_.covers) == [-300, 1000]
    for cover in kiosk_screens_.covers:
        assert cover.isVisible()
        assert texts(cover) == ["The guide is on the other screen."]
        assert cover.windowFlags() & Qt.WindowType.FramelessWindowHint
        cover.close()
        assert cover.isVisible()


def test_covers_come_and_go_with_the_screens(qtbot, qapp, kiosk_screens_, screens):
    kiosk_screens_.fill()
    assert kiosk_screens_.covers == ()
    screens.others = [Other("right", 1000)]
    qapp.screenAdded.emit(screens.first)
    qtbot.waitUntil(lambda: len(kiosk_screens_.covers) == 1)
    (cover,) = kiosk_screens_.covers
    screens.others[0]._place.moveTopLeft(QPoint(1200, 0))
    kiosk_screens_.fill()
    assert kiosk_screens_.covers == (cover,)
    assert cover.x() == 1200
    screens.others = []
    qapp.screenRemoved.emit(screens.first)
    qtbot.waitUntil(lambda: kiosk_screens_.covers == ())


def test_under_wayland_nothing_is_laid_over_the_window(qtbot, qapp, screens, monkeypatch):
    monkeypatch.setattr(kiosk_screens.QGuiApplication, "platformName", lambda: "wayland")
    window = QWidget()
    kept = KioskScreens(window)
    screens.others = [Other("right", 1000)]
    kept.fill()
    assert kept.covers == ()
    window.removeEventFilter(kept)
    window.hide()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
