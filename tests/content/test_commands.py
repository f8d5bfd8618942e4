"""`guide-app check` and `guide-app build`, as staff type them."""

import pytest

from guide_app.cli import main
from guide_app.library.reader import Library
from tests.content.made_folder import FILES, write_folder


@pytest.fixture
def run(tmp_path, capsys):
    """Run a command; return its exit code, what it printed and what it complained of."""

    def run_(*arguments):
        code = main(["--data-dir", str(tmp_path / "data"), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out, err

    return run_


@pytest.fixture
def folder(tmp_path):
    return write_folder(tmp_path / "guide")


def test_a_folder_in_which_all_is_well(run, folder):
    code, out, err = run("check", folder)
    assert (code, err) == (0, "")
    assert out.startswith("3 articles, ")


def test_findings_one_a_line_then_their_number_and_the_counts(run, folder):
    (folder / "articles" / "en" / "more.md").write_text("no head\n")
    code, out, err = run("check", folder)
    assert (code, err) == (1, "")
    assert out.splitlines()[:2] == [
        f"{folder}/articles/en/more.md:1: the article has no head; begin it with a YAML head between two lines ---",
        "1 findings",
    ]


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_that_is_not_there_is_one_sentence(run, tmp_path, command):
    code, out, err = run(command, tmp_path / "nowhere")
    assert (code, out) == (2, "")
    assert err == f"guide-app: There is no content folder {tmp_path / 'nowhere'}.\n"


def test_another_language(run, folder):
    code, out, _err = run("check", folder, "--language", "es")
    assert code == 1
    assert f"{folder}/articles:0: there are no articles in the language “es”" in out


def test_the_guide_itself_in_a_language_that_it_does_not_have(run):
    from tests.conftest import RESOURCES

    code, out, _err = run("check", RESOURCES, "--language", "xx")
    assert (code, out.count("\n")) == (1, 3)  # and not that every id stands twice


def test_a_folder_without_a_topic_of_the_guides_stands_beside_the_guide(run, tmp_path):
    folder = write_folder(tmp_path / "ours", {name: None for name in FILES if not name.startswith("services")})
    code, out, _err = run("check", folder)
    assert code == 1
    assert out.startswith(f"{folder}/services/services.yaml:1: the service “us-911” stands twice (also in ")


def test_build_where_it_is_asked_for(run, folder, tmp_path):
    code, out, err = run("build", folder, "--output", tmp_path / "out" / "library.sqlite3")
    assert (code, err) == (0, "")
    assert out.startswith("3 articles, ")
    with Library.open(tmp_path / "out" / "library.sqlite3") as library:
        assert library.article_count() == 3


def test_build_with_something_left_out_is_one_and_findings_are_not(run, folder, tmp_path):
    target = tmp_path / "library.sqlite3"
    (folder / "services" / "more.yaml").write_text("- id: x\n  phone: 1\n")
    code, out, _err = run("build", folder, "--output", target)
    assert code == 1
    assert "more.yaml:1: the entry is left out: " in out
    (folder / "services" / "more.yaml").write_text("")
    text = FILES["articles/en/warren.md"].replace("2026-01-24", "2999-01-24")
    (folder / "articles" / "en" / "warren.md").write_text(text)
    code, out, _err = run("build", folder, "--output", target)
    assert (code, "in the future" in out) == (0, True)


def test_build_where_nothing_can_be_written_is_one_sentence(run, folder, tmp_path):
    (tmp_path / "file").write_text("in the way")
    code, out, err = run("build", folder, "--output", tmp_path / "file" / "library.sqlite3")
    assert (code, out) == (2, "")
    assert err.endswith("could not be written: File exists.\n")
