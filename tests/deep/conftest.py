"""A screen for the programs of these checks, and a data folder of a kiosk that is ready to start."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import ROOT, compiled, desk, display  # noqa: F401  fixtures

PIN = "271828"


@pytest.fixture(scope="session")
def kiosk_set_up(tmp_path_factory):
    """Return a data folder with the compiled guide and a PIN, as staff leave it."""
    folder = tmp_path_factory.mktemp("kiosk")
    for command, typed in (("build", None), (("kiosk", "set-pin"), PIN)):
        words = (command,) if isinstance(command, str) else command
        subprocess.run(
            [sys.executable, "-m", "guide_app", "--data-dir", str(folder), *words],
            cwd=ROOT, input=typed, text=True, check=True, capture_output=True, timeout=300,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip
    return folder


@pytest.fixture
def kiosk_data(kiosk_set_up, tmp_path):
    """Return such a folder that no test before has used: a kiosk that ends leaves its totals there."""
    return Path(shutil.copytree(kiosk_set_up, tmp_path / "kiosk-data"))
