"""Indicators with their targets (form 1) and their results (form 2) as facts."""

import pyarrow as pa
import pyarrow.compute as pc

from loaders.facts.columns import (
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    canonical,
    codes_or_made,
    column,
    constant,
    converted,
    keys_of,
    mapped,
    rows_of_series,
    series_of,
)
from loaders.semantics import infer_direction, infer_unit_kind, named_years
from loaders.table import FormTable

_TARGET_TEXTS = [
    "strategic_issue",
    "topic",
    "unit",
    "baseline_unit",
    "target_rule",
    "category",
    "dimension",
    "level",
    "joint_with",
    "policy",
    "owner",
    "submission_style",
    "frequency",
    "time_agg",
    "geo_agg",
    "base_rule",
    "change_measure",
    "score_method",
    "definition",
    "formula",
    "data_source",
    "quality_statement",
    "definition_id",
    "definition_version",
]
_CONSIDERATIONS = ("fits_positioning", "fits_driver", "fits_index")
_TARGET_NUMBERS = ["baseline", "weight", "score_1", "score_2", "score_3", "score_4", "score_5"]
_RESULT_SERIES = ("actual_by_quarter", "actual_by_year", "actual_by_district")


def kpi_targets(table: FormTable) -> dict[str, pa.Table]:
    """fact_indicator, a row an indicator, and fact_target, a row a target year with a value."""
    area, kpi = column(table, "area", TEXT), column(table, "kpi", TEXT)
    texts = {key: column(table, key, TEXT) for key in _TARGET_TEXTS}
    indicator = pa.table(
        {
            **texts,
            **{key: column(table, key, NUMBER) for key in _TARGET_NUMBERS},
            **_totals(table),
            "src_row": column(table, "src_row", WHOLE),
            "area_code": area,
            "kpi_code": _kpi_codes(table, area, kpi),
            "kpi": kpi,
            "kpi_key": keys_of(canonical(table, "kpi", kpi)),
            "issue_key": keys_of(canonical(table, "strategic_issue", texts["strategic_issue"])),
            "unit_kind": _unit_kinds(kpi, texts["unit"]),
            "change_mode": pc.coalesce(
                column(table, "change_mode", TEXT),
                mapped(kpi, lambda name: table.answer("change_mode", name)),
            ),
            "period_basis": column(table, "window", TEXT),
            "base_years": mapped(column(table, "base_years", TEXT), _years_text),
            **{key: column(table, key, FLAG) for key in _CONSIDERATIONS},
            "decimals": column(table, "decimals", WHOLE),
            "definition_from": column(table, "definition_from", WHOLE),
            "direction": pc.coalesce(
                column(table, "direction", TEXT), mapped(kpi, infer_direction)
            ),
            "baseline_year": column(table, "baseline_year", WHOLE),
        }
    )
    cells = series_of(table, ["target"])
    of_indicator = indicator.take(rows_of_series(table, cells))
    target = pa.table(
        {
            "src_row": cells["src_row"].cast(WHOLE),
            "src_col": cells["src_col"].cast(WHOLE),
            "area_code": of_indicator["area_code"],
            "kpi_code": of_indicator["kpi_code"],
            "fiscal_year": cells["year"].cast(WHOLE),
            "target": converted(cells["value"].combine_chunks(), NUMBER),
        }
    )
    return {"fact_indicator": indicator, "fact_target": target}


