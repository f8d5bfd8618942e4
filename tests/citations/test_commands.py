import io

import pytest

from guide_app.citations.commands import CiteRequest, run_cite
from guide_app.citations.options import Options

from .shipped import case, shipped

ALL = tuple(shipped().values())
DESHANEY = "deshaney-v-winnebago-1989"
FULL = "DeShaney v. Winnebago Cnty. Dep't of Soc. Servs., 489 U.S. 189 (1989)\n"


def cite(*wanted, form="text", authorities=ALL, options=Options(), **asked):  # noqa: B008 - frozen
    out, err = io.StringIO(), io.StringIO()
    code = run_cite(CiteRequest(wanted, form, **asked), authorities, out, err, options)
    return code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("wanted", [DESHANEY, "489 U.S. 189", "489 us 189", "109 S. Ct. 998"])
def test_by_id_or_by_any_citation(wanted):
    assert cite(wanted) == (0, FULL, "")


def test_several_in_the_order_asked_for():
    code, out, err = cite("42 USC 1983", DESHANEY)
    assert (code, out, err) == (0, f"42 U.S.C. §\u00a01983\n{FULL}", "")


def test_a_pinpoint_the_short_form_and_the_settings():
    assert cite(DESHANEY, pin="195-97", short=True)[1] == "DeShaney, 489 U.S. at 195–97\n"
    assert "Dep’t" in cite(DESHANEY, options=Options(quotes="curly"))[1]


def test_an_unknown_one_is_answered_with_the_nearest_three_and_the_others_are_given():
    code, out, err = cite("deshany", "42 USC 1983")
    assert (code, out) == (1, "42 U.S.C. §\u00a01983\n")
    first, *offered = err.splitlines()
    assert first == "guide-app: “deshany” is not in this guide. Nearest:"
    assert len(offered) == 3
    assert offered[0].strip() == f"{DESHANEY}    DeShaney v. Winnebago County Department of Social Services"


def test_the_page_in_a_pasted_citation_counts_unless_another_is_asked_for():
    pasted = "DeShaney v. Winnebago County, 489 U.S. 189, 195 (1989)"
    assert cite(pasted, short=True) == (0, "DeShaney, 489 U.S. at 195\n", "")
    assert cite(pasted, short=True, pin="201")[1] == "DeShaney, 489 U.S. at 201\n"


def test_pages_of_one_case_pasted_twice_are_all_kept():
    assert cite("489 U.S. 189, 195", "DeShaney, 489 U.S. at 201", DESHANEY)[1] == FULL.replace(
        "189 (", "189, 195, 201 ("
    )


def test_several_citations_in_one_text_are_parted_at_semicolons():
    code, out, err = cite("42 USC 1983; 489 U.S. 189; ")
    assert (code, out, err) == (0, f"42 U.S.C. §\u00a01983\n{FULL}", "")
    assert cite("deshany; 42 USC 1983")[:2] == (1, "42 U.S.C. §\u00a01983\n")


@pytest.mark.parametrize("wanted", ["id.", "Id. at 195", "ibid.", "Supra note 3", "DeShaney, supra, at 195"])
def test_what_points_back_in_notes_is_no_slip_of_the_pen(wanted):
    words = "points back to a citation in your own notes, which are not known here. Name the case or law."
    assert cite(wanted) == (1, "", f"guide-app: “{wanted}” {words}\n")


@pytest.mark.parametrize("wanted", ["", "  "])
def test_an_empty_text_is_answered_without_neighbours(wanted):
    assert cite(wanted) == (1, "", "guide-app: An empty text names no authority.\n")


def test_a_case_that_is_no_longer_what_it_was_is_cited_with_a_remark():
    code, out, err = cite("godfrey-v-state-2017", "braswell-v-braswell-1991")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "guide-app: Godfrey v. State was later superseded. Overruled by Burnett v. Smith (2023).\n" in err
    assert "guide-app: Braswell v. Braswell counts only within limits. Lovelace (2000) confines" in err


def test_one_pinpoint_for_several_is_refused_by_name_where_it_cannot_be_and_the_others_are_given():
    code, out, err = cite(DESHANEY, "42 USC 1983", pin="195")
    assert (code, out) == (1, FULL.replace("189 (", "189, 195 ("))
    assert err.startswith('guide-app: usc-42-1983: "195" is no part of a law.')


def test_a_form_without_a_short_one_says_so():
    code, out, err = cite(DESHANEY, form="ris", pin="195", short=True)
    assert code == 0
    assert "TY  - CASE" in out
    assert err == "guide-app: RIS (Zotero, EndNote, Mendeley) has no short form, so the whole entry is given.\n"


def test_a_bare_number_of_a_public_domain_citation_is_a_paragraph_in_every_form():
    for form in ("ris", "biblatex", "bibtex", "csl-json"):
        assert "Pinpoint ¶¶\u00a012–14" in cite("2022 IL 126856", form=form, pin="12-14")[1]


@pytest.mark.parametrize(
    ("asked", "code", "out", "said"),
    [
        ({"pin": "the holding"}, 1, "", "is no pinpoint"),
        ({"pin": "100"}, 0, "489 U.S. 189, 100 (1989)", "Page 100 is before the first page of this case, 189."),
        ({"form": "word"}, 2, "", 'There is no form "word"'),
        ({"form": "bibtex"}, 0, "@misc", "BibTeX has no types for cases and laws"),
    ],
)
def test_what_is_said_beside_the_citation(asked, code, out, said):
    returned, written, complained = cite(DESHANEY, **asked)
    assert returned == code
    assert out in written
    assert complained.startswith("guide-app: ")
    assert said in complained
    assert "Traceback" not in complained


def test_a_note_about_the_form_is_said_once():
    code, _, err = cite("kircher-v-city-of-jamestown-1989", "howell-v-city-of-new-york-2022")
    assert code == 0
    assert err.count("local rule may want the regional reporter") == 1


def test_everything_comes_without_remarks():
    code, out, err = cite(everything=True, authorities=(case(form_note="a note"), ALL[0]))
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 2
