"""Sets of cells, merged ranges and addresses."""

import doctest
from importlib import import_module

import pyarrow as pa
import pytest

from loaders.reading import CellSet, Merge, Sheet, address, column_letters


@pytest.mark.parametrize("name", ["model", "child.text", "child.serial", "child.package"])
def test_examples_in_the_code_hold(name):
    found = doctest.testmod(import_module(f"loaders.reading.{name}"))
    assert found.attempted > 0
    assert found.failed == 0


def test_a_cell_set_is_a_set_of_cells():
    cells = CellSet({3: [[4, 6], [9, 9]], 0: [[1, 1]]})
    assert cells == {(4, 3), (5, 3), (6, 3), (9, 3), (1, 0)}
    assert (len(cells), cells.columns) == (5, {0, 3})
    assert [(5, 3) in cells, (7, 3) in cells, (5, 4) in cells] == [True, False, False]
    assert cells & {(5, 3), (7, 3)} == {(5, 3)}
    assert hash(cells) == hash(CellSet({0: [[1, 1]], 3: [[4, 6], [9, 9]]}))


def test_addresses_reach_the_last_cell():
    assert [address(0, 0), address(1, 4), address(1_048_575, 16_383)] == ["A1", "E2", "XFD1048576"]
    assert [column_letters(col) for col in (25, 26, 701, 702)] == ["Z", "AA", "ZZ", "AAA"]


def test_cells_of_a_merged_range_know_where_its_text_is():
    columns = (pa.array(["รวม", None, "1"]), pa.array([None, None, "2"], pa.string()))
    sheet = Sheet("ก", True, columns, merges=(Merge(0, 0, 1, 5),))
    assert sheet.anchors == {(0, 1): (0, 0), (1, 0): (0, 0), (1, 1): (0, 0)}
    assert sheet.rows(2, 9) == [["1", "2"]]
    assert sheet.rows(7) == []
