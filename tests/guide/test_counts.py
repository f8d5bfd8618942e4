"""`guide-app check` prints what the guide holds; here it is counted again, by another way."""

import io
import re

from guide_app.content.commands import run_check
from tests.conftest import RESOURCES

ARTICLES = RESOURCES / "articles" / "en"


def test_the_counts_that_are_printed_are_right():
    out = io.StringIO()
    assert run_check(RESOURCES, out) == 0
    print(out.getvalue())
    printed = {name: int(number) for number, name in re.findall(r"(\d+) ([a-z ]+)", out.getvalue())}
    bodies = [file.read_text(encoding="utf-8").split("\n---\n", 1)[1] for file in ARTICLES.glob("*.md")]
    text = "\n".join(bodies)
    inside = [part.strip() for found in re.findall(r"\[@([^\]]+)\]", text) for part in found.split(";")]
    ids = [part.lstrip("@").split(",")[0] for part in inside]
    cited = [identity for identity in ids if ":" not in identity]
    known = sum(
        len(re.findall(r"^- id: ", file.read_text(encoding="utf-8"), re.M))
        for file in (RESOURCES / "authorities").glob("*.yaml")
    )
    states = len(re.findall(r"^- state: ", (RESOURCES / "states" / "states.yaml").read_text(encoding="utf-8"), re.M))
    assert printed["articles"] == len(bodies) == 30
    assert printed["sections"] == len(re.findall(r"^## ", text, re.M)) + 2 * states
    assert printed["citations"] == len(cited)
    assert printed["authorities cited"] + printed["not cited"] == known
    assert set(cited) and printed["authorities cited"] >= len(set(cited))
    summaries = [
        re.search(r"^summary: (.*)$", file.read_text(encoding="utf-8"), re.M)[1] for file in ARTICLES.glob("*.md")
    ]
    plain = re.sub(r"\[@[^\]]*\]|\]\([^)]*\)|\{[^}]*\}|!!! \w+|\[\[.*", " ", "\n".join([*summaries, text]))
    words = sum(any(map(str.isalnum, token)) for token in plain.split())
    # the numbers of a list are counted in one way and a word cut by a citation in the other
    assert abs(printed["words"] / words - 1) < 0.01
