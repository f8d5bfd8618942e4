"""The rendered article keeps the reader's place, tells which section is read, and loads nothing."""

import datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QFontMetricsF, QTextCursor, QTextDocument

from guide_app.ui.article_html import article_page
from guide_app.ui.article_pane import ArticlePane
from guide_app.ui.theme import SCALE_STEPS, SCHEMES, Theme
from tests.ui.made_guide import SECTION_1983, WARREN
from tests.ui.pointer import right_click, turn_wheel

TODAY = datetime.date(2026, 11, 30)


@pytest.fixture
def pane(theme, put_up):
    pane = put_up(ArticlePane(theme), 900, 600)
    theme.changed.connect(pane.redraw)
    return pane


@pytest.fixture
def show(pane, made_library):
    """Show an article of the made guide and return its section ids."""

    def show_(article_id="duty"):
        article = made_library.article(article_id)
        ids = tuple(section.id for section in article.sections)
        pane.show_page(article_page(article, TODAY), ids)
        return ids

    return show_


def place_at_top(pane):
    """Return the first character of the line at the upper edge."""
    return pane.cursorForPosition(QPoint(4, 4)).position()


def lines_from_top(pane, place):
    """Return how many lines below the upper edge (negative: above) a character stands now."""
    cursor = QTextCursor(pane.document())
    cursor.setPosition(place)
    rect = pane.cursorRect(cursor)
    return rect.top() / rect.height()


def heading_top(pane, section_id):
    """Return how far below the pane's upper edge the heading of a section stands."""
    headings = [block for block in iterate_blocks(pane.document()) if block.blockFormat().headingLevel() == 2]
    block = headings[pane.section_ids.index(section_id)]
    return pane.document().documentLayout().blockBoundingRect(block).top() - pane.verticalScrollBar().value()


def iterate_blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def scroll(pane, qtbot, key, times=1):
    for _ in range(times):
        qtbot.keyClick(pane, key)


# -- the section being read ------------------------------------------------------------------------------------------


def test_a_page_starts_at_its_top_with_its_first_section(qtbot, pane, show):
    with qtbot.waitSignal(pane.section_reached) as reached:
        ids = show()
    assert reached.args == [ids[0]]
    assert pane.current_section == ids[0]
    assert pane.verticalScrollBar().value() == 0


def test_a_page_that_is_drawn_before_the_window_is_shown_starts_at_its_top_too(theme, put_up, made_library):
    pane = ArticlePane(theme)
    article = made_library.article("duty")
    pane.show_page(article_page(article, TODAY), tuple(section.id for section in article.sections))
    put_up(pane, 900, 600)
    assert pane.verticalScrollBar().maximum() > 0
    assert pane.verticalScrollBar().value() == 0


def test_the_cursor_of_a_new_page_stands_at_its_first_letter(pane, show):
    for article_id in ("duty", "warren"):
        show(article_id)
        assert pane.textCursor().position() == 0


def test_the_section_follows_the_reader_through_the_whole_article(qtbot, pane, show):
    ids = show()
    seen = []
    pane.section_reached.connect(seen.append)
    scroll(pane, qtbot, Qt.Key.Key_PageDown, 30)
    assert seen == list(ids[1:])
    scroll(pane, qtbot, Qt.Key.Key_PageUp, 30)
    assert seen == [*ids[1:], *reversed(ids[:-1])]


def test_the_wheel_and_the_bar_move_the_section_too(qtbot, pane, show):
    ids = show()
    pane.go_to(ids[3])
    bar = pane.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    assert pane.current_section == ids[0]
    bar.setSliderPosition(bar.maximum())
    assert pane.current_section == ids[-1]


@pytest.mark.parametrize("number", range(5))
def test_going_to_a_section_brings_its_heading_to_the_top_and_holds_it(pane, show, number):
    ids = show()
    pane.go_to(ids[number])
    assert pane.current_section == ids[number]
    top = heading_top(pane, ids[number])
    assert 0 <= top < pane.viewport().height()
    bar = pane.verticalScrollBar()
    if number and bar.value() < bar.maximum():
        assert top <= 12


