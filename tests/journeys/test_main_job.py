"""The main job: type a question, read the answer, bookmark it, say whether it helped, paste its citation."""

from __future__ import annotations

import json
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.journeys.conftest import PATIENCE_S, Desk, until

ANSWER = "castle-rock/order-not-enforced"


def records(desk: Desk) -> Path:
    return desk.data / "guide" / "records" / "records.sqlite3"


def rows(desk: Desk, query: str) -> list[tuple[str, ...]]:
    """Return what stands in the records; nothing while the program is still making the file."""
    try:
        with closing(sqlite3.connect(f"file:{records(desk)}?mode=ro", uri=True)) as connection:
            return connection.execute(query).fetchall()
    except sqlite3.OperationalError:
        return []


def ask(desk: Desk, question: str) -> None:
    desk.key("ctrl+f")
    desk.type(question)
    desk.key("Return")


def test_question_to_pasted_citation_and_records_that_outlive_a_kill(desk: Desk) -> None:
    program = desk.start()
    ask(desk, "restrainig order not enforced")
    desk.key("ctrl+d")
    until(lambda: rows(desk, "SELECT section FROM bookmark"), "the bookmark on disk")
    desk.key("ctrl+shift+y")
    until(lambda: rows(desk, "SELECT section FROM answer"), "the answer on disk")
    desk.key("ctrl+shift+c")
    until(lambda: "Police Liability Guide" in desk.clipboard(), "the citation on the clipboard")

    marked = rows(desk, "SELECT section FROM bookmark")[0][0]
    assert marked.split("/")[0] in ("castle-rock", "restraining-orders")
    assert rows(desk, "SELECT section FROM answer") == [(marked,)]

    plain = desk.clipboard()
    html = desk.clipboard("text/html")
    rtf = desk.clipboard("text/rtf")
    assert plain.splitlines()[0].startswith("Police Liability Guide, “")
    assert "Castle Rock" in plain
    assert "<i>" in html
    assert "style=" not in html
    assert "color" not in html
    assert rtf.startswith("{\\rtf1")
    assert "{\\i " in rtf or "\\i " in rtf
    targets = desk.clipboard("TARGETS").split()
    assert {"text/html", "text/rtf", "UTF8_STRING"} <= set(targets)

    program.send_signal(signal.SIGKILL)
    program.wait()
    assert rows(desk, "SELECT section FROM bookmark") == [(marked,)]
    desk.start()
    assert rows(desk, "SELECT section FROM answer") == [(marked,)]


def test_shift_three_times_leaves_and_the_next_start_shows_the_start_page(desk: Desk) -> None:
    program = desk.start("--open", ANSWER)
    desk.key("ctrl+shift+c")
    until(lambda: "Castle Rock" in desk.clipboard(), "the citation on the clipboard")
    desk.shift_three_times()
    assert program.wait(timeout=PATIENCE_S) == 0
    assert "Castle Rock" not in desk.clipboard()
    state = (desk.data / "guide" / "state" / "window.json").read_text()
    assert json.loads(state)["last_section"] == ""
    assert "castle-rock" not in state


def test_a_usual_close_keeps_the_place(desk: Desk) -> None:
    program = desk.start("--open", ANSWER)
    desk.key("ctrl+q")
    assert program.wait(timeout=PATIENCE_S) == 0
    state = json.loads((desk.data / "guide" / "state" / "window.json").read_text())
    assert state["last_section"] == ANSWER


def test_a_private_session_writes_no_record_and_no_place(desk: Desk) -> None:
    program = desk.start("--private", "--open", ANSWER)
    desk.key("ctrl+d", "ctrl+shift+n", "ctrl+shift+c")
    until(lambda: "Castle Rock" in desk.clipboard(), "the citation on the clipboard")
    desk.key("ctrl+q")
    assert program.wait(timeout=PATIENCE_S) == 0
    written = [path for path in (desk.data / "guide").rglob("*") if path.is_file() and "cache" not in path.parts]
    assert [path.name for path in written if path.suffix != ".lock"] == []


def test_a_second_start_raises_the_first_window_and_ends(desk: Desk) -> None:
    first = desk.start()
    second = desk.launch()
    assert second.wait(timeout=PATIENCE_S) == 0
    assert first.poll() is None


def test_typing_any_sign_into_the_search_leaves_the_program_running(desk: Desk) -> None:
    program = desk.start()
    ask(desk, '"it\'s" (OR) AND* NEAR/2 col:x -- § 489 U.S. 189')
    desk.key("Escape")
    desk.key("ctrl+d")
    until(lambda: rows(desk, "SELECT section FROM bookmark"), "the bookmark on disk")
    assert program.poll() is None


def test_text_grows_and_shrinks_by_the_keys_of_every_keyboard(desk: Desk) -> None:
    """Plus is a shifted key on some keyboards: two shortcuts that both fit would cancel each other."""
    desk.start()
    settings = desk.data / "guide" / "state" / "settings.json"

    def size() -> int:
        return int(json.loads(settings.read_text())["text_size"]) if settings.exists() else 100

    for keys, percent in (
        ("ctrl+plus", 110),
        ("ctrl+equal", 125),
        ("ctrl+KP_Add", 150),
        ("ctrl+minus", 125),
        ("ctrl+KP_Subtract", 110),
        ("ctrl+0", 100),
    ):
        desk.key(keys)
        until(lambda percent=percent: size() == percent, f"{percent} percent after {keys}")
