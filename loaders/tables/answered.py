"""Answers that change values after the cells are read: factors, running totals, names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.findings import Finding
from loaders.names import name_key
from loaders.rules import Rule
from loaders.tables.columns import NUMBER
from loaders.tables.found import Faults, Found

CUMULATIVE = "cumulative"
# Columns of names → the key within which their aliases are kept.
_NAMES = {
    "plan": "plan",
    "strategic_issue": "strategic_issue",
    "kpi": "kpi",
    "source": "source",
    "agency": "agency",
    "assessor_agency": "agency",
    "assessor": "agency",
}
_ABOUT_INDICATORS = ("change_mode", "target_rule", "style")
# Kind of rule → the column of form 1 that an answer fills where the sheet leaves it blank.
_DECLARED = {"target_rule": "target_rule", "style": "submission_style"}
_ACTUALS = ("actual_by_quarter", "actual_by_year", "actual_by_district")


@dataclass(frozen=True)
class Cells:
    """The typed columns and the unpivoted cells of a table on their way to a FormTable."""

    columns: dict[str, pa.Array]
    series: pa.Table


def answers_for(found: Found, cells: Cells, faults: Faults) -> dict[tuple[str, str, str], str]:
    """FormTable.answers: what rules say of the names in this table."""
    answers: dict[tuple[str, str, str], str] = {}
    for key, within in _NAMES.items():
        if found.rules.has("name_alias"):
            answers |= _spoken_of(found, cells, faults, ("name_alias", within), key)
    for kind in _ABOUT_INDICATORS:
        if found.rules.has(kind):
            answers |= _spoken_of(found, cells, faults, (kind, ""), "kpi")
    return answers


def with_answers(found: Found, cells: Cells, faults: Faults) -> Cells:
    """The values with factors of indicators applied, answers about indicators filled in, and running
    totals taken apart into quarters; what cannot be taken apart is left blank."""
    if found.rules.has("unit_factor") and "kpi" in cells.columns:
        cells = _multiplied(found, cells, faults)
    if found.rules.has("style") and "kpi" in cells.columns:
        cells = _taken_apart(found, cells, faults)
    for kind, key in _DECLARED.items():
        if found.rules.has(kind) and key in cells.columns:
            cells = _with_declared(found, cells, kind, key)
    if (rule := found.rule("style", "disbursed_thb")) and rule.answer == "period":
        cells = _in_quarters(found, cells, rule, faults)
    return cells


def _spoken_of(
    found: Found, cells: Cells, faults: Faults, about: tuple[str, str], key: str
) -> dict[tuple[str, str, str], str]:
    kind, within = about
    answers = {}
    for rule, rows in _rows_by_rule(found, cells, kind, key, within).items():
        faults.use(rule, found.column_of.get(key), found.rows[rows])
        for name in {cells.columns[key][int(row)].as_py() for row in rows}:
            answers[(kind, within, name_key(name))] = rule.answer
    return answers


def _rows_by_rule(
    found: Found, cells: Cells, kind: str, key: str, within: str = ""
) -> dict[Rule, np.ndarray]:
    """Rule → positions of the rows whose name in column `key` it speaks of."""
    if key not in cells.columns:
        return {}
    names = cells.columns[key].to_pylist()
    rules = {name: found.rule(kind, name, within) for name in set(names) if name}
    rows: dict[Rule, list[int]] = {}
    for position, name in enumerate(names):
        if rule := rules.get(name):
            rows.setdefault(rule, []).append(position)
    return {rule: np.array(positions) for rule, positions in rows.items()}


def _multiplied(found: Found, cells: Cells, faults: Faults) -> Cells:
    factors = [Decimal(1)] * len(found.rows)
    for rule, rows in _rows_by_rule(found, cells, "unit_factor", "kpi", "actual").items():
        if rule.answer != "1":
            faults.use(rule, found.column_of.get("actual"), found.rows[rows])
            for row in rows:
                factors[row] = Decimal(rule.answer)
    if set(factors) == {Decimal(1)}:
        return cells
    columns = dict(cells.columns)
    if columns.get("actual") is not None:
        columns["actual"] = _times(columns["actual"], factors)
    of_row = dict(zip((found.rows + 1).tolist(), factors, strict=True))
    each = [
        of_row[row] if key in _ACTUALS else Decimal(1)
        for row, key in zip(*(cells.series[n].to_pylist() for n in ("src_row", "key")), strict=True)
    ]
    return Cells(columns, _with_values(cells.series, _times(cells.series["value"], each)))


def _times(values: pa.Array | pa.ChunkedArray, factors: list[Decimal]) -> pa.Array:
    pairs = zip(values.to_pylist(), factors, strict=True)
    return pa.array([None if value is None else value * by for value, by in pairs], NUMBER)


def _taken_apart(found: Found, cells: Cells, faults: Faults) -> Cells:
    rows: list[int] = []
    for rule, positions in _rows_by_rule(found, cells, "style", "kpi").items():
        if rule.answer == CUMULATIVE:
            faults.use(rule, found.column_of.get("actual"), found.rows[positions])
            rows += positions.tolist()
    if not rows:
        return cells
    columns = dict(cells.columns)
    if "actual" in found.column_of:
        columns["actual"] = _quarters_of_rows(found, columns, rows, faults)
    return Cells(columns, _quarters_of_series(found, cells.series, rows, faults))


def _quarters_of_rows(
    found: Found, columns: Mapping[str, pa.Array], rows: list[int], faults: Faults
) -> pa.Array:
    """Results a row a quarter: each less the same indicator's quarter before it on the sheet."""
    keys = [k for k in ("area", "district", "kpi_code", "kpi", "fiscal_year") if k in columns]
    names = list(zip(*(columns[key].to_pylist() for key in keys), strict=True))
    quarters, values = columns["quarter"].to_pylist(), columns["actual"].to_pylist()
    running = {(names[row], quarters[row]): values[row] for row in rows if quarters[row]}
    apart = list(values)
    for row in rows:
        if quarters[row] and values[row] is not None:
            apart[row] = _less(values[row], quarters[row], names[row], running)
            if apart[row] is None:
                _note_missing(found, row, found.column_of["actual"], quarters[row], faults)
    return pa.array(apart, columns["actual"].type)


