"""Paper: built from the library, black on white, in points; every page says what it is and which page of how many."""

import datetime
import re
import shutil
import subprocess
import unicodedata

import pytest
from PySide6.QtGui import QPageLayout, QPdfWriter
from PySide6.QtWidgets import QFileDialog

from guide_app.kiosk.policy import policy_for
from guide_app.records.errors import RecordsError
from guide_app.settings import Settings
from guide_app.ui.article_html import NOTICE
from guide_app.ui.paper import PrintJob, article_job, html_job, page_layout, print_job, section_job, write_pdf
from guide_app.ui.session import Session
from tests.ui.finding import button, button_starting, texts
from tests.ui.made_guide import ARTICLES, filler
from tests.ui.stand_ins import BreakingRecords

GUIDE = "Police Liability Guide 9.9.9"
PRINTED = datetime.date(2026, 12, 5)
SOURCES = ("<i>Warren v. District of Columbia</i>, 444 A.2d 1 (D.C. 1981)", "42 U.S.C. § 1983")

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="not installed: poppler-utils")


def read(path, *options):
    """Return the text of a PDF, one string a page, as another program sees it."""
    done = subprocess.run(
        ["pdftotext", *options, "-layout", str(path), "-"], check=True, capture_output=True, text=True
    )
    # NFKC: a PDF keeps "fi" as one sign
    return [re.sub(r"\s+", " ", unicodedata.normalize("NFKC", page)) for page in done.stdout.split("\f")[:-1]]


@pytest.fixture
def article(made_library):
    return made_library.article("duty")


@pytest.fixture
def pages_of(tmp_path):
    """Write a job as PDF and return its pages as text."""

    def write(job):
        path = tmp_path / "paper.pdf"
        count = write_pdf(job, path)
        pages = read(path)
        assert len(pages) == count
        return pages

    return write


def test_paper_of_an_old_page_says_that_it_is_old(article):
    old = article._replace(reviewed="2019-01-31")
    section = old.sections[0]
    for job, fresh in (
        (section_job(old, section, SOURCES, GUIDE, PRINTED), section_job(article, section, SOURCES, GUIDE, PRINTED)),
        (article_job(old, SOURCES, GUIDE, PRINTED), article_job(article, SOURCES, GUIDE, PRINTED)),
    ):
        assert "Last reviewed on January 31, 2019, more than a year ago." in job.html
        assert "a year ago" not in fresh.html


@needs_poppler
def test_a_section_alone_says_what_it_is_from_when_and_what_it_rests_on(article, pages_of):
    text = " ".join(pages_of(section_job(article, article.sections[0], SOURCES, GUIDE, PRINTED)))
    for part in (
        "Do the police have to protect me?",
        "From: Do the police have to come when I call?",
        "Reviewed November 24, 2026",
        "United States",
        "In general, no (Warren, 444 A.2d at 3).",
        "alpha71 is sentence 71.",
        "Sources",
        "Warren v. District of Columbia, 444 A.2d 1 (D.C. 1981)",
        "42 U.S.C. § 1983",
        NOTICE,
    ):
        assert part in text
    assert "Can I sue" not in text


@needs_poppler
def test_an_article_has_its_answer_all_its_sections_and_its_sources(article, pages_of):
    text = " ".join(pages_of(article_job(article, SOURCES, GUIDE, PRINTED)))
    wanted = [
        article.title,
        "Usually not. A promise or a court order can change that.",
        "Safety first",
        *(section.heading for section in article.sections),
        "A short last answer.",
        "Sources",
        "Warren v. District of Columbia, 444 A.2d 1",
        "Laws change, and no citator",
    ]
    places = [text.index(part) for part in wanted]
    assert places == sorted(places)


@needs_poppler
def test_every_page_has_title_date_and_its_number(article, pages_of):
    pages = pages_of(article_job(article, SOURCES, GUIDE, PRINTED))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert article.title in page
        assert GUIDE in page
        assert "Reviewed November 24, 2026" in page
        assert "Printed December 5, 2026" in page
        assert f"Page {number} of {len(pages)}" in page


@needs_poppler
def test_every_page_says_that_it_is_no_legal_advice(article, pages_of):
    for page in pages_of(article_job(article, SOURCES, GUIDE, PRINTED)):
        assert "Information, not legal advice." in page


@needs_poppler
def test_nothing_stands_twice_or_is_lost_between_pages(article, pages_of):
    """Lines that are only clipped away are still there for copying, searching and reading aloud."""
    text = " ".join(pages_of(article_job(article, (), GUIDE, PRINTED)))
    for word, count in (("alpha", 72), ("beta", 72), ("gamma", 84), ("delta", 72)):
        found = re.findall(rf"{word}(\d+) is sentence", text)
        assert sorted(map(int, found)) == list(range(count))


