from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_app.places.service_checks import check_services, phone_fault, sms_fault, url_fault
from tests.places.shipped import raw_services


class Lined(dict):
    """An entry that knows its lines, as the content room's YAML reader makes them."""

    def line_of(self, key):
        return 10 + list(self).index(key) if key in self else 10


def entry(**changes):
    whole = {
        "id": "zz-help",
        "name": "Help",
        "kind": "legal_aid",
        "issues": ["civil"],
        "coverage": "NY",
        "phone": "1-800-799-7233",
        "sms": None,
        "url": "https://www.lawhelp.org",
        "hours": None,
        "languages": ["en"],
        "what_for": "Help.",
        "sources": ["https://www.lawhelp.org/about"],
        "as_of": "2026",
        "confidence": "primary",
        **changes,
    }
    return Lined({key: value for key, value in whole.items() if value is not ...})


def test_every_shipped_entry_is_well_formed():
    checked = check_services(raw_services(), "services.yaml")
    assert checked.findings == ()
    assert len(checked.usable) == 183


@pytest.mark.parametrize(
    ("changes", "key", "says"),
    [
        ({"id": None}, "id", "entry 1: its id is not lower-case words"),
        ({"id": "Zz Help"}, "id", "its id is not lower-case words"),
        ({"name": ""}, "name", "“name” is missing"),
        ({"name": ...}, "name", "“name” is missing"),
        ({"as_of": 2026}, "as_of", "“as_of” is missing or no text"),
        ({"hours": 24}, "hours", "“hours” is missing or no text"),
        ({"kind": "bakery"}, "kind", "the kind “bakery” is not known"),
        ({"coverage": "Narnia"}, "coverage", "the coverage “Narnia” is no place"),
        ({"coverage": "ny"}, "coverage", "the coverage “ny” is no place"),
        ({"confidence": "sure"}, "confidence", "the confidence “sure” is not known"),
        ({"phone": "1-800-799-723"}, "phone", "is no valid number"),
        ({"phone": "1-800-CALL-FBI"}, "phone", "has letters in it"),
        ({"phone": "call us"}, "phone", "is no telephone number"),
        ({"phone": "212-555"}, "phone", "is no valid number"),
        ({"phone": "88788"}, "phone", "is no valid number"),
        ({"phone": "999-999-9999"}, "phone", "is no valid number"),
        ({"phone": 911}, "phone", "“phone” is missing or no text"),
        ({"tty": "1-800"}, "tty", "tty “1-800” is no"),
        ({"sms": "text us"}, "sms", "is no number to write to"),
        ({"sms": "START to 123456789"}, "sms", "is no number to write to"),
        ({"url": "www.lawhelp.org"}, "url", "is no web address"),
        ({"url": "https://"}, "url", "has no host"),
        ({"url": "https://localhost"}, "url", "has no host"),
        ({"url": "https://law help.org"}, "url", "is no web address"),
        ({"url": "https://user@lawhelp.org"}, "url", "is no web address"),
        ({"url": "https://lawhelp.org:8080"}, "url", "is no web address"),
        ({"url": "https://[::1"}, "url", "is no web address"),
        ({"url": "javascript:alert(1)"}, "url", "is no web address"),
        ({"issues": []}, "issues", "“issues” is no list"),
        ({"issues": "civil"}, "issues", "“issues” is no list"),
        ({"languages": ["English"]}, "languages", "is no language code"),
        ({"languages": [None]}, "languages", "“languages” is no list"),
        ({"sources": []}, "sources", "“sources” is no list with one text"),
        ({"sources": ...}, "sources", "“sources” is no list with one text"),
        ({"sources": ["https://nowhere"]}, "sources", "has no host"),
        ({"sources": ["ftp://files.example.org"]}, "sources", "is no web address"),
    ],
)
def test_a_broken_entry_is_a_finding_and_the_rest_is_usable(changes, key, says):
    broken, whole = entry(**changes), entry(id="whole")
    checked = check_services([broken, whole], "services/ny.yaml")
    assert checked.usable == (whole,)
    (finding,) = checked.findings
    assert finding.unusable
    assert finding.line == broken.line_of(key)
    assert says in finding.what
    assert str(finding) == f"services/ny.yaml:{finding.line}: {finding.what}; {finding.mend}"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"surprise": 1}, "“surprise” is not a key known"),
        ({"issues": ["civil", "taxes"]}, "the issue “taxes” is not known"),
    ],
)
def test_a_small_fault_leaves_the_entry_usable(changes, says):
    checked = check_services([entry(**changes)], "x.yaml")
    assert len(checked.usable) == 1
    assert says in checked.findings[0].what
    assert not checked.findings[0].unusable


def test_every_fault_of_an_entry_is_named():
    checked = check_services([entry(phone="1", url="x", sources=None)], "x.yaml")
    assert len(checked.findings) == 3


def test_the_second_of_two_equal_ids_is_left_out():
    first, second = entry(), entry(name="Other")
    checked = check_services([first, second], "x.yaml")
    assert checked.usable == (first,)
    assert "stands twice" in checked.findings[0].what


def test_what_is_no_entry_is_a_finding():
    checked = check_services(["text", None, entry()], "x.yaml")
    assert [finding.what for finding in checked.findings] == ["entry 1 holds no keys", "entry 2 holds no keys"]
    assert len(checked.usable) == 1


def test_lines_may_be_given_by_a_function_or_be_unknown():
    plain = dict(entry(phone="1"))
    assert check_services([plain], "x.yaml").findings[0].line == 0
    assert check_services([plain], "x.yaml", lambda _entry, _key: 7).findings[0].line == 7


def test_a_source_may_be_a_book():
    assert check_services([entry(sources=["A printed list, 2026"])], "x.yaml").findings == ()


@pytest.mark.parametrize("phone", ["911", "988", "1-800-799-7233", "(206) 624-2180", "206 624 2180", "+1 206 624 2180"])
def test_good_numbers(phone):
    assert phone_fault(phone) == ""


@pytest.mark.parametrize("sms", ["988", "START to 88788", "HELP to 206-624-2180"])
def test_good_numbers_to_write_to(sms):
    assert sms_fault(sms) == ""


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_text_raises(text):
    assert isinstance(phone_fault(text) + sms_fault(text) + url_fault(text), str)
