"""Citations out of the real window: every form of the clipboard holds what the command prints, and choices last."""

from __future__ import annotations

from tests.journeys.conftest import PATIENCE_S, Desk, until

DESHANEY = "deshaney-v-winnebago-1989"


def printed(desk: Desk, form: str, *more: str) -> str:
    """Return what `guide-app cite` prints, in the style of the window's first start."""
    program = desk.launch("cite", DESHANEY, "--as", form, "--curly", *more)
    out, err = program.communicate(timeout=PATIENCE_S)
    assert program.returncode == 0, err
    return str(out).rstrip("\n")


def open_card(desk: Desk) -> None:
    """Open the card of the case from the list of cases and laws, whose filter has the keyboard."""
    desk.key("ctrl+3")
    desk.type("489 U.S. 189")
    desk.key("Return")


def on_the_clipboard(desk: Desk, part: str) -> None:
    until(lambda: part in desk.clipboard().replace("\u00a0", " "), f"“{part}” on the clipboard")


def test_every_target_of_the_clipboard_holds_the_citation_of_the_card(desk: Desk) -> None:
    desk.start()
    open_card(desk)
    desk.key("Return")  # the button that copies has the keyboard
    on_the_clipboard(desk, "489 U.S. 189 (1989)")
    plain = printed(desk, "text")
    for target in ("UTF8_STRING", "text/plain"):
        assert desk.clipboard(target) == plain
    assert f"<p>{desk.clipboard('text/html')}</p>" == printed(desk, "html")
    for target in ("text/rtf", "application/rtf"):
        assert desk.clipboard(target) == printed(desk, "rtf")


def test_a_typed_page_and_a_form_that_lasts_into_the_next_start(desk: Desk) -> None:
    program = desk.start()
    open_card(desk)
    desk.key("Tab", "Return")  # other forms
    desk.key("Tab", "Tab")
    desk.type("195-97")
    desk.key("Tab", "Down", "Down", "Down")
    until(lambda: any("markdown" in path.read_text() for path in (desk.data / "guide").rglob("*.json")), "the choice")
    desk.key("shift+Tab", "shift+Tab", "shift+Tab", "Return")  # back over the page and the file to the copy
    on_the_clipboard(desk, "*DeShaney v.")
    assert desk.clipboard() == printed(desk, "markdown", "--pin", "195-97")
    desk.key("Escape")
    open_card(desk)
    desk.key("Return")
    on_the_clipboard(desk, "489 U.S. 189 (1989)")
    assert desk.clipboard() == printed(desk, "markdown")
    desk.key("ctrl+q")
    assert program.wait(timeout=PATIENCE_S) == 0

    desk.start("--open", "castle-rock/order-not-enforced")
    desk.key("ctrl+shift+c")
    on_the_clipboard(desk, "*Town of Castle Rock v. Gonzales*, 545 U.S. 748")
    assert "<i>Town of Castle Rock v. Gonzales</i>" in desk.clipboard("text/html")


def test_a_selection_is_copied_with_the_line_that_says_where_it_is_from(desk: Desk) -> None:
    desk.start("--open", "castle-rock/order-not-enforced")
    desk.key("F6", "ctrl+a", "ctrl+shift+x")
    on_the_clipboard(desk, "[desktop program]")
    first, *_, last = desk.clipboard().splitlines()
    assert first == "Castle Rock: must police enforce a restraining order?"
    assert last.startswith(f"Police Liability Guide, {first} (version ")
