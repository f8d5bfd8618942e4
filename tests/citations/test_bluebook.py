# ruff: noqa: E501 - a row of a table is one line
import pytest

from guide_app.citations.bluebook import Options, form_note, full, inline, name_of, short
from guide_app.citations.model import Constitution, Source, Statute
from guide_app.citations.pinpoint import PinpointError
from guide_app.citations.styled import Run, to_markdown, to_text

from .shipped import case, law_fields, page_fields, shipped

NB = "\u00a0"
PARALLEL = Options(parallel=True)


@pytest.mark.parametrize(
    ("why", "authority", "pin", "full_form", "short_form", "inline_form"),
    [
        (
            "the Supreme Court: only the year",
            "deshaney-v-winnebago-1989",
            "195",
            "*DeShaney v. Winnebago Cnty. Dep't of Soc. Servs.*, 489 U.S. 189, 195 (1989)",
            "*DeShaney*, 489 U.S. at 195",
            "*DeShaney*, 489 U.S. at 195",
        ),
        (
            "no pinpoint: the short form needs a page",
            "deshaney-v-winnebago-1989",
            "",
            "*DeShaney v. Winnebago Cnty. Dep't of Soc. Servs.*, 489 U.S. 189 (1989)",
            "*DeShaney v. Winnebago Cnty. Dep't of Soc. Servs.*, 489 U.S. 189 (1989)",
            "*DeShaney* (U.S. 1989)",
        ),
        (
            "a footnote",
            "deshaney-v-winnebago-1989",
            "197 n.3",
            "*DeShaney v. Winnebago Cnty. Dep't of Soc. Servs.*, 489 U.S. 189, 197 n.3 (1989)",
            "*DeShaney*, 489 U.S. at 197 n.3",
            "*DeShaney*, 489 U.S. at 197 n.3",
        ),
        (
            "a footnote without its page",
            "deshaney-v-winnebago-1989",
            "n.3",
            "*DeShaney v. Winnebago Cnty. Dep't of Soc. Servs.*, 489 U.S. 189 n.3 (1989)",
            "*DeShaney*, 489 U.S. at n.3",
            "*DeShaney*, 489 U.S. at n.3",
        ),
        (
            "a nominative reporter",
            "south-v-maryland-1856",
            "402-403",
            "*South v. Maryland ex rel. Pottle*, 59 U.S. (18 How.) 396, 402–03 (1856)",
            "*South*, 59 U.S. (18 How.) at 402–03",
            "*South*, 59 U.S. (18 How.) at 402–03",
        ),
        (
            "en banc, and a regional reporter alone",
            "warren-v-district-of-columbia-1981",
            "3",
            "*Warren v. District of Columbia*, 444 A.2d 1, 3 (D.C. 1981) (en banc)",
            "*Warren*, 444 A.2d at 3",
            "*Warren*, 444 A.2d at 3",
        ),
        (
            "no pinpoint: the regional reporter",
            "cuffy-v-city-of-new-york-1987",
            "",
            "*Cuffy v. City of New York*, 505 N.E.2d 937 (N.Y. 1987)",
            "*Cuffy v. City of New York*, 505 N.E.2d 937 (N.Y. 1987)",
            "*Cuffy* (N.Y. 1987)",
        ),
        (
            "a page of the official reporter",
            "cuffy-v-city-of-new-york-1987",
            "260",
            "*Cuffy v. City of New York*, 69 N.Y.2d 255, 260 (1987)",
            "*Cuffy*, 69 N.Y.2d at 260",
            "*Cuffy*, 69 N.Y.2d at 260",
        ),
        (
            "California's Court of Appeal: the California Reporter (table T1)",
            "hartzler-v-city-of-san-jose-1975",
            "",
            "*Hartzler v. City of San Jose*, 120 Cal. Rptr. 5 (Ct. App. 1975)",
            "*Hartzler v. City of San Jose*, 120 Cal. Rptr. 5 (Ct. App. 1975)",
            "*Hartzler* (Cal. Ct. App. 1975)",
        ),
        (
            "its page in the official reporter",
            "hartzler-v-city-of-san-jose-1975",
            "8",
            "*Hartzler v. City of San Jose*, 46 Cal. App. 3d 6, 8 (Ct. App. 1975)",
            "*Hartzler*, 46 Cal. App. 3d at 8",
            "*Hartzler*, 46 Cal. App. 3d at 8",
        ),
        (
            "public domain without a regional reporter: what else printed it",
            "massee-v-thompson-2004",
            "5",
            f"*Massee v. Thompson*, 2004 MT 121, ¶{NB}5, 321 Mont. 210",
            f"*Massee*, 2004 MT 121, ¶{NB}5",
            f"*Massee*, 2004 MT 121, ¶{NB}5",
        ),
        (
            "neither reporter nor docket: a page is no page of a slip opinion",
            "collins-v-tallahatchie-county-2004",
            "5",
            "*Collins v. Tallahatchie Cnty.*, at 5 (Miss. 2004)",
            "*Collins*, at 5",
            "*Collins*, at 5",
        ),
        (
            "public domain with a paragraph",
            "schultz-v-st-clair-county-2022",
            "¶ 2",
            f"*Schultz v. St. Clair Cnty.*, 2022 IL 126856, ¶{NB}2, 201 N.E.3d 1111",
            f"*Schultz*, 2022 IL 126856, ¶{NB}2",
            f"*Schultz*, 2022 IL 126856, ¶{NB}2",
        ),
        (
            "public domain, a page of the regional reporter",
            "torres-v-state-1995",
            "388",
            "*Torres v. State*, 1995-NMSC-025, 894 P.2d 386, 388",
            "*Torres*, 894 P.2d at 388",
            "*Torres*, 894 P.2d at 388",
        ),
        (
            "public domain, a page of the official reporter",
            "torres-v-state-1995",
            "610",
            "*Torres v. State*, 1995-NMSC-025, 119 N.M. 609, 610, 894 P.2d 386",
            "*Torres*, 119 N.M. at 610",
            "*Torres*, 119 N.M. at 610",
        ),
        (
            "public domain after the official reporter, as Ohio has it",
            "estate-of-graves-v-circleville-2010",
            "¶ 4",
            f"*Estate of Graves v. Circleville*, 124 Ohio St. 3d 339, 2010-Ohio-168, ¶{NB}4",
            f"*Estate of Graves*, 2010-Ohio-168, ¶{NB}4",
            f"*Estate of Graves*, 2010-Ohio-168, ¶{NB}4",
        ),
        (
            "public domain of a lower court",
            "pdu-v-cleveland-2003",
            "",
            "*PDU, Inc. v. Cleveland*, 2003-Ohio-3671 (8th Dist.)",
            "*PDU, Inc. v. Cleveland*, 2003-Ohio-3671 (8th Dist.)",
            "*PDU* (Ohio Ct. App. 2003)",
        ),
        (
            "a slip opinion",
            "zorn-v-linton-2026",
            "3",
            "*Zorn v. Linton*, No. 25-297, slip op. at 3 (U.S. Mar. 23, 2026)",
            "*Zorn*, slip op. at 3",
            "*Zorn*, slip op. at 3",
        ),
        (
            "a docket number with its own word",
            "arthurs-v-aiken-county-2001",
            "",
            "*Arthurs v. Aiken Cnty.*, Op. No. 25331 (S.C. July 23, 2001)",
            "*Arthurs v. Aiken Cnty.*, Op. No. 25331 (S.C. July 23, 2001)",
            "*Arthurs* (S.C. 2001)",
        ),
        (
            "neither docket nor reporter",
            "galario-v-adewundmi-2009",
            "",
            "*Galario v. Adewundmi* (D. Haw. May 1, 2009)",
            "*Galario v. Adewundmi* (D. Haw. May 1, 2009)",
            "*Galario* (D. Haw. 2009)",
        ),
        ("a year that is not known", "bosh-v-cherokee-county-undated", "", "*Bosh v. Cherokee Cnty. Governmental Bldg. Auth.*, 305 P.3d 994 (Okla.)", "*Bosh v. Cherokee Cnty. Governmental Bldg. Auth.*, 305 P.3d 994 (Okla.)", "*Bosh* (Okla.)"),
        ("a federal statute", "usc-42-1983", "", f"42 U.S.C. §{NB}1983", f"42 U.S.C. §{NB}1983", f"42 U.S.C. §{NB}1983"),
        ("a subsection", "usc-42-1988", "(b)", f"42 U.S.C. §{NB}1988(b)", f"42 U.S.C. §{NB}1988(b)", f"42 U.S.C. §{NB}1988(b)"),
        ("a state statute whose text was read", "va-code-15-2-209", "", f"Va. Code Ann. §{NB}15.2-209 (2024)", f"Va. Code Ann. §{NB}15.2-209", f"Va. Code Ann. §{NB}15.2-209"),
        ("one of several sections", "nm-civil-rights-act", "§ 41-4A-3", f"N.M. Stat. Ann. §{NB}41-4A-3 (2021)", f"N.M. Stat. Ann. §{NB}41-4A-3", f"N.M. Stat. Ann. §{NB}41-4A-3"),
        ("a constitution", "us-const-amend-14-s1", "", f"U.S. Const. amend. XIV, §{NB}1", f"U.S. Const. amend. XIV, §{NB}1", f"U.S. Const. amend. XIV, §{NB}1"),
        ("a section of an amendment", "us-const-amend-4", "§ 1", f"U.S. Const. amend. IV, §{NB}1", f"U.S. Const. amend. IV, §{NB}1", f"U.S. Const. amend. IV, §{NB}1"),
    ],
)  # fmt: skip
def test_shipped_authorities(why, authority, pin, full_form, short_form, inline_form):
    given = shipped()[authority]
    assert to_markdown(full(given, pin)) == full_form, why
    assert to_markdown(short(given, pin)) == short_form, why
    assert to_markdown(inline(given, pin)) == inline_form, why


