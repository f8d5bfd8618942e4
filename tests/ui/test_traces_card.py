"""The page on traces: plain words, and nothing removed before it was asked twice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from guide_app.kiosk.policy import policy_for
from guide_app.settings import Settings
from guide_app.ui.cards import TRACES_WORDS
from guide_app.ui.traces_card import REMAINS, TracesCard
from tests.ui.finding import button, buttons, texts


def card_of(put_up):
    return put_up(TracesCard(), 460, 1000)


def test_it_says_plainly_what_remains(qapp, put_up):
    said = " ".join(texts(card_of(put_up)))
    for title, words in REMAINS:
        assert title in said
        assert words in said
    assert "It does not wipe the computer." in said


def test_nothing_is_removed_before_the_second_question(qtbot, put_up):
    card = card_of(put_up)
    removed = []
    card.removal_confirmed.connect(lambda: removed.append(True))
    qtbot.mouseClick(button(card, "Remove what the guide has kept…"), Qt.MouseButton.LeftButton)
    assert not removed
    assert button(card, "Keep everything").hasFocus()
    assert any("gone for good" in text for text in texts(card))
    qtbot.mouseClick(button(card, "Keep everything"), Qt.MouseButton.LeftButton)
    assert buttons(card) == ["Remove what the guide has kept…"]
    qtbot.mouseClick(button(card, "Remove what the guide has kept…"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(card, "Remove now"), Qt.MouseButton.LeftButton)
    assert removed == [True]


def test_the_pages_on_keys_and_on_private_sessions_lead_to_it(qtbot, window):
    for open_ in ("private", "keys"):
        window.actions_by_key[open_].trigger()
        QApplication.processEvents()
        button(window.drawer, TRACES_WORDS).click()
        assert window.drawer.key == "traces"
        window.drawer.close_drawer()


def test_a_kiosk_has_no_such_page(open_window):
    window = open_window(policy=policy_for(Settings(), kiosk=True))
    assert "traces" not in window.actions_by_key
    window.actions_by_key["keys"].trigger()
    assert TRACES_WORDS not in buttons(window.drawer)