def kpi_results(table: FormTable) -> dict[str, pa.Table]:
    """fact_kpi_result: a row a result, or one for each quarter, year or district with a column.

    A result not said to be provisional is final; a year not said to be the calendar's is fiscal.
    A numerator and denominator stand on a row with one result only.
    """
    long = _long_results(table)
    if not any(key in _RESULT_SERIES for key in table.series["key"].unique().to_pylist()):
        return {"fact_kpi_result": long}
    cells = series_of(table, _RESULT_SERIES)
    wide = long.take(rows_of_series(table, cells))
    wide = _replaced(wide, "src_col", cells["src_col"].cast(WHOLE))
    wide = _replaced(wide, "actual", converted(cells["value"].combine_chunks(), NUMBER))
    years = pc.coalesce(cells["year"].cast(WHOLE), wide["fiscal_year"])
    wide = _replaced(wide, "fiscal_year", years)
    of_districts = pc.equal(cells["key"], "actual_by_district")
    quarters = pc.if_else(of_districts, wide["quarter"], cells["quarter"].cast(WHOLE))
    wide = _replaced(wide, "quarter", quarters)
    districts = pc.coalesce(cells["district"].cast(TEXT), wide["district_code"])
    wide = _replaced(wide, "district_code", districts)
    for alone in ("numerator", "denominator"):
        wide = _replaced(wide, alone, pa.nulls(wide.num_rows, NUMBER))
    return {"fact_kpi_result": wide}


def _long_results(table: FormTable) -> pa.Table:
    area, kpi = column(table, "area", TEXT), column(table, "kpi", TEXT)
    unit = column(table, "unit", TEXT)
    numbers = ("target", "actual", "numerator", "denominator")
    return pa.table(
        {
            "src_row": column(table, "src_row", WHOLE),
            "src_col": constant(table.column_of.get("actual", 0) + 1, WHOLE, len(kpi)),
            "area_code": area,
            "district_code": column(table, "district", TEXT),
            "kpi_code": _kpi_codes(table, area, kpi),
            "kpi": kpi,
            "kpi_key": keys_of(canonical(table, "kpi", kpi)),
            "unit": unit,
            "unit_kind": _unit_kinds(kpi, unit),
            "fiscal_year": column(table, "fiscal_year", WHOLE),
            "quarter": column(table, "quarter", WHOLE),
            "period_basis": pc.fill_null(column(table, "window", TEXT), "fiscal"),
            **{key: column(table, key, NUMBER) for key in numbers},
            "stored_style": mapped(kpi, lambda name: table.answer("style", name) and "period"),
            "value_status": pc.fill_null(column(table, "value_status", TEXT), "final"),
            "explanation": column(table, "explanation", TEXT),
            "evidence": column(table, "evidence", TEXT),
        }
    )


def _kpi_codes(table: FormTable, area: pa.Array, kpi: pa.Array) -> pa.Array:
    return codes_or_made(column(table, "kpi_code", TEXT), area, canonical(table, "kpi", kpi))


def _unit_kinds(kpi: pa.Array, unit: pa.Array) -> pa.Array:
    """The kind of unit proposed from name and unit, each distinct pair asked once."""
    pairs = list(zip(kpi.to_pylist(), unit.to_pylist(), strict=True))
    kinds = {pair: infer_unit_kind(*pair) for pair in set(pairs)}
    return pa.array([kinds[pair] for pair in pairs], TEXT)


def _years_text(written: str) -> str | None:
    """The years a base is made of as "2553;2554;2555"; None where none can be read."""
    return ";".join(map(str, named_years(written))) or None


def _totals(table: FormTable) -> dict[str, pa.Array]:
    """The target of the whole period: value, words as written, and the years it spans."""
    cells = table.series.filter(pc.equal(table.series["key"], "target_total")).combine_chunks()
    place = pc.index_in(table.rows["src_row"], value_set=cells["src_row"]).combine_chunks()
    stated = {
        "target_total": converted(cells["value"].combine_chunks(), NUMBER),
        "target_total_text": cells["text"].cast(TEXT),
        "target_year_from": cells["year_from"].cast(WHOLE),
        "target_year_to": cells["year"].cast(WHOLE),
    }
    return {name: values.take(place) for name, values in stated.items()}


def _replaced(table: pa.Table, name: str, values: pa.Array) -> pa.Table:
    return table.set_column(table.schema.get_field_index(name), name, values)
