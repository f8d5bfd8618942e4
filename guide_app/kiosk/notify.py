"""systemd's notify protocol: "I am ready", "I am alive", "I am stopping", in a datagram to a local socket.

systemd ends a kiosk that says nothing for the time of its watchdog, and starts it again (sd_notify(3),
sd_watchdog_enabled(3)). Where no supervisor asks for it, nothing is sent and no socket is opened.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from contextlib import suppress

READY, ALIVE, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"


class Supervisor:
    """Who started the program and wants to hear how it is, if anybody does. `environ` is the process's environment."""

    def __init__(self, environ: Mapping[str, str], process: int | None = None) -> None:
        self._address = _address(environ.get("NOTIFY_SOCKET", ""))
        mine = environ.get("WATCHDOG_PID", "") in ("", str(os.getpid() if process is None else process))
        limit = environ.get("WATCHDOG_USEC", "") if mine and self._address else ""
        self.interval_ms = int(limit) // 2000 if limit.isascii() and limit.isdigit() and int(limit) >= 2000 else 0
        """How often to say ALIVE, half of the time after which the supervisor gives up; 0 for never."""

    def tell(self, words: str) -> None:
        """Say something, if anybody listens. A supervisor that has gone is no reason to end."""
        if not self._address:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.sendto(words.encode(), self._address)


def _address(name: str) -> str:
    """Return the address of a local socket, "" for none: "@" stands for the zero byte of an abstract one."""
    if name.startswith("@") and len(name) > 1:
        return "\0" + name[1:]
    return name if name.startswith("/") and hasattr(socket, "AF_UNIX") else ""
