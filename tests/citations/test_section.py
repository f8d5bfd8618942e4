from dataclasses import replace

import pytest

from guide_app.citations.options import Options
from guide_app.citations.section import (
    SectionCitation,
    section_paragraphs,
    selection_paragraphs,
)
from guide_app.citations.styled import Run, to_markdown, to_text

from .shipped import case, shipped

CITATION = SectionCitation(
    heading="Can I sue?",
    article_title="When police do not come",
    guide_title="Police Liability Guide",
    version="0.1.0",
    reviewed="2026-11-24",
    authorities=((shipped()["deshaney-v-winnebago-1989"], "195"), (case(), "")),
)
LINE = (
    'Police Liability Guide, "Can I sue?," in When police do not come'
    " (version 0.1.0, reviewed Nov. 24, 2026) [desktop program]"
)


def test_a_section_is_cited_with_all_that_it_rests_on():
    paragraphs = section_paragraphs(CITATION)
    assert [to_text(paragraph) for paragraph in paragraphs] == [
        LINE,
        "DeShaney v. Winnebago Cnty. Dep't of Soc. Servs., 489 U.S. 189, 195 (1989)",
        "Doe v. Roe, 100 F.3d 200 (9th Cir. 1999)",
    ]
    assert paragraphs[0][0] == Run("Police Liability Guide", italic=True)


def test_the_settings_hold_for_every_line():
    first, second, _ = section_paragraphs(CITATION, Options(emphasis="underline", quotes="curly"))
    assert first[0] == Run("Police Liability Guide", underline=True)
    assert "“Can I sue?,” in" in to_text(first)
    assert "Dep’t" in to_text(second)


def test_a_question_with_quotation_marks_of_its_own():
    for heading in ('What does "tort" mean?', "What does “tort” mean?"):
        citation = replace(CITATION, heading=heading)
        assert "Guide, \"What does 'tort' mean?,\" in" in to_text(section_paragraphs(citation)[0])
        assert "Guide, “What does ‘tort’ mean?,” in" in to_text(
            section_paragraphs(citation, Options(quotes="curly"))[0]
        )


@pytest.mark.parametrize(
    ("selected", "lines"),
    [
        (((Run("Some words."),),), ["Some words."]),
        (((Run("One."),), (Run("Two."),), (Run(" \n"),), (), (Run(" Three. "),)), ["One.", "Two.", "Three."]),
        (((Run("One\nline. "),), (Run("Two."),)), ["One\nline.", "Two."]),
        (((Run(" "),),), []),
        (((Run(" See "), Run("Warren", italic=True), Run(" ")),), ["See Warren"]),
    ],
)
def test_selected_words_come_with_their_source(selected, lines):
    assert [to_text(paragraph) for paragraph in selection_paragraphs(selected, CITATION)] == [*lines, LINE]


def test_selected_words_stay_as_they_stand():
    selected, _ = selection_paragraphs([(Run('It\'s "so" *now*'),)], CITATION, Options(quotes="curly"))
    assert to_text(selected) == 'It\'s "so" *now*'
    assert to_markdown(selected) == 'It\'s "so" \\*now\\*'


def test_selected_names_of_cases_are_emphasised_as_the_reader_wants():
    words = [(Run("See "), Run("Warren", italic=True), Run("."))]
    assert selection_paragraphs(words, CITATION)[0] == (Run("See "), Run("Warren", italic=True), Run("."))
    underlined, _ = selection_paragraphs(words, CITATION, Options(emphasis="underline"))
    assert underlined == (Run("See "), Run("Warren", underline=True), Run("."))


def test_an_article_without_a_section():
    citation = SectionCitation("", "When police do not come", "Clinic Guide", "2", "")
    assert (
        to_text(section_paragraphs(citation)[0])
        == "Clinic Guide, When police do not come (version 2) [desktop program]"
    )
