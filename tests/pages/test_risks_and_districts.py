"""The pages about risks, assessments and districts open on any store and say what they show."""

import shutil

import pytest
import streamlit as st
from given import Given

from ui import settings

PAGES = ("risks", "assessments", "districts")
VIEWS = (
    {"fy": "2569"},
    {"fy": "2569", "province": "50"},
    {"fy": "2569", "province": "50", "district": "5001"},
    {"fy": "2569", "province": "50", "lang": "en"},
    {"fy": "2569", "group": "upper-north-1", "quarter": "1"},
)


@pytest.fixture(scope="module")
def with_reviews(filled, tmp_path_factory):
    """The store of the other pages, with risks of two quarters, assessments and surveillance."""
    path = tmp_path_factory.mktemp("reviewed") / "full.duckdb"
    shutil.copy(filled, path)
    store = Given(path)
    store.count = 2000
    for quarter, likelihood in ((1, 2), (2, 4)):
        store.sent(
            "risks",
            quarter=quarter,
            fact_risk=f"""
            area_code | fiscal_year | quarter | risk | risk_key | likelihood | impact | kpi | kpi_key
            50 | 2569 | {quarter} | น้ำ <b>ท่วม | น้ำท่วม | {likelihood} | 5 | |
            """,
        )
    store.sent(
        "assessments",
        quarter=1,
        fact_assessment="""
        area_code | fiscal_year | quarter | agency | kpi | kpi_key | assessor | score | self_score
        50 | 2569 | 1 | พาณิชย์ | ท่องเที่ยว | ท่องเที่ยว | จังหวัด | 3 | 5
        """,
    )
    store.sent(
        "district_surveillance",
        fact_district_surveillance="""
        fiscal_year | quarter | named_period | province_code | district_code | subdistrict | subdistrict_key | risk_type | risk_level | has_plan | incident_count | registered_count | relieved_count
        2569 | 1 | | 50 | 5001 | | | accident | very_high | true | 9 | |
        2569 | 1 | | 50 | 5001 | | | disaster | low | false | 0 | 10 | 7
        2569 | 1 | | 50 | 5002 | ก | ก | crime | | | 8 | |
        2569 | 1 | | 50 | 5002 | ข | ข | crime | | | 2 | |
        2569 | | songkran | 50 | 5001 | | | accident | | | 9 | |
        """,
    )
    store.sent(
        "area_profile",
        fact_area_measure="area_code | year_be | measure | value\n5001 | 2568 | population | 30000",
    )
    store.con.close()
    return path


@pytest.fixture
def reviewed(with_reviews, monkeypatch):
    """The pages read that store."""
    monkeypatch.setenv("PSD_DB", str(with_reviews))
    _forget()
    yield with_reviews
    _forget()


def _forget():
    settings.load.cache_clear()
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_an_empty_store(empty, opened, name, view):
    opened(name, **view)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_a_store_with_reviews(reviewed, opened, name, view):
    assert opened(name, **view).subheader


def said(page):
    return " | ".join(heading.value.replace("\\", "") for heading in page.subheader)


def test_red_indicators_without_risk_come_first(reviewed, opened):
    page = opened("risks", fy="2569", province="50")
    assert "ยังไม่มีความเสี่ยงหรือข้อสั่งการรองรับ" in page.subheader[0].value
    assert "เพิ่มขึ้น 1" in said(page)


def test_a_province_shows_its_districts_and_a_district_itself(reviewed, opened):
    assert "1 จาก 2 อำเภอเสี่ยงสูง" in said(opened("districts", fy="2569", province="50"))
    page = opened("districts", fy="2569", province="50", district="5001")
    assert said(page).startswith("เมืองเชียงใหม่: ความเสี่ยงสูงสุด ▼ สูงมาก")
    assert "ยังไม่ได้รับความช่วยเหลือ 3 จาก 10 ครัวเรือน" in said(page)


def test_assessors_and_agencies_are_compared(reviewed, opened):
    page = opened("assessments", fy="2569", province="50")
    assert "ตรงกัน 0 จาก 1 เรื่องที่เทียบได้" in said(page)
