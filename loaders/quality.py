"""How well a workbook was made: cells and rules checked and found wrong, counted as it comes in."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

from loaders.checks.rules import rules_of
from loaders.examine import Examination
from loaders.findings import Finding
from loaders.slots import Parcel, parcels_of
from loaders.table import FormTable
from thai.text import match_key

NO_AGENCY = "-"

Place = tuple[str | None, int | None, int | None]


def agency_key(agency: str | None) -> str:
    """What makes two writings of an agency's name the same, as in the slots of submissions."""
    return match_key(agency) if agency else NO_AGENCY


def examination_rows(
    examination: Examination, numbered: Mapping[int, Parcel], now: datetime, *, demo: bool
) -> list[dict]:
    """The rows of table `examination` for one file: one for each submission it holds.

    `numbered` are the submissions stored; of a rejected file there are none, and what could be
    read of it, or was said about it, tells whose it is.
    """
    parcels = [*numbered.items()] or [(None, one) for one in parcels_of(examination.tables)]
    shared = {"sha256": examination.report.sha256, "examined_at": now, "demo": demo}
    findings = examination.report.findings
    if not parcels:
        return [shared | _unread(examination) | _nothing_right(findings)]
    rows = []
    for (submission_id, parcel), own in zip(parcels, _divided(findings, parcels), strict=True):
        about = _about(parcel) | {"submission_id": submission_id}
        rows.append(shared | about | _cells(parcel, own) | _rules(parcel, own))
    return rows


def _about(parcel: Parcel) -> dict:
    return {
        "form": parcel.slot.form,
        "agency": parcel.slot.agency,
        "agency_key": agency_key(parcel.slot.agency),
        "area_code": parcel.slot.area_code,
        "fiscal_year": parcel.slot.fiscal_year,
        "quarter": parcel.sent_quarter,
    }


def _unread(examination: Examination) -> dict:
    """Whose a file is of which no table could be read: what the person who brought it said."""
    given = examination.given
    return {
        "submission_id": None,
        "form": examination.form_name,
        "agency": given.agency,
        "agency_key": agency_key(given.agency),
        "area_code": given.area_code,
        "fiscal_year": given.fiscal_year,
        "quarter": given.quarter,
    }


def _nothing_right(findings: Iterable[Finding]) -> dict:
    wrong = len(set(_wrong_places(findings)))
    counts = {"checked_count": wrong, "error_count": wrong}
    return counts | {"rule_count": 0, "rule_failed_count": 0}


def _divided(
    findings: Iterable[Finding], parcels: list[tuple[int | None, Parcel]]
) -> list[list[Finding]]:
    """The findings of each parcel: those of its sheets; what is of no sheet is the first one's."""
    owner: dict[str, int] = {}
    for place, (_, parcel) in enumerate(parcels):
        for table in parcel.tables:
            owner.setdefault(table.sheet, place)
    divided: list[list[Finding]] = [[] for _ in parcels]
    for finding in findings:
        divided[owner.get(finding.sheet, 0)].append(finding)
    return divided


def _cells(parcel: Parcel, findings: list[Finding]) -> dict:
    """Cells with a value, and cells where one is missing or cannot be read, against the wrong."""
    wrong = set(_wrong_places(findings))
    filled = sum(map(_filled, parcel.tables))
    filled_but_wrong = sum(_filled_among(table, wrong) for table in parcel.tables)
    checked = filled + len(wrong) - filled_but_wrong
    return {"checked_count": checked, "error_count": len(wrong)}


def _wrong_places(findings: Iterable[Finding]) -> Iterator[Place]:
    return ((one.sheet, one.row, one.col) for one in findings if one.blocks)


def _filled(table: FormTable) -> int:
    columns = [table.rows[key] for key in table.column_of if key in table.rows.column_names]
    return sum(len(column) - column.null_count for column in columns) + table.series.num_rows


def _filled_among(table: FormTable, places: set[Place]) -> int:
    """How many of the places hold a value of this table all the same."""
    rows_of: dict[int | None, list[int]] = {}
    for sheet, row, col in places:
        if sheet == table.sheet and row is not None:
            rows_of.setdefault(col, []).append(row + 1)
    count = 0
    for key, col in table.column_of.items():
        if col in rows_of and key in table.rows.column_names:
            numbers = pa.array(rows_of[col], table.rows["src_row"].type)
            found = table.rows[key].filter(pc.is_in(table.rows["src_row"], value_set=numbers))
            count += len(found) - found.null_count
    return count


def _rules(parcel: Parcel, findings: list[Finding]) -> dict:
    rules = rules_of(parcel.form.name)
    broken = {(one.sheet, one.code) for one in findings if one.code in rules}
    sheets = {table.sheet for table in parcel.tables}
    return {"rule_count": len(rules) * len(sheets), "rule_failed_count": len(broken)}
