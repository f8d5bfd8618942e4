import pytest

from guide_app.citations.styled import Run, to_text
from guide_app.citations.typography import with_quotes


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ("Dep't of Soc. Servs.", "Dep\u2019t of Soc. Servs."),
        ("Prince George's County", "Prince George\u2019s County"),
        ('Guide, "Can I sue?," in', "Guide, \u201cCan I sue?,\u201d in"),
        ('"Quoted"', "\u201cQuoted\u201d"),
        ("('in brackets')", "(\u2018in brackets\u2019)"),
        ("the '80s", "the \u201980s"),
        ("the police' duty '", "the police\u2019 duty \u2019"),
        ("a\u00a0\"b\"", "a\u00a0\u201cb\u201d"),
        ("\"'Yes,' she said.\"", "\u201c\u2018Yes,\u2019 she said.\u201d"),
        ("no marks", "no marks"),
    ],
)  # fmt: skip
def test_both_settings(straight, curly):
    assert to_text(with_quotes((Run(straight),), "curly")) == curly
    assert to_text(with_quotes((Run(curly),), "straight")) == straight


def test_a_mark_looks_at_the_run_before_it():
    runs = with_quotes((Run("Doe", italic=True), Run(""), Run("'s \"duty"), Run('"', italic=True)), "curly")
    assert [run.text for run in runs] == ["Doe", "", "\u2019s \u201cduty", "\u201d"]


def test_addresses_keep_their_apostrophes():
    assert with_quotes((Run("https://a.org/it's"),), "curly") == (Run("https://a.org/it's"),)
