from __future__ import annotations

import datetime

import pytest

from guide_app.places.needs import NEEDS, need_of
from guide_app.places.place_names import PLACES
from guide_app.places.services import (
    CLINIC,
    LANGUAGES,
    VERIFIED,
    Cost,
    Filters,
    Origin,
    cost_of,
    find,
    hotlines,
    numbers_to_print,
)
from tests.places.shipped import service, services, states

NIGHT = datetime.datetime(2026, 11, 22, 3, 0)  # a Sunday
NOON = datetime.datetime(2026, 11, 23, 12, 0)  # a Monday


def made(identity, **changes):
    return service(
        {
            "id": identity,
            "name": identity.title(),
            "kind": "legal_aid",
            "issues": ["civil"],
            "coverage": "national",
            "languages": ["en"],
            "what_for": "Help.",
            "confidence": "secondary",
            **changes,
        }
    )


def ids(found):
    return [line.service.id for line in found.results]


def test_the_clinic_comes_first_then_the_state_then_the_country():
    mixed = [
        made("everywhere", phone="911"),
        made("here", coverage="NY"),
        made("elsewhere", coverage="TX"),
        made("ours", coverage=CLINIC),
    ]
    found = find(mixed, need_of("civil"), "ny")
    assert ids(found) == ["ours", "here", "everywhere"]
    assert [line.origin for line in found.results] == [Origin.CLINIC, Origin.STATE, Origin.NATIONAL]
    assert not found.none_in_place
    nowhere = find(mixed, need_of("civil"))
    assert ids(nowhere) == ["ours", "everywhere"]
    assert not nowhere.none_in_place
    assert find(mixed, need_of("civil"), "AK").none_in_place


def test_order_within_one_origin():
    mixed = [
        made("related", issues=["personal_injury"], phone="1"),
        made("minor", issues=["criminal", "civil"], phone="1", confidence="primary"),
        made("silent", confidence="primary"),
        made("unknown", confidence="hearsay", phone="1"),
        made("second", phone="1"),
        made("first", phone="1", confidence="primary"),
        made("third", phone="1"),
        made("other", issues=["housing"]),
    ]
    need = need_of("personal_injury")
    assert ids(find(mixed, need)) == ["related", "first", "second", "third", "unknown", "silent", "minor"]
    assert [line.exact for line in find(mixed, need).results] == [True] + [False] * 6


def test_without_a_need_everything_of_the_place_is_listed():
    found = find(services(), None, "NV")
    assert {line.service.coverage for line in found.results} == {"NV", "national"}
    assert len(found.results) == sum(line.coverage in {"NV", "national"} for line in services())


def test_a_clinic_entry_without_issues_answers_every_need():
    ours = [made("ours", coverage=CLINIC, issues=[], kind="clinic"), made("theirs", issues=[])]
    for need in NEEDS:
        if need.issues:
            assert ids(find(ours, need)) == ["ours"]


def test_a_clinic_entry_of_another_kind_still_answers():
    ours = [made("ours", coverage=CLINIC, kind="shelter", issues=["civil"])]
    assert ids(find(ours, need_of("free_lawyer"))) == ["ours"]
    assert ids(find([made("shelter", kind="shelter")], need_of("free_lawyer"))) == []


def test_a_kind_of_service_can_be_the_need():
    found = find(services(), need_of("complaint"), "WA")
    assert {line.service.kind for line in found.results} == {"complaint"}


def test_a_service_for_some_people_is_not_offered_to_others():
    veterans = [made("vets", issues=["veterans", "civil"])]
    assert ids(find(veterans, need_of("civil"))) == []
    assert ids(find(veterans, need_of("veterans"))) == ["vets"]
    assert "us-nvlsp" not in ids(find(services(), need_of("free_lawyer"), "CA"))


def test_911_stands_first_in_danger_even_before_the_clinic():
    found = find([made("ours", coverage=CLINIC, issues=[]), *services()], need_of("emergency"), "TX")
    assert ids(found)[:2] == ["us-911", "ours"]


