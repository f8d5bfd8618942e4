"""Copies the authority in hand: the row with the keyboard, the citation under the pointer, or the card that is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from guide_app.ui.article_pane import ArticlePane
from guide_app.ui.cite_actions import CiteActions
from guide_app.ui.cite_pages import CitePages
from guide_app.ui.drawer import Drawer
from guide_app.ui.panels import Panels


class AuthorityInHand(QObject):
    """Finds out which authority is meant by a key that names none."""

    def __init__(self, pane: ArticlePane, panels: Panels, drawer: Drawer, pages: CitePages, cite: CiteActions) -> None:
        super().__init__(pane)
        self._pane = pane
        self._panels = panels
        self._drawer = drawer
        self._pages = pages
        self._cite = cite

    @property
    def current(self) -> tuple[str, str] | None:
        """Return the id and the pinpoint of the authority that is meant, or None.

        Where the keyboard is goes first; then what the pointer is over; then the card that is open.
        """
        focus = QApplication.focusWidget()
        in_drawer = focus is not None and self._drawer.isAncestorOf(focus)
        if in_drawer and self._pages.authority is not None:
            return self._pages.authority
        if row := self._panels.current_authority:
            return row, ""
        return cited_by(self._pane.current_link()) or self._pages.authority

    @Slot()
    def copy(self) -> None:
        """Copy the citation of the authority that is meant."""
        current = self.current
        if current is None:
            self._cite.tell("Move to a citation first: with Tab, or with the pointer.")
        else:
            self._cite.copy(self._cite.of_authority(*current))


def cited_by(address: str) -> tuple[str, str] | None:
    """Return the authority and the pinpoint that a link in an article means, or None for any other link."""
    kind, _, rest = address.partition(":")
    identity, _, pinpoint = rest.partition("@")
    return (identity, pinpoint) if kind == "cite" else None