@needs_poppler
def test_without_sources_there_is_no_empty_heading(article, pages_of):
    assert "Sources" not in " ".join(pages_of(section_job(article, article.sections[2], (), GUIDE, PRINTED)))


@needs_poppler
def test_a_long_title_is_cut_in_the_head_and_whole_in_the_text(article, pages_of):
    long = "Can I sue when nobody came? " * 12
    pages = pages_of(article_job(article._replace(title=long.strip()), (), GUIDE, PRINTED))
    assert long.strip() in pages[0]
    assert "..." in pages[1]


def boxes(path):
    """Return (page, word, left, top, right, bottom) of every word, in points."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True)
    page = 0
    for line in done.stdout.splitlines():
        page += "<page " in line
        found = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', line)
        if found:
            yield (page, found[5], *map(float, found.groups()[:4]))


@needs_poppler
def test_the_letters_are_large_enough_to_read(article, tmp_path):
    """A page whose font is in pixels comes out half a millimetre tall on a printer."""
    write_pdf(article_job(article, SOURCES, GUIDE, PRINTED), tmp_path / "paper.pdf")
    heights = [bottom - top for _page, _word, _left, top, _right, bottom in boxes(tmp_path / "paper.pdf")]
    assert min(heights) >= 8
    body = sorted(heights)[len(heights) // 2]
    assert 11 <= body <= 20


def pictures(path, dots_an_inch=40):
    """Return (width, height, rows) of each page as another program draws it, a row being bytes of red, green, blue."""
    drawn = subprocess.run(["pdftoppm", "-r", str(dots_an_inch), str(path)], check=True, capture_output=True).stdout
    while drawn:
        header = re.match(rb"P6\n(\d+) (\d+)\n255\n", drawn)
        width, height = int(header[1]), int(header[2])
        pixels = drawn[header.end() : header.end() + width * height * 3]
        yield width, height, [pixels[at : at + width * 3] for at in range(0, len(pixels), width * 3)]
        drawn = drawn[header.end() + width * height * 3 :]


@needs_poppler
def test_margins_are_kept_on_all_sides(article, tmp_path):
    write_pdf(article_job(article, SOURCES, GUIDE, PRINTED), tmp_path / "paper.pdf")
    margin = int(18 / 25.4 * 40)  # 20 mm, less what a letter may hang over
    pages = list(pictures(tmp_path / "paper.pdf"))
    assert len(pages) > 2
    for width, height, rows in pages:
        assert set(b"".join(rows[:margin])) == {255}
        assert set(b"".join(rows[height - margin :])) == {255}
        for row in rows:
            assert set(row[: margin * 3]) == {255}
            assert set(row[(width - margin) * 3 :]) == {255}


@needs_poppler
def test_it_is_black_on_white_whatever_the_screen_shows(article, tmp_path, open_window):
    window = open_window("duty", theme="dark", text_size=300)
    path = tmp_path / "paper.pdf"
    write_pdf(window.paper.job("duty/protect", whole=False), path)
    assert min(bottom - top for _p, _w, _l, top, _r, bottom in boxes(path)) < 20
    _width, _height, rows = next(pictures(path))
    pixels = b"".join(rows)
    assert pixels.count(b"\xff") > 0.8 * len(pixels)
    assert min(pixels) < 100
    colours = {pixels[at : at + 3] for at in range(0, len(pixels), 3)}
    assert all(max(colour) - min(colour) < 12 for colour in colours)


def test_a_page_that_is_no_article(pages_of):
    job = html_job("My dates", "<h1>My dates</h1><p>Six months</p>", GUIDE, PRINTED)
    assert job.title == "My dates"
    assert "printed December 5, 2026" in job.foot
    if shutil.which("pdftotext"):
        assert "Six months" in pages_of(job)[0]


@pytest.mark.parametrize(
    ("set_name", "printed"), [("", "Eastside Legal Aid"), ("Harbor Legal Aid", "Harbor Legal Aid")]
)
def test_paper_names_the_clinic_that_gave_it(open_window, clinic_library, set_name, printed):
    window = open_window(library=clinic_library, policy=policy_for(Settings(clinic_name=set_name)))
    assert f", {printed}. Reviewed" in window.paper.job("duty-to-protect/never-came", whole=False).foot


def test_paper_without_a_clinic_names_the_guide_alone(window):
    assert window.paper.job("duty/protect", whole=False).foot.startswith(f"{GUIDE}. Reviewed")


def test_the_sheet_is_us_letter_upright():
    layout = page_layout(PrintJob("Title", "Foot", "<p>Text</p>"))
    assert layout.pageSize().name().startswith("Letter")
    assert layout.orientation() == layout.Orientation.Portrait
    assert layout.margins(layout.Unit.Millimeter).left() == pytest.approx(20, abs=0.2)


def test_a_wide_table_lies_on_its_side(tmp_path):
    job = html_job("Table", "<p>Text</p>", GUIDE, PRINTED, landscape=True)
    assert page_layout(job).orientation() == QPageLayout.Orientation.Landscape
    assert write_pdf(job, tmp_path / "table.pdf") == 1
    if shutil.which("pdfinfo"):
        said = subprocess.run(["pdfinfo", tmp_path / "table.pdf"], capture_output=True, text=True, check=True).stdout
        assert "792 x 612 pts" in said


def test_any_paper_is_filled(article, tmp_path):
    """A printer may have other paper than we ask for."""
    writer = QPdfWriter(str(tmp_path / "a5.pdf"))
    writer.setPageSize(writer.pageLayout().pageSize().__class__.PageSizeId.A5)
    assert print_job(article_job(article, (), GUIDE, PRINTED), writer) > 4


@pytest.mark.parametrize("where", ["missing/paper.pdf", "."])
def test_a_file_that_cannot_be_written_is_said(article, tmp_path, where):
    with pytest.raises(OSError):
        write_pdf(section_job(article, article.sections[4], (), GUIDE, PRINTED), tmp_path / where)


def test_a_full_disk_is_not_called_saved(article, tmp_path):
    full = tmp_path / "full.pdf"
    full.symlink_to("/dev/full")
    with pytest.raises(OSError):
        write_pdf(section_job(article, article.sections[4], (), GUIDE, PRINTED), full)


def test_every_article_of_the_shipped_guide_goes_on_paper(shipped_library, tmp_path):
    for topic in shipped_library.topics():
        for row in shipped_library.articles(topic.id):
            assert write_pdf(article_job(shipped_library.article(row.id), (), GUIDE, PRINTED), tmp_path / "a.pdf")


# -- from the window -------------------------------------------------------------------------------------------------


@pytest.fixture
def chosen_file(monkeypatch, tmp_path):
    """Play the dialog that asks for a file: it is the system's and shows what it is asked to."""
    asked = []

    def choose(name):
        answer = lambda *given: (asked.append(given), (str(tmp_path / name) if name else "", ""))[1]  # noqa: E731
        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
        return tmp_path / name if name else None

    choose.asked = asked
    return choose


