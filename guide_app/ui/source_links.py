"""The cases and laws that a statement of a state rests on, as a row of links to their cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from guide_app.library.reader import Library, NotInGuide
from guide_app.ui.flow_layout import FlowLayout


@dataclass(frozen=True, slots=True)
class SourceLink:
    """An authority by its id, its short citation, and its full one for paper."""

    id: str
    words: str
    full_html: str


def source_links(library: Library, ids: Iterable[str]) -> tuple[SourceLink, ...]:
    """Return the links to authorities; those that the guide does not have are left out."""
    from guide_app.citations.bluebook import full, inline_and_standing
    from guide_app.citations.options import CURLY
    from guide_app.citations.styled import to_html, to_text

    found = []
    for identity in dict.fromkeys(ids):
        try:
            authority = library.authority(identity)
        except NotInGuide:
            continue
        found.append(SourceLink(identity, to_text(inline_and_standing(authority)), to_html(full(authority, "", CURLY))))
    return tuple(found)


class SourceRow(QWidget):
    """Shows the links, after the words that say what they are.

    Signals: `chosen(authority_id)`.
    """

    chosen = Signal(str)

    def __init__(self, about: str, links: tuple[SourceLink, ...], parent: QWidget | None = None) -> None:
        """Take what the sources are of ("the time to sue"), for a screen reader."""
        super().__init__(parent)
        flow = FlowLayout(self, 4)
        label = QLabel("Sources:")
        label.setProperty("role", "muted")
        flow.addWidget(label)
        for link in links:
            button = QPushButton(link.words)
            button.setProperty("kind", "link")
            button.setProperty("authority", link.id)
            button.setAccessibleName(f"{link.words}, source of {about}")
            button.clicked.connect(self._on_clicked)
            flow.addWidget(button)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.chosen.emit(sender.property("authority"))
