"""Two versions of the same facts laid side by side in a temporary table, by the database."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from loaders.identity import IDENTITY, known_by, values_among

# A figure that moved by more than half of what it was is worth a second look.
JUMP = "0.5"

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
        fresh.sheet_id,
        fresh.src_row,
        {fresh_col} as src_col,
        standing.sheet_id as old_sheet_id,
        standing.src_row as old_row,
        {standing_col} as old_col,
        {names},
        {pairs}
    from fresh
    full join standing on {same} and fresh.nth = standing.nth
"""
_COUNTED = """
    select
        count_if(kind = 'new'),
        count_if(kind = 'changed'),
        count_if(kind = 'removed'),
        count_if(kind = 'unchanged'),
        coalesce(sum({jumps}) filter (kind = 'changed'), 0),
        coalesce(sum({cells}) filter (kind = 'changed'), 0)
    from compared
"""


@dataclass(frozen=True)
class Counts:
    """Rows of facts by what becomes of them, jumping figures, and values that differ among the
    `value_count` each row has."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    jumps: int = 0
    changed_values: int = 0
    value_count: int = 0

    @property
    def equal_share(self) -> float | None:
        """The part (0 to 1) of all values of both versions that is the same; None without any."""
        rows = self.new + self.changed + self.removed + self.unchanged
        everything = rows * self.value_count
        if not everything:
            return None
        lone = (self.new + self.removed) * self.value_count
        return 1 - (lone + self.changed_values) / everything


@contextmanager
def side_by_side(
    con: duckdb.DuckDBPyConnection, fact: str, fresh: pa.Table | Sequence[int], standing: list[int]
) -> Iterator[Counts]:
    """Makes the temporary table `compared` for the block: `fresh` rows, or those of the submissions
    of these ids, beside those of the `standing` submissions.

    A row has kind (new changed removed unchanged), the address in both, what it is of, and for each
    value before_<column> and after_<column>.
    """
    # With the types of the stored rows, so that a rounding on the way in is no change.
    con.execute(f"create or replace temp table fresh_fact as from {fact} limit 0")
    try:
        _fill(con, fact, fresh)
        types = dict(
            con.execute(f"select column_name, column_type from (describe {fact})").fetchall()
        )
        values = values_among(fact, [*types])
        sql = _sql(fact, values, "src_col" in types)
        con.execute(f"create or replace temp table compared as {sql}", {"standing": standing})
        yield _counted(con, values, types)
    finally:
        con.execute("drop table if exists temp.fresh_fact")
        con.execute("drop table if exists temp.compared")


def _fill(con: duckdb.DuckDBPyConnection, fact: str, fresh: pa.Table | Sequence[int]) -> None:
    if not isinstance(fresh, pa.Table):
        chosen = {"ids": list(fresh)}
        con.execute(
            f"insert into fresh_fact from {fact} where list_contains($ids, submission_id)", chosen
        )
        return
    con.register("incoming", fresh)
    try:
        con.execute("insert into fresh_fact by name select * from incoming")
    finally:
        con.unregister("incoming")


def _counted(con: duckdb.DuckDBPyConnection, values: list[str], types: Mapping[str, str]) -> Counts:
    numbers = [name for name in values if types[name].startswith(("DECIMAL", "INT", "BIGINT"))]
    jumps = [
        f"(abs(after_{name} - before_{name}) > {JUMP} * abs(before_{name})"
        f" and before_{name} <> 0)::integer"
        for name in numbers
    ]
    cells = [f"(after_{name} is distinct from before_{name})::integer" for name in values]
    sql = _COUNTED.format(jumps=_sum(jumps), cells=_sum(cells))
    return Counts(*map(int, con.execute(sql).fetchone()), len(values))


def _sum(terms: list[str]) -> str:
    return " + ".join(f"coalesce({term}, 0)" for term in terms) or "0"


def _sql(fact: str, values: list[str], has_col: bool) -> str:
    identity = IDENTITY[fact]
    pairs = [
        f"{side}.{name} as {prefix}_{name}"
        for name in values
        for side, prefix in (("standing", "before"), ("fresh", "after"))
    ]
    names = [f"coalesce(fresh.{name}, standing.{name}) as {name}" for name in known_by(fact)]
    return _COMPARED.format(
        fact=fact,
        identity=", ".join(identity),
        fresh_col="fresh.src_col" if has_col else "null::integer",
        standing_col="standing.src_col" if has_col else "null::integer",
        names=", ".join(names),
        pairs=", ".join(pairs) or "null as nothing",
        same=" and ".join(f"fresh.{n} is not distinct from standing.{n}" for n in identity),
        differs=" or ".join(f"fresh.{n} is distinct from standing.{n}" for n in values) or "false",
    )
