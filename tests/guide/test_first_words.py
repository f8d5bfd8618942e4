"""Does every answer begin with itself, so that a page can be read at a glance?"""

from tests.guide.shipped import articles


def test_every_section_begins_with_its_answer_in_bold():
    sections = {
        f"{article.id}/{section.id}": section.body.text.lstrip("\n")
        for article in articles()
        if article.id != "glossary"
        for section in article.sections
    }
    assert len(sections) > 200
    assert [place for place, text in sections.items() if not text.startswith("**")] == []
    assert [place for place, text in sections.items() if len(text[2:].partition("**")[0]) > 220] == []
