"""The composition root: builds library, records, session and window, and hands them on by constructor."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guide_app import GUIDE_TITLE, state
from guide_app.atomic_file import make_private_folder
from guide_app.citations.options import Options
from guide_app.guide_file import NoGuide, clinic_folder, open_guide
from guide_app.kiosk.policy import policy_for
from guide_app.library.reader import Library
from guide_app.paths import Paths
from guide_app.progress import Progress
from guide_app.records.errors import RecordsError
from guide_app.settings import Loaded, Settings, SettingsNotSaved, Value, forget_choice, load, save_choice

# isort: split
from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from guide_app.ui.clipboard import CopyService
from guide_app.ui.icons import Icons
from guide_app.ui.main_window import MainWindow, WindowParts
from guide_app.ui.session import Session
from guide_app.ui.single_instance import SingleInstance
from guide_app.ui.theme import Theme

if TYPE_CHECKING:
    from guide_app.records.store import Records

NO_DISPLAY = (
    "guide-app: there is no screen to open the window on. "
    "To draw it to a picture without one: guide-app snapshot FILE.png"
)
NO_ANSWER = (
    "The guide is open already, but it does not answer. Wait a moment and start it again. "
    "If that does not help, restart the computer."
)
BACKUP_AFTER_MS = 3_000


class WindowOptions(NamedTuple):
    """What the command line asked for."""

    target: str = ""
    content: Path | None = None
    language: str = "en"
    private: bool = False
    kiosk: bool = False


class StartError(Exception):
    """The window cannot open; the message is one sentence."""


class ConfigurationError(StartError):
    """The clinic's settings do not allow a start: a supervisor must not try again before somebody has acted."""


class Program(QObject):
    """The running program: keeps what must live as long as the window, and saves what is kept between starts.

    `notices` is what the reader has to be told at a start; it may still grow until the window is equipped.
    """

    def __init__(
        self, application: QApplication, window: MainWindow, session: Session, paths: Paths, notices: list[str]
    ) -> None:
        super().__init__()
        self._application = application
        self.window = window
        self._session = session
        self._paths = paths
        self._instance: SingleInstance | None = None
        self._notices = notices
        window.equipped.connect(self._on_equipped)
        window.left.connect(self._on_left)
        window.closing.connect(self._on_closing)
        window.setting_chosen.connect(self._on_setting_chosen)
        window.removal_wanted.connect(self._on_removal_wanted)

    def listen(self, instance: SingleInstance) -> None:
        """Raise the window when the program is started a second time."""
        self._instance = instance
        instance.started_again.connect(self.window.raise_from_elsewhere)
        self.window.equipped.connect(instance.listen)
        self.window.equipped.connect(self.window.show_icon)
        QTimer.singleShot(BACKUP_AFTER_MS, self._on_settled)

    def run(self) -> int:
        """Run until the window is closed and return the exit code."""
        code = self._application.exec()
        self._session.close()
        return code

    @Slot()
    def _on_equipped(self) -> None:
        if self._notices:
            self.window.notices.say(" ".join(self._notices))

    @Slot()
    def _on_settled(self) -> None:
        gc.freeze()  # what a start has made stays until the end: no collection needs to look at it again
        gc.enable()
        try:
            self._session.records.backup()
        except RecordsError as error:
            self.window.notices.say(str(error))

    @Slot()
    def _on_left(self) -> None:
        # In a private session too: the place of an earlier one must not come back either. It leaves no file of its own.
        if self._session.private and not self._paths.state_file.exists():
            self._application.quit()
            return
        with suppress(state.StateNotSaved):  # the window is covered and must close: there is nobody to tell
            state.forget_place(self._paths.state_file)
        self._application.quit()

    @Slot(object)
    def _on_closing(self, window_state: state.WindowState) -> None:
        if self._session.private:
            return
        try:
            state.save(self._paths.state_file, window_state)
        except state.StateNotSaved as error:
            print(f"guide-app: {error}", file=sys.stderr)

    @Slot(str, object)
    def _on_setting_chosen(self, key: str, value: Value) -> None:
        file = self._paths.user_settings_file
        try:
            if not value and value == getattr(load(file, self._paths.machine_settings_file).clinic, key):
                forget_choice(file, key)  # not even that there was one stays in the file
            else:
                save_choice(file, key, value)
        except SettingsNotSaved as error:
            self.window.notices.say(str(error))

    @Slot()
    def _on_removal_wanted(self) -> None:
        """Remove what the guide has kept; from here on the session is private, so that nothing is kept again."""
        from guide_app.own_traces import remove_own_traces

        try:
            self._session.records.erase_all()
            self._session.go_private(forget=False)
        except RecordsError as error:
            self.window.notices.say(str(error))
            return
        self.window.forget_records()
        self.window.my_state.forget()
        self.window.drawer.close_drawer()
        left = remove_own_traces(self._paths)
        words = f"{left[0]} could not be removed." if left else "Everything that the guide had kept is removed."
        self.window.notices.say(words)


def make_application(argv: list[str]) -> QApplication:
    """Make the Qt application. Without a screen this ends the process with one sentence and exit code 2."""
    if _has_no_screen(os.environ):
        print(NO_DISPLAY, file=sys.stderr)
        raise SystemExit(2)
    # Qt aborts the process when it cannot reach the screen; its fatal message is the last chance to say why.
    previous = qInstallMessageHandler(_on_fatal_message)
    # By its option: `setStyle` gives Python the style, and the making of that class is a fortieth of a start.
    application = QApplication([*argv, "-style", "Fusion"])
    qInstallMessageHandler(previous)
    application.setApplicationName("police-liability-guide")
    application.setApplicationDisplayName(GUIDE_TITLE)
    return application


