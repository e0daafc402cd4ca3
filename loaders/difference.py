"""What a file would change in the figures that stand now, before anybody confirms it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

import duckdb
import pyarrow as pa

from loaders.examine import Examination
from loaders.facts import facts_of
from loaders.slots import Parcel, Slot, parcels_of

Kind = Literal["new", "changed", "removed"]

# A figure that moved by more than half of what it was is worth a second look.
JUMP = Decimal("0.5")
# What a person could read through; the counts are of everything.
MOST_CHANGES = 2_000

# What makes a fact the same fact in two versions. Every other column is a value, but for the
# address in the sheet, the matching keys and what is derived from the name.
_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "fact_indicator": ("area_code", "kpi_code"),
    "fact_target": ("area_code", "kpi_code", "fiscal_year"),
    "fact_kpi_result": (
        "area_code",
        "district_code",
        "kpi_code",
        "fiscal_year",
        "quarter",
        "period_basis",
    ),
    "fact_project": ("province_code", "fiscal_year", "project_code"),
    "fact_project_quarter": ("province_code", "fiscal_year", "quarter", "project_code"),
    "fact_budget_plan": ("area_code", "fiscal_year", "plan"),
    "fact_community_plan": (
        "province_code",
        "district_code",
        "fiscal_year",
        "subdistrict",
        "village_no",
        "village",
    ),
    "fact_grade_summary": ("area_code", "district_code", "fiscal_year", "grade"),
    "fact_area_measure": ("area_code", "year_be", "measure", "sector", "price"),
    "fact_strategy_node": ("owner_area_code", "plan_name", "node_type", "node_code"),
    "fact_plan_project": ("area_code", "strategic_issue", "plan", "flagship", "project"),
    "fact_plan_project_year": ("area_code", "project_key", "fiscal_year"),
    "fact_project_brief": ("area_code", "fiscal_year", "project"),
    "fact_brief_activity": ("activity",),
    "fact_risk": ("area_code", "fiscal_year", "quarter", "project", "kpi", "risk"),
    "fact_assessment": (
        "area_code",
        "fiscal_year",
        "quarter",
        "agency",
        "kpi",
        "project",
        "assessor",
    ),
}
# How a reader knows it: the name that stands with its code, in its own row or in another table.
_NAME_OF = {
    "fact_indicator": "kpi",
    "fact_kpi_result": "kpi",
    "fact_project": "project",
    "fact_strategy_node": "title",
}
_NAMED_ELSEWHERE = {
    "fact_target": ("fact_indicator", "kpi_code", "kpi"),
    "fact_project_quarter": ("fact_project", "project_code", "project"),
}
_NOT_VALUES = {"submission_id", "sheet_id", "src_row", "src_col", "ordinal", "unit_kind"}
# Said of the project itself already.
_REPEATED = {"fact_project_quarter": {"district_code", "plan", "spending_type", "allocated_thb"}}

_STANDING = """
    select submission_id from submission_state
    where slot = $slot and state = 'published'
    order by submission_id
"""
_COMPARED = """
    with fresh as (
        select *, row_number() over (partition by {identity} order by src_row) as nth
        from fresh_fact
    ),
    standing as (
        select *, row_number() over (partition by {identity} order by src_row) as nth
        from {fact}
        where list_contains($standing, submission_id)
    )
    select
        case
            when standing.nth is null then 'new'
            when fresh.nth is null then 'removed'
            when ({differs}) then 'changed'
            else 'unchanged'
        end as kind,
        fresh.src_row,
        {names},
        {pairs}
    from fresh
    full join standing on {same} and fresh.nth = standing.nth
