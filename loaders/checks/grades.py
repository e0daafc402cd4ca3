"""Community-plan grades recomputed from the four criteria of the 2550 rule."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from loaders.checks.cells import at_row, shown
from loaders.findings import Finding
from loaders.table import FormTable

# ร้อยละ 70 ขึ้นไป: seventy itself counts.
THRESHOLD_PCT = 70
_GRADES = ("C", "B", "A")  # by rank 0, 1, 2: two criteria or fewer, three, four
_COUNTED = {
    "accounts_pct": "households_with_accounts",
    "attending_pct": "households_attending",
}


def check_grades(table: FormTable) -> Iterator[Finding]:
    """A finding for each village whose reported grade its criteria exclude.

    A criterion nobody answered leaves a range: only a grade outside of it differs.
    """
    if not {"grade_reported"} & set(table.rows.column_names):
        return
    criteria = [_percent_met(table, *item) for item in _COUNTED.items()]
    criteria += [_flag(table, key) for key in ("local_government_joined", "written_plan")]
    met = _count(pc.fill_null(criterion, False) for criterion in criteria)
    unknown = _count(pc.is_null(criterion) for criterion in criteria)
    worst, best = _rank(met), _rank(pc.add(met, unknown))
    reported = pc.index_in(table.rows.column("grade_reported"), pa.array(_GRADES))
    outside = pc.or_(pc.less(reported, worst), pc.greater(reported, best))
    found = pa.table(
        {
            "src_row": table.rows.column("src_row"),
            "reported": table.rows.column("grade_reported"),
            **{"worst": worst, "best": best, "met": met, "unknown": unknown},
        }
    ).filter(pc.fill_null(outside, False))
    yield from (_differs(table, row) for row in found.to_pylist())


def check_household_counts(table: FormTable) -> Iterator[Finding]:
    """A finding for each count of households larger than the village's households."""
    households = _column(table, "households", pa.int64())
    for key in _COUNTED.values():
        counted = _column(table, key, pa.int64())
        rows = pa.table(
            {"src_row": table.rows.column("src_row"), "found": counted, "of": households}
        )
        for row in rows.filter(pc.fill_null(pc.greater(counted, households), False)).to_pylist():
            yield at_row(
                table,
                "out_of_range",
                row["src_row"],
                key,
                value=shown(row["found"]),
                expected=f"0–{shown(row['of'])}",
            )


def _percent_met(table: FormTable, percent_key: str, count_key: str) -> pa.ChunkedArray:
    """Whether the criterion is met, from the percentage or else from the counts; null if unknown."""
    percent = _column(table, percent_key, pa.float64())
    households = _column(table, "households", pa.int64())
    counted = _column(table, count_key, pa.int64())
    # In whole numbers, so that 7 of 10 is exactly seventy percent.
    by_count = pc.greater_equal(pc.multiply(counted, 100), pc.multiply(households, THRESHOLD_PCT))
    by_count = pc.if_else(pc.greater(households, 0), by_count, pa.scalar(None, pa.bool_()))
    return pc.coalesce(pc.greater_equal(percent, THRESHOLD_PCT), by_count)


def _flag(table: FormTable, key: str) -> pa.ChunkedArray:
    return _column(table, key, pa.bool_())


def _column(table: FormTable, key: str, kind: pa.DataType) -> pa.ChunkedArray | pa.Array:
    if key not in table.rows.column_names:
        return pa.nulls(table.rows.num_rows, kind)
    return table.rows.column(key).cast(kind)


def _count(flags) -> pa.ChunkedArray:
    total = None
    for flag in flags:
        counted = pc.cast(flag, pa.int32())
        total = counted if total is None else pc.add(total, counted)
    return total


def _rank(met: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.subtract(pc.max_element_wise(met, 2), 2)


def _differs(table: FormTable, row: dict) -> Finding:
    worst, best = _GRADES[row["worst"]], _GRADES[row["best"]]
    return at_row(
        table,
        "grade_differs",
        row["src_row"],
        "grade_reported",
        value=row["reported"],
        expected=best if worst == best else f"{worst}–{best}",
        params={"met_count": str(row["met"]), "unknown_count": str(row["unknown"])},
    )
