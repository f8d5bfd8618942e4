"""The window: widgets that show and emit, and the services that need Qt."""

import builtins

import PySide6.QtCore  # noqa: F401  it puts its own import in the place of Python's

# WORKAROUND: PySide6 reads and decodes the source of every module that is imported after it, in search of
# `from __feature__ import ...`, which nothing here uses (shibokensupport/feature.py, `_mod_uses_pyside`). That is a
# twentieth of a start. It may go when PySide6 has a switch for it.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
