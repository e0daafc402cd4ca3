"""A form's table becomes exactly the rows that the database keeps."""

from datetime import date
from decimal import Decimal as D

import pytest

from loaders.facts import facts_of
from loaders.forms import FORMS
from loaders.names import kpi_code, name_key

ADDED_WHEN_STORED = ["submission_id", "sheet_id"]

FULL_ROWS = {
    "kpi_targets": {"area": "50", "kpi": "ร้อยละความสำเร็จ"},
    "kpi_results": {"area": "50", "kpi": "จำนวนราย", "fiscal_year": 2569, "actual": 1},
    "projects": {
        "project": "วางท่อ",
        "fiscal_year": 2569,
        "plan": "บริการ",
        "agency": "อำเภอ",
        "province": "50",
        "allocated_thb": 10,
    },
    "budget_by_plan": {"area": "50", "fiscal_year": 2550, "plan": "พอเพียง", "budget_thb": 1},
    "community_plans": {"fiscal_year": 2569, "province": "50", "district": "5014", "village": "ก"},
    "community_plan_grades": {"area": "50", "fiscal_year": 2550, "grade": "A", "village_count": 1},
    "area_profile": {"area": "50", "year": 2563, "population": 10},
    "risks": {
        "area": "50",
        "fiscal_year": 2569,
        "risk": "น้ำท่วม",
        "likelihood": 3,
        "impact": 4,
    },
    "assessments": {"area": "50", "fiscal_year": 2569, "agency": "ก", "assessor": "ข"},
    "strategy": {
        "plan_owner": "93",
        "plan_name": "แผน",
        "year_from": 2561,
        "year_to": 2565,
        "node_type": "vision",
        "title": "เมือง",
    },
    "plan_projects": {"area": "93", "project": "ปรับปรุงระบบชลประทาน"},
    "project_brief": {
        "area": "93",
        "fiscal_year": 2571,
        "project": "ข้าวครบวงจร",
        "rationale": "ราคาตก",
        "activities": "6.1 กิจกรรมที่ 1: อบรม งบประมาณ: 1,000 บาท",
    },
    "district_surveillance": {
        "province": "93",
        "district": "9301",
        "fiscal_year": 2569,
        "quarter": 1,
        "risk_type": "accident",
    },
    "money_monthly": {
        "province": "50",
        "fiscal_year": 2569,
        "as_of": date(2026, 5, 31),
        "source": "province",
        "spending_type": "capital",
        "budget_thb": 10,
        "disbursed_thb": 4,
    },
    "budget_requests": {
        "area": "50",
        "fiscal_year": 2570,
        "project": "ปรับปรุงถนนคนเดิน",
        "requested_thb": 10,
    },
    "evaluation_framework": {"fiscal_year": 2558, "dimension": "มิติคุณภาพ", "item": "ความพึงพอใจ"},
    "agreements": {
        "area": "50",
        "fiscal_year": 2569,
        "signer": "ผู้ว่าราชการจังหวัดเชียงใหม่",
        "role": "governor",
        "kpi": "ร้อยละความพึงพอใจ",
    },
    "project_steps": {
        "project_code": "p1",
        "project": "วางท่อประปาภูเขา",
        "fiscal_year": 2569,
        "province": "50",
        "approved_on": date(2026, 5, 24),
        "milestone": "วางท่อ",
    },
    "joint_indicators": {"fiscal_year": 2569, "topic": "ท่องเที่ยว", "measured_in": "all"},
    "problems": {
        "area": "50",
        "fiscal_year": 2569,
        "problem_area": "budgeting",
        "problem": "เบิกจ่ายข้ามจังหวัดไม่สะดวก",
    },
    "surveys": {
        "area": "50",
        "fiscal_year": 2569,
        "subject": "ศูนย์ดำรงธรรม",
        "respondent_count": 100,
        "satisfied_count": 90,
    },
    "datasets": {"area": "50", "dataset": "ผู้เยี่ยมเยือนรายเดือน"},
    "cultural_assets": {
        "province": "93",
        "fiscal_year": 2569,
        "asset_kind": "performance",
        "asset": "โนรา",
    },
    "reward_bands": {"fiscal_year": 2569, "score_scale": "1-5", "score_from": 4, "band": "ดีมาก"},
}


