"""What the golden files hold: every authority that the guide ships, in every form."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from guide_app.citations.bluebook import full, inline, short
from guide_app.citations.forms import FORMS, render
from guide_app.citations.model import Authority, Case
from guide_app.citations.options import Options
from guide_app.citations.styled import Styled, to_markdown

from .shipped import shipped

FOLDER = Path(__file__).parent / "golden"
RENEW = "python -m tests.citations.renew_golden"

# one line an authority, with its first pinpoint; Markdown shows what is italic
LINES: dict[str, Callable[[Authority, str], Styled]] = {
    "full.txt": full,
    "short.txt": short,
    "inline.txt": lambda authority, _: inline(authority),
    "parallel.txt": lambda authority, pin: full(authority, pin, Options(parallel=True)),
    "curly.txt": lambda authority, pin: full(authority, pin, Options(quotes="curly")),
}


NAMES = (*LINES, *(f"form-{form.id}{form.suffix}" for form in FORMS))


def first_pin(authority: Authority) -> str:
    return authority.pinpoints[0].page if isinstance(authority, Case) and authority.pinpoints else ""


@cache
def golden_texts() -> dict[str, str]:
    """Return the text of each golden file by its name."""
    authorities = shipped()
    pins = {name: first_pin(authority) for name, authority in authorities.items()}
    texts = {
        name: "".join(f"{one}\t{to_markdown(cite(authorities[one], pins[one]))}\n" for one in authorities)
        for name, cite in LINES.items()
    }
    for form in FORMS:
        texts[f"form-{form.id}{form.suffix}"] = render(authorities.values(), form.id, pins)
    return texts
