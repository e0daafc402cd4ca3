"""The treasury's monthly sheets and requests for budget as facts."""

import pyarrow as pa

from loaders.facts.columns import (
    DAY,
    MONEY,
    TEXT,
    WHOLE,
    canonical,
    choice_codes,
    column,
    keys_of,
)
from loaders.table import FormTable

_SHEET_MONEY = ("budget_thb", "after_transfers_thb", "committed_thb", "disbursed_thb")


def money_monthly(table: FormTable) -> dict[str, pa.Table]:
    """fact_money_monthly, a row a day, spending unit, source and spending type."""
    fact = {
        "src_row": column(table, "src_row", WHOLE),
        "province_code": column(table, "province", TEXT),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "as_of_on": column(table, "as_of", DAY),
        "spender": column(table, "spender", TEXT),
        "source": choice_codes(table, "source"),
        "spending_type": column(table, "spending_type", TEXT),
        **{key: column(table, key, MONEY) for key in _SHEET_MONEY},
        **{key: column(table, key, WHOLE) for key in ("disbursed_rank", "spent_rank")},
    }
    return {"fact_money_monthly": pa.table(fact)}


def budget_requests(table: FormTable) -> dict[str, pa.Table]:
    """fact_budget_request, a row a project asked for."""
    named = {
        key: column(table, key, TEXT)
        for key in ("strategic_issue", "plan", "project", "agency", "cut_reason")
    }
    fact = {
        **named,
        "src_row": column(table, "src_row", WHOLE),
        "area_code": column(table, "area", TEXT),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "issue_key": keys_of(canonical(table, "strategic_issue", named["strategic_issue"])),
        "plan_key": keys_of(canonical(table, "plan", named["plan"])),
        "project_key": keys_of(named["project"]),
        "priority": column(table, "priority", WHOLE),
        "requested_thb": column(table, "requested_thb", MONEY),
        "allocated_thb": column(table, "allocated_thb", MONEY),
    }
    return {"fact_budget_request": pa.table(fact)}
