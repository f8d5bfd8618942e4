import json

import pytest

from guide_app.citations.authorities_table import table_of_authorities, table_paragraphs
from guide_app.citations.forms import (
    FORMS,
    UnknownFormError,
    form,
    paragraphs,
    payload_for_form,
    payload_of_paragraphs,
    render,
    render_paragraphs,
)
from guide_app.citations.model import Source, Statute
from guide_app.citations.options import Options
from guide_app.citations.pinpoint import PinpointError
from guide_app.citations.record import records
from guide_app.citations.styled import Run, to_text

from .shipped import case, law_fields, page_fields, shipped

DOE = case()
LAW = Statute(**law_fields())
CITED = "Doe v. Roe, 100 F.3d 200 (9th Cir. 1999)"
DATA_FORMS = ("ris", "biblatex", "bibtex", "csl-json")
STYLED_FORMS = tuple(known.id for known in FORMS if known.id not in DATA_FORMS)


def test_the_table_of_forms():
    assert len({known.id for known in FORMS}) == len(FORMS)
    assert [known.id for known in FORMS if known.warning] == ["bibtex"]
    assert [known.id for known in FORMS if known.has_short] == list(STYLED_FORMS)
    for known in FORMS:
        assert known.suffix.startswith(".")
        assert known.label


@pytest.mark.parametrize("ask", [form, lambda name: render([DOE], name), lambda name: payload_for_form([DOE], name)])
def test_an_unknown_form_is_named_with_those_that_there_are(ask):
    with pytest.raises(UnknownFormError, match=r'no form "word".*bluebook, text, .*csl-json'):
        ask("word")


@pytest.mark.parametrize("form_id", [known.id for known in FORMS])
def test_nothing_is_rendered_as_nothing(form_id):
    assert render([], form_id) == ""


@pytest.mark.parametrize("form_id", [known.id for known in FORMS])
def test_each_authority_stands_once_and_the_file_ends_with_a_newline(form_id):
    text = render([DOE, LAW, DOE], form_id)
    assert text == render([DOE, LAW], form_id)
    assert text.endswith("\n")


@pytest.mark.parametrize("form_id", [known.id for known in FORMS])
def test_a_wrong_pinpoint_is_refused_in_every_form(form_id):
    with pytest.raises(PinpointError):
        render([DOE], form_id, {DOE.id: "the holding"})


@pytest.mark.parametrize(
    ("form_id", "expected"),
    [
        ("bluebook", "Doe v. Roe, 100 F.3d 200, 205 (9th Cir. 1999)\n42 U.S.C. §\u00a01983\n"),
        ("text", "Doe v. Roe, 100 F.3d 200, 205 (9th Cir. 1999)\n42 U.S.C. §\u00a01983\n"),
        ("markdown", "*Doe v. Roe*, 100 F.3d 200, 205 (9th Cir. 1999)\n\n42 U.S.C. §\u00a01983\n"),
        (
            "html",
            "<p><i>Doe v. Roe</i>, 100 F.3d 200, 205 (9th Cir. 1999)</p>\n<p>42 U.S.C. &#167;&#160;1983</p>\n",
        ),
    ],
)
def test_styled_forms(form_id, expected):
    assert render([DOE, LAW], form_id, {DOE.id: "205"}) == expected


def test_short_citations():
    assert (
        render([DOE, LAW], "text", {DOE.id: "205"}, short_form=True) == "Doe, 100 F.3d at 205\n42 U.S.C. §\u00a01983\n"
    )
    assert render([DOE], "ris", short_form=True) == render([DOE], "ris")


def test_options():
    assert "<u>Doe v. Roe</u>" in render([DOE], "html", options=Options(emphasis="underline"))


def test_the_pinpoint_is_kept_for_reference_managers():
    for form_id in DATA_FORMS:
        assert "Pinpoint 205" in render([DOE], form_id, {DOE.id: "205"}), form_id
        assert "Pinpoint" not in render([DOE], form_id), form_id


def test_a_ris_entry_begins_and_ends_as_the_format_asks():
    entry, other = render([DOE, LAW], "ris").split("\n\n")
    assert entry.startswith("TY  - CASE\nID  - doe-v-roe-1999\n")
    assert entry.endswith("\nER  - ")
    assert other.endswith("\nER  - \n")


