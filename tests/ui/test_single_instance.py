"""One window for one data folder."""

import platform
import subprocess
import sys
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtNetwork import QLocalServer

from guide_app.ui.single_instance import SingleInstance
from tests.test_cli import ROOT


@pytest.fixture
def lock(tmp_path):
    return tmp_path / "guide.lock"


def test_the_first_one_is_first_and_the_second_is_not(qapp, lock):
    first = SingleInstance(lock)
    second = SingleInstance(lock)
    assert first.is_first
    assert not second.is_first


def test_another_folder_is_another_window(qapp, tmp_path):
    first = SingleInstance(tmp_path / "one.lock")
    second = SingleInstance(tmp_path / "two.lock")
    assert first.is_first
    assert second.is_first


SECOND = """
import sys
from pathlib import Path
from guide_app.ui import single_instance
single_instance.WAIT_MS = 60_000
second = single_instance.SingleInstance(Path(sys.argv[1]))
print("waits", flush=True)
sys.exit(0 if second.wake_first() else 1)
"""


@pytest.fixture
def second_program(qtbot, lock):
    """Start a second program, which wakes the first; say whether it was answered."""
    with ExitStack() as programs:

        def start():
            program = programs.enter_context(
                subprocess.Popen([sys.executable, "-c", SECOND, str(lock)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
            )
            programs.callback(program.kill)
            assert program.stdout.readline() == "waits\n"

            def is_answered():
                qtbot.waitUntil(lambda: program.poll() is not None, timeout=30_000)
                return program.returncode == 0

            return is_answered

        yield start


@pytest.fixture
def no_patience(monkeypatch):
    monkeypatch.setattr("guide_app.ui.single_instance.WAIT_MS", 50)


def test_the_second_wakes_the_first_again_and_again(qtbot, qapp, lock, second_program):
    first = SingleInstance(lock)
    first.listen()
    for _ in range(2):
        with qtbot.waitSignal(first.started_again):
            is_answered = second_program()
        assert is_answered()


def test_a_first_that_is_still_starting_is_waited_for(qapp, lock, second_program):
    first = SingleInstance(lock)
    is_answered = second_program()
    first.listen()
    assert is_answered()


def test_when_the_first_does_not_listen_the_second_is_told(qapp, lock, no_patience):
    first = SingleInstance(lock)
    assert first.is_first
    assert not SingleInstance(lock).wake_first()


def test_when_the_first_hangs_the_second_is_told(qapp, lock, no_patience):
    """The system takes connections for it, too."""
    first = SingleInstance(lock)
    first.listen()
    second = SingleInstance(lock)
    assert not second.wake_first()
    assert not second.is_first


def test_when_the_first_has_just_ended_the_second_is_the_first(qapp, lock):
    first = SingleInstance(lock)
    second = SingleInstance(lock)
    del first
    assert not second.wake_first()
    assert second.is_first


@pytest.mark.skipif(sys.platform == "win32", reason="there the name is no file")
def test_the_socket_is_in_the_folder_of_the_session_and_goes_with_the_program(qapp, lock, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    first = SingleInstance(lock)
    first.listen()
    (socket,) = tmp_path.glob("police-liability-guide-*")
    assert socket.is_socket()
    first.deleteLater()
    QCoreApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    assert not socket.exists()


@pytest.mark.parametrize("folder", ["", "relative", "/no/such/folder", "long"])
def test_without_a_folder_that_will_do_it_can_be_woken_all_the_same(
    qapp, lock, tmp_path, monkeypatch, second_program, folder
):
    if folder == "long":
        deep = tmp_path / ("x" * 100)
        deep.mkdir()
        folder = str(deep)
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    first = SingleInstance(lock)
    first.listen()
    assert second_program()()


def test_the_lock_goes_with_the_program(qapp, lock):
    first = SingleInstance(lock)
    assert first.is_first
    del first
    assert SingleInstance(lock).is_first


def test_a_lock_that_cannot_be_written_keeps_nobody_from_reading(qapp, tmp_path):
    gone = SingleInstance(tmp_path / "no" / "such" / "folder" / "guide.lock")
    assert gone.is_first


def test_a_lock_of_a_program_that_died_is_taken_over(qapp, lock):
    """A power cut leaves the file; a process number that nobody has must not keep the guide shut."""
    lock.write_text(f"999999999\nguide-app\n{platform.node()}\n")
    assert SingleInstance(lock).is_first


def test_only_the_same_user_can_wake_it(qapp, lock):
    first = SingleInstance(lock)
    first.listen()
    server = next(child for child in first.children() if isinstance(child, QLocalServer))
    assert server.socketOptions() == QLocalServer.SocketOption.UserAccessOption
