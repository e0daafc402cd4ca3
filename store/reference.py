"""Filling the reference tables from the committed facts, after checking that they hold together."""

import datetime as dt
from collections import Counter, defaultdict

import duckdb
import pyarrow as pa

from store.areas import all_areas, group_members
from store.reference_files import ReferenceDataError, read_rows

_TEXT, _WHOLE, _DAY, _FLAG = pa.string(), pa.int32(), pa.date32(), pa.bool_()
_PERCENT = pa.decimal128(9, 4)

# table -> (file, columns, key), in the order of the schema steps.
_TABLES: dict[str, tuple[str, dict[str, pa.DataType], tuple[str, ...]]] = {
    "group_member": (
        "province_group_members",
        {"group_code": _TEXT, "province_code": _TEXT, "valid_from": _DAY, "valid_to": _DAY},
        ("province_code", "valid_from"),
    ),
    "tile_map": (
        "tile_map",
        {
            "province_code": _TEXT,
            "tile_column": _WHOLE,
            "tile_row": _WHOLE,
            "short_th": _TEXT,
            "short_en": _TEXT,
        },
        ("province_code",),
    ),
    "disbursement_target": (
        "disbursement_targets",
        {
            "fiscal_year": _WHOLE,
            "quarter": _WHOLE,
            "measure": _TEXT,
            "spending_type": _TEXT,
            "target_pct": _PERCENT,
            "source": _TEXT,
            "verified": _FLAG,
            "projection": _FLAG,
        },
        ("fiscal_year", "quarter", "measure", "spending_type"),
    ),
    "fiscal_year_note": (
        "fiscal_years",
        {"fiscal_year": _WHOLE, "delayed_budget": _FLAG, "note": _TEXT},
        ("fiscal_year",),
    ),
    "kpi_limit": (
        "kpi_limits",
        {
            "owner_level": _TEXT,
            "fiscal_year_from": _WHOLE,
            "fiscal_year_to": _WHOLE,
            "max_count": _WHOLE,
        },
        ("owner_level", "fiscal_year_from"),
    ),
    "grade_rule": (
        "grade_rules",
        {
            "rule_version": _TEXT,
            "fiscal_year_from": _WHOLE,
            "criterion_no": _WHOLE,
            "criterion_key": _TEXT,
            "threshold_pct": _PERCENT,
            "name_th": _TEXT,
            "name_en": _TEXT,
        },
        ("rule_version", "criterion_no"),
    ),
    "grade_band": (
        "grade_bands",
        {
            "rule_version": _TEXT,
            "grade": _TEXT,
            "min_met": _WHOLE,
            "max_met": _WHOLE,
            "name_th": _TEXT,
            "name_en": _TEXT,
        },
        ("rule_version", "grade"),
    ),
    "risk_band": (
        "risk_bands",
        {"risk_level": _TEXT, "min_score": _WHOLE, "max_score": _WHOLE, "level_order": _WHOLE},
        ("risk_level",),
    ),
    "project_stage": (
        "project_stages",
        {"stage": _TEXT, "stage_order": _WHOLE, "actor_level": _TEXT},
        ("stage",),
    ),
    "named_period": (
        "named_periods",
        {
            "named_period": _TEXT,
            "fiscal_year": _WHOLE,
            "starts_on": _DAY,
            "ends_on": _DAY,
            "source": _TEXT,
            "verified": _FLAG,
        },
        ("named_period", "fiscal_year"),
    ),
    "kpi_scheme_node": (
        "kpi_scheme_nodes",
        {
            "scheme": _TEXT,
            "node_code": _TEXT,
            "parent_code": _TEXT,
            "name_th": _TEXT,
            "name_en": _TEXT,
            "sort_order": _WHOLE,
        },
        ("scheme", "node_code"),
    ),
    "kpi_topic_word": (
        "kpi_topic_words",
        {"word": _TEXT, "unless": _TEXT, "topic_code": _TEXT},
        ("word", "topic_code"),
    ),
    "kpi_topic_link": (
        "kpi_topic_links",
        {"topic_code": _TEXT, "scheme": _TEXT, "node_code": _TEXT},
        ("topic_code", "scheme", "node_code"),
    ),
    "kpi_base_year": (
        "kpi_base_years",
        {
            "fiscal_year_from": _WHOLE,
            "fiscal_year_to": _WHOLE,
            "base_year_from": _WHOLE,
            "base_year_to": _WHOLE,
            "source": _TEXT,
        },
        ("fiscal_year_from",),
    ),
}

