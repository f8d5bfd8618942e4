"""Prints start, memory, search and opening times of the guide beside their floors.

Every figure is a median or a 95th percentile of several runs made in turn with its floor, since machines are noisy:
read the ratios. `--articles N` measures a made-up guide of N articles as well.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from guide_app.guide_file import open_guide
from guide_app.library.reader import Library
from guide_app.paths import paths_for
from guide_app.ui.article_html import article_page

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = (
    "the cops never showed up",
    "restrainig order not enforced",
    "489 U.S. 189",
    "how long do i have to sue in texas",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=7, help="starts of each program (7)")
    parser.add_argument("--articles", type=int, default=0, help="also measure a made-up guide of N articles")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _screen():
        data = Path(folder)
        library = open_guide(paths_for(data, os.environ))
        _starts(library, data, arguments.starts)
        _searches(library)
        _openings(library)
        if arguments.articles:
            from bench.large_guide import measure

            measure(arguments.articles, data, arguments.starts)


def _starts(library: Library, data: Path, count: int) -> None:
    page = data / "article.html"
    first = library.articles(library.topics()[0].id)[0].id
    page.write_text(article_page(library.article(first), datetime.date.today()), encoding="utf-8")
    bare: list[dict[str, float]] = []
    guide: list[dict[str, float]] = []
    run([sys.executable, "-m", "bench.guide_window", str(data)])  # warms the disk
    for _ in range(count):
        bare.append(run([sys.executable, "-m", "bench.bare_window", str(page)]))
        guide.append(run([sys.executable, "-m", "bench.guide_window", str(data)]))
    for name, key, unit in (("command to painted", "seconds", "s"), ("memory (PSS)", "pss_kib", "KiB")):
        floor = statistics.median(entry[key] for entry in bare)
        ours = statistics.median(entry[key] for entry in guide)
        show(name, ours, floor, unit, 1.4)


def _searches(library: Library) -> None:
    typed = [question[: end + 1] for question in QUESTIONS for end in range(len(question))]
    ours = [_timed(lambda text=text: library.search(text)) for text in typed for _ in range(3)]
    print(f"{'search, one more letter':32} p95 {percentile(ours) * 1000:8.2f} ms   one frame is 16 ms")


def _openings(library: Library) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QTextBrowser

    from guide_app.app import make_application, make_window
    from guide_app.records.store import Records
    from guide_app.settings import Settings
    from guide_app.state import WindowState
    from guide_app.ui.session import Session

    application = make_application(["bench"])
    paths = paths_for(None, os.environ)
    window = make_window(library, Session(Records.in_memory), Settings(), paths, WindowState())
    window.equip()
    bare = QTextBrowser()
    bare.resize(960, 640)
    window.start("")
    window.show()
    bare.show()
    application.processEvents()
    gc.freeze()  # as the program does once it stands
    ours: dict[str, list[float]] = {}
    floor: dict[str, list[float]] = {}
    articles = [row.id for topic in library.topics() for row in library.articles(topic.id)]
    for article_id in articles * 3:
        page = article_page(library.article(article_id), datetime.date.today())
        target = library.sections(article_id)[-1].id

        def open_section(target: str = target) -> None:
            window.navigator.open_target(target)
            application.processEvents()

        def set_html(page: str = page) -> None:
            bare.setHtml(page)
            application.processEvents()

        ours.setdefault(article_id, []).append(_timed(open_section))
        floor.setdefault(article_id, []).append(_timed(set_html))
    show("opening a section (p95)", percentile(_medians(ours)), percentile(_medians(floor)), "s", 1.5)
    ratios = sorted(one / bare_one for one, bare_one in zip(_medians(ours), _medians(floor), strict=True))
    middle, worst = statistics.median(ratios), ratios[-1]
    print(f"{'the same, article by article':32} median ratio {middle:5.2f}, worst {worst:5.2f} (at most 1.5)")
    for widget in (window, bare):
        widget.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _medians(times: dict[str, list[float]]) -> list[float]:
    return [statistics.median(each) for each in times.values()]


def show(name: str, ours: float, floor: float, unit: str, limit: float) -> None:
    """Print one figure beside its floor."""
    print(f"{name:32} {ours:12.4g} {unit:4} floor {floor:10.4g} {unit:4} ratio {ours / floor:5.2f} (at most {limit})")


def percentile(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def run(command: list[str]) -> dict[str, float]:
    """Run a program of this folder and return what it reports."""
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True, check=True)
    report: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return report


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


@contextlib.contextmanager
def _screen() -> Iterator[None]:
    """Start Xvfb when there is no screen."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    os.environ["DISPLAY"] = f":{os.read(read, 16).decode().strip()}"
    try:
        yield
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
