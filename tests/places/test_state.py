from __future__ import annotations

import copy
import datetime
import json
import re

import pytest

from guide_app.places.errors import PlacesError
from guide_app.places.state import CIVIL_RIGHTS, LABELS, REQUIRED, Length, Note, Start, state_from_mapping
from tests.places.shipped import a_cautious, a_notice, a_period, a_state, a_wait, raw_states, states


def test_every_state_is_read():
    assert len(states()) == 51
    assert {len(entry.abbreviation) for entry in states().values()} == {2}


@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
def test_every_structured_field_is_carried_over(raw):
    entry = states()[raw["state"]]
    file_by = [period for period in raw["notice"]["periods"] if period["kind"] == "file_by"]
    waits = [period for period in raw["notice"]["periods"] if period["kind"] == "wait_before_suit"]
    for given, kept in (
        (file_by, entry.notices),
        (waits, entry.waits),
        (raw["suit"]["periods"], entry.suits),
        ([raw["section_1983"]["period"]], [entry.federal]),
    ):
        assert len(given) == len(kept)
        for old, new in zip(given, kept, strict=True):
            assert (new.length.n, new.length.unit) == (old["n"], old["unit"])
            for name in ("statute", "confidence", "against", "to", "only_if", "explain", "as_of", "runs_from"):
                assert getattr(new, name) == " ".join(str(old.get(name, "")).split()), name
            assert (new.plus is None) == ("plus" not in old)
    assert entry.name == raw["name"]
    assert (entry.label, entry.one_line) == (
        raw["public_duty"]["label"],
        " ".join(raw["public_duty"]["one_line"].split()),
    )
    assert entry.civil_rights == raw["state_civil_rights_claim"]
    assert entry.notice_required == raw["notice"]["required"]
    assert entry.traps == tuple(" ".join(trap.split()) for trap in raw["traps"])
    assert entry.read_on == raw["read_on"]
    assert entry.slug == raw["state"].lower()
    for name, ids in raw["authorities"].items():
        assert getattr(entry.authorities, name) == entry.authorities[name] == tuple(ids)
    assert {name for name, _ in entry.authorities.items()} == set(raw["authorities"])


@pytest.mark.parametrize("raw", raw_states(), ids=lambda raw: raw["state"])
def test_what_is_not_credible_is_not_kept(raw):
    entry = states()[raw["state"]]
    for key, kept, note in (
        ("notice", entry.notice_cautious, entry.notes.notice),
        ("suit", entry.suit_cautious, entry.notes.suit),
        ("section_1983", entry.federal_cautious, entry.notes.federal),
    ):
        given = raw[key]["cautious"]
        assert (kept is not None) == (given is not None and given["credible"])
        if kept is not None:
            assert (kept.length.n, kept.length.unit, kept.runs_from) == (given["n"], given["unit"], given["runs_from"])
            assert kept.derived == given.get("derived", False)
        if (given and not given["credible"]) or raw[key].get("set_aside"):
            # the prose speaks of the refused reading
            assert note == Note()


def test_refused_readings_are_named_so_that_nobody_adds_them_again():
    refused = {
        (raw["state"], key)
        for raw in raw_states()
        for key in ("notice", "suit", "section_1983")
        if raw[key].get("set_aside") or (raw[key]["cautious"] and not raw[key]["cautious"]["credible"])
    }
    assert refused == {
        ("NV", "notice"),
        ("WA", "notice"),
        ("NM", "section_1983"),
        ("RI", "section_1983"),
        ("VT", "section_1983"),
    }


def test_the_entry_as_json_is_the_same():
    for raw in raw_states():
        again = json.loads(json.dumps(raw, default=str))
        assert state_from_mapping(again) == states()[raw["state"]]


def test_prose_is_kept_for_reading():
    notes = states()["AL"].notes
    assert notes.notice.remark.startswith("The shorter period is the one for a city or town")
    assert notes.suit.summary.startswith("Two years for injury")
    assert notes.public_duty.confidence == "primary"
    assert notes.public_duty.sources[0].startswith("https://")
    assert notes.civil_rights.by == ""


