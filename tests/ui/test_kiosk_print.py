"""Printing in a kiosk: one copy on the clinic's printer, no dialog, nothing that stays."""

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from guide_app.settings import Settings
from guide_app.ui.kiosk_print import NO_PRINTER, NOT_THERE, ClinicPrinter, system_printer
from guide_app.ui.paper import PrintJob
from tests.ui.finding import button, button_starting, buttons

JOB = PrintJob("A title", "the foot", "<body><p>Words.</p></body>")


@pytest.fixture
def paper():
    return QBuffer()


@pytest.fixture
def printer(kiosk, paper):
    """A printer that writes PDF into memory."""
    opened = []

    def open_printer(name):
        opened.append(name)
        paper.open(QBuffer.OpenModeFlag.WriteOnly)
        return QPdfWriter(paper)

    printer = ClinicPrinter("Desk", kiosk.window.notices, open_printer)
    printer.opened = opened
    return printer


def test_a_job_is_announced_and_then_printed(kiosk, printer, paper):
    printer.print_(JOB)
    assert kiosk.window.notices.text == "Printing …"
    assert printer.holds("Words")
    kiosk.qtbot.waitUntil(lambda: "Sent" in kiosk.window.notices.text)
    assert kiosk.window.notices.text == "Sent to the printer: 1 page."
    assert printer.opened == ["Desk"]
    assert bytes(paper.data().data()).startswith(b"%PDF")
    assert not printer.holds("Words")


def test_jobs_are_printed_one_after_the_other(kiosk, printer):
    printer.print_(JOB)
    printer.print_(JOB)
    kiosk.qtbot.waitUntil(lambda: len(printer.opened) == 2)


def test_a_job_that_waits_is_dropped_at_the_reset(kiosk, printer):
    printer.print_(JOB)
    printer.forget()
    assert not printer.holds("Words")
    printer._on_time()
    assert printer.opened == []


def test_a_printer_that_is_not_there_is_said(kiosk):
    assert system_printer("Desk that nobody has") is None
    printer = ClinicPrinter("Desk that nobody has", kiosk.window.notices)
    printer.print_(JOB)
    kiosk.qtbot.waitUntil(lambda: kiosk.window.notices.text == NOT_THERE)


def test_a_visitor_prints_without_a_dialog_of_the_system(kiosk):
    window = kiosk.window
    jobs = []
    window.paper.clinic_printer.print_ = jobs.append
    kiosk.click(button(window.bar, "Print this answer or the article"))
    QApplication.processEvents()
    kiosk.click(button_starting(window.drawer, "The whole article"))
    kiosk.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    kiosk.click(button_starting(window.drawer, "This answer"))
    assert [job.title for job in jobs] == [
        "Do the police have to come when I call?",
        "Do the police have to protect me?",
    ]
    assert QApplication.activeModalWidget() is None


def test_without_a_printer_there_is_no_button_and_a_kind_word(start_kiosk):
    kiosk = start_kiosk(Settings(kiosk=True))
    assert "Print" not in buttons(kiosk.window)
    kiosk.window.paper.print_("duty/protect", whole=False)
    assert kiosk.window.notices.text == NO_PRINTER
    assert not kiosk.window.paper.clinic_printer.holds("")


def test_at_home_there_is_no_such_button(window):
    assert "Print" not in buttons(window)