def rows_of(fact, *names):
    return list(zip(*(fact[name].to_pylist() for name in names), strict=True))


def test_every_form_has_a_row_to_try():
    assert set(FULL_ROWS) == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_fact_columns_are_those_of_the_database(form, drawn, con):
    facts = facts_of(drawn(form, [FULL_ROWS[form]]))
    for name, rows in facts.items():
        declared = [row[0] for row in con.execute(f"describe {name}").fetchall()]
        assert sorted([*ADDED_WHEN_STORED, *rows.column_names]) == sorted(declared)


@pytest.mark.parametrize("form", FORMS)
def test_every_row_of_every_form_can_be_stored(form, drawn, con):
    for name, rows in facts_of(drawn(form, [FULL_ROWS[form]])).items():
        con.register("incoming", rows)
        con.execute(
            f"insert into {name} by name select 1 as submission_id, 1 as sheet_id, * from incoming"
        )
        (count,) = con.execute(f"select count(*) from {name}").fetchone()
        assert count == rows.num_rows


def test_an_indicator_without_a_code_gets_the_same_one_in_targets_and_results(drawn):
    targets = drawn("kpi_targets", [{"area": "50", "kpi": "1. ร้อยละ ความสำเร็จ"}])
    results = drawn(
        "kpi_results",
        [{"area": "50", "kpi": "ร้อยละความสำเร็จ", "fiscal_year": 2569, "actual": 80}],
    )
    made = facts_of(targets)["fact_indicator"]["kpi_code"].to_pylist()
    assert made == facts_of(results)["fact_kpi_result"]["kpi_code"].to_pylist()
    assert made == [kpi_code("50", "ร้อยละความสำเร็จ")]


def test_targets_of_years_become_rows_and_the_total_keeps_its_words(drawn):
    row = {"area": "52", "kpi": "ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยว"}
    cells = [
        {"src_row": 2, "src_col": 5, "key": "target", "year": 2557, "value": 10, "text": "10"},
        {"src_row": 2, "src_col": 6, "key": "target", "year": 2558, "value": 10, "text": "10"},
        {
            "src_row": 2,
            "src_col": 9,
            "key": "target_total",
            "year_from": 2557,
            "year": 2558,
            "value": 10,
            "text": "10 (เป้าหมาย รวม)",
        },
    ]
    facts = facts_of(drawn("kpi_targets", [row], cells))
    assert rows_of(facts["fact_target"], "src_row", "src_col", "fiscal_year", "target") == [
        (2, 5, 2557, D(10)),
        (2, 6, 2558, D(10)),
    ]
    assert rows_of(
        facts["fact_indicator"],
        "target_total",
        "target_total_text",
        "target_year_from",
        "target_year_to",
        "unit_kind",
        "target_rule",
    ) == [(D(10), "10 (เป้าหมาย รวม)", 2557, 2558, "growth", None)]


def test_results_with_a_column_a_quarter_become_a_row_a_quarter(drawn):
    row = {"area": "50", "kpi": "จำนวนนักท่องเที่ยว", "fiscal_year": 2569, "target": 40}
    cells = [
        {"src_row": 2, "src_col": 5, "key": "actual_by_quarter", "quarter": 1, "value": 9},
        {"src_row": 2, "src_col": 7, "key": "actual_by_quarter", "quarter": 3, "value": 11},
    ]
    fact = facts_of(drawn("kpi_results", [row], cells))["fact_kpi_result"]
    assert rows_of(fact, "src_col", "fiscal_year", "quarter", "target", "actual") == [
        (5, 2569, 1, D(40), D(9)),
        (7, 2569, 3, D(40), D(11)),
    ]


def test_results_with_a_column_a_year_take_the_year_of_the_column(drawn):
    row = {"area": "50", "kpi": "จำนวนนักท่องเที่ยว"}
    cells = [{"src_row": 2, "src_col": 3, "key": "actual_by_year", "year": 2562, "value": 7}]
    fact = facts_of(drawn("kpi_results", [row], cells))["fact_kpi_result"]
    assert rows_of(fact, "fiscal_year", "quarter", "actual") == [(2562, None, D(7))]


def project(**changes):
    return FULL_ROWS["projects"] | changes


