"""What is counted of a visit: the sections that were read and the answers, once each, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from guide_app.kiosk.idle import IdleRule
from guide_app.kiosk.totals import Visit, VisitAnswer
from guide_app.kiosk.totals_file import TotalsFile
from guide_app.records.model import Answer
from guide_app.ui.article_pane import ArticlePane


class VisitCount(QObject):
    """Notes the sections that a visitor reaches; at the end of the visit adds them to the totals and drops them.

    A section that the start page shows by itself counts only when the visitor comes back to it or answers it.
    """

    def __init__(
        self,
        rule: IdleRule,
        totals: TotalsFile,
        language: str,
        answers: Callable[[], tuple[Answer, ...]],
        pane: ArticlePane,
    ) -> None:
        super().__init__(pane)
        self._rule = rule
        self._totals = totals
        self._language = language
        self._answers = answers
        self._viewed: set[str] = set()
        pane.section_reached.connect(self._on_section_reached)

    def end_visit(self) -> None:
        """Add the visit to the totals, if anybody was there, and drop it."""
        viewed, self._viewed = self._viewed, set()
        if not self._rule.active:
            return
        answers = self._answers()
        viewed |= {answer.section for answer in answers}
        self._totals.add(
            Visit(
                self._totals.month(),
                frozenset((self._language, section) for section in viewed),
                tuple(
                    VisitAnswer(self._language, answer.section, str(answer.verdict), str(answer.reason or ""))
                    for answer in answers
                ),
            )
        )

    def holds(self, word: str) -> bool:
        """Say whether a word is in the name of a section that was reached."""
        return any(word in section for section in self._viewed)

    @Slot(str)
    def _on_section_reached(self, section_id: str) -> None:
        if section_id and self._rule.active:
            self._viewed.add(section_id)
