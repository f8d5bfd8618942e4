"""The composition root of a kiosk: the same window with everything in memory, and what keeps it shut."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QWidget

from guide_app.app import ConfigurationError, StartError, WindowOptions, cite_options, open_library
from guide_app.guide_file import clinic_folder, content_is_newer
from guide_app.kiosk.exit_codes import RESTART, ExitCode
from guide_app.kiosk.idle import IdleRule
from guide_app.kiosk.notify import Supervisor
from guide_app.kiosk.pin import PinError, PinLock, pin_file_for
from guide_app.kiosk.policy import policy_for
from guide_app.kiosk.reset import Holder, Reset
from guide_app.kiosk.totals_file import TotalsFile, TotalsNotSaved
from guide_app.library.reader import Library
from guide_app.paths import Paths
from guide_app.records.store import Records
from guide_app.settings import Settings
from guide_app.state import WindowState
from guide_app.ui.clipboard import CopyService
from guide_app.ui.icons import Icons
from guide_app.ui.kiosk_errors import ErrorWatch
from guide_app.ui.kiosk_gate import KioskGate
from guide_app.ui.kiosk_holders import KioskRooms, empty_holder, window_holders
from guide_app.ui.kiosk_idle import IdleWatch
from guide_app.ui.kiosk_keyboard import KioskKeyboard
from guide_app.ui.kiosk_pin_pad import PinPad
from guide_app.ui.kiosk_screens import KioskScreens
from guide_app.ui.kiosk_session import KioskSession
from guide_app.ui.kiosk_signals import EndSignals
from guide_app.ui.kiosk_staff import StaffPage
from guide_app.ui.kiosk_typing import KioskTyping
from guide_app.ui.kiosk_visit import VisitCount
from guide_app.ui.kiosk_warning import IdleWarning
from guide_app.ui.kiosk_watchdog import Watchdog
from guide_app.ui.main_window import MainWindow, WindowParts
from guide_app.ui.session import Session
from guide_app.ui.theme import TOUCH_HEIGHT, Theme

OLD_CONTENT = "The articles have changed since they were compiled. To show the new ones, run: guide-app build"
_MINUTE_MS = 60_000


class KioskProgram(QObject):
    """The running kiosk: keeps its parts, writes the totals when they are due, and ends with the right exit code."""

    def __init__(
        self,
        application: QApplication,
        library: Library,
        settings: Settings,
        paths: Paths,
        notices: tuple[str, ...] = (),
        *,
        clipboard: QClipboard | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._application = application
        self._notices = dict.fromkeys(notices)
        self._totals = TotalsFile(paths.totals_file)
        lock = pin_lock(settings, paths)
        theme = Theme(settings.theme, settings.text_size, TOUCH_HEIGHT)
        session = Session(Records.in_memory, kiosk=True)
        copier = CopyService(clipboard, private=True, shared=True)
        self.window = MainWindow(
            WindowParts(
                library=library,
                session=session,
                theme=theme,
                icons=Icons(paths.icons_folder),
                copier=copier,
                cite_options=cite_options(settings),
                cite_form=settings.citation_form,
                state=WindowState(),
                policy=policy_for(settings, kiosk=True),
            )
        )
        self.window.equip()
        rule = IdleRule(settings)
        self.idle = IdleWatch(rule, clock)
        self.warning = IdleWarning(theme, self.window)
        self.pin_pad = PinPad(lock, theme, self.window)
        self.staff_page = StaffPage(
            theme, self.window, self.notices, partial(_report_page, self._totals, library, theme)
        )
        visit = VisitCount(rule, self._totals, library.language, session.records.answers, self.window.article)
        self.gate = KioskGate()
        self.typing = KioskTyping(self.window, KioskKeyboard(self.window), self.gate, settings.on_screen_keyboard)
        self.rooms = KioskRooms(
            window=self.window,
            library=library,
            session=session,
            theme=theme,
            copier=copier,
            settings=settings,
            visit=visit,
            idle=self.idle,
            typing=self.typing,
            sheets=(self.warning, self.pin_pad, self.staff_page),
        )
        self.reset = Reset()
        for holder in kiosk_holders(self.rooms):
            self.reset.register(holder)
        self.session = KioskSession(self.window, self.reset, self.idle, self.warning, clock)
        self.screens = KioskScreens(self.window)
        self.errors = ErrorWatch()
        self._watchdog = Watchdog(Supervisor(os.environ))
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._connect()

    def notices(self) -> tuple[str, ...]:
        """Return what staff have to know."""
        return tuple(self._notices)

    def show(self) -> None:
        """Fill the screens with the start page."""
        self.screens.fill()
        self.window.start()
        self.gate.watch_windows()
        self._minute.start()

    def run(self) -> int:
        """Run until staff leave, an administrator ends the program, or it has to be started again: the exit code."""
        gc.freeze()  # as in personal use: what the start has made stays
        gc.enable()
        self.errors.install()
        ends = EndSignals()
        ends.came.connect(self._on_restart_wanted)
        ends.listen()
        QTimer.singleShot(0, self._watchdog.start)
        code = self._application.exec()
        self._watchdog.stop()
        self._write_totals()
        ends.stop()
        self.screens.close_covers()
        return code

    def _connect(self) -> None:
        self.gate.acted.connect(self.idle.on_acted)
        self.gate.moved.connect(self.idle.on_moved)
        self.errors.failed.connect(self.session.on_error)
        self.session.failed.connect(self._on_restart_wanted)
        self.window.header.staff_requested.connect(self.pin_pad.ask)
        self.pin_pad.accepted.connect(self.staff_page.show_page)
        self.staff_page.leave_wanted.connect(self._on_leave_wanted)
        self.staff_page.restart_wanted.connect(self._on_restart_wanted)
        self._minute.timeout.connect(self._on_minute)

    @Slot()
    def _on_leave_wanted(self) -> None:
        self._end(ExitCode.STAFF_EXIT)

    @Slot()
    def _on_restart_wanted(self) -> None:
        self._end(RESTART)

    def _end(self, code: ExitCode) -> None:
        self.reset.reset()  # what the visitor before left must not stay on the clipboard of whoever comes now
        self._application.exit(int(code))

    @Slot()
    def _on_minute(self) -> None:
        self._tell(self._totals.write_if_due)

    def _write_totals(self) -> None:
        self._tell(self._totals.write)

    def _tell(self, write: Callable[[], str]) -> None:
        """Write, and keep for staff what has to be known about it."""
        try:
            words = write()
        except TotalsNotSaved as error:
            words = str(error)
        if words:
            self._notices[words] = None
            print(f"guide-app: {words}", file=sys.stderr)


def build_kiosk(application: QApplication, options: WindowOptions, settings: Settings, paths: Paths) -> KioskProgram:
    """Build a kiosk and fill the screens. Raises ConfigurationError where the clinic has to act."""
    lock = pin_lock(settings, paths)
    try:
        lock.require_set()
    except PinError as error:
        raise ConfigurationError(str(error)) from error
    notices: list[str] = []
    try:
        library = open_library(options, paths, settings, notices.append, compile_allowed=False)
    except StartError as error:  # until somebody has compiled it, no further try would end otherwise
        raise ConfigurationError(str(error)) from error
    if content_is_newer(library, paths, clinic_folder(options.content, settings)):
        notices.append(OLD_CONTENT)
    for words in notices:
        print(f"guide-app: {words}", file=sys.stderr)
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    application.setQuitOnLastWindowClosed(False)
    kiosk = KioskProgram(application, library, settings, paths, tuple(notices))
    missing = kiosk.reset.missing()
    if missing:
        raise ConfigurationError(f"The reset of this program does not know how to forget: {', '.join(missing)}.")
    kiosk.show()
    return kiosk


def _report_page(totals: TotalsFile, library: Library, theme: Theme) -> QWidget:
    from guide_app.ui.report_page import ReportPage  # most days nobody asks for it

    return ReportPage(totals, library, theme)


def pin_lock(settings: Settings, paths: Paths) -> PinLock:
    """Return the lock on the way out."""
    return PinLock(pin_file_for(settings, paths.pin_file), paths.pin_tries_file)


def kiosk_holders(rooms: KioskRooms) -> tuple[Holder, ...]:
    """Return every holder of a kiosk."""
    window = rooms.window
    printer, state, finder = window.paper.clinic_printer, window.my_state, window.help_finder
    return (
        *window_holders(rooms),
        Holder("print jobs", printer.forget, printer.holds),
        Holder("state choice", state.forget, state.holds),
        Holder("help finder", finder.forget, finder.holds),
        # A kiosk shows the language of its library, and no visitor changes it.
        empty_holder("language"),
    )
