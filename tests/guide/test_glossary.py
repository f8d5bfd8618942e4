"""Is every legal term explained? The glossary's terms are linked where an article first uses them."""

import re

import pytest

from tests.guide.shipped import articles, without_citations, written

GLOSSARY = "glossary"
TERMS = {
    piece.id.partition("/")[2]: re.fullmatch(r"What does “(.+)” mean\?", piece.heading)[1]
    for piece in written()
    if piece.article == GLOSSARY and piece.id != GLOSSARY
}

EVERYDAY = {"holding"}
"""Terms whose word is mostly used in its everyday sense ("holding a person")."""

HARD = {
    *("clearly-established", "color-of-law", "deliberate-indifference", "discretionary-act", "due-process"),
    *("duty-of-care", "en-banc", "equal-protection", "ex-parte-order", "gross-negligence", "malicious-prosecution"),
    *("mandatory-arrest", "ministerial-duty", "monell-claim", "motion-to-dismiss", "negligence", "nominal-damages"),
    *("notice-of-claim", "official-immunity", "pattern-or-practice", "policy-or-custom", "probable-cause"),
    *("public-duty-rule", "punitive-damages", "qualified-immunity", "sovereign-immunity", "special-relationship"),
    *("state-created-danger", "statute-of-limitations", "summary-judgment", "survival-claim", "tort"),
    *("tort-claims-act", "unpublished-opinion", "wanton-or-reckless"),
}
"""Terms that nobody knows from daily life: linked in every section that uses them, since a search lands there."""

EXPLAINED_THERE = {
    ("equal-protection", "equal-protection"),
    ("exceptions-special-relationship", "special-relationship"),
    ("exceptions-state-created-danger", "state-created-danger"),
    ("qualified-immunity", "immunity"),
    ("qualified-immunity", "qualified-immunity"),
    ("suing-city-monell", "monell-claim"),
}
"""(article, term) where the whole article explains the term, so that one link, or none for a part of it, will do."""

MUST_BE_EXPLAINED = [
    *("affidavit", "circuit", "civil suit", "damages", "due process", "equal protection", "immunity", "liable"),
    *("negligence", "notice of claim", "plaintiff", "probable cause", "prosecutor", "public duty rule", "reliance"),
    *("restitution", "settlement", "sovereign immunity", "statute", "sworn", "tort", "verdict", "waiver", "warrant"),
    *("willful", "wanton or reckless"),
]
IN_LINE = {"affidavit": "cost/court-fees"}
"""Words that are explained in the sentence that uses them, the only place where they stand."""


def plain(text):
    """Return the part of a text in which a term would have to be linked: no links, citations, headings, case names."""
    text = re.sub(r"^(?:#|!!!|\[\[|\|).*$", "", without_citations(text), flags=re.M)
    text = re.sub(r"\[[^\]]*\]\([^)]*\)", " ", text)
    return re.sub(r"(?<!\*)\*[A-Z][^*\n]*\*(?!\*)", " ", text)


def uses(term, text):
    return re.search(rf"(?<![\w-]){re.escape(TERMS[term])}s?(?![\w-])", plain(text), re.I) is not None


def links(term, text):
    return f"({GLOSSARY}/{term})" in text


def test_an_article_links_to_each_legal_term_that_it_uses():
    texts = {
        article.id: "\n".join(piece.text for piece in written() if piece.article == article.id)
        for article in articles()
        if article.id != GLOSSARY
    }
    faults = [
        (article, term)
        for article, text in texts.items()
        for term in TERMS.keys() - EVERYDAY
        if (article, term) not in EXPLAINED_THERE and uses(term, text) and not links(term, text)
    ]
    assert sorted(faults) == []


def test_a_section_links_to_each_hard_term_that_it_uses():
    assert TERMS.keys() >= HARD
    faults = [
        (piece.id, term)
        for piece in written()
        for term in HARD
        if piece.article != GLOSSARY
        and (piece.article, term) not in EXPLAINED_THERE
        and uses(term, piece.text)
        and not links(term, piece.text)
    ]
    assert sorted(faults) == []


@pytest.mark.parametrize("word", MUST_BE_EXPLAINED)
def test_the_legal_words_of_the_guide_are_explained(word):
    home = IN_LINE.get(word)
    if home is None:
        assert word in TERMS.values()
    else:
        users = [piece.id for piece in written() if re.search(rf"\b{word}\b", plain(piece.text), re.I)]
        assert users == [home]


def test_a_meaning_is_one_or_two_sentences_and_little_more():
    for piece in written():
        if piece.article == GLOSSARY and piece.id != GLOSSARY:
            assert len(plain(piece.text).split()) <= 60, piece.id
