"""A store with the plan of one province: indicators, flagship projects and a brief."""

import pytest

from loaders.forms import FORMS
from loaders.ingest import ingest_file
from loaders.table import Context
from loaders.template import write_template
from store import open_store

YEARS = (2571, 2572, 2573, 2574, 2575)
ISSUES = ("การท่องเที่ยวเชิงสร้างสรรค์", "เกษตรปลอดภัย")
INDICATORS = [
    {
        "area": "51",
        "strategic_issue": ISSUES[0],
        "kpi": "รายได้จากการท่องเที่ยว",
        "baseline": "9,981.97 ล้านบาท",
        **{f"target_{year}": 10_000 + 500 * age for age, year in enumerate(YEARS)},
        "target_total": 55_000,
    },
    {
        "area": "51",
        "strategic_issue": ISSUES[0],
        "kpi": "จำนวนนักท่องเที่ยว",
        "baseline": 120,
        "target_2571": 130,
        "target_total": "รักษาระดับ",
    },
    {"area": "51", "strategic_issue": ISSUES[1], "kpi": "พื้นที่เกษตรอินทรีย์", "target_2573": 7.5},
]


def project(issue, plan, flagship, name, **money):
    codes = {"national_strategy": "2.5", "national_plan": "หมุดหมายที่ 2", "regional_goal": None}
    shared = {"area": "51", "strategic_issue": issue, "plan": plan, "flagship": flagship}
    return {**shared, **codes, "project": name, "agency": "สำนักงานจังหวัดลำพูน", **money}


PROJECTS = [
    project(
        *(ISSUES[0], "พัฒนาแหล่งท่องเที่ยว", "เมืองเก่าลำพูน", "ปรับปรุงถนนอินทยงยศ"),
        budget_thb_2571=1_500_000,
        budget_thb_2572=2_000_000.5,
        budget_total_thb=3_500_000.5,
    ),
    project(
        *(ISSUES[0], "พัฒนาแหล่งท่องเที่ยว", "เมืองเก่าลำพูน", "จัดทำสื่อประชาสัมพันธ์"),
        budget_thb_2575=300_000,
    ),
    project(ISSUES[0], "พัฒนาบุคลากร", "มัคคุเทศก์ชุมชน", "อบรมมัคคุเทศก์", budget_thb_2573=90_000),
    project(ISSUES[1], "ยกระดับมาตรฐาน", "ลำไยปลอดภัย", "ตรวจรับรองแปลง", budget_thb_2574=750_000),
]
BRIEF = {
    "area": "51",
    "fiscal_year": 2571,
    "strategic_issue": ISSUES[0],
    "guideline": "ยกระดับเมืองเก่า",
    "issue_indicators": "รายได้จากการท่องเที่ยว ร้อยละ 5",
    "main_plan": "ท่องเที่ยว 20 ปี",
    "plan": "พัฒนาแหล่งท่องเที่ยว",
    "project": "เมืองเก่าลำพูน",
    "rationale": "เมืองเก่าทรุดโทรม นักท่องเที่ยวลดลง",
    "objectives": "1) ปรับปรุงถนน 2) จัดทำสื่อ",
    "indicators": "จำนวนนักท่องเที่ยว 50,000 คน",
    "target_area": "จังหวัดลำพูน อำเภอ: เมืองลำพูน ตำบล: ในเมือง",
    "activities": (
        "6.1 กิจกรรมที่ 1: ปรับปรุงถนน งบประมาณ: 3,500,000.50 บาท"
        " หน่วยงานผู้รับผิดชอบ: แขวงทางหลวงลำพูน หน่วยงานที่เกี่ยวข้อง: เทศบาลเมืองลำพูน"
        " 6.2 กิจกรรมที่ 2: จัดทำสื่อ งบประมาณ: 300,000.00 บาท หน่วยงานผู้รับผิดชอบ: ททท."
    ),
    "agency": "สำนักงานจังหวัดลำพูน",
    "related_agencies": "ททท. สำนักงานลำปาง",
    "duration": "ปีงบประมาณ พ.ศ. 2571",
    "budget_thb": 3_800_000.5,
    "source": "งบประมาณของจังหวัด",
    "outputs": "ถนน 1 สาย",
    "outcomes": "รายได้เพิ่มขึ้น",
}


@pytest.fixture
def con(tmp_path):
    with open_store(tmp_path / "store.duckdb") as connection:
        yield connection


@pytest.fixture
def take_in(con, tmp_path):
    """Takes a workbook in, whoever sent it, and gives its report."""

    def ingested(path):
        return ingest_file(con, path, Context(), data_dir=tmp_path / "data")

    return ingested


@pytest.fixture
def planned(take_in, tmp_path):
    """The plan, the projects and one brief, published."""
    sent = {"kpi_targets": INDICATORS, "plan_projects": PROJECTS, "project_brief": [BRIEF]}
    for name, rows in sent.items():
        path = tmp_path / f"{name}.xlsx"
        given = Context(area_code="51", fiscal_year=2571)
        write_template(FORMS[name], given, path, rows=rows, years=YEARS, guidance=False)
        assert take_in(path).state == "accepted"


@pytest.fixture
def facts(con):
    """The facts of a submission in a table, without where they stood, as one comparable set."""

    def of(table, submission_id):
        left_out = {"submission_id", "sheet_id", "src_row", "src_col"}
        found = con.execute(f"from {table} where submission_id = ? order by all", [submission_id])
        keys = [column[0] for column in found.description]
        rows = [dict(zip(keys, row, strict=True)) for row in found.fetchall()]
        return sorted(
            (tuple((k, v) for k, v in row.items() if k not in left_out) for row in rows), key=repr
        )

    return of
