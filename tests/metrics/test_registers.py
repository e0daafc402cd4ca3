"""Problems, satisfaction, the catalogue of data and heritage, on drawn registers."""

from datetime import date

import pytest
from given import Given, records

from metrics.scope import Scope

BOARD = ("problem", "problem_state", "days_open")
SUMMARY = (
    *("problem_area", "open_count", "in_progress_count", "solved_count", "problem_count"),
    *("solved_pct", "median_days_to_solve", "timed_count", "without_proposal_count"),
)


@pytest.fixture
def store():
    return Given()


def problems(store, rows, **about):
    head = (
        "fiscal_year | area_code | problem_area | problem | problem_key | proposal | raised_on | "
        "problem_state | solved_on"
    )
    drawn = "\n".join(" | ".join((*row[:4], row[3], *row[4:])) for row in rows)
    store.sent("problems", fact_problem=f"{head}\n{drawn}", **about)


def test_the_problem_open_longest_comes_first_and_solved_ones_last(store, monkeypatch):
    monkeypatch.setattr("metrics.params.thai_date", lambda _: date(2026, 6, 30))
    problems(
        store,
        [
            ("2569", "50", "field", "ถนน", "ซ่อม", "2026-06-10", "open", ""),
            ("2569", "50", "field", "น้ำ", "", "2026-01-01", "in_progress", ""),
            ("2569", "50", "budgeting", "เงิน", "", "2026-01-01", "open", "2026-01-31"),
            ("2569", "50", "budgeting", "ไม่รู้วัน", "", "", "", ""),
            ("2568", "50", "driving", "เก่า แก้แล้ว", "", "2025-01-01", "solved", "2025-02-01"),
            ("2568", "50", "driving", "เก่า ยังไม่แก้", "", "2026-06-29", "open", ""),
        ],
    )
    scope = Scope(province="50", fiscal_year=2569)

    assert records(store.con, "problem_board", scope, *BOARD) == [
        ("น้ำ", "in_progress", 180),
        ("ถนน", "open", 20),
        ("เก่า ยังไม่แก้", "open", 1),
        ("ไม่รู้วัน", "open", None),
        ("เงิน", "solved", 30),
    ]
    assert records(store.con, "problem_summary", scope, *SUMMARY) == [
        ("driving", 1, 0, 0, 1, 0.0, None, 0, 1),
        ("budgeting", 1, 0, 1, 2, 50.0, 30.0, 1, 1),
        ("field", 1, 1, 0, 2, 0.0, None, 0, 1),
    ]


def test_a_newer_register_says_where_a_problem_stands_now(store):
    row = ("2569", "50", "field", "ถนน", "", "2026-01-01")
    problems(store, [(*row, "open", "")])
    problems(store, [(*row, "solved", "2026-02-01")])

    found = records(store.con, "problem_board", Scope(province="50"), *BOARD)

    assert found == [("ถนน", "solved", 31)]


def test_a_remark_in_a_meeting_about_one_of_the_areas_is_an_open_problem(store):
    moment = store.day
    store._insert(
        "meeting",
        entry_id=1,
        meeting_id=1,
        area_code="50",
        title="ประชุม",
        held_on="2026-01-05",
        snapshot_at=moment,
        withdrawn=False,
        recorded_at=moment,
    )
    for number, topic in enumerate(("budgeting", "villages"), start=1):
        store._insert(
            "feedback",
            feedback_id=number,
            meeting_id=1,
            area_code="50",
            topic=topic,
            feedback=f"เรื่อง {topic}",
            at_time=moment,
        )

    found = records(
        store.con, "problem_board", Scope(province="50"), "problem", "problem_area", "raised_in"
    )

    assert found == [("เรื่อง budgeting", "budgeting", "meeting")]


def surveys(store, rows):
    head = (
        "fiscal_year | quarter | area_code | subject | agency | respondent_count | satisfied_count"
    )
    drawn = "\n".join(" | ".join(map(str, row)) for row in rows)
    store.sent("surveys", fact_survey=f"{head}\n{drawn}")


def test_satisfaction_is_people_over_people_never_a_mean_of_percentages(store):
    surveys(
        store,
        [
            (2569, 2, "50", "ทะเบียน", "ก", 100, 90),
            (2569, 4, "50", "ทะเบียน", "ก", 300, 150),
            (2569, 4, "51", "ทะเบียน", "ข", 600, 360),
            (2568, 4, "50", "ทะเบียน", "ก", 100, 40),
        ],
    )
    columns = (
        "satisfied_pct",
        "change_pp",
        "satisfied_count",
        "respondent_count",
        "members_reporting",
    )

    of_province = records(
        store.con, "survey_results", Scope(province="50", fiscal_year=2569), *columns
    )
    of_group = records(
        store.con, "survey_results", Scope(group="upper-north-1", fiscal_year=2569), *columns
    )

    assert of_province == [(60.0, 20.0, 240, 400, 1)]
    assert of_group == [(60.0, 20.0, 600, 1000, 2)]


def test_a_dataset_is_overdue_by_its_own_frequency(store, monkeypatch):
    monkeypatch.setattr("metrics.params.thai_date", lambda _: date(2026, 6, 30))
    store.sent(
        "datasets",
        fact_dataset="""
            area_code | dataset | dataset_key | frequency | updated_on
            50 | ก | ก | monthly   | 2026-05-30
            50 | ข | ข | monthly   | 2026-05-29
            50 | ค | ค | yearly    | 2025-07-01
            50 | ง | ง |           | 2025-07-01
            50 | จ | จ | quarterly |
        """,
    )

    found = records(store.con, "dataset_catalogue", Scope(province="50"), "dataset", "freshness")

    assert found == [
        ("ข", "overdue"),
        ("ง", "unknown"),
        ("จ", "unknown"),
        ("ค", "fresh"),
        ("ก", "fresh"),
    ]


def test_heritage_most_at_risk_comes_first_with_its_change(store):
    for year, youths in ((2568, 10), (2569, 25)):
        store.sent(
            "cultural_assets",
            fy=year,
            fact_cultural_asset=f"""
                fiscal_year | province_code | asset_kind | asset | asset_key | risk_level | youth_count
                {year} | 93 | performance | โนรา | โนรา | low | {youths}
                {year} | 93 | way_of_life | กระจูด | กระจูด | very_high |
            """,
        )

    found = records(
        store.con, "cultural_heritage", Scope(province="93", fiscal_year=2569),
        "asset", "risk_level", "youth_count", "change",
    )  # fmt: skip

    assert found == [("กระจูด", "very_high", None, None), ("โนรา", "low", 25, 15)]
