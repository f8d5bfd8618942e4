"""Chooses the form of a citation, shows it, copies it or saves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from guide_app.citations.options import Options
from guide_app.ui.cards import Card
from guide_app.ui.citable import Citable, form_rows
from guide_app.ui.flow_layout import FlowLayout

PREVIEW_LETTERS = 1200


class FormsCard(Card):
    """Shows one citable in the chosen form.

    Signals: `form_chosen(form_id)`, `options_chosen(options)`, `copy_requested()`, `save_requested()`.
    """

    form_chosen = Signal(str)
    options_chosen = Signal(object)
    copy_requested = Signal()
    save_requested = Signal()

    def __init__(
        self, citable: Citable, form_id: str, options: Options, *, files: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._citable = citable
        self._form = form_id
        self._options = options
        self._rows = form_rows()
        self.text(citable.label, "muted")
        self._preview = QLabel()
        self._preview.setObjectName("citationPreview")
        self._preview.setWordWrap(True)
        self._preview.setAccessibleName("The citation in this form")
        self._preview.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._preview.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._preview.setProperty("role", "preview")
        self._warning = self.text("", "warning")
        self.column.addWidget(self._preview)
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.copy_button = QPushButton("Copy")
        self.copy_button.setProperty("kind", "primary")
        self.copy_button.clicked.connect(self.copy_requested)
        row.addWidget(self.copy_button)
        if files:
            save = QPushButton("Save to a file…")
            save.clicked.connect(self.save_requested)
            row.addWidget(save)
        self.column.addWidget(buttons)
        self.text("Form", "title")
        self._group = QButtonGroup(self)
        for number, (identity, words, _warning) in enumerate(self._rows):
            radio = QRadioButton(words)
            radio.setChecked(identity == form_id)
            radio.setEnabled(citable.has(identity))
            self._group.addButton(radio, number)
            self.column.addWidget(radio)
        self._group.idClicked.connect(self._on_form_clicked)
        self.text("Style", "title")
        self._boxes = {
            "underline": self._box("Underline instead of italics", options.emphasis == "underline"),
            "curly": self._box("Curly quotation marks", options.quotes == "curly"),
            "parallel": self._box("Parallel citations", options.parallel),
        }
        self.text("The form and style chosen here are used from now on.", "muted")
        self.column.addStretch(1)
        self._show()

    def _box(self, words: str, checked: bool) -> QCheckBox:
        box = QCheckBox(words)
        box.setChecked(checked)
        box.clicked.connect(self._on_option_clicked)
        self.column.addWidget(box)
        return box

    @Slot(int)
    def _on_form_clicked(self, number: int) -> None:
        self._form = self._rows[number][0]
        self.form_chosen.emit(self._form)
        self._show()

    @Slot()
    def _on_option_clicked(self) -> None:
        self._options = self._options._replace(
            emphasis="underline" if self._boxes["underline"].isChecked() else "italics",
            quotes="curly" if self._boxes["curly"].isChecked() else "straight",
            parallel=self._boxes["parallel"].isChecked(),
        )
        self.options_chosen.emit(self._options)
        self._show()

    def _show(self) -> None:
        warning = next(warning for identity, _words, warning in self._rows if identity == self._form)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        if not self._citable.has(self._form):
            self._preview.setText("This answer rests on no case or law that could be put into such a file.")
            return
        payload = self._citable.payload(self._form, self._options)
        if self._form in ("bluebook", "short", "rtf"):
            self._preview.setTextFormat(Qt.TextFormat.RichText)
            self._preview.setText(payload.html)
        else:
            self._preview.setTextFormat(Qt.TextFormat.PlainText)
            text = payload.plain
            self._preview.setText(text if len(text) <= PREVIEW_LETTERS else text[:PREVIEW_LETTERS] + "…")
