"""Markdown as it stands in the library: HTML for the window, and plain text for search and paper."""

from xml.etree.ElementTree import Element

import pytest

from guide_app.content.compiler import compile_folder
from guide_app.content.richtext import NotInSubset, render, subset_faults
from guide_app.library.reader import Library
from tests.content.made_folder import WARREN, with_block, write_folder

LAW = '<a href="cite:usc-42-1983">42 U.S.C. §\xa01983</a>'
FACTS = '<table class="facts" width="100%" cellspacing="0" cellpadding="6">'
CALLOUT = '<table class="callout {}" width="100%" cellspacing="0" cellpadding="12"><tr><td>'
RIGHT = '<th align="left">a</th><th align="right">b</th>'

ROWS = [
    # marks
    ("emphasis", "*a* and **b**", "<p><em>a</em> and <strong>b</strong></p>", "a and b"),
    ("with low lines", "_a_ and __b__", "<p><em>a</em> and <strong>b</strong></p>", "a and b"),
    ("emphasis in emphasis", "**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>", "a b c"),
    ("stars that stand alone are stars", "2 * 3 * 4 **", "<p>2 * 3 * 4 **</p>", "2 * 3 * 4 **"),
    ("low lines in a name are low lines", "snake_case_name", "<p>snake_case_name</p>", "snake_case_name"),
    ("code", "``x`<y``", "<p><code>x`&lt;y</code></p>", "x`<y"),
    ("a sign that is meant", r"a\*b\*", "<p>a*b*</p>", "a*b*"),
    ("HTML is shown as it was typed", "a <b>x</b> & y", "<p>a &lt;b&gt;x&lt;/b&gt; &amp; y</p>", "a <b>x</b> & y"),
    ("the end of a line is a space", "one\ntwo", "<p>one two</p>", "one two"),
    ("the mark of general information is not shown", "x {.general}", "<p>x</p>", "x"),
    # citations
    (
        "a page, and a law",
        f"x [@{WARREN}, 3; @usc-42-1983]",
        f'<p>x (<a href="cite:{WARREN}@3"><i>Warren</i>, 444 A.2d at 3</a>; {LAW})</p>',
        "x (Warren, 444 A.2d at 3; 42 U.S.C. §\xa01983)",
    ),
    (
        "no page",
        f"x [@{WARREN}]",
        f'<p>x (<a href="cite:{WARREN}"><i>Warren</i> (D.C. 1981)</a>)</p>',
        "x (Warren (D.C. 1981))",
    ),
    ("what is not there is left out", "x [@nobody; @usc-42-1983]", f"<p>x ({LAW})</p>", "x (42 U.S.C. §\xa01983)"),
    ("nothing is left", "x [@nobody]", "<p>x </p>", "x"),
    ("in emphasis", "*x [@usc-42-1983]*", f"<p><em>x ({LAW})</em></p>", "x (42 U.S.C. §\xa01983)"),
    ("everybody knows 911 by its number", "[@service:us-911]", '<p><a href="service:us-911">911</a></p>', "911"),
    (
        "a service with its number",
        "[@service:us-line]",
        '<p><a href="service:us-line">The Line (1-800-555-0100)</a></p>',
        "The Line (1-800-555-0100)",
    ),
    ("a service without one", "[@service:us-desk]", '<p><a href="service:us-desk">The Desk</a></p>', "The Desk"),
    ("a service that is not there", "x [@service:us-x]", "<p>x </p>", "x"),
    (
        "a state",
        "[@state:NY]",
        '<p>(<a href="guide:rules/ny">New York: rule and sources</a>)</p>',
        "(New York: rule and sources)",
    ),
    # quotation marks
    ("marks", "He's \"in\" ('out')", "<p>He’s “in” (‘out’)</p>", "He’s “in” (‘out’)"),
    ("years", "the '90s", "<p>the ’90s</p>", "the ’90s"),
    ("after emphasis", '*Riss*\'s "**b**"', "<p><em>Riss</em>’s “<strong>b</strong>”</p>", "Riss’s “b”"),
    ("in emphasis", '*"a*" b', "<p><em>“a</em>” b</p>", "“a” b"),
    ("after a link", "the [city](glossary)'s", '<p>the <a href="guide:glossary">city</a>’s</p>', "the city’s"),
    ("after a citation", '"x [@usc-42-1983]"', f"<p>“x ({LAW})”</p>", "“x (42 U.S.C. §\xa01983)”"),
    ("a paragraph does not know the one before", 'a\n\n"b"', "<p>a</p><p>“b”</p>", "a\n\n“b”"),
    ("feet and inches, if asked", "5\\'10\\\"", "<p>5'10\"</p>", "5'10\""),
    ("code", "`it's`'s", "<p><code>it's</code>’s</p>", "it's’s"),
    (
        "an address",
        'an "[a](https://a.org/it\'s)"',
        '<p>an “<a href="https://a.org/it&#x27;s">a</a> (a.org/it\'s)”</p>',
        "an “a (a.org/it's)”",
    ),
    # links
    ("inside the guide", "[*a* b](glossary)", '<p><a href="guide:glossary"><em>a</em> b</a></p>', "a b"),
    ("inside the article", "[a](#what-happened)", '<p><a href="guide:warren/what-happened">a</a></p>', "a"),
    ("by an old id", "[a](warren/ruling)", '<p><a href="guide:warren/what-court-decided">a</a></p>', "a"),
    ("dead: the words stay", "[a](nowhere) b", "<p>a b</p>", "a b"),
    (
        "outside: the address is shown",
        "[a](https://example.org/b_(c)/)",
        '<p><a href="https://example.org/b_(c)/">a</a> (example.org/b_(c))</p>',
        "a (example.org/b_(c))",
    ),
    ("but not twice", "[a.org](https://a.org)", '<p><a href="https://a.org">a.org</a></p>', "a.org"),
    ("of a picture the words stay", "![A map](map.png) b", "<p>A map b</p>", "A map b"),
    # blocks
    ("a list", "- a\n- b\n    - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b c"),
    ("a list goes on with its number", "3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
    ("a number that no list has", f"{'9' * 5000}. a", "<ol><li>a</li></ol>", "1. a"),
    ("a heading in a list", "- ### a\nb *c*", "<ul><li><h3>a</h3> b <em>c</em></li></ul>", "- a b c"),
    (
        "a table",
        "| a | b |\n|:--|--:|\n| c | d |",
        f'{FACTS}<thead><tr>{RIGHT}</tr></thead><tbody><tr><td align="left">c</td><td align="right">d</td></tr></tbody>'
        "</table>",
        "a: b\nc: d",
    ),
    (
        "a table of one column",
        "| a |\n|---|\n| b |",
        f"{FACTS}<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        "a\nb",
    ),
    (
        "a callout",
        '!!! deadline "The clock"\n    Two *days*.\n\n    - one',
        f'{CALLOUT.format("deadline")}<p class="callout-title">The clock</p><p>Two <em>days</em>.</p>'
        "<ul><li>one</li></ul></td></tr></table>",
        "The clock\n\nTwo days.\n\n- one",
    ),
    ("a callout without a title", '!!! call ""\n    a', f"{CALLOUT.format('call')}<p>a</p></td></tr></table>", "a"),
    (
        "an unknown callout warns",
        '!!! odd "T"\n    a',
        f'{CALLOUT.format("warning")}<p class="callout-title">T</p><p>a</p></td></tr></table>',
        "T\n\na",
    ),
    ("headings have two levels", "# a\n\n### b {#c}\n\n##### d", "<h3>a</h3><h3>b</h3><h4>d</h4>", "a\n\nb\n\nd"),
    ("a quotation is a paragraph", "> a", "<p>&gt; a</p>", "> a"),
    ("indented text is a paragraph", "    a", "<p>a</p>", "a"),
    ("a ruler is a paragraph", "a\n\n---\n\nb", "<p>a</p><p>---</p><p>b</p>", "a\n\n---\n\nb"),
    ("a blank line may hold spaces and tabs", "a\n \t\nb", "<p>a</p><p>b</p>", "a\n\nb"),
]


@pytest.mark.parametrize(("markdown", "html", "text"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_text(tmp_path, markdown, html, text):
    folder = write_folder(tmp_path / "guide", with_block(markdown))
    compile_folder([folder], tmp_path / "library.sqlite3")
    with Library.open(tmp_path / "library.sqlite3") as library:
        section = library.section("warren/what-happened")
    shown, mark, _ = section.html.partition("<p>Two calls")
    plain, *_ = section.text.partition("Two calls")
    assert mark
    assert (shown, plain.strip()) == (html, text)
    assert subset_faults(section.html) == ()


# -- what may stand in the library -----------------------------------------------------------------------------------

FAULTS = [
    ("<blink>x</blink>", "<blink> is not in the subset", "</blink> closes nothing"),
    ('<p style="color: red">x</p>', "<p> has the attribute style"),
    ('<a href="file:///etc/passwd">x</a>', "a link leads to file:///etc/passwd"),
    ("<a href>x</a>", "a link leads to None"),
    ('<a href="guide:a"><a href="guide:b">x</a></a>', "a link stands inside a link"),
    ("<table><tr><td><table></table></td></tr></table>", "a table stands inside a table"),
    ("<p>x", "<p> is not closed"),
    ("<p>x</em></p>", "</em> closes nothing"),
    ('<p class="small">x &amp; <a href="https://example.org">y</a></p>',),
]


@pytest.mark.parametrize(("html", "faults"), [(row[0], row[1:]) for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_what_the_window_cannot_show(html, faults):
    assert subset_faults(html) == faults


@pytest.mark.parametrize(("tag", "attributes"), [("blink", {}), ("p", {"style": "x"})])
def test_nothing_else_is_ever_written(tag, attributes):
    root = Element("div")
    root.append(Element(tag, attributes))
    with pytest.raises(NotInSubset, match=tag):
        render(root)
