"""Chooses what to cite and in which form, shows it, copies it or saves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from guide_app.citations.options import Options
from guide_app.citations.pinpoint import PinpointError
from guide_app.ui.cards import Card
from guide_app.ui.citable import Citable, NamedCitable, form_rows
from guide_app.ui.flow_layout import FlowLayout
from guide_app.ui.paragraph import let_select

PREVIEW_LINES = 12
NOTHING = "This rests on no case or law that could be put into such a file."


class FormsCard(Card):
    """Shows one of several things to cite in the chosen form: the result, then what it can be changed by.

    Signals: `form_chosen(form_id)`, `options_chosen(options)`, `copy_requested(citable)`, `save_requested(citable)`.
    """

    form_chosen = Signal(str)
    options_chosen = Signal(object)
    copy_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(
        self,
        offers: tuple[NamedCitable, ...],
        chosen: int,
        form_id: str,
        options: Options,
        *,
        files: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show the offer number `chosen`; with `files` it can be saved."""
        super().__init__(parent)
        self._offers = offers
        self._citable: Citable = offers[chosen].citable
        self._form = form_id
        self._options = options
        self._rows = form_rows()
        self._label = self.text("", "muted")
        buttons = QWidget()
        beside = FlowLayout(buttons)
        self.copy_button = QPushButton("Copy")
        self.copy_button.setProperty("kind", "primary")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        beside.addWidget(self.copy_button)
        self.copy_button.setAccessibleName("Copy the citation in this form")
        self._save = QPushButton("Save to a file…")
        self._save.setAccessibleName("Save to a file: the citation in this form")
        self._save.clicked.connect(self._on_save_clicked)
        beside.addWidget(self._save)
        self._save.setVisible(files)  # not before: without a parent it would be a window for a moment
        self.column.addWidget(buttons)
        self._preview = QLabel()
        self._preview.setObjectName("citationPreview")
        self._preview.setWordWrap(True)
        let_select(self._preview)
        self._preview.setProperty("role", "preview")
        self._warning = self.text("", "warning")
        self.column.addWidget(self._preview)
        self._remarks = self.text("", "muted")
        self._pin = self._pin_box() if self._citable.with_pin else None
        if len(offers) > 1:
            self.text("What to copy", "title")
            what = self.radios((offer.words for offer in offers), chosen)
            what.idClicked.connect(self._on_offer_clicked)
        self.text("Form", "title")
        self._use = self.text("", "muted")
        form_ids = [row.id for row in self._rows]
        self._group = self.radios((row.words for row in self._rows), form_ids.index(form_id))
        for number, row in enumerate(self._rows):
            self._group.button(number).setAccessibleDescription(row.use)
        self._group.idClicked.connect(self._on_form_clicked)
        self.text("Style", "title")
        boxes = self.boxes(
            {
                "Underline instead of italics": options.emphasis == "underline",
                "Curly quotation marks": options.quotes == "curly",
                "Parallel citations": options.parallel,
            }
        )
        self._boxes = dict(zip(("underline", "curly", "parallel"), boxes, strict=True))
        for box in boxes:
            box.clicked.connect(self._on_option_clicked)
        self.text("The form and style chosen here are used from now on.", "muted")
        self.column.addStretch(1)
        self._show()

    def _pin_box(self) -> QLineEdit:
        box = QLineEdit(self._citable.pin)
        box.setAccessibleName("Page, paragraph or section")
        box.setPlaceholderText("195, 195-97, ¶ 12, § 3, (b)…")
        box.setMaxLength(60)
        box.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        box.textChanged.connect(self._on_pin_typed)
        self.text("Page, paragraph or section", "title")
        self.column.addWidget(box)
        return box

    @Slot(int)
    def _on_offer_clicked(self, number: int) -> None:
        self._citable = self._offers[number].citable
        self._show()

    @Slot(str)
    def _on_pin_typed(self, text: str) -> None:
        assert self._citable.with_pin is not None
        try:
            self._citable = self._citable.with_pin(text)
        except PinpointError as error:
            self._refuse(str(error))
        else:
            self._show()

    @Slot(int)
    def _on_form_clicked(self, number: int) -> None:
        self._form = self._rows[number].id
        self.form_chosen.emit(self._form)
        self._show_or_refuse()

    @Slot()
    def _on_option_clicked(self) -> None:
        self._options = self._options._replace(
            emphasis="underline" if self._boxes["underline"].isChecked() else "italics",
            quotes="curly" if self._boxes["curly"].isChecked() else "straight",
            parallel=self._boxes["parallel"].isChecked(),
        )
        self.options_chosen.emit(self._options)
        self._show_or_refuse()

    @Slot()
    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit(self._citable)

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._citable)

    def _show_or_refuse(self) -> None:
        """Show the citation, or again why the pinpoint that stands in the box is none."""
        if self._pin is not None:
            self._on_pin_typed(self._pin.text())
        else:
            self._show()

    def _refuse(self, reason: str) -> None:
        """Say why there is nothing to copy."""
        self._warning.setText(reason)
        self._warning.show()
        for widget in (self._preview, self._remarks):
            widget.hide()
        for button in (self.copy_button, self._save):
            button.setEnabled(False)

    def _show(self) -> None:
        for number, row in enumerate(self._rows):
            self._group.button(number).setEnabled(self._citable.has(row.id))
        chosen = next(row for row in self._rows if row.id == self._form)
        self._use.setText(chosen.use)
        self._label.setText(self._citable.label)
        if not self._citable.has(self._form):
            self._refuse(NOTHING)
            return
        self._preview.show()
        for button in (self.copy_button, self._save):
            button.setEnabled(True)
        self._warning.setText(chosen.warning)
        self._warning.setVisible(bool(chosen.warning))
        remarks = "\n".join(self._citable.remarks())
        self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))
        payload = self._citable.payload(self._form, self._options)
        rich = self._form in ("bluebook", "short", "rtf")
        self._preview.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self._preview.setText(_beginning(payload.html, "<p>{}</p>") if rich else _beginning(payload.plain, "{}"))
        self._preview.setAccessibleName(f"The citation in this form: {_beginning(payload.plain, '{}')}")


def _beginning(text: str, line: str) -> str:
    """Return the first lines of a text, and how many more there are: the choices below must stay in reach."""
    lines = text.splitlines()
    more = len(lines) - PREVIEW_LINES
    if more < 2:
        return text
    return "\n".join((*lines[:PREVIEW_LINES], line.format(f"… and {more} more lines")))
