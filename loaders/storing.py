"""Putting an examined file into the store: all of it in one transaction, or none of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Literal

import duckdb

from loaders.events import Act, append_events, publish_now
from loaders.examine import Examination, already, find_earlier
from loaders.findings import Finding
from loaders.locks import Period, closed_round, closed_rounds_of, thai_day
from loaders.partial import only_good_rows
from loaders.quality import examination_rows
from loaders.received import Received
from loaders.report import FileReport
from loaders.rows import insert_rows, insert_table
from loaders.slots import Parcel, parcels_of
from store import in_transaction
from store.database import utc_now

LOADER_VERSION = "1"
STANDING = """
    select
        (select coalesce(max(submission_id), 0) + 1 from submission) as submission_id,
        (select coalesce(max(sheet_id), 0) + 1 from sheet) as sheet_id,
        exists (select 1 from source_file where sha256 = ?) as known
"""


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
    insert_rows(
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
            insert_table(con, submission_id, next(sheet_ids), table, parcel.slot.text)


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
    insert_rows(con, "finding", rows)


def _submission_of(finding: Finding, parcels: Mapping[int, Parcel]) -> int | None:
    """The one submission a finding is about; None for the whole of a file with several."""
    about = {
        submission_id
        for submission_id, parcel in parcels.items()
        if finding.sheet is None or finding.sheet in {table.sheet for table in parcel.tables}
    }
    return about.pop() if len(about) == 1 else None
