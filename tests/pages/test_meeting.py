"""Meetings on the pages: frozen figures, decisions with their follow-up, the five-minute view."""

from datetime import timedelta

import pytest
from given import Given
from streamlit.testing.v1 import AppTest

from loaders import meetings
from loaders.meetings import Decision, Tie
from store import transaction
from store.database import utc_now
from ui import data

TODAY = (utc_now() + timedelta(hours=7)).date()
EXECUTIVE = ("overview", "indicators", "budget", "community_plans", "compare")
TARGETS = """
    area_code | kpi | unit | unit_kind | direction | submission_style
    50 | รายได้ | ล้านบาท | money | higher | period
"""
YEARLY = "area_code | kpi_code | fiscal_year | target\n50 | 50/รายได้ | 2569 | 400"


def results(income):
    return f"""
        area_code | kpi | unit_kind | fiscal_year | quarter | actual
        50 | รายได้ | money | 2569 | 1 | {income}
    """


@pytest.fixture
def met(empty):
    """One province, a meeting, and after it a corrected result; the meeting decided two things."""
    store = Given(empty)
    store.sent("kpi_targets", fact_indicator=TARGETS, fact_target=YEARLY)
    first = store.sent("kpi_results", quarter=1, fact_kpi_result=results(100))
    number = meetings.hold(store.con, "50", "ประชุมหนึ่ง", TODAY, snapshot_at=store.day)
    store.day += timedelta(days=1)
    store.event(first, "superseded")
    store.sent("kpi_results", quarter=1, fact_kpi_result=results(30))
    late = Decision(number, "50", "เร่งเบิกจ่าย", "ปลัดจังหวัด", TODAY - timedelta(9))
    meetings.decide(store.con, late)
    tied = Tie("indicator", "50/รายได้", "รายได้")
    meetings.decide(
        store.con, Decision(number, "50", "ทบทวนเป้า", "คลัง", TODAY + timedelta(3), tied)
    )
    store.con.close()
    return str(number)


def texts(page):
    kinds = (page.markdown, page.text, page.subheader, page.header, page.caption, page.info)
    return "\n".join(element.value for kind in kinds for element in kind)


def test_an_empty_store_invites_to_the_first_meeting(empty, opened):
    page = opened("meeting")

    assert "ยังไม่มีข้อสั่งการ" in texts(page)
    assert [button.label for button in page.button if "5 นาที" in button.label]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("present", ["", "1"])
def test_the_page_opens_full_and_empty_on_the_desk_and_on_the_wall(full, opened, lang, present):
    opened("meeting", lang=lang, present=present, group="upper-north-1", fy="2569")


def test_the_figures_of_a_meeting_stay_whatever_was_published_later(met, opened):
    live = opened("overview", fy="2569", province="50")
    frozen = opened("overview", fy="2569", province="50", meeting=met)

    # 100 of the 100 due by the first quarter; the correction to 30 came after the meeting.
    assert "▼ วิกฤต 1 จาก 1 ตัวชี้วัด" in texts(live)
    assert "▲ บรรลุ 1 จาก 1 ตัวชี้วัด" in texts(frozen)
    assert "ตรึงตัวเลข ณ" in texts(frozen)
    assert "ตรึงตัวเลข ณ" not in texts(live)


def shown(page):
    """Everything a reader of the page can take a figure from."""
    return texts(page), [chart.proto.spec for chart in page.get("plotly_chart")]


@pytest.mark.parametrize("name", EXECUTIVE)
def test_a_page_frozen_at_a_meeting_is_the_same_after_a_new_version(empty, met, opened, name):
    before = shown(opened(name, fy="2569", province="50", meeting=met))
    store = Given(empty)
    store.count, store.day = 10, store.day + timedelta(days=30)
    with transaction(store.con):
        store.sent("kpi_targets", fact_indicator=TARGETS, fact_target=YEARLY.replace("400", "9"))
        store.sent("kpi_results", quarter=1, fact_kpi_result=results(5))
    live = shown(opened(name, fy="2569", province="50"))
    after = shown(opened(name, fy="2569", province="50", meeting=met))
    store.con.close()

    assert after == before
    assert after != live


def test_the_way_back_leads_to_todays_figures(met, opened):
    page = opened("overview", fy="2569", province="50", meeting=met)
    page.button(key="frozen.back").click().run()

    assert "▼ วิกฤต 1 จาก 1 ตัวชี้วัด" in texts(page)
    assert "meeting" not in page.query_params


def test_open_decisions_come_first_with_what_is_overdue(met, opened):
    page = opened("meeting", province="50", fy="2569", meeting=met)

    assert "ข้อสั่งการค้าง 2 จาก 2 เรื่อง · ▼ เกินกำหนด 1 · ◆ ใกล้ครบกำหนด 1" in texts(page)
    table = page.dataframe[0].value
    assert list(table["decision"]) == ["เร่งเบิกจ่าย", "ทบทวนเป้า"]
    assert list(table["decision_state"]) == ["▼ เกินกำหนด", "◆ ใกล้ครบกำหนด"]


def test_the_overview_leads_to_overdue_decisions(met, opened):
    page = opened("overview", province="50", fy="2569")

    links = [link.proto.label for link in page.get("page_link")]
    assert "▼ ข้อสั่งการเกินกำหนด 1 เรื่อง นานที่สุด 9 วัน" in links


