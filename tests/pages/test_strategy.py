"""The pages about the plan and the policies open on any store and say what they show."""

import pytest
import streamlit as st
from given import Given

PAGES = ("strategy", "policies")
VIEWS = (
    {"fy": "2569"},
    {"fy": "2569", "province": "50"},
    {"fy": "2569", "province": "50", "lang": "en"},
    {"fy": "2569", "group": "upper-north-1", "quarter": "1"},
)
NODES = """
    owner_area_code | plan_name | year_from | year_to | revision | node_type | ordinal | node_code | title | parent_code | linked_to
    50 | แผน | 2566 | 2570 | | vision | | V | เชียงใหม่น่าอยู่ | |
    50 | แผน | 2566 | 2570 | | definition | 1 | D1 | ชุมชน {x} | V |
    50 | แผน | 2566 | 2570 | | strategic_issue | 1 | I1 | เกษตร | |
    50 | แผน | 2566 | 2570 | | strategic_issue | 2 | I2 | <b>สังคม</b> | |
    50 | แผน | 2566 | 2570 | | mission_group | 1 | G1 | เศรษฐกิจ | | I1
    50 | แผน | 2566 | 2570 | 2568 | vision | | V | เชียงใหม่น่าอยู่ยิ่งขึ้น | |
    50 | แผน | 2566 | 2570 | 2568 | strategic_issue | 1 | I1 | เกษตร | |
    50 | แผน | 2566 | 2570 | 2568 | strategic_issue | 2 | I2 | <b>สังคม</b> | |
    50 | นโยบาย | 2569 | 2569 | | policy | 1 | R1 | รักษาความสงบ | |
    50 | นโยบาย | 2569 | 2569 | | policy | 1.1 | R1.1 | เฝ้าระวัง | R1 |
    50 | นโยบาย | 2569 | 2569 | | policy | 2 | R2 | รักษาธรรมชาติ | |
"""


@pytest.fixture
def planned(full):
    """The store of the other pages, and a plan with its revision, policies and a tagged project."""
    store = Given(full)
    store.count = 1000
    store.sent("strategy", fact_strategy_node=NODES)
    store.sent(
        "projects",
        agency="อื่น",
        fact_project="""
        fiscal_year | province_code | project_code | strategic_issue | plan | policy | allocated_thb
        2569 | 50 | t1 | เกษตร | แผนงานน้ำ | R1.1 | 900
        """,
    )
    store.con.close()
    st.cache_data.clear()
    st.cache_resource.clear()
    return full


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_an_empty_store(empty, opened, name, view):
    opened(name, **view)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_a_store_with_a_plan(planned, opened, name, view):
    page = opened(name, **view)
    assert page.subheader


def test_the_tree_names_vision_gaps_and_questions(planned, opened):
    page = opened("strategy", fy="2569", province="50")
    assert any("ยิ่งขึ้น" in text.value for text in page.markdown)
    assert [box.label for box in page.selectbox if "version" in (box.key or "")] == ["ฉบับของแผน"]
    said = " ".join(heading.value for heading in page.subheader)
    assert "2 ประเด็นยังไม่มีตัวชี้วัด" in said
    assert "ฉบับทบทวน" in said


def test_a_policy_without_anything_is_chosen_first_and_counted(planned, opened):
    page = opened("policies", fy="2569", province="50")
    said = [heading.value for heading in page.subheader]
    assert said[0].startswith("1 จาก 2 นโยบายยังไม่มีอะไรรองรับ")
    assert "รักษาธรรมชาติ" in said
