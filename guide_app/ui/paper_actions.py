"""Printing, PDF files, and bookmarks as files: the actions that open a dialog of the system."""

from __future__ import annotations

import datetime
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from guide_app.kiosk.policy import Ability, Policy
from guide_app.library.reader import Library
from guide_app.records.errors import RecordsError
from guide_app.ui.cite_actions import CiteActions
from guide_app.ui.notices import NoticeBar
from guide_app.ui.session import Session

if TYPE_CHECKING:
    from guide_app.ui.citable import Citable
    from guide_app.ui.kiosk_print import ClinicPrinter
    from guide_app.ui.paper import PrintJob

_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")


class PaperActions(QObject):
    """Runs what ends on paper or in a file. QtPrintSupport is imported when something is printed, not before.

    Signals: `bookmarks_imported()`.
    """

    bookmarks_imported = Signal()

    def __init__(
        self,
        window: QWidget,
        library: Library,
        session: Session,
        cite: CiteActions,
        notices: NoticeBar,
        policy: Policy,
    ) -> None:
        super().__init__(window)
        self._policy = policy
        self._session = session
        self._window = window
        self._library = library
        self._cite = cite
        self._notices = notices

    def job(self, section_id: str, *, whole: bool) -> PrintJob:
        """Return the print job of a section, or of the article that it belongs to."""
        from guide_app.ui.paper import article_job, section_job

        section = self._library.section(section_id)
        article = self._library.article(section.article)
        today = datetime.date.today()
        if whole:
            ids = tuple(part.id for part in article.sections)
            return article_job(article, self._cite.sources_html(ids), self._guide, today)
        return section_job(article, section, self._cite.sources_html((section_id,)), self._guide, today)

    def length(self, section_id: str, *, whole: bool) -> str:
        """Return in words how many pages a section takes, or the article that it belongs to."""
        from guide_app.ui.paper import in_pages, page_count

        return in_pages(page_count(self.job(section_id, whole=whole)))

    def print_(self, section_id: str, *, whole: bool) -> None:
        """Print a section, or the article that it belongs to."""
        self._print(self.job(section_id, whole=whole))

    def print_page(self, title: str, html: str, *, landscape: bool = False) -> None:
        """Print a page that is not an article, on its side where it is a wide table."""
        self._print(self._page_job(title, html, landscape))

    def _page_job(self, title: str, html: str, landscape: bool) -> PrintJob:
        from guide_app.ui.paper import html_job

        return html_job(title, html, self._guide, datetime.date.today(), landscape=landscape)

    @property
    def _guide(self) -> str:
        """Return what the foot of each page says of where it comes from: the guide, and the clinic that has it."""
        clinic = self._policy.settings.clinic_name or (self._library.clinic() or {}).get("name", "")
        guide = f"{self._library.title} {self._library.version}"
        return f"{guide}, {clinic}" if clinic else guide

    def _print(self, job: PrintJob) -> None:
        """Ask for a printer and print; in a kiosk there is only the clinic's, and nothing is asked."""
        if not self._policy.may(Ability.SYSTEM_PRINT_DIALOG):
            self.clinic_printer.print_(job)
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from guide_app.ui.paper import in_pages, page_layout, print_job

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(job))
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        pages = print_job(job, printer)
        self._notices.say(f"Sent to the printer: {in_pages(pages)}.")

    @cached_property
    def clinic_printer(self) -> ClinicPrinter:
        """Return the printer of a kiosk, made when it is first needed."""
        from guide_app.ui.kiosk_print import ClinicPrinter

        return ClinicPrinter(self._policy.settings.printer, self._notices)

    def save_pdf(self, section_id: str, *, whole: bool) -> None:
        """Ask for a file name and write a section, or the article that it belongs to, as PDF."""
        self._save_pdf(self.job(section_id, whole=whole), section_id.split("/")[0 if whole else 1])

    def save_page(self, title: str, html: str, *, name: str, landscape: bool = False) -> None:
        """Ask for a file name and write a page that is not an article as PDF."""
        self._save_pdf(self._page_job(title, html, landscape), name)

    def save_file(self, title: str, name: str, kinds: str, content: bytes) -> bool:
        """Ask for a file name and write a file; return whether it was written."""
        path = self._ask_for_file(title, name, kinds)
        if path is None:
            return False
        try:
            path.write_bytes(content)
        except OSError as error:
            self._notices.say(f"The file was not saved: {error.strerror or error}.")
            return False
        self._notices.say(f"Saved: {path.name}.")
        return True

    def _save_pdf(self, job: PrintJob, name: str) -> None:
        from guide_app.ui.paper import in_pages, write_pdf

        path = self._ask_for_file("Save as PDF", f"{name}.pdf", "PDF (*.pdf)")
        if path is None:
            return
        try:
            pages = write_pdf(job, path)
        except OSError as error:
            self._notices.say(f"The PDF was not saved: {error.strerror or error}.")
            return
        self._notices.say(f"Saved: {path.name}, {in_pages(pages)}.")

    @Slot(object)
    def save_citation(self, citable: Citable) -> None:
        """Ask for a file name and write a citation in the form chosen."""
        from guide_app.ui.citable import suffix_of

        suffix = suffix_of(self._cite.form)
        path = self._ask_for_file("Save citation", f"citations{suffix}", f"*{suffix}")
        if path is None:
            return
        try:
            path.write_text(citable.file_text(self._cite.form, self._cite.options), encoding="utf-8")
        except OSError as error:
            self._notices.say(f"The file was not saved: {error.strerror or error}.")
        else:
            self._notices.say(f"Saved: {path.name}.")

    @Slot()
    def export_bookmarks(self) -> None:
        """Ask for a file name and write the bookmarks, in the form that the name asks for."""
        from guide_app.records.bookmark_files import exported, form_of

        kinds = "JSON, complete (*.json);;Markdown (*.md);;HTML, for browsers (*.html)"
        path = self._ask_for_file("Save bookmarks", "bookmarks.json", kinds)
        if path is None:
            return
        try:
            text = exported(self._session.records, form_of(path.name))
            path.write_text(text, encoding="utf-8")
        except RecordsError as error:
            self._notices.say(str(error))
        except OSError as error:
            self._notices.say(f"The bookmarks were not saved: {error.strerror or error}.")
        else:
            self._notices.say(f"Saved: {path.name}.")

    @Slot()
    def import_bookmarks(self) -> None:
        """Ask for a file and add its bookmarks."""
        if not self._policy.may(Ability.FILE_DIALOG):
            return
        from PySide6.QtWidgets import QFileDialog

        from guide_app.records.bookmark_files import imported

        kinds = "Bookmarks (*.json *.html *.htm)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Read bookmarks", str(Path.home()), kinds)
        if not chosen:
            return
        try:
            report = imported(self._session.records, Path(chosen).read_text(encoding="utf-8"))
        except RecordsError as error:
            self._notices.say(str(error))
        except (OSError, UnicodeDecodeError):
            self._notices.say("That file could not be read. Nothing was added.")
        else:
            refused = f", {len(report.refused)} refused" if report.refused else ""
            self._notices.say(f"{report.added} added, {report.already_there} already there{refused}.")
            self.bookmarks_imported.emit()

    def _ask_for_file(self, title: str, name: str, kinds: str) -> Path | None:
        if not self._policy.may(Ability.FILE_DIALOG):
            return None
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(Path.home() / name), kinds)
        return _with_ending(Path(chosen), Path(name).suffix) if chosen else None


def _with_ending(path: Path, ending: str) -> Path:
    """Add the ending that a name was typed without, unless that is another file: nobody was asked about that one."""
    ended = path.with_name(path.name + ending)
    return path if _ENDING.search(path.name) or ended.exists() else ended
