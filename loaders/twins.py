"""Projects that come from two agencies, or from one and in the list of the province as well."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from store import run_query

_SQL = Path(__file__).parent / "sql"
_COMPARED = [
    "src_row",
    "province_code",
    "fiscal_year",
    "project_code",
    "project",
    "allocated_thb",
]
_ANY_OTHER = "select exists (from submission where form = 'projects' and slot <> ?)"


def project_twins(
    con: duckdb.DuckDBPyConnection, facts: Mapping[str, pa.Table], slot: str
) -> pa.Table | None:
    """The projects of a sheet that submissions of other slots hold as well; None when there are none.

    Columns: src_row (of the sheet) and submission_id, sheet_id, stored_row of the other one. What is
    the same project: sql/project_twins.sql.
    """
    projects = facts.get("fact_project")
    if projects is None or not con.execute(_ANY_OTHER, [slot]).fetchone()[0]:
        return None
    con.register("incoming", projects.select(_COMPARED))
    try:
        found = run_query(con, _SQL / "project_twins.sql", {"slot": slot}).to_arrow_table()
    finally:
        con.unregister("incoming")
    return found if found.num_rows else None


def note_twins(
    con: duckdb.DuckDBPyConnection, twins: pa.Table, submission_id: int, sheet_id: int
) -> None:
    """Writes the twins of a stored sheet down for both sides, so that figures count them once."""
    con.register("twins", twins)
    try:
        stored = {"submission_id": submission_id, "sheet_id": sheet_id}
        run_query(con, _SQL / "add_project_twins.sql", stored)
    finally:
        con.unregister("twins")
