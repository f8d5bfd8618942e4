"""The staff PIN: nothing readable is kept, and guessing is slow over restarts too."""

import json
import os
import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_app.kiosk import pin as pin_room
from guide_app.kiosk.pin import DELAYS, PinAnswer, PinFileError, PinLock, WeakPinError, set_pin

GOOD = "402917"


class Clock:
    def __init__(self):
        self.now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture(autouse=True)
def quick_hash(request, monkeypatch):
    """A hash that costs nothing, except where its cost is the point."""
    if "real_hash" not in request.fixturenames:
        monkeypatch.setattr(pin_room, "_N", 2**4)


@pytest.fixture
def real_hash():
    """The hash as it is shipped."""


@pytest.fixture
def files(tmp_path):
    return tmp_path / "site" / "pin.json", tmp_path / "kiosk" / "pin-tries.json"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def lock(files, clock):
    set_pin(files[0], GOOD)
    return PinLock(*files, clock)


@pytest.mark.usefixtures("real_hash")
def test_the_shipped_hash_takes_the_right_pin_and_no_other(files):
    set_pin(files[0], GOOD)
    assert PinLock(*files).try_pin(GOOD).accepted
    assert not PinLock(*files).try_pin("402918").accepted
    kept = json.loads(files[0].read_text())
    assert (kept["n"], kept["r"], kept["p"]) == (32768, 8, 1)
    assert len(kept["salt"]) == 32


def test_only_a_salted_hash_is_kept(files):
    set_pin(files[0], GOOD)
    first = files[0].read_text()
    set_pin(files[0], GOOD)
    assert GOOD not in first
    assert json.loads(first)["salt"] != json.loads(files[0].read_text())["salt"]
    assert json.loads(first)["hash"] != json.loads(files[0].read_text())["hash"]
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o644


@pytest.mark.parametrize("typed", [GOOD, " 402 917 ", "４０２９１７", "402\u00a0917"])
def test_what_keyboards_write_differently_is_the_same_pin(lock, typed):
    assert lock.try_pin(typed) == PinAnswer(True, 0)


@pytest.mark.parametrize("typed", ["", "40291", "4029177", "402918", "\ud800", "402917\x00", "x" * 100_000])
def test_anything_else_is_wrong(lock, typed):
    assert lock.try_pin(typed) == PinAnswer(False, 0)