@needs_poppler
@pytest.mark.parametrize(
    ("words", "suggested", "has", "has_not"),
    [
        ("This answer", "sue.pdf", "Can I sue when they did not come?", "Does federal law help me?"),
        ("The whole article", "duty.pdf", "Does federal law help me?", "A page of another article"),
    ],
)
def test_saving_asks_what_and_where(open_window, chosen_file, words, suggested, has, has_not):
    window = open_window("duty/sue")
    path = chosen_file("mine.pdf")
    window.actions_by_key["pdf"].trigger()
    offer = button_starting(window.drawer, words)
    length = offer.text().partition("(")[2].rstrip(")")
    offer.click()
    assert chosen_file.asked[0][2].endswith(suggested)
    text = " ".join(read(path))
    assert has in text
    assert has_not not in text
    assert "42 U.S.C." in text.replace("\xa0", " ")
    assert re.fullmatch(r"\d pages?", length)
    assert window.notices.text == f"Saved: mine.pdf, {length}."
    assert window.drawer.key == ""


def test_a_dialog_that_is_left_saves_nothing_and_says_nothing(window, chosen_file, tmp_path):
    chosen_file("")
    window.actions_by_key["pdf"].trigger()
    button_starting(window.drawer, "This answer").click()
    assert window.notices.text == ""
    assert not list(tmp_path.iterdir())


def test_a_pdf_that_cannot_be_saved_is_said(window, chosen_file):
    chosen_file("no/such/folder.pdf")
    window.actions_by_key["pdf"].trigger()
    button_starting(window.drawer, "This answer").click()
    assert window.notices.text == "The PDF was not saved: No such file or directory."


def test_printing_goes_through_the_systems_dialog(window, monkeypatch, tmp_path):
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    def accept(dialog):
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    window.actions_by_key["print"].trigger()
    assert "Print" in texts(window.drawer)
    button_starting(window.drawer, "This answer").click()
    assert re.fullmatch(r"Sent to the printer: \d+ pages?\.", window.notices.text)
    assert (tmp_path / "printed.pdf").stat().st_size > 1000


