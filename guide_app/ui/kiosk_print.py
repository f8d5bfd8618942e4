"""Printing in a kiosk: to the clinic's printer, one copy, without a dialog of the system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QPagedPaintDevice

from guide_app.ui.notices import NoticeBar
from guide_app.ui.paper import PrintJob, in_pages, page_layout, print_job

NOT_THERE = "Nothing was printed: the printer of this computer cannot be reached. Please ask the clinic’s staff."
NO_PRINTER = "This computer has no printer. Please ask the clinic’s staff."
DOCUMENT_NAME = "Police Liability Guide"
"""What the printer's queue shows, which others can see: not what was read."""


def system_printer(name: str) -> QPagedPaintDevice | None:
    """Return the system's printer of a name, or None when it is not there."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    found = QPrinterInfo.printerInfo(name)
    if found.isNull():
        return None
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(1)
    printer.setDocName(DOCUMENT_NAME)
    return printer if printer.isValid() else None


class ClinicPrinter(QObject):
    """Prints one job after the other. A job waits a moment, so that its notice is painted first.

    What has been handed to the system's own queue is out of the program's reach.
    """

    def __init__(
        self, name: str, notices: NoticeBar, open_printer: Callable[[str], QPagedPaintDevice | None] = system_printer
    ) -> None:
        super().__init__(notices)
        self._name = name
        self._notices = notices
        self._open_printer = open_printer
        self._waiting: list[PrintJob] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._on_time)

    def print_(self, job: PrintJob) -> None:
        """Print a job, or say that the clinic has set no printer."""
        if not self._name:
            self._notices.say(NO_PRINTER)
            return
        self._waiting.append(job)
        self._notices.say("Printing …")
        self._timer.start()

    def forget(self) -> None:
        """Drop every job that has not been printed yet."""
        self._timer.stop()
        self._waiting.clear()

    def holds(self, word: str) -> bool:
        """Say whether a word is in a job that has not been printed yet."""
        return any(word in job.title + job.html + job.foot for job in self._waiting)

    @Slot()
    def _on_time(self) -> None:
        if not self._waiting:
            return
        job = self._waiting.pop(0)
        printer = self._open_printer(self._name)
        if printer is None:
            self._notices.say(NOT_THERE)
            return
        printer.setPageLayout(page_layout(job))
        pages = print_job(job, printer)
        self._notices.say(f"Sent to the printer: {in_pages(pages)}.")
        if self._waiting:
            self._timer.start()
