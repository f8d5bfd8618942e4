"""The exit codes of the program, fixed and documented, so that whatever started a kiosk knows what to do next.

Windows Shell Launcher, systemd and a shell script all decide by the exit code whether to start the program again. 78 is
EX_CONFIG of the BSD sysexits.h. What a crash gives (128 + signal, 0xC0000005) is none of these, and means: start again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """How the program ended. The numbers never change: recipes on clinics' computers contain them."""

    DONE = 0
    """Personal use: done. Kiosk: start me again (after a reset that failed, or an error)."""
    NO = 1
    WRONG_USE = 2
    STAFF_EXIT = 10
    CONFIGURATION_ERROR = 78


RESTART = ExitCode.DONE
"""What a kiosk ends with when it wants to be started again; 0 since Shell Launcher restarts on it by default."""


@dataclass(frozen=True, slots=True)
class ExitRow:
    """One line of the reference: what a code means, and whether the kiosk's supervisor starts the program again."""

    code: ExitCode
    meaning: str
    start_again: bool


EXIT_ROWS = (
    ExitRow(ExitCode.DONE, "Done. In kiosk mode: please start me again.", True),
    ExitRow(ExitCode.NO, "A command's answer is no: findings, nothing found. A window never ends so.", True),
    ExitRow(
        ExitCode.WRONG_USE,
        "Wrong use, or something of the computer is missing (no screen; for a reader, no guide), or the guide is "
        "open already and does not answer.",
        True,
    ),
    ExitRow(ExitCode.STAFF_EXIT, "Staff left kiosk mode with the PIN.", False),
    ExitRow(
        ExitCode.CONFIGURATION_ERROR,
        "Staff have to act: the settings or the PIN cannot be read, no PIN is set, or the guide is not compiled.",
        False,
    ),
)


def codes_that_stay_ended() -> tuple[int, ...]:
    """Return the codes after which a supervisor does not start it again (systemd: RestartPreventExitStatus)."""
    return tuple(int(row.code) for row in EXIT_ROWS if not row.start_again)


def reference_markdown() -> str:
    """Return the table of codes for the page for clinic staff."""
    lines = ["| exit code | meaning | start again |", "|---|---|---|"]
    lines += [f"| {row.code:d} | {row.meaning} | {'yes' if row.start_again else 'no'} |" for row in EXIT_ROWS]
    lines.append("| anything else | the program was ended from outside, or crashed | yes |")
    return "\n".join(lines) + "\n"
