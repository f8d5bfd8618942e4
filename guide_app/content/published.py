"""Write the list of published section ids: `python -m guide_app.content.published FOLDER`.

Run it when sections were added. An id that was published stays in the list for good: the check then asks that the
section, or a `renamed_from` with its id, is still there, so that no bookmark is lost.
"""

from __future__ import annotations

import sys
from pathlib import Path

from guide_app.content.check import section_ids
from guide_app.content.findings import Findings
from guide_app.content.source import NoFolder, published_file, read_folder, read_published

_HEAD = "# Section ids that readers may have bookmarked. Never delete a line; see docs/content-format.md.\n"


class UnreadableList(Exception):  # noqa: N818 - it says what happened
    """The list is there and cannot be read; the message is one sentence."""


def write_published(folder: Path, language: str = "en") -> int:
    """Add the ids of all sections of a folder to its list, and return how many were new.

    Raises NoFolder, OSError, and UnreadableList rather than lose the ids of a list that cannot be read.
    """
    source = read_folder(folder, language, Findings())
    findings = Findings()
    before = set(read_published(folder, language, findings) or ())
    if findings.found:
        raise UnreadableList(str(findings.found[0]))
    ids = sorted(before | set(section_ids(source)))
    published_file(folder, language).write_text(_HEAD + "".join(f"{one}\n" for one in ids), encoding="utf-8")
    return len(ids) - len(before)


def main(arguments: list[str]) -> int:
    """Run the command: 0 done, 2 wrong use."""
    if not 1 <= len(arguments) <= 2:
        print("Usage: python -m guide_app.content.published FOLDER [LANGUAGE]", file=sys.stderr)
        return 2
    try:
        new = write_published(Path(arguments[0]), *arguments[1:])
    except (NoFolder, UnreadableList, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{new} new section ids")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
