"""systemd's notify protocol, spoken to a socket that stands in for systemd."""

import os
import socket

import pytest

from guide_app.kiosk.notify import ALIVE, READY, STOPPING, Supervisor


@pytest.fixture(params=["path", "abstract"])
def listener(request, tmp_path):
    """Return the name for NOTIFY_SOCKET and the socket behind it."""
    name = str(tmp_path / "notify") if request.param == "path" else f"@police-liability-guide-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(name if request.param == "path" else "\0" + name[1:])
        heard.settimeout(5)
        yield name, heard


def test_it_is_told(listener):
    name, heard = listener
    supervisor = Supervisor({"NOTIFY_SOCKET": name})
    for words in (READY, ALIVE, STOPPING):
        supervisor.tell(words)
    assert [heard.recv(100) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]


@pytest.mark.parametrize("name", ["", "@", "relative", "vsock:2:1"])
def test_nothing_is_said_where_nobody_listens(monkeypatch, name):
    def no_socket(*_given):
        raise AssertionError

    monkeypatch.setattr(socket, "socket", no_socket)
    supervisor = Supervisor({"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "20000000"})
    supervisor.tell(READY)
    assert supervisor.interval_ms == 0


def test_a_supervisor_that_has_gone_is_no_error(tmp_path):
    Supervisor({"NOTIFY_SOCKET": str(tmp_path / "gone")}).tell(ALIVE)


def test_one_that_does_not_read_does_not_hold_the_program_up(listener):
    supervisor = Supervisor({"NOTIFY_SOCKET": listener[0]})
    for _ in range(2000):
        supervisor.tell(ALIVE)


@pytest.mark.parametrize(
    ("limit", "interval"),
    [("20000000", 10_000), ("", 0), ("0", 0), ("1999", 0), ("-5", 0), ("soon", 0), ("٢٠٠٠٠", 0)],
)
def test_how_often_it_wants_to_hear(limit, interval):
    environ = {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": limit}
    assert Supervisor(environ).interval_ms == interval


@pytest.mark.parametrize(("wanted", "interval"), [("", 5_000), ("77", 5_000), ("78", 0)])
def test_a_watchdog_of_another_process_is_not_ours(wanted, interval):
    environ = {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "10000000", "WATCHDOG_PID": wanted}
    assert Supervisor(environ, process=77).interval_ms == interval
