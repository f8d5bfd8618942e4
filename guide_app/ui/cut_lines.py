"""Words cut to as many lines as a row of a list or the tree has for them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics


def cut_to_lines(text: str, metrics: QFontMetrics, width: int, lines: int) -> str:
    """Return the text, cut with an ellipsis only where it would need more than `lines` lines of `width` pixels."""
    room = metrics.lineSpacing() * (lines + 0.5)
    if metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text).height() <= room:
        return text
    words = text.split(" ")
    while len(words) > 1:
        words.pop()
        shorter = " ".join(words).rstrip(",;:") + "…"
        if metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, shorter).height() <= room:
            return shorter
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
