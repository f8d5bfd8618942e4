import pytest

from guide_app.citations.model import Constitution, Source, Statute
from guide_app.citations.pinpoint import PinpointError, parse_pinpoint, pinpoint_for, pinpoint_warning

from .shipped import case, law_fields, page_fields

NB = "\u00a0"


@pytest.mark.parametrize(
    ("written", "kind", "printed", "first"),
    [
        ("195", "page", "195", 195),
        (" at 195 ", "page", "195", 195),
        ("p. 195", "page", "195", 195),
        ("pp.195-97", "page", "195–97", 195),
        ("page 195", "page", "195", 195),
        ("195-97", "page", "195–97", 195),
        ("195-197", "page", "195–97", 195),
        ("195-7", "page", "195–97", 195),
        ("195 – 197", "page", "195–97", 195),
        ("195—201", "page", "195–201", 195),
        ("1001-02", "page", "1001–02", 1001),
        ("1001-1102", "page", "1001–102", 1001),
        ("1-2", "page", "1–2", 1),
        ("99-101", "page", "99–101", 99),
        ("095", "page", "95", 95),
        ("195, 197", "page", "195, 197", 195),
        ("195-97, 201 n.3", "page", "195–97, 201 n.3", 195),
        ("195 n.3", "page", "195 n.3", 195),
        ("195n3", "page", "195 n.3", 195),
        ("195 & n.3", "page", "195 & n.3", 195),
        ("195 nn.3-4", "page", "195 nn.3–4", 195),
        ("n.3", "note", "n.3", None),
        ("n. 3", "note", "n.3", None),
        ("*3", "star page", "*3", 3),
        ("*3-*5", "star page", "*3–5", 3),
        ("¶ 12", "paragraph", f"¶{NB}12", 12),
        ("¶12", "paragraph", f"¶{NB}12", 12),
        ("¶¶ 12-14", "paragraph", f"¶¶{NB}12–14", 12),
        ("¶ 12, 15", "paragraph", f"¶¶{NB}12, 15", 12),
        ("¶ 12, ¶ 15", "paragraph", f"¶¶{NB}12, 15", 12),
        ("para. 12", "paragraph", f"¶{NB}12", 12),
        ("Paragraphs 12-14", "paragraph", f"¶¶{NB}12–14", 12),
        ("§ 3", "section", f"§{NB}3", None),
        ("§ 12-309", "section", f"§{NB}12-309", None),
        ("§§ 3-5", "section", f"§§{NB}3–5", None),
        ("sections 3-5", "section", f"§§{NB}3–5", None),
        ("§ 3–5", "section", f"§§{NB}3–5", None),
        ("§ 3, 5", "section", f"§§{NB}3, 5", None),
        ("sec. 1983(b)", "section", f"§{NB}1983(b)", None),
        ("Section 10.99.070", "section", f"§{NB}10.99.070", None),
        ("§ 41-4A-1", "section", f"§{NB}41-4A-1", None),
        ("§ IV", "section", f"§{NB}IV", None),
        ("(b)", "subsection", "(b)", None),
        ("(b)(1)(A)", "subsection", "(b)(1)(A)", None),
        ("(b), (c)", "subsection", "(b), (c)", None),
        ("(a) - (c)", "subsection", "(a)–(c)", None),
        ("195-97 & n.3", "page", "195–97 & n.3", 195),
        ("195-197 nn.3-4", "page", "195–97 nn.3–4", 195),
        ("195 fn. 3", "page", "195 n.3", 195),
        ("footnotes 3-4", "note", "nn.3–4", None),
        ("slip op. at 3", "page", "3", 3),
        ("slip op. 3-4", "page", "3–4", 3),
        ("slip op. ¶ 3", "paragraph", f"¶{NB}3", 3),
    ],
)
def test_what_people_write_is_printed_as_the_bluebook_does(written, kind, printed, first):
    locator = parse_pinpoint(written)
    assert (locator.kind, locator.text, locator.first) == (kind, printed, first)


