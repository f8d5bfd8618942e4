"""The topic tree: topics, their articles, and the sections of the open article."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from guide_app.library.model import ArticleRow, SectionRow, Topic
from guide_app.ui.cut_lines import cut_to_lines
from guide_app.ui.icons import Icons
from guide_app.ui.row_ground import paint_ground
from guide_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

TARGET_ROLE = Qt.ItemDataRole.UserRole
KIND_ROLE = Qt.ItemDataRole.UserRole + 1
STARRED_ROLE = Qt.ItemDataRole.UserRole + 2

MAX_LINES = 3
OPEN_ALL_UP_TO = 200
"""Guides with more articles open one topic at a time, so that a large one starts as fast as a small one."""


class TopicModel(QStandardItemModel):
    """Topics and their articles, read from the library as rows are opened; sections only below the open article.

    The rows are Qt's own: a view asks for some hundred of them with every article that is opened, and Python would be
    asked each time.
    """

    def __init__(
        self,
        topics: tuple[Topic, ...],
        articles_of: Callable[[str], tuple[ArticleRow, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._articles_of = articles_of
        self._unread = {topic.id for topic in topics}
        self._open = QPersistentModelIndex()
        self._starred: frozenset[str] = frozenset()
        self.invisibleRootItem().appendRows([self._row("topic", topic.id, topic.title) for topic in topics])

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Say whether a row can be opened; a topic can before its articles are read."""
        return self.canFetchMore(parent) or super().hasChildren(parent)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether a topic's articles are still to be read."""
        return bool(self._unread) and parent.data(TARGET_ROLE) in self._unread

    def fetchMore(self, parent: Index) -> None:
        """Read the articles of a topic."""
        if not self.canFetchMore(parent):  # Qt may ask for any row
            return
        topic_id = parent.data(TARGET_ROLE)
        self._unread.remove(topic_id)
        rows = [self._row("article", row.id, row.title) for row in self._articles_of(topic_id)]
        self.itemFromIndex(parent).appendRows(rows)

    def topic_index(self, topic_id: str) -> QModelIndex:
        """Return the index of a topic, invalid when it is not in the guide."""
        return self._below(QModelIndex(), topic_id)

    def open_article(self, topic_id: str, article_id: str, sections: tuple[SectionRow, ...]) -> QModelIndex:
        """Put the sections of an article below it, take away those of the one before, and return its index."""
        topic = self.topic_index(topic_id)
        if not topic.isValid():
            return QModelIndex()
        self.fetchMore(topic)
        index = self._below(topic, article_id)
        if not index.isValid() or index == self._open:
            return index
        if self._open.isValid():
            self.removeRows(0, self.rowCount(self._open), self._open)
        self._open = QPersistentModelIndex(index)
        rows = [self._row("section", row.id, row.heading) for row in sections]
        self.itemFromIndex(index).appendRows(rows)
        return index

    def section_index(self, section_id: str) -> QModelIndex:
        """Return the index of a section of the open article, invalid for any other."""
        return self._below(self._open, section_id) if self._open.isValid() else QModelIndex()

    def set_starred(self, section_ids: frozenset[str]) -> None:
        """Mark the sections that are bookmarked."""
        changed = self._starred ^ section_ids
        self._starred = section_ids
        for section_id in changed:
            index = self.section_index(section_id)
            if index.isValid():
                self._star(self.itemFromIndex(index))

    def _row(self, kind: str, target: str, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        item.setColumnCount(1)  # appendRows below a row without a column tells views of other rows than it adds
        item.setToolTip(text)
        item.setData(target, TARGET_ROLE)
        item.setData(kind, KIND_ROLE)
        self._star(item)
        return item

    def _star(self, item: QStandardItem) -> None:
        starred = item.data(TARGET_ROLE) in self._starred
        item.setData(starred, STARRED_ROLE)
        item.setAccessibleText(f"{item.text()}, bookmarked" if starred else item.text())

    def _below(self, parent: Index, target: str) -> QModelIndex:
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            if index.data(TARGET_ROLE) == target:
                return index
        return QModelIndex()


class TopicDelegate(QStyledItemDelegate):
    """Draws a row over as many lines as its title needs, topics bold, bookmarked sections with a filled star."""

    PAD_X, PAD_Y, STAR = 8, 5, 14

    def __init__(self, theme: Theme, icons: Icons, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._icons = icons
        self._view = view
        self.hovered = QPersistentModelIndex()
        # Every row is asked for with every article that is opened: what is known is not measured again at one width.
        self._sizes: dict[tuple[str, str, bool, int, str], QSize] = {}
        self._laid_out: dict[tuple[str, int, str], QStaticText] = {}

    def forget_measures(self) -> None:
        """Forget what was measured: while a reader drags the edge of the tree, every width would stay."""
        self._sizes.clear()
        self._laid_out.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the title over as many lines as it needs."""
        kind, text, starred = _row(index)
        key = (kind, text, starred, self._view.width(), option.font.key())
        size = self._sizes.get(key)
        if size is None:
            size = self._sizes[key] = self._measure(kind, text, self._text_width(kind, starred=starred), option)
        return size

    def _measure(self, kind: str, text: str, width: int, option: QStyleOptionViewItem) -> QSize:
        font = option.font
        font.setBold(kind == "topic")
        metrics = QFontMetrics(font)
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
        hovered = index == self.hovered and kind != "topic"
        paint_ground(painter, rect, colours, selected=selected, hovered=hovered)
        if selected:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), 1.5, 1.5)
        painter.setPen(QColor(colours.on_soft if selected else colours.ink if kind != "section" else colours.muted))
        font = option.font
        font.setBold(kind == "topic")
        painter.setFont(font)
        text = rect.adjusted(self.PAD_X, 8 if kind == "topic" else 0, -self.PAD_X, 0)
        if starred:
            star = self._icons.pixmap("star-filled", colours.accent, self.STAR, painter.device().devicePixelRatio())
            painter.drawPixmap(text.right() - self.STAR, text.center().y() - self.STAR // 2, star)
            text.setRight(text.right() - self.STAR - 4)
        key = (words, text.width(), font.key())
        laid_out = self._laid_out.get(key)
        if laid_out is None:
            laid_out = self._laid_out[key] = _laid_out(words, font, text.width())
        painter.drawStaticText(
            text.left(), text.top() + round((text.height() - laid_out.size().height()) / 2), laid_out
        )
        painter.restore()

    def _text_width(self, kind: str, *, starred: bool) -> int:
        depth = {"topic": 0, "article": 1, "section": 2}[kind]
        star = self.STAR + 4 if starred else 0
        room = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        return max(80, room - self._view.indentation() * depth - 3 * self.PAD_X - star)


def _row(index: Index) -> tuple[str, str, bool]:
    """Return a row's kind, its text and whether it is bookmarked."""
    return index.data(KIND_ROLE), index.data(), index.data(STARRED_ROLE)


def _laid_out(words: str, font: QFont, width: int) -> QStaticText:
    """Return the words as they are drawn, over as many lines as they may have."""
    text = QStaticText(cut_to_lines(words, QFontMetrics(font), width, MAX_LINES))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    text.setTextWidth(width)
    text.prepare(font=font)
    return text


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
        """Lay the rows out again: a narrower tree needs two lines where one was enough. Keep the marked one in sight.

        At a start the tree gets less room once the tabs above it have taken theirs.
        """
        marked = self.currentIndex()
        seen = marked.isValid() and self.visualRect(marked).intersects(QRect(QPoint(0, 0), event.oldSize()))
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.forget_measures()
            self.scheduleDelayedItemsLayout()
        if seen:
            self.scrollTo(marked)

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
