"""Projects through their life cycle (form 20) as facts."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from loaders.facts.columns import DAY, MONEY, PERCENT, TEXT, WHOLE, codes_or_made, column
from loaders.forms.project_steps import stage_key
from loaders.spread import spread_codes
from loaders.table import FormTable
from store.life_cycle import stages

_DETAIL_COLUMNS = {
    TEXT: ("afp", "partners"),
    WHOLE: ("priority",),
    MONEY: ("requested_thb",),
    DAY: ("announced_on", "deadline_on"),
}
_OF_PROJECT = ("src_row", "fiscal_year", "province_code", "project_code")


def project_steps(table: FormTable) -> dict[str, pa.Table]:
    """fact_project_detail, _step and _milestone: a row a project, a stage reached, a milestone."""
    rows = _projects(table)
    details = rows.take(_first_of_each(rows))
    return {
        "fact_project_detail": details,
        "fact_project_step": _steps(table, rows.select(_OF_PROJECT)),
        "fact_project_milestone": _milestones(table, rows.select(_OF_PROJECT)),
    }


def _projects(table: FormTable) -> pa.Table:
    """What every row says of its project; a project's rows carry one code."""
    province, project = column(table, "province", TEXT), column(table, "project", TEXT)
    year, agency = column(table, "fiscal_year", WHOLE), column(table, "agency", TEXT)
    given = column(table, "project_code", TEXT)
    of_row = (part.to_pylist() for part in (given, project, province, year))
    code = pa.array(spread_codes(*of_row), TEXT)
    return pa.table(
        {
            "src_row": column(table, "src_row", WHOLE),
            "fiscal_year": year,
            "province_code": province,
            "project_code": codes_or_made(code, province, year.cast(TEXT), project, agency),
            "district_code": column(table, "district", TEXT),
            "project": project,
            "agency": agency,
            **{
                key: column(table, key, kind)
                for kind, keys in _DETAIL_COLUMNS.items()
                for key in keys
            },
        }
    )


def _first_of_each(rows: pa.Table, extra: Sequence[str] = ()) -> pa.Array:
    """The positions of the rows that speak of something for the first time."""
    keys = [
        rows[name].to_pylist() for name in ("fiscal_year", "province_code", "project_code", *extra)
    ]
    first: dict[tuple, int] = {}
    for position, about in enumerate(zip(*keys, strict=True)):
        first.setdefault(about, position)
    return pa.array(first.values(), WHOLE)


def _steps(table: FormTable, projects: pa.Table) -> pa.Table:
    """A row for each stage with a day; of a stage told in several rows the first one counts."""
    parts = []
    for stage in stages():
        key = stage_key(stage.code)
        days = column(table, key, DAY)
        place = table.column_of.get(key)
        told = (
            projects.append_column("src_col", pa.repeat(_one_based(place), len(days)))
            .append_column("stage", pa.repeat(stage.code, len(days)))
            .append_column("reached_on", days)
            .filter(pc.is_valid(days))
        )
        parts.append(told.take(_first_of_each(told)))
    return pa.concat_tables(parts)


def _one_based(place: int | None) -> pa.Scalar:
    return pa.scalar(None if place is None else place + 1, WHOLE)


def _milestones(table: FormTable, projects: pa.Table) -> pa.Table:
    """A row for each milestone named; one told twice counts as it was told first."""
    milestone = column(table, "milestone", TEXT)
    told = (
        projects.append_column("milestone", milestone)
        .append_column("planned_on", column(table, "planned_on", DAY))
        .append_column("actual_on", column(table, "actual_on", DAY))
        .append_column("weight_pct", column(table, "weight_pct", PERCENT))
        .filter(pc.is_valid(milestone))
    )
    return told.take(_first_of_each(told, ("milestone",)))