def test_a_decision_written_on_the_page_is_on_record(met, opened):
    page = opened("meeting", province="50", fy="2569", meeting=met)
    page.text_area(key="meeting.text.0").set_value("ขุดลอกคลอง")
    page.text_input(key="meeting.owner.0").set_value("โยธาธิการ")
    page.text_input(key="meeting.due.0").set_value("15 ธ.ค. 2569")
    page.selectbox(key="meeting.kind.0").set_value("district").run()
    page.selectbox(key="meeting.thing.0.district.50").set_value("5014")
    next(b for b in page.button if b.label == "บันทึกข้อสั่งการ").click().run()

    assert not page.exception
    with data.reading() as con:
        said = con.execute(
            "select decision, owner, tied_kind, tied_code, tied_name, due_on::varchar "
            "from decision inner join decision_event using (decision_id) where decision_id = 3"
        ).fetchall()
    assert said == [("ขุดลอกคลอง", "โยธาธิการ", "district", "5014", "สันทราย", "2026-12-15")]


def test_a_decision_without_an_owner_is_refused_and_the_text_stays(met, opened):
    page = opened("meeting", province="50", fy="2569", meeting=met)
    page.text_area(key="meeting.text.0").set_value("ขุดลอกคลอง").run()
    next(b for b in page.button if b.label == "บันทึกข้อสั่งการ").click().run()

    assert [warning.value for warning in page.warning] == ["ใส่ผู้รับผิดชอบ"]
    assert page.text_area(key="meeting.text.0").value == "ขุดลอกคลอง"


def follow_up_page():
    from metrics.scope import Scope
    from ui import data, decisions

    listed = data.get("decision_list", Scope()).set_index("decision_id", drop=False)
    decisions.draw_one(listed.loc[1].to_dict())


def test_what_came_of_a_decision_is_added_to_its_history(met):
    page = AppTest.from_function(follow_up_page, default_timeout=60).run()
    page.segmented_control(key="meeting.event.1.False").set_value("postponed").run()
    page.text_input(key="meeting.note.1.False").set_value("รอผลประกวดราคา")
    page.text_input(key="meeting.new_due.1").set_value("31 ธ.ค. 2569")
    page.button[0].click().run()

    assert not page.exception
    history = page.dataframe[0].value
    assert list(history["สิ่งที่เกิดขึ้น"]) == ["สั่งการ", "เลื่อนกำหนด"]
    assert list(history["บันทึก"]) == ["", "รอผลประกวดราคา"]
    assert history["ครบกำหนด"].iloc[1].replace("\u00a0", " ") == "31 ธ.ค. 2569"


def test_progress_without_a_note_is_refused(met):
    page = AppTest.from_function(follow_up_page, default_timeout=60).run()
    page.button[0].click().run()

    assert [warning.value for warning in page.warning] == ["ใส่บันทึกว่าเกิดอะไรขึ้น"]
    assert len(page.dataframe[0].value) == 1


def test_a_remark_is_kept_with_its_area(met, opened):
    page = opened("meeting", province="50", fy="2569", meeting=met)
    page.segmented_control(key="meeting.view").set_value("feedback").run()
    next(t for t in page.text_input if t.label == "ข้อคิดเห็น").set_value("เบิกช้า")
    next(b for b in page.button if b.label == "บันทึก").click().run()

    said = page.dataframe[0].value
    assert list(said["feedback"]) == ["เบิกช้า"]
    assert list(said["area"]) == ["เชียงใหม่"]


def test_a_meeting_started_on_the_page_freezes_every_figure(met, opened):
    page = opened("meeting", province="50", fy="2569")
    page.text_input(key="meeting.title").set_value("ประชุมสอง").run()
    next(b for b in page.button if b.label == "บันทึกและตรึงตัวเลข").click().run()

    assert not page.exception
    assert "ประชุมสอง" in texts(page)
    assert page.query_params["meeting"] == "2"


def test_what_changed_since_the_last_meeting_is_told(met, opened):
    page = opened("meeting", province="50", fy="2569")
    page.segmented_control(key="meeting.view").set_value("changes").run()

    assert "▼ แย่ลง 1 — ตัวชี้วัดที่เปลี่ยน 1 ตัว" in texts(page)
    assert list(page.dataframe[0].value["cause"]) == ["แก้ผลงวดเดิม"]


def test_the_first_meeting_has_nothing_to_compare_with(met, opened):
    page = opened("meeting", province="50", fy="2569", meeting=met)
    page.segmented_control(key="meeting.view").set_value("changes").run()

    assert "ยังไม่มีการประชุมก่อนหน้า" in texts(page)


def test_the_wall_shows_one_province_and_the_arrow_the_next(full, opened):
    page = opened("meeting", present="1", group="upper-north-1", fy="2569")
    assert "ภาคเหนือตอนบน 1 · ปีงบประมาณ 2569" in texts(page)
    assert not page.selectbox

    page.button(key="five.Right").click().run()

    assert "เชียงใหม่ · ปีงบประมาณ 2569" in texts(page)
    assert page.query_params["province"] == "50"
    assert page.get("plotly_chart")


def test_the_wall_is_left_by_a_button(full, opened):
    page = opened("meeting", present="1", province="50", fy="2569")
    page.button(key="present.leave").click().run()

    assert "present" not in page.query_params
    assert page.selectbox


@pytest.mark.parametrize("view", [{}, {"group": "upper-north-1"}, {"province": "50"}])
def test_the_four_groups_of_problems_stand_beside_their_figures(full, opened, view):
    page = opened("meeting", fy="2569", **view)
    page.segmented_control(key="meeting.view").set_value("problems").run()

    assert not page.exception
    assert [heading.value for heading in page.subheader] == [
        "ข้อมูลพื้นฐาน",
        "การขับเคลื่อนกลุ่มจังหวัด",
        "การบูรณาการส่วนราชการ",
        "ระบบงบประมาณ",
    ]
    # (12 + 30) of (100 + 300) in each of the two provinces.
    assert "10\\.5%" in texts(page)
