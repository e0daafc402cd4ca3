"""The submissions page: the list, the acts with their reasons, and who has not sent."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from loaders.difference import Change, Place
from ui import changes, register

FACT = "select state, state_reason from submission_state where submission_id = 1"


@pytest.fixture
def chosen(full, opened, monkeypatch):
    """The page with the real submission in full: a test cannot click a row."""
    from ui import submissions

    monkeypatch.setattr(
        submissions, "draw_list", lambda rows: rows[rows["submission_id"] == 1].iloc[0]
    )
    return opened("submissions", fy="2569")


def click(page, key):
    page.button(key=key).click().run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def test_an_empty_store_leads_to_the_upload_page(empty, opened):
    page = opened("submissions")

    assert page.info[0].value.startswith("ยังไม่มีใครส่งข้อมูล")


def test_the_list_names_sender_period_state_and_demonstration(full, opened):
    rows = opened("submissions", fy="2569").dataframe[0].value

    shown = rows[["submission_id", "state", "area", "period", "received_by", "file_name"]]
    assert shown.to_numpy().tolist() == [
        [2, "▲ เผยแพร่ (ข้อมูลสาธิต)", "ลำปาง", "ทั้งปี 2569", "", "สาธิต.xlsx"],
        [1, "▲ เผยแพร่", "เชียงใหม่", "ทั้งปี 2569", "somchai", "งบประมาณ.xlsx"],
    ]


def test_the_list_follows_the_filters(full, opened):
    page = opened("submissions", fy="2569", province="50")
    assert page.dataframe[0].value["submission_id"].tolist() == [1]

    page.multiselect(key="submissions.filter.state").set_value([]).run()
    page = opened("submissions", fy="2569")
    page.multiselect(key="submissions.filter.demo").set_value([True]).run()
    assert page.dataframe[0].value["submission_id"].tolist() == [2]


def test_an_act_is_explained_and_asks_for_its_reason(chosen):
    click(chosen, "submissions.act.withdraw")

    assert chosen.text_input(key="submissions.reason.withdraw.1").label == "เหตุผล"
    assert "submissions.do" in {button.key for button in chosen.button}
    assert "submissions.act.publish" not in {button.key for button in chosen.button}


def test_what_was_withdrawn_comes_back_by_undo_each_with_its_reason(chosen, full, store_of):
    changes.act("withdraw", 1, "ยอดผิด")
    chosen.run()
    assert {"submissions.act.restore", "submissions.act.undo"} <= {b.key for b in chosen.button}
    with store_of(full) as con:
        assert con.execute(FACT).fetchone() == ("withdrawn", "ยอดผิด")

    changes.act("undo", 1, "ถอนผิดชุด")
    with store_of(full) as con:
        assert con.execute(FACT).fetchone() == ("published", "ถอนผิดชุด")
    assert [*register.events(1)["event"]][:2] == ["published", "withdrawn"]


def test_the_original_file_is_the_one_that_was_sent(full, opened):
    row = register.submissions().iloc[-1]

    kept = register.original(row["stored_path"])
    assert kept.read_bytes() == (full / "งบประมาณ.xlsx").read_bytes()
    assert register.original(None) is None


def test_one_click_and_a_confirmation_take_the_demonstration_off_the_pages(full, opened, store_of):
    page = opened("explore", fy="2569")
    assert any(caption.value.startswith("หน้านี้มี") for caption in page.caption)
    click(page, "demo.remove")
    assert "demo.remove.yes" in {button.key for button in page.button}

    assert changes.remove_demonstration() == 1
    page.run()

    with store_of(full) as con:
        states = con.execute("select demo, state from submission_state order by 1").fetchall()
    assert states == [(False, "published"), (True, "withdrawn")]
    assert "demo.remove" not in {button.key for button in page.button}


def test_the_way_back_is_offered_only_after_the_demonstration_was_taken_off(full, opened):
    assert "demo.restore" not in {button.key for button in opened("submissions").button}

    changes.remove_demonstration()
    page = click(opened("submissions", fy="2569"), "demo.restore")

    assert "demo.restore" not in {button.key for button in page.button}
    assert [*register.submissions()["state"]] == ["published", "published"]


def test_the_demonstration_comes_back_without_its_workbooks_being_written_again(full):
    changes.remove_demonstration()

    assert changes.restore_demonstration() == 1
    assert not (full / "demo").exists()


def test_the_demonstration_does_not_come_back_over_what_was_really_sent(full, send):
    changes.remove_demonstration()
    send(full, "จริง.xlsx", ("ถนน", 1, 70), area="52", agency="สำนักงานจังหวัดลำปาง")

    assert changes.restore_demonstration() == 0
    shown = register.submissions().query("state == 'published'")
    assert shown["file_name"].tolist() == ["จริง.xlsx", "งบประมาณ.xlsx"]


@pytest.fixture
def revised(full, send, opened, monkeypatch):
    """The page with the second version of a budget in full: a fifth of it moved, a plan was added."""
    from ui import submissions

    number = send(
        full,
        "แก้ไข.xlsx",
        ("น้ำ", 2, 200),
        ("ป่า", 3, 300),
        ("เมือง", 1, 5),
        area="50",
        agency="สำนักงานจังหวัดเชียงใหม่",
    )
    monkeypatch.setattr(
        submissions, "draw_list", lambda rows: rows[rows["submission_id"] == number].iloc[0]
    )
    page = opened("submissions", fy="2569")
    page.segmented_control(key="submissions.view").set_value("versions").run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def test_two_versions_stand_beside_each_other_cell_by_cell(revised):
    listed, changes_list = (one.value for one in revised.dataframe)

    assert listed[["submission_id", "version", "state"]].to_numpy().tolist() == [
        [3, 2, "▲ เผยแพร่"],
        [1, 1, "○ มีฉบับใหม่แทน"],
    ]
    counted = {one.label: one.value for one in revised.metric}
    assert (counted["เปลี่ยน"], counted["เพิ่มใหม่"], counted["หายไป"]) == ("1", "1", "0")
    kept = ["kind", "what", "before", "after", "old_cell", "cell"]
    assert changes_list[kept].to_numpy().tolist() == [
        ["≠ เปลี่ยน", "น้ำ", "100", "200", "C4", "C2"],
        ["+ เพิ่มใหม่", "เมือง", "", "", "", "4"],
    ]


def test_a_changed_cell_is_named_with_its_sheet_where_versions_stand_on_several():
    changed = Change("changed", "fact_budget_plan", {}, 2, "budget_thb", "1", "2")
    there = replace(changed, old_place=Place("แผ่น1", "C4"), place=Place("แผ่น2", "C2"))

    rows = AppTest.from_function(_draw_one, kwargs={"change": there}).run().dataframe[0].value
    assert rows[["old_cell", "cell"]].to_numpy().tolist() == [["แผ่น1!C4", "แผ่น2!C2"]]


def _draw_one(change):
    from loaders.difference import Difference
    from loaders.slots import Slot
    from ui import differences

    slot = Slot("budget_by_plan", None, "50", 2569, None)
    differences.draw_changes(Difference(slot, (1,), 0, 1, 0, 0, 0, (change,)), "-")


def test_the_same_version_on_both_sides_differs_in_nothing(revised):
    revised.selectbox(key="submissions.versions.older.3").set_value(3).run()

    assert "ทุกค่าของสองฉบับนี้เหมือนกัน" in [text.value for text in revised.text]
    assert len(revised.dataframe) == 1


def test_an_older_version_comes_back_with_a_reason_instead_of_the_newer(revised, full, store_of):
    click(revised, "submissions.versions.restore.1")
    assert revised.text_input(key="submissions.reason.restore.1").label == "เหตุผล"

    changes.act("restore", 1, "ฉบับแก้ไขผิดปี")

    with store_of(full) as con:
        states = con.execute(
            "select submission_id, state, state_reason from submission_state where not demo "
            "order by 1"
        ).fetchall()
    assert states == [(1, "published", "ฉบับแก้ไขผิดปี"), (3, "superseded", "ฉบับแก้ไขผิดปี")]


def test_what_nearly_repeats_an_earlier_file_is_said_above_its_history(full, send, monkeypatch):
    from ui import submissions

    said = []
    monkeypatch.setattr(submissions.st, "info", lambda text, **_: said.append(text))
    rows = [(f"แผน{number}", 1, 100 + number) for number in range(40)]
    agency = {"area": "50", "agency": "สำนักงานจังหวัดเชียงใหม่"}
    send(full, "ครบ.xlsx", *rows, **agency)
    again = send(full, "ครบอีกครั้ง.xlsx", *rows[:-1], ("แผน39", 1, 7), **agency)

    submissions._draw_resemblance(again)

    assert len(said) == 1
    assert "ครบ\\.xlsx" in said[0]