def test_a_short_last_section_is_held_although_another_one_is_above_it(qtbot, pane, show):
    """The end of the article cannot come to the top: what was chosen counts, until the reader scrolls."""
    ids = show()
    pane.go_to(ids[-1])
    assert heading_top(pane, ids[-1]) > 100
    assert pane.current_section == ids[-1]
    pane.resize(700, 500)
    assert pane.current_section == ids[-1]
    scroll(pane, qtbot, Qt.Key.Key_PageUp)
    assert pane.current_section == ids[-2]


def test_going_to_a_section_that_is_not_there_changes_nothing(pane, show):
    ids = show()
    pane.go_to(ids[2])
    before = pane.verticalScrollBar().value()
    pane.go_to("duty/elsewhere")
    assert (pane.current_section, pane.verticalScrollBar().value()) == (ids[2], before)


def test_going_to_the_top_shows_the_title_and_the_first_section_counts(pane, show):
    ids = show()
    pane.go_to(ids[2])
    pane.go_to_top()
    assert pane.verticalScrollBar().value() == 0
    assert pane.current_section == ids[0]


def test_going_to_the_first_section_keeps_title_and_answer_in_view(theme, put_up, made_library):
    """The answer stands first; a reader who opens the first question must not lose it where both fit."""
    pane = put_up(ArticlePane(theme), 900, 900)
    article = made_library.article("today")
    pane.show_page(article_page(article, TODAY), ("today/write",))
    pane.go_to("today/write")
    assert pane.verticalScrollBar().value() == 0


def test_another_article_starts_anew(pane, show):
    pane.go_to(show()[3])
    ids = show("warren")
    assert pane.section_ids == ids
    assert pane.current_section == ids[0]
    assert pane.verticalScrollBar().value() == 0


def test_an_empty_pane_has_no_section(pane):
    pane.go_to("duty/sue")
    pane.go_to_top()
    pane.redraw()
    assert pane.current_section == ""
    assert pane.selected_paragraphs() == ()
    assert pane.selected_section() == ""


# -- keeping the place -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pages", [1, 3, 4])
@pytest.mark.parametrize("width", [480, 640, 1400])
def test_a_resized_window_keeps_the_line_at_the_top(qtbot, pane, show, pages, width):
    show()
    scroll(pane, qtbot, Qt.Key.Key_PageDown, pages)
    place = place_at_top(pane)
    pane.resize(width, 600)
    qtbot.waitUntil(lambda: pane.width() == width)
    assert abs(lines_from_top(pane, place)) <= 1


@pytest.mark.parametrize("steps", [SCALE_STEPS[3:], SCALE_STEPS[3::-1]], ids=["larger", "smaller"])
@pytest.mark.parametrize("pages", [1, 2, 3, 4])
def test_another_text_size_keeps_the_line_at_the_top(qtbot, pane, show, theme, steps, pages):
    show()
    scroll(pane, qtbot, Qt.Key.Key_PageDown, pages)
    place = place_at_top(pane)
    for step in steps:
        theme.set_scale(step)
        assert abs(lines_from_top(pane, place)) <= 1, step


def test_zooming_in_and_out_again_does_not_creep(qtbot, pane, show, theme):
    show()
    scroll(pane, qtbot, Qt.Key.Key_PageDown, 3)
    place = place_at_top(pane)
    values = []
    for _ in range(4):
        for scale in (110, 125, 150, 200, 150, 125, 110, 100):
            theme.set_scale(scale)
        values.append(pane.verticalScrollBar().value())
    assert abs(lines_from_top(pane, place)) <= 1
    assert len(set(values)) == 1


@pytest.mark.parametrize("change", [lambda theme: theme.set_scale(150), lambda theme: theme.choose("dark")])
def test_another_size_or_scheme_keeps_the_link_that_has_the_keyboard(qtbot, pane, show, theme, change):
    show()
    pane.setFocus()
    for _ in range(3):
        qtbot.keyClick(pane, Qt.Key.Key_Tab)
    link = pane.current_link()
    change(theme)
    assert link
    assert pane.current_link() == link


def test_another_size_keeps_what_is_selected(pane, show, theme):
    show()
    cursor = pane.document().find("police")
    pane.setTextCursor(cursor)
    theme.set_scale(125)
    assert pane.textCursor().selectedText() == "police"


