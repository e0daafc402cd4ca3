"""Projects through their life cycle, held to plain counting over what was drawn."""

from datetime import date, datetime, timedelta
from decimal import Decimal as D
from itertools import pairwise
from random import Random
from statistics import median

import pytest
from given import records

from metrics.scope import Scope
from metrics.trace import trace
from store.life_cycle import stages

ORDER = [stage.code for stage in stages()]
IN_50 = Scope(province="50", fiscal_year=2569, as_of=datetime(2026, 6, 1))
PROJECTS = """
    fiscal_year | province_code | district_code | subdistrict | village | project_code | strategic_issue | plan | agency | kind | allocated_thb | progress_pct | stage | staff_planned | staff_actual | screen_1 | screen_2 | screen_3 | screen_4 | screen_5 | best_practice | highlight
    2569 | 50 | 5001 | ช้าง | บ้านหนึ่ง | p1 | เกษตร | ข้าว | ก | hired | 100 | 60 | in_progress | 4 | 2 | 5 | 3 | 4 | 2 | 1 | true | ร่วมมือ; ประหยัด
    2569 | 50 | 5001 | ช้าง | บ้าน สอง | p2 | เกษตร | ข้าว | ข | self_reliant | 200 | 20 | approved | | | | 4 | | | | |
    2569 | 50 | 5002 | | บ้านอื่น | p3 | น้ำ | น้ำ | ก | hired | 300 | 50 | | | | | | | | | |
    2569 | 50 | 5001 | | บ้านไม่มี | p4 | | น้ำ | ก | | | 10 | proposed | | | 1 | 0 | 1 | 1 | 1 | |
    2569 | 51 | 5101 | | | q1 | เกษตร | ข้าว | ค | hired | 50 | | evaluated | | | | | | | | |
"""
SPENDING = """
    src_row | fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
    2 | 2569 | 1 | 50 | ข้าว | p1 | 100 | 10
    2 | 2569 | 2 | 50 | ข้าว | p1 | 100 | 39
    3 | 2569 | 1 | 50 | ข้าว | p2 | 200 | 82
    4 | 2569 | 2 | 50 | น้ำ | p3 | 300 | 90
"""
VILLAGES = """
    fiscal_year | province_code | district_code | subdistrict | village | households | accounts_pct | attending_pct | local_government_joined | written_plan
    2569 | 50 | 5001 | ช้าง | บ้านหนึ่ง | 100 | 80 | 90 | true | true
    2569 | 50 | 5001 | ช้าง | บ้านสอง | 90 | 10 | 10 | false | true
    2569 | 50 | 5001 | ช้าง | บ้านสาม | 130 | 80 | 90 | true | true
    2569 | 50 | 5003 | ม้า | บ้านสี่ | 98 | 70 | 70 | true | true
    2569 | 50 | 5003 | ม้า | บ้านห้า | 99 | 60 | 70 | true | true
    2569 | 51 | 5101 | วัว | บ้านหก | 100 | 80 | 90 | true | true
"""


@pytest.fixture
def reported(given):
    given.sent("projects", fact_project=PROJECTS, fact_project_quarter=SPENDING)
    given.sent("community_plans", fact_community_plan=VILLAGES)
    return given


def told(given, details="", steps="", milestones=""):
    """Form 20 of one submission; each part drawn without year and province."""
    tables = {
        f"fact_project_{name}": _in_50(drawn)
        for name, drawn in (("detail", details), ("step", steps), ("milestone", milestones))
        if drawn
    }
    given.sent("project_steps", **tables)


def _in_50(drawn):
    header, *rows = [line.strip() for line in drawn.strip().splitlines()]
    lines = [f"fiscal_year | province_code | {header}", *(f"2569 | 50 | {row}" for row in rows)]
    return "\n".join(lines)


def ago(days):
    return date(2026, 6, 1) - timedelta(days=days)


# Stages


def made_up_days(fate: Random) -> dict[str, date]:
    """Days of a project that stops somewhere, one of them perhaps not known."""
    day, days = date(2025, 10, 1), {}
    for stage in ORDER[: fate.randint(1, 9)]:
        day += timedelta(days=fate.randint(1, 40))
        days[stage] = day
    if len(days) > 2 and fate.random() < 0.3:
        del days[fate.choice(list(days)[:-1])]
    return days


