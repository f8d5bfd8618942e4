"""Say whether the guide has an answer to a question at all.

A question about a ticket or a landlord also shares words with some section, but no line of that section is much like
the question, and its telling words stand nowhere. The two limits were fitted to the questions of
`tests/library/questions.yaml` (the first two thirds of both lists) and to the guide's own `asked_as`; the second was
raised a little when `uncovered_fresh` was asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_app.library.matching import recall
from guide_app.library.ranking import Ranked
from guide_app.library.terms import Term

_LOOKED_AT = 3
"""The hits that a reader looks at: one of them must answer."""
_LINE = 0.45
_LINE_AND_SHARE = 1.2


def is_confident(ranked: Sequence[Ranked], terms: Sequence[Term]) -> bool:
    """Say whether the first hits most likely answer: a line is like the question, and little of it is missing."""
    total = sum(term.weight for term in terms)
    first = ranked[:_LOOKED_AT]
    line = max((each.match.best for each in first), default=0.0)
    share = max((recall(each.found[: len(terms)], terms, total) for each in first), default=0.0)
    return line >= _LINE and line + share > _LINE_AND_SHARE
