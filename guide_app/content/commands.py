"""The commands `check` and `build`, for the command line: they print to a stream and return an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from guide_app.content.check import check
from guide_app.content.compiler import compile_folder
from guide_app.content.findings import Report
from guide_app.progress import Progress

DONE, FOUND = 0, 1


def run_check(folder: Path, out: TextIO, *, language: str = "en", beside: Sequence[Path] = ()) -> int:
    """Print every finding of a folder and its counts. Return 0 when there is none, 1 with findings. Raises NoFolder.

    `beside` are the folders that it stands beside, for a clinic's own.
    """
    report = check(folder, language=language, beside=beside)
    _print(report, out)
    return FOUND if report.findings else DONE


def run_build(folders: Sequence[Path], target: Path, out: TextIO, progress: Progress, *, language: str = "en") -> int:
    """Compile folders into `target`, and print the findings and counts.

    Return 0 when all is in the library, 1 when something was left out of it. Raises CompileError when none was written.
    """
    try:
        report = compile_folder(folders, target, language=language, progress=progress)
    finally:
        progress.close()
    _print(report, out)
    return FOUND if report.left_out else DONE


def _print(report: Report, out: TextIO) -> None:
    for finding in report.findings:
        print(finding, file=out)
    if report.findings:
        print(f"{len(report.findings)} findings", file=out)
    print(report.counts, file=out)
