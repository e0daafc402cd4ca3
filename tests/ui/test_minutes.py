"""The minutes are one page that runs nothing and fetches nothing, and a workbook with the same."""

import io

import openpyxl
import pandas as pd

from ui import export
from ui.export import Export
from ui.minutes import html_bytes

DECIDED = Export(
    title="ข้อสั่งการ",
    notes=(),
    headings=("เรื่อง", "อายุ (วัน)"),
    frame=pd.DataFrame({"decision": ["<script>x</script>", "=1+1"], "age_days": [3.0, None]}),
    sheet_name="ข้อสั่งการ",
)
NOTHING = Export("ข้อคิดเห็น", (), ("เรื่อง",), pd.DataFrame({"feedback": []}), "ข้อคิดเห็น")


def test_what_people_wrote_stays_text_on_the_printed_page():
    page = html_bytes("th", "รายงาน <b>", ["หมายเหตุ & อื่น"], [DECIDED]).decode("utf-8")

    assert "<h1>รายงาน &lt;b&gt;</h1>" in page
    assert "<p>หมายเหตุ &amp; อื่น</p>" in page
    assert '<td>&lt;script&gt;x&lt;/script&gt;</td><td class="number">3</td>' in page
    assert "<td>=1+1</td><td>–</td>" in page
    assert "<script" not in page
    assert "http" not in page


def test_a_part_of_the_minutes_without_rows_says_none():
    page = html_bytes("en", "รายงาน", [], [NOTHING]).decode("utf-8")

    assert '<html lang="en">' in page
    assert "<h2>ข้อคิดเห็น</h2>\n<p>None</p>" in page


def test_the_workbook_has_a_sheet_for_each_part():
    book = openpyxl.load_workbook(io.BytesIO(export.xlsx_bytes(DECIDED, NOTHING)))

    assert book.sheetnames == ["ข้อสั่งการ", "ข้อคิดเห็น"]
    rows = list(book["ข้อสั่งการ"].iter_rows(values_only=True))
    assert rows[2:] == [("เรื่อง", "อายุ (วัน)"), ("<script>x</script>", 3), ("=1+1", None)]
    assert book["ข้อสั่งการ"]["A5"].data_type == "s"
