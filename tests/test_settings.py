"""The table, the reader's choices, and what the two files make together."""

import json
from pathlib import Path

import pytest

from guide_app import settings
from guide_app.settings import SETTINGS, TABLE, Setter, Settings, SettingsNotSaved


@pytest.fixture
def reader_file(tmp_path):
    return tmp_path / "config" / "settings.json"


@pytest.fixture
def clinic_file(tmp_path):
    return tmp_path / "site" / "settings.toml"


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_the_class_and_the_table_agree():
    assert list(Settings._fields) == [setting.key for setting in SETTINGS]
    assert Settings()._asdict() == {setting.key: setting.default for setting in SETTINGS}


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_row_is_complete_and_its_default_fits(setting):
    assert setting.fits(setting.default)
    assert setting.description.endswith((".", "there"))
    assert setting.allowed


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_something_of_the_program_asks_for_every_setting(setting):
    package = Path(settings.__file__).parent
    sources = (file.read_text("utf-8") for file in package.rglob("*.py") if "settings" not in file.name)
    read = (f"settings.{setting.key}", f'needs="{setting.key}"')
    assert any(word in source for source in sources for word in read)


FITS = [
    ("text_size", 70), ("text_size", 300), ("idle_minutes", 1), ("idle_minutes", 120), ("idle_warning_seconds", 20),
    ("idle_warning_seconds", 300), ("theme", "contrast"), ("parallel_cites", True),
    ("content_folder", "/srv/clinic"), ("content_folder", "C:\\Clinic"), ("content_folder", "\\\\server\\share"),
    ("content_folder", "~/clinic"), ("content_folder", ""), ("clinic_name", "Niñez y Ley § 1"),
    ("printer", "Front desk"), ("pin_file", "/etc/pin.json"), ("pin_file", "C:\\Clinic\\pin.json"), ("pin_file", ""),
]  # fmt: skip
FITS_NOT = [
    ("text_size", 69), ("text_size", 301), ("text_size", 100.0), ("text_size", "100"), ("text_size", True),
    ("idle_minutes", 0), ("idle_minutes", True),
    ("idle_minutes", 121), ("idle_minutes", -5), ("idle_warning_seconds", 19),
    ("idle_warning_seconds", 301), ("theme", "pink"), ("theme", ""), ("theme", None), ("parallel_cites", 1),
    ("parallel_cites", "true"), ("kiosk", "yes"), ("kiosk", 0), ("kiosk", {}),
    ("content_folder", "relative"), ("content_folder", "C:clinic"), ("content_folder", "/a\nb"),
    ("clinic_name", "a\nb"),
    ("clinic_name", "x" * 201), ("clinic_name", []), ("pin_file", "~/pin.json"), ("pin_file", "pin.json"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), FITS)
def test_a_value_within_the_bounds_fits(key, value):
    assert TABLE[key].fits(value)


@pytest.mark.parametrize(("key", "value"), FITS_NOT)
def test_a_value_out_of_bounds_or_of_another_type_does_not(key, value):
    assert not TABLE[key].fits(value)


def test_without_files_everything_has_its_default(reader_file, clinic_file, tmp_path):
    loaded = settings.load(reader_file, clinic_file)
    assert loaded.settings == loaded.clinic == Settings()
    assert loaded.problems == ()
    assert loaded.refusal == ""
    assert not list(tmp_path.iterdir())


def test_a_reader_s_choice_goes_before_the_clinic_s(reader_file, clinic_file):
    write(clinic_file, 'theme = "light"\ntext_size = 120\nclinic_name = "Door"\n')
    settings.save_choice(reader_file, "theme", "dark")
    loaded = settings.load(reader_file, clinic_file)
    assert loaded.settings == Settings(theme="dark", text_size=120, clinic_name="Door")
    assert loaded.clinic == Settings(theme="light", text_size=120, clinic_name="Door")
    settings.forget_choice(reader_file, "theme")
    assert settings.load(reader_file, clinic_file).settings.theme == "light"


def test_what_was_never_chosen_is_forgotten_without_a_file(reader_file):
    settings.forget_choice(reader_file, "my_state")
    assert not reader_file.exists()


def test_choices_add_up_in_the_file(reader_file):
    settings.save_choice(reader_file, "theme", "dark")
    settings.save_choice(reader_file, "text_size", 150)
    settings.save_choice(reader_file, "theme", "contrast")
    assert json.loads(reader_file.read_text()) == {"theme": "contrast", "text_size": 150}


@pytest.mark.parametrize(
    ("key", "value"), [("theme", "pink"), ("kiosk", True), ("nothing", 1), ("clinic_name", "Mine")]
)
def test_what_a_reader_may_not_choose_is_a_bug_of_the_caller(reader_file, key, value):
    with pytest.raises(ValueError, match=key):
        settings.save_choice(reader_file, key, value)


@pytest.mark.parametrize("key", [setting.key for setting in SETTINGS if setting.who is Setter.CLINIC])
def test_a_reader_s_file_cannot_set_what_is_the_clinic_s(reader_file, clinic_file, key):
    row = TABLE[key]
    other = not row.default if row.default in (True, False) else 30 if row.bounds else ("/other", *row.choices)[-1]
    assert row.fits(other)
    write(reader_file, json.dumps({key: other}))
    assert settings.load(reader_file, clinic_file).settings == Settings()


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"theme": "dark"' + b" " * 300_000 + b"}"]
)
def test_a_damaged_file_of_choices_is_ignored_and_replaced(reader_file, clinic_file, raw):
    reader_file.parent.mkdir()
    reader_file.write_bytes(raw)
    assert settings.load(reader_file, clinic_file).settings == Settings()
    settings.save_choice(reader_file, "theme", "dark")
    assert settings.load(reader_file, clinic_file).settings == Settings(theme="dark")


def test_a_bad_choice_is_dropped_and_the_others_stay(reader_file, clinic_file):
    write(reader_file, json.dumps({"theme": "pink", "text_size": 200, "unknown": 1}))
    assert settings.load(reader_file, clinic_file).settings == Settings(text_size=200)


def test_a_choice_that_cannot_be_saved_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SettingsNotSaved, match="allows no changes"):
        settings.save_choice(tmp_path / "file" / "settings.json", "theme", "dark")


def test_a_clinic_s_file_that_is_hidden_from_us_refuses_the_start(reader_file, tmp_path):
    (tmp_path / "file").touch()
    loaded = settings.load(reader_file, tmp_path / "file" / "settings.toml")
    assert "cannot be read" in loaded.refusal


def test_a_link_to_a_clinic_s_file_that_is_gone_refuses_the_start(reader_file, tmp_path):
    (tmp_path / "settings.toml").symlink_to(tmp_path / "not mounted")
    assert "cannot be opened" in settings.load(reader_file, tmp_path / "settings.toml").refusal
