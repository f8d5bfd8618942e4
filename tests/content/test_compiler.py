"""Compiling: what is in the library, what is left out and said, and what happens when it goes wrong."""

import json
import os
import subprocess
import sys
import time

import pytest

from guide_app import GUIDE_TITLE, __version__
from guide_app.content.compiler import CompileError, NotWritten, compile_folder
from guide_app.library.fingerprint import fingerprint
from guide_app.library.reader import Library
from tests.content.made_folder import (
    CASES,
    GLOSSARY_MD,
    STATES,
    STATUTES,
    WARREN,
    WARREN_MD,
    case,
    edited,
    warren,
    with_block,
    write_folder,
)


@pytest.fixture
def compiled(tmp_path):
    """Return a function that compiles the made folder with changes and opens the library."""
    opened = []

    def compiled_(files=None):
        compile_folder([write_folder(tmp_path / "guide", files)], tmp_path / "library.sqlite3")
        opened.append(Library.open(tmp_path / "library.sqlite3"))
        return opened[-1]

    yield compiled_
    for library in opened:
        library.close()


# -- what is in the library ------------------------------------------------------------------------------------------


def test_the_guide_by_itself(compiled, tmp_path):
    library = compiled(warren(("2026-01-24", "2026-02-01")))
    assert (library.title, library.version, library.language) == (GUIDE_TITLE, __version__, "en")
    assert library.reviewed == "2026-02-01"  # the youngest article
    assert library.fingerprint == fingerprint([tmp_path / "guide"])


def test_topics_and_articles_stand_in_their_order(compiled):
    library = compiled()
    assert [topic.id for topic in library.topics()] == ["start", "cases"]
    assert [row.id for row in library.articles("start")] == ["glossary", "rules"]


def test_an_article(compiled):
    article = compiled(with_block("word " * 490 + "{.general}")).article("warren")
    assert article.title == "Warren: what happens when police leave too soon?"
    assert article.summary_html.startswith("<strong>Usually no claim.</strong> A call for help")
    assert article.summary.startswith("Usually no claim. A call for help")
    assert article.lead_html.startswith('<table class="callout warning"')
    assert (article.reviewed, article.applies_to, article.topic) == ("2026-01-24", "District of Columbia", "cases")
    assert [(link.target, link.title) for link in article.related] == [("glossary", "What do the legal words mean?")]
    assert article.minutes == 3
    assert [section.id for section in article.sections] == ["warren/what-happened", "warren/what-court-decided"]


def test_a_short_article_takes_a_minute(compiled):
    assert compiled().article("rules").minutes == 1


def test_related_articles_that_are_not_there_are_left_out(compiled):
    assert compiled(warren(("[glossary]", "[glossary, nowhere]"))).article("warren").related[1:] == ()


def test_a_section_knows_the_authorities_that_it_rests_on(compiled):
    text = f"Yes [@usc-42-1983; @nobody; @{WARREN}, 5; @{WARREN}, x!; @service:us-911]."
    cited = compiled(with_block(text)).cited("warren/what-happened")
    assert [(one.authority, one.pinpoint) for one in cited] == [("usc-42-1983", ""), (WARREN, "2, 5")]


def test_a_section_that_cites_an_authority_several_times_knows_all_its_pages(compiled):
    text = f"Yes [@{WARREN}]. It does [@{WARREN}, 9; @{WARREN}, 5-6]."
    assert compiled(with_block(text)).cited("warren/what-happened") == ((WARREN, "2, 5–6, 9"),)


def test_the_sections_of_the_states_rest_on_theirs(compiled):
    assert [one.authority for one in compiled().cited("rules/ny")] == [WARREN]


def test_an_old_id_leads_to_the_new_place(compiled):
    library = compiled(warren(("[warren/ruling]", "[warren/ruling, glossary]")))
    assert library.resolve("warren/ruling") == "warren/what-court-decided"
    assert library.resolve("glossary") == "glossary/public-duty-rule"  # still there, so it is not renamed


def test_cases_are_found_by_their_citations(compiled):
    library = compiled()
    assert library.search("444 A.2d 1").authority_ids == (WARREN,)
    row = library.authority_row(WARREN)
    assert (row.name, row.cite, row.year) == ("Warren v. District of Columbia", "444 A.2d 1 (D.C. 1981)", "1981")
    assert library.authority_row("usc-42-1983").place == "United States"


def test_a_page_is_listed_with_its_publisher(compiled):
    source = STATUTES.replace("usc-42-1983", "source-page").replace("type: statute", "type: source")
    source = source.replace("  cite: 42 U.S.C. § 1983", "  publisher: A Court")
    row = compiled({"authorities/x.yaml": source}).authority_row("source-page")
    assert (row.kind, row.name, row.cite) == ("source", "Civil action for deprivation of rights", "A Court")


COURTS = [
    ("Supreme Court of the United States", ""),
    ("United States Court of Appeals for the Second Circuit", ""),
    ("United States District Court for the District of New York", ""),  # a federal court, wherever it sits
    ("New York Court of Appeals", "New York"),
    ("Supreme Court of Appeals of West Virginia", "West Virginia"),  # and not Virginia
    ("Supreme Court of Virginia", "Virginia"),
    ("Supreme Court of Ruritania", ""),
]


@pytest.mark.parametrize(("court", "state"), COURTS)
def test_a_case_belongs_to_the_state_of_its_court(compiled, court, state):
    others = "".join(
        STATES.replace("state: NY", f"state: {short}").replace("name: New York", f"name: {name}")
        for short, name in (("VA", "Virginia"), ("WV", "West Virginia"))
    )
    more = case("some-v-other-2001", "Some v. Other", "Some", "1", "U.S.", "2", "unknown").replace(
        "District of Columbia Court of Appeals", court
    )
    library = compiled({"states/more.yaml": others, "authorities/cases.yaml": CASES + more})
    found = {listed.row.id: listed.state for listed in library.listed_authorities()}
    assert found["some-v-other-2001"] == state


def test_services_and_states_are_kept_as_they_are_written(compiled):
    library = compiled()
    assert library.service("us-911").phone == "911"
    assert library.state("NY")["read_on"] == "2026-01-23"


def test_everyday_words_lead_to_the_words_of_the_guide(compiled):
    assert compiled().search("brouhaha").hits == ()
    library = compiled({"articles/en/synonyms.yaml": "same: []\nleads_to:\n  DUTY: [Brouhaha]\n"})
    assert "glossary/public-duty-rule" in [hit.section for hit in library.search("brouhaha").hits]


# -- what is left out ------------------------------------------------------------------------------------------------


def test_what_cannot_be_used_is_left_out_and_named(tmp_path):
    folder = write_folder(tmp_path / "guide", {"articles/en/x.md": GLOSSARY_MD, "articles/en/y.md": "no head"})
    report = compile_folder([folder], tmp_path / "library.sqlite3")
    assert report.left_out == (f"{folder}/articles/en/x.md:2", f"{folder}/articles/en/y.md:1")
    assert report.counts.articles == 3


def test_findings_do_not_keep_a_text_out(tmp_path):
    report = compile_folder([write_folder(tmp_path, with_block("No [@nobody]."))], tmp_path / "library.sqlite3")
    assert len(report.findings) == 1
    assert report.left_out == ()


TWICE = "[[states: deadlines]]\n[[states: pub"
# Each of these ended the compiler once, or would without the guard that it names.
HARD = [
    ("a section with the id of a state's", edited("articles/en/rules.md", ("{#how-to-read}", "{#ny}"))),
    ("two places for the sections of the states", edited("articles/en/rules.md", ("[[states: pub", TWICE))),
    ("a list whose number is longer than Python's numbers", with_block("9" * 5000 + ". one")),
    ("a list in a list in a list …", with_block("- " * 400 + "x")),
    ("a callout in a callout in a callout …", with_block("\n".join("    " * n + '!!! call "x"' for n in range(300)))),
    ("emphasis in emphasis", with_block("*_" * 300 + "x" + "_*" * 300)),
    ("brackets in brackets", with_block("[" * 2000 + "](" * 2000)),
    ("a service with more fields than we know", {"services/x.yaml": "- {id: x, a: " + "[" * 200 + "]" * 200 + "}\n"}),
]