def test_a_print_dialog_that_is_left_prints_nothing(window, monkeypatch):
    from PySide6.QtPrintSupport import QPrintDialog

    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)
    window.actions_by_key["print"].trigger()
    button_starting(window.drawer, "The whole article").click()
    assert window.notices.text == ""


@pytest.mark.parametrize(
    ("form", "typed", "saved", "part"),
    [
        ("ris", "cited", "cited.ris", "TY  - CASE"),
        ("ris", "cited.txt", "cited.txt", "TY  - CASE"),
        ("bluebook", "Doe v. Roe", "Doe v. Roe.txt", "Warren"),
    ],
)
def test_a_citation_is_saved_in_its_form(window, chosen_file, form, typed, saved, part):
    window.cite.choose_form(form)
    path = chosen_file(typed)
    window.actions_by_key["forms"].trigger()
    button(window.drawer, "Save to a file…").click()
    assert chosen_file.asked[0][3] == ("*.ris" if form == "ris" else "*.txt")
    assert part in path.with_name(saved).read_text("utf-8")
    assert window.notices.text == f"Saved: {saved}."


def test_no_file_is_overwritten_that_the_dialog_did_not_ask_about(window, chosen_file):
    path = chosen_file("cited")
    other = path.with_name("cited.txt")
    other.write_text("precious", "utf-8")
    window.actions_by_key["forms"].trigger()
    button(window.drawer, "Save to a file…").click()
    assert other.read_text("utf-8") == "precious"
    assert window.notices.text == "Saved: cited."


def test_a_citation_that_cannot_be_saved_is_said(window, chosen_file):
    chosen_file("no/such/folder")
    window.actions_by_key["forms"].trigger()
    button(window.drawer, "Save to a file…").click()
    assert window.notices.text == "The file was not saved: No such file or directory."


def bookmarks_panel(window):
    window.actions_by_key["panel_bookmarks"].trigger()
    return window.sidebar.panel("bookmarks")


@pytest.mark.parametrize(("name", "part"), [("b.json", '"section"'), ("b.md", "Do the police"), ("b.html", "<A HREF")])
def test_bookmarks_go_to_a_file_in_the_form_its_name_asks_for(window, chosen_file, name, part):
    window.reading.toggle_bookmark()
    path = chosen_file(name)
    button(bookmarks_panel(window), "Save to a file…").click()
    assert part.lower() in path.read_text("utf-8").lower()
    assert window.notices.text == f"Saved: {name}."


def test_bookmarks_come_back_from_a_file(open_window, chosen_file, records):
    window = open_window("duty/sue")
    window.reading.toggle_bookmark()
    path = chosen_file("b.json")
    button(bookmarks_panel(window), "Save to a file…").click()
    records.remove_bookmark("duty/sue")
    button(bookmarks_panel(window), "Read from a file…").click()
    assert window.notices.text == "1 added, 0 already there."
    assert [mark.section for mark in records.bookmarks()] == ["duty/sue"]
    assert bookmarks_panel(window).list_widget.count() == 1
    assert window.bar.bookmark_button.text() == "Bookmarked"
    button(bookmarks_panel(window), "Read from a file…").click()
    assert window.notices.text == "0 added, 1 already there."
    assert path.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"not json", b"", None], ids=["bytes", "words", "empty", "none"])
def test_a_file_that_holds_no_bookmarks_is_said_and_adds_nothing(window, chosen_file, records, content):
    path = chosen_file("b.json")
    if content is not None:
        path.write_bytes(content)
    button(bookmarks_panel(window), "Read from a file…").click()
    assert window.notices.text
    assert "added, " not in window.notices.text
    assert records.bookmarks() == ()


def test_bookmarks_that_cannot_be_saved_or_read_are_said(open_window, chosen_file):
    broken = BreakingRecords(reading_breaks=True)
    window = open_window(session=Session(lambda: broken))
    window.reading.toggle_bookmark()
    panel = bookmarks_panel(window)
    chosen_file("no/such/folder.json")
    button(panel, "Save to a file…").click()
    assert window.notices.text == "The bookmarks were not saved: No such file or directory."
    broken.error = RecordsError("The disk does not answer.")
    button(panel, "Save to a file…").click()
    assert window.notices.text == "The disk does not answer."


@pytest.mark.parametrize("words", ["Save to a file…", "Read from a file…"])
def test_a_file_dialog_that_is_left_changes_nothing(window, chosen_file, words):
    window.reading.toggle_bookmark()
    window.notices.clear()
    chosen_file("")
    button(bookmarks_panel(window), words).click()
    assert window.notices.text == ""


def test_the_fillers_are_what_the_tests_above_count():
    assert filler("alpha", 6).count("is sentence") == 72
    assert ARTICLES[0].id == "duty"
