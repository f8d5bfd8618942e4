import pytest

from guide_app.citations.joined_pinpoints import joined_pinpoints
from guide_app.citations.model import Statute
from guide_app.citations.pinpoint import pinpoint_for

from .shipped import case, law_fields, shipped

NB = "\u00a0"
STATUTE = Statute(**law_fields())
TWO_REPORTERS = case(regional="300 P.3d 900", regional_parenthetical="Mont.")


@pytest.mark.parametrize(
    ("authority", "written", "joined"),
    [
        (case(), [], ""),
        (case(), ["", ""], ""),
        (case(), ["", "205"], "205"),
        (case(), ["205", "at 205"], "205"),
        (case(), ["210", "205"], "205, 210"),
        (case(), ["1001-02", "998"], "998, 1001–02"),
        (case(), ["219-20", "220", "219-220"], "219–20"),
        (case(), ["220", "219-20", "230"], "219–20, 230"),
        (case(), ["205 n.3", "205"], "205 & n.3"),
        (case(), ["205 n.3", "204"], "204, 205 n.3"),
        (case(), ["204-06", "205 n.3"], "204–06, 205 n.3"),
        (case(), ["205 & n.3", "205 n.4"], "205 & n.3, n.4"),
        (case(), ["205 n.3, n.5", "204"], "205 n.3, n.5, 204"),
        (case(), ["¶ 5", "¶¶ 2-3", "¶ 3"], f"¶¶{NB}2–3, 5"),
        (case(neutral_cite="1999 ND 3", volume=""), ["5", "2"], "2, 5"),
        # a page belongs to one reporter, a footnote to a page
        (TWO_REPORTERS, ["905", "210", "903"], "903, 905"),
        (case(), ["205", "¶ 3"], "205"),
        (case(volume="", database_cites=("1999 WL 1",)), ["*3", "*5"], "*3"),
        (STATUTE, ["(c)", "(b)"], "(c), (b)"),
        (STATUTE, ["(c)", "", "(c)"], "(c)"),
    ],
)
def test_joined(authority, written, joined):
    assert joined_pinpoints(authority, written) == joined


def test_what_is_joined_is_a_pinpoint():
    deshaney = shipped()["deshaney-v-winnebago-1989"]
    joined = joined_pinpoints(deshaney, ["197 n.3", "195", "197", "201-02", "202"])
    assert joined == "195, 197 & n.3, 201–02"
    assert pinpoint_for(deshaney, joined).text == joined
