"""Bookmarks out to a file and in again; a file from anywhere can do no harm."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_app.records import bookmark_files, browser_html, exchange
from guide_app.records.browser_html import export_html, import_html
from guide_app.records.errors import RecordsImportError
from guide_app.records.exchange import export_json, export_markdown, import_json
from guide_app.records.model import NAME_LIMIT, NOTE_LIMIT, Bookmark
from guide_app.records.store import Records

DAY = "2026-11-24"


@pytest.fixture
def records():
    return Records.in_memory(today=lambda: DAY)


def filled():
    records = Records.in_memory(today=lambda: "2025-02-03")
    records.add_bookmark("warren/ruling", 'What did "the court" & <others> decide?', "Warren: A*B_C")
    records.add_bookmark("riss/facts", "¿Qué pasó?", "Riss")
    records.rename("warren/ruling", "my <b>name</b>")
    records.set_note("warren/ruling", "line 1\nline 2 </DL> & *stars*\n\nline 4")
    records.move("riss/facts", 0)
    return records


def document(*entries, **changes):
    return json.dumps({"format": exchange.FORMAT, "version": 1, "bookmarks": list(entries), **changes})


def entry(**changes):
    return {"section": "a/b", "title": "Title", **changes}


# ---------------------------------------------------------------------- there and back


@pytest.mark.parametrize(("out", "back"), [(export_json, import_json), (export_html, import_html)])
def test_everything_comes_back(records, out, back):
    report = back(records, out(filled()))
    assert (report.added, report.already_there, report.refused) == (2, 0, ())
    assert records.bookmarks() == filled().bookmarks()
    report = back(records, out(filled()))
    assert (report.added, report.already_there, report.refused) == (0, 2, ())
    assert len(records.bookmarks()) == 2


@pytest.mark.parametrize(("out", "back"), [(export_json, import_json), (export_html, import_html)])
def test_an_empty_list_goes_out_and_comes_back(records, out, back):
    report = back(records, out(records))
    assert (report.added, report.already_there, report.refused) == (0, 0, ())


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_any_text_comes_back(title, name, note):
    first = Records.in_memory()
    first.add_bookmark("a/b", title + "t", title)
    first.rename("a/b", name)
    first.set_note("a/b", note)
    for out, back in ((export_json, import_json), (export_html, import_html)):
        second = Records.in_memory()
        assert back(second, out(first)).refused == ()
        kept, got = first.bookmark_of("a/b"), second.bookmark_of("a/b")
        assert (got.title, got.article_title, got.note) == (kept.title, kept.article_title, kept.note)
        assert got.label == kept.label
        second.close()
    first.close()


def test_an_import_adds_behind_what_is_there_and_leaves_it_alone(records):
    records.add_bookmark("riss/facts", "Mine", "")
    records.set_note("riss/facts", "my note")
    import_json(records, export_json(filled()))
    assert [bookmark.section for bookmark in records.bookmarks()] == ["riss/facts", "warren/ruling"]
    assert records.bookmark_of("riss/facts").note == "my note"
    assert records.bookmark_of("riss/facts").title == "Mine"


# ---------------------------------------------------------------------- JSON


def test_only_section_and_title_have_to_be_there(records):
    assert import_json(records, document(entry())).added == 1
    bookmark = records.bookmark_of("a/b")
    assert (bookmark.title, bookmark.article_title, bookmark.name, bookmark.note) == ("Title", "", "", "")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", bookmark.created)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it is not JSON"),
        ("not json", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ('{"a": ' + "1" * 5_000 + "}", "it is not JSON"),
        ("[]", "was not made by"),
        ("null", "was not made by"),
        ("{}", "was not made by"),
        ('{"format": "other", "version": 1, "bookmarks": []}', "was not made by"),
        (document(bookmarks={}), "was not made by"),
        (document(version=2), "newer version"),
        (document(version="1"), "newer version"),
        (" " * (exchange.SIZE_LIMIT + 1), "too large"),
        (document(*[1] * (exchange.COUNT_LIMIT + 1)), "5,001 bookmarks; 5,000 can be taken"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_in_one_sentence(records, text, words):
    with pytest.raises(RecordsImportError, match=words) as caught:
        import_json(records, text)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    assert records.bookmarks() == ()


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (5, "it is not an entry"),
        (None, "it is not an entry"),
        ([], "it is not an entry"),
        ({}, "it does not lead to a section"),
        (entry(section="../../etc/passwd"), "it does not lead to a section"),
        (entry(section="a"), "it does not lead to a section"),
        (entry(section="a/b/c"), "it does not lead to a section"),
        (entry(section="A/B"), "it does not lead to a section"),
        (entry(section="a/b\n"), "it does not lead to a section"),
        (entry(section="a/" + "b" * 200), "it does not lead to a section"),
        (entry(section=7), "its section is not a text"),
        (entry(note=["x"]), "its note is not a text"),
        (entry(name=None), "its name is not a text"),
        (entry(title=" \x00 "), "it has no title"),
        (entry(note="x" * (NOTE_LIMIT + 1)), "A note can have up to 4,000"),
        (entry(name="x" * (NAME_LIMIT + 1)), "A name can have up to 200"),
    ],
)
def test_a_bad_entry_is_named_and_the_others_are_taken(records, bad, words):
    report = import_json(records, document(entry(section="a/first"), bad, entry(section="a/last")))
    assert (report.added, report.already_there) == (2, 0)
    assert len(report.refused) == 1
    assert report.refused[0].startswith(f"Bookmark 2: {words}")
    assert [bookmark.section for bookmark in records.bookmarks()] == ["a/first", "a/last"]


def test_a_section_that_stands_twice_counts_once(records):
    report = import_json(records, document(entry(), entry(title="second")))
    assert (report.added, report.already_there) == (1, 1)
    assert records.bookmark_of("a/b").title == "Title"


@pytest.mark.parametrize(
    "day", ["2026-02-31", "26-1-1", "yesterday", "2026-11-24T10:00", "9999-12-31", "0000-01-01", ""]
)
def test_a_date_that_is_none_becomes_today(records, day):
    import_json(records, document(entry(created=day)))
    created = records.bookmark_of("a/b").created
    assert created != day
    assert created.startswith("2")
    assert export_html(records)


def test_control_characters_do_not_come_in(records):
    import_json(records, document(entry(title="a\x1b[31mb\u202ec", note="x\x07y\r\nz", name="\ud800n")))
    bookmark = records.bookmark_of("a/b")
    assert (bookmark.title, bookmark.note, bookmark.name) == ("a[31mbc", "xy\nz", "n")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner),
    )
)
def test_no_json_can_do_more_than_be_refused(value):
    records = Records.in_memory()
    for text in (json.dumps(value), document(value), document(entry(section=value)), document(entry(note=value))):
        try:
            import_json(records, text)
        except RecordsImportError:
            continue
    export_json(records)
    records.close()


# ---------------------------------------------------------------------- browser HTML

FIREFOX = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000">A folder</H3>
    <DD>Of a folder
    <DL><p>
        <DT><A HREF="https://example.org/" ADD_DATE="1700000000" ICON="data:,">Elsewhere &amp; beyond</A>
        <DD>not ours
        <DT><A HREF="police-liability-guide:warren/ruling" ADD_DATE="1764000000" TAGS="x">The <b>ruling</b></A>
        <DD>my note
        <HR>
        <DT><A HREF="police-liability-guide:riss/facts">Facts</A>
        <DT><A ADD_DATE>No address
    </DL><p>
</DL>
"""