def test_related_services_answer_where_nothing_is_exact():
    found = find(services(), need_of("housing"), "TX")
    assert found.results
    assert not any(line.exact for line in found.results)


def test_filters():
    mixed = [
        made("free", coverage="NY"),
        made(
            "paid",
            coverage="NY",
            kind="lawyer_referral",
            what_for="A way to find a paid lawyer.",
            languages=["en", "es"],
        ),
        made("interpreter", coverage="NY", kind="hotline", languages=["en", "200+ by interpreter"], hours="24/7"),
        made("closed", coverage="NY", kind="complaint", hours="Mon-Fri 9:00-17:00"),
    ]

    def filtered(**filters):
        found = find(mixed, None, "NY", Filters(**filters))
        assert found.filtered_out == 4 - len(found.results)
        return ids(found)

    assert filtered() == ["free", "paid", "interpreter", "closed"]
    assert filtered(kinds=frozenset({"hotline", "complaint"})) == ["interpreter", "closed"]
    assert filtered(cost=Cost.PAID) == ["paid"]
    assert filtered(cost=Cost.FREE) == ["free", "interpreter", "closed"]
    # who speaks it comes before who has an interpreter
    assert filtered(language="es") == ["paid", "interpreter"]
    # known to be open first; not known is shown; known to be closed is not
    assert filtered(open_at=NIGHT) == ["interpreter", "free", "paid"]
    assert filtered(open_at=NOON) == ["interpreter", "closed", "free", "paid"]


def test_the_hours_of_a_national_office_are_those_of_an_unknown_place():
    offices = [made("office", hours="Mon-Fri 9:00-17:00"), made("line", hours="24 hours, every day")]
    for moment in (NIGHT, NOON):
        found = find(offices, None, "", Filters(open_at=moment))
        assert [(line.service.id, line.open_now) for line in found.results] == [("line", True), ("office", None)]
    assert [line.open_now for line in find(offices).results] == [None, None]


@pytest.mark.parametrize(
    ("identity", "cost"),
    [
        ("us-ndvh", Cost.FREE),
        ("ny-legal-help", Cost.FREE),
        ("ny-lawyer-referral", Cost.PAID),
        ("pr-pro-bono", Cost.FREE),
        ("us-victim-bar", Cost.UNKNOWN),
        ("dc-aclu", Cost.FREE),
        ("us-npap", Cost.UNKNOWN),
        ("us-doj-crt", Cost.FREE),
    ],
)
def test_what_a_service_costs(identity, cost):
    assert cost_of(next(line for line in services() if line.id == identity)) is cost


def test_toll_free_is_not_free():
    assert cost_of(made("x", kind="lawyer_referral", what_for="A toll-free number.")) is Cost.UNKNOWN


def test_the_hotlines_have_numbers_and_911_is_first():
    lines = hotlines(services())
    assert lines[0].id == "us-911"
    assert {line.id for line in lines} >= {"us-ndvh", "us-rainn", "us-988"}
    assert all(line.phone for line in lines)


@pytest.mark.parametrize("place", [place.abbreviation for place in PLACES])
def test_every_place_and_need_has_three_numbers_to_print(place):
    for need in (None, *NEEDS):
        numbers = numbers_to_print(services(), need, place)
        assert len(numbers) >= 3
        assert all(line.phone for line in numbers)
        assert len({line.id for line in numbers}) == len(numbers)


def test_as_many_numbers_as_there_are():
    assert numbers_to_print([made("only", kind="hotline", phone="988")], None, "NY", at_least=5)[0].id == "only"
    assert numbers_to_print([], None, "NY") == ()


@pytest.mark.parametrize("state", states())
def test_every_state_has_help_of_its_own(state):
    assert not find(services(), need_of("lawyer"), state).none_in_place


def test_the_words_of_the_data_are_known():
    assert {line.confidence for line in services()} <= set(VERIFIED)
    codes = {code for line in services() for code in line.languages if "interpreter" not in code}
    assert codes <= set(LANGUAGES)
