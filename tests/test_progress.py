"""Progress of a long task: nothing for half a second, then at most ten times a second."""

import io
import sys

import pytest

from guide_app.progress import Progress, progress_on_terminal


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def shown():
    return []


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def progress(shown, clock):
    return Progress(shown.append, lambda: shown.append("end"), clock)


def test_a_short_task_shows_nothing(progress, shown, clock):
    clock.now = 0.49
    progress(9, 10)
    progress.close()
    assert shown == []


def test_a_long_task_shows_how_far_it_is_and_not_too_often(progress, shown, clock):
    for step in range(100):
        clock.now = step / 100
        progress(step, 100)
    assert shown == [50, 60, 70, 80, 90]
    progress.close()
    assert shown[-1] == "end"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_one_line_is_written_again_and_again(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr("guide_app.progress.SHOWN_AFTER_S", 0)
    monkeypatch.setattr("guide_app.progress.SHOWN_EVERY_S", 0)
    progress = progress_on_terminal()
    progress(1, 10)
    progress(2, 10)
    progress.close()
    assert sys.stderr.getvalue() == "\rPreparing the guide: 10 %\rPreparing the guide: 20 %\n"


def test_in_a_file_nothing_is_written(monkeypatch, capsys):
    monkeypatch.setattr("guide_app.progress.SHOWN_AFTER_S", 0)
    progress = progress_on_terminal()
    progress(1, 10)
    progress.close()
    assert capsys.readouterr() == ("", "")
