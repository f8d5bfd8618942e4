"""The pages that are made from tables say what the tables say."""

import pytest

from tests import reference_pages as room
from tests.reference_pages import DOCS, reference_pages


@pytest.mark.parametrize("page", sorted(reference_pages()), ids=lambda page: page.name)
def test_a_page_made_from_a_table_is_up_to_date(page):
    assert page.read_text("utf-8") == reference_pages()[page], "run: make reference"


def test_a_page_that_has_lost_its_marks_is_noticed(tmp_path, monkeypatch):
    (tmp_path / "clinic.md").write_text((DOCS / "clinic.md").read_text("utf-8").replace(room.END, ""), "utf-8")
    monkeypatch.setattr(room, "DOCS", tmp_path)
    with pytest.raises(ValueError, match="no place for the exit codes"):
        reference_pages()