@pytest.mark.parametrize(
    ("fields", "pin", "expected"),
    [
        ({"docket": ""}, "", "Doe v. Roe, 100 F.3d 200 (9th Cir. 1999)"),
        ({"court_parenthetical": ""}, "", "Doe v. Roe, 100 F.3d 200 (1999)"),
        ({"decided": ""}, "", "Doe v. Roe, 100 F.3d 200 (9th Cir.)"),
        ({"court_parenthetical": "", "decided": ""}, "", "Doe v. Roe, 100 F.3d 200"),
        ({"en_banc": True, "decided": "", "court_parenthetical": ""}, "", "Doe v. Roe, 100 F.3d 200 (en banc)"),
        ({"page": "", "docket": ""}, "", "Doe v. Roe (9th Cir. May 7, 1999)"),
        ({"page": "", "docket": "98-1, 98-2"}, "", "Doe v. Roe, Nos. 98-1, 98-2 (9th Cir. May 7, 1999)"),
        ({"page": "", "docket": "116,883", "decided": "1999"}, "", "Doe v. Roe, No. 116,883 (9th Cir. 1999)"),
        ({"page": "", "docket": "Nos. 83 and 84"}, "", "Doe v. Roe, Nos. 83 and 84 (9th Cir. May 7, 1999)"),
        ({"page": "", "docket": "", "court": "x", "court_name": "", "court_bluebook": "", "court_parenthetical": "", "decided": ""}, "", "Doe v. Roe"),
        ({"page": "", "database_cites": ("1999 WL 141041",)}, "*3", "Doe v. Roe, No. 98-1, 1999 WL 141041, at *3 (9th Cir. May 7, 1999)"),
        ({"page": "", "database_cites": ("1999 WL 141041",)}, "3", "Doe v. Roe, No. 98-1, 1999 WL 141041, at 3 (9th Cir. May 7, 1999)"),
        ({"page": ""}, "¶ 3", f"Doe v. Roe, No. 98-1, slip op. ¶{NB}3 (9th Cir. May 7, 1999)"),
        ({"neutral_cite": "1999 ND 3", "volume": "1999", "reporter": "ND", "page": "3", "court_parenthetical": ""}, "", "Doe v. Roe, 1999 ND 3"),
        ({"volume": "", "regional": "1 P.3d 2", "regional_parenthetical": "Mont."}, "", "Doe v. Roe, 1 P.3d 2 (Mont. 1999)"),
    ],
)  # fmt: skip
def test_missing_fields_leave_no_trace(fields, pin, expected):
    assert to_text(full(case(**fields), pin)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"short": ""}, "Doe v. Roe (9th Cir. 1999)"),
        ({"decided": ""}, "Doe (9th Cir.)"),
        ({"court": "x", "court_name": "", "court_bluebook": "", "court_parenthetical": ""}, "Doe (1999)"),
        ({"court": "x", "court_name": "", "court_bluebook": "", "court_parenthetical": "", "decided": ""}, "Doe"),
    ],
)
def test_missing_fields_in_the_text_of_the_guide(fields, expected):
    assert to_text(inline(case(**fields))) == expected


