"""500 visits in a row do not make a kiosk grow: one that runs for weeks must not."""

import json
import os
import subprocess
import sys

import pytest

from tests.journeys.conftest import ROOT

pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(not os.path.exists("/proc/self/smaps_rollup"), reason="the memory of a process is read there"),  # noqa: PTH110
]

VISITS = 500
MOST = 1.05
FEW = 120
"""Visits in which a card of some 20 kB, left behind by each, is far more than that: memory grows by an eighth."""


def grown(data, visits, *options):
    """Return what a kiosk takes after so many visits, as a part of what it took before them."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.deep.soak", str(data), str(visits), *options],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=3600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    print(done.stdout)
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["visits"] >= visits
    sizes = [size["Anonymous"] for size in found["kb"]]
    return sizes[-1] / sizes[0]


def test_500_visits_do_not_grow_memory_by_more_than_five_percent(kiosk_data):
    assert grown(kiosk_data, VISITS) <= MOST


def test_a_small_card_left_behind_by_each_visit_is_seen(kiosk_data):
    assert grown(kiosk_data, FEW, "--leak") > MOST
