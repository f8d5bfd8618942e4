"""No text raises out of the check or the compiler: whatever stands in a file becomes a finding or is shown."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide_app.content.check import check
from guide_app.content.compiler import CompileError, compile_folder
from guide_app.content.richtext import subset_faults
from guide_app.library.reader import Library
from tests.content.made_folder import CASES, FILES, SERVICES, STATES, STATUTES, SYNONYMS, WARREN_MD, write_folder

MARKDOWN = (
    *(
        "- ",
        "1. ",
        "99999999999. ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "# ",
        "## ",
        "### ",
        "{#id}",
        "{.general}",
        "a",
        "é",
        "§",
    ),
    *(
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "\\",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "&amp;",
        "&#60;",
        "|",
        "|---|",
        "| a | b |\n|---|---|\n",
    ),
    *(
        '!!! warning "T"\n',
        "!!! call",
        "> ",
        "---",
        "```",
        "[",
        "]",
        "(",
        ")",
        "![",
        "[a](b)",
        "[a](glossary)",
        "](",
        "[@",
        "[](",
    ),
    *(
        "[@warren-v-district-of-columbia-1981, 3]",
        "[@usc-42-1983]",
        "[@state:NY]",
        "[@service:us-911]",
        "[@x]",
        ";",
        ",",
    ),
    *(
        "[[states: deadlines]]",
        "[[states:",
        "]]",
        "https://example.org",
        "tel:911",
        "#what-happened",
        "\u2028",
        "\u0301",
        "\u202e",
    ),
)
YAML = (
    *(
        "- ",
        ": ",
        "\n",
        "\n  ",
        "  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "|",
        ">",
        "&a ",
        "*a",
        "!!map ",
        "!!int ",
        "!!set ",
        "!x ",
        "? ",
    ),
    *(
        "<<: ",
        "#",
        "%",
        "@",
        "~",
        "null",
        "yes",
        "2026-02-30",
        "2026-01-24",
        "0x1F",
        "1e5",
        ".nan",
        "12:30",
        "9" * 30,
        "id",
        "title",
    ),
    *("state", "periods", "sources", "\ufeff", "\u0085", "é", "---", "...", "\t"),
)


def pieces(*marks):
    """Return texts made of the marks of a format and of anything else."""
    return st.lists(st.one_of(st.sampled_from(marks), st.text(max_size=5)), max_size=40).map("".join)


def spliced(text, marks):
    """Return the text with a part of it replaced by something else: most of it is still what it should be."""
    places = st.tuples(st.integers(0, len(text)), st.integers(0, 30))
    return st.tuples(places, pieces(*marks)).map(lambda one: text[: one[0][0]] + one[1] + text[sum(one[0]) :])


FILE_TEXTS = [
    ("articles/en/warren.md", spliced(WARREN_MD, (*MARKDOWN, *YAML))),
    ("articles/en/warren.md", pieces(*MARKDOWN).map(lambda text: WARREN_MD + text)),
    ("articles/en/topics.yaml", pieces(*YAML)),
    ("articles/en/synonyms.yaml", spliced(SYNONYMS, YAML)),
    ("articles/en/published-ids.txt", st.text(max_size=50)),
    ("authorities/cases.yaml", spliced(CASES, YAML)),
    ("authorities/statutes.yaml", spliced(STATUTES, YAML)),
    ("services/services.yaml", spliced(SERVICES, YAML)),
    ("states/states.yaml", spliced(STATES, YAML)),
    ("articles/en/warren.md", st.binary(max_size=200)),
]


@pytest.mark.parametrize(
    ("name", "texts"), FILE_TEXTS, ids=[f"{number}-{row[0]}" for number, row in enumerate(FILE_TEXTS)]
)
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(name, texts, data):
    text = data.draw(texts)
    content = text if isinstance(text, bytes) else text.encode(errors="replace")
    with tempfile.TemporaryDirectory() as place:
        folder = write_folder(Path(place) / "guide", {name: content})
        for finding in check(folder).findings:
            assert "this is a bug" not in str(finding)
            assert finding.line >= 0
            assert finding.line <= content.count(b"\n") + content.count(b"\r") + 1 or name not in finding.file
            assert "\n" not in str(finding)
        library = Path(place) / "library.sqlite3"
        try:
            compile_folder([folder], library)
        except CompileError:
            return
        with Library.open(library) as opened:
            for article in ("warren", "glossary", "rules"):
                if opened.resolve(article):
                    for section in opened.article(article).sections:
                        faults = subset_faults(section.html)
                        assert not [fault for fault in faults if "inside a" not in fault], section.html


def test_the_made_folder_has_them_all():
    assert {name for name, _ in FILE_TEXTS} <= set(FILES)
