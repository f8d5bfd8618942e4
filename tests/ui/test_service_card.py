"""The card of a service: how to reach it in large, as codes for a phone, and how far it was verified."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from guide_app.places.service_words import NO_CONTACT
from guide_app.ui.qr_view import QrView
from guide_app.ui.service_card import ServiceCard
from guide_app.ui.theme import SCHEMES, style_sheet
from tests.ui.finding import button, buttons, texts
from tests.ui.qr_reader import codes_in


@pytest.fixture
def hotline(made_library):
    return made_library.service("us-ndvh")


@pytest.fixture
def card(put_up):
    def make(service, lines=(), *, scheme="light", width=460, paper=True):
        made = ServiceCard(service, lines, paper=paper)
        made.setStyleSheet(style_sheet(SCHEMES[scheme]))
        return put_up(made, width, 1400)

    return make


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_its_codes_are_read_by_another_program(card, hotline, scheme):
    assert sorted(codes_in(card(hotline, scheme=scheme))) == [
        "SMSTO:88788:START",
        "https://www.thehotline.org",
        "tel:+18007997233",
    ]


def test_number_text_and_address_are_copied_as_they_are(qtbot, card, hotline):
    made = card(hotline)
    for words, signal, text in (
        ("Copy number", made.number_copy_requested, "1-800-799-7233"),
        ("Copy text number", made.number_copy_requested, "START to 88788"),
        ("Copy address", made.address_copy_requested, "https://www.thehotline.org"),
    ):
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(button(made, words), Qt.MouseButton.LeftButton)
        assert asked.args == [text]


def test_the_number_is_large(card, hotline):
    made = card(hotline)
    number = next(label for label in made.findChildren(QLabel) if label.text() == hotline.phone)
    plain = next(label for label in made.findChildren(QLabel) if label.text() == hotline.what_for)
    assert number.fontMetrics().height() > 1.4 * plain.fontMetrics().height()


def test_it_says_what_it_is_for_and_how_well_it_was_verified(card, hotline):
    shown = " ".join(texts(card(hotline)))
    for words in (
        hotline.what_for,
        "How it was verified",
        "From other pages",
        "As of",
        "January 20, 2022 (OVC notice)",
        "Spanish",
    ):
        assert words in shown


def test_without_a_number_the_address_leads_and_national_lines_follow(made_library, window):
    window.follow_link("service:us-aclu")
    shown = texts(window.drawer)
    assert shown.index("Web address") < shown.index("More numbers to call")
    numbers = [label.text() for label in window.drawer.findChildren(QLabel) if label.property("role") == "number"]
    assert len(numbers) == 3
    assert "1-855-856-1247" in numbers
    assert len(window.drawer.findChildren(QrView)) == 1


def test_with_a_number_nothing_follows(window):
    window.follow_link("service:us-ndvh")
    assert "More numbers to call" not in texts(window.drawer)


def test_a_service_that_cannot_be_reached_says_so(card, hotline):
    made = card(hotline._replace(phone="", sms="", url=""))
    assert NO_CONTACT in texts(made)
    assert not made.findChildren(QrView)
    assert [words for words in buttons(made) if words.startswith("Copy")] == []


def test_an_address_too_long_for_a_code_gives_the_reason(card, hotline):
    made = card(hotline._replace(url="https://www.example.org/" + "a" * 3000))
    assert any("too long for a QR code" in words for words in texts(made))
    assert len(made.findChildren(QrView)) == 2


def test_a_long_address_breaks_within_the_card_and_is_copied_whole(qtbot, card, hotline):
    url = "https://www.americanbar.org/groups/lawyer_referral/resources/lawyer-referral-directory/"
    made = card(hotline._replace(url=url), width=300)
    label = next(each for each in made.findChildren(QLabel) if each.accessibleName().startswith("Web address"))
    assert label.height() >= 2 * label.fontMetrics().lineSpacing()
    widest = max(label.fontMetrics().horizontalAdvance(part) for part in label.text().split("\u200b"))
    assert widest <= label.width()
    with qtbot.waitSignal(made.address_copy_requested) as asked:
        qtbot.mouseClick(button(made, "Copy address"), Qt.MouseButton.LeftButton)
    assert asked.args == [url]


def test_without_paper_it_offers_no_printing(card, hotline):
    assert "Print" in buttons(card(hotline))
    assert "Print" not in buttons(card(hotline, paper=False))
