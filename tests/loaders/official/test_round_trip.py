"""What is written as an official form is read back as the same facts."""

import openpyxl
import pytest

from loaders.cli import main
from loaders.official import NothingToWrite, write_j1, write_j11


@pytest.fixture
def j1(planned, con, tmp_path):
    write_j1(con, "51", 2571, tmp_path / "j1.xlsx")
    return tmp_path / "j1.xlsx"


@pytest.fixture
def j11(planned, con, tmp_path):
    write_j11(con, "51", 2571, tmp_path / "j11.xlsx")
    return tmp_path / "j11.xlsx"


def test_both_tables_are_read_as_their_forms(j1, take_in):
    report = take_in(j1)
    assert report.state == "accepted"
    assert [(sheet.form, sheet.rows) for sheet in report.sheets] == [
        ("kpi_targets", 3),
        ("plan_projects", 4),
    ]


@pytest.mark.parametrize(
    "table", ["fact_target", "fact_indicator", "fact_plan_project", "fact_plan_project_year"]
)
def test_the_facts_of_j1_come_back_the_same(j1, take_in, facts, table):
    report = take_in(j1)
    sent = [facts(table, number) for number in (1, 2)]
    back = [facts(table, number) for number in report.submissions]
    assert any(sent)
    assert [rows for rows in back if rows] == [rows for rows in sent if rows]


@pytest.mark.parametrize("table", ["fact_project_brief", "fact_brief_activity"])
def test_the_facts_of_j11_come_back_the_same(j11, take_in, facts, table):
    (number,) = take_in(j11).submissions
    sent = facts(table, 3)
    assert sent
    assert facts(table, number) == sent


def test_the_activities_of_a_brief_are_taken_apart(planned, con):
    found = con.execute(
        "select ordinal, activity, budget_thb::double, responsible_agency, related_agencies"
        " from fact_brief_activity order by ordinal"
    ).fetchall()
    assert found == [
        (1, "ปรับปรุงถนน", 3_500_000.5, "แขวงทางหลวงลำพูน", "เทศบาลเมืองลำพูน"),
        (2, "จัดทำสื่อ", 300_000.0, "ททท.", None),
    ]


def test_the_second_table_is_laid_out_as_the_official_one(j1):
    sheet = openpyxl.load_workbook(j1).active
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    start = rows.index(["บัญชีรายการชุดโครงการสำคัญ", "งบประมาณดำเนินการ"])
    assert rows[start + 1 : start + 8] == [
        [
            "แผนงาน/โครงการสำคัญ",
            "ยุทธศาสตร์/แผนแม่บทฯ",
            "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ ๑๔",
            "เป้าหมายและแนวทางการพัฒนาภาค",
            "แหล่ง งปม.",
            "หน่วยดำเนินการ",
            *("พ.ศ. 2571", "พ.ศ. 2572", "พ.ศ. 2573", "พ.ศ. 2574", "พ.ศ. 2575", "พ.ศ. 2571–2575"),
        ],
        ["ประเด็นการพัฒนา : การท่องเที่ยวเชิงสร้างสรรค์"],
        ["แผนงานที่ 1 : พัฒนาแหล่งท่องเที่ยว"],
        ["โครงการสำคัญ: เมืองเก่าลำพูน", "2.5", "หมุดหมายที่ 2"],
        [1, "ปรับปรุงถนนอินทยงยศ", "สำนักงานจังหวัดลำพูน", 1500000, 2000000.5, 3500000.5],
        [2, "จัดทำสื่อประชาสัมพันธ์", "สำนักงานจังหวัดลำพูน", 300000],
        ["แผนงานที่ 2 : พัฒนาบุคลากร"],
    ]


def test_money_keeps_the_cell_it_was_read_from(j1, take_in, con):
    report = take_in(j1)
    sheet = openpyxl.load_workbook(j1).active
    cells = con.execute(
        "select src_row, src_col, budget_thb::double from fact_plan_project_year"
        " where submission_id in (select unnest(?))",
        [list(report.submissions)],
    ).fetchall()
    assert len(cells) == 5
    assert [sheet.cell(row, col).value for row, col, _ in cells] == [value for *_, value in cells]


def test_two_briefs_of_one_agency_stand_beside_each_other(planned, j11, take_in, con, tmp_path):
    book = openpyxl.load_workbook(j11)
    for row in book.active.iter_rows():
        if row[0].value == "1. ชื่อโครงการสำคัญ":
            row[1].value = "ลำไยปลอดภัย"
    book.save(tmp_path / "other.xlsx")
    assert take_in(tmp_path / "other.xlsx").state == "accepted"
    published = con.execute(
        "select project from fact_project_brief semi join published_at(null)"
        " using (submission_id) order by project"
    ).fetchall()
    assert published == [("ลำไยปลอดภัย",), ("เมืองเก่าลำพูน",)]


def test_nothing_published_writes_nothing(con, tmp_path):
    with pytest.raises(NothingToWrite):
        write_j1(con, "52", 2571, tmp_path / "no.xlsx")
    with pytest.raises(NothingToWrite):
        write_j11(con, "52", 2571, tmp_path / "no.xlsx")
    assert not (tmp_path / "no.xlsx").exists()


@pytest.mark.parametrize("form", ["j1", "j1-1"])
def test_the_command_writes_the_form(planned, con, tmp_path, form):
    con.close()
    out = tmp_path / f"{form}.xlsx"
    asked = ["official", form, "--db", str(tmp_path / "store.duckdb"), "--fiscal-year", "2571"]
    assert main([*asked, "--province", "ลำพูน", "-o", str(out)]) == 0
    assert openpyxl.load_workbook(out).sheetnames == [{"j1": "แบบ จ.1", "j1-1": "จ.1-1 (1)"}[form]]
    assert main([*asked, "--province", "ลำปาง", "-o", str(tmp_path / "none.xlsx")]) == 1
