"""What scrolls a panel of the left side as a whole where the window is too low for all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

RING = 4
"""The room that the ring around a focused control needs inside what scrolls."""


def put_in_scroll(panel: QWidget, column: QVBoxLayout) -> QScrollArea:
    """Give a panel a column that scrolls up and down only, and return what scrolls."""
    inner = QWidget()
    inner.setMinimumWidth(1)  # else one long option widens the panel, and the ends of all lines are out of sight
    column.setContentsMargins(RING, RING, RING, RING)
    column.setSpacing(8)
    inner.setLayout(column)
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    for ground in (inner, scroll.viewport()):
        ground.setAutoFillBackground(False)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scroll)
    return scroll