def test_stages_and_days_are_those_counted_by_hand(given):
    fate = Random(7)
    days = {f"p{number}": made_up_days(fate) for number in range(60)}
    told(
        given,
        "project_code | project\n" + "\n".join(f"{code} | {code}" for code in days),
        "project_code | stage | reached_on\n"
        + "\n".join(
            f"{c} | {s} | {on}" for c, told_days in days.items() for s, on in told_days.items()
        ),
    )
    stays = {stage: [] for stage in ORDER}
    for told_days in days.values():
        for stage, following in pairwise(ORDER):
            if stage in told_days and following in told_days:
                stays[stage].append((told_days[following] - told_days[stage]).days)
    last = [max(map(ORDER.index, told_days)) for told_days in days.values()]
    assert records(
        given.con,
        "project_stages",
        IN_50,
        *("stage", "standing_count", "reached_count", "median_days", "stay_count", "dated_count"),
    ) == [
        (
            stage,
            last.count(place),
            sum(reached >= place for reached in last),
            median(stays[stage]) if stays[stage] else None,
            len(stays[stage]),
            60,
        )
        for place, stage in enumerate(ORDER)
    ]


def test_without_days_the_stage_of_form_3_counts_and_is_not_taken_for_a_day(reported):
    told(
        reported,
        "project_code | project\np2 | p2",
        "project_code | stage | reached_on\np2 | transferred | 2026-06-01",
    )
    rows = records(
        reported.con,
        "project_stages",
        IN_50,
        *("stage", "standing_count", "standing_thb", "known_count", "dated_count", "project_count"),
    )
    assert {row[0]: row[1:3] for row in rows if row[1]} == {
        "proposed": (1, None),
        "transferred": (1, D(200)),
        "in_progress": (1, D(100)),
    }
    assert {row[3:] for row in rows} == {(3, 1, 4)}


def test_of_two_reports_on_a_project_the_one_published_last_counts(given):
    for stage in ("screened", "approved"):
        told(
            given,
            "project_code | project\np1 | p1",
            f"project_code | stage | reached_on\np1 | {stage} | 2026-01-01",
        )
    rows = records(given.con, "project_stages", IN_50, "stage", "standing_count", "dated_count")
    assert [row for row in rows if row[1]] == [("approved", 1, 1)]


def test_a_project_is_stuck_beyond_twice_the_median_and_not_where_too_few_have_left(given):
    left = {f"a{n}": ("approved", 100, "transferred", 90) for n in range(3)}
    waiting = {"w1": ("approved", 20), "w2": ("approved", 21), "w3": ("screened", 400)}
    steps = [
        f"{code} | {stage} | {ago(days)}"
        for code, pairs in (left | waiting).items()
        for stage, days in zip(pairs[::2], pairs[1::2], strict=True)
    ]
    done = [f"d1 | completed | {ago(900)}"]
    codes = [*left, *waiting, "d1"]
    told(
        given,
        "project_code | project\n" + "\n".join(f"{code} | {code}" for code in codes),
        "project_code | stage | reached_on\n" + "\n".join(steps + done),
    )
    rows = records(
        given.con,
        "stuck_projects",
        IN_50,
        *("project_code", "stage", "standing_days", "median_days", "stay_count", "is_stuck"),
    )
    assert rows == [
        ("w3", "screened", 400, None, 0, None),
        ("a0", "transferred", 90, None, 0, None),
        ("a1", "transferred", 90, None, 0, None),
        ("a2", "transferred", 90, None, 0, None),
        ("w2", "approved", 21, 10.0, 3, True),
        ("w1", "approved", 20, 10.0, 3, False),
    ]


def test_days_to_approval_and_payment_are_medians_of_what_is_known(given):
    steps = """
        project_code | stage | reached_on
        p1 | proposed | 2026-01-01
        p1 | approved | 2026-01-11
        p1 | disbursed | 2026-03-02
        p2 | proposed | 2026-01-01
        p2 | approved | 2026-01-31
        p3 | approved | 2026-01-31
    """
    details = """
        district_code | project_code | project
        5001 | p1 | p1
        5001 | p2 | p2
        5001 | p3 | p3
    """
    told(given, details, steps)
    columns = ("district_code", "approval_days", "approval_count", "payment_days", "payment_count")
    assert records(given.con, "project_days_by_district", IN_50, *columns) == [
        ("5001", 20.0, 2, 50.0, 1)
    ]


