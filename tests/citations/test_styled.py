# ruff: noqa: E501 - a row of a table is one line
import pytest

from guide_app.citations.styled import Run, joined, to_html, to_markdown, to_rtf, to_rtf_fragment, to_text

NAME = Run("Doe v. Roe", italic=True)


@pytest.mark.parametrize(
    ("styled", "text", "html", "rtf", "markdown"),
    [
        ((NAME, Run(", 1 U.S. 2")), "Doe v. Roe, 1 U.S. 2", "<i>Doe v. Roe</i>, 1 U.S. 2", r"{\i Doe v. Roe}, 1 U.S. 2", "*Doe v. Roe*, 1 U.S. 2"),
        ((Run("Doe", underline=True),), "Doe", "<u>Doe</u>", r"{\ul Doe}", "*Doe*"),
        ((Run("Doe", italic=True, underline=True),), "Doe", "<i><u>Doe</u></i>", r"{\i {\ul Doe}}", "*Doe*"),
        ((Run("§\u00a01983"),), "§\u00a01983", "§\u00a01983", r"\u167\'a7\~1983", "§\u00a01983"),
        ((Run("195\u201397"),), "195–97", "195–97", r"195\u8211?97", "195–97"),
        ((Run("<b> & \"q\""),), '<b> & "q"', '&lt;b&gt; &amp; "q"', '<b> & "q"', '\\<b\\> & "q"'),
        ((Run(r"{\b x}"),), r"{\b x}", r"{\b x}", r"\{\\b x\}", r"\{\\b x\}"),
        ((Run("a_b*c`d[e]|$@~^"),), "a_b*c`d[e]|$@~^", "a_b*c`d[e]|$@~^", "a_b*c`d[e]|$@~^", r"a\_b\*c\`d\[e\]\|\$\@\~\^"),
        ((Run("AT&amp;T"),), "AT&amp;T", "AT&amp;amp;T", "AT&amp;T", r"AT\&amp;T"),
        ((Run("a--b"),), "a--b", "a--b", "a--b", r"a\-\-b"),
        ((Run("one\ntwo\tthree"),), "one\ntwo\tthree", "one<br>two\tthree", "one\\line\ntwo\\tab three", "one\\\ntwo\tthree"),
        # beyond the basic plane RTF needs both halves of the character, as signed numbers
        ((Run("\U0001d510"),), "\U0001d510", "\U0001d510", r"\u-10187?\u-8944?", "\U0001d510"),
        ((Run("Müller"),), "Müller", "Müller", r"M\u252\'fcller", "Müller"),
        # control characters and half characters carry no text
        ((Run("a\x00\x1b\r\x9fb\ud800"),), "ab\ufffd", "ab\ufffd", r"ab\u-3?", "ab\ufffd"),
        ((Run(""), NAME, Run("")), "Doe v. Roe", "<i>Doe v. Roe</i>", r"{\i Doe v. Roe}", "*Doe v. Roe*"),
        ((), "", "", "", ""),
    ],
)  # fmt: skip
def test_every_form(styled, text, html, rtf, markdown):
    assert (to_text(styled), to_html(styled), to_rtf_fragment([styled]), to_markdown(styled)) == (
        text,
        html,
        rtf,
        markdown,
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# not a heading", r"\# not a heading"),
        ("- not a list", r"\- not a list"),
        ("+ not a list", r"\+ not a list"),
        ("1. not a list", r"1\. not a list"),
        ("(1) not a list", r"(1\) not a list"),
        ("(a) not a list", r"(a\) not a list"),
        ("a. not a list", r"a\. not a list"),
        ("= not a heading", r"\= not a heading"),
        (": not a definition", r"\: not a definition"),
        ("% not a title", r"\% not a title"),
        ("    not code", "not code"),
        ("489 U.S. 189", "489 U.S. 189"),
        ("L. S. v. State", "L. S. v. State"),
        ("one\n2. two", "one\\\n2\\. two"),
    ],
)
def test_nothing_opens_a_block_at_the_start_of_a_markdown_line(text, markdown):
    assert to_markdown((Run(text),)) == markdown


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ((Run(" Doe ", italic=True), Run("x")), "*Doe* x"),
        ((Run("see"), Run(" Doe ", italic=True), Run("x")), "see *Doe* x"),
        ((Run("a"), Run("  ", italic=True), Run("b")), "a  b"),
        ((Run("A", italic=True), Run("B", italic=True)), "*AB*"),
        ((Run("see "), Run("https://a.org/b_c?d=*")), "see <https://a.org/b_c?d=*>"),
        ((Run("https://a.org"), Run("/b")), "<https://a.org>/b"),
        ((Run("https://a.org and more"),), "https://a.org and more"),
    ],
)
def test_markdown_emphasis_touches_letters_and_addresses_stay_whole(runs, markdown):
    assert to_markdown(runs) == markdown


def test_joined_keeps_addresses_apart():
    runs = (Run("a"), Run("b"), Run(""), Run("https://a.org"), Run("c"))
    assert joined(runs) == (Run("ab"), Run("https://a.org"), Run("c"))


def test_an_rtf_document_has_italics_and_nothing_else_of_ours():
    document = to_rtf([(NAME, Run(", 1 U.S. 2")), (Run("next"),)])
    assert document == "{\\rtf1\\ansi\\ansicpg1252\\uc1\n{\\i Doe v. Roe}, 1 U.S. 2\\par\nnext}"
