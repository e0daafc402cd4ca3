"""Where a number comes from: the cells of the workbooks behind one figure of a metric's result.

A metric's header says it in lines of the form

    -- trace: SOURCE by KEY and KEY; COLUMN, COLUMN=FACT; CONDITION=VALUE/VALUE

SOURCE is one of _SOURCES. A KEY is a column that source and result share, `expression=column`
(of the source, of the result) or `expression='literal'`. COLUMN is a figure of the result, FACT
the column of the source it is made from when named differently. The condition, when there is one,
says for which rows of the result the line holds. A figure no line names is derived: it is traced
to the first COLUMN of every line that holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from metrics.answer import answer
from metrics.catalogue import describe
from metrics.params import query_parameters
from metrics.scope import Scope

if TYPE_CHECKING:
    import pandas as pd

MOST_CELLS = 1_000
# A decimal column fills its places with zeros that nobody typed.
_ENDING_ZEROS = re.compile(r"^(-?\d+(?:\.\d*[1-9])?)\.?0+$")


@dataclass(frozen=True)
class Source:
    """Facts a figure can be made of: `relation` in SQL, and how the scope narrows them.

    `cell_of` is the column whose cell is the fact's own src_col; the others are found by the
    sheet's column map.
    """

    relation: str
    cell_of: str = ""
    narrowed: str = "true"


_LIFE = """project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )"""
_IN_DISTRICT = "($district_code is null or district_code = $district_code)"
_IN_PROJECTS = f"""{_IN_DISTRICT}
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))"""
# Carried-over money is a fund apart, whose spending is in no rate of the year.
_OF_THE_YEAR = f"""{_IN_PROJECTS}
        and source is distinct from 'carry_over'"""


def _of_life(facts: str, cell_of: str = "") -> Source:
    """Facts of form 20, of the projects that the scope leaves."""
    return Source(
        f"""(
            select facts.*, life.district_code as of_district
            from {facts}_at($as_of::timestamp, $fiscal_year, $province_codes) as facts
            inner join {_LIFE} as life using (fiscal_year, province_code, project_code)
        )""",
        cell_of,
    )


_SOURCES = {
    "agreement": Source("agreement_at($as_of::timestamp, null, null, $area_codes)"),
    "assessment": Source("assessment_at($as_of::timestamp, $area_codes)"),
    "area_measure": Source("area_measure_at($as_of::timestamp)", "value"),
    "budget_plan": Source("budget_plan_at($as_of::timestamp)"),
    "budget_request": Source("budget_request_at($as_of::timestamp)"),
    "denominator": Source("area_measure_at($as_of::timestamp)", "value", "sector is null"),
    "evaluation_item": Source("evaluation_item_at($as_of::timestamp, null, null)"),
    "grade_summary": Source("grade_summary_at($as_of::timestamp)", narrowed=_IN_DISTRICT),
    "cultural_asset": Source(
        "(from fact_cultural_asset semi join published_at($as_of::timestamp) using (submission_id))"
    ),
    "indicator": Source("indicator_at($as_of::timestamp)"),
    "kpi_result": Source(
        "kpi_result_at($as_of::timestamp, null, null, $area_codes)",
        "actual",
        "district_code is not distinct from $district_code",
    ),
    "named_base": Source(
        """(
            from kpi_result_at($as_of::timestamp, null, null, $area_codes)
            semi join (
                select
                    area_code,
                    kpi_code,
                    unnest(string_split(base_years, ';'))::integer as fiscal_year
                from indicator_at($as_of::timestamp)
                where base_rule in ('fixed', 'mean')
            ) as named using (area_code, kpi_code, fiscal_year)
        )""",
        "actual",
        "district_code is not distinct from $district_code",
    ),
    "money_line": Source(
        """money_line_at(
            $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
        )""",
        "disbursed_thb",
    ),
    "project": Source("project_at($as_of::timestamp)", narrowed=_IN_PROJECTS),
    "project_detail": _of_life("project_detail"),
    "project_milestone": _of_life("project_milestone"),
    "project_step": _of_life("project_step", "reached_on"),
    "project_not_summed": Source(
        """(
            from project_at($as_of::timestamp) as project
            anti join budget_plan_at($as_of::timestamp) as summary
                on summary.area_code = project.province_code
                and summary.fiscal_year = project.fiscal_year
        )""",
        narrowed=_IN_PROJECTS,
    ),
    "project_quarter": Source(
        "project_quarter_at($as_of::timestamp)", "disbursed_thb", _OF_THE_YEAR
    ),
    "risk": Source("risk_at($as_of::timestamp, $area_codes)"),
    "strategy_node": Source("strategy_node_at($as_of::timestamp, $area_codes)"),
    "strategy_project": Source(
        """strategy_project_at(
            $as_of::timestamp, $area_codes, $fiscal_year, $quarter, $district_code
        )"""
    ),
    # Never the cells of single subdistricts: they would tell what a metric hides.
    "surveillance": Source(
        "surveillance_at($as_of::timestamp, $fiscal_year, $province_codes, $district_code)",
        narrowed="subdistrict_key is null",
    ),
    "target": Source("target_at($as_of::timestamp, null, $area_codes)", "target"),
    "village": Source(
        "village_at($as_of::timestamp, $fiscal_year, $province_codes, $district_code)"
    ),
    "survey": Source(
        "(from fact_survey semi join published_at($as_of::timestamp) using (submission_id))"
    ),
}
_CELLS = """
select
    source_file.file_name as file,
    sheet.sheet_name as sheet,
    fact.src_row,
    coalesce(fact.src_col, (sheet.column_map::json ->> '$."{fact}"')::integer) as src_col,
    fact.value,
    sheet.unit_factor,
    fact.submission_id,
    coalesce(submission.agency, source_file.received_by) as sender,
    source_file.received_at,
    fact.sheet_id
