"""Four measures of quality, each with its parts; unknown stays unknown."""

from datetime import datetime

from given import records

from loaders.locks import Period
from loaders.rounds import Assignment, Expectation, expect
from metrics.scope import Scope

FACTS = "area_code | kpi | fiscal_year | actual\n50 | ก | 2569 | 1"
SCOPE = Scope(fiscal_year=2569, quarter=1, as_of=datetime(2100, 1, 1))
MEASURES = ("correct_pct", "complete_pct", "consistent_pct", "timely_pct", "overall_pct")


def examined(given, submission, *, sha=None, checked=100, wrong=0, rules=10, broken=0):
    given._insert(
        "examination",
        **{"sha256": sha or f"sha-{submission}", "examined_at": given.day},
        **{"submission_id": submission, "form": "kpi_results", "agency": "ก", "agency_key": "ก"},
        **{"area_code": "50", "fiscal_year": 2569, "quarter": 1, "checked_count": checked},
        **{"error_count": wrong, "rule_count": rules, "rule_failed_count": broken, "demo": False},
    )


def found(given, code, severity, *, sha, row=8, col=5):
    given._insert(
        "finding",
        **{"sha256": sha, "found_at": given.day, "code": code, "severity": severity},
        **{"sheet_name": "ผล", "src_row": row, "src_col": col, "value": "ประมาณ 2", "params": "{}"},
    )


def sent(given, day):
    given.day = day
    return given.sent("kpi_results", agency="ก", fy=2569, quarter=1, fact_kpi_result=FACTS)


def asked(given, *forms):
    assignments = [Assignment("ก", form, "50") for form in forms]
    expect(given.con, [Expectation(one, Period(2569, 1)) for one in assignments])


def test_the_overall_quality_is_the_geometric_mean_of_the_four(given):
    asked(given, "kpi_results", "risks")
    examined(given, None, sha="bad", checked=100, wrong=36)
    examined(given, sent(given, datetime(2026, 1, 9)), checked=300, wrong=0, rules=10, broken=5)
    (row,) = records(given.con, "data_quality", SCOPE, *MEASURES, "correct_count", "checked_count")
    # 364 of 400 cells; one of two forms; 15 of 20 rules; in time.
    assert row[:4] == (91.0, 50.0, 75.0, 100.0)
    assert abs(row[4] - 100 * (0.91 * 0.5 * 0.75 * 1) ** 0.25) < 1e-9
    assert row[5:] == (364, 400)


def test_an_unknown_part_leaves_the_whole_unknown(given):
    asked(given, "kpi_results")
    sent(given, datetime(2026, 1, 9))
    assert records(given.con, "data_quality", SCOPE, *MEASURES) == [
        (None, 100.0, None, 100.0, None)
    ]


def test_who_sent_nothing_has_no_correctness_and_no_punishing_zero_overall(given):
    asked(given, "kpi_results")
    given.day = datetime(2026, 1, 9)
    given.sent("risks", agency="ข", fy=2569, quarter=1)
    rows = records(given.con, "data_quality", SCOPE, "agency", *MEASURES)
    assert ("ก", None, 0.0, None, None, None) in rows


def test_the_commonest_mistake_comes_first_and_notes_do_not_count(given):
    examined(given, None, sha="bad", wrong=3)
    given._insert(
        "source_file",
        **{"sha256": "bad", "file_name": "ผล.xlsx", "byte_count": 1, "kind": "xlsx"},
        **{"stored_path": "bad", "received_at": given.day},
    )
    for row in (8, 9):
        found(given, "not_a_number", "error", sha="bad", row=row)
    found(given, "out_of_range", "error", sha="bad", col=28)
    found(given, "sheet_ignored", "note", sha="bad")
    columns = ("code", "finding_count", "total_count", "file_count", "agencies")
    assert records(given.con, "frequent_mistakes", SCOPE, *columns) == [
        ("not_a_number", 2, 3, 1, "ก"),
        ("out_of_range", 1, 3, 1, "ก"),
    ]
    places = records(given.con, "finding_list", SCOPE, "code", "file", "sheet", "cell", "agency")
    assert places == [
        ("not_a_number", "ผล.xlsx", "ผล", "E8", "ก"),
        ("out_of_range", "ผล.xlsx", "ผล", "AB8", "ก"),
        ("not_a_number", "ผล.xlsx", "ผล", "E9", "ก"),
    ]
    ever = Scope(as_of=SCOPE.as_of)
    over_time = records(
        given.con,
        "findings_over_time",
        ever,
        "fiscal_year",
        "quarter",
        "finding_count",
        "per_thousand",
    )
    assert over_time == [(2569, 2, 3, 30.0)]


def test_what_was_found_in_a_withdrawn_submission_is_forgotten(given):
    number = sent(given, datetime(2026, 1, 9))
    examined(given, number)
    found(given, "total_differs", "warning", sha=f"sha-{number}")
    given.con.execute("update finding set submission_id = ?", [number])
    assert records(given.con, "frequent_mistakes", SCOPE, "code") == [("total_differs",)]
    given.event(number, "withdrawn")
    assert records(given.con, "frequent_mistakes", SCOPE, "code") == []


def test_addresses_are_those_a_spreadsheet_shows(given):
    places = [(2, 1), (8, 26), (8, 27), (8, 702), (8, 703), (8, 16384), (3, None), (None, None)]
    shown = [
        given.con.execute("select cell_address(?::integer, ?::integer)", one).fetchone()[0]
        for one in places
    ]
    assert shown == ["A2", "Z8", "AA8", "ZZ8", "AAA8", "XFD8", "3", None]