_GROUPING_OF_2560 = dt.date(2017, 11, 17)
_PROVINCES_BY_REGION_2560 = {
    "ภาคเหนือ": 17,
    "ภาคตะวันออกเฉียงเหนือ": 20,
    "ภาคกลาง": 17,
    "ภาคตะวันออก": 8,
    "ภาคใต้": 11,
    "ภาคใต้ชายแดน": 3,
}


def load_reference(con: duckdb.DuckDBPyConnection) -> None:
    """Replaces the content of every reference table, within the transaction of the caller.

    Raises ReferenceDataError, before anything is changed, when a key repeats, a code means no
    area, or the grouping of 2560 does not hold 17 + 20 + 17 + 8 + 11 + 3 = 76 provinces.
    """
    rows_by_table = {table: read_rows(file) for table, (file, _, _) in _TABLES.items()}
    for table, (file, _, key) in _TABLES.items():
        require_unique(file, rows_by_table[table], key)
    require_unique("areas", [{"code": area.code} for area in all_areas()], ("code",))
    require_known_areas(rows_by_table["group_member"] + rows_by_table["tile_map"])
    require_grouping_of_2560()
    _replace(con, "area", _area_table())
    for table, (_, columns, _) in _TABLES.items():
        _replace(con, table, _typed(rows_by_table[table], columns))


def require_unique(file: str, rows: list[dict[str, str]], key: tuple[str, ...]) -> None:
    """Raises ReferenceDataError naming the keys that more than one row of the file carries."""
    counts = Counter(tuple(row[column] for column in key) for row in rows)
    if repeated := [values for values, count in counts.items() if count > 1]:
        raise ReferenceDataError(f"{file}: more than one row for {repeated}")


def require_known_areas(rows: list[dict[str, str]]) -> None:
    """Raises ReferenceDataError naming the group and province codes that mean no area."""
    known = {area.code for area in all_areas()}
    used = {
        row[column] for row in rows for column in ("group_code", "province_code") if column in row
    }
    if unknown := used - known:
        raise ReferenceDataError(f"codes of no area: {sorted(unknown)}")


def require_grouping_of_2560() -> None:
    """Raises ReferenceDataError when the provinces per region are not those announced in 2560."""
    counted: dict[str, int] = defaultdict(int)
    for group in read_rows("province_groups"):
        members = group_members(group["group_code"], _GROUPING_OF_2560)
        counted[group["region_th"]] += len(members)
    if counted != _PROVINCES_BY_REGION_2560:
        raise ReferenceDataError(f"province_group_members: provinces per region {dict(counted)}")


def _area_table() -> pa.Table:
    areas = all_areas()
    return pa.table(
        {
            "area_code": [area.code for area in areas],
            "level": [area.level for area in areas],
            "name_th": [area.name_th for area in areas],
            "name_en": [area.name_en for area in areas],
            "parent_code": [area.parent for area in areas],
            "sort_order": pa.array(range(len(areas)), _WHOLE),
        }
    )


def _typed(rows: list[dict[str, str]], columns: dict[str, pa.DataType]) -> pa.Table:
    texts = {name: pa.array([row[name] or None for row in rows], _TEXT) for name in columns}
    return pa.table({name: texts[name].cast(kind) for name, kind in columns.items()})


def _replace(con: duckdb.DuckDBPyConnection, table: str, content: pa.Table) -> None:
    columns = ", ".join(content.column_names)
    con.execute(f"delete from {table}")
    con.register("reference_rows", content)
    con.execute(f"insert into {table} ({columns}) select {columns} from reference_rows")
    con.unregister("reference_rows")
