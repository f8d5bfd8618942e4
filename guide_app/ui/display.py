"""Text size and colours: the reader's choice, and the dress of the whole program in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from guide_app.ui.icons import Icons
from guide_app.ui.theme import Theme, choice_palette, qt_palette, style_sheet


class Display(QObject):
    """Takes the reader's choice of text size and colours.

    Signals: `sized(percent)` after the text size was asked for, `chosen(key, value)` for a choice that is to be kept.
    """

    sized = Signal(int)
    chosen = Signal(str, object)

    def __init__(self, theme: Theme, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons

    def dress(self) -> None:
        """Give the whole program the theme; done before there are widgets, it costs each of them least."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._icons.set_scale(self._theme.chrome_scale)
        application.setFont(self._theme.chrome_font())
        application.setPalette(qt_palette(self._theme.colours))
        for kind in ("QRadioButton", "QCheckBox"):
            # the stub asks for bytes, which PySide6 refuses
            application.setPalette(choice_palette(self._theme.colours), kind)  # type: ignore[arg-type]
        sheet = style_sheet(self._theme.colours, self._theme.control_height, self._theme.chrome_scale)
        application.setStyleSheet(sheet)

    @Slot()
    def larger(self) -> None:
        """Make the text one step larger."""
        self.step(1)

    @Slot()
    def smaller(self) -> None:
        """Make the text one step smaller."""
        self.step(-1)

    @Slot()
    def normal_size(self) -> None:
        """Go back to the normal text size."""
        self._set_scale(100)

    @Slot(int)
    def step(self, by: int) -> None:
        """Make the text a step larger (1) or smaller (-1)."""
        self._set_scale(self._theme.step(by))

    @Slot(str)
    def choose_scheme(self, name: str) -> None:
        """Take other colours."""
        self._theme.choose(name)
        self.chosen.emit("theme", name)

    def _set_scale(self, percent: int) -> None:
        self._theme.set_scale(percent)
        self.sized.emit(percent)
        self.chosen.emit("text_size", percent)
