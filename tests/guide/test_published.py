"""No section that readers may have bookmarked is lost: the shipped list of ids, and the check that holds it."""

import re
import shutil

import pytest

from guide_app.content.check import check
from guide_app.content.published import main
from tests.conftest import RESOURCES

LIST = "articles/en/published-ids.txt"
ARTICLE = "articles/en/cost.md"
SECTION = re.compile(r"\n## Can I file without paying court fees\? \{#court-fees\}\n.*?(?=\n## )", re.S)
ASKED_AS = re.compile(r"\n  court-fees:\n(?:    - .*\n)+")


@pytest.fixture
def guide(tmp_path):
    """Return a copy of the shipped guide that may be spoilt."""
    return shutil.copytree(RESOURCES, tmp_path / "resources")


def findings(folder):
    return [str(one) for one in check(folder).findings]


def spoil(guide, file, change):
    path = guide / file
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")


def test_the_shipped_guide_has_its_list_and_no_findings():
    assert (RESOURCES / LIST).is_file()
    assert findings(RESOURCES) == []


def test_every_section_of_the_shipped_guide_is_in_the_list(guide):
    before = (guide / LIST).read_text(encoding="utf-8")
    assert main([str(guide)]) == 0
    assert (guide / LIST).read_text(encoding="utf-8") == before


def test_a_section_renamed_without_its_old_id_is_a_finding(guide):
    spoil(guide, ARTICLE, lambda text: text.replace("court-fees", "filing-fees"))
    found = findings(guide)
    assert any("“cost/court-fees” is gone" in one and "renamed_from" in one for one in found), found
    assert any("“cost/filing-fees” is not in the list" in one for one in found), found


def test_a_section_taken_away_is_a_finding(guide):
    spoil(guide, ARTICLE, lambda text: SECTION.sub("", text, count=1))
    assert any("“cost/court-fees” is gone" in one for one in findings(guide))


def test_a_renamed_section_that_keeps_its_old_id_is_none(guide):
    spoil(guide, ARTICLE, lambda text: text.replace("court-fees", "filing-fees"))
    head = "  filing-fees:\n"
    spoil(guide, ARTICLE, lambda text: text.replace(head, f"{head}    renamed_from: [cost/court-fees]\n", 1))
    assert main([str(guide)]) == 0
    assert findings(guide) == []


def test_a_state_taken_away_is_a_finding(guide):
    spoil(guide, LIST, lambda text: text + "deadlines/zz\n")
    assert any("“deadlines/zz” is gone" in one for one in findings(guide))
