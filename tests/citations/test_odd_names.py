"""No name may break a format or slip markup into it: apostrophes, braces, other scripts, signs of RTF and TeX."""

from __future__ import annotations

import html.parser
import json
import re
import unicodedata

import pytest
import rispy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide_app.citations.abbreviations import abbreviate_caption
from guide_app.citations.bluebook import full, inline, short
from guide_app.citations.forms import FORMS, render
from guide_app.citations.locator import PinpointError, parse_pinpoint
from guide_app.citations.lookup import Lookup, cite_keys, normalise_cite
from guide_app.citations.model import Source, Statute
from guide_app.citations.options import Options
from guide_app.citations.payload import payload
from guide_app.citations.styled import Run, to_html, to_line, to_markdown, to_rtf, to_text

from .foreign import needs_pandoc, pandoc_items, pandoc_runs
from .shipped import case, law_fields, page_fields, shipped

ODD = "'\"`{}[]()<>&#%$~^_*\\|@!-+=:;/?.,§¶\u00a0\u2013\u2019\n\r\t\x00\x1b\u2028\u202e"
LETTERS = "aZé\u00f1\u0416\u4e2d\u05d0\u0623\U0001d510\U0001f693"
PIECES = st.sampled_from(
    (
        *(r"\par", r"\u8211?", r"{\i x}", r"\'a7", "}", "{"),
        *(r"\textit{x}", r"\input{x}", "%", "@misc{x,", "$x$"),
        *("<b>x</b>", "<script>", "&amp;", "&#60;"),
        *("*x*", "__x__", "[x](https://x.org)", "![x](y)", "# ", "1. ", "--", "...", "::: x"),
        *("ER  - ", "\nER  - \nTY  - CASE", "TY  - "),
        *(" v. ", "County of ", "O'Hara", "D'Angelo", "AT&T", "Nuñez", "Šarić", "李", "\ud800"),
    )
)
TEXT = st.lists(st.one_of(PIECES, st.text(ODD + LETTERS, max_size=8)), max_size=6).map("".join)
LOOKUP = Lookup(tuple(shipped().values())[:5])
NAMES = TEXT.filter(lambda text: text.strip())
# what reference managers keep: one line without control characters and halves of characters

FIELDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Zs")), min_size=1, max_size=20
)


def clean(text: str) -> str:
    """Return what any form can keep of a text."""
    return to_text((Run(text),))


class Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.italic = ""
        self._open = False

    def handle_starttag(self, tag, attrs):
        assert not attrs
        self.tags.append(tag)
        self._open = self._open or tag == "i"
        self.text += "\n" if tag == "br" else ""
        self.italic += "\n" if tag == "br" and self._open else ""

    def handle_endtag(self, tag):
        self._open = self._open and tag != "i"

    def handle_data(self, data):
        self.text += data
        self.italic += data if self._open else ""


def read_rtf(document: str) -> tuple[str, str]:
    """Return the text of one of our RTF documents, and what of it is in italics; anything else in it is an error."""
    assert document.isascii()
    body = document.removeprefix("{\\rtf1\\ansi\\ansicpg1252\\uc1\n").removesuffix("}")
    text, italic, depth, at = [], [], 0, 0
    token = re.compile(r"\{\\i |\}|\\u(-?\d+)(?:\\'[0-9a-f]{2}|\?)|\\~|\\line\n|\\tab |\\par\n|\\([{}\\])|([^{}\\\n])")
    while at < len(body):
        found = token.match(body, at)
        assert found, body[at : at + 20]
        at = found.end()
        kept = (
            found[2]
            or found[3]
            or {"\\~": "\u00a0", "\\line\n": "\n", "\\tab ": "\t", "\\par\n": "\n"}.get(found[0], "")
        )
        if found[1]:
            kept = chr(int(found[1]) % 65536)
        if found[0] in ("{\\i ", "}"):
            depth += 1 if found[0] == "{\\i " else -1
        text.append(kept)
        italic.append(kept if depth else "")
        assert depth in (0, 1)
    assert depth == 0
    return tuple("".join(part).encode("utf-16", "surrogatepass").decode("utf-16") for part in (text, italic))


@given(NAMES, TEXT)
@example("O'Hara {v.} Smith & Sons", "x")
@example(r"\par } {\i x", r"\u8211?")
def test_html_and_rtf_carry_the_text_and_nothing_else(name, rest):
    styled = (Run(name, italic=True), Run(rest))
    parser = Tags()
    parser.feed(to_html(styled))
    parser.close()
    assert set(parser.tags) <= {"i", "br"}
    assert (parser.text, parser.italic) == (clean(name) + clean(rest), clean(name))
    assert read_rtf(to_rtf([styled])) == (clean(name) + clean(rest), clean(name))


@given(NAMES)
def test_every_form_of_a_case_holds(name):
    authority = case(caption=name, short=name, docket=name, court_parenthetical=name)
    for options in (Options(), Options("underline", "curly", parallel=True)):
        for cite in (full, short, inline):
            copied = payload([cite(authority, "", options)])
            assert "None" not in copied.plain or "None" in name
            assert copied.html.isascii()
            assert copied.rtf.isascii()
            assert balanced(re.sub(r"\\[\\{}]", "", copied.rtf))
            copied.plain.encode()
    for form in FORMS:
        render([authority], form.id).encode()


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_a_ris_file_has_as_many_entries_as_authorities(names):
    authorities = [
        case(id=f"case-{index}", caption=name or "x", docket=docket) for index, (name, docket) in enumerate(names)
    ]
    entries = rispy.loads(render(authorities, "ris"))
    assert [entry["id"] for entry in entries] == [authority.id for authority in authorities]
    for entry, authority in zip(entries, authorities, strict=True):
        assert entry.get("title", "") == to_line(authority.caption).strip()


