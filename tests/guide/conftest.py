"""The shipped guide, opened as the window opens it."""

import pytest

from guide_app.library.reader import Library


@pytest.fixture(scope="session")
def guide(compiled_guide):
    with Library.open(compiled_guide) as library:
        yield library
