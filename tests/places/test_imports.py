from __future__ import annotations

import pkgutil
import subprocess
import sys

import guide_app.places

HEAVY = ("dateutil", "icalendar", "segno", "phonenumbers", "yaml", "PySide6", "xml.etree", "sqlite3")


def test_no_heavy_library_is_loaded_before_it_is_needed():
    rooms = [f"guide_app.places.{module.name}" for module in pkgutil.iter_modules(guide_app.places.__path__)]
    assert len(rooms) > 15
    program = f"import {', '.join(rooms)}, sys; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
