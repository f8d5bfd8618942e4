"""The line above the article: where the reader is, the way back, help at once, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.icons import Icons
from guide_app.ui.theme import Theme

PLACE_LETTERS = 12
"""Less of topic and title than this says nothing."""
NARROW_LETTERS = 60
"""Below a width of so many letters the state stands in the upper row, in few words: a row less for the article."""
LEFT_SIDE = "Show or hide the left side"
"""What a listener is told; “Topics” is the name of the tab and of the list."""
_STATE_AT = 1
"""After the button for staff."""
_LEAVE_NOW = ("Leave now", "Cover and close the guide at once.")
_END_SESSION = ("End session", "Forget everything you did here, and show the start page.")


class _Place(QLabel):
    """Topic and title of the page, cut to the room that there is; next to no room is left empty."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_place(self, words: str) -> None:
        """Show another place."""
        self._words = words
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew: only here is the width known that the layout has left."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Cut the words anew in another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        metrics = self.fontMetrics()
        worth = self.width() >= PLACE_LETTERS * metrics.averageCharWidth()
        self.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width()) if worth else "")


class Header(QWidget):
    """Back, forward, place, emergency numbers, text and colours, and "Leave now", which is first in the tab order.

    Signals: one a control, named after what the reader wants; `narrowed(narrow)` when there is room for few words, or
    for all of them again.
    """

    back_requested = Signal()
    forward_requested = Signal()
    topics_requested = Signal()
    help_requested = Signal()
    emergency_requested = Signal()
    display_requested = Signal()
    private_requested = Signal()
    leave_requested = Signal()
    narrowed = Signal(bool)
    staff_requested = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, state_button: QWidget, *, kiosk: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._icons = icons
        self._narrow = False
        self._state_button = state_button
        self._sized = False

        words, does = _END_SESSION if kiosk else _LEAVE_NOW
        self.leave_button = QPushButton(words)
        self.leave_button.setObjectName("leaveNow")
        self.leave_button.setProperty("kind", "danger")
        self.leave_button.setAccessibleDescription(f"{does} Pressing Shift three times does the same.")
        self.leave_button.setToolTip(f"{does} Or press Shift three times.")
        self.leave_button.clicked.connect(self.leave_requested)

        self.topics_button = self._icon_button(LEFT_SIDE, "Show or hide the left side (F9)")
        self.topics_button.clicked.connect(self.topics_requested)
        self.back_button = self._icon_button("Back", "Back to the page before (Alt+Left)")
        self.back_button.clicked.connect(self.back_requested)
        self.forward_button = self._icon_button("Forward", "Forward (Alt+Right)")
        self.forward_button.clicked.connect(self.forward_requested)

        self._place_label = _Place()

        self.private_label = QPushButton("Private session")
        self.private_label.setProperty("kind", "quiet")
        self.private_label.setToolTip("Nothing is kept from this session")
        self.private_label.clicked.connect(self.private_requested)
        self.private_label.hide()
        self.help_button = QPushButton("Get help")
        self.help_button.setAccessibleName("Get help")
        self.help_button.setToolTip("Find a lawyer, legal aid, a hotline or an office (Ctrl+4)")
        self.help_button.clicked.connect(self.help_requested)
        self.help_button.hide()
        self.emergency_button = QPushButton("In danger? Call 911")
        self.emergency_button.setProperty("kind", "urgent")
        self.emergency_button.setToolTip("Emergency numbers and hotlines (F2)")
        self.emergency_button.clicked.connect(self.emergency_requested)
        self.display_button = QPushButton("Aa")
        self.display_button.setProperty("kind", "sign")
        self.display_button.setAccessibleName("Text size and colors")
        self.display_button.setToolTip("Text size and colors (F8)")
        self.display_button.clicked.connect(self.display_requested)

        self.staff_button = QPushButton("Staff")
        self.staff_button.setProperty("kind", "quiet")
        self.staff_button.setAccessibleDescription("For the clinic’s staff: asks for the PIN.")
        self.staff_button.clicked.connect(self.staff_requested)
        if not kiosk:
            self.staff_button.hide()

        self._way = QHBoxLayout()
        self._way.setSpacing(8)
        for tool in (self.topics_button, self.back_button, self.forward_button):
            self._way.addWidget(tool)
        self._way.addWidget(self._place_label, 1)
        self._controls = QWidget()
        self._flow = FlowLayout(self._controls, 8, align_right=True)
        for widget in (
            self.staff_button, state_button, self.private_label, self.help_button, self.emergency_button,
            self.display_button, self.leave_button,
        ):  # fmt: skip
            self._flow.addWidget(widget)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(12, 10, 16, 8)
        self._rows.setSpacing(8)
        self._rows.addLayout(self._way, 1)
        self._rows.addWidget(self._controls)
        self.restyle()

    def show_place(self, topic: str, title: str) -> None:
        """Show the topic and the title of the page."""
        self._place_label.show_place(f"{topic}  ›  {title}")
        self._place_label.setAccessibleName(f"{topic}, {title}")

    def set_history(self, *, back: bool, forward: bool) -> None:
        """Enable the two arrows."""
        self.back_button.setEnabled(back)
        self.forward_button.setEnabled(forward)

    def set_private(self, *, private: bool) -> None:
        """Show or hide the words "Private session"."""
        self.private_label.setVisible(private)
        self.refit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Name the button of the left side by words where that side, with the search box, is out of sight."""
        self.topics_button.setText("Search" if narrow else "")
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if narrow else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.topics_button.setToolButtonStyle(style)
        self.topics_button.setAccessibleName("Search and topics" if narrow else LEFT_SIDE)
        self.topics_button.setProperty("kind", "" if narrow else "quiet")
        self.topics_button.style().polish(self.topics_button)
        self.restyle()

    def offer_help(self, *, offered: bool) -> None:
        """Show or hide the way to the help finder: it stands here while the left side, where it lives, is hidden."""
        self.help_button.setVisible(offered)
        self.refit()

    def restyle(self) -> None:
        """Take the theme's present colours."""
        colours = self._theme.colours
        self.topics_button.setIcon(self._icons.icon("search" if self.topics_button.text() else "menu", colours.ink))
        self.back_button.setIcon(self._icons.icon("back", colours.ink))
        self.forward_button.setIcon(self._icons.icon("forward", colours.ink))
        self.private_label.setIcon(self._icons.icon("private", colours.ink))
        self.emergency_button.setIcon(self._icons.icon("phone", colours.on_warning))
        self.leave_button.setIcon(self._icons.icon("leave", colours.on_danger))
        self.refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the controls a row of their own where they do not fit beside the way; cut the place, never a control."""
        super().resizeEvent(event)
        self._sized = True
        self.refit()

    @Slot()
    def refit(self) -> None:
        """Find the places of the controls anew, after a change of width or of the words on one."""
        if not self._sized:  # measuring the controls before they have their window would style each of them twice
            return
        narrow = self.width() < NARROW_LETTERS * self.fontMetrics().averageCharWidth()
        if narrow != self._narrow:
            self._narrow = narrow
            self.help_button.setText("Help" if narrow else "Get help")
            self.narrowed.emit(narrow)
        state = self._state_button.sizeHint().width() + 8 if self._state_in_way else 0
        wanted = self._flow.sizeHint().width() + state
        tools = sum(tool.sizeHint().width() + 8 for tool in (self.topics_button, self.back_button, self.forward_button))
        beside = self.width() - tools - wanted - 36 >= 0
        self._move_state(to_way=not beside)
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._controls.setMinimumWidth(wanted if beside else 0)

    @property
    def _state_in_way(self) -> bool:
        return self._way.indexOf(self._state_button) >= 0

    def _move_state(self, *, to_way: bool) -> None:
        """Put the chosen state beside the way where the controls have a row of their own, which is then fuller."""
        if to_way == self._state_in_way:
            return
        if to_way:
            self._flow.removeWidget(self._state_button)
            self._way.addWidget(self._state_button)
        else:
            self._way.removeWidget(self._state_button)
            self._flow.insertWidget(_STATE_AT, self._state_button)

    def _icon_button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "quiet")
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button
