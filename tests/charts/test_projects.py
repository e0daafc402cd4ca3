"""Projects on charts: what a bar counts, what is flagged, and what is not known."""

from datetime import date

import pandas as pd
from frames import drawn

from charts import projects
from charts.headlines import projects as sentences
from charts.palette import STATUS

STAGES = drawn(
    """
    stage | stage_order | standing_count | reached_count | standing_thb | median_days | stay_count
    approved | 4 | 2 | 10 | 1500000 | 9.5 | 8
    in_progress | 6 | 5 | 8 | | | 0
    evaluated | 9 | 3 | 3 | 100 | | 0
    """,
    actor_level="province",
    known_count=10,
    dated_count=8,
    project_count=12,
)
GAP = drawn(
    """
    project | progress_pct | staff_pct | disbursed_pct | gap_pp | gap_state
    ท่อ | 60 | | 25.6 | 34.4 | work_ahead
    """,
    allocated_thb=1000,
    disbursed_thb=256,
    staff_actual=None,
    staff_planned=None,
)


def notes(figure):
    return [note.text for note in figure.layout.annotations]


def test_the_funnel_has_a_bar_for_those_who_came_and_one_for_those_who_stand():
    figure = projects.funnel(STAGES, "th")
    came, standing = figure.data
    assert (list(came.x), list(standing.x)) == ([10, 8, 3], [2, 5, 3])
    assert [code for (code,) in standing.customdata] == ["approved", "in_progress", "evaluated"]
    assert notes(figure)[:4] == [
        "<b>4 อนุมัติ</b><br>จังหวัด",
        "<b>2 โครงการ · 1.5 ล้านบาท</b><br>ปกติ 10 วัน (จาก 8)",
        "<b>6 ดำเนินการ</b><br>จังหวัด",
        "<b>5 โครงการ</b><br>ยังไม่รู้จำนวนวันปกติ",
    ]


def test_what_was_not_reported_has_no_bar_and_says_so():
    figure = projects.plan_people_money(GAP, "th")
    assert list(figure.data[1].x) == [60, None, 25.6]
    assert notes(figure)[3] == "○ ไม่ได้รายงาน"
    assert sentences.together(GAP, "th") == "ท่อ — ◆ งานนำเงิน 34 จุด"


def test_an_overdue_milestone_stands_at_its_planned_day_with_shape_colour_and_word():
    told = pd.DataFrame(
        {
            "milestone": ["ขุด", "วาง"],
            "milestone_state": ["late", "overdue"],
            "planned_on": [date(2026, 1, 1), date(2026, 2, 1)],
            "actual_on": [date(2026, 1, 5), None],
            "delay_days": [4, 30],
        }
    )
    figure = projects.milestones(told, "th")
    marks = figure.data[1]
    assert list(marks.marker.symbol) == ["diamond", "triangle-down"]
    assert list(marks.marker.color) == [STATUS[2], STATUS[3]]
    assert [str(day)[:10] for day in marks.x] == ["2026-01-05", "2026-02-01"]
    assert notes(figure)[1] == "<b>วาง</b> · ▼ เลยกำหนด 30 วัน"
    assert sentences.schedule(told, "th") == "▼ งวดงานเลยกำหนด 1 จาก 2 งวด เสร็จแล้ว 1"


def test_the_cost_curve_has_its_cut_line_only_where_an_allocation_is_known():
    ranked = drawn(
        """
        priority | project | requested_thb | cumulative_thb | available_thb
        1 | ก | 3000000 | 3000000 | 4000000
        2 | ข | 2000000 | 5000000 | 4000000
        """,
        within_allocation=[True, False],
    )
    figure = projects.cost_curve(ranked, "th")
    assert [list(bars.y) for bars in figure.data] == [[3.0], [5.0]]
    assert figure.layout.shapes[0].y0 == 4.0
    unknown = ranked.assign(available_thb=None, within_allocation=None)
    assert not projects.cost_curve(unknown, "th").layout.shapes
    assert sentences.cut(ranked, "th").startswith("งบที่ได้รับ 4.00 ล้านบาท พอถึงลำดับที่ 1 จาก 2")


def test_the_headline_names_the_stage_where_most_unfinished_projects_stand():
    assert sentences.standing(STAGES, "en") == (
        "7 of 10 projects are not completed; most of them, 5, stand at “In progress” (province)"
        " — 8/12 projects give days"
    )
