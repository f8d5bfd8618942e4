"""One window for one data folder: a second start raises the first window and ends."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

WAIT_MS = 5_000
"""How long a second start waits for the first program, which may be busy, or still starting."""
_LOOK_AGAIN_MS = 50
_LONGEST_ADDRESS = 100
"""The system takes no longer path for a socket (104 bytes on macOS, 108 on Linux)."""


class SingleInstance(QObject):
    """Holds the lock of a data folder; QtNetwork's local socket is imported only after the first paint.

    `is_first` tells whether this program holds the folder, or nobody can.
    Signals: `started_again()` in the first program when a second one was started.
    """

    started_again = Signal()

    def __init__(self, lock_file: Path) -> None:
        super().__init__()
        self._lock = QLockFile(str(lock_file))
        self._lock.setStaleLockTime(0)
        self._address = _address(f"police-liability-guide-{zlib.crc32(str(lock_file.absolute()).encode()):08x}")
        self.is_first = self._try_lock()
        self._server: QObject | None = None

    def _try_lock(self) -> bool:
        # A lock that cannot be written (read-only folder) does not keep anyone from reading.
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    @Slot()
    def listen(self) -> None:
        """Wait for a second start."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._address)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connected)
        server.listen(self._address)
        self._server = server

    def wake_first(self) -> bool:
        """Ask the first program to come to the front; return whether it answered.

        Where it has ended meanwhile, this program is the first now.
        """
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(WAIT_MS)
        while True:
            socket = QLocalSocket()
            socket.connectToServer(self._address)
            # The system accepts a connection for a program that hangs, too. Only its end is an answer.
            if socket.waitForConnected(deadline.remainingTime()) and _ends(socket, deadline.remainingTime()):
                return True
            self.is_first = self._try_lock()
            if self.is_first or deadline.hasExpired():
                return False
            QThread.msleep(_LOOK_AGAIN_MS)

    @Slot()
    def _on_connected(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        assert isinstance(self._server, QLocalServer)
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
        self.started_again.emit()


def _ends(socket: QLocalSocket, within_ms: int) -> bool:
    return socket.state() == socket.LocalSocketState.UnconnectedState or socket.waitForDisconnected(within_ms)


def _address(name: str) -> str:
    """Return where the first program listens: in the session's own folder, which goes with it, if it has one.

    Else Qt makes the socket in the folder for temporary files, where that of a program that was killed stays. Windows
    has a name of its own for it, and no file.
    """
    file = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    usable = file.is_absolute() and file.parent.is_dir() and len(os.fsencode(file)) <= _LONGEST_ADDRESS
    return str(file) if usable else name