def test_an_entry_without_notes_has_empty_ones():
    entry = state_from_mapping(a_state())
    assert entry.notes.notice == Note()
    entry = state_from_mapping(a_state(notes={"notice_of_claim": {"note": None, "sources": None}}))
    assert entry.notes.notice == Note()


def test_an_unknown_field_has_no_authorities():
    with pytest.raises(KeyError):
        states()["AL"].authorities["deadline"]


def test_periods_in_words():
    assert str(Length(1, "years")) == "1 year"
    assert str(Length(6, "months")) == "6 months"
    assert states()["NY"].suits[0].words == "1 year and 90 days"
    assert states()["NY"].notices[0].words == "90 days"


@pytest.mark.parametrize(
    ("runs_from", "start"),
    [
        ("event", Start.EVENT),
        ("injury", Start.EVENT),
        ("loss", Start.EVENT),
        ("accrual", Start.EVENT),
        ("discovery", Start.EVENT),
        ("not shown", Start.EVENT),
        ("injury or discovery", Start.EVENT),
        ("notice", Start.NOTICE),
        ("rejection of the claim", Start.REJECTION),
        ("death", Start.DEATH),
        ("appointment of the estate's representative", Start.APPOINTMENT),
    ],
)
def test_where_counting_starts(runs_from, start):
    entry = state_from_mapping(a_state(suit={"periods": [a_period(runs_from=runs_from)], "cautious": None}))
    assert entry.suits[0].start is start
    assert entry.suits[0].runs_from == runs_from


def test_every_start_of_the_data_has_a_rule():
    starts = {period.start for entry in states().values() for period in (*entry.notices, *entry.suits, *entry.waits)}
    assert starts == set(Start)


NOTICE = {"required": "yes", "periods": [], "cautious": None}
SUIT = {"periods": [], "cautious": None}


def _notice(**changes):
    return a_state(notice={**NOTICE, "periods": [a_notice(**changes)]})


def _cautious(**changes):
    return a_state(suit={**SUIT, "cautious": a_cautious(**changes)})


def _without(entry, key):
    return {name: value for name, value in entry.items() if name != key}


