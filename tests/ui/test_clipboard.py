"""Copying: three forms at once, and "copied" only when this program really owns the clipboard."""

import sys

import pytest
from PySide6.QtGui import QClipboard

from guide_app.citations.payload import Payload, payload, plain_payload
from guide_app.citations.styled import Run
from guide_app.ui.clipboard import RTF_TYPES, WINDOWS_PRIVATE, WINDOWS_RTF, CopyService, mime_data
from tests.ui.stand_ins import Clipboard

WARREN = payload([(Run("Warren v. District of Columbia", italic=True), Run(", 444 A.2d 1 § 3 (D.C. 1981)."))])


@pytest.fixture
def clipboard():
    return Clipboard()


def test_html_rtf_and_plain_text_go_in_one_go():
    data = mime_data(WARREN)
    assert data.text() == "Warren v. District of Columbia, 444 A.2d 1 § 3 (D.C. 1981)."
    assert data.html() == "<i>Warren v. District of Columbia</i>, 444 A.2d 1 &#167; 3 (D.C. 1981)."
    for kind in RTF_TYPES:
        assert data.data(kind).data().startswith(b"{\\rtf1")


def test_nothing_of_our_looks_goes_along():
    data = mime_data(WARREN)
    for word in ("font", "color", "style", "<html", "<body"):
        assert word not in data.html().lower()
    assert b"fonttbl" not in data.data("text/rtf").data()


def test_a_number_is_plain_text_alone():
    data = mime_data(plain_payload("1-800-799-7233"))
    assert data.formats() == ["text/plain"]


def test_windows_gets_its_own_name_for_rtf_and_is_asked_to_remember_nothing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert mime_data(WARREN).hasFormat(WINDOWS_RTF)
    assert not any(mime_data(WARREN).hasFormat(kind) for kind in WINDOWS_PRIVATE)
    private = mime_data(WARREN, private=True)
    assert all(private.data(kind).data() == b"\0\0\0\0" for kind in WINDOWS_PRIVATE)


def test_elsewhere_there_are_no_windows_formats():
    assert not any("windows" in kind for kind in mime_data(WARREN, private=True).formats())


def test_a_copy_that_is_there_is_told(qtbot, clipboard):
    service = CopyService(clipboard)
    with qtbot.waitSignal(service.copied) as copied, qtbot.assertNotEmitted(service.copy_failed):
        assert service.copy("Citation", WARREN)
    assert copied.args == ["Citation"]
    assert clipboard.data.text() == WARREN.plain


def test_a_copy_that_another_program_kept_out_is_not_called_one(qtbot, clipboard):
    clipboard.held_by_another = True
    service = CopyService(clipboard)
    with qtbot.waitSignal(service.copy_failed) as failed, qtbot.assertNotEmitted(service.copied):
        assert not service.copy("Citation", WARREN)
    assert failed.args == ["Citation"]


def test_trying_again_copies_the_same(qtbot, clipboard):
    clipboard.held_by_another = True
    service = CopyService(clipboard)
    service.copy("Citation", WARREN)
    clipboard.held_by_another, clipboard.data = False, None
    with qtbot.waitSignal(service.copied):
        service.copy_again()
    assert clipboard.data.html() == WARREN.html


def test_there_is_nothing_to_try_again_at_first_or_after_forgetting(qtbot, clipboard):
    service = CopyService(clipboard)
    with qtbot.assertNotEmitted(service.copied), qtbot.assertNotEmitted(service.copy_failed):
        service.copy_again()
    service.copy("Citation", WARREN)
    service.forget()
    with qtbot.assertNotEmitted(service.copied):
        service.copy_again()
    assert clipboard.data is None


def test_forgetting_takes_away_clipboard_and_selection(clipboard):
    clipboard.has_selection = True
    service = CopyService(clipboard)
    service.copy("Citation", WARREN)
    service.forget()
    assert clipboard.cleared == [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection]


def test_forgetting_leaves_what_another_program_has_put_there(clipboard):
    service = CopyService(clipboard)
    service.copy("Citation", WARREN)
    clipboard.held_by_another = True
    service.forget()
    assert clipboard.cleared == []


@pytest.mark.parametrize(("platform", "stays"), [("win32", True), ("darwin", True), ("linux", False)])
def test_whether_a_copy_outlives_the_program(monkeypatch, clipboard, platform, stays):
    monkeypatch.setattr(sys, "platform", platform)
    assert CopyService(clipboard).outlives_program is stays


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_flushing_at_the_end_keeps_the_copy(monkeypatch, clipboard, platform):
    monkeypatch.setattr(sys, "platform", platform)
    service = CopyService(clipboard)
    service.copy("Citation", WARREN)
    service.flush()
    assert clipboard.data.text() == WARREN.plain


def test_without_a_stand_in_it_is_the_systems_clipboard(qapp):
    service = CopyService()
    service.copy("Citation", WARREN)
    data = qapp.clipboard().mimeData()
    assert (data.text(), data.html()) == (WARREN.plain, WARREN.html)
    assert data.data("text/rtf").data().decode("ascii") == WARREN.rtf
    qapp.clipboard().clear()


def test_an_empty_payload_is_an_empty_text():
    assert mime_data(Payload("")).text() == ""
