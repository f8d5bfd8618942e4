"""What traces remain of the guide on a reader's own computer, in plain words, and the removal of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from guide_app.ui.cards import Card
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.push_button import push_button

REMAINS = (
    ("The guide itself", "It stays installed. Anyone who opens this computer can see that it is there."),
    ("Lists of the computer", "The start menu, the desktop and lists of recent programs and files may name it."),
    (
        "What was copied",
        "The clipboard may keep it. Windows can keep a history of copies and send it to your other devices.",
    ),
    (
        "What was printed or saved",
        "Paper, PDF files, calendar entries, and the printer’s own list stay where they are.",
    ),
    (
        "Watching programs",
        "If somebody has put one on this computer, it may have recorded everything. No button here can change that.",
    ),
)


class TracesCard(Card):
    """Says what remains, and removes what the guide has kept after a second question.

    Signals: `removal_confirmed()`, `asked(widget)` with the second question, which may be out of sight.
    """

    removal_confirmed = Signal()
    asked = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text("“Leave now” covers and closes the guide. It does not wipe the computer. This is what may remain:")
        for title, words in REMAINS:
            self.text(title, "title")
            self.text(words)
        self.text("What the guide has kept", "title")
        self.text(
            "Your bookmarks, notes and answers, your place in the text, and your choices. You can remove all of it "
            "here. A history that is suddenly empty can also be noticed."
        )
        self._ask = push_button("Remove what the guide has kept…", "", self._on_asked)
        self.column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._sure = self.text(
            "Bookmarks, notes, answers, place and choices will be gone for good. The guide stays open, as a private "
            "session."
        )
        self._row = QWidget()
        flow = FlowLayout(self._row)
        self._keep = push_button("Keep everything", "", self._on_kept)
        flow.addWidget(self._keep)
        flow.addWidget(push_button("Remove now", "danger", self.removal_confirmed))
        self.column.addWidget(self._row)
        self._sure.hide()
        self._row.hide()
        self.text("A phone or computer that the other person never uses is safer.", "muted")
        self.column.addStretch(1)

    @Slot()
    def _on_asked(self) -> None:
        self._ask.hide()
        self._sure.show()
        self._row.show()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asked.emit(self._sure)

    @Slot()
    def _on_kept(self) -> None:
        self._sure.hide()
        self._row.hide()
        self._ask.show()
        self._ask.setFocus(Qt.FocusReason.OtherFocusReason)
