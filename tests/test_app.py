"""The composition root: what is built, what is kept between starts, and files that cannot be used."""

import gc
import shutil
import sqlite3
import sys
from unittest.mock import Mock

import pytest

from guide_app import app, state
from guide_app.records.schema import SCHEMA_VERSION
from guide_app.records.store import Records
from guide_app.ui.single_instance import SingleInstance
from tests.records.conftest import as_somebody_else, open_folder  # noqa: F401  a fixture
from tests.ui.conftest import undress


@pytest.fixture
def start(qtbot, qapp, installed):
    """Build the program on a data folder and show its window."""
    started = []

    def start_(folder, target="", paths=None, *, typed="", **options):
        program = app.build(qapp, app.WindowOptions(target=target, **options), paths or installed(folder))
        started.append(program)
        program.window.sidebar.search_box.setText(typed)
        with qtbot.waitExposed(program.window):
            program.window.show()
        program.window.equip()
        return program

    yield start_
    for program in started:
        program.window.close()
        program.window.deleteLater()
        program._session.records.close()
    undress(qapp)


def records_file(folder):
    file = folder / "records" / "records.sqlite3"
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def with_bookmark(folder):
    records = Records.open(records_file(folder)).records
    records.add_bookmark("duty/sue", "Can I sue?", "Article")
    records.close()
    return records_file(folder)


# -- ordinary starts -------------------------------------------------------------------------------------------------


def test_a_first_start_opens_the_start_page_and_says_nothing(start, tmp_path):
    window = start(tmp_path).window
    assert window.isVisible()
    assert window.section == "duty/protect"
    assert window.notices.text == ""


def test_a_first_window_fits_on_the_screen_with_its_title_bar(start, tmp_path):
    window = start(tmp_path).window
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height() - 40


def test_a_section_can_be_asked_for(start, tmp_path):
    assert start(tmp_path, "warren/decided").window.section == "warren/decided"


def test_what_is_typed_before_all_of_the_window_is_there_is_searched_then(start, tmp_path):
    window = start(tmp_path, typed="warren").window
    assert window.sidebar.search_box.text() == "warren"
    assert window.searching.results.isVisible()


def test_garbage_is_collected_again_once_the_window_stands(start, tmp_path):
    program = start(tmp_path)
    gc.disable()  # as the command does, so that a start is not held up
    try:
        program._on_settled()
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


@pytest.mark.parametrize("target", ["warren/nowhere", "nowhere", "../etc/passwd", "\x00", "§"])
def test_a_section_that_is_not_there_is_said_and_the_start_page_opens(start, tmp_path, target):
    window = start(tmp_path, target).window
    assert window.section == "duty/protect"
    assert window.notices.text == f"“{target}” is not in this guide. Here is the start page."


def test_place_and_choices_come_back_at_the_next_start(start, tmp_path):
    first = start(tmp_path, "warren/decided").window
    first.display.larger()
    first.cite.choose_form("markdown")
    first.close()
    second = start(tmp_path).window
    assert second.section == "warren/decided"
    assert second._theme.scale == 110
    assert second.cite.form == "markdown"


def test_everything_is_written_under_the_data_folder(start, tmp_path):
    program = start(tmp_path / "mine", "duty/sue")
    program.window.reading.toggle_bookmark()
    program.window.display.larger()
    program.window.close()
    written = {file.relative_to(tmp_path).parts[0] for file in tmp_path.rglob("*") if file.is_file()}
    assert written == {"mine"}


def test_a_private_start_reads_and_writes_nothing(start, tmp_path):
    with_bookmark(tmp_path)
    state.save(tmp_path / "state" / "window.json", state.WindowState(last_section="warren/decided"))
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    window = start(tmp_path, private=True).window
    assert window.section == "duty/protect"
    window.reading.toggle_bookmark()
    window.display.larger()
    window.close()
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_settings_that_cannot_be_kept_are_said(start, tmp_path):
    program = start(tmp_path)
    (tmp_path / "state").mkdir(exist_ok=True)
    (tmp_path / "state" / "settings.json").mkdir()
    program.window.display.larger()
    assert "not saved" in program.window.notices.text


def test_a_place_that_cannot_be_kept_is_told_to_the_terminal(start, tmp_path, capsys):
    program = start(tmp_path)
    (tmp_path / "state").mkdir(exist_ok=True)
    (tmp_path / "state" / "window.json").mkdir()
    program.window.close()
    assert capsys.readouterr().err.startswith("guide-app: ")


# -- files that cannot be used ---------------------------------------------------------------------------------------


def still_reads(window):
    window.navigator.open_target("warren/decided")
    return window.section == "warren/decided" and "No duty" in window.article.toPlainText()


@pytest.mark.parametrize("damage", [b"", b"not a database " * 100], ids=["empty", "nonsense"])
def test_a_damaged_records_file_is_set_aside_and_the_guide_opens(start, tmp_path, damage):
    file = records_file(tmp_path)
    file.write_bytes(damage)
    window = start(tmp_path).window
    if damage:
        assert window.notices.text
        assert any(other.read_bytes() == damage for other in file.parent.iterdir() if other != file)
    assert still_reads(window)
    window.reading.toggle_bookmark()
    assert window.notices.text == "Bookmarked."


def test_records_of_a_newer_version_are_left_alone_and_said(start, tmp_path):
    file = with_bookmark(tmp_path)
    database = sqlite3.connect(file)
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    database.commit()
    database.close()
    before = file.read_bytes()
    window = start(tmp_path).window
    assert "newer version" in window.notices.text
    assert still_reads(window)
    window.notices.clear()
    window.reading.toggle_bookmark()
    assert "newer version" in window.notices.text
    assert window.bar.bookmark_button.text() == "Bookmark"
    assert file.read_bytes() == before


