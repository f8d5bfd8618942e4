"""Which compiled guide is opened; and that one is, whatever has become of its sources."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from guide_app.guide_file import NoGuide, cached_library, clinic_folder, content_is_newer, open_guide
from guide_app.paths import paths_for
from guide_app.progress import Progress
from guide_app.settings import Settings

ARTICLE = """---
id: {id}
title: "What is {id}?"
summary: "It is {id}."
topic: {topic}
order: 1
reviewed: 2026-11-24
applies_to: "United States"
related: []
sections:
  what:
    asked_as: [{id}]
---

## What is it? {{#what}}

{text} {{.general}}
"""


def write_article(folder, name, text="Some words.", topic="start"):
    file = folder / "articles" / "en" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(ARTICLE.format(id=name, topic=topic, text=text), "utf-8")
    return file


@pytest.fixture
def paths(tmp_path):
    """A checkout of a guide with one article."""
    folder = tmp_path / "resources"
    write_article(folder, "first")
    (folder / "articles" / "en" / "topics.yaml").write_text("- id: start\n  title: Start\n")
    return paths_for(tmp_path / "data", os.environ)._replace(content_folder=folder)


@pytest.fixture
def clinic(tmp_path):
    write_article(tmp_path / "clinic", "ours")
    return tmp_path / "clinic"


@pytest.fixture
def opened(paths):
    """Open the guide; return the texts of its sections by id, and what was said."""

    def open_(content=None, **options):
        said = []
        with open_guide(paths, content, say=said.append, **options) as library:
            ids = [row.id for topic in library.topics() for row in library.articles(topic.id)]
            return {f"{name}/what": library.article(name).sections[0].text for name in ids}, said

    return open_


def test_a_source_that_changed_is_compiled_and_one_that_did_not_is_not(paths, opened, monkeypatch):
    assert opened() == ({"first/what": "Some words."}, [])
    write_article(paths.content_folder, "first", "Other words than before.")
    assert opened() == ({"first/what": "Other words than before."}, [])
    monkeypatch.setattr("guide_app.content.compiler.compile_folder", lambda *_a, **_k: pytest.fail("compiled again"))
    assert opened()[1] == []


def test_a_clinic_s_folder_is_found_however_its_path_is_written(paths, clinic, opened, monkeypatch):
    assert set(opened(clinic)[0]) == {"first/what", "ours/what"}
    monkeypatch.chdir(clinic.parent)
    folders = (paths.content_folder, Path("clinic") / ".." / "clinic")
    assert cached_library(paths, folders, "en").is_file()


@pytest.mark.parametrize("fault", ["gone", "a file", "empty"])
def test_a_folder_that_can_no_longer_be_used_leaves_the_guide_as_it_was(paths, clinic, opened, fault):
    before, _said = opened(clinic)
    if fault == "empty":
        for folder in (clinic, paths.content_folder):
            for file in folder.rglob("*.md"):
                file.unlink()
    else:
        shutil.rmtree(clinic)
    if fault == "a file":
        clinic.write_text("no folder")
    after, said = opened(clinic)
    assert after == before
    (sentence,) = said
    assert sentence.endswith("The guide opens as it was before.")


def test_a_disk_that_takes_nothing_leaves_the_guide_as_it_was(paths, opened, monkeypatch):
    opened()
    write_article(paths.content_folder, "first", "Other words than before.")
    monkeypatch.setattr("guide_app.library.builder._sync", _no_room)
    after, said = opened()
    assert after == {"first/what": "Some words."}
    assert "No space left" in said[0]


def _no_room(*_args):
    raise OSError(28, "No space left on device")


def test_an_article_with_a_mistake_is_left_out_and_staff_are_told_how_to_find_it(clinic, opened):
    write_article(clinic, "broken", topic="nowhere")
    found, said = opened(clinic)
    assert set(found) == {"first/what", "ours/what"}
    assert said == [f"A page with a mistake in it is left out. To find it, run: guide-app check {clinic}"]
    assert opened(clinic)[1] == []


def test_a_folder_that_was_never_there_is_no_guide(opened, tmp_path):
    with pytest.raises(NoGuide, match="There is no content folder at"):
        opened(tmp_path / "nowhere")


def test_a_kiosk_opens_what_was_compiled_and_compiles_nothing(paths, opened):
    with pytest.raises(NoGuide, match="guide-app build"):
        opened(compile_allowed=False)
    opened()
    write_article(paths.content_folder, "first", "Other words than before.")
    assert opened(compile_allowed=False) == ({"first/what": "Some words."}, [])


def test_the_folder_on_the_command_line_goes_before_that_of_the_settings(tmp_path):
    settings = Settings()._replace(content_folder="~/clinic")
    assert clinic_folder(None, Settings()) is None
    assert clinic_folder(None, settings) == Path.home() / "clinic"
    assert clinic_folder(tmp_path, settings) == tmp_path


def test_staff_can_be_told_that_articles_are_newer(paths, clinic, installed, tmp_path):
    with open_guide(paths, clinic) as library:
        assert not content_is_newer(library, paths, clinic)
        write_article(clinic, "ours", "Other words than before.")
        assert content_is_newer(library, paths, clinic)
        # an installation has no articles but those that were compiled into it
        assert not content_is_newer(library, installed(tmp_path / "other"), None)


# -- a library that is there, but cannot be used ---------------------------------------------------------------------


@pytest.mark.parametrize("damage", [b"", b"no database, but long enough to look like one" * 100])
def test_a_damaged_library_is_compiled_anew(paths, opened, damage):
    first = opened()
    (file,) = paths.cache_folder.iterdir()
    file.write_bytes(damage)
    assert opened() == first


def test_progress_is_asked_for_only_when_there_is_something_to_compile(paths):
    asked = []

    def progress():
        asked.append(True)
        return Progress(asked.append, lambda: None)

    for _ in range(2):
        open_guide(paths, progress=progress).close()
    assert asked == [True]


def test_each_language_and_each_set_of_folders_has_a_library_of_its_own(paths, clinic):
    names = {
        cached_library(paths, folders, language)
        for folders in ((clinic,), (clinic, clinic))
        for language in ("en", "es")
    }
    assert len(names) == 4


# -- a cache that cannot be written ----------------------------------------------------------------------------------


def in_the_way(paths):
    """Put a file where the cache folder should be."""
    paths.cache_folder.parent.mkdir(parents=True)
    paths.cache_folder.write_text("in the way")


def test_without_a_cache_the_guide_opens_and_says_so(paths, opened):
    in_the_way(paths)
    found, (sentence,) = opened()
    assert found == {"first/what": "Some words."}
    assert sentence.endswith("could not be written: File exists. The guide has to be prepared anew at every start.")


def test_nobody_need_listen(paths):
    in_the_way(paths)
    open_guide(paths).close()


def test_with_no_place_at_all_there_is_no_guide(paths, opened, monkeypatch, tmp_path):
    in_the_way(paths)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(NoGuide, match=r"could not be written: File exists\.$"):
        opened()


# -- an installed program --------------------------------------------------------------------------------------------


def test_an_installation_opens_the_library_that_it_was_shipped_with(installed, tmp_path):
    with open_guide(installed(tmp_path)) as library:
        assert library.article_count() == 4
    assert list(tmp_path.iterdir()) == []


def test_an_installation_without_that_language(installed, tmp_path):
    with pytest.raises(NoGuide, match="has no guide in it"):
        open_guide(installed(tmp_path), language="es")


def test_an_installation_whose_library_is_damaged(tmp_path):
    shipped = tmp_path / "guide_app" / "_shipped"
    shipped.mkdir(parents=True)
    (shipped / "library-en.sqlite3").write_bytes(b"x" * 5000)
    with pytest.raises(NoGuide, match=r"is damaged.*Install the guide again"):
        open_guide(paths_for(tmp_path / "data", os.environ, tmp_path / "guide_app"))
