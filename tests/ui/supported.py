"""Says which words of a state's page are neither of its entry, nor of a sentence that was read over."""

import json
import re

from PySide6.QtWidgets import QLabel

DATE = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b"
)
DAYS_LEFT = re.compile(r"\b[\d,]+ days? from today\b")


def shown_words(widget):
    """Return the texts of all labels of a page, shown or not, since a page on no screen shows none."""
    return [each.text() for each in widget.findChildren(QLabel) if each.text()]


def unsupported(text, raw, read_over):
    """Return what is left of a text once the sentences that were read over, dates and the entry's words are gone."""
    known = entry_words(raw)
    left = []
    for line in text.splitlines():
        rest = DAYS_LEFT.sub("|", _flat(line))
        for phrase in sorted(map(_flat, read_over), key=len, reverse=True):
            rest = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", "|", rest)
        rest = re.sub(DATE.pattern, "|", rest, flags=re.IGNORECASE)
        pieces = [piece.strip(" .,:;()") for piece in rest.split("|")]
        # the case for which alone a period holds, and the period, are two places of the entry
        left += [part for piece in pieces if piece not in known for part in piece.split(": ") if part not in known]
    return left


def entry_words(raw):
    """Return every word of an entry as one text, with its numbers as the guide says them ("180 days")."""
    said = []

    def walk(value):
        if isinstance(value, dict):
            if "n" in value and "unit" in value:
                unit = value["unit"] if value["n"] != 1 else value["unit"][:-1]
                said.append(f"{value['n']} {unit}")
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)
        elif value is not None:
            said.append(str(value))

    walk(json.loads(json.dumps(raw, default=str)))
    return " | ".join(map(_flat, said))


def _flat(text):
    return " ".join(str(text).split()).casefold()
