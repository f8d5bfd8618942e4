"""What several rooms' tests share: Qt without a screen, and the shipped guide, compiled once."""

import os
from pathlib import Path

import pytest

# Before anything loads PySide6. Tests that start the program themselves choose their own platform.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

RESOURCES = Path(__file__).parents[1] / "resources"


@pytest.fixture(scope="session")
def compiled_guide(tmp_path_factory):
    """Return the library file of the shipped guide."""
    from guide_app.content.compiler import compile_folder

    file = tmp_path_factory.mktemp("guide") / "library-en.sqlite3"
    compile_folder((RESOURCES,), file, language="en")
    return file


@pytest.fixture(scope="session")
def qapp():
    """Return the Qt application, made as the program makes it."""
    from guide_app.app import make_application

    return make_application(["guide-app"])