@given(TEXT, TEXT)
def test_csl_json_gives_the_names_back(name, title):
    authorities = [
        case(caption=name),
        Source(**page_fields(title=title, publisher=name)),
        Statute(**law_fields(title=title)),
    ]
    first, second, third = json.loads(render(authorities, "csl-json"))
    assert first.get("title", "") == to_line(name)
    assert second.get("container-title", "") == to_line(name)
    assert third.get("title", "") == to_line(title)


BIB_FIELDS = {
    *(
        "title",
        "shorttitle",
        "author",
        "volume",
        "journaltitle",
        "pages",
        "number",
        "institution",
        "date",
        "url",
        "note",
    ),
    *("howpublished", "year"),
}


def balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


@given(NAMES, TEXT)
@example("} , note = {x", "{")
@example("\\", "%")
def test_bib_files_hold_one_entry_with_balanced_braces(name, title):
    page = Source(**page_fields(publisher=name, title=title, sources=(f"https://a.org/{name}",)))
    for form in ("biblatex", "bibtex"):
        text = render([case(caption=name), page], form)
        assert balanced(text), text
        assert len(re.findall(r"^@", text, re.MULTILINE)) == 2
        # a field is a line, so nothing in a name can open another
        lines = [line for line in text.split("\n") if not re.fullmatch(r"(?:[@%].*|\}|)", line)]
        fields = [line.partition(" = {")[0].strip() for line in lines]
        assert set(fields) <= BIB_FIELDS


@needs_pandoc
@settings(max_examples=40, deadline=None)
@given(st.lists(FIELDS.filter(lambda text: not set(text) & set("{}|")), min_size=1, max_size=8))
@example(["O'Hara & Sons 100% #1_a $x$ ~^\\<>@"])
@example(["`'", "``a''", "'a'"])
@example(["Ñandú", "李 v. 王", "\U0001d510"])
def test_pandoc_reads_odd_names_in_biblatex(names):
    authorities = [case(id=f"case-{index}", caption=name) for index, name in enumerate(names)]
    items = pandoc_items(render(authorities, "biblatex"), "biblatex")
    for authority in authorities:
        read = items[authority.id].get("title", "")
        assert unicodedata.normalize("NFC", smart(read)) == unicodedata.normalize(
            "NFC", smart(clean(authority.caption))
        )


def smart(text: str) -> str:
    """Undo what TeX does to quotation marks and dashes; one of them or two it makes of several in its own way."""
    text = text.replace("\u2013", "--").replace("\u2014", "---").replace("\u2026", "...")
    return re.sub("['\"`\u2018\u2019\u201c\u201d]+", "'", text)


@needs_pandoc
@settings(max_examples=40, deadline=None)
@given(st.lists(FIELDS.filter(str.isprintable), min_size=1, max_size=8))
@example(["*x* __y__ [z](https://z.org) <b> &amp; `c` # 1. \\ ![p](q) ~s~ ^t^ $m$ @a | b"])
@pytest.mark.parametrize("reader", ["markdown-smart", "commonmark", "gfm"])
def test_pandoc_reads_odd_names_in_markdown(reader, names):
    styled = [(Run(name, italic=True), Run(f", {name}, 1 U.S. 2")) for name in names]
    read = pandoc_runs("\n\n".join(to_markdown(one) for one in styled), reader)
    # its CommonMark readers compose accents
    assert composed(read) == composed([[(name, "Emph"), (f", {name}, 1 U.S. 2", "")] for name in names])


def composed(paragraphs):
    return [[(unicodedata.normalize("NFC", text), style) for text, style in runs] for runs in paragraphs]


@given(TEXT)
def test_a_pinpoint_is_read_or_refused(text):
    try:
        locator = parse_pinpoint(text)
    except PinpointError as error:
        assert str(error).endswith(".")
    else:
        assert locator is None or parse_pinpoint(locator.text).text == locator.text


@given(st.integers(1, 99999), st.integers(1, 999))
def test_a_printed_range_is_read_as_the_same_range(first, more):
    last = first + more
    printed = parse_pinpoint(f"{first}-{last}").text
    assert parse_pinpoint(printed).text == printed
    start, _, end = printed.partition("\u2013")
    assert int(start) == first
    assert int(str(first)[: -len(end)] + end if len(end) < len(str(first)) else end) == last


@given(TEXT)
def test_looking_up_never_fails_and_its_form_is_stable(text):
    key = normalise_cite(text)
    assert normalise_cite(key) == key
    LOOKUP.find(text)
    assert len(LOOKUP.nearest(text)) == 3
    cite_keys(case(volume=text, reporter=text, page=text, parallel=(text,)))


@given(TEXT)
def test_abbreviating_twice_changes_nothing_more(name):
    once = abbreviate_caption(name)
    assert abbreviate_caption(once) == once
