"""The exit codes are fixed: recipes on clinics' computers contain them."""

from guide_app.kiosk.exit_codes import EXIT_ROWS, RESTART, ExitCode, codes_that_stay_ended, reference_markdown


def test_the_numbers_never_change():
    assert {code.name: code.value for code in ExitCode} == {
        "DONE": 0,
        "NO": 1,
        "WRONG_USE": 2,
        "STAFF_EXIT": 10,
        "CONFIGURATION_ERROR": 78,
    }
    assert RESTART == 0


def test_every_code_has_one_row_and_fits_every_system():
    assert [row.code for row in EXIT_ROWS] == list(ExitCode)
    assert all(0 <= row.code < 126 for row in EXIT_ROWS)


def test_only_staff_and_a_bad_configuration_keep_a_kiosk_ended():
    assert codes_that_stay_ended() == (10, 78)


def test_the_reference_has_a_line_for_each_code():
    page = reference_markdown()
    assert "| 10 | Staff left kiosk mode with the PIN. | no |\n" in page
    assert page.count("\n") == len(EXIT_ROWS) + 3
