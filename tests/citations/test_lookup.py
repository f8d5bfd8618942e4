# ruff: noqa: E501 - a row of a table is one line
import pytest

from guide_app.citations.bluebook import full, short
from guide_app.citations.lookup import Lookup, cite_keys, normalise_cite
from guide_app.citations.model import Case, Source, Statute
from guide_app.citations.options import Options
from guide_app.citations.styled import to_text

from .golden_files import first_pin
from .shipped import case, law_fields, page_fields, shipped

ALL = tuple(shipped().values())
LOOKUP = Lookup(ALL)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("489 U.S. 189", "489 us 189"),
        ("489 US 189", "489 us 189"),
        (" 489  U. S.  189 ", "489 us 189"),
        ("42 USC § 1983", "42 usc 1983"),
        ("42 U.S.C. §\u00a01983", "42 usc 1983"),
        ("42 U.S.C. Sec. 1983", "42 usc 1983"),
        ("42 u.s.c. section 1983", "42 usc 1983"),
        ("§ 1983", "section 1983"),
        ("§1983", "section 1983"),
        ("Section 1983", "section 1983"),
        ("sec. 1983", "section 1983"),
        ("444 A.2d 1", "444 a2d 1"),
        ("444 A. 2d 1", "444 a2d 1"),
        ("444 A2d 1", "444 a2d 1"),
        ("897 F. 4th 1", "897 f4th 1"),
        ("595 F.Supp. 1521", "595 fsupp 1521"),
        ("RCW 10.99.070", "rcw 10.99.070"),
        ("Va. Code Ann. § 8.01-195.7", "vacode 8.01-195.7"),
        ("489U.S.189", "489 us 189"),
        ("489 US189", "489 us 189"),
        ("Cal. Gov\u2019t Code § 845", "calgovtcode 845"),
        ("N.Y. Gen. Mun. Law § 50\u2011e", "nygenmunlaw 50-e"),
        ("\u2460 U.S. 2", "1 us 2"),
        ("", ""),
        ("...", ""),
        ("§", ""),
        ("\U0001f693", ""),
    ],
)
def test_one_normal_form(written, key):
    assert normalise_cite(written) == key


