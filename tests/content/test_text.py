"""The text of an article: one row for each kind of fault, with its line and why it is asked for."""

import datetime

import pytest

from guide_app.content.check import check
from tests.content.made_folder import LIMITED, SUPERSEDED, WARREN, edited, warren, with_block, write_folder

FILE = "articles/en/warren.md"
CITED = f"[@{WARREN}, 3]"
# A block that is put into the article begins on line 23.
BLOCKS = [
    # what the text rests on
    ("nothing says where this comes from", "The police owe you nothing.", "23: the paragraph rests on nothing"),
    ("a list states law too", "- They owe nothing.\n- Nobody does.", "23: the list rests on nothing"),
    ("and so does a table", "| Who | What |\n|---|---|\n| city | no |", "23: the table rests on nothing"),
    ("and a callout", '!!! call "Call"\n    They owe you nothing.', "23: the callout rests on nothing"),
    ("general information states none", "Write down what happened. {.general}"),
    ("one citation is enough for a list", f"- One {CITED}.\n- Two."),
    # citations
    ("an id that is not there", "No [@warren-v-dc].", "23: there is no authority “warren-v-dc”"),
    (
        "the nearest id is named",
        "No [@warren-v-district-of-colombia-1981].",
        f"23: there is no authority “warren-v-district-of-colombia-1981” (nearest: “{WARREN}”)",
    ),
    ("on the line where it stands", f"Yes {CITED},\nno [@x].", "24: there is no authority “x”"),
    ("all of a bracket are looked at", f"No [@{WARREN}; @x].", "23: there is no authority “x”"),
    ("no page, paragraph or section", f"No [@{WARREN}, see below].", f"23: the pinpoint of “{WARREN}” is wrong: "),
    ("a case has no sections", f"No [@{WARREN}, § 3].", f"23: the pinpoint of “{WARREN}” is wrong: "),
    ("a subsection of a law", "Yes [@usc-42-1983, (b)]."),
    (
        "a service that is not there",
        "Call [@service:us-line2].",
        "23: there is no service “us-line2” (nearest: “us-line”)",
    ),
    ("a state that is not there", "See [@state:ZZ].", "23: there is no state section for “ZZ”"),
    ("a kind that is not there", "See [@book:x].", "23: “book:” is no kind of citation"),
    ("citations in code are none", f"Write `[@x]`, not this {CITED}."),
    # a case that is not what it was
    (
        "a limited case, and no word of it",
        f"Yes [@{LIMITED}].",
        f"23: the text does not say that “{LIMITED}” is limited",
    ),
    ("a superseded one", f"Yes [@{SUPERSEDED}].", f"23: the text does not say that “{SUPERSEDED}” is limited"),
    ("and not of the others", f"Yes [@usc-42-1983; @{LIMITED}].", f"23: the text does not say that “{LIMITED}”"),
    ("said: no longer", f"This is no longer so [@{SUPERSEDED}]."),
    ("said: before … now", f"So it was before 1978; now it is not [@{SUPERSEDED}]."),
    ("said in another item of the list", f"- No longer so {CITED}.\n- Yes [@{LIMITED}].", "24: the text does not say"),
    ("said in its own row of a table", f"| x | y |\n|--|--|\n| overruled | [@{SUPERSEDED}] |"),
    # links
    ("a dead link", f"See [it](warren/nowhere) {CITED}.", "23: the link “warren/nowhere” leads nowhere"),
    (
        "the nearest place is named",
        f"[It](glosary) {CITED}.",
        "23: the link “glosary” leads nowhere (nearest: “glossary”)",
    ),
    ("a dead link inside the article", f"[It](#nowhere) {CITED}.", "23: the link “#nowhere” leads nowhere"),
    ("a link inside the article", f"[It](#what-court-decided) {CITED}."),
    (
        "out of the folder",
        f"[It](../../secret.md) {CITED}.",
        "23: the link “../../secret.md” leads nowhere; write the id",
    ),
    ("an absolute path", f"[It](/etc/passwd) {CITED}.", "23: the link “/etc/passwd” leads nowhere; write the id of an"),
    ("a file", f"[It](file:///etc/passwd) {CITED}.", "23: the link “file:///etc/passwd” leads nowhere; use the id of"),
    ("a script", f"[It](javascript:x) {CITED}.", "23: the link “javascript:x” leads nowhere; use the id of an article"),
    (
        "http is no longer safe to type in",
        f"[It](http://x.org) {CITED}.",
        "23: the link “http://x.org” leads nowhere; only",
    ),
    ("outside addresses", f"[A](https://example.org/a_(b)), [b](tel:911), [c](mailto:a@b.org) {CITED}."),
    (
        "the old id of a section",
        f"[It](warren/ruling) {CITED}.",
        "23: the link leads to “warren/ruling”, which is now “warren/what-court-decided”",
    ),
    ("a link that nobody can see", f"[](glossary) {CITED}.", "23: the link has no words (“[](glossary)”)"),
    # headings
    ("a level is skipped", "#### Deep", "23: a heading level is skipped; use ###"),
    ("levels one by one", "### One\n\n#### Two"),
    (
        "a level that the window does not have",
        "### One\n\n#### Two\n\n##### Three",
        "27: a heading level is skipped; use ####",
    ),
    ("the title is the only heading of level 1", "# Title", "23: a heading of level 1 cannot stand here"),
    ("a section without a space", "##Section", "23: a heading of level 2 cannot stand here"),
    ("a small heading is no place", "### One {#one}", "23: only ## headings have an id"),
    ("a heading with emphasis", "### *One*", "23: the heading holds more than plain words"),
    # where a block ends
    ("a heading ends a list", f"- One {CITED}.\n### Two\n\nThree.", "26: the paragraph rests on nothing"),
    ("a callout ends a list", f'- One {CITED}.\n!!! call "C"\n    Two.', "24: the callout rests on nothing"),
    ("a line that is not indented ends a callout", '!!! call "C"\n    A {.general}\nB.', "25: the paragraph rests on"),
    ("an indented line goes on with a list", f"- One.\n\n    Two {CITED}."),
    ("so does a further item", f"- One.\n\n- Two {CITED}."),
    ("a paragraph does not end a list", f"- One.\n\nTwo {CITED}.", "23: the list rests on nothing"),
    # callouts
    (
        "a kind of callout that is not there",
        f'!!! danger "D"\n    Run {CITED}.',
        "23: the head of the callout is wrong",
    ),
    ("a callout without a title", f"!!! warning\n    Run {CITED}.", "23: the head of the callout is wrong"),
    ("a callout without a text", '!!! warning "W [@service:us-911]"', "23: the callout is empty"),
    (
        "a callout in a callout",
        f'!!! call "C"\n    !!! call "D"\n        Run {CITED}.',
        "21: the window cannot show this text (a table stands inside",
        "23: a callout stands inside a callout",
    ),
    # what is not part of the format
    (
        "a list that needs an empty line",
        f"Two things {CITED}:\n- one\n- two",
        "24: a list, table or",
        "25: a list, table or",
    ),
    (
        "a fence of code",
        f"```\nx {CITED}\n```",
        "23: a fence of code is not part",
        "23: the paragraph rests",
        "25: a fence of code is not part",
    ),
    ("a quotation", f"> So said the court {CITED}.", "23: a quotation mark “>” at the start of a line is not part"),
    ("a ruler", "--- ", "23: a ruler is not part", "23: the paragraph rests on nothing"),
    ("indented text, which would be code", f"    Text {CITED}.", "23: a line indented by four spaces is not part"),
    ("raw HTML", f"<b>Bold</b> {CITED}.", "23: raw HTML is refused (“</b>”)", "23: raw HTML is refused (“<b>”)"),
    ("a script", f"x {CITED}\n<script>alert(1)", "24: raw HTML is refused (“<script>”)"),
    ("a comment", f"x <!-- hidden --> {CITED}", "23: raw HTML is refused (“<!-- hidden -->”)"),
    (
        "a comment before a table",
        f"{CITED}\n\n<!--| a | b |\n|---|---|\n",
        "25: raw HTML is refused (“<!--| a | b | |--”)",
        "25: the paragraph rests on nothing",
        "26: a list, table or callout begins inside a paragraph",
    ),
    ("HTML in code is only shown", f"Never write `<b>` {CITED}."),
    (
        "an entity",
        f"x &nbsp; y &#60; {CITED}",
        "23: an HTML entity is refused (“&#60;”)",
        "23: an HTML entity is refused (“&nb",
    ),
    (
        "a typed telephone number gets old",
        f"Call 202-555-0143 {CITED}.",
        "23: a telephone number is typed (“202-555-0143”)",
    ),
    ("a picture", f"![A map](map.png) {CITED}", "23: a picture is not part of the format"),
    ("a citation that is not closed", f"x [@{WARREN} y {CITED}", "23: “[@” is not closed or not in its place"),
    ("a mark of general information inside", f"x {{.general}} y {CITED}", "23: “{.” is not closed or not in its place"),
    ("state sections inside a line", f"x [[states: deadlines]] {CITED}", "23: “[[” is not closed or not in its place"),
]


