"""The treasury page opens on any store and says what it shows and what is missing."""

from shutil import copyfile

import pytest
import streamlit as st
from given import Given

from ui import settings

VIEWS = (
    {"fy": "2569"},
    {"fy": "2569", "province": "50"},
    {"fy": "2570", "province": "50", "lang": "en"},
    {"fy": "2569", "group": "upper-north-1", "quarter": "1"},
    {"fy": "2569", "province": "50", "district": "5001"},
)
COLUMNS = "province_code | fiscal_year | as_of_on | source | spending_type | budget_thb | committed_thb | disbursed_thb"
SHEETS = {
    2569: f"""
    {COLUMNS} | disbursed_rank
    50 | 2569 | 2026-09-30 | province   | capital | 1000000 | 100000 | 600000  | 24
    50 | 2569 | 2026-09-30 | carry_over | capital | 9000000 | 0      | 9000000 |
    """,
    2570: f"""
    {COLUMNS}
    50 | 2570 | 2026-12-31 | province   | capital | 1000000 | 100000 | 30000
    """,
}
REQUESTS = """
    area_code | fiscal_year | plan | project | project_key | requested_thb | allocated_thb
    50        | 2570        | ก    | ถนน     | ถนน         | 1000000       | 600000
"""


@pytest.fixture
def funded(filled, tmp_path, monkeypatch):
    """A copy of the store of the other pages, with the treasury's sheets and a request."""
    path = tmp_path / "funded.duckdb"
    copyfile(filled, path)
    store = Given(path)
    store.count = 2000
    for year, sheet in SHEETS.items():
        store.sent("money_monthly", agency="คลัง", fy=year, fact_money_monthly=sheet)
    store.sent("budget_requests", fy=2570, fact_budget_request=REQUESTS)
    store.con.close()
    monkeypatch.setenv("PSD_DB", str(path))
    for cache in (settings.load.cache_clear, st.cache_data.clear, st.cache_resource.clear):
        cache()
    return path


@pytest.mark.parametrize("view", VIEWS)
def test_the_page_opens_on_an_empty_store(empty, opened, view):
    opened("treasury", **view)


@pytest.mark.parametrize("view", VIEWS)
def test_the_page_opens_on_a_store_with_money(funded, opened, view):
    assert opened("treasury", **view).subheader


def said(elements) -> list[str]:
    """The texts without the backslashes that keep them from being markup."""
    return [each.value.replace("\\", "") for each in elements]


def test_the_first_sentence_leaves_carry_over_out_of_the_rate(funded, opened):
    page = opened("treasury", fy="2569", province="50")
    assert said(page.subheader)[0].startswith("เบิกจ่าย 60.0% (▼ ต่ำกว่าเป้า 33.0 จุด) ใช้จ่าย 70.0%")


def test_a_delayed_year_without_a_target_says_both(funded, opened):
    page = opened("treasury", fy="2570", province="50")
    assert any("2570" in text and "ล่าช้า" in text for text in said(page.warning))
    assert any("ยังไม่ได้บันทึกเป้าหมายเบิกจ่ายตามมติ ครม." in text for text in said(page.subheader))
    assert any("20.3%" in text for text in said(page.caption))


def test_requests_run_ahead_of_the_year_that_is_looked_at(funded, opened):
    page = opened("treasury", fy="2569", province="50")
    assert any(text.startswith("ปี 2570 ขอ 1 ล้านบาท") for text in said(page.subheader))
