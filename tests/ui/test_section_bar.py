"""The bar under the article: the question being read, its bookmark, its citation, its answer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget

from guide_app.records.model import Reason
from guide_app.ui.section_bar import REASONS, SectionBar
from guide_app.ui.theme import style_sheet
from tests.ui.finding import button, buttons, texts

QUESTION = "Can I sue when they did not come?"
LONG = "Can I sue the city, the officers, and the person who took my three calls when nobody came for forty minutes?"


@pytest.fixture
def bar(theme, icons, put_up):
    bar = SectionBar(theme, icons)
    bar.setStyleSheet(style_sheet(theme.colours))
    bar.show_section(QUESTION, bookmarked=False, answer="", reason="")
    return put_up(bar, 960, 120)


def press(qtbot, bar, words):
    qtbot.mouseClick(button(bar, words), Qt.MouseButton.LeftButton)


def test_it_says_which_question_it_belongs_to(bar):
    assert bar.question == QUESTION
    assert QUESTION in texts(bar)
    assert "Was this helpful?" in texts(bar)


def test_every_action_has_words_on_it(bar):
    assert buttons(bar) == ["Bookmark", "Copy citation", "Other forms", "Yes", "No"]


def test_yes_and_no_say_more_to_a_screen_reader(bar):
    assert button(bar, "Yes, this was helpful").text() == "Yes"
    assert button(bar, "No, this was not helpful").text() == "No"


@pytest.mark.parametrize(("words", "signal"), [("Copy citation", "copy_requested"), ("Other forms", "forms_requested")])
def test_what_the_buttons_ask_for(qtbot, bar, words, signal):
    with qtbot.waitSignal(getattr(bar, signal)):
        press(qtbot, bar, words)


def test_a_bookmark_is_shown_when_it_is_kept_and_not_before(qtbot, bar):
    with qtbot.waitSignal(bar.bookmark_toggled):
        press(qtbot, bar, "Bookmark")
    assert not bar.bookmark_button.isChecked()
    bar.show_section(QUESTION, bookmarked=True, answer="", reason="")
    assert bar.bookmark_button.isChecked()
    with qtbot.waitSignal(bar.bookmark_toggled):
        press(qtbot, bar, "Bookmarked")
    assert bar.bookmark_button.isChecked()


@pytest.mark.parametrize(("words", "answer"), [("Yes", "yes"), ("No", "no")])
def test_an_answer_is_shown_when_it_is_kept_and_not_before(qtbot, bar, words, answer):
    with qtbot.waitSignal(bar.answered) as answered:
        press(qtbot, bar, words)
    assert answered.args == [answer]
    assert not button(bar, words).isChecked()
    bar.show_section(QUESTION, bookmarked=False, answer=answer, reason="")
    assert [bar.yes_button.isChecked(), bar.no_button.isChecked()] == [answer == "yes", answer == "no"]


def test_an_answer_can_be_changed(qtbot, bar):
    bar.show_section(QUESTION, bookmarked=False, answer="yes", reason="")
    with qtbot.waitSignal(bar.answered) as answered:
        press(qtbot, bar, "No")
    assert answered.args == ["no"]
    assert bar.yes_button.isChecked()


@pytest.mark.parametrize(("words", "answer"), [("Yes", "yes"), ("No", "no")])
def test_the_same_answer_pressed_again_is_taken_back(qtbot, bar, words, answer):
    bar.show_section(QUESTION, bookmarked=False, answer=answer, reason="")
    with qtbot.waitSignal(bar.answer_cleared), qtbot.assertNotEmitted(bar.answered):
        press(qtbot, bar, words)


def test_reasons_are_asked_for_after_no_only(bar):
    words = [text for _reason, text in REASONS]
    for answer, shown in (("", False), ("yes", False), ("no", True)):
        bar.show_section(QUESTION, bookmarked=False, answer=answer, reason="")
        assert ("What was wrong with it?" in texts(bar)) is shown
        assert all((text in buttons(bar)) is shown for text in words)


def test_every_reason_of_the_records_has_its_words():
    assert {reason for reason, _words in REASONS} == set(Reason)


@pytest.mark.parametrize(("reason", "words"), REASONS, ids=[str(reason) for reason, _words in REASONS])
def test_a_reason_is_told_shown_and_taken_back(qtbot, bar, reason, words):
    bar.show_section(QUESTION, bookmarked=False, answer="no", reason="")
    with qtbot.waitSignal(bar.reason_given) as given:
        press(qtbot, bar, words)
    assert given.args == [str(reason)]
    bar.show_section(QUESTION, bookmarked=False, answer="no", reason=str(reason))
    assert [text for _each, text in REASONS if button(bar, text).isChecked()] == [words]
    with qtbot.waitSignal(bar.reason_given) as given:
        press(qtbot, bar, words)
    assert given.args == [""]


def test_another_section_shows_its_own_answer(bar):
    bar.show_section(QUESTION, bookmarked=True, answer="no", reason="not-about-my-state")
    bar.show_section("What can I do now?", bookmarked=False, answer="", reason="")
    assert bar.question == "What can I do now?"
    assert not any(each.isChecked() for each in bar.findChildren(QAbstractButton))
    assert "Bookmark" in buttons(bar)


def test_a_question_is_text_not_markup(bar):
    bar.show_section("Is 3 <b>< 5?", bookmarked=False, answer="", reason="")
    assert "Is 3 <b>< 5?" in texts(bar)


def in_sight(bar):
    """Every control lies whole in the bar, is as wide as its words, and none lies over another."""
    shown = [each for each in bar.findChildren(QAbstractButton) if each.isVisible()]
    places = []
    for each in shown:
        place = each.rect().translated(each.mapTo(bar, each.rect().topLeft()))
        assert bar.rect().contains(place), f"{each.text()} is outside"
        assert each.visibleRegion().boundingRect() == each.rect(), f"{each.text()} is cut"
        assert each.width() >= each.minimumSizeHint().width(), f"the words of {each.text()} are cut"
        places.append(place)
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])
    return shown


@pytest.fixture
def column(theme, icons, put_up):
    """The bar at the foot of a column that can have any width, as in the window."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(QWidget(), 1)
    bar = SectionBar(theme, icons)
    layout.addWidget(bar)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    put_up(column, 1600, 700)

    def narrow(width, question, answer):
        column.setStyleSheet(style_sheet(theme.colours, scale=theme.chrome_scale))
        bar.restyle()
        bar.show_section(question, bookmarked=True, answer=answer, reason="")
        column.resize(width, 700)
        for _ in range(4):  # layouts settle over a few rounds of the event loop
            QApplication.processEvents()
        return bar

    return narrow


