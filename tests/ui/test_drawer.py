"""The drawer and its pages: cards, numbers and settings inside the window, left by Esc, focus where it was."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QRadioButton, QWidget

from guide_app.kiosk.policy import policy_for
from guide_app.settings import Settings
from guide_app.ui.actions import ACTIONS
from guide_app.ui.cards import KeysCard, LinksCard
from guide_app.ui.drawer import BESIDE_FROM, BUTTON_AIR, Drawer
from guide_app.ui.theme import SCHEMES
from tests.ui.finding import button, buttons, texts
from tests.ui.made_guide import DESHANEY, SECTION_1983, SOURCE, WARREN

# One way to open each page; the key that the drawer has then.
PAGES = {
    "emergency": lambda window: window.actions_by_key["emergency"].trigger(),
    "display": lambda window: window.actions_by_key["display"].trigger(),
    "private": lambda window: window.actions_by_key["private"].trigger(),
    "keys": lambda window: window.actions_by_key["keys"].trigger(),
    "my-state": lambda window: window.actions_by_key["my_state"].trigger(),
    "deadline": lambda window: window.actions_by_key["my_deadline"].trigger(),
    "comparison": lambda window: window.actions_by_key["compare_states"].trigger(),
    "links": lambda window: window.actions_by_key["links"].trigger(),
    "forms": lambda window: window.actions_by_key["forms"].trigger(),
    "cite-list": lambda window: window.actions_by_key["cite_list"].trigger(),
    "paper": lambda window: window.actions_by_key["pdf"].trigger(),
    "address": lambda window: window.follow_link("https://example.org/"),
    "service:us-aclu": lambda window: window.follow_link("service:us-aclu"),
    "service:us-ndvh": lambda window: window.follow_link("service:us-ndvh"),
    f"authority:{WARREN}": lambda window: window.follow_link(f"cite:{WARREN}@3"),
    f"authority:{SECTION_1983}": lambda window: window.follow_link(f"cite:{SECTION_1983}"),
    f"authority:{SOURCE}": lambda window: window.follow_link(f"cite:{SOURCE}"),
}


def words_of(window):
    return " ".join(texts(window.drawer))


# -- opening and closing ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", PAGES)
def test_every_page_takes_the_keyboard_and_gives_it_back(qtbot, window, key):
    window.bar.copy_button.setFocus()
    PAGES[key](window)
    assert window.drawer.key == key
    assert window.drawer.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.drawer.key == ""
    assert not window.drawer.isVisible()
    assert window.bar.copy_button.hasFocus()


@pytest.mark.parametrize("key", PAGES)
def test_every_page_has_a_title_and_closes_by_its_button(qtbot, window, key):
    PAGES[key](window)
    title = window.drawer.accessibleName()
    assert title
    assert title in texts(window.drawer)
    with qtbot.waitSignal(window.drawer.closed):
        qtbot.mouseClick(button(window.drawer, "Close"), Qt.MouseButton.LeftButton)
    assert window.drawer.content is None


def test_esc_closes_it_from_the_article_too(qtbot, window):
    PAGES["keys"](window)
    window.article.setFocus()
    qtbot.keyClick(window.article, Qt.Key.Key_Escape)
    assert window.drawer.key == ""


@pytest.mark.parametrize("key", ["emergency", "display", "private", "keys", "cite-list", "my-state"])
def test_the_same_key_opens_and_closes(window, key):
    PAGES[key](window)
    PAGES[key](window)
    assert window.drawer.key == ""


def test_another_page_takes_the_place_of_the_one_before_and_the_focus_goes_back_to_the_beginning(qtbot, window):
    window.bar.yes_button.setFocus()
    for key, open_page in PAGES.items():
        open_page(window)
        assert window.drawer.key == key
    assert len(window.drawer.findChildren(QLabel, "citationPreview")) == 0
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.bar.yes_button.hasFocus()


def test_going_to_the_article_closes_it(qtbot, window):
    PAGES["keys"](window)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.drawer.key == ""
    assert window.article.hasFocus()


def test_closing_a_closed_drawer_tells_nothing(qtbot, window):
    with qtbot.assertNotEmitted(window.drawer.closed):
        window.drawer.close_drawer()


# -- pages that stay below -------------------------------------------------------------------------------------------


def test_a_page_that_stays_comes_back_as_it_was_left(qtbot, window):
    PAGES["my-state"](window)
    field = window.drawer.content.line
    qtbot.keyClicks(field, "oh")
    PAGES["emergency"](window)
    assert window.drawer.key == "emergency"
    qtbot.mouseClick(button(window.drawer, "Back to Your state"), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "my-state"
    assert window.drawer.content.line is field
    assert (field.text(), field.hasFocus()) == ("oh", True)
    assert "Back to Your state" not in buttons(window.drawer)
    window.drawer.go_back()
    assert window.drawer.key == "my-state"


def test_a_page_that_does_not_stay_is_not_waited_for(window):
    PAGES["keys"](window)
    PAGES["emergency"](window)
    assert not [each for each in window.drawer.findChildren(QPushButton) if each.isVisible() and each.text() == "Back"]


def test_a_page_opened_anew_is_not_there_twice(window):
    PAGES["my-state"](window)
    PAGES["emergency"](window)
    window.state_pages.show_chooser()
    assert window.drawer.key == "my-state"
    assert not [each for each in window.drawer.findChildren(QPushButton) if each.isVisible() and each.text() == "Back"]


def test_closing_drops_what_waits_below(qtbot, window):
    PAGES["my-state"](window)
    waiting = window.drawer.content
    PAGES["emergency"](window)
    with qtbot.waitSignal(waiting.destroyed):
        window.drawer.close_drawer()
    PAGES["keys"](window)
    assert not [each for each in window.drawer.findChildren(QPushButton) if each.isVisible() and each.text() == "Back"]


def test_a_wide_page_covers_the_article(theme, icons, put_up):
    area = put_up(QWidget(), 1800, 500)
    drawer = Drawer(theme, icons, area)
    drawer.show_content("table", "Table", QPushButton("Row"), wide=True, stays=True)
    assert drawer.geometry() == area.rect()
    drawer.show_content("card", "Card", QPushButton("Fact"))
    assert drawer.width() < area.width()
    drawer.go_back()
    assert drawer.geometry() == area.rect()


# -- where it stands -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [640, 1024, 1280, 1920])
@pytest.mark.parametrize("text_size", [100, 200])
def test_it_stands_beside_the_article_where_there_is_room_and_over_it_elsewhere(open_window, qtbot, width, text_size):
    window = open_window(size=(width, 768), text_size=text_size)
    before = window.article.width()
    PAGES["keys"](window)
    area = window.drawer.parentWidget()
    assert area.rect().contains(window.drawer.geometry())
    assert window.drawer.geometry().right() == area.rect().right()
    qtbot.waitUntil(lambda: window.drawer.height() == area.height())
    if area.width() - window.drawer.width() >= BESIDE_FROM:
        qtbot.waitUntil(lambda: window.article.width() == area.width() - window.drawer.width())
    else:
        assert window.article.width() == before
    window.drawer.close_drawer()
    qtbot.waitUntil(lambda: window.article.width() == before)


def test_it_follows_the_window(open_window, qtbot):
    window = open_window(size=(1920, 900))
    PAGES["keys"](window)
    window.resize(1000, 700)
    area = window.drawer.parentWidget()
    qtbot.waitUntil(lambda: window.drawer.geometry().right() == area.rect().right())
    assert window.drawer.height() == area.height()


@pytest.mark.parametrize("key", PAGES)
@pytest.mark.parametrize(("width", "text_size"), [(640, 100), (640, 200), (1024, 150), (1280, 100), (1280, 300)])
def test_nothing_in_it_is_cut_at_its_right_edge(open_window, key, width, text_size):
    """It scrolls up and down only: what is wider than it is lost to a reader (WCAG 1.4.10)."""
    window = open_window(size=(width, 768), text_size=text_size)
    PAGES[key](window)
    for _ in range(3):
        QApplication.processEvents()
    content = window.drawer.content
    viewport = content.parentWidget()
    cut = [
        f"{type(each).__name__} {_words(each)[:40]!r} by {right - viewport.width()} px"
        for each in content.findChildren(QWidget)
        if each.isVisible()
        and _words(each)
        and (right := each.mapTo(viewport, each.rect().topRight()).x() + 1) > viewport.width()
    ]
    assert not cut


@pytest.mark.parametrize("key", PAGES)
@pytest.mark.parametrize(
    ("width", "height", "text_size"),
    [(1280, 768, 100), (1280, 768, 200), (1024, 768, 200), (640, 480, 200), (640, 480, 70)],
)
def test_every_word_on_a_page_is_whole(open_window, key, width, height, text_size):
    window = open_window(size=(width, height), text_size=text_size)
    PAGES[key](window)
    for _ in range(3):
        QApplication.processEvents()
    for each in window.drawer.findChildren(QAbstractButton):
        if each.isVisible() and each.hasHeightForWidth():
            assert each.height() >= each.heightForWidth(each.width()), each.text()
        elif each.isVisible():
            assert each.width() >= each.minimumSizeHint().width(), each.text()
    for each in window.drawer.findChildren(QLabel):
        if each.isVisible() and each.wordWrap():
            assert each.height() >= each.heightForWidth(each.width()) - 1, each.text()
        elif each.isVisible():
            assert each.width() >= each.minimumSizeHint().width(), each.text()


def test_where_little_of_the_article_would_be_left_it_takes_the_whole_width_and_the_room_of_the_bar(open_window):
    window = open_window(size=(640, 480))
    window.bar.copy_button.setFocus()
    PAGES["display"](window)
    area = window.drawer.parentWidget()
    assert window.drawer.geometry() == area.rect()
    assert window.bar.isHidden()
    window.drawer.close_drawer()
    assert window.bar.isVisible()
    assert window.bar.copy_button.hasFocus()


def test_a_page_that_came_to_cover_all_gives_the_bar_back_in_a_wider_window(qtbot, open_window):
    window = open_window(size=(640, 700))
    PAGES["display"](window)
    assert window.bar.isHidden()
    window.resize(1280, 700)
    qtbot.waitUntil(window.bar.isVisible)
    assert window.drawer.width() < window.drawer.parentWidget().width()
    window.resize(640, 700)
    qtbot.waitUntil(window.bar.isHidden)


def test_no_second_line_stands_beside_that_of_the_left_side(window):
    """A page over the whole article begins where the left side ends with a line of its own."""

    def first_column():
        picture = window.drawer.grab().toImage()
        return {picture.pixelColor(0, y).name() for y in range(picture.height())}

    PAGES["comparison"](window)
    assert first_column() == {SCHEMES["light"].chrome}
    PAGES["keys"](window)
    assert first_column() == {SCHEMES["light"].border}


@pytest.mark.parametrize("width", [1280, 1920, 2560])
@pytest.mark.parametrize("show", ["state_pages.show_own", "deadlines.show"])
def test_a_wide_page_begins_where_its_title_does(qtbot, open_window, shipped_library, width, show):
    window = open_window(library=shipped_library, size=(width, 900))
    window.my_state.choose("OH")
    service, method = show.split(".")
    getattr(getattr(window, service), method)()

    def left(widget):
        return widget.mapTo(window.drawer, QPoint(0, 0)).x()

    title = next(each for each in window.drawer.findChildren(QLabel) if each.text() == window.drawer.accessibleName())
    first = next(each for each in window.drawer.content.findChildren(QAbstractButton) if each.isVisible())
    qtbot.waitUntil(lambda: abs(left(first) - left(title)) <= 1)


def test_the_way_back_begins_where_the_texts_of_the_page_begin(qtbot, window):
    PAGES["my-state"](window)
    title = next(each for each in window.drawer.findChildren(QLabel) if each.text() == window.drawer.accessibleName())
    left = title.mapTo(window.drawer, QPoint(0, 0)).x()
    PAGES["emergency"](window)
    back = next(each for each in window.drawer.findChildren(QPushButton) if each.text() == "Back")
    qtbot.waitUntil(lambda: abs(back.mapTo(window.drawer, QPoint(BUTTON_AIR, 0)).x() - left) <= 1)
    assert back.isVisible()


def _words(widget):
    return widget.text() if hasattr(widget, "text") and callable(widget.text) else ""


# -- emergency numbers -----------------------------------------------------------------------------------------------


def test_911_and_the_national_hotlines_are_one_click_away_on_every_page(qtbot, window, made_library):
    for place in ("duty", "warren/decided", "old"):
        window.navigator.open_target(place)
        qtbot.mouseClick(window.header.emergency_button, Qt.MouseButton.LeftButton)
        shown = texts(window.drawer)
        assert shown.index("911") < shown.index("1-800-799-7233")
        assert all(one.name in shown for one in made_library.services("national", "hotline") if one.phone)
        window.drawer.close_drawer()


def test_a_number_can_be_copied(qtbot, window, clipboard):
    PAGES["emergency"](window)
    words = "Copy the number of National Domestic Violence Hotline"
    qtbot.mouseClick(button(window.drawer, words), Qt.MouseButton.LeftButton)
    assert clipboard.data.text() == "1-800-799-7233"
    assert clipboard.data.formats() == ["text/plain"]
    assert window.notices.text.startswith("Number copied.")


def test_a_service_in_the_text_opens_alone(window):
    PAGES["service:us-ndvh"](window)
    assert "1-800-799-7233" in texts(window.drawer)
    assert "911" not in texts(window.drawer)


@pytest.mark.parametrize("address", ["service:nowhere", "cite:nobody-v-nobody", "guide:nowhere/at-all"])
def test_a_link_that_leads_nowhere_raises_nothing(window, address):
    window.follow_link(address)
    assert window.section == "duty/protect"


# -- text size and colours -------------------------------------------------------------------------------------------


def test_text_size_by_buttons(qtbot, window):
    PAGES["display"](window)
    for words, percent in (("Larger text", 110), ("Larger text", 125), ("Smaller text", 110), ("Normal size", 100)):
        with qtbot.waitSignal(window.setting_chosen) as chosen:
            qtbot.mouseClick(button(window.drawer, words), Qt.MouseButton.LeftButton)
        assert chosen.args == ["text_size", percent]
        assert f"{percent}%" in texts(window.drawer)
        assert window.notices.text == f"Text size {percent} percent."


@pytest.mark.parametrize(
    ("words", "name"), [("Dark", "dark"), ("High contrast", "contrast"), ("Same as this computer", "system")]
)
def test_colours_are_chosen_and_kept(qtbot, window, qapp, words, name):
    PAGES["display"](window)
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        next(radio for radio in window.drawer.findChildren(QRadioButton) if radio.text() == words).click()
    assert chosen.args == ["theme", name]
    if name in SCHEMES:
        assert qapp.palette().window().color().name() == SCHEMES[name].chrome


def test_the_present_choice_is_marked(open_window):
    window = open_window(theme="dark")
    PAGES["display"](window)
    assert [radio.text() for radio in window.drawer.findChildren(QRadioButton) if radio.isChecked()] == ["Dark"]


# -- links, addresses, keys, paper -----------------------------------------------------------------------------------


def test_the_links_of_the_answer_are_real_buttons_that_lead_on(qtbot, window):
    window.navigator.open_target("duty/sue")
    PAGES["links"](window)
    assert buttons(window.drawer) == ["Close", "42 U.S.C. § 1983", "a list of lawyers", "the hotline", "this number"]
    qtbot.mouseClick(button(window.drawer, "the hotline"), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "service:us-ndvh"


def test_a_link_to_a_place_opens_it(qtbot, window):
    PAGES["links"](window)
    qtbot.mouseClick(button(window.drawer, "public duty rule"), Qt.MouseButton.LeftButton)
    assert window.section == "warren/decided"


def test_an_answer_without_links_says_so(window):
    window.navigator.open_target("duty/federal")
    PAGES["links"](window)
    assert "There is no link in this answer." in texts(window.drawer)
    assert not LinksCard("Q", ()).findChildren(QPushButton)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/find-a-lawyer", "https://example.org/find-a-lawyer"),
        ("tel:+12025550100", "+12025550100"),
        ("mailto:help@example.org", "help@example.org"),
    ],
)
def test_an_address_outside_is_shown_and_copied_and_never_opened(qtbot, window, clipboard, address, shown):
    window.follow_link(address)
    assert shown in texts(window.drawer)
    qtbot.mouseClick(button(window.drawer, "Copy"), Qt.MouseButton.LeftButton)
    assert clipboard.data.text() == shown
    assert window.notices.text.startswith("Address copied.")


def test_the_keys_page_names_every_key_and_the_way_out(window):
    PAGES["keys"](window)
    shown = texts(window.drawer)
    for row in ACTIONS:
        if row.keys:
            assert row.keys[0] in shown
            assert row.words.rstrip("…") in shown
    assert shown.index("Shift three times: leave now") < shown.index("Ctrl+P"), "the way out comes first"


def test_the_keys_page_has_the_same_columns_from_top_to_bottom(window):
    PAGES["keys"](window)
    labels = {label.text(): label for label in window.drawer.findChildren(QLabel)}
    rows = [row for row in ACTIONS if row.keys]
    assert len({labels[row.words.rstrip("…")].mapTo(window, QPoint(0, 0)).x() for row in rows}) == 1


def test_a_kiosk_lists_only_the_keys_that_work_there(put_up):
    card = put_up(KeysCard(policy_for(Settings(), kiosk=True)), 400, 800)
    assert "Ctrl+Q" not in texts(card)
    assert "F2" in texts(card)


# -- on its own ------------------------------------------------------------------------------------------------------


def test_a_drawer_without_controls_in_it_puts_the_keyboard_on_close(qtbot, theme, icons, put_up):
    area = put_up(QWidget(), 900, 500)
    drawer = Drawer(theme, icons, area)
    drawer.show_content("words", "Words", QLabel("Nothing to press here"))
    assert button(drawer, "Close").hasFocus()
    assert drawer.content.text() == "Nothing to press here"


def test_the_widget_that_had_the_keyboard_may_be_gone(qtbot, theme, icons, put_up):
    area = put_up(QWidget(), 900, 500)
    other = QPushButton("Other", area)
    other.show()
    other.setFocus()
    drawer = Drawer(theme, icons, area)
    drawer.show_content("words", "Words", QLabel("Words"))
    other.hide()
    drawer.close_drawer()
    assert not drawer.isVisible()


def test_deshaney_is_known(made_library):
    """The pages above use entries of the shipped data: they must be there."""
    assert {row.id for row in made_library.authorities()} >= {WARREN, DESHANEY, SECTION_1983, SOURCE}
