"""Removing what the guide has left in personal use: all of it, and nothing else."""

import os

import pytest

from guide_app import app
from guide_app.own_traces import remove_own_traces
from guide_app.paths import paths_for
from tests.records.conftest import as_somebody_else, open_folder  # noqa: F401  a fixture
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


def settings_text(program):
    file = program._paths.user_settings_file
    return file.read_text() if file.exists() else ""


def keep_a_state(program, abbreviation="OH"):
    program.window.my_state.choose(abbreviation)
    program.window.my_state.keep(keep=True)
    assert f'"{abbreviation}"' in settings_text(program)


@pytest.mark.parametrize("forget", [True, False])
def test_a_private_session_that_forgets_takes_the_kept_state_along(start, tmp_path, forget):  # noqa: F811
    program = start(tmp_path)
    keep_a_state(program)
    program._session.go_private(forget=forget)
    assert ("my_state" in settings_text(program)) is not forget
    program.window.my_state.clear()
    assert "my_state" not in settings_text(program), "not even that there was one"


def test_a_state_that_the_disk_does_not_let_go_is_said(open_folder, start):  # noqa: F811
    program = start(open_folder)
    keep_a_state(program)
    file = program._paths.user_settings_file
    file.parent.chmod(0o555)
    file.chmod(0o644)
    with as_somebody_else():
        program.window.my_state.keep(keep=False)
    file.parent.chmod(0o755)
    assert "not saved" in program.window.notices.text


def test_leaving_in_a_hurry_keeps_what_was_kept_and_nothing_else_of_the_state(start, tmp_path):  # noqa: F811
    program = start(tmp_path)
    keep_a_state(program)
    program.window.my_state.typed["happened"] = "3/28/2026"
    program.window.leave()
    assert "OH" in settings_text(program)
    assert not any("3/28/2026" in file.read_text(errors="replace") for file in tmp_path.rglob("*") if file.is_file())
    other = start(tmp_path / "other")
    other.window.my_state.choose("TX")
    other.window.leave()
    texts = [file.read_text(errors="replace") for file in (tmp_path / "other").rglob("*") if file.is_file()]
    assert not any("TX" in text or "/tx" in text for text in texts)


@pytest.mark.parametrize("private", [False, True])
def test_removing_takes_the_kept_state_off_the_screen_too(start, tmp_path, private):  # noqa: F811
    program = start(tmp_path)
    keep_a_state(program)
    if private:
        program._session.go_private(forget=False)
    program.window.state_pages.show_chooser()
    program.window.removal_wanted.emit()
    assert program.window.my_state.abbreviation == ""
    assert program.window.drawer.isHidden()
    program.window.my_state.choose("TX")
    program.window.my_state.keep(keep=True)
    program.window.close()
    assert files(tmp_path) == set()


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