def open_window(options: WindowOptions, paths: Paths) -> int:
    """Open the window and run until it is closed. Raises StartError."""
    application = make_application(["guide-app"])
    try:
        return _open_window(application, options, paths)
    except StartError as error:
        if _is_for_a_reader(error, options, paths) and _nobody_sees_the_terminal(application):
            from guide_app.ui.start_error import show_start_error

            show_start_error(str(error))
        raise


def _is_for_a_reader(error: StartError, options: WindowOptions, paths: Paths) -> bool:
    """Tell whether a reader has to hear why the window does not open.

    Of a wrong configuration hears whoever set the computer up, and a kiosk's supervisor waits for the exit code.
    """
    if isinstance(error, ConfigurationError):
        return False
    clinic = load(paths.user_settings_file, paths.machine_settings_file).clinic
    return not policy_for(clinic, kiosk=options.kiosk).kiosk


def _open_window(application: QApplication, options: WindowOptions, paths: Paths) -> int:
    with suppress(OSError):  # the lock cannot be held then, which keeps nobody from reading
        make_private_folder(paths.lock_file.parent)
    instance = SingleInstance(paths.lock_file)
    if not instance.is_first and instance.wake_first():
        return 0
    if not instance.is_first:
        raise StartError(NO_ANSWER)
    loaded = read_settings(paths)
    if policy_for(loaded.clinic, kiosk=options.kiosk).kiosk:
        # A module that a visit is the first to need must leave no file of that moment.
        sys.dont_write_bytecode = True
        from guide_app.kiosk_app import build_kiosk

        kiosk = build_kiosk(application, options, loaded.clinic, paths)
        QTimer.singleShot(0, instance.listen)
        return kiosk.run()
    program = build(application, options, paths)
    program.listen(instance)
    return program.run()


def read_settings(paths: Paths) -> Loaded:
    """Read the settings of the reader and the clinic. Raises ConfigurationError."""
    loaded = load(paths.user_settings_file, paths.machine_settings_file)
    if loaded.refusal:
        raise ConfigurationError(loaded.refusal)
    return loaded


def build(application: QApplication, options: WindowOptions, paths: Paths) -> Program:
    """Build everything and show the window. Raises StartError."""
    loaded = read_settings(paths)
    notices: list[str] = []
    library = open_library(options, paths, loaded.settings, notices.append)
    open_records = partial(_open_records, options, paths, partial(notices.insert, 0))
    window_state = state.WindowState() if options.private else state.load(paths.state_file)
    session = Session(open_records, private=options.private)
    window = make_window(library, session, loaded.settings, paths, window_state)
    program = Program(application, window, session, paths, notices)
    # Shown before the article is laid out, which then happens once, at the right width, and before the first paint.
    window.show()
    known = window.start(options.target or window_state.last_section)
    if options.target and not known:
        notices.append(f"“{options.target}” is not in this guide. Here is the start page.")
    return program


def make_window(
    library: Library, session: Session, settings: Settings, paths: Paths, window_state: state.WindowState
) -> MainWindow:
    """Build the window from its parts."""
    icons = Icons(paths.icons_folder)
    return MainWindow(
        WindowParts(
            library=library,
            session=session,
            theme=Theme(settings.theme, settings.text_size),
            icons=icons,
            copier=CopyService(private=session.private),
            cite_options=cite_options(settings),
            cite_form=settings.citation_form,
            state=window_state,
            policy=policy_for(settings),
        )
    )


def cite_options(settings: Settings) -> Options:
    """Return the reader's choices for citations."""
    return Options(
        emphasis="underline" if settings.citation_emphasis == "underline" else "italics",
        quotes="straight" if settings.citation_quotes == "straight" else "curly",
        parallel=settings.parallel_cites,
    )


def open_library(
    options: WindowOptions,
    paths: Paths,
    settings: Settings,
    say: Callable[[str], object],
    *,
    compile_allowed: bool = True,
) -> Library:
    """Open the guide, compiling it first where that is allowed and needed; `say` hears of it. Raises StartError."""
    content = clinic_folder(options.content, settings)
    open_ = partial(
        open_guide,
        paths,
        language=options.language,
        compile_allowed=compile_allowed,
        progress=_progress_in_window,
        say=say,
    )
    try:
        try:
            return open_(content)
        except NoGuide as error:
            if content is None or options.content is not None:
                raise
            # Somebody needs an answer: a clinic's folder that cannot be used must not keep the guide from them.
            library = open_()
            say(f"{error} The guide opens without the clinic’s own pages.")
            return library
    except NoGuide as error:
        raise StartError(str(error)) from error


def _open_records(options: WindowOptions, paths: Paths, say: Callable[[str], object]) -> Records:
    """Open the reader's records; `say` hears what there is to tell about them."""
    from guide_app.records.store import Records

    if options.private:
        return Records.in_memory()
    try:
        opened = Records.open(paths.records_file)
    except RecordsError as error:
        opened = Records.refusing(error)
    if opened.notice:
        say(opened.notice)
    return opened.records


def _progress_in_window() -> Progress:
    from guide_app.ui.preparing import progress_in_window

    return progress_in_window()


def _has_no_screen(environ: Mapping[str, str]) -> bool:
    if sys.platform in ("win32", "darwin") or environ.get("QT_QPA_PLATFORM"):
        return False
    return not environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY")


def _nobody_sees_the_terminal(application: QApplication) -> bool:
    """Tell whether the program was started from an icon, on a screen that somebody looks at."""
    if application.platformName() in ("offscreen", "minimal"):
        return False
    return not any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _on_fatal_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    if kind == QtMsgType.QtFatalMsg:
        print(NO_DISPLAY, file=sys.stderr, flush=True)
        os._exit(2)
    if kind == QtMsgType.QtCriticalMsg and message:
        print(message, file=sys.stderr)