from (
    select submission_id, sheet_id, src_row, {src_col} as src_col, {fact}::varchar as value
    from {relation}
    where {conditions}
) as fact
inner join sheet using (sheet_id)
inner join submission on submission.submission_id = fact.submission_id
inner join source_file using (sha256)
"""
_AS_TYPED = """
select
    file,
    sheet,
    cell.src_row,
    cell.src_col,
    coalesce(raw_cell.cell_text, value) as value_as_typed,
    unit_factor,
    submission_id,
    sender,
    received_at
from ({cells}) as cell
left join raw_cell
    on raw_cell.sheet_id = cell.sheet_id
    and raw_cell.src_row = cell.src_row
    and raw_cell.src_col = cell.src_col
order by file, sheet, cell.src_row, cell.src_col
limit {limit}
"""
COLUMNS = (
    "file",
    "sheet",
    "cell",
    "value_as_typed",
    "unit_factor",
    "submission_id",
    "sender",
    "received_at",
)


@dataclass(frozen=True)
class TraceLine:
    """One trace line: source, keys (expression, result column or literal), figures, condition."""

    source: str
    keys: tuple[tuple[str, str], ...]
    figures: Mapping[str, str]
    condition: tuple[str, frozenset[str]] | None = None

    def holds_for(self, row: Mapping[str, object]) -> bool:
        """Whether the line speaks of this row of the result."""
        if self.condition is None:
            return True
        column, values = self.condition
        return str(row[column]) in values


def trace(
    con: duckdb.DuckDBPyConnection, name: str, scope: Scope, row: int, column: str
) -> pd.DataFrame:
    """The source cells behind the figure in `column` of the zero-based `row` of a metric's result.

    One row per cell: file, sheet, cell ("E2", or the row "2:2" where the sheet gave no column of
    its own), value_as_typed, unit_factor (to baht, for money), submission_id, sender, received_at
    (UTC); at most 1,000. Empty where nobody reported anything. Raises IndexError, KeyError for a
    row or column the result does not have, and what metrics.run raises.
    """
    import pandas as pd

    return pd.DataFrame(trace_rows(con, name, scope, row, column), columns=list(COLUMNS))


def trace_rows(
    con: duckdb.DuckDBPyConnection, name: str, scope: Scope, row: int, column: str
) -> list[tuple]:
    """The same as plain tuples in the order of COLUMNS, without pandas."""
    result_row = _result_row(con, name, scope, row)
    if column not in result_row:
        raise KeyError(column)
    lines = [line for line in map(parse_line, describe(name).traces) if line.holds_for(result_row)]
    parts = _facts_behind(lines, column)
    if not parts:
        return []
    parameters = dict(query_parameters(con, scope))
    cells = [_cells_of(line, fact, result_row, parameters) for line, fact in parts]
    sql = _AS_TYPED.format(cells=" union ".join(cells), limit=MOST_CELLS)
    used = {key: value for key, value in parameters.items() if re.search(rf"\${key}\b", sql)}
    return [_with_address(found) for found in con.execute(sql, used).fetchall()]


def parse_line(text: str) -> TraceLine:
    """A trace line of a header.

    >>> parse_line("project by fiscal_year and province_code=area_code; budget_thb=allocated_thb")
    ... # doctest: +NORMALIZE_WHITESPACE
    TraceLine(source='project',
              keys=(('fiscal_year', 'fiscal_year'), ('province_code', 'area_code')),
              figures={'budget_thb': 'allocated_thb'}, condition=None)
    """
    head, figures, *condition = (part.strip() for part in text.split(";"))
    source, _, keys = head.partition(" by ")
    return TraceLine(
        source=source,
        keys=tuple(_pair(key) for key in keys.split(" and ")),
        figures=dict(_pair(figure) for figure in figures.split(",")),
        condition=_condition(condition[0]) if condition else None,
    )


def _pair(text: str) -> tuple[str, str]:
    left, equals, right = text.strip().rpartition("=")
    return (left, right) if equals else (right, right)


def _condition(text: str) -> tuple[str, frozenset[str]]:
    column, values = _pair(text)
    return column, frozenset(values.split("/"))


def _result_row(
    con: duckdb.DuckDBPyConnection, name: str, scope: Scope, row: int
) -> dict[str, object]:
    cursor = answer(con, name, scope)
    names = [column[0] for column in cursor.description]
    return dict(zip(names, cursor.fetchall()[row], strict=True))


def _facts_behind(lines: Sequence[TraceLine], column: str) -> list[tuple[TraceLine, str]]:
    named = [(line, line.figures[column]) for line in lines if column in line.figures]
    return named or [(line, next(iter(line.figures.values()))) for line in lines]


def _cells_of(
    line: TraceLine,
    fact: str,
    result_row: Mapping[str, object],
    parameters: dict[str, object],
) -> str:
    """The query for the cells of one fact column; adds the keys' values to `parameters`."""
    source = _SOURCES[line.source]
    conditions = [source.narrowed, f"{fact} is not null"]
    for expression, wanted in line.keys:
        conditions.append(_condition_of(expression, wanted, result_row, parameters))
    return _CELLS.format(
        fact=fact,
        relation=source.relation,
        src_col="src_col" if fact == source.cell_of else "null",
        conditions="\n        and ".join(conditions),
    )


def _condition_of(
    expression: str,
    wanted: str,
    result_row: Mapping[str, object],
    parameters: dict[str, object],
) -> str:
    """A key as SQL. A group's figure is made of its provinces, or of the group's own sheets."""
    if wanted.startswith("'"):
        return f"{expression} = {wanted}"
    value = result_row[wanted]
    if wanted == "area_code" and value is not None and value == parameters["group_code"]:
        return f"list_contains($area_codes, {expression})"
    name = f"key_{len(parameters)}"
    parameters[name] = value
    return f"{expression} is not distinct from ${name}"


def _with_address(found: tuple) -> tuple:
    file, sheet, src_row, src_col, text, *rest = found
    address = f"{_letters(src_col)}{src_row}" if src_col else f"{src_row}:{src_row}"
    return (file, sheet, address, _ENDING_ZEROS.sub(r"\1", text), *rest)


def _letters(column: int) -> str:
    """The letters of a one-based column: 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters
