"""Draws the window to a picture, without a screen and without touching what the reader has kept."""

from __future__ import annotations

import argparse
import sys

from guide_app.app import StartError, make_application, make_window
from guide_app.guide_file import NoGuide, open_guide
from guide_app.paths import Paths
from guide_app.records.store import Records
from guide_app.settings import Settings
from guide_app.state import WindowState
from guide_app.ui.session import Session


def draw(arguments: argparse.Namespace, paths: Paths) -> int:
    """Write the picture and return the exit code. Raises StartError when there is no guide."""
    application = make_application(["guide-app"])
    try:
        library = open_guide(paths, arguments.content, language=arguments.language)
    except NoGuide as error:
        raise StartError(str(error)) from error
    settings = Settings()._replace(theme=arguments.theme, text_size=arguments.zoom)
    window = make_window(library, Session(Records.in_memory, private=True), settings, paths, WindowState())
    window.equip()
    window.header.set_private(private=False)
    known = window.start(arguments.open)
    window.resize(*arguments.size)
    window.show()
    for _ in range(3):  # layouts settle over a few rounds of the event loop
        application.processEvents()
    if not known:
        print(f"guide-app: {arguments.open} is not in this guide.", file=sys.stderr)
        return 1
    if not window.grab().save(str(arguments.file), "PNG"):
        print(f"guide-app: the picture could not be written to {arguments.file}.", file=sys.stderr)
        return 2
    return 0
