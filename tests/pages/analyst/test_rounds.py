"""The rounds page: counts in the headline, excusing, closing, asking, and the letter."""

from datetime import date

import pytest

from loaders.locks import Period, is_locked
from loaders.rounds import Assignment, Expectation, assignments, expect, waive

ROUND = Period(2569, 1)
LATE = Assignment("สำนักงานพาณิชย์จังหวัดเชียงใหม่", "budget_by_plan", "50")
SENDER = Assignment("สำนักงานจังหวัดเชียงใหม่", "budget_by_plan", "50")
LONG_AFTER = date(2100, 1, 1)


@pytest.fixture
def owing(full, store_of):
    """Besides the office, whose budget has come, the commerce office is to send one."""
    with store_of(full) as con:
        expect(con, [Expectation(one, ROUND, due_quarter=1) for one in (LATE, SENDER)])
    return full


@pytest.fixture
def clicked(monkeypatch):
    """The cell of the agency that owes its budget: a test cannot click a cell."""
    from ui import round_matrix

    def missing(rows):
        return rows[rows["agency"] == LATE.agency].iloc[0].to_dict()

    monkeypatch.setattr(round_matrix, "_draw_table", missing)


def shown(opened, view="matrix", lang="th"):
    page = opened("rounds", fy="2569", quarter="1", province="50")
    page.session_state["rounds.view"] = view
    page.query_params["lang"] = lang  # last: a test cannot go on from a page in English
    page.run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def submit(page, label, text):
    page.text_input[0].set_value(text)
    next(button for button in page.button if button.label == label).click().run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def test_an_empty_store_leads_to_the_upload_page(empty, opened):
    assert opened("rounds").info[0].value.startswith("ยังไม่มีรอบการส่ง")


def test_the_headline_counts_agencies_and_submissions(owing, opened):
    (headline,) = [one.value for one in shown(opened).subheader]
    assert "ส่งครบแล้ว 1/2 หน่วยงาน" in headline
    assert "ได้รับ 1/2 ชุด" in headline


def test_the_matrix_says_each_state_by_sign_and_word(owing, opened):
    matrix = shown(opened, lang="en").dataframe[0].value
    states = dict(zip(matrix["agency"], matrix["budget_by_plan"], strict=True))
    assert states[LATE.agency] == "▼ Missing"
    # The file comes when the test runs, long after January 2569 (2026).
    assert states[SENDER.agency] == "● Late"


def test_an_agency_is_excused_only_for_a_reason(owing, opened, clicked, store_of):
    page = submit(shown(opened), "ยกเว้นไม่ต้องส่งในรอบนี้", " ")
    assert [one.value for one in page.warning] == ["กรุณาระบุเหตุผล เพื่อให้ผู้อื่นเข้าใจภายหลัง"]
    page = submit(page, "ยกเว้นไม่ต้องส่งในรอบนี้", "ไม่มีงบประมาณ")
    assert "ส่งครบแล้ว 1/1 หน่วยงาน" in page.subheader[0].value
    with store_of(owing) as con:
        assert con.execute("select agency_key, reason, waived from waiver").fetchall() == [
            (LATE.agency, "ไม่มีงบประมาณ", True)
        ]


def test_an_excuse_is_taken_back(owing, opened, clicked, store_of):
    with store_of(owing) as con:
        waive(con, ROUND, LATE, "ไม่มีงบประมาณ")
    page = submit(shown(opened), "เลิกยกเว้น", "มีงบเหลือจ่าย")
    assert "ส่งครบแล้ว 1/2 หน่วยงาน" in page.subheader[0].value


def test_a_round_is_closed_and_opened_with_a_reason(owing, opened, store_of):
    page = shown(opened, "calendar")
    page.text_input[1].set_value("ส่งรายงานผู้ว่าแล้ว")
    next(one for one in page.button if one.label == "ปิดรอบนี้ทันที").click().run()
    with store_of(owing) as con:
        assert is_locked(con, 2569, 1, LONG_AFTER)
    assert any("ส่งรายงานผู้ว่าแล้ว" in one.value for one in page.text)
    page.text_input[1].set_value("ขอแก้ข้อมูล")
    next(one for one in page.button if one.label == "เปิดรอบนี้").click().run()
    with store_of(owing) as con:
        assert not is_locked(con, 2569, 1, LONG_AFTER)


def test_dates_are_announced_as_days_after_the_quarter(owing, opened, store_of):
    page = shown(opened, "calendar")
    page.number_input[1].set_value(20)
    next(one for one in page.button if one.label == "ประกาศ").click().run()
    assert not page.exception
    with store_of(owing) as con:
        dates = con.execute("select opens_on, due_on, locks_on from submission_round").fetchall()
    assert dates == [(date(2026, 1, 1), date(2026, 1, 20), date(2026, 2, 14))]


def test_an_agency_is_asked_to_send(owing, opened, store_of):
    page = shown(opened, "expected")
    (agency, form, area, _) = page.main.selectbox[-4:]
    agency.set_value(SENDER.agency)
    form.set_value("risks")
    area.set_value("50")
    next(one for one in page.button if one.label == "กำหนดให้ส่งตั้งแต่รอบนี้").click().run()
    assert not page.exception, [error.message for error in page.exception]
    with store_of(owing) as con:
        assert Assignment(SENDER.agency, "risks", "50") in assignments(con, ROUND, LONG_AFTER)


@pytest.mark.parametrize(("lang", "words"), [("th", "ขอความอนุเคราะห์"), ("en", "Request for data")])
def test_the_letter_is_there_to_copy(owing, opened, lang, words):
    (letter,) = [one.value for one in shown(opened, "reminder", lang).code]
    assert words in letter
    assert LATE.agency in letter
