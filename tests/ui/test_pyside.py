"""What the program rests on in PySide6 itself, where a version is known to have broken it."""

import subprocess
import sys

from PySide6.QtGui import QTextDocument

CALLS = 200


def test_calls_leave_the_reference_count_of_none_alone():
    """PySide6 6.12.0 on Python 3.11 drops one at each call that returns nothing.

    After some thousands of them the program aborts: "deallocating None". From Python 3.12 on None cannot die.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        document.setUndoRedoEnabled(False)
    assert before - sys.getrefcount(None) < CALLS / 10


def test_no_source_is_read_for_an_import():
    """PySide6 reads the source of each module imported after it, unless Python has its own import back."""
    script = (
        "import linecache, guide_app.ui\n"
        "import guide_app.ui.main_window\n"
        "print([name for name in linecache.cache if 'guide_app' in name])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
