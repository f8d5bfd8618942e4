"""The wheel: all that an installed guide needs is in it, and nothing is compiled when it opens.

It is built here as pip builds it, but with this environment's packages and without the network.
`tests/deep/test_installed.py` puts it into an environment of its own.
"""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CLINIC = Path(__file__).parent / "clinic_folder"
OPEN = """
import sys
from PySide6.QtCore import QTimer
from guide_app import app, cli
from guide_app.ui.main_window import MainWindow
show = MainWindow.showEvent
def shown(window, event):
    show(window, event)
    if window._icons.icon("leave", "#000000").isNull():
        sys.exit("no icon")
    QTimer.singleShot(0, window.close)
MainWindow.showEvent = shown
code = cli.main(sys.argv[1:])
compiling = {"markdown", "yaml", "guide_app.content"} & set(sys.modules)
sys.exit(f"imported: {compiling}" if compiling else code)
"""


def built(source, kind, folder):
    """Build a wheel or sdist of a source tree and return its file."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)],
        cwd=source,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (file,) = folder.iterdir()
    return file


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def site(wheel, tmp_path_factory):
    """A folder that holds what pip would put into site-packages."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def run(site, tmp_path):
    """Run the installed program from an empty folder, with an empty home."""
    for name in ("home", "empty"):
        (tmp_path / name).mkdir()
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "DISPLAY", "WAYLAND"))}
    environ = {**clean, "HOME": str(tmp_path / "home"), "PYTHONPATH": str(site), "QT_QPA_PLATFORM": "offscreen"}

    def run_(*arguments, code=("-m", "guide_app")):
        return subprocess.run(
            [sys.executable, "-P", *code, *map(str, arguments)],
            cwd=tmp_path / "empty",
            env=environ,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run_


def kept(tmp_path):
    """Return the names of all files in the home folder."""
    return [path.name for path in (tmp_path / "home").rglob("*") if path.is_file()]


def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_it_carries_the_program_the_library_the_icons_and_the_content(wheel):
    found = names(wheel)
    wanted = {f"guide_app/{file.relative_to(ROOT / 'guide_app')}" for file in (ROOT / "guide_app").rglob("*.py")}
    wanted |= {f"guide_app/_shipped/icons/{file.name}" for file in (ROOT / "resources" / "icons").glob("*.svg")}
    for room in ("articles", "authorities", "services", "states"):
        for file in (ROOT / "resources" / room).rglob("*.*"):
            wanted.add(f"guide_app/_shipped/content/{file.relative_to(ROOT / 'resources')}")
    wanted.add("guide_app/_shipped/library-en.sqlite3")
    assert wanted <= found
    assert {name for name in found - wanted if ".dist-info/" not in name} == set()


def test_a_source_distribution_makes_the_same_wheel(wheel, tmp_path):
    """From a folder that no version control knows."""
    with tarfile.open(built(ROOT, "sdist", tmp_path / "sdist")) as archive:
        # Python 3.11 knows the filter from its fourth patch on.
        archive.extractall(tmp_path / "tree", **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    (tree,) = (tmp_path / "tree").iterdir()
    assert names(built(tree, "wheel", tmp_path / "again")) == names(wheel)


def test_the_commands_work_from_an_empty_folder(run, site, tmp_path):
    from guide_app import __version__

    assert run("--version").stdout == f"Police Liability Guide {__version__}\n"
    assert "[duty-to-protect/" in run("search", "the cops never showed up").stdout
    assert run("cite", "deshaney-v-winnebago-1989").stdout.endswith("489 U.S. 189 (1989)\n")
    assert run("check", site / "guide_app" / "_shipped" / "content").returncode == 0
    picture = tmp_path / "window.png"
    assert run("snapshot", picture).returncode == 0
    assert picture.stat().st_size > 20_000
    assert kept(tmp_path) == []


def test_the_window_opens_without_compiling(run, tmp_path):
    done = run(code=("-c", OPEN))
    assert done.returncode == 0, done.stderr
    assert not [name for name in kept(tmp_path) if name.startswith("library")]


def test_there_is_nothing_to_build_until_a_clinic_adds_its_pages(run, tmp_path):
    done = run("build")
    assert done.returncode == 0
    assert "compiled already" in done.stdout
    assert kept(tmp_path) == []


def test_a_clinic_s_folder_is_checked_built_and_opened_beside_the_installed_guide(run, tmp_path):
    done = run("check", CLINIC)
    assert done.returncode == 0, done.stdout
    done = run("build", CLINIC)
    assert done.returncode == 0, done.stdout
    assert "left out" not in done.stdout
    (library,) = kept(tmp_path)
    written = (tmp_path / "home" / ".cache" / "police-liability-guide" / library).stat().st_mtime_ns
    found = run("--content", os.path.relpath(CLINIC, tmp_path / "empty"), "search", "zebra street").stdout
    assert "[our-clinic/where]" in found
    assert kept(tmp_path) == [library]
    done = run("--content", CLINIC, "--open", "our-clinic", "--private", code=("-c", OPEN))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "home" / ".cache" / "police-liability-guide" / library).stat().st_mtime_ns == written