@pytest.mark.parametrize(
    ("written", "authority"),
    [
        ("deshaney-v-winnebago-1989", "deshaney-v-winnebago-1989"),
        ("489 U.S. 189", "deshaney-v-winnebago-1989"),
        ("489 U.S. 189, 195 (1989)", "deshaney-v-winnebago-1989"),
        ("109 S.Ct. 998", "deshaney-v-winnebago-1989"),
        ("103 L.Ed.2d 249", "deshaney-v-winnebago-1989"),
        ("444 a2d 1", "warren-v-district-of-columbia-1981"),
        ("1981 D.C. App. LEXIS 412", "warren-v-district-of-columbia-1981"),
        ("18 How. 396", "south-v-maryland-1856"),
        ("59 U.S. 396", "south-v-maryland-1856"),
        ("59 U.S. (18 How.) 396", "south-v-maryland-1856"),
        ("505 N.E.2d 937", "cuffy-v-city-of-new-york-1987"),
        ("69 NY2d 255", "cuffy-v-city-of-new-york-1987"),
        ("2016 IL 117952", "coleman-v-east-joliet-2016"),
        ("2010-Ohio-168", "estate-of-graves-v-circleville-2010"),
        ("1995-NMSC-025", "torres-v-state-1995"),
        ("118 Wn.2d 352", "roy-v-city-of-everett-1992"),
        ("42 USC 1983", "usc-42-1983"),
        ("42 USCA 1983", "usc-42-1983"),
        ("Section 1983", "usc-42-1983"),
        ("42 U.S.C. § 1988(b)", "usc-42-1988"),
        ("28 U.S.C. 1346(b)", "usc-28-1346-b"),
        ("28 U.S.C. 1346", "usc-28-1346-b"),
        ("14th Amendment", "us-const-amend-14-s1"),
        ("Fourteenth Amendment", "us-const-amend-14-s1"),
        ("Fourth Amendment", "us-const-amend-4"),
        ("U.S. Const. amend. XIV, § 1", "us-const-amend-14-s1"),
        ("745 ILCS 10/4-102", "ill-tort-immunity-act-4-102"),
        ("M.G.L. c. 258, § 10", "mass-gen-laws-258-10"),
        ("RCW 10.99.070", "wash-rcw-10-99-070"),
        ("CPLR 214", "ny-cplr-214"),
        ("N.Y. General Municipal Law § 50-e", "ny-gen-mun-law-50-e"),
        ("California Government Code 845", "cal-gov-code-845"),
        ("Cal. Government Code 845", "cal-gov-code-845"),
        ("999 U.S. 999", None),
        ("castle rock", None),
        ("", None),
        ("(b)", None),
        ("DESHANEY-v-Winnebago-1989", "deshaney-v-winnebago-1989"),
        ("489U.S.189", "deshaney-v-winnebago-1989"),
        # with and without "Ann."
        ("Va. Code § 15.2-209", "va-code-15-2-209"),
        ("Fla. Stat. Ann. § 768.28", "fla-stat-768-28"),
        ("Md. Code, Cts. & Jud. Proc. § 5-304", "md-code-cts-jud-proc-5-304"),
        # as the states' own courts write them
        ("K.S.A. 12-105b", "kan-stat-12-105b"),
        ("O.C.G.A. § 36-33-5", "ga-code-36-33-5"),
        ("I.C. § 34-13-3-8", "ind-code-34-13-3-8"),
        ("R.C. 2744.02", "ohio-rev-code-2744-02"),
        ("42 Pa.C.S. § 8541", "pa-cons-stat-42-8541"),
        ("NMSA 1978, § 41-4-16", "nm-stat-41-4-16"),
        ("La. C.C. art. 3493.1", "la-civ-code-3493-1"),
        ("AS 09.65.070", "alaska-stat-09-65-070"),
        ("14 M.R.S. § 8107", "me-stat-14-8107"),
        ("12 V.S.A. § 512", "vt-stat-12-512"),
        ("10 Del. C. § 8119", "del-code-10-8119"),
        ("51 O.S. § 156", "okla-stat-51-156"),
        ("U.S. Const. amend. 14", "us-const-amend-14-s1"),
        ("XIV Amendment", "us-const-amend-14-s1"),
        # dockets of what no reporter has printed
        ("No. 25-297", "zorn-v-linton-2026"),
        ("Op. No. 25331", "arthurs-v-aiken-county-2001"),
        # whole names
        ("Monell v. Department of Social Services", "monell-v-dss-1978"),
        ("Monroe vs. Pape", "monroe-v-pape-1961"),
        ("Brown v. State of New York", "brown-v-state-of-new-york-1996"),
        ("Collins v. Tallahatchie Cnty. (Miss. 2004)", "collins-v-tallahatchie-county-2004"),
        ("Collins v. Tallahatchie Cnty. (Miss. 2005)", None),
        ("Brandon v. County of Richardson (2001)", "brandon-v-county-of-richardson-2001"),
    ],
)
def test_every_citation_that_people_write_leads_to_its_authority(written, authority):
    assert [found.id for found in LOOKUP.find(written).authorities] == ([authority] if authority else [])


@pytest.mark.parametrize(
    ("written", "authority", "pin"),
    [
        ("489 U.S. 189, 195", "deshaney-v-winnebago-1989", "195"),
        ("489 U.S. 189, at 195-97 (1989)", "deshaney-v-winnebago-1989", "at 195-97"),
        ("489 U.S. 189, 195, 201, 109 S. Ct. 998 (1989)", "deshaney-v-winnebago-1989", "195, 201"),
        ("DeShaney v. Winnebago Cnty., 489 U.S. 189 (1989)", "deshaney-v-winnebago-1989", ""),
        ("Warren v. District of Columbia, 444 A.2d 1, 3 (D.C. 1981) (en banc)", "warren-v-district-of-columbia-1981", "3"),
        ("South v. Maryland, 59 U.S. (18 How.) 396, 402 (1856)", "south-v-maryland-1856", "402"),
        ("2022 IL 126856, ¶ 2, 201 N.E.3d 1111", "schultz-v-st-clair-county-2022", "¶ 2"),
        ("42 U.S.C. § 1988(b)", "usc-42-1988", "(b)"),
        ("28 U.S.C. § 1346(b)", "usc-28-1346-b", ""),
        ("28 U.S.C. § 1346(b)(1)", None, ""),
        ("28 U.S.C. § 1346(a)", None, ""),
        ("28 U.S.C. § 2680(h)", "usc-28-2680", ""),
        ("28 U.S.C. § 2680(c)", None, ""),
        ("U.S. Const. amend. XIV, § 1", "us-const-amend-14-s1", ""),
        ("U.S. Const. amend. XIV, § 5", None, ""),
        ("Va. Code Ann. § 15.2-209 (2024)", "va-code-15-2-209", ""),
        ("42 U.S.C. § 1988(b), (c)", "usc-42-1988", "(b), (c)"),
        ("2022 IL 126856 ¶ 2", "schultz-v-st-clair-county-2022", "¶ 2"),
        ("Zorn v. Linton, No. 25-297, slip op. at 3 (U.S. Mar. 23, 2026)", "zorn-v-linton-2026", "slip op. at 3"),
        ("DeShaney, 489 U.S. at 195–97 & n.3", "deshaney-v-winnebago-1989", "at 195–97 & n.3"),
        ("DeShaney, 489 U. S., at 195", "deshaney-v-winnebago-1989", "at 195"),
        ("Canton, 489 U.S. at 385", "canton-v-harris-1989", "at 385"),
        ("Graham, 489 U.S. at 385", None, ""),
        ("DeShaney, slip op. at 3", None, ""),
        ("DeShaney, 489 U.S. at the end", None, ""),
        ("Zorn, slip op. at 3", "zorn-v-linton-2026", "slip op. at 3"),
        ("489 U.S. 189, the holding", "deshaney-v-winnebago-1989", ""),
        ("489 U.S. 189, 195-190", "deshaney-v-winnebago-1989", ""),
    ],
)  # fmt: skip
def test_a_pasted_citation_brings_its_page_along_and_leads_to_no_other_law(written, authority, pin):
    found = LOOKUP.find(written)
    assert [one.id for one in found.authorities] == ([authority] if authority else [])
    assert found.pin == pin


