"""Evaluation frameworks, performance agreements and bands of reward as facts."""

import pyarrow as pa
import pyarrow.compute as pc

from loaders.facts.columns import (
    NUMBER,
    PERCENT,
    TEXT,
    WHOLE,
    canonical,
    codes_or_made,
    column,
    converted,
    keys_of,
)
from loaders.table import FormTable
from store.areas import COUNTRY

_THRESHOLDS = (
    *(f"score_{level}" for level in range(1, 6)),
    *("score_minimum", "score_standard", "score_advanced"),
)


def evaluation_framework(table: FormTable) -> dict[str, pa.Table]:
    """fact_evaluation_item, a row an item or one of its indicators.

    A framework that names no area is for the whole country. An item is the same in two years when
    its declared identity is, else its name; its number says nothing.
    """
    areas, item = _owners(table), column(table, "item", TEXT)
    item_keys = keys_of(item)
    fact = {
        **_of_year(table, areas),
        **{key: column(table, key, TEXT) for key in ("dimension_group", "dimension_no", "item_no")},
        "dimension": column(table, "dimension", TEXT),
        "dimension_key": keys_of(column(table, "dimension", TEXT)),
        "dimension_weight_pct": converted(column(table, "dimension_weight_pct", NUMBER), PERCENT),
        "item": item,
        "item_key": item_keys,
        "item_identity": pc.coalesce(column(table, "item_identity", TEXT), item_keys),
        **_scored(table, areas),
    }
    return {"fact_evaluation_item": pa.table(fact)}


def agreements(table: FormTable) -> dict[str, pa.Table]:
    """fact_agreement, a row an indicator of a position."""
    areas = column(table, "area", TEXT)
    signer, superior = column(table, "signer", TEXT), column(table, "superior", TEXT)
    fact = {
        **_of_year(table, areas),
        "signer": signer,
        "signer_key": keys_of(signer),
        "role": column(table, "role", TEXT),
        "superior": superior,
        "superior_key": keys_of(superior),
        **_scored(table, areas),
        "actual": column(table, "actual", NUMBER),
        "self_score": converted(column(table, "self_score", NUMBER), PERCENT),
    }
    return {"fact_agreement": pa.table(fact)}


def reward_bands(table: FormTable) -> dict[str, pa.Table]:
    """fact_reward_band, a row a band; bands that name no area are for the whole country."""
    fact = {
        **_of_year(table, _owners(table)),
        **{key: column(table, key, TEXT) for key in ("score_scale", "band", "reward")},
        "score_from": converted(column(table, "score_from", NUMBER), PERCENT),
    }
    return {"fact_reward_band": pa.table(fact)}


def _owners(table: FormTable) -> pa.Array:
    return pc.fill_null(column(table, "area", TEXT), COUNTRY)


def _of_year(table: FormTable, areas: pa.Array) -> dict[str, pa.Array]:
    return {
        "src_row": column(table, "src_row", WHOLE),
        "area_code": areas,
        "fiscal_year": column(table, "fiscal_year", WHOLE),
    }


def _scored(table: FormTable, areas: pa.Array) -> dict[str, pa.Array]:
    """The indicator of a row and how it is scored. A code is made as for results without one, so
    that both meet; a row of the whole country meets them by name only."""
    kpi = column(table, "kpi", TEXT)
    names = canonical(table, "kpi", kpi)
    given = column(table, "kpi_code", TEXT)
    made = codes_or_made(given, areas, names)
    has_own_code = pc.and_(pc.is_valid(kpi), pc.not_equal(areas, COUNTRY))
    return {
        "kpi_code": pc.if_else(has_own_code, made, given),
        "kpi": kpi,
        "kpi_key": keys_of(names),
        "unit": column(table, "unit", TEXT),
        "weight_pct": converted(column(table, "weight_pct", NUMBER), PERCENT),
        "score_scale": column(table, "score_scale", TEXT),
        "score_method": column(table, "score_method", TEXT),
        **{key: column(table, key, NUMBER) for key in _THRESHOLDS},
    }
