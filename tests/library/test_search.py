"""Searching, through the surface that the window uses."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_app.library import search as search_module
from guide_app.library.reader import Library
from tests.library.small_guide import CONTENTS, article, section, write_small_guide


def first(library, question):
    return next((hit.section for hit in library.search(question).hits), None)


def sections(library, question, limit=20):
    return [hit.section for hit in library.search(question, limit).hits]


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("the cops never showed up", "help/never-came"),
        ("nobody came", "help/never-came"),
        ("restraining orders", "orders/enforce"),
        ("restrainig order not enforced", "orders/enforce"),
        ("protective order", "orders/enforce"),  # a synonym of two words
        ("restrainingorder", "orders/enforce"),  # run together
        ("why so slow", "help/why-slow"),
        ("cops", "help/never-came"),  # a synonym found by its stem
        ("deadlins", "deadlines/clocks"),
        ("how long", "deadlines/clocks"),
        ("what is qualified imunity", "immunity/what"),  # the asker's own misspelling leads to the right one too
        ("dead line", "deadlines/clocks"),  # one word typed as two
        ("489 U.S. 189", "deshaney/decided"),
        ("deshaney v winnebago", "deshaney/decided"),
        ("545 us 748", "orders/enforce"),
        ("custody", "glossary/custody"),
        ("lockup", "glossary/custody"),
        ("in the can", "glossary/custody"),  # a synonym that is all stop words but one
        ("over and over", "help/why-slow"),  # a synonym that is stop words alone
        ("both of them deadlines", "deadlines/clocks"),  # one of a word that the guide does not have
        ("landlord", None),
        ("zzz", None),
        ("", None),
        ("   ", None),
        ("?!", None),
    ],
)
def test_the_first_hit(library, question, section):
    assert first(library, question) == section


def test_a_title_letter_for_letter_wins(library):
    assert library.search("What is qualified immunity?").hits[0].article == "immunity"
    assert library.search("Do the police have to come?").hits[0].article == "help"


def test_a_question_letter_for_letter_wins(tmp_path):
    earlier = section("one/earlier", "First", "Text.", ["police a duty"])
    later = section("two/later", "First", "Text.", ["police the duty"])
    articles = (article("one", "Title", [earlier]), article("two", "Title", [later]))
    with Library.open(write_small_guide(tmp_path / "exact.sqlite3", articles=articles)) as library:
        assert sections(library, "police the duty") == ["two/later", "one/earlier"]


def test_a_section_that_cites_the_case_comes_before_one_that_only_names_it(tmp_path):
    names = section("one/names", "A case", "The DeShaney case.", ["a case"])
    cites = section("two/cites", "A case", "The DeShaney case.", ["a case"], [("deshaney-v-winnebago-1989", "")])
    articles = (article("one", "Title", [names]), article("two", "Title", [cites]))
    with Library.open(write_small_guide(tmp_path / "cited.sqlite3", articles=articles)) as library:
        assert sections(library, "489 U.S. 189") == ["two/cites", "one/names"]


def test_a_definition_comes_first_when_the_meaning_is_asked_for(library):
    assert sections(library, "what does immunity mean?")[0] == "glossary/immunity"
    assert sections(library, "officer immunity")[0] == "immunity/what"


def test_a_weak_word_is_telling_within_a_known_phrase(library):
    # an answer that has nothing about time misses little of "long officers", and much of "how long officers"
    little = library.search("long officers ").hits[0]
    much = library.search("how long officers ").hits[0]
    assert little.section == much.section == "help/why-slow"
    assert much.score < little.score


def test_a_question_of_stop_words_alone_still_finds_what_has_them(library):
    assert first(library, "what do the") is not None


def test_the_hit_is_ready_to_be_shown(library):
    hit = library.search("the promise of an officer").hits[0]
    assert (hit.article, hit.title) == ("help", "Do the police have to come?")
    assert hit.heading == "The police never came. Can I sue?"
    assert "promise" in [hit.snippet[start:end] for start, end in hit.marks]
    assert hit.score > 0


def test_scores_fall_and_limits_hold(library):
    scores = [hit.score for hit in library.search("police order", 20).hits]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 2
    assert sections(library, "police order", 2) == sections(library, "police order")[:2]
    assert sections(library, "police order", 0) == []


def test_the_same_question_has_the_same_answer(library, small_file):
    with Library.open(small_file) as other:
        assert other.search("police order") == library.search("police order")


@pytest.mark.parametrize(
    ("question", "corrected"),
    [
        ("restrainig order", "restraining order"),
        ("Restrainig Order, please", "restraining Order, please"),
        ("restrainingorder ", "restraining order "),
        ("a persn came", "a person came"),
        ("restraining order", ""),
        ("restrain", ""),  # the beginning of a word is not misspelt
        ("landlord", ""),
    ],
)
def test_the_question_as_it_was_understood(library, question, corrected):
    assert library.search(question).corrected == corrected


def test_letter_by_letter_the_answer_does_not_blink(library):
    question = "restraining"
    for length in range(3, len(question) + 1):
        assert first(library, question[:length]) == "orders/enforce"


def test_the_word_being_typed_is_not_stemmed(library):
    # "offic" is also the stem of "officer", but "officed" is no beginning of it
    assert "help/why-slow" in sections(library, "offic")
    assert "help/why-slow" in sections(library, "officers ")


@pytest.mark.parametrize(
    ("question", "there"),
    [
        ("texas deadline", {"deadlines/tx"}),
        ("deadline in TX", {"deadlines/tx"}),
        ("deadline in west virginia", {"deadlines/wv"}),
        ("deadline in D.C.", {"deadlines/dc"}),
        ("deadline", set()),  # fifty pages of states would bury the answer
        ("six months", set()),
    ],
)
def test_pages_of_states_only_when_the_state_is_named(library, question, there):
    states = {"deadlines/tx", "deadlines/in", "deadlines/dc", "deadlines/wv", "deadlines/va", "deadlines/wa"}
    found = sections(library, question)
    assert states & set(found) == there
    if there:
        assert set(found[:1]) == there


def test_the_other_letter_ranks_after_the_same_one(library):
    assert sections(library, "año")[:2] == ["immunity/year", "immunity/old"]
    assert sections(library, "ano")[:2] == ["immunity/old", "immunity/year"]


def test_the_other_letter_ranks_after_the_same_one_in_other_forms_of_the_word_too(library):
    assert sections(library, "unos años")[:2] == ["immunity/year", "immunity/old"]
    assert sections(library, "unos anos")[:2] == ["immunity/old", "immunity/year"]


@pytest.mark.parametrize("question", ["el AÑO", "el an\u0303o"])
def test_a_composed_and_a_decomposed_letter_are_the_same(library, question):
    assert first(library, question) == "immunity/year"


@pytest.mark.parametrize(
    ("question", "authorities"),
    [
        ("489 U.S. 189", ("deshaney-v-winnebago-1989",)),
        ("42 usc 1983", ("usc-42-1983",)),
        ("castle rock", ("castle-rock-v-gonzales-2005",)),
        ("police", ()),
    ],
)
def test_typed_authorities(library, question, authorities):
    assert library.search(question).authority_ids == authorities


def test_an_authority_that_no_section_cites_is_an_answer_all_the_same(library):
    result = library.search("217 P.3d 487")
    assert result.authority_ids == ("gonzales-v-bozeman-2009",)
    assert result.confident


@pytest.mark.parametrize(
    ("question", "confident"),
    [
        ("the cops never showed up", True),
        ("restrainig order", True),
        ("he broke the order", True),
        ("restr", True),
        ("489 U.S. 189", True),
        ("my landlord took the deposit", False),
        ("how do I fight a speeding ticket in traffic court", False),
        ("green card application", False),
        ("cops smirked and shrugged at my order", True),  # a word of the subject, and much that the guide does not have
        ("she smirked and shrugged at my order", False),
        ("how much do cops make", False),  # of the subject, and of another
        ("an officer with a green card broke the order", True),  # the police decide
        ("a stalker with a green card and a visa smirked", False),  # a crime alone does not
        ("", False),
    ],
)
def test_a_question_without_an_answer_here_is_known_as_one(library, question, confident):
    assert library.search(question).confident is confident


def test_a_word_of_another_subject_is_not_a_misspelt_one_of_this(tmp_path):
    taken = section("one/taken", "What takes long?", "A claim takes long.")
    with Library.open(
        write_small_guide(tmp_path / "g.sqlite3", articles=(article("one", "Claims", [taken]),))
    ) as library:
        assert library.search("taxes").corrected == ""
        assert library.search("takse").corrected == "takes"


@pytest.mark.parametrize("question", ["can I be evicted", "eviction"])
def test_what_a_guide_has_a_headline_for_is_not_another_subject_there(tmp_path, question):
    evicted = section("home/notice", "How much notice before my landlord can evict me?", "Thirty days.")
    own = article("home", "When can I be evicted?", [evicted])
    with Library.open(write_small_guide(tmp_path / "own.sqlite3", articles=(*CONTENTS.articles, own))) as library:
        assert library.search(question).confident
    with Library.open(write_small_guide(tmp_path / "shipped.sqlite3")) as library:
        assert not library.search(question).confident


def test_quotation_marks_ask_for_the_words_in_a_row(library):
    assert sections(library, '"order of a court"') == ["help/never-came"]
    assert len(sections(library, "order of a court")) > 1


def test_words_that_stand_nowhere_in_a_row_are_searched_without_the_marks(library):
    assert first(library, '"court an of"') is not None


def test_one_article_does_not_fill_the_first_places(tmp_path):
    crowd = [section(f"crowd/s{n}", "A dog bite", "A dog bit me.", ["dog bite"]) for n in range(12)]
    other = [section("other/dog", "A dog bite", "A dog bit me.", ["dog bite"])]
    file = write_small_guide(
        tmp_path / "crowd.sqlite3",
        articles=(article("crowd", "Dog bites", crowd), article("other", "Dog bites elsewhere", other)),
    )
    with Library.open(file) as library:
        assert "other/dog" in sections(library, "dog bite")[:4]


def test_a_small_memory_gives_the_same_answers(small_file, library, monkeypatch):
    monkeypatch.setattr(search_module, "KEPT", 1)
    with Library.open(small_file) as forgetful:
        for question in ("police", "order", "deadline in texas", "police"):
            assert forgetful.search(question) == library.search(question)


def test_in_a_very_large_guide_the_rarest_word_does_the_looking_up(library, monkeypatch):
    monkeypatch.setattr(search_module, "ROWS", 1)
    assert sections(library, "the promise of an officer ") == ["help/never-came"]
    assert first(library, "promise offic") == "help/never-came"
    assert first(library, "offic") == "help/why-slow"


def test_a_guide_without_states_synonyms_or_authorities(tmp_path):
    file = write_small_guide(tmp_path / "bare.sqlite3", states=(), synonyms=(), authorities=())
    with Library.open(file) as library:
        assert first(library, "the cops never showed up") == "help/never-came"
        assert "deadlines/tx" in sections(library, "texas deadline")  # no state is known, so none is hidden


def test_a_guide_in_another_language(tmp_path):
    file = write_small_guide(tmp_path / "es.sqlite3", meta={**CONTENTS.meta, "language": "xx"})
    with Library.open(file) as library:
        assert first(library, "the cops never showed up") == "help/never-came"


def test_an_empty_guide(tmp_path):
    file = write_small_guide(tmp_path / "empty.sqlite3", articles=())
    with Library.open(file) as library:
        result = library.search("police")
        assert (result.hits, result.confident) == ((), False)


_SIGNS = st.sampled_from(
    [*"\"'`*^:()-+{}[]§.,?!\\/|&~<>=%_;#@\0\n\t", "\ud800", "ñ", "\u0301", "AND", "OR", "NEAR", "NOT", "1983"]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.one_of(_SIGNS, st.text(max_size=6)), max_size=30).map("".join)))
def test_nothing_typed_can_raise(small_file, question):
    with Library.open(small_file) as library:
        result = library.search(question)
    assert result.question == question
    for hit in result.hits:
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


@pytest.mark.parametrize(
    "question", ["police " * 1500, "x" * 10_000, '"' * 10_000, "a b " * 3000, "489 U.S. 189 " * 900, "(" * 10_000]
)
def test_ten_thousand_letters(library, question):
    assert library.search(question).question == question


def test_every_citation_of_the_data_leads_to_its_authority(compiled_guide):
    with sqlite3.connect(compiled_guide) as connection:
        keys = connection.execute("SELECT key, authority FROM cite_key ORDER BY key").fetchall()
    connection.close()
    with Library.open(compiled_guide) as library:
        lost = [(key, authority) for key, authority in keys if authority not in library.search(key, 1).authority_ids]
        printed = [row for row in library.authorities() if row.kind == "case" and row.cite[:1].isdigit()]
        unprinted = [row.id for row in printed if row.id not in library.search(row.cite, 1).authority_ids]
    assert len(keys) > 500
    assert (lost, unprinted) == ([], [])
