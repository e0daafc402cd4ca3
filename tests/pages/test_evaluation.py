"""The pages about scores open on any store and say what they show."""

import shutil

import pytest
from given import Given

from ui import settings

PAGES = ("scorecard", "agreements")
VIEWS = (
    {"fy": "2569"},
    {"fy": "2569", "province": "50"},
    {"fy": "2569", "province": "50", "lang": "en"},
    {"fy": "2569", "group": "upper-north-1", "quarter": "1"},
)
_HEAD = "area_code | fiscal_year | kpi_code | kpi | kpi_key | weight_pct | score_method | score_1 | score_2 | score_3 | score_4 | score_5"
FRAMEWORK = f"""
    dimension | dimension_key | item | item_key | item_identity | {_HEAD}
    ผล {{x}} | ผล | ท่องเที่ยว <b> | ท | ท | 50 | 2569 | 50/ท่องเที่ยว | ท่องเที่ยว | ท่องเที่ยว | 60 | interpolate | 1 | 2 | 3 | 4 | 5
    คุณภาพ | คุณภาพ | พึงพอใจ | พ | พ | 50 | 2569 | Q | พึงพอใจ | พึงพอใจ | 40 | interpolate | 1 | 2 | 3 | 4 | 5
    ผล {{x}} | ผล | ท่องเที่ยว <b> | ท | ท | 50 | 2568 | 50/ท่องเที่ยว | ท่องเที่ยว | ท่องเที่ยว | 60 | interpolate | 1 | 2 | 3 | 4 | 5
    ผล {{x}} | ผล | อื่น | อื่น | อื่น | 52 | 2569 | Z | อื่น | อื่น | | | | | | |
"""
AGREEMENTS = f"""
    signer | signer_key | role | superior | superior_key | self_score | {_HEAD}
    ผู้ว่า {{x}} | ก | governor | | | 5 | 50 | 2569 | 50/ท่องเที่ยว | ท่องเที่ยว | ท่องเที่ยว | 100 | interpolate | 1 | 2 | 3 | 4 | 5
    รอง | ข | deputy | ผู้ว่า | ก | | 50 | 2569 | Q | พึงพอใจ | พึงพอใจ | 100 | interpolate | 1 | 2 | 3 | 4 | 5
    หัวหน้า | ค | agency_head | ใคร | ใคร | | 50 | 2569 | Q | พึงพอใจ | พึงพอใจ | 90 | interpolate | 1 | 2 | 3 | 4 | 5
    วน | ง | deputy | วน | ง | | 50 | 2569 | Q | พึงพอใจ | พึงพอใจ | 100 | interpolate | 1 | 2 | 3 | 4 | 5
"""


@pytest.fixture(scope="module")
def scored(filled, tmp_path_factory):
    """A copy of the store of the other pages with a framework and agreements."""
    path = shutil.copy(filled, tmp_path_factory.mktemp("scored") / "scored.duckdb")
    store = Given(path)
    store.count = 2000
    store.sent("evaluation_framework", fact_evaluation_item=FRAMEWORK)
    store.sent("agreements", fact_agreement=AGREEMENTS)
    store.con.close()
    return path


@pytest.fixture
def evaluated(scored, full, monkeypatch):
    """The pages read that copy."""
    monkeypatch.setenv("PSD_DB", str(scored))
    settings.load.cache_clear()
    return scored


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_an_empty_store(empty, opened, name, view):
    opened(name, **view)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_a_store_with_scores(evaluated, opened, name, view):
    page = opened(name, **view)
    assert page.subheader


def test_the_scorecard_says_total_coverage_what_if_and_why_no_reward(evaluated, opened):
    page = opened("scorecard", fy="2569", province="50")
    said = [heading.value.replace("\\", "") for heading in page.subheader]
    assert said[0].startswith("ปี 2569 ได้ 4.00 (ดี) จากน้ำหนักที่มีคะแนน 60%")
    assert said[1].startswith("ถ้า «ท่องเที่ยว» ถึงเป้าหมาย")
    assert any("ไม่แสดงเงินรางวัล" in caption.value for caption in page.caption)


def test_missing_results_as_the_lowest_score_change_the_total(evaluated, opened):
    page = opened("scorecard", fy="2569", province="50")
    page.segmented_control(key="evaluation.mode").set_value("strict").run()
    assert page.subheader[0].value.replace("\\", "").startswith("ปี 2569 ได้ 2.80 (ต่ำ)")


def test_a_framework_without_weights_says_so_and_counts(evaluated, opened):
    page = opened("scorecard", fy="2569", province="52")
    assert page.subheader[0].value == (
        "กรอบปี 2569 ยังไม่กำหนดน้ำหนัก จึงไม่มีคะแนนรวม · มีคะแนน 0 จาก 1 รายการ"
    )


def test_the_cascade_names_the_lowest_and_shows_the_governors_indicators_first(evaluated, opened):
    page = opened("agreements", fy="2569", province="50")
    said = [heading.value.replace("\\", "") for heading in page.subheader]
    assert said[0].startswith("4 คำรับรอง")
    assert said[1].startswith("ผู้ว่า {x}: 1 ตัวชี้วัด")
