"""Whose a file is that names no agency: asked where somebody is expected, and never taken for granted."""

import pytest
from openpyxl import Workbook

from loaders.asks import NOBODY
from loaders.ingest import check_file, ingest_file
from loaders.locks import Period
from loaders.questions import questions_of
from loaders.rounds import Assignment, Expectation, expect, waive
from loaders.rule_store import all_rules, remember, revoke
from loaders.rules import subject_key
from loaders.senders import tells
from loaders.table import Context
from store import open_store

FARMS, OFFICE = "สำนักงานเกษตรจังหวัดเชียงใหม่", "สำนักงานจังหวัดเชียงใหม่"
TITLE = "ผลการดำเนินงานตามตัวชี้วัด จังหวัดเชียงใหม่ ปีงบประมาณ 2569 ไตรมาส 1"
HEADER = ("ตัวชี้วัด", "หน่วยวัด", "ผลการดำเนินงาน")


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


@pytest.fixture
def sheet(tmp_path):
    """Writes a workbook of results that names its province and quarter, but no agency."""

    def sheet(name, value, title=TITLE):
        book = Workbook()
        for row in ((title,), HEADER, ("จำนวนนักท่องเที่ยว", "คน", value)):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return sheet


def sent(con, path, tmp_path, agency=None):
    return ingest_file(con, path, Context(agency=agency), data_dir=tmp_path / "data")


def asked(report):
    return [one for one in questions_of(report.findings) if one.asks.kind == "agency_of_file"]


def slots(con):
    query = "select slot from submission order by submission_id"
    return [slot for (slot,) in con.execute(query).fetchall()]


def expected(agency, form="kpi_results", area="50"):
    return Expectation(Assignment(agency, form, area), Period(2569, 1))


def test_nobody_is_asked_for_where_nobody_is_known(con, sheet, tmp_path):
    report = sent(con, sheet("ผล.xlsx", 5), tmp_path)
    assert (report.state, asked(report)) == ("accepted", [])
    assert slots(con) == ["kpi_results/-/50/2569/1"]


def test_a_file_without_agency_waits_where_an_agency_is_expected(con, sheet, tmp_path):
    expect(con, [expected(FARMS)])
    report = sent(con, sheet("ผล.xlsx", 5), tmp_path)
    (question,) = asked(report)
    assert (report.state, slots(con), question.blocks) == ("rejected", [], True)
    assert [(one.answer, one.detail) for one in question.choices] == [
        (FARMS, "expected"),
        (NOBODY, ""),
    ]
    assert question.why(question.choices[0], "th") == "ต้องส่งในรอบนี้ ยังไม่ส่ง"
    assert question.label(NOBODY, "th") == "ไม่ใช่ของหน่วยงานใดโดยเฉพาะ"


def test_who_sent_before_and_who_has_sent_already_are_told_apart(con, sheet, tmp_path):
    last = TITLE.replace("ไตรมาส 1", "ไตรมาส 4").replace("2569", "2568")
    sent(con, sheet("a.xlsx", 1, last), tmp_path, FARMS)
    sent(con, sheet("b.xlsx", 2), tmp_path, OFFICE)
    expect(con, [expected("สำนักงานคลังจังหวัดเชียงใหม่"), expected(FARMS, area="51")])
    (question,) = asked(sent(con, sheet("c.xlsx", 3), tmp_path))
    assert [(one.answer, one.detail) for one in question.choices] == [
        ("สำนักงานคลังจังหวัดเชียงใหม่", "expected"),
        (FARMS, "earlier"),
        (OFFICE, "sent"),
        (NOBODY, ""),
    ]


def test_whoever_brings_the_file_may_say_it_at_once(con, sheet, tmp_path):
    expect(con, [expected(FARMS)])
    report = sent(con, sheet("ผล.xlsx", 5), tmp_path, FARMS)
    assert (report.state, asked(report)) == ("accepted", [])


