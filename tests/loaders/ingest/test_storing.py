"""A file goes in whole or not at all, once, and a newer one supersedes the older."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from pathlib import Path

import pytest

from loaders import submissions
from loaders.examine import Examination
from loaders.findings import Finding
from loaders.names import kpi_code
from loaders.received import Received
from loaders.report import FileReport, SheetReport
from loaders.storing import Delivery, store_examined
from loaders.table import Assertion

PLANS_2550 = [
    {"area": "50", "fiscal_year": 2550, "plan": "พอเพียง", "budget_thb": 36_928_000},
    {"area": "50", "fiscal_year": 2550, "plan": "บริการ", "budget_thb": 22_720_000},
]
DRAFT = Delivery(publish=False, actor="somchai")
PUBLISHED = Delivery(actor="somchai")


def examined(table, sha256, *, state="accepted", findings=()):
    sheets = (SheetReport(table.sheet, table.form.name, table.rows.num_rows),)
    report = FileReport("plans.xlsx", sha256, state, (), sheets, tuple(findings))
    return Examination(Path("plans.xlsx"), report, (table,), "xlsx")


def store(con, table, sha256, delivery=PUBLISHED, **more):
    received = Received(sha256, 1234, f"received/{sha256[:2]}/{sha256}")
    return store_examined(con, examined(table, sha256, **more), received, delivery)


def rows(con, query):
    return con.execute(query).fetchall()


def states(con):
    return rows(con, "select submission_id, version, state from submission_state order by all")


def facts(con):
    return rows(
        con, "select submission_id, src_row, plan, budget_thb from fact_budget_plan order by all"
    )


def test_everything_about_a_file_is_kept(con, drawn):
    table = replace(
        drawn("budget_by_plan", PLANS_2550, as_of=date(2007, 5, 24), unit_factor=D(1_000_000)),
        assertions=(Assertion(3, 3, None, "budget_thb", "59.648", D(59_648_000)),),
        texts={(1, "budget_thb"): "๓๖.๙๒๘"},
    )
    finding = Finding("share_differs", "Sheet1", 1, 4, "2.98", "9.10", {"difference": "6.12"})
    report = store(con, table, "aa", findings=[finding])
    assert report.submissions == (1,)
    assert facts(con) == [
        (1, 2, "พอเพียง", D("36928000.00")),
        (1, 3, "บริการ", D("22720000.00")),
    ]
    assert rows(con, "select * exclude (received_at) from source_file") == [
        ("aa", "plans.xlsx", 1234, "xlsx", None, "received/aa/aa", "somchai")
    ]
    assert rows(con, "select * exclude (created_at) from submission") == [
        (
            1,
            "budget_by_plan/-/50/2550/-",
            1,
            "aa",
            "budget_by_plan",
            1,
            "1",
            "50",
            None,
            2550,
            None,
            date(2007, 5, 24),
            2,
            False,
            0,
        )
    ]
    assert rows(con, "from sheet") == [
        (
            *(1, 1, "Sheet1", 1, D(1_000_000)),
            '{"area": 1, "budget_thb": 4, "fiscal_year": 2, "plan": 3}',
            2,
        )
    ]
    assert rows(con, "from raw_cell") == [(1, 2, 4, "๓๖.๙๒๘")]
    assert rows(con, "from assertion") == [
        (1, 1, 4, 4, None, "budget_thb", "59.648", D(59_648_000))
    ]
    assert rows(con, "select * exclude (found_at) from finding") == [
        (
            "aa",
            1,
            "share_differs",
            "warning",
            "Sheet1",
            2,
            5,
            "2.98",
            "9.10",
            '{"difference": "6.12"}',
        )
    ]
    assert rows(con, "select event_id, submission_id, event, actor from submission_event") == [
        (1, 1, "drafted", "somchai"),
        (2, 1, "submitted", "somchai"),
        (3, 1, "published", "somchai"),
    ]


def test_text_of_a_repeated_cell_is_kept_where_it_is_not_simply_the_value(con, drawn):
    cells = [
        {"src_row": 2, "src_col": 3, "key": "target", "year": 2557, "value": 5, "text": "5.0"},
        {"src_row": 2, "src_col": 4, "key": "target", "year": 2558, "value": 5, "text": "ร้อยละ ๕"},
    ]
    store(con, drawn("kpi_targets", [{"area": "50", "kpi": "ก"}], cells), "aa")
    assert rows(con, "from raw_cell") == [(1, 2, 4, "ร้อยละ ๕")]


def test_a_rejected_file_leaves_its_findings_and_no_fact(con, drawn):
    finding = Finding("not_a_number", "Sheet1", 1, 3, "ประมาณ 5")
    table = drawn("budget_by_plan", PLANS_2550)
    report = store(con, table, "aa", state="rejected", findings=[finding])
    assert (report.state, report.submissions) == ("rejected", ())
    assert rows(con, "select sha256, submission_id, code from finding") == [
        ("aa", None, "not_a_number")
    ]
    assert (facts(con), states(con)) == ([], [])
    assert rows(con, "select count(*) from source_file") == [(1,)]


def test_a_rejected_file_may_be_tried_again(con, drawn):
    table = drawn("budget_by_plan", PLANS_2550)
    store(con, table, "aa", state="rejected", findings=[Finding("empty_file")])
    assert store(con, table, "aa").state == "accepted"
    assert rows(con, "select count(*) from source_file") == [(1,)]


def test_the_same_bytes_are_stored_once(con, drawn):
    table = drawn("budget_by_plan", PLANS_2550)
    store(con, table, "aa")
    before = facts(con)
    again = store(con, table, "aa")
    assert (again.state, again.submissions) == ("already_received", (1,))
    assert [finding.code for finding in again.findings] == ["already_received"]
    assert again.findings[0].params["received_by"] == "somchai"
    assert facts(con) == before


def test_a_restated_file_supersedes_the_older_version(con, drawn):
    store(con, drawn("budget_by_plan", PLANS_2550), "aa")
    store(con, drawn("budget_by_plan", PLANS_2550[:1]), "bb")
    assert states(con) == [(1, 1, "superseded"), (2, 2, "published")]
    assert rows(con, "select submission_id from published_at(null)") == [(2,)]


def test_what_another_agency_sends_supersedes_nothing(con, drawn):
    store(con, drawn("budget_by_plan", PLANS_2550, agency="ที่ทำการปกครอง"), "aa")
    store(con, drawn("budget_by_plan", PLANS_2550, agency="พัฒนาชุมชน"), "bb")
    assert states(con) == [(1, 1, "published"), (2, 1, "published")]


def test_one_workbook_may_hold_several_submissions(con, drawn):
    budget = drawn("budget_by_plan", PLANS_2550)
    grades = drawn(
        "community_plan_grades",
        [{"area": "50", "fiscal_year": 2550, "grade": "A", "village_count": 1257}],
    )
    both = replace(examined(budget, "aa"), tables=(budget, replace(grades, sheet="Sheet2")))
    report = store_examined(con, both, Received("aa", 1, "p"), PUBLISHED)
    assert report.submissions == (1, 2)
    assert rows(con, "select submission_id, form from submission order by all") == [
        (1, "budget_by_plan"),
        (2, "community_plan_grades"),
    ]
    assert rows(con, "select submission_id, sheet_id, grade from fact_grade_summary") == [
        (2, 2, "A")
    ]


def test_a_failure_half_way_leaves_nothing(con, drawn):
    good = drawn("budget_by_plan", PLANS_2550)
    nameless = drawn("budget_by_plan", [{"area": "50", "fiscal_year": 2551, "plan": None}])
    both = replace(examined(good, "aa"), tables=(good, nameless))
    with pytest.raises(Exception, match="NOT NULL"):
        store_examined(con, both, Received("aa", 1, "p"), PUBLISHED)
    assert facts(con) == []
    assert rows(con, "select count(*) from source_file") == [(0,)]
    assert store(con, good, "aa").submissions == (1,)


def test_results_that_came_without_a_code_are_remembered_by_area_and_name_once(con, drawn):
    results = [
        {"area": "50", "kpi": "1. ร้อยละ ความสำเร็จ", "fiscal_year": 2569, "actual": 80},
        {"area": "51", "kpi": "จำนวนแปลง", "kpi_code": "LP-2", "fiscal_year": 2569, "actual": 70},
    ]
    store(con, drawn("kpi_results", results), "aa")
    store(con, drawn("kpi_results", [results[0] | {"actual": 81}]), "bb")
    assert rows(con, "from kpi_without_code") == [
        ("50", "ร้อยละความสำเร็จ", kpi_code("50", "ร้อยละความสำเร็จ"))
    ]


def test_a_draft_waits_until_it_is_published(con, drawn):
    store(con, drawn("budget_by_plan", PLANS_2550), "aa")
    store(con, drawn("budget_by_plan", PLANS_2550[:1]), "bb", DRAFT)
    assert states(con) == [(1, 1, "published"), (2, 2, "drafted")]
    change = submissions.publish(con, 2, actor="malee", reason="ตรวจแล้ว")
    assert change == submissions.Change(2, "drafted", "published", also=(1,))
    assert states(con) == [(1, 1, "superseded"), (2, 2, "published")]
    newest = submissions.list_submissions(con)[0]
    assert (newest.submission_id, newest.state_actor, newest.state_reason) == (
        2,
        "malee",
        "ตรวจแล้ว",
    )


def test_publishing_what_is_published_changes_nothing(con, drawn):
    store(con, drawn("budget_by_plan", PLANS_2550), "aa")
    events = rows(con, "from submission_event")
    assert submissions.publish(con, 1).before == "published"
    assert rows(con, "from submission_event") == events


def test_a_withdrawal_can_be_undone(con, drawn):
    store(con, drawn("budget_by_plan", PLANS_2550), "aa")
    submissions.withdraw(con, 1, reason="ส่งผิด")
    assert rows(con, "select submission_id from published_at(null)") == []
    assert submissions.undo(con, 1) == submissions.Change(1, "withdrawn", "published")
    assert rows(con, "select submission_id from published_at(null)") == [(1,)]


def test_undoing_a_publication_brings_back_what_it_superseded_and_again_the_other_way(con, drawn):
    store(con, drawn("budget_by_plan", PLANS_2550), "aa")
    store(con, drawn("budget_by_plan", PLANS_2550[:1]), "bb")
    assert submissions.undo(con, 2) == submissions.Change(2, "published", "submitted", also=(1,))
    assert states(con) == [(1, 1, "published"), (2, 2, "submitted")]
    assert submissions.undo(con, 2) == submissions.Change(2, "submitted", "published", also=(1,))
    assert states(con) == [(1, 1, "superseded"), (2, 2, "published")]


def test_the_past_is_shown_as_it_was(con, drawn):
    store(con, drawn("budget_by_plan", PLANS_2550), "aa")
    ((moment,),) = rows(con, "select max(at_time) from submission_event")
    submissions.withdraw(con, 1)
    then = con.execute("select submission_id from published_at($m)", {"m": moment}).fetchall()
    assert then == [(1,)]


def test_an_unknown_submission_and_a_bare_draft_are_said_to_be_so(con, drawn):
    store(con, drawn("budget_by_plan", PLANS_2550), "aa", DRAFT)
    for act in (submissions.publish, submissions.withdraw, submissions.undo):
        with pytest.raises(submissions.UnknownSubmission):
            act(con, 99)
    with pytest.raises(submissions.NothingToUndo):
        submissions.undo(con, 1)
