"""Where risks stand, how they moved, and the red indicators nobody has an answer to."""

from datetime import timedelta

import pytest
from given import records

from loaders import meetings
from loaders.meetings import Decision, Tie
from metrics.scope import Scope
from store.database import utc_now

TODAY = (utc_now() + timedelta(hours=7)).date()
HEAD = "area_code | fiscal_year | quarter | risk | risk_key | likelihood | impact | status | next_review"
Q3 = f"""{HEAD}
    50 | 2569 | 3 | น้ำท่วม | น้ำท่วม | 3 | 4 | เฝ้าระวัง |
    50 | 2569 | 3 | ฝุ่น | ฝุ่น | 2 | 2 | เปิดอยู่ |
    50 | 2569 | 3 | ทิ้งงาน | ทิ้งงาน | 5 | 2 | |
    50 | 2569 | 3 | ไฟป่า | ไฟป่า | 4 | 4 | |
    50 | 2569 | 3 | เก่า | เก่า | 1 | 1 | ปิดแล้ว |
"""
Q4 = f"""{HEAD}
    50 | 2569 | 4 | น้ำท่วม | น้ำท่วม | 4 | 4 | เฝ้าระวัง | 2020-01-01
    50 | 2569 | 4 | ฝุ่น | ฝุ่น | 2 | 2 | ยังไม่ปิด | 2999-01-01
    50 | 2569 | 4 | ทิ้งงาน | ทิ้งงาน | 2 | 2 | ยุติ | 2020-01-01
    50 | 2569 | 4 | ราคาตก | ราคาตก | 5 | 5 | |
"""


@pytest.fixture
def register(given):
    given.sent("risks", quarter=3, fact_risk=Q3)
    given.sent("risks", quarter=4, fact_risk=Q4)
    return given


def moved(given, **scope):
    columns = ("risk", "risk_movement", "score", "score_before", "risk_level")
    return records(given.con, "risk_movement", Scope(**scope), *columns)


def test_movement_is_told_against_the_quarter_before(register):
    assert moved(register, fiscal_year=2569) == [
        ("ราคาตก", "new", 25, None, "very_high"),
        ("น้ำท่วม", "up", 16, 12, "very_high"),
        ("ฝุ่น", "same", 4, 4, "medium"),
        ("ไฟป่า", "closed", None, 16, "very_high"),
        ("ทิ้งงาน", "closed", 4, 10, "medium"),
    ]
    first = {row[0]: row[1] for row in moved(register, fiscal_year=2569, quarter=3)}
    assert (first["เก่า"], first["ฝุ่น"], first["ไฟป่า"]) == ("closed", None, None)


def test_a_quarter_without_a_register_is_not_skipped(given):
    given.sent("risks", quarter=2, fact_risk=Q3.replace("| 3 | น", "| 2 | น"))
    given.sent("risks", quarter=4, fact_risk=Q4)
    told = {row[0]: row[1] for row in moved(given, fiscal_year=2569, quarter=4)}
    assert told["ฝุ่น"] == "same"
    assert told["น้ำท่วม"] == "new"
    given.sent("risks", fy=2570, quarter=2, fact_risk=Q4.replace("2569 | 4", "2570 | 2"))
    assert {row[1] for row in moved(given, fiscal_year=2570)} == {None, "closed"}


def test_only_an_open_risk_can_be_overdue(register):
    columns = ("risk", "review_overdue_days")
    overdue = dict(records(register.con, "risk_movement", Scope(), *columns))
    assert overdue["น้ำท่วม"] > 2000
    assert [overdue[risk] for risk in ("ฝุ่น", "ทิ้งงาน", "ราคาตก")] == [None, None, None]


def test_the_map_counts_open_risks_of_the_newest_quarter(register):
    columns = ("quarter", "likelihood", "impact", "score", "risk_level", "risk_count", "risks")
    assert records(register.con, "risk_map", Scope(province="50"), *columns) == [
        (4, 5, 5, 25, "very_high", 1, "ราคาตก"),
        (4, 4, 4, 16, "very_high", 1, "น้ำท่วม"),
        (4, 2, 2, 4, "medium", 1, "ฝุ่น"),
    ]


