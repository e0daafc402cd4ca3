"""Tables of a form drawn as text, for tests of whatever comes after reading.

    area | fiscal_year | plan            | budget_thb | share_pct_reported
    50   | 2550        | เศรษฐกิจพอเพียง  | 36928000   | 39.69
    =    |             | รวม             | 36928000   | 100.00

The first line names the columns: keys of the form; `target@2557` is a repeated column of a year,
`disbursed_thb@q1` of a quarter, `target_total@2557-2560` of a range. A row that begins with `=` is
a printed total, its second cell (if any) the label. A cell `12{10 (เป้าหมาย)}` holds 12 and was
typed as in the braces. Header in sheet row 1, data from row 2, columns from A.
"""

import datetime as dt
import re
from decimal import Decimal

import pyarrow as pa

from loaders.forms import FORMS
from loaders.table import Assertion, Context, FormTable

_TYPES = {
    "number": pa.decimal128(28, 6),
    "percent": pa.decimal128(28, 6),
    "money": pa.decimal128(28, 6),
    "count": pa.int64(),
    "year": pa.int32(),
    "quarter": pa.int32(),
    "date": pa.date32(),
    "yes_no": pa.bool_(),
}
_SERIES = pa.schema(
    [
        ("src_row", pa.int32()),
        ("src_col", pa.int32()),
        ("key", pa.string()),
        ("year_from", pa.int32()),
        ("year", pa.int32()),
        ("quarter", pa.int32()),
        ("district", pa.string()),
        ("value", pa.decimal128(28, 6)),
        ("text", pa.string()),
    ]
)


def drawn(form_name: str, text: str, *, context: Context | None = None) -> FormTable:
    """The table that the drawing shows."""
    form = FORMS[form_name]
    header, *lines = [_cells(line) for line in text.strip().splitlines()]
    rows, series, assertions, texts = [], [], [], {}
    for number, cells in enumerate(lines, start=2):
        if cells[0] == "=":
            assertions += _assertions(form, header, cells, number)
            continue
        row = {"src_row": number}
        for col, (name, cell) in enumerate(zip(header, cells, strict=True)):
            value, typed = _typed(cell)
            key, _, period = name.partition("@")
            if period:
                series += _series_entry(number, col, key, period, value, typed)
                continue
            row[key] = _value(_kind(form, key), value)
            if typed is not None:
                texts[(number - 1, key)] = typed
        rows.append(row)
    return FormTable(
        form=form,
        sheet="Sheet1",
        header_row=0,
        column_of={name.partition("@")[0]: col for col, name in reversed([*enumerate(header)])},
        context=context or Context(),
        rows=_arrow(form, header, rows),
        series=pa.Table.from_pylist(series, schema=_SERIES),
        assertions=tuple(assertions),
        texts=texts,
        findings=(),
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _typed(cell: str) -> tuple[str, str | None]:
    found = re.fullmatch(r"(.*?)\{(.*)\}", cell)
    return (found[1], found[2]) if found else (cell, None)


def _kind(form, key: str) -> str:
    return next((column.kind for column in form.columns if column.key == key), "text")


def _value(kind: str, text: str):
    if text == "":
        return None
    if kind in ("number", "percent", "money"):
        return Decimal(text)
    if kind in ("count", "year", "quarter"):
        return int(text)
    if kind == "date":
        return dt.date.fromisoformat(text)
    return text == "yes" if kind == "yes_no" else text


def _series_entry(row: int, col: int, key: str, period: str, value: str, typed: str | None):
    if value == "" and typed is None:
        return
    years = [int(year) for year in period.split("-")] if not period.startswith("q") else []
    yield {
        "src_row": row,
        "src_col": col + 1,
        "key": key,
        "year_from": years[0] if len(years) > 1 else None,
        "year": years[-1] if years else None,
        "quarter": None if years else int(period[1:]),
        "value": Decimal(value) if value else None,
        "text": typed if typed is not None else value,
    }


def _assertions(form, header: list[str], cells: list[str], number: int):
    label = next((c for c in cells[1:] if c and not re.match(r"[\d.]", c)), None)
    for col, (name, cell) in enumerate(zip(header, cells, strict=True)):
        value, typed = _typed(cell)
        if re.fullmatch(r"[\d.]+", value):
            key = name.partition("@")[0]
            yield Assertion(number - 1, col, label, key, typed or value, Decimal(value))


def _arrow(form, header: list[str], rows: list[dict]) -> pa.Table:
    keys = [name for name in header if "@" not in name]
    columns = {
        key: pa.array([row[key] for row in rows], _TYPES.get(_kind(form, key), pa.string()))
        for key in keys
    }
    return pa.table(columns | {"src_row": pa.array([r["src_row"] for r in rows], pa.int32())})
