"""Putting an examined file into the store: all of it in one transaction, or none of it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Literal

import duckdb
import pyarrow as pa

from loaders.events import Act, append_events, publish_now
from loaders.examine import Examination, already, find_earlier
from loaders.facts import facts_of
from loaders.findings import Finding
from loaders.locks import Period, closed_round, closed_rounds_of, thai_day
from loaders.partial import only_good_rows
from loaders.quality import examination_rows
from loaders.received import Received
from loaders.report import FileReport
from loaders.slots import Parcel, parcels_of
from loaders.table import FormTable
from loaders.twins import note_twins, project_twins
from store import in_transaction
from store.database import utc_now

LOADER_VERSION = "1"

STANDING = """
    select
        (select coalesce(max(submission_id), 0) + 1 from submission) as submission_id,
        (select coalesce(max(sheet_id), 0) + 1 from sheet) as sheet_id,
        exists (select 1 from source_file where sha256 = ?) as known
"""
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


@dataclass(frozen=True)
class Delivery:
    """How a file came in: what is done with it, by whom, and whether it is made-up data.

    `at` is the moment (UTC) it came, now unless said: a demonstration plays in the past. `reason`
    says why it is published although its round is closed. With `accept_rows` "good" a file with
    errors is taken in without the rows that hold them; otherwise it is all or nothing.
    """

    publish: bool = True
    demo: bool = False
    actor: str = ""
    at: datetime | None = None
    reason: str | None = None
    accept_rows: Literal["all", "good"] = "all"


def store_examined(
    con: duckdb.DuckDBPyConnection,
    examination: Examination,
    received: Received,
    delivery: Delivery,
) -> FileReport:
    """Stores the facts of an accepted file, or only the findings of a rejected one.

    What is of a closed round and comes without a reason is held back as a draft, and a finding says
    so. The file is looked for again inside the transaction, so that of two that arrive at once, or of
    one sent again after a crash, a single submission comes. Raises StoreDown on a full disk.
    """
    if delivery.accept_rows == "good":
        examination = only_good_rows(examination)
    return in_transaction(con, lambda: _stored(con, examination, received, delivery))


def _stored(
    con: duckdb.DuckDBPyConnection,
    examination: Examination,
    received: Received,
    delivery: Delivery,
) -> FileReport:
    if earlier := find_earlier(con, received.sha256):
        return already(examination.path, received.sha256, earlier).report
    now = delivery.at or utc_now()
    first_id, first_sheet_id, known = con.execute(STANDING, [received.sha256]).fetchone()
    if not known:
        _insert_file(con, examination, received, delivery.actor, now)
    parcels = parcels_of(examination.tables) if examination.report.state == "accepted" else ()
    numbered = dict(enumerate(parcels, first_id))
    _insert_parcels(con, numbered, first_sheet_id, examination, delivery.demo, now)
    _insert_rows(
        con, "examination", examination_rows(examination, numbered, now, demo=delivery.demo)
    )
    closed = _closed(con, numbered, delivery, now)
    held = tuple(numbered) if not delivery.publish else tuple(closed)
    report = replace(
        examination.report,
        submissions=tuple(numbered),
        findings=(*examination.report.findings, *map(closed_round, closed.values())),
    )
    _insert_findings(con, report, numbered, now)
    act = Act(delivery.actor, now, delivery.reason)
    append_events(con, [(one, "drafted") for one in held], act)
    shown = [one for one in numbered if one not in held]
    publish_now(con, shown, act, after=("drafted", "submitted"))
    return report


def _closed(
    con: duckdb.DuckDBPyConnection,
    numbered: Mapping[int, Parcel],
    delivery: Delivery,
    now: datetime,
) -> dict[int, Period]:
    """The submissions that may not be published as they come, and the closed round of each."""
    if delivery.reason or delivery.demo or not delivery.publish:
        return {}
    return closed_rounds_of(con, tuple(numbered), thai_day(now))


def _insert_file(
    con: duckdb.DuckDBPyConnection,
    examination: Examination,
    received: Received,
    actor: str,
    now: datetime,
) -> None:
    row = (
        received.sha256,
        examination.path.name,
        received.byte_count,
        examination.kind,
        examination.encoding,
        received.stored_path,
        now,
        actor or None,
    )
    con.execute("insert into source_file values (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _insert_parcels(
    con: duckdb.DuckDBPyConnection,
    parcels: Mapping[int, Parcel],
    first_sheet_id: int,
    examination: Examination,
    demo: bool,
    now: datetime,
) -> None:
    """The submissions by their ids, each with its sheets and facts."""
    sheet_ids = count(first_sheet_id)
    for submission_id, parcel in parcels.items():
        row = _submission_row(con, submission_id, parcel, now) | {
            "sha256": examination.report.sha256,
            "left_out_count": examination.left_out_of(parcel.tables),
            "demo": demo,
        }
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        con.execute(f"insert into submission ({names}) values ({marks})", [*row.values()])
        for table in parcel.tables:
            _insert_table(con, submission_id, next(sheet_ids), table, parcel.slot.text)


def _submission_row(
    con: duckdb.DuckDBPyConnection, submission_id: int, parcel: Parcel, now: datetime
) -> dict:
    slot = parcel.slot
    (version,) = con.execute(
        "select coalesce(max(version), 0) + 1 from submission where slot = ?", [slot.text]
    ).fetchone()
    return {
        "submission_id": submission_id,
        "slot": slot.text,
        "version": version,
        "form": slot.form,
        "form_version": parcel.form.version,
        "loader_version": LOADER_VERSION,
        "area_code": slot.area_code,
        "agency": slot.agency,
        "fiscal_year": slot.fiscal_year,
        "quarter": parcel.sent_quarter,
        "as_of_date": parcel.as_of,
        "row_count": parcel.row_count,
        "created_at": now,
    }


def _insert_table(
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
    _insert_rows(con, "assertion", rows)


def _insert_findings(
    con: duckdb.DuckDBPyConnection,
    report: FileReport,
    parcels: Mapping[int, Parcel],
    now: datetime,
) -> None:
    rows = [
        {
            "sha256": report.sha256,
            "submission_id": _submission_of(finding, parcels),
            "found_at": now,
            "code": finding.code,
            "severity": finding.severity,
            "sheet_name": finding.sheet,
            "src_row": None if finding.row is None else finding.row + 1,
            "src_col": None if finding.col is None else finding.col + 1,
            "value": finding.value,
            "expected": finding.expected,
            "params": json.dumps(dict(finding.params), ensure_ascii=False, sort_keys=True),
        }
        for finding in report.findings
    ]
    _insert_rows(con, "finding", rows)


def _submission_of(finding: Finding, parcels: Mapping[int, Parcel]) -> int | None:
    """The one submission a finding is about; None for the whole of a file with several."""
    about = {
        submission_id
        for submission_id, parcel in parcels.items()
        if finding.sheet is None or finding.sheet in {table.sheet for table in parcel.tables}
    }
    return about.pop() if len(about) == 1 else None


def _insert_rows(con: duckdb.DuckDBPyConnection, name: str, rows: list[dict]) -> None:
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