@pytest.mark.parametrize(
    ("entry", "field", "says"),
    [
        (a_state(state="zz"), "state", "capitals"),
        (_without(a_state(), "state"), "state", "missing"),
        (a_state(name=None), "name", "missing"),
        (a_state(name=True), "name", "must be a text"),
        (a_state(surprise=1), "surprise", "not a key known"),
        (_without(a_state(), "notice"), "notice", "holds no keys"),
        (a_state(suit=[]), "suit", "holds no keys"),
        (a_state(notice={**NOTICE, "required": True}), "notice.required", "put quotation marks"),
        (a_state(notice={**NOTICE, "required": "perhaps"}), "notice.required", "is none of"),
        (a_state(notice={**NOTICE, "periods": "none"}), "notice.periods", "must be a list"),
        (a_state(notice={**NOTICE, "period": []}), "notice.period", "not a key known"),
        (a_state(suit={**SUIT, "periods": ["x"]}), "suit.periods[0]", "must hold n, unit"),
        (a_state(suit={**SUIT, "extra": 1}), "suit.extra", "not a key known"),
        (_notice(kind="deadline"), "notice.periods[0].kind", "is none of"),
        (_notice(n="90"), "notice.periods[0].n", "whole number"),
        (_notice(n=0), "notice.periods[0].n", "whole number"),
        (_notice(n=True), "notice.periods[0].n", "whole number"),
        (_notice(n=51, unit="years"), "notice.periods[0].n", "from 1 to 50"),
        (_notice(unit="weeks"), "notice.periods[0].unit", "is none of days"),
        (_notice(plus=7), "notice.periods[0].plus", "must hold n and unit"),
        (_notice(plus={"n": 1, "unit": "eons"}), "notice.periods[0].plus.unit", "is none of"),
        (_notice(runs_from="full moon"), "notice.periods[0].runs_from", "no rule"),
        (_notice(runs_from="event or death"), "notice.periods[0].runs_from", "no rule"),
        (_notice(runs_from=None), "notice.periods[0].runs_from", "missing"),
        (_notice(statute=""), "notice.periods[0].statute", "missing"),
        (_notice(confidence="unverified"), "notice.periods[0].confidence", "is none of"),
        (_notice(only_iff="the claim is for battery"), "notice.periods[0].only_iff", "not a key known"),
        (_notice(against=["city"]), "notice.periods[0].against", "must be a text"),
        (a_state(suit={**SUIT, "cautious": "soon"}), "suit.cautious", "holds no keys"),
        (_cautious(credible="yes"), "suit.cautious.credible", "true or false"),
        (_cautious(derived=1), "suit.cautious.derived", "true or false"),
        (_cautious(why=None), "suit.cautious.why", "missing"),
        (_cautious(n=-1), "suit.cautious.n", "whole number"),
        (_cautious(runs_from="someday"), "suit.cautious.runs_from", "no rule"),
        (_cautious(until=3), "suit.cautious.until", "not a key known"),
        (a_state(section_1983={"period": 3, "cautious": None}), "section_1983.period", "must hold"),
        (a_state(section_1983={"years": 3}), "section_1983.years", "not a key known"),
        (a_state(public_duty={"label": "Abolished", "one_line": "x"}), "public_duty.label", "is none of"),
        (a_state(public_duty={"label": "Not settled"}), "public_duty.one_line", "missing"),
        (a_state(public_duty={"label": "Not settled", "one_line": "x", "z": 1}), "public_duty.z", "not a key known"),
        (a_state(state_civil_rights_claim="maybe"), "state_civil_rights_claim", "is none of"),
        (a_state(traps="many"), "traps", "must be a list"),
        (a_state(traps=["ok", 1.5]), "traps[1]", "must be a text"),
        (a_state(read_on="yesterday"), "read_on", "must be a date"),
        (a_state(read_on=datetime.datetime(2026, 1, 1)), "read_on", "must be a date"),
        (a_state(authorities=None), "authorities", "holds no keys"),
        (a_state(authorities={"others": []}), "authorities.others", "not a key known"),
        (a_state(notes=["x"]), "notes", "must hold keys"),
        (a_state(notes={"notice_of_claim": "x"}), "notes.notice_of_claim", "holds no keys"),
        (a_state(notes={"notice_of_claim": {"sources": "x"}}), "notes.notice_of_claim.sources", "must be a list"),
    ],
)
def test_a_broken_entry_names_its_field(entry, field, says):
    with pytest.raises(PlacesError, match=re.escape(says)) as raised:
        state_from_mapping(entry)
    assert raised.value.field == field
    assert raised.value.key == field.split(".")[0].split("[")[0]


def test_a_made_up_state_is_whole():
    entry = state_from_mapping(
        a_state(
            notice={"required": "local", "periods": [a_notice(), a_wait()], "cautious": a_cautious(credible=False)},
            section_1983={"period": None, "cautious": a_cautious(derived=True)},
            notes={"notice_of_claim": {"note": "Someone says 10 days."}},
        )
    )
    assert len(entry.notices) == len(entry.waits) == 1
    assert entry.notice_cautious is None
    assert entry.notes.notice == Note()
    assert entry.federal is None
    assert entry.federal_cautious is not None
    assert entry.federal_cautious.derived


def test_reading_changes_nothing_in_the_entry():
    raw = raw_states()[0]
    before = copy.deepcopy(raw)
    state_from_mapping(raw)
    assert raw == before


def test_the_words_of_the_data_are_the_words_known():
    raws = raw_states()
    assert {raw["public_duty"]["label"] for raw in raws} == set(LABELS)
    assert {raw["notice"]["required"] for raw in raws} == set(REQUIRED)
    assert {raw["state_civil_rights_claim"] for raw in raws} == set(CIVIL_RIGHTS)
