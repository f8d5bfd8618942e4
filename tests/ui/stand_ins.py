"""Stand-ins for what a test must be able to break: the clipboard, the disk, the clock."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

from guide_app.records.errors import RecordsFull, RecordsReadOnly
from guide_app.records.store import Records

READ_ONLY = RecordsReadOnly("Nothing can be saved: the folder allows no changes. You can still read everything.")
FULL = RecordsFull("Nothing can be saved: there is no room left. Free some room and try again.")


class Clipboard:
    """A clipboard that another program may hold: then it takes what it is given and still does not own it."""

    def __init__(self, *, held_by_another=False, selection=False):
        self.held_by_another = held_by_another
        self.data = None
        self.selected = QMimeData()
        self.has_selection = selection
        self.cleared = []

    def setMimeData(self, data):  # noqa: N802  Qt's name
        self.data = data

    def mimeData(self, mode=QClipboard.Mode.Clipboard):  # noqa: N802
        return self.data if mode == QClipboard.Mode.Clipboard else self.selected

    def ownsClipboard(self):  # noqa: N802
        return self.data is not None and not self.held_by_another

    def supportsSelection(self):  # noqa: N802
        return self.has_selection

    def ownsSelection(self):  # noqa: N802
        return self.has_selection

    def supportsFindBuffer(self):  # noqa: N802
        return False

    def clear(self, mode):
        self.cleared.append(mode)
        if mode == QClipboard.Mode.Clipboard:
            self.data = None
        else:
            self.has_selection = False
            self.selected = QMimeData()


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


class BreakingRecords:
    """Records whose disk fails from the moment `error` is set: every change raises it, and reading too if asked."""

    CHANGES = frozenset(
        [
            "add_bookmark",
            "add_bookmarks",
            "remove_bookmark",
            "restore_bookmark",
            "rename",
            "set_note",
            "move",
            "set_answer",
            "restore_answer",
            "clear_answer",
            "forget_since_start",
            "copy_to_memory",
            "backup",
        ]
    )
    READS = frozenset(["bookmarks", "bookmark_of", "answers", "answer_of", "changed_since_start"])

    def __init__(self, *, error=None, reading_breaks=False):
        self.real = Records.in_memory(today=lambda: "2026-11-24")
        self.error = error
        self.reading_breaks = reading_breaks

    def __getattr__(self, name):
        breaks = name in self.CHANGES or (self.reading_breaks and name in self.READS)
        return self._fail if breaks and self.error else getattr(self.real, name)

    def _fail(self, *_given):
        raise self.error
