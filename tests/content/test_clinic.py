"""A clinic's folder beside the guide: read, checked with its lines, compiled; a broken part leaves the rest usable."""

import os

import pytest

from guide_app.content.check import check
from guide_app.content.compiler import compile_folder
from guide_app.library.fingerprint import fingerprint
from guide_app.library.reader import Library
from guide_app.places.clinic_store import clinic_from_data
from guide_app.places.logo import MOST_BYTES
from tests.conftest import RESOURCES
from tests.content.made_folder import write_folder
from tests.made_clinic import CLINIC, LOGO, write_clinic


def found_in(folder):
    """Return what is found in a clinic's folder beside the guide, with paths inside the folder."""
    return [str(one).replace(f"{folder}/", "") for one in check(folder, beside=(RESOURCES,)).findings]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The shipped guide with the clinic's folder beside it."""
    folder = tmp_path_factory.mktemp("clinic")
    clinic = write_clinic(folder / "clinic")
    report = compile_folder((RESOURCES, clinic), folder / "library.sqlite3")
    assert report.left_out == ()
    with Library.open(folder / "library.sqlite3") as opened:
        yield opened


def test_a_whole_folder_has_no_findings(tmp_path):
    assert found_in(write_clinic(tmp_path / "clinic")) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("phone: 212-555-0123\nurl", "phone: 212-555\nurl", "clinic.yaml:3: “phone” (212-555) is no valid number"),
        ("url: https://www.eastside", "url: www.eastside", "clinic.yaml:4: “url” (www.eastside.example.org) is no web"),
        ("  source: our own list\n", "", "clinic.yaml:16: “source” is missing; mend it, or take it out"),
        ("  phone: 212-555-0199", "  phone: '911 0'", "clinic.yaml:20: “phone” (911 0) is no"),
        ("hide: [us-victim-bar]", "hide: [us-911]", "clinic.yaml:26: “hide” names us-911, which always stays"),
        (
            "replaces: ny-law",
            "replaces: xx-law",
            "clinic.yaml:25: “replaces” names xx-lawyer-referral, which the",
        ),
        ("  source: https://www.eastside.example.org/form", "  source: we know", "clinic.yaml:31: “source” (we know)"),
        ("name: East", "titel: x\nname: East", "clinic.yaml:1: “titel” is not a key known here"),
        ("name: Eastside Legal Aid\n", "", "clinic.yaml:1: “name” is missing"),
        ("logo: logo.svg", "logo: ../logo.svg", "clinic.yaml:6: “logo” must be the name of a PNG or SVG file"),
        ("logo: logo.svg", "logo: other.png", "clinic.yaml:6: there is no file other.png beside it"),
        ("hide: [", "hide: [[", "clinic.yaml:"),
        (CLINIC, "- a\n- b\n", "clinic.yaml:1: the file holds no keys"),
    ],
)
def test_a_fault_is_said_with_its_line(tmp_path, old, new, finding):
    assert old in CLINIC
    lines = found_in(write_clinic(tmp_path / "clinic", CLINIC.replace(old, new, 1)))
    assert any(line.startswith(finding) for line in lines), lines


@pytest.mark.parametrize(
    ("logo", "why"),
    [
        (LOGO.replace("<circle", "<script/><circle"), "the logo is left out: The logo is an SVG with a <script>"),
        (LOGO.replace('fill="#1a4a78"', 'fill="url(http://x.org)"'), "loads or runs something"),
        (b"GIF89a", "neither a PNG nor an SVG file"),
        (LOGO + "<!-- " + "x" * MOST_BYTES + " -->", "at most 512 KB are allowed"),
        (b"", "neither a PNG nor an SVG file"),
    ],
)
def test_a_logo_that_could_do_more_than_be_drawn_is_left_out(tmp_path, logo, why):
    folder = write_clinic(tmp_path / "clinic", logo=logo)
    (line,) = found_in(folder)
    assert line.startswith("clinic.yaml:6: ")
    assert why in line


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_logo_outside_the_folder_is_not_read(tmp_path):
    folder = write_clinic(tmp_path / "clinic", logo=None)
    (tmp_path / "secret.svg").write_text(LOGO)
    (folder / "logo.svg").symlink_to(tmp_path / "secret.svg")
    (line,) = found_in(folder)
    assert line.startswith("logo.svg:0: the file is a link that leads out of the content folder")


def test_two_clinics_in_one_guide_are_one_too_many(tmp_path):
    one, other = write_clinic(tmp_path / "one"), write_clinic(tmp_path / "other")
    (other / "articles" / "en" / "eastside.md").unlink()
    report = compile_folder((RESOURCES, one, other), tmp_path / "library.sqlite3")
    assert any("a guide has one clinic" in str(finding) for finding in report.findings)


def test_the_library_has_the_clinic_and_its_logo(library):
    clinic = clinic_from_data(library.clinic())
    assert clinic.name == "Eastside Legal Aid"
    assert [service.id for service in clinic.services] == ["front-desk", "our-lawyers"]
    assert clinic.services[1].cost.name == "PAID"
    assert clinic.hide == {"us-victim-bar"}
    assert library.clinic_logo() == LOGO.encode()


def test_without_a_clinic_it_has_none(tmp_path):
    compile_folder((write_folder(tmp_path / "guide"),), tmp_path / "library.sqlite3")
    with Library.open(tmp_path / "library.sqlite3") as library:
        assert library.clinic() is None
        assert library.clinic_logo() == b""


def test_its_article_is_the_first_of_the_guide(library):
    assert library.articles(library.topics()[0].id)[0].id == "eastside"
    assert library.search("eastside desk").hits[0].article == "eastside"


def test_a_text_names_its_entries_with_their_numbers(library):
    html = library.section("eastside/today").html
    assert "Our lawyers (212-555-0199)" in html
    assert "Front desk (212-555-0123)" in html
    assert "New York State Bar Association" not in html


def test_a_note_stands_on_the_states_page_as_the_clinics_with_its_source(library):
    text = library.section("deadlines/ny").text
    assert "Note of Eastside Legal Aid" in text
    assert "The county asks for its own form. As of November 1, 2026. Source: www.eastside.example.org/form" in text
    assert "Eastside" not in library.section("deadlines/nj").text
    assert "Eastside" not in library.section("state-rules/ny").text


def test_a_change_of_the_file_or_of_the_logo_is_noticed(tmp_path):
    folder = write_clinic(tmp_path / "clinic")
    before = fingerprint((folder,))
    (folder / "logo.svg").write_text(LOGO + "\n")
    changed = fingerprint((folder,))
    (folder / "clinic.yaml").write_text(CLINIC + "\n")
    assert len({before, changed, fingerprint((folder,))}) == 3