@pytest.mark.parametrize("size", [70, 100, 300])
def test_the_article_has_its_own_font_whatever_the_controls_around_it_have(open_window, size):
    window = open_window(text_size=size)
    serif = Theme("light", size).article_font()
    for scheme in ("light", "dark"):  # Qt tells every widget of a font when it is first shown, and with every sheet
        window.display.choose_scheme(scheme)
        for target in ("warren", "duty/protect"):
            window.navigator.open_target(target)
            font = window.article.document().defaultFont()
            assert (font.families(), font.pointSizeF()) == (serif.families(), serif.pointSizeF())


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_another_scheme_keeps_the_place_and_takes_its_colours(qtbot, pane, show, theme, scheme):
    show()
    scroll(pane, qtbot, Qt.Key.Key_PageDown, 3)
    place, value = place_at_top(pane), pane.verticalScrollBar().value()
    theme.choose(scheme)
    assert place_at_top(pane) == place
    if scheme != "contrast":  # its boxes have rims, which take some height
        assert pane.verticalScrollBar().value() == value
    colours = {
        fragment.charFormat().foreground().color().name()
        for block in iterate_blocks(pane.document())
        for fragment in fragments(block)
        if not fragment.charFormat().anchorHref()
    }
    assert SCHEMES[scheme].ink in colours
    assert SCHEMES["light"].ink not in colours


def fragments(block):
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def test_a_section_that_was_chosen_stays_the_one_being_read_in_another_size(pane, show, theme):
    ids = show()
    pane.go_to(ids[-1])
    theme.set_scale(70)
    assert pane.current_section == ids[-1]


# -- the column ------------------------------------------------------------------------------------------------------


def letters_in_a_line(pane):
    """Return how many characters the full lines of long paragraphs hold, on average."""
    counts = []
    pane.document().documentLayout().documentSize()
    for block in iterate_blocks(pane.document()):
        layout = block.layout()
        for number in range(layout.lineCount() - 1):
            counts.append(layout.lineAt(number).textLength())
    return sum(counts) / len(counts)


@pytest.mark.parametrize("width", [1280 - 320, 1920 - 320])
@pytest.mark.parametrize("scale", [100, 125])
def test_lines_hold_60_to_75_characters(pane, shipped_library, theme, qtbot, width, scale):
    article = shipped_library.article("duty-to-protect")
    theme.set_scale(scale)
    pane.resize(width, 700)
    pane.show_page(article_page(article, TODAY), tuple(section.id for section in article.sections))
    qtbot.waitUntil(lambda: pane.width() == width)
    assert 60 <= letters_in_a_line(pane) <= 75


@pytest.mark.parametrize("width", [960, 1280, 1600, 2400])
def test_the_column_stands_in_the_middle(pane, show, qtbot, width):
    show()
    pane.resize(width, 600)
    qtbot.waitUntil(lambda: pane.width() == width)
    viewport = pane.viewport().geometry()
    left, right = viewport.left(), pane.width() - viewport.right()
    assert abs(left - right) <= 20


@pytest.mark.parametrize("scale", [100, 150, 200, 300])
@pytest.mark.parametrize("width", [320, 400, 640])
def test_nothing_has_to_be_scrolled_sideways(pane, shipped_library, theme, qtbot, scale, width):
    """WCAG 1.4.10; the window is 640 pixels wide at least, and its left side can be hidden."""
    article = shipped_library.article("duty-to-protect")
    theme.set_scale(scale)
    pane.resize(width, 600)
    pane.show_page(article_page(article, TODAY), tuple(section.id for section in article.sections))
    qtbot.waitUntil(lambda: pane.width() == width)
    assert pane.horizontalScrollBar().maximum() == 0


def test_a_narrow_pane_gives_its_room_to_the_text(pane, show, qtbot):
    show()
    pane.resize(400, 600)
    qtbot.waitUntil(lambda: pane.width() == 400)
    assert pane.viewport().width() >= 360


# -- links -----------------------------------------------------------------------------------------------------------


def test_the_links_of_a_section_come_whole_and_in_order(pane, show):
    ids = show()
    assert pane.links_of_section(ids[0]) == [
        ("Warren, 444 A.2d at 3", f"cite:{WARREN}@3"),
        ("public duty rule", "guide:warren/decided"),
    ]
    assert pane.links_of_section(ids[1]) == [
        ("42 U.S.C. § 1983", f"cite:{SECTION_1983}"),
        ("a list of lawyers", "https://example.org/find-a-lawyer"),
        ("the hotline", "service:us-ndvh"),
        ("this number", "tel:+12025550100"),
    ]
    assert pane.links_of_section(ids[2]) == []


