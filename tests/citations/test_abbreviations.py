# ruff: noqa: E501 - a row of a table is one line
import pytest
from reporters_db import CASE_NAME_ABBREVIATIONS, STATE_ABBREVIATIONS

from guide_app.citations.abbreviations import STATES, abbreviate_caption, bluebook_date, case_name_words, court_in_full

from .shipped import case, shipped_cases

ADDED = {
    "Administratrix": "Adm'x",  # reporters-db has it as "Administrix"
    "American": "Am.",  # T6 has America[n]; reporters-db only the first
}


@pytest.mark.parametrize(
    ("caption", "abbreviated"),
    [
        ("DeShaney v. Winnebago County Department of Social Services", "DeShaney v. Winnebago Cnty. Dep't of Soc. Servs."),
        ("Spackman v. Board of Education", "Spackman v. Bd. of Educ."),
        # the place of a public body goes (rule 10.2.1(f)), unless one word would be left
        ("Sandage v. Board of Commissioners of Vanderburgh County", "Sandage v. Bd. of Comm'rs"),
        ("Monell v. Department of Social Services of the City of New York", "Monell v. Dep't of Soc. Servs."),
        ("Doe v. Housing Authority of the County of King", "Doe v. Hous. Auth."),
        ("Doe v. Sheriff of Cook County", "Doe v. Sheriff of Cook Cnty."),
        ("Doe v. City of Port of Spain Township", "Doe v. City of Port of Spain Twp."),
        # initials stand together (rule 6.1(a)); other full stops do not
        ("Linda R. S. v. Richard D.", "Linda R.S. v. Richard D."),
        ("J. D. B. v. North Carolina", "J.D.B. v. North Carolina"),
        ("Doe v. St. J. Smith", "Doe v. St. J. Smith"),
        # a place that is the whole name of a party stays (rule 10.2.2)
        ("Riss v. City of New York", "Riss v. City of New York"),
        ("Mullin v. Municipal City of South Bend", "Mullin v. Mun. City of South Bend"),
        ("Tennessee v. Garner", "Tennessee v. Garner"),
        ("Ross v. United States", "Ross v. United States"),
        ("Warren v. District of Columbia", "Warren v. District of Columbia"),
        ("South v. Maryland ex rel. Pottle", "South v. Maryland ex rel. Pottle"),
        # but its own kind is abbreviated
        ("Freitas v. City and County of Honolulu", "Freitas v. City & Cnty. of Honolulu"),
        ("Village of Willowbrook v. Olech", "Vill. of Willowbrook v. Olech"),
        ("Okin v. Village of Cornwall-on-Hudson Police Department", "Okin v. Vill. of Cornwall-on-Hudson Police Dep't"),
        # a state within a longer name
        ("Will v. Michigan Department of State Police", "Will v. Mich. Dep't of State Police"),
        ("Corum v. University of North Carolina", "Corum v. Univ. of N.C."),
        ("Doe v. United States Postal Service", "Doe v. U.S. Postal Serv."),
        ("Doe v. West Virginia State Police", "Doe v. W. Va. State Police"),
        # which is no state before the word for a county or a city
        ("Shepherd v. Washington County", "Shepherd v. Washington Cnty."),
        ("Doe v. Kansas City Police", "Doe v. Kansas City Police"),
        # directions
        ("Coleman v. East Joliet Fire Protection District", "Coleman v. E. Joliet Fire Prot. Dist."),
        ("Smith v. Robert West", "Smith v. Robert West"),
        # plurals, and words that only look like one
        ("Munich v. Skagit Emergency Communications Center", "Munich v. Skagit Emergency Commc'ns Ctr."),
        ("Doe v. Public Utilities Commission", "Doe v. Pub. Utils. Comm'n"),
        ("Doe v. Boise Police Officers Fund", "Doe v. Boise Police Officers Fund"),
        ("Doe v. Public Facilities Authority", "Doe v. Pub. Facilities Auth."),
        # what is abbreviated already, and names that may not change
        ("St. Luke Hospital, Inc. v. Straub", "St. Luke Hosp., Inc. v. Straub"),
        ("Doe v. Assoc. Sec. Grp.", "Doe v. Assoc. Sec. Grp."),
        ("Doe v. O'Brien's Security Group", "Doe v. O'Brien's Sec. Grp."),
        ("State, Department of Corrections v. Heisey", "State, Dep't of Corr. v. Heisey"),
        ("Doe v. Corporation", "Doe v. Corporation"),
        ("", ""),
    ],
)  # fmt: skip
def test_party_names(caption, abbreviated):
    assert abbreviate_caption(caption) == abbreviated


