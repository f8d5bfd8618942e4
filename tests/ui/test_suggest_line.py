"""A line with suggestions: from the first letter, by arrows and Enter, by a touch; nothing typed is left behind."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from guide_app.places.place_names import suggest_places
from guide_app.ui.suggest_line import Suggestion, SuggestLine
from guide_app.ui.theme import TOUCH_HEIGHT, Theme, style_sheet

FRUIT = tuple(Suggestion(word.lower(), word) for word in ("Apple", "Apricot", "Banana", "Cherry"))


def suggest_fruit(typed):
    return tuple(one for one in FRUIT if one.key.startswith(typed.strip().lower()))


def suggest_states(typed):
    return tuple(Suggestion(one.place.abbreviation, one.place.name, one.city) for one in suggest_places(typed))


@pytest.fixture
def form(put_up):
    """Put up a line with another control below it."""

    def make(suggest=suggest_fruit, *, touch=False, height=480, top=0):
        theme = Theme("light", 100, TOUCH_HEIGHT) if touch else Theme("light")
        window = QWidget()
        window.setStyleSheet(style_sheet(theme.colours, theme.control_height))
        column = QVBoxLayout(window)
        column.addSpacing(top)
        window.line = SuggestLine(theme, "Fruit", suggest)
        window.other = QLineEdit()
        column.addWidget(window.line)
        column.addStretch(1)
        column.addWidget(window.other)
        window.said = []
        window.told = []
        window.line.announced.connect(window.said.append)
        window.line.chosen.connect(window.told.append)
        put_up(window, 400, height)
        window.line.setFocus()
        return window

    return make


def shown(line):
    return [one.key for one in line.suggestions]


def test_the_first_letter_brings_suggestions_and_enter_takes_the_best(qtbot, form):
    window = form()
    qtbot.keyClicks(window.line, "a")
    assert shown(window.line) == ["apple", "apricot"]
    assert window.said == ["2 suggestions: Apple"]
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    assert (window.line.text(), window.line.key, window.told) == ("Apple", "apple", ["apple"])
    assert window.line.list_widget is None
    assert window.line.hasFocus()


def test_what_is_typed_after_a_choice_takes_its_place(qtbot, form):
    window = form()
    qtbot.keyClicks(window.line, "a")
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    qtbot.keyClicks(window.line, "ban")
    assert (window.line.text(), shown(window.line)) == ("ban", ["banana"])
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    assert (window.line.text(), window.line.key, window.told) == ("Banana", "banana", ["apple", "banana"])


def test_arrows_walk_round_and_say_where_they_are(qtbot, form):
    window = form()
    qtbot.keyClicks(window.line, "a")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(window.line, key)
    assert window.said[1:] == ["Apple", "Apricot", "Apple", "Apricot"]
    qtbot.keyClick(window.line, Qt.Key.Key_Enter)
    assert window.line.key == "apricot"


def test_the_down_arrow_opens_everything_in_an_empty_line(qtbot, form):
    window = form()
    qtbot.keyClick(window.line, Qt.Key.Key_Down)
    assert shown(window.line) == ["apple", "apricot", "banana", "cherry"]
    qtbot.keyClick(window.line, Qt.Key.Key_Up)
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    assert window.line.key == "cherry"


def test_who_has_chosen_is_offered_everything_again(qtbot, form):
    window = form()
    window.line.show_choice(FRUIT[2])
    qtbot.mouseClick(window.line, Qt.MouseButton.LeftButton)
    assert len(shown(window.line)) == 4


def test_by_touch_alone(qtbot, form):
    window = form(touch=True)
    qtbot.mouseClick(window.line, Qt.MouseButton.LeftButton)
    rows = window.line.list_widget
    assert rows.visualItemRect(rows.item(0)).height() >= TOUCH_HEIGHT
    assert window.line.height() >= TOUCH_HEIGHT
    place = rows.visualItemRect(rows.item(3)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.told == ["cherry"]
    assert window.line.hasFocus()
    assert window.line.list_widget is None


def test_esc_closes_the_list_first_and_then_goes_to_the_window(qtbot, form):
    window = form()
    qtbot.keyClicks(window.line, "a")
    qtbot.keyClick(window.line, Qt.Key.Key_Escape)
    assert window.line.list_widget is None
    assert window.line.text() == "a"
    assert window.told == []


@pytest.mark.parametrize("leave", ["tab", "click"])
def test_leaving_takes_the_best_suggestion(qtbot, form, leave):
    window = form()
    qtbot.keyClicks(window.line, "ban")
    if leave == "tab":
        qtbot.keyClick(window.line, Qt.Key.Key_Tab)
    else:
        qtbot.mouseClick(window.other, Qt.MouseButton.LeftButton)
    assert window.other.hasFocus()
    assert (window.line.text(), window.told) == ("Banana", ["banana"])
    assert window.line.list_widget is None


def test_words_that_stand_for_nothing_stay_and_are_told_as_nothing(qtbot, form):
    window = form()
    qtbot.keyClicks(window.line, "xyz")
    assert window.line.list_widget is None
    qtbot.keyClick(window.line, Qt.Key.Key_Tab)
    assert (window.line.text(), window.line.key, window.told) == ("xyz", "", [""])


def test_an_emptied_line_stands_for_nothing_at_once(qtbot, form):
    window = form()
    window.line.show_choice(FRUIT[1])
    window.line.selectAll()
    qtbot.keyClick(window.line, Qt.Key.Key_Delete)
    assert (window.line.key, window.told) == ("", [""])


def test_enter_without_a_list_is_told_as_such(qtbot, form):
    window = form()
    window.line.show_choice(FRUIT[1])
    with qtbot.waitSignal(window.line.entered):
        qtbot.keyClick(window.line, Qt.Key.Key_Return)
    assert window.told == []


def test_showing_a_choice_tells_nothing(form):
    window = form()
    window.line.show_choice(FRUIT[0])
    window.line.show_choice(None)
    assert window.told == []
    assert window.line.text() == ""


def test_the_list_is_no_window_of_its_own(qtbot, form):
    window = form()
    before = set(QApplication.topLevelWidgets())
    qtbot.keyClicks(window.line, "a")
    assert set(QApplication.topLevelWidgets()) == before
    assert window.line.list_widget.parentWidget() is window


@pytest.mark.parametrize("top", [0, 300])
def test_the_list_stays_in_the_window_and_off_the_line(qtbot, form, top):
    window = form(suggest_states, top=top, height=420)
    qtbot.keyClick(window.line, Qt.Key.Key_Down)
    rows = window.line.list_widget
    assert window.rect().contains(rows.geometry())
    line = window.line.geometry().translated(window.line.parentWidget().mapTo(window, QPoint(0, 0)))
    assert not rows.geometry().intersects(line)
    assert rows.height() >= 3 * rows.visualItemRect(rows.item(0)).height()


def test_a_window_of_another_size_closes_the_list(qtbot, form):
    window = form()
    qtbot.keyClicks(window.line, "a")
    window.resize(500, 500)
    qtbot.waitUntil(lambda: window.line.list_widget is None)


def test_a_city_leads_to_its_state(qtbot, form):
    window = form(suggest_states)
    qtbot.keyClicks(window.line, "springf")
    rows = [one.whole for one in window.line.suggestions]
    assert "Illinois (Springfield)" in rows
    assert window.line.list_widget.item(rows.index("Illinois (Springfield)")).text() == "Illinois (Springfield)"
    window.line.list_widget.setCurrentRow(rows.index("Illinois (Springfield)"))
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    assert (window.line.text(), window.line.key) == ("Illinois", "IL")


def test_nothing_is_left_of_what_was_typed(qtbot, form):
    window = form()
    qtbot.keyClicks(window.line, "apr")
    assert window.line.holds("apr")
    assert window.line.holds("Apricot")
    window.line.forget()
    assert not window.line.holds("apr")
    assert not window.line.isUndoAvailable()
    assert window.line.text() == ""
    window.line.undo()
    assert window.line.text() == ""


def test_what_undo_could_bring_back_counts_as_held(qtbot, form):
    window = form()
    qtbot.keyClicks(window.line, "apr")
    for _ in range(3):
        qtbot.keyClick(window.line, Qt.Key.Key_Backspace)
    assert window.line.text() == ""
    assert window.line.holds("apr")
    window.line.forget()
    assert not window.line.holds("apr")
