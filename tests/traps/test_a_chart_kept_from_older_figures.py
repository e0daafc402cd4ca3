"""A chart kept for the next reader went on showing what had been withdrawn or asked otherwise."""

import json

import pytest
import streamlit as st
from given import Given
from streamlit.testing.v1 import AppTest

import store
from ui import settings

BUDGETS = """
    area_code  | fiscal_year | plan | project_count | budget_thb
    {province} | 2569        | น้ำ   | 1             | {first}
    {province} | 2569        | ป่า   | 1             | 300
"""


@pytest.fixture
def given(tmp_path, monkeypatch):
    path = tmp_path / "strategy.duckdb"
    monkeypatch.setenv("PSD_DB", str(path))
    _forget()
    written = Given(path)
    written.sent("budget_by_plan", fact_budget_plan=BUDGETS.format(province=50, first=100))
    written.sent(
        "budget_by_plan", area="51", fact_budget_plan=BUDGETS.format(province=51, first=900)
    )
    yield written
    written.con.close()
    _forget()


def script(province):
    from charts import budget_shares
    from charts.headlines import money
    from metrics.scope import Scope
    from ui.panel import panel

    panel(
        "budget_share_by_plan",
        budget_shares.money_and_projects,
        headline=money.largest_plan,
        scope=Scope(province=province, fiscal_year=2569),
    )


def shown(province="50", lang="th"):
    """What another reader sees: the headline, and the chart as it is sent."""
    page = AppTest.from_function(script, args=(province,))
    page.query_params["lang"] = lang
    page.run()
    assert not page.exception, page.exception
    return page.subheader[0].value, json.loads(page.get("plotly_chart")[0].proto.spec)["data"]


def test_what_is_published_later_is_drawn(given):
    before = shown()
    assert shown() == before
    with store.transaction(given.con):
        given.event(1, "withdrawn")
        given.sent("budget_by_plan", fact_budget_plan=BUDGETS.format(province=50, first=1200))

    (headline_before, chart_before), (headline, chart) = before, shown()
    assert ("ป่า" in headline_before, "น้ำ" in headline) == (True, True)
    assert chart != chart_before


def test_each_view_has_its_own_chart(given):
    views = [shown(), shown(province="51"), shown(lang="en")]

    assert all(one != other for place, one in enumerate(views) for other in views[:place])
    assert shown() == views[0]


def _forget():
    settings.load.cache_clear()
    st.cache_data.clear()
    st.cache_resource.clear()