def test_a_file_that_went_through_a_browser_comes_back_and_the_rest_is_refused(records):
    report = import_html(records, FIREFOX)
    assert report.added == 2
    assert report.refused == (
        "Bookmark 1: it does not lead to a section of the guide",
        "Bookmark 4: it does not lead to a section of the guide",
    )
    first, second = records.bookmarks()
    assert (first.section, first.title, first.name, first.note, first.created) == (
        "warren/ruling", "The ruling", "", "my note", "2025-11-24",
    )  # fmt: skip
    assert (second.section, second.title, second.note) == ("riss/facts", "Facts", "")


def test_a_note_before_the_first_link_belongs_to_none(records):
    assert import_html(records, "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DD>lost</DL>").added == 0


@pytest.mark.parametrize("text", ["", "<html>", "{}", "x" * 2_000 + "NETSCAPE-Bookmark-file-1"])
def test_a_text_that_is_no_bookmark_file_is_refused(records, text):
    with pytest.raises(RecordsImportError, match="not a bookmarks file"):
        import_html(records, text)


def test_a_browser_s_file_may_be_too_large(records):
    with pytest.raises(RecordsImportError, match="too large"):
        import_html(records, "x" * (exchange.SIZE_LIMIT + 1))


@pytest.mark.parametrize("date", ["", "x", "-1", "1e9", "9" * 20, "９９"])
def test_a_browser_s_date_that_is_none_becomes_today(records, date):
    text = f'<!DOCTYPE NETSCAPE-Bookmark-file-1><A HREF="police-liability-guide:a/b" ADD_DATE="{date}">t</A>'
    assert import_html(records, text).added == 1
    assert len(records.bookmark_of("a/b").created) == 10


