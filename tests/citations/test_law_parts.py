import pytest

from guide_app.citations.law_parts import LawParts, law_parts


@pytest.mark.parametrize(
    ("cite", "parts"),
    [
        ("42 U.S.C. § 1983", ("42", "U.S.C.", "1983")),
        ("28 U.S.C. § 2680(a), (h)", ("28", "U.S.C.", "2680(a), (h)")),
        ("N.M. Stat. Ann. §§ 41-4A-1 to -13", ("", "N.M. Stat. Ann.", "41-4A-1 to -13")),
        ("Mass. Gen. Laws ch. 258, § 10", ("", "Mass. Gen. Laws ch. 258", "10")),
        ("740 Ill. Comp. Stat. 23/5", ("740", "Ill. Comp. Stat.", "23/5")),
        ("N.Y. C.P.L.R. 214", ("", "N.Y. C.P.L.R.", "214")),
        ("La. Civ. Code Ann. art. 3493.1", ("", "La. Civ. Code Ann.", "3493.1")),
        ("Md. Const. Decl. of Rts. arts. 24, 26", ("", "Md. Const. Decl. of Rts.", "24, 26")),
        ("U.S. Const. amend. IV", ("", "U.S. Const. amend. IV", "")),
        # a chapter or a title stays with its code
        ("N.Y.C. Admin. Code tit. 8, ch. 8", ("", "N.Y.C. Admin. Code tit. 8, ch. 8", "")),
        ("Ohio Const. tit. 8", ("", "Ohio Const. tit. 8", "")),
    ],
)
def test_the_parts_of_a_law(cite, parts):
    assert law_parts(cite) == LawParts(*parts)
