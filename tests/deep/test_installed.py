"""The wheel in an environment of its own, with the pinned versions of what it needs, started from an empty folder."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from guide_app import __version__
from tests.test_wheel import built

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.deep


def run(*command, folder):
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**clean, "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_fresh_environment_needs_nothing_but_the_wheel(tmp_path):
    wheel = built(ROOT, "wheel", tmp_path / "wheel")
    venv.create(tmp_path / "env", with_pip=True)
    folder = tmp_path / "empty"
    folder.mkdir()
    bin_folder = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (bin_folder / "python", "-m", "pip", "install", "--quiet", "-c", ROOT / "constraints.txt")
    # pip keeps its settings in the home folder of whoever runs this
    subprocess.run([str(word) for word in (*pip, wheel)], cwd=folder, check=True, timeout=600)
    guide = bin_folder / "guide-app"
    assert run(guide, "--version", folder=folder) == f"Police Liability Guide {__version__}\n"
    assert "[duty-to-protect/" in run(guide, "search", "the cops never showed up", folder=folder)
    assert run(guide, "cite", "deshaney-v-winnebago-1989", folder=folder).endswith("489 U.S. 189 (1989)\n")
    run(guide, "snapshot", tmp_path / "window.png", folder=folder)
    assert (tmp_path / "window.png").stat().st_size > 20_000
    assert list(folder.iterdir()) == []