@given(st.text(alphabet="<>/AaDdLlTt \"'=&;!-Hhreflguide:b[]?", max_size=200))
def test_no_html_can_do_more_than_be_refused(text):
    records = Records.in_memory()
    import_html(records, browser_html._HEAD + text)
    export_html(records)
    records.close()


def test_nothing_of_a_reader_s_becomes_markup():
    text = export_html(filled())
    assert "<b>" not in text
    assert text.count("</DL>") == 2


# ---------------------------------------------------------------------- Markdown


def test_markdown_carries_names_titles_notes_and_ids():
    assert export_markdown(filled()) == (
        "# Bookmarks of the Police Liability Guide\n"
        "\n"
        "- **¿Qué pasó?**\n"
        "  Riss  \n"
        "  `riss/facts`, marked 2025-02-03\n"
        "\n"
        "- **my \\<b\\>name\\</b\\>**\n"
        "  Warren: A\\*B\\_C  \n"
        '  What did "the court" & \\<others\\> decide?  \n'
        "  `warren/ruling`, marked 2025-02-03\n"
        "\n"
        "  > line 1\n"
        "  > line 2 \\</DL\\> & \\*stars\\*\n"
        "  >\n"
        "  > line 4\n"
    )


def test_markdown_of_nothing_is_a_heading(records):
    assert export_markdown(records) == "# Bookmarks of the Police Liability Guide\n"


def test_a_bookmark_without_article_or_name_is_two_lines(records):
    records.add_bookmarks((Bookmark("a/b", "t", "", "", "", 0, DAY),))
    assert export_markdown(records).endswith("\n- **t**\n  `a/b`, marked 2026-11-24\n")


# ---------------------------------------------------------------------- whatever the form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.json", "json"),
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.html", "html"),
        ("a.b/c.HTM", "html"),
        ("a", "json"),
        ("a.txt", "json"),
    ],
)
def test_the_name_of_a_file_asks_for_a_form(name, form):
    assert bookmark_files.form_of(name) == form


def test_each_form_is_written_by_its_own_writer():
    forms = {"json": export_json, "markdown": export_markdown, "html": export_html}
    assert set(forms) == set(bookmark_files.FORMS)
    for form, writer in forms.items():
        assert bookmark_files.exported(filled(), form) == writer(filled())


@pytest.mark.parametrize("form", ["json", "html"])
def test_a_file_is_read_by_what_is_in_it(records, form):
    assert bookmark_files.imported(records, "\n " + bookmark_files.exported(filled(), form)).added == 2
