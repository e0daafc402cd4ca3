"""The province lists every project and the agency its own: adding both doubled the budget."""

from decimal import Decimal as D

import pytest
from given import records
from openpyxl import Workbook

from loaders import submissions
from loaders.ingest import ingest_file
from metrics.scope import Scope
from store import open_store

HEADERS = ["จังหวัด", "ปีงบประมาณ", "แผนงาน", "รหัสโครงการ", "โครงการ", "หน่วยดำเนินการ"]
MONEY = ["งบประมาณที่ได้รับ (บาท)", "เบิกจ่ายสะสมไตรมาส 1 (บาท)", "เบิกจ่ายสะสมไตรมาส 2 (บาท)"]


def project(code, name, thb, *spent, agency="สำนักงานเกษตร"):
    return ["เชียงใหม่", 2569, "แผนงานเกษตร", code, name, agency, thb, *spent]


AGENCY = [project("P-1", "ขุดสระ", 400, 100, 200), project("P-2", "อบรม", 50, 10, 20)]
PROVINCE = [
    project("P-1", "ขุดสระ", 500, 150),
    project(None, "อบรม", 50, 10),
    project("P-3", "ถนน", 1000, 300, agency="แขวงทางหลวง"),
]


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


@pytest.fixture
def take_in(con, tmp_path):
    def take_in(name, rows, headers=(*HEADERS, *MONEY)):
        book = Workbook()
        for row in [headers, *rows]:
            book.active.append(row)
        book.save(tmp_path / f"{name}.xlsx")
        return ingest_file(con, tmp_path / f"{name}.xlsx", data_dir=tmp_path / "data")

    return take_in


@pytest.fixture
def both(take_in):
    return take_in("หน่วยงาน", AGENCY), take_in("จังหวัด", PROVINCE)


def totals(con):
    columns = ("project_count", "allocated_thb", "newest_quarter", "disbursed_thb")
    return records(con, "budget_totals", Scope(fiscal_year=2569), *columns)


def spent(con):
    columns = ("quarter", "project_count", "disbursed_thb")
    return records(con, "disbursement", Scope(fiscal_year=2569), *columns)


def test_each_project_counts_once_as_published_last(con, both):
    assert [report.state for report in both] == ["accepted", "accepted"], both
    # 500 + 50 + 1000: the list's figure of P-1. Quarter 2 only the agency has reported.
    assert totals(con) == [(3, D("1550.00"), 2, D("220.00"))]
    assert spent(con) == [(1, 3, D("460.00")), (2, 2, D("220.00"))]


def test_the_second_workbook_is_asked_which_of_the_two_is_right(both):
    asked = [one for one in both[1].findings if one.code == "project_sent_twice"]
    assert [(one.cell, one.value, one.expected, one.params["row_count"]) for one in asked] == [
        ("E2", "ขุดสระ", "หน่วยงาน.xlsx", "2")
    ]
    assert "project_sent_twice" not in {one.code for one in both[0].findings}


def test_when_the_list_is_withdrawn_the_agency_counts_again(con, both):
    submissions.withdraw(con, both[1].submissions[0])
    assert totals(con) == [(2, D("450.00"), 2, D("220.00"))]


def test_projects_of_the_same_name_with_codes_of_their_own_are_two(con, take_in):
    take_in("หน่วยงาน", [project("P-1", "ขุดสระ", 400)], [*HEADERS, MONEY[0]])
    report = take_in(
        "จังหวัด",
        [project("P-9", "ขุดสระ", 400), project("P-3", "ถนน", 1, agency="แขวงทางหลวง")],
        [*HEADERS, MONEY[0]],
    )
    assert totals(con)[0][:2] == (3, D("801.00"))
    assert "project_sent_twice" not in {one.code for one in report.findings}
