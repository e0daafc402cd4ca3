"""The checklist page opens on any store and reads the printed indicators of 2557 as they are."""

from pathlib import Path

import pytest
import streamlit as st

from loaders.ingest import ingest_file
from loaders.table import Context
from store import open_store

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
PRINTED = (
    "kpi_targets_2557_ภาคเหนือตอนบน1.xlsx",
    "joint_indicators_2558.xlsx",
    "budget_by_plan_2550_เชียงใหม่.xlsx",
)


@pytest.fixture
def printed(empty, tmp_path):
    """The indicators and joint topics of 2557 as printed; and a year later than any of their own."""
    with open_store(empty) as con:
        for name in PRINTED:
            ingest_file(con, SAMPLES / name, Context(), data_dir=tmp_path)
    st.cache_data.clear()
    st.cache_resource.clear()


def said(page):
    return [headline.value.replace("\\", "") for headline in page.subheader]


@pytest.mark.parametrize("view", [{}, {"province": "50"}, {"group": "upper-north-1", "lang": "en"}])
def test_the_page_opens_on_an_empty_store(empty, opened, view):
    opened("indicator_checklist", **view)


@pytest.mark.parametrize("view", [{}, {"province": "50"}, {"group": "upper-north-1", "lang": "en"}])
def test_the_page_opens_on_a_full_store(full, opened, view):
    opened("indicator_checklist", fy="2569", **view)


def test_the_printed_set_of_the_group_lacks_baselines_and_one_member(printed, opened):
    page = opened("indicator_checklist", group="upper-north-1", fy="2558")

    assert "ผ่าน 1 จาก 7 หลักเกณฑ์ · ไม่ผ่าน 4 · ยังตอบไม่ได้ 2" in said(page)
    assert "ครอบคลุม 1 จาก 4 ด้าน · ยังไม่มี สังคม, ทรัพยากรธรรมชาติและสิ่งแวดล้อม, ความมั่นคง" in said(page)


def test_joint_topics_without_provinces_are_not_settled_rather_than_missing(printed, opened):
    page = opened("indicator_checklist", province="50", fy="2558")

    assert "ตัวชี้วัดร่วมที่เกี่ยวข้องมีผล 0 จาก 0 · ไม่เกี่ยวข้อง 0 · ยังไม่กำหนด 4" in said(page)