def test_a_risk_belongs_to_the_issue_it_names_else_to_that_of_its_indicator_or_project(given):
    given.sent(
        "kpi_targets",
        fact_indicator="area_code | kpi | strategic_issue\n50 | รายได้ | ท่องเที่ยว",
    )
    given.sent(
        "projects",
        fact_project="""
        fiscal_year | province_code | project_code | project | plan | strategic_issue
        2569        | 50            | p1           | ถนน     | คมนาคม | เมือง
        """,
    )
    given.sent(
        "risks",
        fact_risk="""
        area_code | fiscal_year | quarter | risk | risk_key | likelihood | impact | strategic_issue | issue_key | kpi | kpi_key | project
        50 | 2569 | 1 | ก | ก | 1 | 1 | เกษตร | เกษตร | รายได้ | รายได้ |
        50 | 2569 | 1 | ข | ข | 1 | 2 | | | รายได้ | รายได้ |
        50 | 2569 | 1 | ค | ค | 1 | 3 | | | | | ถนน
        50 | 2569 | 1 | ง | ง | 1 | 4 | | | | |
        """,
    )
    rows = records(given.con, "risk_map", Scope(), "risks", "issue_key", "issue_risk_count")
    assert {row[0]: row[1] for row in rows} == {
        "ก": "เกษตร", "ข": "ท่องเที่ยว", "ค": "เมือง", "ง": None
    }  # fmt: skip
    assert {row[2] for row in rows} == {1}


@pytest.fixture
def red(given):
    """Three indicators far off and one met; a risk against the second, a decision on the third."""
    given.sent(
        "kpi_targets",
        fact_indicator="""
        area_code | kpi | unit_kind | direction
        50 | ก | level | higher
        50 | ข | level | higher
        50 | ค | level | higher
        50 | ง | level | higher
        """,
        fact_target="area_code | kpi_code | fiscal_year | target\n"
        + "\n".join(f"50 | 50/{kpi} | 2568 | 100" for kpi in "กขคง"),
    )
    given.sent(
        "kpi_results",
        fy=2568,
        fact_kpi_result="area_code | kpi | unit_kind | fiscal_year | actual\n"
        + "\n".join(
            f"50 | {kpi} | level | 2568 | {actual}"
            for kpi, actual in zip("กขคง", (60, 20, 30, 120), strict=True)
        ),
    )
    return given


def answered(given):
    columns = ("kpi", "status", "answered_by", "risk_count", "decision_count")
    return records(given.con, "red_without_risk", Scope(fiscal_year=2568), *columns)


def test_red_indicators_without_an_answer_come_first_the_worst_of_them_first(red):
    assert [row[:3] for row in answered(red)] == [
        ("ข", "critical", "nothing"),
        ("ค", "critical", "nothing"),
        ("ก", "at_risk", "nothing"),
    ]
    risk = f"{HEAD} | kpi | kpi_key\n50 | 2568 | 4 | ภัย | ภัย | 3 | 3 | {{}} | | ข | ข"
    red.sent("risks", fy=2568, quarter=4, fact_risk=risk.format("เฝ้าระวัง"))
    meeting = meetings.hold(red.con, "50", "ประชุม", TODAY)
    order = Decision(meeting, "50", "เร่งรัด", "ปลัด", TODAY, tie=Tie("indicator", "50/ค", "ค"))
    decided = meetings.decide(red.con, order)
    assert answered(red) == [
        ("ก", "at_risk", "nothing", 0, 0),
        ("ข", "critical", "risk", 1, 0),
        ("ค", "critical", "decision", 0, 1),
    ]
    meetings.follow_up(red.con, decided, "done", "เสร็จ")
    assert answered(red)[0] == ("ค", "critical", "nothing", 0, 0)


def test_a_closed_risk_is_no_answer(red):
    risk = f"{HEAD} | kpi | kpi_key\n50 | 2568 | 4 | ภัย | ภัย | 3 | 3 | ปิด | | ข | ข"
    red.sent("risks", fy=2568, quarter=4, fact_risk=risk)
    assert {row[2] for row in answered(red)} == {"nothing"}
