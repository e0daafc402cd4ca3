"""Questions of a waiting file are answered on the upload page and kept on the page of rules."""

import pytest
from openpyxl import Workbook

from loaders.rule_store import Draft, all_rules, remember

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AGENCY = "สำนักงานจังหวัดเชียงใหม่"
DASH = Draft("nil_meaning", "budget_thb", "zero", AGENCY, "budget_by_plan")
MISSPELT = Draft("area_alias", "เชียงไหม่", "50")


@pytest.fixture
def doubtful(tmp_path):
    """A budget with a misspelt header and a dash for money, as the browser would send it."""
    book = Workbook()
    for row in (
        (f"หน่วยงาน: {AGENCY}",),
        ("งบประมาณตามแผนงาน จังหวัดเชียงใหม่ ปีงบประมาณ 2568",),
        ("แผนงาน", "จำนวนโครงกาน", "งบประมาณ (บาท)"),
        ("น้ำ", 2, 100),
        ("ป่า", 3, "-"),
    ):
        book.active.append(row)
    path = tmp_path / "to upload.xlsx"
    book.save(path)
    return ("งบ.xlsx", path.read_bytes(), XLSX)


def drop(page, file):
    page.file_uploader[0].set_value([file]).run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def questions(page):
    return [one for one in page.selectbox if (one.key or "").startswith("question.")]


def remember_button(page):
    (button,) = [one for one in page.button if one.label == "จำคำตอบและตรวจใหม่"]
    return button


def kept(folder, store_of):
    with store_of(folder) as con:
        return [(r.kind, r.agency, r.form, r.subject, r.answer) for r in all_rules(con)]


def test_answers_given_on_the_upload_page_are_remembered_and_not_asked_again(
    empty, opened, doubtful, store_of
):
    page = drop(opened("upload"), doubtful)
    assert [one.label for one in questions(page)] == [
        "หัวตาราง «จำนวนโครงกาน» คือคอลัมน์ใด",
        "ขีด (-) ในคอลัมน์ «งบประมาณ» หมายถึงอะไร",
    ]
    assert [one.value for one in questions(page)] == [None, None]

    questions(page)[0].select("project_count")
    questions(page)[1].select("zero")
    remember_button(page).click().run()

    assert not page.exception, [error.message for error in page.exception]
    assert questions(page) == []
    assert kept(empty, store_of) == [
        ("column_meaning", AGENCY, "budget_by_plan", "จำนวนโครงกาน", "project_count"),
        ("nil_meaning", AGENCY, "budget_by_plan", "budget_thb", "zero"),
    ]


def test_a_question_left_open_makes_no_rule(empty, opened, doubtful, store_of):
    page = drop(opened("upload"), doubtful)
    questions(page)[1].select("not_reported")
    remember_button(page).click().run()

    assert len(questions(page)) == 1
    assert [rule[0] for rule in kept(empty, store_of)] == ["nil_meaning"]


def test_the_page_of_rules_says_where_they_will_come_from(empty, opened):
    assert opened("rules").info[0].value.startswith("ยังไม่มีกติกาที่จำไว้")


@pytest.fixture
def ruled(empty, store_of):
    """A data folder whose store remembers two rules."""
    with store_of(empty) as con:
        remember(con, DASH, actor="somchai", reason="หนังสือ ว 12")
        remember(con, MISSPELT, actor="somsri")
    return empty


def test_rules_are_listed_newest_first_in_words(ruled, opened):
    listed = opened("rules").dataframe[0].value
    columns = ["rule_id", "kind", "subject", "answer", "agency", "made_by", "reason"]
    assert listed[columns].to_numpy().tolist() == [
        [2, "ชื่อพื้นที่", "เชียงไหม่", "เชียงใหม่", "ทุกหน่วยงาน", "somsri", ""],
        [1, "ขีด (-)", "งบประมาณ", "ศูนย์", AGENCY, "somchai", "หนังสือ ว 12"],
    ]


def test_rules_are_filtered_by_kind(ruled, opened):
    page = opened("rules")
    page.selectbox(key="rules.filter.kind").select("nil_meaning").run()
    assert page.dataframe[0].value["rule_id"].tolist() == [1]


def press(page, label):
    (button,) = [one for one in page.button if one.label == label]
    button.click().run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def reason_of(page):
    (reason,) = [one for one in page.text_input if one.label == "เหตุผล"]
    return reason


def test_a_rule_is_revoked_with_a_reason_only_and_stays_on_record(ruled, opened, store_of):
    page = press(opened("rules"), "ยกเลิกกติกานี้")
    assert [warning.value for warning in page.warning] == ["กรุณาระบุเหตุผล"]

    reason_of(page).set_value("เป็นอำเภอ ไม่ใช่จังหวัด")
    press(page, "ยกเลิกกติกานี้")

    assert [told.value for told in page.success] == ["ยกเลิกกติกาข้อ 2 แล้ว ระบบจะถามเรื่องนี้อีก"]
    assert page.dataframe[0].value["rule_id"].tolist() == [1]
    page.toggle(key="rules.filter.revoked").set_value(True).run()
    assert page.dataframe[0].value["state"].tolist() == ["✕ ยกเลิกแล้ว", "▲ ใช้อยู่"]
    with store_of(ruled) as con:
        assert [rule.revoked_because for rule in all_rules(con)] == ["", "เป็นอำเภอ ไม่ใช่จังหวัด"]


def test_a_rule_is_changed_by_one_that_takes_its_place(ruled, opened, store_of):
    page = opened("rules")
    page.selectbox(key="rules.filter.kind").select("nil_meaning").run()
    (answer,) = [one for one in page.selectbox if one.label == "แก้คำตอบ"]
    answer.select("not_reported")
    reason_of(page).set_value("ถามหน่วยงานแล้ว")
    press(page, "บันทึกคำตอบใหม่")

    with store_of(ruled) as con:
        found = [(r.rule_id, r.answer, r.revoked_at is None) for r in all_rules(con)]
    assert found == [(1, "zero", False), (2, "50", True), (3, "not_reported", True)]