@pytest.mark.parametrize(
    ("caption", "court", "abbreviated"),
    [
        ("Williams v. State of California", "Supreme Court of California", "Williams v. State"),
        ("Doe v. Commonwealth of Virginia", "Supreme Court of Virginia", "Doe v. Commonwealth"),
        ("Doe v. State of Ohio", "Supreme Court of the United States", "Doe v. Ohio"),
        ("Doe v. State of Ohio", "United States District Court for the District of Ohio", "Doe v. Ohio"),
        ("Doe v. State of Ohio", "Supreme Court of California", "Doe v. Ohio"),
        ("Doe v. State of Mind", "Supreme Court of California", "Doe v. State of Mind"),
    ],
)
def test_state_of(caption, court, abbreviated):
    assert abbreviate_caption(caption, court) == abbreviated


def test_the_table_of_words_is_that_of_reporters_db():
    for word, abbreviation in case_name_words().items():
        assert ADDED.get(word) == abbreviation or word in CASE_NAME_ABBREVIATIONS[abbreviation], word


def test_the_table_of_states_is_that_of_reporters_db():
    known = {state: short for short, state in STATE_ABBREVIATIONS.items()} | {"District of Columbia": "D.C."}
    for state, short in STATES.items():
        assert known[state] == short, state


@pytest.mark.parametrize(
    ("fields", "court"),
    [
        ({"court": "scotus", "court_name": "Supreme Court of the United States"}, "U.S."),
        ({"court": "ca9"}, "9th Cir."),
        ({"court": "calctapp", "court_parenthetical": "Ct. App."}, "Cal. Ct. App."),
        ({"court": "ny", "court_parenthetical": "", "court_bluebook": "", "court_name": "New York Court of Appeals"}, "N.Y."),
        ({"court": "md", "court_parenthetical": "", "court_bluebook": "", "court_name": "Court of Appeals of Maryland"}, "Md."),
        ({"court": "mich", "court_parenthetical": "", "court_bluebook": "", "court_name": "Supreme Court of Michigan"}, "Mich."),
        ({"court": "va", "court_parenthetical": "", "court_bluebook": "", "court_name": "Supreme Court of Virginia"}, "Va."),
        (
            {"court": "wva", "court_parenthetical": "", "court_bluebook": "", "court_name": "Supreme Court of Appeals of West Virginia"},
            "W. Va.",
        ),
        ({"court": "ny", "court_parenthetical": "", "regional_parenthetical": "N.Y."}, "N.Y."),
        ({"court": "x", "court_parenthetical": "", "court_bluebook": "D. Haw."}, "D. Haw."),
        ({"court": "x", "court_parenthetical": "", "court_bluebook": "", "court_name": "A Court"}, ""),
    ],
)  # fmt: skip
def test_courts_with_their_state(fields, court):
    assert court_in_full(case(**fields)) == court


def test_every_shipped_case_has_a_court():
    assert [authority.id for authority in shipped_cases() if not court_in_full(authority)] == []


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1989-02-22", "Feb. 22, 1989"),
        ("2009-05-01", "May 1, 2009"),
        ("2011-08", "Aug. 2011"),
        ("2011", "2011"),
        ("2011-13", "2011"),
        ("2011-13-01", "2011"),
        ("", ""),
        ("not shown", ""),
    ],
)
def test_dates(written, printed):
    assert bluebook_date(written) == printed
