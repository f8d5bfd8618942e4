"""Everything in the window that may hold a trace of a visitor, under the names that `kiosk/reset.py` asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from guide_app.kiosk.reset import Holder
from guide_app.library.reader import Library
from guide_app.settings import Settings
from guide_app.ui.clipboard import CopyService
from guide_app.ui.kiosk_gate import deselect
from guide_app.ui.kiosk_idle import IdleWatch
from guide_app.ui.kiosk_sheet import Sheet
from guide_app.ui.kiosk_typing import KioskTyping
from guide_app.ui.kiosk_visit import VisitCount
from guide_app.ui.main_window import MainWindow
from guide_app.ui.session import Session
from guide_app.ui.theme import Theme
from guide_app.ui.widget_texts import texts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskRooms:
    """What a running kiosk is made of. `settings` are the clinic's, to which the reset returns."""

    window: MainWindow
    library: Library
    session: Session
    theme: Theme
    copier: CopyService
    settings: Settings
    visit: VisitCount
    idle: IdleWatch
    typing: KioskTyping
    sheets: tuple[Sheet, ...]


def window_holders(rooms: KioskRooms) -> tuple[Holder, ...]:
    """Return the holders of the window; those of the rooms for state, help and paper come from there."""
    window, theme, settings, records = rooms.window, rooms.theme, rooms.settings, rooms.session.records
    return (
        Holder("totals", rooms.visit.end_visit, rooms.visit.holds),
        Holder("dialogs", partial(_close_all, rooms), partial(_in_open_pages, rooms)),
        Holder("clipboard", rooms.copier.forget, rooms.copier.holds),
        Holder("cite list", window.cite.forget, partial(_in_cite_list, window)),
        Holder("bookmarks", window.forget_records, lambda word: any(word in str(one) for one in records.bookmarks())),
        Holder("answers", window.forget_records, lambda word: any(word in str(one) for one in records.answers())),
        Holder("search", window.searching.forget, partial(_in_search, rooms)),
        Holder("history", window.navigator.forget, window.navigator.remembers),
        Holder("selection", partial(_select_nothing, window), partial(_in_selections, window)),
        Holder("article", window.navigator.start_anew, lambda word: word in window.article.toPlainText()),
        Holder(
            "text size",
            partial(theme.set_scale, settings.text_size),
            lambda word: theme.scale != settings.text_size and word in str(theme.scale),
        ),
        Holder(
            "theme",
            partial(theme.choose, settings.theme),
            lambda word: theme.choice != settings.theme and word in theme.choice,
        ),
        Holder("notices", window.notices.clear, window.notices.holds),
        Holder("screen keyboard", rooms.typing.put_away, nothing),
        Holder("idle", rooms.idle.reset, nothing),
        Holder("start page", window.start_anew, lambda word: _any(word, texts_of(window))),
    )


def empty_holder(name: str) -> Holder:
    """Return the holder of a room that this program does not have."""
    return Holder(name, _do_nothing, nothing)


def nothing(_word: str) -> bool:
    """Say that no word is held."""
    return False


def _do_nothing() -> None:
    """Forget nothing: there is nothing."""


def _any(word: str, texts: Iterable[str]) -> bool:
    return any(word in text for text in texts)


def _close_all(rooms: KioskRooms) -> None:
    QToolTip.hideText()
    _close_while(QApplication.activePopupWidget)
    _close_while(QApplication.activeModalWidget)
    for sheet in rooms.sheets:
        sheet.close_sheet()
    rooms.window.forget_pages()
    # Cards are deleted later, which is not soon enough: until then their words are in memory.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _close_while(find: Callable[[], QWidget | None]) -> None:
    while (widget := find()) is not None and widget.close():
        pass


def _in_open_pages(rooms: KioskRooms, word: str) -> bool:
    others = (widget for widget in QApplication.topLevelWidgets() if widget is not rooms.window)
    panels = filter(None, (rooms.window.sidebar.built(key) for key in ("bookmarks", "cases")))
    pages = (rooms.window.drawer, *panels, *rooms.sheets, *others)
    return any(_any(word, texts_of(page)) for page in pages)


def _in_cite_list(window: MainWindow, word: str) -> bool:
    options = window.cite.options
    entries = (
        text
        for entry in window.cite.cite_list
        for text in (entry.key, entry.label, entry.payload("text", options).plain)
    )
    return _any(word, entries)


def _in_search(rooms: KioskRooms, word: str) -> bool:
    return rooms.library.remembers_typed or _any(word, texts_of(rooms.window.sidebar))


def _fields(window: MainWindow) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if isinstance(each, (QLineEdit, QTextEdit, QPlainTextEdit))]


def _select_nothing(window: MainWindow) -> None:
    for field in _fields(window):
        deselect(field)


def _in_selections(window: MainWindow, word: str) -> bool:
    for field in _fields(window):
        if isinstance(field, QLineEdit):
            if word in field.selectedText():
                return True
        elif isinstance(field, (QTextEdit, QPlainTextEdit)) and word in field.textCursor().selectedText():
            return True
    return False
