"""Answer a question in the terminal: `guide-app search`."""

from __future__ import annotations

import json
import sys
from typing import TextIO

from guide_app.library.model import Hit, SearchResult
from guide_app.library.reader import Library

NO_ANSWER = "This guide most likely has no answer to this question."


def run_search(
    library: Library, question: str, limit: int, as_json: bool, out: TextIO, err: TextIO | None = None
) -> int:
    """Print the answers to `question`, best first, and return the exit code.

    As JSON: a list of {section, article, title, heading, snippet, score}. The code is 0 when the guide has an answer,
    and 1 when nothing was found or the guide most likely has no answer: then what comes nearest is listed all the
    same, and one sentence on `err` (the standard one) says so.
    """
    result = library.search(question, limit)
    if as_json:
        json.dump([_as_mapping(hit) for hit in result.hits], out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        _print_plain(library, result, out)
    if result.hits and result.confident:
        return 0
    print(NO_ANSWER, file=err or sys.stderr)
    return 1


def _as_mapping(hit: Hit) -> dict[str, str | float]:
    return {
        "section": hit.section,
        "article": hit.article,
        "title": hit.title,
        "heading": hit.heading,
        "snippet": hit.snippet,
        "score": hit.score,
    }


def _print_plain(library: Library, result: SearchResult, out: TextIO) -> None:
    if result.corrected:
        print(f"Searched for: {result.corrected}", file=out)
    for identity in result.authority_ids:
        row = library.authority_row(identity)
        # a slip opinion has no citation yet, and a page of a court is its own
        print(f"Case or law: {row.name}{', ' if row.cite else ''}{row.cite} [{row.id}]", file=out)
    for number, hit in enumerate(result.hits, 1):
        print(f"{number}. {hit.heading}\n   {hit.title} [{hit.section}]\n   {hit.snippet}", file=out)
