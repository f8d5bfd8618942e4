"""Removing what the guide has left in personal use: all of it, and nothing else."""

import os

import pytest

from guide_app import app
from guide_app.own_traces import remove_own_traces
from guide_app.paths import paths_for
from tests.test_app import records_file, start, with_bookmark  # noqa: F401  a fixture


def files(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def write(*paths):
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("quark")


def test_it_removes_what_is_the_reader_s_and_leaves_the_rest(tmp_path):
    paths = paths_for(tmp_path, os.environ)
    folder = paths.records_file.parent
    mine = (
        paths.records_file,
        folder / "records.sqlite3-wal",
        folder / "records.copy-1.sqlite3",
        folder / "records.damaged-2026-11-24T101500.sqlite3",
        paths.state_file,
        paths.user_settings_file,
        paths.cache_folder / "library-en-0badcafe.sqlite3",
    )
    others = (folder / "letter.txt", paths.pin_file, paths.totals_file)
    write(*mine, *others)
    assert remove_own_traces(paths) == ()
    assert files(tmp_path) == {other.relative_to(tmp_path).as_posix() for other in others}
    assert not paths.cache_folder.exists()
    assert remove_own_traces(paths) == ()


def test_what_cannot_be_removed_is_named(tmp_path):
    paths = paths_for(tmp_path, os.environ)
    paths.state_file.mkdir(parents=True)  # whatever it is, it does not go like a file
    write(paths.user_settings_file)
    assert remove_own_traces(paths) == (paths.state_file,)
    assert not paths.user_settings_file.exists()


def test_a_program_that_never_kept_anything_has_nothing_to_remove(tmp_path):
    assert remove_own_traces(paths_for(tmp_path, os.environ)) == ()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("private", [False, True])
def test_from_the_window_everything_goes_and_nothing_comes_back(start, tmp_path, private):  # noqa: F811
    with_bookmark(tmp_path)
    program = start(tmp_path, "warren/decided", private=private)
    app.save_choice(program._paths.user_settings_file, "theme", "dark")
    program.window.reading.toggle_bookmark()
    program.window.removal_wanted.emit()
    assert program.window.notices.text == "Everything that the guide had kept is removed."
    assert program._session.private
    assert program._session.records.bookmarks() == ()
    program.window.reading.toggle_bookmark()
    program.window.display.larger()
    program.window.close()
    assert files(tmp_path) == set()
