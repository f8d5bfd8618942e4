"""The composition root of a kiosk: what it refuses, what it says to staff, what it writes, and how it ends."""

import os
import signal
import sqlite3
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from guide_app import app, cli, kiosk_app
from guide_app.kiosk import reset
from guide_app.kiosk.pin import set_pin
from guide_app.kiosk.totals import read
from guide_app.library.reader import Library
from guide_app.settings import Settings
from tests.conftest import RESOURCES
from tests.ui.conftest import undress

OPTIONS = app.WindowOptions(kiosk=True)


@pytest.fixture
def paths(installed, tmp_path):
    paths = installed(tmp_path)
    set_pin(paths.pin_file, "271828")
    return paths


@pytest.fixture
def build(qapp, qtbot, paths, monkeypatch):
    started = []

    class Kept(kiosk_app.KioskProgram):
        def __init__(self, *given, **more):
            super().__init__(*given, **more)
            started.append(self)

    monkeypatch.setattr(kiosk_app, "KioskProgram", Kept)

    def build_(settings=None, options=OPTIONS, paths=paths):
        return kiosk_app.build_kiosk(qapp, options, settings or Settings(), paths)

    yield build_
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    qapp.setQuitOnLastWindowClosed(True)
    for kiosk in started:
        kiosk.screens.close_covers()
        kiosk.window.removeEventFilter(kiosk.screens)
        kiosk.window.hide()
        kiosk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    undress(qapp)


def files(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_it_starts_on_the_start_page_whatever_was_asked_for(build):
    kiosk = build(options=OPTIONS._replace(target="warren/decided"))
    assert kiosk.window.isFullScreen()
    assert kiosk.window.section == "duty/protect"
    assert kiosk.reset.missing() == ()
    assert kiosk.notices() == ()


def test_without_a_pin_it_does_not_start(build, paths):
    paths.pin_file.unlink()
    with pytest.raises(app.ConfigurationError, match="No PIN is set"):
        build()


def test_the_clinic_may_keep_the_pin_elsewhere(build, paths, tmp_path):
    other = tmp_path / "other.json"
    paths.pin_file.rename(other)
    assert build(Settings(pin_file=str(other))).reset.missing() == ()


def test_with_a_holder_missing_it_does_not_start(build, monkeypatch):
    monkeypatch.setitem(reset.HOLDERS, "a new room", "what nobody forgets")
    with pytest.raises(app.ConfigurationError, match="a new room"):
        build()


def test_a_whole_visit_writes_nothing_until_the_end(build, qtbot, tmp_path):
    before = files(tmp_path)
    kiosk = build()
    kiosk.gate.acted.emit()
    kiosk.window.navigator.open_target("warren/decided")
    kiosk.window.reading.toggle_bookmark()
    kiosk.window.reading.answer_yes()
    kiosk.window.display.larger()
    with qtbot.waitSignal(kiosk.session.ended):
        kiosk.window.leave()
    kiosk._on_minute()
    assert files(tmp_path) == before
    kiosk._write_totals()
    assert files(tmp_path) - before == {"kiosk/totals.json"}


def test_the_reader_s_own_choices_do_not_reach_it(qapp, paths, monkeypatch):
    app.save_choice(paths.user_settings_file, "theme", "dark")
    seen = []
    monkeypatch.setattr(kiosk_app, "build_kiosk", lambda *given: seen.append(given) or _Kiosk())
    monkeypatch.setattr(app, "make_application", lambda argv: qapp)
    assert app.open_window(OPTIONS, paths) == 0
    assert seen[0][2].theme == "system"


class _Kiosk:
    def run(self):
        return 0


def test_the_clinic_s_settings_make_a_kiosk(qapp, paths, tmp_path, monkeypatch):
    clinic = tmp_path / "clinic.toml"
    clinic.write_text("kiosk = true\nidle_minutes = 9\n")
    seen = []
    monkeypatch.setattr(kiosk_app, "build_kiosk", lambda *given: seen.append(given) or _Kiosk())
    monkeypatch.setattr(app, "make_application", lambda argv: qapp)
    assert app.open_window(app.WindowOptions(), paths._replace(machine_settings_file=clinic)) == 0
    assert seen[0][2].idle_minutes == 9


def test_old_content_is_shown_and_staff_are_told(build, paths, tmp_path, capsys, compiled_guide):
    content = tmp_path / "resources"
    content.mkdir()
    for folder in ("articles", "authorities", "services", "states"):
        (content / folder).symlink_to(RESOURCES / folder)
    checkout = paths._replace(content_folder=content, shipped_folder=None)
    with pytest.raises(app.ConfigurationError, match="guide-app build"):
        build(paths=checkout)
    from guide_app.guide_file import cached_library

    cached = cached_library(checkout, (content,), "en")
    cached.parent.mkdir(parents=True)
    cached.write_bytes(compiled_guide.read_bytes())
    written = cached.stat().st_mtime_ns
    assert build(paths=checkout).notices() == ()
    (content / "services").unlink()  # staff have changed something since
    kiosk = build(paths=checkout)
    assert kiosk.notices() == (kiosk_app.OLD_CONTENT,)
    assert kiosk_app.OLD_CONTENT in capsys.readouterr().err
    assert cached.stat().st_mtime_ns == written
    with Library.open(cached) as library:
        assert library.article_count()


def test_a_guide_compiled_by_another_version_keeps_a_kiosk_shut_until_staff_have_acted(
    paths, tmp_path, compiled_guide, monkeypatch, qapp, capsys
):
    from guide_app.guide_file import cached_library, own_folder

    checkout = paths._replace(content_folder=RESOURCES, shipped_folder=None)
    cached = cached_library(checkout, (own_folder(checkout),), "en")
    cached.parent.mkdir(parents=True)
    cached.write_bytes(compiled_guide.read_bytes())
    with closing(sqlite3.connect(cached)) as library, library:
        library.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
    monkeypatch.setattr(app, "make_application", lambda argv: qapp)
    monkeypatch.setattr(cli, "paths_for", lambda *_given: checkout)
    assert cli.main(["--kiosk"]) == 78
    sentence = "The guide has not been compiled by this version of the program. As this account, run: guide-app build"
    assert capsys.readouterr().err == f"guide-app: {sentence}\n"


@pytest.mark.parametrize("error", [app.ConfigurationError("No PIN."), app.StartError("No guide.")])
def test_the_exit_code_tells_a_supervisor_whether_to_try_again(monkeypatch, tmp_path, capsys, error):
    def fail(*_given):
        raise error

    monkeypatch.setattr(app, "open_window", fail)
    code = cli.main(["--data-dir", str(tmp_path), "--kiosk"])
    assert code == (78 if isinstance(error, app.ConfigurationError) else 2)
    assert capsys.readouterr().err == f"guide-app: {error}\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
def test_a_signal_ends_it_and_the_totals_are_written(build, paths, monkeypatch):
    kiosk = build()
    kiosk.gate.acted.emit()
    interrupt = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back what the kiosk takes over
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))
    try:
        assert kiosk.run() == 0
    finally:
        signal.signal(signal.SIGINT, interrupt)
    assert '"sessions"' in paths.totals_file.read_text()
    assert read(paths.totals_file).sessions.total() == 1
