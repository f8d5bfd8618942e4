"""The made folder, checked as `guide-app check` does it."""

import io

import pytest

from guide_app.content.commands import run_check
from tests.content.made_folder import write_folder


@pytest.fixture
def check_folder(tmp_path):
    """Return a function that writes the folder with changes and gives what is found, with paths inside the folder."""

    def check_folder_(files=None, **options):
        folder = write_folder(tmp_path / "guide", files)
        out = io.StringIO()
        code = run_check(folder, out, **options)
        *found, _counts = out.getvalue().splitlines()
        assert code == (1 if found else 0)
        if found:
            assert found.pop() == f"{len(found)} findings"
        return [line.replace(f"{folder}/", "").replace(f"{folder}:", ":") for line in found]

    return check_folder_


@pytest.fixture
def expect(check_folder):
    """Return a function that asserts exactly which findings there are; the words of each are given from its start."""

    def expect_(files, *expected):
        found = check_folder(files)
        begun = [line[: len(start)] for line, start in zip(found, expected, strict=False)]
        assert (begun, len(found)) == (list(expected), len(expected)), "\n".join(found)

    return expect_
