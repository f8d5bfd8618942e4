"""A made-up guide of many articles, to see that size costs a start and a search little."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from pathlib import Path

from bench.__main__ import QUESTIONS, ROOT, percentile, run, show
from guide_app.guide_file import open_guide
from guide_app.paths import paths_for

BARE_QUERY = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT 20"
WORDS = [
    "officer",
    "court",
    "rule",
    "city",
    "state",
    "claim",
    "notice",
    "order",
    "police",
    "duty",
    "promise",
    "harm",
    "record",
    "call",
    "time",
    "lawyer",
]


def write_articles(folder: Path, count: int) -> None:
    """Write a content folder of `count` articles of three sections, with the shipped topics and no authorities."""
    articles = folder / "articles" / "en"
    articles.mkdir(parents=True)
    shutil.copy(ROOT / "resources" / "articles" / "en" / "topics.yaml", articles)
    for kind in ("authorities", "states", "services"):
        shutil.copytree(ROOT / "resources" / kind, folder / kind)
    for number in range(count):
        sections = "\n".join(
            f"## What of {WORDS[(number + part) % len(WORDS)]} number {number}? {{#part-{part}}}\n\n"
            + " ".join(WORDS[(number * 7 + part * 3 + word) % len(WORDS)] for word in range(120))
            + ". {.general}\n"
            for part in range(3)
        )
        heads = "\n".join(f"  part-{part}:\n    asked_as: [what about {number} {part}]" for part in range(3))
        (articles / f"made-up-{number}.md").write_text(
            f"---\nid: made-up-{number}\ntitle: Made-up article {number}\nsummary: An answer.\ntopic: cases\n"
            f"order: {number}\nreviewed: 2026-11-24\napplies_to: United States\n"
            f"related: []\nsections:\n{heads}\n---\n\n"
            f"{sections}",
            encoding="utf-8",
        )


def measure(count: int, data: Path, starts: int) -> None:
    """Print the speed of compiling, and a start and a search beside those of the shipped guide and of bare FTS5."""
    folder = data / "large"
    write_articles(folder, count)
    before = time.perf_counter()
    library = open_guide(paths_for(data, os.environ), folder)
    print(f"{'compiling':32} {count / (time.perf_counter() - before):8.0f} articles a second (at least 200)")
    small: list[float] = []
    large: list[float] = []
    for _ in range(starts):
        small.append(run([sys.executable, "-m", "bench.guide_window", str(data)])["seconds"])
        large.append(run([sys.executable, "-m", "bench.guide_window", str(data), str(folder)])["seconds"])
    show(f"start with {count} articles", statistics.median(large), statistics.median(small), "s", 1.1)
    typed = [question[: end + 1] for question in QUESTIONS for end in range(len(question))]
    ours: list[float] = []
    floor: list[float] = []
    connection = library._connection
    for text in typed:
        words = [word for word in "".join(c if c.isalnum() else " " for c in text).split() if word]
        query = " OR ".join(f'"{word}"*' for word in words) or '"x"'
        start = time.perf_counter()
        connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT 20", (query,)
        ).fetchall()
        floor.append(time.perf_counter() - start)
        start = time.perf_counter()
        library.search(text)
        ours.append(time.perf_counter() - start)
    show(f"search in {count} articles (p95)", percentile(ours), percentile(floor), "s", 2.0)
