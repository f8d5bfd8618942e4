"""The topic tree: topics, their articles, and the sections of the open article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from guide_app.library.model import ArticleRow, SectionRow, Topic
from guide_app.ui.icons import Icons
from guide_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

TARGET_ROLE = Qt.ItemDataRole.UserRole
KIND_ROLE = Qt.ItemDataRole.UserRole + 1
STARRED_ROLE = Qt.ItemDataRole.UserRole + 2

MAX_LINES = 3
OPEN_ALL_UP_TO = 200
"""Guides with more articles open one topic at a time, so that a large one starts as fast as a small one."""


@dataclass(slots=True, eq=False)
class _Node:
    """A row of the tree; `children` is None while they have not been asked for."""

    kind: str
    target: str
    text: str
    parent: _Node | None
    row: int = 0
    children: list[_Node] | None = field(default=None)


class TopicModel(QAbstractItemModel):
    """Topics and their articles, read from the library as rows are opened; sections only below the open article."""

    def __init__(
        self,
        topics: tuple[Topic, ...],
        articles_of: Callable[[str], tuple[ArticleRow, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._articles_of = articles_of
        self._root = _Node("root", "", "", None)
        self._root.children = [
            _Node("topic", topic.id, topic.title, self._root, row) for row, topic in enumerate(topics)
        ]
        self._open: _Node | None = None
        self._starred: frozenset[str] = frozenset()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a row."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, (self._node(parent).children or [])[row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Return the index of a row's parent."""
        parent = self._node(child).parent if child.isValid() else None
        if parent is None or parent is self._root:
            return QModelIndex()
        return self.createIndex(parent.row, 0, parent)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows are known below a row."""
        return len(self._node(parent).children or ())

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 1: a tree of names."""
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Say whether a row can be opened; a topic can before its articles are read."""
        node = self._node(parent)
        return node.kind == "topic" if node.children is None else bool(node.children)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether a topic's articles are still to be read."""
        node = self._node(parent)
        return node.kind == "topic" and node.children is None

    def fetchMore(self, parent: Index) -> None:
        """Read the articles of a topic."""
        if not self.canFetchMore(parent):  # Qt may ask for any row
            return
        node = self._node(parent)
        rows = self._articles_of(node.target)
        if rows:
            self.beginInsertRows(parent, 0, len(rows) - 1)
        node.children = [_Node("article", row.id, row.title, node, number) for number, row in enumerate(rows)]
        if rows:
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's text, target, kind or star."""
        if not index.isValid():
            return None
        node = self._node(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return node.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{node.text}, bookmarked" if node.target in self._starred else node.text
        if role == TARGET_ROLE:
            return node.target
        if role == KIND_ROLE:
            return node.kind
        if role == STARRED_ROLE:
            return node.target in self._starred
        return None

    def topic_index(self, topic_id: str) -> QModelIndex:
        """Return the index of a topic, invalid when it is not in the guide."""
        for node in self._root.children or ():
            if node.target == topic_id:
                return self.createIndex(node.row, 0, node)
        return QModelIndex()

    def open_article(self, topic_id: str, article_id: str, sections: tuple[SectionRow, ...]) -> QModelIndex:
        """Put the sections of an article below it, take away those of the one before, and return its index."""
        topic = self.topic_index(topic_id)
        if not topic.isValid():
            return QModelIndex()
        if self.canFetchMore(topic):
            self.fetchMore(topic)
        node = next((child for child in self._node(topic).children or () if child.target == article_id), None)
        if node is None:
            return QModelIndex()
        index = self.createIndex(node.row, 0, node)
        if node is self._open:
            return index
        if self._open is not None and self._open.children:
            before = self.createIndex(self._open.row, 0, self._open)
            self.beginRemoveRows(before, 0, len(self._open.children) - 1)
            self._open.children = None
            self.endRemoveRows()
        self._open = node
        if sections:
            self.beginInsertRows(index, 0, len(sections) - 1)
            node.children = [_Node("section", row.id, row.heading, node, number) for number, row in enumerate(sections)]
            self.endInsertRows()
        return index

    def section_index(self, section_id: str) -> QModelIndex:
        """Return the index of a section of the open article, invalid for any other."""
        for node in (self._open.children or ()) if self._open else ():
            if node.target == section_id:
                return self.createIndex(node.row, 0, node)
        return QModelIndex()

    def set_starred(self, section_ids: frozenset[str]) -> None:
        """Mark the sections that are bookmarked."""
        changed = self._starred ^ section_ids
        self._starred = section_ids
        for section_id in changed:
            index = self.section_index(section_id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def row(self, index: Index) -> tuple[str, str, bool]:
        """Return a row's kind, its text and whether it is bookmarked; cheaper than to ask for each by its role."""
        node = self._node(index)
        return node.kind, node.text, node.target in self._starred

    def _node(self, index: Index) -> _Node:
        if not index.isValid():
            return self._root
        node = index.internalPointer()
        assert isinstance(node, _Node)
        return node


class TopicDelegate(QStyledItemDelegate):
    """Draws a row over as many lines as its title needs, topics bold, bookmarked sections with a filled star."""

    PAD_X, PAD_Y, STAR = 8, 5, 14

    def __init__(self, theme: Theme, icons: Icons, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._icons = icons
        self._view = view
        self.hovered = QPersistentModelIndex()
        self._sizes: dict[tuple[str, str, bool, int, str], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the title over as many lines as it needs."""
        kind, text, starred = _row(index)
        # Every row is asked for with every article that is opened: what is known is not measured again.
        key = (kind, text, starred, self._view.width(), option.font.key())
        size = self._sizes.get(key)
        if size is None:
            size = self._sizes[key] = self._measure(kind, text, self._text_width(kind, starred=starred), option)
        return size

    def _measure(self, kind: str, text: str, width: int, option: QStyleOptionViewItem) -> QSize:
        metrics = self._metrics(option, kind)
        bounds = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text)
        lines = min(MAX_LINES, max(1, round(bounds.height() / metrics.lineSpacing())))
        extra = 8 if kind == "topic" else 0
        height = metrics.lineSpacing() * lines + 2 * self.PAD_Y + extra
        return QSize(width, max(height, self._theme.control_height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words and the star."""
        colours = self._theme.colours
        kind, words, starred = _row(index)
        rect = option.rect.adjusted(0, 1, -self.PAD_X, -1)
        painter.save()
        selected = index == self._view.currentIndex()
        if selected or (index == self.hovered and kind != "topic"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft if selected else colours.hover))
            painter.drawRoundedRect(rect, 6, 6)
        if selected:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), 1.5, 1.5)
        painter.setPen(QColor(colours.on_soft if selected else colours.ink if kind != "section" else colours.muted))
        metrics = self._metrics(option, kind)
        font = option.font
        font.setBold(kind == "topic")
        painter.setFont(font)
        text = rect.adjusted(self.PAD_X, 8 if kind == "topic" else 0, -self.PAD_X, 0)
        if starred:
            star = self._icons.pixmap("star-filled", colours.accent, self.STAR, painter.device().devicePixelRatio())
            painter.drawPixmap(text.right() - self.STAR, text.center().y() - self.STAR // 2, star)
            text.setRight(text.right() - self.STAR - 4)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, flags, cut_to_lines(words, metrics, text.width(), MAX_LINES))
        painter.restore()

    def _metrics(self, option: QStyleOptionViewItem, kind: str) -> QFontMetrics:
        font = option.font
        font.setBold(kind == "topic")
        return QFontMetrics(font)

    def _text_width(self, kind: str, *, starred: bool) -> int:
        depth = {"topic": 0, "article": 1, "section": 2}[kind]
        star = self.STAR + 4 if starred else 0
        room = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        return max(80, room - self._view.indentation() * depth - 3 * self.PAD_X - star)


def _row(index: Index) -> tuple[str, str, bool]:
    model = index.model()
    assert isinstance(model, TopicModel)
    return model.row(index)


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


class TopicTree(QTreeView):
    """The tree on the left.

    Signals: `chosen(target)` with an article's or a section's id, for a click or Enter.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topicTree")
        self.setAccessibleName("Topics")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setUniformRowHeights(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self._delegate = TopicDelegate(theme, icons, self)
        self.setItemDelegate(self._delegate)
        self.entered.connect(self._on_row_entered)
        self.clicked.connect(self._on_row_chosen)
        self.activated.connect(self._on_row_chosen)

    def show_guide(self, model: TopicModel, article_count: int) -> None:
        """Take a guide's model; small guides stand open."""
        self.setModel(model)
        if article_count <= OPEN_ALL_UP_TO:
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                if model.canFetchMore(index):
                    model.fetchMore(index)
                self.expand(index)

    def show_article(
        self, topic_id: str, article_id: str, sections: tuple[SectionRow, ...], section_id: str = ""
    ) -> None:
        """Open an article's rows and mark one of its sections, or the article."""
        model = self.topic_model
        index = model.open_article(topic_id, article_id, sections)
        if index.isValid():
            self.expand(index.parent())
            self.expand(index)
            section = model.section_index(section_id)
            self._mark(section if section.isValid() else index)

    def mark_section(self, section_id: str) -> None:
        """Mark the section being read."""
        index = self.topic_model.section_index(section_id)
        if index.isValid():
            self._mark(index)

    @property
    def topic_model(self) -> TopicModel:
        """Return the model that `show_guide` was given."""
        model = self.model()
        assert isinstance(model, TopicModel)
        return model

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw nothing before a row: the delegate draws all of it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again: a narrower tree needs two lines where one was enough."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _mark(self, index: QModelIndex) -> None:
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @Slot(QModelIndex)
    def _on_row_entered(self, index: QModelIndex) -> None:
        self._hover(QPersistentModelIndex(index))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the mark of the pointer away."""
        self._hover(QPersistentModelIndex())
        super().leaveEvent(event)

    def _hover(self, index: QPersistentModelIndex) -> None:
        before, self._delegate.hovered = self._delegate.hovered, index
        for row in (before, index):
            self.viewport().update(self.visualRect(row))

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        if index.data(KIND_ROLE) == "topic":
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(index.data(TARGET_ROLE))
