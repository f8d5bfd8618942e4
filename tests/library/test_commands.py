"""`guide-app search` in the terminal."""

import io
import json

from guide_app.library.commands import NO_ANSWER, run_search


def run(library, question, limit=5, as_json=False):
    out, err = io.StringIO(), io.StringIO()
    return run_search(library, question, limit, as_json, out, err), out.getvalue(), err.getvalue()


def test_json_is_a_list_best_first(library):
    code, out, err = run(library, "the cops never showed up", as_json=True)
    hits = json.loads(out)
    assert (code, err) == (0, "")
    assert list(hits[0]) == ["section", "article", "title", "heading", "snippet", "score"]
    assert hits[0]["section"] == "help/never-came"
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_the_limit_holds(library):
    assert len(json.loads(run(library, "police order", limit=1, as_json=True)[1])) == 1


def test_nothing_found(library):
    assert run(library, "zzz", as_json=True) == (1, "[]\n", NO_ANSWER + "\n")


def test_what_comes_nearest_to_a_question_without_an_answer(library):
    code, out, err = run(library, "my landlord wants an order about the rent and the deposit", as_json=True)
    assert (code, err) == (1, NO_ANSWER + "\n")
    assert json.loads(out)


def test_plain_text(library):
    code, out, _ = run(library, "restrainig order")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "Searched for: restraining order"
    assert lines[1] == "1. Must the police enforce a restraining order?"
    assert lines[2] == "   Restraining orders [orders/enforce]"
    assert "An order of protection" in lines[3]


def test_a_citation_shows_its_authority(library):
    code, out, _ = run(library, "489 U.S. 189")
    assert code == 0
    name = "DeShaney v. Winnebago County Department of Social Services"
    assert out.startswith(f"Case or law: {name}, 489 U.S. 189 [deshaney-v-winnebago-1989]")


def test_without_an_error_stream_the_standard_one_is_used(library, capsys):
    assert run_search(library, "zzz", 5, True, io.StringIO()) == 1
    assert capsys.readouterr().err == NO_ANSWER + "\n"
