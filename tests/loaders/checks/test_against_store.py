"""Checks that need the reference data or what others have sent."""

from datetime import datetime

import pytest

from loaders.checks import check_against_store
from loaders.findings import Finding
from loaders.names import name_key
from store import open_store
from tests.loaders.checks.test_shares import BUDGET_2550
from tests.loaders.checks.test_targets import TARGETS_2557
from tests.loaders.drawn import drawn

MAPPING_2550 = (
    "เศรษฐกิจพอเพียง",
    "พัฒนาและสร้างโอกาส",
    "สงเคราะห์ผู้ด้อยโอกาส",
    "บริการประชาชน (ด้านสาธารณสุขและการศึกษา)",
    "ฟื้นฟูความอุดมสมบูรณ์",
    "บริการประชาชน",
)


@pytest.fixture
def con():
    con = open_store(":memory:")
    yield con
    con.close()


def publish(con, submission_id: int, state: str = "published") -> None:
    con.execute(
        "insert into submission_event (event_id, submission_id, event, at_time) values (?, ?, ?, ?)",
        [submission_id, submission_id, state, datetime(2026, 1, 1)],
    )
    con.execute(
        "insert into submission (submission_id, slot, version, sha256, form, form_version,"
        " loader_version, row_count, demo, created_at)"
        " values (?, 'slot', 1, 'sha', 'form', 1, '1', 1, false, ?)",
        [submission_id, datetime(2026, 1, 1)],
    )


def declare_plans(con, titles, *, area="50", years=(2550, 2550), state="published") -> None:
    publish(con, 1, state)
    for number, title in enumerate(titles, start=1):
        con.execute(
            "insert into fact_strategy_node (submission_id, sheet_id, src_row, owner_area_code,"
            " plan_name, year_from, year_to, node_type, node_code, title, title_key)"
            " values (1, 1, ?, ?, 'แผน', ?, ?, 'plan', ?, ?, ?)",
            [number, area, *years, f"P{number}", title, name_key(title)],
        )


def test_every_plan_of_2550_written_otherwise_in_the_mapping_is_asked_about(con):
    declare_plans(con, MAPPING_2550)
    table = drawn("budget_by_plan", BUDGET_2550)
    questions = check_against_store(con, table)
    likeliest = {one.value: one.asks.choices[0] for one in questions}
    assert {name: (one.answer, one.detail) for name, one in likeliest.items()} == {
        "พัฒนาและสร้างโอกาสให้ชุมชน": ("พัฒนาและสร้างโอกาส", "82 %"),
        "พัฒนาคุณภาพชีวิตของชุมชน": ("พัฒนาและสร้างโอกาส", "33 %"),
        "สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ": ("สงเคราะห์ผู้ด้อยโอกาส", "76 %"),
        "บริการขั้นพื้นฐาน": ("บริการประชาชน", "53 %"),
    }
    assert {(one.code, one.params["row_count"]) for one in questions} == {
        ("plan_not_in_strategy", "1")
    }
    # Whatever it resembles, every other plan can be the answer.
    assert {len(one.asks.choices) for one in questions} == {len(MAPPING_2550)}


def test_no_plan_is_taken_for_another_it_only_resembles(con):
    declare_plans(con, ["ฟื้นฟูความอุดมสมบูรณ์"])
    text = """
    project | plan | agency | province | fiscal_year | allocated_thb
    ก | ฟื้นฟูความอุดมสมบูรณ์ | อำเภอ | 50 | 2550 | 50000
    ข | ฟื้นฟูความอุดมสมบูรณ์ของป่า | อำเภอ | 50 | 2550 | 50000
    """
    (question,) = check_against_store(con, drawn("projects", text))
    assert (question.cell, question.expected) == ("B3", "ฟื้นฟูความอุดมสมบูรณ์")


@pytest.mark.parametrize(
    "declared",
    [
        {"titles": ()},
        {"titles": MAPPING_2550, "area": "93"},
        {"titles": MAPPING_2550, "years": (2551, 2554)},
        {"titles": MAPPING_2550, "state": "withdrawn"},
    ],
)
def test_nothing_is_asked_where_no_published_strategy_holds_for_the_area_and_year(con, declared):
    declare_plans(con, **declared)
    assert check_against_store(con, drawn("budget_by_plan", BUDGET_2550)) == ()