def test_the_links_before_the_first_section_belong_to_none_and_those_after_the_last_to_it(pane, show):
    ids = show()
    assert not any(address == "service:us-911" for section in ids for _words, address in pane.links_of_section(section))
    assert [address for _words, address in pane.links_of_section(ids[-1])] == ["guide:warren"]


def test_two_links_to_one_place_stay_two(pane):
    pane.show_page(
        "<h2>Q</h2><p><a href='guide:a'>one</a><a href='guide:b'>two</a> and <a href='guide:a'>three</a></p>"
        "<p><a href='guide:a'>four</a></p>",
        ("x/q",),
    )
    assert [words for words, _address in pane.links_of_section("x/q")] == ["one", "two", "three", "four"]


def test_an_unknown_section_has_no_links(pane, show):
    show()
    assert pane.links_of_section("duty/elsewhere") == []


def place_of(pane, words):
    """Return the middle of some words in the pane."""
    cursor = pane.document().find(words)
    assert not cursor.isNull()
    start = QTextCursor(cursor)
    start.setPosition(cursor.selectionStart() + 2)
    return pane.cursorRect(start).center()


def test_a_click_on_a_link_is_told_and_opens_nothing(qtbot, pane, show):
    show()
    html = pane.toHtml()
    with qtbot.waitSignal(pane.link_followed) as followed:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place_of(pane, "444 A.2d"))
    assert followed.args == [f"cite:{WARREN}@3"]
    assert pane.toHtml() == html


def test_tab_and_enter_follow_a_link_and_know_which_one_has_the_keyboard(qtbot, pane, show):
    show()
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_Tab)
    qtbot.keyClick(pane, Qt.Key.Key_Tab)
    assert pane.current_link() == f"cite:{WARREN}@3"
    with qtbot.waitSignal(pane.link_followed) as followed:
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert followed.args == [f"cite:{WARREN}@3"]


def test_tab_leaves_the_article_after_its_last_link(qtbot, pane, show):
    """A reader with a keyboard must be able to leave (WCAG 2.1.2)."""
    show()
    pane.setFocus()
    links = sum(len(pane.links_of_section(section)) for section in pane.section_ids) + 1
    for _ in range(links):
        qtbot.keyClick(pane, Qt.Key.Key_Tab)
    assert pane.current_link() == "guide:warren"
    assert not pane.focusNextPrevChild(True) or not pane.textCursor().hasSelection()


def test_the_links_of_the_article_use_the_colour_of_the_theme(pane, show, theme):
    show()
    theme.choose("dark")
    cursor = pane.document().find("public duty rule")
    assert cursor.charFormat().foreground().color().name() == SCHEMES["dark"].accent


def test_a_right_click_asks_for_a_menu_and_says_what_is_under_it(qtbot, pane, show):
    show()
    for words, address in (("444 A.2d", f"cite:{WARREN}@3"), ("In general", "")):
        place = place_of(pane, words)
        with qtbot.waitSignal(pane.menu_requested) as asked:
            right_click(pane.viewport(), place)
        assert asked.args[1] == address


@pytest.mark.parametrize(("notches", "step"), [(1, 1), (-1, -1), (3, 1)])
def test_ctrl_and_the_wheel_ask_for_another_text_size_and_do_not_scroll(qtbot, pane, show, notches, step):
    show()
    scroll(pane, qtbot, Qt.Key.Key_PageDown)
    before = pane.verticalScrollBar().value()
    with qtbot.waitSignal(pane.zoomed) as zoomed:
        turn_wheel(pane.viewport(), notches, Qt.KeyboardModifier.ControlModifier)
    assert zoomed.args == [step]
    assert pane.verticalScrollBar().value() == before


def test_the_wheel_alone_scrolls(qtbot, pane, show):
    show()
    with qtbot.assertNotEmitted(pane.zoomed):
        turn_wheel(pane.viewport(), -3)
    assert pane.verticalScrollBar().value() > 0


def test_the_wheel_lets_go_of_a_section_that_was_held(pane, show):
    ids = show()
    pane.go_to(ids[-1])
    turn_wheel(pane.viewport(), 20)
    assert pane.current_section != ids[-1]


