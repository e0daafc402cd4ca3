"""Only when chosen are the right rows of a faulty file taken in, and then it says so."""

from decimal import Decimal as D

import pytest
from openpyxl import Workbook

from loaders.ingest import check_file, ingest_file
from loaders.submissions import list_submissions

HEADERS = ["จังหวัด", "ปีงบประมาณ", "แผนงาน", "งบประมาณ (บาท)"]
ROWS = [
    ["เชียงใหม่", 2569, "ก", 100],
    ["เชียงใหม่", 2569, "ข", "ราว ๆ ร้อย"],
    ["เชียงใหม่", 2569, "ค", 300],
    ["เชียงหมู่บ้าน", 2569, "ง", None],
]


@pytest.fixture
def take_in(con, tmp_path):
    def take_in(rows, **chosen):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "งบ.xlsx")
        return ingest_file(con, tmp_path / "งบ.xlsx", data_dir=tmp_path / "data", **chosen)

    return take_in


def budgets(con):
    query = "select src_row, plan, budget_thb from fact_budget_plan order by src_row"
    return con.execute(query).fetchall()


def test_without_being_chosen_nothing_of_a_faulty_file_is_taken_in(con, take_in):
    assert take_in([HEADERS, *ROWS]).state == "rejected"
    assert (budgets(con), list_submissions(con)) == ([], ())


def test_rows_with_errors_are_left_out_and_counted(con, take_in):
    report = take_in([HEADERS, *ROWS], accept_rows="good")
    assert report.state == "accepted"
    assert budgets(con) == [(2, "ก", D("100.00")), (4, "ค", D("300.00"))]
    (submission,) = list_submissions(con)
    assert (submission.row_count, submission.left_out_count) == (2, 2)
    note, *others = report.findings
    assert (note.code, note.value, note.params["left_out"]) == ("accepted_in_part", "2", "2")
    assert [(one.code, one.cell) for one in others if one.blocks] == [
        ("not_a_number", "D3"),
        ("unknown_area", "A5"),
        ("missing_value", "D5"),
    ]
    kept = con.execute("select distinct submission_id from finding").fetchall()
    assert kept == [(submission.submission_id,)]


def test_a_file_without_errors_is_whole_either_way(con, take_in):
    report = take_in([HEADERS, ROWS[0], ROWS[2]], accept_rows="good")
    assert "accepted_in_part" not in {finding.code for finding in report.findings}
    assert list_submissions(con)[0].left_out_count == 0


@pytest.mark.parametrize(
    "rows",
    [[HEADERS[:3], *(row[:3] for row in ROWS)], [HEADERS, ROWS[1], ROWS[3]]],
    ids=["a column is missing", "no row is right"],
)
def test_what_is_wrong_with_the_whole_stays_wrong(con, take_in, rows):
    assert take_in(rows, accept_rows="good").state == "rejected"
    assert budgets(con) == []


def test_checking_says_what_is_wrong_with_all_of_it(take_in, tmp_path):
    take_in([HEADERS, *ROWS], accept_rows="good")
    assert check_file(tmp_path / "งบ.xlsx").state == "rejected"