def spent(key, *amounts):
    return [
        {"src_row": 2, "src_col": 10 + quarter, "key": key, "quarter": quarter, "value": amount}
        for quarter, amount in enumerate(amounts, 1)
        if amount is not None
    ]


def test_spending_of_single_quarters_is_added_up(drawn):
    table = drawn("projects", [project()], spent("disbursed_in_quarter_thb", 1, 2, 0, 4))
    fact = facts_of(table)["fact_project_quarter"]
    assert rows_of(fact, "quarter", "src_col", "disbursed_thb") == [
        (1, 11, D(1)),
        (2, 12, D(3)),
        (3, 13, D(3)),
        (4, 14, D(7)),
    ]


def test_a_quarter_that_was_not_reported_ends_the_sum(drawn):
    table = drawn("projects", [project()], spent("disbursed_in_quarter_thb", 1, None, 5))
    fact = facts_of(table)["fact_project_quarter"]
    assert rows_of(fact, "quarter", "disbursed_thb") == [(1, D(1))]


def test_cumulative_spending_is_kept_and_the_commitment_stands_at_the_newest_quarter(drawn):
    table = drawn("projects", [project(committed_thb=6)], spent("disbursed_thb", 1, None, 5))
    fact = facts_of(table)["fact_project_quarter"]
    assert rows_of(fact, "quarter", "committed_thb", "disbursed_thb") == [
        (1, None, D(1)),
        (3, D(6), D(5)),
    ]


def test_a_profile_becomes_a_row_a_figure(drawn):
    row = {
        "area": "50",
        "year": 2563,
        "population": 1_800_000,
        "price": "chain_volume",
        "gpp_thb": 5,
        "gpp_trade_thb": None,
        "gpp_agriculture_thb": 2,
        "hai": "0.6",
    }
    fact = facts_of(drawn("area_profile", [row]))["fact_area_measure"]
    assert rows_of(fact, "src_col", "measure", "sector", "price", "value") == [
        (3, "population", None, None, D(1_800_000)),
        (5, "gpp", None, "chain_volume", D(5)),
        (6, "gpp", "agriculture", "chain_volume", D(2)),
        (8, "hai", None, None, D("0.6")),
    ]


def test_shares_of_households_come_from_the_counts_where_only_counts_came(drawn):
    village = FULL_ROWS["community_plans"]
    table = drawn(
        "community_plans",
        [
            village | {"households": 80, "households_with_accounts": 56, "attending_pct": 70},
            village | {"households": 0, "households_with_accounts": 0},
            village | {"households": None, "households_with_accounts": 5},
        ],
    )
    fact = facts_of(table)["fact_community_plan"]
    assert rows_of(fact, "accounts_pct", "attending_pct") == [
        (D(70), D(70)),
        (None, None),
        (None, None),
    ]


def test_what_only_the_title_says_counts_for_every_row(drawn):
    rows = [{"plan": "1. พอเพียง", "budget_thb": 2}, {"plan": "แผนงานที่ 2 บริการ", "budget_thb": 3}]
    fact = facts_of(drawn("budget_by_plan", rows, area_code="50", fiscal_year=2550))
    assert rows_of(
        fact["fact_budget_plan"], "area_code", "fiscal_year", "plan", "plan_key", "ordinal"
    ) == [
        ("50", 2550, "1. พอเพียง", "พอเพียง", 1),
        ("50", 2550, "แผนงานที่ 2 บริการ", "บริการ", 2),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. เศรษฐกิจพอเพียง", "แผนงานที่ ๑ : เศรษฐกิจ พอเพียง"),
        ("แผนงานบริการประชาชน", "บริการประชาชน"),
        ("ประเด็นยุทธศาสตร์ที่ ๒ การท่องเที่ยว", "2) การท่องเที่ยว"),
        ("ประเด็นการพัฒนา: การค้า", "การค้า"),
    ],
)
def test_names_are_recognised_whatever_their_numbering(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 จังหวัดชายแดนใต้", "จังหวัดชายแดนใต้"),
        ("แผนงานที่ 1", "แผนงานที่ 2"),
        ("PM2.5", "PM10"),
    ],
)
def test_numbers_that_are_part_of_the_name_stay(one, other):
    assert name_key(one) != name_key(other)
