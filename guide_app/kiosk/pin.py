"""The staff PIN: kept as a salted slow hash, and slow to guess.

The hash is scrypt (RFC 7914) with 32 MB of memory, about a tenth of a second a try. Wrong tries are followed by a delay
that grows and survives a restart. A forgotten PIN is replaced by an administrator with `guide-app kiosk set-pin`; who
can do that can also end the program, so the PIN is no test of memory that anyone depends on (WCAG 2.2, 3.3.8).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
import os
import re
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from guide_app.atomic_file import write_for_all, write_whole
from guide_app.settings import Settings

SHORTEST, LONGEST = 6, 64
DELAYS = (0, 0, 0, 5, 30, 60, 300, 900)
"""Seconds to wait after so many wrong tries in a row; the last one holds for all further ones."""

_N, _R, _P = 2**15, 8, 1
_MEMORY = 64 * 1024 * 1024
_FILE_LIMIT = 10_000
_HEX = re.compile(r"[0-9a-f]{32,128}")


class PinError(Exception):
    """Something about the PIN does not work; the message is one sentence for staff."""


class WeakPinError(PinError):
    """The new PIN is too easy to guess, or too long."""


class PinFileError(PinError):
    """The file of the PIN is missing, damaged, or cannot be read or written: kiosk mode must not start."""


@dataclass(frozen=True, slots=True)
class PinAnswer:
    """What came of a try: whether staff may leave, and else how many seconds to wait before the next one."""

    accepted: bool
    wait_seconds: int


def pin_file_for(settings: Settings, default: Path) -> Path:
    """Return the file of the PIN: the one that the clinic's settings name, else `default` (`Paths.pin_file`)."""
    return Path(settings.pin_file) if settings.pin_file else default


def set_pin(pin_file: Path, pin: str) -> None:
    """Keep the hash of a new PIN in place of the old one; this also ends any delay. Raises WeakPinError, PinFileError.

    Every account of the computer can read the file, since the kiosk's own account has to; only its owner writes it.
    """
    pin = _as_typed(pin)
    _require_strong(pin)
    salt = os.urandom(16)
    kept = {"scheme": "scrypt", "n": _N, "r": _R, "p": _P, "salt": salt.hex(), "hash": _hash(pin, salt).hex()}
    try:
        write_for_all(pin_file, json.dumps(kept) + "\n")
    except OSError as error:
        why = f"({error.strerror}): run this as an administrator."
        raise PinFileError(f"The PIN cannot be written to {pin_file} {why}") from error


