"""The watchdog lives in the event loop: while that runs, the supervisor hears of it."""

import socket

from guide_app.kiosk.notify import Supervisor
from guide_app.ui.kiosk_watchdog import Watchdog


def test_ready_alive_and_stopping(qtbot, tmp_path):
    name = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(name))
        heard.settimeout(0)
        watchdog = Watchdog(Supervisor({"NOTIFY_SOCKET": str(name), "WATCHDOG_USEC": "20000"}))
        watchdog.start()
        assert heard.recv(50) == b"READY=1"
        words = []

        def alive():
            try:
                words.append(heard.recv(50))
            except BlockingIOError:
                return False
            return len(words) == 2

        qtbot.waitUntil(alive)
        assert words == [b"WATCHDOG=1", b"WATCHDOG=1"]
        watchdog.stop()
        while (word := heard.recv(50)) == b"WATCHDOG=1":
            pass
        assert word == b"STOPPING=1"
        assert not watchdog._timer.isActive()


def test_without_a_supervisor_there_is_no_timer(qtbot):
    watchdog = Watchdog(Supervisor({}))
    watchdog.start()
    assert not watchdog._timer.isActive()
    watchdog.stop()
