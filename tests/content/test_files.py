"""Files that cannot be used, and files that can although another program wrote them."""

import os

import pytest

from guide_app.content.check import check
from guide_app.content.files import MAX_BYTES
from guide_app.content.source import NoFolder
from tests.content.made_folder import FILES, WARREN_MD, write_folder
from tests.records.conftest import as_somebody_else, open_folder  # noqa: F401  a fixture

FILE = "articles/en/warren.md"

UNUSABLE = [
    ("Windows-1252", WARREN_MD.replace("Two calls", "Two “calls").encode("cp1252"), "23: the file is not UTF-8 text"),
    ("UTF-16", WARREN_MD.encode("utf-16"), "1: the file is not UTF-8 text"),
    ("half a character", WARREN_MD.encode() + "§".encode()[:1], "32: the file is not UTF-8 text"),
    ("a NUL", WARREN_MD.replace("Two calls", "Two\0calls"), "23: the line holds a control character"),
    ("a bell", WARREN_MD.replace("Two calls", "Two\acalls"), "23: the line holds a control character"),
    (
        "Windows-1252 taken for Latin-1",
        WARREN_MD.replace("calls", "\x93calls"),
        "23: the line holds a control character",
    ),
    ("a huge file", "x" * (MAX_BYTES + 1), "0: the file is too large (2,097,153 bytes; the limit is 2,097,152)"),
]


@pytest.mark.parametrize(("text", "finding"), [row[1:] for row in UNUSABLE], ids=[row[0] for row in UNUSABLE])
def test_a_file_that_is_no_text_is_left_out(check_folder, text, finding):
    found = check_folder({FILE: text})
    of_the_file = [line for line in found if line.startswith(FILE)]
    assert [line[: len(f"{FILE}:{finding}")] for line in of_the_file] == [f"{FILE}:{finding}"], found
    assert any("“warren” under related is not there" in line for line in found)


ODD = [
    ("a byte order mark", ("\ufeff" + WARREN_MD).encode()),
    ("the line ends of Windows", WARREN_MD.replace("\n", "\r\n")),
    ("the line ends of an old Macintosh", WARREN_MD.replace("\n", "\r")),
    ("no end of the last line", WARREN_MD.rstrip("\n")),
    (
        "a file as large as may be",
        WARREN_MD.replace("---\n", f"---\n# {'x' * (MAX_BYTES - len(WARREN_MD.encode()) - 3)}\n", 1),
    ),
]


@pytest.mark.parametrize("text", [row[1] for row in ODD], ids=[row[0] for row in ODD])
def test_a_file_of_another_program_is_read(expect, text):
    expect({FILE: text})


def test_lines_are_counted_the_same_with_the_line_ends_of_windows(check_folder):
    text = WARREN_MD.replace("public-duty-rule)", "nowhere)")
    expected = check_folder({FILE: text})
    assert check_folder({FILE: text.replace("\n", "\r\n")}) == expected
    assert expected[-1].startswith(f"{FILE}:28: the link ")


def test_decomposed_letters_are_the_same_letters(check_folder):
    """macOS writes names, and some editors text, in NFD; "é" is then two signs."""
    composed = "The café on the corner of the street was where it had happened. {.general}"
    decomposed = composed.replace("é", "e\u0301")
    files = {
        FILE: WARREN_MD.replace("Two calls", f"{composed}\n\nTwo calls"),
        "articles/en/rules.md": FILES["articles/en/rules.md"].replace("[[states", f"{decomposed}\n\n[[states"),
    }
    (found,) = check_folder(files)
    assert found.startswith(f"{FILE}:23: the paragraph stands also in ")


# -- links and other things that are no plain files ------------------------------------------------------------------


@pytest.fixture
def found_with(check_folder, tmp_path):
    """Put something in the place of the article, and return what is said of it."""

    def found_with_(make):
        folder = write_folder(tmp_path / "guide", {FILE: None})
        make(folder / FILE)
        return [line.removeprefix(f"{FILE}:") for line in check_folder({FILE: None}) if line.startswith(FILE)]

    return found_with_


def test_a_link_out_of_the_folder_is_not_followed(found_with, tmp_path):
    (tmp_path / "secret.md").write_text(WARREN_MD)
    (found,) = found_with(lambda path: path.symlink_to(tmp_path / "secret.md"))
    assert found.startswith("0: the file is a link that leads out of the content folder; copy")


