"""Each kind of question: asked, answered once, used on the agency's next file, and revocable."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from openpyxl import Workbook

from loaders.ingest import check_file, examine_file, ingest_file
from loaders.questions import UnknownAnswer, questions_of
from loaders.rule_store import all_rules, remember, revoke, uses
from loaders.table import Context
from store import open_store

OURS, OTHERS = "สำนักงานจังหวัดเชียงใหม่", "สำนักงานเกษตรจังหวัดเชียงใหม่"
BUDGET = ("แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)")
RESULTS = ("ตัวชี้วัด", "หน่วยวัด", "ค่าเป้าหมาย", "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4")
PROJECTS = ("โครงการ", "แผนงาน", "หน่วยดำเนินการ", "อำเภอ", "งบประมาณ (บาท)")


@dataclass(frozen=True)
class Case:
    """A table that raises the finding `code`; `effect` is what an examination shows of the answer."""

    kind: str
    code: str
    rows: tuple[tuple, ...]
    answer: str
    effect: object
    expected: object
    place: str = "จังหวัดเชียงใหม่"


def column(key):
    return lambda tables: tables[0].rows[key].to_pylist()


def series(tables):
    return [int(value) for value in tables[0].series["value"].to_pylist()]


def answers(tables):
    return dict(tables[0].answers)


TARGETS = ("ตัวชี้วัด", "หน่วยวัด", "ข้อมูลพื้นฐาน", "2569", "2570", "2569 - 2570")

CASES = [
    Case(
        "column_meaning",
        "missing_column",
        (("แผนงาน", "จำนวนโครงการ", "ร้อยละ", "ยอดที่ใช้จ่าย"), ("น้ำ", 2, 25, 100), ("ป่า", 3, 75, 300)),
        "ยอดที่ใช้จ่าย",
        column("budget_thb"),
        [Decimal(100), Decimal(300)],
    ),
    Case(
        "column_meaning",
        "column_resembles",
        (("แผนงาน", "จำนวนโครงกาน", "งบประมาณ (บาท)"), ("น้ำ", 2, 5000), ("ป่า", 3, 6000)),
        "project_count",
        column("project_count"),
        [2, 3],
    ),
    Case(
        "nil_meaning",
        "nil_unclear",
        (BUDGET, ("น้ำ", 2, 5000), ("ป่า", 3, "-")),
        "zero",
        column("budget_thb"),
        [Decimal(5000), Decimal(0)],
    ),
    Case(
        "area_alias",
        "ambiguous_area",
        (("ตัวชี้วัด", "อำเภอ", "หน่วยวัด", "ไตรมาส 1"), ("จำนวนคดี", "เฉลิมพระเกียรติ", "คดี", 3)),
        "3123",
        column("district"),
        ["3123"],
        place="กลุ่มจังหวัดภาคตะวันออกเฉียงเหนือตอนล่าง 1",
    ),
    Case(
        "area_alias",
        "unknown_area",
        (PROJECTS, ("ก", "น้ำ", "ชลประทาน", "ฝั่งโน้น", 90_000)),
        "5007",
        column("district"),
        ["5007"],
    ),
    Case(
        "target_rule",
        "target_total_disputed",
        (TARGETS, ("รายได้จากการท่องเที่ยวเพิ่มขึ้น", "ร้อยละ", 5, 10, 10, 10)),
        "maintain",
        column("target_rule"),
        ["maintain"],
    ),
    Case(
        "style",
        "style_undeclared",
        (TARGETS, ("จำนวนคดียาเสพติด", "คดี", "3085", 3000, 2900, 2900)),
        "stock",
        column("submission_style"),
        ["stock"],
    ),
    Case(
        "change_mode",
        "change_mode_unclear",
        (TARGETS, ("ร้อยละครัวเรือนที่มีน้ำใช้", "ร้อยละ", "19.53", 5, 5, 10)),
        "points",
        answers,
        {("change_mode", "", "ร้อยละครัวเรือนที่มีน้ำใช้"): "points"},
    ),
    Case(
        "unit_factor",
        "unit_suspected",
        (BUDGET, ("น้ำ", 2, 36.5), ("ป่า", 3, 40)),
        "1000",
        column("budget_thb"),
        [Decimal(36_500), Decimal(40_000)],
    ),
    Case(
        "unit_factor",
        "ratio_as_percent",
        (
            (*BUDGET, "ร้อยละ"),
            ("น้ำ", 2, 30_000, 0.3),
            ("ป่า", 3, 50_000, 0.5),
            ("ถนน", 3, 20_000, 0.2),
        ),
        "100",
        column("share_pct_reported"),
        [Decimal(30), Decimal(50), Decimal(20)],
    ),
    Case(
        "style",
        "looks_cumulative",
        (RESULTS, ("จำนวนคดี", "คดี", 50, 10, 22, 35, 48)),
        "cumulative",
        series,
        [10, 12, 13, 13],
    ),
    Case(
        "form_of_sheet",
        "no_known_form",
        (("แผนงาน", "จำนวนชิ้น", "ยอดที่ใช้จ่าย"), ("น้ำ", 2, 100), ("ป่า", 3, 300)),
        "budget_by_plan",
        lambda tables: tables[0].form.name,
        "budget_by_plan",
    ),
]
NAMES = [f"{case.kind}-{case.code}" for case in CASES]


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


@pytest.fixture
def sent(tmp_path):
    """Writes a file of a case as an agency sends it; another year makes it the next one."""

    def write(case, agency=OURS, year=2568):
        book = Workbook()
        for row in ((f"หน่วยงาน: {agency}",), (f"{case.place} ปีงบประมาณ {year}",), *case.rows):
            book.active.append(row)
        path = tmp_path / f"{agency} {year}.xlsx"
        book.save(path)
        return path

    return write


def asked_in(con, path, code):
    return [one for one in questions_of(check_file(path, con=con).findings) if one.code == code]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_question_is_asked_once_and_its_answer_used_on_the_next_file(con, sent, case):
    first, following = sent(case), sent(case, year=2567)
    (question,) = asked_in(con, first, case.code)
    assert (question.asks.kind, question.asks.agency) == (case.kind, OURS)
    assert (
        case.answer in {choice.answer for choice in question.choices} or case.kind == "area_alias"
    )

    remember(con, question.draft(case.answer), actor="somchai")

    for path in (first, following):
        assert asked_in(con, path, case.code) == []
        assert case.effect(examine_file(con, path, Context()).tables) == case.expected


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_answer_of_one_agency_is_not_anothers_until_said_of_everybody(con, sent, case):
    (question,) = asked_in(con, sent(case), case.code)
    remember(con, question.draft(case.answer))
    theirs = sent(case, agency=OTHERS)
    assert len(asked_in(con, theirs, case.code)) == 1

    remember(con, question.draft(case.answer, everybody=True))
    assert asked_in(con, theirs, case.code) == []


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_revoked_answer_is_asked_for_again(con, sent, case):
    path = sent(case)
    before = check_file(path, con=con).findings
    (question,) = asked_in(con, path, case.code)
    made = remember(con, question.draft(case.answer))
    revoke(con, made.rule_id, reason="ตอบผิด")

    assert check_file(path, con=con).findings == before


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_note_names_the_rule_that_decided(con, sent, case):
    path = sent(case)
    (question,) = asked_in(con, path, case.code)
    made = remember(con, question.draft(case.answer))
    notes = [one for one in check_file(path, con=con).findings if one.code == "rule_applied"]
    assert [one.params["rule"] for one in notes] == [str(made.rule_id)]


def test_answers_are_counted_by_the_files_they_were_used_on(con, sent, tmp_path):
    case = CASES[2]
    (question,) = asked_in(con, sent(case), case.code)
    made = remember(con, question.draft(case.answer))
    for year in (2566, 2567):
        ingest_file(con, sent(case, year=year), data_dir=tmp_path)
    assert uses(con) == {made.rule_id: 2}


def test_the_text_as_typed_is_kept_beside_the_value_a_rule_gave(con, sent, tmp_path):
    case = CASES[2]
    (question,) = asked_in(con, sent(case), case.code)
    remember(con, question.draft(case.answer))
    ingest_file(con, sent(case), data_dir=tmp_path)
    assert con.execute(
        "select budget_thb::integer, cell_text from fact_budget_plan"
        " join raw_cell using (sheet_id, src_row) where plan = 'ป่า'"
    ).fetchall() == [(0, "-")]


def test_an_answer_that_the_question_cannot_have_is_refused(con, sent):
    (question,) = asked_in(con, sent(CASES[2]), "nil_unclear")
    with pytest.raises(UnknownAnswer):
        question.draft("perhaps")


def test_the_newer_answer_stands_and_the_older_is_on_record(con, sent):
    (question,) = asked_in(con, sent(CASES[2]), "nil_unclear")
    remember(con, question.draft("zero"))
    remember(con, question.draft("not_reported"))
    assert [(one.answer, one.revoked_at is None) for one in all_rules(con)] == [
        ("zero", False),
        ("not_reported", True),
    ]


def test_many_cells_of_one_doubt_are_one_question(con, sent):
    case = Case(
        "", "", (PROJECTS, *(("ก", "น้ำ", "ช", "ฝั่งโน้น", 90_000 + i) for i in range(20))), "", 0, 0
    )
    (question,) = asked_in(con, sent(case), "unknown_area")
    assert (question.cell_count, question.cells[:2], len(question.cells)) == (20, ("D4", "D5"), 12)


def test_every_column_of_a_sheet_nobody_knew_can_be_mapped(con, sent):
    rows = (("แห่ง", "คนทั้งหมด", "ไร่"), ("เชียงใหม่", 1_700_000, 5), ("ลำพูน", 400_000, 7))
    path = sent(Case("", "", rows, "", 0, 0))
    (which,) = asked_in(con, path, "no_known_form")
    remember(con, which.draft("area_profile"))

    asked = {one.asks.subject: one for one in asked_in(con, path, "column_resembles")}
    assert list(asked) == ["แห่ง", "คนทั้งหมด", "ไร่"]
    for header, answer in (("แห่ง", "area"), ("คนทั้งหมด", "population"), ("ไร่", "ignore")):
        remember(con, asked[header].draft(answer))

    examined = examine_file(con, path, Context())
    assert examined.report.state == "accepted"
    assert examined.tables[0].rows.select(["area", "population"]).to_pylist() == [
        {"area": "50", "population": 1_700_000},
        {"area": "51", "population": 400_000},
    ]
