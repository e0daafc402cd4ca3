"""The part of a sheet around a cell, named as a spreadsheet names it."""

import pyarrow as pa
import pytest

from loaders.excerpt import Excerpt, excerpt, parse_address
from loaders.reading import CellSet, Sheet


def sheet(*rows, **said):
    return Sheet("แผ่น", True, tuple(pa.array(column) for column in zip(*rows, strict=True)), **said)


def numbered(row_count, column_count):
    return sheet(*([f"{row}/{col}" for col in range(column_count)] for row in range(row_count)))


@pytest.mark.parametrize(
    ("cell", "place"), [("A1", (0, 0)), ("Z9", (8, 25)), ("AB12", (11, 27)), ("7:7", (6, None))]
)
def test_an_address_is_a_zero_based_place(cell, place):
    assert parse_address(cell) == place


def test_a_small_sheet_is_shown_whole_with_its_header_and_cell_marked():
    small = sheet(["ชื่อเรื่อง", None], ["แผนงาน", "งบ"], ["น้ำ", "1"], ["ป่า", "2"])
    assert excerpt(small, "B4", 2) == Excerpt(
        rows=(1, 2, 3, 4),
        columns=("A", "B"),
        texts=(("ชื่อเรื่อง", None), ("แผนงาน", "งบ"), ("น้ำ", "1"), ("ป่า", "2")),
        header_rows=frozenset({1, 2}),
        marked_row=4,
        marked_column="B",
    )


def test_far_down_and_far_right_the_header_and_the_first_columns_stay():
    found = excerpt(numbered(1_000, 40), "AE501", 3)
    assert found.rows == (2, 3, *range(497, 506))
    assert found.columns == ("A", "B", "AA", "AB", "AC", "AD", "AE", "AF", "AG", "AH", "AI")
    assert found.marked_text == "500/30"


def test_at_the_end_of_a_sheet_as_many_rows_are_shown_as_in_its_middle():
    assert excerpt(numbered(100, 2), "A100", 1).rows == (1, *range(92, 101))


def test_a_whole_row_is_marked_where_the_column_is_not_known():
    found = excerpt(numbered(5, 2), "3:3", 1)
    assert (found.marked_row, found.marked_column, found.marked_text) == (3, None, None)


def test_a_fraction_shown_as_a_percentage_is_shown_as_one():
    rows = sheet(["ร้อยละ"], ["0.125"], percent_cells=CellSet({0: [(1, 1)]}))
    assert excerpt(rows, "A2", 1).marked_text == "12.5%"


def test_a_cell_outside_the_sheet_has_no_picture():
    assert excerpt(numbered(3, 3), "D1", 1) is None
    assert excerpt(numbered(3, 3), "A4", 1) is None
