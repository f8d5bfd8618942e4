"""Opening hours: whether a service is open now, as far as its hours tell.

Hours are a line of text. Understood are "24 hours, every day", "Mon-Fri 9:00-17:00; Sat 10 a.m. to 1 p.m." and the
like; of anything else nothing is claimed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_DAYS_PART = re.compile(rf"{_DAY}(?:\s*(?:-|–|to|,|and|&)\s*{_DAY})*")
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?"
_TIMES = re.compile(rf"{_TIME}\s*(?:-|–|to|until)\s*{_TIME}")
_ALWAYS = re.compile(r"(?:24 hours|24/7|around the clock)\b")
_EVERY_DAY = re.compile(r"\b(?:every day|daily|7 days)\b")


def open_at(hours: str, now: datetime.datetime) -> bool | None:
    """Say whether a service with these hours is open at `now`, in its own time; None where the hours do not tell."""
    answers = [_open_part(part.strip(), now) for part in hours.casefold().split(";") if part.strip()]
    if True in answers:
        return True
    # one part that is not understood may be the one that holds now
    return None if not answers or None in answers else False


def _open_part(part: str, now: datetime.datetime) -> bool | None:
    if _ALWAYS.match(part):
        rest = _ALWAYS.sub("", part).strip(" ,")
        return True if not rest or _EVERY_DAY.match(rest) else None
    days = _days(part)
    if days is not None and now.weekday() not in days:
        return False
    times = _TIMES.search(part)
    if times is None:
        return None
    opens, closes = _clock(times.group(1, 2, 3), times[6]), _clock(times.group(4, 5, 6), "")
    if opens is None or closes is None or closes <= opens:
        return None
    if not opens <= now.hour * 60 + now.minute < closes:
        return False
    # without days, or with an exception such as holidays, today may be a day off
    rest = _TIMES.sub("", _DAYS_PART.sub("", _EVERY_DAY.sub("", part))).strip(" ,:.")
    return True if days is not None and not rest else None


def _days(part: str) -> frozenset[int] | None:
    """Return the days of the week that are named, Monday as 0, or None where none is."""
    if _EVERY_DAY.search(part):
        return frozenset(range(7))
    found = _DAYS_PART.search(part)
    if found is None:
        return None
    days: set[int] = set()
    last = 0
    for between, name in re.findall(rf"(-|–|to|)\s*({_DAY})", found[0]):
        number = _DAYS.index(name[:3])
        if between:
            days.update((last + step) % 7 for step in range((number - last) % 7 + 1))
        days.add(number)
        last = number
    return frozenset(days)


def _clock(time: Sequence[str | None], other_half: str | None) -> int | None:
    """Return minutes after midnight. "9 to 5 p.m." is not understood: it does not say which nine."""
    hour, minute, half = int(time[0] or 0), int(time[1] or 0), time[2]
    if half is None and other_half:
        return None
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute
