"""An article as one page: everything in order, everything of the data escaped, an old page says so."""

import datetime
import re

import pytest
from PySide6.QtGui import QTextDocument

from guide_app.library.model import Link
from guide_app.ui.article_html import NOTICE, STALE_AFTER_DAYS, article_page, is_stale, section_part

TODAY = datetime.date(2026, 11, 30)


@pytest.fixture
def article(made_library):
    return made_library.article("duty")


def shown(html):
    """Return what a reader sees of a page, one line a paragraph."""
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


@pytest.mark.parametrize(
    ("days_ago", "stale"), [(-1, False), (0, False), (STALE_AFTER_DAYS, False), (STALE_AFTER_DAYS + 1, True)]
)
def test_a_page_is_old_after_a_year(days_ago, stale):
    assert is_stale((TODAY - datetime.timedelta(days=days_ago)).isoformat(), TODAY) is stale


def test_a_page_whose_date_nobody_knows_is_old():
    assert is_stale("some time ago", TODAY)


def test_title_answer_sections_related_and_notice_come_in_this_order(article):
    text = shown(article_page(article, TODAY))
    wanted = [
        article.title,
        "Reviewed November 24, 2026",
        "United States",
        "3 minutes",
        "Usually not. A promise or a court order can change that.",
        "Safety first",
        *(section.heading for section in article.sections),
        "Related",
        article.related[0].title,
        NOTICE,
    ]
    places = [text.index(part) for part in wanted]
    assert places == sorted(places)


def test_one_minute_is_singular(article):
    assert "1 minute" in article_page(article._replace(minutes=1), TODAY)
    assert "1 minutes" not in article_page(article._replace(minutes=1), TODAY)


def test_headings_of_level_two_are_the_sections_and_nothing_else(article):
    html = article_page(article, TODAY)
    assert re.findall(r"<h2>(.*?)</h2>", html) == [section.heading for section in article.sections]


def test_an_old_page_says_so_before_its_text_and_a_fresh_one_does_not(article):
    old = shown(article_page(article._replace(reviewed="2019-01-31"), TODAY))
    assert old.index("January 31, 2019") < old.index("more than a year old") < old.index(article.sections[0].heading)
    assert "year old" not in shown(article_page(article, TODAY))


def test_each_section_of_an_old_page_says_so_where_a_search_lands(article):
    text = shown(article_page(article._replace(reviewed="2019-01-31"), TODAY))
    for section in article.sections:
        after = text[text.index(section.heading, text.index("more than a year old")) + len(section.heading) :]
        assert after.lstrip().startswith("Last reviewed on January 31, 2019, more than a year ago.")
    assert "a year ago" not in shown(article_page(article, TODAY))


def test_an_article_without_related_pages_has_no_empty_heading(article):
    assert "Related" not in shown(article_page(article._replace(related=()), TODAY))


NASTY = 'Is 3 < 5 & "so" <b>on</b>?'


def test_titles_and_headings_are_text_not_markup(article):
    section = article.sections[0]._replace(heading=NASTY)
    nasty = article._replace(
        title=NASTY, applies_to=NASTY, sections=(section,), related=(Link('x"><b>y', NASTY),), reviewed=NASTY
    )
    text = shown(article_page(nasty, TODAY))
    # title, two dates and one in the section, place, heading, related
    assert text.count(NASTY) == 7
    assert shown(section_part(section)).startswith(NASTY)


def test_a_related_link_leads_to_its_place(article):
    assert f'href="guide:{article.related[0].target}"' in article_page(article, TODAY)
