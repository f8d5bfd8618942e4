"""The fingerprint of content folders: it changes when a content file does, and with nothing else."""

import os

import pytest

from guide_app.library.fingerprint import fingerprint
from tests.records.conftest import as_somebody_else, open_folder  # noqa: F401  a fixture


@pytest.fixture
def folder(tmp_path):
    for name in ("articles/en/a.md", "articles/en/topics.yaml", "services/services.yaml", "authorities/deep/er/x.yaml"):
        path = tmp_path / "guide" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path / "guide"


def longer(folder):
    (folder / "articles" / "en" / "a.md").write_text("longer text")


def later(folder):
    path = folder / "services" / "services.yaml"
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))


CHANGES = [
    ("an article is longer", longer),
    ("a file is as long as before, but younger", later),
    ("a file deep down is gone", lambda folder: (folder / "authorities" / "deep" / "er" / "x.yaml").unlink()),
    (
        "a file has another name",
        lambda folder: (folder / "articles" / "en" / "a.md").rename(folder / "articles" / "b.md"),
    ),
    ("a list of published ids is new", lambda folder: (folder / "articles" / "en" / "ids.txt").write_text("")),
    ("a clinic says more of itself", lambda folder: (folder / "clinic.yaml").write_text("name: Ours\n")),
    (
        "a link leads nowhere",
        lambda folder: (folder / "states").symlink_to("x") or (folder / "services" / "x.yaml").symlink_to("x"),
    ),
]


@pytest.mark.parametrize("change", [row[1] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes_when(folder, change):
    before = fingerprint([folder])
    change(folder)
    assert fingerprint([folder]) != before


SAME = [
    ("nothing happens", lambda folder: None),
    ("a file of another kind is new", lambda folder: (folder / "articles" / "en" / "a.md~").write_text("x")),
    ("a folder of another name is new", lambda folder: (folder / "notes").mkdir()),
    ("an empty folder is new", lambda folder: (folder / "states").mkdir()),
    ("a folder that is a link leads back up", lambda folder: (folder / "articles" / "up").symlink_to("..")),
]


@pytest.mark.parametrize("change", [row[1] for row in SAME], ids=[row[0] for row in SAME])
def test_it_stays_when(folder, change):
    before = fingerprint([folder])
    change(folder)
    assert fingerprint([folder]) == before


def test_the_order_of_the_folders_counts(folder, tmp_path):
    assert fingerprint([folder, tmp_path]) != fingerprint([tmp_path, folder])


def test_a_folder_that_is_not_there_is_an_empty_one(tmp_path):
    assert fingerprint([tmp_path / "nowhere"]) == fingerprint([tmp_path])


def test_a_folder_that_may_not_be_read_is_an_empty_one(open_folder):  # noqa: F811
    (open_folder / "services").mkdir()
    (open_folder / "services" / "x.yaml").write_text("text")
    (open_folder / "services").chmod(0)
    with as_somebody_else():
        assert fingerprint([open_folder]) == fingerprint([open_folder / "nowhere"])
    (open_folder / "services").chmod(0o755)


def test_another_version_of_the_program_is_another_fingerprint(folder, monkeypatch):
    before = fingerprint([folder])
    monkeypatch.setattr("guide_app.library.fingerprint.__version__", "0.0.0")
    assert fingerprint([folder]) != before
