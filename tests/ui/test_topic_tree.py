"""The topic tree: read as it is opened, sections of the open article only, titles whole."""

import pytest
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from guide_app.library.model import ArticleRow, SectionRow, Topic
from guide_app.ui.cut_lines import cut_to_lines
from guide_app.ui.theme import style_sheet
from guide_app.ui.topic_tree import (
    MAX_LINES,
    OPEN_ALL_UP_TO,
    STARRED_ROLE,
    TARGET_ROLE,
    TopicModel,
    TopicTree,
)

LONG = (
    "I called the police three times and each time the dispatcher said that a car was on its way, but nobody came: "
    "can I sue the city, the officers, or the person who took my call?"
)
TOPICS = (Topic("a", "First topic"), Topic("b", "Second topic"), Topic("none", "A topic without articles"))
ARTICLES = {
    "a": (ArticleRow("one", "a", "Article one"), ArticleRow("two", "a", LONG)),
    "b": (ArticleRow("three", "b", "Article three"),),
    "none": (),
}
SECTIONS = {
    article: tuple(SectionRow(f"{article}/{n}", article, "title", f"Question {n} of {article}?") for n in range(3))
    for article in ("one", "two", "three")
}


class Reading:
    """Says which topics have been read."""

    def __init__(self, articles=None):
        self.articles = articles or ARTICLES
        self.read = []

    def __call__(self, topic_id):
        self.read.append(topic_id)
        return self.articles[topic_id]


@pytest.fixture
def reading():
    return Reading()


@pytest.fixture
def model(reading):
    """A model that Qt's own tester watches at every change; a mistake ends the test."""
    model = TopicModel(TOPICS, reading)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    del tester


@pytest.fixture
def tree(theme, icons, put_up):
    tree = TopicTree(theme, icons)
    tree.setStyleSheet(style_sheet(theme.colours))
    return put_up(tree, 300, 500)


def shown(model, parent=None):
    """Return the known rows as nested lists of texts."""
    parent = parent or QModelIndex()
    rows = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        rows.append((index.data(), shown(model, index)))
    return rows


def titles(model, *path):
    index = QModelIndex()
    for row in path:
        index = model.index(row, 0, index)
    return [model.index(row, 0, index).data() for row in range(model.rowCount(index))]


# -- the model -------------------------------------------------------------------------------------------------------


def test_nothing_is_read_before_a_topic_is_opened(reading):
    model = TopicModel(TOPICS, reading)  # Qt's tester would read everything
    assert titles(model) == [topic.title for topic in TOPICS]
    assert all(model.hasChildren(model.index(row, 0)) for row in range(3))
    assert reading.read == []


def test_opening_a_topic_reads_its_articles_once(reading):
    model = TopicModel(TOPICS, reading)
    topic = model.index(0, 0)
    assert model.canFetchMore(topic)
    model.fetchMore(topic)
    assert not model.canFetchMore(topic)
    model.fetchMore(topic)
    assert titles(model, 0) == ["Article one", LONG]
    assert reading.read == ["a"]


def test_asking_for_more_where_there_is_none_leaves_the_rows(reading):
    """Qt may call fetchMore for any row, the root among them."""
    model = TopicModel(TOPICS, reading)
    model.open_article("a", "one", SECTIONS["one"])
    before = shown(model)
    for index in (QModelIndex(), model.index(0, 0), model.section_index("one/0")):
        model.fetchMore(index)
    assert shown(model) == before
    assert reading.read == ["a"]


def test_a_topic_without_articles_turns_out_to_have_nothing_below_it(model):
    topic = model.index(2, 0)
    model.fetchMore(topic)
    assert (model.rowCount(topic), model.hasChildren(topic), model.canFetchMore(topic)) == (0, False, False)


def test_every_row_knows_its_parent(model):
    article = model.open_article("a", "two", SECTIONS["two"])
    section = model.section_index("two/1")
    assert section.parent() == article
    assert article.parent() == model.index(0, 0)
    assert not model.index(0, 0).parent().isValid()
    assert section.data(TARGET_ROLE) == "two/1"
    assert model.columnCount(article) == 1