@pytest.mark.parametrize(("block", "findings"), [(row[1], row[2:]) for row in BLOCKS], ids=[row[0] for row in BLOCKS])
def test_a_block(expect, block, findings):
    expect(with_block(block), *(f"{FILE}:{finding}" for finding in findings))


ARTICLES = [
    (
        "an answer is short",
        [("owe you protection.", "owe you. It is so. It was so.")],
        "4: the summary has more than two",
    ),
    ("initials and names do not end a sentence", [("police owe", "Mr. T. B. v. St. Paul No. 3 owe")]),
    ("search shows the summary by itself", [("owe you protection", "[owe](glossary) you")], "4: the summary holds a"),
    (
        "raw HTML in the summary",
        [("owe you protection", "<i>owe</i>")],
        "4: raw HTML is refused (“</i>”)",
        "4: raw HTML",
    ),
    ("raw HTML in the title", [("Warren: what", "<b>Warren: what")], "3: the heading holds more than plain words"),
    (
        "a heading with a link",
        [("## What happened?", "## [What](x) happened?")],
        "21: the heading holds more than plain",
    ),
    ("a section without a heading", [("## What happened?", "## ")], "21: the section has no heading"),
    (
        "a section without an id",
        [("{#what-happened}", "")],
        "11: the head speaks of a s",
        "21: the section has no usable id",
    ),
    (
        "an id with a space",
        [("{#what-happened}", "{#What happened}")],
        "11: the head speaks",
        "21: the section has no usable",
    ),
    (
        "an id twice",
        [("{#what-happened}", "{#what-court-decided}")],
        "11: the head",
        "25: the section id “what-court-decid",
    ),
    ("a date that has not come", [("2026-01-24", "2999-01-01")], "7: the reviewed date is in the future"),
    (
        "related to itself",
        [("[glossary]", "[glossary, warren, warren/what-happened]")],
        "9: “warren/what",
        "9: “warren” under",
    ),
    (
        "related to nothing",
        [("[glossary]", "[glossary, glosary]")],
        "9: “glosary” under related is not there (nearest: “glo",
    ),
]