def test_the_short_form_of_an_opinion_in_a_database():
    authority = case(page="", database_cites=("1999 WL 141041",), short="")
    assert to_text(short(authority, "*3")) == "Doe v. Roe, 1999 WL 141041, at *3"
    assert to_text(short(case(), "¶ 3")) == f"Doe, 100 F.3d 200, ¶{NB}3"


@pytest.mark.parametrize(
    ("authority", "pin", "expected"),
    [
        ("deshaney-v-winnebago-1989", "195", "DeShaney v. Winnebago Cnty. Dep't of Soc. Servs., 489 U.S. 189, 195, 109 S. Ct. 998, 103 L. Ed. 2d 249 (1989)"),
        ("south-v-maryland-1856", "", "South v. Maryland ex rel. Pottle, 59 U.S. (18 How.) 396, 15 L. Ed. 433 (1856)"),
        ("cuffy-v-city-of-new-york-1987", "940", "Cuffy v. City of New York, 69 N.Y.2d 255, 505 N.E.2d 937, 940, 513 N.Y.S.2d 372 (1987)"),
        ("torres-v-state-1995", "388", "Torres v. State, 1995-NMSC-025, 119 N.M. 609, 894 P.2d 386, 388"),
        ("massee-v-thompson-2004", "", "Massee v. Thompson, 2004 MT 121, 321 Mont. 210"),
    ],
)  # fmt: skip
def test_parallel_citations_are_a_setting(authority, pin, expected):
    assert to_text(full(shipped()[authority], pin, PARALLEL)) == expected