def test_a_read_only_records_file_is_said_shown_and_read_on(start, installed, open_folder):  # noqa: F811
    """Rights do not apply to an administrator, so this runs as somebody else, who must be able to read the guide."""
    file = with_bookmark(open_folder)
    paths = installed(open_folder)
    shipped = open_folder / "shipped"
    shipped.mkdir()
    shutil.copy(paths.shipped_library_for("en"), shipped)
    paths = paths._replace(shipped_folder=shipped, icons_folder=shipped, machine_settings_file=shipped / "none.toml")
    for each in (file, file.parent):
        each.chmod(0o555 if each.is_dir() else 0o444)
    try:
        with as_somebody_else():
            window = start(open_folder, "duty/sue", paths).window
            assert "allows no changes" in window.notices.text
            assert window.bar.bookmark_button.text() == "Bookmarked"
            assert still_reads(window)
            window.notices.clear()
            window.reading.toggle_bookmark()
            assert "allows no changes" in window.notices.text
    finally:
        file.parent.chmod(0o755)


def test_a_data_folder_that_cannot_be_made_keeps_nobody_from_reading(start, tmp_path):
    (tmp_path / "file").touch()
    window = start(tmp_path / "file" / "data").window
    still_reads(window)
    assert window.notices.text.startswith("Nothing can be saved: the folder ")


def test_a_window_opens_without_a_place_for_its_lock(qapp, installed, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setattr(app, "make_application", lambda argv: qapp)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(app, "build", lambda *_given: _Program())
    assert app.open_window(app.WindowOptions(), installed(tmp_path / "file" / "data")) == 0


class _Program:
    def listen(self, _instance):
        pass

    def run(self):
        return 0


def test_settings_and_state_that_are_damaged_count_as_none(start, tmp_path):
    (tmp_path / "state").mkdir()
    for name in ("settings.json", "window.json"):
        (tmp_path / "state" / name).write_bytes(b"\xff{")
    assert start(tmp_path).window.section == "duty/protect"


# -- nothing to open -------------------------------------------------------------------------------------------------


def test_a_content_folder_that_is_not_there_is_one_sentence(qapp, installed, tmp_path):
    with pytest.raises(app.StartError, match="There is no content folder at"):
        app.build(qapp, app.WindowOptions(content=tmp_path / "nowhere"), installed(tmp_path))


def test_a_clinic_s_folder_that_is_not_there_keeps_the_guide_from_nobody(start, installed, tmp_path):
    file = tmp_path / "clinic.toml"
    file.write_text(f"content_folder = '{tmp_path / 'nowhere'}'")
    window = start(tmp_path, paths=installed(tmp_path)._replace(machine_settings_file=file)).window
    assert window.section == "duty/protect"
    assert window.notices.text == (
        f"There is no content folder at {tmp_path / 'nowhere'}. The guide opens without the clinic’s own pages."
    )


def test_a_language_that_is_not_there_is_one_sentence(qapp, installed, tmp_path):
    with pytest.raises(app.StartError) as error:
        app.build(qapp, app.WindowOptions(language="xx"), installed(tmp_path))
    assert str(error.value).count("\n") == 0


def test_a_clinic_file_that_cannot_be_read_keeps_the_guide_shut(qapp, installed, tmp_path):
    file = tmp_path / "clinic.toml"
    file.write_bytes(b"kiosk = \xff")
    paths = installed(tmp_path)._replace(machine_settings_file=file)
    with pytest.raises(app.StartError):
        app.build(qapp, app.WindowOptions(), paths)


@pytest.fixture
def shown(qapp, monkeypatch):
    """Return the sentences that a start shows in a window of their own, on a screen and without a terminal."""
    sentences = []
    monkeypatch.setattr("guide_app.ui.start_error.show_start_error", sentences.append)
    monkeypatch.setattr(app, "make_application", lambda argv: qapp)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(type(qapp), "platformName", lambda _application: "xcb")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)  # as Windows starts a program from an icon
    return sentences


def test_who_starts_from_an_icon_reads_why_it_does_not_open(shown, installed, tmp_path):
    nowhere = tmp_path / "nowhere"
    with pytest.raises(app.StartError):
        app.open_window(app.WindowOptions(content=nowhere), installed(tmp_path))
    assert shown == [f"There is no content folder at {nowhere}."]


def test_at_a_terminal_the_sentence_is_read_there(shown, installed, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stderr", Mock(isatty=lambda: True))
    with pytest.raises(app.StartError):
        app.open_window(app.WindowOptions(content=tmp_path / "nowhere"), installed(tmp_path))
    assert shown == []


def test_no_window_stands_in_the_way_of_a_kiosk_s_supervisor(shown, installed, tmp_path):
    with pytest.raises(app.ConfigurationError, match="No PIN is set"):
        app.open_window(app.WindowOptions(kiosk=True), installed(tmp_path))
    assert shown == []
    assert sys.dont_write_bytecode, "what a visit is the first to import would have a file of that moment"


@pytest.mark.parametrize("kiosk", [False, True])
def test_a_first_program_that_hangs_is_said(shown, installed, tmp_path, monkeypatch, kiosk):
    monkeypatch.setattr("guide_app.ui.single_instance.WAIT_MS", 50)
    paths = installed(tmp_path)
    paths.lock_file.parent.mkdir(parents=True, exist_ok=True)
    first = SingleInstance(paths.lock_file)
    assert first.is_first
    with pytest.raises(app.StartError, match="does not answer") as error:
        app.open_window(app.WindowOptions(kiosk=kiosk), paths)
    assert not isinstance(error.value, app.ConfigurationError)
    assert shown == ([] if kiosk else [app.NO_ANSWER])
