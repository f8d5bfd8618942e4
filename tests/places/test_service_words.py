from __future__ import annotations

import datetime

import pytest

from guide_app.dates import in_words
from guide_app.places.needs import need_of
from guide_app.places.service_words import (
    NO_CONTACT,
    contact_line,
    facts_of,
    language_words,
    origin_words,
    shown_url,
    status_words,
    verified_words,
)
from guide_app.places.services import Filters, Origin, find
from tests.places.shipped import services

BY_ID = {service.id: service for service in services()}
HOTLINE = BY_ID["us-ndvh"]


def facts(service):
    return {fact.name: fact.text for fact in facts_of(service)}


def test_what_is_known_is_said_and_nothing_else():
    assert facts(HOTLINE) == {
        "Hours": "24 hours, every day",
        "Languages": "English, Español (Spanish), 200+ more by interpreter",
        "Cost": "Free or low cost",
        "TTY": "1-800-787-3224",
        "Note": HOTLINE.note,
        "How it was verified": "From other pages; the body’s own page was not read.",
        "As of": "January 20, 2022 (OVC notice); usa.gov page undated",
    }


def test_a_date_is_said_in_words_and_other_remarks_as_they_are():
    assert facts(HOTLINE._replace(as_of="2026-11-01"))["As of"] == in_words(datetime.date(2026, 11, 1))
    assert facts(HOTLINE._replace(as_of="undated"))["As of"] == "undated"


def test_who_answers_is_said_where_it_is_another_body():
    assert facts(BY_ID["al-legal-help"])["Who answers"] == "Legal Services Alabama"
    assert "Who answers" not in facts(BY_ID["pr-legal-help"])  # it is the body itself


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("", "Read on the body’s own page."),
        ("secondary (four lists agree)", "Read on the body’s own page. Its number: four lists agree."),
        ("primary", "Read on the body’s own page. Its number: read on the body’s own page."),
        ("somebody said so", "Read on the body’s own page."),
    ],
)
def test_how_well_it_was_verified(source, says):
    assert verified_words(HOTLINE._replace(confidence="primary", phone_source=source)) == says


def test_every_shipped_entry_has_words_for_its_verification_and_its_languages():
    for service in services():
        assert verified_words(service)[0].isupper()
        assert language_words(service)
        assert not any(word in verified_words(service) for word in ("primary", "secondary"))


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "1-800-799-7233  ·  24 hours, every day"),
        ({"hours": ""}, "1-800-799-7233"),
        ({"phone": ""}, "Text START to 88788"),
        ({"phone": "", "sms": ""}, "thehotline.org"),
        ({"phone": "", "sms": "", "url": ""}, NO_CONTACT),
    ],
)
def test_the_shortest_way_to_reach_it(changes, line):
    assert contact_line(HOTLINE._replace(**changes)) == line


def test_an_address_is_shown_without_what_a_browser_adds():
    assert shown_url("https://www.lawhelp.org/find-help/") == "lawhelp.org/find-help"
    assert shown_url("http://ovc.ojp.gov") == "ovc.ojp.gov"


def test_where_a_result_is_from():
    assert origin_words(Origin.CLINIC, "New York", "Eastside") == "Eastside"
    assert origin_words(Origin.CLINIC, "", "") == "This clinic"
    assert origin_words(Origin.STATE, "New York", "") == "New York"
    assert origin_words(Origin.NATIONAL, "New York", "") == "Whole country"


def test_how_many_there_are_and_where_they_are_from():
    everywhere = find(services())
    assert status_words(everywhere, "", "") == "23 found for the whole country. Name your state to see its own."
    assert status_words(find(services(), None, "NY"), "New York", "") == (
        "26 found: 3 in New York, 23 for the whole country."
    )
    missing = find(services(), need_of("missing_child"), "NY")
    assert status_words(missing, "New York", "").endswith("New York has none of its own for this.")
    nothing = find(services(), need_of("missing_child"), "NY", Filters(kinds=frozenset({"complaint"})))
    assert status_words(nothing, "New York", "") == "Nothing was found for that."
