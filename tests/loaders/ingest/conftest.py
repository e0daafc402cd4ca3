"""Tables drawn in the test, as the reader would hand them over, and a store to put them in."""

from decimal import Decimal

import pyarrow as pa
import pytest

from loaders.forms import FORMS
from loaders.table import Context, FormTable
from store import open_store

TYPES = {
    "count": pa.int64(),
    "year": pa.int32(),
    "quarter": pa.int32(),
    "number": pa.decimal128(38, 10),
    "percent": pa.decimal128(38, 10),
    "money": pa.decimal128(38, 10),
    "date": pa.date32(),
    "yes_no": pa.bool_(),
}
SERIES = pa.schema(
    [
        ("src_row", pa.int32()),
        ("src_col", pa.int32()),
        ("key", pa.string()),
        ("year_from", pa.int32()),
        ("year", pa.int32()),
        ("quarter", pa.int32()),
        ("district", pa.string()),
        ("value", pa.decimal128(38, 10)),
        ("text", pa.string()),
    ]
)


def drawn(form_name, rows, series=(), **said):
    """A FormTable of `rows` (dicts) standing from sheet row 2 on, columns in declared order."""
    form = FORMS[form_name]
    used = {key for row in rows for key in row}
    columns = [c for c in form.columns if c.key in used]
    arrays = {
        c.key: pa.array([_exact(row.get(c.key), c) for row in rows], TYPES.get(c.kind, pa.string()))
        for c in columns
    }
    numbers = pa.array(range(2, len(rows) + 2), pa.int32())
    empty = dict.fromkeys(SERIES.names)
    return FormTable(
        form=form,
        sheet="Sheet1",
        header_row=0,
        column_of={c.key: place for place, c in enumerate(columns)},
        context=Context(**said),
        rows=pa.table({**arrays, "src_row": numbers}),
        series=pa.Table.from_pylist(
            [empty | cell | {"value": _decimal(cell["value"])} for cell in series], SERIES
        ),
        assertions=(),
        texts={},
        findings=(),
    )


def _exact(value, column):
    return _decimal(value) if TYPES.get(column.kind) == pa.decimal128(38, 10) else value


def _decimal(value):
    return None if value is None else Decimal(str(value))


@pytest.fixture(name="drawn")
def _drawn():
    return drawn


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection
