"""Budget by plan (form 4) and projects with their spending (form 3) as facts."""

from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from loaders.facts.columns import (
    DAY,
    FLAG,
    MONEY,
    NUMBER,
    TEXT,
    WHOLE,
    canonical,
    choice_codes,
    codes_or_made,
    column,
    converted,
    keys_of,
    rows_of_series,
    series_of,
)
from loaders.table import FormTable

# What a project row holds under the same name as its fact, by type.
_PROJECT_COLUMNS = {
    TEXT: (
        "subdistrict village project strategic_issue plan kpi_code policy agency implementer kind "
        "spending_type stage highlight"
    ),
    MONEY: "allocated_thb committed_thb",
    NUMBER: "progress_pct screen_1 screen_2 screen_3 screen_4 screen_5 staff_planned staff_actual",
    DAY: "stage_date start_date end_date",
    pa.int64(): "beneficiaries",
    FLAG: "best_practice",
    WHOLE: "fiscal_year",
}
_SHARED_WITH_QUARTER = [
    "fiscal_year",
    "province_code",
    "district_code",
    "issue_key",
    "plan_key",
    "plan",
    "project_code",
    "source",
    "spending_type",
    "allocated_thb",
]


def budget_by_plan(table: FormTable) -> dict[str, pa.Table]:
    """fact_budget_plan, a row a plan; `ordinal` is its place among the rows of the table."""
    plan = column(table, "plan", TEXT)
    fact = pa.table(
        {
            "src_row": column(table, "src_row", WHOLE),
            "area_code": column(table, "area", TEXT),
            "fiscal_year": column(table, "fiscal_year", WHOLE),
            "plan": plan,
            "plan_key": keys_of(canonical(table, "plan", plan)),
            "ordinal": pa.array(range(1, len(plan) + 1), WHOLE),
            "project_count": column(table, "project_count", pa.int64()),
            "budget_thb": column(table, "budget_thb", MONEY),
            "share_pct_reported": column(table, "share_pct_reported", NUMBER),
        }
    )
    return {"fact_budget_plan": fact}


def projects(table: FormTable) -> dict[str, pa.Table]:
    """fact_project, a row a project, and fact_project_quarter, a row for each quarter reported."""
    named = {
        key: column(table, key, kind)
        for kind, keys in _PROJECT_COLUMNS.items()
        for key in keys.split()
    }
    province = column(table, "province", TEXT)
    year = named["fiscal_year"].cast(TEXT)
    code = column(table, "project_code", TEXT)
    fact = pa.table(
        {
            **named,
            "src_row": column(table, "src_row", WHOLE),
            "province_code": province,
            "district_code": column(table, "district", TEXT),
            "project_code": codes_or_made(code, province, year, named["project"], named["agency"]),
            "issue_key": keys_of(canonical(table, "strategic_issue", named["strategic_issue"])),
            "plan_key": keys_of(canonical(table, "plan", named["plan"])),
            "source": choice_codes(table, "source"),
        }
    )
    return {"fact_project": fact, "fact_project_quarter": _spending(table, fact)}


def _spending(table: FormTable, project: pa.Table) -> pa.Table:
    """Disbursed to the end of each quarter, adding up where the sheet gives single quarters.

    What is committed is known as of the newest quarter only, so it stands there and not earlier.
    """
    cells = pa.concat_tables(
        [
            series_of(table, ["disbursed_thb"]),
            _accumulated(series_of(table, ["disbursed_in_quarter_thb"])),
        ]
    ).combine_chunks()
    of_project = project.take(rows_of_series(table, cells))
    newest = cells.group_by("src_row").aggregate([("quarter", "max")])
    newest_quarter = newest["quarter_max"].take(pc.index_in(cells["src_row"], newest["src_row"]))
    is_newest = pc.equal(cells["quarter"], newest_quarter)
    return pa.table(
        {
            **{name: of_project[name] for name in _SHARED_WITH_QUARTER},
            "src_row": cells["src_row"].cast(WHOLE),
            "src_col": cells["src_col"].cast(WHOLE),
            "quarter": cells["quarter"].cast(WHOLE),
            "committed_thb": pc.if_else(
                is_newest, of_project["committed_thb"], pa.scalar(None, MONEY)
            ),
            "disbursed_thb": converted(cells["value"].combine_chunks(), MONEY),
        }
    )


def _accumulated(cells: pa.Table) -> pa.Table:
    """Cells of single quarters → the sum so far; a gap ends the sum, for it cannot be known."""
    ordered = cells.sort_by([("src_row", "ascending"), ("quarter", "ascending")])
    sums: list[Decimal | None] = []
    row, last, total = None, 0, Decimal(0)
    for src_row, quarter, value in zip(
        *(ordered[name].to_pylist() for name in ("src_row", "quarter", "value")), strict=True
    ):
        if src_row != row:
            row, last, total = src_row, 0, Decimal(0)
        total = total + value if total is not None and quarter == last + 1 else None
        last = quarter
        sums.append(total)
    place = ordered.schema.get_field_index("value")
    summed = ordered.set_column(place, "value", pa.array(sums, ordered.schema.field(place).type))
    return summed.filter(pc.is_valid(summed["value"]))
