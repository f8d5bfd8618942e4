"""A printer of the system: a CUPS server of the test's own, which keeps what it is given."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.conftest import Desk, until

TOOLS = ("cupsd", "lpadmin", "pdftotext")
MISSING = not all(shutil.which(tool, path="/usr/sbin:/usr/bin:/bin") for tool in TOOLS)
WANTED = "make test installs: cups-daemon, cups-client, poppler-utils"

_SERVER = """\
Listen {folder}/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_FILES = """\
FileDevice Yes
ServerRoot {folder}/conf
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
TempDir {folder}/spool
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
"""
# A printer that takes PDF as it comes, on paper of the size of a US letter.
_PRINTER = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "DESK.PPD"
*Manufacturer: "Clinic"
*Product: "(Desk)"
*ModelName: "Clinic Desk"
*ShortNickName: "Clinic Desk"
*NickName: "Clinic Desk"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: Letter
*PageSize Letter/US Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageSize
*DefaultImageableArea: Letter
*ImageableArea Letter: "18 18 594 774"
*DefaultPaperDimension: Letter
*PaperDimension Letter: "612 792"
"""


class Printer:
    """The printer and what was sent to it."""

    def __init__(self, spool: Path) -> None:
        self._spool = spool

    def text(self) -> str:
        """Wait for a job and return the words of its pages."""

        def words() -> str:
            jobs = sorted(self._spool.glob("d*"))
            return text_of(jobs[0]) if jobs else ""

        return str(until(words, "a job at the printer"))


def text_of(file: Path) -> str:
    """Return the words of a PDF file in one line, or "" while it is not whole."""
    done = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=False)
    return " ".join(done.stdout.split())


@contextmanager
def printer(desk: Desk, name: str, folder: Path) -> Iterator[Printer]:
    """Yield a printer of this name, which the programs of the desk find as the system's."""
    (folder / "conf").mkdir(parents=True)
    for part in ("spool", "cache", "run"):
        (folder / part).mkdir()
    (folder / "conf" / "cupsd.conf").write_text(_SERVER.format(folder=folder))
    (folder / "conf" / "cups-files.conf").write_text(_FILES.format(folder=folder))
    (folder / "desk.ppd").write_text(_PRINTER)
    desk.environ["CUPS_SERVER"] = str(folder / "cups.sock")
    desk.environ["PATH"] += ":/usr/sbin"
    conf = folder / "conf"
    command = ("cupsd", "-f", "-c", conf / "cupsd.conf", "-s", conf / "cups-files.conf")
    server = subprocess.Popen(command, env=desk.environ, stderr=subprocess.DEVNULL)

    def added() -> bool:
        desk.run("lpadmin", "-p", name, "-E", "-v", "file:///dev/null", "-P", str(folder / "desk.ppd"))
        return name in desk.run("lpstat", "-e").split()

    try:
        until(added, "the printer")
        yield Printer(folder / "spool")
    finally:
        server.terminate()
        server.wait()
