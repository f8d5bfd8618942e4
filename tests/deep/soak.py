"""Many visits in a row in one kiosk: `python -m tests.deep.soak DATA_FOLDER VISITS` prints what memory it takes.

It drives the real program (its window, its one reset by each way home) on Qt's offscreen platform, with a clock of
its own. Visits come in rounds of which each is the same, since a long article leaves more behind for a while than a
short one. One round warms up: after it every page has been built, every article, question and way home has met, and
Qt's fonts and Python's pools have the size that they need. It prints a line of JSON: the memory in kilobytes after
each round, that of the warm-up first. What the program itself takes is the anonymous part; the proportional one also
moves when another program that uses Qt starts or ends. With `--leak` each visit leaves a small card behind, which the
test has to notice.
"""

from __future__ import annotations

import ctypes
import gc
import itertools
import json
import math
import os
import re
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from guide_app.app import make_application
from guide_app.guide_file import open_guide
from guide_app.kiosk_app import KioskProgram
from guide_app.paths import paths_for
from guide_app.settings import Settings

QUESTIONS = ("the cops never showed up", "restrainig order", "deadline to sue the city", "489 U.S. 189", "zzyzx")
ARTICLES = 12
WAYS = 4
ROUND = math.lcm(ARTICLES, len(QUESTIONS), WAYS)
DRAWER_ACTIONS = ("forms", "cite_list", "display", "links", "my_state", "my_deadline", "compare_states", "emergency")
LABELS = 3
"""A card of so many labels takes some 20 kB: as small as a card can be, and yet a forgotten one must be seen."""
SETTINGS = Settings(kiosk=True, printer="")


class Clock:
    """Seconds that pass when they are told to."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Visitor:
    """Does in a visit what visitors do, and goes home by each way in turn."""

    def __init__(self, kiosk: KioskProgram, clock: Clock, articles: list[str], authorities: list[str]) -> None:
        self._kiosk = kiosk
        self._clock = clock
        self._articles = itertools.cycle(articles)
        self._questions = itertools.cycle(QUESTIONS)
        self._authorities = itertools.cycle(authorities)
        self._ways = itertools.cycle((self._button, self._idle, self._shift, self._error))

    def visit(self) -> None:
        """Ask, open, keep, answer, copy, enlarge, look at cards, pages and panels; then go home."""
        window = self._kiosk.window
        self._clock.now += 60
        self._key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        for letter in next(self._questions):
            QTest.keyClick(window.windowHandle(), letter)
        self._key(Qt.Key.Key_Return)
        window.navigator.open_target(next(self._articles))
        window.follow_link(f"cite:{next(self._authorities)}")
        for action in ("bookmark", "helpful_no", "copy_citation", "larger", *DRAWER_ACTIONS):
            window.actions_by_key[action].trigger()
            QApplication.processEvents()
        for panel in ("bookmarks", "cases", "help", "topics"):
            window.actions_by_key[f"panel_{panel}"].trigger()
            QApplication.processEvents()
        self._wait_for(next(self._ways))

    def _wait_for(self, way: object) -> None:
        loop = QEventLoop()
        self._kiosk.session.ended.connect(loop.quit)
        QTimer.singleShot(0, way)
        QTimer.singleShot(20_000, lambda: loop.exit(1))
        if loop.exec():
            raise SystemExit(f"no reset came by {way}")
        self._kiosk.session.ended.disconnect(loop.quit)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._kiosk.window.windowHandle(), key, modifiers)

    def _button(self) -> None:
        self._kiosk.window.header.leave_button.click()

    def _shift(self) -> None:
        for _ in range(3):
            self._key(Qt.Key.Key_Shift)

    def _idle(self) -> None:
        self._clock.now += SETTINGS.idle_minutes * 60 + SETTINGS.idle_warning_seconds + 1
        self._kiosk.idle.look()

    def _error(self) -> None:
        self._clock.now += 60  # far from the last one: three errors in a row mean something else
        self._kiosk.session.on_error()


def memory() -> dict[str, int]:
    """Return the anonymous and the proportional memory in kilobytes, after what can be given back has been."""
    gc.collect()
    QApplication.processEvents()
    ctypes.CDLL(None).malloc_trim(0)
    text = Path("/proc/self/smaps_rollup").read_text()
    return {name: int(number) for name, number in re.findall(r"^(Anonymous|Pss): +(\d+) kB", text, re.MULTILINE)}


def forgotten_card() -> QWidget:
    """Return what a visit leaves behind where somebody forgot it."""
    card = QWidget()
    column = QVBoxLayout(card)
    for number in range(LABELS):
        column.addWidget(QLabel(f"Line {number}"))
    return card


def main(data: Path, visits: int, *, leak: bool) -> None:
    """Run a round to warm up, then rounds of at least so many visits, and print the memory."""
    application = make_application(["soak"])
    paths = paths_for(data, os.environ)
    library = open_guide(paths, compile_allowed=False)
    clock = Clock()
    kiosk = KioskProgram(application, library, SETTINGS, paths, clock=clock)
    kiosk.show()
    articles = [row.id for topic in library.topics() for row in library.articles(topic.id)][:ARTICLES]
    authorities = [listed.row.id for listed in library.listed_authorities()][:ARTICLES]
    visitor = Visitor(kiosk, clock, articles, authorities)
    sizes = []
    forgotten = []
    for _ in range(1 + math.ceil(visits / ROUND)):
        for _ in range(ROUND):
            visitor.visit()
            if leak:
                forgotten.append(forgotten_card())
        sizes.append(memory())
    print(json.dumps({"visits": ROUND * (len(sizes) - 1), "kb": sizes}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), leak="--leak" in sys.argv[3:])
