"""The staff's page behind the PIN: what staff have to know, the report, and the ways out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.kiosk_sheet import Sheet
from guide_app.ui.push_button import push_button
from guide_app.ui.theme import Theme

NOTHING_TO_TELL = "Everything is in order."


class StaffPage(Sheet):
    """Leave, start again, the report, back to the guide.

    `make_report` builds the report's widget anew each time it is asked for. `notices` gives what staff have to know.
    Signals: `leave_wanted()`, `restart_wanted()`.
    """

    leave_wanted = Signal()
    restart_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        notices: Callable[[], tuple[str, ...]],
        make_report: Callable[[], QWidget] | None = None,
    ) -> None:
        super().__init__("Staff", theme, window)
        self._notices = notices
        self._make_report = make_report
        self._message = self.text("")
        row = QWidget()
        flow = FlowLayout(row, 12)
        self._back = push_button("Back to the guide", "primary", self.close_sheet)
        buttons = [self._back]
        if make_report is not None:
            buttons.append(push_button("Report", "", self.show_report))
        buttons.append(push_button("Start the guide again", "", self.restart_wanted))
        buttons.append(push_button("Leave kiosk mode", "", self.leave_wanted))
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(row)
        self.text(
            "Leaving ends the guide. Starting it again shows new articles, once guide-app build has been run. "
            "Either way, this session is forgotten.",
            "muted",
        )
        self._report_place = QVBoxLayout()  # last: it is long, and the ways out stay where they are
        self.column.addLayout(self._report_place)
        self._report: QWidget | None = None

    @Slot()
    def show_page(self) -> None:
        """Show the page with what there is to tell."""
        self._message.setText("\n".join(self._notices()) or NOTHING_TO_TELL)
        self.open(self._back)

    @Slot()
    def show_report(self) -> None:
        """Show the report in the page, as it is now."""
        self._drop_report()
        if self._make_report is not None:
            self._report = self._make_report()
            self._report_place.addWidget(self._report)
            self.widen(wide=True)

    def close_sheet(self) -> None:
        """Go away, with the report."""
        super().close_sheet()
        self._drop_report()

    def _drop_report(self) -> None:
        report, self._report = self._report, None
        if report is not None:
            self._report_place.removeWidget(report)
            report.hide()
            report.deleteLater()
        self.widen(wide=False)