@pytest.mark.parametrize(
    ("changes", "findings"), [(row[1], row[2:]) for row in ARTICLES], ids=[row[0] for row in ARTICLES]
)
def test_an_article(check_folder, changes, findings):
    found = [line for line in check_folder(warren(*changes)) if line.startswith(FILE)]
    expected = [f"{FILE}:{finding}" for finding in findings]
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected, found


def test_an_empty_section_is_said(expect):
    expect(
        edited("articles/en/rules.md", ("Each line says what we read, and when. {.general}\n", "")),
        "articles/en/rules.md:15: the section “how-to-read” is empty",
    )


def test_a_paragraph_that_stands_twice_is_said_where_it_stands_the_second_time(check_folder):
    text = f"The very same words stand here and there, in two articles {CITED}."
    files = {
        **with_block(text),
        **edited(
            "articles/en/glossary.md",
            ("A duty to everyone", f"{text.upper().replace(CITED.upper(), '[@usc-42-1983]')}\n\nA duty to everyone"),
        ),
    }
    (found,) = check_folder(files)
    assert found.startswith(f"{FILE}:23: the paragraph stands also in ")
    assert "glossary.md:17; keep it in one place" in found


def test_a_short_line_and_a_safety_note_may_stand_twice(expect):
    note = '!!! warning "Safety first"\n    If you are in danger now, call [@service:us-911]. {.general}'
    both = f"{note}\n\nYour state: {{.general}}"
    glossary = edited("articles/en/glossary.md", ("A duty to everyone", f"{both}\n\nA duty to everyone"))
    expect({**with_block(both), **glossary})


def test_today_may_be_named(tmp_path):
    folder = write_folder(tmp_path)
    assert not check(folder, today=datetime.date(2026, 1, 24)).findings
    assert len(check(folder, today=datetime.date(2026, 1, 23)).findings) == 3
