from guide_app.citations.authorities_table import table_of_authorities, table_paragraphs
from guide_app.citations.model import Constitution, Source, Statute
from guide_app.citations.options import Options
from guide_app.citations.styled import to_markdown, to_text

from .shipped import case, law_fields, page_fields, shipped

GIVEN = [
    Source(**page_fields(id="s")),
    case(id="c1", caption="Zorn v. Linton"),
    case(id="c2", caption="In re Émile"),
    case(id="c3", caption="The Adams v. Roe"),
    case(id="c4", caption="O'Hara v. Roe"),
    case(id="c5", caption="Oh v. Roe"),
    Statute(**law_fields(id="l1", cite="42 U.S.C. § 1983")),
    Statute(**law_fields(id="l2", cite="42 U.S.C. § 242")),
    Statute(**law_fields(id="l3", cite="Ala. Code § 6-2-38")),
    Constitution(**law_fields(id="k", cite="U.S. Const. amend. IV")),
    case(id="c1", caption="Zorn v. Linton"),
]


def test_grouped_and_in_the_order_that_courts_want():
    table = table_of_authorities(GIVEN)
    assert [(heading, [to_text(entry).split(",")[0] for entry in entries]) for heading, entries in table] == [
        ("Cases", ["The Adams v. Roe", "In re Émile", "Oh v. Roe", "O'Hara v. Roe", "Zorn v. Linton"]),
        ("Statutes", ["42 U.S.C. §\u00a0242", "42 U.S.C. §\u00a01983", "Ala. Code §\u00a06-2-38"]),
        ("Constitutional provisions", ["U.S. Const. amend. IV"]),
        ("Other sources", ["Help Center"]),
    ]


def test_the_settings_hold_and_no_heading_is_empty():
    table = table_of_authorities([GIVEN[1]], Options(emphasis="underline"))
    assert [heading for heading, _ in table] == ["Cases"]
    assert table[0][1][0][0].underline
    assert table_of_authorities([]) == ()


def test_as_paragraphs():
    lines = [to_markdown(line) for line in table_paragraphs(table_of_authorities([GIVEN[1], GIVEN[9]]))]
    assert lines == [
        "Cases",
        "*Zorn v. Linton*, 100 F.3d 200 (9th Cir. 1999)",
        "Constitutional provisions",
        "U.S. Const. amend. IV",
    ]


def test_every_shipped_authority_is_in_it_once():
    table = table_of_authorities([*shipped().values(), *shipped().values()])
    assert sum(len(entries) for _, entries in table) == len(shipped())
