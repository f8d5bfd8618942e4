"""The commands: exit 0 done, 1 the answer is no, 2 wrong use or environment; one plain sentence, no traceback."""

import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from guide_app import __version__
from guide_app.cli import main

ROOT = Path(__file__).parents[1]
CLINIC = Path(__file__).parent / "clinic_folder"
WARREN = "warren-v-district-of-columbia-1981"


@pytest.fixture(scope="module")
def data(tmp_path_factory, compiled_guide):
    """A data folder in which the shipped guide has been compiled already."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def run(data, capsys):
    """Run a command in this process; return its exit code, what it printed and what it complained of."""

    def run_(*arguments, folder=data):
        try:
            code = main(["--data-dir", str(folder), *map(str, arguments)])
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run_


def start(*arguments, folder, environ=None, stdin=None):
    """Run a command as a program of its own."""
    clean = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "guide_app", "--data-dir", str(folder), *map(str, arguments)],
        cwd=ROOT,
        env={**clean, **(environ or {})},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def one_sentence(err):
    """Say whether a complaint is one line of ours."""
    return err.startswith("guide-app: ") and err.count("\n") == 1


# -- the front door --------------------------------------------------------------------------------------------------


def test_the_version(run):
    assert run("--version") == (0, f"Police Liability Guide {__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    [(), ("search",), ("cite",), ("snapshot",), ("check",), ("build",), ("bookmarks",), ("bookmarks", "export"),
     ("bookmarks", "import")],
    ids=" ".join,
)  # fmt: skip
def test_every_command_has_help(run, command):
    code, out, err = run(*command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith("usage: guide-app")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("search",),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--limit", "many"),
        ("snapshot",),
        ("snapshot", "x.png", "--size", "10x10"),
        ("snapshot", "x.png", "--size", "wide"),
        ("snapshot", "x.png", "--zoom", "5000"),
        ("snapshot", "x.png", "--theme", "pink"),
        ("bookmarks",),
        ("bookmarks", "export"),
        ("--nonsense",),
    ],
    ids=" ".join,
)
def test_wrong_use_is_two(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: guide-app")


def test_the_module_is_the_command(tmp_path):
    done = start("--version", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"Police Liability Guide {__version__}\n")


def test_a_reader_of_the_output_that_goes_away_is_no_error(data, run):
    run("search", "police")
    command = f"{sys.executable} -m guide_app --data-dir {data} cite --all | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_terminal_that_does_not_know_a_sign_gets_the_answer_all_the_same(data, run, more):
    run("search", "police")
    old = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = start("search", "what does section 1983 mean", *more, folder=data, environ=old)
    assert (done.returncode, done.stderr) == (0, "")
    assert "What does ?Section 1983? mean" in done.stdout


# -- search ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("the cops never showed up", {"duty-to-protect"}),
        ("restrainig order not enforced", {"castle-rock", "restraining-orders"}),
    ],
)
def test_search_finds_the_answer_of_the_issue(run, question, articles):
    code, out, err = run("search", question, "--json")
    hits = json.loads(out)
    assert (code, err) == (0, "")
    assert hits[0]["article"] in articles
    assert set(hits[0]) == {"section", "article", "title", "heading", "snippet", "score"}
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_search_in_words(run):
    code, out, err = run("search", "the", "cops", "never", "showed", "up", "--limit", "3")
    assert (code, err) == (0, "")
    assert "duty-to-protect" in out


@pytest.mark.parametrize("limit", [1, 3])
def test_search_lists_at_most_so_many(run, limit):
    assert len(json.loads(run("search", "police", "--json", "--limit", limit)[1])) == limit


def test_a_question_without_an_answer_is_one(run):
    code, out, err = run("search", "zzyzx qwerty blorp", "--json")
    assert (code, json.loads(out)) == (1, [])
    assert "no answer" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("question", ["'", '"', "AND", "*", "-", "\x07", "§", "日本語", " "], ids=ascii)
def test_any_question_can_be_asked(run, question):
    assert run("search", "--", question)[0] in (0, 1)


# -- cite ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ((WARREN,), "444 A.2d 1"),
        (("489 U.S. 189",), "DeShaney"),
        ((WARREN, "--as", "text", "--pin", "3"), "444 A.2d 1, 3"),
        ((WARREN, "--short", "--pin", "3", "--as", "text"), "444 A.2d at 3"),
        ((WARREN, "--as", "ris"), "TY  - CASE"),
        ((WARREN, "--as", "csl-json"), '"type"'),
        (("usc-42-1983", "--as", "text"), "1983"),
    ],
)
def test_cite(run, arguments, part):
    code, out, _err = run("cite", *arguments)
    assert code == 0
    assert part in out.replace("\xa0", " ")


def test_more_may_be_named_after_an_option(run):
    code, out, _err = run("cite", "42 USC 1983", "--as", "text", WARREN, "--short", "489 U.S. 189, 195")
    assert (code, out.count("\n")) == (0, 3)
    code, out, err = run("cite", WARREN, "--as", "text", WARREN, "--none")
    assert (code, out) == (2, "")
    assert "unrecognized arguments" in err
    assert run("search", "police", "--limit", "1", "come")[0] == 2


def test_cite_all(run):
    code, out, err = run("cite", "--all", "--as", "text")
    assert (code, err) == (0, "")
    assert out.count("\n") > 100


def test_an_unknown_authority_is_one_and_names_the_nearest(run):
    code, out, err = run("cite", "warren-v-distrct")
    assert (code, out) == (1, "")
    assert WARREN in err


@pytest.mark.parametrize(
    ("arguments", "code"), [((), 2), ((WARREN, "--as", "papyrus"), 2), ((WARREN, "--pin", "not a page!"), 1)]
)
def test_what_cannot_be_cited(run, arguments, code):
    got, out, err = run("cite", *arguments)
    assert (got, out) == (code, "")
    assert one_sentence(err)


# -- check and build -------------------------------------------------------------------------------------------------


@pytest.fixture
def broken_folder(tmp_path):
    """A content folder whose only article has no head."""
    articles = tmp_path / "content" / "articles" / "en"
    articles.mkdir(parents=True)
    (articles / "topics.yaml").write_text("- id: start\n  title: Start\n")
    (articles / "broken.md").write_text("No head\n\n## A question? {#q}\n\nText\n")
    return tmp_path / "content"


def test_the_shipped_guide_has_no_findings(run):
    code, out, err = run("check", ROOT / "resources")
    assert (code, err) == (0, ""), out


def test_findings_are_one_and_say_file_line_and_mend(run, broken_folder):
    code, out, _err = run("check", broken_folder)
    assert code == 1
    assert "broken.md:1: " in out


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_that_is_not_there_is_two(run, tmp_path, command):
    code, out, err = run(command, tmp_path / "nowhere")
    assert code == 2
    assert "nowhere" in out + err
    assert (out + err).count("\n") == 1


def test_build_writes_a_library_that_can_be_opened(run, tmp_path):
    from guide_app.library.reader import Library

    target = tmp_path / "out" / "library.sqlite3"
    target.parent.mkdir()
    code, _out, err = run("build", ROOT / "resources", "--output", target)
    assert (code, err) == (0, "")
    with Library.open(target) as library:
        assert library.article_count() >= 4


def test_build_without_a_folder_fills_the_place_where_the_window_looks(run, tmp_path):
    code, _out, _err = run("build", folder=tmp_path)
    assert code == 0
    assert list((tmp_path / "cache").glob("library-en-*.sqlite3"))


def test_nothing_usable_to_build_is_two(run, broken_folder, tmp_path):
    code, out, err = run("build", broken_folder, "--output", tmp_path / "library.sqlite3")
    assert code == 2
    assert "no usable article" in out + err
    assert not (tmp_path / "library.sqlite3").exists()


def test_a_clinic_s_folder_is_checked_beside_the_guide_and_another_guide_by_itself(run, tmp_path):
    code, out, _err = run("check", CLINIC)
    assert (code, out.split(",")[0]) == (0, "1 articles"), out
    shutil.copytree(ROOT / "resources", tmp_path / "newer")
    code, out, _err = run("check", tmp_path / "newer")
    assert code == 0, out


def test_the_clinic_s_settings_name_a_folder_for_every_command(tmp_path):
    settings = tmp_path / "etc" / "police-liability-guide" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"content_folder = '{CLINIC}'\n")
    environ = {"XDG_CONFIG_DIRS": str(settings.parents[1])}
    assert start("build", folder=tmp_path / "data", environ=environ).returncode == 0
    assert len(list((tmp_path / "data" / "cache").iterdir())) == 1
    done = start("search", "zebra street", folder=tmp_path / "data", environ=environ)
    assert "[our-clinic/where]" in done.stdout
    assert len(list((tmp_path / "data" / "cache").iterdir())) == 1


@pytest.mark.parametrize("command", ["search", "build"])
def test_settings_that_cannot_be_read_are_said(tmp_path, command):
    settings = tmp_path / "etc" / "police-liability-guide" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("kiosk = maybe\n")
    arguments = ("search", "police") if command == "search" else ("build",)
    done = start(*arguments, folder=tmp_path / "data", environ={"XDG_CONFIG_DIRS": str(settings.parents[1])})
    assert done.returncode == 2
    assert one_sentence(done.stderr), done.stderr


@pytest.mark.parametrize("command", [("search", "police"), ("cite", WARREN), ("snapshot", "x.png"), ("build",)])
def test_a_content_folder_that_is_not_there_is_two(data, tmp_path, command):
    done = start(*command, "--content", tmp_path / "nowhere", folder=data)
    assert done.returncode == 2
    assert one_sentence(done.stderr), done.stderr
    assert "nowhere" in done.stderr


# -- bookmarks -------------------------------------------------------------------------------------------------------


@pytest.fixture
def marked(tmp_path):
    """A data folder with two bookmarks."""
    from guide_app.records.store import Records

    folder = tmp_path / "marked"
    (folder / "records").mkdir(parents=True)
    records = Records.open(folder / "records" / "records.sqlite3").records
    records.add_bookmark("warren/what-happened", "What happened?", "Warren")
    records.add_bookmark("deshaney/ruling", "What was decided?", "DeShaney")
    records.set_note("deshaney/ruling", "For the clinic")
    records.close()
    return folder


@pytest.mark.parametrize(
    ("name", "arguments", "part"),
    [
        ("marks.json", (), '"warren/what-happened"'),
        ("marks.md", (), "What happened?"),
        ("marks.html", (), "NETSCAPE"),
        ("marks", ("--as", "markdown"), "For the clinic"),
    ],
)
def test_export_goes_to_a_file(run, marked, tmp_path, name, arguments, part):
    code, out, err = run("bookmarks", "export", tmp_path / name, *arguments, folder=marked)
    assert (code, out, err) == (0, "", "")
    assert part.lower() in (tmp_path / name).read_text("utf-8").lower()


def test_what_is_exported_can_be_imported_elsewhere_and_once(run, marked, tmp_path):
    text = run("bookmarks", "export", "-", folder=marked)[1]
    (tmp_path / "marks.json").write_text(text)
    other = tmp_path / "other"
    assert run("bookmarks", "import", tmp_path / "marks.json", folder=other) == (
        0,
        "2 added, 0 already there, 0 refused.\n",
        "",
    )
    assert run("bookmarks", "import", tmp_path / "marks.json", folder=other)[1].startswith("0 added, 2 already there")
    assert json.loads(run("bookmarks", "export", "-", folder=other)[1]) == json.loads(text)


def test_import_reads_a_pipe(marked, tmp_path, run):
    text = run("bookmarks", "export", "-", folder=marked)[1]
    done = start("bookmarks", "import", "-", folder=tmp_path / "other", stdin=text)
    assert (done.returncode, done.stdout) == (0, "2 added, 0 already there, 0 refused.\n")


@pytest.mark.parametrize("name", ["-", "marks.json"])
def test_bookmarks_without_a_folder_for_them_say_which_folder_it_is(run, tmp_path, name):
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "data"
    _code, _out, err = run("bookmarks", "export", name if name == "-" else tmp_path / name, folder=folder)
    assert err.startswith(f"guide-app: Nothing can be saved: the folder {folder / 'records'} allows no changes.")


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff\xfe\x00\x01", b"{}", b"[1, 2]", None], ids=repr)
def test_a_file_that_holds_no_bookmarks_is_two(run, tmp_path, content):
    if content is not None:
        (tmp_path / "in.json").write_bytes(content)
    code, out, err = run("bookmarks", "import", tmp_path / "in.json", folder=tmp_path / "data")
    assert (code, out) == (2, "")
    assert one_sentence(err)


def test_a_file_that_cannot_be_written_is_two(run, marked, tmp_path):
    code, out, err = run("bookmarks", "export", tmp_path / "no" / "such" / "folder.json", folder=marked)
    assert (code, out) == (2, "")
    assert one_sentence(err)


# -- snapshot --------------------------------------------------------------------------------------------------------


def png_size(path):
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", head[16:24])


@pytest.mark.parametrize(
    ("arguments", "size"),
    [((), (1280, 800)), (("--size", "1024x768", "--theme", "dark", "--zoom", "200", "--open", "warren"), (1024, 768))],
)
def test_snapshot_draws_the_window_without_a_screen(data, tmp_path, arguments, size):
    done = start("snapshot", tmp_path / "picture.png", *arguments, folder=data)
    assert (done.returncode, done.stderr) == (0, "")
    assert png_size(tmp_path / "picture.png") == size
    assert (tmp_path / "picture.png").stat().st_size > 20_000


def test_snapshot_touches_nothing_that_a_reader_has_kept(marked, tmp_path):
    before = {file: file.read_bytes() for file in marked.rglob("*") if file.is_file()}
    done = start("snapshot", tmp_path / "picture.png", folder=marked)
    assert done.returncode == 0
    after = {file: file.read_bytes() for file in marked.rglob("*") if file.is_file() and "cache" not in file.parts}
    assert after == before


def test_a_snapshot_of_an_unknown_section_is_one(data, tmp_path):
    done = start("snapshot", tmp_path / "picture.png", "--open", "warren/nowhere", folder=data)
    assert done.returncode == 1
    assert one_sentence(done.stderr)
    assert "warren/nowhere" in done.stderr


def test_a_snapshot_that_cannot_be_written_is_two(data, tmp_path):
    done = start("snapshot", tmp_path / "no" / "such" / "picture.png", folder=data)
    assert done.returncode == 2
    assert one_sentence(done.stderr)
