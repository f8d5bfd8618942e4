"""Dates in words."""

import datetime
import locale

import pytest

from guide_app.dates import in_words, iso_in_words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-11-24", "November 24, 2026"),
        ("2026-03-01", "March 1, 2026"),
        ("2012", "2012"),
        ("2012-05", "May 2012"),
        ("2018-07-01 / 2021-03-04", "July 1, 2018 / March 4, 2021"),
        ("2023-09-26 (county page)", "September 26, 2023 (county page)"),
        ("2017-18 Acts", "2017-18 Acts"),
        ("P.L. 46-2023", "P.L. 46-2023"),
        ("2019-02-15-3", "2019-02-15-3"),
        ("FCC guide, undated", "FCC guide, undated"),
        ("", ""),
        ("2026-02-30", "2026-02-30"),
    ],
)
def test_a_date_in_words(iso, words):
    assert iso_in_words(iso) == words


@pytest.fixture
def foreign_computer():
    """Let the C library write dates in another language, as Qt asks it to on such a computer."""
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "de_DE.UTF-8")
    except locale.Error:
        pytest.skip("this computer knows no German")
    yield
    locale.setlocale(locale.LC_TIME, before)


def test_the_language_of_the_computer_changes_no_date(foreign_computer):
    assert in_words(datetime.date(2026, 3, 4)) == "March 4, 2026"
