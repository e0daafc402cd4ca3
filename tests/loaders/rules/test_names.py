"""Names of plans, issues and indicators that the strategy spells otherwise."""

from datetime import datetime

import pytest
from openpyxl import Workbook

from loaders.ingest import check_file, ingest_file
from loaders.names import name_key
from loaders.questions import questions_of
from loaders.rule_store import remember
from store import open_store

AREA = "จังหวัดเชียงใหม่"
DECLARED = {
    "plan": ("เศรษฐกิจพอเพียง", "ฟื้นฟูความอุดมสมบูรณ์"),
    "strategic_issue": ("เมืองน่าอยู่", "เกษตรปลอดภัย"),
}


@pytest.fixture
def con():
    """A store whose strategy declares two plans and two issues, and whose targets one indicator."""
    with open_store(":memory:") as connection:
        _declare(connection)
        yield connection


def _declare(con):
    now = datetime(2026, 1, 1)
    con.execute(
        "insert into submission (submission_id, slot, version, sha256, form, form_version,"
        " loader_version, row_count, demo, created_at)"
        " values (1, 'slot', 1, 'sha', 'strategy', 1, '1', 1, false, ?)",
        [now],
    )
    con.execute(
        "insert into submission_event (event_id, submission_id, event, at_time)"
        " values (1, 1, 'published', ?)",
        [now],
    )
    for node_type, titles in DECLARED.items():
        for title in titles:
            con.execute(
                "insert into fact_strategy_node (submission_id, sheet_id, src_row, owner_area_code,"
                " plan_name, year_from, year_to, node_type, node_code, title, title_key)"
                " values (1, 1, 1, '50', 'แผน', 2566, 2570, ?, ?, ?, ?)",
                [node_type, title, title, name_key(title)],
            )
    con.execute(
        "insert into fact_indicator (submission_id, sheet_id, src_row, area_code, kpi_code, kpi,"
        " kpi_key) values (1, 1, 1, '50', 'CM-1', 'รายได้จากการท่องเที่ยว', ?)",
        [name_key("รายได้จากการท่องเที่ยว")],
    )


@pytest.fixture
def sent(tmp_path):
    def write(name, *rows):
        book = Workbook()
        for row in ((f"งบ {AREA} ปีงบประมาณ 2568",), *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


PROJECTS = ("โครงการ", "แผนงาน", "ประเด็นยุทธศาสตร์", "หน่วยดำเนินการ", "งบประมาณ (บาท)")
RESULTS = ("ตัวชี้วัด", "หน่วยวัด", "ไตรมาส", "ผลการดำเนินงาน")
PLAN, ISSUE, KPI = "ขนส่งมวลชน", "คมนาคมสะดวก", "เงินที่นักท่องเที่ยวใช้จ่าย"

CASES = [
    ("plan_not_in_strategy", (PROJECTS, ("ก", PLAN, "", "ช", 90_000)), "เศรษฐกิจพอเพียง"),
    (
        "issue_not_in_strategy",
        (PROJECTS, ("ก", "เศรษฐกิจพอเพียง", ISSUE, "ช", 90_000)),
        "เกษตรปลอดภัย",
    ),
    ("kpi_not_declared", (RESULTS, (KPI, "ล้านบาท", 1, 5)), "รายได้จากการท่องเที่ยว"),
]
KEPT = {
    "plan_not_in_strategy": "select plan_key, plan from fact_project",
    "issue_not_in_strategy": "select issue_key, strategic_issue from fact_project",
    "kpi_not_declared": "select kpi_key, kpi from fact_kpi_result",
}
WRITTEN = {
    "plan_not_in_strategy": PLAN,
    "issue_not_in_strategy": ISSUE,
    "kpi_not_declared": KPI,
}


@pytest.mark.parametrize(("code", "rows", "answer"), CASES, ids=[case[0] for case in CASES])
def test_a_spelling_is_asked_once_and_then_counts_as_the_name_it_means(
    con, sent, tmp_path, code, rows, answer
):
    path = sent("ก.xlsx", *rows)
    (question,) = [
        one for one in questions_of(check_file(path, con=con).findings) if one.code == code
    ]
    assert answer in [choice.answer for choice in question.choices]

    remember(con, question.draft(answer))
    report = ingest_file(con, path, data_dir=tmp_path)

    assert code not in {finding.code for finding in report.findings}
    assert con.execute(KEPT[code]).fetchall() == [(name_key(answer), WRITTEN[code])]


def test_a_result_by_another_name_goes_with_the_indicator_it_means(con, sent, tmp_path):
    path = sent("ก.xlsx", RESULTS, (KPI, "ล้านบาท", 1, 5))
    (question,) = questions_of(check_file(path, con=con).findings)
    remember(con, question.draft("รายได้จากการท่องเที่ยว"))
    ingest_file(con, path, data_dir=tmp_path)
    assert con.execute("select kpi_code from kpi_result_at(null, 2568, 2568, null)").fetchall() == [
        ("CM-1",)
    ]


def test_a_result_that_brings_its_code_is_known_by_it(con, sent):
    path = sent("ก.xlsx", ("รหัสตัวชี้วัด", *RESULTS), ("CM-1", KPI, "ล้านบาท", 1, 5))
    assert questions_of(check_file(path, con=con).findings) == ()
