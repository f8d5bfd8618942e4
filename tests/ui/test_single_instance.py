"""One window for one data folder."""

import platform

import pytest
from PySide6.QtNetwork import QLocalServer

from guide_app.ui.single_instance import SingleInstance


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


def test_the_second_wakes_the_first(qtbot, qapp, lock):
    first = SingleInstance(lock)
    first.listen()
    second = SingleInstance(lock)
    with qtbot.waitSignal(first.started_again):
        assert second.wake_first()


def test_it_can_be_woken_again_and_again(qtbot, qapp, lock):
    first = SingleInstance(lock)
    first.listen()
    for _ in range(3):
        with qtbot.waitSignal(first.started_again):
            SingleInstance(lock).wake_first()


def test_when_the_first_does_not_listen_the_second_is_told(qapp, lock, monkeypatch):
    monkeypatch.setattr("guide_app.ui.single_instance.WAIT_MS", 50)
    first = SingleInstance(lock)
    assert first.is_first
    assert not SingleInstance(lock).wake_first()


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
