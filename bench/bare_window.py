"""The floor of a start: a bare PySide6 window whose QTextBrowser shows the same article. Prints when it was painted."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

from bench.painted import Painted


def main() -> None:
    application = QApplication(sys.argv)
    window = QMainWindow()
    browser = QTextBrowser()
    browser.setHtml(Path(sys.argv[1]).read_text(encoding="utf-8"))
    window.setCentralWidget(browser)
    window.resize(1280, 800)
    painted = Painted(browser.viewport(), application)
    window.show()
    application.exec()
    painted.report()


if __name__ == "__main__":
    main()
