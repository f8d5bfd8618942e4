"""Hatchling's hook: compile the guide while a wheel is built, so that an installed guide opens without compiling.

The wheel carries, under `guide_app/_shipped`: the compiled library of each language, and the content itself, which is
needed where a clinic's own folder is compiled beside it. The icons are put there by pyproject.toml.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_CONTENT = ("articles", "authorities", "services", "states")


class CustomBuildHook(BuildHookInterface[Any]):
    """Compiles `resources` and adds the result to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every language, and say which files the wheel takes in. Raises ValueError for unusable content."""
        if self.target_name != "wheel" or version == "editable":
            return  # a source distribution carries the sources; an editable installation compiles at its first start
        root = Path(self.root)
        self._folder = TemporaryDirectory(prefix="guide-library-")
        for language in sorted(path.name for path in (root / "resources" / "articles").iterdir() if path.is_dir()):
            library = Path(self._folder.name) / f"library-{language}.sqlite3"
            _compile(root, library, language)
            build_data["force_include"][str(library)] = f"guide_app/_shipped/{library.name}"
        for name in _CONTENT:
            build_data["force_include"][str(root / "resources" / name)] = f"guide_app/_shipped/content/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Throw the compiled files away: the wheel has them."""
        folder = getattr(self, "_folder", None)
        if folder is not None:
            folder.cleanup()


def _compile(root: Path, library: Path, language: str) -> None:
    """Compile one language with the program of this very tree, which is not installed yet."""
    sys.path.insert(0, str(root))
    try:
        from guide_app.content.compiler import compile_folder
    finally:
        sys.path.remove(str(root))
    report = compile_folder([root / "resources"], library, language=language)
    if report.left_out:
        findings = "\n".join(str(finding) for finding in report.findings if finding.unusable)
        raise ValueError(f"The guide is not complete, so no wheel is built:\n{findings}")
