"""The anonymous totals: counted once a visit, added up over computers, and small counts hidden."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_app.kiosk import report as report_room
from guide_app.kiosk import totals as totals_room
from guide_app.kiosk.report import (
    REPORT_COLUMNS,
    UNDER,
    ReportRow,
    Share,
    helpful_share,
    months_between,
    report,
    report_csv,
    report_json,
    shown,
)
from guide_app.kiosk.totals import REASONS, Cell, Totals, TotalsError, Visit, VisitAnswer, merge, read, to_text
from guide_app.records.model import Reason, Verdict

NOV = "2026-11"


def visit(month=NOV, sections=("warren/ruling",), *answers):
    return Visit(month, frozenset(("en", section) for section in sections), answers)


def totals_of(*visits, computer="0123456789abcdef"):
    totals = Totals(computers={computer} if computer else set())
    for one in visits:
        totals.add_visit(one)
    return totals


def written(folder, totals, name="totals.json"):
    (folder / name).write_text(to_text(totals))
    return folder / name


def test_the_words_are_those_of_the_records():
    assert tuple(Reason) == REASONS
    assert list(Verdict) == [totals_room.YES, totals_room.NO]


def test_a_visit_counts_each_section_once_and_each_answer():
    totals = totals_of(
        visit(NOV, ("a/b", "a/c"), VisitAnswer("en", "a/b", "yes"), VisitAnswer("en", "a/c", "no", REASONS[2])),
        visit(NOV, ("a/b",)),
        visit("2026-12", ()),
    )
    assert totals.sessions == {NOV: 2, "2026-12": 1}
    assert totals.counts == {
        Cell(NOV, "en", "a/b", "view"): 2,
        Cell(NOV, "en", "a/c", "view"): 1,
        Cell(NOV, "en", "a/b", "yes"): 1,
        Cell(NOV, "en", "a/c", "no", "not-about-my-state"): 1,
    }


def test_languages_are_counted_apart():
    totals = totals_of(Visit(NOV, frozenset({("en", "a/b"), ("es", "a/b")})))
    assert len(totals.counts) == 2
    assert totals.sessions == {NOV: 1}


def test_a_file_comes_back_and_tells_no_order(tmp_path):
    one, two = visit(NOV, ("a/b",)), visit("2026-10", ("a/c",), VisitAnswer("en", "a/c", "no"))
    forth, back = totals_of(one, two), totals_of(two, one)
    assert to_text(forth) == to_text(back)
    assert read(written(tmp_path, forth)) == forth


def test_the_file_holds_months_sections_and_counts_only():
    kept = json.loads(to_text(totals_of(visit(NOV, ("a/b",), VisitAnswer("en", "a/b", "yes")))))
    assert kept == {
        "format": "police-liability-guide totals",
        "version": 1,
        "computers": ["0123456789abcdef"],
        "sessions": {NOV: 1},
        "counts": [[NOV, "en", "a/b", "view", "", 1], [NOV, "en", "a/b", "yes", "", 1]],
    }


def test_a_computer_s_number_is_random():
    assert len({totals_room.new_computer() for _ in range(20)}) == 20
    assert totals_room._COMPUTER.fullmatch(totals_room.new_computer())


# ---------------------------------------------------------------------- several computers


def test_small_counts_of_several_computers_add_up_before_they_are_hidden(tmp_path):
    files = [
        written(tmp_path, totals_of(visit(), visit(), computer=f"{number:016x}"), f"{number}.json")
        for number in range(3)
    ]
    assert report(read(files[0])).rows[0].counts[0] == UNDER
    merged = merge(files)
    assert report(merged).rows[0].counts[0] == 6
    assert merged.sessions == {NOV: 6}
    assert len(merged.computers) == 3
    assert read(written(tmp_path, merged, "merged.json")) == merged


def test_no_computer_is_counted_twice(tmp_path):
    one = written(tmp_path, totals_of(visit()), "one.json")
    two = written(tmp_path, totals_of(visit(), computer="f" * 16), "two.json")
    merged = written(tmp_path, merge([one, two]), "merged.json")
    for files in ([one, one], [merged, two]):
        with pytest.raises(TotalsError, match="give each only once"):
            merge(files)


def test_merging_nothing_is_nothing():
    assert merge([]) == Totals()


# ---------------------------------------------------------------------- files that are none


def document(**changes):
    return json.dumps({**json.loads(to_text(totals_of(visit()))), **changes}).encode()


def row(*changes):
    return document(counts=[list(changes)])


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "it is not JSON"),
        (b"\xff", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "is not a totals file"),
        (b"null", "is not a totals file"),
        (b'{"format": "other"}', "is not a totals file"),
        (document(version=2), "newer version"),
        (document(computers=None), "is damaged"),
        (document(computers=["x"]), "is damaged"),
        (document(sessions=[]), "is damaged"),
        (document(sessions={"2026-13": 1}), "is damaged"),
        (document(sessions={NOV: -1}), "is damaged"),
        (document(sessions={NOV: True}), "is damaged"),
        (document(sessions={NOV: 10**10}), "is damaged"),
        (document(counts=5), "is damaged"),
        (document(unfinished=24), "is damaged"),
        (document(unfinished="yesterday"), "is damaged"),
        (document(counts=[5]), "is damaged"),
        (b'{"format": "police-liability-guide totals", "version": 1, "computers": [], "sessions": {}}', "is damaged"),
        (row(NOV, "en", "a/b", "view", ""), "is damaged"),
        (row(NOV, "en", "a/b", "view", "", 1.5), "is damaged"),
        (row(NOV, "en", "a/b", "other", "", 1), "is no answer"),
        (row(NOV, "en", "a/b", "yes", REASONS[0], 1), "is no answer"),
        (row(NOV, "en", "a/b", "no", "because", 1), "is no answer"),
        (row(NOV, "en", "=cmd|x/b", "view", "", 1), "is damaged"),
        (row(NOV, "English", "a/b", "view", "", 1), "is damaged"),
        (row("2026-11-24", "en", "a/b", "view", "", 1), "is damaged"),
        (row(NOV, "en", ["a/b"], "view", "", 1), "is damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_in_one_sentence(tmp_path, raw, words):
    (tmp_path / "t.json").write_bytes(raw)
    with pytest.raises(TotalsError, match=words) as caught:
        read(tmp_path / "t.json")
    assert str(tmp_path / "t.json") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_report_is_not_taken_for_a_totals_file(tmp_path):
    (tmp_path / "r.json").write_text(report_json(report(totals_of(visit()))))
    with pytest.raises(TotalsError, match="It is a report, in which small counts are hidden"):
        merge([tmp_path / "r.json"])


def test_a_huge_file_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(totals_room, "_SIZE_LIMIT", 10)
    with pytest.raises(TotalsError, match="too large"):
        read(written(tmp_path, totals_of()))


# ---------------------------------------------------------------------- the report


@pytest.mark.parametrize(
    ("count", "as_shown"), [(0, "under 5"), (1, "under 5"), (4, "under 5"), (5, 5), (6, 6), (1_000, 1_000)]
)
def test_counts_under_five_are_hidden_and_zero_with_them(count, as_shown):
    assert shown(count) == as_shown


def many(count, *answers):
    return [visit(NOV, ("a/b",), *answers)] * count


def test_a_report_has_a_row_for_each_section_language_and_month():
    totals = totals_of(
        *many(7, VisitAnswer("en", "a/b", "yes")),
        *many(5, VisitAnswer("en", "a/b", "no", REASONS[1])),
        *many(2, VisitAnswer("en", "a/b", "no")),
        visit("2026-10", ("a/c",)),
    )
    found = report(totals)
    assert [(one.month, one.language, one.section) for one in found.rows] == [
        ("2026-10", "en", "a/c"), (NOV, "en", "a/b"),
    ]  # fmt: skip
    assert dict(zip(REPORT_COLUMNS[3:], found.rows[1].counts, strict=True)) == {
        "views": 14,
        "helpful_yes": 7,
        "helpful_no_without_reason": UNDER,
        "helpful_no_hard_to_understand": UNDER,
        "helpful_no_not_what_i_was_looking_for": 5,
        "helpful_no_not_about_my_state": UNDER,
        "helpful_no_something_is_wrong": UNDER,
    }
    assert found.sessions == (("2026-10", UNDER), (NOV, 14))


@given(
    st.lists(
        st.builds(
            Visit,
            st.sampled_from(["2026-10", "2026-11"]),
            st.frozensets(st.sampled_from([("en", "a/b"), ("en", "a/c"), ("es", "a/b")])),
            st.lists(
                st.builds(
                    VisitAnswer,
                    st.just("en"),
                    st.sampled_from(["a/b", "a/c"]),
                    st.just("no"),
                    st.sampled_from(["", *REASONS]),
                ),
                max_size=3,
            ).map(tuple),
        ),
        max_size=40,
    )
)
def test_no_number_under_five_leaves_the_computer_in_a_report(visits):
    found = report(totals_of(*visits))
    for text in (report_csv(found), report_json(found)):
        numbers = [int(cell) for cell in text.replace(",", " ").replace("under 5", "").split() if cell.isdigit()]
        assert all(number >= 5 for number in numbers)


def test_csv_is_read_back_by_a_reader_of_csv():
    found = report(totals_of(*many(6)))
    rows = list(csv.DictReader(io.StringIO(report_csv(found), newline="")))
    assert rows[0] == {**dict.fromkeys(REPORT_COLUMNS, ""), "month": NOV, "visits": "6"}
    assert rows[1]["section"] == "a/b"
    assert rows[1]["views"] == "6"
    assert rows[1]["helpful_yes"] == UNDER
    assert rows[1]["visits"] == ""


def test_json_has_numbers_or_words():
    kept = json.loads(report_json(report(totals_of(*many(6)))))
    assert kept["format"] == totals_room.REPORT_FORMAT
    assert kept["visits"] == {NOV: 6}
    assert kept["sections"][0]["views"] == 6
    assert kept["sections"][0]["helpful_yes"] == "under 5"


def test_an_empty_report_has_a_head():
    assert report_csv(report(Totals())) == ",".join((*REPORT_COLUMNS, "visits")) + "\r\n"
    assert report_room.UNDER == "under 5"


@pytest.mark.parametrize(
    ("yes", "no", "least", "most"),
    [
        (10, (10, 5, 5, 5, 5), 25, 25),
        (10, (20, 10, 10, 10, 10), 14, 15),  # 1 in 7, rounded outwards
        (120, (20, 10, UNDER, UNDER, UNDER), 74, 80),
        (UNDER, (40, 5, 5, 5, 5), 0, 7),
        (40, (UNDER,) * 5, 66, 100),
        (UNDER, (UNDER,) * 5, 0, 100),
    ],
)
def test_the_share_of_yes_is_as_wide_as_what_is_hidden(yes, no, least, most):
    assert helpful_share(ReportRow(NOV, "en", "a/b", (99, yes, *no))) == Share(least, most)


@given(st.integers(0, 40), st.lists(st.integers(0, 40), min_size=5, max_size=5))
def test_the_true_share_lies_within_the_one_shown(yes, no):
    share = helpful_share(ReportRow(NOV, "en", "a/b", (99, shown(yes), *map(shown, no))))
    if yes + sum(no):
        assert share.least <= 100 * yes / (yes + sum(no)) <= share.most


def test_the_months_between_two_run_over_the_new_year():
    assert months_between("2026-11", "2027-02") == ("2026-11", "2026-12", "2027-01", "2027-02")
    assert months_between(NOV, NOV) == (NOV,)
    assert months_between(NOV, "2026-10") == ()
