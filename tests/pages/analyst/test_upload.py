"""The upload page: nothing is stored until it is confirmed, and nothing is stored twice."""

import pytest
from openpyxl import Workbook, load_workbook

from loaders import inbox
from ui import changes, examined, upload_detail

HEADER = ("แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)")
TITLE = ("หน่วยงาน: สำนักงานจังหวัดเชียงใหม่",)
CONTEXT = ("งบประมาณตามแผนงาน จังหวัดเชียงใหม่ ปีงบประมาณ 2569",)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FACTS = "select plan, project_count, budget_thb::integer from fact_budget_plan order by all"


@pytest.fixture
def file(tmp_path):
    """A file to upload, of the rows given under a title, as the browser would send it."""

    def make(name, *rows, title=(TITLE, CONTEXT)):
        book = Workbook()
        for row in (*title, HEADER, *rows):
            book.active.append(row)
        path = tmp_path / f"to upload {name}"
        book.save(path)
        return (name, path.read_bytes(), XLSX)

    return make


def drop(page, *files):
    page.file_uploader[0].set_value(list(files)).run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def click(page, key):
    page.button(key=key).click().run()
    assert not page.exception, [error.message for error in page.exception]
    return page


def confirm_in_dialog(page, folder):
    """What the dialog's button does: AppTest runs whole scripts only, a browser test clicks it."""
    assert "upload.confirm.yes" in {button.key for button in page.button}
    files = [examined.examine(one) for one in inbox.waiting(folder)]
    changes.confirm(one for one in files if one.state == "accepted")
    page.run()


def listed(page):
    return page.dataframe[0].value


def test_an_empty_page_says_what_to_do(empty, opened):
    page = opened("upload")

    assert page.info[0].value.startswith("ยังไม่มีไฟล์รอตรวจ")
    assert len(page.dataframe) == 0


def test_a_right_workbook_is_shown_with_what_would_change_and_stored_when_confirmed(
    full, opened, store_of, file
):
    page = drop(opened("upload"), file("งบ.xlsx", ("น้ำ", 2, 160), ("คน", 1, 7)))
    (row,) = listed(page).to_dict("records")

    shown = ("state", "about", "rows", "errors", "new", "changed", "removed", "jumps")
    assert [row[name] for name in shown] == [
        *("▲ พร้อมยืนยัน", "เชียงใหม่ ทั้งปี 2569"),
        *(2, 0, 1, 1, 1, 1),
    ]
    click(page, "upload.confirm_all")
    with store_of(full) as con:
        before = con.execute(FACTS).fetchall()
    assert before == [("ถนน", 1, 50), ("น้ำ", 2, 100), ("ป่า", 3, 300)]
    assert {metric.label: metric.value for metric in page.metric} == {
        "เพิ่มใหม่": "1",
        "เปลี่ยน": "1",
        "หายไป": "1",
        "เปลี่ยนเกิน 50 %": "1",
    }

    confirm_in_dialog(page, full)

    with store_of(full) as con:
        published = con.execute(
            "select version, state from submission_state where area_code = '50' order by version"
        ).fetchall()
    assert published == [(1, "superseded"), (2, "published")]
    assert inbox.waiting(full) == ()
    assert len(page.dataframe) == 0


def test_a_wrong_workbook_cannot_be_confirmed_and_changes_no_fact(full, opened, store_of, file):
    page = drop(opened("upload"), file("งบ.xlsx", ("น้ำ", "สอง", 160), ("คน", 1, "ราว 7 ล้าน")))

    assert listed(page)["state"].tolist() == ["▼ ต้องแก้ก่อน"]
    assert page.button(key="upload.confirm_all").disabled
    assert "upload.confirm" not in {button.key for button in page.button}
    found = page.dataframe[1].value
    assert found["cell"].tolist() == ["B4", "C5"]
    assert found["value"].tolist() == ["สอง", "ราว 7 ล้าน"]
    with store_of(full) as con:
        assert len(con.execute(FACTS).fetchall()) == 3


def test_a_wrong_workbook_can_be_noted_as_returned(full, opened, store_of, file):
    page = drop(opened("upload"), file("งบ.xlsx", ("น้ำ", "สอง", 160)))
    click(page, "upload.returned")

    with store_of(full) as con:
        noted = con.execute("select count(*) from finding where code = 'not_a_number'").fetchone()
        facts = con.execute(FACTS).fetchall()
    assert (noted, len(facts)) == ((1,), 3)
    assert inbox.waiting(full) == ()


def test_files_that_wait_are_there_for_the_next_visitor(full, opened, file):
    drop(opened("upload"), file("งบ.xlsx", ("น้ำ", 2, 160)))

    assert listed(opened("upload"))["file"].tolist() == ["งบ.xlsx"]


