"""A result sent by name before the target sheet declared its code stood beside it for ever."""

from decimal import Decimal as D

import pytest
from given import records
from openpyxl import Workbook

from loaders import submissions
from loaders.ingest import ingest_file
from loaders.names import kpi_code
from metrics.scope import Scope
from store import open_store

KPI = "ร้อยละของครัวเรือนที่มีบัญชี"
RESULTS = [
    ["จังหวัด", "ปีงบประมาณ", "ไตรมาส", "ตัวชี้วัด", "หน่วยนับ", "ผลการดำเนินงาน"],
    ["เชียงใหม่", 2569, 1, f"1. {KPI}", "ร้อยละ", 41],
    ["ลำพูน", 2569, 1, KPI, "ร้อยละ", 12],
]
TARGETS = [
    ["จังหวัด", "รหัสตัวชี้วัด", "ตัวชี้วัด", "หน่วยนับ", "2569"],
    ["เชียงใหม่", "CM-7", KPI, "ร้อยละ", 50],
]
TWICE = [*TARGETS, ["เชียงใหม่", "CM-8", KPI, "ร้อยละ", 60]]
MADE = kpi_code("50", KPI)


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


@pytest.fixture
def take_in(con, tmp_path):
    def take_in(name, rows):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / f"{name}.xlsx")
        report = ingest_file(con, tmp_path / f"{name}.xlsx", data_dir=tmp_path / "data")
        assert report.state == "accepted", report.findings
        return report.submissions[0]

    return take_in


def standing(con):
    columns = ("kpi_code", "actual", "target")
    return records(con, "kpi_attainment", Scope(province="50", fiscal_year=2569), *columns)


@pytest.mark.parametrize("order", [("results", "targets"), ("targets", "results")])
def test_result_and_target_meet_whichever_came_first(con, take_in, order):
    sheets = {"results": RESULTS, "targets": TARGETS}
    for name in order:
        take_in(name, sheets[name])
    assert standing(con) == [("CM-7", D(41), D(50))]


def test_before_its_target_came_and_after_it_is_withdrawn_the_result_stands_alone(con, take_in):
    take_in("results", RESULTS)
    assert standing(con) == [(MADE, D(41), None)]
    targets = take_in("targets", TARGETS)
    submissions.withdraw(con, targets)
    assert standing(con) == [(MADE, D(41), None)]


def test_a_name_that_two_codes_share_is_not_guessed(con, take_in):
    take_in("results", RESULTS)
    take_in("targets", TWICE)
    assert standing(con) == [
        (MADE, D(41), None),
        ("CM-7", None, D(50)),
        ("CM-8", None, D(60)),
    ]