# Plan, people, money


def test_work_and_money_more_than_20_points_apart_are_flagged_both_ways(reported):
    columns = ("project_code", "staff_pct", "disbursed_pct", "gap_pp", "gap_state", "project_count")
    assert records(reported.con, "project_gap", IN_50, *columns) == [
        ("p1", 50.0, 39.0, 21.0, "work_ahead", 4),
        ("p2", None, 41.0, -21.0, "money_ahead", 4),
        ("p3", None, 30.0, 20.0, "balanced", 4),
        ("p4", None, None, None, "unknown", 4),
    ]


def test_kinds_are_shares_of_the_projects_that_give_theirs(reported):
    columns = ("kind", "project_count", "known_count", "share_pct", "total_count", "allocated_thb")
    assert records(reported.con, "project_kinds", IN_50, *columns) == [
        ("hired", 2, 3, pytest.approx(200 / 3), 4, D(400)),
        ("self_reliant", 1, 3, pytest.approx(100 / 3), 4, D(200)),
        (None, 1, 3, None, 4, None),
    ]


# Villages


def test_readiness_is_the_grade_of_the_village_in_the_same_year(reported):
    columns = ("readiness", "project_count", "total_count", "allocated_thb")
    assert records(reported.con, "project_eligibility", IN_50, *columns) == [
        ("ready", 1, 4, D(100)),
        ("prepare", 1, 4, D(200)),
        ("no_plan", 1, 4, None),
        ("unknown", 1, 4, D(300)),  # nobody assessed a village of its district
    ]


def test_a_score_for_coming_from_the_community_plan_is_held_against_its_grade(reported):
    columns = ("project_code", "scored_count", "grade", "readiness", "plan_check")
    assert records(reported.con, "project_screening", IN_50, *columns) == [
        ("p2", 1, "C", "prepare", "contradicts"),
        ("p1", 5, "A", "ready", "agrees"),
        ("p4", 5, None, "no_plan", "unknown"),  # a score of 0 claims nothing
    ]


def test_best_practices_and_the_villages_nearest_in_size_with_the_same_grade(reported):
    columns = ("project_code", "highlight", "grade", "households", "allocated_thb")
    assert records(reported.con, "best_practices", IN_50, *columns) == [
        ("p1", "ร่วมมือ; ประหยัด", "A", 100, D(100))
    ]
    columns = ("similar_village", "similar_households", "practice_village")
    assert records(reported.con, "similar_villages", IN_50, *columns) == [
        ("บ้านสี่", 98, "บ้านหนึ่ง"),
        ("บ้านสาม", 130, "บ้านหนึ่ง"),
    ]


# Form 20


def test_a_project_without_milestones_is_never_on_track(given):
    milestones = f"""
        project_code | milestone | planned_on | actual_on | weight_pct
        behind | ก | {ago(30)} | {ago(20)} | 60
        behind | ข | {ago(10)} | | 40
        done | ก | {ago(9)} | {ago(12)} | 100
        good | ก | {ago(9)} | {ago(9)} |
        good | ข | {ago(-9)} | | 50
        vague | ก | | | 100
    """
    codes = ("behind", "done", "good", "vague", "none")
    told(
        given,
        "project_code | project\n" + "\n".join(f"{code} | {code}" for code in codes),
        milestones=milestones,
    )
    columns = (
        *("project_code", "schedule_state", "reached_count", "overdue_count", "overdue_days"),
        *("median_delay_days", "reached_weight_pct", "due_weight_pct"),
    )
    assert records(given.con, "milestone_performance", IN_50, *columns) == [
        ("behind", "behind", 1, 1, 10, 10.0, D(60), D(100)),
        ("done", "finished", 1, 0, None, -3.0, D(100), D(100)),
        ("good", "on_track", 1, 0, None, 0.0, None, None),
        ("none", "no_milestones", 0, 0, None, None, None, None),
        ("vague", "unknown", 0, 0, None, None, D(0), D(0)),
    ]
    columns = ("project_code", "milestone_state", "delay_days")
    assert records(given.con, "project_milestones", IN_50, *columns) == [
        ("behind", "late", 10),
        ("behind", "overdue", 10),
        ("done", "reached", -3),
        ("good", "reached", 0),
        ("good", "waiting", None),
        ("vague", "unplanned", None),
    ]


