"""biber, the program behind BibLaTeX, accepts our file without a warning and keeps every entry."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from guide_app.citations.forms import render
from tests.citations.golden_files import first_pin
from tests.citations.shipped import case, shipped

BIBER = shutil.which("biber")
pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(BIBER is None, reason="biber is not installed (Debian: apt install biber)"),
]

ALL = tuple(shipped().values())
PINS = {authority.id: first_pin(authority) for authority in ALL}
CAPTIONS = (
    "O'Hara & Sons v. 100% #1_a",
    "{",
    "}} , note = {x",
    "\\",
    'a ~ ^ | < > $x$ "q" @misc{x,',
    "Nuñez v. 李 \U0001d510",
    "A and B",
)
ODD = tuple(case(id=f"odd-{index}", caption=caption) for index, caption in enumerate(CAPTIONS))


@pytest.mark.parametrize(
    ("name", "authorities", "pins"), [("shipped", ALL, PINS), ("odd", ODD, {})], ids=["shipped", "odd names"]
)
def test_biber_accepts_the_file(tmp_path, name, authorities, pins):
    source, copy = tmp_path / f"{name}.bib", tmp_path / f"{name}-read.bib"
    source.write_text(render(authorities, "biblatex", pins), "utf-8")
    # not --validate-datamodel: biber's own model gives a jurisdiction no fields at all, not even a title
    command = [BIBER, "--tool", "--output-file", str(copy), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=300)
    assert done.returncode == 0, done.stdout
    assert not re.search("WARN|ERROR", done.stdout), done.stdout
    written, read = source.read_text("utf-8"), copy.read_text("utf-8")
    assert sorted(re.findall(r"^@(\w+)\{([^,]+)", read.lower(), re.MULTILINE)) == sorted(
        re.findall(r"^@(\w+)\{([^,]+)", written.lower(), re.MULTILINE)
    )
    assert len(re.findall(r"^\s+\w+\s*=", read, re.MULTILINE)) == len(re.findall(r"^  \w+ =", written, re.MULTILINE))
