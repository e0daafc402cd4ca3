"""The poster of a strategic issue: one page, from the figures alone, and what is missing is said."""

import pandas as pd

from ui.poster import Poster, html_bytes

NODE = {
    "title": "ท่องเที่ยว <b>",
    "indicator_count": 3,
    "critical_count": 1,
    "at_risk_count": 1,
    "project_count": 2,
    "allocated_thb": 2_500_000.0,
    "disbursed_pct": None,
    "indicator_gap": "issue_outputs_only",
    "project_gap": None,
    "link_gap": None,
}
INDICATORS = pd.DataFrame(
    {
        "kpi": ["รายได้", "ผู้เยี่ยมเยือน"],
        "status": ["critical", None],
        "attainment_to_date_pct": [40.0, None],
    }
)
PROJECTS = pd.DataFrame(
    {
        "project": ["เล็ก", "ใหญ่ & ยาว"],
        "agency": [None, "หน่วย ก"],
        "allocated_thb": [500_000.0, 2_000_000.0],
    }
)


def page_of(indicators=INDICATORS, projects=PROJECTS, lang="th"):
    poster = Poster(NODE, indicators, projects, "พัทลุง", "ข้อมูล ณ วันนี้")
    return html_bytes(poster, lang).decode("utf-8")


def test_the_tiles_say_what_is_off_and_missing_money_is_not_zero():
    page = page_of()
    assert "<div><b>2</b>วิกฤตหรือเสี่ยง จาก 3 ตัวชี้วัด</div>" in page
    assert "<div><b>2.50 ล้านบาท</b>งบประมาณที่ได้รับ</div>" in page
    assert "<div><b>ไม่มีข้อมูล</b>เบิกจ่ายแล้ว</div>" in page
    assert "มีแต่ตัวชี้วัดผลผลิต ยังไม่มีผลลัพธ์" in page


def test_a_status_has_sign_and_word_and_the_largest_project_comes_first():
    page = page_of()
    assert "▼ วิกฤต" in page
    assert "○ ไม่มีข้อมูล" in page
    assert page.index("ใหญ่ &amp; ยาว") < page.index("เล็ก")


def test_it_runs_nothing_fetches_nothing_and_keeps_text_text():
    page = page_of()
    assert "ท่องเที่ยว &lt;b&gt;" in page
    assert "<script" not in page
    assert "http" not in page


def test_long_lists_end_with_how_many_more_there_are():
    many = pd.concat([INDICATORS] * 5, ignore_index=True)
    assert "และอีก 2 รายการ" in page_of(indicators=many)
    assert "None in the year chosen" in page_of(projects=PROJECTS.head(0), lang="en")
