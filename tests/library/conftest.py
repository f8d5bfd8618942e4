"""The small guide, open for reading."""

import pytest

from guide_app.library.reader import Library
from tests.library.small_guide import write_small_guide


@pytest.fixture(scope="session")
def small_file(tmp_path_factory):
    return write_small_guide(tmp_path_factory.mktemp("small") / "small.sqlite3")


@pytest.fixture
def library(small_file):
    with Library.open(small_file) as opened:
        yield opened