def test_bibtex_says_what_it_cannot_say():
    text = render([DOE], "bibtex")
    assert text.startswith(f"% {form('bibtex').warning}\n")
    assert "@misc{doe-v-roe-1999," in text
    assert f"howpublished = {{{CITED}}}" in text


def test_a_key_has_only_letters_digits_and_dashes():
    odd = case(id="a b,c{d}")
    assert "@jurisdiction{a-b-c-d-," in render([odd], "biblatex")
    assert json.loads(render([odd], "csl-json"))[0]["id"] == "a-b-c-d-"


def test_notes_of_a_record():
    kircher = shipped()["kircher-v-city-of-jamestown-1989"]
    assert "N1  - Only the official reporter is given. A local rule may want" in render([kircher], "ris")
    warren = shipped()["warren-v-district-of-columbia-1981"]
    assert "N1  - En banc" in render([warren], "ris")
    act = Statute(**law_fields(enacted_by="Pub. L. 96-170", as_of="undated"))
    assert "M1  - Pub. L. 96-170" in render([act], "ris")
    assert "Text seen" not in render([act], "ris")
    south = shipped()["south-v-maryland-1856"]
    assert "A2  - U.S. (18 How.)" in render([south], "ris")


@pytest.mark.parametrize(
    ("fields", "date", "address"),
    [
        ({}, "2011-08", "https://example.org/a"),
        ({"as_of": "a copy of 2009", "year_seen": "2009"}, "2009", "https://example.org/a"),
        ({"as_of": "not shown", "year_seen": "", "sources": (), "publisher": ""}, "", ""),
    ],
)
def test_the_record_of_a_page(fields, date, address):
    page = Source(**page_fields(**fields))
    (record,) = records([page], {})
    assert (record.date, record.address) == (date, address)
    entry = render([page], "biblatex")
    assert ("date = {" in entry, "url = {" in entry, "author = {" in entry) == (
        bool(date),
        bool(address),
        fields.get("publisher") != "",
    )
    item = json.loads(render([page], "csl-json"))[0]
    assert item.get("author", []) == ([{"literal": page.publisher}] if page.publisher else [])


def test_the_clipboard_gets_rich_text():
    rich = payload_for_form([DOE], "bluebook")
    assert (rich.plain, rich.html) == (CITED, CITED.replace("Doe v. Roe", "<i>Doe v. Roe</i>"))
    assert rich.rtf.startswith(r"{\rtf1")
    assert payload_for_form([DOE], "rtf") == rich


def test_the_clipboard_gets_the_source_of_markdown_and_html_as_plain_text():
    rich = payload_for_form([DOE, LAW], "bluebook")
    for form_id in ("markdown", "html"):
        marked = payload_for_form([DOE, LAW], form_id)
        assert marked.plain == render([DOE, LAW], form_id).removesuffix("\n")
        assert (marked.html, marked.rtf) == (rich.html, rich.rtf)


@pytest.mark.parametrize("form_id", ["text", *DATA_FORMS])
def test_the_clipboard_gets_plain_text_alone(form_id):
    copied = payload_for_form([DOE], form_id, {DOE.id: "205"}, short_form=True)
    assert copied.plain.rstrip("\n") == render([DOE], form_id, {DOE.id: "205"}, short_form=True).rstrip("\n")
    assert (copied.html, copied.rtf) == ("", "")


def test_any_paragraphs_take_a_form():
    lines = table_paragraphs(table_of_authorities([DOE]))
    assert render_paragraphs(lines, "markdown") == "Cases\n\n*Doe v. Roe*, 100 F.3d 200 (9th Cir. 1999)\n"
    assert payload_of_paragraphs(lines, "markdown").plain == "Cases\n\n*Doe v. Roe*, 100 F.3d 200 (9th Cir. 1999)"
    assert render_paragraphs(lines, "rtf").endswith("}\n")
    assert render_paragraphs(lines, "ris") == f"Cases\n{CITED}\n"
    assert payload_of_paragraphs(lines, "ris").plain == f"Cases\n{CITED}"


def test_paragraphs_follow_the_order_given():
    assert [to_text(one)[:3] for one in paragraphs([LAW, DOE])] == ["42 ", "Doe"]
    assert paragraphs([DOE])[0][0] == Run("Doe v. Roe", italic=True)