@pytest.mark.parametrize("width", [360, 400, 640, 704, 960, 1600])
@pytest.mark.parametrize("scale", [100, 150, 300])
@pytest.mark.parametrize("answer", ["", "no"])
@pytest.mark.parametrize("question", [QUESTION, LONG], ids=["short", "long"])
def test_no_control_is_hidden_at_any_width(column, theme, width, scale, answer, question):
    theme.set_scale(scale)
    bar = column(width, question, answer)
    assert bar.width() == width
    assert len(in_sight(bar)) == (9 if answer == "no" else 5)


@pytest.mark.parametrize(("width", "beside"), [(1600, True), (640, False)])
def test_question_and_controls_stand_beside_each_other_where_there_is_room(column, width, beside):
    bar = column(width, QUESTION, "")
    question = next(label for label in bar.findChildren(QLabel) if label.text() == QUESTION)
    bookmark = button(bar, "Bookmarked")
    top = bookmark.mapTo(bar, QPoint(0, 0)).y()
    shares_row = top < question.geometry().center().y() < top + bookmark.height()
    assert shares_row is beside


@pytest.mark.parametrize(("width", "scale"), [(640, 100), (640, 150), (676, 100), (960, 150)])
def test_where_one_row_is_too_narrow_two_are_enough_and_the_keyboard_goes_down_through_them(
    qtbot, column, theme, width, scale
):
    theme.set_scale(scale)
    bar = column(width, QUESTION, "")
    row = bar.yes_button.height()
    assert bar.height() < 3 * row

    def top(widget):
        return widget.mapTo(bar, QPoint(0, 0)).y()

    reached = [bar.bookmark_button, bar.copy_button, bar.forms_button, bar.yes_button, bar.no_button]
    bar.bookmark_button.setFocus()
    for widget in reached:
        assert widget.hasFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert [top(each) for each in reached] == sorted(top(each) for each in reached)
    question = next(label for label in bar.findChildren(QLabel) if label.text() == QUESTION)
    assert question.geometry().top() < top(bar.yes_button) + row / 2 < question.geometry().bottom()


def test_a_bar_made_wide_again_is_one_row_again(column, theme):
    narrow = column(400, QUESTION, "").height()
    wide = column(1600, QUESTION, "").height()
    assert wide < narrow
    assert column(400, QUESTION, "").height() == narrow