def test_every_citation_that_we_print_leads_back_to_its_authority_and_page():
    for authority in ALL:
        if isinstance(authority, Source):
            continue
        pin = first_pin(authority)
        for options in (Options(), Options(parallel=True, quotes="curly")):
            printed = to_text(full(authority, pin, options))
            found = LOOKUP.find(printed)
            assert [one.id for one in found.authorities] == [authority.id], printed
            if not options.parallel:
                assert to_text(full(authority, found.pin, options)) == printed


def test_every_short_form_leads_back_too():
    for authority in ALL:
        if pin := first_pin(authority):
            printed = to_text(short(authority, pin))
            found = LOOKUP.find(printed)
            assert [one.id for one in found.authorities] == [authority.id], printed
            assert to_text(short(authority, found.pin)) == printed


def test_two_cases_of_one_name_are_both_found():
    found = LOOKUP.find("Brandon v. County of Richardson").authorities
    assert {one.id for one in found} == {"brandon-v-county-of-richardson-1997", "brandon-v-county-of-richardson-2001"}


def test_the_docket_of_a_printed_case_is_no_citation():
    assert "981" not in "".join(cite_keys(case(docket="98-1")))
    assert Lookup((case(docket="98-1"),)).find("98-1").authorities == ()


def test_no_citation_of_a_shipped_case_leads_elsewhere():
    """Two cases may share a page only if the data say so; a reader is then shown both."""
    seen: dict[str, str] = {}
    for authority in ALL:
        if isinstance(authority, Case):
            for key in cite_keys(authority):
                assert seen.setdefault(key, authority.id) == authority.id, key


def test_every_key_is_in_normal_form_and_finds_its_authority_again():
    for authority in ALL:
        keys = cite_keys(authority)
        assert [normalise_cite(key) for key in keys] == list(keys)
        if keys:
            assert authority in LOOKUP.find(keys[-1]).authorities, keys[-1]


def test_pages_have_no_citation():
    assert cite_keys(Source(**page_fields())) == ()


def test_amendments_that_the_guide_has_no_name_for():
    keys = cite_keys(Statute(**law_fields(cite="U.S. Const. amend. II")))
    assert keys == ("usconstamendii", "iiamendment", "amendmentii", "amendii")


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("deshany", "deshaney-v-winnebago-1989"),
        ("DeShaney v. Winnebago County", "deshaney-v-winnebago-1989"),
        ("castle rock", "castle-rock-v-gonzales-2005"),
        ("489 U.S. 188", "deshaney-v-winnebago-1989"),
        ("42 USC 1984", "usc-42-1983"),
        ("warren-v-dc", "warren-v-district-of-columbia-1981"),
        ("498 U.S. 189", "deshaney-v-winnebago-1989"),
    ],
)
def test_the_nearest_are_offered(written, first):
    offered = LOOKUP.nearest(written)
    assert len(offered) == 3
    assert offered[0].id == first


@pytest.mark.parametrize(
    ("written", "part"), [("999 U.S. 1", "U.S."), ("577 F.3d 416", "F.3d"), ("RCW 4.96.021", "Wash.")]
)
def test_a_citation_that_leads_nowhere_is_answered_with_neighbours_of_its_reporter_or_code(written, part):
    for authority in LOOKUP.nearest(written):
        assert part in to_text(full(authority))


def test_as_many_as_asked_for_or_as_there_are():
    assert len(LOOKUP.nearest("x", n=5)) == 5
    assert len(Lookup(ALL[:2]).nearest("x")) == 2
    assert Lookup(()).nearest("x") == ()