"""


@dataclass(frozen=True)
class Change:
    """One figure or text that would change; of a new or removed row its values are not listed.

    `about` says what it is of, by column (area, year, indicator, project, …). `row` is the sheet's
    (from 1; None for what is removed). `jump_pct` is set where a number moved by more than half.
    """

    kind: Kind
    fact: str
    about: Mapping[str, object]
    row: int | None
    column: str | None = None
    before: str | None = None
    after: str | None = None
    jump_pct: Decimal | None = None


@dataclass(frozen=True)
class Difference:
    """What publishing one submission of a file would do to its slot; counts are rows of facts.

    `standing` are the submissions it would supersede; none means that everything is new.
    """

    slot: Slot
    standing: tuple[int, ...]
    new: int
    changed: int
    removed: int
    unchanged: int
    jumps: int
    changes: tuple[Change, ...]


def differences(con: duckdb.DuckDBPyConnection, examination: Examination) -> tuple[Difference, ...]:
    """What each submission of an examined file would change; nothing is written for good.

    A rejected file would change nothing: its rows may lack what makes a fact.
    """
    if examination.report.state != "accepted":
        return ()
    return tuple(_difference(con, parcel) for parcel in parcels_of(examination.tables))


def _difference(con: duckdb.DuckDBPyConnection, parcel: Parcel) -> Difference:
    slot = parcel.slot
    standing = [one for (one,) in con.execute(_STANDING, {"slot": slot.text}).fetchall()]
    counts: Counter[str] = Counter()
    changes: list[Change] = []
    facts = _facts(parcel)
    for fact, rows in facts.items():
        counts += _compare(con, fact, rows, standing)
        changes += _named(con, fact, facts, _changes(con, fact))
    con.execute("drop table if exists temp.compared")
    return Difference(
        slot=slot,
        standing=tuple(standing),
        **{kind: counts[kind] for kind in ("new", "changed", "removed", "unchanged")},
        jumps=sum(change.jump_pct is not None for change in changes),
        changes=tuple(changes[:MOST_CHANGES]),
    )


def _facts(parcel: Parcel) -> dict[str, pa.Table]:
    """The rows for each fact table, of all sheets of the submission together."""
    found: dict[str, list[pa.Table]] = {}
    for table in parcel.tables:
        for fact, rows in facts_of(table).items():
            found.setdefault(fact, []).append(rows)
    return {
        fact: pa.concat_tables(rows, promote_options="permissive") for fact, rows in found.items()
    }


def _compare(
    con: duckdb.DuckDBPyConnection, fact: str, rows: pa.Table, standing: list[int]
) -> Counter[str]:
    """Makes the temporary table `compared`; returns how many rows are of each kind."""
    # With the types of the stored rows, so that a rounding on the way in is no change.
    con.execute(f"create or replace temp table fresh_fact as from {fact} limit 0")
    con.register("incoming", rows)
    con.execute("insert into fresh_fact by name select * from incoming")
    con.unregister("incoming")
    sql = _sql(fact, _values(con, fact))
    con.execute(f"create or replace temp table compared as {sql}", {"standing": standing})
    con.execute("drop table fresh_fact")
    return Counter(
        dict(con.execute("select kind, count(*) from compared group by kind").fetchall())
    )


def _values(con: duckdb.DuckDBPyConnection, fact: str) -> list[str]:
    columns = [row[0] for row in con.execute(f"describe {fact}").fetchall()]
    left_out = {*_IDENTITY[fact], *_NOT_VALUES, *_REPEATED.get(fact, ())}
    return [name for name in columns if name not in left_out and not name.endswith("_key")]


def _sql(fact: str, values: Iterable[str]) -> str:
    values = list(values)
    identity, known_by = _IDENTITY[fact], _known_by(fact)
    pairs = [
        f"{side}.{name} as {prefix}_{name}"
        for name in values
        for side, prefix in (("standing", "before"), ("fresh", "after"))
    ]
    return _COMPARED.format(
        fact=fact,
        identity=", ".join(identity),
        names=", ".join(f"coalesce(fresh.{name}, standing.{name}) as {name}" for name in known_by),
        pairs=", ".join(pairs) or "null as nothing",
        same=" and ".join(f"fresh.{n} is not distinct from standing.{n}" for n in identity),
        differs=" or ".join(f"fresh.{n} is distinct from standing.{n}" for n in values) or "false",
    )


def _changes(con: duckdb.DuckDBPyConnection, fact: str) -> list[Change]:
    """The changed figures, then the removed rows and the new ones; few of many."""
    order = "case kind when 'changed' then 1 when 'removed' then 2 else 3 end, src_row"
    cursor = con.execute(
        f"from compared where kind <> 'unchanged' order by {order} limit {MOST_CHANGES}"
    )
    names = [column[0] for column in cursor.description]
    found: list[Change] = []
    for values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        about = {name: row[name] for name in _known_by(fact) if row[name] is not None}
        if row["kind"] == "changed":
            found += _changed_cells(fact, about, row)
        else:
            found.append(Change(row["kind"], fact, about, row["src_row"]))
    return found


def _changed_cells(
    fact: str, about: Mapping[str, object], row: Mapping[str, object]
) -> Iterable[Change]:
    for name in row:
        if not name.startswith("before_"):
            continue
        column = name.removeprefix("before_")
        before, after = row[name], row[f"after_{column}"]
        if before != after:
            yield Change(
                "changed",
                fact,
                about,
                row["src_row"],
                column,
                _text(before),
                _text(after),
                _jump(before, after),
            )


def _known_by(fact: str) -> tuple[str, ...]:
    return (*_IDENTITY[fact], *filter(None, [_NAME_OF.get(fact)]))


def _named(
    con: duckdb.DuckDBPyConnection,
    fact: str,
    facts: Mapping[str, pa.Table],
    changes: list[Change],
) -> list[Change]:
    """The changes with the name that stands in another table beside the code, where there is one."""
    if fact not in _NAMED_ELSEWHERE or not changes:
        return changes
    table, code, name = _NAMED_ELSEWHERE[fact]
    codes = list({change.about.get(code) for change in changes})
    known = dict(
        con.execute(
            f"select {code}, any_value({name}) from {table} "
            f"where list_contains($codes, {code}) group by {code}",
            {"codes": codes},
        ).fetchall()
    )
    if table in facts:
        rows = facts[table]
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
    if not before or abs(change) <= JUMP * abs(before):
        return None
    return round(100 * change / abs(Decimal(before)), 1)


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, Decimal):
        plain = f"{value:,f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(value)
