"""A records file in a folder of its own, and an account without an administrator's rights."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from guide_app.records.store import Records

NOBODY = 65534
DAY = "2026-11-24"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "records" / "records.sqlite3"


@pytest.fixture
def open_records(file):
    """Open the records file, on a fixed day; what is still open is closed at the end."""
    opened = []

    def open_(path=file, **options):
        found = Records.open(path, **{"today": lambda: DAY, **options})
        opened.append(found.records)
        return found

    yield open_
    for records in opened:
        records._connection.close()


@pytest.fixture
def records(open_records):
    """Records that are healthy and empty."""
    return open_records().records


@pytest.fixture
def open_folder():
    """A folder that every account can reach; pytest's own belong to the account that runs the tests."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def as_somebody_else():
    """Run as an account that rights apply to: they do not apply to an administrator."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