def test_the_cost_curve_adds_up_requests_by_rank_to_the_allocation(reported):
    told(
        reported,
        """
        project_code | project | priority | requested_thb
        p3 | p3 | 1 | 350
        p1 | p1 | 2 | 150
        p2 | p2 | 2 | 100
        p4 | p4 | 3 | 10
        """,
    )
    columns = ("priority", "project_code", "cumulative_thb", "available_thb", "within_allocation")
    assert records(reported.con, "priority_cost_curve", IN_50, *columns, "out_of_order") == [
        (1, "p3", D(350), D(600), True, False),
        (2, "p1", D(600), D(600), True, False),
        (2, "p2", D(600), D(600), True, False),
        (3, "p4", D(610), D(600), False, None),  # its budget was not reported
    ]


def test_dimensions_partners_and_time_to_propose(reported):
    told(
        reported,
        """
        project_code | project | afp | partners | announced_on | deadline_on
        p1 | p1 | area | ข; วัด ; | 2026-01-01 | 2026-01-08
        p2 | p2 | function | | 2026-01-01 | 2026-01-15
        p3 | p3 | area | ง | 2026-01-01 |
        """,
        "project_code | stage | reached_on\np1 | proposed | 2026-01-09",
    )
    columns = ("afp", "project_count", "allocated_thb", "share_pct", "total_count")
    assert records(reported.con, "project_afp", IN_50, *columns) == [
        ("area", 2, D(400), pytest.approx(200 / 3), 4),
        ("function", 1, D(200), pytest.approx(100 / 3), 4),
        (None, 1, None, None, 4),
    ]
    columns = (
        *("strategic_issue", "agencies", "agency_count", "lead_count", "partner_count"),
        *("project_count", "joint_count"),
    )
    assert records(reported.con, "agency_overlap", IN_50, *columns) == [
        ("เกษตร", "ก; ข; วัด", 3, 2, 1, 2, 1),
        ("น้ำ", "ก; ง", 2, 1, 1, 1, 1),
    ]
    columns = ("median_window_days", "shortest_window_days", "told_count", "late_count")
    assert records(reported.con, "proposal_window", IN_50, *columns) == [(10.5, 7, 2, 1)]


def test_completeness_counts_before_and_after_approval(reported):
    columns = ("before_filled_count", "before_count", "after_filled_count", "after_count")
    rows = records(reported.con, "project_completeness", IN_50, "item", *columns)
    counts = {item: counted for item, *counted in rows}
    assert counts["strategic_issue"] == [0, 1, 2, 2]
    assert counts["screening"] == [1, 1, 1, 2]
    assert counts["staff_plan"] == [0, 1, 1, 2]
    assert counts["milestones"] == [0, 1, 0, 2]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(fiscal_year=2569), {"50": 4, "51": 1}),
        (Scope(group="upper-north-1", fiscal_year=2569), {"upper-north-1": 5}),
        (Scope(province="50", district="5002", fiscal_year=2569), {}),
        (Scope(fiscal_year=2568), {}),
    ],
)
def test_a_group_is_one_area_and_a_district_is_filtered(reported, scope, expected):
    rows = records(reported.con, "project_stages", scope, "area_code", "project_count")
    assert dict(rows) == expected


def test_a_day_is_traced_to_its_cell(given):
    told(
        given,
        "project_code | project\np1 | p1",
        "project_code | stage | reached_on | src_col\np1 | approved | 2026-05-24 | 9",
    )
    cells = trace(given.con, "stuck_projects", IN_50, 0, "standing_days")
    assert list(zip(cells["cell"], cells["value_as_typed"], strict=True)) == [("I2", "2026-05-24")]


def test_every_stage_has_one_place_and_a_level():
    found = [(stage.order, stage.actor_level) for stage in stages()]
    assert [order for order, _ in found] == list(range(1, 10))
    assert {level for _, level in found} == {"village", "subdistrict", "district", "province"}
