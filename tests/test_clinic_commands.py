"""The commands of clinic staff: exit codes, one sentence for what went wrong, and a PIN that is never shown."""

import json
import os
import shutil
import stat
import subprocess
import sys

import pytest

from guide_app.cli import main
from guide_app.kiosk.pin import PinLock
from guide_app.kiosk.totals import Totals, Visit, read, to_text
from tests.records.conftest import as_somebody_else, open_folder  # noqa: F401  a fixture
from tests.test_cli import ROOT, one_sentence, start

GOOD = "402917"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The machine-wide config folder of this test."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))
    return tmp_path / "etc" / "police-liability-guide"


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def run(site, data, capsys):
    def run_(*arguments):
        try:
            code = main(["--data-dir", str(data), *map(str, arguments)])
        except SystemExit as stop:
            code = stop.code
        return code, *capsys.readouterr()

    return run_


def has_settings(site, text):
    site.mkdir(parents=True, exist_ok=True)
    (site / "settings.toml").write_text(text)
    return site / "settings.toml"


COMMANDS = (
    ("kiosk",), ("kiosk", "set-pin"), ("answers",), ("answers", "export"), ("answers", "merge"), ("settings",),
    ("settings", "check"), ("settings", "show"), ("settings", "init"),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(run, command):
    code, out, err = run(*command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith("usage: guide-app")


@pytest.mark.parametrize(
    "command",
    [("kiosk",), ("answers",), ("answers", "export"), ("answers", "merge", "x"), ("settings",), ("settings", "mend"),
     ("answers", "export", "x", "--as", "pdf")],
    ids=" ".join,
)  # fmt: skip
def test_wrong_use_is_two(run, command):
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    assert err.startswith("usage: guide-app")


# -- the PIN ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("typed", [f"{GOOD}\n", GOOD, f"{GOOD}\r\n", f"{GOOD}\nmore\n"], ids=repr)
def test_the_pin_is_read_from_a_pipe(data, typed):
    done = start("kiosk", "set-pin", folder=data, stdin=typed)
    assert (done.returncode, done.stderr) == (0, "")
    assert GOOD not in done.stdout
    assert PinLock(data / "kiosk" / "pin.json", data / "kiosk" / "tries.json").try_pin(GOOD).accepted


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("typed", ["", "\n", "  \n", "12345\n", "123456\n", "121212\n", "9" * 2000])
def test_a_pin_that_is_none_is_two_and_changes_nothing(data, typed):
    done = start("kiosk", "set-pin", folder=data, stdin=typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert one_sentence(done.stderr)
    assert not (data / "kiosk").exists()


def test_the_pin_goes_where_the_settings_say(site, data, tmp_path):
    has_settings(site, f"pin_file = '{tmp_path}/own/pin.json'\n")
    assert start("kiosk", "set-pin", folder=data, stdin=GOOD).returncode == 0
    assert stat.S_IMODE((tmp_path / "own" / "pin.json").stat().st_mode) == 0o644
    assert not (data / "kiosk").exists()


def test_settings_that_cannot_be_read_could_send_the_pin_to_the_wrong_place(site, data):
    has_settings(site, "pin_file =\n")
    done = start("kiosk", "set-pin", folder=data, stdin=GOOD)
    assert done.returncode == 2
    assert one_sentence(done.stderr)
    assert "settings.toml:1" in done.stderr


@pytest.mark.usefixtures("site")
def test_a_place_that_may_not_be_written_names_the_administrator(data):
    data.mkdir()
    (data / "kiosk").touch()
    done = start("kiosk", "set-pin", folder=data, stdin=GOOD)
    assert done.returncode == 2
    assert one_sentence(done.stderr)
    assert "as an administrator" in done.stderr


@pytest.mark.usefixtures("site")
@pytest.mark.skipif(shutil.which("setsid") is None, reason="setsid gives a program a terminal of its own")
@pytest.mark.parametrize(("second", "code"), [(GOOD, 0), ("881204", 2)])
def test_on_a_terminal_it_is_asked_for_twice_and_never_shown(data, second, code):
    ours, theirs = os.openpty()
    program = subprocess.Popen(
        ["setsid", "--ctty", "--wait", sys.executable, "-m", "guide_app", "--data-dir", str(data), "kiosk", "set-pin"],
        cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    for prompt, typed in ((b"New PIN: ", GOOD), (b"again: ", second)):
        while not shown.endswith(prompt):
            shown += os.read(ours, 1000)
        os.write(ours, typed.encode() + b"\n")
    try:
        while chunk := os.read(ours, 1000):
            shown += chunk
    except OSError:
        pass  # the other side has gone, and the terminal with it
    os.close(ours)
    assert program.wait(30) == code, shown
    assert GOOD.encode() not in shown
    assert (data / "kiosk" / "pin.json").exists() is (code == 0)


# -- answers ---------------------------------------------------------------------------------------------------------


def totals_file(file, visits=7, computer="0123456789abcdef"):
    totals = Totals(computers={computer})
    for _ in range(visits):
        totals.add_visit(Visit("2026-11", frozenset({("en", "duty/sue")})))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(to_text(totals))
    return file


def test_export_writes_this_account_s_totals(run, data, tmp_path):
    totals_file(data / "kiosk" / "totals.json")
    assert run("answers", "export", tmp_path / "r.csv") == (0, "", "")
    assert "2026-11,en,duty/sue,7,under 5" in (tmp_path / "r.csv").read_text()
    assert run("answers", "export", "-", "--as", "json")[1].startswith("{")


def test_export_writes_the_totals_that_are_named(run, tmp_path):
    file = totals_file(tmp_path / "other.json")
    code, out, err = run("answers", "export", "-", "--from", file)
    assert (code, err) == (0, "")
    assert "duty/sue,7," in out


def test_where_nothing_was_counted_export_is_one(run, tmp_path):
    code, out, err = run("answers", "export", tmp_path / "r.csv")
    assert (code, out) == (1, "")
    assert one_sentence(err)


@pytest.mark.parametrize("content", [None, "", "{}", "[]"], ids=repr)
def test_what_is_no_totals_file_is_two(run, tmp_path, content):
    file = tmp_path / "in.json"
    if content is not None:
        file.write_text(content)
    for command in (("export", tmp_path / "out.csv", "--from", file), ("merge", tmp_path / "out.json", file)):
        code, out, err = run("answers", *command)
        assert (code, out) == (2, "")
        assert one_sentence(err)
        assert str(file) in err


def test_a_file_that_cannot_be_written_is_two(run, tmp_path):
    file = totals_file(tmp_path / "in.json")
    code, _out, err = run("answers", "export", tmp_path / "no" / "r.csv", "--from", file)
    assert code == 2
    assert one_sentence(err)
    assert "no/r.csv" in err


def test_merge_adds_up_and_refuses_to_overwrite(run, tmp_path):
    one = totals_file(tmp_path / "1.json", 3, "1" * 16)
    two = totals_file(tmp_path / "2.json", 4, "2" * 16)
    assert run("answers", "merge", tmp_path / "all.json", one, two) == (0, "", "")
    assert read(tmp_path / "all.json").sessions == {"2026-11": 7}
    code, _out, err = run("answers", "merge", one, two)
    assert code == 2
    assert one_sentence(err)
    assert "exists already" in err


# -- settings --------------------------------------------------------------------------------------------------------


def test_init_then_check_then_show(run, site):
    code, out, err = run("settings", "init")
    assert (code, err) == (0, "")
    assert str(site / "settings.toml") in out
    assert run("settings", "check") == (0, f"{site}/settings.toml: no findings\n", "")
    code, out, err = run("settings", "show")
    assert (code, err) == (0, "")
    assert "idle_minutes = 5  # the default\n" in out


def test_init_refuses_to_overwrite(run, site):
    file = has_settings(site, "kiosk = true\n")
    code, out, err = run("settings", "init")
    assert (code, out) == (2, "")
    assert one_sentence(err)
    assert file.read_text() == "kiosk = true\n"


@pytest.mark.usefixtures("site")
def test_check_without_a_file_is_two(run):
    code, out, err = run("settings", "check")
    assert (code, out) == (2, "")
    assert one_sentence(err)
    assert "settings init" in err


def test_check_names_bad_values_with_their_line(run, site):
    file = has_settings(site, "theme = 'dark'\nidle_minutes = 0\n")
    code, out, err = run("settings", "check")
    assert (code, err) == (1, "")
    first, last = out.splitlines()
    assert first.startswith(f"{file}:2: idle_minutes must be a whole number from 1 to 120")
    assert last == f"{file}: 1 finding"


def test_check_says_when_staff_could_not_leave(run, site, data):
    file = has_settings(site, "kiosk = true\n")
    code, out, _err = run("settings", "check")
    assert code == 1
    assert f"{file}:1: kiosk is on, but staff could not leave it: No PIN is set" in out
    start("kiosk", "set-pin", folder=data, stdin=GOOD)
    assert run("settings", "check")[0] == 0
    (data / "kiosk" / "pin.json").write_text("{}")
    assert "is damaged" in run("settings", "check")[1]


def test_check_takes_a_file_that_is_not_in_its_place_yet(run, tmp_path):
    (tmp_path / "new.toml").write_text("kiosk = true\n")
    assert "No PIN is set" in run("settings", "check", tmp_path / "new.toml")[1]
    (tmp_path / "new.toml").write_text("text_size = 120\n")
    assert run("settings", "check", tmp_path / "new.toml")[0] == 0


def test_show_says_where_each_value_comes_from_and_what_is_left_out(run, site, data):
    has_settings(site, "theme = 'light'\nkiosk = false\nidle_minutes = 0\n")
    (data / "state").mkdir(parents=True)
    (data / "state" / "settings.json").write_text(json.dumps({"text_size": 150}))
    code, out, err = run("settings", "show")
    assert code == 1
    assert one_sentence(err)
    for line in (
        'theme = "light"  # the clinic',
        "kiosk = false  # the clinic",
        "text_size = 150  # the reader",
        "idle_minutes = 5  # the default",
    ):
        assert line in out.splitlines()


def test_a_visitor_s_account_cannot_write_where_an_administrator_has_to(open_folder, monkeypatch, capsys):  # noqa: F811
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(open_folder))
    open_folder.chmod(0o555)  # where no administrator runs the tests, it is their own
    with as_somebody_else():
        code = main(["settings", "init"])
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert one_sentence(err)
    assert "as an administrator" in err
    assert list(open_folder.iterdir()) == []
