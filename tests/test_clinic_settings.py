"""The clinic's settings file: every mistake is named with its line, and none opens a kiosk."""

import stat
import tomllib
from types import SimpleNamespace

import pytest

from guide_app import clinic_settings, settings
from guide_app.settings import SETTINGS, Settings, SettingsNotSaved


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.toml"


def test_a_good_file_sets_what_it_says(file):
    file.write_text("kiosk = true\nidle_minutes = 3\nclinic_name = \"Ayuda\"\ncontent_folder = 'C:\\Clinic'\n", "utf-8")
    found = clinic_settings.read(file)
    assert found.settings == Settings(kiosk=True, idle_minutes=3, clinic_name="Ayuda", content_folder="C:\\Clinic")
    assert (found.problems, found.refusal) == ((), "")


def test_notepad_s_byte_order_mark_is_no_mistake(file):
    file.write_text("kiosk = true\n", "utf-8-sig")
    assert clinic_settings.read(file).settings.kiosk


PROBLEMS = [
    ("# c\n\ntext_size = 10\n", 3, "text_size must be a whole number from 70 to 300; the default, 100, is used"),
    (
        'theme = "pink"\n',
        1,
        'theme must be one of "system", "light", "dark", "contrast"; the default, "system", is used',
    ),
    ("idle_minutes = 0\n", 1, "idle_minutes must be a whole number from 1 to 120; the default, 5, is used"),
    ("x = 1\n", 1, "x is not a setting"),
    ('\n"thme" = "dark"\n', 2, "thme is not a setting; did you mean theme?"),
    (
        "theme = 'dark'\n\n[printer]\nname = 1\n",
        3,
        'printer must be a text of up to 200 characters; the default, "", is used',
    ),
    ("a.b = 1\n", 1, "a is not a setting"),
    ("content_folder = 'here'\n", 1, 'content_folder must be a full path, or "" for none; the default, "", is used'),
    (
        '"\\u0074heme" = 1\n',
        1,
        'theme must be one of "system", "light", "dark", "contrast"; the default, "system", is used',
    ),
]  # the last one: the line of a key in escapes is not found, so the first is named


@pytest.mark.parametrize(("text", "line", "problem"), PROBLEMS)
def test_a_bad_line_is_named_and_the_default_used(file, text, line, problem):
    file.write_text(text)
    found = clinic_settings.read(file)
    assert found.problems == (f"{file}:{line}: {problem}",)
    assert found.refusal == ""


def test_good_lines_hold_beside_bad_ones(file):
    file.write_text("text_size = 5\nidle_minutes = 9\nfoo = 1\n")
    found = clinic_settings.read(file)
    assert found.settings == Settings(idle_minutes=9)
    assert len(found.problems) == 2


KIOSK_MEANT = [
    'kiosk = "yes"',
    "kiosk = 1",
    "kisok = true",
    "Kiosk = true",
    "KIOSK = true",
    "kiosk_mode = true",
    "[kiosk]\nidle = 1",
]


@pytest.mark.parametrize("text", KIOSK_MEANT)
def test_a_line_that_may_have_meant_kiosk_mode_refuses_the_start(file, text):
    file.write_text(text + "\n")
    found = clinic_settings.read(file)
    assert not found.settings.kiosk
    assert found.problems[0] in found.refusal


UNREADABLE = [
    (b'kiosk = true\ntheme = "\xff"\n', 2, "not UTF-8"),
    (b"kiosk = true\ntheme =\n", 2, "not TOML"),
    (b"kiosk = true\nkiosk = true\n", 2, "not TOML"),
    (b'content_folder = "C:\\Users\\x"\n', 1, "not TOML"),
    (b'theme = """', 1, "not TOML"),
    (b"a = " + b"[" * 20_000, 1, "not TOML"),
]


@pytest.mark.parametrize(("raw", "line", "what"), UNREADABLE)
def test_a_file_that_cannot_be_read_refuses_the_start(file, raw, line, what):
    file.write_bytes(raw)
    found = clinic_settings.read(file)
    assert found.settings == Settings()
    assert found.problems[0].startswith(f"{file}:{line}: it is {what}")
    assert found.problems[0] in found.refusal
    assert "\n" not in found.refusal


def test_a_file_that_cannot_be_opened_refuses_the_start(tmp_path):
    assert "cannot be opened" in clinic_settings.read(tmp_path).refusal


def no_problem(_settings):
    return ""


