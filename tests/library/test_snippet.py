"""Snippets: the piece of an answer in which the words stand."""

import pytest

from guide_app.library.snippet import SNIPPET_LENGTH, found_in, read_passage, snippet
from guide_app.library.terms import Term

_FILLER = "Nothing of interest is said in this sentence. " * 8


def term(word, weight=1.0, **fields):
    return Term(word, weight, **fields)


def marked(piece):
    return [piece.text[start:end] for start, end in piece.marks]


def test_the_piece_begins_with_the_sentence_of_the_hit():
    passage = read_passage(_FILLER + "Officers enforce an order.\n\n" + _FILLER)
    piece = snippet(passage, [term("enforce", forms={"enforc": 1.0})])
    assert piece.text.startswith("…Officers enforce an order. Nothing")
    assert piece.text.endswith("…")
    assert len(piece.text) <= SNIPPET_LENGTH + 2
    assert marked(piece) == ["enforce"]


def test_a_short_text_is_shown_whole():
    piece = snippet(read_passage("Officers  came."), [term("officer", forms={"offic": 1.0})])
    assert (piece.text, marked(piece)) == ("Officers came.", ["Officers"])


def test_the_items_of_a_list_are_told_apart_on_one_line():
    text = "Traps\n\n- Read the code.\n- The well-known limit - one year - applies."
    piece = snippet(read_passage(text), [term("trap", forms={"trap": 1.0})])
    assert piece.text == "Traps · Read the code. · The well-known limit - one year - applies."


def test_a_piece_that_begins_with_an_item_has_no_mark_before_it():
    passage = read_passage(f"{_FILLER}\n\n- Officers enforce an order.\n- {_FILLER}")
    piece = snippet(passage, [term("enforce", forms={"enforc": 1.0})])
    assert piece.text.startswith("…Officers enforce an order. · Nothing")
    assert marked(piece) == ["enforce"]


def test_without_a_hit_the_beginning_is_shown():
    piece = snippet(read_passage(_FILLER), [term("landlord", forms={"landlord": 1.0})])
    assert piece.text.startswith("Nothing of interest")
    assert piece.marks == ()
    assert piece.weight == 0.0


def test_the_piece_with_most_of_the_weight_wins():
    text = "An officer came. " + _FILLER + "The dog bit an officer. " + _FILLER
    piece = snippet(
        read_passage(text), [term("officer", 1.0, forms={"offic": 1.0}), term("dog", 3.0, forms={"dog": 1.0})]
    )
    assert marked(piece)[:2] == ["dog", "officer"]
    assert piece.weight == pytest.approx(4.0, abs=0.1)


def test_a_hit_deep_in_a_long_sentence_is_not_out_of_sight():
    text = "word, " * 60 + "at last the custody, " + "word, " * 60
    piece = snippet(read_passage(text), [term("custody", forms={"custodi": 1.0})])
    assert marked(piece) == ["custody"]


def test_a_text_without_spaces_is_cut_all_the_same():
    piece = snippet(read_passage("x" * 500), [term("y", forms={"y": 1.0})])
    assert len(piece.text) == SNIPPET_LENGTH + 1


def test_words_that_answer_only_together_are_marked_only_together():
    together = term("tro", alternatives=[(frozenset(("restrain", "order")), 0.8)])
    both = read_passage("A restraining order is an order of a court.")
    assert marked(snippet(both, [together])) == ["restraining", "order", "order"]
    apart = read_passage("An order came late. Nobody could, at that time of night, restrain him.")
    assert snippet(apart, [together]).marks == ()
    one = read_passage("In order to win.")
    assert snippet(one, [together]).marks == ()
    assert found_in(both, [together]) == [0.8]
    assert found_in(one, [together]) == [0.0]


def test_a_weak_word_is_marked_only_where_it_is_all_that_was_asked():
    weak, door = term("right", weak=True, forms={"right": 1.0}), term("door", forms={"door": 1.0})
    passage = read_passage("Rights end at the door.")
    assert marked(snippet(passage, [weak, door])) == ["door"]
    assert marked(snippet(passage, [weak])) == ["Rights"]


@pytest.mark.parametrize(
    ("forms", "strength"), [({}, 0.9), ({"restr": 1.0}, 0.4)], ids=["only begun", "begun, or whole"]
)
def test_the_beginning_of_a_word_is_found(forms, strength):
    typed = term("restr", start="restr", forms=forms)
    passage = read_passage("A restraining order.")
    assert marked(snippet(passage, [typed])) == ["restraining"]
    assert found_in(passage, [typed]) == [strength]
    assert found_in(read_passage("Nothing."), [typed]) == [0.0]


def test_accents_fold():
    assert marked(snippet(read_passage("Un café."), [term("cafe", forms={"cafe": 1.0})])) == ["café"]
