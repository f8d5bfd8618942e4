"""The ground of a row in the lists and the tree: soft where it is chosen, a shade where the pointer is over it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from guide_app.ui.theme import Colours

RADIUS = 6


def paint_ground(painter: QPainter, rect: QRect, colours: Colours, *, selected: bool, hovered: bool) -> None:
    """Fill a row's ground, if it has one."""
    if selected or hovered:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft if selected else colours.hover))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
