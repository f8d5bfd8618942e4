from __future__ import annotations

import json

import pytest
import yaml

from guide_app.places.clinic import OWN_ENTRY, Clinic, arranged, own_entry, with_clinic_notes
from guide_app.places.clinic_file import clinic_from_mapping
from guide_app.places.clinic_store import clinic_from_data, clinic_to_data
from guide_app.places.deadlines import deadlines_for
from guide_app.places.needs import need_of
from guide_app.places.services import CLINIC, EMERGENCY, Cost, Origin, cost_of, find, hotlines
from tests.places.shipped import TODAY, services, states

KNOWN = {service.id for service in services()}
KEPT = {service.id for service in services() if EMERGENCY in service.issues}

WHOLE = """
name: Eastside Legal Aid
hours: Mon-Fri 9:00-17:00
phone: 212-555-0123
url: https://www.eastside.example.org
address: 12 Main Street
logo: logo.png
services:
- id: front-desk
  name: Front desk
  kind: clinic
  phone: 212-555-0123
  languages: [en, es]
  what_for: Come by without an appointment.
  source: our own front desk
  as_of: 2026-11-01
  cost: free
- id: our-lawyers
  name: Our lawyers
  kind: lawyer_referral
  issues: [police_misconduct]
  sms: 988
  what_for: Lawyers who work here.
  source: our own list
  as_of: 2026-11-01
  cost: paid
  replaces: ny-lawyer-referral
hide: [us-victim-bar]
state_notes:
- state: NY
  field: notice
  text: The county asks for its own form.
  source: https://www.eastside.example.org/form
  as_of: 2026-11-01
- state: NY
  field: section_1983
  text: Ask us first.
  source: https://www.eastside.example.org/federal
  as_of: 2026-11-01
"""


def read(text, **more):
    return clinic_from_mapping(yaml.safe_load(text), "clinic.yaml", known=KNOWN, kept=KEPT, **more)


def clinic() -> Clinic:
    result = read(WHOLE)
    assert result.findings == ()
    assert result.clinic is not None
    return result.clinic


def test_a_whole_file():
    found = clinic()
    assert (found.name, found.hours, found.phone) == ("Eastside Legal Aid", "Mon-Fri 9:00-17:00", "212-555-0123")
    assert (found.url, found.address, found.logo) == ("https://www.eastside.example.org", "12 Main Street", "logo.png")
    desk, lawyers = found.services
    assert (desk.id, desk.issues, desk.languages, desk.coverage) == ("front-desk", (), ("en", "es"), CLINIC)
    assert (desk.as_of, desk.source, desk.confidence) == ("2026-11-01", "our own front desk", CLINIC)
    assert (cost_of(desk), cost_of(lawyers)) == (Cost.FREE, Cost.PAID)
    assert lawyers.sms == "988"
    assert found.hide == {"us-victim-bar"}


def test_the_clinic_is_on_top_and_what_it_hides_or_replaces_is_gone():
    mixed = arranged(services(), clinic())
    found = find(mixed, need_of("police_misconduct"), "NY")
    assert [line.service.id for line in found.results[:2]] == ["our-lawyers", "front-desk"]
    assert [line.origin for line in found.results[:3]] == [Origin.CLINIC, Origin.CLINIC, Origin.STATE]
    left = {service.id for service in mixed}
    assert KNOWN - left == {"us-victim-bar", "ny-lawyer-referral"}


def test_it_is_kept_as_data_and_read_back():
    data = json.loads(json.dumps(clinic_to_data(clinic())))
    assert clinic_from_data(data) == clinic()


def test_the_clinic_itself_is_an_entry_that_no_file_can_name():
    own = own_entry(clinic())
    assert (own.name, own.phone, own.coverage) == ("Eastside Legal Aid", "212-555-0123", CLINIC)
    assert read(WHOLE.replace("id: front-desk", f"id: {OWN_ENTRY}")).findings


def test_without_a_clinic_nothing_changes():
    assert arranged(services(), None) == services()
    assert with_clinic_notes(states()["NY"], None) is states()["NY"]


def test_a_note_stands_in_for_the_guides_and_is_shown_as_the_clinics():
    state = with_clinic_notes(states()["NY"], clinic())
    assert state.notes.notice.summary == "The county asks for its own form."
    assert state.notes.notice.by == "Eastside Legal Aid"
    assert state.notes.notice.sources == ("https://www.eastside.example.org/form",)
    assert state.notes.federal.summary == "Ask us first."
    assert state.notes.suit == states()["NY"].notes.suit
    assert with_clinic_notes(states()["NJ"], clinic()) == states()["NJ"]


def test_a_note_changes_no_date():
    state = with_clinic_notes(states()["NY"], clinic())
    mine, shipped = deadlines_for(state, TODAY, TODAY), deadlines_for(states()["NY"], TODAY, TODAY)
    for one, other in zip(mine.groups, shipped.groups, strict=True):
        assert one.deadlines == other.deadlines
    assert mine.notice.note.by == "Eastside Legal Aid"