def test_parallel_citations_of_a_case_that_only_the_regional_reporter_has():
    authority = case(volume="", regional="1 P.3d 2", regional_parenthetical="Mont.", parallel=("3 Mont. 4",))
    assert to_text(full(authority, "", PARALLEL)) == "Doe v. Roe, 1 P.3d 2, 3 Mont. 4 (Mont. 1999)"


def test_a_reporter_is_named_as_in_table_t1_whatever_its_own_court_calls_it():
    authority = case(volume="84", reporter="Pa. Cmwlth.", page="170", parallel=("85 Pa. Cmwlth. 1",))
    assert to_text(full(authority, "", PARALLEL)) == "Doe v. Roe, 84 Pa. Commw. 170, 85 Pa. Commw. 1 (9th Cir. 1999)"


def test_initials_stand_together_in_every_form():
    authority = shipped()["linda-rs-v-richard-d-1973"]
    assert to_markdown(full(authority, "618")) == "*Linda R.S. v. Richard D.*, 410 U.S. 614, 618 (1973)"
    assert to_markdown(short(authority, "618")) == "*Linda R.S.*, 410 U.S. at 618"
    assert to_markdown(inline(authority)) == "*Linda R.S.* (U.S. 1973)"


PAGE = "*What to do*"


@pytest.mark.parametrize(
    ("fields", "pin", "full_form", "short_form"),
    [
        ({}, "", f"Help Center, {PAGE} (Aug. 2011), <https://example.org/a>", f"Help Center, {PAGE}"),
        ({}, "3", f"Help Center, {PAGE}, at 3 (Aug. 2011), <https://example.org/a>", f"Help Center, {PAGE}, at 3"),
        ({"as_of": "not shown", "year_seen": ""}, "", f"Help Center, {PAGE}, <https://example.org/a>", f"Help Center, {PAGE}"),
        ({"as_of": "a copy of 2009", "year_seen": "2009"}, "", f"Help Center, {PAGE} (2009), <https://example.org/a>", f"Help Center, {PAGE}"),
        ({"sources": ()}, "", f"Help Center, {PAGE} (Aug. 2011)", f"Help Center, {PAGE}"),
        ({"publisher": ""}, "", f"{PAGE} (Aug. 2011), <https://example.org/a>", PAGE),
        ({"publisher": "two law firms"}, "", f"Two law firms, {PAGE} (Aug. 2011), <https://example.org/a>", f"Two law firms, {PAGE}"),
    ],
)  # fmt: skip
def test_pages(fields, pin, full_form, short_form):
    page = Source(**page_fields(**fields))
    assert to_markdown(full(page, pin)) == full_form
    assert to_markdown(short(page, pin)) == short_form
    assert to_markdown(inline(page, pin)) == short_form


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"jurisdiction": "Ohio"}, " (2012)"),
        ({"jurisdiction": "United States"}, ""),
        ({"jurisdiction": "Ohio", "read_level": "statute quoted by others"}, ""),
        ({"jurisdiction": "Ohio", "year_seen": ""}, ""),
    ],
)
def test_only_a_state_code_whose_text_was_read_has_a_year(fields, year):
    assert to_text(full(Statute(**law_fields(**fields)))) == f"42 U.S.C. §{NB}1983{year}"


