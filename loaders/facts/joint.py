"""Indicators measured together with ministries, as facts."""

import pyarrow as pa

from loaders.facts.columns import NUMBER, TEXT, WHOLE, canonical, column, keys_of
from loaders.table import FormTable

_TEXTS = ("topic", "measured_in", "ministry", "kpi", "unit")


def joint_indicators(table: FormTable) -> dict[str, pa.Table]:
    """fact_joint_indicator, a row a topic and province it is measured in."""
    texts = {key: column(table, key, TEXT) for key in _TEXTS}
    fact = {
        **texts,
        "src_row": column(table, "src_row", WHOLE),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "area_code": column(table, "province", TEXT),
        "kpi_key": keys_of(canonical(table, "kpi", texts["kpi"])),
        "national_target": column(table, "national_target", NUMBER),
        "national_actual": column(table, "national_actual", NUMBER),
    }
    return {"fact_joint_indicator": pa.table(fact)}