def test_check_finds_what_a_file_names_but_is_not_there(file, tmp_path):
    file.write_text(f"kiosk = true\ncontent_folder = '{tmp_path}/none'\n")
    assert clinic_settings.check(file, lambda settings: f"no PIN beside {settings.content_folder}") == [
        f"{file}:2: content_folder names {tmp_path}/none, where there is no folder",
        f"{file}:1: kiosk is on, but staff could not leave it: no PIN beside {tmp_path}/none",
    ]
    (tmp_path / "none").mkdir()
    assert clinic_settings.check(file, no_problem) == []
    file.write_text("kiosk = false\n")
    assert clinic_settings.check(file, lambda _settings: "no PIN") == []


def test_check_passes_on_problems_and_on_a_missing_file(file):
    assert "cannot be opened" in clinic_settings.check(file, no_problem)[0]
    file.write_text("text_size = 1\n")
    assert "text_size must be" in clinic_settings.check(file, no_problem)[0]
    file.write_text("kiosk = 1\n")
    assert len(clinic_settings.check(file, no_problem)) == 1


@pytest.mark.parametrize(("mode", "found"), [(0o644, 0), (0o600, 0), (0o664, 1), (0o646, 1)])
def test_check_finds_a_file_that_visitors_may_change(file, mode, found):
    file.write_text("# nothing\n")
    file.chmod(mode)
    findings = clinic_settings.check(file, no_problem)
    assert [f"{file}:1: visitors may be able to change {file}" in finding for finding in findings] == [True] * found


def test_check_finds_folders_in_which_visitors_may_replace_files(file, tmp_path):
    (tmp_path / "clinic").mkdir()
    (tmp_path / "clinic").chmod(0o777)
    file.write_text(f"\ncontent_folder = '{tmp_path}/clinic'\n")
    file.chmod(0o644)
    assert f"{file}:2: visitors may be able to change {tmp_path}/clinic" in clinic_settings.check(file, no_problem)[0]
    (tmp_path / "clinic").chmod(0o755)
    tmp_path.chmod(0o777)
    assert clinic_settings.check(file, no_problem)[0].startswith(f"{file}:1: visitors may be able to change {tmp_path}")
    tmp_path.chmod(0o700)
    assert clinic_settings.check(file, no_problem) == []


def test_check_says_nothing_of_rights_that_windows_keeps_elsewhere(file, monkeypatch):
    file.write_text("# nothing\n")
    file.chmod(0o666)
    monkeypatch.setattr(clinic_settings, "os", SimpleNamespace(name="nt"))
    assert clinic_settings.check(file, no_problem) == []


def test_show_says_where_a_value_comes_from(file, tmp_path):
    file.write_text('theme = "light"\ntext_size = 120\nkiosk = false\nidle_minutes = 0\n')
    reader = tmp_path / "reader.json"
    settings.save_choice(reader, "theme", "dark")
    shown = clinic_settings.show(reader, file)
    assert 'theme = "dark"  # the reader\n' in shown
    assert "text_size = 120  # the clinic\n" in shown
    assert "kiosk = false  # the clinic\n" in shown
    assert "idle_minutes = 5  # the default\n" in shown
    assert tomllib.loads(shown)["text_size"] == 120
    assert f"{file}\n" in shown
    assert f"{file}x (not there)\n" in clinic_settings.show(reader, tmp_path / "settings.tomlx")


def test_init_writes_a_file_that_sets_nothing_and_is_good_once_uncommented(file):
    clinic_settings.init(file)
    assert clinic_settings.read(file) == settings.ClinicSettings(Settings(), (), "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    keys = [setting.key for setting in SETTINGS]
    lines = [line[1:] if line[1:].split(" ")[0] in keys else line for line in file.read_text("utf-8").splitlines()]
    file.write_text("\n".join(lines), "utf-8")
    assert list(tomllib.loads(file.read_text("utf-8"))) == keys
    assert clinic_settings.read(file) == settings.ClinicSettings(Settings(), (), "")


def test_init_makes_the_folder_for_all_to_read(tmp_path):
    clinic_settings.init(tmp_path / "site" / "settings.toml")
    assert (tmp_path / "site").stat().st_mode & 0o700 == 0o700
    assert (tmp_path / "site" / "settings.toml").exists()


def test_init_leaves_an_existing_file_alone(file):
    file.write_text("kiosk = true\n")
    with pytest.raises(SettingsNotSaved, match="exists already"):
        clinic_settings.init(file)
    assert file.read_text() == "kiosk = true\n"


def test_init_without_the_right_asks_for_an_administrator(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SettingsNotSaved, match="as an administrator"):
        clinic_settings.init(tmp_path / "file" / "settings.toml")


def test_the_reference_page_has_a_row_for_each_setting():
    page = clinic_settings.reference_markdown()
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert len(rows) == len(SETTINGS)
    assert all(row.count("|") == 6 for row in rows)