def test_options():
    styled = full(case(caption="O'Hara v. Dep't"), "", Options(emphasis="underline", quotes="curly"))
    assert styled == (Run("O\u2019Hara v. Dep\u2019t", underline=True), Run(", 100 F.3d 200 (9th Cir. 1999)"))
    law = Statute(**law_fields(cite="Cal. Gov't Code § 845"))
    assert to_text(inline(law, "", Options(quotes="curly"))) == f"Cal. Gov\u2019t Code §{NB}845"


@pytest.mark.parametrize("form", [full, short, inline])
def test_a_text_that_is_no_pinpoint_is_refused(form):
    with pytest.raises(PinpointError, match="no pinpoint"):
        form(case(), "the holding")


def test_names():
    assert name_of(case()) == "Doe v. Roe"
    assert name_of(Constitution(**law_fields(cite="U.S. Const. amend. XIV, § 1"))) == f"U.S. Const. amend. XIV, §{NB}1"
    assert name_of(Source(**page_fields())) == "What to do"


@pytest.mark.parametrize(
    ("authority", "said"),
    [
        ("kircher-v-city-of-jamestown-1989", "Only the official reporter is given. A local rule may want the regional"),
        ("fodness-v-city-of-sioux-falls-2020", "A local rule may want the regional reporter beside the public-domain"),
        ("collins-v-tallahatchie-county-2004", "We saw neither its reporter nor its docket number."),
        ("bosh-v-cherokee-county-undated", "We did not see the year of the decision."),
        ("hartzler-v-city-of-san-jose-1975", ""),
        ("zorn-v-linton-2026", ""),
        ("usc-42-1983", ""),
    ],
)
def test_notes_about_the_form(authority, said):
    note = form_note(shipped()[authority])
    assert note.startswith(said)
    assert bool(note) == bool(said)


def test_a_note_of_the_data_is_given_as_it_is():
    assert form_note(case(form_note="reporter not checked")) == "reporter not checked"
    assert form_note(case()) == ""
    assert form_note(case(page="", docket="", database_cites=("1999 WL 141041",))) == ""
    assert form_note(Source(**page_fields())) == ""
