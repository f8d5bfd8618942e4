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


def test_500_visits_do_not_grow_memory_by_more_than_five_percent(kiosk_data):
    done = subprocess.run(
        [sys.executable, "-m", "tests.deep.soak", str(kiosk_data), str(VISITS)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=3600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    sizes = [size["Anonymous"] for size in found["kb"]]
    assert found["visits"] >= VISITS
    assert sizes[-1] <= sizes[0] * MOST, found