def test_a_plan_used_by_many_projects_is_asked_about_once(con):
    declare_plans(con, MAPPING_2550)
    text = """
    project | plan | agency | province | fiscal_year | allocated_thb
    ก | เศรษฐกิจพอเพียง | อำเภอ | 50 | 2550 | 50000
    ข | ขนส่งมวลชน | อำเภอ | 50 | 2550 | 50000
    ค | ขนส่งมวลชน | อำเภอ | 50 | 2550 | 50000
    """
    found = check_against_store(con, drawn("projects", text))
    assert [(f.cell, f.value, f.params) for f in found] == [("B3", "ขนส่งมวลชน", {"row_count": "2"})]


def test_the_owners_of_the_2557_table_keep_to_their_limits(con):
    assert check_against_store(con, drawn("kpi_targets", TARGETS_2557)) == ()


def test_a_third_indicator_of_a_group_was_one_too_many_in_2557_but_not_in_2558(con):
    text = """
    area | kpi | target@2557 | target@2558
    upper-north-1 | ร้อยละที่เพิ่มขึ้นของรายได้ | 5 | 5
    upper-north-1 | จำนวนฟาร์ม | 5 | 5
    upper-north-1 | จำนวนหมู่บ้าน | {} | 5
    """
    assert check_against_store(con, drawn("kpi_targets", text.format(""))) == ()
    assert check_against_store(con, drawn("kpi_targets", text.format("5"))) == (
        Finding(
            "too_many_kpis",
            "Sheet1",
            3,
            1,
            "3",
            "2",
            {"owner": "ภาคเหนือตอนบน 1", "fiscal_year": "2557"},
        ),
    )


def test_an_indicator_no_funded_project_names_is_told_once_projects_are_known(con):
    text = """
    area | kpi_code | kpi | target@2569
    50 | CM-1 | จำนวนฟาร์ม | 5
    50 | CM-2 | จำนวนหมู่บ้าน | 5
    """
    table = drawn("kpi_targets", text)
    assert check_against_store(con, table) == ()
    publish(con, 1)
    for code, allocated in (("CM-1", 50_000), ("CM-2", 0)):
        con.execute(
            "insert into fact_project (submission_id, sheet_id, src_row, fiscal_year,"
            " province_code, project_code, project, plan, plan_key, kpi_code, agency, allocated_thb)"
            " values (1, 1, 2, 2569, '50', ?, 'ก', 'ข', 'ข', ?, 'อำเภอ', ?)",
            [code, code, allocated],
        )
    assert check_against_store(con, table) == (
        Finding("kpi_without_project", "Sheet1", 2, 2, "จำนวนหมู่บ้าน", "2569"),
    )


def test_a_result_a_thousand_times_the_published_ones_is_a_question_of_units(con):
    publish(con, 1)
    for year, actual in ((2567, 9_900), (2568, 10_200)):
        con.execute(
            "insert into fact_kpi_result (submission_id, sheet_id, src_row, src_col, area_code,"
            " kpi_code, kpi, kpi_key, fiscal_year, period_basis, actual, value_status)"
            " values (1, 1, 2, 2, '67', 'PB-1', 'ก', 'ก', ?, 'fiscal', ?, 'final')",
            [year, actual],
        )
    text = """
    area | kpi_code | kpi | unit | fiscal_year | actual
    67 | PB-1 | มูลค่าการท่องเที่ยว | ล้านบาท | 2569 | 10400000
    67 | PB-2 | มูลค่าการค้า | ล้านบาท | 2569 | 10400000
    """
    assert check_against_store(con, drawn("kpi_results", text)) == (
        Finding("unit_suspected", "Sheet1", 1, 5, "10,400,000", "10,400", {"factor": "1,000"}),
    )


def test_a_budget_a_million_times_smaller_than_before_is_a_question_of_units(con):
    publish(con, 1)
    con.execute(
        "insert into fact_budget_plan (submission_id, sheet_id, src_row, area_code, fiscal_year,"
        " plan, plan_key, ordinal, budget_thb)"
        " values (1, 1, 2, '50', 2568, 'บริการ', ?, 1, 22720000)",
        [name_key("บริการ")],
    )
    text = """
    area | fiscal_year | plan | budget_thb
    50 | 2569 | บริการ | 23.5
    50 | 2569 | ท่องเที่ยว | 40000000
    """
    assert check_against_store(con, drawn("budget_by_plan", text)) == (
        Finding("unit_suspected", "Sheet1", 1, 3, "23.5", "23,500,000", {"factor": "1,000,000"}),
    )
