"""The bar under the article: it always belongs to the section being read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from guide_app.records.model import Reason
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.icons import Icons
from guide_app.ui.theme import Theme

REASONS = (
    (Reason.HARD_TO_UNDERSTAND, "Hard to understand"),
    (Reason.NOT_WHAT_I_LOOKED_FOR, "Not what I was looking for"),
    (Reason.NOT_MY_STATE, "Not about my state"),
    (Reason.SOMETHING_WRONG, "Something is wrong"),
)
"""What may be chosen after "No", and the words shown."""
QUESTION_WIDTH = 200
"""With less room than this, a question takes a line of its own."""


class SectionBar(QWidget):
    """Bookmark, copy citation, and "Was this helpful?" for one section.

    Signals: `bookmark_toggled()`, `copy_requested()`, `forms_requested()` for other forms of the citation,
    `print_requested()`, `answered(word)` with "yes" or "no", `answer_cleared()`, `reason_given(word)`.
    """

    bookmark_toggled = Signal()
    copy_requested = Signal()
    forms_requested = Signal()
    print_requested = Signal()
    answered = Signal(str)
    answer_cleared = Signal()
    reason_given = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sectionBar")
        self.setAccessibleName("For the answer being read")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._icons = icons
        self._answer = ""

        self._question = QLabel()
        self._question.setProperty("role", "title")
        self._question.setWordWrap(True)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

        self.bookmark_button = QPushButton("Bookmark")
        self.bookmark_button.setCheckable(True)
        self.bookmark_button.setToolTip("Bookmark this answer (Ctrl+D)")
        self.bookmark_button.clicked.connect(self._on_bookmark_clicked)
        self.copy_button = QPushButton("Copy citation")
        self.copy_button.setProperty("kind", "primary")
        self.copy_button.setToolTip("Copy the citation of this answer (Ctrl+Shift+C)")
        self.copy_button.clicked.connect(self.copy_requested)
        self.forms_button = QPushButton("Other forms")
        self.forms_button.setToolTip("Copy the citation as Markdown, RIS, BibLaTeX and more")
        self.forms_button.clicked.connect(self.forms_requested)

        self.print_button = QPushButton("Print")
        self.print_button.setAccessibleName("Print this answer or the article")
        self.print_button.clicked.connect(self.print_requested)
        self.print_button.hide()

        self._helpful = QLabel("Was this helpful?")
        self.yes_button = QPushButton("Yes")
        self.no_button = QPushButton("No")
        for button, name in ((self.yes_button, "Yes, this was helpful"), (self.no_button, "No, this was not helpful")):
            button.setCheckable(True)
            button.setAccessibleName(name)
        self.yes_button.clicked.connect(self._on_yes_clicked)
        self.no_button.clicked.connect(self._on_no_clicked)

        actions = QWidget()
        self._actions = FlowLayout(actions, 8, align_right=True)
        self._answer_part = answer = QWidget()
        answer_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, answer)
        answer_row.setContentsMargins(8, 0, 0, 0)
        answer_row.setSpacing(8)
        answer_row.addWidget(self._helpful)
        answer_row.addWidget(self.yes_button)
        answer_row.addWidget(self.no_button)
        self._actions.addWidget(self.bookmark_button)
        self._actions.addWidget(self.copy_button)
        self._actions.addWidget(self.forms_button)
        self._actions.addWidget(self.print_button)
        self._actions.addWidget(answer)
        actions.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._actions_widget = actions

        self._sized = False
        self._reasons: QWidget | None = None
        self._reason_buttons: dict[str, QPushButton] = {}

        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(8)
        self._said.addWidget(self._question, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._top.addLayout(self._said, 1)
        self._top.addWidget(actions, 0)
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        layout.setContentsMargins(20, 10, 16, 10)
        layout.setSpacing(8)
        layout.addLayout(self._top)
        self._column = layout
        self.restyle()

    @property
    def question(self) -> str:
        """Return the heading of the section that the bar belongs to."""
        return self._question.text()

    def show_section(self, heading: str, *, bookmarked: bool, answer: str, reason: str) -> None:
        """Show a section's question, star and answer ("yes", "no" or "")."""
        self._question.setText(heading)
        self._answer = answer
        self.bookmark_button.setChecked(bookmarked)
        self.bookmark_button.setText("Bookmarked" if bookmarked else "Bookmark")
        self.yes_button.setChecked(answer == "yes")
        self.no_button.setChecked(answer == "no")
        if answer == "no" and self._reasons is None:
            self._build_reasons()
        for word, button in self._reason_buttons.items():
            button.setChecked(word == reason)
        if self._reasons is not None:
            self._reasons.setVisible(answer == "no")
        self._paint_star()
        self._reflow()

    def _build_reasons(self) -> None:
        """Make the row that is asked after a No."""
        self._reasons = QWidget()
        row = FlowLayout(self._reasons, 8, align_right=True)
        row.addWidget(QLabel("What was wrong with it?"))
        for reason, text in REASONS:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("reason", str(reason))
            button.clicked.connect(self._on_reason_clicked)
            row.addWidget(button)
            self._reason_buttons[str(reason)] = button
        self._column.addWidget(self._reasons)

    def restyle(self) -> None:
        """Take the theme's present colours."""
        colours = self._theme.colours
        self.copy_button.setIcon(self._icons.icon("copy", colours.on_accent))
        self._paint_star()
        self._reflow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls above the question where they do not fit beside it."""
        super().resizeEvent(event)
        self._sized = True
        self._reflow()

    def _reflow(self) -> None:
        """Take one row, or two: "Was this helpful?" then stands beside the question, which leaves the article a row."""
        if not self._sized:  # measuring the controls before they have their window would style each of them twice
            return
        room = self.width() - 36 - QUESTION_WIDTH
        answer = self._answer_part.sizeHint().width()
        wanted = self._actions.sizeHint().width() + (answer + 8 if self._answer_at_question else 0)
        beside = room >= wanted
        self._move_answer(to_question=not beside and room >= answer)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._answer_at_question:
            direction = QBoxLayout.Direction.BottomToTop  # so that the keyboard goes from row to row
        self._top.setDirection(direction)
        self._actions_widget.setMinimumWidth(wanted if beside else 0)

    @property
    def _answer_at_question(self) -> bool:
        return self._said.indexOf(self._answer_part) >= 0

    def _move_answer(self, *, to_question: bool) -> None:
        if to_question == self._answer_at_question:
            return
        if to_question:
            self._actions.removeWidget(self._answer_part)
            self._said.addWidget(self._answer_part)
        else:
            self._said.removeWidget(self._answer_part)
            self._actions.addWidget(self._answer_part)

    def _paint_star(self) -> None:
        checked = self.bookmark_button.isChecked()
        colour = self._theme.colours.on_soft if checked else self._theme.colours.ink
        self.bookmark_button.setIcon(self._icons.icon("star-filled" if checked else "star", colour))

    @Slot()
    def _on_bookmark_clicked(self) -> None:
        self.bookmark_button.setChecked(not self.bookmark_button.isChecked())  # shown when it is on disk, not before
        self.bookmark_toggled.emit()

    @Slot()
    def _on_yes_clicked(self) -> None:
        self._answer_with("yes")

    @Slot()
    def _on_no_clicked(self) -> None:
        self._answer_with("no")

    def _answer_with(self, word: str) -> None:
        """Ask for an answer, or take it back when it is pressed again."""
        self.yes_button.setChecked(self._answer == "yes")
        self.no_button.setChecked(self._answer == "no")
        if self._answer == word:
            self.answer_cleared.emit()
        else:
            self.answered.emit(word)

    @Slot()
    def _on_reason_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.reason_given.emit(str(button.property("reason")) if button.isChecked() else "")
