"""A small chart of counts by month, in the theme's colours; a hidden count is an empty, dashed column."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from guide_app.kiosk.report import SMALL, Shown
from guide_app.ui.theme import Theme

_AIR = 4
_WIDEST = 56


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the words below it (two lines), its count, the whole of it in words, and whether it is chosen."""

    label: tuple[str, str]
    count: Shown
    words: str
    chosen: bool


class ColumnChart(QWidget):
    """Draws columns from the left; where they do not all fit, the latest that do with the chosen one among them.

    A person who cannot see it hears every column in words (the accessible description).
    """

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: tuple[Column, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Draw other columns."""
        self._columns = columns
        self.setAccessibleDescription(" ".join(f"{column.words}." for column in columns))
        self.update()

    def drawn(self) -> tuple[Column, ...]:
        """Return the columns that fit."""
        metrics = QFontMetricsF(self.font())
        slot = max((metrics.horizontalAdvance(word) for word in (f"under {SMALL}", "0000")), default=0) + 2 * _AIR
        room = max(1, int(self.width() // slot))
        chosen = next((number for number, column in enumerate(self._columns) if column.chosen), 0)
        start = min(max(0, len(self._columns) - room), chosen)
        return self._columns[start : start + room]

    def sizeHint(self) -> QSize:
        """Ask for a height that goes with the text."""
        return QSize(320, round(QFontMetricsF(self.font()).height() * 9))

    def minimumSizeHint(self) -> QSize:
        """Ask for the same height on any width."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the columns that fit, on one line, each with its count above and its month below."""
        columns = self.drawn()
        if not columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetricsF(self.font()).height()
        ground = self.height() - 2 * line - 2 * _AIR
        highest = max(SMALL, *(_height(column.count) for column in columns))
        slot = min(self.width() / len(columns), 2.0 * _WIDEST)
        width = min(slot - 2 * _AIR, _WIDEST)
        for number, column in enumerate(columns):
            middle = (number + 0.5) * slot
            height = max(2.0, (ground - line - _AIR) * _height(column.count) / highest)
            self._draw_column(painter, QRectF(middle - width / 2, ground - height, width, height), column)
            self._draw_words(painter, QRectF(middle - slot / 2, 0, slot, ground - height - _AIR), column, line)
        painter.setPen(QPen(QColor(self._theme.colours.outline), 1))
        painter.drawLine(0, round(ground), round(slot * len(columns)), round(ground))

    def _draw_column(self, painter: QPainter, place: QRectF, column: Column) -> None:
        colours = self._theme.colours
        ink = QColor(colours.accent if column.chosen else colours.outline)
        if isinstance(column.count, int):
            painter.fillRect(place, ink)
        else:
            painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(place)

    def _draw_words(self, painter: QPainter, above: QRectF, column: Column, line: float) -> None:
        colours = self._theme.colours
        painter.setPen(QColor(colours.ink if column.chosen else colours.muted))
        bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(above, int(bottom), str(column.count))
        below = QRectF(above.x(), self.height() - 2 * line, above.width(), line)
        for word in column.label:
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), word)
            below.translate(0, line)


def _height(count: Shown) -> int:
    return count if isinstance(count, int) else SMALL - 1