def _quarters_of_series(
    found: Found, series: pa.Table, rows: list[int], faults: Faults
) -> pa.Table:
    """Results a column a quarter: each less the quarter before it in the same row."""
    sheet_rows = {int(found.rows[row]) + 1: row for row in rows}
    cells = series.to_pylist()
    mine = [
        one for one in cells if one["src_row"] in sheet_rows and one["key"] == "actual_by_quarter"
    ]
    running = {((one["src_row"], one["year"]), one["quarter"]): one["value"] for one in mine}
    values = [one["value"] for one in cells]
    for place, one in enumerate(cells):
        if one in mine and one["value"] is not None:
            name = (one["src_row"], one["year"])
            values[place] = _less(one["value"], one["quarter"], name, running)
            if values[place] is None:
                row = sheet_rows[one["src_row"]]
                _note_missing(found, row, one["src_col"] - 1, one["quarter"], faults)
    return _with_values(series, pa.array(values, NUMBER))


def _less(value: Decimal, quarter: int, name: object, running: Mapping) -> Decimal | None:
    """What one quarter added; None when the total before it is not known."""
    if quarter == 1:
        return value
    before = running.get((name, quarter - 1))
    return None if before is None else value - before


def _note_missing(found: Found, row: int, col: int, quarter: int, faults: Faults) -> None:
    at = int(found.rows[row])
    typed = found.grid.sheet.cell(at, col)
    finding = Finding(
        "earlier_quarter_missing", found.grid.sheet.name, at, col, typed, str(quarter - 1)
    )
    faults.by_cell.setdefault((at, "style", col), finding)


def _with_declared(found: Found, cells: Cells, kind: str, key: str) -> Cells:
    """What the sheet itself declares stays; where it declares nothing, what was answered."""
    declared = cells.columns[key].to_pylist()
    for rule, rows in _rows_by_rule(found, cells, kind, "kpi").items():
        for row in rows:
            declared[row] = declared[row] or rule.answer
    return replace(cells, columns=cells.columns | {key: pa.array(declared, pa.string())})


def _in_quarters(found: Found, cells: Cells, rule: Rule, faults: Faults) -> Cells:
    """Spending that is not a running total, whatever the header says: of single quarters."""
    keys = cells.series["key"]
    mine = pc.equal(keys, "disbursed_thb")
    if not pc.any(mine).as_py():
        return cells
    faults.use(rule, None, cells.series.filter(mine)["src_row"].to_numpy() - 1)
    renamed = pc.if_else(mine, "disbursed_in_quarter_thb", keys)
    return replace(cells, series=_with(cells.series, "key", renamed))


def _with_values(series: pa.Table, values: pa.Array) -> pa.Table:
    return _with(series, "value", values)


def _with(series: pa.Table, name: str, values) -> pa.Table:
    return series.set_column(series.column_names.index(name), name, values)
