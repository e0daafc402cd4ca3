"""What a file would change in the figures that stand now, and what one version changed in another."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Literal

import duckdb
import pyarrow as pa

from loaders.facts import facts_of
from loaders.findings import column_letters
from loaders.identity import IDENTITY, NAMED_ELSEWHERE, known_by
from loaders.sides import JUMP, Counts, side_by_side
from loaders.slots import Parcel, Slot, parcels_of
from loaders.submissions import UnknownSubmission
from loaders.table import FormTable

Kind = Literal["new", "changed", "removed"]

# What a person could read through; the counts are of everything.
MOST_CHANGES = 2_000

_STANDING = """
    select submission_id from submission_state
    where slot = $slot and state = 'published'
    order by submission_id
"""
_SHEETS = """
    select sheet_id, sheet_name, column_map from sheet
    where list_contains($ids, submission_id)
"""
_LISTED = """
    from compared
    where kind <> 'unchanged'
    order by case kind when 'changed' then 1 when 'removed' then 2 else 3 end, src_row, old_row
    limit $most
"""


@dataclass(frozen=True)
class Place:
    """A sheet and a cell of it ("E8"), or the number of the row where the column is not known."""

    sheet: str
    cell: str


@dataclass(frozen=True)
class Change:
    """One figure or text that would change; of a new or removed row its values are not listed.

    `about` says what it is of, by column (area, year, indicator, project, …). `row` is the sheet's
    (from 1; None for what is removed). `jump_pct` is set where a number moved by more than half.
    `place` is where it stands in the newer version, `old_place` where it stood in the older.
    """

    kind: Kind
    fact: str
    about: Mapping[str, object]
    row: int | None
    column: str | None = None
    before: str | None = None
    after: str | None = None
    jump_pct: Decimal | None = None
    place: Place | None = None
    old_place: Place | None = None


@dataclass(frozen=True)
class Difference:
    """What one version does to another in the same slot; counts are rows of facts, jumps figures.

    `standing` are the submissions it would supersede, or is compared with; none means that
    everything is new. `equal_share` is the part of all values that is the same, 0 to 1.
    """

    slot: Slot
    standing: tuple[int, ...]
    new: int
    changed: int
    removed: int
    unchanged: int
    jumps: int
    changes: tuple[Change, ...]
    equal_share: float | None = None


_Sheets = Mapping[int, tuple[str, Mapping[str, int]]]


@dataclass(frozen=True)
class _Newer:
    """The newer side: for each fact table its rows or the submissions that hold them; its sheets."""

    facts: Mapping[str, pa.Table | Sequence[int]]
    sheets: _Sheets


def differences(
    con: duckdb.DuckDBPyConnection, tables: Iterable[FormTable]
) -> tuple[Difference, ...]:
    """What each submission made of the tables would change; nothing is written for good."""
    return tuple(parcel_difference(con, parcel) for parcel in parcels_of(tables))


def parcel_difference(con: duckdb.DuckDBPyConnection, parcel: Parcel) -> Difference:
    """What one submission of a file would change in its slot."""
    rows = con.execute(_STANDING, {"slot": parcel.slot.text}).fetchall()
    return parcel_against(con, parcel, [one for (one,) in rows])


def parcel_against(
    con: duckdb.DuckDBPyConnection, parcel: Parcel, standing: list[int]
) -> Difference:
    """What one submission of a file says otherwise than these stored ones."""
    sheets = {
        number: (table.sheet, {key: col + 1 for key, col in table.column_of.items()})
        for number, table in enumerate(parcel.tables)
    }
    return _difference(con, parcel.slot, _Newer(_facts(parcel), sheets), standing)


def version_difference(con: duckdb.DuckDBPyConnection, older: int, newer: int) -> Difference:
    """What the submission `newer` says otherwise than `older`, cell by cell, both stored.

    Meant for two versions of one slot; the slot told is that of the newer. Raises UnknownSubmission.
    """
    slot = _slots(con, older, newer)[1]
    facts = {fact: [newer] for fact in IDENTITY if _has_rows(con, fact, [older, newer])}
    return _difference(con, slot, _Newer(facts, _sheets(con, [newer])), [older])


def _difference(
    con: duckdb.DuckDBPyConnection, slot: Slot, newer: _Newer, standing: list[int]
) -> Difference:
    old_sheets = _sheets(con, standing)
    total, changes, everything, same = Counts(), [], 0.0, 0.0
    for fact, rows in newer.facts.items():
        with side_by_side(con, fact, rows, standing) as counts:
            found = list(_changes(con, fact, newer.sheets, old_sheets))
        changes += _named(con, fact, newer.facts, found)
        total = _added(total, counts)
        weight = counts.value_count * (
            counts.new + counts.changed + counts.removed + counts.unchanged
        )
        everything += weight
        same += weight * (counts.equal_share or 0)
    return Difference(
        slot=slot,
        standing=tuple(standing),
        new=total.new,
        changed=total.changed,
        removed=total.removed,
        unchanged=total.unchanged,
        jumps=total.jumps,
        changes=tuple(changes[:MOST_CHANGES]),
        equal_share=same / everything if everything else None,
    )


def _added(one: Counts, other: Counts) -> Counts:
    return Counts(*(getattr(one, each.name) + getattr(other, each.name) for each in fields(Counts)))


def _facts(parcel: Parcel) -> dict[str, pa.Table]:
    """The rows for each fact table, of all sheets of the submission together, numbered by sheet."""
    found: dict[str, list[pa.Table]] = {}
    for number, table in enumerate(parcel.tables):
        for fact, rows in facts_of(table).items():
            sheet_id = pa.repeat(pa.scalar(number, pa.int64()), rows.num_rows)
            found.setdefault(fact, []).append(rows.append_column("sheet_id", sheet_id))
    return {
        fact: pa.concat_tables(rows, promote_options="permissive") for fact, rows in found.items()
    }


def _slots(con: duckdb.DuckDBPyConnection, *ids: int) -> list[Slot]:
    query = """
        select form, agency, area_code, fiscal_year, quarter
        from submission where submission_id = ?
    """
    found = []
    for submission_id in ids:
        row = con.execute(query, [submission_id]).fetchone()
        if row is None:
            raise UnknownSubmission(submission_id)
        found.append(Slot(*row))
    return found


def _has_rows(con: duckdb.DuckDBPyConnection, fact: str, ids: Sequence[int]) -> bool:
    query = f"select exists (from {fact} where list_contains($ids, submission_id))"
    return con.execute(query, {"ids": list(ids)}).fetchone()[0]


def _sheets(con: duckdb.DuckDBPyConnection, ids: Sequence[int]) -> _Sheets:
    rows = con.execute(_SHEETS, {"ids": list(ids)}).fetchall()
    return {number: (name, json.loads(columns)) for number, name, columns in rows}


def _changes(
    con: duckdb.DuckDBPyConnection, fact: str, sheets: _Sheets, old_sheets: _Sheets
) -> Iterator[Change]:
    """The changed figures, then the removed rows and the new ones; few of many."""
    cursor = con.execute(_LISTED, {"most": MOST_CHANGES})
    names = [column[0] for column in cursor.description]
    values = [name.removeprefix("before_") for name in names if name.startswith("before_")]
    for line in cursor.fetchall():
        row = dict(zip(names, line, strict=True))
        about = {name: row[name] for name in known_by(fact) if row[name] is not None}
        changed = [None] if row["kind"] != "changed" else _changed(row, values)
        for column in changed:
            yield _change(fact, about, row, column, sheets, old_sheets)


def _changed(row: Mapping[str, object], values: Iterable[str]) -> list[str]:
    return [name for name in values if row[f"before_{name}"] != row[f"after_{name}"]]


def _change(
    fact: str,
    about: Mapping[str, object],
    row: Mapping[str, object],
    column: str | None,
    sheets: _Sheets,
    old_sheets: _Sheets,
) -> Change:
    before, after = (row[f"{side}_{column}"] if column else None for side in ("before", "after"))
    return Change(
        kind=row["kind"],
        fact=fact,
        about=about,
        row=row["src_row"],
        column=column,
        before=_text(before),
        after=_text(after),
        jump_pct=_jump(before, after),
        place=_place(sheets, row["sheet_id"], row["src_row"], row["src_col"], column),
        old_place=_place(old_sheets, row["old_sheet_id"], row["old_row"], row["old_col"], column),
    )


def _place(
    sheets: _Sheets,
    sheet_id: int | None,
    src_row: int | None,
    src_col: int | None,
    column: str | None,
) -> Place | None:
    """Where a value stands: in its own cell, else in the column of its sheet that holds it."""
    if sheet_id not in sheets:
        return None
    name, columns = sheets[sheet_id]
    col = src_col if src_col else columns.get(column)
    return Place(name, f"{column_letters(col - 1)}{src_row}" if col else str(src_row))


def _named(
    con: duckdb.DuckDBPyConnection,
    fact: str,
    facts: Mapping[str, pa.Table | Sequence[int]],
    changes: list[Change],
) -> list[Change]:
    """The changes with the name that stands in another table beside the code, where there is one."""
    if fact not in NAMED_ELSEWHERE or not changes:
        return changes
    table, code, name = NAMED_ELSEWHERE[fact]
    codes = list({change.about.get(code) for change in changes})
    known = dict(
        con.execute(
            f"select {code}, any_value({name}) from {table} "
            f"where list_contains($codes, {code}) group by {code}",
            {"codes": codes},
        ).fetchall()
    )
    if isinstance(rows := facts.get(table), pa.Table):
        known |= dict(zip(rows[code].to_pylist(), rows[name].to_pylist(), strict=True))
    return [
        replace(change, about={**change.about, name: known[change.about[code]]})
        if change.about.get(code) in known
        else change
        for change in changes
    ]


def _jump(before: object, after: object) -> Decimal | None:
    """The change in percent of what was, where it is more than half of it; None otherwise.

    >>> _jump(Decimal(100), Decimal(151)), _jump(Decimal(100), Decimal(150))
    (Decimal('51.0'), None)
    """
    if not all(
        isinstance(one, Decimal | int) and not isinstance(one, bool) for one in (before, after)
    ):
        return None
    change = Decimal(after) - Decimal(before)
    if not before or abs(change) <= Decimal(JUMP) * abs(before):
        return None
    return round(100 * change / abs(Decimal(before)), 1)


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, Decimal):
        plain = f"{value:,f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(value)
