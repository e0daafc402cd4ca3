"""Writing a table of a workbook into the store: its sheet, texts, printed totals and facts."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from loaders.facts import facts_of
from loaders.table import FormTable
from loaders.twins import note_twins, project_twins

# A repeated column's cell keeps its text only where the text is not simply the value.
SERIES_TEXTS = """
    insert into raw_cell
    select $sheet_id, src_row, src_col, text
    from incoming
    where text is not null and try_cast(text as decimal(38, 10)) is distinct from value
"""
# By these a target sheet gives a result that came with a name only its code, before it or after.
WITHOUT_CODE = """
    insert into kpi_without_code
    select distinct area_code, kpi_key, kpi_code
    from fact_kpi_result
    where sheet_id = $sheet_id and is_made_code(kpi_code, area_code)
    except
    from kpi_without_code
"""
_SORTED_BY = ("fiscal_year", "year_be", "province_code", "area_code")


def insert_table(
    con: duckdb.DuckDBPyConnection, submission_id: int, sheet_id: int, table: FormTable, slot: str
) -> None:
    """The sheet with its column map, the texts as typed, the printed totals and the facts."""
    columns = {key: col + 1 for key, col in sorted(table.column_of.items())}
    row = (
        sheet_id,
        submission_id,
        table.sheet,
        table.header_row + 1,
        table.context.unit_factor,
        json.dumps(columns),
        table.rows.num_rows,
    )
    con.execute("insert into sheet values (?, ?, ?, ?, ?, ?, ?)", row)
    _insert_texts(con, sheet_id, table)
    _insert_assertions(con, submission_id, sheet_id, table)
    facts = facts_of(table)
    for name, rows in facts.items():
        _insert_facts(con, name, rows, submission_id, sheet_id)
    if table.form.name == "kpi_results":
        con.execute(WITHOUT_CODE, {"sheet_id": sheet_id})
    if twins := project_twins(con, facts, slot):
        note_twins(con, twins, submission_id, sheet_id)


def _insert_facts(
    con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table, submission_id: int, sheet_id: int
) -> None:
    """Sorted by year and area, so that a question about one of them reads little."""
    if rows.num_rows == 0:
        return
    # Most sheets are of one year and one area: nothing to sort, which for small ones is half the time.
    by = [key for key in _SORTED_BY if key in rows.column_names and len(rows[key].unique()) > 1]
    order = f" order by {', '.join([*by, 'src_row'])}" if by else ""
    columns = ", ".join(rows.column_names)
    with _incoming(con, rows):
        con.execute(
            f"insert into {name} (submission_id, sheet_id, {columns}) "
            f"select $submission_id, $sheet_id, {columns} from incoming{order}",
            {"submission_id": submission_id, "sheet_id": sheet_id},
        )


def _insert_texts(con: duckdb.DuckDBPyConnection, sheet_id: int, table: FormTable) -> None:
    placed = [
        (row + 1, table.column_of[key] + 1, text)
        for (row, key), text in table.texts.items()
        if key in table.column_of
    ]
    if placed:
        rows, cols, texts = zip(*placed, strict=True)
        sheet_ids = pa.repeat(pa.scalar(sheet_id), len(placed))
        cells = {"sheet_id": sheet_ids, "src_row": rows, "src_col": cols, "cell_text": texts}
        with _incoming(con, pa.table(cells)):
            con.execute("insert into raw_cell by name select * from incoming")
    if table.series.num_rows:
        with _incoming(con, table.series):
            con.execute(SERIES_TEXTS, {"sheet_id": sheet_id})


def _insert_assertions(
    con: duckdb.DuckDBPyConnection, submission_id: int, sheet_id: int, table: FormTable
) -> None:
    rows = [
        {
            "submission_id": submission_id,
            "sheet_id": sheet_id,
            "src_row": printed.row + 1,
            "src_col": printed.col + 1,
            "label": printed.label,
            "item": printed.key,
            "value_text": printed.text,
            "value": printed.value,
        }
        for printed in table.assertions
    ]
    insert_rows(con, "assertion", rows)


def insert_rows(con: duckdb.DuckDBPyConnection, name: str, rows: list[dict]) -> None:
    """Adds the rows to a table, their keys being its columns."""
    if rows:
        with _incoming(con, pa.Table.from_pylist(rows)):
            con.execute(f"insert into {name} by name select * from incoming")


@contextmanager
def _incoming(con: duckdb.DuckDBPyConnection, rows: pa.Table) -> Iterator[None]:
    """The rows under the name `incoming`, for one statement."""
    con.register("incoming", rows)
    try:
        yield
    finally:
        con.unregister("incoming")
