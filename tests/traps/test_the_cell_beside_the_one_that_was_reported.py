"""A figure opens at its own cell: blank rows and columns before a table, and a second table beneath
another on one sheet, must not move the mark or put the wrong header above it."""

import pytest
from openpyxl import Workbook

from loaders.excerpt import excerpt
from loaders.ingest import ingest_file
from loaders.reading import read_workbook
from metrics.scope import Scope
from metrics.trace import trace_rows
from store import open_store

FIRST = [
    ["จังหวัด", "ปีงบประมาณ", "แผนงาน", "งบประมาณ (บาท)", "จำนวนโครงการ"],
    ["เชียงใหม่", 2568, "น้ำ", 10, 1],
    ["เชียงใหม่", 2568, "ป่า", 20, 1],
]
SECOND = [
    ["จังหวัด", "ปีงบประมาณ", "แผนงาน", "งบประมาณ (บาท)"],
    ["เชียงใหม่", 2569, "น้ำ", 30],
    ["เชียงใหม่", 2569, "ป่า", 40],
]


@pytest.fixture
def picture_of(tmp_path):
    """The picture of the cell behind a plan's budget, in a workbook with its cells put there."""

    def picture_of(cells, scope, row):
        book = Workbook()
        for place, value in cells.items():
            book.active.cell(*place, value)
        path = tmp_path / "งบ.xlsx"
        book.save(path)
        with open_store(":memory:") as con:
            report = ingest_file(con, path, data_dir=tmp_path / "data")
            assert report.state == "accepted", report.findings
            ((_, sheet, cell, typed, *_),) = trace_rows(
                con, "budget_share_by_plan", scope, row, "budget_thb"
            )
            rows = con.execute("select header_row from sheet order by header_row").fetchall()
        (read,) = (one for one in read_workbook(path).sheets if one.name == sheet)
        above = [one for (one,) in rows if one < int(cell.lstrip("ABCDEFGHIJ"))]
        return excerpt(read, cell, max(above)), typed

    return picture_of


def placed(rows, top, left):
    return {
        (top + down, left + right): value
        for down, row in enumerate(rows)
        for right, value in enumerate(row)
    }


@pytest.mark.parametrize(("top", "left"), [(1, 1), (6, 1), (1, 4), (9, 3)])
def test_blank_rows_and_columns_before_a_table_do_not_move_the_mark(picture_of, top, left):
    scope = Scope(province="50", fiscal_year=2569)
    for row, typed in enumerate(("30", "40")):
        found, reported = picture_of(placed(SECOND, top, left), scope, row)
        assert (found.marked_text, reported) == (typed, typed)
        assert found.marked_row == top + row + 1
        assert found.header_rows >= {top}


def test_the_second_table_of_a_sheet_is_shown_below_its_own_header(picture_of):
    cells = placed(FIRST, 1, 1) | placed(SECOND, 6, 1)
    found, reported = picture_of(cells, Scope(province="50", fiscal_year=2569), 1)
    assert (found.marked_row, found.marked_text, reported) == (8, "40", "40")
    assert found.header_rows == {5, 6}
