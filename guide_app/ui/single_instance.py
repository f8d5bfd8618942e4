"""One window for one data folder: a second start raises the first window and ends."""

from __future__ import annotations

import zlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

WAIT_MS = 2_000


class SingleInstance(QObject):
    """Holds the lock of a data folder; QtNetwork's local socket is imported only after the first paint.

    Signals: `started_again()` in the first program when a second one was started.
    """

    started_again = Signal()

    def __init__(self, lock_file: Path) -> None:
        super().__init__()
        self._lock = QLockFile(str(lock_file))
        self._lock.setStaleLockTime(0)
        self._name = "police-liability-guide-" + f"{zlib.crc32(str(lock_file.absolute()).encode()):08x}"
        # A lock that cannot be written (read-only folder) does not keep anyone from reading.
        locked = self._lock.tryLock(0)
        self.is_first = locked or self._lock.error() != QLockFile.LockError.LockFailedError
        self._server: QObject | None = None

    @Slot()
    def listen(self) -> None:
        """Wait for a second start."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connected)
        server.listen(self._name)
        self._server = server

    def wake_first(self) -> bool:
        """Ask the first program to come to the front; return whether it answered."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(WAIT_MS)
        socket.disconnectFromServer()
        return reached

    @Slot()
    def _on_connected(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        assert isinstance(self._server, QLocalServer)
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
        self.started_again.emit()
