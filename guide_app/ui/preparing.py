"""A small window that says how far compiling has come, for a start that has to compile first."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QProgressDialog

from guide_app import GUIDE_TITLE
from guide_app.progress import Progress
from guide_app.ui.theme import Theme, style_sheet

WORDS = "Preparing the guide.\nThis is done once after its articles have changed."

WIDTH = 420


class Preparing:
    """Shows the window with the first percentage that it is told. Compiling blocks: each showing lets Qt draw once."""

    def __init__(self) -> None:
        self.dialog: QProgressDialog | None = None

    def show(self, percent: int) -> None:
        """Show how far it is."""
        if self.dialog is None:
            self.dialog = QProgressDialog(WORDS, "", 0, 100)
            self.dialog.setCancelButton(None)
            self.dialog.setWindowTitle(GUIDE_TITLE)
            self.dialog.setAccessibleDescription(WORDS)
            self.dialog.setAutoReset(False)
            self.dialog.setStyleSheet(style_sheet(Theme().colours))
            self.dialog.setMinimumWidth(WIDTH)
            self.dialog.show()
        self.dialog.setValue(percent)
        QApplication.processEvents()

    def close(self) -> None:
        """Take the window away."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()


def progress_in_window() -> Progress:
    """Return progress that is shown in a window of its own."""
    preparing = Preparing()
    return Progress(preparing.show, preparing.close)
