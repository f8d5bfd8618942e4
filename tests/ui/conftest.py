"""The window and its parts on the made guide, without a screen."""

import sys

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase, QPalette

from guide_app.app import cite_options
from guide_app.content.compiler import compile_folder
from guide_app.kiosk.pin import set_pin
from guide_app.kiosk.policy import policy_for
from guide_app.library.reader import Library
from guide_app.records.store import Records
from guide_app.settings import Settings
from guide_app.state import WindowState
from guide_app.ui.clipboard import CopyService
from guide_app.ui.icons import Icons
from guide_app.ui.main_window import MainWindow, WindowParts
from guide_app.ui.session import Session
from guide_app.ui.theme import Theme
from tests.conftest import RESOURCES
from tests.made_clinic import write_clinic
from tests.ui.kiosk_parts import PIN, Kiosk
from tests.ui.made_guide import write_library
from tests.ui.stand_ins import Clipboard, Clock


@pytest.fixture(scope="session")
def made_library(tmp_path_factory):
    """Return the made guide, open."""
    with Library.open(write_library(tmp_path_factory.mktemp("made") / "library.sqlite3")) as library:
        yield library


@pytest.fixture(scope="session")
def shipped_library(compiled_guide):
    """Return the shipped guide, open."""
    with Library.open(compiled_guide) as library:
        yield library


@pytest.fixture(scope="session")
def clinic_library(tmp_path_factory):
    """Return the shipped guide with a clinic's folder beside it, open."""
    folder = tmp_path_factory.mktemp("clinic")
    compile_folder((RESOURCES, write_clinic(folder / "clinic")), folder / "library.sqlite3")
    with Library.open(folder / "library.sqlite3") as library:
        yield library


@pytest.fixture
def theme(qapp):
    return Theme("light")


@pytest.fixture(scope="session")
def icons():
    return Icons(RESOURCES / "icons")


@pytest.fixture
def records():
    """Records in memory, on a fixed day."""
    return Records.in_memory(today=lambda: "2026-11-24")


@pytest.fixture
def clipboard():
    """The clipboard of the window: the offscreen platform has one, but says that nobody ever owns it."""
    return Clipboard()


@pytest.fixture
def put_up(qtbot, qapp):
    """Show a widget in a window of its own, of a given size, and give it the keyboard."""

    def show(widget, width=320, height=480):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def open_window(qapp, made_library, icons, records, clipboard, put_up):
    """Open the window at a place; what it is made of may be given, else it is the made guide and empty records."""

    def open_(
        target="",
        *,
        library=made_library,
        session=None,
        theme="light",
        text_size=100,
        size=(1280, 800),
        **parts,
    ):
        session = session or Session(lambda: records)
        window = MainWindow(
            WindowParts(
                library=library,
                session=session,
                theme=Theme(theme, text_size),
                icons=icons,
                copier=CopyService(clipboard, private=session.private),
                cite_options=cite_options(Settings()),
                cite_form="bluebook",
                state=WindowState(),
                policy=policy_for(Settings()),
            )._replace(**parts)
        )
        window.equip()
        window.start(target)
        return put_up(window, *size)

    yield open_
    undress(qapp)


def undress(application):
    """Take the theme off the application, which the next test starts without.

    Closed windows must be gone first: Qt crashes at the next style sheet when one of them outlives this one.
    """
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.setStyleSheet("")
    application.setPalette(QPalette())
    application.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))


@pytest.fixture
def window(open_window):
    """The window on the made guide's first page."""
    return open_window()


@pytest.fixture(autouse=True)
def _application(qapp):
    """Make the application before any test: fonts and palettes abort without one."""


@pytest.fixture
def start_kiosk(qapp, qtbot, made_library, installed, tmp_path, monkeypatch):
    """Start a kiosk on the made guide, with a PIN, a clipboard and a clock of its own."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back what a kiosk takes over
    paths = installed(tmp_path / "kiosk")
    set_pin(paths.pin_file, PIN)
    started = []

    def start(settings=None, library=made_library):
        kiosk = Kiosk(qtbot, library, paths, Clipboard(selection=True), Clock(), settings)
        started.append(kiosk)
        return kiosk

    yield start
    for kiosk in started:
        kiosk.close()
    undress(qapp)


@pytest.fixture
def kiosk(start_kiosk):
    return start_kiosk()
