"""The pages of projects open on any store and lead from the list to one project."""

import pytest
import streamlit as st
from given import Given

PAGES = ("projects", "best_practices")
VIEWS = (
    {"fy": "2569"},
    {"fy": "2569", "group": "upper-north-1", "lang": "en"},
    {"fy": "2569", "province": "50"},
    {"fy": "2569", "province": "50", "district": "5001"},
    {"fy": "2568", "province": "52"},
)


@pytest.fixture
def stepped(full, tmp_path, monkeypatch):
    """Chiang Mai also sent the steps of its projects, one of them worth copying."""
    path = tmp_path / "stepped.duckdb"
    store = Given(path)
    store.sent(
        "projects",
        area="50",
        fact_project="""
        fiscal_year | province_code | district_code | project_code | plan | allocated_thb | progress_pct | best_practice | highlight | village
        2569 | 50 | 5001 | ท่อประปา | น้ำ | 100 | 60 | true | ร่วมมือ; ประหยัด | บ้านหนึ่ง
        2569 | 50 | 5002 | โรงสี | ข้าว | 300 | 10 | | |
        """,
        fact_project_quarter="""
        src_row | fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
        2 | 2569 | 1 | 50 | น้ำ | ท่อประปา | 100 | 12
        """,
    )
    store.sent(
        "projects",
        area="50",
        fy=2568,
        fact_project="""
        fiscal_year | province_code | project_code | plan | allocated_thb
        2568 | 50 | งานเก่า | น้ำ | 10
        """,
    )
    store.sent(
        "project_steps",
        area="50",
        fact_project_detail="""
        fiscal_year | province_code | project_code | project | priority | requested_thb | afp | announced_on | deadline_on
        2569 | 50 | ท่อประปา | ท่อประปา | 1 | 120 | area | 2025-10-01 | 2025-10-08
        2569 | 50 | โรงสี | โรงสี | 2 | 310 | | |
        """,
        fact_project_step="""
        fiscal_year | province_code | project_code | stage | reached_on
        2569 | 50 | ท่อประปา | proposed | 2025-10-05
        2569 | 50 | ท่อประปา | selected | 2025-10-15
        2569 | 50 | โรงสี | approved | 2025-12-01
        """,
        fact_project_milestone="""
        fiscal_year | province_code | project_code | milestone | planned_on | actual_on | weight_pct
        2569 | 50 | ท่อประปา | ขุด | 2025-11-01 | | 100
        """,
    )
    store.con.close()
    monkeypatch.setenv("PSD_DB", str(path))
    st.cache_data.clear()
    st.cache_resource.clear()
    return path


def said(page):
    return " ".join(heading.value for heading in page.subheader)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_an_empty_store_and_says_what_to_do(empty, opened, name, view):
    assert opened(name, **view).text


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_a_store_without_steps(full, opened, name, view):
    opened(name, **view)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_a_store_with_steps(stepped, opened, name, view):
    opened(name, **view)


def test_the_project_that_stands_longest_is_shown_first(stepped, opened):
    page = opened("projects", fy="2569", province="50")
    assert "2 จาก 2 โครงการยังไม่แล้วเสร็จ" in said(page)
    assert "ท่อประปา — ◆ งานนำเงิน 48 จุด" in said(page)
    assert "งวดงานเลยกำหนด 1 จาก 1" in said(page)


@pytest.mark.parametrize("choice", ["curve", "screening", "complete", "kinds", "afp", "overlap"])
def test_every_other_question_about_projects_is_answered(stepped, opened, choice):
    page = opened("projects", fy="2569", province="50")
    before = said(page)
    page.segmented_control(key="projects.more").set_value(choice).run()
    assert not page.exception
    assert said(page) != before or page.text


def test_a_year_without_best_practices_shows_those_of_all_years(stepped, opened):
    page = opened("best_practices", fy="2568", province="50")
    assert [box.value for box in page.info][:1] == ["ปีที่เลือกยังไม่มีแบบอย่าง จึงแสดงทุกปีที่มี"]
    assert any("ประหยัด" in text.value for text in page.markdown)