def test_sections_stand_below_the_open_article_only(model):
    model.open_article("a", "one", SECTIONS["one"])
    model.open_article("b", "three", SECTIONS["three"])
    assert shown(model) == [
        ("First topic", [("Article one", []), (LONG, [])]),
        ("Second topic", [("Article three", [(f"Question {n} of three?", []) for n in range(3)])]),
        ("A topic without articles", []),
    ]
    assert not model.section_index("one/1").isValid()
    assert model.section_index("three/1").isValid()


def test_opening_the_open_article_again_changes_nothing(model, qtbot):
    first = model.open_article("a", "one", SECTIONS["one"])
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.rowsRemoved):
        assert model.open_article("a", "one", SECTIONS["one"]) == first


def test_an_article_without_sections_has_none_below_it(model):
    index = model.open_article("a", "one", ())
    assert index.isValid()
    assert not model.hasChildren(index)
    model.open_article("a", "two", SECTIONS["two"])
    assert model.rowCount(model.index(1, 0, model.index(0, 0))) == 3


@pytest.mark.parametrize(("topic", "article"), [("elsewhere", "one"), ("a", "elsewhere"), ("b", "one")])
def test_an_article_that_is_not_there_opens_nothing(model, topic, article):
    assert not model.open_article(topic, article, SECTIONS["one"]).isValid()
    assert not model.section_index("one/0").isValid()


def test_a_star_is_shown_said_and_taken_away_again(model, qtbot):
    model.open_article("a", "one", SECTIONS["one"])
    index = model.section_index("one/1")
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_starred(frozenset({"one/1", "three/2"}))
    assert changed.args[0] == index
    assert index.data(STARRED_ROLE) is True
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Question 1 of one?, bookmarked"
    assert model.section_index("one/0").data(Qt.ItemDataRole.AccessibleTextRole) == "Question 0 of one?"
    # The star of a section that is not shown yet is there when its article is opened.
    model.open_article("b", "three", SECTIONS["three"])
    assert model.section_index("three/2").data(STARRED_ROLE) is True
    model.set_starred(frozenset())
    assert model.section_index("three/2").data(STARRED_ROLE) is False


def test_stars_that_stay_are_not_drawn_anew(model, qtbot):
    model.open_article("a", "one", SECTIONS["one"])
    model.set_starred(frozenset({"one/1"}))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_starred(frozenset({"one/1"}))


def test_the_whole_title_is_in_the_tip(model):
    model.open_article("a", "one", ())
    assert model.index(1, 0, model.index(0, 0)).data(Qt.ItemDataRole.ToolTipRole) == LONG
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


# -- the view --------------------------------------------------------------------------------------------------------


def many(count):
    """Return topics and a reader of `count` articles in a hundred topics."""
    topics = tuple(Topic(f"t{n}", f"Topic {n}") for n in range(100))
    each = count // 100
    articles = {
        topic.id: tuple(ArticleRow(f"{topic.id}a{n}", topic.id, f"Article {n}") for n in range(each))
        for topic in topics
    }
    return topics, Reading(articles)


def test_a_large_guide_reads_only_the_topics_that_are_opened(tree, qtbot):
    topics, reading = many(10_000)
    model = TopicModel(topics, reading)
    tree.show_guide(model, 10_000)
    tree.repaint()
    assert reading.read == []
    tree.show_article("t42", "t42a7", SECTIONS["one"])
    tree.repaint()
    assert reading.read == ["t42"]
    assert tree.currentIndex().data(TARGET_ROLE) == "t42a7"
    assert tree.visualRect(tree.currentIndex()).intersects(tree.viewport().rect())


def test_a_small_guide_stands_open(tree, model, reading):
    tree.show_guide(model, 3)
    assert reading.read == ["a", "b", "none"]
    assert all(tree.isExpanded(model.index(row, 0)) for row in range(2))


@pytest.mark.parametrize(("count", "read"), [(OPEN_ALL_UP_TO, 100), (OPEN_ALL_UP_TO + 100, 0)])
def test_where_a_small_guide_ends(tree, count, read):
    topics, reading = many(count)
    tree.show_guide(TopicModel(topics, reading), count)
    assert len(reading.read) == read


def test_the_section_being_read_is_marked_and_in_view(tree, model):
    tree.show_guide(model, 3)
    tree.show_article("b", "three", SECTIONS["three"])
    assert tree.currentIndex().data(TARGET_ROLE) == "three"
    tree.resize(300, 120)
    tree.mark_section("three/2")
    assert tree.currentIndex().data(TARGET_ROLE) == "three/2"
    assert tree.viewport().rect().contains(tree.visualRect(tree.currentIndex()).center())


