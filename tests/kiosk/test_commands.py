"""The PIN and the totals as staff handle them: nothing is lost by a slip, and no small count leaves in a report."""

import io
import json
import stat

import pytest

from guide_app.kiosk import commands as room
from guide_app.kiosk import pin as pin_room
from guide_app.kiosk.commands import NOTHING_YET, Refused, form_of, run_export, run_merge, run_set_pin
from guide_app.kiosk.pin import PinLock, WeakPinError, pin_file_for
from guide_app.kiosk.report import report, report_csv, report_json
from guide_app.kiosk.totals import Totals, TotalsError, Visit, VisitAnswer, read, to_text
from guide_app.settings import Settings

GOOD = "402917"


@pytest.fixture(autouse=True)
def quick_hash(monkeypatch):
    monkeypatch.setattr(pin_room, "_N", 2**4)


def totals_of(visits, computer="0123456789abcdef"):
    totals = Totals(computers={computer})
    for _ in range(visits):
        totals.add_visit(Visit("2026-11", frozenset({("en", "a/b")}), (VisitAnswer("en", "a/b", "yes"),)))
    return totals


@pytest.fixture
def totals_file(tmp_path):
    file = tmp_path / "totals.json"
    file.write_text(to_text(totals_of(7)))
    return file


# -- the PIN ---------------------------------------------------------------------------------------------------------


def asked(*answers):
    left = list(answers)
    return lambda _prompt: left.pop(0)


def test_the_pin_is_kept_as_a_hash_in_the_place_of_the_settings(tmp_path):
    out = io.StringIO()
    file = pin_file_for(Settings(pin_file=str(tmp_path / "own.json")), tmp_path / "pin.json")
    assert run_set_pin(file, asked(GOOD, GOOD), out, twice=True) == 0
    assert PinLock(tmp_path / "own.json", tmp_path / "tries.json").try_pin(GOOD).accepted
    assert GOOD not in out.getvalue() + file.read_text()
    assert str(file) in out.getvalue()
    assert pin_file_for(Settings(), tmp_path / "pin.json") == tmp_path / "pin.json"


def test_a_pipe_is_asked_once(tmp_path):
    assert run_set_pin(tmp_path / "pin.json", asked(GOOD), io.StringIO(), twice=False) == 0


@pytest.mark.parametrize(("pin", "warned"), [(GOOD, False), ("402 917", False), ("harbor-402", True)])
def test_a_pin_that_a_screen_alone_cannot_type_is_said(tmp_path, pin, warned):
    out = io.StringIO()
    assert run_set_pin(tmp_path / "pin.json", asked(pin), out, twice=False) == 0
    assert ("without a real keyboard" in out.getvalue()) is warned


def test_two_different_pins_change_nothing(tmp_path):
    run_set_pin(tmp_path / "pin.json", asked(GOOD), io.StringIO(), twice=False)
    before = (tmp_path / "pin.json").read_bytes()
    with pytest.raises(Refused, match="differ"):
        run_set_pin(tmp_path / "pin.json", asked("771204", "771205"), io.StringIO(), twice=True)
    with pytest.raises(WeakPinError):
        run_set_pin(tmp_path / "pin.json", asked("111111", "111111"), io.StringIO(), twice=True)
    assert (tmp_path / "pin.json").read_bytes() == before


# -- export ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("r.csv", "", report_csv),
        ("R.CSV", "", report_csv),
        ("r.txt", "", report_csv),
        ("r.json", "", report_json),
        ("r.json", "csv", report_csv),
        ("r", "json", report_json),
    ],
)
def test_a_report_goes_to_a_file_in_the_form_asked_for(tmp_path, totals_file, name, form, expected):
    assert run_export(totals_file, str(tmp_path / name), form, io.StringIO(), io.StringIO()) == 0
    assert (tmp_path / name).read_bytes() == expected(report(totals_of(7))).encode()


def test_a_report_goes_to_the_terminal(totals_file):
    out = io.StringIO()
    assert run_export(totals_file, "-", "", out, io.StringIO()) == 0
    assert out.getvalue() == report_csv(report(totals_of(7)))


def test_exact_totals_are_written_only_when_asked_for_and_for_their_owner_only(tmp_path, totals_file):
    run_export(totals_file, str(tmp_path / "exact.json"), "totals", io.StringIO(), io.StringIO())
    assert read(tmp_path / "exact.json") == totals_of(7)
    assert stat.S_IMODE((tmp_path / "exact.json").stat().st_mode) == 0o600


def test_where_nothing_was_counted_the_answer_is_no(tmp_path):
    err = io.StringIO()
    assert run_export(tmp_path / "none.json", str(tmp_path / "r.csv"), "", io.StringIO(), err) == 1
    assert err.getvalue() == NOTHING_YET.format(file=tmp_path / "none.json") + "\n"
    assert not (tmp_path / "r.csv").exists()


# -- merge -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def three(tmp_path):
    files = [tmp_path / f"{number}.json" for number in range(3)]
    for number, file in enumerate(files):
        file.write_text(to_text(totals_of(2, computer=f"{number:016x}")))
    return files


def test_merged_totals_can_be_merged_again_and_reported(tmp_path, three):
    assert run_merge(str(tmp_path / "two.json"), three[:2], "", io.StringIO()) == 0
    assert run_merge(str(tmp_path / "all.json"), [tmp_path / "two.json", three[2]], "", io.StringIO()) == 0
    assert read(tmp_path / "all.json").sessions == {"2026-11": 6}


def test_small_counts_are_added_up_before_they_are_hidden(tmp_path, three):
    out = io.StringIO()
    assert run_merge("-", three, "json", out) == 0
    assert json.loads(out.getvalue())["sections"][0]["views"] == 6
    assert run_merge(str(tmp_path / "all.csv"), three[:2], "", io.StringIO()) == 0
    assert "under 5" in (tmp_path / "all.csv").read_text()


def test_a_computer_s_own_file_given_first_by_mistake_is_not_overwritten(three):
    before = three[0].read_bytes()
    with pytest.raises(Refused, match="exists already"):
        run_merge(str(three[0]), three[1:], "", io.StringIO())
    assert three[0].read_bytes() == before


def test_what_is_no_totals_file_writes_nothing(tmp_path, three):
    three[1].write_text("{}")
    with pytest.raises(TotalsError):
        run_merge(str(tmp_path / "all.json"), three, "", io.StringIO())
    assert not (tmp_path / "all.json").exists()


def test_every_form_has_a_name_that_asks_for_it():
    assert {form_of(name, otherwise=room.TOTALS) for name in ("a.csv", "a.json", "a")} == {room.CSV, room.TOTALS}
    assert {form_of(name, otherwise=room.CSV) for name in ("a.csv", "a.json", "a")} == {room.CSV, room.JSON}