@pytest.mark.parametrize("written", ["", "  "])
def test_an_empty_pinpoint_is_none(written):
    assert parse_pinpoint(written) is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("abc", '"abc" is no pinpoint'),
        ("the holding", "is no pinpoint"),
        ("195; 197", "is no pinpoint"),
        ("195-", "is no pinpoint"),
        ("-195", "is no pinpoint"),
        ("19.5", "is no pinpoint"),
        ("1234567", "is no pinpoint"),
        ("¶", "is no pinpoint"),
        ("¶ x", "is no pinpoint"),
        ("195,", "is no pinpoint"),
        ("*", "is no pinpoint"),
        ("\u0661\u0662", "is no pinpoint"),
        ("at", "has no number"),
        ("§", "names no section"),
        ("§ x y", "names no section"),
        ("0", "counted from 1"),
        ("¶ 0", "counted from 1"),
        ("197-195", "runs backwards: 195 does not come after 197"),
        ("195-195", "runs backwards"),
        ("197-95", "runs backwards: 195 does"),
        ("195 n.4-3", "runs backwards"),
        ("195-190 n.3", "runs backwards"),
        ("slip op. at", "has no number"),
        ("(b), c", "is no pinpoint"),
    ],
)
def test_anything_else_is_refused_with_a_reason(written, reason):
    with pytest.raises(PinpointError, match=reason.replace("(", r"\(").replace("*", r"\*")):
        parse_pinpoint(written)


STATUTE = Statute(**law_fields())
ACT = Statute(**law_fields(cite="N.M. Stat. Ann. §§ 41-4A-1 to -13"))
AMENDMENT = Constitution(**law_fields(cite="U.S. Const. amend. XIV"))
PAGE = Source(**page_fields())


@pytest.mark.parametrize(
    ("authority", "written", "printed"),
    [
        (case(), "205", "205"),
        (case(), "¶ 3", f"¶{NB}3"),
        (case(volume="", page=""), "*3", "*3"),
        (STATUTE, "(b)", "(b)"),
        (ACT, "§ 41-4A-3", f"§{NB}41-4A-3"),
        (AMENDMENT, "§ 1", f"§{NB}1"),
        (PAGE, "3", "3"),
    ],
)
def test_a_pinpoint_of_an_authority(authority, written, printed):
    assert pinpoint_for(authority, written).text == printed


@pytest.mark.parametrize(
    ("authority", "written", "reason"),
    [
        (case(), "§ 3", "Cases are cited by page or paragraph|A case is cited by page or paragraph"),
        (case(), "(b)", "cited by page or paragraph"),
        (STATUTE, "195", "no part of a law"),
        (STATUTE, "¶ 3", "no part of a law"),
        (STATUTE, "§ 1985", "Give a subsection"),
        (AMENDMENT, "n.3", "no part of a law"),
        (PAGE, "*3", "a page of a case database"),
        (case(), "*3", "this case is printed in a reporter"),
    ],
)
def test_a_pinpoint_that_an_authority_cannot_have(authority, written, reason):
    with pytest.raises(PinpointError, match=reason):
        pinpoint_for(authority, written)


@pytest.mark.parametrize(
    ("authority", "written", "warning"),
    [
        (case(), "", ""),
        (case(), "200", ""),
        (case(), "¶ 3", "100 F.3d is cited by page, not by paragraph."),
        (case(), "600", ""),
        (case(), "601", "Page 601 is more than 400 pages after the first page of this case, 200."),
        # several opinions begin later than their syllabus, so this is not refused
        (case(), "199", "Page 199 is before the first page of this case, 200."),
        (case(), "n.3", "A footnote is cited with its page, such as 195 n.3."),
        (case(volume="", page="", slip=True), "3", ""),
        (case(volume="", page=""), "*3", "*3 is a page of a case database, and this citation names none."),
        (case(volume="", page="", database_cites=("1999 WL 1",)), "*3", ""),
        (case(page="A-12"), "3", ""),
        (case(neutral_cite="2016 IL 117952"), "3", ""),
        (STATUTE, "(b)", ""),
    ],
)
def test_warnings(authority, written, warning):
    assert pinpoint_warning(authority, written) == warning


def test_a_warning_is_no_way_round_the_refusal():
    with pytest.raises(PinpointError):
        pinpoint_warning(STATUTE, "195")
