"""The rows of "Cases and laws": which ones a text finds, how they are grouped and ordered, and how a row is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from guide_app.library.model import ListedAuthority
from guide_app.library.text import fold, normalise
from guide_app.ui.row_ground import paint_ground
from guide_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ID_ROLE = Qt.ItemDataRole.UserRole
CITE_ROLE = Qt.ItemDataRole.UserRole + 1
KIND_TITLES = {"case": "Cases", "statute": "Statutes", "constitution": "Constitutions", "source": "Other sources"}
FEDERAL = "Federal, or in more than one state"
BY_TOPIC = "In articles on this"
"""The group of what does not hold the words itself, but is cited in an article whose title or topic does."""

_PARTS = re.compile(r"(\d+)")


class Grouping(IntEnum):
    """How the rows are grouped."""

    KIND = 0
    STATE = 1


@dataclass(frozen=True, slots=True)
class _Entry:
    """An authority with what is compared: its own words, and those of its other citations, topics and articles."""

    listed: ListedAuthority
    own: str
    others: str


class AuthorityRows:
    """All authorities, to be found by what is typed."""

    def __init__(self, authorities: tuple[ListedAuthority, ...]) -> None:
        self._entries = tuple(_entry(listed) for listed in sorted(authorities, key=_order))

    def __len__(self) -> int:
        return len(self._entries)

    def groups(self, text: str, grouping: Grouping) -> dict[str, list[ListedAuthority]]:
        """Return the authorities that hold every word of a text, in groups, in the order in which they are shown."""
        words = _searchable(text).split()
        found: dict[str, list[ListedAuthority]] = {}
        by_topic: list[ListedAuthority] = []
        for entry in self._entries:
            if all(word in entry.own for word in words):
                found.setdefault(_title(entry.listed, grouping), []).append(entry.listed)
            elif all(word in entry.own or word in entry.others for word in words):
                by_topic.append(entry.listed)
        order = list(KIND_TITLES.values()) if grouping is Grouping.KIND else [FEDERAL, *sorted(found)]
        groups = {title: found[title] for title in dict.fromkeys(order) if title in found}
        return groups | ({BY_TOPIC: by_topic} if by_topic else {})


def fill(model: QStandardItemModel, groups: dict[str, list[ListedAuthority]]) -> None:
    """Show groups in a model, in place of what it showed."""
    model.clear()
    for title, authorities in groups.items():
        group = QStandardItem(title)
        group.setSelectable(False)
        group.setData(f"{title}, {len(authorities)}", Qt.ItemDataRole.AccessibleTextRole)
        group.appendRows([_item(listed) for listed in authorities])
        model.appendRow(group)


def _item(listed: ListedAuthority) -> QStandardItem:
    row = listed.row
    item = QStandardItem(row.name)
    item.setToolTip(f"{row.name}\n{row.cite}")
    item.setData(row.id, ID_ROLE)
    item.setData(row.cite, CITE_ROLE)
    item.setData(f"{row.name}, {row.cite}", Qt.ItemDataRole.AccessibleTextRole)
    return item


def _entry(listed: ListedAuthority) -> _Entry:
    row = listed.row
    own = (row.name, row.cite, row.place, listed.state, row.year, KIND_TITLES[row.kind])
    return _Entry(listed, _searchable(" ".join(own)), _searchable(listed.words))


def _title(listed: ListedAuthority, grouping: Grouping) -> str:
    return (listed.state or FEDERAL) if grouping is Grouping.STATE else KIND_TITLES[listed.row.kind]


def _order(listed: ListedAuthority) -> tuple[int, list[tuple[int, int | str]]]:
    """Put kinds in their order; cases and sources by their name, laws by their citation, numbers by their value."""
    row = listed.row
    text = fold(normalise(row.name if row.kind in ("case", "source") else row.cite))
    parts = [part for part in _PARTS.split(text) if part]
    return list(KIND_TITLES).index(row.kind), [(0, int(part)) if part.isdecimal() else (1, part) for part in parts]


def _searchable(text: str) -> str:
    """Fold case and accents, and leave dots, commas and section signs out: "489 US 189" finds 489 U.S. 189."""
    folded = fold(normalise(text))
    return "".join(letter for letter in folded if letter.isalnum() or letter.isspace())


class AuthorityDelegate(QStyledItemDelegate):
    """Draws the name over as many lines as it needs and the citation below it; groups in bold."""

    PAD_X, PAD_Y, GAP = 8, 6, 1
    FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of name and citation."""
        width, cite = self._width(index), index.data(CITE_ROLE)
        height = _height(_name_font(option.font, index), width, index.data())
        if cite:
            height += self.GAP + _height(option.font, width, cite)
        else:
            height += self.PAD_Y  # air above a group
        return QSize(width, max(height + 2 * self.PAD_Y, self._theme.control_height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        colours = self._theme.colours
        cite, state = index.data(CITE_ROLE), option.state
        selected = bool(cite) and bool(state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(0, 1, -self.PAD_X, -1)
        painter.save()
        hovered = bool(cite) and bool(state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, rect, colours, selected=selected, hovered=hovered)
        left, width = option.rect.left() + self.PAD_X, self._width(index)
        if cite:
            words = _height(option.font, width, index.data()) + self.GAP + _height(option.font, width, cite)
            above = max(self.PAD_Y, (option.rect.height() - words) // 2)
        else:  # a group stands close to what it names
            above = option.rect.height() - self.PAD_Y - _height(_name_font(option.font, index), width, index.data())
        text = QRect(left, option.rect.top() + above, width, option.rect.height())
        painter.setFont(_name_font(option.font, index))
        painter.setPen(QColor(colours.on_soft if selected else colours.ink))
        used = painter.drawText(text, self.FLAGS, index.data())
        if cite:
            painter.setFont(option.font)
            painter.setPen(QColor(colours.on_soft if selected else colours.muted))
            text.setTop(used.bottom() + 1 + self.GAP)
            painter.drawText(text, self.FLAGS, cite)
        painter.restore()

    def _width(self, index: Index) -> int:
        """Return the width of the text: the scroll bar counts always, so that rows keep their height when it comes."""
        depth = 1 if index.parent().isValid() else 0
        room = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        return max(80, room - self._view.indentation() * depth - 3 * self.PAD_X)


def _name_font(font: QFont, index: Index) -> QFont:
    name = QFont(font)
    name.setBold(not index.data(CITE_ROLE))
    return name


def _height(font: QFont, width: int, text: str) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), AuthorityDelegate.FLAGS, text).height()
