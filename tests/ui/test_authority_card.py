"""The card of an authority: its citation, what it says, how far it can be relied on, where the guide uses it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel

from guide_app.citations.model import READ_LEVELS, authority_from_mapping
from guide_app.citations.pinpoint import pinpoint_for
from guide_app.library.model import SectionRow
from guide_app.ui.authority_card import NO_CITATOR, AuthorityCard
from guide_app.ui.theme import style_sheet
from tests.ui.finding import button, buttons, texts
from tests.ui.made_guide import AUTHORITY_ROWS, SECTION_1983, SOURCE, WARREN, shipped_authorities

CITING = (
    SectionRow("duty/protect", "duty", "An article", "Do the police have to protect me?"),
    SectionRow("warren/decided", "warren", "Another article", "What did the court decide?"),
)


@pytest.fixture
def show(put_up, theme):
    def show_(entry, citing=CITING):
        card = AuthorityCard(authority_from_mapping(entry), "<i>Full</i> citation", citing)
        card.setStyleSheet(style_sheet(theme.colours))
        return put_up(card, 460, 2400)

    return show_


def entry_of(identity, **changed):
    return {**shipped_authorities()[identity], **changed}


def words_of(card):
    return "\n".join(texts(card))


def test_a_case_says_what_happened_what_was_decided_and_where(show):
    entry = entry_of(WARREN)
    words = words_of(show(entry))
    for part in ("<i>Full</i> citation", entry["facts"], entry["holding"], entry["pinpoints"][0]["for"][1:]):
        assert part.strip() in words


def test_a_case_says_how_far_it_can_be_relied_on(show):
    words = words_of(show(entry_of(WARREN)))
    for part in (
        "District of Columbia Court of Appeals",
        "December 21, 1981",
        "79-6, 79-394",
        "No later limit seen.",
        READ_LEVELS[entry_of(WARREN)["read_level"]][1:],
        NO_CITATOR,
    ):
        assert part in words


@pytest.mark.parametrize("identity", [SECTION_1983, SOURCE, "us-const-amend-14-s1"])
def test_a_law_or_a_source_says_what_it_says_and_as_of_when(show, identity):
    entry = entry_of(identity)
    words = words_of(show(entry))
    assert entry["what_it_says"].strip() in words
    assert "What it says" in words
    assert "Text as of" in words
    assert entry["jurisdiction"] in words
    assert "What happened" not in words
    assert NO_CITATOR in words


def test_a_source_names_its_publisher(show):
    assert "National Emergency Number Association" in words_of(show(entry_of(SOURCE)))


def test_a_note_to_a_law_is_shown(show):
    assert "Mind this." in words_of(show(entry_of(SECTION_1983, note="Mind this.")))


@pytest.mark.parametrize("level", READ_LEVELS)
def test_what_was_read_is_said_in_words_not_by_a_colour(show, level):
    said = READ_LEVELS[level]
    assert said[:1].upper() + said[1:] in words_of(show(entry_of(WARREN, read_level=level)))


def test_what_is_not_known_is_not_shown(show):
    card = show(entry_of(WARREN, docket=None, form_note=None, read_note=None, pinpoints=[], sources=[]), citing=())
    words = words_of(card)
    for name in ("Docket", "Form", "Note", "Where it says so", "Where it was read", "Answers that rest on it"):
        assert name not in words.split("\n")
    assert buttons(card) == ["Copy citation", "Other forms"]


@pytest.mark.parametrize(("words", "signal"), [("Copy citation", "copy_requested"), ("Other forms", "forms_requested")])
def test_what_the_buttons_ask_for(qtbot, show, words, signal):
    card = show(entry_of(WARREN))
    with qtbot.waitSignal(getattr(card, signal)):
        qtbot.mouseClick(button(card, words), Qt.MouseButton.LeftButton)


def test_an_address_is_shown_and_copied_whole(qtbot, show):
    address = "https://example.org/" + "a-long-way/" * 20
    card = show(entry_of(WARREN, sources=[address, "http://example.org/short"]))
    shown = [words for words in buttons(card) if words.startswith("example.org")]
    assert shown == [address.removeprefix("https://"), "example.org/short"]
    long, short = (button(card, f"Copy the address {each}") for each in (address, "http://example.org/short"))
    assert long.height() >= 3 * short.height() - 30  # over as many lines as it needs
    with qtbot.waitSignal(card.address_copy_requested) as asked:
        qtbot.mouseClick(long, Qt.MouseButton.LeftButton)
    assert asked.args == [address]
    assert "This guide opens no address" in words_of(card)


def test_a_page_that_is_named_copies_the_citation_with_it(qtbot, show):
    entry = entry_of(WARREN)
    card = show(entry)
    page = str(entry["pinpoints"][0]["page"])
    with qtbot.waitSignal(card.page_copy_requested) as asked:
        qtbot.mouseClick(button(card, f"Copy the citation with Page {page}"), Qt.MouseButton.LeftButton)
    assert asked.args == [page]


def test_a_case_without_its_regional_reporter_says_that_a_local_rule_may_want_it(show):
    assert "A local rule may want the regional reporter" in words_of(show(entry_of("howell-v-city-of-new-york-2022")))
    assert "local rule" not in words_of(show(entry_of(WARREN)))


def test_missing_fields_leave_no_heading_and_no_none(show):
    gone = dict.fromkeys(("docket", "decided", "facts", "holding", "standing_note", "read_note"))
    words = words_of(show(entry_of(WARREN, **gone, pinpoints=[]), citing=()))
    for part in ("None", "What happened", "What the court decided", "Docket", "Decided", "()"):
        assert part not in words


def test_a_right_click_anywhere_on_the_card_asks_for_its_menu(qtbot, show):
    card = show(entry_of(WARREN))
    label = next(each for each in card.findChildren(QLabel) if each.text() == "What happened")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, label.rect().center(), QPoint(30, 40))
    with qtbot.waitSignal(card.menu_requested) as asked:
        QApplication.sendEvent(label, event)
    assert asked.args == [QPoint(30, 40)]


def test_answers_that_rest_on_it_lead_there(qtbot, show):
    card = show(entry_of(WARREN))
    with qtbot.waitSignal(card.section_chosen) as chosen:
        qtbot.mouseClick(button(card, CITING[1].heading), Qt.MouseButton.LeftButton)
    assert chosen.args == ["warren/decided"]


def test_texts_of_the_data_are_text_not_markup(show):
    card = show(entry_of(WARREN, facts="3 < 5 & <b>bold</b>", standing_note="<i>x</i>"))
    assert "3 < 5 & <b>bold</b>" in words_of(card)
    for label in card.findChildren(QLabel):
        if "<b>" in label.text() or "<i>x" in label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_texts_can_be_selected_with_the_keyboard(show):
    card = show(entry_of(WARREN))
    citation = next(label for label in card.findChildren(QLabel) if label.text() == "<i>Full</i> citation")
    assert citation.accessibleName() == "Full citation: Full citation"
    assert citation.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_every_authority_of_the_shipped_guide_has_a_card(qtbot, qapp):
    for identity, entry in shipped_authorities().items():
        card = AuthorityCard(authority_from_mapping(entry), identity, ())
        assert card.findChildren(QLabel)
        card.deleteLater()


# -- in the window ---------------------------------------------------------------------------------------------------


def test_a_citation_in_the_text_opens_its_card_with_the_page(window, clipboard, qtbot):
    window.follow_link(f"cite:{WARREN}@3")
    shown = words_of(window.drawer).replace("\xa0", " ")
    assert "<i>Warren v. District of Columbia</i>, 444 A.2d 1, 3 (D.C. 1981)" in shown
    qtbot.mouseClick(button(window.drawer.content, "Copy citation"), Qt.MouseButton.LeftButton)
    assert "444 A.2d 1, 3" in clipboard.data.text().replace("\xa0", " ")


def test_a_page_on_the_card_is_copied(window, clipboard, qtbot):
    window.follow_link(f"cite:{WARREN}@3")
    qtbot.mouseClick(button(window.drawer.content, "Copy the citation with Page 2"), Qt.MouseButton.LeftButton)
    assert "444 A.2d 1, 2 (" in clipboard.data.text().replace("\xa0", " ")


def test_every_page_that_the_shipped_data_names_can_be_cited(shipped_library):
    for row in shipped_library.authorities():
        authority = shipped_library.authority(row.id)
        for pinpoint in authority.pinpoints if row.kind == "case" else ():
            assert pinpoint_for(authority, pinpoint.page) is not None, (row.id, pinpoint.page)


def test_the_card_leads_to_answers_and_closes(window, qtbot):
    window.follow_link(f"cite:{WARREN}@3")
    qtbot.mouseClick(button(window.drawer, "What did the court decide?"), Qt.MouseButton.LeftButton)
    assert window.section == "warren/decided"
    assert window.drawer.key == ""


def test_the_card_offers_the_other_forms(window, qtbot):
    window.follow_link(f"cite:{WARREN}@3")
    qtbot.mouseClick(button(window.drawer.content, "Other forms"), Qt.MouseButton.LeftButton)
    assert window.drawer.key == "forms"


def test_an_address_of_the_card_is_copied_and_said(window, clipboard, qtbot):
    window.follow_link(f"cite:{WARREN}")
    address = shipped_authorities()[WARREN]["sources"][0]
    qtbot.mouseClick(button(window.drawer, f"Copy the address {address}"), Qt.MouseButton.LeftButton)
    assert clipboard.data.text() == address
    assert window.notices.text.startswith("Address copied.")


@pytest.mark.parametrize("identity", AUTHORITY_ROWS)
def test_the_name_of_the_authority_is_the_title(window, identity):
    window.follow_link(f"cite:{identity}")
    assert texts(window.drawer)[0] == AUTHORITY_ROWS[identity][0]
