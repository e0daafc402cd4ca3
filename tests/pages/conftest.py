"""Pages as a reader opens them: on an empty store, and on one with a little of everything."""

from pathlib import Path

import pytest
import streamlit as st
from given import Given
from streamlit.testing.v1 import AppTest

from store import open_store
from ui import settings

ROOT = Path(__file__).parents[2]
MAIN = ROOT / "ui" / "main.py"


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """The pages read a database without submissions."""
    path = tmp_path / "empty.duckdb"
    open_store(path).close()
    yield from _in_use(path, monkeypatch)


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """Two provinces of one group, two fiscal years and the start of a third, a national statistic."""
    path = tmp_path_factory.mktemp("filled") / "full.duckdb"
    store = Given(path)
    for fiscal_year in (2568, 2569):
        for province in ("50", "52"):
            _send_a_year(store, province, fiscal_year)
    _send_results(store, "50", 2570)
    _send_products(store)
    store.con.close()
    return path


@pytest.fixture
def full(filled, monkeypatch):
    """The pages read the filled database; they only read, so that one serves all tests."""
    yield from _in_use(filled, monkeypatch)


@pytest.fixture
def opened():
    """Opens a page by name with filter codes in its address; an exception on it fails the test."""

    def open_page(name: str, **codes: str) -> AppTest:
        # The first run, of the default page, tells the test which pages there are.
        page = AppTest.from_file(MAIN, default_timeout=60).run()
        page.switch_page(f"../pages/executive/{name}.py")
        page.query_params.update(codes)
        page.run()
        assert not page.exception, [error.message for error in page.exception]
        return page

    return open_page


def _in_use(path, monkeypatch):
    monkeypatch.setenv("PSD_DB", str(path))
    _forget()
    yield path
    _forget()


def _forget():
    settings.load.cache_clear()
    st.cache_data.clear()
    st.cache_resource.clear()


def _send_a_year(store: Given, province: str, fiscal_year: int) -> None:
    store.sent(
        "kpi_targets",
        area=province,
        fy=fiscal_year,
        fact_indicator=f"""
        area_code  | kpi | unit | unit_kind | direction | target_total | target_year_from | target_year_to | submission_style
        {province} | ท่องเที่ยว | ร้อยละ | growth | higher | 10 | 2568 | 2569 |
        {province} | อุบัติเหตุ | ราย | count | lower | | 2568 | 2569 | period
        """,
        fact_target=f"""
        area_code  | kpi_code | fiscal_year | target
        {province} | {province}/ท่องเที่ยว | 2568 | 10
        {province} | {province}/ท่องเที่ยว | 2569 | 10
        {province} | {province}/อุบัติเหตุ | 2568 | 90
        {province} | {province}/อุบัติเหตุ | 2569 | 80
        """,
    )
    _send_results(store, province, fiscal_year)
    store.sent(
        "projects",
        area=province,
        fy=fiscal_year,
        fact_project=f"""
        fiscal_year | province_code | district_code | project_code | plan | allocated_thb
        {fiscal_year} | {province} | {province}01 | p1 | แผนงานน้ำ | 100
        {fiscal_year} | {province} | {province}02 | p2 | แผนงานดิน | 300
        """,
        fact_project_quarter=f"""
        fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
        {fiscal_year} | 1 | {province} | แผนงานน้ำ | p1 | 100 | 12
        {fiscal_year} | 1 | {province} | แผนงานดิน | p2 | 300 | 30
        """,
    )
    store.sent(
        "community_plans",
        area=province,
        fy=fiscal_year,
        fact_community_plan=f"""
        fiscal_year | province_code | district_code | village | accounts_pct | attending_pct | local_government_joined | written_plan
        {fiscal_year} | {province} | {province}01 | บ้านหนึ่ง | 80 | 90 | true | true
        {fiscal_year} | {province} | {province}01 | บ้านสอง | 80 | 60 | true | true
        {fiscal_year} | {province} | {province}02 | บ้านสาม | 10 | 20 | false | true
        """,
    )


def _send_results(store: Given, province: str, fiscal_year: int) -> None:
    store.sent(
        "kpi_results",
        area=province,
        fy=fiscal_year,
        quarter=1,
        fact_kpi_result=f"""
        area_code  | kpi | unit | unit_kind | fiscal_year | quarter | actual
        {province} | ท่องเที่ยว | ร้อยละ | growth | {fiscal_year} | 1 | 4
        {province} | อุบัติเหตุ | ราย | count | {fiscal_year} | 1 | 30
        """,
    )


def _send_products(store: Given) -> None:
    rows = "\n".join(
        f"{province} | {year} | gpp | {price} | {value}"
        for province in ("50", "52")
        for price in ("current", "chain_volume")
        for year, value in ((2562, 100_000_000_000), (2563, 110_000_000_000))
    )
    store.sent(
        "area_profile",
        area="TH",
        fact_area_measure=f"area_code | year_be | measure | price | value\n{rows}",
    )
