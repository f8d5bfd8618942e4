import pytest

from guide_app.citations.model import (
    KINDS,
    AuthorityError,
    Case,
    Pinpoint,
    authority_from_mapping,
    kind_of,
)

from .shipped import case, law_fields, page_fields, shipped

ENTRY = {
    "id": "doe",
    "type": "case",
    **dict.fromkeys(("caption", "short", "volume", "reporter", "page", "court", "court_name", "facts", "holding"), "x"),
    **dict.fromkeys(("court_bluebook", "court_parenthetical", "decided", "docket", "standing_note")),
    "parallel": None,
    "pinpoints": [{"page": 195, "for": " the rule "}, {"page": "n.3"}],
    "standing": "unknown",
    "sources": ["https://example.org"],
    "confidence": "primary",
    "read_level": "opinion text",
    "verified_note": "Read.",
}  # fmt: skip


def entry(**changes):
    return {name: value for name, value in (ENTRY | changes).items() if value is not ...}


def test_an_entry_becomes_an_authority():
    authority = authority_from_mapping(
        entry(volume=489, used_for=[{"state": "DC", "field": "public_duty_rule"}], en_banc=True, decided="1989-02-22")
    )
    assert isinstance(authority, Case)
    assert (authority.volume, authority.docket, authority.parallel) == ("489", "", ())
    assert authority.pinpoints == (Pinpoint("195", "the rule"), Pinpoint("n.3", ""))
    assert authority.used_for == ("DC public_duty_rule",)
    assert authority.en_banc
    assert authority.year == "1989"
    assert authority.what_was_read == "passages of the opinion read"
    assert kind_of(authority) == "case"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": ...}, "an entry has no id"),
        ({"id": ""}, "an entry has no id"),
        ({"id": 7}, "an entry has no id"),
        ({"type": "treaty"}, "doe: type 'treaty' is none of case, statute, constitution, source"),
        ({"colour": "red"}, "doe: unknown field colour"),
        ({"holding": ...}, "doe: .*'holding' missing"),
        ({"read_level": "skimmed"}, "doe: read_level 'skimmed' is none of"),
        ({"standing": "fine"}, "doe: standing 'fine' is none of"),
        ({"parallel": "1 U.S. 2"}, "doe: parallel must be a list"),
        ({"en_banc": "yes"}, "doe: en_banc must be true or false"),
        ({"holding": ["x"]}, "doe: holding must be a text"),
        ({"holding": True}, "doe: holding must be a text"),
        ({"pinpoints": ["195"]}, "doe: a pinpoint needs a page"),
        ({"pinpoints": [{"for": "x"}]}, "doe: a pinpoint needs a page"),
    ],
)
def test_what_cannot_be_used_is_said(changes, message):
    with pytest.raises(AuthorityError, match=message):
        authority_from_mapping(entry(**changes))


def test_every_kind():
    assert kind_of(case()) == "case"
    for kind, fields in (("statute", law_fields()), ("constitution", law_fields()), ("source", page_fields())):
        authority = authority_from_mapping({**fields, "type": kind, "sources": list(fields["sources"])})
        assert kind_of(authority) == kind
    assert {kind_of(authority) for authority in shipped().values()} == set(KINDS)