def test_the_marked_section_stays_in_sight_in_less_room(tree, model):
    tree.show_guide(model, 3)
    tree.show_article("b", "three", SECTIONS["three"], "three/2")
    tree.resize(260, 150)
    assert tree.viewport().rect().contains(tree.visualRect(tree.currentIndex()).center())


def test_a_reader_who_has_scrolled_away_from_it_is_not_brought_back(tree, model):
    tree.show_guide(model, 3)
    tree.show_article("b", "three", SECTIONS["three"], "three/2")
    tree.resize(260, 150)
    tree.verticalScrollBar().setValue(0)
    tree.resize(260, 160)
    assert tree.verticalScrollBar().value() == 0


def test_nothing_measured_for_another_width_is_kept(tree, model):
    tree.show_guide(model, 3)
    for width in range(260, 320, 10):
        tree.resize(width, 500)
        tree.grab()
    assert {width for _, _, _, width, _ in tree._delegate._sizes} == {tree.width()}
    assert len(tree._delegate._laid_out) == len(list(rows_of(tree)))


def test_marking_a_section_of_another_article_changes_nothing(tree, model):
    tree.show_guide(model, 3)
    tree.show_article("b", "three", SECTIONS["three"])
    tree.mark_section("one/1")
    assert tree.currentIndex().data(TARGET_ROLE) == "three"


def test_an_article_that_is_not_in_the_tree_leaves_the_mark(tree, model):
    tree.show_guide(model, 3)
    tree.show_article("b", "three", SECTIONS["three"])
    tree.show_article("b", "elsewhere", SECTIONS["one"])
    assert tree.currentIndex().data(TARGET_ROLE) == "three"


def click(qtbot, tree, index):
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())


def test_a_click_chooses_an_article_or_a_section(qtbot, tree, model):
    tree.show_guide(model, 3)
    tree.show_article("a", "one", SECTIONS["one"])
    for index, target in ((model.section_index("one/2"), "one/2"), (model.index(0, 0, model.index(0, 0)), "one")):
        with qtbot.waitSignal(tree.chosen) as chosen:
            click(qtbot, tree, index)
        assert chosen.args == [target]


def test_a_click_on_a_topic_opens_and_shuts_it_and_chooses_nothing(qtbot, tree, model):
    tree.show_guide(model, 3)
    topic = model.index(0, 0)
    with qtbot.assertNotEmitted(tree.chosen):
        click(qtbot, tree, topic)
        assert not tree.isExpanded(topic)
        click(qtbot, tree, topic)
        assert tree.isExpanded(topic)


def test_arrows_move_without_choosing_and_enter_chooses(qtbot, tree, model):
    tree.show_guide(model, 3)
    tree.show_article("a", "one", SECTIONS["one"])
    tree.setFocus()
    with qtbot.assertNotEmitted(tree.chosen):
        qtbot.keyClick(tree, Qt.Key.Key_Down)
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(tree.chosen) as chosen:
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert chosen.args == ["one/1"]


def test_left_and_right_shut_and_open_a_topic(qtbot, tree, model):
    tree.show_guide(model, 3)
    topic = model.index(0, 0)
    tree.setCurrentIndex(topic)
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(topic)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(topic)


def test_typing_letters_changes_nothing_in_the_tree(qtbot, tree, model):
    tree.show_guide(model, 3)
    before = shown(model)
    qtbot.keyClicks(tree, "F2 edit")
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    assert shown(model) == before


# -- titles ----------------------------------------------------------------------------------------------------------


def lines_wanted(text, font, width, bold=False):
    font.setBold(bold)
    metrics = QFontMetrics(font)
    bounds = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text)
    return round(bounds.height() / metrics.lineSpacing())


def rows_of(tree):
    """Return the index of every row that can be scrolled to."""
    index = tree.model().index(0, 0)
    while index.isValid():
        yield index
        index = tree.indexBelow(index)


