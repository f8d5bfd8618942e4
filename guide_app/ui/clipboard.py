"""Puts a citation on the clipboard in three forms at once, and says honestly whether it is there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from guide_app.citations.payload import Payload

RTF_TYPES = ("text/rtf", "application/rtf")
WINDOWS_RTF = 'application/x-qt-windows-mime;value="Rich Text Format"'
WINDOWS_PRIVATE = (
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"',
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"',
)
"""Formats whose presence (value 0) keeps a copy out of Windows' clipboard history and cloud."""


class CopyService(QObject):
    """Copies, checks that this program owns the clipboard, and clears what it has put there.

    Signals: `copied(what)` and `copy_failed(what)`, with the words for what was copied.
    """

    copied = Signal(str)
    copy_failed = Signal(str)

    def __init__(self, clipboard: QClipboard | None = None, *, private: bool = False, shared: bool = False) -> None:
        """Take whether copies are kept out of the system's history, and whether this is a shared computer."""
        super().__init__()
        self._given = clipboard
        self.private = private
        self.shared = shared
        self._last: tuple[str, Payload] | None = None

    @property
    def _clipboard(self) -> QClipboard:
        return self._given or QGuiApplication.clipboard()

    def copy(self, what: str, payload: Payload) -> bool:
        """Put `payload` on the clipboard and return whether it is there."""
        self._last = (what, payload)
        self._clipboard.setMimeData(mime_data(payload, private=self.private))
        there = self._clipboard.ownsClipboard()
        (self.copied if there else self.copy_failed).emit(what)
        return there

    def copy_again(self) -> None:
        """Try the last copy once more."""
        if self._last is not None:
            self.copy(*self._last)

    def forget(self) -> None:
        """Take what this program has put on the clipboard and the selection away; on a shared computer, all of it."""
        self._last = None
        if self.shared:
            self._empty()
            return
        if self._clipboard.ownsClipboard():
            self._clipboard.clear(QClipboard.Mode.Clipboard)
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _empty(self) -> None:
        clipboard = self._clipboard
        clipboard.clear(QClipboard.Mode.Clipboard)
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        if clipboard.supportsFindBuffer():
            clipboard.clear(QClipboard.Mode.FindBuffer)

    def holds(self, word: str) -> bool:
        """Say whether a word is on the clipboard or the selection in any form, or in the copy that can be repeated."""
        clipboard = self._clipboard
        modes = [QClipboard.Mode.Clipboard]
        modes += [QClipboard.Mode.Selection] * clipboard.supportsSelection()
        modes += [QClipboard.Mode.FindBuffer] * clipboard.supportsFindBuffer()
        there = [data for mode in modes if (data := clipboard.mimeData(mode)) is not None]
        forms = [bytes(data.data(kind).data()).decode(errors="replace") for data in there for kind in data.formats()]
        return any(word in form for form in forms) or (self._last is not None and word in str(self._last))

    def flush(self) -> None:
        """Hand a copy over to the system before the program ends, so that it can still be pasted (Windows).

        WORKAROUND: Windows keeps only a promise of the content; Qt redeems it while the event loop still runs: being
        asked for the data once does that. It may go when Qt flushes by itself at exit.
        """
        if sys.platform == "win32" and not self.private and self._clipboard.ownsClipboard():
            QGuiApplication.processEvents()

    @property
    def outlives_program(self) -> bool:
        """Say whether a copy stays when the guide closes (elsewhere it takes a clipboard manager)."""
        return sys.platform in ("win32", "darwin")


def mime_data(payload: Payload, *, private: bool = False) -> QMimeData:
    """Return HTML, RTF and plain text as one object, with nothing of our fonts or colours."""
    data = QMimeData()
    data.setText(payload.plain)
    if payload.html:
        data.setHtml(payload.html)
    if payload.rtf:
        rtf = QByteArray(payload.rtf.encode("ascii"))
        for kind in (*RTF_TYPES, *((WINDOWS_RTF,) if sys.platform == "win32" else ())):
            data.setData(kind, rtf)
    if private and sys.platform == "win32":
        for kind in WINDOWS_PRIVATE:
            data.setData(kind, QByteArray(b"\0\0\0\0"))
    return data
