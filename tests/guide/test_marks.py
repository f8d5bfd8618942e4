"""Quotation marks and apostrophes of the shipped guide: curly wherever it is read, whatever is typed to find it."""

import datetime
import re
from html import unescape

import pytest

from guide_app.citations.bluebook import full
from guide_app.citations.options import Options
from guide_app.citations.record import records
from guide_app.citations.styled import to_text
from guide_app.places.deadline_text import short_text
from guide_app.places.deadlines import deadlines_for
from guide_app.places.state import state_from_mapping

STRAIGHT = re.compile("['\"]")
WRONG_SIDE = re.compile(r"“(?=[\s.,;:?!)]|$)|(?<=[\s(])”|(?:^|(?<=[\s(]))’(?!\d)|‘(?=[\s.,;:?!)]|$)")


def shown(html):
    return unescape(re.sub("<[^>]*>", "", html))


@pytest.fixture(scope="module")
def everything(guide):
    """Return every text of the articles, those of the states included, by where it stands."""
    texts = {}
    for topic in guide.topics():
        texts[topic.id] = [topic.title]
        for row in guide.articles(topic.id):
            article = guide.article(row.id)
            texts[row.id] = [
                row.title, article.title, article.summary, shown(article.summary_html), shown(article.lead_html),
                article.applies_to, *(link.title for link in article.related),
            ]  # fmt: skip
            for section in article.sections:
                texts[section.id] = [section.heading, section.text, *re.split("</[^>]*>", section.html)]
                texts[section.id] = [shown(text) for text in texts[section.id]]
    return texts


def test_articles_have_no_straight_mark_and_none_that_faces_the_wrong_way(everything):
    assert len(everything) > 400
    assert {place: text for place, texts in everything.items() for text in texts if STRAIGHT.search(text)} == {}
    whole = {place: texts[1] for place, texts in everything.items() if "/" in place}
    assert {place: found for place, text in whole.items() if (found := WRONG_SIDE.findall(text))} == {}


def test_what_pages_and_cards_show_of_the_legal_data_has_none(guide):
    texts = [(row.abbreviation, repr_of(guide.state(row.abbreviation))) for row in guide.states()]
    for service in guide.services():
        texts += [(service.id, text) for text in service if isinstance(text, str) and text != service.url]
    for row in guide.authorities():
        authority = guide.authority(row.id)
        prose = ("facts", "holding", "standing_note", "what_it_says", "note", "read_note", "verified_note")
        texts += [(row.id, text) for text in (*row, *(getattr(authority, name, "") for name in prose))]
    assert [one for one in texts if STRAIGHT.search(one[1])] == []


def repr_of(data):
    """Return the texts of a state's entry that are read, as one."""
    if isinstance(data, dict):
        return "\n".join(repr_of(data[key]) for key in data if key not in ("sources", "runs_from"))
    return "\n".join(map(repr_of, data)) if isinstance(data, list) else str(data)


def test_a_code_for_a_phone_is_ascii_all_the_same(guide):
    day = datetime.date(2026, 11, 1)
    for row in guide.states():
        assert short_text(deadlines_for(state_from_mapping(guide.state(row.abbreviation)), day, day)).isascii()


def test_a_state_counts_its_periods_as_before(guide):
    starts = {
        period.start for row in guide.states() for period in state_from_mapping(guide.state(row.abbreviation)).notices
    }
    assert "APPOINTMENT" in {start.name for start in starts}


def test_what_is_copied_has_its_own_setting(guide):
    authority = guide.authority("cal-gov-code-845")
    assert "Gov't" in to_text(full(authority))
    assert "Gov’t" in to_text(full(authority, "", Options(quotes="curly")))
    every = [guide.authority(row.id) for row in guide.authorities()]
    assert not any("’" in record.title for record in records(every, {}))


@pytest.mark.parametrize("typed", ["didn't come", "didn’t come", '"special relationship"', "“special relationship”"])
def test_what_is_typed_may_have_either(guide, typed):
    other = typed.translate(str.maketrans("'’\"“”", '’\'“""'))
    found = guide.search(typed).hits
    assert found
    assert [hit.section for hit in found] == [hit.section for hit in guide.search(other).hits]


def test_a_heading_is_the_same_in_tree_article_and_results(guide):
    hit = guide.search("what does section 1983 mean").hits[0]
    assert hit.heading == "What does “Section 1983” mean?"
    assert hit.heading == guide.section_row(hit.section).heading == guide.section(hit.section).heading
    assert hit.heading in [row.heading for row in guide.sections(hit.article)]
