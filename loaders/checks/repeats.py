"""Projects that another published submission has reported already."""

from collections.abc import Iterator

import duckdb

from loaders.checks.cells import at_row, values
from loaders.facts import facts_of
from loaders.findings import Finding
from loaders.slots import slot_of
from loaders.table import FormTable
from loaders.twins import project_twins

_OF_PUBLISHED = """
    select other.submission_id, file_name, min(twins.src_row), count(distinct twins.src_row)
    from twins
    inner join published_at(null) as other using (submission_id)
    inner join submission using (submission_id)
    inner join source_file using (sha256)
    group by other.submission_id, file_name
    order by other.submission_id
"""


def check_sent_twice(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """A question for each published submission that holds projects of this sheet, at the first one.

    The provincial office sends a list of all projects, an agency its own: figures count each project
    once, as published last, and people should know which of the two that is.
    """
    twins = project_twins(con, facts_of(table), slot_of(table).text)
    if twins is None:
        return
    con.register("twins", twins)
    try:
        found = con.execute(_OF_PUBLISHED).fetchall()
    finally:
        con.unregister("twins")
    names = dict(zip(values(table, "src_row"), values(table, "project"), strict=True))
    for submission_id, file_name, src_row, row_count in found:
        yield at_row(
            table,
            "project_sent_twice",
            src_row,
            "project",
            value=names[src_row],
            expected=file_name,
            params={"row_count": str(row_count), "submission_id": str(submission_id)},
        )