def test_no_title_of_the_shipped_guide_is_cut(tree, shipped_library, qtbot):
    """LOOK.md: long titles wrap rather than being cut."""
    model = TopicModel(shipped_library.topics(), shipped_library.articles)
    tree.show_guide(model, shipped_library.article_count())
    for topic in shipped_library.topics():
        for article in shipped_library.articles(topic.id):
            sections = shipped_library.sections(article.id)
            if len(sections) > 40:  # one section a state: their headings are all alike
                sections = sections[:8]
            tree.show_article(topic.id, article.id, sections)
            for index in rows_of(tree):
                room = _text_room(tree, index)
                assert cut_to_lines(index.data(), _metrics(tree, index), room, MAX_LINES) == index.data()


def _metrics(tree, index):
    font = tree.font()
    font.setBold(not index.parent().isValid())
    return QFontMetrics(font)


def _text_room(tree, index):
    depth = 0
    above = index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return tree.viewport().width() - tree.indentation() * depth - 24


@pytest.mark.parametrize("width", [240, 300, 420])
def test_a_row_is_as_high_as_its_title_needs(tree, model, qtbot, width):
    tree.show_guide(model, 3)
    tree.show_article("a", "one", SECTIONS["one"])
    tree.resize(width, 500)
    qtbot.waitUntil(lambda: tree.visualRect(model.index(0, 0)).height() > 0)
    long, short = model.index(1, 0, model.index(0, 0)), model.index(0, 0, model.index(0, 0))
    tree.doItemsLayout()
    spacing = QFontMetrics(tree.font()).lineSpacing()
    wanted = min(MAX_LINES, lines_wanted(LONG, tree.font(), _text_room(tree, long)))
    assert tree.visualRect(long).height() >= wanted * spacing
    assert tree.visualRect(short).height() < 2 * spacing + 12


def test_a_wider_tree_needs_fewer_lines(tree, model, qtbot):
    tree.show_guide(model, 3)
    long = model.index(1, 0, model.index(0, 0))
    tree.resize(240, 500)
    tree.doItemsLayout()
    narrow = tree.visualRect(long).height()
    tree.resize(900, 500)
    qtbot.waitUntil(lambda: tree.visualRect(long).height() < narrow)


@pytest.mark.parametrize("width", [80, 140, 220])
def test_only_what_is_too_long_is_cut_and_at_a_word(width, theme):
    metrics = QFontMetrics(theme.chrome_font())
    cut = cut_to_lines(LONG, metrics, width, 2)
    bounds = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, cut)
    assert bounds.height() <= 2.5 * metrics.lineSpacing()
    assert cut.endswith("…")
    assert LONG.startswith(cut[:-1])
    assert LONG[len(cut) - 1] in " ,;:"
    assert cut_to_lines("Short", metrics, width, 2) == "Short"


def test_a_star_is_drawn_and_leaves_room_for_the_title(tree, model, theme, qtbot):
    tree.show_guide(model, 3)
    tree.show_article("a", "one", SECTIONS["one"])
    tree.clearSelection()
    tree.setCurrentIndex(model.index(0, 0))
    section = model.section_index("one/1")
    before = accent_pixels(tree, section, theme)
    model.set_starred(frozenset({"one/1"}))
    assert before == 0
    assert accent_pixels(tree, section, theme) > 20


def accent_pixels(tree, index, theme):
    image = tree.viewport().grab(tree.visualRect(index)).toImage()
    accent = theme.colours.accent
    return sum(image.pixelColor(x, y).name() == accent for x in range(image.width()) for y in range(image.height()))


def test_the_current_row_looks_different(tree, model, theme, qtbot):
    tree.show_guide(model, 3)
    tree.show_article("a", "one", SECTIONS["one"])
    tree.mark_section("one/1")
    assert accent_pixels(tree, model.section_index("one/1"), theme) > 20
    assert accent_pixels(tree, model.section_index("one/2"), theme) == 0


def test_sizes_are_asked_for_without_a_picture(tree, model):
    """A size is the row's own: it does not depend on what was asked for before."""
    tree.show_guide(model, 3)
    option = QStyleOptionViewItem()
    option.font = tree.font()
    delegate = tree.itemDelegate()
    short = model.index(0, 0, model.index(0, 0))
    long = model.index(1, 0, model.index(0, 0))
    sizes = [delegate.sizeHint(option, index) for index in (short, long, short)]
    assert sizes[0] == sizes[2]
    assert sizes[1].height() > sizes[0].height()
    assert all(isinstance(size, QSize) for size in sizes)
