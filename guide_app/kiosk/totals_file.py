"""Where a kiosk keeps its totals: in memory during the day, in the file once a day.

The file is written at a fixed time of day, every day, whether or not anybody came, and when the program is closed; its
own time is always set to that fixed time. So neither tells when a visit was. A power cut takes one day's counts.

Who looked before and after one visit would see what that visitor read. So the report on screen leaves today's visits
out, and where the program was started anew today, which has brought them into the file, there is none until the day is
over.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

from guide_app.atomic_file import write_whole
from guide_app.kiosk.totals import Totals, TotalsError, Visit, new_computer, read_unfinished, to_text

WRITE_HOUR = 4
"""The local hour at which a day ends for the totals: no clinic is open then."""


class TotalsNotSaved(Exception):  # noqa: N818  it reads as what happened
    """The totals could not be written; the message is for staff. They stay in memory and are tried again."""


class NotToday(Exception):  # noqa: N818  it reads as what is so
    """Visits of today are among the written totals, which must not be shown before the day is over."""


class TotalsFile:
    """Adds up visits in memory and brings them into the file once a day.

    `now` returns the local time. Nothing is read or written before the first `write`.
    """

    def __init__(self, file: Path, now: Callable[[], datetime.datetime] = datetime.datetime.now) -> None:
        self._file = file
        self._now = now
        self._since_last_write = Totals()
        self._day = _day(now())

    def add(self, visit: Visit) -> None:
        """Count a visit. Nothing is written."""
        self._since_last_write.add_visit(visit)

    def month(self) -> str:
        """Return the present month as the totals write it, "2026-11"."""
        return self._now().strftime("%Y-%m")

    def write_if_due(self) -> str:
        """Write when the fixed time has come since the last write; to be called every minute or so. As `write`."""
        return self.write() if _day(self._now()) != self._day else ""

    def write(self) -> str:
        """Bring what was counted since the last write into the file. To be called when the program ends, too.

        Return what staff have to be told ("" for nothing): a damaged file was set aside. Raises TotalsNotSaved.
        """
        before, self._day = self._day, _day(self._now())
        try:
            kept, unfinished, notice = self._kept()
            kept.add(self._since_last_write)
            if before == self._day and self._since_last_write.sessions:
                unfinished = self._day
            write_whole(self._file, to_text(kept, unfinished if unfinished == self._day else None))
            self._hide_time()
        except OSError as error:
            raise TotalsNotSaved(f"The totals cannot be written to {self._file} ({error.strerror}).") from error
        self._since_last_write = Totals()
        return notice

    def written(self) -> Totals:
        """Return the totals as of the last write, for the report on screen. Raises NotToday, TotalsError, OSError."""
        if not self._file.exists():
            return Totals()
        totals, unfinished = read_unfinished(self._file)
        if unfinished == _day(self._now()):
            raise NotToday
        return totals

    def _kept(self) -> tuple[Totals, datetime.date | None, str]:
        """Return the counts in the file, the day that is not over in them, and what staff have to be told."""
        new = Totals(computers={new_computer()})
        if not self._file.exists():
            return new, None, ""
        try:
            return *read_unfinished(self._file), ""
        except TotalsError as error:
            aside = self._aside()
            self._file.replace(aside)
            return new, None, f"{error} It was set aside as {aside.name}; counting starts anew."

    def _aside(self) -> Path:
        """Return a free name with the day for a damaged file."""
        stem, number = f"{self._file.stem}.damaged-{self._day.isoformat()}", 1
        aside = self._file.with_name(stem + self._file.suffix)
        while aside.exists():
            number += 1
            aside = self._file.with_name(f"{stem}-{number}{self._file.suffix}")
        return aside

    def _hide_time(self) -> None:
        fixed = datetime.datetime.combine(self._day, datetime.time(WRITE_HOUR)).timestamp()
        os.utime(self._file, (fixed, fixed))


def _day(moment: datetime.datetime) -> datetime.date:
    """Return the day of the totals: until WRITE_HOUR it is still the day before."""
    return (moment - datetime.timedelta(hours=WRITE_HOUR)).date()