@pytest.mark.parametrize("files", [row[1] for row in HARD], ids=[row[0] for row in HARD])
def test_no_text_ends_the_compiler(compiled, files):
    assert compiled(files).article("glossary").id == "glossary"


# -- no library ------------------------------------------------------------------------------------------------------


def test_a_folder_without_an_article_says_the_first_thing_that_is_wrong(tmp_path):
    folder = write_folder(
        tmp_path / "guide", {f"articles/en/{name}.md": "x" for name in ("warren", "glossary", "rules")}
    )
    with pytest.raises(CompileError) as error:
        compile_folder([folder], tmp_path / "library.sqlite3")
    assert str(error.value).startswith(
        f"There is no usable article in {folder}. "
        f"The first of what is wrong: {folder}/articles/en/glossary.md:1: the article has no head; "
    )
    assert not (tmp_path / "library.sqlite3").exists()


def test_a_folder_in_which_nothing_is_wrong_but_that_nothing_is_there(tmp_path):
    (tmp_path / "articles" / "en").mkdir(parents=True)
    with pytest.raises(CompileError, match=r"^There is no usable article in .*[^.]\.$"):
        compile_folder([tmp_path], tmp_path / "library.sqlite3")


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CompileError, match=r"^There is no content folder .*nowhere\.$"):
        compile_folder([tmp_path / "nowhere"], tmp_path / "library.sqlite3")


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritten, match=r"^The library file .* could not be written: File exists\.$"):
        compile_folder([write_folder(tmp_path / "guide")], tmp_path / "file" / "library.sqlite3")


def test_a_place_where_a_folder_is(tmp_path):
    (tmp_path / "library.sqlite3").mkdir()
    with pytest.raises(NotWritten):
        compile_folder([write_folder(tmp_path / "guide")], tmp_path / "library.sqlite3")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["guide", "library.sqlite3"]


# -- interrupted -----------------------------------------------------------------------------------------------------


@pytest.fixture
def old(tmp_path):
    """A library that is there already, as its bytes."""
    target = tmp_path / "out" / "library.sqlite3"
    compile_folder([write_folder(tmp_path / "guide")], target)
    return target


@pytest.mark.parametrize("step", range(1, 10))
def test_an_interrupted_compilation_leaves_the_old_library_and_nothing_else(tmp_path, old, step):
    before = old.read_bytes()

    def interrupt(done, _total):
        if done == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compile_folder([tmp_path / "guide"], old, progress=interrupt)
    assert [path.name for path in old.parent.iterdir()] == ["library.sqlite3"]
    assert old.read_bytes() == before


KILLED = """
import os, signal, sys
from pathlib import Path
from guide_app.content.compiler import compile_folder
compile_folder([Path(sys.argv[1])], Path(sys.argv[2]), progress=lambda done, _: done == 8 and os.kill(os.getpid(), 9))
"""


def test_a_killed_compilation_leaves_the_old_library_and_is_tidied_up_later(tmp_path, old):
    before = old.read_bytes()
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "guide"), str(old)], check=False, timeout=60)
    (left,) = [path for path in old.parent.iterdir() if path != old]
    assert old.read_bytes() == before
    compile_folder([tmp_path / "guide"], old)
    assert left.exists()  # it might be the work of a program that is still running
    long_ago = time.time() - 2 * 60 * 60
    os.utime(left, (long_ago, long_ago))
    compile_folder([tmp_path / "guide"], old)
    assert list(old.parent.iterdir()) == [old]


def test_progress_goes_up_to_all_steps(tmp_path):
    steps = []
    folder = write_folder(tmp_path / "guide", {"articles/en/broken.md": "no head"})
    compile_folder([folder], tmp_path / "library.sqlite3", progress=lambda *step: steps.append(step))
    # four are read, three of them checked and written
    assert steps == [(number, 12) for number in range(1, 11)]


def test_entries_are_json_that_any_program_reads(compiled, tmp_path):
    import sqlite3

    compiled()
    with sqlite3.connect(tmp_path / "library.sqlite3") as connection:
        (data,) = connection.execute("SELECT data FROM authority WHERE id = ?", (WARREN,)).fetchone()
    connection.close()
    assert json.loads(data)["caption"] == "Warren v. District of Columbia"
    assert WARREN_MD.count(WARREN) == 2
