"""Where a document is cut into pages: between lines, and not after a heading, a sentence that leads on."""

import itertools

import pytest
from PySide6.QtGui import QFont, QTextDocument

from guide_app.ui.paper_pages import LAST_PAGE, Page, Strip, cut, pages_of

WIDTH = 400


def strips(*keeps, height=10.0):
    """Return strips of one height, one for each word: "k" keeps what follows on its page."""
    return [Strip(number * height, (number + 1) * height, word == "k") for number, word in enumerate(keeps)]


@pytest.mark.parametrize(
    ("keeps", "room", "pages"),
    [
        ("", 30, []),
        ("-", 30, [1]),
        ("---", 30, [3]),
        ("----", 30, [3, 1]),
        ("--k-", 30, [2, 2]),
        ("-kk--", 30, [1, 3, 1]),
        ("kkkk", 30, [3, 1]),  # nothing could be kept
        ("------k", 30, [3, 3, 1]),
    ],
)
def test_pages_are_filled_and_what_belongs_together_stays(keeps, room, pages):
    found = cut(strips(*keeps), room)
    assert [round((page.bottom - page.top) / 10) for page in found] == pages


def test_a_strip_larger_than_a_page_goes_over_several():
    found = cut([Strip(0, 10), Strip(10, 95), Strip(95, 105)], 30)
    assert found == [Page(0, 10), Page(10, 40), Page(40, 70), Page(70, 95), Page(95, 105)]


def test_the_space_between_paragraphs_is_not_carried_over_to_a_new_page():
    assert cut([Strip(0, 20), Strip(35, 55)], 30) == [Page(0, 20), Page(35, 55)]


@pytest.fixture
def laid_out(qapp):
    def lay(html):
        document = QTextDocument()
        font = QFont()
        font.setPointSizeF(10)
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        document.setHtml(html)
        document.setTextWidth(WIDTH)
        return document

    return lay


def texts_of(document, pages):
    """Return the lines of each page; every line stands on exactly one, and whole."""
    found = [[] for _page in pages]
    block = document.begin()
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        for number in range(block.layout().lineCount() if block.text() else 0):
            line = block.layout().lineAt(number)
            upper, lower = top + line.y(), top + line.y() + line.height()
            on = [at for at, page in enumerate(pages) if upper >= page.top - 0.01 and lower <= page.bottom + 0.01]
            assert len(on) == 1, block.text()
            found[on[0]].append(block.text()[line.textStart() : line.textStart() + line.textLength()].strip())
        block = block.next()
    return found


LONG = "<p>" + "These are the words of a paragraph that goes over some lines of a page. " * 4 + "</p>"
SHORT = "<p>" + "Some words in a cell. " * 6 + "</p>"
PARTS = {
    "headings": "".join(f"<h2>Heading {number}</h2>{LONG}" for number in range(9)),
    "leading on": "".join(f"{LONG}<p>Lead {number}:</p><ul><li>one</li><li>two</li></ul>" for number in range(9)),
    "table": "<table>"
    + "".join(f"<tr><th colspan=2>Head {n}</th></tr><tr><td>{SHORT}</td><td>{SHORT}</td></tr>" for n in range(9))
    + "</table>",
    "box": "".join(f'<p>x</p><table width="100%"><tr><td>{LONG}</td></tr></table>' for _ in range(9)),
    "row larger than a page": f"<table><tr><td>{LONG * 9}</td><td>{LONG * 5}</td></tr></table><p>after</p>",
    "paragraph larger than a page": f"<ul><li>{LONG[3:-4] * 9}</li></ul><p>after</p>",
}


@pytest.mark.parametrize("height", [180, 233, 301.5, 412])
@pytest.mark.parametrize("part", PARTS)
def test_every_line_stands_whole_on_one_page_and_no_page_is_too_full(laid_out, part, height):
    document = laid_out(PARTS[part])
    pages = pages_of(document, height)
    assert len(pages) > 2
    texts_of(document, pages)
    assert all(0 < page.bottom - page.top <= height for page in pages)
    assert all(one.bottom <= following.top + 0.01 for one, following in itertools.pairwise(pages))


@pytest.mark.parametrize("height", range(180, 420, 7))
@pytest.mark.parametrize(("part", "word"), [("headings", "Heading"), ("leading on", "Lead"), ("table", "Head")])
def test_no_page_ends_with_what_leads_on(laid_out, part, word, height):
    document = laid_out(PARTS[part])
    for page in texts_of(document, pages_of(document, height)):
        assert not page[-1].startswith(word)


@pytest.mark.parametrize("height", range(180, 420, 7))
def test_no_line_of_a_paragraph_stands_alone(laid_out, height):
    document = laid_out(LONG * 9)
    pages = texts_of(document, pages_of(document, height))
    for page in pages:
        assert not page[-1].startswith("These are the words") or page[-1].endswith("page.")
    for page in pages[1:]:
        # the last line of a paragraph is the one before the first line of the next
        assert len(page) == 1 or not page[1].startswith("These are") or page[0].startswith("These are")


@pytest.mark.parametrize("height", range(180, 420, 7))
def test_a_last_page_is_worth_its_sheet(laid_out, height):
    document = laid_out(PARTS["headings"] + "<p>The end.</p>")
    last = pages_of(document, height)[-1]
    assert last.bottom - last.top >= LAST_PAGE * height
