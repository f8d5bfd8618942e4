"""Starting: what is imported before the first paint, no screen, a second start, sections that are not there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOO_EARLY = (
    "markdown", "yaml", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvg", "segno", "phonenumbers",
    "guide_app.places", "guide_app.citations.forms",
    "guide_app.content.compiler", "guide_app.library.search", "http", "ssl", "asyncio", "unittest",
)  # fmt: skip
OPEN_ONCE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from guide_app import app
from guide_app.paths import paths_for
import os
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is program.window.article.viewport():
            print(json.dumps(sorted(sys.modules)))
            QTimer.singleShot(0, application.quit)
            program.window.article.viewport().removeEventFilter(self)
        return False
application = app.make_application(["guide-app"])
program = app.build(application, app.WindowOptions(), paths_for(Path(sys.argv[1]), os.environ))
painted = Painted()
program.window.article.viewport().installEventFilter(painted)
program.window.article.viewport().update()
program.run()
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder in which the guide has been compiled already."""
    folder = tmp_path_factory.mktemp("data")
    done = subprocess.run(
        [sys.executable, "-m", "guide_app", "--data-dir", str(folder), "build"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def environ(**changed):
    clean = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    }
    return {**clean, **changed}


def start(*arguments, **changed):
    return subprocess.run(
        [sys.executable, "-m", "guide_app", *map(str, arguments)],
        cwd=ROOT,
        env=environ(**changed),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def run_script(script, data):
    """Run a script on a data folder, without a screen."""
    return subprocess.run(
        [sys.executable, "-c", script, str(data)],
        cwd=ROOT,
        env=environ(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_nothing_heavy_is_imported_before_the_first_paint(data):
    done = run_script(OPEN_ONCE, data)
    assert done.returncode == 0, done.stderr
    modules = set(json.loads(done.stdout.splitlines()[0]))
    assert "guide_app.ui.article_pane" in modules
    assert [name for name in TOO_EARLY if name in modules] == []


def test_without_a_screen_one_sentence_names_the_way_without_one(data):
    done = start("--data-dir", data)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "guide-app snapshot" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("platform", [{}, {"QT_QPA_PLATFORM": "xcb"}])
def test_a_screen_that_does_not_answer_is_the_same(data, platform):
    done = start("--data-dir", data, DISPLAY=":9999", **platform)
    assert done.returncode == 2
    assert "guide-app snapshot" in done.stderr
    assert "Traceback" not in done.stderr
    assert "core dumped" not in done.stderr


def test_a_command_needs_no_screen(data):
    done = start("--data-dir", data, "search", "police")
    assert done.returncode == 0


def test_a_second_start_raises_the_first_window_and_ends(data):
    script = (
        "import sys; from PySide6.QtCore import QTimer; from guide_app import app\n"
        "from guide_app.ui.main_window import MainWindow\n"
        "def raised(window):\n    print('raised', flush=True); QTimer.singleShot(0, window.close)\n"
        "MainWindow.raise_from_elsewhere = raised\n"
        "from guide_app.ui.single_instance import SingleInstance\n"
        "listen = SingleInstance.listen\n"
        "def ready(instance):\n    listen(instance); print('listening', flush=True)\n"
        "SingleInstance.listen = ready\n"
        "from guide_app.cli import main; sys.exit(main(sys.argv[1:]))\n"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", script, "--data-dir", str(data)],
        cwd=ROOT,
        env=environ(QT_QPA_PLATFORM="offscreen"),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert first.stdout.readline() == "listening\n"
        second = start("--data-dir", data, QT_QPA_PLATFORM="offscreen")
        assert (
            second.returncode,
            second.stderr.replace("This plugin does not support propagateSizeHints()\n", ""),
        ) == (0, "")
        assert first.stdout.readline() == "raised\n"
        assert first.wait(30) == 0
    finally:
        first.kill()
        first.stdout.close()
        first.wait()


def test_a_program_that_is_ended_at_the_first_paint_ends_well(data):
    """The window is in sight before all of it is made: leaving then must not ask for what is not there yet."""
    script = OPEN_ONCE.replace("print(json.dumps(sorted(sys.modules)))", "print(bool(program.window.actions_by_key))")
    done = run_script(script, data)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["False"], "")