def test_the_side_buttons_of_a_mouse_go_back_and_forward(qtbot, pane, show):
    show()
    with qtbot.waitSignal(pane.back_requested):
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.BackButton)
    with qtbot.waitSignal(pane.forward_requested):
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.ForwardButton)


# -- what it loads, what it gives ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "../../../etc/passwd",
        "https://example.org/x.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "qrc:/x",
        "resource.css",
        "",
    ],
)
def test_it_loads_no_file_and_no_address(pane, address):
    for kind in (
        QTextDocument.ResourceType.HtmlResource,
        QTextDocument.ResourceType.ImageResource,
        QTextDocument.ResourceType.StyleSheetResource,
        QTextDocument.ResourceType.MarkdownResource,
    ):
        assert pane.loadResource(kind.value, QUrl(address)) is None


def test_a_picture_and_a_style_sheet_of_a_page_are_not_loaded(pane, tmp_path):
    (tmp_path / "sheet.css").write_text("p { color: #123456 }")
    picture = tmp_path / "picture.png"
    from PySide6.QtGui import QImage

    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    assert image.save(str(picture))
    pane.show_page(
        f'<link rel="stylesheet" href="{tmp_path / "sheet.css"}"><h2>Q</h2>'
        f'<p>Before <img src="{picture}"> <img src="file://{picture}"> after</p>',
        ("x/q",),
    )
    assert pane.document().size().height() < 200
    colours = {
        f.charFormat().foreground().color().name() for b in iterate_blocks(pane.document()) for f in fragments(b)
    }
    assert "#123456" not in colours


def test_the_page_cannot_be_edited_and_takes_nothing_that_is_dropped(qtbot, pane, show):
    show()
    before = pane.toPlainText()
    pane.setFocus()
    qtbot.keyClicks(pane, "typed")
    assert pane.isReadOnly()
    assert not pane.canInsertFromMimeData(QMimeData()) or pane.isReadOnly()
    assert pane.toPlainText() == before


def select(pane, first, last):
    """Select from the start of some words to the end of others."""
    start, end = pane.document().find(first), pane.document().find(last)
    cursor = pane.textCursor()
    cursor.setPosition(start.selectionStart())
    cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def test_the_section_of_selected_text_is_the_one_that_holds_all_of_it(pane, show):
    ids = show()
    assert ids[:2] == ("duty/protect", "duty/sue")
    select(pane, "Lawyers call", "alpha0 is sentence 0.")
    assert pane.selected_section() == "duty/protect"
    assert pane.current_section == "duty/protect"
    select(pane, "beta0", "beta1")
    assert pane.selected_section() == "duty/sue"
    select(pane, "Lawyers call", "beta0")
    assert pane.selected_section() == ""
    pane.selectAll()
    assert pane.selected_section() == ""


def test_a_copied_selection_keeps_its_italics_and_nothing_else_of_ours(pane, show):
    show()
    select(pane, "In general", "at 3).")
    data = pane.createMimeDataFromSelection()
    assert data.text() == "In general, no (Warren, 444 A.2d at 3)."
    assert data.html() == "In general, no (<i>Warren</i>, 444 A.2d at 3)."
    assert b"{\\i Warren}" in data.data("text/rtf").data()
    for word in ("font", "color", "href", "style"):
        assert word not in data.html()


def test_a_selection_over_two_paragraphs_is_copied_as_two(pane, show):
    show()
    select(pane, "Lawyers call", "alpha0 is sentence 0.")
    data = pane.createMimeDataFromSelection()
    assert data.html() == "<p>Lawyers call this the public duty rule.</p>\n<p>alpha0 is sentence 0.</p>"


def test_text_is_not_drawn_smaller_than_a_reader_can_see(pane, show, theme):
    """Relative sizes only: each follows the text size, and none falls below 0.7 of it."""
    show()
    body = QFontMetricsF(theme.article_font()).height()
    for block in iterate_blocks(pane.document()):
        for fragment in fragments(block):
            assert QFontMetricsF(fragment.charFormat().font()).height() >= 0.7 * body
    theme.set_scale(200)
    sizes = [
        QFontMetricsF(fragment.charFormat().font()).height()
        for block in iterate_blocks(pane.document())
        for fragment in fragments(block)
    ]
    assert min(sizes) >= 0.7 * 2 * body - 4