def test_the_emergency_number_always_stays():
    assert set(KEPT) == {"us-911"}
    result = read("name: X\nhide: [us-911, us-vine]")
    assert result.clinic.hide == {"us-vine"}
    assert "always stays" in str(result.findings[0])
    assert hotlines(arranged(services(), result.clinic))[0].id == "us-911"


def one_service(**changes):
    entry = {
        "id": "desk",
        "name": "Desk",
        "kind": "clinic",
        "what_for": "Help.",
        "source": "the desk",
        "as_of": "2026",
        **changes,
    }
    return {"name": "X", "services": [{key: value for key, value in entry.items() if value is not ...}]}


def one_note(**changes):
    entry = {
        "state": "NY",
        "field": "notice",
        "text": "Text.",
        "source": "https://www.example.org",
        "as_of": "2026",
        **changes,
    }
    return {"name": "X", "state_notes": [{key: value for key, value in entry.items() if value is not ...}]}


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        (one_service(id="Our Desk"), "“id” must be lower-case words"),
        (one_service(id="us-911"), "is the id of an entry of the guide; write “replaces: us-911”"),
        (one_service(id="us-911", replaces="us-911"), "always stays"),
        (one_service(replaces="nobody"), "“replaces” names nobody, which the guide does not have"),
        (one_service(name=...), "“name” is missing"),
        (one_service(kind="bakery"), "“kind” is none of"),
        (one_service(issues=["taxes"]), "“issues” has “taxes”"),
        (one_service(source=...), "“source” is missing"),
        (one_service(cost="cheap"), "“cost” must be free or paid"),
        (one_service(phone="123"), "“phone” (123) is no valid number"),
        (one_service(sms="us"), "“sms” (us) is no number"),
        (one_service(url="x"), "“url” (x) is no web address"),
        (one_service(colour="red"), "“colour” is not a key known"),
        (one_note(source=...), "“source” is missing"),
        (one_note(source="my memory"), "a state note needs a source of its own"),
        (one_note(state="ny"), "“state” must be a postal abbreviation"),
        (one_note(state="XX"), "“state” must be a postal abbreviation"),
        (one_note(field="dates"), "“field” is none of"),
        (one_note(text=""), "“text” is missing"),
        (one_note(until="2030"), "“until” is not a key known"),
        ({"name": "X", "services": "desk"}, "“services” must be a list"),
        ({"name": "X", "services": ["desk"]}, "“services[0]” holds no keys"),
        ({"name": "X", "hide": "us-vine"}, "“hide” must be a list"),
        ({"name": "X", "hide": ["nobody"]}, "“hide” names nobody"),
        ({"name": "X", "phone": "123"}, "“phone” (123) is no valid number"),
        ({"name": "X", "url": "x"}, "“url” (x) is no web address"),
        ({"name": "X", "hours": 9.5}, "“hours” must be a text"),
        ({"name": "X", "logo": "../secret.png"}, "“logo” must be the name of a PNG or SVG file"),
        ({"name": "X", "logo": "/etc/logo.svg"}, "“logo” must be the name of a PNG or SVG file"),
        ({"name": "X", "logo": "logo.gif"}, "“logo” must be the name of a PNG or SVG file"),
    ],
)
def test_a_broken_part_is_a_finding_and_the_rest_is_used(mapping, says):
    result = clinic_from_mapping(mapping, "clinic.yaml", known=KNOWN, kept=KEPT)
    assert result.clinic is not None
    assert result.clinic.services == result.clinic.state_notes == ()
    (finding,) = result.findings
    assert says in str(finding)
    assert finding.unusable
    assert str(finding).startswith("clinic.yaml:0: ")


def test_good_parts_stay_beside_broken_ones():
    mapping = one_service()
    mapping["services"] += [{"id": "broken"}, {**mapping["services"][0], "name": "Twice"}]
    result = clinic_from_mapping(mapping, "clinic.yaml", known=KNOWN)
    assert [service.name for service in result.clinic.services] == ["Desk"]
    assert [finding.unusable for finding in result.findings] == [True, True]
    assert "stands twice" in result.findings[1].what


def test_an_entry_may_replace_the_one_of_its_own_name():
    result = clinic_from_mapping(one_service(id="us-vine", replaces="us-vine"), "clinic.yaml", known=KNOWN, kept=KEPT)
    assert result.findings == ()
    mixed = arranged(services(), result.clinic)
    assert [service.name for service in mixed if service.id == "us-vine"] == ["Desk"]


@pytest.mark.parametrize("mapping", [{}, {"name": ""}, {"name": ["X"]}, {"services": []}])
def test_without_a_name_there_is_no_clinic(mapping):
    result = clinic_from_mapping(mapping, "clinic.yaml", known=KNOWN)
    assert result.clinic is None
    assert "“name”" in result.findings[0].what


def test_an_unknown_key_is_a_small_fault():
    result = read("name: X\ncolour: red", line_of=lambda _entry, key: 2 if key == "colour" else 1)
    assert result.clinic == Clinic(name="X")
    assert str(result.findings[0]) == "clinic.yaml:2: “colour” is not a key known here; take it out"
    assert not result.findings[0].unusable
