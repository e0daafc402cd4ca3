"""Codes of indicators that a sheet leaves out and an earlier target sheet has declared."""

from dataclasses import replace

import duckdb
import pyarrow as pa

from loaders.facts.columns import TEXT, column
from loaders.names import name_key
from loaders.table import FormTable

DECLARED = """
    select area_code, kpi_key, arg_max(kpi_code, submission_id) as kpi_code
    from fact_indicator
    semi join published_at(null) using (submission_id)
    where area_code in $areas
    group by area_code, kpi_key
"""
_FORMS = ("kpi_targets", "kpi_results")


def with_declared_codes(con: duckdb.DuckDBPyConnection, table: FormTable) -> FormTable:
    """The table with the published code of each indicator that comes without one.

    An indicator is known by area and name. What nobody has declared stays without a code, and
    gets one made of the two.
    """
    if table.form.name not in _FORMS:
        return table
    codes = column(table, "kpi_code", TEXT)
    if codes.null_count == 0:
        return table
    areas, names = column(table, "area", TEXT).to_pylist(), column(table, "kpi", TEXT).to_pylist()
    known = _declared(con, {area for area in areas if area})
    filled = [
        code or (known.get((area, name_key(name))) if name else None)
        for code, area, name in zip(codes.to_pylist(), areas, names, strict=True)
    ]
    return replace(table, rows=_with_column(table.rows, "kpi_code", pa.array(filled, TEXT)))


def _declared(con: duckdb.DuckDBPyConnection, areas: set[str]) -> dict[tuple[str, str], str]:
    if not areas:
        return {}
    rows = con.execute(DECLARED, {"areas": sorted(areas)}).fetchall()
    return {(area, key): code for area, key, code in rows}


def _with_column(rows: pa.Table, name: str, values: pa.Array) -> pa.Table:
    if name in rows.column_names:
        return rows.set_column(rows.column_names.index(name), name, values)
    return rows.append_column(name, values)
