"""Programs that no one here wrote, and what they make of our files."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

PANDOC = shutil.which("pandoc")
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed (Debian: apt install pandoc)")


def pandoc(text: str, source: str, target: str, *options: str) -> str:
    """Convert a text with pandoc; a warning fails the test."""
    done = subprocess.run(
        [PANDOC or "pandoc", "--fail-if-warnings", "-f", source, "-t", target, "--wrap=none", *options],
        input=text.encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def pandoc_items(text: str, source: str) -> dict[str, dict[str, Any]]:
    """Return a bibliography as pandoc reads it, as CSL items by id."""
    return {item["id"]: item for item in json.loads(pandoc(text, source, "csljson"))}


def pandoc_runs(text: str, source: str) -> list[list[tuple[str, str]]]:
    """Return paragraphs as pandoc reads them: stretches of text with "" or "Emph" or "Underline"."""
    tree = json.loads(pandoc(text, source, "json"))
    paragraphs = []
    for block in tree["blocks"]:
        assert block["t"] in ("Para", "Plain"), block["t"]
        runs: list[tuple[str, str]] = []
        _inlines(block["c"], "", runs)
        paragraphs.append(runs)
    return paragraphs


def _inlines(inlines: list[dict[str, Any]], style: str, runs: list[tuple[str, str]]) -> None:
    for inline in inlines:
        kind = inline["t"]
        if kind in ("Emph", "Underline"):
            _inlines(inline["c"], kind, runs)
        elif kind == "Link":
            _inlines(inline["c"][1], style, runs)
        else:
            text = {
                "Str": lambda one: one["c"],
                "Space": lambda _: " ",
                "SoftBreak": lambda _: " ",
                "LineBreak": lambda _: "\n",
            }[kind](inline)
            if runs and runs[-1][1] == style:
                runs[-1] = (runs[-1][0] + text, style)
            else:
                runs.append((text, style))