@given(st.text(min_size=6, max_size=64))
@settings(max_examples=30)
def test_any_text_that_may_be_a_pin_opens_its_lock(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("pin")
    try:
        set_pin(folder / "pin.json", text)
    except WeakPinError:
        return
    assert PinLock(folder / "pin.json", folder / "tries.json").try_pin(text).accepted


@pytest.mark.parametrize(
    ("weak", "words"),
    [
        ("", "at least 6"),
        ("40291", "at least 6"),
        ("4 0 2 9 1", "at least 6"),
        ("x1" * 33, "up to 64"),
        ("111111", "too easy"),
        ("123456", "too easy"),
        ("987654321", "too easy"),
        ("abcdefg", "too easy"),
        ("121212", "too easy"),
        ("123123", "too easy"),
        ("40294029", "too easy"),
    ],
)
def test_a_pin_that_is_easy_to_guess_is_refused_and_the_old_one_stays(files, lock, weak, words):
    with pytest.raises(WeakPinError, match=words):
        set_pin(files[0], weak)
    assert lock.try_pin(GOOD).accepted


def test_wrong_tries_are_slowed_down_more_and_more(lock, clock):
    for wrong in range(1, len(DELAYS) + 3):
        expected = DELAYS[min(wrong, len(DELAYS) - 1)]
        assert lock.try_pin("wrong") == PinAnswer(False, expected)
        assert lock.wait_seconds() == expected
        clock.now += expected
    assert expected == 900
    assert lock.try_pin(GOOD).accepted


def make_wrong_tries(lock, number=4):
    for _ in range(number):
        lock.try_pin("wrong")


def test_during_the_delay_even_the_right_pin_is_not_looked_at(lock, clock):
    make_wrong_tries(lock)
    clock.now += 0.5
    assert lock.try_pin(GOOD) == PinAnswer(False, DELAYS[3])
    clock.now += 3.6
    assert lock.try_pin(GOOD) == PinAnswer(False, 1)
    clock.now += 1
    assert lock.try_pin(GOOD).accepted


def test_a_right_pin_ends_the_counting(lock, clock):
    make_wrong_tries(lock, 2)
    assert lock.try_pin(GOOD).accepted
    assert lock.try_pin("wrong") == PinAnswer(False, 0)
    clock.now += 1


def test_the_delay_survives_a_restart(lock, files, clock):
    make_wrong_tries(lock)
    again = PinLock(*files, clock)
    assert again.wait_seconds() == DELAYS[3]
    assert again.try_pin(GOOD) == PinAnswer(False, DELAYS[3])
    clock.now += DELAYS[3]
    assert PinLock(*files, clock).try_pin("wrong") == PinAnswer(False, DELAYS[4])


def test_ending_the_program_in_the_middle_of_a_try_gives_no_free_one(lock, files, clock, monkeypatch):
    def killed(_pin, _salt):
        raise SystemExit

    with monkeypatch.context() as context:
        context.setattr(pin_room, "_hash", killed)
        for _ in range(3):
            with pytest.raises(SystemExit):
                lock.try_pin("wrong")
    assert PinLock(*files, clock).wait_seconds() == DELAYS[3]


def test_the_file_of_tries_tells_nothing_of_what_was_typed(lock, files):
    lock.try_pin("secret guess")
    assert "secret" not in files[1].read_text()
    assert set(json.loads(files[1].read_text())) == {"salt", "wrong", "until"}


def test_where_tries_cannot_be_kept_the_delay_holds_until_the_program_ends(files, clock):
    set_pin(files[0], GOOD)
    files[1].parent.parent.joinpath("kiosk").touch()
    lock = PinLock(*files, clock)
    make_wrong_tries(lock)
    assert lock.try_pin(GOOD) == PinAnswer(False, DELAYS[3])


def test_a_new_pin_ends_the_delay_of_the_old_one(lock, files, clock):
    make_wrong_tries(lock, 7)
    set_pin(files[0], "881204")
    assert lock.try_pin("881204").accepted
    set_pin(files[0], "551203")
    assert PinLock(*files, clock).try_pin("551203").accepted


def test_a_clock_that_was_wrong_locks_nobody_out_for_longer_than_the_delay(lock, files, clock):
    clock.now += 10.0**9
    make_wrong_tries(lock)
    clock.now = 1_000_000.0
    for again in (lock, PinLock(*files, clock)):
        assert again.wait_seconds() == DELAYS[3]
        clock.now += DELAYS[3]
        assert again.wait_seconds() == 0
        clock.now = 1_000_000.0


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"salt": "x"}',
        b'{"salt": "x", "wrong": "x", "until": 0}',
        b'{"salt": "x", "wrong": 1, "until": NaN}', b'{"salt": "x", "wrong": 1, "until": Infinity}',
        b'{"salt": "x", "wrong": Infinity, "until": 1}', b'{"salt": "x", "wrong": [], "until": 1}', b" " * 20_000,
    ],
)  # fmt: skip
def test_a_damaged_file_of_tries_counts_as_many(lock, files, clock, raw):
    files[1].parent.mkdir()
    files[1].write_bytes(raw)
    assert lock.try_pin(GOOD) == PinAnswer(False, 900)
    assert PinLock(*files, clock).wait_seconds() == 900
    clock.now += 900
    assert lock.try_pin(GOOD).accepted


def test_a_count_below_zero_gives_no_tries_for_free(lock, files):
    files[1].parent.mkdir()
    salt = json.loads(files[0].read_text())["salt"]
    files[1].write_text(json.dumps({"salt": salt, "wrong": -100, "until": 0}))
    for _ in range(3):
        lock.try_pin("wrong")
    assert lock.wait_seconds() == DELAYS[3]


# ---------------------------------------------------------------------- the file of the PIN


def test_without_a_pin_kiosk_mode_must_not_start(files):
    for ask in (PinLock(*files).require_set, PinLock(*files).wait_seconds, lambda: PinLock(*files).try_pin(GOOD)):
        with pytest.raises(PinFileError, match="No PIN is set: run guide-app kiosk set-pin"):
            ask()


def test_with_a_pin_it_may(lock):
    lock.require_set()


def kept(**changes):
    good = {"scheme": "scrypt", "n": 16, "r": 8, "p": 1, "salt": "ab" * 16, "hash": "cd" * 32}
    return json.dumps({**good, **changes}).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"[]", b"\xff", b"[" * 100_000, kept(scheme="plain"), kept(n=2**40), kept(r=True), kept(salt=5),
        kept(salt="xy"), kept(hash=None), kept(hash="zz" * 32), kept(hash=""),
    ],
)  # fmt: skip
def test_a_damaged_pin_file_opens_nothing(files, raw):
    files[0].parent.mkdir()
    files[0].write_bytes(raw)
    with pytest.raises(PinFileError, match="is damaged: run guide-app kiosk set-pin"):
        PinLock(*files).try_pin(GOOD)


def test_a_pin_file_that_cannot_be_read_says_so(files):
    files[0].mkdir(parents=True)
    with pytest.raises(PinFileError, match="cannot be read"):
        PinLock(*files).require_set()


def test_setting_a_pin_without_the_right_asks_for_an_administrator(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(PinFileError, match="as an administrator"):
        set_pin(tmp_path / "file" / "pin.json", GOOD)


def test_setting_a_pin_does_not_shut_the_site_s_folder(files):
    set_pin(files[0], GOOD)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o777 & ~mask
