import pytest

from guide_app.citations.case_cite import (
    citation_for,
    official_cite,
    parallel_cites,
    parse_reporter_cite,
    regional_cite,
)
from guide_app.citations.locator import parse_pinpoint

from .shipped import case, shipped, shipped_cases

CUFFY = case(volume="69", reporter="N.Y.2d", page="255", regional="505 N.E.2d 937", regional_parenthetical="N.Y.")
SCHULTZ = case(volume="2022", reporter="IL", page="126856", neutral_cite="2022 IL 126856", regional="201 N.E.3d 1111")
TORRES = case(volume="119", reporter="N.M.", page="609", neutral_cite="1995-NMSC-025", regional="894 P.2d 386")
SLIP = case(volume="607", reporter="U.S.", page="", slip=True)
ONLY_REGIONAL = case(volume="", reporter="", page="", regional="1 P.3d 2")
ODD_PAGE = case(page="A-12", regional="1 P.3d 2")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("489 U.S. 189", ("489", "U.S.", "189", " ")),
        ("103 L. Ed. 2d 249", ("103", "L. Ed. 2d", "249", " ")),
        ("2010-Ohio-168", ("2010", "Ohio", "168", "-")),
        ("1995-NMSC-025", ("1995", "NMSC", "025", "-")),
        (" 2016 IL 117952 ", ("2016", "IL", "117952", " ")),
    ],
)
def test_a_citation_is_read_and_printed_the_same(text, parts):
    cite = parse_reporter_cite(text)
    assert (cite.volume, cite.reporter, cite.page, cite.joint) == parts
    assert cite.text == text.strip()


@pytest.mark.parametrize("text", ["", "Zorn", "No. 25-297", "489 189", "U.S. 189"])
def test_what_is_no_citation(text):
    assert parse_reporter_cite(text) is None


@pytest.mark.parametrize(
    ("authority", "pin", "place", "cite", "printed"),
    [
        # the reporter that the Bluebook asks for
        (CUFFY, "", "regional", "505 N.E.2d 937", None),
        (SCHULTZ, "", "neutral", "2022 IL 126856", None),
        (case(), "", "official", "100 F.3d 200", None),
        (SLIP, "5", "unreported", None, "5"),
        (ONLY_REGIONAL, "3", "regional", "1 P.3d 2", "3"),
        # a page belongs to the reporter that was printed around it
        (CUFFY, "260", "official", "69 N.Y.2d 255", "260"),
        (CUFFY, "940", "regional", "505 N.E.2d 937", "940"),
        (CUFFY, "¶ 3", "regional", "505 N.E.2d 937", "¶\u00a03"),
        # and to the main one where it fits none
        (CUFFY, "10", "official", "69 N.Y.2d 255", "10"),
        (CUFFY, "9000", "official", "69 N.Y.2d 255", "9000"),
        (ODD_PAGE, "3", "regional", "1 P.3d 2", "3"),
        (TORRES, "388", "regional", "894 P.2d 386", "388"),
        (TORRES, "610", "official", "119 N.M. 609", "610"),
        # a public-domain citation has paragraphs only
        (TORRES, "12", "neutral", "1995-NMSC-025", "¶\u00a012"),
        (SCHULTZ, "2", "neutral", "2022 IL 126856", "¶\u00a02"),
        (SCHULTZ, "2-4", "neutral", "2022 IL 126856", "¶¶\u00a02–4"),
        (SCHULTZ, "¶ 2", "neutral", "2022 IL 126856", "¶\u00a02"),
        (SCHULTZ, "1115", "regional", "201 N.E.3d 1111", "1115"),
    ],
)  # fmt: skip
def test_the_citation_chosen_for_a_pinpoint(authority, pin, place, cite, printed):
    chosen = citation_for(authority, parse_pinpoint(pin))
    assert chosen.place == place
    assert (chosen.main.text if chosen.main else None) == cite
    assert (chosen.locator.text if chosen.locator else None) == printed


def test_parallel_citations_are_each_named_once():
    south = shipped()["south-v-maryland-1856"]
    assert [cite.text for cite in parallel_cites(south)] == ["15 L. Ed. 433"]
    schuster = shipped()["schuster-v-city-of-new-york-1958"]
    assert [cite.text for cite in parallel_cites(schuster)] == ["154 N.E.2d 534", "180 N.Y.S.2d 265"]


def test_every_shipped_pinpoint_lands_in_the_reporter_that_the_data_name():
    """The data says "P.2d page: ..." where a page is not one of the official reporter."""
    named = 0
    for authority in shipped_cases():
        for pinpoint in authority.pinpoints:
            reporter, said, _ = pinpoint.point.partition(" page: ")
            chosen = citation_for(authority, parse_pinpoint(pinpoint.page))
            if said:
                named += 1
                assert chosen.main.reporter == reporter, (authority.id, pinpoint)
                assert chosen.main == regional_cite(authority)
            elif chosen.place != "neutral":
                assert chosen.main == official_cite(authority), (authority.id, pinpoint)
    assert named >= 3
