"""What the system sees of a visit: no file is opened for writing but the totals, and no internet socket by anyone."""

import re
import shutil
import signal
import subprocess
import sys

import pytest

from guide_app.kiosk.totals import read
from tests.journeys.conftest import ROOT, until

pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(
        any(shutil.which(tool) is None for tool in ("strace", "Xvfb", "openbox", "xdotool", "xclip")),
        reason="strace, Xvfb, openbox, xdotool or xclip is missing (make deep installs them)",
    ),
]

CALLS = (
    "open,openat,openat2,creat,socket,socketpair,connect,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,"
    "unlinkat,mkdir,mkdirat,truncate,ftruncate,mknod,mknodat,execve,execveat"
)
OPENED = re.compile(
    r'\bopen(?:at2?)?\((?:AT_FDCWD(?:<[^>]*>)?, )?"(?P<file>[^"]*)", (?P<how>.*?)\) += (?P<result>-?\d+)'
)
CHANGED = re.compile(r"\b(creat|rename\w*|link\w*|symlink\w*|unlink\w*|mkdir\w*|truncate|mknod\w*|execve\w*)\(")
FAMILY = re.compile(r"\bsocket\((AF_\w+|PF_\w+|\w+)")
LOCAL = {"AF_UNIX", "AF_LOCAL"}
NO_FILES = ("/dev/null", "/dev/shm/", "/proc/self/", "/memfd:")


class Trace:
    """A program as strace saw it, line by line."""

    def __init__(self, file):
        self._file = file

    def lines(self):
        return self._file.read_text("utf-8", "replace").splitlines()


def written_files(lines):
    """Return the files that were opened so that they could be changed."""
    found = set()
    for line in lines:
        opened = OPENED.search(line)
        if (
            opened
            and int(opened["result"]) >= 0
            and re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND", opened["how"])
        ):
            found.add(opened["file"])
    return {file for file in found if not file.startswith(NO_FILES)}


def changes(lines):
    """Return the calls that changed a folder, or started a program."""
    return [line for line in lines if CHANGED.search(line) and not re.search(r"= -1 E", line)]


def families(lines):
    return {found[1] for found in map(FAMILY.search, lines) if found}


def start(desk, data, *arguments):
    """Start the guide under strace, which stays in the background, and wait for its window."""
    file = desk.data / "strace.txt"
    # -D: the process that is started is the guide, and strace its grandchild
    command = ["strace", "-D", "-f", "-qq", "-s", "300", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(file)]
    program = subprocess.Popen(
        [*command, sys.executable, "-m", "guide_app", "--data-dir", str(data), *arguments],
        cwd=ROOT, env=desk.environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    desk.programs.append(program)
    until(lambda: program.poll() is not None or desk.window(program), "the window")
    assert program.poll() is None, program.communicate()
    desk.activate(desk.window(program))
    return program, Trace(file)


def visit(desk):
    """Do what a visitor does: ask, read, keep, answer, copy, enlarge, darken."""
    desk.key("ctrl+f")
    desk.type("restrainig order not enforced")
    desk.key("Return", "ctrl+d", "ctrl+shift+y", "ctrl+shift+c")
    until(lambda: "Police Liability Guide" in desk.clipboard(), "the citation on the clipboard")
    desk.key("ctrl+plus", "ctrl+plus", "ctrl+Down", "alt+Left", "Page_Down")


def leave(desk):
    desk.run("xdotool", "key", "Shift_L", "Shift_L", "Shift_L")


def test_a_visit_of_a_kiosk_writes_no_file_and_changes_no_folder(desk, kiosk_data):
    program, trace = start(desk, kiosk_data, "--kiosk")
    shown = len(trace.lines())
    visit(desk)
    leave(desk)
    until(lambda: "Police Liability Guide" not in desk.clipboard(), "the reset")
    started = len(trace.lines())  # what is made once, at the first visit, has been made
    for _ in range(2):
        visit(desk)
        leave(desk)
        until(lambda: "Police Liability Guide" not in desk.clipboard(), "the reset")
    during = trace.lines()[started:]
    whole = trace.lines()
    assert written_files(during) == set()
    assert changes(during) == []
    totals = kiosk_data / "kiosk" / "totals.json"
    assert not totals.exists()

    program.send_signal(signal.SIGTERM)
    assert program.wait(30) == 0
    until(totals.exists, "the totals")
    assert sum(read(totals).sessions.values()) == 3
    after = trace.lines()
    mine = {file for file in written_files(after) if file.startswith(str(kiosk_data))}
    unfinished = str(kiosk_data / "kiosk" / f".totals.json.{program.pid}.new")
    assert mine <= {unfinished, str(kiosk_data / "state" / "guide.lock")}
    assert unfinished in mine
    # Until it is a kiosk Python may keep what it has compiled of a fresh checkout, and not from then on.
    compiled = {file for file in written_files(whole[:shown]) if "/__pycache__/" in file}
    assert written_files(whole) - mine - compiled == set()
    assert families(after) <= LOCAL


def test_a_session_of_one_s_own_opens_no_internet_socket(desk, kiosk_data):
    program, trace = start(desk, kiosk_data)
    visit(desk)
    leave(desk)
    assert program.wait(30) == 0
    assert families(trace.lines()) <= LOCAL
    assert families(trace.lines())  # the display at least: the trace has seen something


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('1 openat(AT_FDCWD, "/a/b", O_RDONLY|O_CLOEXEC) = 3', set()),
        ('1 openat(AT_FDCWD, "/a/b", O_RDWR|O_CREAT, 0600) = 3', {"/a/b"}),
        ('1 openat(AT_FDCWD, "/a/b", O_WRONLY|O_CREAT) = -1 EACCES (Permission denied)', set()),
        ('1 openat(AT_FDCWD, "/dev/null", O_RDWR) = 3', set()),
        ('1 open("/a/b", O_WRONLY|O_APPEND) = 5', {"/a/b"}),
    ],
)
def test_the_trace_is_read_rightly(line, found):
    assert written_files([line]) == found
    assert families(["1 socket(AF_INET, SOCK_STREAM, 0) = 3"]) == {"AF_INET"}
    assert changes(['1 mkdir("/a", 0700) = 0', '1 mkdir("/a", 0700) = -1 EEXIST (File exists)']) == [
        '1 mkdir("/a", 0700) = 0'
    ]
