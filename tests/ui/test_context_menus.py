"""The menus of the right mouse button: what they offer, and that each item does it to the thing that was clicked."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from guide_app.kiosk.policy import policy_for
from guide_app.settings import Settings
from tests.ui.made_guide import DESHANEY, WARREN

PLACE = QPoint(200, 200)


@pytest.fixture
def menu(qtbot, qapp):
    """Return the menu that is open, or None."""

    def open_menu():
        popup = QApplication.activePopupWidget()
        assert popup is None or isinstance(popup, QMenu)
        return popup

    yield open_menu
    if open_menu() is not None:
        open_menu().close()


def items(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu, words):
    """Choose an item as a click does: the menu closes, then the item acts."""
    action = next(action for action in menu.actions() if action.text() == words)
    menu.close()
    action.trigger()


ANSWER_ITEMS = [
    "Copy citation", "Copy in another form", "Table of authorities", "Cite list", "Bookmark", "Links in this answer",
    "Print…",
]  # fmt: skip
AUTHORITY_ITEMS = ["Copy citation of the case or law", "Copy it in another form"]


def test_the_article_offers_what_can_be_done_with_the_answer(window, menu):
    window.article.menu_requested.emit(PLACE, "")
    assert items(menu()) == ANSWER_ITEMS


def test_a_selection_is_offered_first(window, menu, clipboard):
    window.article.selectAll()
    window.article.menu_requested.emit(PLACE, "https://example.org")
    assert items(menu()) == ["Copy", "Copy selection with source", *ANSWER_ITEMS]
    choose(menu(), "Copy selection with source")
    assert "Police Liability Guide" in clipboard.data.text()


def test_a_citation_below_the_pointer_stays_the_one_that_is_copied(window, menu, clipboard):
    window.article.menu_requested.emit(PLACE, f"cite:{DESHANEY}@195")
    assert items(menu()) == [*AUTHORITY_ITEMS, *ANSWER_ITEMS]
    choose(menu(), AUTHORITY_ITEMS[0])
    assert "489 U.S. 189, 195 (1989)" in clipboard.data.text()


def test_a_row_of_the_list_of_cases_and_laws(window, menu, clipboard):
    window.actions_by_key["panel_cases"].trigger()
    for words in ("Open", *AUTHORITY_ITEMS):
        window.sidebar.panel("cases").menu_requested.emit(PLACE, WARREN)
        assert items(menu()) == ["Open", *AUTHORITY_ITEMS]
        choose(menu(), words)
    assert "444 A.2d 1 (D.C. 1981)" in clipboard.data.text()
    assert window.drawer.key == "forms"
    window.drawer.go_back()
    assert window.drawer.key == f"authority:{WARREN}"


def test_the_card_of_an_authority(window, menu, clipboard):
    window.follow_link(f"cite:{WARREN}@3")
    window.drawer.content.menu_requested.emit(PLACE)
    assert items(menu()) == AUTHORITY_ITEMS
    choose(menu(), AUTHORITY_ITEMS[0])
    assert "444 A.2d 1, 3" in clipboard.data.text()


def test_a_bookmark(window, menu, clipboard):
    window.navigator.open_target("warren/decided")
    window.actions_by_key["bookmark"].trigger()
    window.actions_by_key["panel_bookmarks"].trigger()
    panel = window.sidebar.panel("bookmarks")
    panel.menu_requested.emit(PLACE, "warren/decided")
    assert items(menu()) == ["Copy citation", "Table of authorities of the bookmarks", "Cite list"]
    choose(menu(), "Copy citation")
    assert "What did the court decide?" in clipboard.data.text()
    panel.menu_requested.emit(PLACE, "gone/for-good")
    assert items(menu()) == ["Table of authorities of the bookmarks", "Cite list"]


def test_a_kiosk_has_no_menus(open_window, menu):
    window = open_window(policy=policy_for(Settings(), kiosk=True))
    window.article.menu_requested.emit(PLACE, f"cite:{WARREN}")
    window.follow_link(f"cite:{WARREN}")
    window.drawer.content.menu_requested.emit(PLACE)
    assert menu() is None


def test_menus_go_when_they_are_closed(qtbot, window, menu):
    before = len(window.findChildren(QMenu))
    for _ in range(3):
        window.article.menu_requested.emit(PLACE, "")
        menu().close()
    qtbot.waitUntil(lambda: len(window.findChildren(QMenu)) == before)
