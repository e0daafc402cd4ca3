"""Problems, surveys, the catalogue of data and local heritage as facts."""

import pyarrow as pa

from loaders.facts.columns import DAY, TEXT, WHOLE, column, keys_of
from loaders.table import FormTable

_PROBLEM_TEXTS = (
    *("problem_area", "sub_area", "problem", "proposal", "raised_in", "problem_state", "owner"),
)
_DATASET_TEXTS = ("dataset", "source_kind", "owner", "frequency", "data_quality", "note")
_ASSET_TEXTS = ("asset_kind", "asset", "risk_level", "custodian")


def problems(table: FormTable) -> dict[str, pa.Table]:
    """fact_problem, a row a problem."""
    texts = {key: column(table, key, TEXT) for key in _PROBLEM_TEXTS}
    fact = {
        **texts,
        "src_row": column(table, "src_row", WHOLE),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "area_code": column(table, "area", TEXT),
        "district_code": column(table, "district", TEXT),
        "problem_key": keys_of(texts["problem"]),
        "raised_on": column(table, "raised_on", DAY),
        "solved_on": column(table, "solved_on", DAY),
    }
    return {"fact_problem": pa.table(fact)}


def surveys(table: FormTable) -> dict[str, pa.Table]:
    """fact_survey, a row a subject and period."""
    fact = {
        "src_row": column(table, "src_row", WHOLE),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "quarter": column(table, "quarter", WHOLE),
        "area_code": column(table, "area", TEXT),
        "subject": column(table, "subject", TEXT),
        "agency": column(table, "agency", TEXT),
        "respondent_count": column(table, "respondent_count", pa.int64()),
        "satisfied_count": column(table, "satisfied_count", pa.int64()),
        "surveyed_on": column(table, "surveyed_on", DAY),
    }
    return {"fact_survey": pa.table(fact)}


def datasets(table: FormTable) -> dict[str, pa.Table]:
    """fact_dataset, a row a dataset."""
    texts = {key: column(table, key, TEXT) for key in _DATASET_TEXTS}
    fact = {
        **texts,
        "src_row": column(table, "src_row", WHOLE),
        "area_code": column(table, "area", TEXT),
        "dataset_key": keys_of(texts["dataset"]),
        "updated_on": column(table, "updated_on", DAY),
    }
    return {"fact_dataset": pa.table(fact)}


def cultural_assets(table: FormTable) -> dict[str, pa.Table]:
    """fact_cultural_asset, a row a piece of heritage and year."""
    texts = {key: column(table, key, TEXT) for key in _ASSET_TEXTS}
    fact = {
        **texts,
        "src_row": column(table, "src_row", WHOLE),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "province_code": column(table, "province", TEXT),
        "district_code": column(table, "district", TEXT),
        "asset_key": keys_of(texts["asset"]),
        "youth_count": column(table, "youth_count", pa.int64()),
    }
    return {"fact_cultural_asset": pa.table(fact)}
