"""The pages for clinic staff that are made from tables: `python -m tests.reference_pages` writes them anew.

`make reference` does the same. docs/settings.md is made as a whole; in docs/clinic.md the table of exit codes stands
between two marks. A test fails while a page is not what the tables say.
"""

from __future__ import annotations

from pathlib import Path

from guide_app.clinic_settings import reference_markdown as settings_page
from guide_app.kiosk.exit_codes import reference_markdown as exit_codes_table

DOCS = Path(__file__).parents[1] / "docs"
BEGIN, END = "<!-- made by make reference: exit codes -->\n", "<!-- end -->\n"


def reference_pages() -> dict[Path, str]:
    """Return every page as the tables say it should be. Raises ValueError where a page has lost its marks."""
    clinic = DOCS / "clinic.md"
    before, begin, rest = clinic.read_text("utf-8").partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{clinic} has no place for the exit codes, between {BEGIN.strip()} and {END.strip()}")
    return {DOCS / "settings.md": settings_page(), clinic: f"{before}{BEGIN}\n{exit_codes_table()}\n{END}{after}"}


if __name__ == "__main__":
    for page, text in reference_pages().items():
        page.write_text(text, "utf-8")
        print(page)