class PinLock:
    """The lock on the way out of kiosk mode: takes tries, counts the wrong ones, and makes them wait.

    `tries_file` keeps the count over a restart. Where it cannot be written, the count holds until the program ends.
    """

    def __init__(self, pin_file: Path, tries_file: Path, clock: Callable[[], float] = time.time) -> None:
        self._pin_file = pin_file
        self._tries_file = tries_file
        self._clock = clock
        self._wrong = 0
        self._until = 0.0
        self._loaded_for = ""

    def require_set(self) -> None:
        """Raise PinFileError unless there is a PIN that can be checked: without one, staff could never leave."""
        self._kept()

    def wait_seconds(self) -> int:
        """Return the seconds until the next try is allowed, 0 for now. Raises PinFileError."""
        return self._wait(self._kept()[0])

    def try_pin(self, typed: str) -> PinAnswer:
        """Check a PIN as it was typed. A try during the delay is refused unseen. Raises PinFileError."""
        salt, expected = self._kept()
        wait = self._wait(salt)
        if wait:
            return PinAnswer(False, wait)
        # Counted as wrong before it is looked at: ending the program in the middle gives no free try.
        self._count(salt, self._wrong + 1)
        if not hmac.compare_digest(_hash(_as_typed(typed), bytes.fromhex(salt)).hex(), expected):
            return PinAnswer(False, self._wait(salt))
        self._count(salt, 0)
        return PinAnswer(True, 0)

    def _wait(self, salt: str) -> int:
        if self._loaded_for != salt:
            self._load(salt)
        # A clock that was ahead and was set right must not lock staff out for longer than the delay itself.
        self._until = min(self._until, self._clock() + _delay(self._wrong))
        return max(0, math.ceil(self._until - self._clock()))

    def _count(self, salt: str, wrong: int) -> None:
        self._wrong = wrong
        self._until = self._clock() + _delay(wrong) if wrong else 0.0
        # Where it cannot be written the delay still holds in this process, and there is nothing to tell a visitor.
        with suppress(OSError):
            write_whole(self._tries_file, json.dumps({"salt": salt, "wrong": wrong, "until": self._until}) + "\n")

    def _load(self, salt: str) -> None:
        """Read the count. One that belongs to an older PIN is void; a damaged one counts as many wrong tries."""
        self._loaded_for, self._wrong, self._until = salt, 0, 0.0
        try:
            raw = self._tries_file.read_bytes()
        except OSError:
            return
        try:
            kept = json.loads(raw[:_FILE_LIMIT])
            kept_for, wrong, until = kept["salt"], int(kept["wrong"]), float(kept["until"])
            math.ceil(until)  # neither NaN nor infinite
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            self._count(salt, len(DELAYS))
            return
        if kept_for == salt:
            self._wrong, self._until = max(0, wrong), until

    def _kept(self) -> tuple[str, str]:
        """Return the salt and the hash that are kept, both in hexadecimal."""
        try:
            kept = json.loads(self._pin_file.read_bytes()[:_FILE_LIMIT])
        except FileNotFoundError as error:
            raise PinFileError("No PIN is set: run guide-app kiosk set-pin as an administrator.") from error
        except OSError as error:
            raise PinFileError(f"The PIN in {self._pin_file} cannot be read ({error.strerror}).") from error
        except (ValueError, RecursionError) as error:
            raise PinFileError(self._damaged()) from error
        if not isinstance(kept, dict) or [kept.get(key) for key in ("scheme", "n", "r", "p")] != ["scrypt", _N, _R, _P]:
            raise PinFileError(self._damaged())
        salt, expected = kept.get("salt"), kept.get("hash")
        if not (
            isinstance(salt, str) and isinstance(expected, str) and _HEX.fullmatch(salt) and _HEX.fullmatch(expected)
        ):
            raise PinFileError(self._damaged())
        return salt, expected

    def _damaged(self) -> str:
        return f"The PIN in {self._pin_file} is damaged: run guide-app kiosk set-pin as an administrator."


def _delay(wrong: int) -> int:
    return DELAYS[min(wrong, len(DELAYS) - 1)]


def _as_typed(pin: str) -> str:
    """Make one form of what keyboards write differently: full-width digits, blanks for grouping."""
    return "".join(unicodedata.normalize("NFKC", pin).split())


def _hash(pin: str, salt: bytes) -> bytes:
    # The length goes in front because HMAC, inside scrypt, pads with zeros: "1234" and "1234\0" would be one PIN.
    # surrogatepass: whatever was typed is a wrong PIN, never an error.
    secret = f"{len(pin)}:{pin}".encode("utf-8", "surrogatepass")
    return hashlib.scrypt(secret, salt=salt, n=_N, r=_R, p=_P, maxmem=_MEMORY, dklen=32)


def _require_strong(pin: str) -> None:
    if len(pin) < SHORTEST:
        raise WeakPinError(f"The PIN must have at least {SHORTEST} characters.")
    if len(pin) > LONGEST:
        raise WeakPinError(f"The PIN can have up to {LONGEST} characters.")
    steps = {ord(after) - ord(before) for before, after in pairwise(pin)}
    repeats = any(pin == pin[:length] * (len(pin) // length) for length in range(1, len(pin) // 2 + 1))
    if repeats or steps in ({1}, {-1}):
        raise WeakPinError("This PIN is too easy to guess: choose one that is no row and no repetition.")
