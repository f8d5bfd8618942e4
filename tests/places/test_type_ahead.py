from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_app.places import type_ahead
from guide_app.places.needs import FOR_SOME_PEOPLE, ISSUES, KINDS, NEEDS, need_of, suggest_issues
from guide_app.places.place_names import PLACES, REGIONS, place_named, places_of, suggest_places
from guide_app.places.type_ahead import NO_MATCH, closeness, words
from tests.places.shipped import services, states


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lawyer", "lawyer"),
        ("law", "lawyer"),
        ("lawer", "lawyer"),
        ("attorny", "lawyer"),
        ("free lawyer", "free_lawyer"),
        ("free", "free_lawyer"),
        ("I need a free lawyer please", "free_lawyer"),
        ("i cant afford a lawyer", "free_lawyer"),
        ("pro bono", "free_lawyer"),
        ("beaten by police", "police_misconduct"),
        ("beatn by polise", "police_misconduct"),
        ("the police beat up my son", "police_misconduct"),
        ("cops never came", "police_misconduct"),
        ("Police didn't come", "police_misconduct"),
        ("police didn’t come", "police_misconduct"),
        ("sheriff's deputy", "police_misconduct"),
        ("domestic violence", "domestic_violence"),
        ("domestic violance", "domestic_violence"),
        ("domestik abuse", "domestic_violence"),
        ("my husband beats me", "domestic_violence"),
        ("restrainig order", "domestic_violence"),
        ("rape", "sexual_assault"),
        ("I was raped by my uncle", "sexual_assault"),
        ("sexual asault", "sexual_assault"),
        ("stalkr", "stalking"),
        ("stlaker", "stalking"),
        ("suicde", "crisis"),
        ("hospitl bills", "victim_compensation"),
        ("complain", "complaint"),
        ("eviction", "housing"),
        ("911", "emergency"),
    ],
)
def test_a_need_is_suggested_first(typed, first):
    assert suggest_issues(typed)[0].id == first


def test_suggestions_start_with_the_first_letter():
    for letter in "abcdefghilmnoprstv":
        found = suggest_issues(letter)
        assert found, letter
        for need in found:
            spoken = words(" ".join((need.label, *need.said)))
            assert any(word.startswith(letter) for word in spoken)


def test_nothing_typed_lists_everything():
    assert suggest_issues("") == suggest_issues(" .,") == NEEDS
    assert {suggestion.place for suggestion in suggest_places("")} == set(PLACES)
    names = [suggestion.place.name for suggestion in suggest_places("")]
    assert names == sorted(names)


@pytest.mark.parametrize("typed", ["xyzzy", "qqqq", "zz top", "12345"])
def test_what_nobody_means_has_no_suggestion(typed):
    assert suggest_issues(typed) == ()
    assert suggest_places(typed) == ()


def test_a_misspelling_is_not_guessed_where_a_word_fits():
    # "race" is one letter from "rape"
    assert [need.id for need in suggest_issues("rape")] == ["sexual_assault"]


def test_no_more_than_asked_for():
    assert len(suggest_issues("a", limit=3)) == 3
    assert len(suggest_places("n", limit=2)) == 2


@settings(deadline=None)
@given(st.text(max_size=30))
def test_anything_may_be_typed(typed):
    suggest_issues(typed)
    suggest_places(typed)


def test_every_issue_of_the_data_can_be_found_and_labelled():
    assert {issue for service in services() for issue in service.issues} <= ISSUES
    assert {service.kind for service in services()} <= set(KINDS)
    assert FOR_SOME_PEOPLE <= ISSUES
    assert {issue for need in NEEDS for issue in need.related} <= ISSUES
    assert {kind for need in NEEDS for kind in need.kinds} <= set(KINDS)
    assert len({need.id for need in NEEDS}) == len(NEEDS)


def test_needs_by_id():
    assert need_of("lawyer").label == "A lawyer"
    assert need_of("spaceship") is None


def test_closeness_without_phrases():
    assert closeness(("a",), []) == NO_MATCH


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ny", ["NY"]),
        ("NY", ["NY"]),
        ("new york", ["NY"]),
        ("in", ["IN"]),
        ("ok", ["OK"]),
        ("d.c.", ["DC"]),
        ("washington", ["WA", "DC"]),
        ("washington dc", ["DC"]),
        ("Washington, D.C.", ["DC"]),
        ("virginia", ["VA", "WV"]),
        ("west v", ["WV"]),
        ("dakota", ["ND", "SD"]),
        ("new", ["NH", "NJ", "NM", "NY", "CT", "LA"]),
        ("mi", ["MI", "MN", "MS", "MO"]),
        ("pensilvania", ["PA"]),
        ("massachusets", ["MA"]),
        ("missisipi", ["MS"]),
        ("conneticut", ["CT"]),
        ("tennesee", ["TN"]),
        ("calfornia", ["CA"]),
        ("ilinois", ["IL"]),
        ("puerto", ["PR"]),
        ("porto rico", ["PR"]),
    ],
)
def test_places_are_suggested(typed, found):
    assert [suggestion.place.abbreviation for suggestion in suggest_places(typed)] == found
    assert all(not suggestion.city or typed == "new" for suggestion in suggest_places(typed))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("chicago", [("IL", "Chicago")]),
        ("los angelos", [("CA", "Los Angeles")]),
        ("brooklyn", [("NY", "Brooklyn")]),
        ("portland", [("ME", "Portland"), ("OR", "Portland")]),
        ("kansas city", [("KS", "Kansas City"), ("MO", "Kansas City")]),
        ("st louis", [("MO", "St. Louis")]),
    ],
)
def test_a_city_leads_to_each_state_that_has_one_of_its_name(typed, found):
    assert [(s.place.abbreviation, s.city) for s in suggest_places(typed)] == found


def test_one_letter_means_a_state_and_no_city():
    found = suggest_places("w")
    assert [suggestion.place.abbreviation for suggestion in found] == ["WA", "WV", "WI", "WY", "DC"]
    assert not any(suggestion.city for suggestion in found)


def test_the_places_are_those_of_the_data():
    names = {place.abbreviation: place.name for place in PLACES if place.region != "Territories"}
    assert names == {state: entry.name for state, entry in states().items()}
    assert {service.coverage for service in services()} - {"national"} <= {place.abbreviation for place in PLACES}


def test_every_place_has_one_region():
    assert sorted(place.abbreviation for region in REGIONS for place in places_of(region)) == sorted(
        place.abbreviation for place in PLACES
    )
    assert [len(places_of(region)) for region in REGIONS] == [9, 12, 17, 13, 5]


def test_a_place_by_abbreviation():
    assert place_named(" tx ").name == "Texas"
    assert place_named("XX") is None


def test_words_that_were_typed_can_be_forgotten():
    assert closeness(["lawer"], [["lawyer"]]) < NO_MATCH
    assert type_ahead._wrong.cache_info().currsize
    type_ahead.forget_typed()
    assert not type_ahead._wrong.cache_info().currsize
