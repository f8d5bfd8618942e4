"""A kiosk on the made guide, and everything in it that can be read by anyone or anything."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from guide_app.kiosk_app import KioskProgram
from guide_app.settings import Settings
from guide_app.ui.widget_texts import texts_of

PIN = "271828"


class Kiosk:
    """A running kiosk with a clock that moves when it is told to."""

    def __init__(self, qtbot, library, paths, clipboard, clock, settings=None):
        self.qtbot = qtbot
        self.clock = clock
        self.clipboard = clipboard
        self.paths = paths
        self.ended_with = []
        self.program = KioskProgram(
            self, library, settings or Settings(kiosk=True, printer="Desk"), paths, clipboard=clipboard, clock=clock
        )
        self.window = self.program.window
        with qtbot.waitExposed(self.window):
            self.program.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def exit(self, code):
        """Stand in for the application, which cannot be ended in the middle of the tests."""
        self.ended_with.append(code)

    def close(self):
        self.program.screens.close_covers()
        self.window.removeEventFilter(self.program.screens)
        self.program.idle.reset()
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key as the system hands it over."""
        self.qtbot.keyClick(self.window.windowHandle(), key, modifiers)

    def type(self, text):
        for letter in text:
            QTest.keyClick(self.window.windowHandle(), letter)

    def click(self, widget, button=Qt.MouseButton.LeftButton, place=None):
        """Click as the system hands it over: on the window."""
        at = widget.mapTo(self.window, place or widget.rect().center())
        self.qtbot.mouseClick(self.window.windowHandle(), button, Qt.KeyboardModifier.NoModifier, at)

    def select(self, text):
        """Select a text of the article."""
        found = self.window.article.document().find(text, 0, QTextDocument.FindFlag(0))
        assert not found.isNull()
        self.window.article.setTextCursor(QTextCursor(found))

    def wait_for_reset(self, way):
        """Go a way home and wait until the start page is back."""
        with self.qtbot.waitSignal(self.program.session.ended):
            way()


def accessible_texts(interface):
    """Yield the words of an accessible object and of all below it."""
    if interface is None or not interface.isValid():
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help):
        yield interface.text(kind)
    text = interface.textInterface()
    if text is not None:
        yield text.text(0, text.characterCount())
    for number in range(interface.childCount()):
        yield from accessible_texts(interface.child(number))


def everything_said(window):
    """Return every word that a widget or an accessible object of the program has."""
    widgets = [text for widget in QApplication.topLevelWidgets() for text in texts_of(widget)]
    return "\n".join([*widgets, *accessible_texts(QAccessible.queryAccessibleInterface(window))])