def test_a_relative_link_out_of_the_folder_is_not_followed(found_with, tmp_path):
    (tmp_path / "guide-of-another").mkdir()  # its name begins like the folder's
    (tmp_path / "guide-of-another" / "secret.md").write_text(WARREN_MD)
    (found,) = found_with(lambda path: path.symlink_to("../../../guide-of-another/secret.md"))
    assert found.startswith("0: the file is a link that leads out of the content folder")


def test_a_folder_that_is_a_link_out_of_the_folder_is_not_followed(check_folder, tmp_path):
    write_folder(tmp_path / "other")
    folder = write_folder(tmp_path / "guide", {"services/services.yaml": None})
    (folder / "services").rmdir()
    (folder / "services").symlink_to(tmp_path / "other" / "services")
    found = check_folder({"services/services.yaml": None})
    assert any(line.startswith("services/services.yaml:0: the file is a link that leads out") for line in found)


def test_a_link_inside_the_folder_is_followed(found_with):
    def make(path):
        path.with_name("text").write_text(WARREN_MD)
        path.symlink_to("text")

    assert found_with(make) == []


def test_a_link_that_leads_nowhere(found_with):
    (found,) = found_with(lambda path: path.symlink_to("nowhere"))
    assert found.startswith("0: the file is a link that leads nowhere")


def test_a_link_to_itself(found_with):
    (found,) = found_with(lambda path: path.symlink_to(path.name))
    assert found.startswith("0: the file is a link that leads nowhere")


def test_a_folder_with_the_name_of_a_file(found_with):
    (found,) = found_with(lambda path: path.mkdir())
    assert found.startswith("0: this is not a plain file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_does_not_hang_the_check(found_with):
    (found,) = found_with(os.mkfifo)
    assert found.startswith("0: this is not a plain file")


def test_hidden_files_and_files_of_other_kinds_are_not_read(expect):
    expect({"articles/en/.warren.md": "Text", "articles/en/warren.md~": "Text", "services/notes.txt": "Text"})


MISNAMED = [
    ("services/more.yml", "name it more.yaml"),
    ("articles/en/cost.markdown", "name it cost.md"),
    ("authorities/CASES.YAML", "name it CASES.yaml"),
]


@pytest.mark.parametrize(("name", "mend"), MISNAMED)
def test_a_file_whose_name_ends_nearly_as_it_should_is_not_passed_over_in_silence(expect, name, mend):
    expect({name: "Text"}, f"{name}:0: a file of this name is not read; {mend}")


# -- folders ---------------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there(check_folder, tmp_path):
    with pytest.raises(NoFolder, match=r"^There is no content folder .*nowhere\.$"):
        check(tmp_path / "nowhere")
    with pytest.raises(NoFolder):
        check(write_folder(tmp_path) / FILE)


def test_a_folder_whose_name_is_no_text(tmp_path):
    with pytest.raises(NoFolder) as error:
        check(tmp_path / os.fsdecode(b"\xff"))
    str(error.value).encode()


def test_an_empty_folder(tmp_path):
    (found,) = check(tmp_path).findings
    assert str(found) == f"{tmp_path}:0: the folder holds no content; name the folder above articles/en"


def test_a_folder_of_services_only_is_enough_for_a_clinic(tmp_path):
    write_folder(tmp_path, {name: None for name in FILES if not name.startswith("services")})
    assert check(tmp_path).findings == ()


def test_a_language_that_is_not_there(check_folder):
    (found,) = check_folder(language="es")
    assert found.startswith("articles:0: there are no articles in the language “es”")


def test_files_and_folders_that_may_not_be_read(open_folder):  # noqa: F811
    folder = write_folder(open_folder / "guide")
    (folder / FILE).chmod(0)
    (folder / "services").chmod(0)
    with as_somebody_else():
        found = [str(one).replace(f"{folder}/", "") for one in check(folder).findings]
    (folder / "services").chmod(0o755)
    assert "services:0: the folder cannot be read (permission denied); mend its rights" in found
    assert (
        f"{FILE}:0: the file cannot be read (permission denied); mend its rights or take it out of the folder" in found
    )


def test_a_content_folder_that_may_not_be_listed_is_not_an_empty_one(open_folder):  # noqa: F811
    folder = write_folder(open_folder / "guide")
    folder.chmod(0)
    with as_somebody_else(), pytest.raises(NoFolder, match=r"cannot be read\.$"):
        check(folder)
    folder.chmod(0o755)
