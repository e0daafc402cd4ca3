"""The letter to an agency, word for word."""

from datetime import date, datetime
from pathlib import Path

import pytest

from loaders.examine import Examination
from loaders.findings import SEVERITY, Finding
from loaders.guidance import guidance, title
from loaders.locks import Period
from loaders.received import Received
from loaders.reminders import MOST_FINDINGS, reminder_text
from loaders.report import FileReport
from loaders.rounds import Assignment, Expectation, announce_year, expect
from loaders.storing import Delivery, store_examined
from loaders.table import Context
from store import open_store

ROUND = Period(2569, 2)
AGENCY = "สำนักงานจังหวัดพัทลุง"
TODAY = date(2026, 4, 20)

IN_THAI = """\
เรื่อง  ขอความอนุเคราะห์จัดส่งข้อมูล ไตรมาสที่ 2 (ม.ค.–มี.ค. 2569)
เรียน  สำนักงานจังหวัดพัทลุง

ตามที่กำหนดให้หน่วยงานจัดส่งข้อมูลไตรมาสที่ 2 (ม.ค.–มี.ค. 2569) ภายในวันที่ 15 เมษายน พ.ศ. 2569 นั้น

บัดนี้เลยกำหนดแล้ว ยังไม่ได้รับข้อมูลต่อไปนี้
1. แบบรายงานความก้าวหน้าโครงการ — พัทลุง (เลยกำหนดแล้ว 5 วัน)

ได้รับไฟล์ต่อไปนี้แล้ว แต่ยังนำเข้าระบบไม่ได้ เนื่องจากพบข้อที่ต้องแก้ไข
1. แบบรายงานผลตัวชี้วัดรายไตรมาส — พัทลุง ไฟล์ «ผล.xlsx» (ได้รับเมื่อ 14 เม.ย. 2569)
   - แผ่นงาน «ผล»: ไม่พบคอลัมน์ «หน่วยวัด» ซึ่งแบบฟอร์มนี้ต้องมี กรุณาเพิ่มคอลัมน์ หรือแก้หัวตารางให้ตรง
   - แผ่นงาน «ผล» เซลล์ E8: พบ «ประมาณ 2 ล้าน» แต่ช่องนี้ต้องเป็นตัวเลข กรุณาพิมพ์เฉพาะตัวเลข

เพื่อไม่ให้พบข้อเดิมในครั้งต่อไป ขอความร่วมมือดังนี้
- กรอกในแบบฟอร์มเปล่าของระบบ ซึ่งมีหัวตาราง หน่วยงาน และงวดครบแล้ว ไม่เปลี่ยนหัวตาราง และใช้แผ่นงานละหนึ่งตาราง
- พิมพ์เฉพาะตัวเลขในช่องตัวเลข ไม่ใส่หน่วย คำว่า «ประมาณ» หรือเครื่องหมาย ร้อยละห้าให้พิมพ์ 5

จึงเรียนมาเพื่อโปรดพิจารณาจัดส่งข้อมูลข้างต้นโดยเร็ว หากจัดส่งแล้ว หรือมีเหตุขัดข้อง โปรดแจ้งสำนักงานจังหวัดทราบด้วย จะขอบคุณยิ่ง
"""

FAULTS = (
    Finding("missing_column", "ผล", expected="หน่วยวัด"),
    Finding("not_a_number", "ผล", 7, 4, "ประมาณ 2 ล้าน"),
)


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        announce_year(connection, 2569)
        forms = ("kpi_results", "projects")
        asked = [Expectation(Assignment(AGENCY, form, "93"), ROUND) for form in forms]
        expect(connection, asked)
        yield connection


def rejected(con, findings, sha256="aa"):
    """A file that could not be read as a table, about which the office said whose it is."""
    report = FileReport("ผล.xlsx", sha256, "rejected", (), (), tuple(findings))
    said = Context(area_code="93", agency=AGENCY, fiscal_year=2569, quarter=2)
    examination = Examination(
        Path("ผล.xlsx"), report, kind="xlsx", given=said, form_name="kpi_results"
    )
    received = Received(sha256, 1, f"received/{sha256}")
    store_examined(con, examination, received, Delivery(at=datetime(2026, 4, 14, 2)))


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_letter_lists_what_is_missing_and_what_was_wrong(con):
    rejected(con, FAULTS)
    assert plain(reminder_text(con, ROUND, AGENCY, "th", today=TODAY)) == IN_THAI


def test_only_the_newest_rejected_file_is_told_of(con):
    rejected(con, FAULTS[1:], "old")
    con.execute("update examination set examined_at = examined_at - interval 1 day")
    con.execute("update finding set found_at = found_at - interval 1 day")
    rejected(con, FAULTS[:1], "new")
    letter = reminder_text(con, ROUND, AGENCY, "th", today=TODAY)
    assert "หน่วยวัด" in letter
    assert "ประมาณ 2 ล้าน" not in letter


def test_a_long_list_of_mistakes_is_cut_and_counted(con):
    rejected(con, [Finding("not_a_number", "ผล", row, 4, "x") for row in range(MOST_FINDINGS + 3)])
    letter = reminder_text(con, ROUND, AGENCY, "en", today=TODAY)
    assert letter.count("Sheet “ผล”") == MOST_FINDINGS
    assert "and 3 more places" in letter


def test_before_the_deadline_nothing_is_called_past_due(con):
    letter = reminder_text(con, ROUND, AGENCY, "en", today=date(2026, 4, 15))
    assert "past due" not in letter
    assert letter.count("Phatthalung") == 2


def test_who_owes_nothing_gets_no_letter(con):
    assert reminder_text(con, ROUND, "สำนักงานอื่น", "th", today=TODAY) is None


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_kind_of_finding_has_a_name_and_advice_of_its_own(lang):
    general = guidance("no such code", lang)
    assert all(title(code, lang) for code in SEVERITY)
    assert [code for code in SEVERITY if guidance(code, lang) == general] == []
