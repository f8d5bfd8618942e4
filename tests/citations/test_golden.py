import difflib

import pytest

from .golden_files import FOLDER, NAMES, RENEW, golden_texts


@pytest.mark.parametrize("name", NAMES)
def test_every_authority_in_every_form(name):
    path = FOLDER / name
    kept = path.read_bytes().decode() if path.exists() else ""
    made = golden_texts()[name]
    difference = "\n".join(
        list(difflib.unified_diff(kept.split("\n"), made.split("\n"), name, "made now", n=0, lineterm=""))[:20]
    )
    assert made == kept, f"{difference}\nIf that is right: {RENEW}"


def test_no_golden_file_is_left_over():
    assert {path.name for path in FOLDER.iterdir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_field_without_a_value_shows(name):
    text = golden_texts()[name]
    for trace in ("None", "()", "[]", "( ", ", ,", ",,", " ,", "  (", "**", "{}", '""'):
        assert trace not in text, trace
