"""What several rooms' tests share: Qt without a screen, and the shipped guide, compiled once."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

# The same examples in every run, so that a red run is red again; HYPOTHESIS_PROFILE=default looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# Before anything loads PySide6. Tests that start the program themselves choose their own platform.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

PATIENCE_MS = 60_000
"""How long a test waits for what must come. pytest-qt's five seconds are too short for a machine that is busy."""
RESOURCES = Path(__file__).parents[1] / "resources"


@pytest.fixture(scope="session")
def compiled_guide(tmp_path_factory):
    """Return the library file of the shipped guide."""
    from guide_app.content.compiler import compile_folder

    file = tmp_path_factory.mktemp("guide") / "library-en.sqlite3"
    compile_folder((RESOURCES,), file, language="en")
    return file


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """Return a function that gives the paths of an installation of the made guide, for a data folder."""
    from guide_app.paths import paths_for
    from tests.ui.made_guide import write_library

    package = tmp_path_factory.mktemp("installed") / "guide_app"
    (package / "_shipped" / "content").mkdir(parents=True)
    (package / "_shipped" / "icons").symlink_to(RESOURCES / "icons")
    write_library(package / "_shipped" / "library-en.sqlite3")
    return lambda data_folder: paths_for(data_folder, os.environ, package)


class PatientBot(QtBot):
    """Waits as long as a slow machine needs. It is a pytest-qt bot in all else."""

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **more):  # noqa: N802  pytest-qt's name
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals, *, timeout=PATIENCE_MS, **more):  # noqa: N802
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):  # noqa: N802
        return super().waitUntil(callback, timeout=timeout)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp():
    """Return the Qt application, made as the program makes it."""
    from guide_app.app import make_application

    return make_application(["guide-app"])
