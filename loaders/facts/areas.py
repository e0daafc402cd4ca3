"""Villages (form 5), grade summaries (6), area profiles (7) and strategies (10) as facts."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from loaders.facts.columns import (
    DAY,
    FLAG,
    NUMBER,
    PERCENT,
    TEXT,
    WHOLE,
    codes_or_made,
    column,
    constant,
    converted,
    keys_of,
    mapped,
    rows_of_series,
    series_of,
)
from loaders.table import FormTable
from thai.digits import to_arabic

_REVISED_IN = re.compile(r"ทบทวน[^\d]{0,20}(25\d\d)")
_SECTOR = re.compile(r"gpp_(?!per_head)(\w+)_thb")
# Columns of a profile that say which row it is, not how much of something there is.
_PROFILE_IDENTITY = {"area", "province", "district", "year", "price", "src_row"}


def community_plans(table: FormTable) -> dict[str, pa.Table]:
    """fact_community_plan, a row a village and year; shares of households where only counts came."""
    texts = ("subdistrict", "village_code", "village", "grade_reported", "assessor")
    fact = pa.table(
        {
            "src_row": column(table, "src_row", WHOLE),
            "fiscal_year": column(table, "fiscal_year", WHOLE),
            "province_code": column(table, "province", TEXT),
            "district_code": column(table, "district", TEXT),
            **{key: column(table, key, TEXT) for key in texts},
            "village_no": column(table, "village_no", WHOLE),
            "households": column(table, "households", WHOLE),
            "accounts_pct": _share(table, "accounts_pct", "households_with_accounts"),
            "attending_pct": _share(table, "attending_pct", "households_attending"),
            "local_government_joined": column(table, "local_government_joined", FLAG),
            "written_plan": column(table, "written_plan", FLAG),
            "assessed_on": column(table, "assessed_on", DAY),
        }
    )
    return {"fact_community_plan": fact}


def community_plan_grades(table: FormTable) -> dict[str, pa.Table]:
    """fact_grade_summary, a row an area, year and grade."""
    fact = pa.table(
        {
            "src_row": column(table, "src_row", WHOLE),
            "area_code": column(table, "area", TEXT),
            "district_code": column(table, "district", TEXT),
            "fiscal_year": column(table, "fiscal_year", WHOLE),
            "grade": column(table, "grade", TEXT),
            "village_count": column(table, "village_count", pa.int64()),
            "share_pct_reported": column(table, "share_pct_reported", PERCENT),
        }
    )
    return {"fact_grade_summary": fact}


def area_profile(table: FormTable) -> dict[str, pa.Table]:
    """fact_area_measure, a row for each cell of a profile that holds a figure."""
    areas = pa.table(
        {
            "src_row": column(table, "src_row", WHOLE),
            "area_code": pc.coalesce(
                column(table, "district", TEXT),
                column(table, "area", TEXT),
                column(table, "province", TEXT),
            ),
            "year_be": column(table, "year", WHOLE),
            "price": column(table, "price", TEXT),
        }
    )
    keys = [
        item.key
        for item in table.form.columns
        if item.key not in _PROFILE_IDENTITY and item.repeat is None
    ]
    parts = [
        _measured(areas, key, column(table, key, NUMBER), table.column_of[key] + 1)
        for key in keys
        if key in table.column_of
    ]
    return {"fact_area_measure": pa.concat_tables([*parts, _measured_series(table, areas)])}


def strategy(table: FormTable) -> dict[str, pa.Table]:
    """fact_strategy_node, a row a node; a node without a code gets one of its type and words."""
    owner, title = column(table, "plan_owner", TEXT), column(table, "title", TEXT)
    plan, node_type = column(table, "plan_name", TEXT), column(table, "node_type", TEXT)
    codes = column(table, "node_code", TEXT)
    fact = pa.table(
        {
            "src_row": column(table, "src_row", WHOLE),
            "owner_area_code": owner,
            "plan_name": plan,
            "year_from": column(table, "year_from", WHOLE),
            "year_to": column(table, "year_to", WHOLE),
            "node_type": node_type,
            "ordinal": column(table, "ordinal", TEXT),
            "node_code": codes_or_made(codes, owner, plan, node_type, title),
            "title": title,
            "title_key": keys_of(title),
            "corrected_title": column(table, "corrected_title", TEXT),
            "parent_code": column(table, "parent", TEXT),
            "linked_to": column(table, "linked_to", TEXT),
            "priority": column(table, "priority", WHOLE),
            "revision": _revisions(column(table, "revision", WHOLE), plan),
            "work_stream": column(table, "work_stream", TEXT),
            "afp": column(table, "afp", TEXT),
        }
    )
    return {"fact_strategy_node": fact}


def _revisions(stated: pa.Array, plan: pa.Array) -> pa.Array:
    """The stated year of revision, else the one the plan's name tells: "(ทบทวน ๒๕๖๔)"."""
    return pc.coalesce(stated, mapped(plan, _revised_in).cast(WHOLE))


def _revised_in(plan_name: str) -> str | None:
    found = _REVISED_IN.search(to_arabic(plan_name))
    return found and found[1]


def _share(table: FormTable, share_key: str, count_key: str) -> pa.Array:
    """The stated percentage, else the count of all households; None without households."""
    stated = column(table, share_key, PERCENT)
    count = column(table, count_key, pa.float64())
    households = column(table, "households", pa.float64())
    known = pc.if_else(pc.greater(households, 0), households, pa.scalar(None, pa.float64()))
    computed = pc.round(pc.divide(pc.multiply(count, 100.0), known), 4)
    return pc.coalesce(stated, computed.cast(PERCENT))


def _measured_series(table: FormTable, areas: pa.Table) -> pa.Table:
    """The figures of a profile with a column a year."""
    keys = [item.key for item in table.form.columns if item.repeat is not None]
    parts = [_measured(areas.slice(0, 0), "gpp_thb", pa.array([], NUMBER), 0)]
    for key in keys:
        cells = series_of(table, [key])
        of_area = areas.take(rows_of_series(table, cells))
        years = pc.coalesce(cells["year"].cast(WHOLE), of_area["year_be"])
        of_area = of_area.set_column(of_area.schema.get_field_index("year_be"), "year_be", years)
        part = _measured(of_area, key, converted(cells["value"].combine_chunks(), NUMBER), 0)
        place = part.schema.get_field_index("src_col")
        parts.append(part.set_column(place, "src_col", cells["src_col"].cast(WHOLE)))
    return pa.concat_tables(parts)


def _measured(areas: pa.Table, key: str, values: pa.Array, src_col: int) -> pa.Table:
    """The figures of one column, those that are there."""
    found = _SECTOR.fullmatch(key)
    measure = "gpp" if found else key.removesuffix("_thb")
    priced = measure in ("gpp", "gpp_per_head")
    fact = pa.table(
        {
            "src_row": areas["src_row"],
            "src_col": constant(src_col, WHOLE, areas.num_rows),
            "area_code": areas["area_code"],
            "year_be": areas["year_be"],
            "measure": constant(measure, TEXT, areas.num_rows),
            "sector": constant(found and found[1], TEXT, areas.num_rows),
            "price": areas["price"] if priced else pa.nulls(areas.num_rows, TEXT),
            "value": values,
        }
    )
    return fact.filter(pc.is_valid(fact["value"]))
