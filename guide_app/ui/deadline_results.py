"""The dates that were worked out, as cards: the first one on top, the state's traps beside them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from guide_app.dates import in_words
from guide_app.places.deadline_model import Deadline, DeadlineGroup, DeadlineReport, WaitingTime
from guide_app.places.federal_claim import ONLY_IF_FEDERAL, FederalClaim
from guide_app.places.state_words import CHECK_NOW
from guide_app.ui import deadline_rows as rows
from guide_app.ui.card_frame import CardFrame
from guide_app.ui.facts_frame import FactsFrame
from guide_app.ui.paragraph import paragraph
from guide_app.ui.source_links import SourceRow
from guide_app.ui.state_rows import LinksOf, prose_of
from guide_app.ui.wide_page import WidePage

TO_READ = "To read, not to count by:"


class DeadlineResults(WidePage):
    """Shows one report. Signals: `authority_chosen(authority_id)`."""

    authority_chosen = Signal(str)

    def __init__(
        self,
        report: DeadlineReport,
        federal: FederalClaim | None,
        links_of: LinksOf,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        """Take the report, and what gives the links of some authorities."""
        super().__init__(scale, parent)
        self._report = report
        self._links_of = links_of
        self.top.addWidget(self._lead())
        for group in report.groups:
            self._group(group)
        if report.waits:
            self.main.addWidget(paragraph(rows.WAITS_TITLE, "heading"))
            for wait in report.waits:
                self.main.addWidget(self._wait(wait, report.name))
            self._sources("the waiting time", report.waits[0].authorities)
        if federal is not None:
            self._federal(federal)
        for caution in report.cautions:
            self.main.addWidget(paragraph(caution))
        read = f"We read the rules of {report.name} on {in_words(report.read_on)}. No citator was used."
        self.main.addWidget(paragraph(read, "muted"))
        self.main.addStretch(1)
        self._beside()

    @property
    def spoken(self) -> str:
        """Return what a screen reader has to hear first."""
        day, said = rows.lead(self._report)
        return " ".join((*rows.passed(self._report), f"{day}." if day else "", said))

    def _lead(self) -> QFrame:
        frame = CardFrame()
        column = frame.column
        day, said = rows.lead(self._report)
        for over in rows.passed(self._report):
            column.addWidget(paragraph(over, "warning"))
        if day:
            column.addWidget(paragraph("The first date that lies ahead", "muted"))
            column.addWidget(paragraph(day, "number"))
        column.addWidget(paragraph(said, "" if day else "warning"))
        happened = f"It happened on {in_words(self._report.happened)} in {self._report.name}. {CHECK_NOW}"
        column.addWidget(paragraph(happened, "title"))
        return frame

    def _group(self, group: DeadlineGroup) -> None:
        self.main.addWidget(paragraph(group.kind.value, "heading"))
        if group.opening:
            self.main.addWidget(paragraph(group.opening, "" if group.earliest else "warning"))
        for line in group.deadlines:
            self.main.addWidget(self._deadline(line, self._report.name))
        if group.deadlines:
            self._sources(group.kind.value, group.deadlines[0].authorities)
        prose = prose_of(group.note)
        if prose:
            self.main.addWidget(paragraph("\n".join((TO_READ, *prose)), "muted"))

    def _federal(self, federal: FederalClaim) -> None:
        self.main.addWidget(paragraph(ONLY_IF_FEDERAL, "heading"))
        for line in (federal.claim, federal.suit):
            self.main.addWidget(paragraph(line.kind.value, "title"))
            self.main.addWidget(self._deadline(line, rows.UNITED_STATES))
        ids = federal.claim.authorities
        if federal.wait is not None:
            self.main.addWidget(self._wait(federal.wait, rows.UNITED_STATES))
            ids += federal.wait.authorities
        self._sources("the federal claim", ids)

    def _deadline(self, line: Deadline, place: str) -> QFrame:
        frame = CardFrame()
        column = frame.column
        column.addWidget(paragraph(line.words, "warning" if line.passed else "title"))
        if left := rows.left(line):
            column.addWidget(paragraph(left))
        column.addWidget(FactsFrame(rows.deadline_rows(line, place), bare=True))
        return frame

    def _wait(self, wait: WaitingTime, place: str) -> QFrame:
        frame = CardFrame()
        column = frame.column
        column.addWidget(paragraph(wait.words, "title"))
        column.addWidget(FactsFrame(rows.wait_rows(wait, place), bare=True))
        return frame

    def _sources(self, about: str, ids: tuple[str, ...]) -> None:
        links = self._links_of(ids)
        if links:
            row = SourceRow(about, links)
            row.chosen.connect(self.authority_chosen)
            self.main.addWidget(row)

    def _beside(self) -> None:
        self.side.addWidget(paragraph(rows.TRAPS_TITLE, "heading"))
        for trap in self._report.traps:
            self.side.addWidget(paragraph(trap, "warning"))
        self.side.addStretch(1)
