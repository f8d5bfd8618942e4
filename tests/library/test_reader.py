"""Reading the compiled library."""

import sqlite3
from pathlib import Path, PurePosixPath

import pytest

from guide_app.citations.model import Case, Statute
from guide_app.library import porter, spelling
from guide_app.library.model import ArticleRow, CitedAuthority, Link, StateRow, Topic
from guide_app.library.reader import Library, LibraryError, NotInGuide, library_uri
from tests.library.small_guide import write_small_guide


def test_says_what_guide_it_is(library):
    assert (library.title, library.version, library.language) == ("A Small Guide", "1.2", "en")
    assert (library.reviewed, library.fingerprint) == ("2026-11-24", "f00d")


def test_topics_and_articles_in_order(library):
    assert library.topics() == (Topic("start", "Start here"), Topic("cases", "Cases"))
    assert library.articles("cases")[0] == ArticleRow("orders", "cases", "Restraining orders")
    assert [row.id for row in library.articles("start")] == ["help", "deadlines", "immunity"]
    assert library.articles("nothing") == ()
    assert library.article_count() == 6


def test_an_article_is_whole(library):
    article = library.article("help")
    assert article.title == "Do the police have to come?"
    assert article.topic_title == "Start here"
    assert [section.id for section in article.sections] == ["help/never-came", "help/why-slow"]
    assert article.sections[1].html.startswith("<p>There are many calls")
    assert article.related == (
        Link("orders", "Restraining orders"),
        Link("help/why-slow", "Why are officers slow?"),
    )
    assert article.minutes == 1


def test_sections(library):
    assert [row.heading for row in library.sections("orders")] == ["Must the police enforce a restraining order?"]
    assert library.sections("nothing") == ()
    assert library.section("help/why-slow").text.startswith("There are many calls")
    row = library.section_row("help/why-slow")
    assert (row.article, row.article_title, row.heading) == (
        "help",
        "Do the police have to come?",
        "Why are officers slow?",
    )


@pytest.mark.parametrize(
    ("identity", "section"),
    [
        ("help/why-slow", "help/why-slow"),
        ("help", "help/never-came"),  # an article means its first section
        ("help/old", "help/never-came"),  # renamed
        ("older", "help/never-came"),  # renamed twice
        ("gone", None),  # renamed, and then removed
        ("a", None),  # renamed in a circle
        ("never/was", None),
        ("", None),
        ("\udcff", None),  # a byte that was not text, from a command line
        ("a\0b", None),
    ],
)
def test_resolve(library, identity, section):
    assert library.resolve(identity) == section


def test_what_a_section_rests_on(library):
    assert library.cited("help/never-came") == (
        CitedAuthority("deshaney-v-winnebago-1989", "195"),
        CitedAuthority("usc-42-1983", ""),
    )
    assert library.cited("deadlines/tx") == ()


def test_authorities(library):
    assert isinstance(library.authority("deshaney-v-winnebago-1989"), Case)
    assert isinstance(library.authority("usc-42-1983"), Statute)
    assert library.authority_row("usc-42-1983").cite == "42 U.S.C. § 1983"
    assert [row.id for row in library.authorities()][:2] == ["deshaney-v-winnebago-1989", "castle-rock-v-gonzales-2005"]
    assert [row.id for row in library.sections_citing("deshaney-v-winnebago-1989")] == [
        "help/never-came",
        "help/why-slow",
        "deshaney/decided",
    ]


def test_authorities_with_their_states_and_what_else_finds_them(library):
    listed = {one.row.id: one for one in library.listed_authorities()}
    assert [*listed] == [row.id for row in library.authorities()]
    deshaney = listed["deshaney-v-winnebago-1989"]
    assert deshaney.row == library.authority_row("deshaney-v-winnebago-1989")
    assert deshaney.state == ""
    assert "489 us 189" in deshaney.words
    for section in library.sections_citing("deshaney-v-winnebago-1989"):
        assert section.article_title in deshaney.words
        assert library.article(section.article).topic_title in deshaney.words
    assert listed["castle-rock-v-gonzales-2005"].words == "545 us 748 Cases Restraining orders"
    assert listed["gonzales-v-helena-2011"].state == "Texas"


def test_services(library):
    assert library.service("us-911").languages == ("en",)
    assert library.service("tx-aid").phone == ""  # what the data does not have is an empty text
    assert [one.id for one in library.services()] == ["us-911", "tx-aid", "tx-line"]
    assert [one.id for one in library.services(coverage="TX")] == ["tx-aid", "tx-line"]
    assert [one.id for one in library.services(coverage="TX", kind="hotline")] == ["tx-line"]
    assert [one.id for one in library.services("national", "hotline")] == ["us-911"]