def test_an_answer_holds_for_this_file_alone_where_its_name_says_nothing(con, sheet, tmp_path):
    expect(con, [expected(FARMS)])
    path = sheet("Book1.xlsx", 5)
    (question,) = asked(check_file(path, con=con))
    remember(con, question.draft(FARMS))
    report = sent(con, path, tmp_path)
    assert report.state == "accepted"
    assert [one.code for one in report.findings] == ["rule_applied"]
    assert slots(con) == [f"kpi_results/{FARMS}/50/2569/1"]
    (again,) = asked(sent(con, sheet("Book1.xlsx", 6), tmp_path))
    assert again.choices[0].detail == "sent"


def test_a_name_that_tells_the_agency_is_not_asked_about_next_quarter(con, sheet, tmp_path):
    expect(con, [expected(FARMS)])
    (question,) = asked(check_file(sheet("ผลเกษตร ไตรมาส 1-2569.xlsx", 5), con=con))
    rule = remember(con, question.draft(FARMS))
    later = TITLE.replace("ไตรมาส 1", "ไตรมาส 2")
    path = sheet("ผลเกษตร ไตรมาส 2-2569 (1).xlsx", 6, later)
    assert sent(con, path, tmp_path).state == "accepted"
    assert slots(con) == [f"kpi_results/{FARMS}/50/2569/2"]
    other_area = TITLE.replace("เชียงใหม่", "ลำพูน")
    expect(con, [expected("สำนักงานเกษตรจังหวัดลำพูน", area="51")])
    assert asked(check_file(sheet("ผลเกษตร.xlsx", 7, other_area), con=con))
    revoke(con, rule.rule_id)
    assert asked(check_file(sheet("ผลเกษตร ไตรมาส 2-2569.xlsx", 8, later), con=con))


def test_of_no_single_agency_is_an_answer_too(con, sheet, tmp_path):
    expect(con, [expected(FARMS)])
    path = sheet("รวม.xlsx", 5)
    (question,) = asked(check_file(path, con=con))
    remember(con, question.draft(NOBODY))
    assert sent(con, path, tmp_path).state == "accepted"
    assert slots(con) == ["kpi_results/-/50/2569/1"]
    assert "#" in all_rules(con)[0].subject


def test_an_agency_nobody_listed_can_be_named(con, sheet):
    expect(con, [expected(FARMS)])
    (question,) = asked(check_file(sheet("ผล.xlsx", 5), con=con))
    assert question.draft("สำนักงานประมงจังหวัดเชียงใหม่").answer == "สำนักงานประมงจังหวัดเชียงใหม่"


def test_who_is_excused_may_still_have_sent_it(con, sheet):
    expect(con, [expected(FARMS)])
    waive(con, Period(2569, 1), Assignment(FARMS, "kpi_results", "50"), "ไม่มีข้อมูล")
    assert asked(check_file(sheet("ผล.xlsx", 5), con=con))


@pytest.mark.parametrize(
    ("name", "agency", "answer"),
    [
        ("ผล_เกษตร_Q1.csv", FARMS, True),
        ("Book1.csv", FARMS, False),
        ("เชียงใหม่.csv", "สำนักงานคลังจังหวัดเชียงใหม่", False),
        ("จังหวัด สำนักงาน.csv", FARMS, False),
        ("kpi (สาธิต).csv", f"{FARMS} (สาธิต)", False),
    ],
)
def test_a_name_tells_by_letters_of_the_agencys_own(name, agency, answer):
    assert tells(name, agency) is answer


def test_numbers_that_may_be_an_agencys_own_keep_names_apart():
    def key(name):
        return subject_key("agency_of_file", name)

    assert key("สพป เขต 1 ไตรมาส 1.xlsx") == key("สพป เขต 1 ไตรมาสที่ 3 (2).csv")
    assert key("สพป เขต 1 ไตรมาส 1.xlsx") != key("สพป เขต 2 ไตรมาส 1.xlsx")
    assert key("เกษตร Q1_2569.xlsx") == key("เกษตร q๔_2570.xlsx")