def test_what_is_taken_out_does_not_come_back_with_the_next_click(full, opened, file):
    page = drop(opened("upload"), file("งบ.xlsx", ("น้ำ", 2, 160)))
    click(page, "upload.take_out")
    page.run()

    assert inbox.waiting(full) == ()
    assert len(page.dataframe) == 0


def test_the_same_bytes_again_say_when_and_by_whom(full, opened):
    content = (full / "งบประมาณ.xlsx").read_bytes()
    page = drop(opened("upload"), ("สำเนา.xlsx", content, XLSX))

    assert listed(page)["state"].tolist() == ["○ เคยรับแล้ว"]
    assert any("somchai" in info.value for info in page.info)
    assert page.button(key="upload.confirm_all").disabled


def test_what_the_sheet_does_not_say_is_asked_and_the_file_examined_again(full, opened, file):
    page = drop(opened("upload"), file("งบ.xlsx", ("น้ำ", 2, 160), title=()))
    assert listed(page)["state"].tolist() == ["▼ ต้องแก้ก่อน"]

    labels = {box.label: box for box in page.main.selectbox}
    labels["จังหวัดหรือกลุ่มจังหวัด"].set_value("50")
    labels["หน่วยงาน"].set_value("สำนักงานจังหวัดเชียงใหม่")
    [box for box in page.main.selectbox if box.label == "ปีงบประมาณ"][-1].set_value(2569)
    next(button for button in page.button if button.label == "ตรวจใหม่").click().run()

    (row,) = listed(page).to_dict("records")
    assert (row["state"], row["about"]) == ("▲ พร้อมยืนยัน", "เชียงใหม่ ทั้งปี 2569")
    assert inbox.waiting(full)[0].given.area_code == "50"


def test_many_files_are_confirmed_at_once_and_the_wrong_one_stays(full, opened, store_of, file):
    other = ("งบประมาณตามแผนงาน จังหวัดลำพูน ปีงบประมาณ 2569",)
    page = drop(
        opened("upload"),
        file("ก.xlsx", ("น้ำ", 2, 160)),
        file("ข.xlsx", ("น้ำ", 5, 10), title=(other,)),
        file("ค.xlsx", ("น้ำ", "ห้า", 10), title=(other,)),
    )
    click(page, "upload.confirm_all")
    confirm_in_dialog(page, full)

    assert listed(page)["file"].tolist() == ["ค.xlsx"]
    with store_of(full) as con:
        (published,) = con.execute(
            "select count(*) from submission_state where state = 'published' and not demo"
        ).fetchone()
    assert published == 2


def test_the_marked_copy_names_the_faulty_cell(full, opened, file, tmp_path):
    drop(opened("upload"), file("งบ.xlsx", ("น้ำ", "สอง", 160)))
    (waiting,) = inbox.waiting(full)
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(upload_detail.annotated(examined.examine(waiting), "th"))

    listing, sheet = load_workbook(copy).worksheets
    assert "B4" in [cell.value for row in listing.iter_rows() for cell in row]
    assert "สอง" in sheet["B4"].comment.text


def test_the_right_rows_alone_are_taken_only_when_chosen(full, opened, store_of, file):
    page = drop(opened("upload"), file("งบ.xlsx", ("น้ำ", "สอง", 160), ("คน", 1, 7)))
    click(page, "upload.good_rows")
    assert "upload.confirm.yes" in {button.key for button in page.button}

    (waiting,) = inbox.waiting(full)
    (report,) = changes.confirm([examined.good_rows_only(examined.examine(waiting))])

    assert (report.state, report.findings[0].code) == ("accepted", "accepted_in_part")
    with store_of(full) as con:
        taken = con.execute(
            "select plan from fact_budget_plan where submission_id = ?", report.submissions
        ).fetchall()
    assert taken == [("คน",)]


def test_a_file_without_agency_is_asked_whose_it_is_before_all_else(full, opened, store_of, file):
    page = drop(opened("upload"), file("Book1.xlsx", ("น้ำ", 2, 160), title=(CONTEXT,)))
    (row,) = listed(page).to_dict("records")
    assert (row["state"], row["agency"], row["errors"]) == ("▼ ต้องแก้ก่อน", "", 1)

    (question,) = (one for one in page.selectbox if one.key and one.key.startswith("question."))
    question.set_value("สำนักงานจังหวัดเชียงใหม่")
    next(one for one in page.button if one.label == "จำคำตอบและตรวจใหม่").click().run()
    assert not page.exception
    (row,) = listed(page).to_dict("records")
    assert (row["state"], row["agency"]) == ("▲ พร้อมยืนยัน", "สำนักงานจังหวัดเชียงใหม่")
    with store_of(full) as con:
        (rule,) = con.execute("select subject, answer from reading_rule").fetchall()
    assert rule[0].startswith("Book1.xlsx #")
    assert rule[1] == "สำนักงานจังหวัดเชียงใหม่"