def test_states(library):
    assert library.states()[0] == StateRow("DC", "District of Columbia")
    assert [row.abbreviation for row in library.states()] == ["DC", "IN", "TX", "VA", "WA", "WV"]
    assert library.state("tx") == {"state": "TX", "name": "Texas"}


@pytest.mark.parametrize(
    "ask",
    [Library.article, Library.section, Library.section_row, Library.authority, Library.authority_row, Library.service],
)
def test_an_unknown_id_is_not_in_the_guide(library, ask):
    with pytest.raises(NotInGuide, match=r"This guide has no .* “no-such-id”") as caught:
        ask(library, "no-such-id")
    assert caught.value.id == "no-such-id"


def test_an_unknown_state_is_not_in_the_guide(library):
    with pytest.raises(NotInGuide):
        library.state("ZZ")


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(LibraryError, match="missing"):
        Library.open(tmp_path / "none.sqlite3")
    with pytest.raises(LibraryError, match="missing"):
        Library.open(tmp_path)


def test_a_file_that_is_no_library_is_said(tmp_path):
    file = tmp_path / "library.sqlite3"
    file.write_bytes(b"hello, this is not a database" * 100)
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(file)


def test_a_file_that_was_cut_short_is_said(small_file, tmp_path):
    file = tmp_path / "short.sqlite3"
    whole = small_file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(file)


def test_an_empty_file_is_said(tmp_path):
    file = tmp_path / "empty.sqlite3"
    file.touch()
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(file)


def test_a_file_that_cannot_be_opened_is_said(small_file, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library.open(small_file)


def test_another_schema_is_said(tmp_path):
    file = write_small_guide(tmp_path / "other.sqlite3")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema_version'")
    connection.close()
    with pytest.raises(LibraryError, match="another version of the program"):
        Library.open(file)


@pytest.mark.parametrize("ask", [Library.topics, lambda library: library.search("police")])
def test_damage_that_shows_later_is_said(tmp_path, ask):
    file = write_small_guide(tmp_path / "damaged.sqlite3")
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE topic")
        connection.execute("DROP TABLE stem")
    connection.close()
    with Library.open(file) as library, pytest.raises(LibraryError, match="damaged"):
        ask(library)


@pytest.mark.parametrize("ask", [Library.topics, lambda library: library.search("police")])
def test_a_closed_library_is_a_bug_and_not_a_damaged_file(small_file, ask):
    library = Library.open(small_file)
    library.search("police")
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        ask(library)


def test_the_file_is_never_written(small_file):
    before = small_file.read_bytes()
    with Library.open(small_file) as library:
        library.search("the cops never showed up")
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            library._connection.execute("DELETE FROM section")
    assert small_file.read_bytes() == before
    assert sorted(path.name for path in small_file.parent.iterdir()) == ["small.sqlite3"]


@pytest.mark.parametrize(
    "name", ["100% sure?.sqlite3", "a#b&c=d.sqlite3", "mit Leerzeichen ü.sqlite3", "x;y'z\".sqlite3"]
)
def test_any_file_name_opens(tmp_path, name):
    with Library.open(write_small_guide(tmp_path / name)) as library:
        assert library.article_count() == 6


class _Elsewhere:
    """A path as another system has it."""

    def __init__(self, posix: str) -> None:
        self._posix = posix

    def absolute(self) -> PurePosixPath:
        return self

    def as_posix(self) -> str:
        return self._posix


@pytest.mark.parametrize(
    ("posix", "uri"),
    [
        ("/home/me/a b.sqlite3", "file:///home/me/a%20b.sqlite3?mode=ro&immutable=1"),
        ("C:/Program Files/x.sqlite3", "file:///C:/Program%20Files/x.sqlite3?mode=ro&immutable=1"),
        ("//server/share/x?.sqlite3", "file:////server/share/x%3F.sqlite3?mode=ro&immutable=1"),
    ],
)
def test_the_uri_of_every_kind_of_path(posix, uri):
    assert library_uri(_Elsewhere(posix)) == uri


def test_a_relative_path_is_made_whole():
    assert library_uri(Path("x.sqlite3")).startswith(f"file://{Path.cwd().as_posix()}/x.sqlite3?")


def test_words_that_were_typed_can_be_forgotten(library):
    library.forget_typed()  # nothing yet
    assert not library.remembers_typed
    assert library.search("qualifeid imunity").corrected
    assert library.remembers_typed
    library.forget_typed()
    assert not library.remembers_typed
    for cache in (porter.stem, spelling._letters, spelling._skeleton):
        assert cache.cache_info().currsize == 0
    assert library.search("imunity").hits
