"""Undoing took figures off the pages that nothing replaced, and put back what had been withdrawn."""

import pytest
from openpyxl import Workbook

from loaders.ingest import ingest_file
from loaders.submissions import undo, withdraw
from loaders.table import Context
from store import open_store


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


@pytest.fixture
def versions(con, tmp_path):
    """Two versions of a budget, the second published over the first: their numbers."""
    found = []
    for thb in (100, 200):
        book = Workbook()
        for row in (("แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)"), ("น้ำ", 1, thb)):
            book.active.append(row)
        book.save(tmp_path / f"{thb}.xlsx")
        given = Context(area_code="50", agency="สำนักงานจังหวัดเชียงใหม่", fiscal_year=2569)
        report = ingest_file(con, tmp_path / f"{thb}.xlsx", given, data_dir=tmp_path / "data")
        found += report.submissions
    return found


def shown(con):
    rows = con.execute("select budget_thb::integer from budget_plan_at(null)").fetchall()
    return [thb for (thb,) in rows]


def test_undoing_the_undoing_of_a_newer_version_shows_it_again(con, versions):
    older, newer = versions
    undo(con, newer)
    assert shown(con) == [100]
    undo(con, older)
    assert shown(con) == [200]
    undo(con, older)
    assert shown(con) == [100]


def test_what_was_withdrawn_since_does_not_come_back_with_the_version_before(con, versions):
    older, newer = versions
    withdraw(con, older, reason="ข้อมูลผิดพลาด")
    undo(con, newer)
    assert shown(con) == []
